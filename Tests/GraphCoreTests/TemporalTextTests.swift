import GraphCore
import SeededRandom
import Testing

@Suite("temporal text")
struct TemporalTextTests {
  @Test(
    "a date is read in every form of ISO 8601",
    arguments: [
      ("2024-03-22", "2024-03-22"), ("20240322", "2024-03-22"), ("2024-03", "2024-03-01"), ("202403", "2024-03-01"),
      ("2024", "2024-01-01"), ("2024-W12-5", "2024-03-22"), ("2024W125", "2024-03-22"), ("2024-W12", "2024-03-18"),
      ("2024W12", "2024-03-18"), ("2024-Q1-82", "2024-03-22"), ("2024Q182", "2024-03-22"), ("2024-Q3", "2024-07-01"),
      ("2024-082", "2024-03-22"), ("2024082", "2024-03-22"), ("-0044-03-15", "-0044-03-15"),
      ("+12024-03-22", "+12024-03-22"), ("0000-01-01", "0000-01-01"), ("+2024-03-22", "2024-03-22"),
      ("-999999999-01-01", "-999999999-01-01"),
    ])
  func dates(text: String, canonical: String) throws {
    #expect(try CalendarDate(parsing: text).description == canonical)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "-", "24-03-22", "2024-3-22", "2024-03-22T", "2024-13-01", "2023-02-29", "2024-W54", "2024-W12-8", "2024-Q5",
      "2024-366x", "2023-366", "2024-03-22 ", " 2024", "2024--03", "+1234567890-01-01", "22.03.2024", "２０２４",
      "2024-03-2२", "-20240322T",
    ])
  func noDates(text: String) {
    #expect(throws: TemporalError.self) { try CalendarDate(parsing: text) }
  }

  @Test(
    "a time is read extended or basic, with as many parts as it has",
    arguments: [
      ("19:58:30.25", "19:58:30.25"), ("195830,25", "19:58:30.25"), ("19:58", "19:58"), ("1958", "19:58"),
      ("19", "19:00"), ("19:58:00", "19:58"), ("00:00:00.000000001", "00:00:00.000000001"),
    ])
  func times(text: String, canonical: String) throws {
    #expect(try LocalTime(parsing: text).description == canonical)
  }

  @Test(
    "what is no time is refused",
    arguments: ["24:00", "19:60", "19:58:60", "1", "19:", "19:58:30.", "19:58:30.1234567890", "19:5830", "19:58Z"])
  func noTimes(text: String) {
    #expect(throws: TemporalError.self) { try LocalTime(parsing: text) }
  }

  @Test(
    "an offset is read with hours, minutes or seconds",
    arguments: [
      ("12:00Z", "12:00Z"), ("12:00", "12:00Z"), ("12:00+03", "12:00+03:00"), ("12:00-0330", "12:00-03:30"),
      ("12:00+00:53:28", "12:00+00:53:28"), ("12:00-00:00", "12:00Z"), ("12+18:00", "12:00+18:00"),
    ])
  func offsets(text: String, canonical: String) throws {
    #expect(try ZonedTime(parsing: text).description == canonical)
  }

  @Test("an offset beyond 18 hours or with a minute too many is refused", arguments: ["12:00+18:01", "12:00+01:60"])
  func noOffsets(text: String) {
    #expect(throws: TemporalError.self) { try ZonedTime(parsing: text) }
  }

  @Test(
    "a date and time may name its zone, its offset, both or neither",
    arguments: [
      ("2024-03-22T19:58[Europe/Moscow]", "2024-03-22T19:58+03:00[Europe/Moscow]"),
      ("2024-03-22T19:58+03:00[Europe/Moscow]", "2024-03-22T19:58+03:00[Europe/Moscow]"),
      ("2024-W12-5T1958+03", "2024-03-22T19:58+03:00"), ("2024-03-22T19:58", "2024-03-22T19:58Z"),
      ("2024-03-22", "2024-03-22T00:00Z"),
      ("2024-07-01T12:00[America/New_York]", "2024-07-01T12:00-04:00[America/New_York]"),
    ])
  func zones(text: String, canonical: String) throws {
    #expect(try ZonedDateTime(parsing: text).description == canonical)
  }

  @Test(
    "a zone that is unknown or contradicts the offset is refused",
    arguments: [
      "2024-03-22T19:58[Europe/Moskow]", "2024-03-22T19:58+05:00[Europe/Moscow]", "2024-03-22T19:58[",
      "2024-03-22T19:58[]",
      "2024-03-22T19:58[../../etc/passwd]", "2024-03-22T19:58+03:00[Europe/Moscow]x",
    ])
  func noZones(text: String) {
    #expect(throws: TemporalError.self) { try ZonedDateTime(parsing: text) }
  }

  @Test(
    "a duration is read with fractions and signs on any part",
    arguments: [
      ("P1Y2M10DT2H30M6.5S", "P1Y2M10DT2H30M6.5S"), ("P2W", "P14D"), ("PT0.75M", "PT45S"), ("P1.5Y", "P1Y6M"),
      ("P0.5M", "P15DT5H14M33S"), ("P1.5D", "P1DT12H"), ("-P1DT2H", "P-1DT-2H"), ("P1M-2DT-3H4M", "P1M-2DT-2H-56M"),
      ("PT-0.25S", "PT-0.25S"), ("P2024-03-22T19:58:30.5", "P2024Y3M22DT19H58M30.5S"), ("PT90M", "PT1H30M"),
      ("P0D", "PT0S"), ("PT1.0000000019S", "PT1.000000001S"), ("P14M", "P1Y2M"),
    ])
  func durations(text: String, canonical: String) throws {
    #expect(try CalendarDuration(parsing: text).description == canonical)
  }

  @Test(
    "what is no duration, or too long to hold, is refused",
    arguments: [
      "", "P", "PT", "P1", "1Y", "P1YT", "P1H", "PT1D", "P1D1Y", "P1Y1Y", "P1.Y", "P99999999999999999999Y",
      "P9999999999999999999D", "P1Yx", "P-", "--P1Y", "P2024-13-01",
    ])
  func noDurations(text: String) {
    #expect(throws: TemporalError.self) { try CalendarDuration(parsing: text) }
  }

  @Test("canonical text reads back as the same value", arguments: [11 as UInt64, 12])
  func roundTrip(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let date = CalendarDate(epochDay: Int64.random(in: -1_000_000...10_000_000, using: &numbers))
      let time = LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &numbers))
      let local = LocalDateTime(date: date, time: time)
      let offset = Int32.random(in: -64_800...64_800, using: &numbers)
      let zoned = ZonedDateTime(local: local, offsetSeconds: offset, zone: nil)
      let duration = CalendarDuration(
        months: Int64.random(in: -1000...1000, using: &numbers), days: Int64.random(in: -1000...1000, using: &numbers),
        seconds: Int64.random(in: -100_000...100_000, using: &numbers),
        nanoseconds: Int32.random(in: 0..<1_000_000_000, using: &numbers))
      #expect(try CalendarDate(parsing: date.description) == date, "seed \(seed)")
      #expect(try LocalDateTime(parsing: local.description) == local, "seed \(seed)")
      #expect(try ZonedDateTime(parsing: zoned.description) == zoned, "seed \(seed)")
      #expect(try CalendarDuration(parsing: duration.description) == duration, "\(duration), seed \(seed)")
    }
  }

  @Test("an extreme duration has text")
  func extremeDurations() {
    let least = CalendarDuration(months: .min, days: .min, seconds: .min, nanoseconds: 1)
    #expect(
      least.description.hasPrefix("P-768614336404564650Y-8M-9223372036854775808DT-2562047788015215H-30M-7.999999999S"))
  }
}
