import TextAnalysis

/// Repairs of sentences whose main verb the parser took for what describes a noun, or for a noun.
extension TreeRepair {
  /// `Another officer of the battalion confirmed the account`, `One of them recalled being asked`, `X, called by Y, denied having
  /// gone`, with the battalion confirmed: a participle takes no object and no clause, and a sentence has a verb.
  func raiseOnlyVerb(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBN", "VBD"].contains(tokens[verb].xpos), tokens[verb].upos == .verb,
      let top = sentence.first(where: { tokens[$0].head == nil }), top < verb,
      isNounLike(top, tokens) || tokens[top].upos == .determiner, hangsOnNouns(verb, below: top, sentence, tokens),
      tokens[verb].deprel == "acl" || tokens[verb].xpos == "VBD" && tokens[verb].head == top,
      closesWithStop(sentence, tokens),
      !sentence.contains(where: {
        tokens[$0].head == top && ["cop", "nsubj", "nsubj:pass", "case"].contains(tokens[$0].deprel)
      }),
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (["obl:agent", "mark", "nsubj", "nsubj:pass", "cc"].contains(tokens[$0].deprel)
            || tokens[$0].deprel.hasPrefix("aux"))
      }),
      isActive(verb, sentence, tokens), isOnlyVerb(verb, below: top, sentence, tokens)
    else { return }
    tokens[verb].xpos = "VBD"
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where index > verb && index != verb {
      if let head = tokens[index].head, head < verb, isBelow(head, top, tokens) { tokens[index].head = verb }
    }
    hang(top, on: verb, as: "nsubj", &tokens)
  }

  /// Whether only nouns behind prepositions stand between a word and the one at the head of all: `an officer of the battalion`.
  private func hangsOnNouns(_ word: Int, below top: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    var here = tokens[word].head
    for _ in 0..<6 {
      guard let noun = here, noun < word else { return false }
      if noun == top { return true }
      guard isNounLike(noun, tokens),
        sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "case" && $0 < noun })
      else { return false }
      here = tokens[noun].head
    }
    return false
  }

  func closesWithStop(_ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.suffix(2).contains { [".", "!"].contains(tokens[$0].form) }
  }

  /// Whether a form that may be a participle has what only a finite verb has: an object right behind it, or a verb of saying what
  /// is said.
  private func isActive(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    let cue = cues.verb(tokens[verb].lemma.lowercased())
    return sentence.contains { index in
      guard index > verb, tokens[index].head == verb else { return false }
      switch tokens[index].deprel {
      case "obj":
        guard startOfPhrase(index, sentence, tokens) == verb + 1 else { return false }
        // `A man given life sentences.`
        return tokens[verb].xpos == "VBD" || !Self.givingTwo.contains(tokens[verb].lemma.lowercased())
      case "ccomp": return cue?.takes(.clause) == true
      case "xcomp":
        return cue?.takes(.clause) == true
          && (verb + 1).through(index).contains { tokens[$0].xpos == "VBG" && isBelow($0, index, tokens) }
      case "parataxis":
        guard cue?.takes(.quote) == true else { return false }
        return (verb + 1).upTo(index).contains { tokens[$0].form == ":" && Self.opensQuotation($0 + 1, tokens) }
      default: return false
      }
    }
  }

  private static func opensQuotation(_ token: Int, _ tokens: [Token]) -> Bool {
    tokens.indices.contains(token) && ["\"", "“", "``", "‘", "'"].contains(tokens[token].form)
  }

  private static let givingTwo: Set = [
    "give", "award", "grant", "hand", "offer", "send", "show", "pay", "teach", "ask", "tell", "name", "call", "appoint",
    "elect", "deny", "refuse", "charge", "fine",
  ]

  /// Whether no finite verb stands outside what is below the verb and outside of clauses that describe a noun in front.
  private func isOnlyVerb(_ verb: Int, below top: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    !sentence.contains { index in
      guard index != verb, ["VBD", "VBZ", "VBP", "MD"].contains(tokens[index].xpos), tokens[index].deprel != "amod",
        !isBelow(index, verb, tokens)
      else { return false }
      return index > verb || !isInRelative(index, below: top, tokens)
    }
  }

  private func isInRelative(_ word: Int, below top: Int, _ tokens: [Token]) -> Bool {
    var here = word
    for _ in 0..<16 {
      if tokens[here].deprel == "acl:relcl" { return true }
      guard let head = tokens[here].head, head != top else { return false }
      here = head
    }
    return false
  }

  /// `S, the committee notes.`, with notes of the committee: behind a comma and with a subject of its own, what closes a
  /// sentence and can be a verb of saying is one.
  func makeTrailingSaying(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let subject = word - 1
    guard tokens[word].xpos == "NNS", ["parataxis", "ccomp", "conj", "dep", "appos"].contains(tokens[word].deprel),
      subject > sentence.lowerBound, tokens[subject].head == word,
      ["nsubj", "compound"].contains(tokens[subject].deprel), ["NN", "NNP"].contains(tokens[subject].xpos),
      let stem = sayingStem(ofPlural: tokens[word].lower),
      case let start = startOfPhrase(word, sentence, tokens), start > sentence.lowerBound,
      tokens[start - 1].form == ",", word + 1 < sentence.upperBound,
      [".", ",", ":"].contains(tokens[word + 1].form),
      sentence.contains(where: { $0 < start && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) })
    else { return }
    makePresent(word, stem, &tokens)
    for index in start.upTo(subject) where tokens[index].head == word { tokens[index].head = subject }
    tokens[subject].deprel = "nsubj"
    tokens[word].deprel = "parataxis"
  }

  /// `X, who did not attend, denies having gone`, `The man, a postmaster called X, swears that S`, with a noun for the verb: behind
  /// the comma that closes what was set in, in front of `that` or a deed, stands what the one in front of it all does.
  func makeSayingBehindAside(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].xpos == "NNS", word - 3 > sentence.lowerBound, tokens[word - 1].form == ",",
      word + 1 < sentence.upperBound, let stem = sayingStem(ofPlural: tokens[word].lower),
      tokens[word + 1].lower == "that" || tokens[word + 1].xpos == "VBG",
      let noun = asideOwner(of: word, sentence, tokens)
    else { return }
    let content = sentence.first {
      $0 > word && tokens[$0].head == word && tokens[$0].upos != .punctuation
    }
    let stray = sentence.first {
      $0 > word && tokens[$0].head.map { $0 < word } ?? false && tokens[$0].deprel == "ccomp"
    }
    guard let said = content ?? stray else { return }
    makePresent(word, stem, &tokens)
    put(word, inPlaceOf: noun, &tokens)
    // `a letter in which X, who …, denies`: the clause is the letter's.
    let pronoun = sentence.first {
      $0 < noun && isBelow($0, noun, tokens) && ["which", "whom"].contains(tokens[$0].lower)
    }
    if let pronoun {
      if tokens[word].head != nil { tokens[word].deprel = "acl:relcl" }
      hang(pronoun, on: word, as: "obl", &tokens)
      for index in sentence where tokens[index].head == noun && tokens[index].deprel == "case" && index < pronoun {
        tokens[index].head = pronoun
      }
    }
    for index in sentence where tokens[index].head == noun && index > word { tokens[index].head = word }
    hang(noun, on: word, as: "nsubj", &tokens)
    let isDeed = (word + 1).through(said).contains { tokens[$0].xpos == "VBG" } && tokens[word + 1].lower != "that"
    hang(said, on: word, as: isDeed ? "xcomp" : "ccomp", &tokens)
    if tokens[word + 1].lower == "that", tokens[word + 1].head == said { tokens[word + 1].deprel = "mark" }
  }

  /// The noun in front of the comma that opens what stands between it and the word: the one that hangs highest.
  private func asideOwner(of word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    var here = tokens[word].head
    for _ in 0..<6 {
      guard let token = here else { return nil }
      if token < word, [.noun, .properNoun, .pronoun].contains(tokens[token].upos),
        let comma = (token + 1).upTo(word - 1).first(where: { tokens[$0].form == "," }),
        (token + 1).upTo(comma).allSatisfy({ [.properNoun, .noun, .adposition, .determiner].contains(tokens[$0].upos) }
        ),
        !sentence.contains(where: {
          $0 > word && tokens[$0].head == token && ["cop", "nsubj"].contains(tokens[$0].deprel)
        })
      {
        return token
      }
      here = tokens[token].head
    }
    return nil
  }

  func makePresent(_ word: Int, _ stem: String, _ tokens: inout [Token]) {
    tokens[word].upos = .verb
    tokens[word].xpos = "VBZ"
    tokens[word].lemma = stem
  }

  /// `notes` gives `note`, if that mainly tells what somebody says.
  func sayingStem(ofPlural form: String) -> String? {
    let stem = form.hasSuffix("ies") ? form.dropLast(3) + "y" : form.dropLast(1)
    guard form.hasSuffix("s"), let cue = cues.verb(String(stem)), cue.takes(.clause) || cue.stance == .denies,
      cue.attributive == .yes || ["swear", "hold", "find"].contains(stem)
    else { return nil }
    return String(stem)
  }

  /// `The man, a postmaster called X, swears that S`, with the man calling: what is called has a name behind it and no object, and
  /// the verb of the sentence stands behind the comma.
  func lowerNamingParticiple(_ called: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["call", "name", "nickname", "dub"].contains(tokens[called].lemma.lowercased()),
      ["VBD", "VBN"].contains(tokens[called].xpos), tokens[called].deprel == "root", called > sentence.lowerBound,
      case let noun = called - 1, tokens[noun].upos == .noun,
      ["appos", "nsubj", "nsubj:pass"].contains(tokens[noun].deprel),
      let subject = sentence.first(where: { tokens[$0].head == called && tokens[$0].deprel.hasPrefix("nsubj") }),
      let name = sentence.first(where: {
        $0 > called && tokens[$0].head == called && ["xcomp", "obj"].contains(tokens[$0].deprel)
      }), tokens[name].upos == .properNoun, startOfPhrase(name, sentence, tokens) == called + 1,
      let comma = name.upTo(sentence.upperBound).first(where: { tokens[$0].upos != .properNoun }),
      tokens[comma].form == ",", comma + 1 < sentence.upperBound
    else { return }
    let verb = comma + 1
    if tokens[verb].xpos == "NNS", let stem = sayingStem(ofPlural: tokens[verb].lower) {
      makePresent(verb, stem, &tokens)
    }
    guard ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), tokens[verb].upos == .verb else { return }
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where tokens[index].head == called && index != name && index != called {
      if index > verb || index == subject || tokens[index].deprel == "punct" { tokens[index].head = verb }
    }
    for index in sentence where index > verb && tokens[index].head == name { tokens[index].head = verb }
    hang(called, on: noun, as: "acl", &tokens)
    tokens[called].xpos = "VBN"
    // Set off by commas, it is another word for who stands in front, and not for the place that the parser hung it on.
    if noun != subject, tokens[noun].deprel == "appos" { tokens[noun].head = subject }
  }

  /// `One of them recalled being asked`, with the asking for the verb and the recalling for what the guards were: directly in front of
  /// `being` or `having` a verb of saying is what somebody does.
  func raiseBeforeGerund(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let gerund = verb + 1
    guard tokens[verb].deprel == "acl", ["VBN", "VBD"].contains(tokens[verb].xpos), gerund < sentence.upperBound,
      ["being", "having"].contains(tokens[gerund].lower),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true, let deed = tokens[gerund].head, deed > gerund,
      tokens[deed].xpos == "VBN",
      let subject = sentence.first(where: {
        $0 < verb && tokens[$0].head == deed && tokens[$0].deprel.hasPrefix("nsubj") && isBelow(verb, $0, tokens)
      })
    else { return }
    put(verb, inPlaceOf: deed, &tokens)
    tokens[verb].xpos = "VBD"
    hang(deed, on: verb, as: "xcomp", &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    if tokens[verb].head == nil {
      for index in sentence where tokens[index].head == deed && index + 1 == sentence.upperBound {
        tokens[index].head = verb
      }
    }
  }

  /// `A week after X was killed by an officer, Chief Ron Stone now says S`, with the chief for another word for the officer: the name
  /// between the comma and a verb of saying without a subject is who says it.
  func raiseSpeakerBehindClause(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" })
    else { return }
    var end = verb
    while end - 1 > sentence.lowerBound, tokens[end - 1].upos == .adverb || tokens[end - 1].upos == .auxiliary {
      end -= 1
    }
    var name = end - 1
    while name > sentence.lowerBound, tokens[name].deprel == "flat" { name -= 1 }
    guard name > sentence.lowerBound, tokens[name].upos == .properNoun, tokens[name].deprel == "appos",
      let noun = tokens[name].head, noun < name, case let start = startOfPhrase(name, sentence, tokens),
      start - 1 > noun, tokens[start - 1].form == ",",
      sentence.contains(where: {
        $0 < start && tokens[$0].head == verb && ["advcl", "obl", "obl:unmarked"].contains(tokens[$0].deprel)
          && isBelow(noun, $0, tokens)
      })
    else { return }
    hang(name, on: verb, as: "nsubj", &tokens)
  }

  /// `Two days after X was wounded, Y says S`, with days that are wounded: a time in front of `after` and of a subject tells when
  /// something else was, and is no subject.
  func lowerTimeClause(_ time: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let mark = time + 1
    guard tokens[time].deprel.hasPrefix("nsubj"), Self.timeNouns.contains(tokens[time].lemma.lowercased()),
      mark < sentence.upperBound, ["after", "before", "since"].contains(tokens[mark].lower),
      startOfPhrase(time, sentence, tokens) == sentence.lowerBound, let clause = tokens[time].head, clause > mark,
      tokens[clause].deprel == "ccomp", let saying = tokens[clause].head, saying > clause,
      let subject = sentence.first(where: {
        $0 > mark && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      clause.upTo(saying).contains(where: { tokens[$0].form == "," })
    else { return }
    tokens[clause].deprel = "advcl"
    hang(mark, on: clause, as: "mark", &tokens)
    tokens[mark].upos = .subordinatingConjunction
    hang(time, on: clause, as: "obl:unmarked", &tokens)
    for index in sentence where tokens[index].head == time && index > mark && index < subject {
      tokens[index].head = subject
    }
  }

  /// `X's agent in the province, the lawyer Ruth Kamea, says S`, with two who say it: what stands between commas behind the first
  /// subject is another word for it.
  func apposeSecondSubject(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[second].deprel == "nsubj", let verb = tokens[second].head, second < verb,
      cues.verb(tokens[verb].lemma.lowercased())?.attributive == .yes,
      let first = sentence.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }), first < second,
      [.noun, .properNoun].contains(tokens[first].upos), [.noun, .properNoun].contains(tokens[second].upos),
      case let start = startOfPhrase(second, sentence, tokens), start - 1 > first, tokens[start - 1].form == ",",
      (first + 1).upTo(start - 1).allSatisfy({ isBelow($0, first, tokens) }),
      tokens[verb - 1].form == ",", isBelow(verb - 2, second, tokens),
      tokens[first].xpos.hasSuffix("S") == tokens[second].xpos.hasSuffix("S")
    else { return }
    hang(second, on: first, as: "appos", &tokens)
  }

  /// `The man with the key to the vault in Hull, a teacher called X, swears`, with the teacher for what Hull is: who is called by a
  /// name, between commas in front of a verb of saying, is the one who says it.
  func apposeCalled(_ called: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[called].deprel == "acl", tokens[called].xpos == "VBN",
      ["call", "name"].contains(tokens[called].lemma),
      let noun = tokens[called].head, noun < called, tokens[noun].deprel == "appos", tokens[noun].upos == .noun,
      case let start = startOfPhrase(noun, sentence, tokens), start > sentence.lowerBound,
      tokens[start - 1].form == ",",
      let comma = called.upTo(sentence.upperBound).first(where: { tokens[$0].form == "," }),
      comma + 1 < sentence.upperBound, case let verb = comma + 1,
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let subject = sentence.first(where: {
        $0 < start && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
      }), tokens[subject].upos == .noun, isBelow(noun, subject, tokens)
    else { return }
    tokens[noun].head = subject
  }
}
