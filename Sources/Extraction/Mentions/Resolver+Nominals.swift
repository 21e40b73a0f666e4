import SourceText
import TextAnalysis

extension Resolver {
  /// How many tokens back a definite phrase may take somebody up.
  static let longestReach = 1_500
  /// How many of the last members are looked at for the count of sources.
  private static let mostCounted = 200

  /// Goes through the body in text order and gives nominals and pronouns their entities.
  mutating func resolveNominals() {
    var attached: Set<Int> = isDescribing
    for sentence in document.sentences.indices where document.sentences[sentence].part == .body {
      let found = nominals[sentence]
      let pronouns = pronouns(inSentence: sentence)
      var events: [(token: Int, nominal: Int?)] = found.indices.map { position in
        // A part comes behind the whole that it is taken from.
        (found[position].takenFrom ?? found[position].head, position)
      }
      events += pronouns.map { ($0, nil) }
      events.sort { a, b in
        guard a.token == b.token else { return a.token < b.token }
        let (isPartA, isPartB) = (
          a.nominal.map { found[$0].takenFrom != nil } ?? false, b.nominal.map { found[$0].takenFrom != nil } ?? false
        )
        return isPartA == isPartB ? (a.nominal ?? -1) < (b.nominal ?? -1) : isPartB
      }
      for event in events {
        guard let position = event.nominal else {
          resolvePronoun(event.token, sentence: sentence)
          continue
        }
        let nominal = found[position]
        guard !attached.contains(nominal.head) else { continue }
        if let apposed = apposition(to: nominal, in: found) {
          attached.insert(apposed.head)
          resolve(nominal, apposed: apposed)
        } else {
          resolve(nominal, apposed: nil)
        }
      }
    }
  }

  /// `a third source, a senior security official`: the second phrase describes the first.
  private func apposition(to nominal: Nominal, in found: [Nominal]) -> Nominal? {
    guard !nominal.isPlural || nominal.count == 1 else { return nil }
    let sentence = document.sentences[nominal.sentence]
    let comma = nominal.full.upperBound
    guard comma < sentence.tokens.upperBound, document.tokens[comma].form == "," else { return nil }
    return found.first { other in
      guard other.core.lowerBound == comma + 1, other.head != nominal.head, !other.isPlural else { return false }
      if document.tokens[other.head].hasRelation("appos") { return true }
      guard !document.tokens[other.head].hasRelation("conj") || nominal.ordinal != nil else { return false }
      return other.determiner == .indefinite && isClosed(other.full.upperBound, in: sentence)
    }
  }

  private mutating func resolve(_ nominal: Nominal, apposed: Nominal?) {
    if let known = antecedent(of: nominal) {
      mention(nominal.core, head: nominal.head, sentence: nominal.sentence, form: .nominal, of: known)
      if let apposed { describe(known, with: apposed) }
      return
    }
    guard let index = introduce(nominal, apposed: apposed) else { return }
    mention(nominal.core, head: nominal.head, sentence: nominal.sentence, form: .nominal, of: index)
    if let apposed {
      entityAtHead[apposed.head] = index
      for token in apposed.core { entityAtToken[token] = index }
      pendingOwners.append((index, apposed))
    }
    pendingOwners.append((index, nominal))
    if let owner = owner(of: nominal)?.entity { roster.update(index) { $0.owner = $0.owner ?? owner } }
    if nominal.takenFrom == nil, nominal.ordinal == 0 || nominal.phrase == Nominal.restOfWhole, nominal.role == nil,
      let whole = lastWhole, nominal.sentence - whole.sentence <= 3
    {
      relate(index, "MEMBER_OF", whole.entity, tokens: nominal.full, sentence: nominal.sentence, rule: "another-of")
    }
    if let group = nominal.takenFrom, let source = entityAtHead[group] ?? entityAtToken[group], source != index {
      relate(index, "MEMBER_OF", source, tokens: nominal.full, sentence: nominal.sentence, rule: "one-of")
      lastWhole = (source, nominal.sentence)
    }
  }

  // MARK: Taken up

