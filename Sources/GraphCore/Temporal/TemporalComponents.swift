extension CalendarDate {
  package static let componentNames = [
    "year", "quarter", "month", "week", "weekYear", "day", "ordinalDay", "weekDay", "dayOfWeek", "dayOfQuarter",
  ]

  /// `d.year`, `d.weekYear` …; nil for a name that a date has not.
  package func component(_ name: String) -> Value? {
    switch name {
    case "year": .integer(year)
    case "quarter": .integer(quarter)
    case "month": .integer(month)
    case "week": .integer(week)
    case "weekYear": .integer(weekYear)
    case "day": .integer(day)
    case "ordinalDay": .integer(ordinalDay)
    case "weekDay", "dayOfWeek": .integer(dayOfWeek)
    case "dayOfQuarter": .integer(dayOfQuarter)
    default: nil
    }
  }
}

extension LocalTime {
  package static let componentNames = ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond"]

  package func component(_ name: String) -> Value? {
    switch name {
    case "hour": .integer(hour)
    case "minute": .integer(minute)
    case "second": .integer(second)
    case "millisecond": .integer(nanosecond / 1_000_000)
    case "microsecond": .integer(nanosecond / 1000)
    case "nanosecond": .integer(nanosecond)
    default: nil
    }
  }
}

extension LocalDateTime {
  package static let componentNames = CalendarDate.componentNames + LocalTime.componentNames

  package func component(_ name: String) -> Value? { date.component(name) ?? time.component(name) }
}

private let offsetComponentNames = ["timezone", "offset", "offsetMinutes", "offsetSeconds"]

private func offsetComponent(_ name: String, _ offsetSeconds: Int32, zone: String?) -> Value? {
  switch name {
  case "timezone": .string(zone ?? offsetText(offsetSeconds))
  case "offset": .string(offsetText(offsetSeconds))
  case "offsetMinutes": .integer(Int64(offsetSeconds / 60))
  case "offsetSeconds": .integer(Int64(offsetSeconds))
  default: nil
  }
}

extension ZonedTime {
  package static let componentNames = LocalTime.componentNames + offsetComponentNames

  package func component(_ name: String) -> Value? {
    local.component(name) ?? offsetComponent(name, offsetSeconds, zone: nil)
  }
}

extension ZonedDateTime {
  package static let componentNames =
    LocalDateTime.componentNames + offsetComponentNames + ["epochSeconds", "epochMillis"]

  package func component(_ name: String) -> Value? {
    switch name {
    case "epochSeconds": .integer(epochSecond)
    case "epochMillis": combined(epochSecond, 1000, local.time.nanosecond / 1_000_000)
    default: local.component(name) ?? offsetComponent(name, offsetSeconds, zone: zone)
    }
  }
}

extension CalendarDuration {
  package static let componentNames = [
    "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
    "nanoseconds", "quartersOfYear", "monthsOfQuarter", "monthsOfYear", "daysOfWeek", "minutesOfHour",
    "secondsOfMinute", "millisecondsOfSecond", "microsecondsOfSecond", "nanosecondsOfSecond",
  ]

  /// Units within a part (`d.hours` of the seconds, `d.years` of the months), whole or what is left of the larger unit.
  package func component(_ name: String) -> Value? {
    let nanosecond = Int64(nanoseconds)
    return switch name {
    case "years": .integer(months / 12)
    case "quarters": .integer(months / 3)
    case "months": .integer(months)
    case "weeks": .integer(days / 7)
    case "days": .integer(days)
    case "hours": .integer(seconds / 3600)
    case "minutes": .integer(seconds / 60)
    case "seconds": .integer(seconds)
    case "milliseconds": combined(seconds, 1000, nanosecond / 1_000_000)
    case "microseconds": combined(seconds, 1_000_000, nanosecond / 1000)
    case "nanoseconds": combined(seconds, nanosecondsPerSecond, nanosecond)
    case "quartersOfYear": .integer(months / 3 % 4)
    case "monthsOfQuarter": .integer(months % 3)
    case "monthsOfYear": .integer(months % 12)
    case "daysOfWeek": .integer(days % 7)
    case "minutesOfHour": .integer(seconds / 60 % 60)
    case "secondsOfMinute": .integer(seconds % 60)
    case "millisecondsOfSecond": .integer(nanosecond / 1_000_000)
    case "microsecondsOfSecond": .integer(nanosecond / 1000)
    case "nanosecondsOfSecond": .integer(nanosecond)
    default: nil
    }
  }
}

/// `seconds × unit + rest`; null if that does not fit, as nothing else could be said.
private func combined(_ seconds: Int64, _ unit: Int64, _ rest: Int64) -> Value {
  let sum = Int128(seconds) * Int128(unit) + Int128(rest)
  return Int64(exactly: sum).map(Value.integer) ?? .null
}

extension Value {
  /// A component of a temporal value or duration by its name; nil if it has none of that name, or this is no such value.
  public func temporalComponent(_ name: String) -> Value? {
    switch self {
    case .date(let value): value.component(name)
    case .localTime(let value): value.component(name)
    case .time(let value): value.component(name)
    case .localDateTime(let value): value.component(name)
    case .dateTime(let value): value.component(name)
    case .duration(let value): value.component(name)
    default: nil
    }
  }

  /// The names that `temporalComponent` answers for this kind of value; empty if it is no temporal value.
  public var temporalComponentNames: [String] {
    switch self {
    case .date: CalendarDate.componentNames
    case .localTime: LocalTime.componentNames
    case .time: ZonedTime.componentNames
    case .localDateTime: LocalDateTime.componentNames
    case .dateTime: ZonedDateTime.componentNames
    case .duration: CalendarDuration.componentNames
    default: []
    }
  }
}
