import TextAnalysis

extension Resolver {
  private static let pronounWords: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them", "their", "theirs", "it", "its",
    "itself",
  ]

  /// The pronouns of a sentence that stand for an actor, outside of quotations opened in it.
  func pronouns(inSentence index: Int) -> [Int] {
    document.sentences[index].tokens.filter { Self.pronounWords.contains(document.lower($0)) }
  }

  /// Finds whom a pronoun means, and leaves it alone unless the choice is clear: a wrong speaker is the worst error.
  mutating func resolvePronoun(_ token: Int, sentence: Int) {
    guard let entity = pronounAntecedent(token, sentence: sentence) else { return }
    mention(token..<(token + 1), head: token, sentence: sentence, form: .pronoun, of: entity)
  }

  private func pronounAntecedent(_ token: Int, sentence: Int) -> Int? {
    let word = document.lower(token)
    if let owner = coordinatedOwner(of: token) { return owner }
    if let twin = twin(of: token) {
      // Whoever does it to a pronoun is not the one it means: then it is not known who is.
      return entityAtHead[twin].flatMap { isDoer($0, to: twin) ? nil : $0 }
    }
    switch word {
    case "he", "him", "his", "himself": return person(token, sentence, .male)
    case "she", "her", "hers", "herself": return person(token, sentence, .female)
    case "they", "them", "their", "theirs":
      return salient(token, sentence) { $0.isPlural || $0.entity.label == .group }
    default:
      if isExpletive(token) { return nil }
      if let speaker = speakingBody(over: token) { return speaker }
      if isOfUnknownSpeaker(token) { return nil }
      return salient(token, sentence) { member in
        member.entity.label == .organization || member.entity.label == .state
          || member.entity.label == .group && !member.isPlural
      }
    }
  }

  /// `sanctions on a company and its owner`: of two that `and` joins, the second is the first's.
  private func coordinatedOwner(of pronoun: Int) -> Int? {
    guard document.lower(pronoun) == "its", document.tokens[pronoun].hasRelation("nmod"),
      let noun = document.tokens[pronoun].head, document.tokens[noun].hasRelation("conj"),
      let first = document.tokens[noun].head, first < pronoun, let entity = entityAtHead[first], isBody(entity),
      pronoun > 0, document.lower(pronoun - 1) == "and"
    else { return nil }
    return entity
  }

  private static let objectForms = ["they": "them", "he": "him", "she": "her"]

  /// `turned them away when they complained`: in a clause that says when or why it was done, the same word means the one whom
  /// it was done to, and not the doer, if that one was there before.
  private func twin(of pronoun: Int) -> Int? {
    guard let form = Self.objectForms[document.lower(pronoun)], document.tokens[pronoun].hasRelation("nsubj"),
      let clause = document.tokens[pronoun].head, document.tokens[clause].hasRelation("advcl"),
      let verb = document.tokens[clause].head, verb < pronoun
    else { return nil }
    return document.children(of: verb).first {
      $0 > verb && $0 < pronoun && document.lower($0) == form && document.tokens[$0].hasRelation("obj")
    }
  }

  private func isDoer(_ entity: Int, to object: Int) -> Bool {
    guard var verb = document.tokens[object].head else { return false }
    for _ in 0..<4 {
      if let subject = document.children(of: verb).first(where: { document.tokens[$0].deprel == "nsubj" }) {
        return entityAtHead[subject] == entity
      }
      guard document.tokens[verb].hasRelation("conj"), let first = document.tokens[verb].head else { return false }
      verb = first
    }
    return false
  }

  private func person(_ token: Int, _ sentence: Int, _ gender: Lexicon.Gender) -> Int? {
    salient(token, sentence) { member in
      guard member.isPerson else { return false }
      guard let known = member.gender, known != .either else { return true }
      return known == gender
    }
  }

  /// `it was announced that`, `it rained`: an empty subject.
  private func isExpletive(_ token: Int) -> Bool {
    if document.tokens[token].hasRelation("expl") { return true }
    guard document.lower(token) == "it", let verb = document.tokens[token].head else { return false }
    let children = document.children(of: verb)
    return children.contains { document.tokens[$0].hasRelation("csubj") }
      || (document.tokens[verb].upos == .adjective && children.contains { document.tokens[$0].hasRelation("ccomp") })
  }

  /// The candidate that stands out: a subject of the same sentence before the pronoun, then of the one before, then the
  /// last mention. Mentions inside the pronoun's own phrase do not count.
  private func salient(_ token: Int, _ sentence: Int, _ fits: (Roster.Member) -> Bool) -> Int? {
    var scores: [Int: Int] = [:]
    var index = token - 1
    let first = document.sentences[max(0, sentence - 2)].tokens.lowerBound
    let told = contentBefore(token)
    let teller = teller(ofWhatBefell: token)
    let others = namedBelow(token, inSentence: sentence)
    while index >= first {
      if let (entity, form) = mention(at: index), form != .demonym, !isBeside(index, token), !others.contains(entity),
        fits(roster.member(entity)),
        form == .pronoun || !(told?.contains(index) ?? false),
        let place = document.sentenceIndex(ofToken: index)
      {
        let certain = entity != teller && isSurelyMeant(entity, by: token) ? Self.certainty : 0
        scores[entity] = max(
          scores[entity] ?? Int.min, salience(of: index, form, sentence - place, before: token) + certain)
      }
      index -= 1
    }
    // Of what befell somebody mostly another tells.
    if let teller, let score = scores[teller] {
      scores[teller] = score - Self.tellerGivesWay
    }
    let ranked = scores.map { (score: $0.value, index: $0.key) }.sorted { ($1.score, $0.index) < ($0.score, $1.index) }
    let best = ranked.first
    let second = ranked.dropFirst().first?.score ?? Int.min
    guard let best, best.score > second || second == Int.min else { return nil }
    return best.index
  }

  /// `she`, behind Linda Shaw and one whose first name tells nothing.
  private func isSurelyMeant(_ entity: Int, by pronoun: Int) -> Bool {
    guard let gender = roster.member(entity).gender, gender != .either else { return false }
    return ["she", "her", "hers", "herself"].contains(document.lower(pronoun)) && gender == .female
  }

  private static let certainty = 250

  /// `Through his attorney he said S`: whoever has a part of his own in the pronoun's clause is not its subject (principle B of
  /// binding).
  private func isBeside(_ mention: Int, _ pronoun: Int) -> Bool {
    guard document.tokens[pronoun].hasRelation("nsubj"), let verb = document.tokens[pronoun].head else { return false }
    // `the banker, whom she described as a stranger`: nor is the noun that the clause belongs to.
    if document.tokens[verb].deprel == "acl:relcl", document.tokens[verb].head == mention { return true }
    guard document.tokens[mention].head == verb else { return false }
    return ["obl", "obj", "iobj"].contains { document.tokens[mention].hasRelation($0) }
  }

  /// `He denies having treated Berg`: whoever is named in what the pronoun's verb says is not its subject (principle C of binding).
  private func namedBelow(_ pronoun: Int, inSentence sentence: Int) -> Set<Int> {
    guard document.tokens[pronoun].hasRelation("nsubj"), let verb = document.tokens[pronoun].head, verb > pronoun else {
      return []
    }
    var named: Set<Int> = []
    for index in verb..<document.sentences[sentence].tokens.upperBound {
      guard let (entity, form) = mention(at: index), form == .name, hangs(index, on: verb) else { continue }
      named.insert(entity)
    }
    return named
  }

  /// Whether a token stands below a verb and in none of the clauses that go on beside it.
  private func hangs(_ token: Int, on verb: Int) -> Bool {
    var here = token
    for _ in 0..<Self.deepestClause {
      let relation = document.tokens[here].deprel
      if relation.hasPrefix("conj") || relation.hasPrefix("parataxis") || relation.hasPrefix("advcl") { return false }
      guard let head = document.tokens[here].head else { return false }
      if head == verb { return true }
      here = head
    }
    return false
  }

  private static let deepestClause = 12

  /// `Moscow said it had shot down 40 drones`, `the command said its forces had not fired`: a body or state that speaks means
  /// itself, unless its words have named another body before.
  private func speakingBody(over pronoun: Int) -> Int? {
    let token = document.tokens[pronoun]
    guard let head = token.head, pronoun < head,
      token.deprel == "nsubj" && document.tokens[head].upos == .verb || token.deprel == "nmod:poss"
    else { return nil }
    var here = head
    for _ in 0..<Self.deepestSpeech {
      let isContent = document.tokens[here].hasRelation("ccomp")
      guard let verb = document.tokens[here].head else { return nil }
      guard isContent, isSpeech(verb), verb < pronoun else {
        here = verb
        continue
      }
      let children = document.children(of: verb)
      guard let subject = children.first(where: { document.tokens[$0].deprel == "nsubj" && $0 < verb }),
        let speaker = entityAtHead[subject], isBody(speaker)
      else { return nil }
      let isAnotherNamed = (verb + 1..<pronoun).contains { index in
        mention(at: index).map { $0.0 != speaker && isBody($0.0) } ?? false
      }
      return isAnotherNamed ? nil : speaker
    }
    return nil
  }

  /// `Portugal's grid said it had lost power`: the word for whoever speaks may mean the speaker, whom nobody knows, and so
  /// not safely whom he belongs to.
  private func isOfUnknownSpeaker(_ pronoun: Int) -> Bool {
    guard document.tokens[pronoun].hasRelation("nsubj"), let clause = document.tokens[pronoun].head,
      document.tokens[clause].hasRelation("ccomp"), let verb = document.tokens[clause].head, verb < pronoun,
      isSpeech(verb),
      let subject = document.children(of: verb).first(where: { document.tokens[$0].deprel == "nsubj" && $0 < verb })
    else { return false }
    return document.tokens[subject].upos == .noun && entityAtHead[subject] == nil
      && document.children(of: subject).contains { document.tokens[$0].deprel == "nmod:poss" }
  }

  private func isBody(_ entity: Int) -> Bool {
    let member = roster.member(entity)
    return member.entity.label == .organization || member.entity.label == .state
      || member.entity.label == .group && !member.isPlural
  }

  /// `The minister, he said, had approved it`: the subject of what is said stands in front of who says it.
  private func isSetInto(_ clause: Int, by pronoun: Int) -> Bool {
    guard clause > pronoun, document.tokens[clause].hasRelation("ccomp"), pronoun > 0,
      document.tokens[pronoun - 1].form == ","
    else { return false }
    return document.children(of: clause).contains { $0 < pronoun && document.tokens[$0].hasRelation("nsubj") }
  }

  /// `S, he said`: what stands in front of the verb of saying, inside which no name can be his (principle C of binding).
  private func contentBefore(_ pronoun: Int) -> Range<Int>? {
    guard document.tokens[pronoun].hasRelation("nsubj"), let verb = document.tokens[pronoun].head, verb > pronoun else {
      return nil
    }
    let content = document.children(of: verb).first { child in
      child < pronoun
        && (document.tokens[child].hasRelation("ccomp") || document.tokens[child].hasRelation("parataxis"))
        || isSetInto(child, by: pronoun)
    }
    // `S, she said`, where the tree hangs the saying on what is said.
    let isSetIn =
      document.tokens[verb].hasRelation("parataxis") && document.tokens[verb].head.map { $0 < pronoun } ?? false
    guard content != nil || isSetIn && isAnySpeech(verb), let sentence = document.sentenceIndex(ofToken: pronoun) else {
      return nil
    }
    let start = document.sentences[sentence].tokens.lowerBound
    // `X disputed this: S, she said`: what stands in front of the colon tells of X and is not said.
    let colon = (start..<pronoun).last { document.tokens[$0].form == ":" }
    if let colon, (start..<colon).contains(where: { isAnySpeech($0) }) { return (colon + 1)..<pronoun }
    // `X called it unfounded; S, she said`
    if isSetIn, let mark = (start..<pronoun).last(where: { document.tokens[$0].form == ";" }) {
      return (mark + 1)..<pronoun
    }
    return start..<pronoun
  }

  private func isAnySpeech(_ verb: Int) -> Bool {
    document.tokens[verb].upos == .verb
      && lexicon.cues(beginningWith: document.tokens[verb].lemma).contains { $0.partOfSpeech == .verb }
  }

  private func salience(of mention: Int, _ form: Mention.Form, _ distance: Int, before token: Int) -> Int {
    var score = 100 - distance * 40
    let head = document.tokens[mention]
    if head.hasRelation("nsubj") { score += 30 }
    if head.hasRelation("obj") || head.hasRelation("iobj") { score += 10 }
    if head.hasRelation("nmod") || head.hasRelation("compound") { score -= 15 }
    if form == .name { score += 3 }
    // Who spoke goes on speaking.
    if let verb = head.head, head.hasRelation("nsubj"), isSpeech(verb), isSpeech(document.tokens[token].head ?? verb) {
      score += 25
    }
    // The subject of the clause that the pronoun's clause hangs on.
    if distance == 0, let verb = head.head, document.isAncestor(verb, of: token), head.hasRelation("nsubj") {
      score += 20
    }
    if distance > 0, isInFormerParagraph(mention, than: token) { score -= Self.paragraphBreak }
    if distance == 0, isTakenUpBehindColon(mention, by: token) { score += 60 }
    return score * 10 - min(9, max(0, (token - mention) / 6))
  }

  private static let paragraphBreak = 15

  private func isInFormerParagraph(_ mention: Int, than token: Int) -> Bool {
    guard let there = document.sentenceIndex(ofToken: mention), let here = document.sentenceIndex(ofToken: token) else {
      return false
    }
    return document.sentences[there].paragraph != document.sentences[here].paragraph
  }

  /// `S, a figure the army disputes: it maintains T`: what follows a colon goes on with the subject of the last clause in front.
  private func isTakenUpBehindColon(_ mention: Int, by token: Int) -> Bool {
    guard token > 0, document.tokens[token - 1].form == ":", document.tokens[token].hasRelation("nsubj"),
      document.tokens[mention].hasRelation("nsubj")
    else { return false }
    return !(mention + 1..<token).contains { document.tokens[$0].hasRelation("nsubj") }
  }

  private func isReflexive(_ word: String) -> Bool { word.hasSuffix("self") || word.hasSuffix("selves") }

  private static let tellerGivesWay = 700

  /// `his lawyer said police had beaten him`, `her editor said she had received threats`: who tells what was done to the one
  /// that the pronoun means, if the report names him first for what he tells. Who has been spoken of may tell his own story.
  private func teller(ofWhatBefell pronoun: Int) -> Int? {
    let token = document.tokens[pronoun]
    let word = token.lower
    guard let inner = token.head, document.tokens[inner].upos == .verb, !isReflexive(word)
    else { return nil }
    let isUndergoer =
      token.hasRelation("obj") || token.hasRelation("iobj") || token.deprel == "nsubj:pass" && !isAnySpeech(inner)
      || token.deprel == "nsubj" && Self.undergoing.contains(document.tokens[inner].lemma.lowercased())
    guard isUndergoer else { return nil }
    var here = inner
    for _ in 0..<Self.deepestSpeech {
      guard let verb = document.tokens[here].head else { return nil }
      if isSpeech(verb) {
        let subject = document.children(of: verb).first { document.tokens[$0].deprel == "nsubj" && $0 < verb }
        guard let teller = subject.flatMap({ entityAtHead[$0] }),
          let sentence = document.sentenceIndex(ofToken: pronoun),
          roster.member(teller).entity.mentions.allSatisfy({ $0.sentence >= sentence })
        else { return nil }
        return teller
      }
      here = verb
    }
    return nil
  }

  private static let deepestSpeech = 4

  /// Verbs whose subject is the one that something befalls.
  private static let undergoing: Set<String> = [
    "receive", "suffer", "undergo", "sustain", "endure", "die", "survive", "bleed", "drown", "recover", "disappear",
    "vanish",
  ]

  private func isSpeech(_ verb: Int) -> Bool {
    document.tokens[verb].upos == .verb
      && lexicon.cues(beginningWith: document.tokens[verb].lemma).contains {
        $0.partOfSpeech == .verb && $0.frames.contains(.clause)
      }
  }
}
