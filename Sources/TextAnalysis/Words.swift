/// What the tagger and the parser see of a sentence's words: integers, one array per kind, one entry per word.
package struct Words: Sendable {
  /// The form in lower case, digits as 0.
  package private(set) var lower: [UInt32] = []
  /// The form with its case (restored, if the sentence is in capitals), digits as 0.
  package private(set) var form: [UInt32] = []
  /// Hashes of the first 1…4 and last 1…5 bytes of the lower form; 0 if it is no longer than that.
  package private(set) var prefixes: [SIMD4<UInt32>] = []
  package private(set) var suffixes: [SIMD8<UInt32>] = []
  /// Kinds of characters in order, runs cut to two; and whether space stands before and behind.
  package private(set) var shape: [UInt32] = []
  package private(set) var gaps: [UInt32] = []

  package init() {}

  package var count: Int { lower.count }

  package mutating func removeAll() {
    lower.removeAll(keepingCapacity: true)
    form.removeAll(keepingCapacity: true)
    prefixes.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    shape.removeAll(keepingCapacity: true)
    gaps.removeAll(keepingCapacity: true)
  }

  /// The longest part of a word that is looked at.
  private static let longestWord = 64

  /// Adds a word.
  ///
  /// - Parameter bytes: the form in UTF-8; beyond 64 bytes only the beginning counts.
  package mutating func append(_ bytes: ArraySlice<UInt8>, spaceBefore: Bool, spaceAfter: Bool) {
    let bytes = bytes.prefix(Self.longestWord)
    var small = loweredBytes(bytes)
    var cased: UInt32 = 0x811C_9DC5
    var shape: UInt32 = 7
    var last: UInt32 = 0
    var run = 0
    for byte in bytes {
      let kind: UInt32 =
        isLower(byte) ? 1 : isUpper(byte) ? 2 : isDigit(byte) ? 3 : byte >= 0x80 ? 4 : UInt32(byte) + 8
      cased = (cased ^ UInt32(kind == 3 ? UInt8(ascii: "0") : byte)) &* 0x0100_0193
      run = kind == last ? run + 1 : 1
      if run <= 2 { shape = (shape ^ kind) &* 0x0100_0193 }
      last = kind
    }
    for index in small.indices where isDigit(small[index]) { small[index] = UInt8(ascii: "0") }
    lower.append(FeatureHash.bytes(small[...]))
    form.append(FeatureHash.finish(cased))
    self.shape.append(FeatureHash.finish(shape))
    var prefix = SIMD4<UInt32>()
    for length in 1...4 where length < small.count { prefix[length - 1] = FeatureHash.bytes(small[..<length]) }
    prefixes.append(prefix)
    var suffix = SIMD8<UInt32>()
    for length in 1...5 where length < small.count {
      suffix[length - 1] = FeatureHash.bytes(small[(small.count - length)...])
    }
    suffixes.append(suffix)
    gaps.append((spaceBefore ? 1 : 0) | (spaceAfter ? 2 : 0))
  }
}
