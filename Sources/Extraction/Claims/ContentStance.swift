import TextAnalysis

/// Denials that no cue gives away: what is said is itself a denial.
///
/// By the graph's conventions a negated sentence asserts; what denies is the rebuttal of something said, and the denial of
/// one's own part.
struct ContentStance: Sendable {
  let syntax: Syntax
  let sides: SpeakerSides

  /// What a claim denies by its content.
  struct Denial: Sendable {
    /// The noun for the words that are called untrue.
    var words: Int?
    /// Who is said not to tell the truth.
    var liar: Int?
    /// Who had no part, where it is said of somebody by name.
    var cleared: Int?
    /// Whether it clears somebody of a part in what happened.
    var isOfPart = false
  }

  /// Nil where the claim only states something.
  func denial(in draft: ClaimDraft) -> Denial? {
    let head = draft.head
    guard syntax.tokens.indices.contains(head) else { return nil }
    return rebuttal(head) ?? unreality(head) ?? verdictOfCharge(head) ?? untruth(head) ?? rebuttalOfClause(head)
      ?? verdict(head)
      ?? denialOfPart(draft) ?? denialOfDeed(draft)
      ?? denialOfPresence(draft)
  }

  // MARK: Rebuttals

  /// `the reports were a hoax`, `his denial is false`, `that is nonsense`.
  private func rebuttal(_ head: Int) -> Denial? {
    guard syntax.child(head, RelationSet(.copula, .passiveAuxiliary)) != nil, syntax.modals(head).isEmpty,
      let subject = syntax.subject(head)
    else { return nil }
    let said = [head] + syntax.children(head, RelationSet(.adjective, .conjunct, .compound))
    // `that is not true`: what is so, denied.
    let isUntrue = syntax.isNegated(head) ? Self.isTrue : Self.untrue
    let lemma = syntax.lemmas[subject]
    // Of a deed `wrong` is a verdict; of a number or a report it says that it is not so.
    let isMistake =
      !syntax.isNegated(head) && (said.contains { Self.mistaken.contains(syntax.lemmas[$0]) } || isTooMuch(head))
    if isMistake, Self.words.contains(lemma) || AttributionContext.documentNouns.contains(lemma) {
      return Denial(words: subject)
    }
    guard said.contains(where: { isUntrue.contains(syntax.lemmas[$0]) }) else { return nil }
    if Self.words.contains(lemma) || AttributionContext.documentNouns.contains(lemma) { return Denial(words: subject) }
    // `It is wrong to …` judges a deed and rebuts nothing.
    let judgesDeed =
      syntax.child(head, RelationSet(.clausalSubject, .adverbialClause, .openComplement, .expletive)) != nil
    return ["this", "that", "it"].contains(lemma) && !judgesDeed ? Denial(words: subject) : nil
  }

  /// `The statements do not correspond to reality`
  private func unreality(_ head: Int) -> Denial? {
    guard Self.isUnreal(head, syntax), syntax.modals(head).isEmpty, let subject = syntax.ownSubject(head),
      Self.words.contains(syntax.lemmas[subject]) || AttributionContext.documentNouns.contains(syntax.lemmas[subject])
    else { return nil }
    return Denial(words: subject)
  }

  private static func isUnreal(_ head: Int, _ syntax: Syntax) -> Bool {
    ["correspond", "accord", "tally", "match"].contains(syntax.lemmas[head]) && syntax.isNegated(head)
      && syntax.children(head, RelationSet(.oblique, .object)).contains {
        ["reality", "fact", "truth"].contains(syntax.lemmas[$0])
      }
  }

  /// Whether a predicate says of its subject, which stands for words, that it is untrue.
  static func callsUntrue(_ head: Int, _ syntax: Syntax) -> Bool {
    guard syntax.modals(head).isEmpty else { return false }
    if isUnreal(head, syntax) { return true }
    guard syntax.child(head, .copula) != nil else { return false }
    let said = ([head] + syntax.children(head, .adjective)).map { syntax.lemmas[$0] }
    return said.contains { syntax.isNegated(head) ? isTrue.contains($0) : untrue.contains($0) || mistaken.contains($0) }
  }

