import TextAnalysis

/// Finds out who is meant by the words for a speaker.
struct SpeakerResolver: Sendable {
  let syntax: Syntax
  let quotations: Quotations
  let referents: Referents

  enum Speaker: Sendable, Equatable {
    case entities([EntityID])
    /// The report speaks in its own voice, perhaps hedged: no one can be named.
    case publisher
    /// A person or group without an entity: the noun phrase that describes it.
    case unnamed(Int)
    /// The one who is already speaking: `I` inside a quotation.
    case itself
    /// Nothing that could speak, such as `you` or `nobody`.
    case nobody
  }

  /// - Parameters:
  ///   - cited: the publisher of the report cited last, which `the report` stands for.
  ///   - isPersonal: whether only people do what the cue says: tell, deny, accuse.
  func resolve(_ words: SpeakerWords, cited: EntityID?, isPersonal: Bool) -> Speaker {
    switch words {
    case .unknown, .sameAs: return .publisher
    case .noun(let noun):
      let found = resolve(noun: noun, cited: cited)
      guard found == .publisher, isPersonal else { return found }
      if syntax.isPart(noun, .noun) { return .unnamed(noun) }
      // `the injured said`: people, whatever the tag.
      let isNominal = syntax.isPart(noun, .adjective, .verb) && syntax.child(noun, .determiner) != nil
      return isNominal ? .unnamed(noun) : found
    case .document(let noun):
      let issuers = issuers(of: noun, cited: cited)
      if !issuers.isEmpty { return .entities(issuers) }
      // `the referee's report`
      if let owner = syntax.possessor(noun), syntax.isPart(owner, .noun), Self.isOfPeople(syntax.lemmas[owner]) {
        return .unnamed(owner)
      }
      return .publisher
    }
  }

  private func resolve(noun: Int, cited: EntityID?) -> Speaker {
    let lemma = syntax.lemmas[noun]
    if Self.firstPerson.contains(lemma), syntax.isPart(noun, .pronoun) {
      return quotations.contains(noun) ? .itself : .publisher
    }
    if ["you", "thou", "ye"].contains(lemma) { return .nobody }
    let entities = syntax.coordinated(noun).compactMap { entity(at: $0) }
    if !entities.isEmpty { return .entities(entities.uniqued()) }
    // `One of these, a scaffolder, said`: what one of many is.
    if syntax.isPart(noun, .pronoun, .determiner, .numeral), let other = syntax.child(noun, .apposition), other > noun,
      let described = actor(at: other)
    {
      return .entities([described])
    }
    if syntax.isPart(noun, .pronoun, .determiner) {
      // The lemma of `those` is `that`.
      return Self.indefinite.contains(lemma) || syntax.tokens[noun].lower == "those"
        ? .unnamed(noun) : Self.personal.contains(lemma) ? .unnamed(noun) : .publisher
    }
    if syntax.isPart(noun, .properNoun, .numeral) { return .unnamed(noun) }
    // `according to organisers`, `geologists believe`
    return syntax.isPart(noun, .noun) && Self.isOfPeople(lemma) ? .unnamed(noun) : .publisher
  }

  /// The one that a noun among those who speak stands for.
  func entity(at noun: Int) -> EntityID? {
    named(behind: noun) ?? called(behind: noun) ?? ruled(by: noun) ?? actor(at: noun)
  }

  /// `the Dorna works, whose management assured us`: who runs a body speaks for it.
  private func ruled(by noun: Int) -> EntityID? {
    guard ["management", "leadership", "administration", "board", "secretariat"].contains(syntax.lemmas[noun]),
      let whose = syntax.child(noun, .possessive), syntax.tokens[whose].lower == "whose", whose > 1,
      syntax.tokens[whose - 1].form == ",", syntax.sentenceOfToken[whose - 2] == syntax.sentenceOfToken[noun],
      let body = referents.entityAtToken[whose - 2]
    else { return nil }
    let known = referents.entities[body.index]
    return known.isNamed && (known.label == .organization || known.label == .group) ? body : nil
  }

