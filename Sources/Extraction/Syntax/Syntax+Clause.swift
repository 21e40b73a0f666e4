import TextAnalysis

/// Questions about a verb (or another predicate) and what belongs to it.
extension Syntax {
  /// Whether the token heads a clause: a verb, or anything with a copula or a subject of its own.
  func isPredicate(_ token: Int) -> Bool {
    if isPart(token, .verb) { return !RelationSet(.adjective, .compound, .fixed, .caseMarker).has(relations[token]) }
    return children(token).contains { relations[$0] == .copula || relations[$0] == .subject }
  }

  /// A passive, finite or as a bare participle behind its noun (`bombings claimed by`).
  func isPassive(_ token: Int) -> Bool {
    if children(token).contains(where: {
      relations[$0] == .passiveAuxiliary || relations[$0] == .passiveSubject || relations[$0] == .agent
    }) {
      return true
    }
    guard tokens[token].xpos == "VBN" else { return false }
    let isBare = !children(token).contains { relations[$0] == .auxiliary || relations[$0] == .object }
    return isBare && RelationSet(.adnominalClause, .adjective).has(relations[token])
  }

  /// The subject that stands at the predicate itself.
  func ownSubject(_ token: Int) -> Int? {
    let subjects = children(token, .subjects)
    if let plain = subjects.first(where: { relations[$0] != .outerSubject }) { return plain }
    return subjects.first
  }

  /// Who does (in a passive: undergoes) what the predicate says: its own subject, or the one it shares with the clause
  /// it is joined to, is controlled by, or modifies. A relative pronoun is resolved to the noun it stands for.
  func subject(_ token: Int) -> Int? { subject(token, depth: 0) }

  /// Longer chains of shared subjects than this are not followed.
  private static let deepestSharing = 12

  private func subject(_ token: Int, depth: Int) -> Int? {
    if let own = ownSubject(token) { return antecedent(ofRelative: own, in: token) ?? own }
    guard depth < Self.deepestSharing, let head = heads[token] else { return nil }
    switch relations[token] {
    case .conjunct: return sharedSubject(token, head, depth)
    case .openComplement: return controller(of: token, under: head, depth)
    case .adverbialClause where isControlledByObject(token, under: head): return undergoer(head)
    case .parataxis where isParted(token, from: head): return nil
    case .adverbialClause, .parataxis:
      return isPart(head, .verb) || isPredicate(head) ? subject(head, depth: depth + 1) : nil
    case .adnominalClause, .relativeClause: return isPassive(token) || isParticiple(token) ? head : nil
    default: return nil
    }
  }

  /// `X fell silent; his deputy said S`: behind a semicolon somebody else acts.
  private func isParted(_ token: Int, from head: Int) -> Bool {
    head < token && tokens[head.upTo(token)].contains { $0.form == ";" }
  }

  private func sharedSubject(_ token: Int, _ head: Int, _ depth: Int) -> Int? {
    guard isPredicate(head) else { return nil }
    return subject(head, depth: depth + 1)
  }

  /// The object controls where there is one (`told Y to go`, `accused Y of going`), but for verbs of promising.
  private func controller(of token: Int, under head: Int, _ depth: Int) -> Int? {
    // `called on Canada to investigate`, `appealed to Rwanda to withdraw`.
    if let prepositions = Self.asking[lemmas[head]],
      let asked = children(head).first(where: {
        head < $0 && $0 < token && prepositions.contains(preposition($0))
          && RelationSet(.oblique, .object).has(relations[$0])
      })
    {
      return asked
    }
    if !Self.subjectControlVerbs.contains(lemmas[head]), let object = child(head, RelationSet(.object, .indirectObject))
    {
      return object
    }
    return subject(head, depth: depth + 1)
  }

  /// `accused Y of going`, `blamed Y for going`.
  private func isControlledByObject(_ token: Int, under head: Int) -> Bool {
    guard Self.objectControlVerbs.contains(lemmas[head]) else { return false }
    if let marker = child(token, .marker) { return Self.charging.contains(lemmas[marker]) }
    // `cleared him of money laundering`: the tree may take the noun in front for the phrase, and the rest for a clause.
    var before = token - 1
    while before > head, isPart(before, .noun, .adjective) { before -= 1 }
    return before > head && before < token - 1 && Self.charging.contains(lemmas[before])
  }

  private static let charging: Set = ["of", "for", "with"]

