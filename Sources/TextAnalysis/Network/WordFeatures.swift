/// What the network sees of a word: itself, its beginning and end, its shape, and the spaces around it.
package enum WordFeatures {
  /// Templates; the first two are words as such, which training sometimes leaves out.
  package enum Template {
    package static let lower: UInt32 = 1
    package static let form: UInt32 = 2
    static let shape: UInt32 = 3
    static let gaps: UInt32 = 4
    static let prefix: UInt32 = 5
    static let suffix: UInt32 = 9
  }

  /// Key of a template with a value. Never 0, which stands for a free slot. Part of the model's format.
  @inline(__always)
  package static func key(_ template: UInt32, _ value: UInt32) -> UInt32 {
    UInt32(truncatingIfNeeded: FeatureHash.key(template, value) >> 24) | 1
  }

  /// Calls `body` with each key of a word, the word itself first.
  @inline(__always)
  package static func forEachKey(_ words: Words, at index: Int, _ body: (UInt32) -> Void) {
    body(key(Template.lower, words.lower[index]))
    body(key(Template.form, words.form[index]))
    body(key(Template.shape, words.shape[index]))
    body(key(Template.gaps, words.gaps[index] | (index == 0 ? 4 : 0)))
    let prefixes = words.prefixes[index]
    for length in 0..<4 as Range<UInt32> where prefixes[Int(length)] != 0 {
      body(key(Template.prefix + length, prefixes[Int(length)]))
    }
    let suffixes = words.suffixes[index]
    for length in 0..<5 as Range<UInt32> where suffixes[Int(length)] != 0 {
      body(key(Template.suffix + length, suffixes[Int(length)]))
    }
  }
}
