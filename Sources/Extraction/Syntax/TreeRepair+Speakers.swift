import TextAnalysis

/// Repairs of who says something together with others, or after them.
extension TreeRepair {
  /// `residents, officials and a nurse said`, with two subjects: what `and` joins in front of a verb of saying speaks together.
  func joinPairedSpeakers(_ first: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[first].deprel == "nsubj", isNounLike(first, tokens), let verb = speechVerb(of: first, tokens),
      let second = sentence.first(where: {
        $0 > first && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }),
      isNounLike(second, tokens)
    else { return }
    let start = startOfPhrase(second, sentence, tokens)
    let and = tokens[start].lower == "and" ? start : start - 1
    guard and > first, tokens[and].lower == "and", tokens[and].head == verb || isBelow(and, second, tokens),
      first.upTo(and).allSatisfy({ isBelow($0, first, tokens) || tokens[$0].upos == .punctuation })
    else { return }
    hang(second, on: first, as: "conj", &tokens)
    hang(and, on: second, as: "cc", &tokens)
  }

  /// `officials and aid workers said`, with the officials for a kind of workers: a plural of people in front of `and` is
  /// one of two who speak.
  func joinPluralSpeakers(_ first: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[first].deprel == "compound", tokens[first].xpos == "NNS", let second = tokens[first].head,
      second > first + 2, tokens[first + 1].lower == "and", tokens[second].deprel == "nsubj",
      tokens[second].xpos == "NNS", let verb = speechVerb(of: second, tokens), isOfPeople(tokens[first].lower),
      (first + 2).upTo(second).allSatisfy({ tokens[$0].upos == .noun || tokens[$0].upos == .adjective })
    else { return }
    hang(first, on: verb, as: "nsubj", &tokens)
    hang(second, on: first, as: "conj", &tokens)
    hang(first + 1, on: second, as: "cc", &tokens)
    for index in sentence where index < first && tokens[index].head == second { tokens[index].head = first }
  }

  private func isOfPeople(_ plural: String) -> Bool {
    ["ials", "ents", "ants", "ers", "ists", "ians"].contains { plural.hasSuffix($0) }
      || ["witnesses", "nurses", "relatives", "survivors", "doctors", "prosecutors", "investigators", "troops"]
        .contains(plural)
  }

