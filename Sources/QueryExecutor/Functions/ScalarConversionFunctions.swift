import GraphCore
import QueryLanguage

let conversionFunctions: [NamedBody] =
  convert("toInteger", toInteger) + convert("toFloat", toFloat) + convert("toBoolean", toBoolean)
  + convert("toString", toText)

private enum Conversion {
  case value(Value)
  /// A kind of value that cannot be converted at all; the plain function fails, `…OrNull` gives null.
  case impossible
}

/// The function, its `…OrNull` twin and the one over the elements of a list.
private func convert(_ name: String, _ conversion: @escaping @Sendable (Value) -> Conversion) -> [NamedBody] {
  [
    strict(name) { arguments throws(FunctionFailure) in
      guard case .value(let value) = conversion(arguments[0]) else { throw arguments.cannotConvert() }
      return value
    },
    strict(name + "OrNull") { arguments throws(FunctionFailure) in conversion(arguments[0]).valueOrNull },
    strict(name + "List") { arguments throws(FunctionFailure) in
      .list(try arguments.list(0).map { conversion($0).valueOrNull })
    },
  ]
}

extension Conversion {
  fileprivate var valueOrNull: Value {
    if case .value(let value) = self { value } else { .null }
  }
}

/// A float loses its fraction; what has no integer near it, and text that is no number, gives null.
private func toInteger(_ value: Value) -> Conversion {
  switch value {
  case .null, .integer: .value(value)
  case .float(let number): .value(wholePart(number))
  case .boolean(let flag): .value(.integer(flag ? 1 : 0))
  case .string(let text):
    if let number = Int64(text.trimmingWhiteSpace) {
      .value(.integer(number))
    } else if text.trimmingWhiteSpace.utf8.contains(where: { [0x2E, 0x45, 0x65].contains($0) }) {
      .value(parseFloat(text).map(wholePart) ?? .null)
    } else {
      // Digits alone that are no Int64 are too many; a float would only be near.
      .value(.null)
    }
  default: .impossible
  }
}

private func wholePart(_ number: Double) -> Value {
  Int64(exactly: number.rounded(.towardZero)).map(Value.integer) ?? .null
}

private func toFloat(_ value: Value) -> Conversion {
  switch value {
  case .null, .float: .value(value)
  case .integer(let number): .value(.float(Double(number)))
  case .string(let text): .value(parseFloat(text).map(Value.float) ?? .null)
  default: .impossible
  }
}

/// Decimal notation, and the names that `toString` gives to what is no finite number.
private func parseFloat(_ text: String) -> Double? {
  let text = text.trimmingWhiteSpace
  switch text {
  case "NaN": return .nan
  case "Infinity", "+Infinity": return .infinity
  case "-Infinity": return -.infinity
  default: break
  }
  // Swift also reads hexadecimal and `inf`.
  let isDecimal = text.utf8.allSatisfy { byte in
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
  return isDecimal ? Double(text) : nil
}

private func toBoolean(_ value: Value) -> Conversion {
  switch value {
  case .null, .boolean: .value(value)
  case .integer(let number): .value(.boolean(number != 0))
  case .string(let text):
    switch text.trimmingWhiteSpace.lowercased() {
    case "true": .value(.boolean(true))
    case "false": .value(.boolean(false))
    default: .value(.null)
    }
  default: .impossible
  }
}

private func toText(_ value: Value) -> Conversion {
  switch value {
  case .null, .string: .value(value)
  case .list, .map, .node, .edge, .path: .impossible
  default: .value(.string(value.plainText))
  }
}

extension String {
  fileprivate var trimmingWhiteSpace: String {
    var rest = unicodeScalars.drop { $0.properties.isWhitespace }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
