import TextAnalysis

extension Resolver {
  /// Whom the one a nominal speaks of belongs to: `Kremlin spokesman`, `Corvane's owner`, `a former head of the army`,
  /// `officials at the ministry`, `a source from Tajikistan`. Nil where it is not said.
  func owner(of nominal: Nominal) -> (entity: Int, relation: String?)? {
    let start = nominal.core.lowerBound
    // A demonym or name before the head.
    for index in nominal.core.reversed() where index < nominal.head {
      guard let entity = entityAtHead[index] ?? nameEntity(at: index), !isDescribing.contains(index) else { continue }
      // The name that the phrase says the kind of is no owner of it.
      if entityAtHead[nominal.head] == entity { continue }
      return (entity, nil)
    }
    if let owner = possessor(before: start) { return (owner, nil) }
    // `of X`, `for X`, `at X`, `from X`
    guard nominal.full.count > nominal.core.count else { return nil }
    let preposition = document.lower(nominal.core.upperBound)
    guard ["of", "for", "at", "from", "in", "with", "to"].contains(preposition) else { return nil }
    var last: Int?
    for index in (nominal.core.upperBound + 1)..<nominal.full.upperBound {
      if let entity = entityAtHead[index] { last = entity }
      // `in the south-east of the country` is in the country; else the first phrase decides.
      if document.tokens[index].upos == .adposition, last != nil || document.lower(index) != "of" { break }
    }
    return last.map { ($0, preposition) }
  }

  /// `police spokesman`, behind `Zambian police`, `a coast guard official` behind `the Philippine Coast Guard`: the body
  /// that the phrase names in front of the role, if the report has named one.
  private func bodyInPhrase(_ nominal: Nominal) -> Int? {
    guard nominal.role != nil, nominal.head > nominal.core.lowerBound else { return nil }
    for start in max(nominal.core.lowerBound, nominal.head - 3)..<nominal.head {
      let phrase = (start..<nominal.head).map { document.lower($0) }.joined(separator: " ")
      guard let noun = lexicon.headNoun(phrase), noun.label == .organization else { continue }
      return recent(before: nominal.head) { member in
        guard member.entity.label == .organization else { return false }
        return member.nouns.contains(phrase)
          || member.entity.isNamed && member.entity.name.lowercased().hasSuffix(" " + phrase)
      }
    }
    return nil
  }

  private func nameEntity(at index: Int) -> Int? {
    let sentence = document.sentenceIndex(ofToken: index) ?? 0
    return names[sentence].first { $0.tokens.contains(index) }.flatMap { entityAtHead[headToken(of: $0.tokens)] }
  }

