import Hearsay

/// Writes the `//=` lines that an answer would fulfil.
struct ExpectationWriter {
  let test: QueryTest

  /// Without `//=`. Rows that are already expected keep their wording, wildcards and all.
  func lines(for answer: Answer) -> [String] {
    switch answer {
    case .error(let error, let statement): return ["error " + Expectation.text(of: error, in: statement)]
    case .result(let result, let isSorted, _):
      return rows(result, isSorted: isSorted) + result.warnings.map { "warning: " + $0.sentence.oneLine }
    }
  }

  private func rows(_ result: QueryResult, isSorted: Bool) -> [String] {
    let got = result.cellTexts
    guard !got.isEmpty else { return ["none"] }
    var cells = got.map { row in row.map { CellSyntax.escaped($0.filledIn) } }
    if case .rows(let columns, let expected)? = test.expectation?.outcome,
      columns == result.columns.map(CellSyntax.columnName)
    {
      let matching = RowMatching(expected, got)
      for (index, place) in matching.found.enumerated() {
        if let place { cells[place] = expected[index].cells.map { CellSyntax.escaped($0.text) } }
      }
      if !isSorted { cells = inOldOrder(cells, matching) }
    }
    let header = result.columns.enumerated().map { CellSyntax.header($1, isFirst: $0 == 0) }
    return aligned([header] + cells)
  }

  /// What stays keeps its place, so that a change shows what changed.
  private func inOldOrder(_ cells: [[String]], _ matching: RowMatching) -> [[String]] {
    matching.found.compactMap { $0.map { cells[$0] } } + matching.surprising.map { cells[$0] }
  }

  private func aligned(_ rows: [[String]]) -> [String] {
    guard let columnCount = rows.first?.count else { return [] }
    // Wide texts would push all others out of sight: beyond this, columns are not lined up.
    let widest = 40
    let widths = (0..<columnCount).map { column in
      rows.map { $0[column].count }.filter { $0 <= widest }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: max(0, widths[column] - cell.count))
      }.joined(separator: " | ")
    }
  }
}

extension String {
  /// This text with the lines of each block replaced; everything else stays byte for byte.
  func replacingBlocks(_ corrections: [(block: ExpectationBlock, lines: [String])]) -> String {
    let table = LineTable(self)
    let bytes = Array(utf8)
    let lineBreak = contains("\r\n") ? "\r\n" : "\n"
    var removed: Set<Int> = []
    var added: [Int: String] = [:]
    for (block, lines) in corrections {
      removed.formUnion(block.lines)
      // A new block goes behind the statement, an old one is replaced where it began.
      let place = block.lines.first.map { $0 - 1 } ?? block.anchor
      added[place, default: ""] += lines.map { "\(block.indent)//= \($0)\(lineBreak)" }.joined()
    }
    var result: [UInt8] = Array((added[0] ?? "").utf8)
    for line in 1...table.lineCount {
      guard let range = table.range(ofLine: line) else { continue }
      let end = table.range(ofLine: line + 1)?.start ?? bytes.count
      if !removed.contains(line) { result += bytes[range.start..<end] }
      guard let block = added[line] else { continue }
      // The last line of a file may lack its end.
      if let last = result.last, last != 0x0A, last != 0x0D { result += Array(lineBreak.utf8) }
      result += Array(block.utf8)
    }
    return String(decoding: result, as: UTF8.self)
  }

  fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
