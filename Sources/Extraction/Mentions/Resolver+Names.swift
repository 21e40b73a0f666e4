import SourceText
import TextAnalysis

extension Resolver {
  /// Turns every name of the body into a mention of an entity, in text order.
  mutating func resolveNames() {
    for sentence in document.sentences.indices {
      for span in names[sentence] { resolve(span) }
    }
  }

  private mutating func resolve(_ span: NameSpan) {
    if isStorm(span) { return }
    if let entity = bracketed(span) ?? introduced(span) {
      roster.addAlias(words(span.tokens), to: entity)
      mention(span.tokens, head: headToken(of: span.tokens), sentence: span.sentence, form: .name, of: entity)
      return
    }
    if introduceNational(span) { return }
    if let person = namesake(span) {
      mention(span.tokens, head: headToken(of: span.tokens), sentence: span.sentence, form: .name, of: person)
      return
    }
    if !span.isPerson, let (entity, form) = known(span) {
      roster.addAlias(words(span.tokens), to: entity)
      mention(span.tokens, head: headToken(of: span.tokens), sentence: span.sentence, form: form, of: entity)
      return
    }
    guard !isAdjective(span), let entity = unknown(span) else { return }
    mention(span.tokens, head: headToken(of: span.tokens), sentence: span.sentence, form: .name, of: entity)
  }

  /// `An Algerian was killed`, `seven Americans`: people of a state, and not the state.
  private mutating func introduceNational(_ span: NameSpan) -> Bool {
    guard span.tokens.count == 1, let state = demonymState(span) else { return false }
    let sentence = document.sentences[span.sentence]
    let token = span.tokens.lowerBound
    let next = token + 1
    guard
      next >= sentence.tokens.upperBound
        || ![.noun, .properNoun, .adjective, .numeral].contains(document.tokens[next].upos)
          && document.tokens[next].form != "-",
      token > sentence.tokens.lowerBound
    else { return false }
    let before = document.lower(token - 1)
    let count = NumberWords.value(of: before)
    guard ["a", "an", "another", "some", "several", "many", "other"].contains(before) || count != nil else {
      return false
    }
    let isMany = count.map { $0 > 1 } ?? !["a", "an", "another"].contains(before)
    let words = self.words((token - 1)..<next)
    var member = Roster.Member(
      entity: Entity(
        label: isMany ? .group : .person, name: ["a", "an"].contains(before) ? self.words(span.tokens) : words,
        kind: "people", isNamed: false, count: isMany ? count : nil, description: words))
    member.nouns = [document.lower(token)]
    member.isPlural = isMany
    member.owner = state
    let index = roster.insert(member, key: nil)
    mention((token - 1)..<next, head: token, sentence: span.sentence, form: .nominal, of: index)
    relate(index, "NATIONAL_OF", state, tokens: span.tokens, sentence: span.sentence, rule: "national")
    return true
  }

  private mutating func demonymState(_ span: NameSpan) -> Int? {
    for case .demonym(let index) in span.senses { return entity(ofEntry: index) }
    return nil
  }

  /// `Typhoon Rai`, and `Rai` where the report has named it so, unless something is in it.
  private func isStorm(_ span: NameSpan) -> Bool {
    guard !stormNames.isEmpty else { return false }
    let first = span.tokens.lowerBound
    if StormName.nouns.contains(document.lower(first)), span.tokens.count > 1 { return true }
    if document.lower(first) == "tropical", span.tokens.count > 1, StormName.nouns.contains(document.lower(first + 1)) {
      return true
    }
    guard span.tokens.count == 1, stormNames.contains(document.tokens[first].form) else { return false }
    return first == 0 || !["in", "at", "near", "to", "from"].contains(document.lower(first - 1))
  }

  /// `Medina said`, behind `Carlos Medina`: where it is no place that is spoken of, the surname of somebody the report has
  /// named means that one, and no town of the name.
  private func namesake(_ span: NameSpan) -> Int? {
    guard span.tokens.count == 1, !span.senses.isEmpty,
      let person = roster.index(forNamePart: WordFolding.key(words(span.tokens))), roster.member(person).isPerson,
      !standIn.isPlace(span.tokens, in: document.sentences[span.sentence])
    else { return nil }
    let isOfTown = span.senses.allSatisfy { sense in
      if case .entity(let index) = sense { lexicon.entries[index].label == .place } else { false }
    }
    return isOfTown ? person : nil
  }

