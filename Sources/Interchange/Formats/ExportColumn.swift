import GraphCore

/// One property as a column of a format that knows columns: what it is called there and what it holds, decided over the
/// whole graph, so that a reader never meets a value that its column cannot hold.
struct ExportColumn {
  /// As GraphML's `attr.type` has it.
  enum Kind: String { case boolean, long, double, string }

  /// The largest integer up to which every integer is a double: readers that keep all numbers as doubles round others.
  static let largestExactInteger: Int64 = 1 << 53

  let key: PropertyKeyID
  let property: String
  let name: String
  let kind: Kind

  /// The value as the column's text, nil where there is none: null, and numbers that are not finite, which every tool
  /// spells differently.
  func text(of value: Value) -> String? {
    switch value {
    case .null: nil
    case .float(let number) where !number.isFinite && kind != .string: nil
    case .dateTime(let time): time.utcText
    default: value.cellText
    }
  }
}

/// The columns of all nodes or of all edges.
struct ExportColumns {
  let columns: [ExportColumn]
  private let byKey: [PropertyKeyID: Int]

  /// A property whose name is reserved, or differs from another's only in case, gets another name: `own_` stands before
  /// a reserved one, `_2`, `_3` … behind one that is taken. Columns ascend by property name.
  ///
  /// - Parameter spelled: the name as the format can write it, where it cannot write any.
  init(
    of rows: some Sequence<[(key: PropertyKeyID, value: Value)]>, names: Names, reserved: Set<String>,
    spelled: (String) -> String = { $0 }
  ) {
    var kinds: [PropertyKeyID: KindGuess] = [:]
    for row in rows {
      for (key, value) in row { kinds[key, default: KindGuess()].take(value) }
    }
    var taken = reserved
    var columns: [ExportColumn] = []
    let keys = kinds.keys.sorted { names.name(of: $0).utf8.lexicographicallyPrecedes(names.name(of: $1).utf8) }
    for key in keys {
      let property = names.name(of: key)
      let name = Self.freeName(for: spelled(property), reserved: reserved, taken: &taken)
      columns.append(ExportColumn(key: key, property: property, name: name, kind: kinds[key]?.kind ?? .string))
    }
    self.columns = columns
    byKey = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1.key, $0) })
  }

  /// The texts of one element, ascending by column.
  func cells(of properties: [(key: PropertyKeyID, value: Value)]) -> [(column: Int, text: String)] {
    properties.compactMap { key, value in
      byKey[key].flatMap { column in columns[column].text(of: value).map { (column: column, text: $0) } }
    }.sorted { $0.column < $1.column }
  }

  private static func freeName(for property: String, reserved: Set<String>, taken: inout Set<String>) -> String {
    let wanted = reserved.contains(property.lowercased()) ? "own_\(property)" : property
    if taken.insert(wanted.lowercased()).inserted { return wanted }
    var number = 2
    while !taken.insert("\(wanted)_\(number)".lowercased()).inserted { number += 1 }
    return "\(wanted)_\(number)"
  }
}

/// Narrows down what a column holds, a value at a time.
private struct KindGuess {
  private var kinds: Set<ExportColumn.Kind> = []

  mutating func take(_ value: Value) {
    switch value {
    case .null: break
    case .boolean: kinds.insert(.boolean)
    case .integer(let number):
      let isExact = number.magnitude <= ExportColumn.largestExactInteger.magnitude
      kinds.insert(isExact ? .long : .string)
    case .float: kinds.insert(.double)
    default: kinds.insert(.string)
    }
  }

  var kind: ExportColumn.Kind {
    if kinds.count == 1, let only = kinds.first { return only }
    return kinds == [.long, .double] ? .double : .string
  }
}

extension Value {
  /// A property as text for formats without lists, maps or dates: those as JSON and ISO 8601.
  var cellText: String {
    switch self {
    case .null, .node, .edge, .path: ""
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float(let number): number.description
    case .string(let text): text
    case .list, .map:
      plainJSON
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: temporalText ?? ""
    }
  }

  private var plainJSON: String {
    var json = JSONWriter()
    json.write(self, of: PropertyGraph())
    return json.text
  }
}

extension ZonedDateTime {
  /// ISO 8601 in UTC, since the tools that read exports know no other zone.
  var utcText: String {
    let (second, secondsPerDay) = (epochSecond, Int64(86_400))
    let day = (second >= 0 ? second : second - (secondsPerDay - 1)) / secondsPerDay
    let nanosecond =
      (second - day * secondsPerDay) * 1_000_000_000 + local.time.nanosecondOfDay % 1_000_000_000
    let date = CalendarDate(epochDay: day)
    return "\(date)T\(LocalTime(nanosecondOfDay: nanosecond))Z"
  }
}
