import TextAnalysis

/// Repairs of words whose tag their neighbours rule out.
extension TreeRepair {
  /// `confirmed to the agencies inspectorate that S`, with a verb for the last word of the one who is told: what has no subject,
  /// behind a noun with a preposition and in front of `that`, is the noun of that phrase.
  func makeHearerNoun(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBP", "VB"].contains(tokens[word].xpos), tokens[word].deprel == "advcl", let saying = tokens[word].head,
      saying < word, cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) ?? false,
      word + 1 < sentence.upperBound, tokens[word + 1].lower == "that", word - 1 > saying,
      tokens[word - 1].upos == .noun, tokens[word - 1].deprel == "obl", tokens[word - 1].head == saying,
      sentence.contains(where: { tokens[$0].head == word - 1 && tokens[$0].deprel == "case" }),
      let content = sentence.first(where: { $0 > word && tokens[$0].head == word && tokens[$0].deprel == "ccomp" })
    else { return }
    tokens[word].upos = .noun
    tokens[word].xpos = "NN"
    hang(word, on: saying, as: "obl", &tokens)
    for index in sentence where tokens[index].head == word - 1 { tokens[index].head = word }
    hang(word - 1, on: word, as: "compound", &tokens)
    hang(content, on: saying, as: "ccomp", &tokens)
  }

  /// `The dockworkers' union accused`, with the workers and the union for two who accuse: an apostrophe that closes no
  /// quotation makes the plural in front of it the owner of the noun behind it.
  func makePluralOwner(_ mark: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let (owner, next) = (mark - 1, mark + 1)
    guard ["'", "’"].contains(tokens[mark].form), tokens[mark].upos == .punctuation, !tokens[mark].hasSpaceBefore,
      owner >= sentence.lowerBound, next < sentence.upperBound, ["NNS", "NNPS"].contains(tokens[owner].xpos),
      tokens[owner].lower.hasSuffix("s"), tokens[next].upos == .noun, tokens[next].hasSpaceBefore,
      !sentence.lowerBound.upTo(mark).contains(where: { opensSingleQuotation($0, sentence, tokens) })
    else { return }
    var noun = next
    while noun + 1 < sentence.upperBound, tokens[noun + 1].upos == .noun, tokens[noun].head == noun + 1 { noun += 1 }
    guard tokens[noun].head != owner || tokens[owner].head != noun else { return }
    if isBelow(noun, owner, tokens) {
      guard tokens[noun].head == owner else { return }
      put(noun, inPlaceOf: owner, &tokens)
    } else if !isBelow(owner, noun, tokens), tokens[owner].head != tokens[noun].head {
      return
    }
    hang(owner, on: noun, as: "nmod:poss", &tokens)
    hang(mark, on: owner, as: "case", &tokens)
    tokens[mark].upos = .particle
    tokens[mark].xpos = "POS"
  }

  private func opensSingleQuotation(_ mark: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    ["'", "‘", "`"].contains(tokens[mark].form) && (mark == sentence.lowerBound || tokens[mark].hasSpaceBefore)
  }

  /// `called the union's claim false`, with `claim` for what somebody does: behind an owner stands a noun, and what it is
  /// called hangs on the calling.
  func makeOwnedWords(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .verb, noun > sentence.lowerBound, tokens[noun - 1].xpos == "POS",
      let owner = tokens[noun - 1].head, tokens[owner].head == noun, cues.noun(tokens[noun].lemma.lowercased()) != nil,
      let verb = tokens[noun].head, verb < owner, tokens[verb].upos == .verb,
      ["xcomp", "ccomp", "obj", "parataxis"].contains(tokens[noun].deprel)
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = tokens[noun].lower.hasSuffix("s") ? "NNS" : "NN"
    tokens[noun].deprel = "obj"
    tokens[owner].deprel = "nmod:poss"
    for index in sentence where index > noun && tokens[index].head == noun {
      if ["xcomp", "advmod", "amod", "obj"].contains(tokens[index].deprel),
        Self.namingVerbs.contains(tokens[verb].lemma)
      {
        hang(index, on: verb, as: "xcomp", &tokens)
      } else if tokens[index].deprel == "ccomp" {
        tokens[index].deprel = "acl"
      }
    }
  }

  /// `denied Polish claims that S`, `rejected claims by X that S`, with `claims` for what somebody does: behind a verb of denying, with
  /// nothing between but what describes it, stand the words that are denied.
  func makeDeniedWords(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .verb, ["VBZ", "VBP"].contains(tokens[noun].xpos), let verb = tokens[noun].head,
      verb < noun, ["ccomp", "xcomp", "obj", "parataxis"].contains(tokens[noun].deprel),
      Self.denying.contains(tokens[verb].lemma.lowercased()), cues.noun(tokens[noun].lemma.lowercased()) != nil,
      (verb + 1).upTo(noun).allSatisfy({ [.adjective, .determiner, .properNoun].contains(tokens[$0].upos) }),
      !sentence.contains(where: { $0 < noun && tokens[$0].head == noun && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NNS"
    tokens[noun].deprel = "obj"
    for index in sentence where tokens[index].head == noun {
      if index > noun, ["ccomp", "advcl"].contains(tokens[index].deprel) { tokens[index].deprel = "acl" }
      if tokens[index].deprel == "obl" { tokens[index].deprel = "nmod" }
    }
    takeBackClause(of: noun, sentence, &tokens)
  }

  /// `claims by X that S`, with S for something about X: behind another subject `that` marks what is claimed.
  private func takeBackClause(of noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard let clause = sentence.first(where: { $0 > noun && tokens[$0].deprel == "acl:relcl" }),
      let issuer = tokens[clause].head, tokens[issuer].head == noun,
      let that = sentence.first(where: { $0 > issuer && $0 < clause && tokens[$0].head == clause }),
      tokens[that].lower == "that", tokens[that].deprel == "nsubj",
      sentence.contains(where: {
        $0 > that && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    makeMark(that, &tokens)
    hang(clause, on: noun, as: "acl", &tokens)
  }

  private func makeMark(_ that: Int, _ tokens: inout [Token]) {
    tokens[that].upos = .subordinatingConjunction
    tokens[that].xpos = "IN"
    tokens[that].deprel = "mark"
  }

  private static let denying: Set<String> = [
    "deny", "reject", "dismiss", "refute", "dispute", "rebut", "contest", "denounce", "repudiate",
  ]

  /// `dismissed as "lies" a report`, with the lying for what somebody does: behind `as` stands what the report is called.
  func makeVerdictBehindAs(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .verb, tokens[noun].lower == "lies",
      ["ccomp", "xcomp", "advcl"].contains(tokens[noun].deprel),
      let verb = tokens[noun].head, verb < noun, tokens[verb].upos == .verb,
      sentence.contains(where: {
        $0 > verb && $0 < noun && tokens[$0].head == noun && ["case", "mark"].contains(tokens[$0].deprel)
          && tokens[$0].lower == "as"
      })
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NNS"
    tokens[noun].deprel = "obl"
  }

  /// `The prosecution alleges that S`, with a kind of alleges for the subject of S: a word that is no noun, in front of `that`
  /// and behind a noun, is what that one does.
  func makeSayingThat(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .noun, tokens[verb].lower.hasSuffix("s"), verb > sentence.lowerBound,
      verb + 1 < sentence.upperBound, tokens[verb + 1].lower == "that", let clause = tokens[verb + 1].head,
      clause > verb,
      tokens[verb].head == clause && tokens[verb].deprel.hasPrefix("nsubj")
        || tokens[verb].head == nil && tokens[clause].head == verb,
      let lemma = [1, 2].map({ String(tokens[verb].lower.dropLast($0)) }).first(where: { cues.verb($0) != nil }),
      cues.verb(lemma)?.takes(.clause) == true, cues.noun(lemma) == nil
    else { return }
    let subject = verb - 1
    guard isNounLike(subject, tokens), tokens[subject].head == verb || tokens[subject].head == clause else { return }
    tokens[verb].upos = .verb
    tokens[verb].xpos = "VBZ"
    tokens[verb].lemma = lemma
    if tokens[verb].head == clause { put(verb, inPlaceOf: clause, &tokens) }
    hang(clause, on: verb, as: "ccomp", &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(verb + 1, on: clause, as: "mark", &tokens)
    for index in sentence where index < subject {
      if tokens[index].head == verb { tokens[index].head = subject }
      if tokens[index].head == clause { tokens[index].head = verb }
    }
    for index in sentence where index > clause && tokens[index].head == clause && tokens[index].upos == .punctuation {
      tokens[index].head = verb
    }
  }

  /// `told the agency that police believed S`, with `that` for who believed it: directly behind the one who is told, and in front
  /// of a subject, it marks what is told.
  func makeThatMark(_ that: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[that].lower == "that", tokens[that].deprel == "nsubj", that > sentence.lowerBound,
      let clause = tokens[that].head, clause > that, tokens[clause].deprel == "ccomp", let saying = tokens[clause].head,
      saying < that, cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      sentence.contains(where: {
        $0 > that && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    makeMark(that, &tokens)
  }

  /// `X reported on Tuesday, citing Y, that S`, with S for how it was reported: what `that` marks under a verb of saying is what
  /// is said, but for `so … that`.
  func makeThatContent(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "advcl", let saying = tokens[clause].head, saying < clause,
      tokens[saying].upos == .verb, cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let that = sentence.first(where: {
        $0 > saying && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel == "mark"
      }), tokens[that].lower == "that",
      sentence.contains(where: {
        $0 > that && $0 < clause && tokens[$0].head == clause
          && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "expl")
      }),
      !["so", "now", "such", "in", "except", "given"].contains(tokens[that - 1].lower),
      // `ordered that they be held`: an order and no statement
      !sentence.contains(where: {
        tokens[$0].head == clause && tokens[$0].xpos == "VB" && tokens[$0].deprel.hasPrefix("aux")
          && tokens[$0].lower == "be" && !["MD", "TO"].contains(tokens[$0 - 1].xpos)
      }),
      !sentence.contains(where: {
        tokens[$0].head == saying && ["ccomp", "xcomp"].contains(tokens[$0].deprel)
          || $0 > saying && $0 < that && ["so", "such"].contains(tokens[$0].lower)
      })
    else { return }
    tokens[clause].deprel = "ccomp"
  }

  /// `that exports would not be affected`, with `exports` for what somebody does: between `that` and an auxiliary stands a
  /// subject.
  func makeSubjectBehindThat(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let next = noun + 1
    guard tokens[noun].upos == .verb, tokens[noun].xpos == "VBZ", noun > sentence.lowerBound,
      next < sentence.upperBound,
      let verb = predicate(ofNoun: noun, sentence, tokens), verb > next,
      tokens[verb].head == noun || tokens[verb].head == tokens[noun].head && tokens[noun].deprel == "ccomp",
      !sentence.contains(where: {
        [noun, verb].contains(tokens[$0].head ?? -1) && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    for index in sentence where tokens[index].head == noun { tokens[index].head = verb }
    let isPassive = sentence.contains { tokens[$0].head == verb && tokens[$0].deprel == "aux:pass" }
    hang(noun, on: verb, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NNS"
  }

  /// The verb whose auxiliary stands behind a noun: directly behind it and `that`, or behind a phrase of its own and a verb of saying.
  private func predicate(ofNoun noun: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    let before = noun - 1
    if tokens[before].lower == "that" {
      return tokens[noun + 1].upos == .auxiliary ? tokens[noun + 1].head : nil
    }
    guard tokens[before].xpos == "VBD", tokens[noun].head == before,
      cues.verb(tokens[before].lemma.lowercased())?.takes(.clause) == true,
      let auxiliary = (noun + 1).upTo(sentence.upperBound).first(where: { !isBelow($0, noun, tokens) }),
      tokens[auxiliary].upos == .auxiliary
    else { return nil }
    return tokens[auxiliary].head
  }

  /// `said it had closed the account and had reported all transfers`, with the reporting beside the saying: a second past perfect
  /// goes with the first.
  func joinSecondPerfect(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[second].deprel == "conj", let saying = tokens[second].head, saying < second,
      ["VBD", "VBZ"].contains(tokens[saying].xpos),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let first = sentence.last(where: {
        $0 > saying && $0 < second && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      isPastPerfect(first, sentence, tokens), isPastPerfect(second, sentence, tokens),
      !isPastPerfect(saying, sentence, tokens),
      !sentence.contains(where: { tokens[$0].head == second && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    tokens[second].head = first
  }

  private func isPastPerfect(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains {
      tokens[$0].head == verb && tokens[$0].deprel == "aux" && tokens[$0].lower == "had" && $0 < verb
    }
  }

  /// `the trader told the agency by telephone`, with the telephone for who did it: an active verb has its doer for a subject.
  func releaseMeans(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obl:agent", let verb = tokens[noun].head,
      ["VBD", "VBZ", "VBP", "VBG", "VB"].contains(tokens[verb].xpos),
      sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }),
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel == "aux:pass" || tokens[$0].deprel == "nsubj:pass")
      })
    else { return }
    tokens[noun].deprel = "obl"
  }

  /// `called the party's figure irresponsible`, with the word for a quality of the figure: behind its noun, and with nothing behind
  /// it, an adjective says what the noun is called.
  func raiseVerdictBehindNoun(_ adjective: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[adjective].deprel == "amod", tokens[adjective].upos == .adjective, let noun = tokens[adjective].head,
      noun < adjective, tokens[noun].deprel == "obj", isNounLike(noun, tokens), let verb = tokens[noun].head,
      verb < noun,
      Self.namingVerbs.contains(tokens[verb].lemma.lowercased()),
      adjective + 1 >= sentence.upperBound
        || [.punctuation, .coordinatingConjunction, .adverb].contains(tokens[adjective + 1].upos),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "xcomp" }),
      (noun + 1).upTo(adjective).allSatisfy({ isBelow($0, adjective, tokens) })
    else { return }
    hang(adjective, on: verb, as: "xcomp", &tokens)
  }

  /// `raised the toll to 98, and said 32 people were missing`, with both joined to the raising: a clause directly behind a verb of
  /// saying that has nothing else to say is what is said.
  func takeContent(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "conj", let first = tokens[clause].head,
      ["VBD", "VBZ", "VBP"].contains(tokens[clause].xpos)
        || sentence.contains(where: {
          tokens[$0].head == clause && ["cop", "aux", "aux:pass"].contains(tokens[$0].deprel)
        }),
      let saying = sentence.last(where: {
        $0 > first && $0 < clause && tokens[$0].head == first && tokens[$0].deprel == "conj"
      }),
      tokens[saying].xpos == "VBD", cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let start = sentence.first(where: { isBelow($0, clause, tokens) }), start == saying + 1,
      sentence.contains(where: {
        $0 > saying && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      !sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel == "cc" }),
      !sentence.contains(where: {
        tokens[$0].head == saying && ["ccomp", "obj", "xcomp"].contains(tokens[$0].deprel)
      })
    else { return }
    hang(clause, on: saying, as: "ccomp", &tokens)
  }

  /// `A court on Friday upheld the verdict`, with the upholding for a thing: a word that is nothing but the past of a verb, with
  /// an object behind it, is what the noun in front of it did.
  func makePastWithObject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos.hasPrefix("NN"), let lemma = Self.onlyPasts[tokens[verb].lower],
      let noun = tokens[verb].head, noun < verb, tokens[noun].head == nil, isNounLike(noun, tokens),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "obj" })
    else { return }
    tokens[verb].upos = .verb
    tokens[verb].xpos = "VBD"
    tokens[verb].lemma = lemma
    put(verb, inPlaceOf: noun, &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    // `on Friday`, taken for a part of the thing
    let day = (noun + 1).upTo(verb).last {
      tokens[$0].head == verb && ["compound", "amod"].contains(tokens[$0].deprel)
    }
    if let day {
      for index in (noun + 1).upTo(day) where tokens[index].head == verb && tokens[index].deprel == "case" {
        tokens[index].head = day
      }
      tokens[day].deprel = "obl"
    }
  }

  /// `The strike hit commuters`, with the hit for a kind of commuters: what has a subject of its own and a plural behind it is the
  /// verb between the two.
  func raisePastBetween(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos.hasPrefix("NN"), tokens[verb].deprel == "compound",
      let lemma = Self.pasts[tokens[verb].lower],
      let object = tokens[verb].head, object > verb, tokens[object].xpos == "NNS", tokens[object].head == nil,
      let subject = sentence.first(where: {
        $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
      }), subject == verb - 1,
      !sentence.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) })
    else { return }
    tokens[verb].upos = .verb
    tokens[verb].xpos = "VBD"
    tokens[verb].lemma = lemma
    put(verb, inPlaceOf: object, &tokens)
    hang(object, on: verb, as: "obj", &tokens)
    tokens[subject].deprel = "nsubj"
    for index in sentence where tokens[index].head == object && index < subject { tokens[index].head = subject }
    for index in sentence where tokens[index].head == object && tokens[index].upos == .punctuation {
      tokens[index].head = verb
    }
  }

  private static let onlyPasts = [
    "upheld": "uphold", "withheld": "withhold", "withdrew": "withdraw", "overthrew": "overthrow", "forbade": "forbid",
    "overran": "overrun", "undertook": "undertake", "rebuilt": "rebuild",
  ]

  /// `The service, for its part, put the number at 60`, with an order for the past: with a subject in front it is none.
  func makePastOfPut(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VB", tokens[verb].head == nil, tokens[verb].deprel == "root",
      ["put", "set", "cut", "hit", "read"].contains(tokens[verb].lower),
      sentence.contains(where: {
        $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" && tokens[$0].lower != "you"
      }), !sentence.contains(where: { tokens[$0].head == verb && ["aux", "mark"].contains(tokens[$0].deprel) })
    else { return }
    tokens[verb].xpos = "VBD"
  }
}
