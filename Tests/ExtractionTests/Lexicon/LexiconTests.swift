import SourceText
import Testing
import TextAnalysis

@testable import Extraction

private func tokens(_ text: String) -> [Token] {
  Segmenter().segment(Text(origin: "t", contents: text)).tokens
}

@Suite("Lexicons")
struct LexiconTests {
  @Test("names are found whatever their hyphens, accents, stops and article, but not in another case")
  func phrases() {
    var index = PhraseIndex<Int>()
    index.insert("The Côte Brigade", 1)
    index.insert("CB-K", 2)
    index.insert("U.X.", 3)
    index.insert("Red Côte Brigade", 4)
    func first(_ text: String) -> Int? {
      let tokens = tokens(text)
      return index.longest(in: tokens, from: 0, limit: tokens.count)?.values.first
    }
    #expect(first("Cote Brigade fighters") == 1)
    #expect(first("Red Côte Brigade fighters") == 4)
    #expect(first("CB-K fighters") == 2)
    #expect(first("UX fighters") == 3)
    #expect(first("U.X. fighters") == 3)
    #expect(first("ux fighters") == nil)
    #expect(first("cote brigade fighters") == nil)
    // Words that together have the letters of a short name are not it.
    #expect(first("U X fighters") == nil)
  }

  @Test("the longest of overlapping names wins and a full stop ends a name")
  func longest() {
    var index = PhraseIndex<Int>()
    index.insert("Northern Front", 1)
    index.insert("Northern Front Council", 2)
    let one = tokens("Northern Front Council met")
    #expect(index.longest(in: one, from: 0, limit: one.count)?.tokens == 0..<3)
    let two = tokens("It joined the Northern Front. Council members met.")
    #expect(index.longest(in: two, from: 3, limit: two.count)?.tokens == 3..<5)
  }

  @Test("the lexicons of the program load, and know states with their demonyms, capitals and seats")
  func embedded() throws {
    let lexicon = try Lexicon()
    let state = try #require(lexicon.entryIndex(named: "Portugal"))
    #expect(lexicon.senses(of: "Portuguese").contains(.demonym(state)))
    #expect(
      lexicon.senses(of: "Lisbon").contains { sense in
        if case .capital(_, state) = sense { true } else { false }
      })
    #expect(lexicon.cues(beginningWith: "insist").contains { $0.stance == .asserts })
    #expect(!lexicon.eventWords(beginningWith: "arrest").isEmpty)
  }

  @Test("added rows come beside the program's, or in place of those with the same key")
  func additions() throws {
    let lexicon = try Lexicon(adding: [
      LexiconFile(name: "organisations.tsv", contents: "Tern Shipping\tTern\tcompany\tIceland\tBASED_IN\n"),
      LexiconFile(name: "states.tsv", contents: "# name\nPortugal\tLusitania\tLusitanian\n"),
    ])
    #expect(lexicon.entry(named: "Tern Shipping")?.parent == "Iceland")
    let state = try #require(lexicon.entryIndex(named: "Portugal"))
    #expect(lexicon.senses(of: "Lusitanian") == [.demonym(state)])
    #expect(!lexicon.senses(of: "Portuguese").contains(.demonym(state)))
  }

  @Test("a mistake in a file is told with its place")
  func mistakes() {
    #expect(error("groups.tsv", "A\tB\tc\td\te\tf\tg").map { [$0.line, $0.column] } == [1, 13])
    let stance = error("cues.tsv", "# cue\n\nmurmur\tVERB\tassert\tclause")
    #expect(stance?.code == .unknownWord)
    #expect(stance.map { [$0.line, $0.column] } == [3, 13])
    #expect(stance?.message.contains("did you mean `asserts`?") == true)
    #expect(error("cue.tsv", "")?.code == .unknownFile)
  }

  private func error(_ name: String, _ contents: String) -> LexiconError? {
    do throws(LexiconError) {
      _ = try Lexicon(adding: [LexiconFile(name: name, contents: contents)])
      return nil
    } catch {
      return error
    }
  }
}
