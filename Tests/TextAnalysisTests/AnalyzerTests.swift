import Foundation
import SourceText
import Testing
import TextAnalysis

private let report = """
  Rebels free two pilots after talks

  LUNDA, March 3 (Inland Press) - Rebels freed two pilots on Monday, the army said. A priest met them in the capital.

  "We were treated well," one of the pilots told reporters.
  """

@Test("a plain sentence gets tags, lemmas and a tree")
func plainSentence() throws {
  let document = try analyze("The rebels attacked two villages.")
  #expect(document.tokens.map(\.lemma) == ["the", "rebel", "attack", "two", "village", "."])
  #expect(document.tokens.map(\.upos) == [.determiner, .noun, .verb, .numeral, .noun, .punctuation])
  #expect(document.tokens.map(\.deprel) == ["det", "nsubj", "root", "nummod", "obj", "punct"])
  #expect(document.tokens.map(\.head) == [1, 2, nil, 4, 2, 2])
}

@Test("capitals are read as running text would be; the text keeps them")
func capitals() throws {
  let document = try analyze("THE SOLDIERS KILLED THREE PEASANTS IN THE VILLAGE.")
  #expect(document.tokens[1].form == "soldiers")
  #expect(document.text.slice(document.tokens[1].range) == "SOLDIERS")
  #expect(document.tokens[1].lemma == "soldier")
  #expect(document.tokens[2].upos == .verb)
  #expect(document.tokens[document.tokens.count - 2].lemma == "village")
}

@Test("the same text gives the same document, whatever was read before")
func deterministic() throws {
  let analyzer = try sharedAnalyzer.get()
  let first = try analyzer.analyze(Text(origin: "", contents: report))
  _ = try analyzer.analyze(Text(origin: "", contents: "Something else. Entirely!"))
  let second = try analyzer.analyze(Text(origin: "", contents: report))
  #expect(first.tokens == second.tokens)
  #expect(first.sentences == second.sentences)
}

@Test("the tree can be walked")
func walking() throws {
  let document = try analyze(report)
  let sentence = try #require(document.sentences.first { $0.part == .body })
  let root = try #require(document.root(of: sentence))
  #expect(document.subtree(of: root) == Array(sentence.tokens))
  #expect(document.subtreeSpan(of: root) == sentence.tokens)
  #expect(document.sentence(ofToken: root) == sentence)
  for child in document.children(of: root) {
    #expect(document.tokens[child].head == root)
    #expect(document.isAncestor(root, of: child) && !document.isAncestor(child, of: root))
  }
  let lists = document.children(in: sentence)
  #expect(lists[root - sentence.tokens.lowerBound] == document.children(of: root))
  #expect(document.tokenIndex(atOffset: document.tokens[root].range.start) == root)
  #expect(document.sentence(ofToken: document.tokens.count) == nil)
}

@Test("CoNLL-U has ten columns and the ranges of the text")
func conllu() throws {
  let document = try analyze("It isn't over.")
  let lines = document.conllu().split(separator: "\n").filter { !$0.hasPrefix("#") }
  #expect(lines.count == 5)
  #expect(lines.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 10 })
  #expect(lines[1].hasSuffix("SpaceAfter=No|Range=3:5"))
}
