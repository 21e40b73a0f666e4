import TextAnalysis

/// What the words that something told hangs on make of it: `there is no truth to claims that S` takes it back, `police are
/// examining reports that S` leaves it open. The whole chain of hosts counts, each with its own polarity: `it is not true
/// that there is no evidence that S` leaves S as it is.
struct HostVerdict: Sendable {
  let syntax: Syntax
  /// The cues of those who deny: what they say is weighed with their claim.
  let denialCues: Set<Int>
  /// The words of those who will or can not say: `neither confirmed nor denied`.
  let silentWords: Set<Int>

  init(syntax: Syntax, attributions: [Attribution]) {
    self.syntax = syntax
    denialCues = Set(attributions.lazy.filter { $0.stance == .denies }.map(\.cueHead))
    silentWords = Set(
      attributions.lazy.filter { $0.stance == .declinesToComment }.flatMap { Array($0.cue) + [$0.cueHead] })
  }

  enum Verdict: Equatable { case none, upheld, open, untrue }

  /// What is made of the event at a token, and the denial that it stands in, if one is reached.
  func judge(_ token: Int) -> (verdict: Verdict, denial: Int?) {
    var here = token
    var isTakenBack = false
    var isOpen = false
    var isUpheld = false
    for _ in 0..<Self.longestChain {
      guard let step = host(of: here, from: token) else { break }
      if step.isJudging {
        if silentWords.contains(step.host) { return (.open, nil) }
        if denialCues.contains(step.host) { return (verdict(isTakenBack, isOpen, isUpheld), step.host) }
        switch polarity(of: step.host, over: here) {
        case .untrue: isTakenBack.toggle()
        case .open: isOpen = true
        case .upheld: isUpheld = true
        case .none: break
        }
      }
      here = step.host
    }
    return (verdict(isTakenBack, isOpen, isUpheld), nil)
  }

  private func verdict(_ isTakenBack: Bool, _ isOpen: Bool, _ isUpheld: Bool) -> Verdict {
    isOpen ? .open : isTakenBack ? .untrue : isUpheld ? .upheld : .none
  }

  private static let longestChain = 12

  // MARK: The chain

  /// What `here` is said under, if it is put into question together with it. A host that does not judge only carries on.
  private func host(of here: Int, from start: Int) -> (host: Int, isJudging: Bool)? {
    guard let head = syntax.heads[here] else { return nil }
    switch syntax.relations[here] {
    case .conjunct:
      return syntax.isPart(here, .verb) == syntax.isPart(head, .verb) ? (head, false) : nil
    case .clausalComplement, .clausalSubject:
      return isPresupposed(here) ? nil : (head, true)
    case .adnominalClause, .relativeClause:
      return adnominalHost(of: here, head)
    case .adverbialClause, .openComplement:
      return clauseHost(of: here, head)
    case .object, .passiveSubject, .subject, .oblique, .nominalModifier, .apposition, .agent, .unmarkedOblique:
      return nominalHost(of: here, head, from: start)
    default: return nil
    }
  }

  /// `said why S`, `said who did it`: that it happened is taken for granted.
  private func isPresupposed(_ clause: Int) -> Bool {
    syntax.children(clause).contains { child in
      guard child < clause else { return false }
      let isWord = ["why", "how", "when", "where", "who", "whom", "what", "which", "whose"].contains(
        syntax.lemmas[child])
      return isWord && syntax.relations[child] != .caseMarker
    }
  }

