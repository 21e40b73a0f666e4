import Hearsay
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
