extension CalendarDate {
  /// Reads `2024-03-22`, nothing else. Nil for days that no calendar has.
  package init?(iso8601 text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, let year = decimal(parts[0], digits: 4), let month = decimal(parts[1], digits: 2),
      let day = decimal(parts[2], digits: 2)
    else { return nil }
    self.init(year: Int64(year), month: Int64(month), day: Int64(day))
  }
}

extension Value {
  /// A date, or a date and time with or without offset, as its type; text that is neither stays text.
  package init(iso8601 text: String) {
    if let date = CalendarDate(iso8601: text) {
      self = .date(date)
      return
    }
    let halves = text.split(separator: "T", maxSplits: 1)
    guard halves.count == 2, let date = CalendarDate(iso8601: halves[0]), let clock = Clock(halves[1]) else {
      self = .string(text)
      return
    }
    let local = LocalDateTime(date: date, time: LocalTime(nanosecondOfDay: Int64(clock.seconds) * 1_000_000_000))
    if let offset = clock.offsetSeconds {
      self = .dateTime(ZonedDateTime(local: local, offsetSeconds: Int32(offset), zone: nil))
    } else {
      self = .localDateTime(local)
    }
  }
}

/// `14:20`, `14:20:05`, `14:20:05.123`, with `Z`, `+01:00` or `+0100`, or without. Parts of a second are dropped.
private struct Clock {
  var seconds: Int
  var offsetSeconds: Int?

  init?(_ text: some StringProtocol) {
    var time = Substring(text)
    if time.hasSuffix("Z") {
      offsetSeconds = 0
      time.removeLast()
    } else if let sign = time.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let digits = time[sign...].dropFirst().utf8.filter { $0 != UInt8(ascii: ":") }
      guard digits.count == 4, let hours = decimal(digits[..<2], digits: 2),
        let minutes = decimal(digits[2...], digits: 2), hours <= 18, minutes < 60
      else { return nil }
      offsetSeconds = (hours * 3_600 + minutes * 60) * (time[sign] == "-" ? -1 : 1)
      time = time[..<sign]
    }
    let parts = time.prefix { $0 != "." }.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = decimal(parts[0], digits: 2), hour < 24,
      let minute = decimal(parts[1], digits: 2), minute < 60,
      let second = parts.count == 3 ? decimal(parts[2], digits: 2) : 0, second < 60
    else { return nil }
    seconds = hour * 3_600 + minute * 60 + second
  }
}

private func decimal(_ bytes: some Collection<UInt8>, digits: Int) -> Int? {
  guard bytes.count == digits else { return nil }
  var value = 0
  for byte in bytes {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
    value = value * 10 + Int(byte - UInt8(ascii: "0"))
  }
  return value
}
