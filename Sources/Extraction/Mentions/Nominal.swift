import TextAnalysis

/// A noun phrase without a name that may stand for an actor: `three Canadian officials`, `the ministry`, `another source`.
struct Nominal {
  enum Determiner { case definite, indefinite, possessive, demonstrative, bare }

  /// From its determiner to its head.
  var core: Range<Int>
  /// With what follows and restricts it: `a doctor at the hospital`.
  var full: Range<Int>
  var head: Int
  var sentence: Int
  /// The words that the lexicon knows, lower case: `police commander`.
  var phrase: String
  /// The head's word in the singular where that is known, lower case.
  var noun: String
  var role: RoleNoun?
  var headNoun: HeadNoun?
  var isPlural: Bool
  var determiner: Determiner
  var count: Int?
  /// 2 for `second`; 0 where it is `another`, which counts on from the last.
  var ordinal: Int?
  /// `one of the sources`: the head of the group it is taken from.
  var takenFrom: Int?

  /// A ministry, an army, a newspaper: one body, not people.
  var isInstitution: Bool {
    guard let headNoun, headNoun.label != .place, !isPlural else { return false }
    return true
  }

  /// The phrase of `the other`, `the third`: one of those that others were taken from before.
  static let restOfWhole = "the rest"
  /// The phrase of `a third`, behind two who spoke.
  static let oneMore = "one more"

  var isPersonal: Bool { !isInstitution && !isPlural && role?.number != .group && role != nil }
}

/// Finds the noun phrases that may stand for actors.
struct NominalFinder {
  let document: Document
  let lexicon: Lexicon

  private static let longestPhrase = 5
  private static let longestCore = 12
  private static let longestFull = 16

  /// The nominals of a sentence in the order of their heads; words of `names` are no heads.
  func nominals(inSentence index: Int, names: [NameSpan]) -> [Nominal] {
    let sentence = document.sentences[index]
    var isName = [Bool](repeating: false, count: sentence.tokens.count)
    for name in names {
      for token in (name.title?.lowerBound ?? name.tokens.lowerBound)..<name.tokens.upperBound
      where sentence.tokens.contains(token) {
        isName[token - sentence.tokens.lowerBound] = true
      }
    }
    var result: [Nominal] = []
    for token in sentence.tokens where !isName[token - sentence.tokens.lowerBound] {
      let next = token + 1 - sentence.tokens.lowerBound
      let isBeforeName = next < isName.count && isName[next]
      if isLand(token, names) || isMutePaper(token, in: sentence) || isBodyPart(token) { continue }
      if let nominal = nominal(headedBy: token, sentence: index, isBeforeName: isBeforeName)
        ?? partitive(at: token, sentence: index)
      {
        result.append(nominal)
      }
    }
    return result
  }

  // MARK: Heads

  /// `shook his head`, `shot in the head`, `turned a blind eye`: of a body, and nobody who heads one.
  private func isBodyPart(_ noun: Int) -> Bool {
    guard ["head", "heads"].contains(document.lower(noun)), let governor = document.tokens[noun].head else {
      return false
    }
    if Self.doneToHeads.contains(document.tokens[governor].lemma.lowercased()) {
      return document.tokens[noun].hasRelation("obj") || document.tokens[noun].hasRelation("obl")
    }
    // `its head` is a body's; a person has one of his own.
    return document.children(of: noun).contains { ["his", "her", "my", "your"].contains(document.lower($0)) }
  }

  private static let doneToHeads: Set<String> = [
    "shake", "nod", "bow", "shoot", "hit", "strike", "wound", "beat", "injure", "turn", "raise", "kick", "cover",
  ]

  /// `stole the records of a million patients`: papers are a source where something is read in them, and no actor elsewhere.
  private func isMutePaper(_ head: Int, in sentence: Sentence) -> Bool {
    guard Self.papers.contains(document.lower(head)), let governor = document.tokens[head].head else { return false }
    let token = document.tokens[head]
    if token.hasRelation("nsubj") { return lexicon.cues(beginningWith: document.tokens[governor].lemma).isEmpty }
    guard token.hasRelation("obl") || token.hasRelation("obj") || token.hasRelation("nmod") else { return false }
    let marks = sentence.tokens.filter { document.tokens[$0].head == head && document.tokens[$0].hasRelation("case") }
    let words = marks.map { document.lower($0) } + [document.lower(governor)]
    return !words.contains { ["to", "by", "citing", "quoting", "cited", "quoted", "according"].contains($0) }
  }

