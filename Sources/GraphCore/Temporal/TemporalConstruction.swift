/// Temporal values from maps of components and from other temporal values.
///
/// `now` is the statement's time in seconds since 1970-01-01T00:00Z: the offset of a named zone that a time of day is
/// given, since it has no date to ask.
package enum TemporalConstruction {
  /// Components and sources that a map may give, by the name of the function.
  package static func componentNames(of function: String) -> [String] {
    switch function {
    case "date": dateSources
    case "localtime": timeSources
    case "time": timeSources + ["timezone"]
    case "localdatetime": dateTimeSources
    case "datetime": dateTimeSources + ["timezone"] + TemporalFields.epochNames
    case "duration": CalendarDuration.unitNames
    default: []
    }
  }

  private static let dateSources = ["date", "datetime"] + TemporalFields.dateNames
  private static let timeSources = ["time", "datetime"] + TemporalFields.timeNames
  private static let dateTimeSources =
    ["date", "time", "datetime"] + TemporalFields.dateNames + TemporalFields.timeNames

  package static func date(_ map: ValueMap) throws(TemporalError) -> CalendarDate {
    let fields = try TemporalFields(map, for: "date", allowing: dateSources)
    return try fields.date(from: (fields.date ?? fields.dateTime)?.date)
  }

  package static func localTime(_ map: ValueMap) throws(TemporalError) -> LocalTime {
    let fields = try TemporalFields(map, for: "local time", allowing: timeSources)
    return try fields.timeOfDay()
  }

  package static func time(_ map: ValueMap, now: Int64) throws(TemporalError) -> ZonedTime {
    let fields = try TemporalFields(map, for: "time", allowing: componentNames(of: "time"))
    let base = fields.time ?? fields.dateTime
    let local = try fields.timeOfDay()
    guard let zone = fields.timezone else { return ZonedTime(local: local, offsetSeconds: base?.offset ?? 0) }
    let offset = zone.offset(at: now)
    guard let given = base?.offset else { return ZonedTime(local: local, offsetSeconds: offset) }
    let shifted = local.adding(seconds: Int64(offset) - Int64(given), nanoseconds: 0)
    return ZonedTime(local: shifted, offsetSeconds: offset)
  }

  package static func localDateTime(_ map: ValueMap) throws(TemporalError) -> LocalDateTime {
    try TemporalFields(map, for: "local date and time", allowing: dateTimeSources).localDateTime()
  }

  /// A source with a zone keeps its instant when `timezone` names another one, a source without keeps its clock.
  package static func dateTime(_ map: ValueMap) throws(TemporalError) -> ZonedDateTime {
    let fields = try TemporalFields(map, for: "date and time", allowing: componentNames(of: "datetime"))
    if fields.hasAny(of: TemporalFields.epochNames) { return try fields.instant() }
    let local = try fields.localDateTime()
    let source = fields.time ?? fields.dateTime
    guard let zone = source?.zone else { return ZonedDateTime(local, in: fields.timezone ?? .utc) }
    let dateTime = ZonedDateTime(local, in: zone, preferredOffset: source?.offset)
    return try fields.timezone.map { (zone) throws(TemporalError) in try dateTime.converted(to: zone) } ?? dateTime
  }
}

extension TemporalFields {
  fileprivate func timeOfDay() throws(TemporalError) -> LocalTime {
    let base = (time ?? dateTime)?.time
    guard base != nil || self["hour"] != nil else {
      throw TemporalError(.invalidValue, "`hour` must be given to build a time")
    }
    return try time(from: base)
  }

  fileprivate func localDateTime() throws(TemporalError) -> LocalDateTime {
    LocalDateTime(
      date: try date(from: (date ?? dateTime)?.date),
      time: try time(from: (time ?? dateTime)?.time ?? .midnightIf(self)))
  }

