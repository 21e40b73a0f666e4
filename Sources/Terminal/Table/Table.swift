/// A table of texts, drawn with boxes and fitted to a width.
///
/// ```
/// ┌──────┬────────┐
/// │ name │ killed │
/// ├──────┼────────┤
/// │ Iran │    144 │
/// └──────┴────────┘
/// ```
public struct Table: Sendable {
  public struct Column: Sendable {
    public var title: String
    /// Numbers stand at the right, so that their digits line up.
    public var isNumeric: Bool

    public init(_ title: String, isNumeric: Bool = false) {
      self.title = title
      self.isNumeric = isNumeric
    }
  }

  /// What to do with a cell that is wider than its column.
  public enum Overflow: Sendable {
    /// Cut at the end of the line, with `…`.
    case cut
    /// Go on below, for at most so many lines, the last cut; nil for as many as it takes.
    case wrap(maximumLines: Int?)
  }

  public let columns: [Column]
  /// One text per column; shorter rows are filled up with empty cells.
  public let rows: [[String]]

  public init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }

  /// The table with a line break behind each line; empty if it has no columns.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; nil for as wide as the cells are.
  ///   - title: changes how the titles look (colour), not how wide they are.
  public func rendered(
    width: Int?, overflow: Overflow = .wrap(maximumLines: nil), title: (String) -> String = { $0 }
  ) -> String {
    guard !columns.isEmpty else { return "" }
    let titles = columns.map { ShownText.line($0.title) }
    let cells = rows.map { row in
      columns.indices.map { row.indices.contains($0) ? ShownText.lines(row[$0]) : "" }
    }
    let widths = widths(titles, cells, width)
    var text = rule("┌", "┬", "┐", widths)
    text += drawn(titles, widths, .cut, align: { _ in false }, title)
    text += rule("├", "┼", "┤", widths)
    for row in cells {
      text += drawn(row, widths, overflow, align: { columns[$0].isNumeric }, { $0 })
    }
    return text + rule("└", "┴", "┘", widths)
  }

  private func widths(_ titles: [String], _ cells: [[String]], _ width: Int?) -> [Int] {
    let natural = columns.indices.map { column in
      cells.reduce(titles[column].displayWidth) { widest, row in
        row[column].split(separator: "\n").reduce(widest) { max($0, $1.displayWidth) }
      }
    }
    guard let width else { return natural.map { max(1, $0) } }
    // Each column has two spaces and a line, and there is one line more.
    return ColumnWidths.fitted(natural, into: width - 3 * columns.count - 1).map { max(1, $0) }
  }

  private func rule(_ left: String, _ middle: String, _ right: String, _ widths: [Int]) -> String {
    left + widths.map { String(repeating: "─", count: $0 + 2) }.joined(separator: middle) + right + "\n"
  }

  private func drawn(
    _ row: [String], _ widths: [Int], _ overflow: Overflow, align isRight: (Int) -> Bool, _ style: (String) -> String
  ) -> String {
    let cells = row.indices.map { Self.fitted(row[$0], widths[$0], overflow) }
    let height = cells.map(\.count).max() ?? 0
    var text = ""
    for line in 0..<height {
      for column in cells.indices {
        let part = line < cells[column].count ? cells[column][line] : ""
        text += "│ " + style(LineFitting.pad(part, to: widths[column], onLeft: isRight(column))) + " "
      }
      text += "│\n"
    }
    return text
  }

  private static func fitted(_ cell: String, _ width: Int, _ overflow: Overflow) -> [String] {
    switch overflow {
    case .cut:
      return [LineFitting.cut(cell.split(separator: "\n").joined(separator: " "), to: width)]
    case .wrap(let maximumLines):
      let lines = LineFitting.wrap(cell, to: width).map { LineFitting.cut($0, to: width) }
      guard let maximumLines, lines.count > maximumLines, let last = lines.prefix(maximumLines).last else {
        return lines
      }
      return lines.prefix(maximumLines - 1) + [LineFitting.cut(last + " …", to: width)]
    }
  }
}
