let nanosecondsPerSecond: Int64 = 1_000_000_000
let secondsPerDay: Int64 = 86_400

extension LocalTime {
  package static let midnight = LocalTime(nanosecondOfDay: 0)

  /// nil outside 00:00:00 to 23:59:59.999999999.
  public init?(hour: Int64, minute: Int64, second: Int64, nanosecond: Int64 = 0) {
    guard 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second, 0..<nanosecondsPerSecond ~= nanosecond else { return nil }
    self.init(nanosecondOfDay: ((hour * 60 + minute) * 60 + second) * nanosecondsPerSecond + nanosecond)
  }

  package var secondOfDay: Int64 { nanosecondOfDay / nanosecondsPerSecond }
  public var hour: Int64 { secondOfDay / 3600 }
  public var minute: Int64 { secondOfDay / 60 % 60 }
  public var second: Int64 { secondOfDay % 60 }
  /// 0 to 999,999,999.
  public var nanosecond: Int64 { nanosecondOfDay % nanosecondsPerSecond }

  /// Goes around midnight.
  func adding(seconds: Int64, nanoseconds: Int64) -> LocalTime {
    let sum = nanosecondOfDay + seconds % secondsPerDay * nanosecondsPerSecond + nanoseconds
    return LocalTime(nanosecondOfDay: floorRemainder(sum, Self.nanosecondsPerDay))
  }
}

extension LocalDateTime {
  /// Seconds since 1970-01-01T00:00 on the same clock.
  package var localSecond: Int64 { date.epochDay * secondsPerDay + time.secondOfDay }

  /// nil beyond the last year.
  package init?(localSecond: Int64, nanosecond: Int64) {
    let day = floorDivide(localSecond, secondsPerDay)
    guard CalendarDate.epochDays.contains(day) else { return nil }
    let second = floorRemainder(localSecond, secondsPerDay)
    self.init(
      date: CalendarDate(epochDay: day),
      time: LocalTime(nanosecondOfDay: second * nanosecondsPerSecond + nanosecond))
  }

  /// nil beyond the last year.
  func adding(seconds: Int64, nanoseconds: Int64) -> LocalDateTime? {
    let total = time.nanosecond + nanoseconds
    let (carried, first) = seconds.addingReportingOverflow(floorDivide(total, nanosecondsPerSecond))
    let (second, overflow) = localSecond.addingReportingOverflow(carried)
    if first || overflow { return nil }
    return LocalDateTime(localSecond: second, nanosecond: floorRemainder(total, nanosecondsPerSecond))
  }
}
