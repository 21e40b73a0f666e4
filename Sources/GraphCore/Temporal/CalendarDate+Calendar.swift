/// Years that dates have: -999,999,999 to 999,999,999.
package let calendarYears: ClosedRange<Int64> = -999_999_999...999_999_999

package func isLeapYear(_ year: Int64) -> Bool {
  year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
}

/// `month` from 1 to 12.
package func lengthOfMonth(_ month: Int64, year: Int64) -> Int64 {
  switch month {
  case 2: isLeapYear(year) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// Year, month and day of the proleptic Gregorian calendar.
package struct CivilDate: Equatable, Sendable {
  package var year: Int64
  /// 1 to 12.
  package var month: Int64
  /// 1 to 31.
  package var day: Int64
}

/// Days from 1970-01-01 to a date. Counts years from March, so that the leap day ends them; 400 years repeat.
private func epochDay(of date: CivilDate) -> Int64 {
  let year = date.month <= 2 ? date.year - 1 : date.year
  let era = floorDivide(year, 400)
  let yearOfEra = year - era * 400
  let monthFromMarch = date.month > 2 ? date.month - 3 : date.month + 9
  let dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/// Rounds towards minus infinity; `divisor` is positive.
package func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let quotient = dividend / divisor
  return dividend % divisor < 0 ? quotient - 1 : quotient
}

/// What `floorDivide` leaves: 0 ..< divisor.
package func floorRemainder(_ dividend: Int64, _ divisor: Int64) -> Int64 {
  let remainder = dividend % divisor
  return remainder < 0 ? remainder + divisor : remainder
}

extension CalendarDate {
  /// nil if there is no such day.
  public init?(year: Int64, month: Int64, day: Int64) {
    guard calendarYears.contains(year), 1...12 ~= month, day >= 1, day <= lengthOfMonth(month, year: year) else {
      return nil
    }
    self.init(epochDay: GraphCore.epochDay(of: CivilDate(year: year, month: month, day: day)))
  }

  /// nil if the year has no such day, counted from 1.
  package init?(year: Int64, ordinalDay: Int64) {
    guard calendarYears.contains(year), ordinalDay >= 1, ordinalDay <= (isLeapYear(year) ? 366 : 365) else {
      return nil
    }
    self.init(epochDay: GraphCore.epochDay(of: CivilDate(year: year, month: 1, day: 1)) + ordinalDay - 1)
  }

  /// nil if the quarter has no such day, counted from 1.
  package init?(year: Int64, quarter: Int64, dayOfQuarter: Int64) {
    guard 1...4 ~= quarter, let first = CalendarDate(year: year, month: quarter * 3 - 2, day: 1) else { return nil }
    guard dayOfQuarter >= 1, dayOfQuarter <= lengthOfQuarter(quarter, year: year) else { return nil }
    self.init(epochDay: first.epochDay + dayOfQuarter - 1)
  }

  /// By ISO 8601's weeks: they begin on Monday, and the first is the one with the year's first Thursday. nil if the
  /// year has no such week, or the day is not 1 to 7.
  package init?(weekYear: Int64, week: Int64, dayOfWeek: Int64) {
    guard calendarYears.contains(weekYear), 1...7 ~= dayOfWeek, week >= 1, week <= weeksOfYear(weekYear) else {
      return nil
    }
    let day = mondayOfFirstWeek(weekYear) + (week - 1) * 7 + dayOfWeek - 1
    guard Self.epochDays.contains(day) else { return nil }
    self.init(epochDay: day)
  }

  package var civil: CivilDate {
    if let near = nearCivil { return near }
    let days = epochDay + 719_468
    let era = floorDivide(days, 146_097)
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return CivilDate(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  /// The same for some 27,000 years around 1970 in 32 bits and without a division by anything but constants of two words: a
  /// quarter of the time (C. Neri and L. Schneider, "Euclidean affine functions and their application to calendar
  /// algorithms", Software: Practice and Experience 53, 2023). Nil for days further away.
  private var nearCivil: CivilDate? {
    guard epochDay.magnitude < 10_000_000 else { return nil }
    // Day 0 is the first of March of a year that 400 divides, 82 eras before the year 0.
    let day = UInt32(truncatingIfNeeded: epochDay + 719_468 + 146_097 * 82)
    let quarters = 4 * day + 3
    let century = quarters / 146_097
    let quartersOfCentury = quarters % 146_097 | 3
    let product = UInt64(2_939_745) * UInt64(quartersOfCentury)
    let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
    let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
    let scaled = 2_141 * dayOfYear + 197_913
    let isNextYear = dayOfYear >= 306
    let month = scaled >> 16
    return CivilDate(
      year: Int64(100 * century + yearOfCentury) - 400 * 82 + (isNextYear ? 1 : 0),
      month: Int64(isNextYear ? month - 12 : month), day: Int64((scaled & 0xFFFF) / 2_141 + 1))
  }

  /// The parts of a day that are asked of many.
  package enum Part: String { case year, month, day }

  /// A part of many days: those of two centuries are looked up, which takes a third of the time of reckoning them.
  package static func parts(_ part: Part, of days: [Int32]) -> [Int64] {
    // A loop for each, with nothing to call in it.
    switch part {
    case .year: civils(of: days, near: { Int64($0.year) }, far: { $0.year })
    case .month: civils(of: days, near: { Int64($0.month) }, far: { $0.month })
    case .day: civils(of: days, near: { Int64($0.day) }, far: { $0.day })
    }
  }

  @inline(__always)
  private static func civils(
    of days: [Int32], near: (PackedDay) -> Int64, far: (CivilDate) -> Int64
  ) -> [Int64] {
    Self.nearDays.withUnsafeBufferPointer { known in
      days.map { day in
        let place = Int(day) - firstNearDay
        if place >= 0, place < known.count { return near(known[place]) }
        return far(CalendarDate(epochDay: Int64(day)).civil)
      }
    }
  }

  /// 1900-01-01, and the days up to 2100-01-01.
  private static let firstNearDay = -25_567
  private static let nearDays: [PackedDay] = (firstNearDay..<47_482).map {
    PackedDay(CalendarDate(epochDay: Int64($0)).civil)
  }

  private struct PackedDay {
    let year: UInt16
    let month: UInt8
    let day: UInt8

    init(_ civil: CivilDate) {
      (year, month, day) = (UInt16(civil.year), UInt8(civil.month), UInt8(civil.day))
    }
  }

  public var year: Int64 { civil.year }
  public var month: Int64 { civil.month }
  public var day: Int64 { civil.day }

  /// 1 to 4.
  package var quarter: Int64 { (civil.month + 2) / 3 }
  /// From 1.
  package var dayOfQuarter: Int64 {
    let civil = civil
    let first = CivilDate(year: civil.year, month: (civil.month + 2) / 3 * 3 - 2, day: 1)
    return epochDay - GraphCore.epochDay(of: first) + 1
  }
  /// 1 to 366.
  package var ordinalDay: Int64 {
    epochDay - GraphCore.epochDay(of: CivilDate(year: civil.year, month: 1, day: 1)) + 1
  }
  /// 1 for Monday to 7 for Sunday.
  package var dayOfWeek: Int64 { GraphCore.dayOfWeek(epochDay) }
  /// The year that the week belongs to: that of its Thursday.
  package var weekYear: Int64 { thursdayOfWeek.year }
  /// 1 to 53.
  package var week: Int64 { (thursdayOfWeek.dayOfYear - 1) / 7 + 1 }

  /// Its year and the day of that year; computed without a date, since it may lie beyond the last one.
  private var thursdayOfWeek: (year: Int64, dayOfYear: Int64) {
    let (year, dayOfYear) = (civil.year, ordinalDay + 4 - dayOfWeek)
    if dayOfYear < 1 { return (year - 1, dayOfYear + (isLeapYear(year - 1) ? 366 : 365)) }
    let length: Int64 = isLeapYear(year) ? 366 : 365
    return dayOfYear > length ? (year + 1, dayOfYear - length) : (year, dayOfYear)
  }

  /// The same day of another month, or that month's last; nil beyond the last year.
  package func adding(months: Int64) -> CalendarDate? {
    let civil = civil
    let (total, overflow) = (civil.year * 12 + civil.month - 1).addingReportingOverflow(months)
    if overflow { return nil }
    let year = floorDivide(total, 12)
    let month = floorRemainder(total, 12) + 1
    guard calendarYears.contains(year) else { return nil }
    return CalendarDate(year: year, month: month, day: min(civil.day, lengthOfMonth(month, year: year)))
  }

  /// nil beyond the last year.
  package func adding(days: Int64) -> CalendarDate? {
    let (day, overflow) = epochDay.addingReportingOverflow(days)
    return overflow || !Self.epochDays.contains(day) ? nil : CalendarDate(epochDay: day)
  }
}

private func dayOfWeek(_ epochDay: Int64) -> Int64 { floorRemainder(epochDay + 3, 7) + 1 }

private func mondayOfFirstWeek(_ year: Int64) -> Int64 {
  let fourth = epochDay(of: CivilDate(year: year, month: 1, day: 4))
  return fourth - dayOfWeek(fourth) + 1
}

private func weeksOfYear(_ year: Int64) -> Int64 {
  let first = dayOfWeek(epochDay(of: CivilDate(year: year, month: 1, day: 1)))
  return first == 4 || (first == 3 && isLeapYear(year)) ? 53 : 52
}

private func lengthOfQuarter(_ quarter: Int64, year: Int64) -> Int64 {
  switch quarter {
  case 1: isLeapYear(year) ? 91 : 90
  case 2: 91
  default: 92
  }
}
