import TextAnalysis

/// `A port official contradicted him on that point. S, said the official`, `The union tells it differently. S, says its
/// secretary`: a sentence that sets somebody against another, whose words follow in the next.
struct SetAgainst: Sendable {
  let syntax: Syntax
  let sides: SpeakerSides

  /// Gives each claim that such a sentence announces the claim that it is set against.
  func link(_ claims: inout [ClaimDraft]) {
    // Most reports have no such sentence.
    var known: ClaimsBySentence?
    for sentence in syntax.document.sentences.indices where syntax.document.sentences[sentence].part == .body {
      guard let announced = announcement(in: sentence) else { continue }
      let bySentence = known ?? ClaimsBySentence(claims)
      known = bySentence
      guard let own = words(announced, behind: sentence, claims, bySentence),
        let opposed = opposed(announced, before: sentence, own, claims, bySentence)
      else { continue }
      claims[own].record.denies = ClaimID(opposed)
    }
  }

  private struct Announcement {
    let side: Set<EntityID>
    /// Whom the verb names as the other.
    let other: EntityID?
    /// Whether it is a number that is another.
    let isOfNumber: Bool
  }

  // MARK: The sentence

  private func announcement(in sentence: Int) -> Announcement? {
    let tokens = syntax.document.sentences[sentence].tokens
    guard let verb = tokens.first(where: { syntax.relations[$0] == .root }), syntax.isPart(verb, .verb, .adjective),
      !syntax.isNegated(verb) || Self.remembering.contains(syntax.lemmas[verb]), syntax.modals(verb).isEmpty,
      let subject = syntax.ownSubject(verb), sets(verb, subject),
      let speaker = opponent(at: subject)
    else { return nil }
    let side = sides.side(of: speaker)
    let named = syntax.lemmas[verb] == "contradict" ? syntax.child(verb, .object) : syntax.oblique(verb, "with", "from")
    let other = named.flatMap { opponent(at: $0) }.flatMap { sides.isOn(side, $0) ? nil : $0 }
    let isOfNumber = syntax.child(verb, .object).map { Self.numbers.contains(syntax.lemmas[$0]) } ?? false
    return Announcement(side: side, other: other, isOfNumber: isOfNumber)
  }

  /// The one a noun names, or whose account it is: `the firm's version differs`.
  private func opponent(at noun: Int) -> EntityID? {
    if Self.versions.contains(syntax.lemmas[noun]) {
      return (syntax.possessor(noun) ?? syntax.modifier(noun, "of")).flatMap { sides.referents.entityAtHead[$0] }
    }
    return sides.referents.entityAtHead[noun].flatMap {
      sides.referents.entities[$0.index].label.isActor ? $0 : nil
    }
  }

  private func sets(_ verb: Int, _ subject: Int) -> Bool {
    let lemma = syntax.lemmas[verb]
    let adverbs = syntax.children(verb, .adverb).map { syntax.lemmas[$0] }
    let particle = syntax.child(verb, .particle).map { syntax.lemmas[$0] }
    let object = syntax.child(verb, .object).map { syntax.lemmas[$0] }
    switch lemma {
    case "contradict": return true
    case "disagree", "differ": return true
    case "hit", "push", "fire", "strike", "shoot":
      return object == nil && (particle == "back" || adverbs.contains("back"))
    case "tell", "see", "put", "describe":
      if adverbs.contains(where: { Self.otherwise.contains($0) }) { return true }
      return hasOther(syntax.child(verb, .object))
    case "remember", "recall":
      let isOtherwise = adverbs.contains { Self.otherwise.contains($0) }
      // `does not remember it like that`
      let isNotSo =
        syntax.isNegated(verb)
        && syntax.children(verb, RelationSet(.oblique, .adverb, .adverbialClause)).contains {
          ["that", "this", "so", "way"].contains(syntax.lemmas[$0])
        }
      return isOtherwise || isNotSo
    case "give", "offer", "have", "present": return hasOther(syntax.child(verb, .object))
    case "different":
      return Self.versions.contains(syntax.lemmas[subject]) && syntax.child(verb, .copula) != nil
    default: return false
    }
  }

