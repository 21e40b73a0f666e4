import GraphCore
import Testing

@Suite("temporal values from maps")
struct TemporalConstructionTests {
  private func map(_ entries: [String: Int64]) -> ValueMap {
    ValueMap(entries.map { ($0.key, Value.integer($0.value)) })
  }

  @Test(
    "a date is named by month, week, quarter or day of the year",
    arguments: [
      (["year": 2024, "month": 3, "day": 22], "2024-03-22"), (["year": 2024, "month": 3], "2024-03-01"),
      (["year": 2024], "2024-01-01"), (["year": 2024, "week": 12, "dayOfWeek": 5], "2024-03-22"),
      (["year": 2024, "quarter": 1, "dayOfQuarter": 82], "2024-03-22"),
      (["year": 2024, "ordinalDay": 82], "2024-03-22"),
      (["year": 2025, "week": 1], "2024-12-30"),
    ])
  func dates(entries: [String: Int64], expected: String) throws {
    #expect(try TemporalConstruction.date(map(entries)).description == expected)
  }

  @Test(
    "gaps, mixtures, unknown names and days that do not exist are refused",
    arguments: [
      [:], ["month": 3], ["year": 2024, "day": 22], ["year": 2024, "dayOfWeek": 5], ["year": 2024, "dayOfQuarter": 5],
      ["year": 2024, "month": 3, "week": 12], ["year": 2023, "month": 2, "day": 29], ["year": 2024, "hour": 3],
      ["year": .max], ["year": 2024, "month": .min], ["year": 2024, "ordinalDay": 367], ["year": 2021, "week": 53],
      ["year": 2024, "yaer": 1],
    ] as [[String: Int64]])
  func noDates(entries: [String: Int64]) {
    #expect(throws: TemporalError.self) { try TemporalConstruction.date(map(entries)) }
  }

  @Test("components override those of the source, in the source's own way of counting")
  func overrides() throws {
    let source = ValueMap([("date", .date(try CalendarDate(parsing: "2024-03-22")))])
    for (name, number, expected) in [
      ("year", 2023, "2023-03-22"), ("month", 2, "2024-02-22"), ("day", 1, "2024-03-01"), ("week", 1, "2024-01-05"),
      ("dayOfWeek", 1, "2024-03-18"), ("quarter", 2, "2024-06-21"), ("ordinalDay", 1, "2024-01-01"),
    ] as [(String, Int64, String)] {
      var map = source
      map[name] = .integer(number)
      #expect(try TemporalConstruction.date(map).description == expected, "\(name)")
    }
  }

  @Test(
    "fractions of a second count within the next larger unit given",
    arguments: [
      (["millisecond": 5], "01:02:03.005"), (["microsecond": 5], "01:02:03.000005"),
      (["nanosecond": 5], "01:02:03.000000005"),
      (["millisecond": 5, "microsecond": 6, "nanosecond": 7], "01:02:03.005006007"),
      (["millisecond": 5, "nanosecond": 999_999], "01:02:03.005999999"),
    ])
  func fractions(entries: [String: Int64], expected: String) throws {
    let all = entries.merging(["hour": 1, "minute": 2, "second": 3]) { first, _ in first }
    #expect(try TemporalConstruction.localTime(map(all)).description == expected)
  }

  @Test(
    "a time with gaps or components out of their range is refused",
    arguments: [
      [:], ["minute": 1], ["hour": 1, "second": 1], ["hour": 24], ["hour": 1, "minute": 60],
      ["hour": 1, "millisecond": 1],
      ["hour": 1, "minute": 1, "second": 1, "millisecond": 1000],
      ["hour": 1, "minute": 1, "second": 1, "millisecond": 1, "microsecond": 1000],
      ["hour": 1, "minute": 1, "second": 1, "microsecond": 1, "nanosecond": 1000], ["hour": -1],
    ] as [[String: Int64]])
  func noTimes(entries: [String: Int64]) {
    #expect(throws: TemporalError.self) { try TemporalConstruction.localTime(map(entries)) }
  }