  // MARK: Names of the lexicons

  private mutating func known(_ span: NameSpan) -> (Int, Mention.Form)? {
    let sentence = document.sentences[span.sentence]
    var state: Int?
    var capital: (place: Int?, state: Int)?
    var place: Int?
    var other: Int?
    for sense in span.senses {
      switch sense {
      case .demonym(let index): return (entity(ofEntry: index), .demonym)
      case .capital(let city, let index): capital = capital ?? (city, index)
      case .entity(let index):
        switch lexicon.entries[index].label {
        case .state: state = state ?? index
        case .place: place = place ?? index
        default:
          // Of namesakes the one that the report has named before.
          if other == nil || roster.index(forKey: "entry:" + lexicon.entries[index].name) != nil { other = index }
        }
      }
    }
    if let state {
      let isLand = standIn.isPlace(span.tokens, in: sentence)
      return (entity(ofEntry: state, asPlace: isLand), .name)
    }
    if let capital {
      guard standIn.isPlace(span.tokens, in: sentence) || isInHead(of: span) else {
        return (entity(ofEntry: capital.state), .metonym)
      }
      return (city(capital.place, state: capital.state, named: words(span.tokens)), .name)
    }
    if let own = ownOffice(span) { return (own, .name) }
    if let paper = ownPaper(span) { return (paper, .name) }
    if let other, !isOfOtherState(span, lexicon.entries[other]) { return (entity(ofEntry: other), .name) }
    guard let place, !isAdjective(span) else { return nil }
    let entity = entity(ofEntry: place)
    locate(entity, in: lexicon.entries[place].countries)
    return (entity, .name)
  }

  /// `The Senate will open an inquiry`, in a report on the Philippines: what many states have, and the lexicon knows of one,
  /// is that one's only where the report names that state or none.
  private func isOfOtherState(_ span: NameSpan, _ entry: NameEntry) -> Bool {
    guard !statesNamed.isEmpty else { return false }
    if isInitials(span, of: entry) {
      // `FLN`, of the Congo: few letters, which many groups of the world share.
      let lands = Set(entry.countries + [entry.parent].compactMap { $0 })
      return !lands.isEmpty && lands.isDisjoint(with: statesNamed)
        && lands.allSatisfy { lexicon.entry(named: $0)?.label == .state }
        && roster.index(forKey: "entry:" + entry.name) == nil
    }
    guard Self.sharedOffices.contains(words(span.tokens).lowercased()) else { return false }
    var owner: NameEntry? = entry
    for _ in 0..<4 {
      guard let known = owner, known.label != .state else { break }
      owner = known.parent.flatMap { lexicon.entry(named: $0) }
    }
    return owner.map { $0.label == .state && !statesNamed.contains($0.name) } ?? false
  }

  /// Whether a party or a group under arms is named by its initials alone.
  private func isInitials(_ span: NameSpan, of entry: NameEntry) -> Bool {
    let form = document.tokens[span.tokens.lowerBound].form
    return span.tokens.count == 1 && (2...5).contains(form.count) && WordShape.isAcronym(form)
      && ["armed_group", "party"].contains(entry.kind)
  }

