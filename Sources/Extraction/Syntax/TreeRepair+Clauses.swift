import TextAnalysis

/// Repairs of where a clause begins and ends.
extension TreeRepair {
  /// `Ten died in A on Monday; in B the toll has risen`: with finite clauses on both sides, a semicolon parts them, and
  /// nothing behind it belongs to what stands in front.
  func partAtSemicolon(_ mark: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[mark].form == ";" || tokens[mark].form == ":" && isClauseBehind(mark, sentence, tokens),
      mark > sentence.lowerBound, mark + 1 < sentence.upperBound
    else { return }
    // Within quotation marks it parts what is quoted, and nothing behind the closing mark.
    let isQuoted = sentence.count(where: { $0 < mark && Self.quotes.contains(tokens[$0].form) }) % 2 == 1
    let end =
      (mark + 1).upTo(sentence.upperBound).first {
        tokens[$0].form == ";" || isQuoted && Self.quotes.contains(tokens[$0].form)
      } ?? sentence.upperBound
    let start = sentence.lowerBound.upTo(mark).last { tokens[$0].form == ";" } ?? sentence.lowerBound - 1
    let behind = (mark + 1).upTo(end)
    let front = (start + 1).upTo(mark)
    let tops = behind.filter { index in
      tokens[index].upos != .punctuation && !(tokens[index].head.map(behind.contains) ?? false)
    }
    guard let main = tops.first(where: { isFinite($0, behind, tokens) }), tokens[main].head != nil,
      !tops.contains(where: { tokens[$0].head == nil }),
      front.contains(where: { isFinite($0, front, tokens) })
    else { return }
    releaseFront(of: main, front, &tokens)
    guard let host = clauseInFront(front, of: main, tokens) else { return }
    for top in tops where top != main {
      tokens[top].head = main
      if tokens[top].deprel == "nmod" { tokens[top].deprel = "obl" }
    }
    hang(main, on: host, as: "parataxis", &tokens)
    let children = behind.filter { tokens[$0].head == main }
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }) else { return }
    // In `in B the toll has risen`, the toll was hung on B.
    let subject = behind.first { index in
      index < main && tokens[index].deprel == "appos" && isNounLike(index, tokens)
        && (tokens[index].head.map { $0 < index && (behind.contains($0) || $0 == main) } ?? false)
        && !(tokens[index].head.map { $0.upTo(index).contains { tokens[$0].form == "," } } ?? true)
    }
    if let subject {
      hang(subject, on: main, as: "nsubj", &tokens)
    }
  }

  private static let quotes: Set<String> = ["\"", "“", "”", "``", "''"]

  /// A colon parts clauses only where the first words behind it are the subject of one: no list, no heading.
  private func isClauseBehind(_ colon: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    let verb = (colon + 1).upTo(sentence.upperBound).first { ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) }
    guard let verb, verb > colon + 1 else { return false }
    let clause = tokens[verb].upos == .auxiliary ? tokens[verb].head ?? verb : verb
    guard tokens[clause].upos == .verb, clause > colon,
      ["acl:relcl", "acl", "appos", "conj", "advcl", "ccomp", "parataxis"].contains(tokens[clause].deprel)
    else { return false }
    return sentence.contains {
      $0 > colon && $0 < verb && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
        && tokens[$0].xpos.hasPrefix("N")
    }
  }

  /// `a claim that Moscow doubts; Russia accuses Kyiv`, with `accuses` for the verb of both: what stands in front goes to
  /// where that verb hung, and a noun with the form of a verb is the verb that was missed.
  private func releaseFront(of main: Int, _ front: Range<Int>, _ tokens: inout [Token]) {
    let strays = front.filter { tokens[$0].head == main && tokens[$0].upos != .punctuation }
    guard !strays.isEmpty, let host = tokens[main].head, host < main else { return }
    let missed = strays.first { index in
      tokens[index].deprel.hasPrefix("nsubj") && tokens[index].xpos == "NNS"
        && cues.verb(tokens[index].lemma.lowercased()) != nil
        && tokens[index - 1].head == index && tokens[index - 1].deprel == "compound"
    }
    for stray in strays where stray != missed { tokens[stray].head = missed ?? host }
    guard let missed else { return }
    tokens[missed].upos = .verb
    tokens[missed].xpos = "VBZ"
    tokens[missed].head = host
    tokens[missed].deprel = tokens[main].deprel == "acl" ? "acl:relcl" : tokens[main].deprel
    tokens[missed - 1].deprel = "nsubj"
  }

  /// The uppermost verb of the clauses in front of a semicolon.
  private func clauseInFront(_ front: Range<Int>, of main: Int, _ tokens: [Token]) -> Int? {
    front.first { index in
      tokens[index].upos != .punctuation && !(tokens[index].head.map(front.contains) ?? false)
        && tokens[index].head != main
    }
  }

  private func isFinite(_ token: Int, _ region: Range<Int>, _ tokens: [Token]) -> Bool {
    if tokens[token].upos == .verb, ["VBD", "VBZ", "VBP"].contains(tokens[token].xpos) { return true }
    // `engineers warn otherwise`: a bare form with a subject and nothing else.
    if tokens[token].xpos == "VB", tokens[token].upos == .verb,
      region.contains(where: { tokens[$0].head == token && tokens[$0].deprel == "nsubj" && $0 < token }),
      !region.contains(where: { tokens[$0].head == token && ["aux", "mark"].contains(tokens[$0].deprel) })
    {
      return true
    }
    return region.contains { index in
      tokens[index].head == token && ["aux", "aux:pass", "cop"].contains(tokens[index].deprel)
        && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[index].xpos)
    }
  }

  func isNounLike(_ token: Int, _ tokens: [Token]) -> Bool {
    [.noun, .properNoun, .pronoun, .numeral].contains(tokens[token].upos)
  }

  /// `S, the clerk said, because T`, with T for what she said: a reason is none, and S is.
  func lowerReason(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "ccomp", let saying = tokens[clause].head, saying < clause,
      let mark = sentence.first(where: { $0 > saying && tokens[$0].head == clause && tokens[$0].deprel == "mark" }),
      ["because", "although", "though", "since", "unless", "until"].contains(tokens[mark].lower),
      // `have since risen` is no clause.
      tokens[mark].lower != "since"
        || sentence.contains(where: { $0 > mark && tokens[$0].head == clause && isSubject($0, tokens) })
    else { return }
    tokens[clause].deprel = "advcl"
    if tokens[saying].deprel == "parataxis", let host = tokens[saying].head, host < saying {
      tokens[clause].head = host
    }
  }

  /// `some days before gunmen struck the hall`, read as a struck hall: what has a subject or conjunction of its own
  /// modifies no noun, it is the verb of a clause, and the noun its object.
  func raiseModifierWithSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "amod", let object = tokens[verb].head, object > verb, isNounLike(object, tokens),
      tokens[verb].form.hasSuffix("ed") || ["VBD", "VBN"].contains(tokens[verb].xpos)
    else { return }
    let children = sentence.filter { tokens[$0].head == verb && $0 < verb }
    let subject = children.last { tokens[$0].deprel.hasPrefix("nsubj") && isNounLike($0, tokens) }
    let mark = children.first { tokens[$0].deprel == "mark" }
    let strayMark = sentence.last { $0 < verb && tokens[$0].head == object && tokens[$0].deprel == "mark" }
    let straySubject = sentence.last {
      $0 < verb && tokens[$0].head == object && tokens[$0].deprel.hasPrefix("nsubj") && isNounLike($0, tokens)
    }
    guard let subject = subject ?? straySubject, subject > (mark ?? strayMark ?? -1),
      !children.contains(where: { tokens[$0].deprel == "aux:pass" })
    else { return }
    let host = tokens[object].head
    let isComplement =
      (mark ?? strayMark).map { tokens[$0].form.lowercased() == "that" } ?? (tokens[object].deprel == "ccomp")
    // The clause hangs on the next verb above, or where the object hung; in place of the root it is the sentence.
    var above = host
    for _ in 0..<16 {
      guard let here = above, tokens[here].upos != .verb else { break }
      above = tokens[here].head
    }
    let governor = above ?? host
    if let governor { guard governor != verb, !isBelow(governor, verb, tokens) else { return } }
    tokens[verb].upos = .verb
    tokens[verb].xpos = "VBD"
    if tokens[verb].lemma == tokens[verb].form.lowercased() { tokens[verb].lemma = stem(ofPast: tokens[verb].form) }
    tokens[verb].head = governor
    tokens[verb].deprel = governor == nil ? "root" : isComplement ? "ccomp" : "advcl"
    hang(subject, on: verb, as: "nsubj", &tokens)
    if let strayMark { tokens[strayMark].head = verb }
    hang(object, on: verb, as: "obj", &tokens)
    for index in sentence where index < verb && tokens[index].head == object && tokens[index].deprel != "punct" {
      tokens[index].head = verb
    }
  }

  /// `concerned` gives `concern`: a verb whose lemma the tagger took for an adjective's.
  private func stem(ofPast form: String) -> String {
    let lower = form.lowercased()
    guard lower.hasSuffix("ed"), lower.count > 4 else { return lower }
    let stem = String(lower.dropLast(2))
    if cues.verb(stem) != nil { return stem }
    if cues.verb(stem + "e") != nil { return stem + "e" }
    return stem
  }

  /// `The director, Ann Lee, alleged that S` with the director as the one who was alleged: without an auxiliary, a form
  /// that has a clause or an object behind it is a past tense.
  func makePast(_ subject: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[subject].deprel == "nsubj:pass", let verb = tokens[subject].head, subject < verb,
      tokens[verb].xpos == "VBN", tokens[verb].deprel != "acl", tokens[verb].deprel != "amod"
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "cop" }),
      children.contains(where: { $0 > verb && ["ccomp", "obj"].contains(tokens[$0].deprel) })
    else { return }
    tokens[verb].xpos = "VBD"
    tokens[subject].deprel = "nsubj"
  }

  /// `S, the head of the service, Ann Lee, reported`, with two subjects for the verb of S: the one behind the comma is
  /// who reports, and S what is reported.
  func raiseReporter(_ subject: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[subject].deprel.hasPrefix("nsubj"), isNounLike(subject, tokens), let verb = tokens[subject].head,
      subject > verb,
      sentence.contains(where: {
        $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    let reporting = sentence.first { index in
      index > subject && tokens[index].head == verb
        && ["conj", "parataxis", "ccomp", "advcl"].contains(tokens[index].deprel)
        && ["VBD", "VBZ", "VBP"].contains(tokens[index].xpos)
        && cues.verb(tokens[index].lemma.lowercased())?.takes(.clause) == true
    }
    guard let reporting,
      !sentence.contains(where: {
        tokens[$0].head == reporting
          && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "cc" || tokens[$0].deprel == "ccomp")
      }),
      verb.upTo(subject).contains(where: { tokens[$0].form == "," })
    else { return }
    put(reporting, inPlaceOf: verb, &tokens)
    hang(verb, on: reporting, as: "ccomp", &tokens)
    hang(subject, on: reporting, as: "nsubj", &tokens)
  }

  /// `Suggestions that X did it were absurd`, in which two clauses run into each other: the words about words are the subject of
  /// what stands behind the copula, and the clause with `that` tells what they were.
  func raiseVerdict(_ verdict: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard
      ["parataxis", "acl", "acl:relcl", "amod", "appos", "conj", "nmod", "ccomp", "advcl"].contains(
        tokens[verdict].deprel),
      let noun = tokens[verdict].head, noun < verdict, isTold(noun, tokens),
      noun + 1 < sentence.upperBound, tokens[noun + 1].form.lowercased() == "that",
      let copula = sentence.first(where: { tokens[$0].head == verdict && tokens[$0].deprel == "cop" && $0 > noun + 2 })
    else { return }
    let inner = sentence.first { index in
      index > noun + 1 && index < copula && (tokens[index].head == verdict || tokens[index].head == noun)
        && ["advcl", "ccomp", "nsubj", "csubj", "obl", "acl", "acl:relcl"].contains(tokens[index].deprel)
        && sentence.contains { tokens[$0].head == index && tokens[$0].deprel.hasPrefix("nsubj") }
    }
    guard let inner, !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "cop" }) else {
      return
    }
    put(verdict, inPlaceOf: noun, &tokens)
    hang(noun, on: verdict, as: "nsubj", &tokens)
    hang(inner, on: noun, as: "acl", &tokens)
    hang(noun + 1, on: inner, as: "mark", &tokens)
  }

  /// `Reports that A attacked B are false`, with `false` below the attack: a copula without a subject is said of the words
  /// that the clause belongs to.
  func raiseVerdictOfClause(_ verdict: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["ccomp", "xcomp", "parataxis", "conj", "advcl"].contains(tokens[verdict].deprel),
      [.adjective, .noun].contains(tokens[verdict].upos), let inner = tokens[verdict].head, inner < verdict,
      tokens[inner].deprel.hasPrefix("acl"), let noun = tokens[inner].head, noun < inner, isTold(noun, tokens),
      let copula = sentence.first(where: { tokens[$0].head == verdict && tokens[$0].deprel == "cop" }), copula > inner,
      ["VBD", "VBZ", "VBP"].contains(tokens[copula].xpos),
      !sentence.contains(where: {
        tokens[$0].head == verdict
          && (["mark", "cc"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("nsubj"))
      })
    else { return }
    put(verdict, inPlaceOf: noun, &tokens)
    hang(noun, on: verdict, as: "nsubj", &tokens)
    tokens[inner].deprel = "acl"
  }

  /// `The story that A seized B turned out to be false`, with the story for the main word: a finite verb without a subject,
  /// behind the clause that tells what the words were, is said of them.
  func raiseVerdictVerb(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["ccomp", "advcl", "parataxis", "acl:relcl", "acl"].contains(tokens[verb].deprel),
      tokens[verb].upos == .verb, let inner = tokens[verb].head, inner < verb, tokens[verb - 1].form != ",",
      let noun = tokens[inner].deprel.hasPrefix("acl") ? tokens[inner].head : inner, isTold(noun, tokens),
      tokens[noun].head == nil || tokens[noun].deprel == "ccomp", noun + 1 < inner,
      tokens[noun + 1].lower == "that",
      !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "cop" })
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    let isFinite =
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos)
      || children.contains { $0 < verb && ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) }
      || tokens[verb].xpos == "VBN" && children.contains { tokens[$0].deprel == "xcomp" }
    guard isFinite,
      !children.contains(where: { ["mark", "cc"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    let isPassive = children.contains { tokens[$0].deprel == "aux:pass" }
    put(verb, inPlaceOf: noun, &tokens)
    if !isPassive, tokens[verb].xpos == "VBN" { tokens[verb].xpos = "VBD" }
    hang(noun, on: verb, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
    tokens[inner].deprel = "acl"
    hang(noun + 1, on: inner, as: "mark", &tokens)
    tokens[noun + 1].upos = .subordinatingConjunction
    tokens[noun + 1].xpos = "IN"
  }

  /// Nouns for what is told: `report`, `notion`.
  private func isTold(_ noun: Int, _ tokens: [Token]) -> Bool {
    isWords(noun, tokens)
      || tokens[noun].upos == .noun && HostVerdict.words.contains(tokens[noun].lemma.lowercased())
  }

  /// `cut the number killed in the attack at Ndola from 14 to 11`, with the numbers hung on the town: from what to what is
  /// told of the verb of change.
  func raiseChange(_ from: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[from].upos == .numeral, from > sentence.lowerBound, tokens[from - 1].form.lowercased() == "from",
      from + 2 < sentence.upperBound, tokens[from + 1].form.lowercased() == "to", tokens[from + 2].upos == .numeral,
      let host = tokens[from].head, tokens[host].upos != .verb
    else { return }
    let verb = sentence.last { index in
      index < from && tokens[index].upos == .verb && Self.changing.contains(tokens[index].lemma.lowercased())
    }
    guard let verb, host > verb else { return }
    hang(from, on: verb, as: "obl", &tokens)
    tokens[from + 2].head = verb
    tokens[from + 2].deprel = "obl"
    tokens[from - 1].head = from
    tokens[from + 1].head = from + 2
  }

  /// `raised the toll of the earthquake to 230,000`, with the number hung on the earthquake.
  func raiseResult(_ number: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[number].upos == .numeral, number > sentence.lowerBound, tokens[number - 1].form.lowercased() == "to",
      tokens[number - 1].head == number, tokens[number].deprel == "nmod", let host = tokens[number].head,
      tokens[host].upos != .numeral,
      let count = sentence.last(where: { index in
        index < number && tokens[index].deprel == "obj"
          && ["toll", "number", "count", "total", "estimate", "figure"].contains(tokens[index].lemma.lowercased())
      }), isBelow(host, count, tokens), let verb = tokens[count].head, verb < count,
      Self.changing.contains(tokens[verb].lemma.lowercased())
    else { return }
    hang(number, on: verb, as: "obl", &tokens)
  }

  private static let changing: Set<String> = [
    "cut", "raise", "lower", "revise", "reduce", "increase", "rise", "fall", "drop", "climb", "grow", "jump", "put",
    "bring", "correct", "change", "update", "adjust", "scale", "amend", "shrink", "swell", "go", "double",
  ]

  /// `attributes the attack of March 22 to the group`, with the group hung on the attack: it is whom it is attributed to.
  func raiseAttributee(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "nmod", var host = tokens[noun].head, host < noun,
      sentence.contains(where: {
        tokens[$0].head == noun && tokens[$0].deprel == "case" && tokens[$0].form.lowercased() == "to"
      })
    else { return }
    for _ in 0..<4 where tokens[host].deprel == "nmod" { host = tokens[host].head ?? host }
    guard tokens[host].deprel == "obj" || tokens[host].deprel == "nsubj:pass", let verb = tokens[host].head,
      ["attribute", "ascribe", "impute"].contains(tokens[verb].lemma.lowercased())
    else { return }
    hang(noun, on: verb, as: "obl", &tokens)
  }

  /// `Thirty hostages and 11 gunmen were killed, a source said`, with the hostages for what is said: two nouns that only `and`
  /// parts are one subject.
  func joinCoordinateSubject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .noun || tokens[noun].upos == .properNoun,
      ["ccomp", "root", "obj", "parataxis", "dislocated"].contains(tokens[noun].deprel),
      noun + 2 < sentence.upperBound, tokens[noun + 1].deprel == "cc",
      let verb = sentence.first(where: {
        $0 > noun && tokens[$0].head == noun && tokens[$0].deprel == "conj" && tokens[$0].upos == .verb
      }),
      tokens[noun + 1].head == verb,
      let second = sentence.first(where: {
        $0 > noun && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      startOfPhrase(second, sentence, tokens) == noun + 2,
      !sentence.contains(where: {
        tokens[$0].head == noun
          && (["cop", "mark", "case"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("nsubj"))
      })
    else { return }
    put(verb, inPlaceOf: noun, &tokens)
    hang(noun, on: verb, as: tokens[second].deprel, &tokens)
    hang(second, on: noun, as: "conj", &tokens)
    tokens[noun + 1].head = second
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
  }

  /// `he was quoted as saying by the agency`: the agency quotes.
  func raiseQuoting(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["obl", "obl:agent", "nmod"].contains(tokens[noun].deprel), let saying = tokens[noun].head, saying < noun,
      ["saying", "telling", "stating", "declaring"].contains(tokens[saying].form.lowercased()),
      let quoting = tokens[saying].head, quoting < saying,
      ["quote", "cite", "report"].contains(tokens[quoting].lemma.lowercased()), tokens[quoting].xpos == "VBN",
      sentence.contains(where: { tokens[$0].head == noun && tokens[$0].form.lowercased() == "by" && $0 > saying })
    else { return }
    hang(noun, on: quoting, as: "obl:agent", &tokens)
  }

  /// `The plan was at an early stage, X told reporters, and nothing had been found`: what goes on behind the saying, with a
  /// subject of its own and no verb of saying, is what X goes on to say.
  func continueContent(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "conj", let saying = tokens[verb].head, saying < verb,
      ["VBD", "VBZ", "VBP"].contains(tokens[saying].xpos),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      cues.verb(tokens[verb].lemma.lowercased()) == nil || tokens[verb].xpos == "VBN",
      let content = sentence.first(where: {
        $0 < saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      !sentence.contains(where: { $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" }),
      sentence.contains(where: { $0 > saying && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      let coordinator = sentence.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "cc" }),
      coordinator > saying, tokens[coordinator - 1].form == ","
    else { return }
    tokens[verb].head = content
  }

  /// `President X, interviewed separately, said`, with the interview for what is said: a participle between commas behind a
  /// name describes it, when the verb of saying behind lacks a subject.
  func lowerParenthesis(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[participle].xpos == "VBN" || tokens[participle].xpos == "VBD", tokens[participle].deprel == "ccomp",
      let saying = tokens[participle].head, participle < saying, tokens[saying - 1].form == ",",
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    let children = sentence.filter { tokens[$0].head == participle }
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "obj" }),
      let subject = children.first(where: { tokens[$0].deprel.hasPrefix("nsubj") && $0 < participle }),
      (subject + 1).upTo(participle).contains(where: { tokens[$0].form == "," })
    else { return }
    hang(participle, on: subject, as: "acl", &tokens)
    tokens[participle].xpos = "VBN"
    hang(subject, on: saying, as: "nsubj", &tokens)
  }

  /// `announced that figure`, with the figure for a verb: behind `that`, without a subject, there is no clause.
  func makeDetermined(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "ccomp", ["VB", "VBP"].contains(tokens[noun].xpos), noun > sentence.lowerBound,
      tokens[noun - 1].form.lowercased() == "that", tokens[noun - 1].head == noun,
      !sentence.contains(where: {
        tokens[$0].head == noun && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      })
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NN"
    tokens[noun].deprel = "obj"
    tokens[noun - 1].upos = .determiner
    tokens[noun - 1].xpos = "DT"
    tokens[noun - 1].deprel = "det"
  }

  /// `Bellerive, then prime minister, announced`, with the name for what is announced: a bare name is no clause, and what
  /// stands between it and the verb describes it.
  func raiseNameOverDescription(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].upos == .properNoun, tokens[name].deprel == "ccomp", let verb = tokens[name].head, name < verb,
      tokens[verb].upos == .verb, tokens[verb - 1].form == ",",
      let description = sentence.first(where: {
        $0 > name && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
      }), tokens[description].upos == .noun,
      name.upTo(description).contains(where: { tokens[$0].form == "," }),
      !sentence.contains(where: {
        tokens[$0].head == name
          && (["cop", "mark"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("nsubj"))
      }),
      !sentence.contains(where: { $0 < verb && Self.quotes.contains(tokens[$0].form) })
    else { return }
    tokens[name].deprel = tokens[description].deprel
    hang(description, on: name, as: "appos", &tokens)
  }

  /// `said a nurse at a clinic in the town`, with the clinic for where it was said: directly behind a subject that follows
  /// its verb, the phrase tells who that is, unless it is an occasion to speak.
  func lowerBehindSpeaker(_ place: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[place].deprel == "obl", let verb = tokens[place].head, verb < place, isNounLike(place, tokens),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let subject = sentence.first(where: {
        $0 > verb && $0 < place && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }), tokens[subject].upos == .noun, tokens[subject + 1].head == place, tokens[subject + 1].deprel == "case",
      ["at", "of", "from", "with", "for"].contains(tokens[subject + 1].form.lowercased()),
      !Self.occasions.contains(tokens[place].lemma.lowercased()),
      CalendarWords.weekdays[tokens[place].form.lowercased()] == nil
    else { return }
    hang(place, on: subject, as: "nmod", &tokens)
  }

  private static let occasions: Set<String> = [
    "conference", "briefing", "interview", "statement", "speech", "meeting", "hearing", "summit", "press", "rally",
    "time", "event", "ceremony", "trial", "session", "end", "start", "beginning", "congress", "forum", "news",
  ]

  /// `called the accusation a lie`, read as an apposition: without a comma between the two, what stands behind the object of
  /// a verb of naming is what it is called.
  func returnPredicate(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "appos", let object = tokens[noun].head, object < noun,
      tokens[object].deprel == "obj", let verb = tokens[object].head, verb < object,
      Self.naming.contains(tokens[verb].lemma.lowercased()),
      !object.upTo(noun).contains(where: { tokens[$0].upos == .punctuation }),
      sentence.contains(where: { $0 > object && $0 < noun && tokens[$0].head == noun && tokens[$0].deprel == "det" })
    else { return }
    hang(noun, on: verb, as: "xcomp", &tokens)
  }

  private static let naming: Set<String> = ["call", "label", "brand", "dub", "name", "declare", "consider", "deem"]
}
