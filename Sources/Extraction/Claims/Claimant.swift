import TextAnalysis

/// Finds the body in whose name somebody without a name claims a deed: a caller, a spokesman, the writer of a leaflet.
struct Claimant: Sendable {
  let syntax: Syntax
  let referents: Referents

  /// The body behind the one who speaks; nil where he speaks for himself.
  func body(behind speaker: EntityID, _ attribution: Attribution) -> EntityID? {
    let known = referents.entities[speaker.index]
    guard known.label == .person, case .noun(let noun) = attribution.speaker else { return nil }
    let inPhrase = body(in: syntax.subtree(noun), from: noun)
    if known.isNamed { return nil }
    return inPhrase ?? body(in: syntax.subtree(attribution.cueHead), from: attribution.cueHead)
  }

  /// `a spokesman for X`, `a member of X`, `an X spokesman`, `a man who spoke in the name of X`.
  private func body(in tokens: [Int], from top: Int) -> EntityID? {
    tokens.lazy.compactMap { token -> EntityID? in
      guard let entity = referents.entityAtHead[token], isBody(entity), stands(token, for: top) else { return nil }
      return entity
    }.first
  }

  private func isBody(_ entity: EntityID) -> Bool {
    let known = referents.entities[entity.index]
    return known.isNamed && (known.label == .organization || known.label == .group)
      && !ClaimBuilder.outletKinds.contains(known.kind ?? "")
  }

  private func stands(_ token: Int, for top: Int) -> Bool {
    guard let head = syntax.heads[token] else { return false }
    let preposition = syntax.preposition(token)
    if ["in the name of", "on behalf of"].contains(preposition) { return true }
    if preposition == "of", ["name", "behalf"].contains(syntax.lemmas[head]) { return true }
    if preposition == "for", ["speak", "spokesman", "spokeswoman", "spokesperson"].contains(syntax.lemmas[head]) {
      return true
    }
    if preposition == "of" || preposition == "from" { return Self.parts.contains(syntax.lemmas[head]) }
    if preposition.isEmpty, RelationSet(.compound, .possessive).has(syntax.relations[token]) {
      return head == top || Self.parts.contains(syntax.lemmas[head])
    }
    return preposition.isEmpty && syntax.relations[token] == .object && syntax.lemmas[head] == "represent"
  }

  /// Those who belong to a body.
  private static let parts: Set = [
    "member", "spokesman", "spokeswoman", "spokesperson", "representative", "leader", "commander", "guerrilla",
    "fighter", "militant", "rebel", "activist", "wing", "branch", "front", "unit", "cell", "column",
  ]
}
