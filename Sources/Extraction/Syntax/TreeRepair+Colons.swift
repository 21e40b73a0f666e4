import TextAnalysis

/// Repairs of what stands on the two sides of a colon.
extension TreeRepair {
  /// `replied: "Never. I do not hunt."`, with a reply that never came: a word behind a colon and a mark of quotation is what is said.
  func releaseQuotedWord(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["advmod", "discourse"].contains(tokens[word].deprel), let verb = tokens[word].head, verb < word - 1,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.quote) == true,
      (verb..<word).contains(where: { tokens[$0].form == ":" }),
      (verb..<word).contains(where: { ["\"", "“", "``"].contains(tokens[$0].form) })
    else { return }
    tokens[word].deprel = "parataxis"
  }

  /// `Asked whether S, the minister replied: "T"`, with the asking for what he tells: a participle that opens the sentence and has
  /// no subject goes with the verb of saying behind the comma.
  func lowerAsked(_ asked: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard asked == sentence.lowerBound, ["VBN", "VBD"].contains(tokens[asked].xpos), tokens[asked].head == nil,
      let saying = sentence.first(where: {
        $0 > asked && isBelow($0, asked, tokens) && ["parataxis", "ccomp", "conj"].contains(tokens[$0].deprel)
          && ["VBD", "VBZ", "VBP", "VBN"].contains(tokens[$0].xpos) && cues.verb(tokens[$0].lemma.lowercased()) != nil
          && isPlainPast($0, sentence, tokens)
      }),
      let subject = sentence.first(where: { tokens[$0].head == saying && tokens[$0].deprel == "nsubj" }),
      (asked..<subject).contains(where: { tokens[$0].form == "," }),
      !sentence.contains(where: { tokens[$0].head == asked && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    put(saying, inPlaceOf: asked, &tokens)
    hang(asked, on: saying, as: "advcl", &tokens)
    tokens[saying].xpos = tokens[saying].xpos == "VBN" ? "VBD" : tokens[saying].xpos
    for index in sentence where index > saying && tokens[index].head == asked { tokens[index].head = saying }
  }

  private func isPlainPast(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    !sentence.contains { tokens[$0].head == verb && $0 < verb && tokens[$0].deprel.hasPrefix("aux") }
  }

  /// `The lawyer disputed this: the man, he said, was in Vienna`, with the dispute for what he said: words between commas behind a
  /// colon attribute what is behind it.
  func raiseBeforeColon(_ front: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[front].deprel == "ccomp", tokens[front].upos == .verb, let saying = tokens[front].head, front < saying,
      cues.verb(tokens[front].lemma.lowercased())?.stance == .denies,
      let colon = (front..<saying).first(where: { tokens[$0].form == ":" }),
      let subject = (colon..<saying).last(where: {
        tokens[$0].head == saying && tokens[$0].deprel == "nsubj"
      }),
      let told = sentence.first(where: {
        $0 > colon && tokens[$0].head == front && tokens[$0].deprel == "parataxis"
          && ($0 > saying || $0 < subject)
      })
    else { return }
    put(front, inPlaceOf: saying, &tokens)
    hang(saying, on: front, as: "parataxis", &tokens)
    hang(told, on: saying, as: "ccomp", &tokens)
  }
}