  private func adnominalHost(of here: Int, _ noun: Int) -> (host: Int, isJudging: Bool)? {
    let marker = syntax.child(here, RelationSet(.marker, .caseMarker)).map { syntax.lemmas[$0] } ?? ""
    if isWords(noun) || Self.signs.contains(syntax.lemmas[noun]) {
      if ["that", "of", "about", "for"].contains(marker) { return (noun, true) }
      // `the claim that S`, where the tree has a relative clause whose verb has all it needs.
      let opensWithThat = syntax.span(here).lowerBound == noun + 1 && syntax.lemmas[noun + 1] == "that"
      if opensWithThat, syntax.ownSubject(here).map({ syntax.lemmas[$0] != "that" }) ?? false { return (noun, true) }
    }
    // `no reason to believe that S`; `no truth to claims that S`, with the claims for a verb.
    if marker == "to", Self.signs.contains(syntax.lemmas[noun]),
      Self.believing.contains(syntax.lemmas[here]) || Self.words.contains(syntax.lemmas[here])
    {
      return (noun, true)
    }
    // `a fake video showing soldiers who shoot`
    if Self.records.contains(syntax.lemmas[noun]), Self.showing.contains(syntax.lemmas[here]) { return (noun, true) }
    // `soldiers killing villagers`, as what such a thing shows.
    if syntax.relations[here] == .adnominalClause, syntax.relations[noun] == .object, let verb = syntax.heads[noun],
      Self.showing.contains(syntax.lemmas[verb])
    {
      return (verb, false)
    }
    // `quashed the conviction of X, who had been jailed for taking bribes`
    if isConvicting(here), Self.convictions.contains(syntax.lemmas[noun]) { return (noun, false) }
    if isConvicting(here), let conviction = syntax.heads[noun], Self.convictions.contains(syntax.lemmas[conviction]),
      syntax.possessor(conviction) == noun || syntax.preposition(noun) == "of"
    {
      return (conviction, false)
    }
    return nil
  }

  private func clauseHost(of here: Int, _ head: Int) -> (host: Int, isJudging: Bool)? {
    let marker = syntax.child(here, RelationSet(.marker, .caseMarker)).map { syntax.lemmas[$0] } ?? ""
    // `neither confirmed nor denied bombing it`, `denied that it was so`; behind a comma it is told besides.
    if silentWords.contains(head) || denialCues.contains(head) {
      let isObject =
        marker.isEmpty && syntax.tokens[here].xpos == "VBG"
        && (syntax.relations[here] == .openComplement || syntax.span(here).lowerBound == head + 1)
      return isObject || marker == "that" ? (head, true) : nil
    }
    if ["of", "for", "with"].contains(marker), isConvicting(head) { return (head, true) }
    // `found guilty`
    if ["guilty", "innocent"].contains(syntax.lemmas[here]), syntax.lemmas[head] == "find" { return (head, false) }
    if syntax.lemmas[head] == "guilty" || syntax.lemmas[head] == "innocent", marker == "of" { return (head, true) }
    if marker == "that" || marker == "whether", syntax.isPart(head, .adjective, .verb, .noun),
      syntax.relations[here] == .adverbialClause
    {
      // `It is a lie that S`, where the tree hangs the clause on the verdict as it would a circumstance.
      let isVerdict = Self.untrue.contains(syntax.lemmas[head]) || Self.trueWords.contains(syntax.lemmas[head])
      return isVerdict || syntax.children(head, .object).contains(where: { Self.signs.contains(syntax.lemmas[$0]) })
        || syntax.subject(head).map({ Self.signs.contains(syntax.lemmas[$0]) }) ?? false ? (head, true) : nil
    }
    if syntax.relations[here] == .openComplement, Self.showing.contains(syntax.lemmas[head]) { return (head, false) }
    // `purporting to show`, `failed to find evidence`, `are trying to verify reports`
    if syntax.relations[here] == .openComplement, isCarrying(here) { return (head, true) }
    return nil
  }

  /// A verb under which words, signs or a clause stand, and so the event: `find` in `failed to find evidence that S`.
  private func isCarrying(_ verb: Int) -> Bool {
    syntax.isPart(verb, .verb)
      && (Self.examining.contains(syntax.verbWithParticle(verb)) || Self.confirming.contains(syntax.lemmas[verb])
        || Self.finding.contains(syntax.lemmas[verb]) || Self.showing.contains(syntax.lemmas[verb])
        || Self.rejecting.contains(syntax.verbWithParticle(verb)))
  }

