import TextAnalysis

extension Resolver {
  /// The nominals that stand in apposition to a name: `the news agency X`, `X, a rebel group,`, `Its spokesman, X,`.
  func descriptions(of span: NameSpan) -> [Nominal] {
    let sentence = document.sentences[span.sentence]
    return nominals[span.sentence].filter { nominal in
      if nominal.isPlural { return false }
      if let last = nominal.core.last, last == nominal.head, isOwnKind(nominal, span) { return true }
      let first = span.title?.lowerBound ?? span.tokens.lowerBound
      // `Kremlin spokesman Dmitry Peskov`, `the broadcaster SVT`: nothing stands between.
      if nominal.core.upperBound == first { return true }
      if isBehindComma(nominal, first) {
        guard isClosed(end(of: span, in: sentence), in: sentence) else { return false }
        // `The head of the mission, X, …` needs no tree; whatever else stands so may be a list.
        if nominal.isPersonal, nominal.determiner == .definite || nominal.determiner == .possessive { return true }
        // `A lawyer for one of the men, X, rejected`: between a comma and the verb a name can be nothing else.
        if nominal.isPersonal, nominal.takenFrom == nil, nominal.determiner == .indefinite,
          isBeforeVerb(span, in: sentence)
        {
          return true
        }
        return (first..<span.tokens.upperBound).contains {
          isAppositive($0, upTo: span.tokens.upperBound, to: nominal.head, in: sentence)
        }
      }
      if introducesName(nominal, span) || isBehindClause(nominal, span, in: sentence) { return true }
      let start = nominal.core.lowerBound
      if start == behind(span, in: sentence) {
        return isAppositive(nominal.head, upTo: nominal.full.upperBound, to: headToken(of: span.tokens), in: sentence)
      }
      return false
    }
  }

  /// `The company, X`, `the mayor's party, the X`: a comma, and perhaps an article, stands between the two.
  private func isBehindComma(_ nominal: Nominal, _ first: Int) -> Bool {
    let comma = nominal.full.upperBound
    guard comma < first, document.tokens[comma].form == "," else { return false }
    return comma + 1 == first
      || comma + 2 == first && document.lower(comma + 1) == "the" && nominal.isInstitution
        && nominal.determiner != .indefinite
  }

  /// `The shipyard where he was employed, Merwede Marine, said S`: a clause about the noun stands between the two.
  private func isBehindClause(_ nominal: Nominal, _ span: NameSpan, in sentence: Sentence) -> Bool {
    let (comma, head) = (span.tokens.lowerBound - 1, headToken(of: span.tokens))
    guard comma > nominal.core.upperBound, document.tokens[comma].form == ",", nominal.determiner != .indefinite,
      document.tokens[head].head == nominal.head, document.tokens[head].hasRelation("appos")
    else { return false }
    let relative = document.lower(nominal.core.upperBound)
    return ["who", "which", "that", "where", "whose", "whom"].contains(relative) && isBeforeVerb(span, in: sentence)
  }

  /// Where a name ends with the acronym in brackets and the town it is from: `the Blue Union (BU)`, `Corvin Shipping of Oslo`.
  private func end(of span: NameSpan, in sentence: Sentence) -> Int {
    var end = span.tokens.upperBound
    if end + 2 < sentence.tokens.upperBound, document.tokens[end].form == "(", document.tokens[end + 2].form == ")" {
      end += 3
    }
    if end + 1 < sentence.tokens.upperBound, ["of", "from", "in"].contains(document.tokens[end].form),
      let place = names[span.sentence].first(where: { $0.tokens.lowerBound == end + 1 })
    {
      end = place.tokens.upperBound
    }
    return end
  }

  private func isBeforeVerb(_ span: NameSpan, in sentence: Sentence) -> Bool {
    let comma = span.tokens.upperBound
    guard comma + 1 < sentence.tokens.upperBound, document.tokens[comma].form == "," else { return false }
    return [.verb, .auxiliary].contains(document.tokens[comma + 1].upos)
  }

