/// The model file: little-endian throughout; a head, then sections. Every count is checked before it is used, and the
/// check sum stands for the rest.
///
/// Head: `HSLM`, version, check sum of all that follows (8 bytes), count of sections, and for each its length in bytes.
extension LanguageModel {
  private static let magic: [UInt8] = Array("HSLM".utf8)
  private static let version: UInt32 = 2
  private static let headBytes = 20
  private static let sectionCount = 9

  package init(bytes: [UInt8]) throws(AnalysisError) {
    let damaged = AnalysisError(.damagedModel, "the model file is damaged or is no model")
    guard bytes.count >= Self.headBytes, Array(bytes[..<4]) == Self.magic else { throw damaged }
    let version = Self.word(bytes, 4)
    guard version == Self.version else {
      throw AnalysisError(.unknownModelVersion, "the model is of version \(version), not \(Self.version)")
    }
    let sum = UInt64(Self.word(bytes, 8)) | UInt64(Self.word(bytes, 12)) << 32
    guard Self.checkSum(bytes, from: 16) == sum else { throw damaged }
    let count = Int(Self.word(bytes, 16))
    guard count == Self.sectionCount, bytes.count >= Self.headBytes + 4 * count else { throw damaged }
    var sections: [Range<Int>] = []
    var offset = Self.headBytes + 4 * count
    for index in 0..<count {
      let length = Int(Self.word(bytes, Self.headBytes + 4 * index))
      guard bytes.count - offset >= length else { throw damaged }
      sections.append(offset..<(offset + length))
      offset += length
    }
    func text(_ index: Int) -> [Substring] {
      String(decoding: bytes[sections[index]], as: UTF8.self).split(separator: "\n")
    }
    func words(_ index: Int) -> [UInt32] { Self.load(bytes, sections[index], as: UInt32.self) }
    func halves(_ index: Int) -> [UInt16] { Self.load(bytes, sections[index], as: UInt16.self) }

    let tags = text(0).compactMap { line -> Tag? in
      let columns = line.split(separator: "\t")
      guard columns.count == 2, let upos = PartOfSpeech(rawValue: String(columns[0])) else { return nil }
      return Tag(upos: upos, xpos: String(columns[1]))
    }
    let labels = text(1).map(String.init)
    let rules = text(2).compactMap { line -> LemmaRule? in
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 3, let letters = UInt8(columns[0]).flatMap(LemmaRule.Case.init(rawValue:)),
        let cut = Int(columns[1])
      else { return nil }
      return LemmaRule(letters: letters, cut: cut, ending: String(columns[2]))
    }
    let sizes = words(3).map(Int.init)
    guard let rootLabel = labels.firstIndex(of: "root"), sizes.count == 11, text(8).first == "english",
      sizes[6] == tags.count, sizes[7] == labels.count
    else { throw damaged }
    let shape = NetworkWeights.Shape(
      features: sizes[0], width: sizes[1], layers: sizes[2], tagLayer: sizes[3], arcWidth: sizes[4],
      labelWidth: sizes[5], tags: sizes[6], labels: sizes[7])
    let eights = Self.loadEights(bytes, sections[4])
    guard let weights = NetworkWeights(shape: shape, halves: eights, floats: words(5).map(Float.init(bitPattern:)))
    else { throw damaged }
    let values = halves(6)
    // Three maps in one pair of sections.
    let keys = words(7)
    guard sizes[8...].reduce(0, +) == keys.count, values.count == keys.count else { throw damaged }
    var maps: [HashedMap] = []
    var first = 0
    for size in sizes[8...] {
      maps.append(HashedMap(keys: Array(keys[first..<(first + size)]), values: Array(values[first..<(first + size)])))
      first += size
    }
    guard maps.allSatisfy(\.isSound) else { throw damaged }
    self.init(
      tags: tags, labels: labels,
      network: SentenceNetwork(vocabulary: maps[0], weights: weights, rootLabel: rootLabel),
      lemmatizer: Lemmatizer(scripts: maps[1], rules: rules), truecaser: Truecaser(habits: maps[2]))
  }

