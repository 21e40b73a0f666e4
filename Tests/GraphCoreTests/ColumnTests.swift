import SeededRandom
import Testing

@testable import GraphCore

@Suite("columns and batches")
struct ColumnTests {
  private static let dictionary = StringDictionary(["x", "y"])
  private static let columns: [Column] = [
    .constant(.integer(7), count: 3), .constant(.null, count: 2), .nodes([NodeID(1), .none, NodeID(0)]),
    .edges([.none, EdgeID(4)]), .booleans([true, false]), .integers([1, 2, 3]), .floats([0.5]),
    .strings([1, StringDictionary.nullCode, 0], dictionary), .strings([0], StringDictionary(["z"])),
    .values([.null, .string("v")]), .values([]),
  ]

  private func text(_ values: [Value]) -> [String] { values.map(exactText) }

  @Test("gathering picks rows, in any order and as often as asked", arguments: columns.indices)
  func gathers(index: Int) {
    let column = Self.columns[index]
    let rows = (0..<column.count).reversed() + (0..<column.count)
    #expect(text(column.gathered(Array(rows)).values) == text(rows.map { column[$0] }))
    #expect(column.gathered([]).count == 0)
  }

  @Test("appending and joining keep all values in order", arguments: columns.indices)
  func appends(index: Int) {
    let column = Self.columns[index]
    for other in Self.columns {
      let expected = text(column.values + other.values)
      #expect(text(column.appending(other).values) == expected)
      #expect(text(Column.joined([column, other]).values) == expected)
    }
  }

  @Test("columns stay typed when nulls are appended to nodes, edges and strings")
  func staysTyped() {
    for column in [Column.nodes([NodeID(1)]), .edges([EdgeID(1)]), .strings([0], Self.dictionary)] {
      let longer = column.appending(.constant(.null, count: 1))
      if case .values = longer { Issue.record("\(column) became a column of values") }
      #expect(longer[1].isNull)
    }
  }

  @Test("batches are joined and cut row by row")
  func batches() throws {
    let first = Batch(rowCount: 2, columns: [.integers([1, 2]), .constant(.string("a"), count: 2)])
    let second = Batch(rowCount: 1, columns: [.integers([3]), .constant(.string("b"), count: 1)])
    let joined = try #require(Batch.joined([first, second]))
    #expect(joined.rowCount == 3)
    #expect(text(joined.columns[1].values) == text([.string("a"), .string("a"), .string("b")]))
    #expect(text(joined.slice(1..<3).columns[0].values) == text([.integer(2), .integer(3)]))
    #expect(Batch.joined([]) == nil)
    #expect(Batch.unit.rowCount == 1)
  }

  @Test("a property column gives back what was put in", arguments: UInt64(1)...20)
  func propertyColumns(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let kinds: [[Value]] = [
      [.boolean(true), .boolean(false)], [.integer(1), .integer(2)], [.float(1), .float(.infinity)],
      [.string("a"), .string("b"), .string("caf\u{E9}"), .string("cafe\u{301}")],
      [.integer(1), .float(1), .string("1"), .list([.integer(1)])],
      [.date(CalendarDate(epochDay: 19_804)), .date(CalendarDate(epochDay: -1))],
      [.date(CalendarDate(epochDay: 0)), .date(CalendarDate(epochDay: CalendarDate.epochDays.upperBound))],
      [.list([.string("a"), .string("b")]), .list([]), .list([.string("a")])],
      [.list([.string("a")]), .list([.integer(1)])],
    ]
    let kind = generator.pick(kinds) + (generator.below(2) == 0 ? [.null] : [])
    let values = (0..<20).map { _ in generator.pick(kind) }
    let column = PropertyColumn(values)
    #expect(text(values.indices.map { column[$0] }) == text(values), "seed \(seed)")
    let rows = (0..<30).map { _ in generator.below(20) }
    #expect(
      text(column.gathered(rows.count, of: 20) { rows[$0] }.values) == text(rows.map { values[$0] }), "seed \(seed)")
    let order = values.indices.reversed().map { UInt32($0) }
    let turned = column.permuted(order)
    #expect(text(values.indices.map { turned[$0] }) == text(values.reversed()), "seed \(seed)")
  }
}
