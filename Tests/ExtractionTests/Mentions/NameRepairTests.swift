import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("Each name is one node of the tree")
struct NameRepairTests {
  private func token(_ form: String, _ upos: PartOfSpeech, _ head: Int?, _ deprel: String, _ offset: Int) -> Token {
    Token(
      range: SourceRange(offset, offset + form.utf8.count), form: form, lemma: form.lowercased(), upos: upos,
      xpos: upos == .properNoun ? "NNP" : upos == .verb ? "VBD" : "NN", head: head, deprel: deprel,
      hasSpaceBefore: offset > 0)
  }

  /// A sentence of words with their part of speech, head (from 0, nil for the root) and relation.
  private func document(_ words: [(String, PartOfSpeech, Int?, String)]) -> Document {
    var tokens: [Token] = []
    var offset = 0
    for (form, upos, head, deprel) in words {
      tokens.append(token(form, upos, head, deprel, offset))
      offset += form.utf8.count + 1
    }
    let text = Text(origin: "t", contents: words.map(\.0).joined(separator: " "))
    let sentence = Sentence(
      tokens: 0..<tokens.count, range: SourceRange(0, max(0, offset - 1)), part: .body, paragraph: 0)
    return Document(text: text, sentences: [sentence], tokens: tokens)
  }

  @Test("a name whose words hang apart keeps the best of their relations")
  func oneSubject() throws {
    let broken = document([
      ("Downing", .verb, 2, "ccomp"), ("Street", .properNoun, 2, "nsubj"), ("agreed", .verb, nil, "root"),
    ])
    let repaired = NameRepair(lexicon: try Lexicon()).repaired(broken)
    #expect(repaired.tokens[1].deprel == "nsubj" && repaired.tokens[1].head == 2)
    #expect(repaired.tokens[0].head == 1)
    #expect(repaired.tokens[0].upos == .properNoun)
  }

  @Test("a title hangs below the name it belongs to")
  func title() throws {
    let broken = document([
      ("Norwegian", .properNoun, 5, "nsubj"), ("Prime", .adjective, 2, "amod"), ("Minister", .properNoun, 3, "nmod"),
      ("Tordis", .properNoun, 5, "nsubj"), ("Aaslund", .properNoun, 3, "flat"), ("resigned", .verb, nil, "root"),
    ])
    let repaired = NameRepair(lexicon: try Lexicon()).repaired(broken)
    let subjects = repaired.tokens.indices.filter { repaired.tokens[$0].head == 5 }
    #expect(subjects == [3])
    #expect(repaired.tokens[0].head == 3)
  }

  @Test("circles of heads are left as they are, and end")
  func circle() throws {
    let broken = document([
      ("Downing", .properNoun, 1, "compound"), ("Street", .properNoun, 0, "nsubj"), ("agreed", .verb, 2, "root"),
    ])
    #expect(NameRepair(lexicon: try Lexicon()).repaired(broken).tokens.count == 3)
  }
}
