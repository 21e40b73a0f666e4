extension AttributionRule {
  /// `S, X said.`, `A, X said, B`, `S, X fears, Y reported`: the words of saying are set into or behind what is said.
  static let parenthetical = AttributionRule("parenthetical") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive != .relay else { return [] }
    let syntax = context.syntax
    guard syntax.relations[verb] == .parataxis, let host = syntax.heads[verb] else { return [] }
    guard cue.takes(.clause) || cue.takes(.quote), !context.isUnsaid(verb) else { return [] }
    // `Police charged him; he has admitted printing them`: what he says stands behind his verb.
    guard syntax.child(verb, RelationSet(.clausalComplement, .openComplement)) == nil,
      let subject = syntax.ownSubject(verb)
    else { return [] }
    guard let speaker = context.speaker(subject), context.canFollow(host, verb, cue),
      !context.isRival(verb, of: host, cue)
    else { return [] }
    // `Lamb said that S, one of whom, he testified, T`: the aside belongs to T.
    if syntax.isPart(subject, .pronoun), context.predicates[host]?.cue.takes(.clause) ?? false,
      syntax.child(host, .clausalComplement).map({ $0 < verb }) ?? false
    {
      return []
    }
    // `another account: her husband had been told`: who is told says nothing.
    if syntax.isPassive(verb), syntax.child(verb, .passiveSubject) == subject, !syntax.isPart(subject, .pronoun) {
      return []
    }
    // `I think S` needs no comma where the tree has it beside S.
    let isBare = !context.isSetOff(verb)
    guard !isBare || (syntax.isPart(subject, .pronoun) && verb < host && cue.attributive != .yes) else { return [] }
    let start = isBare ? syntax.span(verb).upperBound : 0
    var found = Attribution(
      rule: "attribution.parenthetical", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [host], content: context.trimmed(syntax.subtree(host) { $0 == verb }.filter { $0 >= start }),
      stance: cue.stance, hedge: cue.hedge)
    found.relayers = context.hearers(verb, cue)
    return [found]
  }
}

extension AttributionContext {
  /// Whether a comma, dash or quotation mark parts the clause from what stands before or behind it.
  func isSetOff(_ verb: Int) -> Bool {
    let span = syntax.span(verb)
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    let before = span.lowerBound - 1
    if span.lowerBound < syntax.tokens.count, syntax.isPart(span.lowerBound, .punctuation) { return true }
    return before >= sentence.lowerBound && syntax.isPart(before, .punctuation)
  }
}
