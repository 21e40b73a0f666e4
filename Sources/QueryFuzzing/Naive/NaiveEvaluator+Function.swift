import GraphCore
import QueryLanguage

extension NaiveEvaluator {
  /// Functions that the random queries call. All but a few answer null with null.
  func function(_ call: Expression.FunctionCall, _ arguments: [Value], _ row: Row) throws -> Value {
    let name = call.name.text.lowercased()
    guard let first = arguments.first else { throw Failure.unsupported(name) }
    switch name {
    case "coalesce": return arguments.first { !$0.isNull } ?? .null
    case "nullif": return areEqual(arguments[0], arguments[1]) == true ? .null : arguments[0]
    case "exists" where call.arguments.count == 1: return arguments[0].isNull ? .boolean(false) : arguments[0]
    default: break
    }
    if arguments.contains(where: \.isNull) { return .null }
    switch (name, first) {
    case ("size", .list(let list)): return .integer(Int64(list.count))
    case ("size", .string(let text)): return .integer(Int64(text.count))
    case ("isempty", .list(let list)): return .boolean(list.isEmpty)
    case ("isempty", .string(let text)): return .boolean(text.isEmpty)
    case ("head", .list(let list)): return list.first ?? .null
    case ("last", .list(let list)): return list.last ?? .null
    case ("tail", .list(let list)): return .list(Array(list.dropFirst()))
    case ("reverse", .list(let list)): return .list(list.reversed())
    case ("reverse", .string(let text)): return .string(String(text.reversed()))
    case ("abs", .integer(let value)): return .integer(abs(value))
    case ("sign", .integer(let value)): return .integer(value.signum())
    case ("tointeger", .string(let text)): return Int64(text).map(Value.integer) ?? .null
    case ("tointeger", .integer): return arguments[0]
    case ("tostring", .integer(let value)): return .string("\(value)")
    case ("tostring", .boolean(let value)): return .string("\(value)")
    case ("tostring", .string), ("date", .date): return arguments[0]
    case ("tostring", .date(let date)): return .string("\(date)")
    case ("date", .string(let text)):
      guard let date = NaiveCalendar.parse(text) else { throw Failure.unsupported("dates of another form") }
      return .date(date)
    case ("date", .map(let map)):
      guard case .integer(let year)? = map["year"], case .integer(let month)? = map["month"],
        case .integer(let day)? = map["day"], map.entries.count == 3
      else { throw Failure.unsupported("dates of another form") }
      return .date(NaiveCalendar.date((Int(year), Int(month), Int(day))))
    case ("date.truncate", .string(let unit)):
      guard case .date(let date)? = arguments.last else { throw Failure.unsupported(name) }
      let day = NaiveCalendar.day(date)
      switch unit {
      case "month": return .date(NaiveCalendar.date((day.year, day.month, 1)))
      case "year": return .date(NaiveCalendar.date((day.year, 1, 1)))
      case "week":
        let weekday = NaiveCalendar.part("dayOfWeek", of: date) ?? 1
        return .date(CalendarDate(epochDay: date.epochDay - Int64(weekday - 1)))
      default: throw Failure.unsupported(name)
      }
    case ("duration", .map(let map)):
      func count(_ key: String) -> Int64 { if case .integer(let count)? = map[key] { count } else { 0 } }
      return .duration(CalendarDuration(months: count("months"), days: count("days"), seconds: 0, nanoseconds: 0))
    case ("duration.indays", .date(let start)):
      guard case .date(let end) = arguments[1] else { throw Failure.mistake(name) }
      return .duration(CalendarDuration(months: 0, days: end.epochDay - start.epochDay, seconds: 0, nanoseconds: 0))
    case ("duration.inmonths", .date(let start)):
      guard case .date(let end) = arguments[1] else { throw Failure.mistake(name) }
      let months = NaiveCalendar.months(from: start, to: end)
      return .duration(CalendarDuration(months: Int64(months), days: 0, seconds: 0, nanoseconds: 0))
    case ("toupper", .string(let text)): return .string(text.uppercased())
    case ("tolower", .string(let text)): return .string(text.lowercased())
    case ("length", .path(let path)): return .integer(Int64(path.edges.count))
    case ("nodes", .path(let path)): return .list(path.nodes.map(Value.node))
    case ("relationships", .path(let path)): return .list(path.edges.map(Value.edge))
    case ("labels", .node(let node)):
      return .list(graph.nodes[Int(node.rawValue)].labels.sorted().map(Value.string))
    case ("type", .edge(let edge)): return .string(graph.edges[Int(edge.rawValue)].type)
    case ("startnode", .edge(let edge)): return node(graph.edges[Int(edge.rawValue)].source)
    case ("endnode", .edge(let edge)): return node(graph.edges[Int(edge.rawValue)].target)
    case ("normalize", .string(let text)) where text.utf8.allSatisfy { $0 < 128 }: return arguments[0]
    case ("left", .string(let text)): return .string(String(text.prefix(try length(arguments[1]))))
    case ("right", .string(let text)): return .string(String(text.suffix(try length(arguments[1]))))
    case ("substring", .string(let text)) where arguments.count == 2:
      return .string(String(text.dropFirst(try length(arguments[1]))))
    case ("split", .string(let text)):
      guard case .string(let mark) = arguments[1], mark.count == 1 else { throw Failure.unsupported("split") }
      let parts = text.split(separator: Character(mark), omittingEmptySubsequences: false)
      return .list(parts.map { .string(String($0)) })
    case ("replace", .string(let text)): return try replace(text, arguments)
    case ("range", .integer(let start)):
      guard case .integer(let end) = arguments[1] else { throw Failure.mistake("range") }
      if end - start > 100 { throw Failure.tooMuch }
      return .list(start <= end ? (start...end).map(Value.integer) : [])
    default: throw Failure.unsupported(name)
    }
  }

  private func length(_ value: Value) throws -> Int {
    guard case .integer(let count) = value, count >= 0 else { throw Failure.mistake("a length") }
    return Int(count)
  }

  func node(_ id: Int) -> Value { .node(NodeID(UInt32(id))) }
  func edge(_ id: Int) -> Value { .edge(EdgeID(UInt32(id))) }

  private func replace(_ text: String, _ arguments: [Value]) throws -> Value {
    guard case .string(let search) = arguments[1], case .string(let other) = arguments[2], !search.isEmpty else {
      throw Failure.unsupported("replace of nothing")
    }
    var result = ""
    var rest = Substring(text)
    while let next = rest.first {
      if rest.hasPrefix(search) {
        result += other
        rest = rest.dropFirst(search.count)
      } else {
        result.append(next)
        rest = rest.dropFirst()
      }
    }
    return .string(result)
  }
}