  private static let sharedOffices: Set<String> = [
    "senate", "congress", "house of representatives", "treasury", "treasury department", "justice department",
    "state department", "supreme court", "house of commons", "house of lords", "coast guard", "national guard",
    "secret service", "labour party", "labor party", "central bank", "federal reserve", "security service",
    "border patrol", "border security force", "counter terrorism department", "counter-terrorism department",
    "liberal party", "christian democratic party", "civil guard", "energy department", "department of energy",
    "commerce department", "department of commerce", "department of state", "department of the treasury",
    "emergencies ministry", "ministry of emergency situations", "ministry of state security",
    "ministry of external affairs", "national intelligence directorate", "national information center",
    "national information centre", "national intelligence center", "counterterrorism division", "royal court",
    "foreign office", "foreign intelligence service", "federal security service", "marine corps", "state council",
    "national security council", "national police", "central command", "cyber command", "federal council",
    "federal chancellery", "supreme federal court", "social democrats", "christian democrats", "free democrats",
    "intelligence bureau", "national intelligence service", "national intelligence centre",
    "national directorate of security", "national investigation agency", "national liberation front",
    "national transitional council", "ministry of public security", "federal intelligence service",
    "national disaster management agency", "transitional sovereignty council", "treasury police",
    "conservative party", "liberal democrats", "justice department", "department of justice",
  ]

  /// `told the Observer`, in a report of The Atlantic Observer: of papers with one name it is the one that says so.
  private func ownPaper(_ span: NameSpan) -> Int? {
    guard span.tokens.count <= 2, let name = document.text.metadata.publisher else { return nil }
    let bare = PhraseIndex<Int>.withoutArticle(name)
    let short = PhraseIndex<Int>.withoutArticle(words(span.tokens)).lowercased()
    let before = span.tokens.lowerBound - 1
    guard !short.contains(" "), bare.lowercased().hasSuffix(" " + short),
      document.lower(span.tokens.lowerBound) == "the" || before >= 0 && document.lower(before) == "the"
    else { return nil }
    if let own = roster.index(forKey: "name:" + WordFolding.key(bare)) { return own }
    for case .entity(let entry) in lexicon.senses(of: name) {
      if let own = roster.index(forKey: "entry:" + lexicon.entries[entry].name) { return own }
    }
    return nil
  }

  /// `Sweden's Security Service`: what bears the bare name of another state's body is the one of the state in front, by the
  /// name that the lexicon has for it.
  private mutating func ownOffice(_ span: NameSpan) -> Int? {
    let name = words(span.tokens)
    guard Self.sharedOffices.contains(name.lowercased()),
      let owner = possessor(before: span.tokens.lowerBound), isState(owner)
    else { return nil }
    let state = roster.member(owner).entity.name
    let entry = lexicon.entries.firstIndex { entry in
      entry.label == .organization && entry.parent == state
        && ([entry.name] + entry.aliases).contains {
          $0 == name || $0.hasSuffix(" " + name) || $0.hasPrefix(name + " of ")
        }
    }
    return entry.map { self.entity(ofEntry: $0) }
  }

  /// `Western nations`: a word of direction that some province has for its name.
  private func isAdjective(_ span: NameSpan) -> Bool {
    span.tokens.count == 1 && document.tokens[span.tokens.lowerBound].upos == .adjective
  }

  /// `Lubumbashi, Congo` or a name before a comma and its country is the town.
  private func isInHead(of span: NameSpan) -> Bool {
    let next = span.tokens.upperBound
    let sentence = document.sentences[span.sentence]
    guard next + 1 < sentence.tokens.upperBound, document.tokens[next].form == "," else { return false }
    return names[span.sentence].contains { other in
      other.tokens.lowerBound == next + 1
        && other.senses.contains {
          if case .entity(let index) = $0 { lexicon.entries[index].label == .state } else { false }
        }
    } && !document.tokens[span.tokens.upperBound - 1].hasRelation("nsubj")
  }

  mutating func city(_ place: Int?, state: Int, named name: String) -> Int {
    if let place {
      let index = entity(ofEntry: place)
      locate(index, in: [lexicon.entries[state].name])
      return index
    }
    let key = "city:" + WordFolding.key(name)
    if let known = roster.index(forKey: key) { return known }
    let entity = Entity(label: .place, name: name, kind: "city", link: "city:" + name)
    let index = roster.insert(Roster.Member(entity: entity, nouns: ["city", "capital"]), key: key)
    locate(index, in: [lexicon.entries[state].name])
    return index
  }

