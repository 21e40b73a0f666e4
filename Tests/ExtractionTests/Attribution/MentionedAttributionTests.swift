import Testing
import TextAnalysis

@testable import Extraction

@Suite("What is attributed and not put forward makes no claim")
struct MentionedAttributionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let reason: Withheld
    let tree: String
    var testDescription: String { reason.rawValue }
  }

  static let cases: [Case] = [
    Case(
      reason: .negated,
      tree: """
        Harbourmasters harbourmaster NOUN 4 nsubj
        did do AUX 4 aux
        not not PART 4 advmod
        say say VERB 0 root
        that that SCONJ 7 mark
        ferries ferry NOUN 7 nsubj
        sank sink VERB 4 ccomp
        """),
    Case(
      reason: .question,
      tree: """
        Did do AUX 3 aux
        harbourmasters harbourmaster NOUN 3 nsubj
        say say VERB 0 root
        that that SCONJ 6 mark
        ferries ferry NOUN 6 nsubj
        sank sink VERB 3 ccomp
        ? ? PUNCT 3 punct
        """),
    Case(
      reason: .unfulfilled,
      tree: """
        Harbourmasters harbourmaster NOUN 2 nsubj
        refused refuse VERB 0 root
        to to PART 4 mark
        announce announce VERB 2 xcomp
        that that SCONJ 7 mark
        ferries ferry NOUN 7 nsubj
        sank sink VERB 4 ccomp
        """),
    Case(
      reason: .inner,
      tree: """
        Harbourmasters harbourmaster NOUN 2 nsubj
        noticed notice VERB 0 root
        that that SCONJ 5 mark
        ferries ferry NOUN 5 nsubj
        sank sink VERB 2 ccomp
        """),
    Case(
      reason: .addressee,
      tree: """
        You you PRON 2 nsubj
        said say VERB 0 root
        that that SCONJ 5 mark
        ferries ferry NOUN 5 nsubj
        sank sink VERB 2 ccomp
        """),
  ]

  private func context(_ tree: String, _ scope: AttributionContext.Scope) throws -> AttributionContext {
    let document = document(tree)
    return AttributionContext(
      syntax: Syntax(document), cues: CueTable(try Lexicon().cues), quotations: Quotations(document), scope: scope,
      isEventNoun: { _ in false })
  }

  @Test("it is found with the reason why it is withheld", arguments: cases)
  func mentioned(_ example: Case) throws {
    let context = try context(example.tree, .mentioned)
    let found = AttributionFinder(context: context).find()
    #expect(found.compactMap { context.withheld($0) } == [example.reason])
  }

  @Test("it is not put forward", arguments: cases.filter { $0.reason != .addressee })
  func putForward(_ example: Case) throws {
    #expect(AttributionFinder(context: try context(example.tree, .putForward)).find().isEmpty)
  }

  @Test("there is no evidence that S: the noun puts nothing forward")
  func noEvidence() throws {
    let tree = """
      Inspectors inspector NOUN 2 nsubj
      have have VERB 0 root
      no no DET 4 det
      evidence evidence NOUN 2 obj
      that that SCONJ 7 mark
      ferries ferry NOUN 7 nsubj
      sank sink VERB 4 acl
      """
    #expect(AttributionFinder(context: try context(tree, .putForward)).find().isEmpty)
  }
}
