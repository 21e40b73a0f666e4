import GraphCore
import Testing

@testable import QueryExecutor

/// Numbers in order of first occurrence, by a dictionary of all rows.
private struct NaiveKeys {
  private var known: [[Int64]: Int] = [:]

  mutating func numbers(of columns: [[Int64]]) -> [Int] {
    (columns.first ?? []).indices.map { row in
      let key = columns.map { $0[row] }
      let number = known[key] ?? known.count
      known[key] = number
      return number
    }
  }
}

@Suite struct KeyTableTests {
  private func expectNaiveNumbers(of batches: [[[Int64]]]) {
    var table = KeyTable()
    var naive = NaiveKeys()
    for batch in batches {
      let numbers = table.numbers(of: batch.map { .integers($0) }, rowCount: batch.first?.count ?? 0)
      #expect(numbers == naive.numbers(of: batch))
    }
  }

  @Test("integers that come closer and further, up and down, keep their numbers")
  func spans() {
    expectNaiveNumbers(of: [
      [[5, 6, 5, 7]], [[4, 5, -3, 9]], [[1_000, -1_000, 5]], [[60_000, 6]], [[-5_000, 7]], [[70_000, 1_000_000, 5]],
      [[.max, .min, 0, -1_000]], [[5, 60_000, .max]],
    ])
    expectNaiveNumbers(of: [[[.max, .max - 1]], [[.max - 70_000, .max]], [[0]]])
    expectNaiveNumbers(of: [[[.min]], [[.min + 5, .min]], [[.min + 65_535]], [[.max]]])
  }

  @Test("pairs keep their numbers while both sides grow, and when there are too many for an array")
  func pairs() {
    var state: UInt64 = 7
    func next(_ bound: Int64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 33) % bound
    }
    for (a, b, c) in [(3, 5, 2), (2, 900, 40), (700, 3, 700), (2_000, 2_000, 3)] as [(Int64, Int64, Int64)] {
      let batches = (1...6).map { batch in
        let rows = 0..<700
        return [
          rows.map { _ in next(a * Int64(batch)) }, rows.map { _ in next(b * Int64(batch)) }, rows.map { _ in next(c) },
        ]
      }
      expectNaiveNumbers(of: batches)
      expectNaiveNumbers(of: batches.map { Array($0.prefix(2)) })
    }
  }

  @Test("texts are numbered by their bytes, whichever dictionary they stand in and what comes beside them")
  func texts() {
    let dictionaries = [
      StringDictionary(["b", "a", "e\u{301}"]), StringDictionary(["a", "\u{E9}", "c", "b"]),
    ]
    let null = UInt32.max
    var table = KeyTable()
    func numbers(_ column: Column) -> [Int] { table.numbers(of: [column], rowCount: column.count) }
    #expect(numbers(.values([])).isEmpty)
    #expect(numbers(.strings([0, 1, 0], dictionaries[0])) == [0, 1, 0])
    #expect(numbers(.strings([0, 1, null, 2, 3, 3], dictionaries[1])) == [1, 2, 3, 4, 0, 0])
    #expect(numbers(.strings([2, null, 1, 0], dictionaries[0])) == [5, 3, 1, 0])
    #expect(numbers(.values([.string("c"), .null, .string("d"), .string("a")])) == [4, 3, 6, 1])
    #expect(numbers(.values([.string("d"), .integer(7), .null, .string("f")])) == [6, 7, 3, 8])
    #expect(numbers(.strings([2, 3, 0], dictionaries[1])) == [4, 0, 1])
    #expect(numbers(.integers([7])) == [7])
  }

  @Test("a column of integers goes on with other values")
  func mixed() {
    var table = KeyTable()
    #expect(table.numbers(of: [.integers([3, 4, 3])], rowCount: 3) == [0, 1, 0])
    #expect(table.numbers(of: [.values([.integer(4), .null, .float(3), .string("x")])], rowCount: 4) == [1, 2, 0, 3])
    #expect(table.numbers(of: [.integers([4, 100_000])], rowCount: 2) == [1, 4])
  }
}
