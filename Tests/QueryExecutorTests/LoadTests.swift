import GraphCore
import QueryExecutor
import QueryLanguage
import QueryPlanner
import Testing

/// Texts by name, as a session with a folder would give them.
private struct Texts: TextLoading {
  let texts: [String: String]

  func text(named name: String) throws(TextLoadingError) -> String {
    guard let text = texts[name] else { throw TextLoadingError(.fileNotFound, "no `\(name)`") }
    return text
  }
}

@Suite("LOAD CSV")
struct LoadTests {
  private func rows(_ text: String, of file: String) throws -> [[Value]] {
    let graph = PropertyGraph()
    let options = ExecutionOptions(texts: Texts(texts: ["f": file]))
    return try execute(TestGraph.planned(text, graph), reading: graph, transaction: nil, options: options).values
  }

  private func error(_ text: String, of file: String) -> QueryError? {
    do {
      _ = try rows(text, of: file)
      return nil
    } catch {
      return error as? QueryError
    }
  }

  @Test(
    "fields are cut as RFC 4180 has them",
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a\r\rb\n\n\n", [["a"], ["b"]]), ("", []), ("\n", []),
      ("\"a,\"\"b\"\"\",c", [["a,\"b\"", "c"]]), ("\"a\nb\"\n", [["a\nb"]]), ("\"\",", [["", nil]]),
      (",,\n", [[nil, nil, nil]]), ("a b , c", [["a b ", " c"]]), ("é,😀", [["é", "😀"]]),
    ] as [(String, [[String?]])])
  func fields(text: String, expected: [[String?]]) throws {
    let found = try rows("LOAD CSV FROM 'f' AS row RETURN row", of: text).map { row -> [String?] in
      guard case .list(let values) = row[0] else { return [] }
      return values.map { if case .string(let text) = $0 { text } else { nil } }
    }
    #expect(found == expected)
  }

  @Test("a missing field is null, one too many an error with its line")
  func uneven() throws {
    let short = try rows("LOAD CSV WITH HEADERS FROM 'f' AS row RETURN row.b", of: "a,b\n1\n")
    #expect(short.count == 1 && short[0][0].isNull)
    let long = error("LOAD CSV WITH HEADERS FROM 'f' AS row RETURN row", of: "a,b\n\"x\ny\",2\n1,2,3\n")
    #expect(long?.code == .invalidFileContent && long?.message.hasPrefix("f:4:") == true)
  }

  @Test(
    "what is no table is told with its line",
    arguments: [
      ("a,a\n", "f:1: two fields"), (",b\n", "f:1: a field"), ("a\n\"b\n", "f:2: the quote"),
      ("a\n\"b\"c\n", "f:2: something"),
    ])
  func mistakes(text: String, message: String) {
    let error = error("LOAD CSV WITH HEADERS FROM 'f' AS row RETURN row", of: text)
    #expect(error?.message.hasPrefix(message) == true && error?.suggestion != nil)
  }

  @Test("a row names the file, and many rows come in batches")
  func many() throws {
    let file = (0..<5_000).map { "\($0)" }.joined(separator: "\n")
    let sum = try rows("UNWIND ['f', 'f'] AS n LOAD CSV FROM n AS row RETURN sum(toInteger(row[0]))", of: file)
    #expect(sum[0][0].equals(.integer(4_999 * 5_000)) == true)
  }

  @Test("nothing may be read unless it is said what")
  func nothingAllowed() throws {
    let error = try TestGraph().error("LOAD CSV FROM 'f' AS row RETURN row")
    #expect(error?.code == .fileNotAllowed && error?.suggestion?.contains("--import-folder") == true)
    #expect(error?.range.start == 14)
  }
}