  private static let objectControlVerbs: Set = [
    "accuse", "suspect", "convict", "charge", "blame", "criticise", "criticize", "thank", "praise", "indict", "fine",
    "jail", "clear", "acquit", "exonerate", "absolve", "exculpate",
  ]
  /// Verbs that ask somebody to do something behind a preposition.
  static let asking: [String: Set<String>] = [
    "call": ["on", "upon"], "appeal": ["to"], "plead": ["with"], "rely": ["on"], "count": ["on"],
    "prevail": ["on", "upon"],
    "shout": ["at", "to"], "signal": ["to"],
  ]
  private static let subjectControlVerbs: Set = ["promise", "threaten", "vow", "pledge"]

  private func isParticiple(_ token: Int) -> Bool { tokens[token].xpos == "VBG" || tokens[token].xpos == "VBN" }

  /// For `who` in `the man who said so`: the man.
  func antecedent(ofRelative pronoun: Int, in clause: Int) -> Int? {
    guard Self.relativePronouns.contains(lemmas[pronoun]),
      isPart(pronoun, .pronoun, .determiner, .subordinatingConjunction)
    else { return nil }
    var here: Int? = clause
    while let current = here {
      if RelationSet.adnominalClauses.has(relations[current]) { return heads[current] }
      here = heads[current]
    }
    return nil
  }

  static let relativePronouns: Set = ["who", "which", "that", "whom"]

  /// What the verb acts on: its object, or in a passive its subject; conjuncts left out.
  func undergoer(_ token: Int) -> Int? {
    if isPassive(token) { return subject(token) }
    if let object = child(token, .object) { return antecedent(ofRelative: object, in: token) ?? object }
    return nil
  }

  /// Who acts: the subject, or in a passive what stands behind `by`.
  func actor(_ token: Int) -> Int? {
    guard isPassive(token) else { return subject(token) }
    return child(token, .agent) ?? oblique(token, "by")
  }

  /// Whether the predicate is negated by itself: `not`, `never`, `no longer`, a negative subject or object.
  func isNegated(_ token: Int) -> Bool {
    for child in children(token) {
      switch relations[child] {
      case .adverb, .auxiliary, .other, .determiner, .coordinator:
        if Self.negations.contains(lemmas[child]) { return true }
      case .subject, .passiveSubject, .object:
        // `replied: "Not one"` is said, and no silence.
        if isNegative(nominal: child), child < token || !isCited(child, by: token) { return true }
        // `Neither X nor Y has spoken`
        if child < token, children(child, .coordinator).contains(where: { lemmas[$0] == "neither" }) { return true }
      default: break
      }
    }
    return false
  }

  private func isCited(_ object: Int, by verb: Int) -> Bool {
    tokens[verb.upTo(object)].contains { $0.form == ":" || $0.form == "\"" || $0.form == "“" }
  }

  /// `no one`, `nobody`, `none of them`, `no banks`, `not one armed man`, `neither of the pipelines`.
  func isNegative(nominal token: Int) -> Bool {
    if Self.negativePronouns.contains(lemmas[token]) { return true }
    return children(token).contains { child in
      // `no Orvik lorry`: the tree may hang the word on the name.
      if relations[child] == .compound, child < token {
        return children(child, .determiner).contains { ["no", "neither"].contains(lemmas[$0]) }
      }
      guard RelationSet(.determiner, .adverb, .number).has(relations[child]) else { return false }
      if Self.negations.contains(lemmas[child]) || ["no", "neither"].contains(lemmas[child]) { return true }
      // `not one man`: the negation hangs on the number.
      return relations[child] == .number && children(child, .adverb).contains { lemmas[$0] == "not" }
    }
  }

  private static let negations: Set = ["not", "n't", "never", "neither", "nor", "n’t", "hardly"]
  private static let negativePronouns: Set = ["nobody", "none", "nothing", "noone", "neither"]

  /// `may`, `might`, `could`, `would` … at the predicate, lower case.
  func modals(_ token: Int) -> [String] {
    children(token).filter { relations[$0] == .auxiliary && tokens[$0].xpos == "MD" }.map { lemmas[$0] }
  }

  /// The last word of a verb and its particle: `carry out`, `blow up`.
  func verbWithParticle(_ token: Int) -> String {
    guard let particle = child(token, .particle) else { return lemmas[token] }
    return lemmas[token] + " " + lemmas[particle]
  }

  /// The token's conjuncts and itself, in text order: `Britain and Canada`.
  func coordinated(_ token: Int) -> [Int] { [token] + children(token, .conjunct) }
}
