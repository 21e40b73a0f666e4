extension AttributionRule {
  /// `X declined to comment`, `did not respond to a request`, `could not be reached for comment`.
  static let decline = AttributionRule("decline") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.stance == .declinesToComment else { return [] }
    let syntax = context.syntax
    guard let speaker = context.speaker(syntax.subject(verb)) else { return [] }
    if cue.attributive == .maybe, !context.mentionsComment(verb) { return [] }
    // `declined to be named`: only the name is kept back.
    if let named = syntax.child(verb, .openComplement), ["name", "identify"].contains(syntax.lemmas[named]),
      syntax.child(named, .passiveAuxiliary) != nil
    {
      return []
    }
    var found = Attribution(
      rule: "attribution.decline", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [verb], content: context.clauseContent(verb), stance: .declinesToComment)
    found.weight = 3
    found.isOpaque = true
    return [found]
  }
}

extension AttributionContext {
  /// The clause itself, as what is put forward: for cues that are the whole message. Clauses joined to it stay out.
  ///
  /// - Parameter isAlone: whether also those stay out that share its subject.
  func clauseContent(_ verb: Int, isAlone: Bool = false) -> [Range<Int>] {
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    let border = (verb..<sentence.upperBound).first { syntax.tokens[$0].form == ";" } ?? sentence.upperBound
    let tokens = syntax.subtree(verb) { child in
      // What stands behind a semicolon is somebody else's, or another matter.
      if child > border { return true }
      let relation = syntax.relations[child]
      guard RelationSet(.conjunct, .parataxis, .adverbialClause, .coordinator).has(relation) else { return false }
      if relation == .coordinator { return syntax.lemmas[child] != "neither" }
      if isAlone && relation == .conjunct && syntax.heads[child] == verb { return true }
      return syntax.heads[child] == verb && syntax.ownSubject(child) != nil
    }
    return trimmed(
      Array(
        tokens.drop {
          syntax.heads[$0] == verb && [.marker, .adverb].contains(syntax.relations[$0])
            && syntax.isPart($0, .subordinatingConjunction)
        }))
  }

  fileprivate func mentionsComment(_ verb: Int) -> Bool {
    syntax.subtree(verb).contains { ["comment", "request", "question", "call", "message"].contains(syntax.lemmas[$0]) }
  }
}