  /// `{epochSeconds: …}` and `{epochMillis: …}`, with a finer fraction and a zone if given.
  fileprivate func instant() throws(TemporalError) -> ZonedDateTime {
    guard self["epochSeconds"] == nil || self["epochMillis"] == nil, date == nil, time == nil, dateTime == nil,
      !hasAny(of: Self.dateNames + ["hour", "minute", "second"])
    else {
      throw TemporalError(
        .invalidValue, "`epochSeconds` or `epochMillis` goes with `timezone` and fractions of a second only")
    }
    let milliseconds = self["epochMillis"]
    let seconds = milliseconds.map { floorDivide($0, 1000) } ?? self["epochSeconds"] ?? 0
    let start = milliseconds.map { floorRemainder($0, 1000) * 1_000_000 } ?? 0
    let fraction = try time(from: .midnight).nanosecond
    guard start == 0 || fraction < 1_000_000 else {
      throw TemporalError(.invalidValue, "a fraction beside `epochMillis` must be below a millisecond")
    }
    guard let result = ZonedDateTime(epochSecond: seconds, nanosecond: start + fraction, zone: timezone ?? .utc) else {
      throw .outOfRange("the date")
    }
    return result
  }
}

extension LocalTime {
  /// Midnight to build on where no component of the time is given; nil, so that gaps are told, where one is.
  fileprivate static func midnightIf(_ fields: TemporalFields) -> LocalTime? {
    fields.hasAny(of: TemporalFields.timeNames) ? nil : .midnight
  }
}

extension Zone {
  func offset(at epochSecond: Int64) -> Int32 {
    switch self {
    case .offset(let seconds): seconds
    case .named(_, let zone): TimeZones.offset(of: zone, at: epochSecond)
    }
  }
}

extension ZonedDateTime {
  /// The same instant on the clocks of another zone.
  func converted(to zone: Zone) throws(TemporalError) -> ZonedDateTime {
    guard let result = ZonedDateTime(epochSecond: epochSecond, nanosecond: local.time.nanosecond, zone: zone) else {
      throw .outOfRange("the date")
    }
    return result
  }

  /// An instant in UTC.
  ///
  /// - Throws: `outOfRange` beyond the last year.
  package init(epochSecond: Int64, nanosecond: Int64) throws(TemporalError) {
    let carried = floorDivide(nanosecond, nanosecondsPerSecond)
    let (second, overflow) = epochSecond.addingReportingOverflow(carried)
    guard !overflow,
      let result = ZonedDateTime(
        epochSecond: second, nanosecond: floorRemainder(nanosecond, nanosecondsPerSecond), zone: .utc)
    else { throw .outOfRange("the date") }
    self = result
  }

  /// An instant on the clocks of the zone that `text` names: `+03:00`, `Europe/Moscow`.
  package init(epochSecond: Int64, nanosecond: Int64, zoneText: String) throws(TemporalError) {
    self = try ZonedDateTime(epochSecond: epochSecond, nanosecond: nanosecond).converted(to: Zone(parsing: zoneText))
  }
}

/// Conversions between kinds: what the other has not is midnight or UTC; nil where a date or a time would be missing.
extension Value {
  package func asDate() -> CalendarDate? { TemporalPoint(self)?.date }

  package func asLocalTime() -> LocalTime? { TemporalPoint(self)?.time }

  package func asTime() -> ZonedTime? {
    guard let point = TemporalPoint(self), let time = point.time else { return nil }
    return ZonedTime(local: time, offsetSeconds: point.offset ?? 0)
  }

  package func asLocalDateTime() -> LocalDateTime? {
    guard let point = TemporalPoint(self), let date = point.date else { return nil }
    return LocalDateTime(date: date, time: point.time ?? .midnight)
  }

  package func asDateTime() -> ZonedDateTime? {
    if case .dateTime(let value) = self { return value }
    return asLocalDateTime().map { ZonedDateTime(local: $0, offsetSeconds: 0, zone: nil) }
  }
}