  /// `The man with the key, a postmaster called X`: X, where the noun itself is no name.
  private func called(behind noun: Int) -> EntityID? {
    guard syntax.isPart(noun, .noun) else { return nil }
    let participles = ([noun] + syntax.children(noun, .apposition)).flatMap {
      syntax.children($0, RelationSet.adnominalClauses)
    }
    return participles.lazy.filter {
      ["call", "name"].contains(syntax.lemmas[$0]) && syntax.tokens[$0].xpos == "VBN"
        && syntax.child($0, RelationSet(.subject, .passiveSubject, .agent, .passiveAuxiliary)) == nil
    }.compactMap { syntax.child($0, RelationSet(.object, .openComplement)) }
      .compactMap { referents.entityAtHead[$0] }.first {
        referents.entities[$0.index].isNamed && referents.entities[$0.index].label == .person
      }
  }

  /// `the group's leader, X`: the name that an apposition gives. `a self-styled "X" group`: X.
  private func named(behind noun: Int) -> EntityID? {
    guard let own = referents.entityAtHead[noun], !referents.entities[own.index].isNamed else { return nil }
    if Self.bodies.contains(syntax.lemmas[noun]) {
      let names = syntax.children(noun, RelationSet(.compound, .apposition, .description))
      let body = names.lazy.compactMap { referents.entityAtHead[$0] }.first {
        let known = referents.entities[$0.index]
        return known.isNamed && (known.label == .organization || known.label == .group)
      }
      if let body { return body }
    }
    // `A third, Nordkassa`: one of several, and its name.
    let isOneMore = ["third", "second", "fourth", "other", "another", "one"].contains(syntax.lemmas[noun])
    let appositions = syntax.children(noun, .apposition)
    // `the candidate's agent, the lawyer X`: the name stands for both.
    let inner = appositions.flatMap { syntax.children($0, .apposition) }
    return (appositions + inner).lazy.compactMap { referents.entityAtHead[$0] }.first {
      let known = referents.entities[$0.index]
      return known.isNamed && (known.label == .person || isOneMore && known.label.isActor)
    }
  }

  func actor(at noun: Int) -> EntityID? {
    guard let entity = referents.entityAtHead[noun] ?? around(noun), referents.entities[entity.index].label.isActor
    else { return nil }
    return entity
  }

  /// The entity whose mention holds the noun beside its own head: names that the tree has cut otherwise than the mention
  /// does, and titles before a name (`the news agency Interpost`).
  private func around(_ noun: Int) -> EntityID? {
    if let entity = referents.entityAtToken[noun],
      let mention = referents.entities[entity.index].mentions.first(where: { $0.tokens.contains(noun) })
    {
      let head = mention.head
      guard syntax.tokens.indices.contains(head) else { return nil }
      if syntax.heads[head] == noun || syntax.heads[noun] == head { return entity }
    }
    var open = [noun]
    while let here = open.popLast() {
      for child in syntax.children(here, RelationSet(.compound, .flat, .apposition, .description)) {
        if let entity = referents.entityAtHead[child] { return entity }
        open.append(child)
      }
    }
    return nil
  }

