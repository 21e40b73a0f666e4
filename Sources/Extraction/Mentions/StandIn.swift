import TextAnalysis

/// Tells whether the name of a state or capital means the land and the town, or who governs there.
struct StandIn {
  let document: Document
  let lexicon: Lexicon

  /// Prepositions behind which a name is a place whatever governs it.
  private static let locative: Set<String> = [
    "in", "near", "at", "inside", "outside", "across", "around", "within", "throughout", "through", "into", "off",
    "toward", "towards", "over", "above", "beyond", "along", "via", "onto", "under",
  ]
  /// Prepositions behind which it is a place if somebody or something moves.
  private static let directional: Set<String> = ["to", "from", "for", "of", "between", "on", "with", "by", "against"]

  private static let motion: Set<String> = [
    "travel", "go", "come", "flee", "fly", "move", "return", "arrive", "cross", "enter", "leave", "drive", "sail",
    "send",
    "deport", "bring", "ship", "smuggle", "transport", "carry", "export", "import", "head", "march", "evacuate",
    "escape",
    "extradite", "transfer", "emigrate", "migrate", "visit", "land", "depart", "trip", "flight", "visit", "journey",
    "fire", "launch", "drift", "spread", "walk", "run", "get", "pass", "deliver", "withdraw", "retreat", "recruit",
    "route",
    "bind", "hail", "originate", "mile", "kilometre", "kilometer", "km", "north", "south", "east", "west", "outskirt",
  ]

  /// Nouns with `of` that make what follows a place.
  private static let parts: Set<String> = [
    "part", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "capital", "city",
    "town", "port", "province", "region", "outskirts", "centre", "center", "border", "coast", "island", "suburb",
    "village",
    "streets", "street", "swath", "swathe", "stretch", "half", "quarter", "most", "territory", "portion", "area",
    "district", "soil", "edge", "rest", "much",
  ]

  private static let arms: Set<String> = [
    "drone", "jet", "warplane", "gunship", "missile", "warship", "destroyer", "frigate", "submarine", "tank", "bomber",
    "artillery", "sanction", "sanctions", "tariff", "aircraft", "helicopter",
  ]
  private static let deeds: Set<String> = ["strike", "airstrike", "raid", "air", "bombing", "attack", "operation"]

  /// Whether the words at `tokens` name a place where they stand.
  func isPlace(_ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    let next = tokens.upperBound
    let following = next < sentence.tokens.upperBound ? document.tokens[next] : nil
    // `Moscow's` acts or owns, but `in Moscow's suburbs` is told by what follows.
    if let following, following.form == "'s" || following.form == "’s" { return false }
    if let following, following.form == "-", next + 1 < sentence.tokens.upperBound,
      ["based", "born", "held", "controlled", "occupied", "bound"].contains(document.lower(next + 1))
    {
      return ["based", "born", "held", "bound"].contains(document.lower(next + 1))
    }
    if let following, modifies(following, next) {
      // `a U.S. drone`: arms and measures are the state's, wherever they are.
      if Self.arms.contains(following.lemma.lowercased()) { return false }
      if tokens.count == 1, WordShape.isAcronym(document.tokens[tokens.lowerBound].form.filter { $0 != "." }),
        Self.deeds.contains(following.lemma.lowercased())
      {
        return false
      }
      // `Moscow officials` are the state's, a `Moscow hall` stands in the town.
      return lexicon.role(following.form) == nil && lexicon.headNoun(following.form)?.label != .organization
    }
    guard let (preposition, index) = governingPreposition(of: tokens, in: sentence) else { return false }
    if Self.locative.contains(preposition) { return true }
    guard Self.directional.contains(preposition) else { return false }
    return isSpatial(preposition, at: index, tokens, in: sentence)
  }

  private func modifies(_ following: Token, _ index: Int) -> Bool {
    following.upos == .noun && following.hasSpaceBefore && following.form.first?.isLowercase == true
      && !["yesterday", "today", "tomorrow"].contains(following.form)
  }

  /// The preposition before the name, over its article and adjectives and over the names it is listed with.
  private func governingPreposition(of tokens: Range<Int>, in sentence: Sentence) -> (String, Int)? {
    var index = tokens.lowerBound - 1
    var steps = 0
    while index >= sentence.tokens.lowerBound, steps < 14 {
      let token = document.tokens[index]
      if token.upos == .adposition { return (document.lower(index), index) }
      let isListed = token.form == "," || token.upos == .coordinatingConjunction
      let isModifier = token.upos == .determiner || token.upos == .adjective && steps < 3
      let isOtherName =
        token.upos == .properNoun && (index + 1 < tokens.lowerBound)
        && (document.tokens[index + 1].form == "," || document.tokens[index + 1].upos == .coordinatingConjunction
          || document.tokens[index + 1].upos == .properNoun)
      if isListed, token.form == ",", !isListedByTree(tokens) { return nil }
      guard isListed && isBehindName(index, sentence) || isModifier || isOtherName || token.form == "both" else {
        return nil
      }
      index -= 1
      steps += 1
    }
    return nil
  }

  /// `in Kerman, Iran` and `in Denmark, Sweden`, but not `after the attack in Russia, Tehran said`.
  private func isListedByTree(_ tokens: Range<Int>) -> Bool {
    guard let head = tokens.first(where: { document.tokens[$0].head.map { !tokens.contains($0) } ?? true }) else {
      return true
    }
    let relation = document.tokens[head].baseRelation
    return relation.isEmpty || ["conj", "appos", "nmod", "list", "flat", "compound", "dep", "obl"].contains(relation)
  }

  private func isBehindName(_ comma: Int, _ sentence: Sentence) -> Bool {
    var before = comma - 1
    if before >= sentence.tokens.lowerBound, document.tokens[before].form == "," { before -= 1 }
    return before >= sentence.tokens.lowerBound && document.tokens[before].upos == .properNoun
  }

  /// `travelled to Russia` against `warned Russia` and `talks with Russia`.
  private func isSpatial(_ preposition: String, at index: Int, _ tokens: Range<Int>, in sentence: Sentence) -> Bool {
    guard preposition == "to" || preposition == "from" || preposition == "of" || preposition == "for" else {
      return false
    }
    let before = index - 1
    if preposition == "of" {
      return before >= sentence.tokens.lowerBound
        && (Self.parts.contains(document.lower(before))
          || Self.parts.contains(document.tokens[before].lemma.lowercased())
          || Self.motion.contains(document.tokens[before].lemma.lowercased()))
    }
    // The governor in the tree, or the nearest verb or noun of motion before.
    if let head = document.tokens[tokens.lowerBound..<tokens.upperBound].compactMap(\.head).first(where: {
      !tokens.contains($0)
    }),
      sentence.tokens.contains(head)
    {
      return Self.motion.contains(document.tokens[head].lemma.lowercased())
    }
    return before >= sentence.tokens.lowerBound && Self.motion.contains(document.tokens[before].lemma.lowercased())
  }
}
