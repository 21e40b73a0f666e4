import TextAnalysis

/// Mends trees that contradict their own tags, in the few ways that cost a report its claims. Each repair needs a tag or
/// mark that rules the parser's reading out; where nothing does, the tree stays.
struct TreeRepair: Sendable {
  let cues: CueTable

  func repaired(_ document: Document) -> Document {
    var tokens = document.tokens
    for sentence in document.sentences where sentence.part == .body {
      for token in sentence.tokens where !isInert(tokens[token]) { repair(token, sentence.tokens, &tokens) }
      // Repairs that got into each other's way leave the sentence as the parser had it.
      if !isTree(sentence.tokens, tokens) {
        for token in sentence.tokens { tokens[token] = document.tokens[token] }
      }
    }
    return Document(text: document.text, sentences: document.sentences, tokens: tokens)
  }

  /// Marks, prepositions and conjunctions that the parser took for such: no repair begins at one, but at a semicolon, a colon,
  /// an apostrophe, at `according` and at `neither`. A quarter of all words, and of the time.
  private func isInert(_ token: Token) -> Bool {
    switch token.upos {
    case .punctuation: token.deprel == "punct" && !Self.beginningMarks.contains(token.form)
    case .adposition: token.deprel == "case" && token.lower != "according"
    case .coordinatingConjunction: token.deprel == "cc" && token.lower != "neither"
    default: false
    }
  }

  private static let beginningMarks: Set<String> = [";", ":", "'", "’"]

