import Testing
import TextAnalysis

@testable import Extraction

@Suite("The words for a speaker")
struct SpeakerPhraseTests {
  private func found(_ tree: String) throws -> (phrases: [[String]], found: [Attribution], syntax: Syntax) {
    let document = document(tree)
    let syntax = Syntax(document)
    let quotations = Quotations(document)
    let found = AttributionFinder(
      context: AttributionContext(
        syntax: syntax, cues: CueTable(try Lexicon().cues), quotations: quotations, isEventNoun: { _ in false })
    ).find()
    let phrases = SpeakerPhrases(syntax: syntax, quotations: quotations, attributions: found)
    let words = found.map { attribution in
      phrases.ranges(of: attribution).map { document.text.slice($0) }
    }
    return (words, found, syntax)
  }

  @Test("a title and a name are one, what a comma sets off stays out")
  func apposition() throws {
    let result = try found(
      """
      Harbourmaster harbourmaster NOUN 5 nsubj
      Odile Odile PROPN 1 appos
      , , PUNCT 4 punct
      55 55 NUM 1 appos
      said say VERB 0 root
      that that SCONJ 8 mark
      ferries ferry NOUN 8 nsubj
      sank sink VERB 5 ccomp
      """)
    #expect(result.phrases == [["Harbourmaster Odile"]])
  }

  @Test("each of several who speak has words of their own")
  func coordination() throws {
    let result = try found(
      """
      Harbourmasters harbourmaster NOUN 4 nsubj
      and and CCONJ 3 cc
      pilots pilot NOUN 1 conj
      said say VERB 0 root
      that that SCONJ 7 mark
      ferries ferry NOUN 7 nsubj
      sank sink VERB 4 ccomp
      """)
    #expect(result.phrases == [["Harbourmasters", "pilots"]])
  }

  @Test("a participle that is the cue is no part of the speaker's words, another one is")
  func cueBelow() {
    let syntax = Syntax(
      document(
        """
        letters letter NOUN 0 root
        saying say VERB 1 acl
        much much ADV 2 advmod
        """))
    #expect(syntax.words(syntax.speakerPhrase(0, without: 1)) == "letters")
    #expect(syntax.words(syntax.speakerPhrase(0, without: 9)) == "letters saying much")
  }

  @Test("as X told Y, S: what the clause stands beside is X's")
  func asSaid() throws {
    let result = try found(
      """
      As as SCONJ 3 mark
      pilots pilot NOUN 3 nsubj
      told tell VERB 7 advcl
      reporters reporter NOUN 3 iobj
      , , PUNCT 3 punct
      ferries ferry NOUN 7 nsubj
      sank sink VERB 0 root
      """)
    #expect(result.phrases == [["pilots"]])
    #expect(result.found.map(\.rule) == ["attribution.as-said"])
    #expect(result.found.map { $0.content.map { result.syntax.words($0) } } == [["ferries sank"]])
  }

  @Test("who repeats a claim gives it its voice")
  func voicedClaim() throws {
    let result = try found(
      """
      Pilots pilot NOUN 2 nsubj
      repeated repeat VERB 0 root
      the the DET 4 det
      claim claim NOUN 2 obj
      that that SCONJ 7 mark
      ferries ferry NOUN 7 nsubj
      sank sink VERB 4 acl
      """)
    #expect(result.phrases == [["Pilots"]])
  }
}
