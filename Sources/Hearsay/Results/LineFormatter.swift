import GraphCore

/// Each value on a line of its own behind the name of its column, an empty line between rows: for wide rows.
struct LineFormatter: ResultFormatter {
  func format(_ result: QueryResult) -> String {
    guard !result.columns.isEmpty else { return "" }
    let text = ValueText(result.graph)
    let width = result.columns.map(\.count).max() ?? 0
    var rows: [String] = []
    result.forEachRow { row in
      rows.append(
        zip(result.columns, row).map { column, value in
          let space = String(repeating: " ", count: width - column.count)
          return "\(space)\(column) = \(indented(text.plain(value), by: width + 3))\n"
        }.joined())
    }
    return rows.joined(separator: "\n")
  }

  /// Further lines of a value stand below its first.
  private func indented(_ text: String, by width: Int) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .joined(separator: "\n" + String(repeating: " ", count: width))
  }
}
