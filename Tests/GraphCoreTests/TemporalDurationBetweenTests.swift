import GraphCore
import SeededRandom
import Testing

@Suite("durations between")
struct TemporalDurationBetweenTests {
  @Test("start plus the duration between is the end", arguments: [21 as UInt64, 22])
  func sumIsEnd(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    func random() -> LocalDateTime {
      LocalDateTime(
        date: CalendarDate(epochDay: Int64.random(in: -40_000...40_000, using: &numbers)),
        time: LocalTime(nanosecondOfDay: Int64.random(in: 0..<86_400_000_000_000, using: &numbers)))
    }
    for _ in 0..<1000 {
      let (start, end) = (random(), random())
      let duration = try DurationBetween.between(.localDateTime(start), .localDateTime(end))
      #expect(try start.adding(duration) == end, "\(start) to \(end): \(duration), seed \(seed)")
      let seconds = try DurationBetween.inSeconds(.localDateTime(start), .localDateTime(end))
      #expect(try start.adding(seconds) == end, "\(start) to \(end): \(seconds), seed \(seed)")
    }
  }

  private func value(_ text: String) throws -> Value {
    if let date = try? CalendarDate(parsing: text) { return .date(date) }
    if let time = try? LocalTime(parsing: text) { return .localTime(time) }
    if let dateTime = try? LocalDateTime(parsing: text) { return .localDateTime(dateTime) }
    if let time = try? ZonedTime(parsing: text) { return .time(time) }
    return .dateTime(try ZonedDateTime(parsing: text))
  }

  @Test(
    "what only one value has is lent to the other",
    arguments: [
      ("2024-01-31", "2024-02-29", "P29D"), ("2024-01-31", "2024-03-01", "P1M1D"),
      ("2024-03-01", "2024-01-31", "P-1M-1D"),
      ("2024-03-22", "2024-03-24T06:00", "P2DT6H"), ("2024-03-22T19:58", "21:00", "PT1H2M"),
      ("21:00", "2024-03-22", "PT-21H"),
      ("12:00", "12:30+05:00", "PT30M"), ("12:00+03:00", "12:00+01:00", "PT2H"),
      ("2024-03-22T20:00+03:00", "2024-03-22T17:00Z", "PT0S"), ("2024-03-22T20:00+03:00", "2024-03-23T16:00Z", "PT23H"),
      ("2024-03-30T12:00+01:00[Europe/Berlin]", "2024-03-31T12:00+02:00[Europe/Berlin]", "P1D"),
      ("2024-03-30T12:00+01:00[Europe/Berlin]", "2024-03-31T11:00+02:00[Europe/Berlin]", "PT22H"),
    ])
  func between(start: String, end: String, expected: String) throws {
    #expect(try DurationBetween.between(try value(start), try value(end)).description == expected)
  }

  @Test("in months, days and seconds nothing else is counted")
  func inUnits() throws {
    let (start, end) = (try value("2023-11-30T12:00"), try value("2024-03-22T06:00"))
    #expect(try DurationBetween.inMonths(start, end).description == "P3M")
    #expect(try DurationBetween.inDays(start, end).description == "P112D")
    #expect(try DurationBetween.inSeconds(start, end).description == "PT2706H")
    #expect(try DurationBetween.inDays(try value("12:00"), end).description == "PT0S")
  }

  @Test("there is no duration to what is no temporal value")
  func wrongKind() throws {
    #expect(throws: TemporalError.self) { try DurationBetween.between(.integer(1), .integer(2)) }
  }
}
