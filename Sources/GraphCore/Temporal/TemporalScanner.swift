/// Reads the parts of ISO 8601 text from left to right. Every reader gives nil where its part does not stand.
struct TemporalScanner {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position == bytes.count }

  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// How many digits stand ahead.
  var digitsAhead: Int { bytes[position...].prefix(while: isDigit).count }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard let next, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// Exactly so many digits, at most 18.
  mutating func digits(_ count: Int) -> Int64? {
    let end = position + count
    guard end <= bytes.count, 1...18 ~= count, bytes[position..<end].allSatisfy(isDigit) else { return nil }
    let number = bytes[position..<end].reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    position = end
    return number
  }

  /// `.5` and `,5` as nanoseconds of what they are a fraction of; 0 if there is none, nil if it is malformed.
  mutating func fraction() -> Int64? {
    guard accept(".") || accept(",") else { return 0 }
    let count = digitsAhead
    guard 1...9 ~= count, var number = digits(count) else { return nil }
    for _ in count..<9 { number *= 10 }
    return number
  }

  /// Up to a closing bracket, which is read too.
  mutating func name(until end: Unicode.Scalar) -> String? {
    guard let length = bytes[position...].firstIndex(where: { UInt32($0) == end.value }) else { return nil }
    let name = String(decoding: bytes[position..<length], as: UTF8.self)
    position = length + 1
    return name
  }

  // MARK: Dates

  /// Calendar, week, quarter and ordinal dates, extended or basic; parts left out are the first of their kind.
  mutating func date() -> CalendarDate? {
    guard let (year, isSigned) = year() else { return nil }
    if isAtEnd || next == UInt8(ascii: "T") || next == UInt8(ascii: "[") {
      return CalendarDate(year: year, month: 1, day: 1)
    }
    let isExtended = accept("-")
    // Without separators a year of unknown length could not be told from what follows.
    if isSigned && !isExtended { return nil }
    if accept("W") {
      guard let week = digits(2), let day = part(1, isExtended) else { return nil }
      return CalendarDate(weekYear: year, week: week, dayOfWeek: day)
    }
    if accept("Q") {
      guard let quarter = digits(1), let day = part(2, isExtended) else { return nil }
      return CalendarDate(year: year, quarter: quarter, dayOfQuarter: day)
    }
    if digitsAhead == 3 { return digits(3).flatMap { CalendarDate(year: year, ordinalDay: $0) } }
    guard let month = digits(2), let day = part(2, isExtended) else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Four digits, or a sign and up to nine.
  private mutating func year() -> (year: Int64, isSigned: Bool)? {
    let isNegative = accept("-")
    guard isNegative || accept("+") else { return digits(4).map { ($0, false) } }
    let count = digitsAhead
    guard 1...9 ~= count, let year = digits(count) else { return nil }
    return (isNegative ? -year : year, true)
  }

  /// The last part of a date, 1 if it is left out.
  private mutating func part(_ count: Int, _ isExtended: Bool) -> Int64? {
    let isThere = isExtended ? accept("-") : digitsAhead > 0
    return isThere ? digits(count) : 1
  }

  // MARK: Times

  /// `21:40:32.142`, `214032,142`, `21:40`, `21`.
  mutating func time() -> LocalTime? {
    guard let hour = digits(2) else { return nil }
    let isExtended = next == UInt8(ascii: ":")
    var (minute, second, nanosecond): (Int64, Int64, Int64) = (0, 0, 0)
    if isExtended ? accept(":") : digitsAhead > 0 {
      guard let number = digits(2) else { return nil }
      minute = number
      if isExtended ? accept(":") : digitsAhead > 0 {
        guard let number = digits(2), let fraction = fraction() else { return nil }
        (second, nanosecond) = (number, fraction)
      }
    }
    return LocalTime(hour: hour, minute: minute, second: second, nanosecond: nanosecond)
  }

  /// `Z`, `+01`, `+0100`, `+01:00`, `+00:53:28`.
  mutating func offset() -> Int32? {
    if accept("Z") { return 0 }
    let isNegative = accept("-")
    guard isNegative || accept("+"), let hours = digits(2) else { return nil }
    var seconds = hours * 3600
    let isExtended = next == UInt8(ascii: ":")
    if isExtended ? accept(":") : digitsAhead > 0 {
      guard let minutes = digits(2), minutes < 60 else { return nil }
      seconds += minutes * 60
      if isExtended ? accept(":") : digitsAhead > 0 {
        guard let rest = digits(2), rest < 60 else { return nil }
        seconds += rest
      }
    }
    return TimeZones.offsets.contains(seconds) ? Int32(isNegative ? -seconds : seconds) : nil
  }

  /// A date, and a time after `T` if there is one.
  mutating func dateTime() -> LocalDateTime? {
    guard let date = date() else { return nil }
    guard accept("T") else { return LocalDateTime(date: date, time: .midnight) }
    return time().map { LocalDateTime(date: date, time: $0) }
  }
}

private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
