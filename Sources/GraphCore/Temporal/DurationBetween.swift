/// Durations from one temporal value to another, of whatever kinds.
///
/// What only one of the two has is lent to the other: its date, its zone. What neither has does not count.
package enum DurationBetween {
  /// Whole months, then whole days, then the rest in seconds.
  package static func between(_ from: Value, _ to: Value) throws(TemporalError) -> CalendarDuration {
    let pair = try Pair(from, to)
    let months = pair.hasDates ? pair.months : 0
    var start = try pair.start(after: months, days: 0)
    let days = pair.hasDates ? wholeDays(start.local, pair.endLocal) : 0
    if days != 0 { start = try pair.start(after: months, days: days) }
    return pair.rest(from: start, months: months, days: days)
  }

  package static func inMonths(_ from: Value, _ to: Value) throws(TemporalError) -> CalendarDuration {
    let pair = try Pair(from, to)
    return CalendarDuration(months: pair.hasDates ? pair.months : 0, days: 0, seconds: 0, nanoseconds: 0)
  }

  package static func inDays(_ from: Value, _ to: Value) throws(TemporalError) -> CalendarDuration {
    let pair = try Pair(from, to)
    let days = pair.hasDates ? wholeDays(pair.from.local, pair.endLocal) : 0
    return CalendarDuration(months: 0, days: days, seconds: 0, nanoseconds: 0)
  }

  package static func inSeconds(_ from: Value, _ to: Value) throws(TemporalError) -> CalendarDuration {
    let pair = try Pair(from, to)
    return pair.rest(from: pair.from, months: 0, days: 0)
  }
}

/// Two values on one clock.
private struct Pair {
  /// Whether both had a date of their own.
  let hasDates: Bool
  /// Both with a zone; UTC if neither has one, since local times then differ as in any zone without changes.
  let from: ZonedDateTime
  let to: ZonedDateTime
  /// `to` on the clocks of `from`'s zone.
  let endLocal: LocalDateTime

  init(_ first: Value, _ second: Value) throws(TemporalError) {
    guard let a = TemporalPoint(first), let b = TemporalPoint(second) else {
      let found = TemporalPoint(first) == nil ? first : second
      throw TemporalError(.invalidType, "a duration lies between two temporal values, found \(found.typeName)")
    }
    hasDates = a.date != nil && b.date != nil
    let day = a.date ?? b.date ?? CalendarDate(epochDay: 0)
    from = ZonedDateTime(
      LocalDateTime(date: a.date ?? day, time: a.time ?? .midnight), in: a.zone ?? b.zone ?? .utc,
      preferredOffset: a.offset)
    to = ZonedDateTime(
      LocalDateTime(date: b.date ?? day, time: b.time ?? .midnight), in: b.zone ?? a.zone ?? .utc,
      preferredOffset: b.offset)
    endLocal = try to.converted(to: from.timeZone).local
  }

  /// Whole months from the one date and time to the other.
  var months: Int64 {
    let start = from.local.date.civil
    let end = endDate(from.local, endLocal).civil
    let difference = (end.year - start.year) * 12 + end.month - start.month
    if difference > 0 && end.day < start.day { return difference - 1 }
    if difference < 0 && end.day > start.day { return difference + 1 }
    return difference
  }

  func start(after months: Int64, days: Int64) throws(TemporalError) -> ZonedDateTime {
    guard let start = from.adding(months: months)?.adding(days: days) else { throw .outOfRange("the date") }
    return start
  }

  /// What is left to `to`, as seconds and their fraction.
  func rest(from start: ZonedDateTime, months: Int64, days: Int64) -> CalendarDuration {
    let nanoseconds = to.local.time.nanosecond - start.local.time.nanosecond
    return CalendarDuration(
      months: months, days: days,
      seconds: to.epochSecond - start.epochSecond + floorDivide(nanoseconds, nanosecondsPerSecond),
      nanoseconds: Int32(floorRemainder(nanoseconds, nanosecondsPerSecond)))
  }
}

private func wholeDays(_ start: LocalDateTime, _ end: LocalDateTime) -> Int64 {
  endDate(start, end).epochDay - start.date.epochDay
}

/// The end's date, less the day that its time of day does not complete.
private func endDate(_ start: LocalDateTime, _ end: LocalDateTime) -> CalendarDate {
  if end.date > start.date && end.time < start.time { return CalendarDate(epochDay: end.date.epochDay - 1) }
  if end.date < start.date && end.time > start.time { return CalendarDate(epochDay: end.date.epochDay + 1) }
  return end.date
}