  /// The file's bytes: the same for equal models.
  package func encoded() -> [UInt8] {
    let maps = [network.vocabulary, lemmatizer.scripts, truecaser.habits]
    let shape = network.weights.shape
    let sizes =
      [
        shape.features, shape.width, shape.layers, shape.tagLayer, shape.arcWidth, shape.labelWidth, shape.tags,
        shape.labels,
      ] + maps.map(\.keys.count)
    let sections: [[UInt8]] = [
      Array(tags.map { "\($0.upos.rawValue)\t\($0.xpos)\n" }.joined().utf8),
      Array(labels.map { "\($0)\n" }.joined().utf8),
      Array(lemmatizer.rules.map { "\($0.letters.rawValue)\t\($0.cut)\t\($0.ending)\n" }.joined().utf8),
      Self.store(sizes.map(UInt32.init)),
      Self.store(network.weights.halves.flatMap { eight in (0..<8).map { eight[$0] } }),
      Self.store(network.weights.floats.map(\.bitPattern)),
      Self.store(maps.flatMap(\.values)), Self.store(maps.flatMap(\.keys)),
      Array("english\n".utf8),
    ]
    var body = Self.store([UInt32(sections.count)] + sections.map { UInt32($0.count) })
    for section in sections { body += section }
    let sum = Self.checkSum(body, from: 0)
    return Self.magic
      + Self.store([Self.version, UInt32(truncatingIfNeeded: sum), UInt32(truncatingIfNeeded: sum >> 32)]) + body
  }

  private static func word(_ bytes: [UInt8], _ offset: Int) -> UInt32 {
    UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
      | UInt32(bytes[offset + 3]) << 24
  }

  private static func load<T: FixedWidthInteger>(_ bytes: [UInt8], _ range: Range<Int>, as type: T.Type) -> [T] {
    // Copied whole: element by element costs some ten times as much, and far more unoptimised.
    let count = range.count / MemoryLayout<T>.size
    let values = [T](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes { raw in
        let source = UnsafeRawBufferPointer(
          rebasing: raw[range.lowerBound..<(range.lowerBound + count * T.bitWidth / 8)])
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      }
      initialized = count
    }
    return T(littleEndian: 1) == 1 ? values : values.map { T(littleEndian: $0) }
  }

  private static func loadEights(_ bytes: [UInt8], _ range: Range<Int>) -> [SIMD8<Int16>] {
    let count = range.count / 16
    let values = [SIMD8<Int16>](unsafeUninitializedCapacity: count) { buffer, initialized in
      bytes.withUnsafeBytes { raw in
        let source = UnsafeRawBufferPointer(rebasing: raw[range.lowerBound..<(range.lowerBound + count * 16)])
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      }
      initialized = count
    }
    guard Int16(littleEndian: 1) != 1 else { return values }
    return values.map { eight in SIMD8((0..<8).map { Int16(littleEndian: eight[$0]) }) }
  }

  private static func store<T: FixedWidthInteger>(_ values: [T]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(values.count * MemoryLayout<T>.size)
    for value in values { withUnsafeBytes(of: value.littleEndian) { result.append(contentsOf: $0) } }
    return result
  }

  /// Eight bytes at a time: the sum over a model costs a millisecond or two.
  private static func checkSum(_ bytes: [UInt8], from start: Int) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(bytes.count - start)
    bytes.withUnsafeBytes { raw in
      var offset = start
      while offset + 8 <= raw.count {
        let value = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        sum = (sum ^ value) &* 0xD6E8_FEB8_6659_FD93
        sum ^= sum >> 32
        offset += 8
      }
      while offset < raw.count {
        sum = (sum ^ UInt64(raw[offset])) &* 0xD6E8_FEB8_6659_FD93
        offset += 1
      }
    }
    return sum
  }
}
