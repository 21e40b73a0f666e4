import TextAnalysis

/// Numbers that somebody sets against another's in the same breath, of whatever they count: `A puts the crowd at 20,000; the
/// police spoke of 6,000`, `B put the sum closer to 120 million`.
struct RivalNumbers {
  let syntax: Syntax
  let attributions: [Attribution]
  let sides: SpeakerSides
  /// By sentence: what somebody asserts there first-hand.
  private let asserted: [Int: [Int]]

  init(syntax: Syntax, attributions: [Attribution], sides: SpeakerSides, claims: [ClaimDraft]) {
    self.syntax = syntax
    self.attributions = attributions
    self.sides = sides
    let first = claims.indices.filter {
      claims[$0].record.relays == nil && claims[$0].attribution != nil && claims[$0].record.stance == .asserts
    }
    asserted = Dictionary(grouping: first) { claims[$0].record.sentence }
  }

  /// The claim whose number is not the one that this claim gives instead; nil for all other claims.
  func contradicted(by index: Int, among claims: [ClaimDraft]) -> ClaimID? {
    let draft = claims[index]
    guard let own = draft.attribution else { return nil }
    let takesUp = Self.rules.contains(attributions[own].rule) ? takesUp(attributions[own]) : statesCount(draft)
    let isBare = Self.rules.contains(attributions[own].rule) && isBare(draft)
    let dead = isBare || takesUp ? nil : harmed(draft)
    // `it at 15,000` is bare as well, and takes up what was counted in front.
    let reach = takesUp || dead != nil ? Self.farthest : isBare ? 0 : -1
    guard reach >= 0, let start = draft.tokens.first, let number = number(of: draft),
      !isFormer(attributions[own].cueHead)
    else { return nil }
    let side = sides.side(of: draft.record.speaker)
    let before = (0...reach).flatMap { asserted[draft.record.sentence - $0] ?? [] }.filter {
      (claims[$0].tokens.first ?? start) < start && !isFormer(claims[$0]) && self.number(of: claims[$0]) != nil
        && (dead == nil || harmed(claims[$0]) == dead)
    }
    guard let last = before.max(by: { (claims[$0].tokens.first ?? 0) < (claims[$1].tokens.first ?? 0) }),
      !sides.isOn(side, claims[last].record.speaker), claims[last].record.speaker != draft.record.speaker,
      let other = self.number(of: claims[last])
    else { return nil }
    guard number.fits(other) else { return ClaimID(last) }
    // `Some 200 men took the wing and hold three guards`: of the numbers of one sentence the nearest in size is the one taken up.
    guard takesUp else { return nil }
    let same = before.filter {
      claims[$0].record.sentence == claims[last].record.sentence
        && claims[$0].record.speaker == claims[last].record.speaker
    }
    let nearest = same.compactMap { claim in self.number(of: claims[claim]).map { (claim, number.distance(to: $0)) } }
      .min { ($0.1, $0.0) < ($1.1, $1.0) }
    guard let nearest, nearest.0 != last, let value = self.number(of: claims[nearest.0]), !number.fits(value) else {
      return nil
    }
    return ClaimID(nearest.0)
  }

  /// `The count rose to 19, police said. They had spoken of seven`: the number that took the place of one that somebody had given
  /// before, by the same side.
  func successor(of index: Int, among claims: [ClaimDraft]) -> ClaimID? {
    let draft = claims[index]
    guard draft.record.relays == nil, draft.record.stance == .asserts, isFormer(draft), let start = draft.tokens.first,
      isBare(draft) || draft.attribution.map({ takesUp(attributions[$0]) }) ?? false, let number = number(of: draft)
    else { return nil }
    let side = sides.side(of: draft.record.speaker)
    let before = (0...Self.farthest).flatMap { asserted[draft.record.sentence - $0] ?? [] }.filter { other in
      (claims[other].tokens.first ?? start) < start && !isFormer(claims[other])
        && sides.isOn(side, claims[other].record.speaker)
    }
    let last = before.max { (claims[$0].tokens.first ?? 0, $0) < (claims[$1].tokens.first ?? 0, $1) }
    guard let last, let new = self.number(of: claims[last]), !new.fits(number) else { return nil }
    return ClaimID(last)
  }

