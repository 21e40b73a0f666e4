import Foundation
import GraphCore
import SeededRandom
import Testing

@Suite("the calendar")
struct TemporalCalendarTests {
  @Test("years, months, days, weeks and quarters agree with Foundation's calendar", arguments: [1 as UInt64, 2, 3])
  func agreesWithFoundation(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    for _ in 0..<2000 {
      // 1600 to 2400: Foundation's calendar is Julian before 1582.
      let date = CalendarDate(epochDay: Int64.random(in: -135_000...157_000, using: &numbers))
      let instant = Date(timeIntervalSince1970: Double(date.epochDay) * 86_400)
      let parts = calendar.dateComponents(
        [.year, .month, .day, .weekOfYear, .yearForWeekOfYear, .weekday, .dayOfYear], from: instant)
      let expected = [
        parts.year, parts.month, parts.day, parts.weekOfYear, parts.yearForWeekOfYear,
        parts.weekday.map { ($0 + 5) % 7 + 1 }, parts.dayOfYear,
      ]
      let found = [date.year, date.month, date.day, date.week, date.weekYear, date.dayOfWeek, date.ordinalDay]
      #expect(found.map(Int.init) == expected, "day \(date.epochDay), seed \(seed)")
    }
  }

  @Test("the parts of many days are those of each")
  func partsOfDays() {
    let days = Array(-25_600..<47_500) + [Int32.min, -1_000_000, 0, 1_000_000, .max]
    let dates = days.map { CalendarDate(epochDay: Int64($0)) }
    #expect(CalendarDate.parts(.year, of: days) == dates.map(\.year))
    #expect(CalendarDate.parts(.month, of: days) == dates.map(\.month))
    #expect(CalendarDate.parts(.day, of: days) == dates.map(\.day))
  }

  @Test("every way to name a day leads back to it", arguments: [4 as UInt64, 5])
  func namesLeadBack(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let date = CalendarDate(epochDay: Int64.random(in: -365_243_219_000...365_241_780_000, using: &numbers))
      let comment: Comment = "day \(date.epochDay), seed \(seed)"
      #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date, comment)
      #expect(CalendarDate(year: date.year, ordinalDay: date.ordinalDay) == date, comment)
      #expect(CalendarDate(year: date.year, quarter: date.quarter, dayOfQuarter: date.dayOfQuarter) == date, comment)
      #expect(CalendarDate(weekYear: date.weekYear, week: date.week, dayOfWeek: date.dayOfWeek) == date, comment)
    }
  }

  @Test(
    "days that do not exist are refused",
    arguments: [(2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0)])
  func noSuchDay(year: Int64, month: Int64, day: Int64) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test("a year has a 53rd week only if it has 53 Thursdays", arguments: [(2020, true), (2021, false), (2026, true)])
  func lastWeek(year: Int64, isThere: Bool) {
    #expect((CalendarDate(weekYear: year, week: 53, dayOfWeek: 4) != nil) == isThere)
  }

  @Test("the first and the last day can be named, and nothing beyond")
  func bounds() {
    #expect(CalendarDate(year: 999_999_999, month: 12, day: 31)?.epochDay == CalendarDate.epochDays.upperBound)
    #expect(CalendarDate(year: -999_999_999, month: 1, day: 1)?.epochDay == CalendarDate.epochDays.lowerBound)
    #expect(CalendarDate(year: 1_000_000_000, month: 1, day: 1) == nil)
    #expect(CalendarDate(epochDay: .max).epochDay == CalendarDate.epochDays.upperBound)
    #expect(CalendarDate(epochDay: 0).adding(days: .max) == nil)
    #expect(CalendarDate(epochDay: 0).adding(months: .min) == nil)
  }

  @Test("a month later is the same day, or the last of a shorter month")
  func monthsLater() {
    let date = CalendarDate(year: 2024, month: 1, day: 31)
    #expect(date?.adding(months: 1)?.description == "2024-02-29")
    #expect(date?.adding(months: 13)?.description == "2025-02-28")
    #expect(date?.adding(months: -2)?.description == "2023-11-30")
  }

  @Test("days follow each other, near 1970 and where the short way ends")
  func consecutiveDays() {
    for start in [-10_001_000, -9_990_000, -800_000, -400, 9_999_000] as [Int64] {
      var last = CalendarDate(epochDay: start)
      for day in start + 1...start + 30_000 {
        let date = CalendarDate(epochDay: day)
        let isLeap = last.year % 4 == 0 && (last.year % 100 != 0 || last.year % 400 == 0)
        let lengths: [Int64] = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let expected =
          last.day < lengths[Int(last.month) - 1]
          ? [last.year, last.month, last.day + 1]
          : last.month < 12 ? [last.year, last.month + 1, 1] : [last.year + 1, 1, 1]
        if [date.year, date.month, date.day] != expected {
          Issue.record("day \(day) is \(date), behind \(last)")
          return
        }
        last = date
      }
    }
    #expect(CalendarDate(epochDay: 0).description == "1970-01-01")
  }
}