  /// `a charge that he said was "beneath him"`, `an accusation which she said was shameful`: not to take up a charge but to say
  /// what it is worth.
  private func verdictOfCharge(_ head: Int) -> Denial? {
    guard syntax.child(head, .copula) != nil, syntax.modals(head).isEmpty, !syntax.isNegated(head),
      let subject = syntax.subject(head)
    else { return nil }
    let charge = ["that", "which"].contains(syntax.lemmas[subject]) ? antecedent(of: head) : subject
    guard let charge, Self.charges.contains(syntax.lemmas[charge]) else { return nil }
    let isBeneath = ["beneath", "below"].contains(syntax.preposition(head))
    let said = [head] + syntax.children(head, RelationSet(.adjective, .conjunct, .compound))
    guard
      isBeneath
        || said.contains(where: { Self.scorning.contains(syntax.lemmas[$0]) || Self.untrue.contains(syntax.lemmas[$0]) }
        )
    else { return nil }
    return Denial(words: charge)
  }

  /// `a charge that he said was X`: what the clause of saying, and that within it, describe.
  private func antecedent(of head: Int) -> Int? {
    guard let saying = syntax.heads[head], RelationSet.adnominalClauses.has(syntax.relations[saying]) else {
      return RelationSet.adnominalClauses.has(syntax.relations[head]) ? syntax.heads[head] : nil
    }
    return syntax.heads[saying]
  }

  private static let charges: Set = ["charge", "accusation", "allegation", "claim", "insinuation", "suggestion"]
  private static let scorning: Set = [
    "shameful", "scandalous", "outrageous", "disgraceful", "insulting", "insult", "offensive", "malicious",
    "scurrilous",
    "disgusting", "contemptible", "vile", "unworthy", "cheap", "defamatory", "defamation", "vindictive", "hysterical",
    "revenge", "outrage", "disgrace", "witch-hunt",
  ]

  /// `the official was lying`, `Mr Haan is a liar`, `she has not told the truth`: of whom what he said is denied.
  private func untruth(_ head: Int) -> Denial? {
    guard let subject = syntax.ownSubject(head), syntax.modals(head).isEmpty, !isHypothetical(head),
      syntax.isPart(subject, .noun, .properNoun, .pronoun)
    else { return nil }
    let isLying =
      ["VBG", "VBN", "VBD"].contains(syntax.tokens[head].xpos) && syntax.lemmas[head] == "lie"
      && syntax.child(head, RelationSet(.object, .openComplement)) == nil && isOfSpeech(head)
    let isLiar = syntax.lemmas[head] == "liar" && syntax.child(head, .copula) != nil
    if isLying || isLiar { return syntax.isNegated(head) ? nil : Denial(liar: subject) }
    guard ["tell", "speak"].contains(syntax.lemmas[head]), syntax.isNegated(head),
      let object = syntax.child(head, .object), syntax.lemmas[object] == "truth"
    else { return nil }
    return Denial(liar: subject)
  }

  /// `was lying in the road`: not of what lies somewhere.
  private func isOfSpeech(_ verb: Int) -> Bool {
    syntax.children(verb, .oblique).allSatisfy { ["about", "to"].contains(syntax.preposition($0)) }
      && syntax.children(verb, .adverb).allSatisfy { !["there", "here"].contains(syntax.lemmas[$0]) }
  }

  /// `the figure is too high`
  private func isTooMuch(_ head: Int) -> Bool {
    ["high", "low", "large", "small"].contains(syntax.lemmas[head])
      && syntax.children(head, .adverb).contains { syntax.tokens[$0].lower == "too" }
  }

