/// What a temporal value of any kind says: a date, a time and a zone, as far as it has them.
struct TemporalPoint {
  var date: CalendarDate?
  var time: LocalTime?
  var zone: Zone?
  /// Of a value that has one; decides where clocks are put back.
  var offset: Int32?

  /// nil for what is no temporal value.
  init?(_ value: Value) {
    switch value {
    case .date(let value): date = value
    case .localTime(let value): time = value
    case .time(let value): (time, zone, offset) = (value.local, .offset(value.offsetSeconds), value.offsetSeconds)
    case .localDateTime(let value): (date, time) = (value.date, value.time)
    case .dateTime(let value):
      (date, time) = (value.local.date, value.local.time)
      (zone, offset) = (value.timeZone, value.offsetSeconds)
    default: return nil
    }
  }
}
