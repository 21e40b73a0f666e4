import TextAnalysis

/// Ways of saying who had a part in an event that do not hang below the event's own word.
struct Imputation: Sendable {
  let syntax: Syntax

  /// The rule of those who are said not to have done it.
  static let cleared = "role.imputed.cleared"

  /// Whether one of the rules that found a role is one of these.
  static func isAmong(_ rules: some Sequence<String>) -> Bool { rules.contains { $0.hasPrefix("role.imputed.") } }

  /// `rule` is the name of what found it: `role.imputed.behind`.
  typealias Party = (edge: EventRecord.Role.Edge, noun: Int, predicate: Int, rule: String)

  /// The parties to the event whose word is `token`, each with the predicate that says so.
  func parties(to token: Int) -> [Party] {
    var parties: [Party] = []
    if let party = behind(token) { parties.append(party) }
    if let party = work(token) { parties.append(party) }
    parties += governed(token)
    parties += imputed(token)
    return parties
  }

  /// `X did it`, `is responsible for this`: whether a pronoun stands for a deed, seen from the verb alone.
  func isDeed(pronoun token: Int) -> Bool {
    guard ["it", "this", "that"].contains(syntax.lemmas[token]), syntax.isPart(token, .pronoun),
      let head = syntax.heads[token]
    else { return false }
    switch syntax.relations[token] {
    case .object, .passiveSubject: return Self.committing.contains(syntax.verbWithParticle(head))
    case .oblique, .nominalModifier:
      return syntax.lemmas[head] == "responsible" && syntax.preposition(token) == "for"
    default: return syntax.preposition(token) == "behind"
    }
  }

  /// `new evidence points to X`, `suspicion fell on X`: seen from the verb, the deed is the one spoken of.
  func suspect(of verb: Int) -> Party? {
    guard syntax.isPart(verb, .verb), let prepositions = Self.pointing[syntax.lemmas[verb]],
      let subject = syntax.subject(verb), Self.signs.contains(syntax.lemmas[subject]), !syntax.isNegated(verb)
    else { return nil }
    for preposition in prepositions {
      if let culprit = syntax.oblique(verb, preposition) { return (.agent, culprit, verb, "role.imputed.pointing") }
    }
    return nil
  }

  private static let pointing = [
    "point": ["to", "at", "towards", "toward"], "lead": ["to"], "fall": ["on"],
  ]
  private static let signs: Set = [
    "evidence", "intelligence", "trail", "finding", "sign", "clue", "suspicion", "indication", "information", "finger",
    "lead", "trace", "everything",
  ]

  private static let committing: Set = ["do", "carry out", "commit", "perpetrate"]

  /// `X was behind the attack`: the event's noun is the predicate itself.
  private func behind(_ token: Int) -> Party? {
    guard syntax.preposition(token) == "behind" else { return nil }
    if let subject = syntax.subject(token), subject != token { return (.agent, subject, token, "role.imputed.behind") }
    guard let head = syntax.heads[token] else { return nil }
    if ["be", "stand"].contains(syntax.lemmas[head]) {
      return syntax.subject(head).map { (.agent, $0, head, "role.imputed.behind") }
    }
    return nil
  }

  /// `the attack was the work of X`.
  private func work(_ token: Int) -> Party? {
    guard RelationSet.subjects.has(syntax.relations[token]), let head = syntax.heads[token],
      ["work", "doing", "handiwork"].contains(syntax.lemmas[head])
    else { return nil }
    return (syntax.modifier(head, "of") ?? syntax.possessor(head)).map { (.agent, $0, head, "role.imputed.work") }
  }

  /// `the attack was attributed to X`, `attacks blamed on X`, `they attribute the attack to X`.
  private func imputed(_ token: Int) -> [Party] {
    var verbs = syntax.children(token, RelationSet.adnominalClauses)
    if let head = syntax.heads[token], RelationSet(.object, .passiveSubject).has(syntax.relations[token]) {
      verbs.append(head)
    }
    return verbs.compactMap { verb -> Party? in
      guard let preposition = Self.imputing[syntax.lemmas[verb]], let culprit = syntax.oblique(verb, preposition)
      else { return nil }
      return (.agent, culprit, verb, "role.imputed.attributed")
    }
  }

