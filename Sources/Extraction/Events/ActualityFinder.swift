import TextAnalysis

/// Whether what a trigger tells of happened, is planned or only possible, or is said not to have happened; judged by
/// the words around it alone.
struct ActualityFinder: Sendable {
  let syntax: Syntax
  private let hosts: HostVerdict

  init(syntax: Syntax, attributions: [Attribution] = []) {
    self.syntax = syntax
    hosts = HostVerdict(syntax: syntax, attributions: attributions)
  }

  struct Judgement: Sendable {
    var actuality: EventRecord.Actuality
    var isNegated: Bool
    /// The cue of the denial that it stands in.
    var denialCue: Int?
    /// Whether it is examined, or passed over in silence, and so who had a part in it is left open.
    var isLeftOpen = false
  }

  func judge(_ mention: EventMention) -> Judgement {
    let (verdict, denial) = hosts.judge(carrier(of: mention.token))
    var (actuality, isNegated) = judgeAlone(mention)
    switch verdict {
    case .untrue where actuality == .denied && isNegated: (actuality, isNegated) = (.happened, false)
    case .untrue: (actuality, isNegated) = (.denied, true)
    case .open where actuality == .happened: actuality = .possible
    // `Nobody doubts that S.`
    case .upheld where actuality == .possible: actuality = .happened
    case .open, .upheld, .none: break
    }
    return Judgement(
      actuality: actuality, isNegated: isNegated, denialCue: denial, isLeftOpen: verdict == .open)
  }

  /// `carrying out the strike`, `paid bribes`: the verb that carries the noun is what words are about.
  private func carrier(of token: Int) -> Int {
    guard !syntax.isPart(token, .verb),
      syntax.relations[token] == .object || syntax.relations[token] == .passiveSubject,
      let head = syntax.heads[token], syntax.isPart(head, .verb), Self.light.contains(syntax.lemmas[head])
    else { return token }
    return head
  }

  private func judgeAlone(_ mention: EventMention) -> (EventRecord.Actuality, Bool) {
    let token = mention.token
    if mention.trigger.actuality != .happened {
      // `foiled a plot`: what was only planned can still be undone.
      let isUndone = !syntax.isPart(token, .verb) && isUndone(token)
      return (isUndone ? .denied : mention.trigger.actuality, syntax.isNegated(token))
    }
    return syntax.isPart(token, .verb) ? ofVerb(token) : ofNoun(token)
  }

  private func ofVerb(_ token: Int) -> (EventRecord.Actuality, Bool) {
    if syntax.isNegated(token) || isUnknown(token) { return (.denied, true) }
    if let modal = actuality(ofModals: token) { return (modal, false) }
    if isConditional(token) || isCommand(token) || isAsked(token) { return (.possible, false) }
    if isForgone(token) || isCleared(token) || isBeyondReach(token) { return (.denied, true) }
    if isDue(token) { return (.planned, false) }
    if isSuspected(token) { return (.possible, false) }
    let found = above(token) ?? .happened
    return (found, found == .denied)
  }

  /// `is not known to have carried out any attack`.
  private func isUnknown(_ token: Int) -> Bool {
    guard syntax.relations[token] == .openComplement, let head = syntax.heads[token] else { return false }
    return ["know", "believe", "think", "report"].contains(syntax.lemmas[head]) && syntax.isPassive(head)
      && syntax.isNegated(head)
  }

  private func ofNoun(_ token: Int) -> (EventRecord.Actuality, Bool) {
    if syntax.isNegative(nominal: token) || isFarOff(token) { return (.denied, true) }
    for child in syntax.children(token, RelationSet(.adjective, .compound, .adverb)) {
      if let found = Self.byModifier[syntax.lemmas[child]] { return (found, false) }
    }
    if let found = inFront(of: token) { return (found, false) }
    if let head = syntax.heads[token] {
      let lemma = syntax.lemmas[head]
      let isArgument = isArgument(token)
      if isUndone(token) { return (.denied, false) }
      if isArgument, let found = Self.byGovernor[lemma] { return (found, false) }
      if syntax.isPart(head, .verb), syntax.relations[token] == .object || syntax.relations[token] == .passiveSubject,
        Self.light.contains(lemma)
      {
        return ofVerb(head)
      }
      if syntax.relations[token] == .conjunct, syntax.isPart(head, .noun) { return ofNoun(head) }
      if RelationSet.subjects.has(syntax.relations[token]), isYetToBegin(head) { return (.planned, false) }
      if RelationSet.subjects.has(syntax.relations[token]), isImagined(token, head) { return (.possible, false) }
    }
    return (.happened, false)
  }

