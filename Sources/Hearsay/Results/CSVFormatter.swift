import GraphCore

/// Comma-separated values (RFC 4180), a header line first, lines ended by CRLF.
///
/// Null is an empty field and an empty string is `""`, so that the two can be told apart.
struct CSVFormatter: ResultFormatter {
  func format(_ result: QueryResult) -> String {
    guard !result.columns.isEmpty else { return "" }
    let text = ValueText(result.graph)
    var output = line(result.columns.map(quotedIfNeeded))
    result.forEachRow { row in
      output += line(row.map { $0.isNull ? "" : quotedIfNeeded(text.plain($0)) })
    }
    return output
  }

  private func line(_ fields: [String]) -> String { fields.joined(separator: ",") + "\r\n" }

  private func quotedIfNeeded(_ field: String) -> String {
    let needsQuotes = field.isEmpty || field.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return field }
    var quoted = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }
}
