import GraphCore
import QueryPlanner

/// One line that another program sends.
enum PipeRequest {
  case reset
  case run(query: String, parameters: [String: Value], isPlain: Bool)
  case snapshot
  case procedure(ProcedureSignature, table: [[Value]])
  case unknown(String)
}

/// A request line that cannot be understood.
struct PipeRequestError: Error {
  let message: String
}

extension PipeRequest {
  /// - Throws: for lines that are no JSON object, or lack what their operation needs.
  init(line: String) throws(PipeRequestError) {
    guard let json = JSONValue(line: line), case .object = json else {
      throw PipeRequestError(message: "a request is a JSON object on one line")
    }
    switch json["op"]?.text {
    case nil: throw PipeRequestError(message: "a request needs an `op`")
    case "reset": self = .reset
    case "snapshot": self = .snapshot
    case "run": self = try Self.run(json)
    case "procedure": self = try Self.procedure(json)
    case let operation?: self = .unknown(operation)
    }
  }

  private static func run(_ json: JSONValue) throws(PipeRequestError) -> PipeRequest {
    guard let query = json["query"]?.text else { throw PipeRequestError(message: "`run` needs a `query`") }
    var parameters: [String: Value] = [:]
    if case .object(let entries)? = json["params"] {
      for (name, value) in entries { parameters[name] = try Value(value) }
    }
    return .run(query: query, parameters: parameters, isPlain: json["values"]?.text == "plain")
  }

  private static func procedure(_ json: JSONValue) throws(PipeRequestError) -> PipeRequest {
    guard let name = json["name"]?.text, let rows = json["rows"]?.items else {
      throw PipeRequestError(message: "`procedure` needs a `name` and `rows`")
    }
    func fields(_ key: String) -> [ProcedureSignature.Field] {
      (json[key]?.items ?? []).compactMap { field in
        guard let parts = field.items?.compactMap(\.text), parts.count == 2 else { return nil }
        return .init(parts[0], ValueTypes(signature: parts[1]))
      }
    }
    let signature = ProcedureSignature(name: name, inputs: fields("inputs"), outputs: fields("outputs"))
    // The table's columns are named: they may stand in another order than the signature's.
    let columns = (json["columns"]?.items ?? []).map { $0.text ?? "" }
    let order = (signature.inputs + signature.outputs).map { field in columns.firstIndex(of: field.name) }
    var table: [[Value]] = []
    for row in rows {
      let row = row.items ?? []
      var cells: [Value] = []
      for (position, column) in order.enumerated() {
        let cell = column ?? position
        guard row.indices.contains(cell) else { throw PipeRequestError(message: "a row of `\(name)` is too short") }
        cells.append(try Value(row[cell]))
      }
      table.append(cells)
    }
    return .procedure(signature, table: table)
  }
}

extension ValueTypes {
  /// A type name of a procedure's signature: `INTEGER?`, `STRING`, `NUMBER?`.
  fileprivate init(signature text: String) {
    switch text.uppercased().filter({ $0 != "?" }) {
    case "INTEGER": self = .integer
    case "FLOAT": self = .float
    case "NUMBER": self = .number
    case "STRING": self = .string
    case "BOOLEAN": self = .boolean
    case "MAP": self = .map
    case "NODE": self = .node
    case "RELATIONSHIP": self = .edge
    case "PATH": self = .path
    case "DATE": self = .date
    case "DATETIME": self = .dateTime
    case "LOCALDATETIME": self = .localDateTime
    case "TIME": self = .time
    case "LOCALTIME": self = .localTime
    case "DURATION": self = .duration
    case let name where name.hasPrefix("LIST"): self = .list
    default: self = .any
    }
  }
}

extension Value {
  /// A value of the protocol: typed (`{"int": "12"}`), or plain JSON, where a number without a fraction is an integer.
  init(_ json: JSONValue) throws(PipeRequestError) {
    switch json {
    case .null: self = .null
    case .boolean(let value): self = .boolean(value)
    case .integer(let value): self = .integer(value)
    case .float(let value): self = .float(value)
    case .string(let text): self = .string(text)
    case .array(let items):
      var values: [Value] = []
      for item in items { values.append(try Value(item)) }
      self = .list(values)
    case .object(let entries): self = try Value(tagged: entries)
    }
  }

  private init(tagged entries: [String: JSONValue]) throws(PipeRequestError) {
    if let kind = entries["temporal"]?.text, let text = entries["value"]?.text {
      self = try Value(temporal: kind, text)
      return
    }
    guard entries.count == 1, let (tag, content) = entries.first else {
      throw PipeRequestError(message: "a typed value has one tag; a map is written {\"map\": {…}}")
    }
    switch (tag, content) {
    case ("int", .integer(let number)): self = .integer(number)
    case ("int", .string(let text)):
      guard let number = Int64(text) else { throw PipeRequestError(message: "`\(text)` is no 64-bit integer") }
      self = .integer(number)
    case ("float", .integer(let number)): self = .float(Double(number))
    case ("float", .float(let number)): self = .float(number)
    case ("float", .string("NaN")): self = .float(.nan)
    case ("float", .string("Inf")): self = .float(.infinity)
    case ("float", .string("-Inf")): self = .float(-.infinity)
    case ("float", .string(let text)):
      guard let number = Double(text) else { throw PipeRequestError(message: "`\(text)` is no float") }
      self = .float(number)
    case ("map", .object(let inner)):
      var map = ValueMap()
      for (key, value) in inner { map[key] = try Value(value) }
      self = .map(map)
    default: throw PipeRequestError(message: "`\(tag)` is no tag of a value")
    }
  }

  private init(temporal kind: String, _ text: String) throws(PipeRequestError) {
    do throws(TemporalError) {
      switch kind {
      case "date": self = .date(try CalendarDate(parsing: text))
      case "localtime": self = .localTime(try LocalTime(parsing: text))
      case "time": self = .time(try ZonedTime(parsing: text))
      case "localdatetime": self = .localDateTime(try LocalDateTime(parsing: text))
      case "datetime": self = .dateTime(try ZonedDateTime(parsing: text))
      case "duration": self = .duration(try CalendarDuration(parsing: text))
      default: throw TemporalError(.invalidType, "`\(kind)` is no kind of temporal value")
      }
    } catch {
      throw PipeRequestError(message: error.message)
    }
  }
}
