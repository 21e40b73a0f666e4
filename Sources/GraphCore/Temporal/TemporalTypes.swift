/// A day of the proleptic Gregorian calendar.
public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, years -999,999,999 to 999,999,999.
  public let epochDay: Int64

  /// A day outside those years becomes the nearest one inside, so that no later arithmetic can overflow.
  public init(epochDay: Int64) {
    self.epochDay = min(max(epochDay, Self.epochDays.lowerBound), Self.epochDays.upperBound)
  }

  /// -999999999-01-01 to +999999999-12-31.
  package static let epochDays: ClosedRange<Int64> = -365_243_219_162...365_241_780_471

  public static func < (a: Self, b: Self) -> Bool { a.epochDay < b.epochDay }
}

/// A time of day without a zone.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// 0 ..< 86,400,000,000,000.
  public let nanosecondOfDay: Int64

  /// A nanosecond outside the day becomes the nearest one inside.
  public init(nanosecondOfDay: Int64) {
    self.nanosecondOfDay = min(max(nanosecondOfDay, 0), Self.nanosecondsPerDay - 1)
  }

  package static let nanosecondsPerDay: Int64 = 86_400_000_000_000

  public static func < (a: Self, b: Self) -> Bool { a.nanosecondOfDay < b.nanosecondOfDay }
}

/// A time of day with an offset from UTC. Ordered by the instant, then by the offset.
public struct ZonedTime: Hashable, Sendable {
  public let local: LocalTime
  /// Seconds east of UTC, within ±18 hours.
  public let offsetSeconds: Int32

  public init(local: LocalTime, offsetSeconds: Int32) {
    self.local = local
    self.offsetSeconds = offsetSeconds
  }
}

/// A date and a time of day without a zone.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  public let date: CalendarDate
  public let time: LocalTime

  public init(date: CalendarDate, time: LocalTime) {
    self.date = date
    self.time = time
  }

  public static func < (a: Self, b: Self) -> Bool { (a.date, a.time) < (b.date, b.time) }
}

/// A date and a time of day with an offset from UTC and, if it was given by name, its zone.
public struct ZonedDateTime: Hashable, Sendable {
  public let local: LocalDateTime
  /// Seconds east of UTC at that instant.
  public let offsetSeconds: Int32
  /// IANA name (`Europe/Stockholm`), nil for a bare offset.
  public let zone: String?

  public init(local: LocalDateTime, offsetSeconds: Int32, zone: String?) {
    self.local = local
    self.offsetSeconds = offsetSeconds
    self.zone = zone
  }
}

/// An amount of time in three parts that never carry into each other, since months and days differ in length.
public struct CalendarDuration: Hashable, Sendable {
  public let months: Int64
  public let days: Int64
  public let seconds: Int64
  /// 0 ..< 1,000,000,000; the sign stands with the seconds.
  public let nanoseconds: Int32

  public init(months: Int64, days: Int64, seconds: Int64, nanoseconds: Int32) {
    self.months = months
    self.days = days
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension ZonedTime: Comparable {
  /// Nanoseconds from midnight UTC; may lie outside the day.
  package var instantNanoseconds: Int64 { local.nanosecondOfDay - Int64(offsetSeconds) * 1_000_000_000 }

  public static func < (a: Self, b: Self) -> Bool {
    (a.instantNanoseconds, a.offsetSeconds) < (b.instantNanoseconds, b.offsetSeconds)
  }
}

extension ZonedDateTime: Comparable {
  /// Seconds since 1970-01-01T00:00Z.
  package var epochSecond: Int64 {
    local.date.epochDay * 86_400 + local.time.nanosecondOfDay / 1_000_000_000 - Int64(offsetSeconds)
  }

  public static func < (a: Self, b: Self) -> Bool {
    let (x, y) = (a.local.time.nanosecondOfDay % 1_000_000_000, b.local.time.nanosecondOfDay % 1_000_000_000)
    return (a.epochSecond, x, a.offsetSeconds, a.zone ?? "") < (b.epochSecond, y, b.offsetSeconds, b.zone ?? "")
  }
}

extension CalendarDuration: Comparable {
  /// By average length: a month counts 30.436875 days. Only ORDER BY, min and max use it; `<` on durations is unknown.
  private var averageSeconds: Double {
    Double(months) * 2_629_746 + Double(days) * 86_400 + Double(seconds)
  }

  public static func < (a: Self, b: Self) -> Bool {
    // Large amounts round to the same average: the parts decide, so that only equal durations are level.
    (a.averageSeconds, a.nanoseconds, a.months, a.days, a.seconds) < (
      b.averageSeconds, b.nanoseconds, b.months, b.days, b.seconds
    )
  }
}
