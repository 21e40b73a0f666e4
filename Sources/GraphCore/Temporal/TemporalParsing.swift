/// Reading temporal values from text, in the forms of ISO 8601: extended or basic, dates by month, week, quarter or
/// day of the year. What the canonical text says is read back as the same value.
extension CalendarDate {
  /// - Throws: `invalidValue` if the text is no date, or there is no such day.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let date = scanner.date(), scanner.isAtEnd else { throw notText(text, "date", "2024-03-22") }
    self = date
  }
}

extension LocalTime {
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let time = scanner.time(), scanner.isAtEnd else { throw notText(text, "local time", "19:58:30") }
    self = time
  }
}

extension ZonedTime {
  /// Without an offset the time is taken as UTC.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let local = scanner.time() else { throw notText(text, "time", "19:58:30+03:00") }
    let offset = scanner.isAtEnd ? 0 : scanner.offset()
    guard let offset, scanner.isAtEnd else { throw notText(text, "time", "19:58:30+03:00") }
    self.init(local: local, offsetSeconds: offset)
  }
}

extension LocalDateTime {
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    guard let dateTime = scanner.dateTime(), scanner.isAtEnd else {
      throw notText(text, "local date and time", "2024-03-22T19:58:30")
    }
    self = dateTime
  }
}

extension ZonedDateTime {
  /// With an offset, a zone in brackets, or both, which must then agree; without either the time is taken as UTC.
  public init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    let failure = notText(text, "date and time", "2024-03-22T19:58:30+03:00[Europe/Moscow]")
    guard let local = scanner.dateTime() else { throw failure }
    var offset: Int32?
    if !scanner.isAtEnd && scanner.next != UInt8(ascii: "[") {
      offset = scanner.offset()
      if offset == nil { throw failure }
    }
    guard scanner.accept("[") else {
      guard scanner.isAtEnd else { throw failure }
      self.init(local: local, offsetSeconds: offset ?? 0, zone: nil)
      return
    }
    guard let name = scanner.name(until: "]"), scanner.isAtEnd else { throw failure }
    guard let zone = TimeZones.zone(name) else { throw unknownZone(name) }
    self.init(local, in: zone, named: name, preferredOffset: offset)
    guard let offset, offset != offsetSeconds else { return }
    throw TemporalError(
      .invalidValue, "`\(text)`: the offset of \(name) at that time is \(offsetText(offsetSeconds))")
  }
}

extension Zone {
  /// `Z`, an offset, or a name of the time zone database.
  init(parsing text: String) throws(TemporalError) {
    var scanner = TemporalScanner(text)
    if let offset = scanner.offset(), scanner.isAtEnd {
      self = .offset(offset)
    } else if let zone = TimeZones.zone(text) {
      self = .named(text, zone)
    } else {
      throw unknownZone(text)
    }
  }
}

private func notText(_ text: String, _ kind: String, _ example: String) -> TemporalError {
  // What was given may be a whole file.
  let shown = String(text.unicodeScalars.prefix(60))
  return TemporalError(.invalidValue, "`\(shown)` is no \(kind); expected a form such as `\(example)`")
}

private func unknownZone(_ name: String) -> TemporalError {
  let shown = String(name.unicodeScalars.prefix(60))
  return TemporalError(
    .invalidValue, "unknown time zone `\(shown)`; expected an offset or a name such as `Europe/Moscow`")
}
