import TextAnalysis

/// Repairs of what goes on behind the first thing that somebody says, and of what he says last.
extension TreeRepair {
  /// `The bank says the records are genuine but were drawn up by a clerk`, with the bank for what was drawn up: a verb in the plural
  /// goes on with what is in the plural, and a bank that says is one.
  func lowerPluralIntoContent(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "conj", let saying = tokens[verb].head, saying < verb,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let content = sentence.last(where: {
        $0 > saying && $0 < verb && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      let helper = sentence.first(where: {
        $0 < verb && tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "cop")
      }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }),
      let speaker = number(ofSubjectOf: saying, sentence, tokens),
      let spoken = number(ofSubjectOf: content, sentence, tokens), speaker != spoken
    else { return }
    let isPlural = ["were", "are", "have"].contains(tokens[helper].lower)
    let isSingular = ["was", "is", "has"].contains(tokens[helper].lower)
    guard isPlural && spoken == .plural || isSingular && spoken == .singular else { return }
    tokens[verb].head = content
  }

  private enum GrammaticalNumber { case singular, plural }

  /// Nil where there is no subject, or it may be one or many.
  private func number(ofSubjectOf verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> GrammaticalNumber? {
    guard
      let subject = sentence.first(where: {
        $0 < verb && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return nil }
    if sentence.contains(where: { tokens[$0].head == subject && tokens[$0].deprel == "conj" }) { return .plural }
    if ["he", "she", "it"].contains(tokens[subject].lower) { return .singular }
    if ["they", "we", "people", "police"].contains(tokens[subject].lower) { return .plural }
    switch tokens[subject].xpos {
    case "NN", "NNP": return .singular
    case "NNS": return .plural
    default: return nil
    }
  }

  /// `said soldiers sent to the village had found no trace`, with the sending and the finding for two things said: where the second
  /// has no subject and nothing parts the two, the first describes who did the second.
  func lowerFirstOfTwo(_ deed: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[deed].deprel == "ccomp", tokens[deed].xpos == "VBD", let saying = tokens[deed].head, saying < deed,
      let noun = sentence.first(where: {
        $0 > saying && tokens[$0].head == deed && tokens[$0].deprel == "nsubj"
      }), noun == deed - 1, [.noun, .properNoun].contains(tokens[noun].upos),
      let second = sentence.first(where: {
        $0 > deed && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      !sentence.contains(where: {
        tokens[$0].head == second
          && (tokens[$0].deprel.hasPrefix("nsubj") || ["cc", "mark", "expl"].contains(tokens[$0].deprel))
          || tokens[$0].head == deed
            && (tokens[$0].deprel.hasPrefix("aux") || ["obj", "ccomp"].contains(tokens[$0].deprel))
      }),
      !deed.upTo(second).contains(where: {
        tokens[$0].upos == .punctuation || tokens[$0].upos == .coordinatingConjunction
      }),
      (deed + 1).through(second).contains(where: {
        ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) && ($0 == second || tokens[$0].head == second)
      })
    else { return }
    tokens[deed].xpos = "VBN"
    hang(deed, on: noun, as: "acl", &tokens)
    hang(noun, on: second, as: "nsubj", &tokens)
  }

  /// `said S and that, contrary to rumours, T`, with the contrary for what is said: what `and that` opens is said as well, and what
  /// stands between commas right behind it is set in.
  func joinContentBehindThat(_ that: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[that].lower == "that", that - 1 > sentence.lowerBound, tokens[that - 1].lower == "and",
      that + 1 < sentence.upperBound, tokens[that + 1].form == ",",
      let comma = (that + 2).upTo(sentence.upperBound).first(where: { tokens[$0].form == "," }),
      let clause = sentence.first(where: { index in
        index > comma && ["ccomp", "conj"].contains(tokens[index].deprel)
          && tokens[index].head.map { $0 < that } ?? false
          && sentence.contains { $0 > comma && tokens[$0].head == index && tokens[$0].deprel.hasPrefix("nsubj") }
      }), let saying = tokens[clause].head,
      let first = sentence.first(where: {
        $0 > saying && $0 < that - 1 && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      })
    else { return }
    for index in (that + 2).upTo(comma) where !(that + 2).upTo(comma).contains(tokens[index].head ?? -1) {
      hang(
        index, on: clause, as: ["ccomp", "conj"].contains(tokens[index].deprel) ? "advcl" : tokens[index].deprel,
        &tokens)
    }
    hang(clause, on: first, as: "conj", &tokens)
    hang(that, on: clause, as: "mark", &tokens)
    tokens[that].upos = .subordinatingConjunction
    tokens[that].xpos = "IN"
    hang(that - 1, on: clause, as: "cc", &tokens)
    for index in sentence where tokens[index].upos == .punctuation {
      if let head = tokens[index].head, that.upTo(comma).contains(head), head != clause,
        index == that + 1 || index == comma
      {
        tokens[index].head = clause
      }
    }
  }

  /// `said that S and that at least 12 ballots were void`, with `that` for a second subject: in front of a subject it marks what is
  /// said.
  func makeSecondThatMark(_ that: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[that].lower == "that", tokens[that].deprel == "nsubj", that > sentence.lowerBound,
      tokens[that - 1].upos == .coordinatingConjunction, let clause = tokens[that].head, clause > that,
      tokens[clause].deprel == "conj", let saying = tokens[clause].head, saying < that,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true || tokens[saying].deprel == "ccomp",
      sentence.contains(where: {
        $0 > that && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    tokens[that].upos = .subordinatingConjunction
    tokens[that].xpos = "IN"
    tokens[that].deprel = "mark"
  }

  /// `"S," says X, a welder who worked there and who says T`, with S for what the second saying says: what stands in front of a
  /// verb of saying that has no content of its own is what that one says.
  func returnFrontedContent(_ content: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[content].deprel == "ccomp", let second = tokens[content].head, second > content,
      let first = (content + 1).upTo(second).first(where: {
        tokens[$0].head == nil && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos)
          && cues.verb(tokens[$0].lemma.lowercased())?.takes(.clause) == true
      }), isBelow(second, first, tokens),
      !sentence.contains(where: { tokens[$0].head == first && ["ccomp", "obj"].contains(tokens[$0].deprel) }),
      sentence.contains(where: { tokens[$0].head == second && $0 > second && tokens[$0].deprel == "ccomp" }),
      (content + 1).upTo(first).contains(where: { tokens[$0].upos == .punctuation })
    else { return }
    hang(content, on: first, as: "ccomp", &tokens)
    // `a welder who worked there for years and who says T`: the welder says it.
    guard
      let who = first.upTo(second).first(where: {
        tokens[$0].head == second && ["who", "which"].contains(tokens[$0].lower)
      }),
      tokens[second].deprel == "conj",
      let relative = first.upTo(who).last(where: { tokens[$0].deprel == "acl:relcl" && isBelow(second, $0, tokens) })
    else { return }
    tokens[second].head = relative
  }

  /// `S, it assured.`, with nobody for who assured it: without an auxiliary, what a subject and a comma part from a clause says it.
  func makeTrailingPast(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBN", "VBD"].contains(tokens[verb].xpos),
      ["advcl", "conj", "parataxis", "acl"].contains(tokens[verb].deprel),
      let clause = tokens[verb].head, clause < verb, verb + 1 < sentence.upperBound,
      tokens[verb + 1].upos == .punctuation, closesWithStop((verb + 1).upTo(sentence.upperBound), tokens),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      let subject = sentence.first(where: {
        tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") && $0 > clause && $0 < verb
      }), case let start = startOfPhrase(subject, sentence, tokens), tokens[start - 1].form == ",",
      (subject + 1).upTo(verb).allSatisfy({ tokens[$0].upos == .adverb }),
      !["who", "which", "that"].contains(tokens[subject].lower),
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("aux") || ["cc", "mark", "obj", "ccomp"].contains(tokens[$0].deprel))
      })
    else { return }
    tokens[verb].xpos = "VBD"
    tokens[verb].deprel = "parataxis"
    tokens[subject].deprel = "nsubj"
  }
}