  /// `a group calling itself the "X"`, `a dentist named X`, `a cell known as X`.
  private func introducesName(_ nominal: Nominal, _ span: NameSpan) -> Bool {
    let first = span.title?.lowerBound ?? span.tokens.lowerBound
    guard nominal.full.upperBound <= first, first - nominal.core.upperBound <= 12 else { return false }
    // `the company called X's claim false` calls something of X's, and nobody X.
    let behind = span.tokens.upperBound
    if behind < document.tokens.count, ["'s", "’s", "'", "’"].contains(document.lower(behind)) { return false }
    var index = first - 1
    while index > nominal.head, ["the", "\"", "“", "'", "‘", "a"].contains(document.lower(index)) { index -= 1 }
    guard index > nominal.head else { return false }
    let word = document.lower(index)
    let before = index - 1
    if givesOwnName(nominal, upTo: index) { return true }
    let verb: Int
    if ["itself", "themselves", "himself", "herself", "as", "by"].contains(word), before > nominal.head {
      verb = before
    } else {
      verb = index
    }
    if word == "as", ["only", "name"].contains(document.lower(verb)) {
      // `an associate, identified only as Witness K`
      if document.lower(verb - 1) == "identified", nominal.isPersonal { return isDescribed(by: verb - 1, nominal) }
      // `a corporal who gives his name only as Emile`
      return (nominal.head..<verb + 1).contains { document.lower($0) == "name" }
    }
    // `a man using the name X`
    if word == "name", document.lower(before) == "the", before - 1 > nominal.head, nominal.isPersonal {
      return ["using", "under", "bearing"].contains(document.lower(before - 1)) && before - 1 == nominal.core.upperBound
    }
    // `a man who identified himself as Colonel X`
    if word == "as", ["himself", "herself", "themselves"].contains(document.lower(verb)), verb - 1 > nominal.head {
      return Self.introducing.contains(document.lower(verb - 1))
        && verb - 1 - nominal.core.upperBound <= 1 && nominal.isPersonal
    }
    // `an associate identified as Witness K`
    if word == "as", nominal.isPersonal, document.lower(verb) == "identified" {
      return isDescribed(by: verb, nominal)
    }
    guard Self.naming.contains(document.lower(verb)), verb > nominal.head else { return false }
    // `named X` hangs on the noun; what names something else further on does not.
    return verb == nominal.full.upperBound
      || document.isAncestor(nominal.head, of: verb)
        && !nominals[span.sentence].contains {
          $0.head > nominal.head && $0.head < verb && $0.isPersonal == nominal.isPersonal
            && !isBehindComma($0, nominal)
        }
  }

  /// `The man, a dentist from X named Y`: what the second phrase is called, the first is.
  private func isBehindComma(_ second: Nominal, _ first: Nominal) -> Bool {
    let comma = first.full.upperBound
    return second.core.lowerBound == comma + 1 && document.tokens[comma].form == "," && second.determiner == .indefinite
  }

  /// Whether a participle stands right behind a nominal, a comma between the two or none.
  private func isDescribed(by participle: Int, _ nominal: Nominal) -> Bool {
    let end = nominal.full.upperBound
    return participle == end || participle == end + 1 && document.tokens[end].form == ","
      || document.tokens[participle].head == nominal.head
  }

  /// `The clerk, who gave only his first name, Amit`: the name behind the comma is the clerk's.
  private func givesOwnName(_ nominal: Nominal, upTo comma: Int) -> Bool {
    guard nominal.isPersonal, document.tokens[comma].form == ",", comma - 1 > nominal.head,
      document.lower(comma - 1) == "name"
    else { return false }
    let words = (nominal.head + 1..<comma - 1).map { document.lower($0) }
    guard let gave = words.lastIndex(where: { ["gave", "gives", "giving"].contains($0) }), words.count - gave <= 5
    else {
      return false
    }
    return gave > 0 && words[gave - 1] == "who" || words[gave] == "giving"
  }

  private static let introducing: Set<String> = ["identified", "identifying", "introduced", "introducing"]
  private static let naming: Set<String> = [
    "calling", "calls", "call", "called", "named", "known", "dubbed", "styling",
  ]

