/// JSON as it stands, with integers told apart from floats.
enum JSONValue {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init?(line: String) {
    guard let value = JSONParser.value(of: line) else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    if case .object(let entries) = self { entries[key] } else { nil }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }

  var items: [JSONValue]? {
    if case .array(let items) = self { items } else { nil }
  }
}
