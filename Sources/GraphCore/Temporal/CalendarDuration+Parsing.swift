extension CalendarDuration {
  /// `P1Y2M10DT2H30M6.5S` with fractions and signs on any part, or `P2012-02-02T14:37:21.545`; a sign before `P` counts
  /// for the whole.
  ///
  /// - Throws: `invalidValue` if the text is no duration, `outOfRange` if it cannot be held.
  public init(parsing text: String) throws(TemporalError) {
    let shown = String(text.unicodeScalars.prefix(60))
    let failure = TemporalError(
      .invalidValue, "`\(shown)` is no duration; expected a form such as `P1Y2M10DT2H30M`")
    var scanner = TemporalScanner(text)
    let isNegative = scanner.accept("-")
    if !isNegative { _ = scanner.accept("+") }
    guard scanner.accept("P"), var parts = scanner.dateForm() ?? scanner.unitForm(), scanner.isAtEnd else {
      throw failure
    }
    if isNegative { parts = DurationParts(months: -parts.months, days: -parts.days, nanoseconds: -parts.nanoseconds) }
    self = try parts.duration
  }

  /// From a map of amounts by unit (`{years: 1, hours: 2.5}`), integers or floats.
  ///
  /// - Throws: `invalidValue` for a key that is no unit, `invalidType` for an amount that is no number.
  package init(_ map: ValueMap) throws(TemporalError) {
    var parts = DurationParts()
    for (unit, value) in map.entries {
      guard let amount = fixedPoint(value) else {
        switch value {
        case .integer, .float:
          throw TemporalError(.invalidValue, "`\(unit)` of a duration is too large or no finite number")
        default: throw TemporalError(.invalidType, "`\(unit)` of a duration must be a number, found \(value.typeName)")
        }
      }
      try parts.add(amount, unit: unit)
    }
    self = try parts.duration
  }

  package static let unitNames = [
    "years", "quarters", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds",
    "nanoseconds",
  ]
}

extension DurationParts {
  fileprivate mutating func add(_ amount: Int128, unit: String) throws(TemporalError) {
    switch unit {
    case "years": months += amount * 12
    case "quarters": months += amount * 3
    case "months": months += amount
    case "weeks": days += amount * 7
    case "days": days += amount
    case "hours": nanoseconds += amount * 3600
    case "minutes": nanoseconds += amount * 60
    case "seconds": nanoseconds += amount
    case "milliseconds": nanoseconds += amount / 1000
    case "microseconds": nanoseconds += amount / 1_000_000
    case "nanoseconds": nanoseconds += amount / Self.scale
    default: throw TemporalError(.invalidValue, "a duration has no `\(unit)`")
    }
  }
}

/// A number in billionths, small enough that no unit's factor overflows; nil if it is none or larger.
private func fixedPoint(_ value: Value) -> Int128? {
  switch value {
  case .integer(let number): return Int128(number) * DurationParts.scale
  case .float(let number):
    guard number.magnitude < 1e19, let decimal = ShortestDecimal(number) else { return nil }
    // The digits up to the ninth after the point; what stands behind is below a nanosecond.
    let count = min(decimal.digits.count, max(0, decimal.pointPosition + 9))
    var result = decimal.digits[..<count].reduce(Int128(0)) { $0 * 10 + Int128($1) }
    if count > 0 { for _ in 0..<(decimal.pointPosition + 9 - count) { result *= 10 } }
    return decimal.isNegative ? -result : result
  default: return nil
  }
}

extension TemporalScanner {
  /// Parts with their units, in order, each at most once.
  fileprivate mutating func unitForm() -> DurationParts? {
    var parts = DurationParts()
    let months: [(Unicode.Scalar, Int128)] = [("Y", 12), ("M", 1)]
    let days: [(Unicode.Scalar, Int128)] = [("W", 7), ("D", 1)]
    let seconds: [(Unicode.Scalar, Int128)] = [("H", 3600), ("M", 60), ("S", 1)]
    var remaining = (months + days)[...]
    var isTime = false
    var isEmpty = true
    while !isAtEnd {
      if !isTime && accept("T") {
        isTime = true
        isEmpty = true
        remaining = seconds[...]
        continue
      }
      guard let amount = amount() else { return nil }
      guard let index = remaining.firstIndex(where: { accept($0.0) }) else { return nil }
      let product = amount * remaining[index].1
      if isTime {
        parts.nanoseconds += product
      } else if index < months.count {
        parts.months += product
      } else {
        parts.days += product
      }
      remaining = remaining[(index + 1)...]
      isEmpty = false
    }
    return isEmpty ? nil : parts
  }

  /// A signed decimal number in billionths, up to 19 digits before the point.
  private mutating func amount() -> Int128? {
    let isNegative = accept("-")
    if !isNegative { _ = accept("+") }
    var whole: Int128 = 0
    let count = digitsAhead
    guard 1...19 ~= count else { return nil }
    for _ in 0..<count { whole = whole * 10 + Int128(digits(1) ?? 0) }
    guard let fraction = longFraction() else { return nil }
    let amount = whole * DurationParts.scale + Int128(fraction)
    return isNegative ? -amount : amount
  }

  /// As `fraction`, but of more than nine digits the rest is dropped.
  private mutating func longFraction() -> Int64? {
    guard accept(".") || accept(",") else { return 0 }
    let count = digitsAhead
    guard count > 0 else { return nil }
    var number: Int64 = 0
    for place in 0..<max(count, 9) {
      let digit = place < count ? digits(1) ?? 0 : 0
      if place < 9 { number = number * 10 + digit }
    }
    return number
  }

  /// `2012-02-02T14:37:21.545`: amounts, not a point in time, so 0 is a month and 31 a day of any.
  fileprivate mutating func dateForm() -> DurationParts? {
    var ahead = self
    guard ahead.digitsAhead == 4, let years = ahead.digits(4), ahead.accept("-"), let months = ahead.digits(2),
      ahead.accept("-"), let days = ahead.digits(2), months <= 12, days <= 31
    else { return nil }
    var time = LocalTime.midnight
    if ahead.accept("T") {
      guard let amount = ahead.time() else { return nil }
      time = amount
    }
    self = ahead
    return DurationParts(
      months: Int128(years * 12 + months) * DurationParts.scale, days: Int128(days) * DurationParts.scale,
      nanoseconds: Int128(time.nanosecondOfDay))
  }
}