  private static let papers: Set<String> = ["records", "reports", "documents", "files", "papers"]

  /// `Kebbi state`, `the Chocó department`, `the state of Kebbi`: the land that bears the name, and nobody. A country's own
  /// name, or that of a body, makes none.
  private func isLand(_ head: Int, _ names: [NameSpan]) -> Bool {
    let word = document.lower(head)
    guard Land.nouns.contains(word), document.tokens[head].form == word else { return false }
    return names.contains { name in
      guard !name.isPerson else { return false }
      let isBehind = word == "state" && name.tokens.lowerBound == head + 2 && document.lower(head + 1) == "of"
      return (name.tokens.upperBound == head || isBehind) && Land.mayBear(name, lexicon)
    }
  }

  private func nominal(headedBy head: Int, sentence index: Int, isBeforeName: Bool) -> Nominal? {
    let sentence = document.sentences[index]
    let token = document.tokens[head]
    guard token.upos == .noun || token.upos == .properNoun || (token.upos == .adjective && isNounLike(head, sentence))
    else { return nil }
    // The last word of its phrase: a noun that another noun follows only modifies it.
    let next = head + 1
    if !isBeforeName, next < sentence.tokens.upperBound,
      [.noun, .properNoun, .adjective].contains(document.tokens[next].upos),
      document.tokens[next].hasSpaceBefore,
      token.deprel.isEmpty
        || (token.head ?? 0) > head && ["compound", "amod", "nmod", "flat"].contains(String(token.baseRelation))
    {
      return nil
    }
    guard let found = lexiconPhrase(endingAt: head, in: sentence) ?? speakerPhrase(head, in: sentence) else {
      return nil
    }
    let start = coreStart(head: head, phrase: found.tokens, in: sentence)
    let core = start..<(head + 1)
    var nominal = Nominal(
      core: core, full: core, head: head, sentence: index, phrase: found.phrase, noun: singular(head), role: found.role,
      headNoun: found.headNoun, isPlural: isPlural(head), determiner: .bare, count: nil, ordinal: nil, takenFrom: nil)
    readModifiers(&nominal)
    if let people = collected(by: nominal, in: sentence) {
      nominal.role = people
      nominal.headNoun = nil
      nominal.isPlural = true
    }
    nominal.full = fullExtent(of: nominal, in: sentence)
    return nominal
  }

  /// `a group of armed men`: people, and no body.
  private func collected(by nominal: Nominal, in sentence: Sentence) -> RoleNoun? {
    let of = nominal.head + 1
    guard Self.collectives.contains(nominal.noun), of + 1 < sentence.tokens.upperBound, document.tokens[of].form == "of"
    else { return nil }
    let behind = (of + 1)..<min(sentence.tokens.upperBound, of + 1 + Self.longestPhrase)
    guard let noun = behind.first(where: { document.tokens[$0].upos == .noun && isPlural($0) }) else { return nil }
    return lexiconPhrase(endingAt: noun, in: sentence)?.role
  }

  private static let collectives: Set = ["group", "band", "gang", "crowd", "squad", "team", "handful", "bunch"]

  /// Adjectives used as nouns: `the accused`, `a Kazakh national`.
  private func isNounLike(_ index: Int, _ sentence: Sentence) -> Bool {
    let next = index + 1
    let hasDeterminer = (max(sentence.tokens.lowerBound, index - 3)..<index).contains {
      document.tokens[$0].upos == .determiner
    }
    guard hasDeterminer else { return false }
    guard next < sentence.tokens.upperBound else { return true }
    return ![.noun, .properNoun, .adjective, .numeral].contains(document.tokens[next].upos)
  }

