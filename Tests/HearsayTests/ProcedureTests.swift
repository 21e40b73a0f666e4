import Hearsay
import Synchronization
import Testing

@Suite("procedures that a program registers")
struct ProcedureTests {
  /// `who.said(topic)` yields speaker and number of claims.
  private func session() -> GraphSession {
    let session = GraphSession()
    let signature = ProcedureSignature(
      name: "who.said", inputs: [.init("topic", .string)],
      outputs: [.init("speaker", .string), .init("claims", .integer)])
    session.procedures[signature.name] = TableProcedure(
      signature: signature,
      table: [
        [.string("blast"), .string("Ada"), .integer(2)], [.string("blast"), .string("Ben"), .integer(5)],
        [.string("talks"), .string("Ada"), .integer(1)],
      ])
    return session
  }

  @Test(
    "a registered procedure yields its rows",
    arguments: [
      ("CALL who.said('blast') YIELD speaker, claims RETURN speaker, claims", "Ada 2, Ben 5"),
      ("CALL who.said('blast') YIELD claims AS n, speaker AS who WHERE n > 2 RETURN who, n", "Ben 5"),
      ("CALL who.said('blast')", "Ada 2, Ben 5"),
      ("CALL who.said", "Ada 1"),
      (
        "UNWIND ['talks', 'none'] AS t OPTIONAL CALL who.said(t) YIELD speaker RETURN t, speaker",
        "talks Ada, none null"
      ),
    ])
  func rows(_ query: String, _ expected: String) throws {
    let result = try session().run(query, parameters: ["topic": .string("talks")])
    let rows = result.rows.map { row in row.map { ValueText(result.graph).plain($0) }.joined(separator: " ") }
    #expect(rows.joined(separator: ", ") == expected)
  }

  /// A number of rows, and how often it was asked for them.
  private final class Counted: Procedure {
    let signature = ProcedureSignature(
      name: "count.up", inputs: [.init("to", .integer)], outputs: [.init("n", .integer)])
    let calls = Mutex(0)

    func rows(for arguments: [Value], in graph: any GraphReader) throws(QueryError) -> [[Value]] {
      calls.withLock { $0 += 1 }
      guard case .integer(let count)? = arguments.first else { return [] }
      return (0..<count).map { [.integer($0)] }
    }
  }

  @Test(
    "rows that ask the same one after the other are answered at once, and many rows come in parts",
    arguments: [
      (
        "UNWIND range(1, 40) AS i CALL count.up(500) YIELD n RETURN count(*) AS rows, sum(n) AS sum", "20000 4990000", 1
      ),
      ("UNWIND [3, 3, 0, 0, 2] AS to CALL count.up(to) YIELD n RETURN count(*) AS rows, sum(n) AS sum", "8 7", 3),
      (
        "UNWIND range(1, 900) AS i WITH i WHERE EXISTS { CALL count.up(1000) YIELD n WHERE n = i RETURN n } "
          + "RETURN count(*) AS rows, max(i) AS most", "900 900", 1
      ),
    ])
  func repeated(_ query: String, _ expected: String, _ calls: Int) throws {
    let session = GraphSession()
    let counted = Counted()
    session.procedures[counted.signature.name] = counted
    let result = try session.run(query)
    let rows = result.rows.map { row in row.map { ValueText(result.graph).plain($0) }.joined(separator: " ") }
    #expect(rows == [expected])
    #expect(counted.calls.withLock(\.self) == calls)
  }

  @Test(
    "a procedure that is called amiss is an error",
    arguments: [
      ("CALL who.sayd('blast') YIELD speaker RETURN speaker", .procedureNotFound),
      ("CALL who.said() YIELD speaker RETURN speaker", .invalidNumberOfArguments),
      ("CALL who.said(1) YIELD speaker RETURN speaker", .invalidArgumentType),
      ("CALL who.said YIELD speaker RETURN speaker", .invalidArgumentPassingMode),
    ] as [(String, QueryError.Code)])
  func mistakes(_ query: String, _ code: QueryError.Code) throws {
    let error = #expect(throws: QueryError.self) { _ = try session().run(query) }
    #expect(error?.code == code)
  }
}
