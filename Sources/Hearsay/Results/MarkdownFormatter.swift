import GraphCore

/// A table of GitHub Flavored Markdown (section 4.10), numbers at the right. Nothing in a cell is taken for markup.
struct MarkdownFormatter: ResultFormatter {
  func format(_ result: QueryResult) -> String {
    guard !result.columns.isEmpty else { return "" }
    let text = ValueText(result.graph, .short)
    var output = line(result.columns.map(escaped))
    output += line(result.columns.indices.map { result.isNumeric($0) ? "---:" : "---" })
    result.forEachRow { row in
      output += line(row.map { $0.isNull ? "" : escaped(text.plain($0)) })
    }
    return output
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private func escaped(_ cell: String) -> String {
    var escaped = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "|", "\\", "`", "*", "_", "[", "]": escaped += "\\\(scalar)"
      case "<": escaped += "&lt;"
      case "&": escaped += "&amp;"
      case "\n": escaped += "<br>"
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension QueryResult {
  /// Whether the column holds numbers, nulls aside, and at least one.
  public func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for batch in batches where batch.columns.indices.contains(column) {
      for row in 0..<batch.rowCount {
        switch batch.columns[column][row] {
        case .integer, .float: hasNumber = true
        case .null: break
        default: return false
        }
      }
    }
    return hasNumber
  }
}
