import Foundation
import GraphCore
import QueryLanguage

/// Lengths and positions count Unicode code points, from 0.
let stringFunctions: [NamedBody] = [
  text("toUpper") { $0.uppercased() },
  text("upper") { $0.uppercased() },
  text("toLower") { $0.lowercased() },
  text("lower") { $0.lowercased() },
  strict("trim") { arguments throws(FunctionFailure) in try trimmed(arguments, start: true, end: true) },
  strict("btrim") { arguments throws(FunctionFailure) in try trimmed(arguments, start: true, end: true) },
  strict("ltrim") { arguments throws(FunctionFailure) in try trimmed(arguments, start: true, end: false) },
  strict("rtrim") { arguments throws(FunctionFailure) in try trimmed(arguments, start: false, end: true) },
  strict("substring", substring),
  strict("left") { arguments throws(FunctionFailure) in
    let scalars = try arguments.string(0).unicodeScalars
    return .string(String(scalars.prefix(try arguments.count(1))))
  },
  strict("right") { arguments throws(FunctionFailure) in
    let scalars = try arguments.string(0).unicodeScalars
    return .string(String(scalars.suffix(try arguments.count(1))))
  },
  strict("replace", replace),
  strict("split", split),
  strict("char_length", codePoints),
  strict("character_length", codePoints),
  strict("normalize", normalize),
]

private func text(_ name: String, _ body: @escaping @Sendable (String) -> String) -> NamedBody {
  strict(name) { arguments throws(FunctionFailure) in .string(body(try arguments.string(0))) }
}

private func codePoints(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  .integer(Int64(try arguments.string(0).unicodeScalars.count))
}

/// A second argument lists the characters to take away; without it, white space is.
private func trimmed(_ arguments: Arguments, start: Bool, end: Bool) throws(FunctionFailure) -> Value {
  let scalars = try arguments.string(0).unicodeScalars
  let isUnwanted: (Unicode.Scalar) -> Bool
  if arguments.count > 1 {
    let unwanted = Set(try arguments.string(1).unicodeScalars)
    isUnwanted = { unwanted.contains($0) }
  } else {
    isUnwanted = { $0.properties.isWhitespace }
  }
  var rest = scalars[...]
  if start { rest = rest.drop(while: isUnwanted) }
  while end, let last = rest.last, isUnwanted(last) { rest.removeLast() }
  return .string(String(rest))
}

private func substring(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  var text = try arguments.string(0)
  let start = try arguments.count(1)
  let length = arguments.count > 2 ? try arguments.count(2) : .max
  // As far as a text is ASCII its bytes are its code points.
  let plain = text.withUTF8 { bytes -> String? in
    let first = min(start, bytes.count)
    let end = length < bytes.count - first ? first + length : bytes.count
    return bytes[..<end].allSatisfy { $0 < 0x80 } ? String(decoding: bytes[first..<end], as: UTF8.self) : nil
  }
  return .string(plain ?? String(text.unicodeScalars.dropFirst(start).prefix(length)))
}

/// Every occurrence, from left to right. Nothing occurs where the text searched for is empty.
private func replace(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  let pattern = BytePattern(try arguments.string(1))
  let replaced = try pattern.replaced(in: arguments.string(0), by: Array(try arguments.string(2).utf8))
  return replaced.map { .string(String(decoding: $0, as: UTF8.self)) } ?? arguments[0]
}

/// By one delimiter or any of a list of them. An empty delimiter stands between every two characters.
private func split(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  let text = try arguments.string(0)
  var delimiters: [String] = []
  switch arguments[1] {
  case .string(let delimiter): delimiters = [delimiter]
  case .list(let values):
    for value in values {
      guard case .string(let delimiter) = value else { throw arguments.wrongType(1, "String or a List of them") }
      delimiters.append(delimiter)
    }
  default: throw arguments.wrongType(1, "String or a List of them")
  }
  if delimiters.count == 1, let delimiter = delimiters[0].utf8.first, delimiters[0].utf8.count == 1 {
    return try splitPlainly(text, at: delimiter)
  }
  if delimiters.contains("") {
    guard text.unicodeScalars.count <= ValueLimits.longestList else { throw .listTooLong }
    return .list(text.unicodeScalars.map { .string(String($0)) })
  }
  let bytes = Array(text.utf8)
  let cuts = delimiters.flatMap { delimiter in
    BytePattern(delimiter).starts(in: bytes).map { (start: $0, end: $0 + delimiter.utf8.count) }
  }
  guard cuts.count < ValueLimits.longestList else { throw .listTooLong }
  var parts: [Value] = []
  var position = 0
  // Of delimiters that overlap, the one that begins first cuts; of those that begin together, the longest.
  for cut in cuts.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) where cut.start >= position {
    parts.append(.string(String(decoding: bytes[position..<cut.start], as: UTF8.self)))
    position = cut.end
  }
  parts.append(.string(String(decoding: bytes[position...], as: UTF8.self)))
  return .list(parts)
}

/// At one byte, of ASCII: nothing overlaps.
private func splitPlainly(_ text: String, at delimiter: UInt8) throws(FunctionFailure) -> Value {
  var text = text
  let parts = text.withUTF8 { bytes -> [Value]? in
    guard bytes.count(where: { $0 == delimiter }) < ValueLimits.longestList else { return nil }
    return bytes.split(separator: delimiter, omittingEmptySubsequences: false).map {
      .string(String(decoding: $0, as: UTF8.self))
    }
  }
  guard let parts else { throw .listTooLong }
  return .list(parts)
}

/// Marks on one character are put in an order, in time that grows with the square of their number.
private func requireFewMarks(_ text: String) throws(FunctionFailure) {
  var marks = 0
  for scalar in text.unicodeScalars where scalar.value >= 0x300 || marks > 0 {
    marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
    guard marks <= ValueLimits.mostMarks else {
      throw FunctionFailure(
        .memoryLimit, .resourceError, "a text has more than \(ValueLimits.mostMarks) combining marks in a row")
    }
  }
}

private func normalize(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  let text = try arguments.string(0)
  try requireFewMarks(text)
  let form = arguments.count > 1 ? try arguments.string(1) : "NFC"
  switch form.uppercased() {
  case "NFC": return .string(text.precomposedStringWithCanonicalMapping)
  case "NFD": return .string(text.decomposedStringWithCanonicalMapping)
  case "NFKC": return .string(text.precomposedStringWithCompatibilityMapping)
  case "NFKD": return .string(text.decomposedStringWithCompatibilityMapping)
  default: throw arguments.invalidValue("unknown normal form `\(form)`; known are `NFC`, `NFD`, `NFKC`, `NFKD`")
  }
}
