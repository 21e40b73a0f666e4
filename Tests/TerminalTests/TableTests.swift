import Testing

@testable import Terminal

private func table(_ rows: [[String]]) -> Table {
  Table(columns: [.init("name"), .init("killed", isNumeric: true)], rows: rows)
}

@Test("a table has a box, titles, and numbers at the right")
func box() {
  #expect(
    table([["Iran", "144"], ["モスクワ", "7"]]).rendered(width: nil) == """
      ┌──────────┬────────┐
      │ name     │ killed │
      ├──────────┼────────┤
      │ Iran     │    144 │
      │ モスクワ │      7 │
      └──────────┴────────┘

      """)
}

@Test("long cells go on below, or are cut")
func overflow() {
  let rows = [["the diplomatic source from Tajikistan", "3"]]
  #expect(
    table(rows).rendered(width: 30) == """
      ┌───────────────────┬────────┐
      │ name              │ killed │
      ├───────────────────┼────────┤
      │ the diplomatic    │      3 │
      │ source from       │        │
      │ Tajikistan        │        │
      └───────────────────┴────────┘

      """)
  #expect(table(rows).rendered(width: 30, overflow: .cut).contains("│ the diplomatic s… │      3 │"))
  #expect(table(rows).rendered(width: 30, overflow: .wrap(maximumLines: 2)).contains("│ source from …     │"))
}

@Test("every line of a table is as wide as the others and fits", arguments: 24...90)
func fits(_ width: Int) {
  let table = Table(
    columns: [.init("speaker"), .init("text"), .init("origins", isNumeric: true)],
    rows: [
      [
        "Iran's foreign ministry", "\u{1B}[2Jmoderation\u{202E} and モスクワ " + String(repeating: "word ", count: 60), "1",
      ],
      ["x"],
    ])
  let lines = table.rendered(width: width).split(separator: "\n")
  #expect(Set(lines.map(\.displayWidth)).count == 1)
  #expect(lines.allSatisfy { $0.displayWidth <= width && !$0.contains("\u{1B}") })
}

@Test("narrow columns keep their width, the rest is shared evenly")
func fairness() {
  #expect(ColumnWidths.fitted([4, 100, 100], into: 44) == [4, 20, 20])
  #expect(ColumnWidths.fitted([10, 10], into: 40) == [10, 10])
  #expect(ColumnWidths.fitted([4, 8, 100], into: 30) == [4, 8, 18])
  #expect(ColumnWidths.fitted([50, 50], into: 41) == [20, 21])
  #expect(ColumnWidths.fitted([50, 50, 50], into: 3) == [4, 4, 4])
}

@Test("no columns, no table")
func empty() {
  #expect(Table(columns: [], rows: []).rendered(width: 80) == "")
}
