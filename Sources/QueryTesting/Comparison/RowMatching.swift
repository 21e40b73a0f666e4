/// Which expected rows were found where.
struct RowMatching: Equatable, Sendable {
  /// One entry per expected row: its place among the rows that came, nil if it is missing.
  var found: [Int?]
  /// Places of rows that were not expected, ascending.
  var surprising: [Int]
  /// All rows are there, but not in the order expected.
  var isOutOfOrder = false

  var missing: [Int] { found.indices.filter { found[$0] == nil } }
  var isComplete: Bool { missing.isEmpty && !isOutOfOrder }

  /// Each row that came answers at most one expected row. As many as possible are matched, whatever their order.
  ///
  /// Rows without wildcards are looked up; only the others are tried one by one, expected × got.
  init(_ expected: [ExpectedRow], _ got: [[CellText]]) {
    found = Array(repeating: nil, count: expected.count)
    var places: [[String]: [Int]] = [:]
    for (place, row) in got.enumerated().reversed() { places[row.map(\.full), default: []].append(place) }
    var taken: [Int: Int] = [:]
    var rest: [Int] = []
    for (index, row) in expected.enumerated() {
      let keys = row.cells.compactMap(\.key)
      guard keys.count == row.cells.count else {
        rest.append(index)
        continue
      }
      if let place = places[keys]?.popLast() {
        found[index] = place
        taken[place] = index
      }
    }
    let free = got.indices.filter { taken[$0] == nil }
    let candidates = Dictionary(
      uniqueKeysWithValues: rest.map { index in (index, free.filter { expected[index].matches(got[$0]) }) })
    for index in rest {
      var tried: Set<Int> = []
      _ = Self.place(index, candidates, &taken, &tried)
    }
    for (place, index) in taken { found[index] = place }
    surprising = got.indices.filter { taken[$0] == nil }
  }

  /// Finds a place for a row, moving others to another of theirs if need be (an augmenting path, as Kuhn has it).
  private static func place(
    _ row: Int, _ candidates: [Int: [Int]], _ taken: inout [Int: Int], _ tried: inout Set<Int>
  ) -> Bool {
    // Breadth first, with the way back kept: recursion would be as deep as there are rows.
    var queue = [row]
    var wayBack: [Int: Int] = [:]
    var position = 0
    while position < queue.count {
      let current = queue[position]
      position += 1
      for place in candidates[current] ?? [] where tried.insert(place).inserted {
        wayBack[place] = current
        if let holder = taken[place] {
          queue.append(holder)
          continue
        }
        assign(place, wayBack, &taken, until: row)
        return true
      }
    }
    return false
  }

  private static func assign(_ place: Int, _ wayBack: [Int: Int], _ taken: inout [Int: Int], until row: Int) {
    var place: Int? = place
    while let current = place, let mover = wayBack[current] {
      let before = taken.first { $0.value == mover }?.key
      taken[current] = mover
      place = mover == row ? nil : before
    }
  }

  /// Row by row in order. Where that fails, what is missing and surprising is told as for rows in any order.
  static func inOrder(_ expected: [ExpectedRow], _ got: [[CellText]]) -> RowMatching {
    var matching = RowMatching(expected, got)
    let fits = expected.count == got.count && zip(expected, got).allSatisfy { $0.matches($1) }
    matching.isOutOfOrder = !fits && matching.missing.isEmpty && matching.surprising.isEmpty
    return matching
  }
}
