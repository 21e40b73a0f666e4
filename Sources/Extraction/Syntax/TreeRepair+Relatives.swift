import TextAnalysis

/// Repairs of clauses that belong to a noun and have somebody's words in them.
extension TreeRepair {
  /// `a man who police said had planted the bomb`, with two who say it: beside a speaker of its own, a verb of saying leaves
  /// the relative pronoun to what is said, if that has no subject.
  func returnRelative(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl:relcl", "acl"].contains(tokens[verb].deprel), tokens[verb].upos == .verb,
      let noun = tokens[verb].head, noun < verb,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let pronoun = sentence.first(where: {
        $0 > noun && $0 < verb && tokens[$0].head == verb && Syntax.relativePronouns.contains(tokens[$0].lower)
          && ["nsubj", "nsubj:pass", "obj", "mark", "det"].contains(tokens[$0].deprel)
      }),
      sentence.contains(where: {
        $0 > pronoun && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }),
      let clause = contentWithoutSubject(of: verb, on: noun, sentence, tokens)
    else { return }
    if tokens[clause].head != verb { hang(clause, on: verb, as: "ccomp", &tokens) }
    let isPassive = sentence.contains { tokens[$0].head == clause && tokens[$0].deprel == "aux:pass" }
    hang(pronoun, on: clause, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
  }

  /// What stands directly behind a verb of saying, finite and without a subject: its complement, or what the parser has
  /// for one more clause of the same noun.
  private func contentWithoutSubject(
    of verb: Int, on noun: Int, _ sentence: Range<Int>, _ tokens: [Token]
  ) -> Int? {
    sentence.first { clause in
      guard clause > verb,
        tokens[clause].head == verb && tokens[clause].deprel == "ccomp"
          || tokens[clause].head == noun && ["acl:relcl", "acl"].contains(tokens[clause].deprel)
      else { return false }
      let children = sentence.filter { tokens[$0].head == clause }
      let isFinite =
        ["VBD", "VBZ", "VBP"].contains(tokens[clause].xpos)
        || children.contains { $0 > verb && ["aux", "aux:pass", "cop"].contains(tokens[$0].deprel) }
      guard isFinite,
        !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "mark" })
      else { return false }
      return tokens[clause].head == verb || sentence.first { isBelow($0, clause, tokens) } == verb + 1
    }
  }
}
