/// Words that weaken what a clause says: `reportedly`, `possible`, `may have`.
struct Hedges: Sendable {
  let syntax: Syntax
  let lexicon: Lexicon

  /// The hedging words of a clause, in text order, parted by commas; nil if none. Words that belong to clauses below it,
  /// relative ones included, do not count.
  func hedge(of clause: ClauseCutter.Clause) -> String? {
    var words: [String] = []
    for token in clause.tokens where governs(clause.head, token) {
      guard let length = hedgeLength(at: token) else { continue }
      words.append(syntax.words(token..<(token + length)))
    }
    return words.isEmpty ? nil : words.uniqued().joined(separator: ", ")
  }

  /// At the head itself, one step below it, or at an adjective of an argument.
  private func governs(_ head: Int, _ token: Int) -> Bool {
    guard let above = syntax.heads[token] else { return token == head }
    if above == head { return true }
    guard syntax.heads[above] == head else { return false }
    // `killed, presumably by X`
    return syntax.relations[token] == .adjective
      || syntax.relations[token] == .adverb && RelationSet.obliques.has(syntax.relations[above])
  }

  private static let kinds: Set = ["hearsay", "possibility", "probability", "appearance", "doubt"]

  private func hedgeLength(at token: Int) -> Int? {
    // `suspected members`: a participle that modifies a noun keeps its form in the lexicon.
    let isParticiple = syntax.isPart(token, .verb) && syntax.relations[token] == .adjective
    let first = isParticiple ? syntax.tokens[token].form.lowercased() : syntax.lemmas[token]
    for hedge in lexicon.hedges(beginningWith: first) where Self.kinds.contains(hedge.kind) {
      guard matchesPart(hedge.partOfSpeech, token) else { continue }
      let end = token + hedge.words.count
      guard end <= syntax.tokens.count else { continue }
      if isParticiple, hedge.words == [first] { return 1 }
      if zip(token..<end, hedge.words).allSatisfy({ syntax.lemmas[$0] == $1 }) { return hedge.words.count }
    }
    return nil
  }

  private func matchesPart(_ part: String, _ token: Int) -> Bool {
    switch part {
    case "ADV": syntax.isPart(token, .adverb)
    case "ADJ": syntax.isPart(token, .adjective) || syntax.relations[token] == .adjective
    case "AUX":
      syntax.relations[token] == .auxiliary && !["will", "would", "shall", "should"].contains(syntax.lemmas[token])
    default: false
    }
  }
}