  /// `the Islamic State militant group`, `the Reuters news agency`: the noun says what kind of thing the name before it is.
  private func isOwnKind(_ nominal: Nominal, _ span: NameSpan) -> Bool {
    guard let noun = nominal.headNoun, nominal.core.contains(span.tokens.lowerBound),
      span.tokens.upperBound == nominal.head + 1 - nominal.phrase.split(separator: " ").count
    else { return false }
    // `the UN mission`, `the UN agency`: one of what the body has, and not the body.
    if Self.parts.contains(nominal.phrase), !words(span.tokens).lowercased().hasSuffix(nominal.phrase) { return false }
    for case .entity(let index) in span.senses {
      let entry = lexicon.entries[index]
      return entry.label == noun.label || entry.kind == noun.kind || entry.label == .group && noun.kind == "company"
    }
    return false
  }

  private static let parts: Set<String> = [
    "mission", "agency", "office", "branch", "department", "committee", "commission", "council", "court", "tribunal",
    "force", "fund", "programme", "program", "unit", "delegation", "embassy", "bureau", "division", "team",
  ]

  /// Where an apposition to a name would begin: behind a comma, over a bracketed acronym.
  private func behind(_ span: NameSpan, in sentence: Sentence) -> Int? {
    var next = span.tokens.upperBound
    if next + 2 < sentence.tokens.upperBound, document.tokens[next].form == "(" {
      var close = next
      while close < sentence.tokens.upperBound, close - next < 6, document.tokens[close].form != ")" { close += 1 }
      next = close + 1
    }
    guard next < sentence.tokens.upperBound, document.tokens[next].form == "," else { return nil }
    return next + 1
  }

  /// Whether the tree has the word in apposition, or at least does not list it.
  private func isAppositive(_ head: Int, upTo end: Int, to governor: Int, in sentence: Sentence) -> Bool {
    let token = document.tokens[head]
    if token.hasRelation("appos") { return true }
    if document.tokens[governor].hasRelation("appos"), document.tokens[governor].head == head { return true }
    if token.hasRelation("conj") || token.hasRelation("nsubj") { return false }
    // The parser missed it: a phrase with an article between commas is one.
    let start = nominals(startingNear: head, in: sentence)
    guard let start, start.determiner == .indefinite || start.determiner == .definite else { return false }
    return isClosed(end, in: sentence)
  }

  private func nominals(startingNear head: Int, in sentence: Sentence) -> Nominal? {
    guard let index = document.sentenceIndex(ofToken: head) else { return nil }
    return nominals[index].first { $0.head == head }
  }

  func isClosed(_ index: Int, in sentence: Sentence) -> Bool {
    guard index < sentence.tokens.upperBound else { return true }
    return [",", ".", ")", ";", ":", "\"", "”", "—", "–", "-"].contains(document.tokens[index].form)
  }

  /// Takes what describes a name into its entity, and the relations that it tells.
  mutating func describeNames() {
    for sentence in document.sentences.indices {
      for span in names[sentence] {
        guard let entity = entityAtHead[headToken(of: span.tokens)] else { continue }
        if let title = span.title { readTitle(title, of: entity, sentence: sentence) }
        guard !span.senses.contains(where: { if case .demonym = $0 { true } else { false } }) else { continue }
        for nominal in descriptions(of: span) where fits(nominal, entity) {
          isDescribing.insert(nominal.head)
          describe(entity, with: nominal)
          if owner(of: nominal) == nil {
            ownedByPronoun.append((entity, nominal))
          }
        }
        readBase(of: span, entity)
        readStateBefore(span, entity)
        readMembership(of: span, entity)
      }
    }
  }

  /// A person is no ministry, and a state no spokesman.
  private func fits(_ nominal: Nominal, _ entity: Int) -> Bool {
    switch roster.member(entity).entity.label {
    case .person: nominal.isPersonal || nominal.headNoun == nil && nominal.role != nil
    case .organization, .group:
      nominal.isInstitution || nominal.role?.number == .group || nominal.headNoun != nil
        || Self.borneByBodies.contains(nominal.noun)
    case .state: ["ally", "partner", "neighbour", "neighbor", "rival", "country"].contains(nominal.noun)
    case .place: false
    }
  }

  /// What a person may be, and a company as well: `the vessel's owner, Baybay Star Lines`.
  private static let borneByBodies: Set<String> = [
    "owner", "co-owner", "landlord", "employer", "rival", "competitor", "buyer", "seller", "lender", "partner", "ally",
    "backer", "sponsor", "organiser", "organizer", "client", "customer", "founder", "shareholder", "creditor",
  ]

