import GraphCore

/// How the values of a column are written. Part of the file format: numbers are never given twice.
private enum ColumnForm: UInt8 {
  case booleans = 1
  case integers
  /// 64 bits each.
  case floats
  /// Whole numbers, to be divided by a power of ten that follows: exactly the same floats.
  case decimals
  /// Days since 1970-01-01.
  case dates
  /// Codes of the property's dictionary; its count for null.
  case strings
  /// The length of each list, then the codes of all.
  case stringLists
  /// Each value as its tag and content.
  case values
}

extension ByteWriter {
  mutating func write(_ column: PropertyColumn) throws(UnstorableValue) {
    let present = column.present
    func begin(_ form: ColumnForm, _ writer: inout ByteWriter) {
      writer.write(form.rawValue)
      writer.write(present == nil ? 0 : 1)
      if let present { writer.write(packed: present.count) { present[$0] ? 1 : 0 } }
    }
    switch column.storage {
    case .booleans(let values):
      begin(.booleans, &self)
      write(packed: values.count) { values[$0] ? 1 : 0 }
    case .integers(let values):
      begin(.integers, &self)
      write(packed: values.count) { values[$0] }
    case .floats(let values):
      if let (exponent, wholes) = Decimals.wholes(values) {
        begin(.decimals, &self)
        write(UInt8(exponent))
        write(packed: wholes.count) { wholes[$0] }
      } else {
        begin(.floats, &self)
        for value in values { write(fixed: value.bitPattern) }
      }
    case .dates(let days):
      begin(.dates, &self)
      write(packed: days.count) { Int64(days[$0]) }
    case .strings(let codes, let dictionary):
      begin(.strings, &self)
      let null = Int64(dictionary.count)
      write(packed: codes.count) { codes[$0] == StringDictionary.nullCode ? null : Int64(codes[$0]) }
    case .stringLists(let offsets, let codes, _):
      begin(.stringLists, &self)
      write(packed: offsets.count - 1) { Int64(offsets[$0 + 1] - offsets[$0]) }
      write(count: codes.count)
      write(packed: codes.count) { Int64(codes[$0]) }
    case .values(let values):
      begin(.values, &self)
      for value in values { try write(value) }
    }
  }

  mutating func write(_ dictionary: StringDictionary) {
    write(count: dictionary.count)
    write(packed: dictionary.count) { dictionary.withBytes(of: UInt32($0)) { Int64($0.count) } }
    dictionary.withAllBytes { append($0) }
  }

  mutating func write(_ keys: KeyColumn) {
    switch keys.storage {
    case .serials(let kind, let first, _):
      write(KeyForm.serials.rawValue)
      write(kind.rawValue)
      write(varint: first)
    case .digests(let kind, let digests):
      write(KeyForm.digests.rawValue)
      write(kind.name)
      for digest in digests { write(fixed: digest) }
    case .keys(let keys):
      write(KeyForm.texts.rawValue)
      for key in keys { write(key.description) }
    }
  }

  /// The edges of one type: how many leave each node from the first on that any leaves, and where they lead.
  mutating func write(_ outgoing: Adjacency) {
    write(varint: UInt64(outgoing.first))
    write(count: outgoing.offsets.count - 1)
    write(packed: outgoing.offsets.count - 1) { Int64(outgoing.offsets[$0 + 1] - outgoing.offsets[$0]) }
    write(packed: outgoing.neighbours.count) { Int64(outgoing.neighbours[$0]) }
  }
}

private enum KeyForm: UInt8 {
  /// `n5`, `n6`, …
  case serials = 1
  /// 64 bits each.
  case digests
  case texts
}

extension ByteReader {
  /// - Parameter dictionary: that of the property, nil if it has none.
  mutating func column(
    rowCount: Int, _ dictionary: () throws(DecodingFailure) -> StringDictionary
  ) throws(DecodingFailure) -> PropertyColumn {
    guard let form = ColumnForm(rawValue: try byte()) else { throw DecodingFailure("a column has an unknown encoding") }
    var present: [Bool]?
    if try byte() != 0 { present = try packedNumbers(rowCount, upTo: 1).map { $0 == 1 } }
    let storage: PropertyColumn.Storage
    switch form {
    case .booleans: storage = .booleans(try packedNumbers(rowCount, upTo: 1).map { $0 == 1 })
    case .integers: storage = .integers(try packedIntegers(rowCount))
    case .floats:
      storage = .floats(try fixedNumbers(rowCount).map { Double(bitPattern: $0) })
    case .decimals:
      let exponent = Int(try byte())
      guard Decimals.exponents.contains(exponent) else { throw DecodingFailure("a column has an unknown encoding") }
      storage = .floats(Decimals.values(try packedIntegers(rowCount), exponent))
    case .dates:
      var days: [Int32] = []
      try packed(rowCount) { (day) throws(DecodingFailure) in
        guard let day = Int32(exactly: day) else { throw DecodingFailure("a date or time is out of bounds") }
        days.append(day)
      }
      storage = .dates(days)
    case .strings:
      let dictionary = try dictionary()
      var codes = try packedNumbers(rowCount, upTo: dictionary.count)
      for row in codes.indices where codes[row] == UInt32(dictionary.count) { codes[row] = StringDictionary.nullCode }
      storage = .strings(codes, dictionary)
    case .stringLists: storage = try stringLists(rowCount, dictionary())
    case .values:
      var values: [Value] = []
      for _ in 0..<rowCount { values.append(try value()) }
      storage = .values(values)
    }
    guard isAtEnd else { throw DecodingFailure("a column is followed by something else") }
    return PropertyColumn(storage, present: present)
  }