  private func lexiconPhrase(
    endingAt head: Int, in sentence: Sentence
  ) -> (tokens: Range<Int>, phrase: String, role: RoleNoun?, headNoun: HeadNoun?)? {
    let lowest = max(sentence.tokens.lowerBound, head + 1 - Self.longestPhrase)
    var role: (Range<Int>, String, RoleNoun)?
    var noun: (Range<Int>, String, HeadNoun)?
    guard isWord(head) else { return nil }
    let (own, lemma) = (document.lower(head), singular(head))
    // Phrases do not run over marks.
    var first = head
    while first > lowest, isWord(first - 1) { first -= 1 }
    for start in first...head {
      let range = start..<(head + 1)
      // An article in front is no part of what the lexicon knows.
      var before = FoldedHash()
      for token in start..<head where token > start || document.lower(token) != "the" {
        before.add(document.lower(token))
      }
      func words(_ last: String) -> String {
        ((start..<head).map { document.lower($0) } + [last]).joined(separator: " ")
      }
      func hash(_ last: String) -> FoldedHash {
        var hash = before
        hash.add(last)
        return hash
      }
      let (phrase, lemmaPhrase) = (hash(own), hash(lemma))
      func found<Value>(_ index: PhraseIndex<Value>, _ hash: FoldedHash, _ last: String) -> Value? {
        index.first(hash) { PhraseIndex<Value>.withoutArticle(words(last)) }
      }
      if role == nil, let found = found(lexicon.roles, phrase, own) ?? found(lexicon.roles, lemmaPhrase, lemma) {
        role = (range, words(own), found)
      }
      if noun == nil,
        let found = found(lexicon.headNouns, lemmaPhrase, lemma) ?? found(lexicon.headNouns, phrase, own),
        found.label != .place, !found.isOnlyInNames
      {
        noun = (range, words(lemma), found)
      }
    }
    guard role != nil || noun != nil else { return nil }
    let tokens = role.map(\.0) ?? noun.map(\.0) ?? head..<(head + 1)
    return (tokens, role?.1 ?? noun?.1 ?? "", role?.2, noun?.2)
  }

  /// `a tea seller … told the paper`: whoever speaks is somebody, whether or not the lexicon knows the trade.
  private func speakerPhrase(
    _ head: Int, in sentence: Sentence
  ) -> (tokens: Range<Int>, phrase: String, role: RoleNoun?, headNoun: HeadNoun?)? {
    let token = document.tokens[head]
    var subject = head
    while document.tokens[subject].hasRelation("conj"), let first = document.tokens[subject].head, first < subject {
      subject = first
    }
    guard token.upos == .noun, document.tokens[subject].hasRelation("nsubj"), let verb = document.tokens[subject].head,
      verb > head, ["say", "tell"].contains(document.tokens[verb].lemma.lowercased())
    else { return nil }
    let article = document.child(of: head, in: sentence, ["det"]).map { document.lower($0) }
    let isPlural = token.xpos == "NNS"
    let isOne = !isPlural && token.xpos == "NN" && subject == head && ["a", "an", "another"].contains(article ?? "")
    guard isOne || Self.isTrade(singular(head), isPlural: isPlural, hasArticle: article != nil) else { return nil }
    let kind = isOne ? "source" : isPlural ? "people" : "person"
    return (head..<(head + 1), document.lower(head), RoleNoun(number: isPlural ? .group : .person, kind: kind), nil)
  }

  /// `the swimmer`, `two bakers`: by how the word is built, somebody who does something.
  private static func isTrade(_ noun: String, isPlural: Bool, hasArticle: Bool) -> Bool {
    guard isPlural || hasArticle, noun.count > 4, !things.contains(noun) else { return false }
    return ["er", "or", "ist", "ian", "man", "woman", "smith", "wright"].contains { noun.hasSuffix($0) }
  }

  /// Words that are built so and say things, and are nobody.
  private static let things: Set = [
    "letter", "paper", "newspaper", "order", "poster", "banner", "sticker", "flyer", "flier", "newsletter", "charter",
    "chapter", "folder", "computer", "register", "number", "matter", "power", "weather", "radar", "sensor", "error",
    "mirror", "counter", "monitor", "header", "footer", "disclaimer", "reminder", "primer", "placard", "calendar",
    "answer", "offer", "folklore", "center", "centre", "tower", "border", "marker", "ledger", "printer", "scanner",
    "server", "browser", "tracker", "cover", "wrapper", "binder", "cluster", "chamber", "quarter", "corner", "other",
    "another", "either", "neither", "summer", "winter", "whisper", "rumor", "humor", "tenor", "factor", "behavior",
    "master", "list", "checklist", "twist", "playlist", "human", "thermometer", "speaker", "teleprinter",
  ]

