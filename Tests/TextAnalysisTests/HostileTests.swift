import SourceText
import Testing
import TextAnalysis

private func analyze(_ contents: String) throws -> Document {
  try Analyzer(model: .embedded()).analyze(Text(origin: "", contents: contents))
}

/// Every sentence has one root, and every token reaches it.
private func isSound(_ document: Document) -> Bool {
  document.sentences.allSatisfy { sentence in
    let roots = sentence.tokens.filter { document.tokens[$0].head == nil }
    return roots.count == 1 && document.tokens[roots[0]].deprel == "root"
      && document.subtree(of: roots[0]).count == sentence.tokens.count
  }
}

@Test("a sentence of a hundred thousand words is cut and read")
func longSentence() throws {
  let document = try analyze(String(repeating: "and the minister said ", count: 25_000))
  #expect(document.tokens.count == 100_000)
  #expect(document.sentences.count >= 250)
  #expect(isSound(document))
}

@Test(
  "odd input is read without complaint",
  arguments: [
    "", " ", "\0\0\0", "a\0b", "?!?!?!", "((((((((", "\"'\"'\"'", "-", ".", "....", "\u{202E}evil\u{202C}", "🙂🙂🙂",
    String(repeating: "a", count: 200_000), String(repeating: "a.", count: 50_000),
    String(repeating: "-a", count: 50_000),
    String(repeating: "'s", count: 50_000), String(repeating: "\n", count: 100_000),
    String(repeating: "1,", count: 50_000),
    String(repeating: "http://", count: 20_000), String(repeating: "(\"", count: 50_000), "A B C D E F G", "İIıi ǅ ß ŉ",
  ])
func oddInput(_ contents: String) throws {
  let document = try analyze(contents)
  #expect(isSound(document))
  for token in document.tokens.prefix(1000) { #expect(document.text.slice(token.range) == token.form) }
}

@Test("a text beyond the limit is refused with its length")
func tooLong() throws {
  let text = Text(origin: "", contents: String(repeating: " ", count: Analyzer.longestTextBytes + 1))
  let analyzer = try Analyzer(model: .embedded())
  #expect { try analyzer.analyze(text) } throws: { ($0 as? AnalysisError)?.code == .textTooLong }
}
