/// A duration while it is being made: its parts may still have fractions and may go beyond what a duration holds.
struct DurationParts {
  /// One month or day in their fixed-point numbers.
  static let scale: Int128 = 1_000_000_000
  /// The average month of the Gregorian calendar: 30.436875 days.
  private static let secondsPerMonth: Int128 = 2_629_746
  private static let nanosecondsPerDay: Int128 = 86_400_000_000_000

  var months: Int128 = 0
  var days: Int128 = 0
  var nanoseconds: Int128 = 0

  /// Fractions of a month go to days by the average month, fractions of a day to seconds. Whole parts never carry up.
  var duration: CalendarDuration {
    get throws(TemporalError) {
      let dayLimit = Int128(Int64.max) * Self.scale
      guard days.magnitude <= dayLimit.magnitude, months.magnitude <= dayLimit.magnitude,
        nanoseconds.magnitude <= dayLimit.magnitude * 2
      else {
        throw .outOfRange("the duration")
      }
      // A billionth of a month is as many nanoseconds as a month has seconds; the same holds for days.
      let dayNanoseconds = days * 86_400 + months % Self.scale * Self.secondsPerMonth
      let total = nanoseconds + dayNanoseconds % Self.nanosecondsPerDay
      let billion = Self.scale
      let nanosecond = (total % billion + billion) % billion
      guard let months = Int64(exactly: months / Self.scale),
        let days = Int64(exactly: dayNanoseconds / Self.nanosecondsPerDay),
        let seconds = Int64(exactly: (total - nanosecond) / billion), let rest = Int32(exactly: nanosecond)
      else { throw .outOfRange("the duration") }
      return CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: rest)
    }
  }
}
