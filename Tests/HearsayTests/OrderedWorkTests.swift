import Testing

@testable import Hearsay

@Suite("work on several threads")
struct OrderedWorkTests {
  private struct Stop: Error {}

  @Test("hands results on in the order of the inputs", arguments: [1, 2, 5])
  func order(threads: Int) throws {
    var results: [Int] = []
    try workInOrder(
      threads: threads, from: { hand in for number in 0..<500 { try hand(number) } },
      { number in
        // Unequal work, so that the later is often done before the earlier.
        (0..<(number % 7 * 2_000)).reduce(number) { $0 ^ $1 ^ $1 }
      }, into: { _, result in results.append(result) })
    #expect(results == Array(0..<500))
  }

  @Test("never holds more than a window of inputs", arguments: [1, 3])
  func window(threads: Int) throws {
    var (handed, taken, most) = (0, 0, 0)
    try workInOrder(
      threads: threads,
      from: { hand in
        for number in 0..<1_000 {
          handed += 1
          most = max(most, handed - taken)
          try hand(number)
        }
      }, { $0 }, into: { _, _ in taken += 1 })
    #expect(taken == 1_000)
    #expect(most <= 16 * threads + 1)
  }

  @Test("stops at the first error, of the source or of the sink", arguments: [1, 4])
  func errors(threads: Int) {
    #expect(throws: Stop.self) {
      try workInOrder(
        threads: threads,
        from: { hand in
          try hand(1)
          throw Stop()
        }, { $0 }, into: { (_: Int, _: Int) in })
    }
    var taken: [Int] = []
    #expect(throws: Stop.self) {
      try workInOrder(threads: threads, from: { hand in for number in 0..<100 { try hand(number) } }, { $0 }) {
        (number: Int, _: Int) in
        if number == 10 { throw Stop() }
        taken.append(number)
      }
    }
    #expect(taken == Array(0..<10))
  }
}
