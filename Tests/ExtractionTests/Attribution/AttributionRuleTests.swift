import Testing
import TextAnalysis

@testable import Extraction

@Suite("Rules of attribution read trees")
struct AttributionRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let rule: String
    let tree: String
    let speaker: String
    let content: String
    let stance: ClaimRecord.Stance
    var testDescription: String { rule }
  }

  static let cases: [Case] = [
    Case(
      rule: "attribution.clausal-complement",
      tree: """
        Ministers minister NOUN 2 nsubj
        said say VERB 0 root
        that that SCONJ 5 mark
        rebels rebel NOUN 5 nsubj
        fled flee VERB 2 ccomp
        """,
      speaker: "Ministers", content: "that rebels fled", stance: .asserts),
    Case(
      rule: "attribution.fronted-content",
      tree: """
        Rebels rebel NOUN 2 nsubj
        fled flee VERB 5 ccomp
        , , PUNCT 2 punct
        ministers minister NOUN 5 nsubj
        said say VERB 0 root
        """,
      speaker: "ministers", content: "Rebels fled", stance: .asserts),
    Case(
      rule: "attribution.according-to",
      tree: """
        Rebels rebel NOUN 2 nsubj
        fled flee VERB 0 root
        , , PUNCT 6 punct
        according accord VERB 6 case
        to to ADP 4 fixed
        ministers minister NOUN 2 obl
        """,
      speaker: "ministers", content: "Rebels fled", stance: .asserts),
    Case(
      rule: "attribution.decline",
      tree: """
        Ministers minister NOUN 2 nsubj
        declined decline VERB 0 root
        to to PART 4 mark
        comment comment VERB 2 xcomp
        """,
      speaker: "Ministers", content: "Ministers declined to comment", stance: .declinesToComment),
    Case(
      rule: "attribution.ignorance",
      tree: """
        Ministers minister NOUN 2 nsubj
        said say VERB 0 root
        they they PRON 6 nsubj
        did do AUX 6 aux
        not not PART 6 advmod
        know know VERB 2 ccomp
        """,
      speaker: "Ministers", content: "they did not know", stance: .disclaimsKnowledge),
    Case(
      rule: "attribution.responsibility-claimed-by",
      tree: """
        The the DET 2 det
        attack attack NOUN 4 nsubj:pass
        was be AUX 4 aux:pass
        claimed claim VERB 0 root
        by by ADP 6 case
        rebels rebel NOUN 4 obl:agent
        """,
      speaker: "rebels", content: "The attack was claimed by rebels", stance: .claimsResponsibility),
    Case(
      rule: "attribution.denial",
      tree: """
        Ministers minister NOUN 2 nsubj
        denied deny VERB 0 root
        any any DET 4 det
        guilt guilt NOUN 2 obj
        """,
      speaker: "Ministers", content: "any guilt", stance: .denies),
  ]

  private func find(_ tree: String) throws -> (syntax: Syntax, found: [Attribution]) {
    let lexicon = try Lexicon()
    let triggers = TriggerTable(lexicon.eventWords)
    let document = document(tree)
    let syntax = Syntax(document)
    let context = AttributionContext(
      syntax: syntax, cues: CueTable(lexicon.cues), quotations: Quotations(document),
      isEventNoun: { triggers.isEventNoun($0) })
    return (syntax, AttributionFinder(context: context).find())
  }

  @Test("each rule finds speaker, content and stance", arguments: cases)
  func rule(_ example: Case) throws {
    let (syntax, found) = try find(example.tree)
    let attribution = try #require(found.first)
    #expect(found.count == 1)
    #expect(attribution.rule == example.rule)
    #expect(attribution.stance == example.stance)
    #expect(attribution.content.map { syntax.words($0) } == [example.content])
    guard case .noun(let noun) = attribution.speaker else {
      Issue.record("no noun speaks")
      return
    }
    #expect(syntax.words(syntax.nounPhrase(noun)) == example.speaker)
  }

  @Test("nobody and a saying that is only possible attribute nothing", arguments: ["Nobody nobody PRON", "It it PRON"])
  func nobody(_ subject: String) throws {
    let tree = """
      \(subject) 3 nsubj
      might might AUX 3 aux
      say say VERB 0 root
      rebels rebel NOUN 5 nsubj
      fled flee VERB 3 ccomp
      """
    var document = document(tree)
    var tokens = document.tokens
    tokens[1] = Token(
      range: tokens[1].range, form: "might", lemma: "might", upos: .auxiliary, xpos: "MD", head: 2, deprel: "aux",
      hasSpaceBefore: true)
    document = Document(text: document.text, sentences: document.sentences, tokens: tokens)
    let lexicon = try Lexicon()
    let context = AttributionContext(
      syntax: Syntax(document), cues: CueTable(lexicon.cues), quotations: Quotations(document),
      isEventNoun: { _ in false })
    #expect(AttributionFinder(context: context).find().isEmpty)
  }

  @Test("words within words are chained, the outer to the inner")
  func chain() throws {
    let (_, found) = try find(
      """
      Papers paper NOUN 2 nsubj
      wrote write VERB 0 root
      that that SCONJ 5 mark
      ministers minister NOUN 5 nsubj
      said say VERB 2 ccomp
      that that SCONJ 8 mark
      rebels rebel NOUN 8 nsubj
      fled flee VERB 5 ccomp
      """)
    #expect(found.map(\.cueHead) == [1, 4])
    #expect(found.map(\.relayedBy) == [nil, 0])
  }

  @Test("a circle in the tree ends every walk")
  func circle() throws {
    let (syntax, _) = try find(
      """
      Papers paper NOUN 2 nsubj
      wrote write VERB 3 conj
      said say VERB 2 conj
      """)
    #expect(syntax.heads.contains(nil))
  }
}
