extension Cue {
  var text: String { lemmas.joined(separator: " ") }
  var isNegative: Bool { lemmas.contains("not") || lemmas.contains("no") }

  /// The prepositions that lead to the content, in alphabetical order: `of` in `warn of`.
  var prepositions: [String] {
    frames.compactMap { frame in
      if case .preposition(let preposition) = frame { preposition } else { nil }
    }.sorted()
  }

  func takes(_ frame: Frame) -> Bool { frames.contains(frame) }

  /// Weak words of thinking and alleging hedge what they attribute; that stands on the claim.
  var hedge: String? { strength == .weak && stance != .doubts && stance != .denies ? text : nil }
}

/// All cues, found by the word that the tree hangs on.
struct CueTable: Sendable {
  /// Cues of one word by category and lemma; of several words by each of their words, longest first.
  private let single: [Cue.PartOfSpeech: [String: Cue]]
  private let several: [String: [Cue]]
  private let phrases: [String: Cue]

  init(_ cues: [Cue]) {
    var single: [Cue.PartOfSpeech: [String: Cue]] = [:]
    var several: [String: [Cue]] = [:]
    var phrases: [String: Cue] = [:]
    for cue in cues {
      if cue.partOfSpeech == .preposition {
        phrases[cue.text] = cue
      } else if cue.lemmas.count == 1 {
        single[cue.partOfSpeech, default: [:]][cue.lemmas[0]] = cue
      } else {
        for word in Set(cue.lemmas) { several[word, default: []].append(cue) }
      }
    }
    self.single = single
    self.several = several.mapValues { list in
      list.sorted { ($1.lemmas.count, $0.text) < ($0.lemmas.count, $1.text) }
    }
    self.phrases = phrases
  }

  /// A preposition that attributes: `according to`.
  func phrase(_ words: String) -> Cue? { phrases[words] }

  func verb(_ lemma: String) -> Cue? { single[.verb]?[lemma] }
  func adverb(_ lemma: String) -> Cue? { single[.adverb]?[lemma] }
  func adjective(_ lemma: String) -> Cue? { single[.adjective]?[lemma] }
  func noun(_ lemma: String) -> Cue? { single[.noun]?[lemma] }

  /// The cue that a predicate makes with its particle, object, negation and auxiliaries: the one with most words, else
  /// the plain verb. `tokens` are the words used, the predicate's own among them, ascending.
  func predicate(_ token: Int, in syntax: Syntax) -> (cue: Cue, tokens: [Int])? {
    let lemma = syntax.lemmas[token]
    let isVerb = syntax.isPart(token, .verb)
    if let candidates = several[lemma] {
      var neighbours: [(lemma: String, token: Int)]?
      for cue in candidates where cue.partOfSpeech == .verb {
        let near = neighbours ?? Self.neighbours(of: token, in: syntax)
        neighbours = near
        if let tokens = Self.match(cue, near) { return (cue, tokens) }
      }
    }
    if isVerb, let cue = single[.verb]?[lemma] { return (cue, [token]) }
    return nil
  }

  private static func match(_ cue: Cue, _ near: [(lemma: String, token: Int)]) -> [Int]? {
    var used: [Int] = []
    for word in cue.lemmas {
      // `Neither has commented`: the predicate itself stands for a negation that its subject brings.
      guard let found = near.first(where: { $0.lemma == word && !used.contains($0.token) }) else { return nil }
      if word != "not" || found.token != near.first?.token { used.append(found.token) }
    }
    return used.sorted()
  }

  /// The words that a cue of several words may be made of: the predicate, its particle, auxiliaries, negation, object
  /// with determiner, and the infinitive below it with its own.
  private static func neighbours(of token: Int, in syntax: Syntax) -> [(lemma: String, token: Int)] {
    let near: RelationSet = [
      RelationSet(.particle, .auxiliary, .passiveAuxiliary, .copula, .adverb, .object, .openComplement, .adjective),
      RelationSet(.coordinator, .conjunct, .determiner, .marker, .oblique, .passiveSubject, .adverbialClause),
    ]
    let inner = RelationSet(
      .particle, .marker, .object, .determiner, .caseMarker, .passiveAuxiliary, .auxiliary, .copula, .conjunct,
      .coordinator)
    var result = [(syntax.lemmas[token], token)]
    for child in syntax.children(token) where near.has(syntax.relations[child]) {
      let isClause = RelationSet(.openComplement, .adverbialClause, .conjunct).has(syntax.relations[child])
      if syntax.relations[child] == .adverbialClause, syntax.child(child, .marker) == nil { continue }
      // `confirmed it to X but refused to say`: only `nor` makes two verbs one cue.
      if syntax.relations[child] == .conjunct, syntax.isPart(token, .verb),
        !syntax.children(child, .coordinator).contains(where: { ["nor", "or"].contains(syntax.lemmas[$0]) })
      {
        continue
      }
      result.append((syntax.lemmas[child], child))
      // `pleaded not guilty`
      if isClause, syntax.isPart(child, .adjective), syntax.isNegated(child) { result.append(("not", child)) }
      for grandchild in syntax.children(child)
      where inner.has(syntax.relations[grandchild])
        && (isClause || !RelationSet(.object, .conjunct).has(syntax.relations[grandchild]))
      {
        result.append((syntax.lemmas[grandchild], grandchild))
        // `refused to confirm or deny`
        guard syntax.relations[grandchild] == .conjunct else { continue }
        for joining in syntax.children(grandchild, .coordinator) { result.append((syntax.lemmas[joining], joining)) }
      }
    }
    if syntax.isNegated(token), !result.contains(where: { $0.0 == "not" }) { result.append(("not", token)) }
    return result.map { (lemma: normalized($0.0), token: $0.1) }
  }

  private static func normalized(_ lemma: String) -> String {
    switch lemma {
    case "n't", "n’t", "never": "not"
    case "ca": "can"
    case "wo", "'ll": "will"
    case "'d": "would"
    default: lemma
    }
  }
}
