import TextAnalysis

/// Repairs of trees around words of saying.
extension TreeRepair {
  /// `The attackers numbered 20, he said`, read as attackers who said so: of two subjects the one behind the comma speaks,
  /// and the past tense at the first is what is said.
  func lowerDoubleSubject(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    // Of a form that could be either, an object makes it the past tense.
    guard
      tokens[clause].xpos == "VBD"
        || tokens[clause].xpos == "VBN"
          && sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel == "obj" }),
      tokens[clause].deprel == "acl", let subject = tokens[clause].head,
      subject < clause, tokens[subject].deprel == "nsubj", let verb = tokens[subject].head, verb > clause,
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause),
      let speaker = sentence.first(where: {
        $0 > clause && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }), clause.upTo(speaker).contains(where: { tokens[$0].form == "," })
    else { return }
    hang(clause, on: verb, as: "ccomp", &tokens)
    tokens[subject].head = clause
    tokens[clause].xpos = "VBD"
  }

  /// `on Friday, porters and sailors said`, with the porters joined to what stands in front of the comma: of two who say it,
  /// joined by `and`, the first is the subject too.
  func joinSpeakers(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[second].deprel == "nsubj", let verb = tokens[second].head, second < verb,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      ["conj", "parataxis"].contains(tokens[verb].deprel)
    else { return }
    let start = startOfPhrase(second, sentence, tokens)
    let and = tokens[start].lower == "and" ? start : start - 1
    let first = and - 1
    guard first > sentence.lowerBound, tokens[and].lower == "and", [.noun, .properNoun].contains(tokens[first].upos),
      tokens[first].deprel == "conj",
      let above = tokens[first].head, above < first
    else { return }
    let opening = startOfPhrase(first, sentence, tokens)
    guard opening > sentence.lowerBound, tokens[opening - 1].form == "," else { return }
    hang(first, on: verb, as: "nsubj", &tokens)
    hang(second, on: first, as: "conj", &tokens)
    hang(and, on: second, as: "cc", &tokens)
  }

  /// `told the Post that guards had locked the doors`, with the guards for what the Post is: a clause that has a subject
  /// beside its `that` is no relative clause, and behind whoever is told it is what they are told.
  func raiseToldClause(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "acl:relcl", let hearer = tokens[clause].head, hearer < clause,
      ["iobj", "obj"].contains(tokens[hearer].deprel)
        // `had been told by the police that S`
        || tokens[hearer].deprel == "obl:agent", let saying = tokens[hearer].head, saying < hearer,
      Self.telling.contains(tokens[saying].lemma.lowercased()),
      let mark = sentence.first(where: { $0 > hearer && $0 < clause && tokens[$0].head == clause }),
      tokens[mark].lower == "that",
      sentence.contains(where: {
        $0 > mark && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    hang(clause, on: saying, as: "ccomp", &tokens)
    tokens[mark].deprel = "mark"
  }

  /// `detained in Segou, 40 km away, police said`, with the distance for one who says so: a measure beside another subject
  /// tells where it was.
  func lowerMeasure(_ measure: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[measure].deprel == "nsubj", Self.measures.contains(tokens[measure].lemma.lowercased()),
      let verb = tokens[measure].head, measure < verb,
      sentence.contains(where: { tokens[$0].head == measure && tokens[$0].deprel == "nummod" }),
      sentence.contains(where: { $0 > measure && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" })
    else { return }
    let content = sentence.first { $0 < measure && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" }
    hang(measure, on: content ?? verb, as: "obl", &tokens)
  }

  private static let measures: Set<String> = [
    "km", "kilometre", "kilometer", "mile", "metre", "meter", "foot", "yard", "block", "minute", "hour", "league",
  ]

  /// `The runner had failed two tests, the agency (ADNO) announced on Monday`, with the agency for a second thing failed:
  /// behind a comma, what stands directly in front of a verb of saying without a subject is who says so.
  func raiseTrailingSpeaker(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "parataxis", ["VBD", "VBZ"].contains(tokens[verb].xpos),
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause),
      let told = tokens[verb].head, told < verb,
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("nsubj") || ["ccomp", "obj"].contains(tokens[$0].deprel))
      }),
      let speaker = sentence.first(where: { closesPhrase($0, before: verb, of: told, sentence, tokens) })
    else { return }
    hang(speaker, on: verb, as: "nsubj", &tokens)
  }

  /// Whether a noun and what belongs to it fill the place between a comma and a verb, hung on something in the clause in
  /// front.
  private func closesPhrase(
    _ noun: Int, before verb: Int, of clause: Int, _ sentence: Range<Int>, _ tokens: [Token]
  ) -> Bool {
    guard noun < verb, ["conj", "appos"].contains(tokens[noun].deprel), let above = tokens[noun].head, above < noun,
      [.noun, .properNoun].contains(tokens[noun].upos), above == clause || isBelow(above, clause, tokens)
    else { return false }
    let start = startOfPhrase(noun, sentence, tokens)
    return start > sentence.lowerBound && tokens[start - 1].form == ","
      && (noun + 1).upTo(verb).allSatisfy { tokens[$0].upos == .punctuation || isBelow($0, noun, tokens) }
      && !sentence.contains { $0 < noun && tokens[$0].head == noun && tokens[$0].deprel == "cc" }
  }

  /// `According to X, Y did Z`, with X as the one who did it or with `according` as a clause: whoever stands behind the
  /// preposition is no subject, and what was taken for its apposition is.
  func releaseAuthority(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].lower == "according", word + 2 < sentence.upperBound,
      tokens[word + 1].lower == "to"
    else { return }
    var noun = word + 2
    for _ in sentence {
      guard Self.inFront.contains(tokens[noun].deprel), let head = tokens[noun].head, head > noun else { break }
      noun = head
    }
    guard [.noun, .properNoun, .pronoun, .numeral].contains(tokens[noun].upos) else { return }
    if tokens[word].head != noun, let host = tokens[noun].head {
      if host == word || host == word + 1 {
        guard let above = tokens[word].head, above != noun else { return }
        hang(noun, on: above, as: "obl", &tokens)
      }
      hang(word, on: noun, as: "case", &tokens)
      hang(word + 1, on: word, as: "fixed", &tokens)
    }
    guard tokens[noun].deprel.hasPrefix("nsubj"), let verb = tokens[noun].head, verb > noun else { return }
    tokens[noun].deprel = "obl"
    guard !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }) else { return }
    let subject = sentence.last { index in
      index > noun && index < verb && tokens[index].head == noun && tokens[index].deprel == "appos"
    }
    guard let subject else { return }
    hang(subject, on: verb, as: "nsubj", &tokens)
  }

  /// What stands in front of the head of a noun phrase.
  private static let inFront: Set = [
    "det", "amod", "compound", "nmod:poss", "nummod", "nmod:desc", "flat", "advmod", "case",
  ]

  /// `the defence ministry alleged`, `Minister of Education Ann Lee said`, with two subjects: what stands side by side in
  /// front of a verb is one phrase, and its last part names who is meant.
  func joinSubjects(_ first: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let isSubject = tokens[first].deprel == "nsubj"
    let isTitle =
      tokens[first].deprel == "obl:unmarked" && tokens[first].upos == .noun
      && !Self.timeNouns.contains(tokens[first].lemma.lowercased())
    guard isSubject || isTitle, tokens[first].upos == .noun || tokens[first].upos == .properNoun,
      let verb = tokens[first].head, first < verb
    else { return }
    let second = sentence.first { $0 > first && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }
    guard let second, tokens[second].upos == .noun || tokens[second].upos == .properNoun else { return }
    if isTitle, tokens[second].upos != .properNoun { return }
    let isOnePhrase = (first + 1).upTo(second).allSatisfy { index in
      tokens[index].upos != .punctuation && tokens[index].upos != .verb && tokens[index].upos != .auxiliary
        && (isBelow(index, first, tokens) || isBelow(index, second, tokens))
    }
    guard isOnePhrase, keepModifier(between: first, second, &tokens) else { return }
    tokens[first].head = second
    tokens[first].deprel = tokens[second].upos == .properNoun && tokens[first].upos == .noun ? "nmod:desc" : "compound"
    if tokens[first].deprel == "compound" {
      for index in sentence where tokens[index].head == first && tokens[index].deprel.hasPrefix("nmod:poss") {
        tokens[index].head = second
      }
    }
  }

  /// `Minister of Education Ann Lee`: what stands behind a preposition between the two belongs to the first.
  /// - Returns: false where the preposition has nothing but the second behind it, so that the two are not one.
  private func keepModifier(between first: Int, _ second: Int, _ tokens: inout [Token]) -> Bool {
    for preposition in (first + 1).upTo(second)
    where tokens[preposition].deprel == "case" && tokens[preposition].head == second {
      let noun = (preposition + 1).upTo(second).first { index in
        tokens[index].head == second && [.noun, .properNoun].contains(tokens[index].upos)
      }
      guard let noun else { return false }
      hang(noun, on: first, as: "nmod", &tokens)
      tokens[preposition].head = noun
    }
    return true
  }

  static let timeNouns: Set = [
    "second", "minute", "hour", "day", "week", "weekend", "month", "year", "decade", "century", "morning", "afternoon",
    "evening", "night", "time", "today", "yesterday", "tomorrow", "spring", "summer", "autumn", "fall", "winter",
  ]

  /// `The attack, he said, could have been an operation`, read as an attack with an operation for a modifier: what has a
  /// copula is a predicate, and the noun in front of it its subject.
  func raiseCopularPredicate(_ predicate: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[predicate].deprel == "nmod" || tokens[predicate].deprel == "appos", let noun = tokens[predicate].head,
      noun < predicate, [.noun, .properNoun, .pronoun].contains(tokens[noun].upos)
    else { return }
    let children = sentence.filter { tokens[$0].head == predicate }
    guard
      let copula = children.first(where: { tokens[$0].deprel == "cop" && $0 > noun && $0 < predicate }),
      !children.contains(where: {
        tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "mark" || tokens[$0].deprel == "case"
      }),
      !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "cop" }),
      children.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) && $0 <= copula })
    else { return }
    put(predicate, inPlaceOf: noun, &tokens)
    hang(noun, on: predicate, as: "nsubj", &tokens)
  }

  /// `S, X said, but T`, with S as an adverbial clause: a finite clause with a subject and without a conjunction, in front
  /// of a verb of saying that has no complement, is what is said.
  func lowerFrontedContent(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "advcl", let verb = tokens[clause].head, clause < verb,
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause), cue.attributive != .relay
    else { return }
    let children = sentence.filter { tokens[$0].head == clause }
    guard children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }),
      !children.contains(where: { tokens[$0].deprel == "mark" || tokens[$0].xpos == "WRB" || tokens[$0].xpos == "WDT" }
      ),
      tokens[clause].xpos == "VBD" || tokens[clause].xpos == "VBZ" || tokens[clause].xpos == "VBP"
        || children.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) && $0 < clause }),
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel == "ccomp" || tokens[$0].deprel == "obj")
      }),
      clause.upTo(verb).contains(where: { tokens[$0].form == "," })
    else { return }
    tokens[clause].deprel = "ccomp"
  }

  /// `S, he said, adding that T`, with `adding` as what he said: behind a comma, a participle without a subject goes
  /// beside the saying.
  func releaseParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[participle].xpos == "VBG", ["ccomp", "advcl", "acl"].contains(tokens[participle].deprel),
      let verb = tokens[participle].head,
      verb < participle, participle > sentence.lowerBound, tokens[participle - 1].form == ",",
      !sentence.contains(where: { tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    // `imposed sanctions on X and two directors, accusing them`: whoever imposed accuses, and not the last of the list.
    if tokens[participle].deprel == "acl", cues.verb(tokens[participle].lemma.lowercased()) != nil {
      var above = tokens[verb].head
      for _ in 0..<8 {
        guard let here = above, tokens[here].upos != .verb else { break }
        above = tokens[here].head
      }
      if let above, above < participle, tokens[above].upos == .verb {
        hang(participle, on: above, as: "advcl", &tokens)
      }
      return
    }
    // `denied that his troops had fired, saying T`: whoever denied says T, and not the troops.
    let cue = cues.verb(tokens[participle].lemma.lowercased())
    if cue?.takes(.clause) == true || cue?.attributive == .relay, let saying = sayingAbove(verb, tokens) {
      hang(participle, on: saying, as: "advcl", &tokens)
    } else if tokens[participle].deprel == "ccomp" {
      tokens[participle].deprel = "advcl"
    }
  }

  /// The verb that has a clause for its content, by itself or through words: `rejected accusations that S`.
  private func sayingAbove(_ clause: Int, _ tokens: [Token]) -> Int? {
    guard let head = tokens[clause].head, head < clause else { return nil }
    switch tokens[clause].deprel {
    case "ccomp": return cues.verb(tokens[head].lemma.lowercased())?.takes(.clause) == true ? head : nil
    case "acl":
      guard isWords(head, tokens), tokens[head].deprel == "obj", let verb = tokens[head].head, verb < head,
        cues.verb(tokens[verb].lemma.lowercased()) != nil
      else { return nil }
      return verb
    default: return nil
    }
  }

  /// `X said that A attacked B and denied S`, with A as the one who denied: a verb that only speakers do, without a subject,
  /// goes on with the outer one.
  func raiseSecondSaying(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    makeSecondSaying(verb, sentence, &tokens)
    guard tokens[verb].deprel == "conj", Self.speakersOnly.contains(tokens[verb].lemma.lowercased()),
      ["VBD", "VBZ"].contains(tokens[verb].xpos), let content = tokens[verb].head, content < verb,
      tokens[content].deprel == "ccomp", let saying = tokens[content].head, saying < content,
      tokens[saying].xpos == tokens[verb].xpos,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      }),
      // Of a person who said something, it may be told as well.
      !sentence.contains(where: {
        tokens[$0].head == content && tokens[$0].deprel.hasPrefix("nsubj")
          && ["he", "she", "who"].contains(tokens[$0].form.lowercased())
      })
    else { return }
    tokens[verb].head = saying
  }

  /// `denied the ferry was overloaded and blamed strong winds`, with the blame for something done to the ferry: a participle
  /// with an object goes with no passive, so that it is the past tense of the one who speaks.
  private func makeSecondSaying(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VBN", tokens[verb].deprel == "conj",
      Self.speakersOnly.contains(tokens[verb].lemma.lowercased()), let content = tokens[verb].head, content < verb,
      sentence.contains(where: { tokens[$0].head == content && ["aux:pass", "cop"].contains(tokens[$0].deprel) }),
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      }),
      let object = sentence.first(where: {
        $0 > verb && (tokens[$0].head == verb || tokens[$0].head == content) && tokens[$0].deprel == "obj"
      })
    else { return }
    tokens[object].head = verb
    tokens[verb].xpos = "VBD"
  }

  private static let speakersOnly: Set<String> = [
    "deny", "say", "add", "insist", "warn", "accuse", "blame", "reject", "vow", "claim", "allege", "stress", "announce",
  ]

  /// `claimed on its website to have stolen data`, with the theft for what the website is for: an infinitive behind where
  /// something was said is what was said.
  func raiseClaimedDeed(_ deed: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[deed].deprel == "acl", let venue = tokens[deed].head, venue < deed,
      Self.venues.contains(tokens[venue].lemma.lowercased()), tokens[venue].deprel == "obl",
      let saying = tokens[venue].head, saying < venue,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.infinitive) == true,
      sentence.contains(where: { tokens[$0].head == deed && tokens[$0].form == "to" && tokens[$0].deprel == "mark" })
    else { return }
    hang(deed, on: saying, as: "xcomp", &tokens)
  }

  static let venues: Set<String> = [
    "website", "statement", "post", "message", "video", "interview", "letter", "site", "channel", "page", "tweet",
    "telegram", "twitter", "speech", "email", "e-mail", "broadcast", "forum", "blog", "leaflet",
  ]

  /// `told the jury he had done it`, with the jury for another subject: two subjects side by side, of which the second is a
  /// pronoun, are the one who is told and the one who did it.
  func releaseHearer(_ hearer: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[hearer].deprel == "nsubj", tokens[hearer].upos == .noun || tokens[hearer].upos == .properNoun,
      let content = tokens[hearer].head, content > hearer, let saying = tokens[content].head, saying < hearer,
      Self.telling.contains(tokens[saying].lemma.lowercased()), hearer + 1 < sentence.upperBound,
      tokens[hearer + 1].upos == .pronoun, tokens[hearer + 1].head == content, tokens[hearer + 1].deprel == "nsubj"
    else { return }
    hang(hearer, on: saying, as: "iobj", &tokens)
  }

  private static let telling: Set<String> = [
    "tell", "inform", "assure", "remind", "warn", "notify", "convince", "promise", "persuade",
  ]

  /// `The mayor denies reports that S`, with `reports` for the verb: behind a form that can be a verb of saying, words of
  /// reporting are what it is about.
  func makeDenying(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let reports = noun + 1
    guard tokens[noun].xpos == "NNS", tokens[noun].deprel == "nsubj", sentence.contains(reports),
      tokens[noun].head == reports, tokens[reports].xpos == "VBZ", noun > sentence.lowerBound,
      cues.verb(tokens[noun].lemma.lowercased()) != nil, cues.noun(tokens[reports].lemma.lowercased()) != nil,
      let subject = sentence.last(where: {
        $0 < noun && tokens[$0].head == noun && ["compound", "nmod:poss", "amod"].contains(tokens[$0].deprel)
      }), tokens[subject].upos == .noun || tokens[subject].upos == .properNoun
    else { return }
    tokens[noun].upos = .verb
    tokens[noun].xpos = "VBZ"
    put(noun, inPlaceOf: reports, &tokens)
    for index in sentence where tokens[index].head == noun && index < noun && index != subject {
      tokens[index].head = subject
    }
    hang(subject, on: noun, as: "nsubj", &tokens)
    tokens[reports].upos = .noun
    tokens[reports].xpos = "NNS"
    hang(reports, on: noun, as: "obj", &tokens)
    for index in sentence where tokens[index].head == reports {
      if tokens[index].deprel == "ccomp" { tokens[index].deprel = "acl" }
      if tokens[index].deprel.hasPrefix("obl") || tokens[index].upos == .punctuation { tokens[index].head = noun }
    }
  }

  /// `It declined to say who would lead them`, with a subject that stands for nothing: what declines, denies or tells is somebody.
  func makeSpeaking(_ pronoun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[pronoun].lower == "it", tokens[pronoun].deprel == "expl", let verb = tokens[pronoun].head,
      pronoun < verb, ["VBD", "VBZ"].contains(tokens[verb].xpos),
      Self.refusing.contains(tokens[verb].lemma) || cues.verb(tokens[verb].lemma)?.attributive == .yes,
      !sentence.contains(where: {
        tokens[$0].head == verb && ["cop", "csubj", "nsubj", "aux:pass"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[pronoun].deprel = "nsubj"
  }

  private static let refusing: Set = ["decline", "refuse", "plan", "intend", "want", "hope", "expect"]

  /// `accused Col. X, a former commander of the guard, of leading the plot`, with the plot hung on the commander: behind a
  /// comma, `of` tells what X is accused of.
  func returnAccusation(_ deed: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl", "nmod", "advcl"].contains(tokens[deed].deprel),
      let of = sentence.first(where: {
        tokens[$0].head == deed && $0 < deed && ["mark", "case"].contains(tokens[$0].deprel)
      }), of > sentence.lowerBound, ["of", "with"].contains(tokens[of].lower), tokens[of - 1].form == ","
    else { return }
    var path = [deed]
    while path.count < 6, let head = tokens[path[path.count - 1]].head, head < deed {
      path.append(head)
      guard tokens[head].upos == .verb else { continue }
      guard path.count > 2, Self.accusing.contains(tokens[head].lemma),
        ["obj", "nsubj:pass"].contains(tokens[path[path.count - 2]].deprel)
      else { return }
      hang(deed, on: head, as: tokens[deed].upos == .verb ? "advcl" : "obl", &tokens)
      return
    }
  }

  private static let accusing: Set = ["accuse", "suspect", "convict", "acquit", "charge", "clear", "absolve"]

  /// `called the allegation grotesque`, with the allegation for what somebody is called: of two complements side by side, the
  /// noun with an article is the object.
  func makeObjectOfCalling(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "xcomp", tokens[noun].upos == .noun, let verb = tokens[noun].head, verb < noun,
      ["call", "brand", "label", "deem", "consider", "find"].contains(tokens[verb].lemma),
      sentence.contains(where: {
        tokens[$0].head == noun && $0 < noun && ["det", "nmod:poss"].contains(tokens[$0].deprel)
      }),
      let said = sentence.first(where: { $0 > noun && tokens[$0].head == verb && tokens[$0].deprel == "xcomp" }),
      [.adjective, .noun, .verb].contains(tokens[said].upos),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "obj" })
    else { return }
    tokens[noun].deprel = "obj"
  }
}
