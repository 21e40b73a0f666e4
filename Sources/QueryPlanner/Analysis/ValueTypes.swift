/// What kinds of value an expression may have, as far as the text of the query tells. Null may always occur
/// and is not counted.
///
/// An argument whose types share nothing with what a function takes is a mistake that can be told at compile time.
public struct ValueTypes: OptionSet, Sendable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  public static let boolean = ValueTypes(rawValue: 1 << 0)
  public static let integer = ValueTypes(rawValue: 1 << 1)
  public static let float = ValueTypes(rawValue: 1 << 2)
  public static let string = ValueTypes(rawValue: 1 << 3)
  public static let list = ValueTypes(rawValue: 1 << 4)
  public static let map = ValueTypes(rawValue: 1 << 5)
  public static let date = ValueTypes(rawValue: 1 << 6)
  public static let localTime = ValueTypes(rawValue: 1 << 7)
  public static let time = ValueTypes(rawValue: 1 << 8)
  public static let localDateTime = ValueTypes(rawValue: 1 << 9)
  public static let dateTime = ValueTypes(rawValue: 1 << 10)
  public static let duration = ValueTypes(rawValue: 1 << 11)
  public static let node = ValueTypes(rawValue: 1 << 12)
  public static let edge = ValueTypes(rawValue: 1 << 13)
  public static let path = ValueTypes(rawValue: 1 << 14)

  /// Only ever null: shares nothing with anything, and is welcome everywhere.
  public static let never: ValueTypes = []
  public static let any = ValueTypes(rawValue: (1 << 15) - 1)
  public static let number: ValueTypes = [.integer, .float]
  public static let element: ValueTypes = [.node, .edge]
  public static let temporal: ValueTypes = [.date, .localTime, .time, .localDateTime, .dateTime]

  /// Names in the field's words, for messages: `Integer or Float`.
  public var names: String {
    let table: [(ValueTypes, String)] = [
      (.boolean, "Boolean"), (.integer, "Integer"), (.float, "Float"), (.string, "String"), (.list, "List"),
      (.map, "Map"), (.date, "Date"), (.localTime, "LocalTime"), (.time, "Time"), (.localDateTime, "LocalDateTime"),
      (.dateTime, "DateTime"), (.duration, "Duration"), (.node, "Node"), (.edge, "Edge"), (.path, "Path"),
    ]
    let named = table.filter { contains($0.0) }.map(\.1)
    return named.isEmpty ? "Null" : named.joined(separator: " or ")
  }
}