  /// States the relation between an entity and the owner that a nominal names.
  mutating func readOwner(of nominal: Nominal, _ entity: Int, rule: String) {
    guard let (owner, preposition) = owner(of: nominal) ?? bodyInPhrase(nominal).map({ ($0, nil) }), owner != entity
    else { return }
    let former = nominal.core.contains { ["former", "ex", "late", "onetime"].contains(document.lower($0)) }
    roster.update(entity) { $0.owner = $0.owner ?? owner }
    if nominal.isInstitution {
      let isPublic = ["government", "military", "police", "intelligence", "court", "legislature"]
        .contains(nominal.headNoun?.kind ?? "")
      if !isPublic, let preposition, ["in", "from", "near", "at"].contains(preposition) {
        relate(entity, "BASED_IN", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".institution")
        return
      }
      guard !roster.member(owner).isPerson, let holder = holder(owner, preposition: preposition) else { return }
      let isBranch = ["branch", "wing", "arm", "affiliate", "unit", "faction", "cell", "subsidiary"].contains(
        nominal.noun)
      let type =
        ["company", "newspaper", "publisher", "broadcaster", "news_agency"].contains(nominal.headNoun?.kind ?? "")
          && !isBranch
        ? (isState(holder) || roster.member(holder).entity.label == .place ? "BASED_IN" : "PART_OF") : "PART_OF"
      relate(entity, type, holder, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".institution")
      return
    }
    if ["national", "citizen", "subject"].contains(nominal.noun) {
      relate(entity, "NATIONAL_OF", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".national")
      return
    }
    if let relation = nominal.role?.relation {
      let isHeadOfPart = relation == "HEAD_OF" && (isOfPart(nominal) || isWithinName(owner, of: nominal))
      let type = former && relation != "SPOKESPERSON_OF" || isHeadOfPart ? "MEMBER_OF" : relation
      relateRole(
        entity, phrase: nominal.phrase, type, to: owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule)
      return
    }
    if ["owner", "co-owner", "proprietor"].contains(nominal.noun) {
      relate(entity, "OWNS", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".owner")
      return
    }
    if Self.counsel.contains(nominal.noun), !isState(owner), roster.member(owner).entity.label != .place {
      relate(entity, "LAWYER_OF", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".lawyer")
      return
    }
    if Self.relatives.contains(nominal.noun), roster.member(owner).isPerson || !roster.member(owner).entity.isNamed {
      relate(entity, "RELATED_TO", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".relative")
      return
    }
    if ["adviser", "advisor", "aide", "assistant", "confidant"].contains(nominal.noun),
      roster.member(owner).isPerson
    {
      relate(entity, "LINKED_TO", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".aide")
      return
    }
    if ["ally", "partner"].contains(nominal.noun) {
      relate(entity, "ALLY_OF", owner, tokens: nominal.full, sentence: nominal.sentence, rule: rule + ".ally")
      return
    }
    relateMembership(entity, nominal, owner, preposition)
  }

  /// `regional director`, `deputy head`, `country director`: at the head of a part.
  private func isOfPart(_ nominal: Nominal) -> Bool {
    nominal.core.contains {
      $0 < nominal.head
        && ["regional", "deputy", "vice", "country", "local", "assistant", "associate", "section", "district", "unit"]
          .contains(document.lower($0))
    }
  }

  /// `head of the UN mission`: the body's name only says whose the mission is.
  private func isWithinName(_ owner: Int, of nominal: Nominal) -> Bool {
    guard nominal.full.upperBound > nominal.core.upperBound else { return false }
    return (nominal.core.upperBound..<nominal.full.upperBound).contains { index in
      guard entityAtHead[index] == owner, let head = document.tokens[index].head, head > index,
        nominal.full.contains(head), entityAtHead[head] == nil || entityAtHead[head] == owner
      else { return false }
      return ["compound", "amod", "nmod"].contains(document.tokens[index].baseRelation)
        && document.tokens[head].upos == .noun
    }
  }

  private static let counsel: Set<String> = ["lawyer", "attorney", "solicitor", "barrister", "counsel", "advocate"]

  private static let relatives: Set<String> = [
    "mother", "father", "parent", "wife", "husband", "widow", "widower", "son", "daughter", "brother", "sister",
    "uncle",
    "aunt", "nephew", "niece", "cousin", "relative", "grandfather", "grandmother", "grandson", "granddaughter",
    "brother-in-law", "sister-in-law", "son-in-law", "father-in-law", "mother-in-law", "stepfather", "stepmother",
    "stepson", "family", "sibling", "spouse", "child",
  ]

  /// `Canadian officials`, `a source from Tajikistan`, `an LFC officer`, `American missionaries`.
  private mutating func relateMembership(_ entity: Int, _ nominal: Nominal, _ owner: Int, _ preposition: String?) {
    let label = roster.member(owner).entity.label
    let kind = nominal.role?.kind ?? ""
    let isOfficial = ["officials", "military", "security", "judicial", "source"].contains(kind)
    if label == .state {
      for state in [owner] + statesJoined(to: owner, in: nominal) {
        relate(
          entity, isOfficial ? "PART_OF" : "NATIONAL_OF", state, tokens: nominal.full, sentence: nominal.sentence,
          rule: isOfficial ? "officials-of-state" : "people-of-state")
      }
    } else if label == .organization || label == .group {
      guard preposition != "in", preposition != "with" || isOfficial else { return }
      relate(
        entity, roster.member(entity).isPlural ? "PART_OF" : "MEMBER_OF", owner, tokens: nominal.full,
        sentence: nominal.sentence, rule: "people-of-body")
    } else if label == .place, preposition == "in" || preposition == "from" || preposition == nil {
      relate(entity, "BASED_IN", owner, tokens: nominal.full, sentence: nominal.sentence, rule: "people-of-place")
    }
  }

