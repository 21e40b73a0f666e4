import GraphCore
import Testing

@Suite("the engine against a naive evaluator")
struct DifferentialTests {
  @Test("random queries on random graphs give what their definition says", arguments: UInt64(1)...60)
  func agrees(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let plain = NaiveGraph(&generator)
    let graph = try TestGraph(plain.statement)
    for number in 0..<12 {
      let query = RandomQuery(&generator)
      let expected = NaiveEvaluator(graph: plain).rows(query)
      for isFolded in [false, true] {
        let target = TestGraph(graph.graph)
        if isFolded { target.fold() }
        let rows = try target.run(query.description).values.map { row in row.map(cell).joined(separator: "|") }
        let got = query.order == nil ? rows.sorted() : rows
        #expect(
          got == expected, "seed \(seed), query \(number)\(isFolded ? ", folded" : "")\n\(plain.statement);\n\(query);")
      }
    }
  }

  private func cell(_ value: Value) -> String {
    switch value {
    case .integer(let number): "\(number)"
    case .null: "null"
    case .list(let values): "[" + values.map(cell).sorted().joined(separator: ", ") + "]"
    default: "\(value)"
    }
  }
}
