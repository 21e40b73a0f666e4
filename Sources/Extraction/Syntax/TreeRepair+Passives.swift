import TextAnalysis

/// Repairs around what is done to somebody by another: who is behind `by`, and of what `of` tells.
extension TreeRepair {
  /// `was accused by the government of sheltering fighters`, with the sheltering for what the government does: behind who accuses,
  /// `of` tells what the accused is said to have done.
  func returnPassiveCharge(_ deed: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl", "nmod"].contains(tokens[deed].deprel), var accuser = tokens[deed].head, accuser < deed else { return }
    // `by the government of Norland of hiding funds`: the first `of` tells whose government it is.
    while tokens[accuser].deprel == "nmod", let whole = tokens[accuser].head, whole < accuser { accuser = whole }
    guard tokens[accuser].deprel == "obl:agent" || tokens[accuser].deprel == "obl", let verb = tokens[accuser].head,
      verb < accuser, ["accuse", "suspect"].contains(tokens[verb].lemma.lowercased()),
      sentence.contains(where: { tokens[$0].head == accuser && $0 < accuser && tokens[$0].lower == "by" })
        || sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "obl:agent" && $0 < accuser }),
      tokens[deed].xpos == "VBG" || tokens[deed].lower.hasSuffix("ing")
        || sentence.contains(where: { tokens[$0].head == deed && $0 < deed && tokens[$0].xpos == "VBG" })
        || sentence.contains(where: { tokens[$0].head == deed && $0 < deed && tokens[$0].lower == "having" }),
      let of = sentence.first(where: {
        $0 > accuser && $0 < deed && tokens[$0].head == deed && tokens[$0].lower == "of"
      })
    else { return }
    hang(deed, on: verb, as: "advcl", &tokens)
    tokens[of].deprel = "mark"
  }

  /// `by the opposition Green Bloc`, with two who do it: what stands between `by` and a name, without a mark, belongs to the name.
  func joinAgents(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "obl:agent", let verb = tokens[name].head,
      let noun = sentence.first(where: {
        $0 < name && tokens[$0].head == verb && tokens[$0].deprel == "obl:agent" && isNounLike($0, tokens)
      }),
      !sentence.contains(where: { tokens[$0].head == name && tokens[$0].deprel == "case" }),
      (noun + 1).upTo(name).allSatisfy({ tokens[$0].head == name && tokens[$0].upos != .punctuation })
    else { return }
    for index in sentence where tokens[index].head == noun && index < noun { tokens[index].head = name }
    hang(noun, on: name, as: "compound", &tokens)
  }

  /// `The claim that two had been beaten before the riot was dismissed by X`, with the beating for the whole: what stands in front
  /// of `that` at the head of the sentence is what is dismissed, and needs a verb of its own.
  func raiseDismissedClaim(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, tokens[verb].head != nil,
      ["advcl", "ccomp", "parataxis", "conj", "acl"].contains(tokens[verb].deprel),
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies,
      let auxiliary = sentence.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "aux:pass" }),
      let noun = sentence.first(where: { isNounLike($0, tokens) }), isWords(noun, tokens),
      sentence.lowerBound.upTo(noun).allSatisfy({ [.determiner, .adjective].contains(tokens[$0].upos) }),
      noun + 1 < verb, tokens[noun + 1].lower == "that",
      let clause = sentence.first(where: { tokens[$0].head == nil }), clause > noun + 1, clause < auxiliary,
      isBelow(verb, clause, tokens), isBelow(noun, clause, tokens),
      // `before they were dismissed by the firm shocked the town`: a clause of its own, or not the last verb.
      !sentence.contains(where: {
        tokens[$0].head == verb
          && tokens[$0].deprel.hasPrefix("nsubj") && tokens[$0].upos == .pronoun
          || $0 > verb && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos) && tokens[$0].deprel != "acl:relcl"
      })
    else { return }
    for index in sentence where tokens[index].head == verb && tokens[index].deprel.hasPrefix("nsubj") && index != noun {
      hang(index, on: clause, as: "obl", &tokens)
    }
    tokens[verb].head = nil
    tokens[verb].deprel = "root"
    hang(noun, on: verb, as: "nsubj:pass", &tokens)
    hang(clause, on: noun, as: "acl", &tokens)
    hang(noun + 1, on: clause, as: "mark", &tokens)
    for index in sentence where index > verb && tokens[index].head == clause { tokens[index].head = verb }
  }

  /// `was not persuaded by his testimony that he was absent`, with the absence for what somebody was persuaded of: right behind
  /// somebody's words, `that` tells what they are.
  func returnToWords(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "ccomp", let verb = tokens[clause].head, verb < clause,
      let mark = sentence.first(where: { tokens[$0].head == clause && tokens[$0].deprel == "mark" }),
      tokens[mark].lower == "that", mark - 1 > verb, isWords(mark - 1, tokens),
      tokens[mark - 1].head == verb, ["obl", "obl:agent"].contains(tokens[mark - 1].deprel),
      sentence.contains(where: { tokens[$0].head == mark - 1 && tokens[$0].deprel == "nmod:poss" })
    else { return }
    hang(clause, on: mark - 1, as: "acl", &tokens)
  }

  /// `An inquiry found at the time that S`, with the finding for what the inquiry is: a noun at the head of all that is found to
  /// say `that S` finds it.
  func raiseFinding(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, tokens[verb].deprel == "acl", let noun = tokens[verb].head, noun == verb - 1,
      tokens[noun].head == nil, cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let that = (verb + 1).upTo(sentence.upperBound).first(where: { tokens[$0].lower == "that" }),
      let clause = tokens[that].head, clause > that, tokens[clause].upos == .verb || tokens[clause].upos == .adjective,
      ["acl", "acl:relcl", "ccomp"].contains(tokens[clause].deprel), isBelow(clause, verb, tokens),
      sentence.contains(where: {
        tokens[$0].head == clause && $0 > that && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      !sentence.contains(where: { tokens[$0].head == noun && ["cop", "case"].contains(tokens[$0].deprel) })
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    tokens[verb].xpos = "VBD"
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(clause, on: verb, as: "ccomp", &tokens)
    hang(that, on: clause, as: "mark", &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
  }
}