  private func nominalHost(of here: Int, _ head: Int, from start: Int) -> (host: Int, isJudging: Bool)? {
    let lemma = syntax.lemmas[here]
    if isWords(here) || Self.signs.contains(lemma) || Self.convictions.contains(lemma) || Self.records.contains(lemma) {
      return (head, true)
    }
    // `allegations of torture`, `no sign of an attack`: what is spoken of for the first time.
    guard here == start, !syntax.isPart(here, .verb) else { return nil }
    if isGerund(here) {
      // `denied bombing it`, `wrongly accused of poisoning two patients`: the tree may have a noun for the deed.
      if syntax.relations[here] == .object, silentWords.contains(head) || denialCues.contains(head) {
        return (head, true)
      }
      if ["of", "for"].contains(syntax.preposition(here)), isConvicting(head) { return (head, true) }
    }
    if syntax.relations[here] == .nominalModifier || syntax.relations[here] == .oblique {
      let isOf = ["of", "about"].contains(syntax.preposition(here))
      let isNew = !syntax.children(here, .determiner).contains {
        ["the", "this", "that", "these", "those"].contains(syntax.lemmas[$0])
      }
      return isOf && isNew && (isWords(head) || Self.signs.contains(syntax.lemmas[head])) ? (head, true) : nil
    }
    // `The attack was a hoax.`
    let isHoax = RelationSet.subjects.has(syntax.relations[here]) && Self.hoaxes.contains(syntax.lemmas[head])
    return isHoax ? (head, true) : nil
  }

  private func isGerund(_ noun: Int) -> Bool {
    syntax.tokens[noun].lower.hasSuffix("ing")
      && syntax.child(noun, RelationSet(.determiner, .possessive, .adjective)) == nil
  }

  // MARK: What a host makes of it

  private func polarity(of host: Int, over here: Int) -> Verdict {
    if Self.signs.contains(syntax.lemmas[host]), syntax.isPart(host, .noun) { return polarity(ofSign: host) }
    if syntax.lemmas[host] == "denial" { return .untrue }
    if isWords(host) || Self.records.contains(syntax.lemmas[host]) && syntax.isPart(host, .noun) {
      let isCopular = syntax.child(host, .copula) != nil
      return isCopular && Self.untrue.contains(syntax.lemmas[host]) ? ofPredicate(host) : described(host)
    }
    // `an inquiry into claims that S`, `was aware of reports that S`
    if isWords(here), Self.inquiries.contains(syntax.lemmas[host]) { return .open }
    if syntax.child(host, .copula) != nil || syntax.isPart(host, .adjective, .noun) { return ofPredicate(host) }
    return syntax.isPart(host, .verb) ? ofVerb(host, over: here) : .none
  }

  /// `no evidence`, `not any proof`, `scant evidence`.
  private func polarity(ofSign sign: Int) -> Verdict {
    if syntax.isNegative(nominal: sign) { return .untrue }
    let isScant = syntax.children(sign, .adjective).contains {
      ["little", "scant", "insufficient", "weak"].contains(syntax.lemmas[$0])
    }
    return isScant ? .open : .none
  }

  /// `false reports`, `unconfirmed reports`.
  private func described(_ noun: Int) -> Verdict {
    for child in syntax.children(noun, RelationSet(.adjective, .compound)) {
      if Self.untrue.contains(syntax.lemmas[child]) { return .untrue }
      if Self.unconfirmed.contains(syntax.lemmas[child]) { return .open }
    }
    return syntax.isNegative(nominal: noun) && Self.reports.contains(syntax.lemmas[noun]) ? .open : .none
  }

  /// `is untrue`, `is not true`, `was not guilty`.
  private func ofPredicate(_ host: Int) -> Verdict {
    let isNegated = syntax.isNegated(host)
    let said = [host] + syntax.children(host, RelationSet(.adjective, .compound))
    let lemmas = said.map { syntax.lemmas[$0] }
    if lemmas.contains(where: { Self.untrue.contains($0) || Self.mistaken.contains($0) }) {
      return isNegated ? .none : .untrue
    }
    if Self.trueWords.contains(syntax.lemmas[host]) || syntax.lemmas[host] == "guilty" {
      return isNegated ? .untrue : .none
    }
    if syntax.lemmas[host] == "innocent" { return isNegated ? .none : .untrue }
    return .none
  }

