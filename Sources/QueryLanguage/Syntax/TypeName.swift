/// A type as `IS :: type` and `CAST(… AS type)` name it.
public struct TypeName: Equatable, Sendable {
  public indirect enum Kind: Equatable, Sendable {
    case any, nothing, null
    case boolean, string, integer, float
    case date, localTime, zonedTime, localDateTime, zonedDateTime, duration
    case node, edge, path, map
    /// What a node or edge can store: no map, node, edge or path.
    case propertyValue
    case list(TypeName)
    /// At least two.
    case union([TypeName])
  }

  public var kind: Kind
  /// Whether null is of the type, as it is without `NOT NULL`.
  public var isNullable: Bool

  public init(_ kind: Kind, isNullable: Bool = true) {
    self.kind = kind
    self.isNullable = isNullable
  }
}

extension TypeName {
  /// How types are spelled, the canonical spelling of each first. Lists and unions have a form of their own.
  static let spellings: [(words: [String], kind: Kind)] = [
    (["ANY", "VALUE"], .any), (["ANY"], .any), (["NOTHING"], .nothing), (["NULL"], .null),
    (["BOOLEAN"], .boolean), (["BOOL"], .boolean), (["STRING"], .string), (["VARCHAR"], .string),
    (["INTEGER"], .integer), (["INT"], .integer), (["SIGNED", "INTEGER"], .integer), (["INTEGER64"], .integer),
    (["INT64"], .integer), (["FLOAT"], .float), (["FLOAT64"], .float), (["DATE"], .date),
    (["LOCAL", "TIME"], .localTime), (["TIME", "WITHOUT", "TIMEZONE"], .localTime),
    (["TIME", "WITHOUT", "TIME", "ZONE"], .localTime), (["ZONED", "TIME"], .zonedTime),
    (["TIME", "WITH", "TIMEZONE"], .zonedTime), (["TIME", "WITH", "TIME", "ZONE"], .zonedTime),
    (["LOCAL", "DATETIME"], .localDateTime), (["TIMESTAMP", "WITHOUT", "TIMEZONE"], .localDateTime),
    (["TIMESTAMP", "WITHOUT", "TIME", "ZONE"], .localDateTime), (["ZONED", "DATETIME"], .zonedDateTime),
    (["TIMESTAMP", "WITH", "TIMEZONE"], .zonedDateTime), (["TIMESTAMP", "WITH", "TIME", "ZONE"], .zonedDateTime),
    (["DURATION"], .duration), (["NODE"], .node), (["ANY", "NODE"], .node), (["VERTEX"], .node),
    (["ANY", "VERTEX"], .node), (["RELATIONSHIP"], .edge), (["ANY", "RELATIONSHIP"], .edge), (["EDGE"], .edge),
    (["ANY", "EDGE"], .edge), (["PATH"], .path), (["MAP"], .map), (["ANY", "MAP"], .map),
    (["PROPERTY", "VALUE"], .propertyValue), (["ANY", "PROPERTY", "VALUE"], .propertyValue),
  ]

  /// The canonical spellings of all types that are no lists or unions, for completion.
  public static let names: [String] = {
    var names: [String] = []
    var kinds: [Kind] = []
    for (words, kind) in spellings where !kinds.contains(kind) {
      kinds.append(kind)
      names.append(words.joined(separator: " "))
    }
    return names
  }()

  /// As the canonical spelling has it, without the bars of a union around it.
  public var spelling: String {
    let text =
      switch kind {
      case .list(let element): "LIST<\(element.spelling)>"
      case .union(let members): "ANY<\(members.map(\.spelling).joined(separator: " | "))>"
      default: Self.spellings.first { $0.kind == kind }?.words.joined(separator: " ") ?? "ANY"
      }
    return isNullable || kind == .nothing || kind == .null ? text : "\(text) NOT NULL"
  }
}
