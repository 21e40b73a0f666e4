import TextAnalysis

/// Repairs of contents that fall apart: a second finite verb below the verb of saying, without a subject, whose subject the
/// parser has left in the first half.
extension TreeRepair {
  /// `said it had shut the line after a leak near X spilled N`, with the spilling for a second thing said: what a conjunction of
  /// time opens goes up to the verb that has no subject.
  func raiseClauseBehindPreposition(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard isSubjectless(verb, sentence, tokens), let saying = tokens[verb].head, saying < verb,
      let first = sentence.first(where: {
        $0 > saying && $0 < verb && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      let noun = sentence.last(where: {
        $0 > first && $0 < verb && tokens[$0].head == first && tokens[$0].deprel == "obl" && isNominal($0, tokens)
      }),
      let mark = sentence.first(where: { $0 < noun && tokens[$0].head == noun && tokens[$0].deprel == "case" }),
      ["after", "before", "since", "until", "as"].contains(tokens[mark].lower), mark > first,
      (mark + 1).upTo(verb).allSatisfy({ isBelow($0, noun, tokens) && tokens[$0].form != "," })
    else { return }
    hang(verb, on: first, as: "advcl", &tokens)
    hang(mark, on: verb, as: "mark", &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  /// `conceded that a January spill from X released N`, with the spill for a verb: a base form with an article in front and no
  /// auxiliary is a noun, and what the next verb does, it does.
  func makeSubjectOfSecond(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].xpos == "VB", tokens[noun].deprel == "ccomp", let saying = tokens[noun].head, saying < noun,
      let verb = sentence.first(where: { $0 > noun && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" }),
      isSubjectless(verb, sentence, tokens),
      let modifier = sentence.first(where: {
        $0 > saying && $0 < noun && tokens[$0].head == noun && isSubject($0, tokens)
      }),
      modifier == noun - 1, isNominal(modifier, tokens),
      let article = sentence.first(where: { $0 < modifier && tokens[$0].head == modifier && tokens[$0].deprel == "det" }
      ),
      !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel.hasPrefix("aux") })
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NN"
    for index in sentence where tokens[index].head == noun {
      if index < noun, ["mark", "advmod", "cc", "punct"].contains(tokens[index].deprel) { tokens[index].head = verb }
      if index > noun, tokens[index].deprel == "obl" { tokens[index].deprel = "nmod" }
    }
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(modifier, on: noun, as: "compound", &tokens)
    tokens[article].head = noun
  }

  /// `two men have since succumbed`, with the having for what is said: the participle behind `have` and an adverb of time, whatever
  /// it hangs on, is the verb.
  func joinDistantPerfect(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let (adverb, have) = (participle - 1, participle - 2)
    guard tokens[participle].xpos == "VBN", ["ccomp", "advcl", "acl", "xcomp"].contains(tokens[participle].deprel),
      have > sentence.lowerBound, ["since", "already", "now", "also", "yet", "still"].contains(tokens[adverb].lower),
      ["have", "has", "had"].contains(tokens[have].lower), tokens[adverb].head == participle,
      ["ccomp", "root", "conj", "parataxis", "advcl"].contains(tokens[have].deprel),
      sentence.contains(where: { $0 < have && tokens[$0].head == have && isSubject($0, tokens) }),
      !sentence.contains(where: { $0 > have && tokens[$0].head == have && tokens[$0].deprel == "obj" })
    else { return }
    makeAuxiliary(have, of: participle, sentence, &tokens)
    tokens[adverb].upos = .adverb
    tokens[adverb].xpos = "RB"
  }

  /// `told analysts on a call that outflows since Friday amounted to N`, with `that` for a pointing word: in front of a plural it
  /// points at nothing, so it opens what was told.
  func makeToldClause(_ that: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[that].lower == "that", tokens[that].deprel == "det", let subject = tokens[that].head,
      subject > that, tokens[subject].xpos == "NNS",
      let verb = sentence.first(where: { $0 > subject && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos) }),
      let saying = tokens[verb].head, saying < that, ["advcl", "ccomp", "parataxis"].contains(tokens[verb].deprel),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) ?? false,
      !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) }),
      !sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel == "ccomp" && $0 != verb }),
      !isBelow(verb, subject, tokens)
    else { return }
    hang(verb, on: saying, as: "ccomp", &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(that, on: verb, as: "mark", &tokens)
    tokens[that].upos = .subordinatingConjunction
    tokens[that].xpos = "IN"
  }

  /// `told the agency the magazine stood by its reporting`, with the magazine for a second hearer: nobody is told twice, and
  /// what stands behind it is what it did.
  func makeSecondHearerSubject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "iobj", let saying = tokens[noun].head, saying < noun, tokens[saying].lemma == "tell",
      sentence.contains(where: { $0 > saying && $0 < noun && tokens[$0].head == saying && tokens[$0].deprel == "iobj" }
      ),
      let verb = sentence.first(where: {
        $0 > noun
          && (tokens[$0].head == noun && tokens[$0].deprel.hasPrefix("acl")
            || tokens[$0].head == saying && tokens[$0].deprel == "ccomp")
      }),
      ["VBN", "VBD"].contains(tokens[verb].xpos),
      !sentence.contains(where: {
        tokens[$0].head == verb && (isSubject($0, tokens) || tokens[$0].deprel.hasPrefix("aux"))
      }),
      !sentence.contains(where: { $0 != verb && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" }),
      (noun + 1).upTo(verb).allSatisfy({ tokens[$0].upos != .punctuation && tokens[$0].deprel != "mark" })
    else { return }
    hang(verb, on: saying, as: "ccomp", &tokens)
    tokens[verb].xpos = "VBD"
    hang(noun, on: verb, as: "nsubj", &tokens)
    for index in sentence where tokens[index].head == verb && tokens[index].deprel == "obl:agent" {
      tokens[index].deprel = "obl"
    }
  }

  /// `At noon, the Ministry of Defense reports, units opened fire`, with reports of the ministry: between commas, beside another
  /// subject of the verb, stands who says so.
  func makeSetInSaying(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].xpos == "NNS", ["nmod", "compound", "flat", "appos"].contains(tokens[word].deprel),
      let subject = tokens[word].head, subject < word, isSubject(subject, tokens), let verb = tokens[subject].head,
      verb > word + 1, tokens[word + 1].form == ",", let stem = sayingStem(ofPlural: tokens[word].lower),
      sentence.contains(where: { $0 > word && $0 < verb && tokens[$0].head == verb && isSubject($0, tokens) }),
      case let start = startOfPhrase(subject, sentence, tokens), start > sentence.lowerBound,
      tokens[start - 1].form == ","
    else { return }
    makePresent(word, stem, &tokens)
    hang(word, on: verb, as: "parataxis", &tokens)
    hang(subject, on: word, as: "nsubj", &tokens)
    for mark in [start - 1, word + 1] { hang(mark, on: word, as: "punct", &tokens) }
  }

  private func isSubjectless(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[verb].deprel == "ccomp" && ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos) && verb > sentence.lowerBound
      && ![",", ":", ";"].contains(tokens[verb - 1].form)
      && !sentence.contains(where: {
        tokens[$0].head == verb && $0 < verb
          && (isSubject($0, tokens) || ["mark", "cc", "aux", "expl"].contains(tokens[$0].deprel))
      })
  }
}
