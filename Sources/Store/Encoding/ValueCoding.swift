import GraphCore

/// Values as bytes: a tag, then what the kind needs. Tags are part of the file format and are never given twice.
enum ValueTag: UInt8 {
  case null = 0
  case no, yes, integer, float, string, list, map, date, localTime, time, localDateTime, dateTime, duration
}

/// A value that cannot stand in a case.
struct UnstorableValue: Error, Equatable {
  let message: String
}

/// Lists and maps in each other beyond this are refused: reading them back must not exhaust the stack.
let deepestNesting = 200

extension ByteWriter {
  mutating func write(_ value: Value, depth: Int = 0) throws(UnstorableValue) {
    guard depth <= deepestNesting else {
      throw UnstorableValue(message: "a value is nested more than \(deepestNesting) levels deep")
    }
    switch value {
    case .null: write(tag: .null)
    case .boolean(let flag): write(tag: flag ? .yes : .no)
    case .integer(let number):
      write(tag: .integer)
      write(signed: number)
    case .float(let number):
      write(tag: .float)
      write(fixed: number.bitPattern)
    case .string(let text):
      write(tag: .string)
      write(text)
    case .list(let values):
      write(tag: .list)
      write(count: values.count)
      for value in values { try write(value, depth: depth + 1) }
    case .map(let map):
      write(tag: .map)
      write(count: map.count)
      for (key, value) in map.entries {
        write(key)
        try write(value, depth: depth + 1)
      }
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: write(temporal: value)
    case .node, .edge, .path:
      throw UnstorableValue(message: "a property cannot hold a \(value.typeName.lowercased())")
    }
  }

  private mutating func write(tag: ValueTag) { write(tag.rawValue) }

  private mutating func write(temporal value: Value) {
    switch value {
    case .date(let date):
      write(tag: .date)
      write(signed: date.epochDay)
    case .localTime(let time):
      write(tag: .localTime)
      write(signed: time.nanosecondOfDay)
    case .time(let time):
      write(tag: .time)
      write(signed: time.local.nanosecondOfDay)
      write(signed: Int64(time.offsetSeconds))
    case .localDateTime(let time):
      write(tag: .localDateTime)
      write(time)
    case .dateTime(let time):
      write(tag: .dateTime)
      write(time.local)
      write(signed: Int64(time.offsetSeconds))
      write(time.zone == nil ? 0 : 1 as UInt8)
      if let zone = time.zone { write(zone) }
    case .duration(let duration):
      write(tag: .duration)
      for part in [duration.months, duration.days, duration.seconds, Int64(duration.nanoseconds)] {
        write(signed: part)
      }
    default: write(tag: .null)
    }
  }

  private mutating func write(_ time: LocalDateTime) {
    write(signed: time.date.epochDay)
    write(signed: time.time.nanosecondOfDay)
  }
}

extension ByteReader {
  mutating func value(depth: Int = 0) throws(DecodingFailure) -> Value {
    guard depth <= deepestNesting else { throw DecodingFailure("a value is nested too deep") }
    guard let tag = ValueTag(rawValue: try byte()) else { throw DecodingFailure("a value is of an unknown kind") }
    switch tag {
    case .null: return .null
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .integer: return .integer(try signed())
    case .float: return .float(Double(bitPattern: try fixed()))
    case .string: return .string(try text())
    case .list:
      var values: [Value] = []
      for _ in 0..<(try count()) { values.append(try value(depth: depth + 1)) }
      return .list(values)
    case .map:
      var entries: [(String, Value)] = []
      for _ in 0..<(try count()) { entries.append((try text(), try value(depth: depth + 1))) }
      return .map(ValueMap(entries))
    case .date: return .date(try date())
    case .localTime: return .localTime(try localTime())
    case .time: return .time(ZonedTime(local: try localTime(), offsetSeconds: try offset()))
    case .localDateTime: return .localDateTime(try localDateTime())
    case .dateTime:
      let local = try localDateTime()
      let offset = try offset()
      return .dateTime(ZonedDateTime(local: local, offsetSeconds: offset, zone: try byte() == 0 ? nil : try text()))
    case .duration: return .duration(try duration())
    }
  }

  private mutating func date() throws(DecodingFailure) -> CalendarDate {
    CalendarDate(epochDay: try signed(within: -366_000_000_000...366_000_000_000))
  }

  private mutating func localTime() throws(DecodingFailure) -> LocalTime {
    LocalTime(nanosecondOfDay: try signed(within: 0...86_399_999_999_999))
  }

  private mutating func localDateTime() throws(DecodingFailure) -> LocalDateTime {
    LocalDateTime(date: try date(), time: try localTime())
  }

  private mutating func offset() throws(DecodingFailure) -> Int32 {
    Int32(try signed(within: -64_800...64_800))
  }

  private mutating func duration() throws(DecodingFailure) -> CalendarDuration {
    CalendarDuration(
      months: try signed(), days: try signed(), seconds: try signed(),
      nanoseconds: Int32(try signed(within: 0...999_999_999)))
  }

  /// Arithmetic on times trusts their bounds.
  private mutating func signed(within bounds: ClosedRange<Int64>) throws(DecodingFailure) -> Int64 {
    let number = try signed()
    guard bounds.contains(number) else { throw DecodingFailure("a date or time is out of bounds") }
    return number
  }
}