  mutating func describe(_ entity: Int, with nominal: Nominal) {
    let text = words(nominal.full)
    roster.update(entity) { member in
      member.nouns.insert(nominal.noun)
      member.nouns.insert(nominal.phrase)
      if member.entity.description == nil { member.entity.description = text }
      if member.entity.kind == nil || member.entity.kind == "organization" {
        member.entity.kind = nominal.headNoun?.kind ?? nominal.role?.kind
      }
      if member.isPerson, member.gender == nil { member.gender = Self.gender(ofNoun: nominal.noun) }
    }
    entityAtHead[nominal.head] = entity
    for token in nominal.core where entityAtToken[token] == nil { entityAtToken[token] = entity }
    roster.addMention(
      Mention(
        range: document.range(of: nominal.core), tokens: nominal.core, head: nominal.head, sentence: nominal.sentence,
        form: .nominal), to: entity)
    readOwner(of: nominal, entity, rule: "apposition")
  }

  static func gender(ofNoun noun: String) -> Lexicon.Gender? {
    if noun.hasSuffix("woman")
      || ["actress", "mother", "wife", "daughter", "queen", "princess", "sister"].contains(noun)
    {
      return .female
    }
    if noun.hasSuffix("man") && noun != "woman"
      || ["father", "husband", "son", "king", "prince", "brother"].contains(noun)
    {
      return .male
    }
    return nil
  }

  /// `Danish Prime Minister`, `NATO Secretary General`, `President`.
  private mutating func readTitle(_ title: Range<Int>, of entity: Int, sentence: Int) {
    guard let (phrase, role) = roleEnding(title) else { return }
    let last = title.upperBound - 1
    let text = words(title)
    let lastWord = document.lower(last)
    roster.update(entity) { member in
      member.nouns.insert(lastWord)
      member.nouns.insert(phrase)
      if member.entity.description == nil { member.entity.description = text }
      if member.gender == nil { member.gender = Self.gender(ofNoun: lastWord) }
    }
    for token in title where entityAtToken[token] == nil { entityAtToken[token] = entity }
    let owners = title.compactMap { entityAtHead[$0] }.filter { $0 != entity }
    let isOffice = ["minister", "president", "secretary", "premier", "chancellor"].contains(lastWord)
    guard let relation = role.relation ?? (isOffice ? "MEMBER_OF" : nil) else { return }
    if let owner = owners.last {
      relateRole(entity, phrase: phrase, relation, to: owner, tokens: title, sentence: sentence, rule: "title")
    } else if let owner = possessor(before: title.lowerBound) {
      relateRole(entity, phrase: phrase, relation, to: owner, tokens: title, sentence: sentence, rule: "title")
    } else if isOffice, let state = contextState(before: title.lowerBound, sentence: sentence) {
      relateRole(entity, phrase: phrase, relation, to: state, tokens: title, sentence: sentence, rule: "title-at-home")
    }
  }

  private func roleEnding(_ title: Range<Int>) -> (String, RoleNoun)? {
    for start in title {
      let phrase = (start..<title.upperBound).map { document.lower($0) }.joined(separator: " ")
      if let role = lexicon.role(phrase) { return (phrase, role) }
    }
    return nil
  }

  /// `Germany's Chancellor …`, `the ministry's spokesman`.
  func possessor(before index: Int) -> Int? {
    guard index >= 2, ["'s", "’s", "'"].contains(document.tokens[index - 1].form) else { return nil }
    return entityAtHead[index - 2] ?? entityAtToken[index - 2]
  }