  /// The others in `Hungarian and Romanian officials`.
  private func statesJoined(to owner: Int, in nominal: Nominal) -> [Int] {
    guard nominal.core.contains(where: { document.tokens[$0].upos == .coordinatingConjunction }) else { return [] }
    var states: [Int] = []
    for index in nominal.core where index < nominal.head {
      guard let entity = entityAtHead[index], entity != owner, isState(entity), !states.contains(entity) else {
        continue
      }
      states.append(entity)
    }
    return states
  }

  /// A minister belongs to the state, and heads its ministry rather than the state; presidents and premiers head it.
  mutating func relateRole(
    _ entity: Int, phrase: String, _ relation: String, to owner: Int, tokens: Range<Int>, sentence: Int, rule: String
  ) {
    var type = relation
    if relation == "HEAD_OF", isState(owner), !Self.headsState(phrase) { type = "MEMBER_OF" }
    // A coach trains the runner, and is not the runner's head.
    if relation == "HEAD_OF", roster.member(owner).isPerson,
      phrase.split(separator: " ").last.map({ Self.personal.contains(String($0)) }) ?? false
    {
      type = "LINKED_TO"
    }
    var target = owner
    if roster.member(owner).entity.label == .place {
      guard let state = stateHolding(owner) else { return }
      if type == "HEAD_OF" || type == "SPOKESPERSON_OF" || type == "MEMBER_OF" { target = state }
    }
    roster.update(entity) { $0.owner = $0.owner ?? target }
    relate(entity, type, target, tokens: tokens, sentence: sentence, rule: rule)
  }

  /// Those who lead one person, and nobody else by that.
  private static let personal: Set<String> = [
    "coach", "trainer", "manager", "boss", "mentor", "instructor", "captain", "supervisor", "teacher", "superior",
    "editor", "producer",
  ]

  private static func headsState(_ phrase: String) -> Bool {
    let words = phrase.split(separator: " ")
    guard let last = words.last else { return false }
    if [
      "president", "king", "queen", "emperor", "sultan", "emir", "chancellor", "premier", "monarch", "dictator",
      "ruler", "leader",
    ].contains(last) {
      return !words.contains("vice") && !words.contains("deputy") && !words.contains("opposition")
    }
    return phrase == "prime minister" || phrase == "head of state" || phrase == "head of government"
  }

  func isState(_ entity: Int) -> Bool { roster.member(entity).entity.label == .state }

  /// The state that a place or state's land belongs to.
  private func stateHolding(_ place: Int) -> Int? {
    var current: Int? = place
    for _ in 0..<4 {
      guard let index = current else { return nil }
      if let link = roster.member(index).entity.link, link.hasPrefix("place:") {
        return roster.index(forKey: "entry:" + link.dropFirst(6))
      }
      current = roster.member(index).entity.locatedIn?.index
    }
    return nil
  }

  /// The body that an institution is part of: `the finance ministry in Warsaw` belongs to Poland.
  mutating func holder(_ owner: Int, preposition: String?) -> Int? {
    guard roster.member(owner).entity.label == .place else { return owner }
    guard preposition == "in" || preposition == "of" || preposition == nil else { return nil }
    guard let link = roster.member(owner).entity.link else { return owner }
    let name = link.hasPrefix("city:") ? String(link.dropFirst(5)) : roster.member(owner).entity.name
    for case .capital(_, let state) in lexicon.senses(of: name) { return entity(ofEntry: state) }
    if link.hasPrefix("place:"), let state = lexicon.entryIndex(named: String(link.dropFirst(6))) {
      return entity(ofEntry: state)
    }
    return owner
  }
}
