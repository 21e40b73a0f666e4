import TextAnalysis

/// Repairs of who says something together with others, or after them.
extension TreeRepair {
  /// `residents, officials and a nurse said`, with two subjects: what `and` joins in front of a verb of saying speaks together.
  func joinPairedSpeakers(_ first: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[first].deprel == "nsubj", isNounLike(first, tokens), let verb = speechVerb(of: first, tokens),
      let second = sentence.first(where: {
        $0 > first && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }),
      isNounLike(second, tokens)
    else { return }
    let start = startOfPhrase(second, sentence, tokens)
    let and = tokens[start].lower == "and" ? start : start - 1
    guard and > first, tokens[and].lower == "and", tokens[and].head == verb || isBelow(and, second, tokens),
      (first..<and).allSatisfy({ isBelow($0, first, tokens) || tokens[$0].upos == .punctuation })
    else { return }
    hang(second, on: first, as: "conj", &tokens)
    hang(and, on: second, as: "cc", &tokens)
  }

  /// `officials and aid workers said`, with the officials for a kind of workers: a plural of people in front of `and` is
  /// one of two who speak.
  func joinPluralSpeakers(_ first: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[first].deprel == "compound", tokens[first].xpos == "NNS", let second = tokens[first].head,
      second > first + 2, tokens[first + 1].lower == "and", tokens[second].deprel == "nsubj",
      tokens[second].xpos == "NNS", let verb = speechVerb(of: second, tokens), isOfPeople(tokens[first].lower),
      (first + 2..<second).allSatisfy({ tokens[$0].upos == .noun || tokens[$0].upos == .adjective })
    else { return }
    hang(first, on: verb, as: "nsubj", &tokens)
    hang(second, on: first, as: "conj", &tokens)
    hang(first + 1, on: second, as: "cc", &tokens)
    for index in sentence where index < first && tokens[index].head == second { tokens[index].head = first }
  }

  private func isOfPeople(_ plural: String) -> Bool {
    ["ials", "ents", "ants", "ers", "ists", "ians"].contains { plural.hasSuffix($0) }
      || ["witnesses", "nurses", "relatives", "survivors", "doctors", "prosecutors", "investigators", "troops"]
        .contains(plural)
  }

  /// `The army said the fort had fallen and residents said T`, with the residents for something that fell: the noun between
  /// `and` and a verb of saying without a subject is who speaks.
  func raiseSecondSpeaker(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBZ"].contains(tokens[verb].xpos), tokens[verb].deprel == "ccomp", let saying = tokens[verb].head,
      saying < verb, cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true, tokens[saying].xpos == tokens[verb].xpos,
      verb - 1 > saying, [.noun, .properNoun].contains(tokens[verb - 1].upos), tokens[verb - 1].deprel == "conj"
    else { return }
    let speaker = verb - 1
    let and = startOfPhrase(speaker, sentence, tokens)
    guard ["and", "but", "while"].contains(tokens[and].lower), tokens[and].head == speaker,
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "mark")
      }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "ccomp" })
    else { return }
    hang(verb, on: saying, as: "conj", &tokens)
    hang(speaker, on: verb, as: "nsubj", &tokens)
    hang(and, on: verb, as: "cc", &tokens)
  }

  /// `Mohamed Said acknowledged that S`, with the surname for a verb: a name behind a name and in front of a finite verb
  /// without a subject is who does it.
  func raiseVerbBehindName(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let verb = name + 1
    guard tokens[name].xpos == "NNP", tokens[name].head == nil, verb < sentence.upperBound,
      ["VBD", "VBZ"].contains(tokens[verb].xpos), tokens[verb].upos == .verb, tokens[verb].head == name,
      ["ccomp", "parataxis", "acl", "acl:relcl", "xcomp"].contains(tokens[verb].deprel),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      let first = sentence.first(where: { tokens[$0].head == name && tokens[$0].deprel == "nsubj" }), first < name,
      tokens[first].upos == .properNoun,
      (first..<name).allSatisfy({ tokens[$0].upos == .properNoun })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where index != verb && tokens[index].head == name && index != first {
      tokens[index].head = verb
    }
    hang(first, on: verb, as: "nsubj", &tokens)
    hang(name, on: first, as: "flat", &tokens)
  }

  /// The verb of saying behind its subject.
  private func speechVerb(of subject: Int, _ tokens: [Token]) -> Int? {
    guard let verb = tokens[subject].head, verb > subject,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true
    else { return nil }
    return verb
  }
}
