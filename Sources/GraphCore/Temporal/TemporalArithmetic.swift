/// `+ - * /` on temporal values and durations. Each gives nil for kinds of value that it does not combine.
package enum TemporalArithmetic {
  package static func add(_ a: Value, _ b: Value) throws(TemporalError) -> Value? {
    switch (a, b) {
    case (.duration(let x), .duration(let y)): return .duration(try x.adding(y))
    case (_, .duration(let duration)): return try a.adding(duration)
    case (.duration(let duration), _): return try b.adding(duration)
    default: return nil
    }
  }

  package static func subtract(_ a: Value, _ b: Value) throws(TemporalError) -> Value? {
    guard case .duration(let duration) = b else { return nil }
    if case .duration(let x) = a { return .duration(try x.subtracting(duration)) }
    return try a.adding(try duration.negated())
  }

  package static func multiply(_ a: Value, _ b: Value) throws(TemporalError) -> Value? {
    switch (a, b) {
    case (.duration(let duration), .integer(let number)), (.integer(let number), .duration(let duration)):
      return .duration(try duration.multiplied(by: number))
    case (.duration(let duration), .float(let number)), (.float(let number), .duration(let duration)):
      return .duration(try duration.multiplied(by: number))
    default: return nil
    }
  }

  package static func divide(_ a: Value, _ b: Value) throws(TemporalError) -> Value? {
    switch (a, b) {
    case (.duration(let duration), .integer(let number)): return .duration(try duration.divided(by: Double(number)))
    case (.duration(let duration), .float(let number)): return .duration(try duration.divided(by: number))
    default: return nil
    }
  }
}

extension Value {
  /// Months first, then days, then seconds; nil if this is no temporal value.
  fileprivate func adding(_ duration: CalendarDuration) throws(TemporalError) -> Value? {
    switch self {
    case .date(let date): return .date(try date.adding(duration))
    case .localTime(let time): return .localTime(time.adding(duration))
    case .time(let time):
      return .time(ZonedTime(local: time.local.adding(duration), offsetSeconds: time.offsetSeconds))
    case .localDateTime(let dateTime): return .localDateTime(try dateTime.adding(duration))
    case .dateTime(let dateTime): return .dateTime(try dateTime.adding(duration))
    default: return nil
    }
  }
}

extension CalendarDate {
  /// Of the duration's seconds only whole days count.
  package func adding(_ duration: CalendarDuration) throws(TemporalError) -> CalendarDate {
    guard
      let date = adding(months: duration.months)?.adding(days: duration.days)?.adding(days: duration.wholeDaysOfSeconds)
    else { throw .outOfRange("the date") }
    return date
  }
}

extension LocalTime {
  /// Months and days do not change a time of day.
  fileprivate func adding(_ duration: CalendarDuration) -> LocalTime {
    adding(seconds: duration.seconds, nanoseconds: Int64(duration.nanoseconds))
  }
}

extension LocalDateTime {
  package func adding(_ duration: CalendarDuration) throws(TemporalError) -> LocalDateTime {
    guard let date = date.adding(months: duration.months)?.adding(days: duration.days),
      let sum = LocalDateTime(date: date, time: time)
        .adding(seconds: duration.seconds, nanoseconds: Int64(duration.nanoseconds))
    else { throw .outOfRange("the date") }
    return sum
  }
}

extension ZonedDateTime {
  /// Months and days move the clock's date, seconds the instant: a day may have 23 hours, an hour has 60 minutes.
  package func adding(_ duration: CalendarDuration) throws(TemporalError) -> ZonedDateTime {
    guard let moved = adding(months: duration.months)?.adding(days: duration.days) else {
      throw .outOfRange("the date")
    }
    if duration.seconds == 0 && duration.nanoseconds == 0 { return moved }
    let total = moved.local.time.nanosecond + Int64(duration.nanoseconds)
    let (second, overflow) = moved.epochSecond.addingReportingOverflow(duration.seconds)
    let (carried, second2) = second.addingReportingOverflow(total / nanosecondsPerSecond)
    guard !overflow, !second2,
      let sum = ZonedDateTime(epochSecond: carried, nanosecond: total % nanosecondsPerSecond, zone: moved.timeZone)
    else { throw .outOfRange("the date") }
    return sum
  }

  func adding(months: Int64) -> ZonedDateTime? { months == 0 ? self : local.date.adding(months: months).map(moved) }

  func adding(days: Int64) -> ZonedDateTime? { days == 0 ? self : local.date.adding(days: days).map(moved) }

  private func moved(to date: CalendarDate) -> ZonedDateTime {
    ZonedDateTime(LocalDateTime(date: date, time: local.time), in: timeZone, preferredOffset: offsetSeconds)
  }
}