  /// `a new offensive would cost thousands of lives`: one that nobody has seen, with what it would do.
  private func isImagined(_ token: Int, _ verb: Int) -> Bool {
    syntax.isPart(verb, .verb)
      && syntax.children(token, .determiner).contains { ["a", "an", "any", "another"].contains(syntax.lemmas[$0]) }
      && syntax.children(verb, .auxiliary).contains { ["would", "could", "might"].contains(syntax.tokens[$0].lower) }
      && !syntax.children(verb, .auxiliary).contains { syntax.lemmas[$0] == "have" }
  }

  /// `The trial is due to begin`, `the talks will start`: what is said to come about is not there yet.
  private func isYetToBegin(_ head: Int) -> Bool {
    if ["due", "slated"].contains(syntax.lemmas[head]) { return true }
    guard Self.beginning.contains(syntax.lemmas[head]), !syntax.isNegated(head) else { return false }
    return actuality(ofModals: head) == .planned || isDue(head)
  }

  private static let beginning: Set = ["begin", "start", "open", "resume", "commence", "take", "go", "follow"]

  /// `is due to begin`, where the tree makes one word of all in front of the verb.
  private func isDue(_ verb: Int) -> Bool {
    syntax.children(verb, RelationSet(.marker, .auxiliary, .adverb)).contains { syntax.lemmas[$0] == "due" }
  }

  /// What the governor does something to or is about; not when or after what it did.
  private func isArgument(_ token: Int) -> Bool {
    if syntax.relations[token] == .oblique {
      return !Self.circumstances.contains(syntax.preposition(token))
    }
    return RelationSet(.object, .passiveSubject, .openComplement, .nominalModifier).has(syntax.relations[token])
  }

  private static let circumstances: Set = [
    "after", "before", "since", "during", "following", "amid", "because", "until", "despite", "upon", "due",
  ]

  /// `averted an attack`, `the strike was called off`.
  private func isUndone(_ token: Int) -> Bool {
    guard let head = syntax.heads[token] else { return false }
    let isArgument = isArgument(token)
    let isUndoing =
      Self.undoing.contains(syntax.lemmas[head]) || Self.undoing.contains(syntax.verbWithParticle(head))
    return isArgument && isUndoing && !syntax.isNegated(head)
  }

  /// `a potential “terrorist operation”`: a quotation mark parts the tree, but not the phrase. Looks back over adjectives,
  /// nouns and quotation marks.
  private func inFront(of token: Int) -> EventRecord.Actuality? {
    for index in stride(from: token - 1, through: max(0, token - Self.longestPhrase), by: -1) {
      let isQuote = Self.quotes.contains(syntax.tokens[index].form)
      guard isQuote || syntax.isPart(index, .adjective, .noun, .properNoun) else { return nil }
      if let found = Self.byModifier[syntax.lemmas[index]] { return found }
    }
    return nil
  }

  private static let longestPhrase = 6
  private static let quotes: Set = ["\"", "“", "”", "'", "‘", "’", "``", "''"]

  private func actuality(ofModals token: Int) -> EventRecord.Actuality? {
    for modal in syntax.modals(token) {
      switch modal {
      case "will", "shall", "'ll", "wo": return .planned
      case "may", "might", "could", "would", "should", "must", "can", "ought", "'d": return .possible
      default: break
      }
    }
    if syntax.children(token, .auxiliary).contains(where: { ["will", "shall"].contains(syntax.lemmas[$0]) }) {
      return .planned
    }
    return nil
  }

  /// `Had the border been shut, X would have starved`, `Should he return, …`: an auxiliary that opens the clause.
  private func isInverted(_ token: Int) -> Bool {
    guard let first = syntax.children(token, .auxiliary).first,
      ["had", "should", "were"].contains(syntax.tokens[first].lower)
    else { return false }
    let others = syntax.children(token).filter { !syntax.isPart($0, .punctuation) }
    return others.first == first && first < token && syntax.relations[token] == .adverbialClause
      && others.contains {
        $0 > first && $0 < token && RelationSet(.subject, .passiveSubject, .object).has(syntax.relations[$0])
      }
  }

  /// Under `if` or `unless`, by itself or through what it is joined to.
  private func isConditional(_ token: Int) -> Bool {
    if isInverted(token) { return true }
    let isMarked = syntax.children(token, .marker).contains {
      ["if", "unless", "whether", "lest"].contains(syntax.lemmas[$0])
    }
    if isMarked { return true }
    guard syntax.relations[token] == .conjunct, let head = syntax.heads[token], syntax.isPart(head, .verb) else {
      return false
    }
    return isConditional(head)
  }

  /// `Stop the war`: a bare verb at the head of its sentence, with nobody who does it.
  private func isCommand(_ token: Int) -> Bool {
    guard syntax.tokens[token].xpos == "VB", syntax.ownSubject(token) == nil else { return false }
    if syntax.relations[token] == .conjunct, let head = syntax.heads[token] { return isCommand(head) }
    return syntax.heads[token] == nil
      && syntax.child(token, RelationSet(.auxiliary, .passiveAuxiliary, .marker, .copula)) == nil
  }

