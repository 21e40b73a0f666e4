import GraphCore

/// Tab-separated values: one row per line whatever a text holds, for `cut` and `awk`.
///
/// In a field, tab, line breaks and backslash are written `\t`, `\n`, `\r`, `\\`; null is `\N`.
struct TSVFormatter: ResultFormatter {
  func format(_ result: QueryResult) -> String {
    guard !result.columns.isEmpty else { return "" }
    let text = ValueText(result.graph)
    var output = line(result.columns.map(escaped))
    result.forEachRow { row in
      output += line(row.map { $0.isNull ? "\\N" : escaped(text.plain($0)) })
    }
    return output
  }

  private func line(_ fields: [String]) -> String { fields.joined(separator: "\t") + "\n" }

  private func escaped(_ field: String) -> String {
    guard field.utf8.contains(where: { $0 < 0x20 || $0 == 0x5C }) else { return field }
    var escaped = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