  private mutating func antecedent(of nominal: Nominal) -> Int? {
    if let institution = institution(nominal) ?? ownBody(nominal) { return institution }
    switch nominal.determiner {
    case .definite, .demonstrative: break
    case .bare:
      // The same plural phrase means the same people: `gunmen … gunmen`.
      guard nominal.isPlural, nominal.ordinal == nil else { return nil }
      return roster.index(forKey: groupKey(nominal))
    default: return nil
    }
    if let ordinal = nominal.ordinal, ordinal > 0 {
      return recent(before: nominal.head) { $0.ordinal == ordinal && $0.nouns.contains(nominal.noun) }
    }
    if nominal.role == nil, nominal.headNoun == nil, nominal.phrase == nominal.noun, let count = nominal.count {
      return recent(before: nominal.head) { $0.entity.count == count && $0.isPlural }
    }
    // What the phrase itself says of an owner must hold of the one it takes up.
    let owner = owner(of: nominal)?.entity
    let named = recent(before: nominal.head) { member in
      guard member.nouns.contains(nominal.noun) || member.nouns.contains(nominal.phrase) else { return false }
      if isOfAnotherKind(nominal, member) || isOfLowerRank(member, than: nominal) || holdsAnotherOffice(member, nominal)
      {
        return false
      }
      if member.isPlural != nominal.isPlural, !nominal.isInstitution || member.entity.count != nil { return false }
      return owner == nil || member.owner == owner
    }
    if let named { return named }
    if nominal.isPlural, owner == nil, nominal.count == nil, Self.perpetrators.contains(nominal.noun) {
      return recent(before: nominal.head) { member in
        member.isPlural && !member.entity.isNamed && member.owner == nil
          && !member.nouns.isDisjoint(with: Self.perpetrators)
      }
    }
    if nominal.isPlural, owner == nil, nominal.count == nil, Self.suspects.contains(nominal.noun),
      let arrested = lastArrested(before: nominal.head)
    {
      return arrested
    }
    if let person = bearer(of: nominal) { return person }
    if let body = speakingBody(of: nominal, owner) { return body }
    // `the group` takes up the people last named together.
    guard nominal.noun == "group", nominal.determiner == .definite, owner == nil, !isSingledOut(nominal) else {
      return nil
    }
    let people = recent(before: nominal.head) { member in
      member.entity.label == .group && (member.isPlural || member.entity.isNamed) || isBandOfRebels(member)
    }
    return people.flatMap { index in
      roster.member(index).entity.mentions.suffix(20).contains {
        nominal.sentence - $0.sentence <= 2 && document.tokens[$0.head].hasRelation("nsubj")
      } ? index : nil
    }
  }

  /// `the central bank` behind a bank that does business: a body of a kind of its own is taken up by nothing but its kind.
  private func isOfAnotherKind(_ nominal: Nominal, _ member: Roster.Member) -> Bool {
    if isOfAnotherField(nominal, member) { return true }
    let phrase = nominal.phrase.hasPrefix("the ") ? String(nominal.phrase.dropFirst(4)) : nominal.phrase
    guard nominal.isInstitution, phrase.contains(" "), member.entity.isNamed,
      nominal.headNoun?.kind != member.entity.kind,
      member.nouns.isDisjoint(with: [phrase, nominal.phrase]), lexicon.headNoun(nominal.noun) != nil
    else { return false }
    return !([member.entity.name] + member.entity.aliases).contains { name in
      (" " + name.lowercased()).hasSuffix(" " + phrase)
    }
  }

  /// `the warden` behind `deputy warden Goran Matic`: a deputy is not the one whose deputy he is.
  private func isOfLowerRank(_ member: Roster.Member, than nominal: Nominal) -> Bool {
    guard member.isPerson, !nominal.isPlural, !nominal.core.contains(where: { isDeputy($0) }) else { return false }
    return member.entity.mentions.prefix(Self.mostMentions).contains { mention in
      let around = max(0, mention.tokens.lowerBound - 4)..<mention.tokens.upperBound
      return around.dropLast().contains { isDeputy($0) && document.lower($0 + 1) == nominal.noun }
    }
  }

