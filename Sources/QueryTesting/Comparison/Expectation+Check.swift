import Hearsay

/// How a result differs from what was expected. Empty lists where it does not.
public struct Difference: Equatable, Sendable {
  /// One clause: `1 row missing, 2 surprising`.
  public let summary: String
  /// Rows as query files write them.
  public var missing: [String] = []
  public var surprising: [SurprisingRow] = []

  /// A row that was not expected, and what is behind it.
  public struct SurprisingRow: Equatable, Sendable {
    public let row: String
    /// The claims behind the nodes and edges of the row: their words, and where they stand.
    public let claims: [String]
  }
}

/// What a statement came to: a result, or an error.
enum Answer {
  case result(QueryResult, isSorted: Bool, witness: RowWitness?)
  case error(QueryError, statement: String)
}

extension Expectation {
  /// nil if the answer is as expected.
  func difference(from answer: Answer) -> Difference? {
    switch (outcome, answer) {
    case (.error(let code, let line, let column), .error(let error, let statement)):
      return Self.difference(code, line, column, error, statement)
    case (.error(let code, _, _), .result(let result, _, _)):
      return Difference(summary: "expected error `\(code)`, got \(counted(result.rowCount, "row"))")
    case (_, .error(let error, let statement)):
      return Difference(summary: "failed with \(Self.text(of: error, in: statement)): \(error.diagnostic.sentence)")
    case (_, .result(let result, let isSorted, let witness)):
      return rowDifference(result, isSorted, witness) ?? warningDifference(result)
    }
  }

  /// `UndefinedVariable at 2:7`
  static func text(of error: QueryError, in statement: String) -> String {
    let place = LineTable(statement).position(of: error.range.start)
    return "\(error.code.rawValue) at \(place.line):\(place.column)"
  }

  private static func difference(
    _ code: String, _ line: Int?, _ column: Int?, _ error: QueryError, _ statement: String
  ) -> Difference? {
    let place = LineTable(statement).position(of: error.range.start)
    let isCode = code == "…" || code == error.code.rawValue
    if isCode, (line ?? place.line, column ?? place.column) == (place.line, place.column) { return nil }
    let at = line.flatMap { line in column.map { " at \(line):\($0)" } } ?? ""
    return Difference(
      summary: "expected error `\(code)`\(at), got `\(text(of: error, in: statement))`: \(error.diagnostic.sentence)")
  }

  private func warningDifference(_ result: QueryResult) -> Difference? {
    let sentences = result.warnings.map(\.sentence)
    let missing = warnings.filter { warning in
      let parts = warning.contains("…") ? ExpectedCell(warning) : .exact(warning)
      return !sentences.contains { parts.matches(CellText(verbatim: $0)) }
    }
    guard !missing.isEmpty else { return nil }
    let got = sentences.isEmpty ? "no warning" : "warning: " + sentences.joined(separator: "; warning: ")
    return Difference(summary: "expected warning: \(missing.joined(separator: "; warning: ")); got \(got)")
  }

  private func rowDifference(_ result: QueryResult, _ isSorted: Bool, _ witness: RowWitness?) -> Difference? {
    let count = result.rowCount
    switch outcome {
    case .any, .error: return nil
    case .none:
      guard count > 0 else { return nil }
      return surprise("expected no rows, got \(counted(count, "row"))", result, Array(0..<count), witness)
    case .rowCount(let relation, let bound):
      if relation.holds(count, bound) { return nil }
      return surprise("expected rows \(relation.rawValue) \(bound), got \(count)", result, Array(0..<count), witness)
    case .rows(let columns, let rows):
      if let difference = Self.columnDifference(columns, result) { return difference }
      let cells = result.cellTexts
      let matching = isSorted ? RowMatching.inOrder(rows, cells) : RowMatching(rows, cells)
      if matching.isComplete && matching.surprising.isEmpty { return nil }
      return difference(rows, result, matching, witness)
    case .contains(let columns, let rows):
      if let difference = Self.columnDifference(columns, result) { return difference }
      var matching = RowMatching(rows, result.cellTexts)
      if matching.isComplete { return nil }
      matching.surprising = []
      return difference(rows, result, matching, witness)
    }
  }

  private static func columnDifference(_ columns: [String], _ result: QueryResult) -> Difference? {
    let got = result.columns.map(CellSyntax.columnName)
    guard got != columns else { return nil }
    let list = { (names: [String]) in names.isEmpty ? "none" : "`\(names.joined(separator: " | "))`" }
    return Difference(summary: "expected columns \(list(columns)), got \(list(got))")
  }

  private func difference(
    _ rows: [ExpectedRow], _ result: QueryResult, _ matching: RowMatching, _ witness: RowWitness?
  ) -> Difference {
    if matching.isOutOfOrder {
      var difference = Difference(summary: "the rows are as expected, their order is not")
      difference.missing = rows.map { $0.cells.map(\.text).joined(separator: " | ") }
      difference.surprising = result.cellTexts.map { .init(row: Self.line($0), claims: []) }
      return difference
    }
    let parts = [(matching.missing.count, "missing"), (matching.surprising.count, "surprising")]
      .filter { $0.0 > 0 }.map { "\(counted($0.0, "row")) \($0.1)" }
    let right = matching.found.count - matching.missing.count
    var difference = surprise(
      "\(parts.joined(separator: ", ")); \(right) as expected", result, matching.surprising, witness)
    difference.missing = matching.missing.map { rows[$0].cells.map(\.text).joined(separator: " | ") }
    return difference
  }

  private func surprise(
    _ summary: String, _ result: QueryResult, _ places: [Int], _ witness: RowWitness?
  ) -> Difference {
    var difference = Difference(summary: summary)
    let rows = result.rows
    let shown = places.prefix(Self.mostRowsShown)
    let claims = ClaimWords(result.graph)
    let elements = witness?.elements(behind: shown.map { rows[$0] }) ?? []
    difference.surprising = shown.enumerated().map { index, place in
      let cells = rows[place].map { CellText($0, in: result.graph) }
      let found = rows[place].flatMap(\.elements)
      let behind = found.isEmpty && elements.indices.contains(index) ? elements[index] : found
      return .init(row: Self.line(cells), claims: claims.behind(behind))
    }
    return difference
  }

  /// A failure that lists thousands of rows is read by nobody.
  static let mostRowsShown = 50

  static func line(_ cells: [CellText]) -> String { cells.map(\.filledIn).joined(separator: " | ") }
}

extension ExpectedCell {
  /// As it stands in the file, or another way to write the same.
  var text: String {
    switch self {
    case .any: "…"
    case .exact(let text): text
    case .pattern(let parts): parts.joined(separator: "…")
    case .float(let number): CellText(.float(number)).full
    }
  }
}

extension CellText {
  init(verbatim text: String) {
    full = text
    short = nil
    number = nil
  }
}

extension QueryResult {
  var cellTexts: [[CellText]] { rows.map { row in row.map { CellText($0, in: graph) } } }
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
