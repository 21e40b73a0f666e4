import Hearsay
import Testing

private struct Case: CustomTestStringConvertible {
  let text: String
  /// The words that each mistake points at.
  let words: [String]
  init(_ text: String, _ words: String...) {
    self.text = text
    self.words = words
  }
  var testDescription: String { text }
}

private let cases = [
  // what cannot be parsed
  Case("MATCH (n:) WHERE n.x = RETURN n.y LIMT 3", ")", "RETURN", "LIMT"),
  Case("MATCH (a)-[r->(b) WITH a, b MATCH (a)-->(c WHERE RETURN c", "-", "RETURN"),
  Case("MTCH (n) RETURN n ORDER BY", "MTCH", ""),
  Case("MATCH (n) WHERE n.name STARTS WITH 'a' RETRUN n", "RETRUN"),
  Case("UNWIND [1, 2 AS x RETURN x, , y", "AS", ","),
  Case("MATCH (n) WHERE EXISTS { MATCH (n)-[)-(m) } RETURN n..x", ")", ".."),
  // what cannot be planned
  Case("MATCH (n) WHERE m.x > 1 AND k.y = 2 RETURN n, q, coutn(n)", "m", "k", "q", "coutn"),
  Case("MATCH (n) WITH n.x AS x, z AS z RETURN x, y, z", "z", "y"),
  Case("UNWIND a AS b UNWIND b AS c RETURN c + d, toUpper()", "a", "d", "toUpper"),
  Case("MATCH (n) RETURN count(n) AS c, n.x + m", "m"),
  Case("MATCH (n) LET a = b, c = n.x FILTER d > c RETURN a", "b", "d"),
  Case("MATCH (n) MATCH (n)-[n]->(m) RETURN m, w", "n", "w"),
  Case("RETURN 1 AS x", []),
]

extension Case {
  fileprivate init(_ text: String, _ words: [String]) {
    self.text = text
    self.words = words
  }
}

@Suite("several mistakes in one statement")
struct MistakesTests {
  @Test("are told in one run, in the order of the text, and nothing that follows from them", arguments: cases)
  private func all(_ example: Case) {
    let script = Script(example.text)
    let bytes = Array(example.text.utf8)
    let mistakes = GraphSession().mistakes(in: script.statements[0], of: script)
    let words = mistakes.map { String(decoding: bytes[$0.range.start..<$0.range.end], as: UTF8.self) }
    #expect(words == example.words, "\(mistakes.map(\.message))")
  }

  @Test("are limited in number, however many there are")
  func many() {
    let text = "MATCH (n) RETURN " + (0..<1000).map { "a\($0)" }.joined(separator: ", ")
    let broken = String(repeating: "MATCH (n:) ", count: 1000)
    for text in [text, broken] {
      let script = Script(text)
      #expect(GraphSession().mistakes(in: script.statements[0], of: script).count == Script.mostMistakes)
    }
  }

  @Test("are in the answer of the pipe")
  func pipe() throws {
    let server = PipeServer()
    let answer = String(
      decoding: server.answer(#"{"op":"run","query":"MATCH (n) WHERE a = 1\nRETURN b"}"#), as: UTF8.self)
    #expect(answer.contains(#""detail":"UndefinedVariable""#))
    #expect(answer.contains(#""further":[{"detail":"UndefinedVariable""#))
    #expect(answer.contains(#""line":2,"column":8"#))
  }
}