  /// In this order: what a clause is, before who does what in it.
  private func repair(_ token: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    makeBody(token, sentence, &tokens)
    makeDenies(token, sentence, &tokens)
    makePluralOwner(token, sentence, &tokens)
    makeNamedWords(token, sentence, &tokens)
    makeOwnedWords(token, sentence, &tokens)
    makeDeniedWords(token, sentence, &tokens)
    makeVerdictBehindAs(token, sentence, &tokens)
    makeSayingThat(token, sentence, &tokens)
    makePastWithObject(token, sentence, &tokens)
    raisePastBetween(token, sentence, &tokens)
    makeVerbBetween(token, sentence, &tokens)
    lowerOpeningWord(token, sentence, &tokens)
    raiseRejecting(token, sentence, &tokens)
    makeOwnerOfWords(token, sentence, &tokens)
    makeNamedThat(token, sentence, &tokens)
    releaseDismissed(token, sentence, &tokens)
    makeDismissedWords(token, sentence, &tokens)
    raiseVerdictGiver(token, sentence, &tokens)
    returnIssuer(token, sentence, &tokens)
    lowerRuledOut(token, sentence, &tokens)
    makeDeniedBeing(token, sentence, &tokens)
    returnSubjectBehindSaying(token, sentence, &tokens)
    raiseSecondAnswer(token, sentence, &tokens)
    raiseSecondCharge(token, sentence, &tokens)
    releaseMeans(token, sentence, &tokens)
    raiseVerdictBehindNoun(token, sentence, &tokens)
    takeContent(token, sentence, &tokens)
    makeThatMark(token, sentence, &tokens)
    makeThatContent(token, sentence, &tokens)
    makeSubjectBehindThat(token, sentence, &tokens)
    joinSecondPerfect(token, sentence, &tokens)
    makeSpeakerOfAdjective(token, sentence, &tokens)
    raiseDenied(token, sentence, &tokens)
    raiseDeniedClause(token, sentence, &tokens)
    raiseGerund(token, sentence, &tokens)
    returnNegation(token, sentence, &tokens)
    joinPerfect(token, sentence, &tokens)
    returnThatClause(token, sentence, &tokens)
    returnArticle(token, sentence, &tokens)
    lowerOpeningParticiple(token, sentence, &tokens)
    lowerAnswer(token, sentence, &tokens)
    makeParticipleOfSaying(token, sentence, &tokens)
    joinSecondContent(token, sentence, &tokens)
    joinParticiples(token, sentence, &tokens)
    returnToParticiple(token, sentence, &tokens)
    releaseFromRelative(token, sentence, &tokens)
    raiseVerbBehindName(token, sentence, &tokens)
    partAtSemicolon(token, sentence, &tokens)
    makeTimeOfDay(token, sentence, &tokens)
    makeShooting(token, sentence, &tokens)
    makeVictim(token, sentence, &tokens)
    makeFinite(token, sentence, &tokens)
    raiseMainVerb(token, sentence, &tokens)
    makePluralNoun(token, sentence, &tokens)
    makePast(token, sentence, &tokens)
    restorePast(token, sentence, &tokens)
    restoreSecondPast(token, sentence, &tokens)
    raiseModifierWithSubject(token, sentence, &tokens)
    raiseReporter(token, sentence, &tokens)
    returnPredicate(token, sentence, &tokens)
    returnVerdict(token, sentence, &tokens)
    returnVerdictBehindAs(token, sentence, &tokens)
    returnVerdictBehindClause(token, sentence, &tokens)
    raiseAttributee(token, sentence, &tokens)
    raiseVerdict(token, sentence, &tokens)
    raiseVerdictOfClause(token, sentence, &tokens)
    raiseVerdictVerb(token, sentence, &tokens)
    raiseChange(token, sentence, &tokens)
    joinCoordinateSubject(token, sentence, &tokens)
    raiseQuoting(token, sentence, &tokens)
    raiseResult(token, sentence, &tokens)
    makeNounOfInfinitive(token, sentence, &tokens)
    makeSubject(token, sentence, &tokens)
    makeAppositiveSubject(token, sentence, &tokens)
    lowerNameBetweenCommas(token, sentence, &tokens)
    joinNeither(token, sentence, &tokens)
    lowerParenthesis(token, sentence, &tokens)
    makeDetermined(token, sentence, &tokens)
    raiseNameOverDescription(token, sentence, &tokens)
    lowerBehindSpeaker(token, sentence, &tokens)
    continueContent(token, sentence, &tokens)
    makeSaying(token, sentence, &tokens)
    makeDenying(token, sentence, &tokens)
    raiseTeller(token, sentence, &tokens)
    returnParentheticalSubject(token, sentence, &tokens)
    joinSpeakers(token, sentence, &tokens)
    raiseTrailingSaying(token, sentence, &tokens)
    raisePredicateOfSaying(token, sentence, &tokens)
    releaseDay(token, sentence, &tokens)
    joinAuthorities(token, sentence, &tokens)
    releaseAuthority(token, sentence, &tokens)
    joinPairedSpeakers(token, sentence, &tokens)
    joinPluralSpeakers(token, sentence, &tokens)
    raiseSecondSpeaker(token, sentence, &tokens)
    lowerMeasure(token, sentence, &tokens)
    lowerDoubleSubject(token, sentence, &tokens)
    returnSubjectOfContent(token, sentence, &tokens)
    raiseNounToSpeaker(token, sentence, &tokens)
    raiseRivalSaying(token, sentence, &tokens)
    raiseVerbBehindRelative(token, sentence, &tokens)
    raiseVerbBehindWho(token, sentence, &tokens)
    returnWhoToName(token, sentence, &tokens)
    raiseVerbBehindPhrase(token, sentence, &tokens)
    returnWhoClause(token, sentence, &tokens)
    raiseSayingBehindTime(token, sentence, &tokens)
    lowerCiting(token, sentence, &tokens)
    raiseToldClause(token, sentence, &tokens)
    raiseSaidClause(token, sentence, &tokens)
    lowerReducedRelative(token, sentence, &tokens)
    returnFromVenue(token, sentence, &tokens)
    returnSecondComplement(token, sentence, &tokens)
    lowerCondition(token, sentence, &tokens)
    returnCharge(token, sentence, &tokens)
    makeRejecting(token, sentence, &tokens)
    joinBetween(token, sentence, &tokens)
    raiseTrailingSpeaker(token, sentence, &tokens)
    joinSubjects(token, sentence, &tokens)
    raiseCopularPredicate(token, sentence, &tokens)
    lowerFrontedContent(token, sentence, &tokens)
    releaseDeniedPronoun(token, sentence, &tokens)
    releaseParticiple(token, sentence, &tokens)
    raiseSecondSaying(token, sentence, &tokens)
    releaseHearer(token, sentence, &tokens)
    makeSpeaking(token, sentence, &tokens)
    returnAccusation(token, sentence, &tokens)
    makeObjectOfCalling(token, sentence, &tokens)
    raiseClaimedDeed(token, sentence, &tokens)
    raiseFiniteModifier(token, &tokens)
    raiseEnclosedVerb(token, sentence, &tokens)
    restorePerfect(token, sentence, &tokens)
    lowerCommaParticiple(token, sentence, &tokens)
    makeActive(token, sentence, &tokens)
    makeFiring(token, sentence, &tokens)
    raiseVerbBehindLink(token, sentence, &tokens)
    makeAskedInfinitive(token, sentence, &tokens)
    raiseSubjectBehindAccording(token, sentence, &tokens)
    raiseNamedSubject(token, sentence, &tokens)
    lowerNominalComplement(token, sentence, &tokens)
    raiseDetachedPredicate(token, sentence, &tokens)
    raiseAgent(token, sentence, &tokens)
    raisePredicateAgent(token, sentence, &tokens)
    raisePredicate(token, sentence, &tokens)
    releaseCue(token, sentence, &tokens)
    raiseCharge(token, sentence, &tokens)
    returnAccuser(token, sentence, &tokens)
    returnComplement(token, sentence, &tokens)
    lowerAccording(token, sentence, &tokens)
    dropPrepositionalSubject(token, sentence, &tokens)
    raiseNounOverAdjective(token, sentence, &tokens)
    joinDoubleSubject(token, sentence, &tokens)
    turnAround(token, sentence, &tokens)
    raiseSpeaker(token, sentence, &tokens)
    raiseSpeakerBehindPhrase(token, sentence, &tokens)
    returnSubject(token, sentence, &tokens)
    returnQuotation(token, sentence, &tokens)
    raiseOverParticiple(token, sentence, &tokens)
    raiseNameToSubject(token, sentence, &tokens)
    lowerRelative(token, sentence, &tokens)
    lowerNamedAnswer(token, sentence, &tokens)
    makeSpeakerBehindSemicolon(token, sentence, &tokens)
    returnRelative(token, sentence, &tokens)
    raiseAccording(token, sentence, &tokens)
    lowerDayOfEvent(token, sentence, &tokens)
  }

