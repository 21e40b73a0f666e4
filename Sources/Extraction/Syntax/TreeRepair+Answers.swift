import TextAnalysis

/// Repairs of who answers whom: denials that the parser puts into the mouth of somebody they speak of, and speakers whom
/// a relative clause hides.
extension TreeRepair {
  /// `A driver who had fled said S`, with one more clause of the driver's for the saying: a finite verb behind a relative clause,
  /// without a pronoun of its own, is the main one.
  func raiseVerbBehindWho(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, isFinite(verb, tokens), Self.besideRelative.contains(tokens[verb].deprel),
      let noun = nounAbove(verb, tokens), noun < verb, tokens[noun].head == nil,
      tokens[noun].upos == .noun || tokens[noun].upos == .properNoun,
      let relative = sentence.last(where: {
        $0 > noun && $0 < verb && tokens[$0].head == noun && tokens[$0].deprel == "acl:relcl"
      }),
      let pronoun = sentence.first(where: { $0 > noun && $0 < relative && isRelative($0, of: relative, tokens) }),
      pronoun - noun <= 2
        || (noun + 1).upTo(pronoun).allSatisfy({ [.properNoun, .punctuation].contains(tokens[$0].upos) }),
      !sentence.contains(where: {
        tokens[$0].head == noun && ["nsubj", "nsubj:pass", "cop", "case"].contains(tokens[$0].deprel)
      }),
      !sentence.contains(where: {
        $0 < verb && tokens[$0].head == verb
          && (["mark", "cc"].contains(tokens[$0].deprel) || isRelative($0, of: verb, tokens))
      })
    else { return }
    let subject = sentence.first { $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }
    // `that represents the guards said S`, with the saying for what is represented.
    if tokens[verb].head == relative, subject != nil || !hasObject(relative, before: verb, sentence, tokens) { return }
    if let subject {
      // `who hid in the bush told S`, with the bush for who told it.
      guard subject > relative, startOfPhrase(subject, sentence, tokens) > relative,
        !relative.upTo(verb).contains(where: { tokens[$0].upos == .punctuation })
      else { return }
      let isPhrase = sentence.contains { tokens[$0].head == subject && tokens[$0].deprel == "case" }
      guard isPhrase || !hasObject(relative, before: verb, sentence, tokens) else { return }
      hang(subject, on: relative, as: isPhrase ? "obl" : "obj", &tokens)
    }
    put(verb, inPlaceOf: noun, &tokens)
    for index in sentence where index > relative && index != verb && tokens[index].head == noun {
      tokens[index].head = verb
    }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  /// `A third official, from a land that trains soldiers, called it S`, with the calling for a circumstance of the training: behind
  /// the comma that ends what describes a noun at the head of all, a verb with an object is what that one does.
  func raiseVerbBehindDescription(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let cue = cues.verb(tokens[verb].lemma.lowercased())
    guard ["VBN", "VBD"].contains(tokens[verb].xpos),
      ["advcl", "acl", "conj", "parataxis"].contains(tokens[verb].deprel),
      cue?.attributive == .yes || AttributionRule.predicating.contains(tokens[verb].lemma.lowercased()),
      verb - 1 > sentence.lowerBound, tokens[verb - 1].form == ",", let head = tokens[verb].head, head < verb,
      let noun = sentence.first(where: { tokens[$0].head == nil }), noun < verb, isNounLike(noun, tokens),
      let clause = (noun + 1).upTo(verb).last(where: {
        ["acl:relcl", "acl"].contains(tokens[$0].deprel) && isBelow($0, noun, tokens)
      }), head == clause || head == noun, (noun + 1).upTo(clause).contains(where: { tokens[$0].form == "," }),
      verb + 1 < sentence.upperBound, [.determiner, .pronoun, .properNoun, .noun].contains(tokens[verb + 1].upos),
      !sentence.contains(where: {
        tokens[$0].head == noun && ["nsubj", "nsubj:pass", "cop", "case"].contains(tokens[$0].deprel)
          || tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") && $0 < verb
      })
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    tokens[verb].xpos = "VBD"
    hang(noun, on: verb, as: "nsubj", &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
  }

  /// `called the account "not credible"`, with the verdict for another word for the account: what is said of the object.
  func makeVerdictOfCalling(_ verdict: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verdict].upos == .adjective, ["appos", "amod", "acl"].contains(tokens[verdict].deprel),
      let object = tokens[verdict].head, object < verdict, ["obj", "xcomp"].contains(tokens[object].deprel),
      isNounLike(object, tokens), let verb = tokens[object].head, verb < object,
      AttributionRule.predicating.contains(tokens[verb].lemma.lowercased()),
      ["\"", "“", "``", "not"].contains(tokens[object + 1].lower)
        // `called the report one-sided`
        || verdict == object + 3 && tokens[verdict].xpos == "JJ" && tokens[verdict - 1].xpos == "HYPH"
    else { return }
    tokens[object].deprel = "obj"
    hang(verdict, on: verb, as: "xcomp", &tokens)
  }

  private static let besideRelative: Set<String> = ["acl:relcl", "acl", "parataxis", "ccomp"]

  /// The noun that a clause belongs to, by itself or through the relative clause that it is taken for the content of.
  private func nounAbove(_ verb: Int, _ tokens: [Token]) -> Int? {
    guard let head = tokens[verb].head else { return nil }
    return tokens[verb].deprel == "ccomp" && tokens[head].deprel == "acl:relcl" ? tokens[head].head : head
  }

  private func hasObject(_ verb: Int, before end: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    verb.upTo(end).contains { tokens[$0].head == verb && tokens[$0].deprel == "obj" }
  }

  private func isFinite(_ verb: Int, _ tokens: [Token]) -> Bool {
    let tag = tokens[verb].xpos
    return tag == "VBD" || tag == "VBZ" || tag == "VBP"
  }

  private func isRelative(_ pronoun: Int, of verb: Int, _ tokens: [Token]) -> Bool {
    tokens[pronoun].head == verb && Syntax.relativePronouns.contains(tokens[pronoun].lower)
      && ["nsubj", "nsubj:pass", "obj", "obl", "mark"].contains(tokens[pronoun].deprel)
  }

  /// `the attackers wore uniforms`, with a kind of uniforms for what they did: an adjective without an article, directly behind
  /// what is taken for the subject of its noun, is the verb.
  func makeVerbBetween(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].upos == .adjective, tokens[word].deprel == "amod", tokens[word].xpos == "JJ",
      let noun = tokens[word].head, noun > word, tokens[noun].upos == .noun,
      word > sentence.lowerBound,
      case let subject = word - 1, isNounLike(subject, tokens), tokens[noun].deprel != "amod",
      tokens[subject].head == noun && tokens[subject].deprel == "nsubj"
        || isSecondObject(noun, behind: subject, tokens),
      !sentence.contains(where: {
        tokens[$0].head == noun
          && (["cop", "case", "det", "nmod:poss"].contains(tokens[$0].deprel) && $0 > subject
            || tokens[$0].deprel.hasPrefix("aux"))
      }),
      !isAdjectiveByEnding(word, tokens)
    else { return }
    put(word, inPlaceOf: noun, &tokens)
    tokens[word].upos = .verb
    tokens[word].xpos = "VBD"
    if tokens[word].deprel == "obj" { tokens[word].deprel = "ccomp" }
    hang(subject, on: word, as: "nsubj", &tokens)
    hang(noun, on: word, as: "obj", &tokens)
    for index in sentence where index < subject && tokens[index].head == noun { tokens[index].head = word }
  }