  /// `The army said the fort had fallen and residents said T`, with the residents for something that fell: the noun between
  /// `and` and a verb of saying without a subject is who speaks.
  func raiseSecondSpeaker(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBZ"].contains(tokens[verb].xpos), tokens[verb].deprel == "ccomp", let saying = tokens[verb].head,
      saying < verb, cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true, tokens[saying].xpos == tokens[verb].xpos,
      verb - 1 > saying, [.noun, .properNoun].contains(tokens[verb - 1].upos), tokens[verb - 1].deprel == "conj"
    else { return }
    let speaker = verb - 1
    let and = startOfPhrase(speaker, sentence, tokens)
    guard ["and", "but", "while"].contains(tokens[and].lower), tokens[and].head == speaker,
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "mark")
      }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" })
    else { return }
    hang(verb, on: saying, as: "conj", &tokens)
    hang(speaker, on: verb, as: "nsubj", &tokens)
    hang(and, on: verb, as: "cc", &tokens)
  }

  /// `Mohamed Said acknowledged that S`, with the surname for a verb: a name behind a name and in front of a finite verb
  /// without a subject is who does it.
  func raiseVerbBehindName(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let verb = name + 1
    guard tokens[name].xpos == "NNP", tokens[name].head == nil, verb < sentence.upperBound,
      ["VBD", "VBZ"].contains(tokens[verb].xpos), tokens[verb].upos == .verb, tokens[verb].head == name,
      ["ccomp", "parataxis", "acl", "acl:relcl", "xcomp"].contains(tokens[verb].deprel),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      let first = sentence.first(where: { tokens[$0].head == name && tokens[$0].deprel == "nsubj" }), first < name,
      tokens[first].upos == .properNoun,
      first.upTo(name).allSatisfy({ tokens[$0].upos == .properNoun })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where index != verb && tokens[index].head == name && index != first {
      tokens[index].head = verb
    }
    hang(first, on: verb, as: "nsubj", &tokens)
    hang(name, on: first, as: "flat", &tokens)
  }

  /// `after candidate Lena Osk said S`, with the candidate for the time of the saying: what stands between such a word and a verb of
  /// saying without a subject is who says it.
  func makeSubjectBehindAfter(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obl", isNounLike(noun, tokens), let verb = tokens[noun].head, verb > noun,
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), tokens[verb].deprel == "advcl",
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let mark = sentence.first(where: { tokens[$0].head == noun && tokens[$0].deprel == "case" }),
      ["after", "before", "as", "since", "until"].contains(tokens[mark].lower),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" }),
      isBelow(verb - 1, noun, tokens)
    else { return }
    tokens[noun].deprel = "nsubj"
    hang(mark, on: verb, as: "mark", &tokens)
  }

  /// `The blast hit a market, residents said`, with the blast for another who said it: of two subjects around a past tense
  /// without one, the first is that one's.
  func returnSubjectOfContent(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "ccomp", let saying = tokens[clause].head, clause < saying,
      ["VBD", "VBZ", "VBP"].contains(tokens[clause].xpos),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj") }),
      case let subjects = sentence.filter({
        tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj") && $0 < saying
      }), subjects.count == 2, subjects[0] < clause, clause < subjects[1],
      clause.upTo(subjects[1]).contains(where: { tokens[$0].form == "," })
    else { return }
    tokens[subjects[0]].head = clause
  }

  /// `China, which was not named, said it opposed sanctions`, with China for what is said: a noun that a clause between
  /// commas parts from a verb of saying without a subject is who speaks, and the clause behind it what is said.
  func raiseNounToSpeaker(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb,
      let noun = sentence.first(where: {
        $0 < verb && tokens[$0].head == verb && ["ccomp", "dislocated"].contains(tokens[$0].deprel)
      }), isNounLike(noun, tokens), isParted(noun, from: verb, sentence, tokens),
      !sentence.contains(where: { tokens[$0].head == noun && isOfClause($0, tokens) })
    else { return }
    tokens[noun].deprel = "nsubj"
    returnContent(to: verb, sentence, &tokens)
  }

  /// `Peru, whose navy took part, announced that S`, with the announcing hung on Peru: it is the main verb, and Peru its
  /// subject.
  func raiseVerbBehindRelative(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["parataxis", "ccomp", "conj", "appos", "acl", "acl:relcl", "advcl"].contains(tokens[verb].deprel),
      let noun = tokens[verb].head, noun < verb, tokens[noun].head == nil, isNounLike(noun, tokens),
      isParted(noun, from: verb, sentence, tokens),
      !sentence.contains(where: {
        $0 != verb && tokens[$0].head == noun && isOfClause($0, tokens)
      })
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    hang(noun, on: verb, as: "nsubj", &tokens)
    returnContent(to: verb, sentence, &tokens)
  }

  /// `X says S, but Y insists T`, with Y's insisting for something that X says: behind a comma, `but`, `while` or `and`, a verb
  /// of saying with a subject and words of its own stands beside X's.
  func raiseRivalSaying(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["conj", "parataxis", "advcl"].contains(tokens[verb].deprel),
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      let content = tokens[verb].head, content < verb, tokens[content].deprel == "ccomp",
      let saying = tokens[content].head, saying < content,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause), cue.attributive == .yes,
      tokens[saying].deprel != "ccomp",
      let subject = sentence.first(where: {
        $0 > content && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }), [.noun, .properNoun].contains(tokens[subject].upos),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" })
    else { return }
    let start = startOfPhrase(subject, sentence, tokens)
    let joining = start - 1
    guard joining - 1 > content, ["but", "while", "and", "yet", "although", "whereas"].contains(tokens[joining].lower),
      tokens[joining - 1].form == ",",
      !sentence.contains(where: { tokens[$0].head == content && tokens[$0].lower == "that" && $0 < content })
        || tokens[joining].lower != "and"
    else { return }
    tokens[verb].head = saying
  }

  /// `S; his deputy, Ann Lee, said T`, with the deputy beside all that: the noun that begins what stands behind a semicolon,
  /// in front of a finite verb of saying and with nothing between but what belongs to it, is who speaks.
  func makeSpeakerBehindSemicolon(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let mark = sentence.lowerBound.upTo(verb).last(where: { tokens[$0].form == ";" }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" }),
      let noun = (mark + 1).upTo(verb).first(where: {
        isNounLike($0, tokens) && isOutside($0, (mark + 1).upTo(verb), tokens)
      }),
      Self.besideSpeaking.contains(tokens[noun].deprel),
      !sentence.contains(where: { tokens[$0].head == noun && isOfClause($0, tokens) })
    else { return }
    let names = (noun + 1).upTo(verb).filter { index in
      isNounLike(index, tokens) && tokens[index - 1].form == ","
        && (tokens[index].head == noun && tokens[index].deprel == "conj"
          || tokens[index].head == verb && tokens[index].deprel == "nsubj")
    }
    let isOnePhrase = (mark + 1).upTo(verb).allSatisfy { index in
      tokens[index].upos == .punctuation || isBelow(index, noun, tokens)
        || names.contains { isBelow(index, $0, tokens) }
    }
    guard isOnePhrase, names.count <= 1 else { return }
    // `S; X said T` with S for something that X said as well
    let front = sentence.first { $0 < mark && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" }
    if let front {
      put(front, inPlaceOf: verb, &tokens)
      hang(verb, on: front, as: "parataxis", &tokens)
    }
    for name in names { hang(name, on: noun, as: "appos", &tokens) }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  private static let besideSpeaking: Set<String> = [
    "parataxis", "conj", "ccomp", "dislocated", "obl", "obj", "nmod", "appos", "advcl", "dep", "nsubj",
  ]

  private func isOutside(_ token: Int, _ stretch: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[token].head.map { !stretch.contains($0) } ?? false
  }

  /// `contradicted Bello, who had said S`, with the saying for how it was done: `who` behind a name and a comma takes up the name.
  func returnWhoClause(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel.hasPrefix("advcl"),
      let who = sentence.first(where: { tokens[$0].head == clause && tokens[$0].lower == "who" && $0 < clause }),
      tokens[who].deprel == "nsubj", who - 2 >= sentence.lowerBound, tokens[who - 1].form == ",",
      [.properNoun, .noun].contains(tokens[who - 2].upos)
    else { return }
    var noun = who - 2
    for _ in 0..<4 {
      guard let head = tokens[noun].head, head < who, ["flat", "compound"].contains(tokens[noun].deprel) else { break }
      noun = head
    }
    guard !isBelow(noun, clause, tokens) else { return }
    hang(clause, on: noun, as: "acl:relcl", &tokens)
  }

  /// `Two men who worked there until last year said S`, with the saying for what went on until then: a time is when the others
  /// stopped, and the verb behind it what they did.
  func raiseSayingBehindTime(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "advcl", tokens[verb].xpos == "VBD",
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true, let relative = tokens[verb].head,
      relative < verb, ["acl:relcl", "acl"].contains(tokens[relative].deprel), let noun = tokens[relative].head,
      tokens[noun].head == nil, isNounLike(noun, tokens),
      let time = sentence.first(where: {
        $0 > relative && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }),
      Self.timeNouns.contains(tokens[time].lemma.lowercased()) || CalendarWords.months[tokens[time].lower] != nil
        || CalendarWords.weekdays[tokens[time].lower] != nil,
      let mark = sentence.first(where: {
        $0 > relative && $0 < time && tokens[$0].head == verb && tokens[$0].deprel == "mark"
      }), ["until", "till", "since", "before", "after"].contains(tokens[mark].lower)
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(time, on: relative, as: "obl", &tokens)
    hang(mark, on: time, as: "case", &tokens)
    tokens[mark].upos = .adposition
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
  }

  /// `In a letter to X, the minister, Ann Lee, denied S`, with the minister for another word for X: what stands between the
  /// comma that closes an opening phrase and a finite verb of saying without a subject is who speaks.
  func raiseSpeakerBehindPhrase(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      tokens[sentence.lowerBound].upos == .adposition,
      let phrase = sentence.first(where: { $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "obl" }),
      isBelow(sentence.lowerBound, phrase, tokens),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && ["ccomp", "obj"].contains(tokens[$0].deprel) }
      ),
      let noun = (phrase + 1).upTo(verb).first(where: { index in
        isNounLike(index, tokens) && isBelow(index, phrase, tokens) && ["appos", "nmod"].contains(tokens[index].deprel)
          && tokens[startOfPhrase(index, sentence, tokens) - 1].form == ","
          && !sentence.contains { tokens[$0].head == index && ["case", "cc"].contains(tokens[$0].deprel) }
      }),
      startOfPhrase(noun, sentence, tokens).upTo(verb).allSatisfy({
        isBelow($0, noun, tokens) || tokens[$0].upos == .punctuation
      })
    else { return }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  /// Whether nothing but a clause between commas, which belongs to the noun, stands between it and a finite verb of saying
  /// that has no subject.
  private func isParted(_ noun: Int, from verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    guard ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), verb - 1 > noun + 1, tokens[verb - 1].form == ",",
      tokens[noun + 1].form == ",", cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      !sentence.lowerBound.upTo(verb).contains(where: { ["\"", "“", "``"].contains(tokens[$0].form) }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      sentence.contains(where: {
        $0 > noun && $0 < verb && tokens[$0].head == noun && ["acl:relcl", "acl", "appos"].contains(tokens[$0].deprel)
      })
    else { return false }
    return (noun + 2).upTo(verb - 1).allSatisfy { isBelow($0, noun, tokens) || tokens[$0].upos == .punctuation }
  }

  private func isOfClause(_ child: Int, _ tokens: [Token]) -> Bool {
    ["cop", "mark", "case", "cc"].contains(tokens[child].deprel) || tokens[child].deprel.hasPrefix("nsubj")
  }

  /// A clause directly behind the verb, with a subject and without a conjunction, is what is said.
  private func returnContent(to verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard !sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" }),
      let clause = sentence.first(where: {
        $0 > verb && tokens[$0].head == verb && ["advcl", "parataxis"].contains(tokens[$0].deprel)
      }),
      sentence.first(where: { isBelow($0, clause, tokens) }) == verb + 1,
      sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj") }),
      !sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel == "mark" })
    else { return }
    tokens[clause].deprel = "ccomp"
  }

  /// The verb of saying behind its subject.
  private func speechVerb(of subject: Int, _ tokens: [Token]) -> Int? {
    guard let verb = tokens[subject].head, verb > subject,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true
    else { return nil }
    return verb
  }
}