  /// Whether every word of the sentence leads to one root.
  private func isTree(_ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    guard sentence.count(where: { tokens[$0].head == nil }) == 1 else { return false }
    // 0: not seen; 1: on the way; 2: leads to the root.
    var state = [UInt8](repeating: 0, count: sentence.count)
    var path: [Int] = []
    for start in sentence where state[start - sentence.lowerBound] == 0 {
      var here: Int? = start
      path.removeAll(keepingCapacity: true)
      while let token = here, sentence.contains(token), state[token - sentence.lowerBound] == 0 {
        state[token - sentence.lowerBound] = 1
        path.append(token)
        here = tokens[token].head
      }
      if let token = here {
        guard sentence.contains(token), state[token - sentence.lowerBound] == 2 else { return false }
      }
      for token in path { state[token - sentence.lowerBound] = 2 }
    }
    return true
  }

  /// `On Thursday, the group claimed`, with Thursday as the one who claims: a day or month behind a preposition says
  /// when, and what was taken for its apposition is the subject.
  private func releaseDay(_ day: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let word = tokens[day].lower
    guard tokens[day].deprel.hasPrefix("nsubj"), let verb = tokens[day].head, day < verb, day > sentence.lowerBound,
      tokens[day - 1].upos == .adposition,
      CalendarWords.weekdays[word] != nil || CalendarWords.months[word] != nil
    else { return }
    let subject = sentence.first { index in
      index > day && index < verb && tokens[index].head == day
        && [.properNoun, .noun, .pronoun].contains(tokens[index].upos)
    }
    tokens[day].deprel = "obl"
    guard let subject, !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    hang(subject, on: verb, as: "nsubj", &tokens)
  }

  /// `a source confirmed talks`, read as a source of confirmed talks: a past tense modifies no noun, so it is the verb
  /// between the two.
  private func raiseFiniteModifier(_ verb: Int, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VBD", tokens[verb].deprel == "amod", let object = tokens[verb].head, object > verb,
      let subject = tokens[object].head, subject < verb, tokens[object].deprel.hasPrefix("nmod"),
      tokens[subject].upos == .noun || tokens[subject].upos == .properNoun
    else { return }
    put(verb, inPlaceOf: subject, &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(object, on: verb, as: "obj", &tokens)
  }

  /// `spokesperson Dmitry Peskov claimed`, read as a spokesperson whom Peskov claimed: a title in front of a name belongs
  /// to it, and without a relative pronoun the verb is the main one.
  private func raiseNamedSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "acl:relcl", ["VBD", "VBZ"].contains(tokens[verb].xpos), let title = tokens[verb].head,
      tokens[title].upos == .noun || tokens[title].upos == .properNoun
    else { return }
    let subject = sentence.first { tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }
    guard let subject, subject > title, subject < verb, tokens[subject].upos == .properNoun,
      title + 1 >= firstToken(below: subject, sentence, tokens)
    else { return }
    put(verb, inPlaceOf: title, &tokens)
    hang(title, on: subject, as: "nmod:desc", &tokens)
    for index in sentence where index > verb && tokens[index].head == title { tokens[index].head = verb }
  }