  private mutating func stringLists(
    _ rowCount: Int, _ dictionary: StringDictionary
  ) throws(DecodingFailure) -> PropertyColumn.Storage {
    var offsets: [UInt32] = [0]
    var length = 0
    for count in try packedNumbers(rowCount, upTo: Int(UInt32.max)) {
      length += Int(count)
      guard length < Int(UInt32.max) else { throw DecodingFailure("a number in a column is out of bounds") }
      offsets.append(UInt32(length))
    }
    guard try varint() == UInt64(length) else { throw DecodingFailure("lists of a column lack their strings") }
    let codes = try packedNumbers(length, upTo: dictionary.count - 1)
    return .stringLists(offsets: offsets, codes: codes, dictionary)
  }

  mutating func dictionary() throws(DecodingFailure) -> StringDictionary {
    let count = try varint()
    guard count < UInt64(StringDictionary.nullCode) else { throw DecodingFailure("a dictionary is too long") }
    var offsets = [0]
    let most = Int64(rest)
    try packed(Int(count)) { (length) throws(DecodingFailure) in
      guard length >= 0, length <= most, let last = offsets.last else {
        throw DecodingFailure("a record announces more than it holds")
      }
      offsets.append(last + Int(length))
    }
    let bytes = try take(offsets.last ?? 0)
    guard isAtEnd else { throw DecodingFailure("a dictionary is followed by something else") }
    return StringDictionary(bytes: Array(bytes), offsets: offsets)
  }

  mutating func keys(_ rowCount: Int) throws(DecodingFailure) -> KeyColumn {
    guard let form = KeyForm(rawValue: try byte()) else { throw DecodingFailure("keys have an unknown encoding") }
    let storage: KeyColumn.Storage
    switch form {
    case .serials:
      guard let kind = ElementKey.Serial(rawValue: try byte()) else {
        throw DecodingFailure("keys are of no known kind")
      }
      let first = try varint()
      guard !first.addingReportingOverflow(UInt64(rowCount)).overflow else {
        throw DecodingFailure("a number in a column is out of bounds")
      }
      storage = .serials(kind, first: first, count: rowCount)
    case .digests:
      let name = try text()
      guard let kind = ElementKey.Kind.allCases.first(where: { $0.name == name }) else {
        throw DecodingFailure("keys are of no known kind")
      }
      storage = .digests(kind, try fixedNumbers(rowCount))
    case .texts:
      var keys: [ElementKey] = []
      for _ in 0..<rowCount { keys.append(ElementKey(try text())) }
      storage = .keys(keys)
    }
    guard isAtEnd else { throw DecodingFailure("keys are followed by something else") }
    return KeyColumn(storage: storage)
  }

  mutating func ends(rowCount: Int, nodeCount: Int) throws(DecodingFailure) -> BaseGraph.Adjacencies {
    let first = try varint()
    let span = try varint()
    guard first <= UInt64(nodeCount), span <= UInt64(nodeCount) - first else {
      throw DecodingFailure("edges end nowhere")
    }
    let degrees = try packedNumbers(Int(span), upTo: rowCount)
    guard degrees.reduce(0, { $0 + Int($1) }) == rowCount else { throw DecodingFailure("edges lack their ends") }
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(degrees.count + 1)
    var sources: [UInt32] = []
    sources.reserveCapacity(rowCount)
    for (place, degree) in degrees.enumerated() {
      sources.append(contentsOf: repeatElement(UInt32(first) + UInt32(place), count: Int(degree)))
      offsets.append(UInt32(sources.count))
    }
    let targets = try packedNumbers(rowCount, upTo: nodeCount - 1)
    guard isAtEnd else { throw DecodingFailure("edges are followed by something else") }
    return BaseGraph.adjacencies(
      sources: sources, Adjacency(first: UInt32(first), offsets: offsets, neighbours: targets, rows: nil))
  }
}

/// Floats that are short decimal fractions, as whole numbers: `59.5` is 595 tenths.
enum Decimals {
  static let exponents = 0...9
  private static let powers: [Double] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

  /// Nil unless one power of ten makes whole numbers of all of them that give back every bit.
  static func wholes(_ values: [Double]) -> (exponent: Int, [Int64])? {
    for exponent in exponents {
      if let wholes = wholes(values, powers[exponent]) { return (exponent, wholes) }
    }
    return nil
  }

  private static func wholes(_ values: [Double], _ power: Double) -> [Int64]? {
    var wholes: [Int64] = []
    wholes.reserveCapacity(values.count)
    for value in values {
      guard let whole = Int64(exactly: (value * power).rounded()), whole.magnitude < 1 << 53,
        (Double(whole) / power).bitPattern == value.bitPattern
      else { return nil }
      wholes.append(whole)
    }
    return wholes
  }

  static func values(_ wholes: [Int64], _ exponent: Int) -> [Double] {
    wholes.map { Double($0) / powers[exponent] }
  }
}