  /// Only a place with one possible country lies in it.
  private mutating func locate(_ place: Int, in countries: [String]) {
    guard countries.count == 1, roster.member(place).entity.locatedIn == nil,
      let state = lexicon.entryIndex(named: countries[0]), lexicon.entries[state].label == .state
    else { return }
    let land = entity(ofEntry: state, asPlace: true)
    if land != place { roster.update(place) { $0.entity.locatedIn = EntityID(land) } }
  }

  // MARK: Other names

  private mutating func unknown(_ span: NameSpan) -> Int? {
    let name = nameOfPartner(span) ?? words(span.tokens)
    let key = "name:" + WordFolding.key(PhraseIndex<Int>.withoutArticle(name))
    if let known = roster.index(forKey: key) {
      roster.addAlias(name, to: known)
      return known
    }
    if name == words(span.tokens), let known = shortForm(span, name) {
      roster.addAlias(name, to: known)
      learnGender(of: known, from: span)
      return known
    }
    guard let evidence = NameEvidence(resolver: self, span: span).verdict() else { return nil }
    var member = Roster.Member(entity: Entity(label: evidence.label, name: name, kind: evidence.kind))
    member.gender = evidence.gender
    member.nouns = evidence.nouns
    let index = roster.insert(member, key: key)
    let parts = span.tokens.map { document.tokens[$0].form }.filter { WordShape.isCapitalised($0) }
    if name != words(span.tokens) { return index }
    if evidence.label == .person {
      // Any word of the name but a first name may stand for the person later.
      for part in parts.dropFirst(parts.count > 1 ? 1 : 0) { roster.setNamePart(WordFolding.key(part), index) }
      // `Lu`, behind `Lu Hanyi`: what no list knows as a first name may be the family's, written in front.
      if let first = parts.first, parts.count == 2 || parts.count == 3 && parts.allSatisfy({ $0.count <= 6 }),
        first.count > 1, lexicon.gender(ofFirstName: first) == nil,
        !first.hasSuffix("."), roster.index(forNamePart: WordFolding.key(first)) == nil
      {
        roster.setNamePart(WordFolding.key(first), index)
      }
      for part in hyphenated(span.tokens) { roster.setNamePart(WordFolding.key(part), index) }
    } else if evidence.label != .place {
      if let first = parts.first, parts.count > 1, Self.calledByFirstWord.contains(evidence.kind ?? "") {
        roster.setNamePart(WordFolding.key(first), index)
      }
      let initials = String(parts.compactMap(\.first))
      if initials.count >= 2 { roster.alias("name:" + WordFolding.key(initials), of: index) }
      if parts.count > 2 {
        for start in 1..<(parts.count - 1) {
          roster.alias("name:" + WordFolding.key(parts[start...].joined(separator: " ")), of: index)
        }
        // `Delta Stitch`, of `Delta Stitch Ltd`
        if evidence.kind == "company" {
          roster.alias("name:" + WordFolding.key(parts.dropLast().joined(separator: " ")), of: index)
        }
      }
      if let last = parts.last, parts.count > 1 { roster.setNamePart("the " + WordFolding.key(last), index) }
    }
    return index
  }

  /// Bodies that people call by the first word of their name; of a ministry or the Red Crescent it says whose that is.
  private static let calledByFirstWord: Set<String> = [
    "", "organization", "group", "company", "publisher", "newspaper", "broadcaster", "bank", "party", "armed_group",
    "gang", "movement", "website", "magazine",
  ]

  /// `Mr Carrick`, of one whose first name told nothing.
  private mutating func learnGender(of person: Int, from span: NameSpan) {
    guard roster.member(person).isPerson, roster.member(person).gender == nil else { return }
    if let gender = titleGender(span) { roster.update(person) { $0.gender = gender } }
  }

  private func titleGender(_ span: NameSpan) -> Lexicon.Gender? {
    guard let title = span.title else { return nil }
    return title.lazy.compactMap {
      lexicon.titles.longest(in: document.tokens, from: $0, limit: title.upperBound)?.values.first?.gender
    }.first
  }

  private static let married: Set<String> = [
    "husband", "wife", "wives", "widow", "widower", "spouse", "couple", "marriage", "married", "divorce", "ex-husband",
    "ex-wife", "fiancé", "fiancée", "son", "daughter", "brother", "sister",
  ]

