extension Value {
  /// The value as a literal of the query language: strings quoted and escaped, temporal values as their canonical
  /// text in quotes. Nodes, edges and paths need their graph; without it they show as `(#3)`, `[#4]` and a list of both.
  public var literalText: String {
    var text = ""
    appendLiteral(to: &text)
    return text
  }

  /// The value for a person's eyes: as `literalText`, but a string or temporal value that stands alone has no quotes.
  public var plainText: String {
    switch self {
    case .string(let value): value
    case .float(let value): floatText(value)
    default: temporalText ?? literalText
    }
  }

  private func appendLiteral(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .float(let value): text += floatLiteral(value)
    case .string(let value): appendQuoted(value, to: &text)
    case .list(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += ", " }
        value.appendLiteral(to: &text)
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { text += ", " }
        text += nameText(entry.key) + ": "
        entry.value.appendLiteral(to: &text)
      }
      text += "}"
    case .node(let node): text += "(#\(node.rawValue))"
    case .edge(let edge): text += "[#\(edge.rawValue)]"
    case .path(let path): path.appendLiteral(to: &text)
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: text += "'\(temporalText ?? "")'"
    }
  }
}

extension Path {
  fileprivate func appendLiteral(to text: inout String) {
    text += "<"
    for (index, node) in nodes.enumerated() {
      if index > 0 && index <= edges.count { text += "-[#\(edges[index - 1].rawValue)]-" }
      text += "(#\(node.rawValue))"
    }
    text += ">"
  }
}

/// The language has no literal for what is no number or no finite one; a division yields it.
private func floatLiteral(_ value: Double) -> String {
  if value.isNaN { return "(0.0 / 0.0)" }
  if value.isInfinite { return value < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)" }
  return floatText(value)
}

private func appendQuoted(_ value: String, to text: inout String) {
  text += "'"
  for scalar in value.unicodeScalars {
    switch scalar {
    case "'": text += "\\'"
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\u{8}": text += "\\b"
    case "\u{C}": text += "\\f"
    case "\u{0}"..."\u{1F}", "\u{7F}":
      let digits = String(scalar.value, radix: 16, uppercase: true)
      text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: text.unicodeScalars.append(scalar)
    }
  }
  text += "'"
}

/// A name as the language writes it: in backticks unless it is made of ASCII letters, digits and `_` and does not
/// begin with a digit.
package func nameText(_ name: String) -> String {
  let bytes = name.utf8
  let isPlain =
    !bytes.isEmpty
    && bytes.enumerated().allSatisfy { position, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"): position > 0
      default: false
      }
    }
  if isPlain { return name }
  var text = "`"
  for scalar in name.unicodeScalars {
    if scalar == "`" { text += "`" }
    text.unicodeScalars.append(scalar)
  }
  return text + "`"
}