  /// `another version`, `a different account`
  private func hasOther(_ noun: Int?) -> Bool {
    guard let noun, Self.versions.contains(syntax.lemmas[noun]) || Self.numbers.contains(syntax.lemmas[noun]) else {
      return false
    }
    return syntax.children(noun, RelationSet(.adjective, .determiner)).contains {
      Self.others.contains(syntax.lemmas[$0])
    }
  }

  private static let remembering: Set = ["remember", "recall"]
  private static let otherwise: Set = ["differently", "otherwise"]
  private static let others: Set = ["different", "another", "other", "conflicting", "contradictory", "opposite"]
  private static let numbers: Set = ["figure", "number", "toll", "estimate", "count", "sum", "total", "tally"]
  private static let versions: Set = [
    "version", "account", "story", "recollection", "view", "explanation", "testimony", "picture", "memory", "statement",
  ]

  // MARK: What follows, and what stands in front

  /// The first that the announced one, his people, or whoever speaks next beside the other, says behind the sentence.
  private func words(
    _ announced: Announcement, behind sentence: Int, _ claims: [ClaimDraft], _ bySentence: ClaimsBySentence
  ) -> Int? {
    let sentences = syntax.document.sentences
    let behind = bySentence.roots(in: sentence...sentence + Self.reach).filter { index in
      let claim = claims[index]
      return claim.attribution != nil && claim.record.stance == .asserts && claim.record.denies == nil
        && (claim.record.sentence == sentence
          || sentences[claim.record.sentence].paragraph == sentences[sentence].paragraph)
        && claim.record.speaker != announced.other
    }.sorted { (claims[$0].tokens.first ?? 0, $0) < (claims[$1].tokens.first ?? 0, $1) }
    return behind.first { sides.isOn(announced.side, claims[$0].record.speaker) }
      ?? behind.first { claims[$0].record.sentence == sentence + 1 }
  }

  /// What the other has said last, or of what he has said what has most words in common with the answer.
  private func opposed(
    _ announced: Announcement, before sentence: Int, _ own: Int, _ claims: [ClaimDraft], _ bySentence: ClaimsBySentence
  ) -> Int? {
    let words = contentWords(claims[own])
    let isMoney = holdsMoney(claims[own])
    guard sentence > 0 else { return nil }
    let before = bySentence.roots(in: max(0, sentence - Self.farthest)...sentence - 1).filter { index in
      let claim = claims[index]
      guard claim.attribution != nil, ![.declinesToComment, .disclaimsKnowledge].contains(claim.record.stance)
      else { return false }
      if announced.isOfNumber,
        isMoney ? !holdsMoney(claim) : !claim.tokens.contains(where: { syntax.isPart($0, .numeral) })
      {
        return false
      }
      if let other = announced.other { return claim.record.speaker == other }
      return !sides.isOn(announced.side, claim.record.speaker) && claim.record.speaker != claims[own].record.speaker
    }
    func place(_ claim: Int) -> (Int, Int) { (claims[claim].record.sentence, claims[claim].tokens.last ?? 0) }
    guard let last = before.max(by: { place($0) < place($1) }) else { return nil }
    // What one and the same has said in front, whoever that is.
    let same = before.filter { claims[$0].record.speaker == claims[last].record.speaker }
    return same.max { a, b in
      let (x, y) = (
        words.intersection(contentWords(claims[a])).count, words.intersection(contentWords(claims[b])).count
      )
      return (x, place(a).0, place(a).1) < (y, place(b).0, place(b).1)
    }
  }

  private func holdsMoney(_ claim: ClaimDraft) -> Bool {
    claim.tokens.contains { ["$", "€", "£", "¥"].contains(syntax.tokens[$0].form) }
  }

  private func contentWords(_ claim: ClaimDraft) -> Set<String> {
    Set(claim.tokens.filter { syntax.isPart($0, .noun, .verb, .properNoun) }.map { syntax.lemmas[$0] })
  }

  private static let reach = 2
  private static let farthest = 3
}
