import GraphCore
import QueryLanguage

/// Constructors, clocks, truncation and durations between. Maps with a null component give null.
let temporalFunctions: [NamedBody] =
  constructor("date", construct: { (value, _) throws(TemporalError) in try date(value) })
  + constructor("localtime", construct: { (value, _) throws(TemporalError) in try localTime(value) })
  + constructor("time", construct: { (value, context) throws(TemporalError) in try time(value, context) })
  + constructor("localdatetime", construct: { (value, _) throws(TemporalError) in try localDateTime(value) })
  + constructor("datetime", construct: { (value, _) throws(TemporalError) in try dateTime(value) })
  + clocks("date") { .date($0.local.date) }
  + clocks("localtime") { .localTime($0.local.time) }
  + clocks("time") { .time(ZonedTime(local: $0.local.time, offsetSeconds: $0.offsetSeconds)) }
  + clocks("localdatetime") { .localDateTime($0.local) }
  + clocks("datetime") { .dateTime($0) }
  + [
    truncation("date") { (unit, value, map, _) throws(TemporalError) in
      .date(try TemporalTruncation.date(unit, value, map))
    },
    truncation("localtime") { (unit, value, map, _) throws(TemporalError) in
      .localTime(try TemporalTruncation.localTime(unit, value, map))
    },
    truncation("time") { (unit, value, map, context) throws(TemporalError) in
      .time(try TemporalTruncation.time(unit, value, map, now: context.statementSecond))
    },
    truncation("localdatetime") { (unit, value, map, _) throws(TemporalError) in
      .localDateTime(try TemporalTruncation.localDateTime(unit, value, map))
    },
    truncation("datetime") { (unit, value, map, _) throws(TemporalError) in
      .dateTime(try TemporalTruncation.dateTime(unit, value, map))
    },
    calendar("datetime.fromepoch") { (values, _) throws(TemporalError) in
      .dateTime(try ZonedDateTime(epochSecond: try integer(values, 0), nanosecond: try integer(values, 1)))
    },
    calendar("datetime.fromepochmillis") { (values, _) throws(TemporalError) in
      .dateTime(try TemporalConstruction.dateTime(ValueMap([("epochMillis", .integer(try integer(values, 0)))])))
    },
    calendar("duration") { (values, _) throws(TemporalError) in try duration(values.first ?? .null) },
    between("duration.between") { (a, b) throws(TemporalError) in try DurationBetween.between(a, b) },
    between("duration.inMonths") { (a, b) throws(TemporalError) in try DurationBetween.inMonths(a, b) },
    between("duration.inDays") { (a, b) throws(TemporalError) in try DurationBetween.inDays(a, b) },
    between("duration.inSeconds") { (a, b) throws(TemporalError) in try DurationBetween.inSeconds(a, b) },
  ]

// MARK: Shapes of functions

/// A function of the calendar: null for null, its errors under the language's codes.
private func calendar(
  _ name: String, _ body: @escaping @Sendable ([Value], FunctionContext) throws(TemporalError) -> Value
) -> NamedBody {
  (
    name,
    { (values, context) throws(FunctionFailure) in
      if values.contains(where: \.isNullOrHasNullEntry) { return .null }
      do throws(TemporalError) { return try body(values, context) } catch { throw FunctionFailure(error) }
    }
  )
}

/// Without an argument the statement's time; a map that has only a zone asks for that zone's clock.
private func constructor(
  _ name: String, construct: @escaping @Sendable (Value, FunctionContext) throws(TemporalError) -> Value
) -> [NamedBody] {
  [
    calendar(name) { (values, context) throws(TemporalError) in
      guard let value = values.first else { return try construct(.dateTime(try now(context)), context) }
      if case .map(let map) = value, map.count == 1, case .string(let zone)? = map["timezone"] {
        return try construct(.dateTime(try now(context, zone: zone)), context)
      }
      return try construct(value, context)
    }
  ]
}

/// The clocks of a statement show one instant: it has one transaction, and results must not depend on its speed.
private func clocks(_ name: String, _ part: @escaping @Sendable (ZonedDateTime) -> Value) -> [NamedBody] {
  ["transaction", "statement", "realtime"].map { clock in
    calendar("\(name).\(clock)") { (values, context) throws(TemporalError) in
      guard let zone = values.first else { return part(try now(context)) }
      guard case .string(let name) = zone else {
        throw TemporalError(.invalidType, "a time zone is named by String, found \(zone.typeName)")
      }
      return part(try now(context, zone: name))
    }
  }
}

