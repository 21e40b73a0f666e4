/// What a temporal value can be cut down to.
package enum TruncationUnit: String, CaseIterable, Comparable, Sendable {
  // From the smallest to the largest.
  case microsecond, millisecond, second, minute, hour, day, week, month, quarter, weekYear, year, decade, century
  case millennium

  package init(parsing name: String) throws(TemporalError) {
    guard let unit = Self.allCases.first(where: { $0.rawValue.lowercased() == name.lowercased() }) else {
      let known = Self.allCases.reversed().map { "`\($0.rawValue)`" }.joined(separator: ", ")
      throw TemporalError(.invalidValue, "unknown unit `\(String(name.unicodeScalars.prefix(60)))`; known are \(known)")
    }
    self = unit
  }

  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension CalendarDate {
  /// The first day of the unit that the date lies in.
  package func truncated(to unit: TruncationUnit) throws(TemporalError) -> CalendarDate {
    let civil = civil
    let result: CalendarDate? =
      switch unit {
      case .microsecond, .millisecond, .second, .minute, .hour, .day: self
      case .week: adding(days: 1 - dayOfWeek)
      case .month: CalendarDate(year: civil.year, month: civil.month, day: 1)
      case .quarter: CalendarDate(year: civil.year, quarter: quarter, dayOfQuarter: 1)
      case .weekYear: CalendarDate(weekYear: weekYear, week: 1, dayOfWeek: 1)
      case .year: CalendarDate(year: civil.year, month: 1, day: 1)
      case .decade: CalendarDate(year: floorDivide(civil.year, 10) * 10, month: 1, day: 1)
      case .century: CalendarDate(year: floorDivide(civil.year, 100) * 100, month: 1, day: 1)
      case .millennium: CalendarDate(year: floorDivide(civil.year, 1000) * 1000, month: 1, day: 1)
      }
    guard let result else { throw .outOfRange("the date") }
    return result
  }
}

extension LocalTime {
  package func truncated(to unit: TruncationUnit) -> LocalTime {
    let size: Int64 =
      switch unit {
      case .microsecond: 1000
      case .millisecond: 1_000_000
      case .second: nanosecondsPerSecond
      case .minute: 60 * nanosecondsPerSecond
      case .hour: 3600 * nanosecondsPerSecond
      default: Self.nanosecondsPerDay
      }
    return LocalTime(nanosecondOfDay: nanosecondOfDay / size * size)
  }
}

/// `date.truncate(unit, value, components)` and its kin: cut down to a unit, then with components set, as in
/// `{day: 2}` or `{timezone: 'Europe/Moscow'}`.
package enum TemporalTruncation {
  package static func date(
    _ unit: TruncationUnit, _ value: Value, _ map: ValueMap
  ) throws(TemporalError) -> CalendarDate {
    guard unit >= .day else { throw TemporalError(.invalidValue, "a date cannot be truncated to `\(unit.rawValue)`") }
    let fields = try TemporalFields(map, for: "date", allowing: TemporalFields.dateNames)
    guard let date = value.asDate() else { throw cannotTruncate(value, "date") }
    return try fields.date(from: try date.truncated(to: unit))
  }

  package static func localTime(
    _ unit: TruncationUnit, _ value: Value, _ map: ValueMap
  ) throws(TemporalError) -> LocalTime {
    let fields = try TemporalFields(map, for: "local time", allowing: TemporalFields.timeNames)
    guard let time = value.asLocalTime() else { throw cannotTruncate(value, "local time") }
    return try truncate(time, unit, fields)
  }

  /// A zone set takes the place of the value's; the clock stays.
  package static func time(
    _ unit: TruncationUnit, _ value: Value, _ map: ValueMap, now: Int64
  ) throws(TemporalError) -> ZonedTime {
    let fields = try TemporalFields(map, for: "time", allowing: TemporalFields.timeNames + ["timezone"])
    guard let time = value.asTime() else { throw cannotTruncate(value, "time") }
    return ZonedTime(
      local: try truncate(time.local, unit, fields),
      offsetSeconds: fields.timezone?.offset(at: now) ?? time.offsetSeconds)
  }

  package static func localDateTime(
    _ unit: TruncationUnit, _ value: Value, _ map: ValueMap
  ) throws(TemporalError) -> LocalDateTime {
    let names = TemporalFields.dateNames + TemporalFields.timeNames
    let fields = try TemporalFields(map, for: "local date and time", allowing: names)
    guard let dateTime = value.asLocalDateTime() else { throw cannotTruncate(value, "local date and time") }
    return try truncate(dateTime, unit, fields)
  }

  package static func dateTime(
    _ unit: TruncationUnit, _ value: Value, _ map: ValueMap
  ) throws(TemporalError) -> ZonedDateTime {
    let names = TemporalFields.dateNames + TemporalFields.timeNames + ["timezone"]
    let fields = try TemporalFields(map, for: "date and time", allowing: names)
    guard let dateTime = value.asDateTime() else { throw cannotTruncate(value, "date and time") }
    let local = try truncate(dateTime.local, unit, fields)
    if let zone = fields.timezone { return ZonedDateTime(local, in: zone) }
    return ZonedDateTime(local, in: dateTime.timeZone, preferredOffset: dateTime.offsetSeconds)
  }

  private static func truncate(
    _ dateTime: LocalDateTime, _ unit: TruncationUnit, _ fields: TemporalFields
  ) throws(TemporalError) -> LocalDateTime {
    let time = dateTime.time.truncated(to: unit)
    return LocalDateTime(
      date: try fields.date(from: try dateTime.date.truncated(to: unit)),
      time: try fields.time(from: time, keptFraction: keptFraction(of: time, unit)))
  }

  private static func truncate(
    _ time: LocalTime, _ unit: TruncationUnit, _ fields: TemporalFields
  ) throws(TemporalError) -> LocalTime {
    guard unit <= .day else { throw TemporalError(.invalidValue, "a time cannot be truncated to `\(unit.rawValue)`") }
    let time = time.truncated(to: unit)
    return try fields.time(from: time, keptFraction: keptFraction(of: time, unit))
  }

  /// A nanosecond set after cutting to the millisecond stands beside that millisecond.
  private static func keptFraction(of time: LocalTime, _ unit: TruncationUnit) -> Int64? {
    unit <= .millisecond ? time.nanosecond : nil
  }
}

private func cannotTruncate(_ value: Value, _ kind: String) -> TemporalError {
  TemporalError(.invalidType, "a \(kind) cannot be made of a value of type \(value.typeName)")
}
