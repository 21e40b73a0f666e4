import TextAnalysis

/// One way in which English says whose words something is. The name stands on every claim the rule makes.
struct AttributionRule: Sendable {
  let name: String
  /// What the rule finds at one token, which is the head of the cue. Rules look at trees and know no entities.
  let find: @Sendable (AttributionContext, Int) -> [Attribution]

  init(_ name: String, find: @escaping @Sendable (AttributionContext, Int) -> [Attribution]) {
    self.name = "attribution." + name
    self.find = find
  }

  /// All rules. Where two of them claim the same cue and content, the earlier stands.
  static let all: [AttributionRule] = [
    .decline, .ignorance, .plea, .responsibility, .responsibilityClaimedBy,
    .quotedAsSaying, .passiveReport, .accusation, .suspicion, .suspect, .blame,
    .clausalComplement, .colonQuotation, .colonAccount, .parenthetical, .rivalWords, .asSaid, .infinitive,
    .adjectiveCue,
    .predication, .denial, .corroboration, .nominalContent, .estimate, .prepositionalContent, .givenFigure,
    .accordingTo, .inWordsOf, .citing, .nominalCue, .accordingToWhich, .dashCredit,
  ]
}

/// What rules read: the trees, the cues, the quotation marks.
struct AttributionContext: Sendable {
  let syntax: Syntax
  let cues: CueTable
  let quotations: Quotations
  /// Whether a noun lemma tells of something done or happening: what can be announced, confirmed, denied.
  let isEventNoun: @Sendable (String) -> Bool
  /// The cue that each token makes as a predicate, looked up once.
  let predicates: [(cue: Cue, tokens: [Int])?]
  /// How much is heard.
  let scope: Scope

  enum Scope: Sendable {
    /// What somebody puts forward: of this claims are made.
    case putForward
    /// Also what is only asked, ordered, denied to be said, thought of or known.
    case mentioned
  }

  init(
    syntax: Syntax, cues: CueTable, quotations: Quotations, scope: Scope = .putForward,
    isEventNoun: @escaping @Sendable (String) -> Bool
  ) {
    self.syntax = syntax
    self.cues = cues
    self.quotations = quotations
    self.isEventNoun = isEventNoun
    self.scope = scope
    predicates = syntax.tokens.indices.map { token in
      guard syntax.isPart(token, .verb, .adjective, .noun), let found = cues.predicate(token, in: syntax),
        found.cue.attributive != .inner || scope == .mentioned
      else { return nil }
      return found
    }
  }
}

extension AttributionContext {
  /// The words of a verbal cue with its auxiliaries' place left out: `did not comment` is cited as it stands.
  func cueRange(_ head: Int, _ tokens: [Int]) -> Range<Int> {
    let low = min(tokens.first ?? head, head)
    let high = max(tokens.last ?? head, head)
    return high - low <= 6 ? low..<(high + 1) : head..<(head + 1)
  }

  /// The content below `head`, without punctuation at its ends and without what attributes it.
  func content(_ head: Int, without cut: Set<Int> = []) -> [Range<Int>] {
    trimmed(syntax.subtree(head) { cut.contains($0) })
  }

  /// Runs without marks at the outer ends.
  func trimmed(_ tokens: [Int]) -> [Range<Int>] { [Range<Int>](runsOf: syntax.withoutOuterMarks(tokens)) }

  /// Whose words they are: a document's issuer or the noun itself; nil where nobody can be meant (`no one said`).
  func speaker(_ noun: Int?) -> SpeakerWords? {
    guard let noun else { return nil }
    if scope == .putForward, syntax.isNegative(nominal: noun) { return nil }
    if syntax.relations[noun] == .expletive { return nil }
    // `the union says 41`: the number is what is said.
    if syntax.isPart(noun, .numeral), syntax.tokens[noun].form.first?.isNumber ?? false, noun > heads(noun) {
      return nil
    }
    if ["it"].contains(syntax.lemmas[noun]), syntax.child(heads(noun), .expletive) == noun { return nil }
    if ["what", "how", "why", "whether", "there"].contains(syntax.lemmas[noun]) { return nil }
    let isDocument =
      Self.documentNouns.contains(syntax.lemmas[noun])
      || Self.inquiries.contains(syntax.lemmas[noun]) && !syntax.isPart(noun, .verb)
    return isDocument ? .document(noun) : .noun(noun)
  }

  private func heads(_ token: Int) -> Int { syntax.heads[token] ?? token }

  /// Nouns for what somebody finds out by counting or asking: whoever does so speaks.
  static let inquiries: Set<String> = [
    "investigation", "inquiry", "enquiry", "probe", "tally", "autopsy", "inspection", "inquest", "reconstruction",
    "summons", "census",
  ]

  /// Nouns for what carries words: somebody issued it, and it is he who says so.
  static let documentNouns = Set<String>([
    "report", "statement", "study", "paper", "article", "document", "letter", "message", "post", "tweet", "survey",
    "dispatch", "story", "account", "email", "memo", "communique", "communiqué", "filing", "indictment", "draft",
    "transcript", "cable", "note", "release", "bulletin", "broadcast", "editorial", "poll", "audit", "assessment",
    "testimony", "affidavit", "complaint", "lawsuit", "ruling", "verdict", "video", "recording", "intelligence", "data",
    "evidence", "figure", "finding", "record", "book", "memoir", "page", "website", "site", "notice", "manifesto",
    "review", "analysis", "research", "result", "estimate", "list", "suggestion", "rumour", "rumor", "allegation",
    "claim", "leaflet", "pamphlet", "flyer", "flier", "tape", "audiotape", "videotape", "cassette", "proclamation",
    "communication", "minutes", "summary", "statute", "blog", "footage", "image", "photograph",
  ]).union(inscriptions).union(papers)

  /// Papers that are kept, filed or handed out, and that speak for themselves where nobody is named with them.
  static let papers: Set<String> = [
    "manifest", "logbook", "log", "invoice", "certificate", "diary", "notebook", "ledger", "contract", "petition",
    "warrant",
    "judgment", "judgement", "decree", "resolution", "dossier", "deposition", "brochure", "record", "register",
    "transcript", "receipt", "database", "spreadsheet",
  ]

  /// Words that stand on or below something, for all to read.
  static let inscriptions: Set<String> = [
    "caption", "headline", "placard", "banner", "inscription", "subtitle",
  ]
}