  /// `It is a lie that S`, `it is not true that S`, `there is no truth in reports that S`: what stands in the clause is rebutted.
  private func rebuttalOfClause(_ head: Int) -> Denial? {
    guard syntax.modals(head).isEmpty, !isHypothetical(head) else { return nil }
    let near = [head] + syntax.children(head, RelationSet(.subject, .object))
    if let truth = near.first(where: { Self.truth.contains(syntax.lemmas[$0]) && syntax.isNegative(nominal: $0) }) {
      let words = syntax.children(truth, RelationSet(.nominalModifier, .oblique, .adnominalClause)).first {
        Self.words.contains(syntax.lemmas[$0]) || HostVerdict.words.contains(syntax.lemmas[$0])
      }
      return words.map { Denial(words: $0) }
    }
    guard syntax.child(head, .copula) != nil, let subject = syntax.ownSubject(head) ?? syntax.child(head, .expletive),
      syntax.lemmas[subject] == "it"
    else { return nil }
    let said = [head] + syntax.children(head, .adjective)
    let isUntrue = syntax.isNegated(head) ? Self.isTrue : Self.untrue
    guard said.contains(where: { isUntrue.contains(syntax.lemmas[$0]) }) else { return nil }
    let clauses = syntax.children(
      head, RelationSet(.clausalComplement, .clausalSubject, .adnominalClause, .relativeClause, .adverbialClause))
    let clause = clauses.first { clause in
      clause > head && syntax.children(clause, .marker).contains { syntax.lemmas[$0] == "that" }
    }
    return clause.map { Denial(cleared: syntax.subject($0)) }
  }

  private static let truth: Set = ["truth", "substance", "foundation", "basis"]

  /// `called the allegation grotesque`, `described the recording as a fake`: what is said of the object of such a verb.
  private func verdict(_ head: Int) -> Denial? {
    guard RelationSet(.openComplement, .oblique).has(syntax.relations[head]), let verb = syntax.heads[head],
      AttributionRule.predicating.contains(syntax.lemmas[verb]),
      let object = syntax.child(verb, RelationSet(.object, .passiveSubject)),
      Self.words.contains(syntax.lemmas[object]) || AttributionContext.documentNouns.contains(syntax.lemmas[object])
        || ["this", "that", "it"].contains(syntax.lemmas[object]),
      (said(by: head)).contains(where: {
        if syntax.isNegated($0) { return Self.isTrue.contains(syntax.lemmas[$0]) }
        return Self.untrue.contains(syntax.lemmas[$0]) || Self.mistaken.contains(syntax.lemmas[$0])
          || syntax.tokens[$0].lower == "lies"
      })
    else { return nil }
    return Denial(words: object)
  }

  /// A predicate with what describes it: `a blatant lie`, `a pack of lies`.
  private func said(by head: Int) -> [Int] {
    let content = Self.heaps.contains(syntax.lemmas[head]) ? syntax.modifier(head, "of").map { [$0] } ?? [] : []
    return [head] + content + syntax.children(head, RelationSet(.adjective, .conjunct, .compound))
  }

  private static let heaps: Set = ["pack", "tissue", "bunch", "web", "string", "heap", "bundle", "load", "series"]

  static let untrue: Set = [
    "false", "untrue", "baseless", "groundless", "unfounded", "nonsense", "absurd", "ridiculous", "fabricated",
    "fabrication", "lie", "hoax", "fake", "incorrect", "misleading", "invention", "forgery", "slander", "slanderous",
    "disinformation", "fiction", "preposterous", "ludicrous", "laughable", "inaccurate", "fantasy", "smear", "stupid",
    "unsubstantiated", "libel", "libellous", "concocted", "bogus", "rubbish",
    "grotesque", "tale", "myth", "premature", "propaganda", "farce", "fraudulent", "fantastic", "spurious", "made-up",
    "fable", "fairytale", "fabulation", "canard", "mockery", "travesty", "calumny", "defamation", "defamatory",
    "invented", "invent", "fabricate", "concoct",
  ]

  private static let mistaken: Set = [
    "wrong", "mistaken", "exaggerated", "inflated", "overstated", "erroneous", "exaggerate", "inflate", "overstate",
  ]
  private static let isTrue: Set = [
    "true", "correct", "accurate", "right", "case", "genuine", "authentic", "credible", "plausible",
  ]

