import TextAnalysis

/// Repairs of trees around words that answer other words: `a charge that X rejects`, `denied it and said that T`.
extension TreeRepair {
  /// `a claim the firm rejects`, with `rejects` for a noun or `that` for a mark: behind a noun for words that a comma sets
  /// off, a verb that denies has the noun for its object.
  func makeRejecting(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    lowerRejecting(verb, sentence, &tokens)
    guard ["acl", "acl:relcl", "appos", "parataxis"].contains(tokens[verb].deprel), let noun = tokens[verb].head,
      noun < verb, isWords(noun, tokens),
      ["appos", "obl:unmarked", "nmod", "conj", "parataxis"].contains(tokens[noun].deprel)
        || ["obl", "obl:agent"].contains(tokens[noun].deprel)
          && !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "case" })
    else { return }
    let start = startOfPhrase(noun, sentence, tokens)
    guard start > sentence.lowerBound, tokens[start - 1].form == "," || tokens[start].form == "," else { return }
    if tokens[verb].xpos == "NNS" {
      guard tokens[verb].lower.hasSuffix("s"), denies(tokens[verb].lemma.lowercased()),
        verb + 1 >= sentence.upperBound || [.punctuation, .adverb].contains(tokens[verb + 1].upos)
      else { return }
      tokens[verb].upos = .verb
      tokens[verb].xpos = "VBZ"
    }
    guard ["VBZ", "VBP", "VBD", "VBN"].contains(tokens[verb].xpos), denies(tokens[verb].lemma.lowercased()) else {
      return
    }
    var children = sentence.filter { tokens[$0].head == verb && $0 < verb }
    if !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }) {
      guard
        let subject = children.last(where: {
          ["compound", "obl:unmarked", "dep", "nmod:poss", "amod"].contains(tokens[$0].deprel)
            && [.noun, .properNoun, .pronoun].contains(tokens[$0].upos)
        })
      else { return }
      tokens[subject].deprel = "nsubj"
      for index in children where tokens[index].deprel == "det" && index < subject { tokens[index].head = subject }
      children = sentence.filter { tokens[$0].head == verb && $0 < verb }
    }
    tokens[verb].deprel = "acl:relcl"
    if let that = children.first(where: { ["that", "which"].contains(tokens[$0].lower) }) {
      tokens[that].deprel = "obj"
      tokens[that].upos = .pronoun
    }
  }

  /// `S, a claim the firm rejects`, with the claim for a subject of `rejects`: it hangs on S, and the rest on it.
  private func lowerRejecting(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["parataxis", "ccomp", "conj", "appos"].contains(tokens[verb].deprel), let above = tokens[verb].head,
      above < verb,
      ["NNS", "VBZ"].contains(tokens[verb].xpos), denies(tokens[verb].lemma.lowercased()),
      let noun = sentence.first(where: {
        $0 > above && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" && isWords($0, tokens)
      }),
      let subject = (noun + 1).upTo(verb).last(where: {
        tokens[$0].head == verb && [.noun, .properNoun].contains(tokens[$0].upos)
          && ["compound", "nsubj"].contains(tokens[$0].deprel)
      })
    else { return }
    let start = startOfPhrase(noun, sentence, tokens)
    guard start > sentence.lowerBound, tokens[start - 1].form == "," || tokens[start].form == ",",
      !sentence.contains(where: { tokens[$0].head == verb && ["cc", "mark", "cop"].contains(tokens[$0].deprel) })
    else { return }
    hang(noun, on: above, as: "parataxis", &tokens)
    hang(verb, on: noun, as: "acl:relcl", &tokens)
    tokens[subject].deprel = "nsubj"
  }

  private func denies(_ lemma: String) -> Bool { cues.verb(lemma)?.stance == .denies }

  /// `said he was sorry and insisted he had never gone`, with what he insisted hung on `said`: a clause behind the second
  /// of two verbs of saying is what that one says.
  func returnSecondComplement(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "ccomp", let saying = tokens[clause].head, saying < clause,
      let first = sentence.first(where: {
        $0 > saying && $0 < clause && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      let second = sentence.first(where: {
        $0 > first && $0 < clause && tokens[$0].deprel == "conj"
          && (tokens[$0].head == saying || tokens[$0].head == first) && tokens[$0].xpos == tokens[saying].xpos
          && cues.verb(tokens[$0].lemma.lowercased())?.takes(.clause) == true
      }),
      !sentence.contains(where: {
        tokens[$0].head == second
          && (["ccomp", "obj", "xcomp"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("nsubj"))
      }),
      let opening = sentence.first(where: { $0 > second && isBelow($0, clause, tokens) }), opening == second + 1
    else { return }
    // Of `he` the second verb may be said or not: the one who speaks says both. Of another, either may have said it.
    if tokens[second].head == first {
      guard
        sentence.contains(where: {
          tokens[$0].head == first && tokens[$0].deprel.hasPrefix("nsubj") && tokens[$0].upos == .pronoun
        })
      else { return }
      tokens[second].head = saying
    }
    tokens[clause].head = second
  }

  /// `said that if S, T`, with S for what is said and T beside it: S is the condition of T.
  func lowerCondition(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "ccomp", let saying = tokens[clause].head, saying < clause,
      let that = sentence.first(where: { tokens[$0].head == clause && tokens[$0].lower == "that" && $0 > saying }),
      tokens[that].deprel == "mark", that < clause,
      sentence.contains(where: { $0 > that && $0 < clause && tokens[$0].head == clause && tokens[$0].lower == "if" }),
      let main = sentence.first(where: {
        $0 > clause && ["ccomp", "parataxis", "conj"].contains(tokens[$0].deprel)
          && (tokens[$0].head == saying || tokens[$0].head == clause && tokens[$0].deprel != "conj")
      }),
      sentence.contains(where: { tokens[$0].head == main && tokens[$0].deprel.hasPrefix("nsubj") }),
      clause.upTo(main).contains(where: { tokens[$0].form == "," }),
      !sentence.contains(where: { tokens[$0].head == main && tokens[$0].deprel == "cc" && $0 < main })
    else { return }
    hang(main, on: saying, as: "ccomp", &tokens)
    hang(clause, on: main, as: "advcl", &tokens)
    tokens[that].head = main
  }

  /// `accused the rebels of burning barns`, with the burning for what rebels are: behind `of` stands what they are accused
  /// of.
  func returnCharge(_ deed: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[deed].deprel == "acl", tokens[deed].xpos == "VBG", let accused = tokens[deed].head, accused < deed,
      tokens[accused].deprel == "obj", let verb = tokens[accused].head, verb < accused,
      ["accuse", "suspect", "convict", "acquit", "clear", "absolve"].contains(tokens[verb].lemma.lowercased()),
      sentence.contains(where: { tokens[$0].head == deed && $0 < deed && tokens[$0].lower == "of" })
    else { return }
    hang(deed, on: verb, as: "advcl", &tokens)
    // `accused the army and sectors of the government of burning barns`: the first `of` tells whose they are.
    for index in sentence
    where index > accused && index < deed && tokens[index].head == verb && tokens[index].deprel == "obl" {
      guard sentence.contains(where: { tokens[$0].head == index && tokens[$0].lower == "of" }) else { continue }
      hang(index, on: accused, as: "nmod", &tokens)
    }
    for index in sentence where tokens[index].head == deed && index < deed && tokens[index].lower == "of" {
      tokens[index].deprel = "mark"
    }
  }

  /// `said in a letter that he would go`, with the going for what the letter is: behind where something was said, `that`
  /// opens what was said.
  func returnFromVenue(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl", "acl:relcl"].contains(tokens[clause].deprel), var venue = tokens[clause].head, venue < clause else {
      return
    }
    // `in a statement on its website that S`
    if tokens[venue].deprel == "nmod", Self.venues.contains(tokens[venue].lemma.lowercased()),
      let wider = tokens[venue].head,
      wider < venue
    {
      venue = wider
    }
    guard tokens[venue].deprel == "obl",
      Self.venues.contains(tokens[venue].lemma.lowercased())
        // `found at the time that S`
        || ["time", "hearing", "trial", "session", "meeting", "inquest"].contains(tokens[venue].lemma.lowercased()),
      let saying = tokens[venue].head, saying < venue, tokens[saying].upos == .verb,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true
    else { return }
    let children = sentence.filter { tokens[$0].head == clause }
    guard let mark = children.first(where: { tokens[$0].lower == "that" }), mark > venue,
      children.contains(where: { $0 > mark && tokens[$0].deprel.hasPrefix("nsubj") }),
      !sentence.contains(where: { tokens[$0].head == saying && ["ccomp", "obj"].contains(tokens[$0].deprel) })
    else { return }
    hang(clause, on: saying, as: "ccomp", &tokens)
    tokens[mark].deprel = "mark"
  }

  /// `talks between the guild and the owners collapsed`, read as talks between the guild, and owners who collapsed:
  /// `between` takes both, and what they have between them is what collapsed.
  func joinBetween(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[second].deprel == "nsubj", let verb = tokens[second].head, second < verb,
      ["conj", "parataxis"].contains(tokens[verb].deprel), tokens[verb].upos == .verb
    else { return }
    let and = startOfPhrase(second, sentence, tokens) - 1
    guard and > sentence.lowerBound, tokens[and].lower == "and",
      let first = sentence.first(where: {
        $0 < and && ["nmod", "obl"].contains(tokens[$0].deprel) && isBelow(and - 1, $0, tokens)
          && isBetween($0, sentence, tokens)
      }), let whole = tokens[first].head, whole < first, tokens[whole].head != nil || tokens[whole].deprel == "root",
      ["NN", "NNS", "VBZ", "NNP"].contains(tokens[whole].xpos), verb != whole
    else { return }
    let preposition = sentence.first {
      $0 < whole && tokens[$0].head == whole && ["case", "mark"].contains(tokens[$0].deprel)
    }
    let place: String
    switch tokens[whole].deprel {
    case "root": place = "root"
    case "obj", "ccomp": place = "ccomp"
    case "obl", "advcl", "nmod":
      guard let preposition, ["after", "before", "since", "as", "until"].contains(tokens[preposition].lower) else {
        return
      }
      place = "advcl"
    default: return
    }
    let above = tokens[whole].head
    guard above != verb else { return }
    hang(second, on: first, as: "conj", &tokens)
    hang(and, on: second, as: "cc", &tokens)
    hang(verb, on: above, as: place, &tokens)
    hang(whole, on: verb, as: "nsubj", &tokens)
    if tokens[whole].upos == .verb {
      tokens[whole].upos = .noun
      tokens[whole].xpos = "NNS"
      tokens[first].deprel = "nmod"
    }
    if let preposition { hang(preposition, on: verb, as: "mark", &tokens) }
    for index in sentence where tokens[index].head == whole && index > verb { tokens[index].head = verb }
  }

  private func isBetween(_ noun: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains { tokens[$0].head == noun && $0 < noun && tokens[$0].lower == "between" }
  }

  /// `said the men who entered the mill used a saw`, with the saw for what men said: `say` takes no person for its object, and
  /// a finite verb behind it has that person for its subject.
  func raiseSaidClause(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, tokens[verb].xpos == "VBD", var person = tokens[verb].head, person < verb else {
      return
    }
    if tokens[verb].deprel != "acl" {
      guard ["xcomp", "advcl", "ccomp"].contains(tokens[verb].deprel), tokens[person].deprel == "acl:relcl",
        let above = tokens[person].head, above < person
      else { return }
      person = above
    }
    guard tokens[person].deprel == "obj", let saying = tokens[person].head, saying < person,
      tokens[saying].lemma.lowercased() == "say",
      !sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel == "ccomp" }),
      !sentence.contains(where: {
        tokens[$0].head == verb && $0 < verb
          && (tokens[$0].deprel.hasPrefix("nsubj") || ["mark", "cc", "aux:pass"].contains(tokens[$0].deprel))
      })
    else { return }
    hang(verb, on: saying, as: "ccomp", &tokens)
    hang(person, on: verb, as: "nsubj", &tokens)
  }

  /// `Nurses coming from Hull said S`, with the coming for what is said: without a comma, a participle behind the first noun
  /// describes who says so.
  func lowerReducedRelative(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["ccomp", "advcl"].contains(tokens[participle].deprel), let saying = tokens[participle].head,
      participle < saying, participle > sentence.lowerBound,
      [.noun, .properNoun].contains(tokens[participle - 1].upos),
      tokens[participle - 1].head == participle, tokens[participle - 1].deprel.hasPrefix("nsubj"),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      ["VBD", "VBZ", "VBN"].contains(tokens[saying].xpos),
      !sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj") }),
      !participle.upTo(saying).contains(where: { tokens[$0].upos == .punctuation && tokens[$0].form != "-" })
    else { return }
    let children = sentence.filter { tokens[$0].head == participle }
    guard !children.contains(where: { ["aux", "aux:pass", "mark", "cop"].contains(tokens[$0].deprel) }) else { return }
    if tokens[participle].xpos != "VBG" {
      guard ["VBD", "VBN"].contains(tokens[participle].xpos), participle + 1 < saying,
        tokens[participle + 1].upos == .adposition || tokens[participle + 1].lower == "to",
        !children.contains(where: { tokens[$0].deprel == "obj" })
      else { return }
      tokens[participle].xpos = "VBN"
    }
    let noun = participle - 1
    hang(noun, on: saying, as: "nsubj", &tokens)
    hang(participle, on: noun, as: "acl", &tokens)
  }

  /// `according to a farmer and two other men`, with the farmer for what the men are: whoever `and` joins to the one that
  /// stands behind the preposition is another who says so.
  func joinAuthorities(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].lower == "according", let first = tokens[word].head, first > word,
      ["nmod", "amod", "compound", "nmod:desc"].contains(tokens[first].deprel), let second = tokens[first].head,
      second > first, [.noun, .properNoun].contains(tokens[first].upos),
      let and = sentence.first(where: { $0 > first && $0 < second && tokens[$0].lower == "and" }),
      (first + 1).upTo(and).allSatisfy({ isBelow($0, first, tokens) }),
      ["nmod", "obl", "conj"].contains(tokens[second].deprel), let above = tokens[second].head, above < word
    else { return }
    // Behind the verb, of which both speak, and not behind the last noun of its clause.
    var host = above
    for _ in 0..<8 {
      guard tokens[host].upos != .verb, let next = tokens[host].head, next < word else { break }
      host = next
    }
    hang(first, on: host, as: "obl", &tokens)
    hang(second, on: first, as: "conj", &tokens)
    hang(and, on: second, as: "cc", &tokens)
    for index in sentence where tokens[index].head == second && index < word && index != first {
      tokens[index].head = first
    }
  }

  /// `WHO director Ann Lee said`: in capitals, and in no question, `who` is the body.
  func makeBody(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].form == "WHO", tokens[word].upos == .pronoun,
      sentence.contains(where: { tokens[$0].form.contains(where: \.isLowercase) }),
      !sentence.contains(where: { tokens[$0].form == "?" })
    else { return }
    tokens[word].upos = .properNoun
    tokens[word].xpos = "NNP"
    tokens[word].lemma = "WHO"
  }
}
