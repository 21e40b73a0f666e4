import TextAnalysis

/// Repairs of verbs of saying that stand between or behind the words they report: `S, analysts say, T`.
extension TreeRepair {
  /// `It is hard to explain, analysts say, why`, with analysts for what is explained: a verb of saying between commas
  /// takes the phrase that stands between the comma and it.
  func returnParentheticalSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    // Between commas, `say` without an auxiliary is finite, whatever its tag.
    let isFinite =
      isFiniteSaying(verb, tokens)
      || tokens[verb].xpos == "VB" && tokens[verb].lemma == "say" && tokens[verb].form == "say"
        && !sentence.contains { tokens[$0].head == verb && ["aux", "mark"].contains(tokens[$0].deprel) }
    guard isFinite, ["parataxis", "ccomp", "conj", "advcl"].contains(tokens[verb].deprel),
      verb > sentence.lowerBound + 1, isNounLike(verb - 1, tokens),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    let subject = verb - 1
    guard let head = tokens[subject].head, head < subject, head != verb else { return }
    let start = startOfPhrase(subject, sentence, tokens)
    guard start > sentence.lowerBound, tokens[start - 1].form == ",",
      start.through(subject).allSatisfy({ isBelow($0, subject, tokens) })
    else { return }
    hang(subject, on: verb, as: "nsubj", &tokens)
    if tokens[verb].deprel != "ccomp" { tokens[verb].deprel = "parataxis" }
  }

  /// `S, Reuters was told`, read as two deeds side by side: a verb of saying that ends a sentence behind a comma, with a
  /// subject and without a conjunction or a complement, reports what stands in front.
  func raiseTrailingSaying(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["conj", "acl", "acl:relcl", "appos", "nmod", "advcl"].contains(tokens[verb].deprel),
      tokens[verb].upos == .verb,
      let told = sentence.first(where: { tokens[$0].deprel == "root" }), told < verb,
      !["conj", "advcl"].contains(tokens[verb].deprel) || tokens[verb].head == told,
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause)
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    guard let subject = children.first(where: { tokens[$0].deprel.hasPrefix("nsubj") && $0 < verb }),
      !tokens[subject].xpos.hasPrefix("W"),
      !children.contains(where: { ["cc", "mark", "ccomp", "xcomp", "obj"].contains(tokens[$0].deprel) }),
      !sentence.contains(where: { $0 > verb && tokens[$0].head == told && tokens[$0].upos != .punctuation })
    else { return }
    let start = startOfPhrase(subject, sentence, tokens)
    guard start > sentence.lowerBound, tokens[start - 1].form == "," else { return }
    // `Delorme promised in a speech`: nobody was promised, without an auxiliary.
    if tokens[verb].xpos == "VBN", !children.contains(where: { tokens[$0].deprel.hasPrefix("aux") }) {
      tokens[verb].xpos = "VBD"
      tokens[subject].deprel = "nsubj"
    }
    hang(verb, on: nil, as: "root", &tokens)
    hang(told, on: verb, as: "ccomp", &tokens)
  }

  /// `S, a person who knows the file told Reuters`, read as a person who knows that the file told: a name or noun directly
  /// behind the verb of a relative clause is its object, and the verb of saying belongs to the person.
  func raiseTeller(_ saying: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard isFiniteSaying(saying, tokens), tokens[saying].deprel == "ccomp", let knowing = tokens[saying].head,
      knowing < saying, tokens[knowing].deprel == "acl:relcl", let person = tokens[knowing].head, person < knowing,
      isNounLike(person, tokens)
    else { return }
    let children = sentence.filter { tokens[$0].head == saying }
    guard !children.contains(where: { tokens[$0].deprel == "mark" }),
      let object = children.first(where: { tokens[$0].deprel == "nsubj" && $0 > knowing && $0 < saying }),
      isNounLike(object, tokens),
      !sentence.contains(where: { tokens[$0].head == knowing && tokens[$0].deprel == "obj" })
    else { return }
    let governor = tokens[person].head
    let relation = tokens[person].deprel
    hang(object, on: knowing, as: "obj", &tokens)
    hang(person, on: saying, as: "nsubj", &tokens)
    guard let governor, relation == "appos" || relation == "conj" || relation == "parataxis",
      let clause = clauseAbove(governor, tokens)
    else {
      tokens[saying].head = governor
      tokens[saying].deprel = relation.hasPrefix("nsubj") ? "parataxis" : relation
      return
    }
    put(saying, inPlaceOf: clause, &tokens)
    hang(clause, on: saying, as: "ccomp", &tokens)
  }

  /// `Dmitry Ivanov, the spokesman, claims not to know`, with `claims` for a noun: behind the name and its description
  /// between commas, in front of `to` or `that`, it is the verb.
  func makeSaying(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].xpos == "NNS", ["parataxis", "appos", "list", "conj", "dep"].contains(tokens[noun].deprel),
      let subject = tokens[noun].head, subject < noun, tokens[subject].deprel == "root", isNounLike(subject, tokens),
      cues.verb(tokens[noun].lemma.lowercased()) != nil, noun + 1 < sentence.upperBound, tokens[noun - 1].form == ",",
      ["to", "that", "not"].contains(tokens[noun + 1].form.lowercased())
    else { return }
    tokens[noun].upos = .verb
    tokens[noun].xpos = "VBZ"
    hang(noun, on: nil, as: "root", &tokens)
    hang(subject, on: noun, as: "nsubj", &tokens)
    for index in sentence where tokens[index].head == noun && index > noun {
      if tokens[index].deprel == "acl" { tokens[index].deprel = tokens[noun + 1].form == "that" ? "ccomp" : "xcomp" }
    }
    for index in sentence where index > noun && tokens[index].head == subject { tokens[index].head = noun }
  }

  /// `Talks were under way, an official said`, with the way for a circumstance of saying: what has a copula and a subject is
  /// a clause, and in front of a verb of saying it is what is said.
  func raisePredicateOfSaying(_ predicate: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["obl", "nmod", "obj", "dep", "obl:unmarked"].contains(tokens[predicate].deprel),
      let verb = tokens[predicate].head, predicate < verb, isFiniteSaying(verb, tokens)
    else { return }
    let children = sentence.filter { tokens[$0].head == predicate }
    guard children.contains(where: { tokens[$0].deprel == "cop" }),
      children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }),
      !children.contains(where: { tokens[$0].deprel == "mark" }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "ccomp" })
    else { return }
    tokens[predicate].deprel = "ccomp"
  }

  /// `the weather bureau, whose director told the committee: "S"`, with S hung on a verb further up: what a colon and a
  /// quotation mark open is said by the last verb of saying in front of them.
  func returnQuotation(_ top: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[top].deprel == "parataxis", let head = tokens[top].head, head < top,
      let colon = head.upTo(top).last(where: { tokens[$0].form == ":" }), colon + 1 < sentence.upperBound,
      ["\"", "“", "``"].contains(tokens[colon + 1].form),
      let saying = (head + 1).upTo(colon).last(where: {
        ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos) || hasPerfect($0, sentence, tokens)
      }),
      isFiniteSaying(saying, tokens) || hasPerfect(saying, sentence, tokens), !isBelow(saying, top, tokens),
      !sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel == "ccomp" })
    else { return }
    tokens[top].head = saying
  }

  /// `had told her`
  private func hasPerfect(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[verb].xpos == "VBN" && cues.verb(tokens[verb].lemma.lowercased())?.takes(.quote) == true
      && sentence.contains {
        tokens[$0].head == verb && $0 < verb && tokens[$0].deprel == "aux" && tokens[$0].lemma.lowercased() == "have"
      }
  }

  /// `The company that owns the ferry rejected suggestions`, with the ferry for what rejected them: a relative clause has its
  /// object, and the verb behind that is the sentence's.
  func raiseMainVerb(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VBD" || tokens[verb].xpos == "VBZ", tokens[verb].deprel == "advcl",
      let inner = tokens[verb].head, inner < verb, tokens[inner].deprel == "acl:relcl",
      let noun = tokens[inner].head, noun < inner, tokens[noun].head == nil,
      let object = sentence.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }), object > inner,
      object < verb,
      sentence.contains(where: {
        tokens[$0].head == inner && $0 < inner && ["that", "which", "who"].contains(tokens[$0].lower)
      }),
      !sentence.contains(where: {
        tokens[$0].head == inner && tokens[$0].deprel == "obj"
          || tokens[$0].head == verb && ["mark", "aux"].contains(tokens[$0].deprel)
          || tokens[$0].head == noun && ["cop", "nsubj"].contains(tokens[$0].deprel)
      })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(object, on: inner, as: "obj", &tokens)
  }

  /// The first word of a noun's phrase; a comma hung on it is none.
  func startOfPhrase(_ noun: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    sentence.first { $0 <= noun && tokens[$0].upos != .punctuation && isBelow($0, noun, tokens) } ?? noun
  }

  private func isFiniteSaying(_ verb: Int, _ tokens: [Token]) -> Bool {
    ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos)
      && cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true
  }

  private func clauseAbove(_ token: Int, _ tokens: [Token]) -> Int? {
    var here: Int? = token
    for _ in 0..<32 {
      guard let current = here else { return nil }
      if tokens[current].upos == .verb || tokens[current].head == nil { return current }
      here = tokens[current].head
    }
    return nil
  }
}