  @Test("a new zone keeps the instant of a source that has one, and the clock of a source that has none")
  func zones() throws {
    let zoned = Value.dateTime(try ZonedDateTime(parsing: "2024-03-22T20:00+03:00"))
    let local = Value.localDateTime(try LocalDateTime(parsing: "2024-03-22T20:00"))
    let zone = ("timezone", Value.string("America/New_York"))
    #expect(
      try TemporalConstruction.dateTime(ValueMap([("datetime", zoned), zone])).description
        == "2024-03-22T13:00-04:00[America/New_York]")
    #expect(
      try TemporalConstruction.dateTime(ValueMap([("datetime", local), zone])).description
        == "2024-03-22T20:00-04:00[America/New_York]")
  }

  @Test("an instant is given in seconds or milliseconds, with a finer fraction")
  func epoch() throws {
    #expect(
      try TemporalConstruction.dateTime(map(["epochSeconds": 1_711_126_710, "nanosecond": 5])).description
        == "2024-03-22T16:58:30.000000005Z")
    #expect(try TemporalConstruction.dateTime(map(["epochMillis": -1])).description == "1969-12-31T23:59:59.999Z")
    #expect(throws: TemporalError.self) { try TemporalConstruction.dateTime(map(["epochSeconds": .max])) }
    #expect(throws: TemporalError.self) {
      try TemporalConstruction.dateTime(map(["epochMillis": 1, "epochSeconds": 1]))
    }
  }

  @Test(
    "a time is cut down to a unit",
    arguments: [
      ("millennium", "2000-01-01T00:00"), ("century", "2000-01-01T00:00"), ("decade", "2020-01-01T00:00"),
      ("year", "2024-01-01T00:00"), ("weekYear", "2024-01-01T00:00"), ("quarter", "2024-01-01T00:00"),
      ("month", "2024-03-01T00:00"), ("week", "2024-03-18T00:00"), ("day", "2024-03-22T00:00"),
      ("hour", "2024-03-22T19:00"),
      ("minute", "2024-03-22T19:58"), ("second", "2024-03-22T19:58:30"), ("millisecond", "2024-03-22T19:58:30.123"),
      ("microsecond", "2024-03-22T19:58:30.123456"),
    ])
  func truncated(unit: String, expected: String) throws {
    let value = Value.localDateTime(try LocalDateTime(parsing: "2024-03-22T19:58:30.123456789"))
    let unit = try TruncationUnit(parsing: unit)
    #expect(try TemporalTruncation.localDateTime(unit, value, ValueMap()).description == expected)
  }

  @Test("years before the common era are cut towards the past")
  func truncatedEarly() throws {
    let value = Value.date(try CalendarDate(parsing: "-0044-03-15"))
    #expect(try TemporalTruncation.date(.century, value, ValueMap()).description == "-0100-01-01")
    let first = Value.date(CalendarDate(epochDay: CalendarDate.epochDays.lowerBound))
    #expect(throws: TemporalError.self) { try TemporalTruncation.date(.decade, first, ValueMap()) }
  }

  @Test("a nanosecond set after cutting to the millisecond stands beside it")
  func keptFraction() throws {
    let value = Value.localTime(try LocalTime(parsing: "19:58:30.123456789"))
    let map = ValueMap([("nanosecond", .integer(7))])
    #expect(try TemporalTruncation.localTime(.millisecond, value, map).description == "19:58:30.123000007")
    #expect(try TemporalTruncation.localTime(.second, value, map).description == "19:58:30.000000007")
  }

  @Test("a date has no hours to cut to, a time no days beyond its own")
  func wrongUnits() throws {
    let value = Value.localDateTime(try LocalDateTime(parsing: "2024-03-22T19:58"))
    #expect(throws: TemporalError.self) { try TemporalTruncation.date(.hour, value, ValueMap()) }
    #expect(throws: TemporalError.self) { try TemporalTruncation.localTime(.week, value, ValueMap()) }
    #expect(throws: TemporalError.self) { try TruncationUnit(parsing: "fortnight") }
  }

  @Test("durations are made of amounts by unit, fractions going down, nothing going up")
  func durations() throws {
    func text(_ entries: [(String, Value)]) throws -> String { try CalendarDuration(ValueMap(entries)).description }
    #expect(try text([("weeks", .integer(1)), ("hours", .integer(36))]) == "P7DT36H")
    #expect(try text([("quarters", .integer(5)), ("days", .float(-0.5))]) == "P1Y3MT-12H")
    #expect(try text([("seconds", .integer(1)), ("milliseconds", .float(0.5))]) == "PT1.0005S")
    #expect(throws: TemporalError.self) { try text([("fortnights", .integer(1))]) }
    #expect(throws: TemporalError.self) { try text([("days", .float(.nan))]) }
    #expect(throws: TemporalError.self) { try text([("years", .integer(.max))]) }
    #expect(throws: TemporalError.self) { try text([("days", .string("1"))]) }
  }
}
