import TextAnalysis

extension AttributionRule {
  /// `A says 12 people died; B says 20`: behind what another says, a verb of saying with nothing but a number, a noun or
  /// `none` for an object says that instead.
  static let rivalWords = AttributionRule("rival-words") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb], cue.attributive == .yes, cue.takes(.clause) else {
      return []
    }
    let syntax = context.syntax
    guard ![.denies, .disclaimsKnowledge, .declinesToComment].contains(cue.stance), cue.addressee != "object",
      !syntax.isPassive(verb),
      syntax.child(verb, RelationSet(.openComplement, .indirectObject)) == nil,
      let object = context.ownWords(verb, cue), let subject = syntax.ownSubject(verb),
      context.isBehindAnother(verb), let speaker = context.speaker(subject)
    else { return [] }
    let isCount = syntax.isPart(object, .numeral) || syntax.child(object, .number) != nil
    guard isCount || syntax.isNegative(nominal: object) || syntax.lemmas[verb] == "say" else { return [] }
    guard syntax.isNegative(nominal: object) || !context.isUnsaid(verb) else { return [] }
    return [
      Attribution(
        rule: "attribution.rival-words", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
        contentHeads: [object], content: context.content(object), stance: cue.stance, hedge: cue.hedge)
    ]
  }
}

extension AttributionContext {
  /// The object that a verb of saying has behind it, and which is neither who is told nor when.
  func ownWords(_ verb: Int, _ cue: Cue) -> Int? {
    let hasHearer = syntax.child(verb, .indirectObject) != nil
    return syntax.children(verb, RelationSet(.object, .clausalComplement, .oblique)).first { object in
      guard object > verb, cue.addressee != "object" || hasHearer, !quotations.contains(object),
        !syntax.tokens[verb..<object].contains(where: { [",", ":", "\"", "“"].contains($0.form) }),
        !Self.times.contains(syntax.lemmas[object])
      else { return false }
      if syntax.relations[object] != .object { return isBareCount(object, verb) }
      return syntax.isPart(object, .noun, .properNoun, .numeral) || syntax.isNegative(nominal: object)
    }
  }

  /// `said 2 million`, `said at least five`: a number that the tree has for a clause or a circumstance.
  private func isBareCount(_ number: Int, _ verb: Int) -> Bool {
    syntax.isPart(number, .numeral) && syntax.child(number, RelationSet.subjects) == nil
      && syntax.child(number, .copula) == nil
      && (verb + 1..<number).allSatisfy {
        syntax.isPart($0, .numeral)
          || [
            "at", "least", "most", "about", "only", "just", "nearly", "more", "than", "some", "over", "around", "up",
            "to",
          ]
          .contains(syntax.tokens[$0].lower)
      }
      && (syntax.relations[number] != .oblique
        || syntax.tokens[verb + 1..<number].contains { $0.lower == "least" || $0.lower == "most" })
  }

  private static let times: Set<String> = TreeRepair.timeNouns.union(CalendarWords.weekdays.keys)
    .union(CalendarWords.months.keys)

  /// `A says S; B says T`: where the verb of the clause in front says something by itself, what stands behind a semicolon, or
  /// has words of its own, does not hand that on.
  func isRival(_ verb: Int, of host: Int, _ cue: Cue) -> Bool {
    guard host < verb else { return false }
    if ownWords(verb, cue) != nil { return true }
    let isParted = syntax.tokens[host..<verb].contains { $0.form == ";" }
    return isParted && predicates[host] != nil && syntax.child(host, .clausalComplement) != nil
  }

  /// Whether something is said or counted in front of a verb, in the same sentence and by somebody else.
  fileprivate func isBehindAnother(_ verb: Int) -> Bool {
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens
    return (sentence.lowerBound..<verb).contains { other in
      guard predicates[other] != nil || syntax.lemmas[other] == "put", let subject = syntax.ownSubject(other),
        syntax.ownSubject(verb) != subject
      else { return false }
      return syntax.child(other, RelationSet(.clausalComplement, .object)) != nil
    }
  }
}