  /// `said the raiders wore uniforms`, with two objects of the saying.
  private func isSecondObject(_ noun: Int, behind subject: Int, _ tokens: [Token]) -> Bool {
    guard tokens[noun].deprel == "obj", tokens[subject].deprel == "obj", let verb = tokens[noun].head,
      tokens[subject].head == verb, verb < subject, ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      tokens[verb].lemma.lowercased() != "tell", let cue = cues.verb(tokens[verb].lemma.lowercased())
    else { return false }
    return cue.takes(.clause) && cue.attributive == .yes
  }

  /// `military uniforms`, `nutritional status`: by its ending an adjective, and no verb.
  private func isAdjectiveByEnding(_ word: Int, _ tokens: [Token]) -> Bool {
    let lower = tokens[word].lower
    return Self.adjectiveEndings.contains { lower.hasSuffix($0) }
  }

  private static let adjectiveEndings = [
    "al", "ic", "ive", "ous", "ful", "less", "able", "ible", "ary", "ory", "an", "ish", "ese", "ant", "ent", "ing",
    "er",
    "est", "y",
  ]

  /// `rejected Ilse Dahl's claim`, with Dahl for one more thing that is rejected: an owner's mark makes an owner of what stands
  /// before it.
  func makeOwnerOfWords(_ owner: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[owner].upos == .properNoun, tokens[owner].deprel == "obj", let verb = tokens[owner].head, verb < owner,
      let mark = sentence.first(where: {
        $0 > owner && $0 <= owner + 4 && tokens[$0].head == owner && tokens[$0].deprel == "case"
          && ["'s", "’s"].contains(tokens[$0].lower)
      }),
      let words = sentence.first(where: { $0 > mark && tokens[$0].head == verb && tokens[$0].deprel == "obj" }),
      words - mark <= 3
    else { return }
    hang(owner, on: words, as: "nmod:poss", &tokens)
  }

