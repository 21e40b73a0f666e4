import TextAnalysis

/// Repairs of what a name or a description beside one belongs to.
extension TreeRepair {
  /// `The shipyard where X was employed, Merwede Marine, said S`, with the name hung somewhere in the clause: a name between
  /// commas, behind a clause about the subject and in front of its verb, is the subject's.
  func raiseNameBehindClause(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].upos == .properNoun,
      ["parataxis", "appos", "nmod", "conj", "dep", "obj", "obl"].contains(tokens[name].deprel),
      let comma = name.upTo(sentence.upperBound).first(where: { tokens[$0].upos != .properNoun }),
      tokens[comma].form == ",", comma + 1 < sentence.upperBound, ["VBD", "VBZ"].contains(tokens[comma + 1].xpos),
      let noun = sentence.first(where: { tokens[$0].head == comma + 1 && isSubject($0, tokens) }), noun < name,
      tokens[noun].upos == .noun,
      let clause = noun.upTo(name).first(where: { tokens[$0].head == noun && tokens[$0].deprel == "acl:relcl" }),
      isBelow(name, clause, tokens),
      let opening = clause.upTo(name).last(where: { tokens[$0].form == "," }),
      (opening + 1).upTo(name).allSatisfy({ tokens[$0].upos == .properNoun && isBelow($0, name, tokens) }),
      // `The firm that sued the mayor, X, said S`: X is the mayor.
      tokens[name].deprel != "appos" || tokens[name].head != opening - 1
    else { return }
    hang(name, on: noun, as: "appos", &tokens)
  }

  /// `A lawyer for some of the rebels, Ann Lee, said`, with the name beside the rebels: one person between commas in front of
  /// a verb is no many, and so the subject.
  func raiseNameToSubject(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "appos", tokens[name].upos == .properNoun, let noun = tokens[name].head, noun < name,
      tokens[noun].upos == .noun, tokens[noun].xpos == "NNS"
    else { return }
    let start = startOfPhrase(name, sentence, tokens)
    var end = name + 1
    while end < sentence.upperBound, tokens[end].upos == .properNoun { end += 1 }
    guard start > sentence.lowerBound, tokens[start - 1].form == ",", end + 1 < sentence.upperBound,
      tokens[end].form == ",",
      let subject = sentence.first(where: {
        tokens[$0].deprel == "nsubj" && $0 < noun && tokens[$0].xpos == "NN" && isBelow(noun, $0, tokens)
      }), let verb = tokens[subject].head, verb > end,
      (end + 1).through(verb).allSatisfy({ [.verb, .auxiliary, .adverb].contains(tokens[$0].upos) })
    else { return }
    tokens[name].head = subject
  }

  /// `He saw it, according to the Network, a group that spoke to him`, with `spoke` for the verb of the sentence: behind a noun
  /// that `that` or `who` takes up stands what is told of it, and what is told of the sentence stands in front.
  func lowerRelative(_ pronoun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["that", "who", "which"].contains(tokens[pronoun].lower), tokens[pronoun].deprel.hasPrefix("nsubj"),
      let verb = tokens[pronoun].head, verb > pronoun, tokens[verb].deprel == "root",
      pronoun - 1 > sentence.lowerBound, tokens[pronoun - 1].upos == .noun, tokens[pronoun].xpos != "DT"
    else { return }
    let noun = pronoun - 1
    guard tokens[noun].head == pronoun || tokens[noun].head == verb,
      let main = sentence.first(where: {
        $0 < noun && tokens[$0].head == verb && ["ccomp", "advcl", "parataxis"].contains(tokens[$0].deprel)
          && tokens[$0].upos == .verb
      })
    else { return }
    let start = startOfPhrase(noun, sentence, tokens)
    guard start - 1 > main, tokens[start - 1].form == ",", isNounLike(start - 2, tokens) else { return }
    var host = start - 2
    for _ in 0..<8 {
      guard let above = tokens[host].head, above < start, above > main, isNounLike(above, tokens) else { break }
      host = above
    }
    put(main, inPlaceOf: verb, &tokens)
    hang(noun, on: host, as: "appos", &tokens)
    hang(verb, on: noun, as: "acl:relcl", &tokens)
    for index in sentence where index < start && index != main && tokens[index].head == verb {
      tokens[index].head = main
    }
  }

  private static let answering: Set<String> = [
    "deny", "reject", "dismiss", "refute", "rebut", "dispute", "contest", "confirm", "repeat", "cite", "quote",
    "contradict", "echo", "question",
  ]

  /// `Charges against the men indicted in March were dropped`, with `indicted` for the verb: a participle right behind a noun
  /// describes it, where a verb with an auxiliary stands behind that has no subject.
  func raiseOverParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[participle].head == nil, ["VBN", "VBD"].contains(tokens[participle].xpos),
      participle > sentence.lowerBound, tokens[participle - 1].upos == .noun,
      let subject = sentence.first(where: {
        $0 < participle && tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj")
      }), isNounLike(subject, tokens), subject == participle - 1 || isBelow(participle - 1, subject, tokens),
      !sentence.contains(where: {
        tokens[$0].head == participle && (tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "obj")
      }),
      let main = sentence.first(where: {
        $0 > participle && tokens[$0].head == participle && tokens[$0].upos == .verb
          && ["ccomp", "parataxis", "xcomp"].contains(tokens[$0].deprel)
      })
    else { return }
    let children = sentence.filter { tokens[$0].head == main }
    guard
      children.contains(where: {
        tokens[$0].deprel.hasPrefix("aux") && !["VB", "VBG"].contains(tokens[$0].xpos) && $0 < main
      }),
      !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "mark" }),
      !participle.upTo(main).contains(where: { tokens[$0].upos == .punctuation })
    else { return }
    put(main, inPlaceOf: participle, &tokens)
    let isPassive = children.contains { tokens[$0].deprel == "aux:pass" }
    hang(subject, on: main, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
    hang(participle, on: participle - 1, as: "acl", &tokens)
    tokens[participle].xpos = "VBN"
    for index in sentence where index > main && tokens[index].head == participle { tokens[index].head = main }
  }

  /// `saw him being led away, according to X`, with X at the leading: behind a comma the phrase stands for the whole clause.
  func raiseAccording(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obl", var host = tokens[noun].head, host < noun,
      let word = sentence.first(where: {
        tokens[$0].head == noun && tokens[$0].deprel == "case" && tokens[$0].lower == "according"
      }), word > host, tokens[word - 1].form == ","
    else { return }
    for _ in 0..<4 where tokens[host].deprel == "xcomp" { host = tokens[host].head ?? host }
    tokens[noun].head = host
  }

  /// `held since an ambush in February`, with February for when they were held: what began with an event has no day of its
  /// own, the event has.
  func lowerDayOfEvent(_ day: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[day].deprel == "obl", let verb = tokens[day].head, verb < day,
      CalendarWords.months[tokens[day].lower] != nil || CalendarWords.weekdays[tokens[day].lower] != nil
        || tokens[day].upos == .numeral && tokens[day].form.count == 4,
      tokens[day - 1].head == day, tokens[day - 1].deprel == "case", day - 2 > verb,
      tokens[day - 2].upos == .noun, tokens[day - 2].head == verb, tokens[day - 2].deprel == "obl",
      sentence.contains(where: {
        tokens[$0].head == day - 2 && tokens[$0].deprel == "case" && tokens[$0].lower == "since"
      })
    else { return }
    hang(day, on: day - 2, as: "nmod", &tokens)
  }

  /// `The Federation on Tuesday denied S`, with Tuesday for the federation's: between a subject and its verb a day says when.
  func releaseDayBehindSubject(_ day: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[day].deprel == "nmod", tokens[day].upos == .properNoun,
      CalendarWords.weekdays[tokens[day].lower] != nil,
      let subject = tokens[day].head, subject == day - 2, tokens[day - 1].lower == "on",
      tokens[subject].deprel.hasPrefix("nsubj"), let verb = tokens[subject].head, verb > day,
      tokens[verb].upos == .verb, (day + 1).upTo(verb).allSatisfy({ [.auxiliary, .adverb].contains(tokens[$0].upos) })
    else { return }
    hang(day, on: verb, as: "obl", &tokens)
  }

  /// `Commander of the Tarhan Air Force Lieutenant General Yusuf Barak said S`, with the general for what is commanded: a name with a
  /// rank right in front of it is the one who bears the title before.
  func raiseRankedName(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].upos == .properNoun, tokens[name].deprel == "nmod", let title = tokens[name].head, title < name,
      tokens[title].upos == .properNoun || tokens[title].upos == .noun, tokens[title].deprel.hasPrefix("nsubj"),
      let of = sentence.first(where: { tokens[$0].head == name && tokens[$0].deprel == "case" }), of == title + 1,
      case let described = sentence.filter({ $0 < name && tokens[$0].head == name && tokens[$0].deprel == "nmod:desc" }),
      described.count == 2, described[1] == name - 1, let body = described.first, body > of
    else { return }
    put(name, inPlaceOf: title, &tokens)
    hang(title, on: name, as: "nmod:desc", &tokens)
    for index in sentence where tokens[index].head == name && index >= of && index < body { tokens[index].head = body }
    hang(body, on: title, as: "nmod", &tokens)
  }

  /// `one of them, Samia Ferhat, shouted`, with one of Samia's: a name between commas, with no preposition, says who it is.
  func apposeName(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].upos == .properNoun, ["nmod", "conj", "dep"].contains(tokens[name].deprel),
      let head = tokens[name].head, head < name, ["one", "another", "third", "second"].contains(tokens[head].lower),
      let start = sentence.first(where: {
        $0 <= name && ($0 == name || tokens[$0].head == name) && tokens[$0].form != ","
      }),
      start > head + 1, tokens[start - 1].form == ",",
      !sentence.contains(where: { tokens[$0].head == name && ["case", "cc"].contains(tokens[$0].deprel) })
    else { return }
    tokens[name].deprel = "appos"
  }
}