  /// `Did they attack?`, by itself or in what it is joined to; what a question takes for granted stands further down.
  private func isAsked(_ token: Int) -> Bool {
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[token]].tokens
    guard let last = sentence.last(where: { !Self.quotes.contains(syntax.tokens[$0].form) }),
      syntax.tokens[last].form == "?"
    else { return false }
    let children = syntax.children(token)
    return syntax.heads[token] == nil && children.contains { syntax.relations[$0] == .auxiliary && $0 < token }
      && !children.contains { syntax.tokens[$0].xpos.hasPrefix("W") }
  }

  /// `far from bombing it`
  private func isFarOff(_ token: Int) -> Bool {
    guard let marker = syntax.child(token, RelationSet(.marker, .caseMarker)), marker > 0, marker < token else {
      return false
    }
    return syntax.lemmas[marker] == "from" && syntax.tokens[marker - 1].lower == "far"
      && syntax.tokens[token].lower.hasSuffix("ing")
  }

  /// `without firing a shot`, `instead of talking`, `rather than surrender`.
  private func isForgone(_ token: Int) -> Bool {
    if isFarOff(token) { return true }
    return syntax.children(token, RelationSet(.marker, .caseMarker, .adverb, .coordinator)).contains {
      ["without", "instead", "rather"].contains(syntax.lemmas[$0]) && $0 < token
    } && RelationSet(.adverbialClause, .oblique, .conjunct).has(syntax.relations[token])
  }

  /// `too ill to travel`: what somebody is too much of something for was not done.
  private func isBeyondReach(_ token: Int) -> Bool {
    guard RelationSet(.adverbialClause, .openComplement, .clausalComplement).has(syntax.relations[token]),
      let head = syntax.heads[token], syntax.isPart(head, .adjective, .adverb),
      syntax.children(token, .marker).contains(where: { syntax.lemmas[$0] == "to" })
    else { return false }
    return syntax.children(head, .adverb).contains { syntax.lemmas[$0] == "too" && $0 < head }
  }

  /// `cleared him of laundering money`: whoever is cleared has not done it.
  private func isCleared(_ token: Int) -> Bool {
    guard RelationSet(.adverbialClause, .oblique, .openComplement).has(syntax.relations[token]),
      let head = syntax.heads[token], Imputation.clearing.contains(syntax.lemmas[head]), !syntax.isNegated(head)
    else { return false }
    return syntax.isPart(head, .verb) && syntax.subject(token) == syntax.undergoer(head)
  }

  /// `three men suspected of planting a bomb`: that there was one, is not said by this.
  func isSuspected(_ token: Int) -> Bool {
    guard syntax.isPart(token, .verb),
      RelationSet(.adverbialClause, .oblique, .openComplement).has(syntax.relations[token]),
      let head = syntax.heads[token]
    else { return false }
    return syntax.lemmas[head] == "suspect"
      && syntax.children(token, RelationSet(.marker, .caseMarker)).contains { syntax.lemmas[$0] == "of" }
  }

  /// What the governing words make of it: `plans to attack`, `threatened to close`, `failed to stop`, `in order to`.
  private func above(_ token: Int) -> EventRecord.Actuality? {
    guard let head = syntax.heads[token] else { return nil }
    let isInfinitive = syntax.children(token, .marker).contains { syntax.lemmas[$0] == "to" }
    let lemma = syntax.lemmas[head]
    switch syntax.relations[token] {
    case .openComplement, .clausalComplement, .adnominalClause, .adverbialClause:
      if syntax.relations[token] != .adverbialClause, syntax.relations[token] != .adnominalClause || isInfinitive {
        if Self.undoing.contains(lemma) || Self.leavingUndone.contains(lemma) { return .denied }
        if let found = turn(of: head, lemma, isInfinitive) { return found }
        // `S, a source told Reuters`: what is told in a clause of its own is told as it is; only `told him to go` is open.
        let isOpen = isInfinitive || !Self.openWithInfinitive.contains(lemma)
        if isOpen, let found = Self.byGovernor[lemma] { return found }
      }
      // `refrained from attacking`, `stopped short of banning`
      if syntax.relations[token] == .adverbialClause, Self.refraining.contains(lemma),
        syntax.children(token, RelationSet(.marker, .caseMarker)).contains(where: {
          ["from", "of"].contains(syntax.lemmas[$0])
        })
      {
        return .denied
      }
      guard isInfinitive else { return nil }
      if Self.implicative.contains(lemma) { return syntax.isPart(head, .verb) ? ofVerb(head).0 : nil }
      if syntax.relations[token] == .openComplement, syntax.isPassive(head) { return nil }
      return syntax.relations[token] == .clausalComplement ? nil : .planned
    case .conjunct:
      guard syntax.isPart(head, .verb) else { return nil }
      if syntax.ownSubject(token) == nil, let modal = actuality(ofModals: head) { return modal }
      return above(head)
    default: return nil
    }
  }

  private static let openWithInfinitive: Set = [
    "tell", "ask", "order", "instruct", "request", "agree", "decide", "call", "need", "set", "ready", "able", "about",
  ]
  /// Words whose form decides: `going to attack`, `had to leave`, `was able to flee`.
  private func turn(of head: Int, _ lemma: String, _ isInfinitive: Bool) -> EventRecord.Actuality? {
    guard isInfinitive else { return nil }
    switch lemma {
    case "go": return syntax.tokens[head].lower == "going" ? .planned : nil
    case "have": return syntax.tokens[head].xpos == "VBD" ? .happened : .possible
    case "able":
      guard let copula = syntax.child(head, .copula) else { return .possible }
      return syntax.tokens[copula].xpos == "VBD" && !syntax.isNegated(head) ? .happened : .possible
    default: return nil
    }
  }

  private static let refraining: Set = [
    "refrain", "desist", "abstain", "short", "stop", "prevent", "keep", "deter", "dissuade",
  ]
  private static let leavingUndone: Set = [
    "refrain", "refuse", "decline", "fail", "forget", "neglect", "omit", "pretend",
  ]
  private static let light: Set = [
    "launch", "carry", "conduct", "make", "commit", "stage", "mount", "hold", "impose", "issue", "give", "take",
    "perpetrate",
    "execute", "undertake", "perform", "begin", "start", "see", "suffer", "pay", "face", "incur", "wage", "unleash",
    "sign",
  ]
  private static let implicative: Set = [
    "manage", "go", "begin", "proceed", "dare", "let", "make", "get", "see", "hear", "watch", "enable", "rush",
    "choose",
    "remember", "come", "finish", "start", "continue", "cease", "stop", "happen", "help", "use", "bring", "force",
    "lead",
    "cause",
  ]
  private static let undoing: Set = [
    "foil", "thwart", "prevent", "avert", "cancel", "drop", "abandon", "lift", "scrap", "revoke", "withdraw", "avoid",
    "halt",
    "shelve", "suspend", "disrupt", "stop", "call off", "break up",
  ]
  private static let byModifier: [String: EventRecord.Actuality] = [
    "planned": .planned, "upcoming": .planned, "scheduled": .planned, "forthcoming": .planned, "imminent": .possible,
    "possible": .possible, "potential": .possible, "likely": .possible, "probable": .possible, "future": .possible,
    "threatened": .possible, "impending": .possible, "further": .possible, "foiled": .denied, "failed": .denied,
    "attempted": .planned, "averted": .denied, "thwarted": .denied, "suspected": .possible, "feared": .possible,
  ]
  /// Verbs and nouns after which a thing is foreseen, not done.
  private static let byGovernor: [String: EventRecord.Actuality] = [
    "plan": .planned, "intend": .planned, "prepare": .planned, "vow": .planned, "pledge": .planned, "promise": .planned,
    "threaten": .possible, "threat": .possible, "plot": .planned, "want": .possible, "hope": .possible,
    "seek": .planned,
    "try": .planned, "attempt": .planned, "offer": .possible, "agree": .planned, "decide": .planned, "order": .planned,
    "urge": .possible, "ask": .possible, "call": .possible, "demand": .possible, "request": .possible,
    "warn": .possible,
    "hint": .possible, "speculate": .possible, "foresee": .planned, "anticipate": .possible, "predict": .possible,
    "prospect": .possible, "likelihood": .possible, "warning": .possible, "alert": .possible, "fear": .possible,
    "risk": .possible, "consider": .possible,
    "propose": .possible,
    "expect": .possible, "aim": .planned, "instruct": .planned, "forewarn": .possible, "likely": .possible,
    "possibility": .possible,
    "danger": .possible, "suggest": .possible, "encourage": .possible, "recommend": .possible, "advise": .possible,
    "seem": .possible, "appear": .possible, "doubt": .possible, "wish": .possible,
    "suspect": .possible,
    "imagine": .possible, "worry": .possible, "unable": .denied, "ready": .planned, "willing": .planned,
    "prepared": .planned, "poised": .planned,
    "schedule": .planned, "tell": .possible,
    "need": .possible,
    "obligation": .possible, "bid": .planned, "proposal": .possible, "appeal": .possible, "set": .planned,
    "about": .planned, "due": .planned, "slated": .planned, "supposed": .planned, "foreseen": .planned,
  ]
}
