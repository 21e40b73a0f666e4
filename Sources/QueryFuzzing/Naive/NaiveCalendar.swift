import GraphCore

/// The calendar counted out day by day from 1970-01-01, for dates after that.
enum NaiveCalendar {
  typealias Day = (year: Int, month: Int, day: Int)

  static func date(daysOf2024 days: Int) -> CalendarDate { CalendarDate(epochDay: Int64(19_723 + days)) }

  private static func length(_ year: Int, _ month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func day(_ date: CalendarDate) -> Day {
    var (rest, year, month) = (Int(date.epochDay), 1970, 1)
    while rest >= length(year, month) {
      rest -= length(year, month)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return (year, month, rest + 1)
  }

  static func date(_ wanted: Day) -> CalendarDate {
    var (days, year, month) = (0, 1970, 1)
    while (year, month) < (wanted.year, wanted.month) {
      days += length(year, month)
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return CalendarDate(epochDay: Int64(days + wanted.day - 1))
  }

  /// Months first, the day cut to the length of its month, then days.
  static func adding(months: Int, days: Int, to date: CalendarDate) -> CalendarDate {
    let start = day(date)
    let count = start.year * 12 + start.month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    let moved = Self.date((year, month, min(start.day, length(year, month))))
    return CalendarDate(epochDay: moved.epochDay + Int64(days))
  }

  /// Whole months from the first to the second, toward zero.
  static func months(from first: CalendarDate, to second: CalendarDate) -> Int {
    let (a, b) = (day(first), day(second))
    let months = (b.year - a.year) * 12 + b.month - a.month
    if first <= second { return b.day < a.day ? months - 1 : months }
    return b.day > a.day ? months + 1 : months
  }

  static func part(_ name: String, of date: CalendarDate) -> Int? {
    let day = day(date)
    switch name {
    case "year": return day.year
    case "month": return day.month
    case "day": return day.day
    case "quarter": return (day.month + 2) / 3
    // 1970-01-01 was a Thursday.
    case "dayOfWeek": return (Int(date.epochDay) + 3) % 7 + 1
    case "ordinalDay": return Int(date.epochDay - Self.date((day.year, 1, 1)).epochDay) + 1
    default: return nil
    }
  }

  /// `2024-03-01`
  static func parse(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2], year >= 1970 else {
      return nil
    }
    return date((year, month, day))
  }
}
