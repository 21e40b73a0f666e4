import GraphCore
import Testing

@Suite("temporal arithmetic")
struct TemporalArithmeticTests {
  private func sum(_ moment: String, _ duration: String) throws -> String? {
    let value = Value.duration(try CalendarDuration(parsing: duration))
    return try TemporalArithmetic.add(.dateTime(try ZonedDateTime(parsing: moment)), value)?.temporalText
  }

  @Test(
    "where clocks change, days follow the clock and hours the instant",
    arguments: [
      // Clocks in Berlin go from 02:00 to 03:00 on 2024-03-31, and from 03:00 to 02:00 on 2024-10-27.
      ("2024-03-30T02:30[Europe/Berlin]", "P1D", "2024-03-31T03:30+02:00[Europe/Berlin]"),
      ("2024-03-30T02:30[Europe/Berlin]", "PT24H", "2024-03-31T03:30+02:00[Europe/Berlin]"),
      ("2024-03-30T12:00[Europe/Berlin]", "P1D", "2024-03-31T12:00+02:00[Europe/Berlin]"),
      ("2024-03-30T12:00[Europe/Berlin]", "PT24H", "2024-03-31T13:00+02:00[Europe/Berlin]"),
      ("2024-10-27T02:30+02:00[Europe/Berlin]", "PT1H", "2024-10-27T02:30+01:00[Europe/Berlin]"),
      ("2024-10-26T02:30[Europe/Berlin]", "P1D", "2024-10-27T02:30+02:00[Europe/Berlin]"),
      ("2024-10-28T02:30[Europe/Berlin]", "P-1D", "2024-10-27T02:30+01:00[Europe/Berlin]"),
    ])
  func clockChanges(moment: String, duration: String, expected: String) throws {
    #expect(try sum(moment, duration) == expected)
  }

  @Test("a time that a clock skips is as much later; of a time shown twice the first is meant")
  func gapsAndOverlaps() throws {
    #expect(
      try ZonedDateTime(parsing: "2024-03-31T02:15[Europe/Berlin]").description
        == "2024-03-31T03:15+02:00[Europe/Berlin]")
    #expect(
      try ZonedDateTime(parsing: "2024-10-27T02:15[Europe/Berlin]").description
        == "2024-10-27T02:15+02:00[Europe/Berlin]")
  }

  @Test("a zone keeps its rules in the far future and its local mean time in the far past")
  func farYears() throws {
    #expect(try ZonedDateTime(parsing: "+123456789-07-01T12:00[Europe/Berlin]").offsetSeconds == 7200)
    #expect(try ZonedDateTime(parsing: "+123456789-01-01T12:00[Europe/Berlin]").offsetSeconds == 3600)
    #expect(try ZonedDateTime(parsing: "-5000-01-01T12:00[Europe/Berlin]").offsetSeconds == 3208)
  }

  @Test("a date takes whole days of a duration's hours")
  func datePlusHours() throws {
    let date = Value.date(try CalendarDate(parsing: "2024-02-28"))
    for (duration, expected) in [
      ("PT23H59M", "2024-02-28"), ("PT24H", "2024-02-29"), ("PT-24H", "2024-02-27"),
      ("PT-23H-59M-59.5S", "2024-02-28"), ("P1MT48H", "2024-03-30"),
    ] {
      let value = Value.duration(try CalendarDuration(parsing: duration))
      #expect(try TemporalArithmetic.add(date, value)?.temporalText == expected, "\(duration)")
    }
  }

  @Test(
    "durations are multiplied and divided part by part, fractions going down",
    arguments: [
      ("P1Y", 0.5, "P6M"), ("P1M", 0.5, "P15DT5H14M33S"), ("P1D", 0.25, "PT6H"), ("PT1S", 0.1, "PT0.1S"),
      ("P1M1DT1S", -1, "P-1M-1DT-1S"), ("PT0.000000003S", 0.5, "PT0.000000001S"), ("P3D", 1e-30, "PT0S"),
    ])
  func multiplied(duration: String, factor: Double, expected: String) throws {
    #expect(try CalendarDuration(parsing: duration).multiplied(by: factor).description == expected)
  }

  @Test("division undoes multiplication", arguments: [2.0, 0.1, -4, 1.25])
  func divided(factor: Double) throws {
    let duration = try CalendarDuration(parsing: "P20M40DT80S")
    let product = try duration.multiplied(by: factor)
    #expect(try product.divided(by: factor) == duration)
  }

  @Test("no sum, product or quotient of extreme values traps")
  func extremes() {
    let numbers: [Int64] = [.min, .min + 1, -1, 0, 1, .max - 1, .max]
    let durations = numbers.flatMap { number in
      [Int32(0), 999_999_999].map { CalendarDuration(months: number, days: number, seconds: number, nanoseconds: $0) }
    }
    let days = [CalendarDate.epochDays.lowerBound, 0, CalendarDate.epochDays.upperBound].map(
      CalendarDate.init(epochDay:))
    let times = [Int64(0), 86_399_999_999_999].map(LocalTime.init(nanosecondOfDay:))
    var values: [Value] = durations.map(Value.duration)
    for time in times {
      values.append(.localTime(time))
      values.append(.time(ZonedTime(local: time, offsetSeconds: -64_800)))
      for day in days {
        let local = LocalDateTime(date: day, time: time)
        values += [.date(day), .localDateTime(local)]
        for zone in ["Europe/Berlin", nil] {
          values.append(.dateTime(ZonedDateTime(local: local, offsetSeconds: 64_800, zone: zone)))
        }
      }
    }
    let factors: [Value] =
      numbers.map(Value.integer) + [1e300, -1e-300, 0.1, .nan, .infinity, 5e-324, 0].map(Value.float)
    for a in values {
      _ = a.temporalText
      for name in a.temporalComponentNames { #expect(a.temporalComponent(name) != nil, "\(name)") }
      for b in values {
        _ = try? TemporalArithmetic.add(a, b)
        _ = try? TemporalArithmetic.subtract(a, b)
        _ = try? DurationBetween.between(a, b)
        _ = try? DurationBetween.inSeconds(a, b)
      }
      for factor in factors {
        _ = try? TemporalArithmetic.multiply(a, factor)
        _ = try? TemporalArithmetic.divide(a, factor)
      }
    }
  }

  @Test("what cannot be held is out of range, not wrapped around")
  func outOfRange() throws {
    let long = CalendarDuration(months: .max, days: 0, seconds: 0, nanoseconds: 0)
    #expect(throws: TemporalError.self) { try long.adding(long) }
    #expect(throws: TemporalError.self) { try long.multiplied(by: 2 as Int64) }
    #expect(throws: TemporalError.self) { try long.multiplied(by: 1.5) }
    #expect(throws: TemporalError.self) { try long.divided(by: 0) }
    #expect(throws: TemporalError.self) { try CalendarDate(epochDay: 0).adding(long) }
  }
}