  /// A word or the hyphen inside one: phrases do not run over marks.
  private func isWord(_ index: Int) -> Bool {
    let token = document.tokens[index]
    return token.upos != .punctuation || (token.form == "-" && !token.hasSpaceBefore)
  }

  private func isPlural(_ head: Int) -> Bool {
    let token = document.tokens[head]
    if token.xpos == "NNS" || token.xpos == "NNPS" { return true }
    if !token.xpos.isEmpty { return token.lower == "people" }
    return token.form.hasSuffix("s") && !token.form.hasSuffix("ss")
      || ["people", "gunmen", "men", "women"].contains(document.lower(head))
  }

  func singular(_ head: Int) -> String {
    let token = document.tokens[head]
    if token.lemma != token.form, !token.lemma.isEmpty { return token.lemma.lowercased() }
    let form = token.lower
    if form.hasSuffix("men") { return String(form.dropLast(3)) + "man" }
    if form.hasSuffix("ies") { return String(form.dropLast(3)) + "y" }
    if form.hasSuffix("s"), !form.hasSuffix("ss") { return String(form.dropLast()) }
    return form
  }

  // MARK: Extents

  /// Leftwards over determiners, numbers, adjectives and nouns; tags decide, since trees err at phrase borders.
  private func coreStart(head: Int, phrase: Range<Int>, in sentence: Sentence) -> Int {
    var start = phrase.lowerBound
    let lowest = max(sentence.tokens.lowerBound, head - Self.longestCore)
    while start > lowest {
      let before = document.tokens[start - 1]
      // `a claim the firm rejects`: in front of an article stands another phrase.
      if document.lower(start) == "the", before.upos != .determiner { break }
      let isPart: Bool
      switch before.upos {
      case .determiner: isPart = true
      case .adjective, .numeral, .noun, .properNoun:
        isPart =
          !["least", "most"].contains(before.lower) && !isDay(start - 1, in: sentence)
          && !Self.timeNouns.contains(before.lemma.lowercased())
      case .pronoun: isPart = before.xpos == "PRP$"
      case .particle: isPart = before.xpos == "POS" || before.form == "'s" || before.form == "’s" || before.form == "'"
      case .verb: isPart = before.hasRelation("amod") && before.xpos != "VBD"
      case .adverb:
        isPart =
          before.form == "then" || before.form == "most"
          || document.tokens[start].upos == .adjective && before.hasRelation("advmod")
            && document.tokens[before.head ?? 0].upos == .adjective
      case .punctuation: isPart = before.form == "-" && !document.tokens[start].hasSpaceBefore
      default: isPart = false
      }
      if before.upos == .coordinatingConjunction || before.form == ",", start - 2 >= lowest,
        isDemonym(start - 2), isDemonym(start)
      {
        start -= 2
        continue
      }
      guard isPart else { break }
      start -= 1
      if before.upos == .determiner || before.xpos == "PRP$" {
        // `all the sources`, nothing else stands before a determiner.
        break
      }
    }
    // A possessor before the phrase is no determiner of its own: `the Iran minister's aides` keeps all of it.
    return start
  }

  /// `Hungarian` in `Hungarian and Romanian officials`: peoples joined before one noun belong to it together.
  private func isDemonym(_ index: Int) -> Bool {
    let token = document.tokens[index]
    guard token.upos == .adjective || token.upos == .properNoun else { return false }
    return lexicon.senses(of: token.form).contains { if case .demonym = $0 { true } else { false } }
  }

  /// `yesterday armed men entered`, `for 15 minutes terrorists shot at it`: the phrase begins behind them.
  private static let timeNouns: Set = [
    "yesterday", "today", "tonight", "tomorrow", "minute", "hour", "day", "week", "month", "time", "afternoon",
  ]

  /// The number of a date: `Mar. 22 gunmen attacked`.
  private func isDay(_ index: Int, in sentence: Sentence) -> Bool {
    let word = document.lower(index)
    if CalendarWords.months[word.hasSuffix(".") ? String(word.dropLast()) : word] != nil
      || CalendarWords.weekdays[word] != nil
    {
      return WordShape.isCapitalised(document.tokens[index].form)
    }
    guard CalendarWords.day(word) != nil, index > sentence.tokens.lowerBound else { return false }
    let before = document.lower(index - 1)
    return CalendarWords.months[before.hasSuffix(".") ? String(before.dropLast()) : before] != nil
  }

