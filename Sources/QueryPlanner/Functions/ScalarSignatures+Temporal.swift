/// Clock functions answer with the statement's own time, so they are the same in all rows of a statement.
let temporalSignatures: [FunctionSignature] =
  constructor("date", .date, "A date", from: [.date, .localDateTime, .dateTime])
  + constructor("localtime", .localTime, "A time of day", from: [.localTime, .time, .localDateTime, .dateTime])
  + constructor(
    "time", .time, "A time of day with an offset from UTC", from: [.localTime, .time, .localDateTime, .dateTime])
  + constructor("localdatetime", .localDateTime, "A date and time", from: [.date, .localDateTime, .dateTime])
  + constructor("datetime", .dateTime, "A date and time in a zone", from: [.date, .localDateTime, .dateTime])
  + [
    FunctionSignature(
      "datetime.fromepoch", [.init("seconds", .integer), .init("nanoseconds", .integer, isOptional: true)],
      returns: .dateTime, summary: "The time so many seconds after 1970-01-01T00:00Z."),
    FunctionSignature(
      "datetime.fromepochmillis", [.init("milliseconds", .integer)],
      returns: .dateTime, summary: "The time so many milliseconds after 1970-01-01T00:00Z."),
    FunctionSignature(
      "duration", [.init("value", [.string, .map, .duration])], returns: .duration,
      summary: "An amount of time, from text (`P1Y2M3DT4H`) or a map of amounts by unit."),
    between("duration.between", "The months, days and seconds from one time to another."),
    between("duration.inMonths", "The whole months from one time to another."),
    between("duration.inDays", "The whole days from one time to another."),
    between("duration.inSeconds", "The seconds from one time to another."),
  ]

private func constructor(
  _ name: String, _ type: ValueTypes, _ noun: String, from sources: ValueTypes
) -> [FunctionSignature] {
  let clocks = ["transaction", "statement", "realtime"].map { clock in
    FunctionSignature(
      "\(name).\(clock)", [.init("timezone", .string, isOptional: true)], returns: type,
      summary: "\(noun): when the statement began.")
  }
  return [
    FunctionSignature(
      name, [.init("value", [.string, .map, sources], isOptional: true)], returns: type,
      summary: "\(noun), from text in ISO 8601, a map of components or another temporal value; without argument, now."),
    FunctionSignature(
      "\(name).truncate",
      [
        .init("unit", .string), .init("value", .temporal, isOptional: true),
        .init("components", .map, isOptional: true),
      ], returns: type,
      summary: "\(noun), cut down to a unit from `millennium` to `microsecond`, then with components set."),
  ] + clocks
}

private func between(_ name: String, _ summary: String) -> FunctionSignature {
  FunctionSignature(name, [.init("from", .temporal), .init("to", .temporal)], returns: .duration, summary: summary)
}