  private static let imputing = ["attribute": "to", "ascribe": "to", "blame": "on", "pin": "on"]

  private func governed(_ token: Int) -> [Party] {
    guard let head = syntax.heads[token] else { return [] }
    let lemma = syntax.lemmas[head]
    let relation = syntax.relations[token]
    switch relation {
    case .object, .passiveSubject:
      if lemma == "involve", relation == .object { return [] }
      guard
        Self.doing.contains(syntax.verbWithParticle(head)) || Self.doing.contains(lemma)
          || isDeed(pronoun: token)
      else { return [] }
      return syntax.actor(head).map { [(.agent, $0, head, "role.imputed.doing")] } ?? []
    case .subject where ["bear", "have", "carry"].contains(lemma):
      // `the attack bore the hallmarks of X`
      guard let sign = syntax.child(head, .object), ["hallmark", "trademark", "stamp"].contains(syntax.lemmas[sign])
      else { return [] }
      return syntax.modifier(sign, "of").map { [(.agent, $0, head, "role.imputed.hallmark")] } ?? []
    case .subject:
      guard lemma == "involve", let object = syntax.child(head, .object) else { return [] }
      return [(.participant, object, head, "role.imputed.involving")]
    case .oblique, .nominalModifier:
      return phrase(token, head, lemma)
    default: return []
    }
  }

  /// `was to blame`, with nobody behind it who would be blamed.
  func isToBlame(_ verb: Int) -> Bool {
    guard syntax.lemmas[verb] == "blame", syntax.child(verb, .object) == nil,
      syntax.children(verb, .marker).contains(where: { syntax.lemmas[$0] == "to" })
    else { return false }
    let isOfCopula = syntax.heads[verb].map { syntax.lemmas[$0] == "be" } ?? false
    return syntax.child(verb, .copula) != nil || isOfCopula
      || syntax.children(verb, .auxiliary).contains { syntax.lemmas[$0] == "be" }
  }

  /// Verbs that say of somebody that it was not they: `cleared him of the killing`.
  static let clearing: Set = ["clear", "acquit", "exonerate", "absolve", "exculpate"]

  private func phrase(_ token: Int, _ head: Int, _ lemma: String) -> [Party] {
    let preposition = syntax.preposition(token)
    if preposition == "of", Self.clearing.contains(lemma), syntax.isPart(head, .verb) {
      return syntax.undergoer(head).map { [(.agent, $0, head, Self.cleared)] } ?? []
    }
    if preposition == "for", isToBlame(head) {
      return syntax.subject(head).map { [(.agent, $0, head, "role.imputed.responsible")] } ?? []
    }
    // `had nothing to do with the attack`, said of a deed.
    if lemma == "do", preposition == "with", let nothing = syntax.heads[head], syntax.lemmas[nothing] == "nothing",
      let verb = syntax.heads[nothing], ["have", "get"].contains(syntax.lemmas[verb])
    {
      return syntax.subject(verb).map { [(.agent, $0, head, Self.cleared)] } ?? []
    }
    switch (lemma, preposition) {
    case ("responsible", "for"):
      return syntax.subject(head).map { [(.agent, $0, head, "role.imputed.responsible")] } ?? []
    case ("involve", "in"), ("implicate", "in"):
      return syntax.undergoer(head).map { [(.participant, $0, head, "role.imputed.involved")] } ?? []
    case ("participate", "in"), ("join", "in"):
      return syntax.subject(head).map { [(.participant, $0, head, "role.imputed.involved")] } ?? []
    case ("part", "in"), ("role", "in"), ("hand", "in"):
      guard let verb = syntax.heads[head], ["take", "play", "have"].contains(syntax.lemmas[verb]) else { return [] }
      return syntax.subject(verb).map { [(.participant, $0, verb, "role.imputed.part")] } ?? []
    case ("involved", "in"):
      return syntax.subject(head).map { [(.participant, $0, head, "role.imputed.involved")] } ?? []
    default: return []
    }
  }

  private static let doing: Set = [
    "carry out", "launch", "conduct", "perpetrate", "commit", "stage", "mount", "execute", "mastermind", "orchestrate",
    "plan", "organise", "organize", "sponsor",
  ]
}
