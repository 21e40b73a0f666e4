import TextAnalysis

/// Repairs of what somebody calls untrue or rules out, and of who does so.
extension TreeRepair {
  /// `S, a claim the agency called baseless`, with the agency for another word for the claim: what stands between a noun for words
  /// and a verb of naming with a verdict behind it calls them so.
  func raiseVerdictGiver(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, tokens[verb].deprel == "acl" || tokens[verb].deprel == "acl:relcl",
      let noun = tokens[verb].head,
      noun < verb,
      Syntax.answered.contains(tokens[noun].lemma.lowercased()),
      let giver = sentence.first(where: {
        $0 > noun && $0 < verb && tokens[$0].head == noun
          && ["appos", "nmod", "compound", "flat"].contains(tokens[$0].deprel)
      }), giver == verb - 1, isNounLike(giver, tokens),
      !sentence.contains(where: { tokens[$0].head == giver && tokens[$0].deprel == "case" }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies
        || AttributionRule.predicating.contains(tokens[verb].lemma.lowercased())
          && sentence.contains(where: {
            $0 > verb && tokens[$0].head == verb && ["xcomp", "obl", "obj"].contains(tokens[$0].deprel)
          })
    else { return }
    tokens[verb].deprel = "acl:relcl"
    tokens[verb].xpos = "VBD"
    hang(giver, on: verb, as: "nsubj", &tokens)
  }

  /// `A ransom is something the state has ruled out`, `S, something the state ruled out`: the noun behind it rules out what
  /// `something` takes up.
  func lowerRuledOut(_ something: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[something].upos == .pronoun, tokens[something].lower == "something", something > sentence.lowerBound,
      let verb = (something + 1).upTo(min(something + 9, sentence.upperBound)).first(where: {
        tokens[$0].upos == .verb && isRulingOut($0, sentence, tokens)
      }),
      let subject = (something + 1).upTo(verb).last(where: { isNounLike($0, tokens) }),
      (something + 1).upTo(verb).allSatisfy({ $0 <= subject || [.auxiliary, .adverb].contains(tokens[$0].upos) }),
      (something + 1).through(subject).allSatisfy({
        isNounLike($0, tokens) || [.determiner, .adjective].contains(tokens[$0].upos)
      })
    else { return }
    if tokens[something].head == verb, tokens[something].deprel == "ccomp",
      sentence.contains(where: { tokens[$0].head == something && tokens[$0].deprel == "cop" })
    {
      put(something, inPlaceOf: verb, &tokens)
    } else if tokens[something - 1].form == ",",
      let told = sentence.lowerBound.upTo(something).last(where: { $0 != verb && tokens[$0].deprel == "ccomp" })
        ?? sentence.lowerBound.upTo(something).first(where: { tokens[$0].head == nil }), told != something
    {
      if isBelow(told, verb, tokens) {
        guard tokens[told].head == verb else { return }
        put(told, inPlaceOf: verb, &tokens)
      }
      hang(something, on: told, as: "parataxis", &tokens)
    } else if tokens[verb].head != something {
      return
    }
    hang(verb, on: something, as: "acl:relcl", &tokens)
    let who = (something + 1).through(subject)
    for index in who where index != subject && !(tokens[index].head.map(who.contains) ?? false) {
      tokens[index].head = subject
    }
    hang(subject, on: verb, as: "nsubj", &tokens)
    for index in (subject + 1).upTo(verb) { tokens[index].head = verb }
    for index in sentence where index > verb && tokens[index].head == verb && tokens[index].upos == .punctuation {
      tokens[index].head = something
    }
  }

  private func isRulingOut(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    let next = verb + 1
    let isRule = tokens[verb].lemma.lowercased() == "rule" && next < sentence.upperBound && tokens[next].lower == "out"
    let end = isRule ? next + 1 : next
    guard end >= sentence.upperBound || tokens[end].upos == .punctuation else { return false }
    return isRule || cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies
  }

  /// `dismissed as false a report by X`, with the report for something of the falsehood: behind `as` and what calls untrue stands
  /// what is called so. `dismissed as propaganda reports of S`: the reports, and what they are called.
  func releaseDismissed(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .noun, let head = tokens[noun].head, head < noun,
      ["obj", "nmod", "obl"].contains(tokens[noun].deprel), isWords(noun, tokens)
    else { return }
    if tokens[noun].deprel != "obl" {
      guard [.adjective, .noun].contains(tokens[head].upos), let verb = tokens[head].head, verb < head,
        cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies, isUntrue(head, tokens),
        sentence.contains(where: { tokens[$0].head == head && $0 < head && tokens[$0].lower == "as" }),
        !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "case" })
      else { return }
      hang(noun, on: verb, as: "obj", &tokens)
      return
    }
    guard cues.verb(tokens[head].lemma.lowercased())?.stance == .denies,
      let what = sentence.first(where: {
        $0 < noun && tokens[$0].head == noun && ["compound", "amod"].contains(tokens[$0].deprel) && isUntrue($0, tokens)
      }), what - 1 > head, tokens[what - 1].lower == "as", tokens[what - 1].head == noun, tokens[noun].xpos == "NNS",
      !sentence.contains(where: { tokens[$0].head == head && tokens[$0].deprel == "obj" })
    else { return }
    hang(what, on: head, as: "obl", &tokens)
    hang(what - 1, on: what, as: "case", &tokens)
    hang(noun, on: head, as: "obj", &tokens)
  }

  private func isUntrue(_ word: Int, _ tokens: [Token]) -> Bool {
    ContentStance.untrue.contains(tokens[word].lemma.lowercased()) || tokens[word].lower == "lies"
      || ["baseless", "rumour", "rumor", "speculation", "exaggerated"].contains(tokens[word].lemma.lowercased())
  }

  /// `called that "shameless"`, `dismissed that as "an excuse"`, with `that` for a mark: directly behind a verb of naming, or of
  /// denying with `as` behind, it is what is named.
  func makeNamedThat(_ that: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[that].deprel == "mark", tokens[that].lower == "that", let verdict = tokens[that].head, verdict > that,
      that > sentence.lowerBound, case let verb = that - 1, tokens[verdict].head == verb,
      ["call", "describe", "term", "label", "brand"].contains(tokens[verb].lemma.lowercased())
        || tokens[that + 1].lower == "as" && cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies,
      !sentence.contains(where: { tokens[$0].head == verdict && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    tokens[that].upos = .pronoun
    tokens[that].xpos = "DT"
    hang(that, on: verb, as: "obj", &tokens)
  }

  /// `rejected as untrue claims that S`, with claiming for what is done: between `as`, what calls untrue, and `that S` stands a noun.
  func makeDismissedWords(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .verb, tokens[noun].deprel == "advcl", let verb = tokens[noun].head, verb + 3 == noun,
      tokens[verb + 1].lower == "as", isUntrue(verb + 2, tokens), tokens[noun].lower.hasSuffix("s"),
      cues.noun(tokens[noun].lemma.lowercased()) != nil,
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NNS"
    tokens[noun].deprel = "obj"
    hang(verb + 2, on: verb, as: "obl", &tokens)
    hang(verb + 1, on: verb + 2, as: "case", &tokens)
    for index in sentence where index > noun && tokens[index].head == noun {
      if tokens[index].deprel == "ccomp" || tokens[index].deprel == "advcl" { tokens[index].deprel = "acl" }
    }
  }

  /// `Operator Norcal rejected claims by X`, with rejected claims for the whole: behind a name that opens the sentence, in front of
  /// words, somebody rejects them.
  func raiseRejecting(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "amod", tokens[verb].upos == .verb, let noun = tokens[verb].head, noun == verb + 1,
      tokens[noun].head == nil, verb > sentence.lowerBound, tokens[verb - 1].upos == .properNoun, isWords(noun, tokens),
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies,
      sentence.lowerBound.upTo(verb).allSatisfy({ isNounLike($0, tokens) || tokens[$0].upos == .adjective })
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    tokens[verb].xpos = "VBD"
    hang(noun, on: verb, as: "obj", &tokens)
    let subject = verb - 1
    for index in sentence.lowerBound.upTo(subject) where tokens[index].head.map({ $0 >= subject }) ?? true {
      hang(index, on: subject, as: "compound", &tokens)
    }
    hang(subject, on: verb, as: "nsubj", &tokens)
  }
}
