import TextAnalysis

/// Mends trees that contradict their own tags, in the few ways that cost a report its claims. Each repair needs a tag or
/// mark that rules the parser's reading out; where nothing does, the tree stays.
struct TreeRepair: Sendable {
  let cues: CueTable

  func repaired(_ document: Document) -> Document {
    var tokens = document.tokens
    for sentence in document.sentences where sentence.part == .body {
      for token in sentence.tokens {
        partAtSemicolon(token, sentence.tokens, &tokens)
        makeFinite(token, sentence.tokens, &tokens)
        makePluralNoun(token, sentence.tokens, &tokens)
        makePast(token, sentence.tokens, &tokens)
        raiseModifierWithSubject(token, sentence.tokens, &tokens)
        raiseReporter(token, sentence.tokens, &tokens)
        returnPredicate(token, sentence.tokens, &tokens)
        raiseAttributee(token, sentence.tokens, &tokens)
        raiseVerdict(token, sentence.tokens, &tokens)
        raiseChange(token, sentence.tokens, &tokens)
        joinCoordinateSubject(token, sentence.tokens, &tokens)
        raiseQuoting(token, sentence.tokens, &tokens)
        raiseResult(token, sentence.tokens, &tokens)
        makeNounOfInfinitive(token, sentence.tokens, &tokens)
        makeSubject(token, sentence.tokens, &tokens)
        lowerParenthesis(token, sentence.tokens, &tokens)
        makeDetermined(token, sentence.tokens, &tokens)
        raiseNameOverDescription(token, sentence.tokens, &tokens)
        lowerBehindSpeaker(token, sentence.tokens, &tokens)
        continueContent(token, sentence.tokens, &tokens)
        makeSaying(token, sentence.tokens, &tokens)
        raiseTeller(token, sentence.tokens, &tokens)
        returnParentheticalSubject(token, sentence.tokens, &tokens)
        raiseTrailingSaying(token, sentence.tokens, &tokens)
        raisePredicateOfSaying(token, sentence.tokens, &tokens)
        releaseDay(token, sentence.tokens, &tokens)
        releaseAuthority(token, sentence.tokens, &tokens)
        lowerDoubleSubject(token, sentence.tokens, &tokens)
        joinSubjects(token, sentence.tokens, &tokens)
        raiseCopularPredicate(token, sentence.tokens, &tokens)
        lowerFrontedContent(token, sentence.tokens, &tokens)
        releaseParticiple(token, sentence.tokens, &tokens)
        raiseFiniteModifier(token, &tokens)
        raiseEnclosedVerb(token, sentence.tokens, &tokens)
        restorePerfect(token, sentence.tokens, &tokens)
        lowerCommaParticiple(token, sentence.tokens, &tokens)
        makeActive(token, sentence.tokens, &tokens)
        raiseNamedSubject(token, sentence.tokens, &tokens)
        lowerNominalComplement(token, sentence.tokens, &tokens)
        raiseDetachedPredicate(token, sentence.tokens, &tokens)
        raiseAgent(token, sentence.tokens, &tokens)
        raisePredicateAgent(token, sentence.tokens, &tokens)
        raisePredicate(token, sentence.tokens, &tokens)
        releaseCue(token, sentence.tokens, &tokens)
        raiseCharge(token, sentence.tokens, &tokens)
        returnAccuser(token, sentence.tokens, &tokens)
        returnComplement(token, sentence.tokens, &tokens)
        lowerAccording(token, sentence.tokens, &tokens)
        dropPrepositionalSubject(token, sentence.tokens, &tokens)
        raiseNounOverAdjective(token, sentence.tokens, &tokens)
        joinDoubleSubject(token, sentence.tokens, &tokens)
        turnAround(token, sentence.tokens, &tokens)
        raiseSpeaker(token, sentence.tokens, &tokens)
        returnSubject(token, sentence.tokens, &tokens)
      }
    }
    return Document(text: document.text, sentences: document.sentences, tokens: tokens)
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
    tokens[subject].head = verb
    tokens[subject].deprel = "nsubj"
  }

  /// `a source confirmed talks`, read as a source of confirmed talks: a past tense modifies no noun, so it is the verb
  /// between the two.
  private func raiseFiniteModifier(_ verb: Int, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VBD", tokens[verb].deprel == "amod", let object = tokens[verb].head, object > verb,
      let subject = tokens[object].head, subject < verb, tokens[object].deprel.hasPrefix("nmod"),
      tokens[subject].upos == .noun || tokens[subject].upos == .properNoun
    else { return }
    tokens[verb].head = tokens[subject].head
    tokens[verb].deprel = tokens[subject].deprel
    tokens[subject].head = verb
    tokens[subject].deprel = "nsubj"
    tokens[object].head = verb
    tokens[object].deprel = "obj"
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
    tokens[verb].head = tokens[title].head
    tokens[verb].deprel = tokens[title].deprel
    tokens[title].head = subject
    tokens[title].deprel = "nmod:desc"
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
        tokens[clause].head = candidate
        tokens[clause].deprel = "ccomp"
        return
      }
      here = tokens[candidate].head
    }
  }
}
