import SourceText
import Testing
import TextAnalysis

/// Loaded once: unoptimised, that takes as long as reading some hundred sentences.
let sharedAnalyzer = Result { try Analyzer(model: .embedded()) }

func analyze(_ contents: String) throws -> Document {
  try sharedAnalyzer.get().analyze(Text(origin: "", contents: contents))
}

/// Odd text under a name, so that a report of the test does not print all of it.
struct OddText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let contents: String

  init(_ name: String, _ contents: String) {
    testDescription = name
    self.contents = contents
  }

  init(_ count: Int, times piece: String) {
    self.init("\(count) times \(piece.debugDescription)", String(repeating: piece, count: count))
  }
}

/// Every sentence has one root, and every token reaches it.
private func isSound(_ document: Document) -> Bool {
  document.sentences.allSatisfy { sentence in
    let roots = sentence.tokens.filter { document.tokens[$0].head == nil }
    return roots.count == 1 && document.tokens[roots[0]].deprel == "root"
      && document.subtree(of: roots[0]).count == sentence.tokens.count
  }
}

@Test("a sentence of a hundred thousand words is cut into pieces that hold every word")
func longSentence() {
  let contents = String(repeating: "and the minister said ", count: 25_000)
  let document = Segmenter().segment(Text(origin: "", contents: contents))
  #expect(document.tokens.count == 100_000)
  #expect(document.sentences.count >= 250)
  #expect(document.sentences.allSatisfy { $0.tokens.count <= 400 })
}

@Test("a sentence beyond the longest is read in pieces, each with its tree")
func longTree() throws {
  let document = try analyze(String(repeating: "and the minister said ", count: 150))
  #expect(document.sentences.count == 2)
  #expect(isSound(document))
}

@Test(
  "odd input is read without complaint",
  arguments: [
    OddText("nothing", ""), OddText("a space", " "), OddText("NULs", "\0\0\0"), OddText("a NUL inside", "a\0b"),
    OddText("marks", "?!?!?!"), OddText("open brackets", "(((((((("), OddText("quotes", "\"'\"'\"'"),
    OddText("a dash", "-"), OddText("a stop", "."), OddText("bidirectional marks", "\u{202E}evil\u{202C}"),
    OddText("emoji", "🙂🙂🙂"), OddText("letters", "A B C D E F G"), OddText("case without length", "İIıi ǅ ß ŉ"),
    OddText(200, times: "a."), OddText(200, times: "-a"), OddText(200, times: "'s"),
  ])
func oddInput(_ odd: OddText) throws {
  let document = try analyze(odd.contents)
  #expect(isSound(document))
  for token in document.tokens { #expect(document.text.slice(token.range) == token.form) }
}

@Test(
  "long odd input is cut in order",
  arguments: [
    OddText(200_000, times: "a"), OddText(20_000, times: "a."), OddText(20_000, times: "-a"),
    OddText(20_000, times: "'s"), OddText(50_000, times: "\n"), OddText(20_000, times: "1,"),
    OddText(10_000, times: "http://"), OddText(20_000, times: "(\""), OddText(20_000, times: "a@b."),
    OddText(10_000, times: "[1]"), OddText(10_000, times: "\n-- "),
  ])
func longInput(_ odd: OddText) {
  let document = Segmenter().segment(Text(origin: "", contents: odd.contents))
  var end = 0
  var isOrdered = true
  for token in document.tokens {
    isOrdered = isOrdered && token.range.start >= end && token.range.end <= odd.contents.utf8.count
    end = token.range.end
  }
  #expect(isOrdered)
}

@Test("a text beyond the limit is refused")
func tooLong() throws {
  let contents = String(repeating: " ", count: Analyzer.longestTextBytes + 1)
  #expect {
    try analyze(contents)
  } throws: {
    ($0 as? AnalysisError)?.code == .textTooLong
  }
}
