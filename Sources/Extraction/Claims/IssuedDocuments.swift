import TextAnalysis

/// Whose the documents of a report are: `X said in a statement` … `the statement added`.
struct IssuedDocuments: Sendable {
  let syntax: Syntax
  /// The last issuers of a document, with its noun and the sentence that names it.
  private var last: (noun: String, issuers: [EntityID], sentence: Int)?

  init(syntax: Syntax) { self.syntax = syntax }

  /// Keeps who spoke through which document.
  mutating func note(_ attribution: Attribution, by speakers: [EntityID]) {
    guard !speakers.isEmpty else { return }
    let head = attribution.cueHead
    let sentence = syntax.sentenceOfToken[head]
    if case .document(let noun) = attribution.speaker {
      last = (syntax.lemmas[noun], speakers, sentence)
      return
    }
    let carriers = syntax.children(head, RelationSet(.oblique, .object, .nominalModifier)) + [head]
    if let noun = carriers.map({ syntax.lemmas[$0] }).first(where: { Self.carrying.contains($0) }) {
      last = (noun, speakers, sentence)
    }
  }

  /// Who issued the document that speaks, where its words name it as known and nobody else; nobody where it is a new one.
  func issuers(of words: SpeakerWords) -> [EntityID] {
    guard case .document(let noun) = words, let last, Self.carrying.contains(syntax.lemmas[noun]),
      syntax.sentenceOfToken[noun] - last.sentence <= Self.longestReach,
      syntax.children(noun, .determiner).contains(where: { ["the", "this"].contains(syntax.lemmas[$0]) }),
      !syntax.children(noun).contains(where: {
        RelationSet(.nominalModifier, .possessive, .compound, .relativeClause, .adnominalClause).has(
          syntax.relations[$0])
      }), last.noun == syntax.lemmas[noun] || Self.statements.isSuperset(of: [last.noun, syntax.lemmas[noun]])
    else { return [] }
    return last.issuers
  }

  /// `X published a report. The report, based on interviews, found S`: the words that brought a document in, where it is
  /// taken up by the same noun alone.
  func formerMention(of noun: Int) -> Int? {
    guard isDefinite(noun),
      !syntax.children(noun).contains(where: {
        RelationSet(.nominalModifier, .possessive, .compound, .relativeClause).has(syntax.relations[$0])
          || syntax.relations[$0] == .adnominalClause && syntax.tokens[$0 - 1].form != ","
      })
    else { return nil }
    let first = max(0, syntax.sentenceOfToken[noun] - Self.longestReach)
    let start = syntax.document.sentences[first].tokens.lowerBound
    return (start..<noun).last {
      syntax.lemmas[$0] == syntax.lemmas[noun] && syntax.isPart($0, .noun) && !isDefinite($0)
    }
  }

  private func isDefinite(_ noun: Int) -> Bool {
    syntax.children(noun, .determiner).contains { ["the", "this"].contains(syntax.lemmas[$0]) }
  }

  /// Sentences; behind that, somebody else may have put out a paper.
  private static let longestReach = 6

  /// Texts of one sender that a report takes up by other names.
  private static let statements: Set = [
    "statement", "communique", "communiqué", "release", "message", "declaration", "proclamation", "text", "note",
  ]
  private static let carrying = statements.union([
    "letter", "report", "memo", "document", "post", "tweet", "leaflet", "pamphlet", "email", "video", "recording",
    "manifesto", "notice", "bulletin", "dispatch", "cable", "filing", "article",
  ])
}