  /// Who issued a document: `Reuters' report`, `a Reuters report`, `a report by X`, `papers quoted by X`, `a report in
  /// the paper X`; for `the report` alone, the publisher of the one cited last.
  func issuers(of noun: Int, cited: EntityID?) -> [EntityID] {
    if let entity = referents.entityAtHead[noun], referents.entities[entity.index].isNamed,
      referents.entities[entity.index].label.isActor
    {
      return [entity]
    }
    var candidates = syntax.children(noun, RelationSet(.possessive, .compound, .unmarkedModifier, .description))
    for preposition in ["by", "from", "in", "of"] {
      guard let modifier = syntax.modifier(noun, preposition) else { continue }
      // `a caption in Portuguese`: a tongue, and nobody who writes.
      if preposition == "in", let entity = referents.entityAtHead[modifier],
        isLand(entity) || !referents.entities[entity.index].isNamed
      {
        // `in the Serbian daily Vest`: the land is but where the paper comes out.
        candidates += syntax.children(modifier, RelationSet(.apposition, .flat)).filter { $0 > modifier }
        continue
      }
      candidates.append(modifier)
    }
    for clause in syntax.children(noun, RelationSet.adnominalClauses) where syntax.isPassive(clause) {
      let isIssuing = Self.issuing.contains(syntax.lemmas[clause])
      if isIssuing, let agent = syntax.actor(clause) ?? syntax.oblique(clause, "by", "in") { candidates.append(agent) }
    }
    // `a note on its website`: whose pages they are.
    if ["note", "notice", "statement", "post"].contains(syntax.lemmas[noun]),
      let page = syntax.modifier(noun, "on", "in"), Self.pages.contains(syntax.lemmas[page])
    {
      candidates += [syntax.possessor(page)].compactMap { $0 }
    }
    candidates += syntax.children(noun, RelationSet(.apposition, .flat))
    if let sender = sender(of: noun) { candidates.append(sender) }
    candidates += syntax.children(noun, .adjective).filter { referents.entityAtHead[$0] != nil }
    for candidate in candidates {
      let own = referents.entityAtHead[noun]
      let found = syntax.coordinated(candidate).compactMap { actor(at: $0) }.filter { $0 != own }
      if !found.isEmpty { return found.uniqued() }
    }
    let isDefinite = syntax.children(noun, .determiner).contains {
      ["the", "this", "that"].contains(syntax.lemmas[$0])
    }
    let isBare = !syntax.children(noun).contains {
      RelationSet(.nominalModifier, .relativeClause).has(syntax.relations[$0])
    }
    if isDefinite, isBare, Self.periodicals.contains(syntax.lemmas[noun]), let cited { return [cited] }
    return []
  }

  private func isLand(_ entity: EntityID) -> Bool {
    [.state, .place].contains(referents.entities[entity.index].label)
  }

  /// `X issued a statement claiming S`, `in leaflets X left behind`: who sent the document out.
  private func sender(of noun: Int) -> Int? {
    if syntax.relations[noun] == .object, let verb = syntax.heads[noun], Self.sending.contains(syntax.lemmas[verb]) {
      return syntax.subject(verb)
    }
    return syntax.children(noun, RelationSet.adnominalClauses).lazy
      .filter { Self.sending.contains(syntax.lemmas[$0]) && !syntax.isPassive($0) }
      .compactMap { syntax.ownSubject($0) }.first { !Syntax.relativePronouns.contains(syntax.lemmas[$0]) }
  }

  /// Whether a noun without an entity is one for people by its ending: `organiser`, `geologist`.
  static func isOfPeople(_ lemma: String) -> Bool {
    lemma.count > 5 && personal(endings, lemma) && !things.contains(lemma) && !lemma.hasSuffix("ment")
  }

  private static func personal(_ endings: [String], _ lemma: String) -> Bool {
    endings.contains { lemma.hasSuffix($0) }
  }