  /// `the interior minister` behind `Energy Minister Klara Benda`: who holds one office is not the holder of another.
  private func holdsAnotherOffice(_ member: Roster.Member, _ nominal: Nominal) -> Bool {
    let before = nominal.head - 1
    guard member.isPerson, before >= nominal.core.lowerBound, Self.portfolios.contains(document.lower(before)) else {
      return false
    }
    let held = member.entity.mentions.prefix(Self.mostMentions).flatMap { mention in
      let around = max(0, mention.tokens.lowerBound - 3)..<mention.tokens.upperBound
      return around.dropLast().filter { document.lower($0 + 1) == nominal.noun }.map { document.lower($0) }
    }.filter { Self.portfolios.contains($0) }
    return !held.isEmpty && !held.contains(document.lower(before))
  }

  private static let portfolios: Set<String> = [
    "foreign", "interior", "defence", "defense", "finance", "energy", "health", "justice", "transport", "education",
    "environment", "labour", "labor", "agriculture", "trade", "economy", "culture", "prime", "home", "information",
    "housing", "treasury", "tourism", "sports", "science", "security", "immigration", "water", "mining", "oil",
  ]

  private static let mostMentions = 8

  private func isDeputy(_ token: Int) -> Bool {
    ["deputy", "vice", "assistant"].contains(document.lower(token))
  }

  /// `the statistics office` behind `the president's office`: what an office is for tells it from others.
  private func isOfAnotherField(_ nominal: Nominal, _ member: Roster.Member) -> Bool {
    // `the messaging service` may be a firm of any name; only what is called an office is told from another office.
    guard nominal.isInstitution, Self.offices.contains(nominal.noun), nominal.head - 1 > nominal.core.lowerBound,
      member.entity.name.lowercased().hasSuffix(nominal.noun), document.tokens[nominal.head - 1].upos == .noun,
      document.tokens[nominal.head - 1].head == nominal.head
    else { return false }
    let field = document.lower(nominal.head - 1)
    return !([member.entity.name, member.entity.description ?? ""] + member.entity.aliases).contains {
      $0.lowercased().contains(field)
    } && !member.nouns.contains { $0.contains(field) }
  }

  private static let offices: Set<String> = [
    "office", "service", "agency", "department", "bureau", "directorate", "committee", "council", "commission", "board",
    "ministry",
  ]

  /// `the major` behind a sentence about one person of whom nothing else is known: that is whose rank it is.
  private func bearer(of nominal: Nominal) -> Int? {
    guard nominal.determiner == .definite, !nominal.isPlural, nominal.core.count == 2, nominal.full == nominal.core,
      Self.ranks.contains(nominal.noun), nominal.sentence > 0,
      document.sentences[nominal.sentence - 1].part == .body
    else { return nil }
    let before = document.sentences[nominal.sentence - 1].tokens.compactMap { entityAtHead[$0] }
    let people = Set(before.filter { roster.member($0).isPerson && roster.member($0).entity.isNamed })
    guard people.count == 1, let person = people.first, roster.member(person).nouns.isDisjoint(with: Self.callings)
    else { return nil }
    return person
  }

  private static let ranks: Set<String> = [
    "major", "general", "colonel", "captain", "lieutenant", "sergeant", "corporal", "admiral", "brigadier", "commander",
    "professor", "doctor", "senator", "bishop", "archbishop", "cardinal", "imam", "sheikh", "priest", "pastor", "rabbi",
  ]

  /// What somebody is who is not also the bearer of a rank.
  private static let callings: Set<String> = ranks.union([
    "minister", "president", "premier", "chancellor", "spokesman", "spokeswoman", "spokesperson", "lawyer", "judge",
    "mayor", "governor", "ambassador", "secretary", "director", "chairman", "journalist", "prosecutor", "mother",
    "wife",
    "king", "queen", "prince", "executive", "economist", "resident",
  ])

  /// `The organisation interviewed 31 witnesses`, behind what a body of no known kind said: it takes up the one that spoke last.
  private func speakingBody(of nominal: Nominal, _ owner: Int?) -> Int? {
    guard ["organisation", "organization"].contains(nominal.noun), nominal.determiner == .definite, owner == nil,
      nominal.core.count == 2, nominal.full == nominal.core
    else { return nil }
    let body = recent(before: nominal.head) { member in
      member.entity.isNamed && member.entity.label == .organization
        && !Self.ofOtherKinds.contains(member.entity.kind ?? "")
    }
    return body.flatMap { index in
      roster.member(index).entity.mentions.contains {
        (nominal.sentence - 2..<nominal.sentence).contains($0.sentence) && document.tokens[$0.head].hasRelation("nsubj")
      } ? index : nil
    }
  }

