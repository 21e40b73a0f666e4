import GraphCore

extension TimeValue {
  /// The days it may have been, from 1970; nil if an end is open or nothing is known.
  var days: ClosedRange<Int64>? {
    guard let first = start.flatMap(Self.firstDay(of:)) else { return nil }
    switch precision {
    case .day: return first...first
    case .month, .year, .between:
      let last = (end ?? start).flatMap(Self.lastDay(of:)) ?? first
      return first...max(first, last)
    case .before, .after, .unknown: return nil
    }
  }

  /// How little the precision leaves open: the smaller, the more is known.
  var vagueness: Int {
    switch precision {
    case .day: 0
    case .between: days.map { $0.count <= 31 ? 1 : 3 } ?? 5
    case .month: 2
    case .year: 4
    case .before, .after: 5
    case .unknown: 6
    }
  }

  private static func firstDay(of text: String) -> Int64? { CalendarDate(iso8601: fullDate(text))?.epochDay }

  /// `2024` ends with its year, `2024-03` with its month.
  private static func lastDay(of text: String) -> Int64? {
    guard let first = firstDay(of: text) else { return nil }
    switch text.utf8.count {
    case 4: return Int64(text).flatMap { CalendarDate(year: $0, month: 12, day: 31)?.epochDay }
    case 7:
      guard let year = Int64(text.prefix(4)), let month = Int64(text.suffix(2)) else { return first }
      return first + lengthOfMonth(month, year: year) - 1
    default: return first
    }
  }

  /// A year or a month by its first day; a full date as it is.
  static func fullDate(_ text: String) -> String {
    switch text.utf8.count {
    case 4: "\(text)-01-01"
    case 7: "\(text)-01"
    default: text
    }
  }
}
