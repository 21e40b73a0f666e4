extension AttributionRule {
  /// `X said (that) S`, `X told Y that S`, `said X` with the words in front: the clause is the verb's complement.
  static let clausalComplement = AttributionRule("clausal-complement") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive != .relay else { return [] }
    let syntax = context.syntax
    let isUnspoken = cue.stance == .declinesToComment || cue.stance == .disclaimsKnowledge
    if isUnspoken, context.scope == .putForward { return [] }
    guard cue.takes(.clause) || cue.takes(.quote), !context.isChargedKnowledge(verb, cue) else { return [] }
    let complement = syntax.child(verb, .clausalComplement) ?? context.complement(of: cueTokens)
    guard let clause = complement ?? context.askedThing(verb), !context.isUnsaid(verb) || cue.isNegative else {
      return []
    }
    // `is not convinced that S`: a state of the one who says so.
    let doubter = cue.stance == .doubts && cue.lemmas.contains("be") ? syntax.child(verb, RelationSet.subjects) : nil
    if doubter == nil, syntax.isPassive(verb), syntax.child(verb, .passiveSubject) != nil, syntax.actor(verb) == nil {
      return []
    }
    guard let speaker = context.speaker(doubter ?? syntax.actor(verb)) ?? context.ordered(verb) else { return [] }
    if context.asksOnly(clause, under: cue) || context.isQuotedAs(verb) || context.isWished(clause, by: verb) {
      return []
    }
    // `allowed for her to go`
    if syntax.child(clause, .marker).map({ syntax.lemmas[$0] == "for" }) ?? false { return [] }
    let isFronted = clause < verb
    if isFronted, !context.canFollow(clause, verb, cue) { return [] }
    // `A puts it at 5,000, B claims 40,000`
    if isFronted, !context.quotations.contains(clause), context.ownWords(verb, cue) != nil { return [] }
    let more = isFronted ? context.quoted(behindColonOf: verb) : context.furtherClauses(of: verb, behind: clause)
    var found = Attribution(
      rule: isFronted ? "attribution.fronted-content" : "attribution.clausal-complement", speaker: speaker,
      cue: context.cueRange(verb, cueTokens), cueHead: verb, contentHeads: [clause] + more,
      content: context.trimmed(
        ([clause] + more).flatMap { syntax.subtree($0) }.filter { isFronted || $0 > verb || !context.isRelative($0) }
          .filter {
            !context.isConceded($0, beside: clause, cue) && (isFronted || !context.standsBeforeThat($0, clause, verb))
          }.sorted()), stance: cue.stance, hedge: cue.hedge)
    found.relayers = context.hearers(verb, cue)
    if found.relayers.isEmpty { found.relayers = context.quoters(of: verb) }
    if found.relayers.isEmpty { found.venues = context.interviewers(of: verb) }
    found.isOpaque = cue.stance == .denies || cue.stance == .doubts
    return [found]
  }
}

extension AttributionContext {
  /// `S, Ann Lee told reporters: "T"`: what she goes on to say.
  fileprivate func quoted(behindColonOf verb: Int) -> [Int] {
    syntax.children(verb, .parataxis).filter { child in
      child > verb && quotations.contains(child) && (verb..<child).contains { syntax.tokens[$0].form == ":" }
    }
  }

  /// `did not say who`, `asked whether`: a question is put, nothing is put forward.
  func asksOnly(_ clause: Int, under cue: Cue) -> Bool {
    guard scope == .putForward, cue.stance != .declinesToComment, cue.stance != .disclaimsKnowledge else {
      return false
    }
    let marks = syntax.children(clause, .marker).map { syntax.lemmas[$0] }
    // `said that if S, T`: a condition behind `that`, whichever of the two the tree has for the head.
    if marks.contains("that") { return false }
    return marks.contains("whether") || marks.contains("if")
  }

  /// `made sure S`: the clause may hang on another word of the cue.
  func complement(of cueTokens: [Int]) -> Int? {
    guard cueTokens.count > 1 else { return nil }
    for token in cueTokens { if let clause = syntax.child(token, .clausalComplement) { return clause } }
    return nil
  }

  /// `told the court before the verdict that S`: when it was said is no part of S.
  fileprivate func standsBeforeThat(_ token: Int, _ clause: Int, _ verb: Int) -> Bool {
    guard let that = syntax.children(clause, .marker).first(where: { syntax.lemmas[$0] == "that" && $0 > verb }) else {
      return false
    }
    guard token > verb, token < that else { return false }
    return syntax.children(clause, .obliques).contains { $0 < that && syntax.span($0).contains(token) }
  }

  /// `accused X of having known that S`: what X is accused of is not what X says, unless it is a saying.
  fileprivate func isChargedKnowledge(_ verb: Int, _ cue: Cue) -> Bool {
    guard cue.attributive != .yes, let head = syntax.heads[verb], predicates[head]?.cue.stance == .alleges else {
      return false
    }
    return syntax.children(verb, RelationSet(.marker, .caseMarker)).contains {
      ["of", "for", "with"].contains(syntax.lemmas[$0])
    }
  }

  /// `asked that their names be withheld`: what is to be done, and is not said to be so.
  fileprivate func isWished(_ clause: Int, by verb: Int) -> Bool {
    guard scope == .putForward, ["ask", "request", "insist", "demand"].contains(syntax.lemmas[verb]) else {
      return false
    }
    return syntax.children(clause, RelationSet(.auxiliary, .passiveAuxiliary, .copula)).contains {
      syntax.tokens[$0].lower == "be" && syntax.tokens[$0].xpos == "VB"
    } && syntax.modals(clause).isEmpty
  }

