import TextAnalysis

extension Resolver {
  /// The nominals that stand in apposition to a name: `the news agency X`, `X, a rebel group,`, `Its spokesman, X,`.
  func descriptions(of span: NameSpan) -> [Nominal] {
    let sentence = document.sentences[span.sentence]
    return nominals[span.sentence].filter { nominal in
      if nominal.takenFrom != nil || nominal.isPlural { return false }
      if nominal.core.upperBound == span.tokens.lowerBound { return standsBefore(nominal, span) }
      if nominal.full.upperBound + 1 == span.tokens.lowerBound, document.tokens[nominal.full.upperBound].form == "," {
        return isAppositive(span.tokens.lowerBound, upTo: span.tokens.upperBound, to: nominal.head, in: sentence)
          && isClosed(span.tokens.upperBound, in: sentence)
      }
      let start = nominal.core.lowerBound
      if start == behind(span, in: sentence) {
        return isAppositive(nominal.head, upTo: nominal.full.upperBound, to: headToken(of: span.tokens), in: sentence)
      }
      return false
    }
  }

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

  /// `Kremlin spokesman Dmitry Peskov`, `the broadcaster SVT`; a role or a kind of body directly before the name.
  private func standsBefore(_ nominal: Nominal, _ span: NameSpan) -> Bool {
    let head = document.tokens[nominal.head]
    // `the official told Reuters`: nothing stands between, so the noun is no subject of its own with the name as object.
    if head.hasRelation("nsubj"), let verb = head.head, verb < span.tokens.lowerBound { return false }
    return true
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
        }
        readBase(of: span, entity)
      }
    }
  }

  /// A person is no ministry, and a state no spokesman.
  private func fits(_ nominal: Nominal, _ entity: Int) -> Bool {
    switch roster.member(entity).entity.label {
    case .person: nominal.isPersonal || nominal.headNoun == nil && nominal.role != nil
    case .organization, .group: nominal.isInstitution || nominal.role?.number == .group || nominal.headNoun != nil
    case .state, .place: false
    }
  }

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
    guard let relation = role.relation else { return }
    if let owner = owners.last {
      relateRole(entity, phrase: phrase, relation, to: owner, tokens: title, sentence: sentence, rule: "title")
    } else if let owner = possessor(before: title.lowerBound) {
      relateRole(entity, phrase: phrase, relation, to: owner, tokens: title, sentence: sentence, rule: "title")
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

  /// `Velmira Freight, a company based in Minsk`, `Velmira Freight of Minsk`, `Paris-based X`.
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