  /// The phrase with what restricts it up to the next comma: prepositional phrases and adjectives behind it.
  private func fullExtent(of nominal: Nominal, in sentence: Sentence) -> Range<Int> {
    var end = nominal.core.upperBound
    let limit = min(sentence.tokens.upperBound, nominal.core.lowerBound + Self.longestFull)
    guard end < limit else { return nominal.core }
    let opening = document.tokens[end]
    let starts: Bool
    if opening.upos == .adposition,
      ["of", "at", "in", "from", "for", "with", "near", "on", "to"].contains(opening.form)
    {
      // Only what hangs below the head: `told reporters in Geneva` keeps `in Geneva` for the telling.
      starts = attaches(end, to: nominal.head) && !tellsWhen(end) && !isConnection(end)
    } else if opening.upos == .adjective, opening.head == nominal.head {
      starts = true
    } else {
      starts = false
    }
    guard starts else { return nominal.core }
    end += 1
    while end < limit {
      let token = document.tokens[end]
      if token.upos == .punctuation, token.form != "-", token.form != "'" { break }
      if [.verb, .auxiliary, .subordinatingConjunction, .coordinatingConjunction].contains(token.upos)
        || token.xpos.hasPrefix("W")
      {
        break
      }
      if token.upos == .adposition, !attaches(end, to: nominal.head) || tellsWhen(end) { break }
      end += 1
    }
    while end > nominal.core.upperBound,
      [.adposition, .determiner, .adverb].contains(document.tokens[end - 1].upos)
        || document.tokens[end - 1].xpos == "PRP$"
    {
      end -= 1
    }
    return nominal.core.lowerBound..<end
  }

  /// `on Wednesday`, `in January`: a day is no part of who somebody is, whatever the tree says.
  private func tellsWhen(_ preposition: Int) -> Bool {
    guard preposition + 1 < document.tokens.count else { return false }
    let next = document.lower(preposition + 1)
    return CalendarWords.weekdays[next] != nil || CalendarWords.months[next] != nil
  }

  /// `35 people in connection with the bombing`: the connection is the arrest's.
  private func isConnection(_ preposition: Int) -> Bool {
    guard preposition + 1 < document.tokens.count else { return false }
    return ["connection", "relation", "response", "retaliation", "exchange", "return"].contains(
      document.lower(preposition + 1))
  }

  private func attaches(_ preposition: Int, to head: Int) -> Bool {
    guard let object = document.tokens[preposition].head else { return document.tokens[head].deprel.isEmpty }
    var current = object
    for _ in 0..<6 {
      guard let parent = document.tokens[current].head else { return false }
      if parent == head { return true }
      guard ["nmod", "amod", "conj", "compound", "flat", "obl"].contains(document.tokens[current].baseRelation),
        parent > head
      else { return false }
      current = parent
    }
    return false
  }

  // MARK: Modifiers

