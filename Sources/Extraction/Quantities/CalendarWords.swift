import GraphCore

/// Names of months, days and units as reports write them; keys in lower case without a full stop.
enum CalendarWords {
  static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    var result: [String: Int] = ["sept": 9]
    for (index, name) in names.enumerated() {
      result[name] = index + 1
      result[String(name.prefix(3))] = index + 1
    }
    return result
  }()

  /// Whether the first byte is one that a month begins with: most words end here.
  static func mayBeMonth(_ word: String) -> Bool {
    switch (word.utf8.first ?? 0) | 0x20 {
    case UInt8(ascii: "j"), UInt8(ascii: "f"), UInt8(ascii: "m"), UInt8(ascii: "a"), UInt8(ascii: "s"),
      UInt8(ascii: "o"), UInt8(ascii: "n"), UInt8(ascii: "d"):
      true
    default: false
    }
  }

  /// Monday is 1.
  static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7, "mon": 1,
    "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 7,
  ]

  enum Unit { case hour, day, week, month, year, decade, century }

  static let units: [String: Unit] = [
    "minute": .hour, "minutes": .hour, "hour": .hour, "hours": .hour, "day": .day, "days": .day, "night": .day,
    "nights": .day, "week": .week, "weeks": .week, "fortnight": .week, "month": .month, "months": .month, "year": .year,
    "years": .year, "decade": .decade, "decades": .decade, "century": .century, "centuries": .century, "weekend": .week,
  ]

  static let partsOfDay: Set<String> = ["morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "dusk"]

  /// First month of the northern season; reports of the south say `southern summer` or name the month.
  static let seasons: [String: Int] = ["spring": 3, "summer": 6, "autumn": 9, "winter": 12]

  static func day(_ word: String) -> Int? {
    guard let first = word.utf8.first, first &- 0x30 < 10 else { return nil }
    var digits = word[...]
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
    guard (1...2).contains(digits.utf8.count), let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, word.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let year = Int(word),
      (1500...2199).contains(year)
    else { return nil }
    return year
  }
}

/// Days as ISO 8601 and in spans.
enum Days {
  static func iso(_ date: CalendarDate) -> String {
    let civil = parts(of: date)
    return "\(padded(civil.year, 4))-\(padded(civil.month, 2))-\(padded(civil.day, 2))"
  }

  static func parts(of date: CalendarDate) -> (year: Int, month: Int, day: Int) {
    // Howard Hinnant's civil-from-days, in whole numbers (howardhinnant.github.io/date_algorithms.html).
    let shifted = Int(date.epochDay) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthPart = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthPart + 2) / 5 + 1
    let month = monthPart < 10 ? monthPart + 3 : monthPart - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Monday is 1.
  static func weekday(_ date: CalendarDate) -> Int { Int(floorRemainder(date.epochDay + 3, 7)) + 1 }

  static func date(_ year: Int, _ month: Int, _ day: Int) -> CalendarDate? {
    CalendarDate(year: Int64(year), month: Int64(month), day: Int64(day))
  }

  static func month(_ year: Int, _ month: Int) -> TimeValue? {
    guard let first = date(year, month, 1) else { return nil }
    let last = CalendarDate(epochDay: first.epochDay + lengthOfMonth(Int64(month), year: Int64(year)) - 1)
    return TimeValue(start: iso(first), end: iso(last), precision: .month)
  }

  static func year(_ year: Int) -> TimeValue {
    TimeValue(start: "\(padded(year, 4))-01-01", end: "\(padded(year, 4))-12-31", precision: .year)
  }

  static func day(_ date: CalendarDate) -> TimeValue { TimeValue(start: iso(date), precision: .day) }

  static func span(_ first: CalendarDate, _ last: CalendarDate) -> TimeValue {
    TimeValue(start: iso(first), end: iso(last), precision: .between)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
