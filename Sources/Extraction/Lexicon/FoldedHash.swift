/// A hash of words as ``WordFolding/key(_:)`` folds them, made as they come and without the key: most words of a report
/// stand in no lexicon, and to find that out takes no text of its own (a tenth of all reading, when it did).
///
/// Words that are folded alike have the same hash, whatever pieces they come in.
struct FoldedHash: Sendable {
  /// FNV-1a, 64 bits.
  private(set) var bits: UInt64 = 0xCBF2_9CE4_8422_2325
  /// Bytes of the key.
  private(set) var length = 0

  init() {}
  init(_ word: some StringProtocol) { add(word) }

  /// Of the part of a word before its first mark, in one pass; nil where other than ASCII decides where that is.
  init?(openingOf word: String) {
    var result = FoldedHash()
    func add(_ bytes: some Sequence<UInt8>) -> Bool {
      for byte in bytes {
        guard byte < 0x80 else { return false }
        guard WordFolding.isInOpening(byte) else { return true }
        if let folded = WordFolding.folded(byte) { result.addByte(folded) }
      }
      return true
    }
    guard word.utf8.withContiguousStorageIfAvailable({ add($0) }) ?? add(word.utf8) else { return nil }
    self = result
  }

  mutating func add(_ word: some StringProtocol) {
    if addASCII(word.utf8) { return }
    for byte in WordFolding.key(word).utf8 { addByte(byte) }
  }

  /// False, and nothing added, if there are other bytes.
  @inline(__always)
  private mutating func addASCII(_ bytes: some Collection<UInt8>) -> Bool {
    var result = self
    func add(_ bytes: some Sequence<UInt8>) -> Bool {
      for byte in bytes {
        guard byte < 0x80 else { return false }
        if let folded = WordFolding.folded(byte) { result.addByte(folded) }
      }
      return true
    }
    guard bytes.withContiguousStorageIfAvailable({ add($0) }) ?? add(bytes) else { return false }
    self = result
    return true
  }

  @inline(__always)
  private mutating func addByte(_ byte: UInt8) {
    bits = (bits ^ UInt64(byte)) &* 0x100_0000_01B3
    length += 1
  }
}

/// Values by folded words.
struct FoldedTable<Value: Sendable>: Sendable {
  private var keys: [String] = []
  private var values: [Value] = []
  /// By the hash of the key, with free places between: its upper half and one more than the position, 0 where nothing is. Most
  /// looks end at the half of a hash, with one miss of the cache.
  private var places: [UInt64] = Array(repeating: 0, count: 16)
  private var hashes: [UInt64] = []

  /// - Parameter key: as ``WordFolding/key(_:)`` makes it.
  mutating func update(_ key: String, default initial: @autoclosure () -> Value, _ body: (inout Value) -> Void) {
    let hash = FoldedHash(key).bits
    let position: Int
    if let known = self.position(hash, key) {
      position = known
    } else {
      position = keys.count
      keys.append(key)
      values.append(initial())
      hashes.append(hash)
      if keys.count * 2 > places.count {
        places = Array(repeating: 0, count: places.count * 2)
        for (index, hash) in hashes.enumerated() { place(index, hash) }
      } else {
        place(position, hash)
      }
    }
    body(&values[position])
  }

  /// - Parameter key: the folded words, asked for only where something has their hash.
  @inline(__always)
  func value(_ hash: FoldedHash, _ key: () -> String) -> Value? {
    var slot = Self.slot(hash.bits, places.count)
    while places[slot] != 0 {
      if Self.mayHold(places[slot], hash.bits), hashes[Self.position(in: places[slot])] == hash.bits {
        return self.position(hash.bits, key()).map { values[$0] }
      }
      slot = (slot + 1) & (places.count - 1)
    }
    return nil
  }

  @inline(__always)
  private static func mayHold(_ place: UInt64, _ hash: UInt64) -> Bool { (place ^ hash) >> 32 == 0 }

  @inline(__always)
  private static func position(in place: UInt64) -> Int { Int(truncatingIfNeeded: place & 0xFFFF_FFFF) - 1 }

  private func position(_ hash: UInt64, _ key: String) -> Int? {
    var slot = Self.slot(hash, places.count)
    while places[slot] != 0 {
      let position = Self.position(in: places[slot])
      if hashes[position] == hash, keys[position] == key { return position }
      slot = (slot + 1) & (places.count - 1)
    }
    return nil
  }

  private mutating func place(_ position: Int, _ hash: UInt64) {
    var slot = Self.slot(hash, places.count)
    while places[slot] != 0 { slot = (slot + 1) & (places.count - 1) }
    places[slot] = hash & ~0xFFFF_FFFF | UInt64(position + 1)
  }

  /// The high bits are those that every byte has moved.
  @inline(__always)
  private static func slot(_ hash: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & (count - 1)
  }
}
