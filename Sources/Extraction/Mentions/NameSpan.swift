import TextAnalysis

/// Words that are a name, before it is known whose.
struct NameSpan {
  var tokens: Range<Int>
  var sentence: Int
  /// What the lexicons know of exactly these words; empty for a name they do not know.
  var senses: [NameSense]
  /// The words before a person's name that say who they are: `Danish Prime Minister`.
  var title: Range<Int>?
  /// Whether a title makes it a person.
  var isPerson: Bool = false

  var isKnown: Bool { !senses.isEmpty }
}

/// Finds the names of a sentence: those of the lexicons, and runs of capitalised words.
struct NameFinder {
  let document: Document
  let lexicon: Lexicon
  /// The forms of names that stand within sentences of running text, where nothing else has a capital.
  private let writtenLarge: Set<String>

  init(document: Document, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    var forms: Set<String> = []
    for sentence in document.sentences where sentence.part == .body {
      for token in sentence.tokens.dropFirst() where document.tokens[token].upos == .properNoun {
        let form = document.tokens[token].form
        if WordShape.isCapitalised(form), !document.isOpening(token, in: sentence) { forms.insert(form) }
      }
    }
    writtenLarge = forms
  }

  /// The names of a sentence in text order, without overlaps.
  func names(inSentence index: Int) -> [NameSpan] {
    let sentence = document.sentences[index]
    var result: [NameSpan] = []
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      let run = capitalRun(from: token, in: sentence)
      if run.isEmpty {
        // Names that begin with a small letter: `al-Qaeda`.
        if let found = lexicon.names.longest(in: document.tokens, from: token, limit: sentence.tokens.upperBound),
          found.tokens.contains(where: { WordShape.isCapitalised(document.tokens[$0].form) }),
          !isOpeningWord(token, sentence), !isDate(found.tokens)
        {
          result.append(NameSpan(tokens: found.tokens, sentence: index, senses: found.values))
          token = found.tokens.upperBound
        } else {
          token += 1
        }
        continue
      }
      let spans = split(run, sentence: index)
      result.append(contentsOf: spans)
      token = max(run.upperBound, spans.last?.tokens.upperBound ?? 0)
    }
    return result
  }

  // MARK: Runs of capitals

  private static let longestRun = 12

  /// The words from `start` that are capitalised as names are, with the small words that join them; empty if there is none.
  private func capitalRun(from start: Int, in sentence: Sentence) -> Range<Int> {
    guard isNameWord(start, in: sentence) else { return start..<start }
    var end = start + 1
    while end < sentence.tokens.upperBound, end - start < Self.longestRun {
      if isNameWord(end, in: sentence) {
        end += 1
      } else if isHyphen(end), end + 1 < sentence.tokens.upperBound, !document.tokens[end + 1].hasSpaceBefore,
        WordShape.isCapitalised(document.tokens[end + 1].form) || WordShape.isNumber(document.tokens[end + 1].form)
      {
        end += 2
      } else if let next = connected(end, run: start..<end, in: sentence) {
        end = next
      } else if WordShape.isNumber(document.tokens[end].form), document.tokens[end].form.count <= 3,
        document.tokens[end - 1].upos == .properNoun || isCountedRole(end - 1, in: sentence),
        isNumberPartOfName(end, in: sentence)
      {
        end += 1
      } else {
        break
      }
    }
    return start..<end
  }

  /// `Nord Stream 1`, `Flight 17`: a number that counts nothing behind it.
  private func isNumberPartOfName(_ index: Int, in sentence: Sentence) -> Bool {
    let next = index + 1
    guard next < sentence.tokens.upperBound else { return true }
    let following = document.tokens[next]
    let month = WordShape.calendarWords.contains(document.lower(index - 1))
    return !month && following.upos != .noun && following.upos != .numeral && following.form != ","
      && following.form != "-"
  }

  /// `26 September` is a paper in Yemen, and a day everywhere.
  private func isDate(_ tokens: Range<Int>) -> Bool {
    tokens.contains { CalendarWords.months[document.lower($0)] != nil }
      && tokens.contains { CalendarWords.day(document.lower($0)) != nil }
  }

  private func isHyphen(_ index: Int) -> Bool {
    ["-", "–", "&"].contains(document.tokens[index].form) && !document.tokens[index].hasSpaceBefore
  }

  private func isOpeningWord(_ index: Int, _ sentence: Sentence) -> Bool {
    document.isOpening(index, in: sentence) && WordShape.openers.contains(document.lower(index))
  }

  /// `Jan Brodik`: a word for a month that opens a name, with neither a day nor a year behind it.
  private func isFirstName(_ index: Int, in sentence: Sentence) -> Bool {
    let token = document.tokens[index]
    guard token.form == "Jan", index + 1 < sentence.tokens.upperBound else { return false }
    let next = document.tokens[index + 1]
    return next.upos == .properNoun && WordShape.isCapitalised(next.form)
      && !WordShape.calendarWords.contains(document.lower(index + 1))
  }

  private func isNameWord(_ index: Int, in sentence: Sentence) -> Bool {
    let token = document.tokens[index]
    guard WordShape.isCapitalised(token.form), token.form != "I", token.upos != .pronoun else { return false }
    let lower = document.lower(index)
    if WordShape.calendarWords.contains(trimStop(lower)), token.form != "US", !isFirstName(index, in: sentence) {
      return false
    }
    guard document.isOpening(index, in: sentence) else {
      return !["The", "A", "An", "And", "But"].contains(token.form)
    }
    if WordShape.openers.contains(lower) || isRoleAlone(index, in: sentence) { return false }
    if token.upos == .properNoun || isCountedRole(index, in: sentence) { return true }
    // `SPT for its part insists`: capitals that the rest of the sentence does not have.
    if token.form.count > 2, WordShape.isAcronym(token.form), token.hasRelation("nsubj"),
      index + 1 < sentence.tokens.upperBound, document.tokens[index + 1].form.first?.isLowercase ?? false
    {
      return true
    }
    if lexicon.names.longest(in: document.tokens, from: index, limit: sentence.tokens.upperBound) != nil { return true }
    let following = index + 1
    if following < sentence.tokens.upperBound {
      let next = document.tokens[following]
      // `Black Dawn said`: names of groups and parties begin so.
      if Self.nameAdjectives.contains(lower), WordShape.isCapitalised(next.form), next.upos == .properNoun {
        return true
      }
      if opensBody(index, in: sentence) { return true }
      // `Meridian denied`: what the text writes large within its sentences is a name at their head as well.
      if ["NN", "JJ", "RB"].contains(token.xpos), [.verb, .auxiliary].contains(next.upos),
        writtenLarge.contains(token.form) || isCitingOutlet(index, in: sentence) || isBareSpeaker(index, in: sentence)
      {
        return true
      }
    }
    // The tagger errs at the head of a sentence: a following name is taken with a title or a first name.
    let next = index + 1
    guard next < sentence.tokens.upperBound, WordShape.isCapitalised(document.tokens[next].form) else { return false }
    return lexicon.gender(ofFirstName: token.form) != nil || lexicon.titles.values(of: token.form).first != nil
      || lexicon.role(lower) != nil
  }

  /// `Witness 4 said`, `Officer B`: people whose names a court or a paper keeps back.
  private func isCountedRole(_ index: Int, in sentence: Sentence) -> Bool {
    let next = index + 1
    guard next < sentence.tokens.upperBound, lexicon.role(document.lower(index))?.number == .person else {
      return false
    }
    let form = document.tokens[next].form
    let isLetter = form.utf8.count == 1 && form != "A" && form != "I" && form.first?.isUppercase ?? false
    return isLetter || WordShape.isNumber(form) && form.utf8.count <= 3 && isNumberPartOfName(next, in: sentence)
  }

  /// `Rafferty accepts that S`: a noun that can be counted needs an article, so what says things without one is a name.
  private func isBareSpeaker(_ index: Int, in sentence: Sentence) -> Bool {
    let (token, lower) = (document.tokens[index], document.lower(index))
    return token.xpos == "NN" && token.hasRelation("nsubj") && token.form.count > 3
      && Self.personalSaying.contains(document.lower(index + 1)) && !Self.saysWithoutArticle.contains(lower)
      && lexicon.role(lower) == nil && lexicon.headNoun(lower) == nil
      && !document.tokens.contains { $0.form == lower }
  }

  private static let personalSaying: Set<String> = [
    "said", "says", "accepts", "accepted", "denied", "denies", "insisted", "insists", "argued", "argues", "admitted",
    "admits", "claims", "claimed", "told", "added", "maintains", "contends", "conceded", "concedes", "recalled",
    "recalls",
  ]
  /// Nouns that are not counted, or stand for a body.
  private static let saysWithoutArticle: Set<String> = [
    "management", "opposition", "staff", "counsel", "evidence", "legend", "tradition", "testimony", "rumour", "rumor",
    "word", "gossip", "nobody", "none", "nothing", "everybody", "everyone", "someone", "somebody", "anyone", "science",
    "history", "research", "intelligence", "scripture", "custom", "convention", "wisdom", "logic", "experience", "law",
    "defence", "defense", "prosecution", "labour", "labor", "parliament", "congress", "industry", "business", "policy",
    "literature", "analysis", "mother", "father", "grandmother", "grandfather", "neither", "another", "each", "half",
    "most", "information", "advertising", "propaganda", "criticism", "correspondence", "documentation", "reporting",
  ]

  /// `Newsline reported on Tuesday, citing relatives, that S`: one noun without an article, which reports what others say.
  private func isCitingOutlet(_ index: Int, in sentence: Sentence) -> Bool {
    let verb = document.tokens[index + 1]
    guard document.tokens[index].xpos == "NN", ["reported", "wrote", "reports"].contains(verb.lower) else {
      return false
    }
    let lower = document.lower(index)
    return lexicon.role(lower) == nil && lexicon.headNoun(lower) == nil
      && (index + 2..<sentence.tokens.upperBound).contains { ["citing", "quoting"].contains(document.lower($0)) }
  }

  /// `Continental Press reported`, `Civil Liberties Watch said`: an adjective in front of capitals, where all together are built
  /// as a body's name.
  private func opensBody(_ index: Int, in sentence: Sentence) -> Bool {
    let next = index + 1
    guard document.tokens[index].upos == .adjective, !Self.tellingApart.contains(document.lower(index)) else {
      return false
    }
    let end =
      (next..<sentence.tokens.upperBound).first { !WordShape.isCapitalised(document.tokens[$0].form) }
      ?? sentence.tokens.upperBound
    guard (1...3).contains(end - next), end - next > 1 || document.tokens[next].upos == .properNoun,
      let noun = lexicon.headNoun(document.lower(end - 1)), noun.label == .organization
    else { return false }
    return lexicon.names.longest(in: document.tokens, from: next, limit: sentence.tokens.upperBound) == nil
  }

  /// Adjectives that say which or of what kind one is, and begin no name.
  private static let tellingApart: Set<String> = [
    "former", "local", "senior", "other", "several", "many", "most", "some", "recent", "previous", "late", "private",
    "foreign", "domestic", "rival", "big", "large", "small", "major", "independent", "pro-government",
  ]

  private static let nameAdjectives: Set<String> = [
    "black", "red", "white", "green", "blue", "golden", "silver", "grand", "free", "young", "iron", "holy", "royal",
    "great", "bright", "shining",
  ]

  /// `Gunmen killed`, `Rebels said`: a word for people with nothing but its place at the head of the sentence for a capital.
  private func isRoleAlone(_ index: Int, in sentence: Sentence) -> Bool {
    let next = index + 1
    if next < sentence.tokens.upperBound, WordShape.isCapitalised(document.tokens[next].form) { return false }
    let lower = document.lower(index)
    let isPlural = lower.hasSuffix("s") || lower.hasSuffix("men")
    guard isPlural else { return false }
    let singular = lower.hasSuffix("men") ? String(lower.dropLast(3)) + "man" : String(lower.dropLast())
    return lexicon.role(lower) != nil || lexicon.role(singular) != nil
  }

  private func trimStop(_ word: String) -> String { word.hasSuffix(".") ? String(word.dropLast()) : word }

  /// Small words inside personal names.
  private static let particles: Set<String> = [
    "de", "del", "della", "di", "da", "do", "dos", "das", "du", "la", "le", "van", "von", "der", "den", "bin", "ibn",
    "ag", "ould", "bint",
    "al", "el",
    "abu", "ben", "y", "ud", "ul", "ter", "zu",
  ]

  /// The end of a run that goes on behind a small word: `Ministry of Health`, `Ludwig van Beek`.
  private func connected(_ index: Int, run: Range<Int>, in sentence: Sentence) -> Int? {
    let word = document.lower(index)
    var next = index + 1
    if Self.particles.contains(word) {
      while next < sentence.tokens.upperBound, next - index < 3,
        Self.particles.contains(document.lower(next)) || isHyphen(next)
      {
        next += 1
      }
      guard next < sentence.tokens.upperBound, WordShape.isCapitalised(document.tokens[next].form) else { return nil }
      return next + 1
    }
    // `the Sirte Martyrs' Column`, `the Farmers' Union`: those in front of the apostrophe made the body, and are no owners.
    if word == "'" || word == "’", document.tokens[index - 1].form.hasSuffix("s"), next < sentence.tokens.upperBound,
      WordShape.isCapitalised(document.tokens[next].form), let noun = lexicon.headNoun(document.lower(next)),
      noun.label != .place, noun.kind != "company"
    {
      return next + 1
    }
    if let end = spelledOut(from: run.lowerBound, in: sentence), end > index { return end }
    if word == "and", let end = secondField(index, run: run, in: sentence) { return end }
    guard word == "of" || word == "for" || word == "on" else { return nil }
    if next < sentence.tokens.upperBound, document.lower(next) == "the" { next += 1 }
    guard next < sentence.tokens.upperBound, WordShape.isCapitalised(document.tokens[next].form),
      !WordShape.calendarWords.contains(document.lower(next))
    else { return nil }
    // `Cabinet Secretary for Transport Ann Lee`: the field is the office's, and the name behind it the bearer's.
    if word != "on", isField(next), next + 2 < sentence.tokens.upperBound,
      WordShape.isCapitalised(document.tokens[next + 1].form), WordShape.isCapitalised(document.tokens[next + 2].form),
      (max(run.lowerBound, run.upperBound - 3)..<run.upperBound).contains(where: { isTitle($0..<run.upperBound) })
    {
      return next + 1
    }
    if word == "of", isPurpose(endingAt: run) || isBand(run, in: sentence) { return next + 1 }
    guard let head = headNoun(endingAt: run) else { return nil }
    if word == "of", head.noun.kind == "company" || head.noun.kind == "publisher" { return nil }
    if word != "of", head.noun.label == .place || head.noun.kind == "company" { return nil }
    return next + 1
  }

  /// `Coordination of Hill Movements (CHM)`: where a name ends whose capitals the bracketed acronym behind it spells.
  private func spelledOut(from start: Int, in sentence: Sentence) -> Int? {
    var initials = ""
    var index = start
    while index < sentence.tokens.upperBound, index - start < Self.longestRun {
      let form = document.tokens[index].form
      if form == "(" {
        let acronym = index + 1
        guard acronym + 1 < sentence.tokens.upperBound, document.tokens[acronym + 1].form == ")" else { return nil }
        return initials.count > 1 && document.tokens[acronym].form.uppercased() == initials
          && WordShape.isAcronym(document.tokens[acronym].form) ? index : nil
      }
      if WordShape.isCapitalised(form), let first = form.first {
        initials.append(first)
      } else if !Self.joiningWords.contains(document.lower(index)) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Small words that an acronym leaves out.
  private static let joiningWords: Set<String> = [
    "of", "the", "for", "and", "in", "on", "to", "against", "de", "du", "des",
  ]

  /// `the Lions of the North`, `the Sons of the Valley`: a plural written large behind its article, which is neither an office
  /// nor a name by itself.
  private func isBand(_ run: Range<Int>, in sentence: Sentence) -> Bool {
    let word = run.lowerBound
    guard run.count == 1, word - 1 > sentence.tokens.lowerBound, document.lower(word - 1) == "the",
      ["NNS", "NNPS", "NNP"].contains(document.tokens[word].xpos), document.lower(word).hasSuffix("s"),
      lexicon.role(document.lower(word)) == nil, lexicon.gender(ofFirstName: document.tokens[word].form) == nil,
      lexicon.titles.values(of: document.tokens[word].form).isEmpty
    else { return false }
    return lexicon.names.longest(in: document.tokens, from: word, limit: run.upperBound) == nil
  }

  /// `the Pensions and Insurance Authority`: two fields of one body. Two bodies would have two articles, or names that are known.
  private func secondField(_ index: Int, run: Range<Int>, in sentence: Sentence) -> Int? {
    if let end = bracketedBody(index, run: run, in: sentence) { return end }
    guard run.count == 1, run.lowerBound > sentence.tokens.lowerBound,
      document.lower(run.lowerBound - 1) == "the", isField(run.lowerBound)
    else { return nil }
    var end = index + 1
    while end < sentence.tokens.upperBound, end - index <= 3, WordShape.isCapitalised(document.tokens[end].form) {
      end += 1
    }
    guard end - index > 2, let noun = lexicon.headNoun(document.lower(end - 1)), noun.label == .organization,
      ["government", "ngo", "company", "union", "intergovernmental", "legislature"].contains(noun.kind),
      lexicon.names.longest(in: document.tokens, from: run.lowerBound, limit: run.upperBound) == nil,
      lexicon.names.longest(in: document.tokens, from: index + 1, limit: end) == nil
    else { return nil }
    return end
  }

  /// `the International Ski and Snowboard Federation (FIS)`: one acronym behind both, and the noun for a body only at the end.
  private func bracketedBody(_ index: Int, run: Range<Int>, in sentence: Sentence) -> Int? {
    guard run.count <= 3, run.lowerBound > sentence.tokens.lowerBound, document.lower(run.lowerBound - 1) == "the",
      headNoun(endingAt: run) == nil,
      lexicon.names.longest(in: document.tokens, from: run.lowerBound, limit: run.upperBound)?.tokens != run
    else { return nil }
    let end =
      (index + 1..<sentence.tokens.upperBound).first { !WordShape.isCapitalised(document.tokens[$0].form) }
      ?? sentence.tokens.upperBound
    guard (index + 2...index + 5).contains(end), end + 2 < sentence.tokens.upperBound, document.tokens[end].form == "(",
      WordShape.isAcronym(document.tokens[end + 1].form), document.tokens[end + 2].form == ")",
      let noun = headNoun(endingAt: index + 1..<end)?.noun, noun.label == .organization
    else { return nil }
    return end
  }

  /// A word for what a body deals with, written large: `Pensions`, `Defence`, `Health`.
  private func isField(_ token: Int) -> Bool {
    let word = document.lower(token)
    guard !WordShape.isAcronym(document.tokens[token].form) else { return false }
    return Self.fields.contains(word)
      || ["tions", "sions", "ions", "tion", "ities", "ence", "ense", "ment", "ture", "ries", "ders", "ing"].contains {
        word.hasSuffix($0)
      }
  }

  private static let fields: Set<String> = [
    "health", "food", "oil", "gas", "energy", "water", "trade", "justice", "interior", "labour", "labor", "land",
    "road",
    "sea", "arms", "finance", "drugs", "firearms", "fisheries", "mines", "ports", "power", "safety", "welfare", "youth",
    "transport", "culture", "science", "industry", "tourism", "sport", "markets", "banks", "taxes", "customs", "rivers",
    "forests",
  ]

  /// `Front for the Liberation` of a country, `Committee for the Protection` of something: what a body is for goes on.
  private func isPurpose(endingAt run: Range<Int>) -> Bool {
    guard let last = run.last, let preposition = run.last(where: { document.tokens[$0].form == "for" }),
      preposition > run.lowerBound, last > preposition, headNoun(endingAt: run.lowerBound..<preposition) != nil
    else { return false }
    let word = document.lower(last)
    return ["tion", "sion", "ence", "ense", "ment", "ity", "ing", "dom", "ress", "port", "ery", "rights"].contains {
      word.hasSuffix($0)
    } && lexicon.names.longest(in: document.tokens, from: run.lowerBound, limit: run.upperBound) == nil
  }

  // MARK: Splitting

  /// The noun that the last words of a stretch are, the longest first.
  func headNoun(endingAt range: Range<Int>) -> (noun: HeadNoun, tokens: Range<Int>)? {
    for length in stride(from: min(3, range.count), through: 1, by: -1) {
      let last = (range.upperBound - length)..<range.upperBound
      if let noun = lexicon.headNoun(words(last)) { return (noun, last) }
    }
    return nil
  }

  /// The noun that a name is built on: before an `of`, else its last words.
  func kernel(of range: Range<Int>) -> HeadNoun? {
    if let of = range.first(where: { ["of", "for"].contains(document.tokens[$0].form) }), of > range.lowerBound,
      let found = headNoun(endingAt: range.lowerBound..<of)
    {
      return found.noun
    }
    return headNoun(endingAt: range)?.noun
  }

  func words(_ range: Range<Int>) -> String {
    range.map { document.tokens[$0].form }.joined(separator: " ")
  }

  /// Takes a run of capitals apart into what it names: a title and a person, a state and an office, one name.
  private func split(_ run: Range<Int>, sentence: Int) -> [NameSpan] {
    let limit = document.sentences[sentence].tokens.upperBound
    if let found = lexicon.names.longest(in: document.tokens, from: run.lowerBound, limit: limit),
      found.tokens.upperBound >= run.upperBound, !isDate(found.tokens)
    {
      return [NameSpan(tokens: found.tokens, sentence: sentence, senses: found.values)]
    }
    if let office = officeAcross(run, from: document.sentences[sentence].tokens.lowerBound) {
      return [
        NameSpan(
          tokens: office.upperBound..<run.upperBound, sentence: sentence, senses: [], title: office, isPerson: true)
      ]
    }
    if run.count == 2, isCountedRole(run.lowerBound, in: document.sentences[sentence]) {
      return [NameSpan(tokens: run, sentence: sentence, senses: [], isPerson: true)]
    }
    if let title = titleEnd(run) {
      var spans = known(in: run.lowerBound..<title, sentence: sentence)
      guard title < run.upperBound else { return spans }
      spans.append(
        NameSpan(
          tokens: title..<run.upperBound, sentence: sentence, senses: [], title: run.lowerBound..<title, isPerson: true)
      )
      return spans
    }
    let startsWithFirstName = lexicon.gender(ofFirstName: document.tokens[run.lowerBound].form) != nil
    if run.count > 1, !startsWithFirstName, kernel(of: run) != nil {
      return [NameSpan(tokens: run, sentence: sentence, senses: [])]
    }
    guard let found = lexicon.names.longest(in: document.tokens, from: run.lowerBound, limit: run.upperBound) else {
      // A known name may end the run: `Baghdad-based Reuters`, `Daesh`.
      for start in run.dropFirst() {
        guard let tail = lexicon.names.longest(in: document.tokens, from: start, limit: limit),
          tail.tokens.upperBound >= run.upperBound, tail.tokens.count > 1 || run.count == 2 && isDemonymOrAcronym(tail)
        else { continue }
        return split(run.lowerBound..<start, sentence: sentence)
          + [NameSpan(tokens: tail.tokens, sentence: sentence, senses: tail.values)]
      }
      return [NameSpan(tokens: run, sentence: sentence, senses: [])]
    }
    let rest = found.tokens.upperBound..<run.upperBound
    // `Moscow Grill House`: a place or person's word that begins a longer name is part of it; a demonym stands alone.
    if found.values.contains(where: isDemonym) || found.tokens.count > 1 || followsHyphen(rest.lowerBound) {
      return [NameSpan(tokens: found.tokens, sentence: sentence, senses: found.values)]
        + splitRest(rest, sentence: sentence)
    }
    return [NameSpan(tokens: run, sentence: sentence, senses: [])]
  }

  private func splitRest(_ rest: Range<Int>, sentence: Int) -> [NameSpan] {
    guard let first = rest.first else { return [] }
    if ["-", "–", "&", "of", "for", "on", "the"].contains(document.tokens[first].form) {
      return splitRest((first + 1)..<rest.upperBound, sentence: sentence)
    }
    return split(rest, sentence: sentence)
  }

  private func followsHyphen(_ index: Int) -> Bool {
    index < document.tokens.count && ["-", "–"].contains(document.tokens[index].form)
  }

  private func isDemonym(_ sense: NameSense) -> Bool { if case .demonym = sense { true } else { false } }

  private func isDemonymOrAcronym(_ found: (tokens: Range<Int>, values: [NameSense])) -> Bool {
    found.values.contains(where: isDemonym) || WordShape.isAcronym(document.tokens[found.tokens.lowerBound].form)
  }

  /// Where the title ends that a run opens with, if what follows may be a person's name (or nothing, for a title alone).
  private func titleEnd(_ run: Range<Int>) -> Int? {
    var best: Int?
    for end in (run.lowerBound + 1)...run.upperBound {
      for start in max(run.lowerBound, end - 4)..<end where isTitle(start..<end) {
        // What stands before the title is its owner, unless it is no name we know: then only a short one is.
        best = end
        break
      }
    }
    guard let best else { return nil }
    if best == run.upperBound { return isWholeTitle(run) ? best : nil }
    let name = best..<run.upperBound
    // `General Electric`, `President Hotel`: what follows is a thing.
    if kernel(of: name) != nil, lexicon.gender(ofFirstName: document.tokens[best].form) == nil, name.count > 0,
      best - run.lowerBound == 1
    {
      return nil
    }
    if ["of", "for"].contains(document.tokens[best].form), let end = fieldEnd(from: best, in: run) { return end }
    if ["of", "for", "-", "–"].contains(document.tokens[best].form) { return nil }
    // `the Harbour Justice Network`: a title that stands within the name of a body.
    if name.count == 1, best - run.lowerBound > 1, let noun = headNoun(endingAt: name)?.noun, noun.label != .place,
      Self.bodyTitles.contains(document.lower(best - 1))
    {
      return nil
    }
    return best
  }

  /// `Cabinet Secretary for Justice Iain Carrick`: where the field of an office ends and a first name begins.
  private func fieldEnd(from preposition: Int, in run: Range<Int>) -> Int? {
    guard preposition + 2 < run.upperBound - 1 else { return nil }
    if isField(preposition + 1), run.upperBound - preposition == 4 { return preposition + 2 }
    return (preposition + 2...min(preposition + 4, run.upperBound - 2)).first {
      lexicon.gender(ofFirstName: document.tokens[$0].form) != nil
    }
  }

  /// `Secretary of State Ann Lee`: an office of several words that begins in front of the capitals that its last words open.
  private func officeAcross(_ run: Range<Int>, from first: Int) -> Range<Int>? {
    guard run.lowerBound - 1 > first, ["of", "for"].contains(document.lower(run.lowerBound - 1)) else { return nil }
    for end in (run.lowerBound + 1..<run.upperBound).reversed() {
      for start in max(first, run.lowerBound - 3)..<run.lowerBound - 1
      where WordShape.isCapitalised(document.tokens[start].form) && isTitle(start..<end) { return start..<end }
    }
    return nil
  }

  /// Titles that are also what a body is about.
  private static let bodyTitles: Set<String> = ["justice", "general", "sister", "mother", "father", "marshal", "judge"]

  /// `Prime Minister` with nobody named behind it.
  private func isWholeTitle(_ run: Range<Int>) -> Bool {
    (run.lowerBound..<run.upperBound).contains { isTitle($0..<run.upperBound) } && kernel(of: run) == nil
  }

  private func isTitle(_ range: Range<Int>) -> Bool {
    let phrase = words(range)
    if lexicon.titles.longest(in: document.tokens, from: range.lowerBound, limit: range.upperBound)?.tokens == range {
      return true
    }
    // `MP Ann Lee`: of so few letters only capitals are an office.
    let isLong = phrase.count > 2 || phrase.count == 2 && range.count == 1 && phrase.allSatisfy(\.isUppercase)
    return lexicon.role(phrase).map { $0.number == .person && isLong } ?? false
      && !phrase.lowercased().hasSuffix("national")
  }

  /// The lexicons' names within a stretch.
  private func known(in range: Range<Int>, sentence: Int) -> [NameSpan] {
    var result: [NameSpan] = []
    var token = range.lowerBound
    while token < range.upperBound {
      if let found = lexicon.names.longest(in: document.tokens, from: token, limit: range.upperBound) {
        result.append(NameSpan(tokens: found.tokens, sentence: sentence, senses: found.values))
        token = found.tokens.upperBound
      } else {
        token += 1
      }
    }
    return result
  }
}
