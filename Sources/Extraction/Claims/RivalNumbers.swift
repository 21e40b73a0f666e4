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
    guard let own = draft.attribution, Self.rules.contains(attributions[own].rule), let number = number(of: draft),
      !isFormer(attributions[own].cueHead)
    else { return nil }
    let reach = isBare(draft) ? 0 : takesUp(attributions[own]) ? Self.farthest : -1
    guard reach >= 0, let start = draft.tokens.first else { return nil }
    let side = sides.side(of: draft.record.speaker)
    let before = (0...reach).flatMap { asserted[draft.record.sentence - $0] ?? [] }.filter {
      (claims[$0].tokens.first ?? start) < start
    }
    guard let last = before.max(by: { (claims[$0].tokens.first ?? 0) < (claims[$1].tokens.first ?? 0) }),
      !sides.isOn(side, claims[last].record.speaker), claims[last].record.speaker != draft.record.speaker,
      let other = self.number(of: claims[last]), !number.fits(other)
    else { return nil }
    return ClaimID(last)
  }

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
    return Self.counts.contains(syntax.lemmas[noun]) && syntax.modifier(noun, "of") == nil
      && syntax.children(noun, .determiner).contains { ["the", "that", "this"].contains(syntax.lemmas[$0]) }
  }

  private static let counts: Set = ["sum", "figure", "number", "total", "count", "amount", "turnout", "cost", "value"]

  private struct Number {
    var low: Double
    var high: Double
    var isMoney: Bool

    func fits(_ other: Self) -> Bool { isMoney != other.isMoney || low <= other.high && other.low <= high }
  }

  /// The number of a claim that holds one and no more.
  private func number(of draft: ClaimDraft) -> Number? {
    let places = draft.tokens.filter { NumberWords.value(of: syntax.tokens[$0].form) != nil && !isDate($0) }
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
    if ahead.contains("least") || ahead.contains("over") || ahead.suffix(3).contains("more") {
      number.high = .greatestFiniteMagnitude
    }
    if ahead.contains("most") || ahead.suffix(3).contains("up") || ahead.contains("fewer") || ahead.contains("less") {
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