  /// `the Swedish Prosecution Authority`, `Britain's Ministry of Defence`: a body whose name says whose it is.
  private mutating func readStateBefore(_ span: NameSpan, _ entity: Int) {
    let member = roster.member(entity)
    guard member.entity.label == .organization else { return }
    var state = possessor(before: span.tokens.lowerBound).flatMap { isState($0) ? $0 : nil }
    if state == nil, span.tokens.count > 1,
      let found = lexicon.names.longest(
        in: document.tokens, from: span.tokens.lowerBound, limit: span.tokens.upperBound - 1)
    {
      for sense in found.values {
        switch sense {
        case .demonym(let index): state = self.entity(ofEntry: index)
        case .entity(let index) where lexicon.entries[index].label == .state: state = self.entity(ofEntry: index)
        default: break
        }
      }
      if let state {
        roster.addAlias(words(found.tokens), to: state)
        roster.addMention(
          Mention(
            range: document.range(of: found.tokens), tokens: found.tokens, head: found.tokens.upperBound - 1,
            sentence: span.sentence, form: .demonym), to: state)
      }
    }
    if state == nil, span.tokens.lowerBound > 0, span.senses.isEmpty {
      let before = span.tokens.lowerBound - 1
      state = names[span.sentence].first { $0.tokens.upperBound == before + 1 }.flatMap { other in
        other.senses.contains { if case .demonym = $0 { true } else { false } } ? entityAtHead[before] : nil
      }
    }
    let isOffice = isGenericOffice(member.entity.name)
    if state == nil, isOffice {
      state = contextState(
        before: span.tokens.lowerBound, sentence: span.sentence,
        isOfHomeAffairs: Self.isOfHomeAffairs(member.entity.name))
    }
    if let state, isOffice { nameOffice(entity, of: state, at: span) }
    guard let state,
      member.entity.link.flatMap({ lexicon.entry(named: $0)?.parent }) == nil || member.entity.link == nil
        || isPublicBody(member.entity.kind)
    else { return }
    relate(
      entity, isPublicBody(member.entity.kind) ? "PART_OF" : "BASED_IN", state, tokens: span.tokens,
      sentence: span.sentence, rule: "state-in-name")
  }

