import Hearsay
import SourceText

/// Reads the `//=` lines of one test.
struct ExpectationParser {
  let file: Text

  func expectation(_ lines: ArraySlice<FileLine>) throws(QueryFileError) -> Expectation {
    var rest = lines
    var warnings: [String] = []
    while let line = rest.first, let text = warning(line) {
      warnings.append(text)
      rest.removeFirst()
    }
    while let line = rest.last, let text = warning(line) {
      warnings.append(text)
      rest.removeLast()
    }
    return Expectation(outcome: try outcome(rest), warnings: warnings)
  }

  private func warning(_ line: FileLine) -> String? {
    line.content.hasPrefix("warning:") ? line.content.dropFirst("warning:".count).trimmed : nil
  }

  private func outcome(_ lines: ArraySlice<FileLine>) throws(QueryFileError) -> Expectation.Outcome {
    guard let first = lines.first else { return .any }
    let words = first.content.split(separator: " ").map(String.init)
    switch words.first {
    case "none" where words.count == 1: return try alone(.none, lines)
    case "rows" where words.count > 1 && !first.content.contains("|"):
      return try alone(try rowCount(words, first), lines)
    case "error" where !first.content.contains("|"): return try alone(try error(words, first), lines)
    case "contains" where words.count == 1:
      let (columns, rows) = try table(lines.dropFirst(), after: first)
      return .contains(columns: columns, rows)
    default:
      let (columns, rows) = try table(lines, after: first)
      return .rows(columns: columns, rows)
    }
  }

  private func alone(
    _ outcome: Expectation.Outcome, _ lines: ArraySlice<FileLine>
  ) throws(QueryFileError) -> Expectation.Outcome {
    guard let second = lines.dropFirst().first else { return outcome }
    throw QueryFileError(file, second, "nothing can stand beside `\(lines.first?.content ?? "")` but warnings")
  }

  private func rowCount(_ words: [String], _ line: FileLine) throws(QueryFileError) -> Expectation.Outcome {
    guard words.count == 3, let relation = Expectation.Relation(rawValue: words[1]), let count = Int(words[2]),
      count >= 0
    else { throw QueryFileError(file, line, "expected `rows >= 3`, with `>=`, `<=`, `=`, `<` or `>`") }
    return .rowCount(relation, count)
  }

  private func error(_ words: [String], _ line: FileLine) throws(QueryFileError) -> Expectation.Outcome {
    let code = words.count > 1 ? words[1] : ""
    guard words.count == 2 || words.count == 4, code == "…" || QueryError.Code(rawValue: code) != nil else {
      throw QueryFileError(
        file, line,
        words.count == 2 || words.count == 4
          ? "there is no error `\(code)`" : "expected `error Code at line:column` or `error Code`")
    }
    guard words.count == 4 else { return .error(code: code, line: nil, column: nil) }
    let place = words[3].split(separator: ":").compactMap { Int($0) }
    guard words[2] == "at", place.count == 2, place[0] > 0, place[1] > 0 else {
      throw QueryFileError(file, line, "expected a place behind `at`, such as `2:7`")
    }
    return .error(code: code, line: place[0], column: place[1])
  }

  private func table(
    _ lines: ArraySlice<FileLine>, after mark: FileLine
  ) throws(QueryFileError) -> ([String], [ExpectedRow]) {
    guard let head = lines.first else { throw QueryFileError(file, mark, "expected the names of the columns below") }
    let columns = CellSyntax.cells(of: head.content).map(CellSyntax.columnName)
    var rows: [ExpectedRow] = []
    for line in lines.dropFirst() {
      let cells = CellSyntax.cells(of: line.content)
      guard cells.count == columns.count else {
        throw QueryFileError(
          file, line, "the row has \(cells.count) cells, the columns are \(columns.count); write `|` in a cell as `\\|`"
        )
      }
      if cells.contains("") {
        throw QueryFileError(file, line, "a cell is empty; write `''` for an empty text, `null` for no value")
      }
      rows.append(ExpectedRow(cells: cells.map(ExpectedCell.init), line: line.number))
    }
    return (columns, rows)
  }
}