  private func ofVerb(_ verb: Int, over here: Int) -> Verdict {
    let lemma = syntax.lemmas[verb]
    let whole = syntax.verbWithParticle(verb)
    let isNegated = isNegatedBeside(verb, here)
    if Self.isWronged(by: verb, syntax) { return .untrue }
    let predicate = syntax.children(verb, RelationSet(.openComplement, .oblique, .object, .indirectObject)).first {
      $0 > verb && $0 != here && Self.untrue.contains(syntax.lemmas[$0])
    }
    if let predicate,
      Self.verdicts.contains(whole) || Self.verdicts.contains(lemma)
        || AttributionRule.predicating.contains(lemma)
    {
      return isNegated || syntax.isNegated(predicate) ? .none : .untrue
    }
    if Self.rejecting.contains(whole) || Self.rejecting.contains(lemma) {
      return isNegated ? .open : .untrue
    }
    if syntax.isPassive(verb), ["fabricate", "invent", "fake", "forge", "concoct", "make up"].contains(whole) {
      return isNegated ? .none : .untrue
    }
    if Self.convictions.contains(syntax.lemmas[here]), Self.overturning.contains(whole) {
      return isNegated ? .none : .untrue
    }
    if Imputation.clearing.contains(lemma), syntax.relations[here] == .oblique { return isNegated ? .none : .untrue }
    // `is looking into reports that S`, `did not respond to claims that S`
    if isClause(here), ["investigate", "examine", "probe", "explore", "assess", "inquire"].contains(lemma) {
      return .open
    }
    if Self.examining.contains(whole), !isClause(here) { return .open }
    if Self.confirming.contains(lemma) { return isNegated || isUnachieved(verb) ? .open : .none }
    if Self.believing.contains(lemma) { return isNegated ? .untrue : .none }
    // `No proof has surfaced that S.`
    if isClause(here),
      let sign = syntax.children(verb, RelationSet(.subject, .passiveSubject, .object)).first(where: {
        Self.signs.contains(syntax.lemmas[$0])
      })
    {
      return polarity(ofSign: sign) == .none && isNegatedBeside(verb, sign) ? .untrue : polarity(ofSign: sign)
    }
    if lemma == "doubt" || lemma == "dispute" || lemma == "question" { return isNegated ? .upheld : .none }
    // `Unconfirmed reports said that S.`
    if isClause(here), let teller = syntax.ownSubject(verb), isWords(teller), described(teller) != .none {
      return described(teller)
    }
    // `There is nothing to suggest that S.`
    let isShowing = Self.showing.contains(lemma) || ["suggest", "indicate", "point"].contains(lemma)
    if isShowing, isClause(here), let nothing = syntax.heads[verb], syntax.relations[verb] == .adnominalClause,
      syntax.isNegative(nominal: nothing)
    {
      return .untrue
    }
    if isShowing {
      guard isClause(here) else { return .none }
      if let subject = syntax.ownSubject(verb), syntax.isNegative(nominal: subject) { return .untrue }
      return isNegated ? .open : .none
    }
    if Self.signs.contains(syntax.lemmas[here]) {
      if ["lack", "want"].contains(lemma) { return .untrue }
      return isNegated && !syntax.isNegative(nominal: here) || lemma == "fail" ? .untrue : .none
    }
    if lemma == "fail", syntax.relations[here] == .openComplement {
      return Self.finding.contains(syntax.lemmas[here]) ? .untrue : .open
    }
    return .none
  }

  /// `falsely accused`, `wrongly convicted`: not so.
  static func isWronged(by verb: Int, _ syntax: Syntax) -> Bool {
    syntax.children(verb, .adverb).contains { wrongly.contains(syntax.lemmas[$0]) }
  }

  private func isClause(_ token: Int) -> Bool {
    RelationSet(.clausalComplement, .clausalSubject).has(syntax.relations[token])
  }

  /// Whether the verb is negated otherwise than by what it has `here`: `found no evidence` is negated once.
  private func isNegatedBeside(_ verb: Int, _ here: Int) -> Bool {
    syntax.isNegated(verb)
      && !(syntax.isNegative(nominal: here)
        && RelationSet(.object, .subject, .passiveSubject).has(syntax.relations[here])
        && !syntax.children(verb, RelationSet(.adverb, .auxiliary, .coordinator)).contains {
          ["not", "n't", "never", "neither", "nor", "n’t"].contains(syntax.lemmas[$0])
        })
  }