  /// `Interior Ministry`, `Ministry of Defence`: every state has one, and the name says not whose it is.
  private func isGenericOffice(_ name: String) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    guard words.count >= 2, words.contains("ministry") else { return false }
    return words.allSatisfy { Self.offices.contains($0) || lexicon.headNoun($0) != nil }
  }

  /// Of two states' interior ministries neither is the other: the state belongs to the name.
  private mutating func nameOffice(_ entity: Int, of state: Int, at span: NameSpan) {
    let owner = roster.member(state).entity.name
    // By the bare name it is known only where the report gives it that.
    let stated = statedOwner(before: span.tokens.lowerBound, state)
    roster.update(entity) { member in
      guard member.entity.link == nil, !member.entity.name.contains(owner) else { return }
      let plain = member.entity.name
      member.entity.name = "\(plain) of \(owner)"
      member.entity.link = member.entity.name
      let alias = stated.map { "\($0) \(plain)" } ?? plain
      if !member.entity.aliases.contains(alias) { member.entity.aliases.append(alias) }
      member.owner = member.owner ?? state
    }
  }

  /// `Spain's` and `Spanish` in front of a name that every state has.
  private func statedOwner(before index: Int, _ state: Int) -> String? {
    guard index > 0 else { return nil }
    if possessor(before: index) == state { return document.tokens[index - 2].form + document.tokens[index - 1].form }
    return entityAtHead[index - 1] == state ? document.tokens[index - 1].form : nil
  }

  private static let offices: Set<String> = [
    "ministry", "of", "and", "the", "for", "interior", "foreign", "affairs", "defence", "defense", "finance", "health",
    "justice", "economy", "energy", "education", "culture", "transport", "agriculture", "labour", "labor", "trade",
    "information", "intelligence", "security", "environment", "industry", "internal", "home", "state", "public",
    "national", "development", "communications", "economic", "digital", "emergency", "emergencies", "situations",
  ]

  private func isPublicBody(_ kind: String?) -> Bool {
    ["government", "military", "police", "intelligence", "court", "legislature", nil].contains(kind)
  }

  /// `Odette Ngoy of the University of Lubumbashi`; `Chola Banda, who leads the party`.
  private mutating func readMembership(of span: NameSpan, _ entity: Int) {
    guard roster.member(entity).isPerson else { return }
    let sentence = document.sentences[span.sentence]
    var next = span.tokens.upperBound
    if next + 1 < sentence.tokens.upperBound, ["of", "from", "at", "with"].contains(document.lower(next)) {
      let other = names[span.sentence].first { name in
        (next + 1...next + 2).contains(name.tokens.lowerBound)
          && (name.tokens.lowerBound == next + 1 || document.lower(next + 1) == "the")
      }
      if let other, let body = entityAtHead[headToken(of: other.tokens)],
        [.organization, .group].contains(roster.member(body).entity.label)
      {
        relate(
          entity, "MEMBER_OF", body, tokens: span.tokens.lowerBound..<other.tokens.upperBound, sentence: span.sentence,
          rule: "name-of-body")
      }
    }
    if next < sentence.tokens.upperBound, document.tokens[next].form == "," { next += 1 }
    guard next + 1 < sentence.tokens.upperBound, document.lower(next) == "who",
      let type = Self.leading[document.tokens[next + 1].lemma.lowercased()],
      let object = names[span.sentence].first(where: {
        $0.tokens.lowerBound > next + 1 && $0.tokens.lowerBound <= next + 4
      }),
      let body = entityAtHead[headToken(of: object.tokens)]
    else { return }
    relate(
      entity, type, body, tokens: span.tokens.lowerBound..<object.tokens.upperBound, sentence: span.sentence,
      rule: "who-leads")
  }

  private static let leading: [String: String] = [
    "lead": "HEAD_OF", "head": "HEAD_OF", "chair": "HEAD_OF", "run": "HEAD_OF", "command": "HEAD_OF",
    "direct": "HEAD_OF",
    "own": "OWNS", "represent": "MEMBER_OF",
  ]

  /// `Corvane Freight, a company based in Minsk`, `Corvane Freight of Minsk`, `Paris-based X`.
  private mutating func readBase(of span: NameSpan, _ entity: Int) {
    guard [.organization, .group].contains(roster.member(entity).entity.label) else { return }
    let sentence = document.sentences[span.sentence]
    let next = span.tokens.upperBound
    if next + 1 < sentence.tokens.upperBound, document.tokens[next].form == "of",
      let place = entityAtHead[next + 1] ?? entityAtToken[next + 1], let town = placeEntity(place, at: next + 1)
    {
      relate(
        entity, "BASED_IN", town, tokens: span.tokens.lowerBound..<(next + 2), sentence: span.sentence,
        rule: "name-of-place")
    }
    for index in sentence.tokens where document.lower(index) == "based" {
      let near = index - 8..<index + 8
      guard near.overlaps(span.tokens) else { continue }
      readBased(index, span, entity, in: sentence)
    }
  }

  private mutating func readBased(_ index: Int, _ span: NameSpan, _ entity: Int, in sentence: Sentence) {
    // `Minsk-based X`, `the Minsk-based company X`
    if index >= 2, document.tokens[index - 1].form == "-", let place = entityAtToken[index - 2] {
      let described = descriptions(of: span).contains { $0.core.contains(index) }
      guard described || (index + 1..<index + 3).contains(span.tokens.lowerBound),
        let town = placeEntity(place, at: index - 2)
      else { return }
      relate(entity, "BASED_IN", town, tokens: (index - 2)..<(index + 1), sentence: span.sentence, rule: "based-in")
      return
    }
    guard index + 2 < sentence.tokens.upperBound, ["in", "at", "near"].contains(document.lower(index + 1)) else {
      return
    }
    var at = index + 2
    while at < sentence.tokens.upperBound, at < index + 6, entityAtToken[at] == nil { at += 1 }
    guard at < sentence.tokens.upperBound, at < index + 6, let place = entityAtToken[at],
      let town = placeEntity(place, at: at)
    else { return }
    let isBehind =
      span.tokens.upperBound <= index
      && (document.tokens[index].head.map { span.tokens.contains($0) } ?? false
        || descriptions(of: span).contains { document.tokens[index].head == $0.head })
    if isBehind {
      relate(entity, "BASED_IN", town, tokens: index..<(at + 1), sentence: span.sentence, rule: "based-in")
    }
  }

  /// The place that a mention means, where it may also be read as the state.
  mutating func placeEntity(_ index: Int, at token: Int) -> Int? {
    let member = roster.member(index)
    if member.entity.label == .place { return index }
    guard member.entity.label == .state, let link = member.entity.link, let state = lexicon.entryIndex(named: link)
    else { return nil }
    let name = document.tokens[token].form
    if let capital = lexicon.senses(of: name).lazy.compactMap({ sense -> (Int?, Int)? in
      if case .capital(let place, let state) = sense { (place, state) } else { nil }
    }).first {
      return city(capital.0, state: capital.1, named: name)
    }
    return entity(ofEntry: state, asPlace: true)
  }
}
