import TextAnalysis

extension AttributionRule {
  /// `As X told Y, S`; `S, as X put it`: a clause with `as` sends what it stands beside to its subject.
  static let asSaid = AttributionRule("as-said") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive != .relay else { return [] }
    let syntax = context.syntax
    guard syntax.relations[verb] == .adverbialClause, let host = syntax.heads[verb], syntax.isPredicate(host),
      syntax.child(verb, .marker).map({ syntax.lemmas[$0] == "as" }) ?? false
    else { return [] }
    guard cue.takes(.clause) || cue.takes(.quote), !context.isUnsaid(verb),
      syntax.child(verb, RelationSet(.clausalComplement, .openComplement)) == nil
    else { return [] }
    if let object = syntax.child(verb, .object), cue.addressee != "object", syntax.lemmas[object] != "it" { return [] }
    // `as X reported`, `as reported by X`
    let agent = syntax.child(verb, .agent) ?? syntax.oblique(verb, "by")
    guard let subject = syntax.tokens[verb].xpos == "VBN" && agent != nil ? agent : syntax.ownSubject(verb),
      agent != nil || !syntax.isPassive(verb), let speaker = context.speaker(subject),
      context.isSetOff(verb) || syntax.isPart(syntax.span(verb).upperBound - 1, .punctuation)
    else { return [] }
    var found = Attribution(
      rule: "attribution.as-said", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
      contentHeads: [host],
      content: context.corrected(beside: verb).map { context.trimmed(Array($0)) }
        ?? context.content(host, without: [verb]), stance: cue.stance, hedge: cue.hedge)
    found.relayers = context.hearers(verb, cue)
    return [found]
  }
}

extension AttributionContext {
  /// `not six times, as he claimed, but nine`; `nine, not six as he claimed`: what stands behind `not` is what he claimed, and not
  /// what the report puts in its place.
  fileprivate func corrected(beside verb: Int) -> Range<Int>? {
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    let start = syntax.span(verb).lowerBound
    guard let not = sentence.lowerBound.upTo(start).last(where: { syntax.tokens[$0].lower == "not" }), not + 1 < start,
      start - not < 12, (not + 1).upTo(start).allSatisfy({ !syntax.isPart($0, .verb, .auxiliary) })
    else { return nil }
    let isAnswered = verb.upTo(sentence.upperBound).contains { syntax.tokens[$0].lower == "but" }
    let isSetOff = not > sentence.lowerBound && [",", "—", "–"].contains(syntax.tokens[not - 1].form)
    return isAnswered || isSetOff ? (not + 1)..<start : nil
  }
}