  private static let words: Set = [
    "accusation", "allegation", "assertion", "charge", "suggestion", "denial", "version", "statement", "report",
    "claim",
    "rumour", "rumor", "story", "account", "notion", "idea", "insinuation", "theory", "figure", "message", "video",
    "recording", "document", "confession", "hypothesis", "speculation", "number", "count", "toll", "estimate", "tally",
  ]

  // MARK: Denials of a part

  /// `had nothing to do with it`, `played no role in`, `was not involved`, `is not behind`.
  private func denialOfPart(_ draft: ClaimDraft) -> Denial? {
    let head = draft.head
    let lemmas = draft.tokens.map { syntax.lemmas[$0] }
    func holds(_ phrase: [String]) -> Bool {
      lemmas.indices.contains { lemmas[$0...].starts(with: phrase) }
    }
    var isPart = holds(["nothing", "to", "do", "with"])
    if !isPart, ["have", "play", "take", "bear"].contains(syntax.lemmas[head]), syntax.isNegated(head),
      let object = syntax.child(head, .object)
    {
      isPart = Self.parts.contains(syntax.lemmas[object])
    }
    if !isPart, syntax.isNegated(head), syntax.modals(head).isEmpty {
      isPart = Self.involved.contains(syntax.lemmas[head]) || syntax.preposition(head) == "behind"
    }
    guard isPart, !isHypothetical(head) else { return nil }
    return Denial(cleared: syntax.subject(head), isOfPart: true)
  }

  private static let parts: Set = [
    "role", "part", "hand", "involvement", "responsibility", "connection", "link", "tie", "share",
  ]
  private static let involved: Set = ["involve", "involved", "responsible", "guilty", "complicit", "implicated"]

  private func isHypothetical(_ head: Int) -> Bool {
    syntax.children(head, .marker).contains { ["if", "whether", "unless"].contains(syntax.lemmas[$0]) }
  }

  // MARK: Owning up

  /// `The rebels said they were behind the attack`, `the brigade said it carried out the bombing`: armed people who say so
  /// of themselves take it upon themselves. Of the police or an army it is a report of what they did.
  func ownsUp(in draft: ClaimDraft) -> Bool {
    let head = draft.head
    guard syntax.tokens.indices.contains(head), !syntax.isNegated(head), syntax.modals(head).isEmpty,
      !isHypothetical(head), !syntax.isPassive(head), sides.isArmedGroup(draft.record.speaker),
      let subject = syntax.ownSubject(head), ["it", "they", "we"].contains(syntax.lemmas[subject]),
      sides.isOwn(subject, speaker: draft.record.speaker)
    else { return false }
    if syntax.preposition(head) == "behind" {
      return syntax.child(head, .copula) != nil && Self.violence.contains(syntax.lemmas[head])
    }
    guard isPast(head), Self.committing.contains(syntax.verbWithParticle(head)), let deed = syntax.child(head, .object)
    else { return false }
    return Self.violence.contains(syntax.lemmas[deed])
  }

  private static let committing: Set = [
    "carry out", "conduct", "commit", "perpetrate", "stage", "execute", "launch", "mount", "plan",
  ]
  private static let violence: Set = [
    "attack", "bombing", "blast", "explosion", "assassination", "murder", "killing", "kidnapping", "abduction",
    "shooting", "ambush", "raid", "hijacking", "massacre", "assault", "strike", "bomb", "sabotage", "arson", "hack",
    "theft", "breach", "operation", "hostage-taking",
  ]

  // MARK: Denials of one's own deed

  /// `We have never supplied arms`, `no soldier of ours crossed the border`: a negated deed of the speaker's own side.
  private func denialOfDeed(_ draft: ClaimDraft) -> Denial? {
    let head = draft.head
    guard syntax.isPart(head, .verb), syntax.isNegated(head), syntax.modals(head).isEmpty, !isHypothetical(head),
      !Self.stateOfMind.contains(syntax.lemmas[head]), isPast(head),
      // `had not been told`: what others left undone is no deed of one's own.
      !(syntax.isPassive(head) && Self.undergone.contains(syntax.lemmas[head])), let subject = syntax.ownSubject(head),
      syntax.child(head, .object).map({ !Self.wanting.contains(syntax.lemmas[$0]) }) ?? true
    else { return nil }
    let isOwn = sides.isOwn(subject, speaker: draft.record.speaker) || hasOwnPhrase(head, subject, draft)
    return isOwn ? Denial(cleared: subject) : nil
  }

