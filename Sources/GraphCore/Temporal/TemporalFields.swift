/// The components a temporal value is built from: `{year: 1984, week: 10, dayOfWeek: 3}`, or other temporal values
/// with components that override theirs.
struct TemporalFields {
  static let dateNames = [
    "year", "month", "day", "week", "dayOfWeek", "quarter", "dayOfQuarter", "ordinalDay",
  ]
  static let timeNames = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]
  static let epochNames = ["epochSeconds", "epochMillis"]

  private var numbers: [String: Int64] = [:]
  /// A temporal value that lends its date, its time or both.
  var date: TemporalPoint?
  var time: TemporalPoint?
  var dateTime: TemporalPoint?
  var timezone: Zone?

  /// - Throws: `invalidValue` for a component that the kind of value has not, `invalidType` for one of a wrong kind.
  init(_ map: ValueMap, for kind: String, allowing names: [String]) throws(TemporalError) {
    for (name, value) in map.entries {
      guard names.contains(name) else {
        let known = names.map { "`\($0)`" }.joined(separator: ", ")
        throw TemporalError(.invalidValue, "a \(kind) has no `\(name)`; it is built from \(known)")
      }
      switch (name, value) {
      case ("timezone", .string(let text)): timezone = try Zone(parsing: text)
      case ("date", .date), ("date", .localDateTime), ("date", .dateTime): date = TemporalPoint(value)
      case ("time", .localTime), ("time", .time), ("time", .localDateTime), ("time", .dateTime):
        time = TemporalPoint(value)
      case ("datetime", .localDateTime), ("datetime", .dateTime): dateTime = TemporalPoint(value)
      case ("date", _), ("time", _), ("datetime", _), ("timezone", _):
        throw TemporalError(.invalidType, "`\(name)` cannot be taken from a value of type \(value.typeName)")
      case (_, .integer(let number)): numbers[name] = number
      default: throw TemporalError(.invalidType, "`\(name)` must be Integer, found \(value.typeName)")
      }
    }
  }

  subscript(name: String) -> Int64? { numbers[name] }

  var hasNumbers: Bool { !numbers.isEmpty }

  func hasAny(of names: [String]) -> Bool { names.contains { numbers[$0] != nil } }

  // MARK: Date

  /// The date that the components name, those left out taken from `base` or else the first of their kind.
  func date(from base: CalendarDate?) throws(TemporalError) -> CalendarDate {
    let styles = [["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"], ["ordinalDay"]]
    let used = styles.indices.filter { hasAny(of: styles[$0]) }
    guard used.count < 2 else {
      throw TemporalError(
        .invalidValue, "a date is named by month, week, quarter or day of the year, by one of them only")
    }
    guard base != nil || self["year"] != nil else {
      throw TemporalError(.invalidValue, "`year` must be given to build a date")
    }
    let date: CalendarDate?
    switch used.first {
    case 1: date = try weekDate(base)
    case 2: date = try quarterDate(base)
    case 3:
      date = CalendarDate(year: self["year"] ?? base?.year ?? 0, ordinalDay: self["ordinalDay"] ?? 1)
    default: date = try calendarDate(base)
    }
    guard let date else { throw TemporalError(.invalidValue, "there is no such day: \(description)") }
    return date
  }

  private func calendarDate(_ base: CalendarDate?) throws(TemporalError) -> CalendarDate? {
    if base == nil { try require("month", for: "day") }
    let civil = base?.civil
    return CalendarDate(
      year: self["year"] ?? civil?.year ?? 0, month: self["month"] ?? civil?.month ?? 1,
      day: self["day"] ?? civil?.day ?? 1)
  }

  private func weekDate(_ base: CalendarDate?) throws(TemporalError) -> CalendarDate? {
    if base == nil { try require("week", for: "dayOfWeek") }
    return CalendarDate(
      weekYear: self["year"] ?? base?.weekYear ?? 0, week: self["week"] ?? base?.week ?? 1,
      dayOfWeek: self["dayOfWeek"] ?? base?.dayOfWeek ?? 1)
  }

  private func quarterDate(_ base: CalendarDate?) throws(TemporalError) -> CalendarDate? {
    if base == nil { try require("quarter", for: "dayOfQuarter") }
    return CalendarDate(
      year: self["year"] ?? base?.year ?? 0, quarter: self["quarter"] ?? base?.quarter ?? 1,
      dayOfQuarter: self["dayOfQuarter"] ?? base?.dayOfQuarter ?? 1)
  }

  // MARK: Time

  /// The time that the components name, those left out taken from `base` or else 0.
  ///
  /// - Parameter keptFraction: nanoseconds that stay when finer units are given, as after cutting to the millisecond;
  ///   nil if any of these units replaces the whole fraction.
  func time(from base: LocalTime?, keptFraction: Int64? = nil) throws(TemporalError) -> LocalTime {
    if base == nil {
      try require("hour", for: "minute")
      try require("minute", for: "second")
      for name in ["millisecond", "microsecond", "nanosecond"] { try require("second", for: name) }
    }
    let hasFraction = hasAny(of: ["millisecond", "microsecond", "nanosecond"])
    let nanosecond = hasFraction ? try fraction() + (keptFraction ?? 0) : base?.nanosecond ?? 0
    guard
      let time = LocalTime(
        hour: self["hour"] ?? base?.hour ?? 0, minute: self["minute"] ?? base?.minute ?? 0,
        second: self["second"] ?? base?.second ?? 0, nanosecond: nanosecond)
    else { throw TemporalError(.invalidValue, "there is no such time: \(description)") }
    return time
  }

  /// Each unit counts within the next larger one that is given.
  private func fraction() throws(TemporalError) -> Int64 {
    var total: Int64 = 0
    var limit = nanosecondsPerSecond
    for (name, size) in [("millisecond", Int64(1_000_000)), ("microsecond", 1000), ("nanosecond", 1)] {
      guard let number = self[name] else { continue }
      guard 0..<(limit / size) ~= number else {
        throw TemporalError(.invalidValue, "`\(name)` must be 0 to \(limit / size - 1) here, found \(number)")
      }
      total += number * size
      limit = size
    }
    return total
  }

  private func require(_ larger: String, for name: String) throws(TemporalError) {
    if self[name] != nil && self[larger] == nil {
      throw TemporalError(.invalidValue, "`\(larger)` must be given where `\(name)` is")
    }
  }

  private var description: String {
    numbers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
  }
}