  /// Bodies that nobody calls an organisation.
  private static let ofOtherKinds: Set<String> = [
    "government", "company", "military", "police", "news_agency", "newspaper", "broadcaster", "court", "legislature",
    "bank", "hospital", "university", "party",
  ]

  /// `The rebel Coordination of Hill Movements`: a body that the report calls one of rebels.
  private func isBandOfRebels(_ member: Roster.Member) -> Bool {
    guard member.entity.label == .organization, member.entity.isNamed else { return false }
    return member.entity.mentions.prefix(Self.mostMentions).contains { mention in
      let before = mention.tokens.lowerBound - 1
      return before >= 0 && Self.perpetrators.contains(document.lower(before))
    }
  }

  /// `the group that did it`: a clause behind it says which one is meant.
  private func isSingledOut(_ nominal: Nominal) -> Bool {
    let next = nominal.core.upperBound
    guard next < document.sentences[nominal.sentence].tokens.upperBound else { return false }
    return ["that", "which", "behind"].contains(document.lower(next))
  }

  /// Nouns that a report uses in turn for those who did it: `gunmen` … `the attackers` … `the militants`.
  static let perpetrators: Set<String> = [
    "attacker", "assailant", "gunman", "militant", "kidnapper", "hostage-taker", "raider", "shooter", "killer",
    "perpetrator", "terrorist", "rebel", "insurgent", "guerrilla", "extremist", "bomber", "saboteur", "hijacker",
    "assassin", "jihadist", "islamist", "fighter", "abductor", "captor", "intruder", "hacker", "bandit",
  ]

  private static let suspects: Set<String> = ["suspect", "detainee", "defendant", "prisoner", "accused", "arrestee"]
  private static let arresting: Set<String> = [
    "arrest", "detain", "detention", "hold", "capture", "charge", "seize", "suspect", "apprehend", "indict",
  ]

  /// The people without a name that the report last told the arrest of.
  private func lastArrested(before token: Int) -> Int? {
    var index = token - 1
    while index >= 0, token - index <= Self.longestReach {
      if let entity = entityAtHead[index], let governor = document.tokens[index].head,
        Self.arresting.contains(document.tokens[governor].lemma.lowercased()),
        !document.tokens[index].hasRelation("nsubj")
      {
        let member = roster.member(entity)
        if member.isPlural, !member.entity.isNamed { return entity }
      }
      index -= 1
    }
    return nil
  }

  /// `his company`, behind `Corvane's owner`: the body that the person heads or owns.
  private func ownBody(_ nominal: Nominal) -> Int? {
    guard nominal.isInstitution, nominal.determiner == .possessive,
      let pronoun = nominal.core.first(where: { document.tokens[$0].xpos == "PRP$" }), let owner = entityAtHead[pronoun]
    else { return nil }
    return relations(from: owner).first { draft in
      ["HEAD_OF", "OWNS", "MEMBER_OF"].contains(draft.type)
        && [.organization, .group].contains(roster.member(draft.to.index).entity.label)
    }?.to.index
  }

  /// The member that fits and was mentioned last before a token, looking no further back than ``longestReach`` tokens.
  func recent(before token: Int, where fits: (Roster.Member) -> Bool) -> Int? {
    var index = token - 1
    while index >= 0, token - index <= Self.longestReach {
      if let entity = entityAtHead[index], fits(roster.member(entity)) { return entity }
      index -= 1
    }
    return nil
  }

  private func groupKey(_ nominal: Nominal) -> String { "group:" + words(nominal.core).lowercased() }

  // MARK: Institutions