  /// `No lorry of ours was anywhere near the border`: nothing of the speaker's was where it is said to have been.
  private func denialOfPresence(_ draft: ClaimDraft) -> Denial? {
    let head = draft.head
    guard let copula = syntax.child(head, .copula), ["was", "were", "been"].contains(syntax.tokens[copula].lower),
      syntax.modals(head).isEmpty, syntax.isNegated(head), !isHypothetical(head),
      let subject = syntax.ownSubject(head), isSomewhere(head)
    else { return nil }
    let isOwn =
      sides.isOwn(subject, speaker: draft.record.speaker) || hasOwnPhrase(head, subject, draft)
      || syntax.isNegative(nominal: subject) && isNamedAfterOwn(subject, draft.record.speaker)
    return isOwn ? Denial(cleared: subject) : nil
  }

  private func isSomewhere(_ head: Int) -> Bool {
    if ["anywhere", "there", "nowhere", "present", "here"].contains(syntax.lemmas[head]) { return true }
    let preposition = syntax.preposition(head)
    return ["in", "at", "near", "on", "inside", "around", "within", "by"].contains(preposition)
  }

  /// `no Corvane lorry`, said by who owns Corvane.
  private func isNamedAfterOwn(_ subject: Int, _ speaker: EntityID) -> Bool {
    syntax.children(subject, RelationSet(.compound, .possessive, .nominalModifier)).contains {
      sides.isOwn($0, speaker: speaker)
    }
  }

  /// `Not one armed man has left our soil`: nobody, of what is the speaker's.
  private func hasOwnPhrase(_ head: Int, _ subject: Int, _ draft: ClaimDraft) -> Bool {
    guard syntax.isNegative(nominal: subject) else { return false }
    return draft.tokens.contains {
      ["our", "my"].contains(syntax.lemmas[$0])
        || syntax.heads[$0] == subject && sides.isOwn($0, speaker: draft.record.speaker)
    }
  }

  private func isPast(_ head: Int) -> Bool {
    if ["VBD", "VBN"].contains(syntax.tokens[head].xpos) { return true }
    return syntax.children(head, RelationSet(.auxiliary, .passiveAuxiliary)).contains {
      ["did", "have", "has", "had", "was", "were"].contains(syntax.tokens[$0].lower)
    }
  }

  /// Not to know, think or want something denies nothing.
  private static let stateOfMind: Set = [
    "read", "watch",
    "know", "think", "believe", "expect", "want", "wish", "hope", "intend", "plan", "comment", "understand", "recall",
    "remember", "see", "hear", "say", "need", "like", "confirm", "receive", "get", "learn", "find", "decide", "wait",
    "sleep", "give", "rule", "come", "happen", "die", "lose", "fear", "doubt", "agree", "be", "seem",
  ]

  private static let undergone: Set = [
    "tell", "inform", "notify", "warn", "consult", "invite", "ask", "brief", "contact", "approach", "advise", "alert",
    "pay", "offer", "allow", "permit", "show", "grant", "hurt", "harm", "injure", "wound", "kill", "damage", "hit",
  ]

  private static let wanting: Set = [
    "evidence", "information", "comment", "plan", "intention", "idea", "count", "detail", "reason", "knowledge",
    "indication", "doubt", "confirmation", "choice", "problem", "time", "answer", "sign", "number", "figure", "money",
  ]
}

/// What belongs to whoever speaks, as far as the report's noun phrases tell.
struct SpeakerSides: Sendable {
  let syntax: Syntax
  let referents: Referents
  private var wholes: [EntityID: Set<EntityID>] = [:]

