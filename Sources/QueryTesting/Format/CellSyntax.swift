/// How a row of cells is written on one line: between `|`, where `\|` is a bar within a cell.
enum CellSyntax {
  static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        // Any other pair stays as it is: it belongs to a text in quotes.
        if scalar != "|" { cell.unicodeScalars.append("\\") }
        cell.unicodeScalars.append(scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "|" {
        cells.append(cell.trimmed)
        cell = ""
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    if isEscaped { cell += "\\" }
    cells.append(cell.trimmed)
    return cells
  }

  static func escaped(_ cell: String) -> String {
    var escaped = ""
    for scalar in cell.unicodeScalars {
      if scalar == "|" { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// A column's name as a header shows it: any run of space is one space, and back quotes around all of it go.
  static func columnName(_ name: String) -> String {
    let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard words.count > 2, words.hasPrefix("`"), words.hasSuffix("`"), !words.dropFirst().dropLast().contains("`")
    else {
      return words
    }
    return String(words.dropFirst().dropLast())
  }

  /// A header line's cell for that column.
  static func header(_ column: String, isFirst: Bool) -> String {
    let name = columnName(column)
    let words = ["none", "contains", "rows", "error", "warning:"]
    let isKeyword = isFirst && words.contains { name == $0 || name.hasPrefix($0 + " ") }
    return escaped(isKeyword ? "`\(name)`" : name)
  }
}