  private func isFormer(_ draft: ClaimDraft) -> Bool {
    draft.attribution.map { isFormer(attributions[$0].cueHead) } ?? false
  }

  /// `the true figure was above two million`
  private func statesCount(_ draft: ClaimDraft) -> Bool {
    guard let subject = syntax.ownSubject(draft.head), Self.counts.contains(syntax.lemmas[subject]) else {
      return false
    }
    return syntax.modifier(subject, "of") == nil
      && syntax.children(subject, .determiner).contains { syntax.lemmas[$0] == "the" }
  }

  /// `23 dead`, `the number of dead at six`: whom the one number of a claim counts, where it counts who came to harm in all.
  private func harmed(_ draft: ClaimDraft) -> String? {
    guard draft.tokens.count <= Self.longestCount else { return nil }
    var found: String?
    for token in draft.tokens.prefix(while: { !opensPart($0) }) {
      if Self.parts.contains(syntax.lemmas[token]) { return nil }
      guard found == nil, let harm = Self.harms[syntax.lemmas[token]] else { continue }
      let isCounted =
        token > 0 && (isNumber(token - 1) || syntax.child(token, .number) != nil)
        || syntax.heads[token].map { Self.counts.contains(syntax.lemmas[$0]) && syntax.preposition(token) == "of" }
          ?? false
      if isCounted { found = harm }
    }
    return found
  }

  private func opensPart(_ token: Int) -> Bool {
    syntax.tokens[token].lower == "among" || syntax.tokens[token].lower == "including"
  }

  private static let longestCount = 14
  private static let harms: [String: String] = [
    "dead": "dead", "death": "dead", "fatality": "dead", "victim": "dead", "injured": "injured", "wounded": "injured",
    "missing": "missing", "arrest": "arrest",
  ]
  /// What says that only some were counted.
  private static let parts: Set = ["bring", "arrive", "receive", "hospital", "morgue", "mortuary", "identify"]

  private static let rules: Set = [
    "attribution.rival-words", "attribution.prepositional-content", "attribution.estimate", "attribution.given-figure",
  ]
  private static let farthest = 2
  private static let rough: Set = ["about", "around", "some", "nearly", "almost", "roughly", "close", "closer", "near"]

  /// `It had spoken of 133 before`: what was said earlier is overtaken, and sets nothing against what is said now.
  private func isFormer(_ verb: Int) -> Bool {
    syntax.children(verb, .auxiliary).contains { syntax.tokens[$0].lower == "had" }
      || syntax.children(verb, .adverb).contains {
        ["earlier", "previously", "initially", "originally", "first"].contains(syntax.tokens[$0].lower)
      }
  }

  /// Whether the claim is a number and nothing that is counted.
  private func isBare(_ draft: ClaimDraft) -> Bool {
    draft.tokens.allSatisfy { !syntax.isPart($0, .noun, .properNoun, .verb, .adjective) || isNumber($0) }
  }

  /// `put the sum at`, `put it at`: what was counted in front.
  private func takesUp(_ attribution: Attribution) -> Bool {
    guard let noun = attribution.contentHeads.first else { return false }
    if syntax.lemmas[noun] == "it" { return true }
    // `their figure of 80,000`
    if Self.counts.contains(syntax.lemmas[noun]), let number = syntax.modifier(noun, "of"),
      syntax.isPart(number, .numeral), syntax.child(number, RelationSet(.number, .nominalModifier)) == nil,
      syntax.children(noun, .possessive).contains(where: {
        syntax.isPart($0, .pronoun) || syntax.tokens[$0].xpos == "PRP$"
      })
    {
      return true
    }
    return Self.counts.contains(syntax.lemmas[noun]) && syntax.modifier(noun, "of") == nil
      && syntax.children(noun, .determiner).contains { ["the", "that", "this"].contains(syntax.lemmas[$0]) }
  }