  /// `Mrs Wessels`, in a report about Ruud Wessels: whose title is of the other sex bears the family name of the one that it
  /// stands for alone, and is somebody else. A first name may be a man's in one land and a woman's in another, so the report
  /// has to speak of a family, and, where the name tells nothing, of `her husband`.
  private func nameOfPartner(_ span: NameSpan) -> String? {
    guard span.tokens.count == 1, let gender = titleGender(span), gender != .either, let title = span.title,
      let known = roster.index(forNamePart: WordFolding.key(words(span.tokens))),
      roster.member(known).isPerson
    else { return nil }
    // `Mr Kral` and `Mrs Kral`: only a title can have told it.
    let hasTitleAlone = roster.member(known).entity.name == words(span.tokens)
    let sentence = document.sentences[span.sentence].tokens
    let partner = gender == .female ? ["her", "husband"] : ["his", "wife"]
    let isPartner = sentence.dropLast().contains {
      document.lower($0) == partner[0] && document.lower($0 + 1) == partner[1]
    }
    switch roster.member(known).gender {
    case .some(gender): return nil
    case .none, .some(.either): guard isPartner, !hasTitleAlone else { return nil }
    default:
      guard hasTitleAlone || document.tokens.contains(where: { Self.married.contains($0.lower) }) else { return nil }
    }
    return words(title.lowerBound..<span.tokens.upperBound)
  }

  /// A surname, the first word of a company's name, the last of a newspaper's behind `the`.
  private func shortForm(_ span: NameSpan, _ name: String) -> Int? {
    let hasArticle =
      span.tokens.lowerBound > 0 && document.lower(span.tokens.lowerBound - 1) == "the"
    let last = document.tokens[span.tokens.upperBound - 1].form
    if span.tokens.count == 1 || isHyphenated(span.tokens) {
      let key = WordFolding.key(name)
      if let known = roster.index(forNamePart: key), !span.isPerson || roster.member(known).isPerson { return known }
      if hasArticle { return roster.index(forNamePart: "the " + key) }
      return nil
    }
    // `Kabeya Mwamba` for `Justin Kabeya Mwamba`.
    guard let known = roster.index(forNamePart: WordFolding.key(last)), roster.member(known).isPerson else {
      return nil
    }
    let full = WordFolding.key(roster.member(known).entity.name)
    return full.hasSuffix(WordFolding.key(name)) ? known : nil
  }

  /// `Ocampo-Reyes` of `Liza Ocampo-Reyes`: two words for the tokeniser, and one surname.
  private func hyphenated(_ tokens: Range<Int>) -> [String] {
    tokens.dropFirst().dropLast().filter { document.tokens[$0].form == "-" }.map { words($0 - 1..<$0 + 2) }
  }

  private func isHyphenated(_ tokens: Range<Int>) -> Bool {
    tokens.count == 3 && document.tokens[tokens.lowerBound + 1].form == "-"
  }

  // MARK: Acronyms

  /// `Lualaba Free Column (LFC)`: the bracketed word is a name of what stands before, here and in all that follows.
  private mutating func bracketed(_ span: NameSpan) -> Int? {
    let sentence = document.sentences[span.sentence]
    let (open, close) = (span.tokens.lowerBound - 1, span.tokens.upperBound)
    guard open > sentence.tokens.lowerBound, close < sentence.tokens.upperBound, document.tokens[open].form == "(",
      document.tokens[close].form == ")", span.tokens.count <= 3,
      span.tokens.allSatisfy({ WordShape.isAcronym(document.tokens[$0].form) || document.tokens[$0].form == "-" }),
      let entity = entityAtToken[open - 1], names[span.sentence].contains(where: { $0.tokens.upperBound == open })
    else { return nil }
    roster.alias("local:" + WordFolding.key(words(span.tokens)), of: entity)
    return entity
  }

  /// A name that this report has given an entity itself.
  private func introduced(_ span: NameSpan) -> Int? {
    roster.index(forKey: "local:" + WordFolding.key(words(span.tokens)))
  }
}
