import TextAnalysis

/// Repairs of what stands on the two sides of a colon.
extension TreeRepair {
  /// `replied: "Never. I do not hunt."`, with a reply that never came: a word behind a colon and a mark of quotation is what is said.
  func releaseQuotedWord(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["advmod", "discourse"].contains(tokens[word].deprel), let verb = tokens[word].head, verb < word - 1,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.quote) == true,
      tokens[verb].lemma.lowercased() != "ask", word + 1 >= sentence.upperBound || tokens[word + 1].form != "?",
      verb.upTo(word).contains(where: { tokens[$0].form == ":" }),
      verb.upTo(word).contains(where: { ["\"", "“", "``"].contains(tokens[$0].form) })
    else { return }
    tokens[word].deprel = "parataxis"
  }

  /// `Asked whether S, the minister replied: "T"`, with the asking for what he tells: a participle that opens the sentence and has
  /// no subject goes with the verb of saying behind the comma.
  func lowerAsked(_ asked: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard asked == sentence.lowerBound, ["VBN", "VBD"].contains(tokens[asked].xpos), tokens[asked].head == nil,
      tokens[asked].deprel == "root",
      let saying = sentence.first(where: {
        $0 > asked && isBelow($0, asked, tokens) && ["parataxis", "ccomp", "conj"].contains(tokens[$0].deprel)
          && ["VBD", "VBZ", "VBP", "VBN"].contains(tokens[$0].xpos) && cues.verb(tokens[$0].lemma.lowercased()) != nil
          && isPlainPast($0, sentence, tokens)
      }),
      let subject = sentence.first(where: { tokens[$0].head == saying && tokens[$0].deprel == "nsubj" }),
      asked.upTo(subject).contains(where: { tokens[$0].form == "," }),
      !sentence.contains(where: { tokens[$0].head == asked && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    put(saying, inPlaceOf: asked, &tokens)
    hang(asked, on: saying, as: "advcl", &tokens)
    tokens[saying].xpos = tokens[saying].xpos == "VBN" ? "VBD" : tokens[saying].xpos
    for index in sentence where index > saying && tokens[index].head == asked { tokens[index].head = saying }
  }

  /// `Asked about it, a spokesman, Omar Tal, said S`, with the spokesman for who asked: behind the comma stands who answers.
  func releaseAnswerer(_ asked: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard asked == sentence.lowerBound, ["VBN", "VBD"].contains(tokens[asked].xpos), let saying = tokens[asked].head,
      saying > asked, tokens[asked].deprel == "ccomp", cues.verb(tokens[saying].lemma.lowercased()) != nil,
      let comma = asked.upTo(saying).first(where: { tokens[$0].form == "," })
    else { return }
    let subject = sentence.first {
      $0 > comma && $0 < saying && (tokens[$0].head == asked || tokens[$0].head == saying)
        && tokens[$0].deprel.hasPrefix("nsubj")
    }
    guard let subject else {
      // Nobody says that he asked about something.
      guard tokens[asked].lower == "asked",
        ["about", "whether", "if", "why", "how", "by"].contains(tokens[asked + 1].lower)
      else { return }
      hang(asked, on: saying, as: "advcl", &tokens)
      tokens[asked].xpos = "VBN"
      return
    }
    let own = sentence.first { tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj") && $0 < saying }
    hang(asked, on: saying, as: "advcl", &tokens)
    tokens[asked].xpos = "VBN"
    hang(subject, on: saying, as: "nsubj", &tokens)
    if let own, own > subject { hang(own, on: subject, as: "appos", &tokens) }
  }

  /// `it had, she said, cost nine lives`, with two things that she said: what stands in front of the aside is the auxiliary of the
  /// participle behind it.
  func joinPartedAuxiliary(_ auxiliary: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[auxiliary].deprel == "ccomp", ["had", "has", "have"].contains(tokens[auxiliary].lower),
      let saying = tokens[auxiliary].head, auxiliary + 1 < saying, saying - auxiliary <= 6,
      tokens[auxiliary + 1].form == ",", saying + 1 < sentence.upperBound, tokens[saying + 1].form == ",",
      let verb = sentence.first(where: {
        $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" && tokens[$0].upos == .verb
      }), ["VBN", "VBD", "VB"].contains(tokens[verb].xpos),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    for index in sentence where tokens[index].head == auxiliary { tokens[index].head = verb }
    tokens[auxiliary].upos = .auxiliary
    hang(auxiliary, on: verb, as: "aux", &tokens)
    tokens[verb].xpos = "VBN"
  }

  /// `Lamb said that he had been dragged away by men, one of whom, he testified, was Rennie`, with Lamb's saying for what he
  /// testified: a pronoun between commas takes up who speaks, and the first verb of saying is the main one.
  func raiseBeforeAside(_ front: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[front].deprel == "ccomp", let aside = tokens[front].head, front < aside,
      let cue = cues.verb(tokens[front].lemma.lowercased()), cue.takes(.clause), cue.attributive == .yes,
      let content = sentence.first(where: { $0 > front && tokens[$0].head == front && tokens[$0].deprel == "ccomp" }),
      content < aside,
      sentence.contains(where: { tokens[$0].head == content && tokens[$0].lower == "that" }),
      let pronoun = sentence.first(where: {
        $0 < aside && tokens[$0].head == aside && tokens[$0].deprel == "nsubj" && tokens[$0].upos == .pronoun
      }), pronoun == aside - 1, tokens[pronoun - 1].form == ",", aside + 1 < sentence.upperBound,
      tokens[aside + 1].form == ",",
      sentence.contains(where: { tokens[$0].head == front && tokens[$0].deprel == "nsubj" && $0 < front })
    else { return }
    put(front, inPlaceOf: aside, &tokens)
    hang(aside, on: front, as: "parataxis", &tokens)
  }

  /// `An adviser contradicted him: "S," she said`, with the contradicting for what she said: a quotation between a colon and a
  /// pronoun's saying is what is said.
  func returnQuotedBehindColon(_ saying: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[saying].deprel == "parataxis", let front = tokens[saying].head, front < saying,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.quote) == true,
      let subject = sentence.first(where: {
        tokens[$0].head == saying && tokens[$0].deprel == "nsubj" && tokens[$0].upos == .pronoun
      }), subject == saying - 1, ["\"", "”", "''"].contains(tokens[subject - 1].form),
      let colon = front.upTo(subject).first(where: { tokens[$0].form == ":" }),
      let said = sentence.first(where: {
        $0 > colon && $0 < subject && tokens[$0].head == front && ["parataxis", "ccomp"].contains(tokens[$0].deprel)
      }), ["\"", "“", "``"].contains(tokens[colon + 1].form)
    else { return }
    hang(said, on: saying, as: "ccomp", &tokens)
  }

  private func isPlainPast(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    !sentence.contains { tokens[$0].head == verb && $0 < verb && tokens[$0].deprel.hasPrefix("aux") }
  }

  /// `The lawyer disputed this: the man, he said, was in Vienna`, `X called it S; it had, she said, T`, with the dispute for what he
  /// said: words between commas behind a colon or semicolon attribute what is behind it.
  func raiseBeforeColon(_ front: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[front].deprel == "ccomp", tokens[front].upos == .verb, let saying = tokens[front].head, front < saying,
      let colon = front.upTo(saying).first(where: { [":", ";"].contains(tokens[$0].form) }),
      tokens[colon].form == ";" || cues.verb(tokens[front].lemma.lowercased())?.stance == .denies,
      let subject = colon.upTo(saying).last(where: {
        tokens[$0].head == saying && tokens[$0].deprel == "nsubj"
      }), subject == saying - 1, tokens[subject - 1].form == ",", saying + 1 < sentence.upperBound,
      tokens[saying + 1].form == ",",
      // What a name says set apart may be told of all that stands in front of it.
      tokens[colon].form == ":"
        || tokens[subject].upos == .pronoun && tokens[front].deprel == "ccomp"
          && AttributionRule.predicating.contains(tokens[front].lemma.lowercased()),
      let told = sentence.first(where: {
        $0 > colon && tokens[$0].head == front && ["parataxis", "advcl", "conj", "ccomp"].contains(tokens[$0].deprel)
          && ($0 > saying || $0 < subject)
      })
    else { return }
    put(front, inPlaceOf: saying, &tokens)
    hang(saying, on: front, as: "parataxis", &tokens)
    hang(told, on: saying, as: "ccomp", &tokens)
  }
}