  /// `denied that S, though T`: what the report holds against a denial is no part of it.
  fileprivate func isConceded(_ token: Int, beside clause: Int, _ cue: Cue) -> Bool {
    guard cue.stance == .denies else { return false }
    let concession = syntax.children(clause, .adverbialClause).first { other in
      other > clause
        && syntax.children(other, .marker).contains {
          ["though", "although"].contains(syntax.lemmas[$0]) && $0 > 0 && syntax.tokens[$0 - 1].form == ","
        }
    }
    return concession.map { syntax.span($0).contains(token) } ?? false
  }

  /// `who` in `a man who police said had fled` stands in front of what police said.
  fileprivate func isRelative(_ token: Int) -> Bool { Syntax.relativePronouns.contains(syntax.lemmas[token]) }

  /// Whether these words can stand behind or within what they attribute: verbs of saying and thinking can, others only
  /// where what is attributed is quoted.
  func canFollow(_ content: Int, _ verb: Int, _ cue: Cue) -> Bool {
    if quotations.contains(content), cue.takes(.quote) { return true }
    return cue.takes(.clause) && (cue.attributive == .yes || Self.thinking.contains(syntax.lemmas[verb]))
  }

  private static let thinking: Set = [
    "think", "believe", "guess", "suppose", "hope", "know", "fear", "feel", "expect", "suspect", "imagine", "presume",
    "reckon", "find", "worry", "understand", "assume", "mean",
  ]

  /// `explained what X is`: a question as a thing. It is put forward by nobody, so only what is mentioned counts it.
  func askedThing(_ verb: Int) -> Int? {
    guard scope == .mentioned, ["know", "explain"].contains(syntax.lemmas[verb]) else { return nil }
    return syntax.children(verb, RelationSet(.object, .clausalComplement, .adverbialClause, .adverb, .conjunct)).first {
      $0 > verb && ["what", "how", "why", "where", "who", "which"].contains(syntax.lemmas[$0])
        && syntax.child($0, .relativeClause) != nil
    }
  }

  /// `saying` in `quoted X as saying S`, which another rule reads.
  func isQuotedAs(_ verb: Int) -> Bool {
    guard let head = syntax.heads[verb], predicates[head]?.cue.attributive == .relay else { return false }
    return syntax.children(verb, RelationSet(.marker, .caseMarker)).contains { syntax.lemmas[$0] == "as" }
  }

  /// `said S, that T and that U`: further clauses that `that` marks.
  fileprivate func furtherClauses(of verb: Int, behind clause: Int) -> [Int] {
    syntax.children(verb, .clausalComplement).filter { other in
      other > clause && syntax.children(other, .marker).contains { syntax.lemmas[$0] == "that" }
        && syntax.tokens[clause..<other].contains { $0.form == "," || $0.lower == "and" }
    }
  }

  /// `the ministry, quoted by X, said S`; `quoted by X, the ministry said S`: X hands it on.
  fileprivate func quoters(of verb: Int) -> [SpeakerWords] {
    guard let subject = syntax.subject(verb) else { return [] }
    let clauses =
      syntax.children(subject, RelationSet.adnominalClauses) + syntax.children(verb, RelationSet(.adverbialClause))
    return clauses.lazy.filter {
      predicates[$0]?.cue.attributive == .relay && syntax.tokens[$0].xpos == "VBN"
        && syntax.child($0, RelationSet(.clausalComplement, .openComplement)) == nil
    }.compactMap { syntax.child($0, .agent) ?? syntax.oblique($0, "by", "in") }.first.map { [.noun($0)] } ?? []
  }

  /// `speaking to X, the mayor said S`; `the mayor said in an interview with X that S`.
  fileprivate func interviewers(of verb: Int) -> [SpeakerWords] {
    let subject = syntax.subject(verb)
    let clauses =
      syntax.children(verb, .adverbialClause)
      + (subject.map { syntax.children($0, RelationSet.adnominalClauses) } ?? [])
    let spoken = clauses.lazy.filter {
      ["speak", "talk"].contains(syntax.lemmas[$0]) && syntax.tokens[$0].xpos == "VBG"
    }
    .compactMap { syntax.oblique($0, "to", "with") }.first
    let interview = syntax.children(verb, .oblique).first {
      ["interview", "remark", "comment"].contains(syntax.lemmas[$0])
    }
    .flatMap { syntax.modifier($0, "with", "to", "by") }
    return (spoken ?? interview).map { [.noun($0)] } ?? []
  }

  /// Who was told, as a possible relayer: `told Reuters`, `said to the paper`. Whether it is an outlet is seen later.
  func hearers(_ verb: Int, _ cue: Cue) -> [SpeakerWords] {
    guard let addressee = cue.addressee else { return [] }
    let hearer: Int?
    switch addressee {
    case "object": hearer = syntax.child(verb, RelationSet(.indirectObject, .object))
    default: hearer = syntax.oblique(verb, addressee)
    }
    guard let hearer, syntax.isPart(hearer, .properNoun, .noun, .pronoun) else { return [] }
    // `told the press`: all of it, and no outlet.
    if ["press", "media"].contains(syntax.lemmas[hearer]) { return [] }
    // `told the ABC's Horizon programme`: the broadcaster passes on what its programme was told.
    if Self.programmes.contains(syntax.lemmas[hearer]), let owner = syntax.possessor(hearer),
      syntax.isPart(owner, .properNoun)
    {
      return [.noun(owner)]
    }
    return [.noun(hearer)]
  }

  private static let programmes: Set = [
    "programme", "program", "show", "podcast", "channel", "service", "correspondent", "reporter", "bureau", "edition",
  ]
}