  /// `disputed the figure, saying it had 118 names on its list`: the number that somebody gives in one breath with his denial of
  /// another's.
  func givenInstead(by index: Int, among claims: [ClaimDraft]) -> ClaimID? {
    let draft = claims[index]
    guard let own = draft.attribution, draft.record.relays == nil, draft.record.stance == .asserts,
      let number = number(of: draft)
    else { return nil }
    let verb = syntax.heads[attributions[own].cueHead]
    let denial = claims.indices.first { other in
      claims[other].record.stance == .denies && claims[other].record.sentence == draft.record.sentence
        && claims[other].record.speaker == draft.record.speaker
        && claims[other].attribution.map { attributions[$0].cueHead == verb && isOfNumber(attributions[$0]) } ?? false
    }
    guard let denied = denial.flatMap({ claims[$0].record.denies }), let other = self.number(of: claims[denied.index]),
      !number.fits(other)
    else { return nil }
    return denied
  }

  private func isOfNumber(_ attribution: Attribution) -> Bool {
    attribution.denied.map { ["figure", "toll", "number", "tally", "estimate", "count"].contains(syntax.lemmas[$0]) }
      ?? false
  }

  private static let counts: Set = ["sum", "figure", "number", "total", "count", "amount", "turnout", "cost", "value"]

  private struct Number {
    var low: Double
    var high: Double
    var isMoney: Bool

    /// How many times the one is the other, whichever is greater.
    func distance(to other: Self) -> Double {
      let (a, b) = (high.isFinite && high < 1e300 ? high : low, other.high < 1e300 ? other.high : other.low)
      return a > 0 && b > 0 ? max(a / b, b / a) : .greatestFiniteMagnitude
    }

    func fits(_ other: Self) -> Bool { isMoney != other.isMoney || low <= other.high && other.low <= high }
  }

  /// The number of a claim that holds one and no more.
  private func number(of draft: ClaimDraft) -> Number? {
    // `23 dead, among them nine children`: the others are a part of the first.
    let whole = draft.tokens.prefix { !opensPart($0) }
    let places = whole.filter { token in
      let form = syntax.tokens[token].form
      return (NumberWords.value(of: form) != nil || NumberWords.number(of: form) != nil) && !isDate(token)
        // `stands at 71, up from 52`: what it was before.
        && !(token > 1 && syntax.tokens[token - 1].lower == "from"
          && ["up", "down"].contains(syntax.tokens[token - 2].lower))
    }
    guard places.count == 1, let place = places.first,
      var value = NumberWords.number(of: syntax.tokens[place].form)
        ?? NumberWords.value(of: syntax.tokens[place].form).map(Double.init)
    else { return nil }
    if syntax.tokens.indices.contains(place + 1) {
      let word = syntax.tokens[place + 1].lower
      value *= NumberWords.multipliers[word.hasSuffix(".") ? String(word.dropLast()) : word] ?? 1
    }
    let isMoney = draft.tokens.contains { ["$", "€", "£", "¥"].contains(syntax.tokens[$0].form) }
    let ahead = (max(0, place - 4)..<place).map { syntax.tokens[$0].lower }
    let isRough = ahead.contains { Self.rough.contains($0) }
    let share = isRough ? 0.1 : 0.02
    var number = Number(low: value * (1 - share), high: value * (1 + share), isMoney: isMoney)
    let isNoMore = zip(ahead, ahead.dropFirst()).contains { ($0 == "no" || $0 == "not") && $1 == "more" }
    if ahead.contains("least") || ahead.contains("over") || ahead.suffix(3).contains("more") && !isNoMore {
      number.high = .greatestFiniteMagnitude
    }
    if isNoMore || ahead.contains("most") || ahead.suffix(3).contains("up") || ahead.contains("fewer")
      || ahead.contains("less")
    {
      number.low = 0
    }
    return number
  }

  private func isNumber(_ token: Int) -> Bool {
    NumberWords.value(of: syntax.tokens[token].form) != nil || syntax.relations[token] == .number
      || NumberWords.multipliers[syntax.tokens[token].lower.filter { $0 != "." }] != nil
  }

  private func isDate(_ token: Int) -> Bool {
    let form = syntax.tokens[token].form
    if form.count == 4, form.hasPrefix("19") || form.hasPrefix("20") { return true }
    return [token - 1, token + 1].contains {
      syntax.tokens.indices.contains($0) && CalendarWords.months[syntax.tokens[$0].lower] != nil
    }
  }
}