private func truncation(
  _ name: String,
  _ body: @escaping @Sendable (TruncationUnit, Value, ValueMap, FunctionContext) throws(TemporalError) -> Value
) -> NamedBody {
  calendar("\(name).truncate") { (values, context) throws(TemporalError) in
    guard case .string(let text)? = values.first else {
      throw TemporalError(.invalidType, "the unit to truncate to is named by String")
    }
    let unit = try TruncationUnit(parsing: text)
    let value = values.count > 1 ? values[1] : .dateTime(try now(context))
    guard values.count > 2 else { return try body(unit, value, ValueMap(), context) }
    guard case .map(let map) = values[2] else {
      throw TemporalError(.invalidType, "components to set are given as Map, found \(values[2].typeName)")
    }
    return try body(unit, value, map, context)
  }
}

private func between(
  _ name: String, _ body: @escaping @Sendable (Value, Value) throws(TemporalError) -> CalendarDuration
) -> NamedBody {
  calendar(name) { (values, _) throws(TemporalError) in
    guard values.count == 2 else { return .null }
    return .duration(try body(values[0], values[1]))
  }
}

// MARK: Constructors

private func date(_ value: Value) throws(TemporalError) -> Value {
  switch value {
  case .string(let text): return .date(try CalendarDate(parsing: text))
  case .map(let map): return .date(try TemporalConstruction.date(map))
  default:
    guard let date = value.asDate() else { throw cannotMake("a date", of: value) }
    return .date(date)
  }
}

private func localTime(_ value: Value) throws(TemporalError) -> Value {
  switch value {
  case .string(let text): return .localTime(try LocalTime(parsing: text))
  case .map(let map): return .localTime(try TemporalConstruction.localTime(map))
  default:
    guard let time = value.asLocalTime() else { throw cannotMake("a local time", of: value) }
    return .localTime(time)
  }
}

private func time(_ value: Value, _ context: FunctionContext) throws(TemporalError) -> Value {
  switch value {
  case .string(let text): return .time(try ZonedTime(parsing: text))
  case .map(let map): return .time(try TemporalConstruction.time(map, now: context.statementSecond))
  default:
    guard let time = value.asTime() else { throw cannotMake("a time", of: value) }
    return .time(time)
  }
}

private func localDateTime(_ value: Value) throws(TemporalError) -> Value {
  switch value {
  case .string(let text): return .localDateTime(try LocalDateTime(parsing: text))
  case .map(let map): return .localDateTime(try TemporalConstruction.localDateTime(map))
  default:
    guard let dateTime = value.asLocalDateTime() else { throw cannotMake("a local date and time", of: value) }
    return .localDateTime(dateTime)
  }
}

private func dateTime(_ value: Value) throws(TemporalError) -> Value {
  switch value {
  case .string(let text): return .dateTime(try ZonedDateTime(parsing: text))
  case .map(let map): return .dateTime(try TemporalConstruction.dateTime(map))
  default:
    guard let dateTime = value.asDateTime() else { throw cannotMake("a date and time", of: value) }
    return .dateTime(dateTime)
  }
}

private func duration(_ value: Value) throws(TemporalError) -> Value {
  switch value {
  case .string(let text): return .duration(try CalendarDuration(parsing: text))
  case .map(let map): return .duration(try CalendarDuration(map))
  case .duration: return value
  default: throw cannotMake("a duration", of: value)
  }
}

private func cannotMake(_ kind: String, of value: Value) -> TemporalError {
  TemporalError(.invalidType, "\(kind) cannot be made of a value of type \(value.typeName)")
}

// MARK: The statement's time

private func now(_ context: FunctionContext, zone: String = "Z") throws(TemporalError) -> ZonedDateTime {
  try ZonedDateTime(
    epochSecond: context.statementSecond, nanosecond: Int64(context.statementNanosecond), zoneText: zone)
}

private func integer(_ values: [Value], _ position: Int) throws(TemporalError) -> Int64 {
  guard position < values.count else { return 0 }
  guard case .integer(let number) = values[position] else {
    throw TemporalError(.invalidType, "an Integer is expected, found \(values[position].typeName)")
  }
  return number
}

extension Value {
  fileprivate var isNullOrHasNullEntry: Bool {
    if case .map(let map) = self { map.values.contains(where: \.isNull) } else { isNull }
  }
}