  /// `have yet to confirm`, `were unable to verify`, `declined to confirm`, `failed to prove`.
  private func isUnachieved(_ verb: Int) -> Bool {
    if syntax.children(verb, .adverb).contains(where: { syntax.lemmas[$0] == "yet" && $0 < verb }) { return true }
    guard RelationSet(.openComplement, .adnominalClause, .adverbialClause).has(syntax.relations[verb]),
      let head = syntax.heads[verb]
    else { return false }
    return ["unable", "decline", "refuse", "fail", "yet", "try", "seek", "attempt", "struggle", "work", "impossible"]
      .contains(syntax.lemmas[head])
      || syntax.children(head, .adverb).contains { syntax.lemmas[$0] == "yet" }
      || syntax.isNegated(head)
  }

  private func isWords(_ noun: Int) -> Bool { syntax.isPart(noun, .noun) && Self.words.contains(syntax.lemmas[noun]) }

  /// Verbs that say that somebody is held to have done something.
  private func isConvicting(_ verb: Int) -> Bool {
    if syntax.lemmas[verb] == "find" {
      return syntax.child(verb, .openComplement).map { syntax.lemmas[$0] == "guilty" } ?? false
    }
    return [
      "convict", "jail", "sentence", "imprison", "accuse", "charge", "indict", "guilty", "blame", "condemn", "suspect",
    ]
    .contains(syntax.lemmas[verb])
  }

  // MARK: Words

  static let words: Set = [
    "claim", "report", "allegation", "accusation", "rumour", "rumor", "story", "account", "suggestion", "assertion",
    "notion", "idea", "theory", "charge", "insinuation", "speculation", "statement", "version", "narrative", "belief",
    "talk", "news", "complaint", "tale", "whisper", "impression", "perception", "assumption", "gossip", "lie", "myth",
    "contention", "hypothesis", "possibility", "testimony", "denial",
  ]
  /// Of which there may be none: `no reports that S`.
  private static let reports: Set = ["report", "claim", "allegation", "accusation", "complaint", "suggestion"]
  static let signs: Set = [
    "evidence", "proof", "indication", "sign", "confirmation", "suggestion", "reason", "basis", "truth", "trace",
    "hint", "substance", "foundation",
  ]
  private static let records: Set = [
    "video", "photo", "photograph", "footage", "image", "clip", "recording", "picture", "film",
  ]
  private static let convictions: Set = ["conviction", "verdict"]
  private static let hoaxes: Set = ["hoax", "fabrication", "invention", "myth", "fiction"]
  private static let untrue: Set = ContentStance.untrue.subtracting(["stupid", "tale"])
  private static let mistaken: Set = ["wrong", "mistaken", "erroneous"]
  private static let trueWords: Set = ["true", "correct", "accurate", "right", "so", "case"]
  private static let unconfirmed: Set = ["unconfirmed", "unverified"]
  private static let wrongly: Set = [
    "falsely", "wrongly", "mistakenly", "erroneously", "wrongfully", "incorrectly", "unjustly",
  ]
  private static let rejecting: Set = [
    "deny", "reject", "dismiss", "refute", "disprove", "debunk", "retract", "rebut", "discredit", "disavow",
    "discount", "repudiate", "rule out", "disown", "throw out", "scotch", "withdraw", "brush aside",
    "shrug off", "brush off", "pooh-pooh",
  ]
  private static let examining: Set = [
    "investigate", "examine", "probe", "look", "look into", "study", "check", "assess", "review", "explore", "consider",
    "inquire", "evaluate", "look at", "follow up", "verify", "drop", "comment", "respond", "react", "reply",
  ]
  private static let confirming: Set = [
    "confirm", "verify", "substantiate", "prove", "corroborate", "establish", "authenticate",
  ]
  private static let inquiries: Set = [
    "inquiry", "enquiry", "investigation", "probe", "examination", "review", "aware", "unaware",
  ]
  private static let finding: Set = [
    "find", "see", "produce", "present", "provide", "offer", "uncover", "obtain", "discover", "turn up",
  ]
  private static let believing: Set = ["believe", "think", "accept", "suppose"]
  private static let verdicts: Set = ["turn out", "prove", "find", "show", "deem", "consider", "know", "reveal"]
  private static let overturning: Set = [
    "overturn", "quash", "annul", "reverse", "void", "vacate", "set aside", "throw out", "invalidate", "strike down",
    "set", "throw",
  ]
  private static let showing: Set = ["show", "depict", "portray", "purport", "appear", "seem"]
}