  private static let endings = ["er", "or", "ist", "ian", "ant", "ent", "eer", "ologist", "man", "woman", "ee", "yst"]
  /// Nouns that end like those.
  private static let things: Set = [
    "paper", "letter", "number", "order", "newspaper", "computer", "monitor", "sensor", "counter", "factor", "error",
    "indicator", "answer", "matter", "manner", "chapter", "register", "folder", "poster", "server", "parameter",
    "meter", "ledger", "tracker", "newsletter", "header", "container", "tanker", "bomber", "freighter",
    "helicopter", "trawler", "cruiser", "carrier", "destroyer", "mortar", "reactor", "tractor", "detector", "power",
    "weather", "disaster", "summer", "winter", "border", "corner", "centre", "center", "theater", "quarter",
    "september", "october", "november", "december", "water", "river", "tower", "incident", "accident", "event",
    "content", "extent", "percent", "patent", "talent", "precedent", "warrant", "grant", "plant", "restaurant",
    "variant", "covenant", "committee", "guarantee", "degree", "coffee", "slander", "transfer", "offer", "other",
    "another", "latter", "former", "barrier", "layer", "timer", "motor", "vector", "sector", "tenor", "rumor", "terror",
    "horror", "mirror", "list", "checklist", "playlist", "laughter", "slaughter", "murder", "surrender", "encounter",
    "gender", "tender", "render", "calendar", "banner", "chamber", "shelter", "charter", "crater", "filter", "trailer",
    "launcher", "printer", "scanner", "router", "browser", "identifier", "marker", "pointer",
    "disorder", "cancer", "fever", "finger", "shoulder", "silver", "copper", "timber", "butter", "dinner", "supper",
    "current", "torrent", "ingredient", "component", "intent", "consent", "dissent", "ascent", "descent", "accent",
    "moment", "recent", "present", "absent", "silent", "continent", "orient", "gradient", "quotient",
  ]

  /// Documents and inquiries that somebody has put out.
  func isDocument(_ noun: Int) -> Bool { Self.sources.contains(syntax.lemmas[noun]) || isPeriodical(noun) }

  /// `a report`, `the article`: where nobody is named with it, it may be the very one that the words are taken from.
  func isPeriodical(_ noun: Int) -> Bool { Self.periodicals.contains(syntax.lemmas[noun]) }

  private static let sources = AttributionContext.inquiries.union([
    "statement", "study", "paper", "document", "draft", "letter", "message", "survey", "email", "memo", "communique",
    "communiqué", "filing", "indictment", "transcript", "cable", "note", "bulletin",
    "editorial", "poll", "audit", "assessment", "testimony", "affidavit", "complaint", "lawsuit", "ruling", "verdict",
    "notice", "manifesto", "review", "leaflet", "pamphlet", "flyer", "flier", "tape", "audiotape", "proclamation",
    "book", "memoir", "post", "tweet",
  ]).union(AttributionContext.inscriptions).union(AttributionContext.papers)

  private static let sending: Set = [
    "publish", "issue", "release", "send", "distribute", "leave", "circulate", "deliver", "post", "sign", "write",
    "broadcast", "scatter", "drop", "email", "fax",
  ]

  private static let bodies: Set = [
    "group", "organization", "organisation", "movement", "gang", "faction", "cartel", "monitor", "watchdog", "charity",
    "daily", "weekly", "think-tank", "retailer", "company", "firm", "agency", "newspaper", "union", "party",
    "federation",
    "association", "operator", "broadcaster", "network", "bank", "lender", "insurer", "airline", "carmaker",
  ]

  private static let pages: Set = [
    "website", "site", "page", "account", "channel", "blog", "feed", "homepage", "portal",
  ]

  /// What `the …` can stand for once a report was cited.
  private static let periodicals: Set = ["report", "article", "story", "dispatch"]
  private static let issuing: Set = [
    "publish", "issue", "release", "quote", "cite", "carry", "write", "print", "see", "obtain", "review", "view",
    "acquire",
    "send", "sign", "distribute", "leave", "post", "broadcast", "disseminate", "spread", "circulate", "make", "air",
    "analyse", "analyze", "verify",
  ]
  private static let firstPerson: Set = ["i", "we", "me", "us", "myself", "my", "our"]
  private static let personal: Set = ["he", "she", "they"]
  private static let indefinite: Set = [
    "some", "many", "most", "others", "other", "several", "few", "one", "another", "both", "all", "everyone", "someone",
    "somebody", "those",
  ]
}