  private static let ordinals: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "another": 0,
  ]

  private func readModifiers(_ nominal: inout Nominal) {
    for index in nominal.core where index < nominal.head {
      let word = document.lower(index)
      let isFirst = index == nominal.core.lowerBound
      switch word {
      case "the": if isFirst { nominal.determiner = .definite }
      case "a", "an": if isFirst { nominal.determiner = .indefinite }
      case "this", "that", "these", "those", "both": if isFirst { nominal.determiner = .demonstrative }
      case "some", "several", "many", "few", "any", "no", "each", "every":
        if isFirst { nominal.determiner = .indefinite }
      case "its", "his", "her", "their", "our", "my", "your": if isFirst { nominal.determiner = .possessive }
      case "'s", "’s", "'": nominal.determiner = .possessive
      default: break
      }
      if let ordinal = Self.ordinals[word] {
        nominal.ordinal = ordinal
        if isFirst { nominal.determiner = .indefinite }
      } else if let count = NumberWords.value(of: word) {
        nominal.count = count
      }
    }
  }

  // MARK: Partitives

  /// `Two engineers … One of them said S. The other refused`, `The third put it at 9`: an ordinal with an article and no noun,
  /// that does something.
  private func tells(_ subject: Int) -> Bool {
    guard let verb = document.tokens[subject].head, verb == subject + 1 else { return false }
    return ["say", "tell", "put", "add", "describe", "recall", "claim", "insist", "deny", "speak", "estimate"]
      .contains(document.tokens[verb].lemma.lowercased())
  }

  private func restOfWhole(at index: Int, _ word: String, _ nominal: Nominal, in sentence: Sentence) -> Nominal? {
    let next = index + 1
    guard word == "other" || Self.ordinals[word] ?? 0 > 0, index > sentence.tokens.lowerBound,
      document.lower(index - 1) == "the" || document.lower(index - 1) == "a" && word != "other" && tells(index),
      document.tokens[index].hasRelation("nsubj"), next < sentence.tokens.upperBound, document.lower(next) != "of",
      ![.noun, .adjective, .properNoun, .numeral, .symbol].contains(document.tokens[next].upos)
    else { return nil }
    var rest = nominal
    rest.core = (index - 1)..<next
    rest.full = rest.core
    rest.phrase = document.lower(index - 1) == "a" ? Nominal.oneMore : Nominal.restOfWhole
    rest.isPlural = false
    rest.determiner = .indefinite
    return rest
  }

  /// `one of the sources`, `two of her patients`, `another, a customs investigator`, `those arrested`.
  private func partitive(at index: Int, sentence sentenceIndex: Int) -> Nominal? {
    let sentence = document.sentences[sentenceIndex]
    let token = document.tokens[index]
    let word = document.lower(index)
    let next = index + 1
    let count = NumberWords.value(of: word)
    guard
      count != nil || ["another", "some", "others", "both", "several", "many", "those"].contains(word)
        || Self.ordinals[word] != nil || word == "other"
    else { return nil }
    let plural = count.map { $0 > 1 } ?? (word != "another")
    var nominal = Nominal(
      core: index..<next, full: index..<next, head: index, sentence: sentenceIndex, phrase: word, noun: word, role: nil,
      headNoun: nil, isPlural: plural, determiner: .indefinite, count: count, ordinal: word == "another" ? 0 : nil,
      takenFrom: nil)
    if next < sentence.tokens.upperBound, document.tokens[next].form == "of", word != "those" {
      let group = (next + 1)..<min(sentence.tokens.upperBound, next + 8)
      for head in group {
        if document.tokens[head].upos == .pronoun,
          document.tokens[head].xpos != "PRP$" || document.lower(head) == "them"
        {
          nominal.takenFrom = head
          nominal.full = index..<(head + 1)
          return nominal
        }
        if [.noun, .properNoun].contains(document.tokens[head].upos) {
          let following = head + 1
          if following < sentence.tokens.upperBound, [.noun, .properNoun].contains(document.tokens[following].upos) {
            continue
          }
          // `two of the victims' relatives`: taken from the relatives.
          if following < sentence.tokens.upperBound, document.tokens[following].xpos == "POS" { continue }
          guard let found = lexiconPhrase(endingAt: head, in: sentence), isPlural(head) else { return nil }
          nominal.takenFrom = head
          nominal.role =
            count == 1 || word == "another"
            ? found.role.map { RoleNoun(number: .person, relation: $0.relation, kind: $0.kind) } : found.role
          nominal.noun = singular(head)
          nominal.phrase = found.phrase
          nominal.full = index..<(head + 1)
          return nominal
        }
        if [.verb, .punctuation, .auxiliary, .adposition].contains(document.tokens[head].upos) { return nil }
      }
      return nil
    }
    if word == "another",
      token.upos != .determiner || next < sentence.tokens.upperBound && document.tokens[next].form == ","
    {
      return nominal
    }
    if word == "those", next < sentence.tokens.upperBound, document.tokens[next].xpos == "VBN" {
      nominal.core = index..<(next + 1)
      nominal.full = nominal.core
      nominal.noun = document.lower(next)
      nominal.phrase = "those " + nominal.noun
      return nominal
    }
    if let rest = restOfWhole(at: index, word, nominal, in: sentence) { return rest }
    // `the five have not been charged`: a numeral with an article and nothing counted.
    if count != nil, index > sentence.tokens.lowerBound, document.lower(index - 1) == "the",
      next >= sentence.tokens.upperBound
        || ![.noun, .adjective, .properNoun, .numeral, .symbol].contains(document.tokens[next].upos)
    {
      nominal.core = (index - 1)..<next
      nominal.full = nominal.core
      nominal.determiner = .definite
      return nominal
    }
    return nil
  }
}