  init(syntax: Syntax, referents: Referents) {
    self.syntax = syntax
    self.referents = referents
    for relation in referents.relations where Self.belonging.contains(relation.type) {
      // `a former vice-president of the firm` does not speak for it.
      let words = relation.tokens.clamped(to: syntax.tokens.indices)
      if words.contains(where: { Self.past.contains(syntax.tokens[$0].lower) }) { continue }
      wholes[relation.from, default: []].insert(relation.to)
    }
  }

  private static let past: Set = ["former", "ex", "onetime", "sacked", "ousted", "dismissed", "retired", "fired"]
  private static let belonging: Set = [
    "PART_OF", "MEMBER_OF", "HEAD_OF", "SPOKESPERSON_OF", "OWNS", "BASED_IN", "LINKED_TO", "LAWYER_OF", "NATIONAL_OF",
  ]

  /// The speaker and all that it belongs to or speaks for, a few steps up.
  func side(of speaker: EntityID) -> Set<EntityID> {
    var side: Set<EntityID> = [speaker]
    var open = [speaker]
    for _ in 0..<3 {
      open = open.flatMap { wholes[$0] ?? [] }.filter { side.insert($0).inserted }
    }
    return side
  }

  /// Whether the noun or pronoun means the speaker or its side. `We` and `I` do, within what somebody says.
  func isOwn(_ token: Int, speaker: EntityID) -> Bool {
    if ["i", "we", "our", "my"].contains(syntax.lemmas[token]) { return true }
    guard let entity = referents.entityAtHead[token] else { return false }
    return isOn(side(of: speaker), entity)
  }

  /// Whether somebody is a group under arms, by what is known of it or by the words for it.
  func isArmedGroup(_ speaker: EntityID) -> Bool {
    guard referents.entities.indices.contains(speaker.index) else { return false }
    let known = referents.entities[speaker.index]
    guard known.label == .group || known.label == .organization else { return false }
    if ["armed_group", "gang", "cartel"].contains(known.kind ?? "") { return true }
    // `the Shield Brigade, an armed group from the south`
    let isCalledArmed = known.mentions.contains { mention in
      mention.form == .nominal && syntax.tokens.indices.contains(mention.head)
        && ["group", "faction", "cell", "militia"].contains(syntax.lemmas[mention.head])
        && syntax.children(mention.head, RelationSet(.adjective, .compound)).contains {
          Self.underArms.contains(syntax.lemmas[$0])
        }
    }
    if isCalledArmed { return true }
    // Of police or a firm that is once called a group it is known what they are.
    let isOpen =
      ["", "people", "group", "organization"].contains(known.kind ?? "") || known.kind == "company" && !known.isNamed
    guard isOpen else { return false }
    return known.mentions.contains { mention in
      mention.form == .nominal && syntax.tokens.indices.contains(mention.head)
        && (["militia", "gang"].contains(syntax.lemmas[mention.head])
          || ["group", "faction", "cell"].contains(syntax.lemmas[mention.head]) && isArmed(mention.head))
    }
  }

  /// `the group`, `the militant group`, and not `the rights group`: words beside it that tell of other work.
  private func isArmed(_ noun: Int) -> Bool {
    syntax.children(noun, RelationSet(.adjective, .compound, .nominalModifier)).allSatisfy {
      Self.underArms.contains(syntax.lemmas[$0])
    }
  }

  private static let underArms: Set = [
    "armed", "militant", "rebel", "jihadist", "islamist", "guerrilla", "extremist", "terrorist", "terror", "insurgent",
    "separatist", "paramilitary", "hacker", "hacking", "ransomware", "shadowy", "underground",
  ]

  /// Whether an entity is among these, or bears the name of one: a state and its land.
  func isOn(_ side: Set<EntityID>, _ entity: EntityID) -> Bool {
    if side.contains(entity) { return true }
    guard referents.entities.indices.contains(entity.index), referents.entities[entity.index].isNamed else {
      return false
    }
    let name = referents.entities[entity.index].name
    return side.contains { referents.entities.indices.contains($0.index) && referents.entities[$0.index].name == name }
  }
}
