import Hearsay

/// A value as query files write it: texts bare unless they could be taken for something else.
public struct CellText: Sendable {
  /// Tells the type as well as the value.
  public let full: String
  /// For what holds nodes or edges: these with the property that names them, and `…` for the rest.
  public let short: String?
  /// For a float.
  let number: Double?

  /// - Parameter graph: nodes and edges are looked up in it.
  public init(_ value: Value, in graph: any GraphReader = PropertyGraph()) {
    if case .float(let float) = value { number = float } else { number = nil }
    full = Self.text(value, ValueText(graph))
    short = value.holdsElements ? Self.text(value, ValueText(graph, .short)) : nil
  }

  /// The text to fill in: as short as it can be.
  var filledIn: String { short ?? full }

  private static func text(_ value: Value, _ text: ValueText) -> String {
    switch value {
    case .string(let string):
      let literal = value.literalText
      if literal.contains("…") { return literal.replacing("…", with: "\\u2026") }
      return isBare(string) ? string : literal
    case .list, .map: return text.plain(value).replacing("\n", with: " ")
    default: return text.plain(value)
    }
  }

  /// Whether the text can be taken for nothing but itself.
  private static func isBare(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    let startsBare =
      first.properties.isAlphabetic || first.properties.numericType != nil || first == "_" || first == "$"
    return startsBare && last != " " && !isTyped(text)
      && !text.unicodeScalars.contains {
        $0 == "\\" || $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0 == "…"
      }
  }

  private static func isTyped(_ text: String) -> Bool {
    if ["null", "true", "false"].contains(text) || Double(text) != nil || needsEvaluation(text) { return true }
    guard text.utf8.count <= 64, let first = text.utf8.first, (0x30...0x39).contains(first) || first == 0x50 else {
      return false
    }
    return (try? CalendarDate(parsing: text)) != nil || (try? LocalTime(parsing: text)) != nil
      || (try? ZonedTime(parsing: text)) != nil || (try? LocalDateTime(parsing: text)) != nil
      || (try? ZonedDateTime(parsing: text)) != nil || (try? CalendarDuration(parsing: text)) != nil
  }

  private static let constructors = ["date(", "time(", "localtime(", "datetime(", "localdatetime(", "duration("]

  /// Whether a cell that looks so is an expression.
  static func needsEvaluation(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    if first == "[" { return !text.hasPrefix("[:") }
    return "'\"{".contains(first) || constructors.contains { text.hasPrefix($0) }
  }
}

extension Value {
  /// The nodes, edges and paths in it, in the order they stand.
  var elements: [Value] {
    switch self {
    case .node, .edge, .path: [self]
    case .list(let values): values.flatMap(\.elements)
    case .map(let map): map.values.flatMap(\.elements)
    default: []
    }
  }
}
