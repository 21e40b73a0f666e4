import TextAnalysis

/// Repairs of how a sentence opens: who stands in front of the verb, and what is said on both sides of it.
extension TreeRepair {
  /// `The accused said S`, with the accused for a quality of the saying: what an article opens in front of a verb without a subject
  /// is who does it.
  func makeQualitySubject(_ quality: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[quality].deprel == "amod", let verb = tokens[quality].head, verb == quality + 1,
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), quality > sentence.lowerBound,
      tokens[quality - 1].head == verb, tokens[quality - 1].deprel == "det",
      !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) })
    else { return }
    hang(quality, on: verb, as: "nsubj", &tokens)
    tokens[quality - 1].head = quality
    tokens[quality].upos = .noun
    tokens[quality].xpos = "NN"
  }

  /// `Its chief executive, Lorna Fitch, said S`, with adjectives for the subject: what a name stands beside is an office.
  func makeNamedOffice(_ quality: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[quality].upos == .adjective,
      sentence.contains(where: {
        $0 > quality && tokens[$0].head == quality && tokens[$0].deprel == "appos" && tokens[$0].upos == .properNoun
      })
    else { return }
    // `executive` below `chief`: the last of the two is the office.
    let first = tokens[quality].deprel == "amod" ? tokens[quality].head ?? quality : quality
    guard isSubject(first, tokens), tokens[first].upos == .adjective, first <= quality, let verb = tokens[first].head
    else { return }
    if first < quality {
      put(quality, inPlaceOf: first, &tokens)
      hang(first, on: quality, as: "amod", &tokens)
      for index in sentence where tokens[index].head == first { tokens[index].head = quality }
    }
    tokens[quality].upos = .noun
    tokens[quality].xpos = "NN"
    // `Its` and `chief`, for subjects beside it.
    for index in sentence where index < quality && tokens[index].head == verb {
      if ["nmod:poss", "det"].contains(tokens[index].deprel) { tokens[index].head = quality }
    }
  }

  /// `Minister Mohamed Said acknowledged S`, with a clause for the family name: a name behind the name that is the subject is part
  /// of it.
  func joinFamilyName(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let name = verb - 1
    guard ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), name > sentence.lowerBound, tokens[name].head == verb,
      ["ccomp", "advcl", "csubj"].contains(tokens[name].deprel), tokens[name - 1].upos == .properNoun,
      tokens[name].form.first?.isUppercase ?? false, tokens[name].form.dropFirst().contains(where: \.isLowercase),
      !sentence.contains(where: { tokens[$0].head == name && $0 > name })
    else { return }
    let first = tokens[name - 1].deprel == "flat" ? tokens[name - 1].head ?? name - 1 : name - 1
    guard tokens[first].deprel == "nsubj", tokens[first].head == verb || tokens[first].head == name else { return }
    hang(first, on: verb, as: "nsubj", &tokens)
    for index in sentence where tokens[index].head == name { tokens[index].head = first }
    hang(name, on: first, as: "flat", &tokens)
    tokens[name].upos = .properNoun
    tokens[name].xpos = "NNP"
  }

  /// `According to the broadcaster Omega, S`, with both for phrases of the verb: the noun only says what Omega is.
  func joinDescribedPhrase(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "obl", name > sentence.lowerBound, let verb = tokens[name].head,
      tokens[name - 1].head == verb, tokens[name - 1].deprel == "obl", tokens[name - 1].upos == .noun,
      !sentence.contains(where: { tokens[$0].head == name && tokens[$0].deprel == "case" })
    else { return }
    for index in sentence where tokens[index].head == name - 1 && ["case", "det"].contains(tokens[index].deprel) {
      tokens[index].head = name
    }
    hang(name - 1, on: name, as: "compound", &tokens)
  }

  /// `a welder who worked there for nine years and who says S`, with the years saying it: what `and who` opens belongs to whom the
  /// relative clause in front belongs to.
  func joinSecondRelative(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "acl:relcl",
      let who = sentence.first(where: { tokens[$0].head == verb && $0 < verb && tokens[$0].lower == "who" }),
      who > sentence.lowerBound, tokens[who - 1].lower == "and", let noun = tokens[verb].head, noun < who,
      let first = sentence.last(where: { index in
        index < noun && tokens[index].deprel == "acl:relcl"
          && sentence.contains { tokens[$0].head == index && $0 < index && tokens[$0].lower == "who" }
      }), isBelow(noun, first, tokens)
    else { return }
    hang(verb, on: first, as: "conj", &tokens)
    hang(who - 1, on: verb, as: "cc", &tokens)
  }

  /// `Through his lawyer the mayor let it be known`, with the mayor in apposition: a noun with an article of its own that nothing
  /// parts from a verb without a subject, and no comma from the phrase in front, is the subject.
  func raiseAppositionToSubject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "appos", let phrase = tokens[noun].head, phrase < noun,
      tokens[phrase].deprel == "obl", let verb = tokens[phrase].head, verb == noun + 1, tokens[verb].upos == .verb,
      tokens[phrase].upos == .noun,
      sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "det" && $0 == phrase + 1 }),
      !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) })
    else { return }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  /// `The man with the key to the vault in Port Amari, a teacher called X, swears that S`, with the man for what Amari is: a noun
  /// that a preposition follows describes no name further on.
  func makeDistantSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      let noun = sentence.first(where: { index in
        index + 2 < verb && tokens[index].deprel == "nmod:desc" && tokens[index + 1].upos == .adposition
          && tokens[index].head.map { $0 > index + 2 && tokens[$0].deprel == "nsubj" && tokens[$0].head == verb }
            ?? false
      }), let name = tokens[noun].head, name < verb,
      let place = sentence.last(where: { $0 > noun && $0 < name && tokens[$0].upos == .adposition }),
      tokens[place].head.map({ $0 == name || tokens[$0].head == name }) ?? false,
      sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "det" }),
      let host = noun.upTo(place).last(where: { tokens[$0].upos == .noun })
    else { return }
    hang(name, on: host, as: "nmod", &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    // What stands between commas behind it says who that is.
    if let second = sentence.first(where: {
      $0 > name && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" && tokens[$0].upos == .noun
    }) {
      hang(second, on: noun, as: "appos", &tokens)
    }
  }

  /// `S, Ann Lee told reporters: "T"` and `X said S, Y said T`, with both for the complement of one verb: what a colon opens, or
  /// what somebody else says in front, stands beside it.
  func partSecondContent(_ content: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[content].deprel == "ccomp", let verb = tokens[content].head, verb < content,
      let front = sentence.first(where: { $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" })
    else { return }
    if (verb + 1).upTo(content).contains(where: { tokens[$0].form == ":" }) {
      tokens[content].deprel = "parataxis"
      return
    }
    let isSaying =
      tokens[front].upos == .verb && cues.verb(tokens[front].lemma.lowercased())?.takes(.clause) == true
      && sentence.contains { $0 < front && tokens[$0].head == front && isSubject($0, tokens) }
      && sentence.contains { $0 > front && tokens[$0].head == front && tokens[$0].deprel == "ccomp" }
    guard isSaying,
      !sentence.lowerBound.upTo(verb).contains(where: { ["\"", "“", "”", "''", "``"].contains(tokens[$0].form) })
    else { return }
    hang(front, on: tokens[verb].head, as: tokens[verb].deprel, &tokens)
    hang(verb, on: front, as: "parataxis", &tokens)
  }

  /// `statements according to which guards crossed the river`, with the guards for what it accords with: the relative word stands
  /// for the statements, and the noun behind it is who crossed.
  func partWhich(_ which: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[which].deprel == "det", tokens[which].lower == "which", which - 2 >= sentence.lowerBound,
      tokens[which - 1].lower == "to",
      tokens[which - 2].lower == "according", let noun = tokens[which].head, noun > which,
      ["obl", "nmod"].contains(tokens[noun].deprel), let verb = tokens[noun].head, verb > noun,
      !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) })
    else { return }
    hang(which, on: verb, as: "obl", &tokens)
    hang(which - 2, on: which, as: "case", &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    tokens[which].upos = .pronoun
  }

  /// `Had the border been shut, X would have starved`, with the having for a verb of its own: it only says when what `would` tells
  /// would have come.
  func makeInvertedCondition(_ had: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[had].lower == "had", tokens[had].deprel != "aux",
      had == sentence.lowerBound || tokens[had - 1].upos == .punctuation,
      let deed = sentence.first(where: {
        $0 > had && tokens[$0].head == had && ["ccomp", "xcomp"].contains(tokens[$0].deprel)
          && tokens[$0].xpos == "VBN"
      }),
      let main = sentence.first(where: { index in
        index > deed && (tokens[index].head == deed || tokens[index].head == had)
          && ["conj", "ccomp", "parataxis", "advcl"].contains(tokens[index].deprel)
          && sentence.contains { tokens[$0].head == index && ["would", "could", "might"].contains(tokens[$0].lower) }
      }), deed.upTo(main).contains(where: { tokens[$0].form == "," })
    else { return }
    hang(main, on: tokens[had].head, as: tokens[had].deprel, &tokens)
    hang(deed, on: main, as: "advcl", &tokens)
    for index in sentence where tokens[index].head == had { tokens[index].head = index < deed ? deed : main }
    // `Had the army attacked the town`: who stands between the two words does it.
    for index in had.upTo(deed) where tokens[index].head == deed && tokens[index].deprel == "obj" {
      tokens[index].deprel = "nsubj"
    }
    hang(had, on: deed, as: "aux", &tokens)
    tokens[had].upos = .auxiliary
  }

  /// `dismissed X's allegation that he had reported cracks as an attempt`, with the reporting of cracks as an attempt: what a verdict
  /// upon words is, stands behind the words.
  func raiseVerdictOfAnswer(_ verdict: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["obl", "advcl", "nmod"].contains(tokens[verdict].deprel),
      sentence.contains(where: { tokens[$0].head == verdict && tokens[$0].lower == "as" && $0 < verdict }),
      let verb = sentence.last(where: { index in
        index < verdict
          && ["dismiss", "describe", "denounce", "reject", "deride"].contains(tokens[index].lemma.lowercased())
          && tokens[index].upos == .verb
      }),
      let words = sentence.first(where: {
        tokens[$0].head == verb && $0 > verb && tokens[$0].deprel == "obj"
          && cues.noun(tokens[$0].lemma.lowercased()) != nil
      }), let clause = tokens[verdict].head, clause > words, isBelow(clause, words, tokens),
      sentence.contains(where: { tokens[$0].head == clause && tokens[$0].lower == "that" }),
      !sentence.contains(where: { tokens[$0].head == clause && $0 > verdict && tokens[$0].upos != .punctuation })
    else { return }
    hang(verdict, on: verb, as: "obl", &tokens)
  }

  /// `something the governor's spokeswoman denied`, with the spokeswoman for the thing: what stands between it and a clause without
  /// a subject is who denies it.
  func makeRelativeSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "acl:relcl", ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      let noun = tokens[verb].head, !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) }),
      let subject = sentence.first(where: {
        $0 > noun && $0 < verb && tokens[$0].head == noun && tokens[$0].deprel == "appos"
      }), tokens[startOfPhrase(subject, sentence, tokens) - 1].upos != .punctuation
    else { return }
    hang(subject, on: verb, as: "nsubj", &tokens)
  }

  /// `Sildar recalled its ambassador`, with both for subjects: behind an active verb that has one in front stands what it does
  /// something to.
  func makeSecondSubjectObject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "nsubj", let verb = tokens[noun].head, verb < noun, tokens[verb].xpos == "VBD",
      sentence.contains(where: { tokens[$0].head == verb && $0 < verb && tokens[$0].deprel == "nsubj" }),
      !sentence.contains(where: {
        tokens[$0].head == verb && ["obj", "ccomp", "xcomp", "aux"].contains(tokens[$0].deprel)
      }),
      (verb + 1).through(noun).allSatisfy({ $0 == noun || tokens[$0].head == noun }),
      tokens[verb + 1].upos != .punctuation
    else { return }
    tokens[noun].deprel = "obj"
  }

  /// `killed by alleged rebels`, with the alleging for a deed of the rebels: between a preposition and a noun a participle says
  /// which.
  func makeQualityBehindPreposition(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBN"].contains(tokens[participle].xpos), participle > sentence.lowerBound + 1,
      participle + 1 < sentence.upperBound,
      tokens[participle].deprel == "advcl", let verb = tokens[participle].head, verb < participle,
      tokens[participle - 1].head == participle, tokens[participle - 1].lower == "by",
      tokens[participle + 1].head == participle, isSubject(participle + 1, tokens),
      !sentence.contains(where: { tokens[$0].head == participle && ($0 < participle - 1 || $0 > participle + 1) })
    else { return }
    hang(participle + 1, on: verb, as: "obl:agent", &tokens)
    hang(participle - 1, on: participle + 1, as: "case", &tokens)
    hang(participle, on: participle + 1, as: "amod", &tokens)
    tokens[participle].upos = .adjective
    tokens[participle].xpos = "JJ"
    tokens[participle].lemma = tokens[participle].lower
    tokens[participle - 1].upos = .adposition
  }

  /// `the conviction of banker Luis Gil`, with the name in apposition to a noun without an article: the noun describes the name.
  func lowerBareTitle(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "appos", tokens[name].upos == .properNoun, let noun = tokens[name].head,
      noun == name - 1,
      tokens[noun].upos == .noun, tokens[noun].deprel == "nmod",
      !sentence.contains(where: {
        tokens[$0].head == noun && !["case", "appos", "compound", "amod"].contains(tokens[$0].deprel)
      })
    else { return }
    hang(name, on: tokens[noun].head, as: "nmod", &tokens)
    for index in sentence where index < noun && tokens[index].head == noun && tokens[index].deprel == "case" {
      tokens[index].head = name
    }
    hang(noun, on: name, as: "nmod:desc", &tokens)
  }

  /// `said reports that S were "fabricated"`, with the reports for a second subject of the saying: what a verb behind them without a
  /// subject tells is told of them.
  func makeSubjectOfWhatIsSaid(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["nsubj", "nsubj:pass"].contains(tokens[noun].deprel), let saying = tokens[noun].head, saying == noun - 1,
      cues.noun(tokens[noun].lemma.lowercased()) != nil, noun + 1 < sentence.upperBound,
      tokens[noun + 1].lower == "that",
      let clause = tokens[noun + 1].head, tokens[clause].head == saying, tokens[clause].deprel == "ccomp",
      let verdict = sentence.first(where: { index in
        index > clause && tokens[index].head == clause
          && ["ccomp", "conj", "xcomp", "advcl"].contains(tokens[index].deprel)
          && sentence.contains {
            $0 > clause && tokens[$0].head == index && ["aux:pass", "cop"].contains(tokens[$0].deprel)
          }
          && !sentence.contains { tokens[$0].head == index && isSubject($0, tokens) }
      })
    else { return }
    let isPassive = sentence.contains { tokens[$0].head == verdict && tokens[$0].deprel == "aux:pass" }
    hang(verdict, on: saying, as: "ccomp", &tokens)
    hang(noun, on: verdict, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
    hang(clause, on: noun, as: "acl", &tokens)
  }

  /// `said that S, which Y denies`, with the denying for a complement: a clause that `which` opens as its object hangs on what
  /// stands in front of the comma.
  func lowerWhichClause(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["ccomp", "conj", "parataxis", "advcl"].contains(tokens[verb].deprel), let head = tokens[verb].head,
      head < verb,
      let which = sentence.first(where: {
        tokens[$0].head == verb && $0 < verb && tokens[$0].lower == "which" && tokens[$0].deprel == "obj"
      }), which - 1 > head, tokens[which - 1].form == ",",
      sentence.contains(where: { tokens[$0].head == verb && $0 > which && $0 < verb && isSubject($0, tokens) }),
      let noun = head.upTo(which - 1).last(where: { isNominal($0, tokens) }), isBelow(noun, head, tokens)
    else { return }
    hang(verb, on: noun, as: "acl:relcl", &tokens)
  }

  /// `told Russia beforehand that S`, with the adverb for a second mark of what is told: it says when it was told.
  func raiseAdverbBeforeThat(_ adverb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[adverb].deprel == "mark", adverb + 1 < sentence.upperBound, tokens[adverb + 1].lower == "that",
      tokens[adverb + 1].deprel == "mark", let clause = tokens[adverb].head, clause == tokens[adverb + 1].head,
      let verb = tokens[clause].head, verb < adverb, tokens[verb].upos == .verb, tokens[adverb].form.utf8.count > 5
    else { return }
    hang(adverb, on: verb, as: "advmod", &tokens)
    tokens[adverb].upos = .adverb
    tokens[adverb].xpos = "RB"
  }

  /// `warned Russia of an attack`, with both for objects: what a preposition opens is none.
  func lowerObjectBehindPreposition(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obj", let verb = tokens[noun].head, verb < noun,
      let mark = sentence.first(where: { tokens[$0].head == noun && tokens[$0].deprel == "case" }), mark < noun,
      ["of", "about", "against"].contains(tokens[mark].lower), tokens[mark].upos == .adposition,
      let other = sentence.first(where: {
        tokens[$0].head == verb && $0 > verb && $0 < mark && tokens[$0].deprel == "iobj"
      })
    else { return }
    tokens[noun].deprel = "obl"
    tokens[other].deprel = "obj"
  }

  /// `attributes the attack of March 22 to X`, with the day for a phrase of the verb and X for one of the day: an `of` and a day behind
  /// the object belong to it, and what follows to the verb.
  func joinDayOfObject(_ day: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[day].deprel == "obl", let verb = tokens[day].head, verb < day,
      let mark = sentence.first(where: { tokens[$0].head == day && tokens[$0].deprel == "case" }),
      tokens[mark].lower == "of", mark > verb + 1,
      mark.upTo(day + 1).contains(where: { CalendarWords.months[tokens[$0].lower] != nil }),
      tokens[mark - 1].head == verb, tokens[mark - 1].deprel == "obj"
    else { return }
    hang(day, on: mark - 1, as: "nmod", &tokens)
    for index in sentence where index > day && tokens[index].head == day && tokens[index].deprel == "nmod" {
      hang(index, on: verb, as: "obl", &tokens)
    }
  }
}