  /// `denied that troops had fired and dismissed X's claim`, with the dismissing for something the troops did: what follows in the
  /// simple past, behind a perfect or a passive that is denied, is done by whoever denies it.
  func raiseSecondAnswer(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[second].deprel == "conj", tokens[second].upos == .verb,
      tokens[second].xpos == "VBD" || tokens[second].xpos == "VBN",
      let content = tokens[second].head, content < second,
      let answering = answering(content, sentence, tokens),
      isAnswer(second, tokens) || goesOn(second, sentence, tokens),
      !sentence.contains(where: {
        tokens[$0].head == second && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      }),
      sentence.contains(where: {
        $0 > second && tokens[$0].head == second && ["obj", "obl", "ccomp", "advcl"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[second].head = answering
    tokens[second].xpos = "VBD"
  }

  /// `denied that his men had taken them and accused soldiers of it`, with accused soldiers among those taken: in front of `of` a
  /// charge is made by whoever denies the rest.
  func raiseSecondCharge(_ charge: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[charge].deprel == "amod", tokens[charge].upos == .verb, charge > sentence.lowerBound,
      tokens[charge - 1].lower == "and", ["accuse", "blame"].contains(tokens[charge].lemma.lowercased()),
      let accused = tokens[charge].head, accused > charge,
      ["conj", "obj"].contains(tokens[accused].deprel), let before = tokens[accused].head, before < charge,
      let deed = sentence.first(where: {
        $0 > accused && tokens[$0].head == accused && ["acl", "advcl", "nmod"].contains(tokens[$0].deprel)
      }),
      sentence.contains(where: {
        tokens[$0].head == deed && $0 > accused && ["of", "for"].contains(tokens[$0].lower)
      }),
      let content = tokens[accused].deprel == "obj" ? before : verbAbove(before, tokens), content < charge
    else { return }
    hang(charge, on: answering(content, sentence, tokens) ?? content, as: "conj", &tokens)
    tokens[charge].upos = .verb
    tokens[charge].xpos = "VBD"
    hang(charge - 1, on: charge, as: "cc", &tokens)
    hang(accused, on: charge, as: "obj", &tokens)
    hang(deed, on: charge, as: tokens[deed].upos == .verb ? "advcl" : "obl", &tokens)
  }

  /// The verb of saying that a clause in the perfect or the passive is the complement of, where what goes on in the simple past
  /// cannot be said by it: of a denial always, of another saying where the clause has a subject of its own.
  private func answering(_ content: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    guard tokens[content].deprel == "ccomp", tokens[content].upos == .verb, let saying = tokens[content].head,
      saying < content, tokens[saying].xpos == "VBD" || isDidNot(saying, sentence, tokens),
      let cue = cues.verb(tokens[saying].lemma.lowercased()),
      cue.takes(.clause), cues.verb(tokens[content].lemma.lowercased()) == nil
    else { return nil }
    var isPerfect = false
    var isPronoun = true
    for index in saying.upTo(content) where tokens[index].head == content {
      if tokens[index].deprel.hasPrefix("aux"),
        ["had", "was", "were", "has", "have", "been"].contains(tokens[index].lower)
      {
        isPerfect = true
      }
      if tokens[index].deprel.hasPrefix("nsubj") { isPronoun = tokens[index].upos == .pronoun }
    }
    return isPerfect && (cue.stance == .denies || !isPronoun) ? saying : nil
  }

  private func isDidNot(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[verb].xpos == "VB" && sentence.contains { tokens[$0].head == verb && tokens[$0].lower == "did" }
  }

  /// `did not deny that S but said T`: behind `but`, a saying without a subject is by whoever said the first.
  private func goesOn(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[verb].xpos == "VBD" && cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true
      && sentence.contains { tokens[$0].head == verb && tokens[$0].lower == "but" }
  }

  private func isAnswer(_ verb: Int, _ tokens: [Token]) -> Bool {
    let lemma = tokens[verb].lemma.lowercased()
    return lemma == "accuse" || lemma == "blame" || cues.verb(lemma)?.stance == .denies
  }

  /// `rejected claims by X that S`, with X for who rejects them: directly behind a noun for words `by` says whose they are, and
  /// `that S` what they say.
  func returnIssuer(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obj", noun + 2 < sentence.upperBound, tokens[noun + 1].upos == .adposition,
      tokens[noun + 1].lower == "by" || tokens[noun + 1].lower == "from", isWords(noun, tokens),
      let verb = tokens[noun].head, verb < noun,
      let issuer = tokens[noun + 1].head, issuer > noun + 1, isNounLike(issuer, tokens),
      tokens[issuer].head == verb || tokens[issuer].head == noun
    else { return }
    hang(issuer, on: noun, as: "nmod", &tokens)
    // What stands behind the issuer and has a subject of its own is what the words say.
    guard
      let that = sentence.first(where: { $0 > issuer && $0 <= issuer + 3 && tokens[$0].lower == "that" }),
      let clause = tokens[that].head, clause > that,
      sentence.contains(where: {
        $0 > that && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      tokens[clause].head == issuer || tokens[clause].head == verb || tokens[clause].head == noun
    else { return }
    hang(that, on: clause, as: "mark", &tokens)
    tokens[that].upos = .subordinatingConjunction
    tokens[that].xpos = "IN"
    hang(clause, on: noun, as: "acl", &tokens)
  }

  /// `Neighbouring Sanda denied it`, with two who deny it: a participle at the head of the sentence describes the name behind it.
  func lowerOpeningWord(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard word == sentence.lowerBound, tokens[word].deprel == "nsubj", [.verb, .adjective].contains(tokens[word].upos),
      word + 1 < sentence.upperBound, tokens[word + 1].upos == .properNoun, tokens[word + 1].deprel == "nsubj",
      tokens[word + 1].head == tokens[word].head
    else { return }
    hang(word, on: word + 1, as: "amod", &tokens)
  }

  /// `X said 40 of his men had been shot`, `X said Salo would go`, with the 40 and Salo for who says it: of two subjects the one
  /// behind the verb is that of what is said, where that has none.
  func returnSubjectBehindSaying(_ number: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[number].deprel == "nsubj" || tokens[number].deprel == "nsubj:pass", isNounLike(number, tokens),
      let verb = tokens[number].head,
      verb < number, cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let clause = sentence.first(where: {
        $0 > number && tokens[$0].head == verb && tokens[$0].deprel == "ccomp"
      }),
      !sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj") }),
      sentence.contains(where: { $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    let isPassive = sentence.contains { tokens[$0].head == clause && tokens[$0].deprel == "aux:pass" }
    hang(number, on: clause, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
  }

  /// `denied being behind the attack`, with the attack for a circumstance of the denying: what has `being` for a copula is a
  /// clause, and what is denied.
  func makeDeniedBeing(_ being: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[being].upos == .auxiliary, tokens[being].deprel == "cop", tokens[being].lower == "being",
      being > sentence.lowerBound,
      let predicate = tokens[being].head, predicate > being,
      ["obl", "obj", "advcl"].contains(tokens[predicate].deprel), let verb = tokens[predicate].head, verb == being - 1,
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies
    else { return }
    tokens[predicate].deprel = "xcomp"
  }

  /// `Rights group X, in a report published on Monday, accused the army of it`, with the accusing for one more thing that was done
  /// on Monday: behind the comma that closes a phrase, a finite verb of saying is the main one.
  func raiseVerbBehindPhrase(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, tokens[verb].xpos == "VBD", verb - 1 > sentence.lowerBound,
      tokens[verb - 1].form == ",", Self.behindPhrase.contains(tokens[verb].deprel),
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.attributive == .yes,
      let noun = sentence.first(where: { tokens[$0].head == nil }), noun < verb,
      tokens[noun].upos == .noun || tokens[noun].upos == .properNoun, let upper = tokens[verb].head, upper > noun,
      isBelow(upper, noun, tokens),
      !sentence.contains(where: {
        tokens[$0].head == noun && ["cop", "case", "nsubj", "nsubj:pass"].contains(tokens[$0].deprel)
      }),
      !sentence.contains(where: {
        tokens[$0].head == verb && $0 < verb && tokens[$0].upos != .punctuation
      }),
      let object = sentence.first(where: {
        $0 > verb && tokens[$0].head == verb && ["obj", "ccomp", "xcomp", "advcl"].contains(tokens[$0].deprel)
      }),
      let comma = noun.upTo(verb - 1).first(where: { tokens[$0].form == "," }), comma + 1 < verb,
      tokens[comma + 1].upos == .adposition || comma == noun + 1 && ["which", "who"].contains(tokens[comma + 1].lower),
      tokens[object].deprel != "advcl"
        || sentence.contains(where: { tokens[$0].head == object && tokens[$0].lower == "that" && $0 < object })
    else { return }
    if tokens[object].deprel == "advcl" { tokens[object].deprel = "ccomp" }
    put(verb, inPlaceOf: noun, &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  private static let behindPhrase: Set<String> = ["conj", "acl", "parataxis", "advcl"]

  /// `an inquiry into Aho, who denies it`, with the inquiry for who denies it: behind a name and a comma `who` takes up the name, and
  /// not the thing that the name belongs to.
  func returnWhoToName(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "acl:relcl", let noun = tokens[clause].head, tokens[noun].upos == .noun,
      let who = sentence.first(where: {
        $0 > noun && $0 < clause && tokens[$0].head == clause && tokens[$0].lower == "who"
      }), who - 2 > noun, tokens[who - 1].form == ",", tokens[who - 2].upos == .properNoun,
      Self.proceedings.contains(tokens[noun].lemma.lowercased())
    else { return }
    var name = who - 2
    for _ in 0..<4 {
      guard let head = tokens[name].head, head > noun, head < who, tokens[head].upos == .properNoun else { break }
      name = head
    }
    guard isBelow(name, noun, tokens) else { return }
    tokens[clause].head = name
  }

  /// What is held or said against somebody, or of him.
  private static let proceedings: Set<String> = [
    "inquiry", "investigation", "probe", "case", "charge", "trial", "lawsuit", "complaint", "proceedings", "proceeding",
    "arrest", "indictment", "allegation", "accusation", "evidence", "sentence", "verdict", "ban", "sanction", "warrant",
    "campaign", "interview", "statement", "letter", "report", "article", "claim", "attack", "release", "death",
    "killing",
  ]
}