extension CalendarDuration {
  package static let zero = CalendarDuration(months: 0, days: 0, seconds: 0, nanoseconds: 0)

  /// Whole days of 86,400 seconds, towards zero.
  fileprivate var wholeDaysOfSeconds: Int64 {
    let days = seconds / secondsPerDay
    // -86,400 s and a fraction up is less than a whole day.
    return seconds < 0 && nanoseconds > 0 && seconds % secondsPerDay == 0 ? days + 1 : days
  }

  package func adding(_ other: CalendarDuration) throws(TemporalError) -> CalendarDuration {
    let nanos = Int64(nanoseconds) + Int64(other.nanoseconds)
    let (months, m) = months.addingReportingOverflow(other.months)
    let (days, d) = days.addingReportingOverflow(other.days)
    let (sum, s) = seconds.addingReportingOverflow(other.seconds)
    let (seconds, c) = sum.addingReportingOverflow(nanos / nanosecondsPerSecond)
    if m || d || s || c { throw .outOfRange("the duration") }
    return CalendarDuration(
      months: months, days: days, seconds: seconds, nanoseconds: Int32(nanos % nanosecondsPerSecond))
  }

  package func subtracting(_ other: CalendarDuration) throws(TemporalError) -> CalendarDuration {
    try adding(try other.negated())
  }

  package func negated() throws(TemporalError) -> CalendarDuration { try multiplied(by: Int64(-1)) }

  package func multiplied(by factor: Int64) throws(TemporalError) -> CalendarDuration {
    let (months, m) = months.multipliedReportingOverflow(by: factor)
    let (days, d) = days.multipliedReportingOverflow(by: factor)
    let (nanoseconds, n) = totalNanoseconds.multipliedReportingOverflow(by: Int128(factor))
    if m || d || n { throw .outOfRange("the duration") }
    return try DurationParts(
      months: Int128(months) * DurationParts.scale, days: Int128(days) * DurationParts.scale, nanoseconds: nanoseconds
    ).duration
  }

  /// Fractions of months become days by the average month, fractions of days become seconds.
  package func multiplied(by factor: Double) throws(TemporalError) -> CalendarDuration {
    if let whole = Int64(exactly: factor) { return try multiplied(by: whole) }
    return try scaled {
      $0 * factor
    } exact: {
      $0.times(decimal: factor)
    }
  }

  package func divided(by divisor: Double) throws(TemporalError) -> CalendarDuration {
    if divisor == 0 || divisor.isNaN { throw TemporalError(.outOfRange, "a duration cannot be divided by \(divisor)") }
    return try scaled {
      $0 / divisor
    } exact: {
      $0.over(decimal: divisor)
    }
  }

  private func scaled(
    _ approximate: (Double) -> Double, exact: (Int128) -> Int128?
  ) throws(TemporalError) -> CalendarDuration {
    func part(_ value: Int128) throws(TemporalError) -> Int128 {
      if let result = exact(value) { return result }
      guard let result = Int128(exactly: approximate(Double(value)).rounded(.towardZero)) else {
        throw .outOfRange("the duration")
      }
      return result
    }
    return try DurationParts(
      months: try part(Int128(months) * DurationParts.scale), days: try part(Int128(days) * DurationParts.scale),
      nanoseconds: try part(totalNanoseconds)
    ).duration
  }

  private var totalNanoseconds: Int128 {
    Int128(seconds) * Int128(nanosecondsPerSecond) + Int128(nanoseconds)
  }
}

extension Int128 {
  /// By the decimal digits that the float shows; nil if the way there does not fit 128 bits.
  fileprivate func times(decimal factor: Double) -> Int128? {
    ShortestDecimal(factor)?.fraction.flatMap { times($0.numerator, over: $0.denominator) }
  }

  fileprivate func over(decimal divisor: Double) -> Int128? {
    ShortestDecimal(divisor)?.fraction.flatMap {
      $0.numerator < 0 ? times(-$0.denominator, over: -$0.numerator) : times($0.denominator, over: $0.numerator)
    }
  }

  private func times(_ numerator: Int128, over denominator: Int128) -> Int128? {
    let (product, overflow) = multipliedReportingOverflow(by: numerator)
    return overflow || denominator == 0 ? nil : product / denominator
  }
}

extension ShortestDecimal {
  /// As a fraction; nil for what is very large or very small.
  fileprivate var fraction: (numerator: Int128, denominator: Int128)? {
    let exponent = pointPosition - digits.count
    guard -30...20 ~= exponent else { return nil }
    var numerator = digits.reduce(Int128(0)) { $0 * 10 + Int128($1) }
    var denominator: Int128 = 1
    for _ in 0..<exponent.magnitude { if exponent < 0 { denominator *= 10 } else { numerator *= 10 } }
    return (isNegative ? -numerator : numerator, denominator)
  }
}
