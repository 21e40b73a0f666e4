/// Keys in the order of their coming, nine bytes each: a layer holds millions, and as an `ElementKey` one takes more than
/// twice that.
struct KeyList: Sendable {
  /// One entry per key; nil for one that stands in `others`.
  private var kinds: [ElementKey.Kind?] = []
  /// One entry per key: its digest, or its position in `others`.
  private var bits: [UInt64] = []
  /// Those that are not made of a digest: few, if any.
  private var others: [ElementKey] = []

  var count: Int { bits.count }

  subscript(place: Int) -> ElementKey {
    kinds[place].map { ElementKey($0, bits: bits[place]) } ?? others[Int(bits[place])]
  }

  mutating func append(_ key: ElementKey) {
    if let (kind, digest) = key.digest {
      kinds.append(kind)
      bits.append(digest)
    } else {
      kinds.append(nil)
      bits.append(UInt64(others.count))
      others.append(key)
    }
  }
}

/// Lists of keys, one behind the other: four bytes a list and nine a key.
struct KeyLists: Sendable {
  private var keys = KeyList()
  /// One entry per list: where it ends among the keys.
  private var ends: [UInt32] = []

  mutating func append(_ list: some Sequence<ElementKey>) {
    for key in list { keys.append(key) }
    ends.append(UInt32(keys.count))
  }

  subscript(row: Int) -> [ElementKey] {
    ((row == 0 ? 0 : ends[row - 1])..<ends[row]).map { keys[Int($0)] }
  }
}

/// Texts of which many are alike, byte for byte: each is kept once, and what has it holds four bytes.
package struct SharedTexts: Sendable {
  private static let none = UInt32.max
  private var texts = StringTable()

  package init() {}

  package mutating func code(of text: String?) -> UInt32 { text.map { texts.code(of: $0) } ?? Self.none }

  /// nil for the code of nil.
  package subscript(code: UInt32) -> String? { code == Self.none ? nil : texts.string(code) }
}