  /// A ministry or an army of a known owner is one entity in the whole report; without an owner, the one named before.
  private mutating func institution(_ nominal: Nominal) -> Int? {
    guard nominal.isInstitution || isGovernment(nominal), nominal.determiner != .indefinite, nominal.ordinal == nil,
      let named = owner(of: nominal) ?? homeOwner(of: nominal),
      let owner = isState(named.entity) ? named.entity : holder(named.entity, preposition: named.relation),
      isState(owner) || named.relation == nil && roster.member(owner).entity.label == .organization
    else { return nil }
    let noun = isGovernment(nominal) ? "government" : fullNoun(nominal)
    let isOfState = isState(owner)
    let state = roster.member(owner).entity
    for name in isOfState
      ? [demonymPhrase(noun, of: owner), state.name + "'s " + noun, "\(noun) of \(state.name)"] : []
    {
      guard let name else { continue }
      for case .entity(let entry) in lexicon.senses(of: name) where lexicon.entries[entry].label.isActor {
        let known = entity(ofEntry: entry)
        remember(known, nominal, noun, owner)
        return known
      }
    }
    let key = "institution:\(noun):\(owner)"
    if let known = roster.index(forKey: key) {
      roster.addAlias(words(nominal.core), to: known)
      return known
    }
    guard nominal.headNoun?.label != .place else { return nil }
    let names =
      isOfState
      ? institutionNames(noun, state.name, demonymPhrase(noun, of: owner))
      : ["\(state.name) \(noun)", "\(state.name)'s \(noun)"]
    var member = Roster.Member(
      entity: Entity(
        label: .organization, name: names[0], aliases: Array(names.dropFirst()),
        kind: isGovernment(nominal) ? "government" : nominal.headNoun?.kind ?? "government",
        link: isState(owner) ? names[0] : nil))
    member.owner = owner
    let index = roster.insert(member, key: key)
    roster.addAlias(words(nominal.core), to: index)
    remember(index, nominal, noun, owner)
    return index
  }

  /// `the interior ministry` without an owner is that of the state last spoken of, else of the report's own.
  private mutating func homeOwner(of nominal: Nominal) -> (entity: Int, relation: String?)? {
    guard nominal.determiner == .definite, nominal.noun == "ministry", fullNoun(nominal).contains(" "),
      !fullNoun(nominal).hasPrefix("the ")
    else { return nil }
    return contextState(
      before: nominal.head, sentence: nominal.sentence, isOfHomeAffairs: Self.isOfHomeAffairs(fullNoun(nominal))
    ).map { ($0, nil) }
  }

  private mutating func remember(_ index: Int, _ nominal: Nominal, _ noun: String, _ owner: Int) {
    roster.update(index) { member in
      member.nouns.formUnion([noun, nominal.noun, nominal.phrase])
      member.owner = member.owner ?? owner
    }
    roster.addAlias(words(nominal.core), to: index)
    relate(index, "PART_OF", owner, tokens: nominal.full, sentence: nominal.sentence, rule: "institution")
  }

  /// The nouns before the head with it: `commerce ministry`, and adjectives that offices have in their names.
  private func fullNoun(_ nominal: Nominal) -> String {
    var start = nominal.head
    while start > nominal.core.lowerBound {
      let before = document.tokens[start - 1]
      let isOffice = [
        "foreign", "interior", "federal", "national", "public", "central", "judicial", "general", "military",
      ]
      .contains(before.lower)
      guard before.upos == .noun || isOffice, entityAtHead[start - 1] == nil else { break }
      start -= 1
    }
    let noun = (start..<(nominal.head + 1)).map { document.lower($0) }.joined(separator: " ")
    return noun.count > nominal.phrase.count ? noun : nominal.phrase
  }

  private func isGovernment(_ nominal: Nominal) -> Bool {
    ["government", "authorities", "authority", "administration"].contains(nominal.noun) && nominal.core.count <= 4
      && ["government", "authorities", "administration", "government authorities"].contains(nominal.phrase)
  }

  private func institutionNames(_ phrase: String, _ state: String, _ demonym: String?) -> [String] {
    let noun = phrase.hasPrefix("the ") ? String(phrase.dropFirst(4)) : phrase
    let title = noun.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    if noun == "government" {
      return ["Government of \(state)"] + [demonym, "\(state)'s government"].compactMap { $0 }
    }
    return ["\(title) of \(state)", "\(state)'s \(noun)"] + [demonym].compactMap { $0 }
  }