  /// A noun without subject or copula is an object and no clause: `denied any role`.
  private func lowerNominalComplement(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "ccomp", tokens[noun].upos == .noun, let verb = tokens[noun].head, verb < noun else {
      return
    }
    let isClause = sentence.contains {
      tokens[$0].head == noun
        && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "cop" || tokens[$0].deprel.hasPrefix("aux")
          || tokens[$0].deprel == "mark")
    }
    let hasObject = sentence.contains { tokens[$0].head == verb && tokens[$0].deprel == "obj" }
    guard !isClause, !hasObject else { return }
    tokens[noun].deprel = "obj"
    for index in sentence where tokens[index].head == noun && index > noun && tokens[index].deprel == "advcl" {
      tokens[index].head = verb
    }
  }

  /// `X alleged that S, but offered no evidence`: behind a comma, a past tense without a subject goes on with X.
  private func raiseDetachedPredicate(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "conj", let head = tokens[verb].head, head < verb,
      tokens[head].deprel == "ccomp", let saying = tokens[head].head, saying < head, tokens[saying].xpos == "VBD"
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    // `X said S but would not say how many`: a refusal to speak is the speaker's, with or without a comma.
    let isRefusal =
      ["say", "comment", "elaborate", "give", "confirm", "name", "identify", "provide"].contains(tokens[verb].lemma)
      && children.contains { ["would", "did", "declined", "could"].contains(tokens[$0].lower) }
      && children.contains { ["not", "n't"].contains(tokens[$0].lower) }
      && children.contains { tokens[$0].deprel == "cc" && tokens[$0].lower == "but" }
    if isRefusal, !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }) {
      tokens[verb].head = saying
      return
    }
    guard tokens[verb].xpos == "VBD" else { return }
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux") }),
      let coordinator = children.first(where: { tokens[$0].deprel == "cc" }), coordinator > 0,
      tokens[coordinator - 1].form == ","
    else { return }
    tokens[verb].head = saying
  }

  func hang(_ token: Int, on head: Int?, as relation: String, _ tokens: inout [Token]) {
    tokens[token].head = head
    tokens[token].deprel = relation
  }

  /// The one hangs where the other hung; where that goes is for the caller to say.
  func put(_ token: Int, inPlaceOf other: Int, _ tokens: inout [Token]) {
    tokens[token].head = tokens[other].head
    tokens[token].deprel = tokens[other].deprel
  }

  /// Nouns for words: a claim, a report, an accusation.
  func isWords(_ noun: Int, _ tokens: [Token]) -> Bool {
    let lemma = tokens[noun].lemma.lowercased()
    return tokens[noun].upos == .noun
      && (cues.noun(lemma) != nil || AttributionContext.documentNouns.contains(lemma))
  }

  /// Whether a token stands below another or is it; a chain of more than 64 heads counts as one that leads there.
  func isBelow(_ token: Int, _ top: Int, _ tokens: [Token]) -> Bool {
    var here: Int? = token
    for _ in 0..<64 {
      guard let current = here else { return false }
      if current == top { return true }
      here = tokens[current].head
    }
    return true
  }

  private func firstToken(below top: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    sentence.filter { tokens[$0].head == top && $0 < top }.min() ?? top
  }

  /// A passive subject without a passive auxiliary is a plain subject: `members had travelled`.
  private func makeActive(_ subject: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[subject].deprel == "nsubj:pass", let verb = tokens[subject].head else { return }
    let auxiliaries = sentence.filter { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") }
    guard !auxiliaries.contains(where: { tokens[$0].deprel == "aux:pass" || tokens[$0].lemma == "be" }) else { return }
    if auxiliaries.contains(where: { tokens[$0].lemma == "have" }) || tokens[verb].xpos == "VBD" {
      tokens[subject].deprel = "nsubj"
    }
  }

  /// `X told Y that S` with S hung on Y: a clause with `that` for a mark and a subject of its own says what was told.
  private func returnComplement(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl:relcl", "acl", "parataxis"].contains(tokens[clause].deprel), let noun = tokens[clause].head,
      noun < clause
    else { return }
    let children = sentence.filter { tokens[$0].head == clause }
    guard let mark = children.first(where: { tokens[$0].deprel == "mark" && tokens[$0].lower == "that" }),
      mark > noun,
      children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") && $0 > mark })
    else { return }
    if cues.noun(tokens[noun].lemma.lowercased()) != nil { return }
    var here = tokens[noun].head
    for _ in 0..<8 {
      guard let candidate = here else { return }
      if tokens[candidate].upos == .verb, candidate < mark, let cue = cues.verb(tokens[candidate].lemma.lowercased()),
        cue.takes(.clause), !sentence.contains(where: { tokens[$0].head == candidate && tokens[$0].deprel == "ccomp" })
      {
        hang(clause, on: candidate, as: "ccomp", &tokens)
        return
      }
      here = tokens[candidate].head
    }
  }
}
