/// Canonical text: what `toString` gives, exports write and the parser reads back. Seconds are left out when they and
/// the fraction are zero.
extension CalendarDate: CustomStringConvertible {
  public var description: String {
    let civil = civil
    let year = padded(civil.year.magnitude, 4)
    let sign = civil.year < 0 ? "-" : (civil.year > 9999 ? "+" : "")
    return "\(sign)\(year)-\(padded(civil.month.magnitude, 2))-\(padded(civil.day.magnitude, 2))"
  }
}

extension LocalTime: CustomStringConvertible {
  public var description: String {
    let minutes = "\(padded(hour.magnitude, 2)):\(padded(minute.magnitude, 2))"
    if second == 0 && nanosecond == 0 { return minutes }
    return "\(minutes):\(padded(second.magnitude, 2))\(fractionText(nanosecond))"
  }
}

extension ZonedTime: CustomStringConvertible {
  public var description: String { "\(local)\(offsetText(offsetSeconds))" }
}

extension LocalDateTime: CustomStringConvertible {
  public var description: String { "\(date)T\(time)" }
}

extension ZonedDateTime: CustomStringConvertible {
  public var description: String { "\(local)\(offsetText(offsetSeconds))" + (zone.map { "[\($0)]" } ?? "") }
}

extension CalendarDuration: CustomStringConvertible {
  public var description: String {
    if months == 0 && days == 0 && seconds == 0 && nanoseconds == 0 { return "PT0S" }
    var text = "P" + part(months / 12, "Y") + part(months % 12, "M") + part(days, "D")
    if seconds == 0 && nanoseconds == 0 { return text }
    // The sign stands with each part; the fraction has it too.
    let isNegative = seconds < 0
    let whole = isNegative && nanoseconds > 0 ? seconds + 1 : seconds
    let fraction = isNegative && nanoseconds > 0 ? nanosecondsPerSecond - Int64(nanoseconds) : Int64(nanoseconds)
    text += "T" + part(whole / 3600, "H") + part(whole / 60 % 60, "M")
    let rest = whole % 60
    if rest != 0 || fraction != 0 { text += "\(isNegative ? "-" : "")\(rest.magnitude)\(fractionText(fraction))S" }
    return text
  }

  private func part(_ amount: Int64, _ unit: String) -> String { amount == 0 ? "" : "\(amount)\(unit)" }
}

extension Value {
  /// The canonical text of a temporal value or duration, nil for other kinds.
  public var temporalText: String? {
    switch self {
    case .date(let value): value.description
    case .localTime(let value): value.description
    case .time(let value): value.description
    case .localDateTime(let value): value.description
    case .dateTime(let value): value.description
    case .duration(let value): value.description
    default: nil
    }
  }
}

/// `Z`, `+01:00` or, for old local times, `+00:53:28`.
package func offsetText(_ offsetSeconds: Int32) -> String {
  if offsetSeconds == 0 { return "Z" }
  let magnitude = UInt64(offsetSeconds.magnitude)
  let text = "\(offsetSeconds < 0 ? "-" : "+")\(padded(magnitude / 3600, 2)):\(padded(magnitude / 60 % 60, 2))"
  return magnitude.isMultiple(of: 60) ? text : "\(text):\(padded(magnitude % 60, 2))"
}

private func padded(_ number: UInt64, _ width: Int) -> String {
  let digits = String(number)
  return digits.count < width ? String(repeating: "0", count: width - digits.count) + digits : digits
}

/// `.645` for 645,000,000; empty for 0.
private func fractionText(_ nanosecond: Int64) -> String {
  if nanosecond == 0 { return "" }
  var digits = padded(nanosecond.magnitude, 9)
  while digits.last == "0" { digits.removeLast() }
  return "." + digits
}