  /// `Polish finance ministry`, with the demonym that the lexicon lists first.
  private func demonymPhrase(_ noun: String, of state: Int) -> String? {
    let mention = roster.member(state).entity.aliases.first { alias in
      lexicon.senses(of: alias).contains { if case .demonym = $0 { true } else { false } }
    }
    return mention.map { "\($0) \(noun)" }
  }

  // MARK: New

  /// The entity of a phrase that nothing before answers for; nil where it names no one in particular.
  private mutating func introduce(_ nominal: Nominal, apposed: Nominal?) -> Int? {
    let known = apposed ?? nominal
    // `No banks were listed` speaks of nobody.
    if ["no", "neither"].contains(document.lower(nominal.core.lowerBound)) { return nil }
    let isRest =
      nominal.phrase == Nominal.restOfWhole && lastWhole.map { nominal.sentence - $0.sentence <= 3 } ?? false
    guard
      known.role != nil || nominal.takenFrom != nil || nominal.phrase.hasPrefix("those") || known.isInstitution
        || isRest || nominal.phrase == Nominal.oneMore
    else { return nil }
    if ["person", "people", "man", "woman", "child", "public"].contains(nominal.noun), nominal.determiner == .definite,
      nominal.count == nil, apposed == nil
    {
      return nil
    }
    // `his company` with no body that is his.
    if nominal.isInstitution, nominal.core.contains(where: { document.tokens[$0].xpos == "PRP$" }) { return nil }
    let isGroup =
      nominal.isPlural || nominal.takenFrom == nil && nominal.role?.number == .group && !nominal.isInstitution
    let label: Entity.Label = nominal.isInstitution ? .organization : isGroup ? .group : .person
    var name = withoutDeterminer(nominal)
    var description = words(nominal.full)
    if let apposed {
      let detail = words(apposed.full)
      name =
        nominal.role == nil || ["another", "one"].contains(nominal.phrase)
        ? withoutDeterminer(apposed) : "\(name), \(detail)"
      description = "\(description), \(detail)"
    }
    let kind = nominal.isInstitution ? nominal.headNoun?.kind : (apposed?.role ?? nominal.role)?.kind
    var member = Roster.Member(
      entity: Entity(
        label: label, name: name, kind: kind ?? (isGroup ? "people" : "person"), isNamed: false,
        count: isGroup ? nominal.count : nil, description: description))
    member.nouns = [nominal.noun, nominal.phrase]
    if let apposed { member.nouns.formUnion([apposed.noun, apposed.phrase]) }
    member.isPlural = isGroup
    member.gender = Self.gender(ofNoun: (apposed ?? nominal).noun)
    if label == .person { member.ordinal = ordinal(of: nominal) }
    let key = nominal.determiner == .bare && nominal.isPlural && nominal.ordinal == nil ? groupKey(nominal) : nil
    return roster.insert(member, key: key)
  }

  /// Sources of one noun are counted as the report counts them: `one of`, `another`, `a third`.
  private func ordinal(of nominal: Nominal) -> Int? {
    if let ordinal = nominal.ordinal, ordinal > 0 { return ordinal }
    var last = 0
    for member in roster.members.suffix(Self.mostCounted)
    where member.nouns.contains(nominal.noun) && member.isPerson && !member.entity.isNamed {
      last = max(last, member.ordinal ?? 1)
    }
    if nominal.ordinal == 0 { return max(2, last + 1) }
    return last + 1
  }

  private func withoutDeterminer(_ nominal: Nominal) -> String {
    var start = nominal.full.lowerBound
    let first = document.lower(start)
    if ["the", "a", "an", "this", "these", "that", "some"].contains(first), nominal.full.count > 1 { start += 1 }
    let text = words(start..<nominal.full.upperBound)
    // `Gunmen attacked`: the capital is the sentence's.
    let isOpening =
      document.isOpening(start, in: document.sentences[nominal.sentence])
      && (document.tokens[start].upos == .numeral || !isCapitalisedElsewhere(document.tokens[start].form))
      && (document.tokens[start].upos == .numeral || start == nominal.head)
      && lexicon.senses(of: document.tokens[start].form).isEmpty
    return isOpening ? text.prefix(1).lowercased() + text.dropFirst() : text
  }
}
