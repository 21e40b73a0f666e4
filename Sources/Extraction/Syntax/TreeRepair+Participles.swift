import TextAnalysis

/// Repairs of participles that go on with what somebody says, and of further clauses that he says.
extension TreeRepair {
  /// `denied that, saying S`, with `that` for who says S: what stands between a verb and the comma is the verb's object.
  func releaseDeniedPronoun(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard isSayingParticiple(participle, tokens), participle > sentence.lowerBound,
      tokens[participle - 1].form == ",", let verb = tokens[participle].head, verb < participle,
      let stray = sentence.first(where: {
        $0 > verb && $0 < participle - 1 && tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      !sentence.contains(where: {
        tokens[$0].head == verb && ["obj", "ccomp"].contains(tokens[$0].deprel) && $0 < participle
      })
    else { return }
    hang(stray, on: verb, as: "obj", &tokens)
    tokens[participle].deprel = "advcl"
  }

  /// `denied the report, which cited papers, calling it false`: behind a clause between commas a participle of saying goes on
  /// with the one who spoke in front of it.
  func releaseFromRelative(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard isSayingParticiple(participle, tokens), participle > sentence.lowerBound,
      tokens[participle - 1].form == ",",
      ["advcl", "conj", "acl", "xcomp", "ccomp"].contains(tokens[participle].deprel),
      let relative = tokens[participle].head, relative < participle, tokens[relative].deprel == "acl:relcl",
      let noun = tokens[relative].head, noun < relative,
      cues.verb(tokens[relative].lemma.lowercased())?.attributive != .yes,
      let pronoun = (noun + 1).upTo(relative).first(where: { Self.relatives.contains(tokens[$0].lower) }),
      pronoun > sentence.lowerBound, tokens[pronoun - 1].form == ",",
      let verb = verbAbove(noun, tokens), verb < noun,
      cues.verb(tokens[verb].lemma.lowercased())?.attributive == .yes
    else { return }
    hang(participle, on: verb, as: "advcl", &tokens)
  }

  private static let relatives: Set<String> = ["which", "who", "whose", "where", "whom"]

  /// `dismissed the criticism, arguing S`, with S hung on `dismissed`: a clause directly behind a participle of saying is what
  /// it says.
  func returnToParticiple(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["ccomp", "parataxis"].contains(tokens[clause].deprel), let verb = tokens[clause].head, verb < clause,
      let opening = sentence.first(where: { isBelow($0, clause, tokens) }), opening - 1 > verb
    else { return }
    if returnWithSubject(clause, opening, verb, sentence, &tokens) { return }
    guard case let participle = opening - 1, isSayingParticiple(participle, tokens), tokens[participle].head == verb,
      cues.verb(tokens[participle].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: {
        tokens[$0].head == participle && ["ccomp", "obj", "xcomp"].contains(tokens[$0].deprel)
      }),
      sentence.contains(where: { tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    hang(clause, on: participle, as: "ccomp", &tokens)
    if tokens[participle].deprel != "acl" { tokens[participle].deprel = "advcl" }
  }

  /// `rejected the appeal, finding the witness had lied`, with the witness for what is found and the lie for what the court
  /// rejected.
  private func returnWithSubject(
    _ clause: Int, _ opening: Int, _ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]
  ) -> Bool {
    let subject = opening - 1
    guard tokens[subject].deprel == "obj", isNounLike(subject, tokens), let participle = tokens[subject].head,
      participle < subject, isSayingParticiple(participle, tokens), tokens[participle].head == verb,
      cues.verb(tokens[participle].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: {
        tokens[$0].head == clause && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "mark")
      }),
      ["VBD", "VBZ", "VBP", "MD"].contains(tokens[opening].xpos)
    else { return false }
    hang(clause, on: participle, as: "ccomp", &tokens)
    hang(subject, on: clause, as: "nsubj", &tokens)
    return true
  }

  /// `said sales had risen`, with `had` and `risen` for two things said: in front of a participle `had` helps it.
  func joinPerfect(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let have = participle - 1
    guard tokens[participle].xpos == "VBN", have > sentence.lowerBound, tokens[have].lemma.lowercased() == "have",
      ["VBD", "VBZ", "VBP"].contains(tokens[have].xpos), tokens[have].deprel == "ccomp",
      tokens[participle].deprel == "ccomp", let saying = tokens[have].head, saying < have,
      tokens[participle].head == saying
    else { return }
    makeAuxiliary(have, of: participle, sentence, &tokens)
  }

  /// `denies that he met S`, with S for what `denies` is: a clause with `that` directly behind a verb of saying is what is
  /// said.
  func returnThatClause(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel.hasPrefix("acl"), let verb = tokens[clause].head, verb < clause,
      tokens[verb].upos == .verb, cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      verb + 1 < clause, tokens[verb + 1].lower == "that", tokens[verb + 1].head == clause,
      sentence.contains(where: {
        $0 > verb + 1 && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      !sentence.contains(where: { tokens[$0].head == verb && ["ccomp", "obj"].contains(tokens[$0].deprel) })
    else { return }
    tokens[clause].deprel = "ccomp"
    tokens[verb + 1].deprel = "mark"
    tokens[verb + 1].upos = .subordinatingConjunction
    tokens[verb + 1].xpos = "IN"
  }

  /// `Asked whether he knew, the general said`, with the asking for what he said: a past tense that opens a sentence without
  /// a subject is a participle.
  func lowerOpeningParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard participle == sentence.lowerBound, ["VBD", "VBN"].contains(tokens[participle].xpos),
      tokens[participle].deprel == "ccomp", let saying = tokens[participle].head, saying > participle,
      tokens[saying].upos == .verb, participle.upTo(saying).contains(where: { tokens[$0].form == "," }),
      !sentence.contains(where: {
        tokens[$0].head == participle
          && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      }),
      sentence.contains(where: {
        $0 < saying && tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj")
      })
    else { return }
    tokens[participle].xpos = "VBN"
    tokens[participle].deprel = "advcl"
  }

  /// `The accused said`, with the article at the verb: it belongs to what stands behind it.
  func returnArticle(_ article: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let noun = article + 1
    guard tokens[article].xpos == "DT", tokens[article].deprel == "det", noun < sentence.upperBound,
      let verb = tokens[article].head, verb > noun, tokens[verb].upos == .verb, tokens[noun].head == verb,
      tokens[noun].deprel.hasPrefix("nsubj"), [.verb, .adjective].contains(tokens[noun].upos)
    else { return }
    tokens[article].head = noun
  }

  /// `said S, warning that T`, with a warning for a noun: behind a comma and in front of `that`, it is what the speaker does.
  func makeParticipleOfSaying(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .noun, tokens[noun].lower.hasSuffix("ing"), noun > sentence.lowerBound,
      tokens[noun - 1].form == ",", noun + 2 < sentence.upperBound, tokens[noun + 1].lower == "that",
      !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "cop" }),
      let stem = sayingStem(of: tokens[noun].lower), let host = tokens[noun].head, host < noun,
      let clause = sentence.first(where: {
        $0 > noun + 1 && tokens[$0].head == noun && ["acl", "acl:relcl", "ccomp"].contains(tokens[$0].deprel)
      }), let verb = verbAbove(noun, tokens)
    else { return }
    var saying = verb
    if tokens[verb].deprel == "ccomp", let above = tokens[verb].head, above < verb,
      cues.verb(tokens[above].lemma.lowercased())?.takes(.clause) == true
    {
      saying = above
    }
    tokens[noun].upos = .verb
    tokens[noun].xpos = "VBG"
    tokens[noun].lemma = stem
    hang(noun, on: saying, as: "advcl", &tokens)
    tokens[clause].deprel = "ccomp"
    hang(noun + 1, on: clause, as: "mark", &tokens)
    tokens[noun + 1].upos = .subordinatingConjunction
    tokens[noun + 1].xpos = "IN"
  }

  /// `The general told reporters that S`, read as general, told reporters: an adjective with an article directly in front of a
  /// verb of saying in the past tense is who says it.
  func makeSpeakerOfAdjective(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let speaker = verb - 1
    guard tokens[verb].xpos == "VBD", tokens[verb].deprel == "amod", let hearer = tokens[verb].head, hearer > verb,
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause), speaker - 1 >= sentence.lowerBound,
      [.adjective, .noun].contains(tokens[speaker].upos),
      tokens[speaker].head == verb || tokens[speaker].head == hearer,
      tokens[speaker - 1].upos == .determiner, tokens[speaker - 1].head == verb || tokens[speaker - 1].head == hearer
    else { return }
    put(verb, inPlaceOf: hearer, &tokens)
    hang(speaker, on: verb, as: "nsubj", &tokens)
    hang(speaker - 1, on: speaker, as: "det", &tokens)
    if tokens[speaker].upos == .adjective {
      tokens[speaker].upos = .noun
      tokens[speaker].xpos = "NN"
    }
    hang(hearer, on: verb, as: cue.addressee == "object" ? "iobj" : "obj", &tokens)
    for index in sentence where index > hearer && tokens[index].head == hearer {
      if ["ccomp", "punct", "acl", "acl:relcl", "advcl", "parataxis"].contains(tokens[index].deprel) {
        tokens[index].head = verb
        if tokens[index].deprel.hasPrefix("acl") { tokens[index].deprel = "ccomp" }
      }
    }
  }

  /// `said that A and that B`, with B beside the saying: what `that` marks behind a complement is said as well.
  func joinSecondContent(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "conj", let saying = tokens[clause].head, saying < clause,
      // `said he trusts them and that T`: T goes with what is trusted only where the trusting is not said itself.
      tokens[saying].deprel != "ccomp", cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      sentence.contains(where: {
        tokens[$0].head == clause && tokens[$0].lower == "that" && tokens[$0].deprel == "mark" && $0 < clause
      }),
      let first = sentence.first(where: {
        $0 > saying && $0 < clause && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      })
    else { return }
    tokens[clause].head = first
  }

  /// `a statement saying A and denying that B`, with `denying` as something said: two participles of saying go together.
  func joinParticiples(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard isSayingParticiple(second, tokens), tokens[second].deprel == "conj", let content = tokens[second].head,
      content < second, tokens[content].deprel == "ccomp", let first = tokens[content].head, first < content,
      isSayingParticiple(first, tokens), tokens[content].xpos != "VBG",
      !sentence.contains(where: {
        tokens[$0].head == second && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      })
    else { return }
    tokens[second].head = first
  }

  /// `According to X, citing Y, S`, with the citing for what happens in S: directly behind the source it is the source's.
  func lowerCiting(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[participle].xpos == "VBG", ["cite", "quote"].contains(tokens[participle].lemma.lowercased()),
      participle - 2 > sentence.lowerBound, tokens[participle - 1].form == ",", let host = tokens[participle].head,
      host > participle,
      let source = sentence.first(where: { index in
        index < participle - 1 && index != participle
          && sentence.contains { tokens[$0].head == index && tokens[$0].lower == "according" && $0 < index }
      }), isBelow(participle - 2, source, tokens)
    else { return }
    hang(participle, on: source, as: "acl", &tokens)
  }

  /// `Ann Lee, citing the letters, accused the mayor`, with the citing for the main verb and the letters for who accused: a
  /// participle without an auxiliary is none, and the past tense behind the second comma is.
  func raiseVerbBehindParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[participle].xpos == "VBG", participle - 1 > sentence.lowerBound, tokens[participle - 1].form == ",",
      let subject = subjectOfParticiple(participle, sentence, tokens), isNounLike(subject, tokens),
      subject < participle - 1, isBelow(participle - 2, subject, tokens),
      !sentence.contains(where: {
        tokens[$0].head == participle && (tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "cop")
      }),
      let comma = (participle + 1).upTo(sentence.upperBound).first(where: { tokens[$0].form == "," }),
      let verb = (comma + 1).upTo(sentence.upperBound).first(where: { tokens[$0].upos != .adverb }),
      tokens[verb].upos == .verb, ["VBD", "VBN"].contains(tokens[verb].xpos), isBelow(verb, participle, tokens),
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "cc")
      })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    tokens[verb].xpos = "VBD"
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(participle, on: verb, as: "advcl", &tokens)
    for index in sentence where index > verb && [participle, subject].contains(tokens[index].head) {
      tokens[index].head = verb
    }
  }

  /// Of a participle that is the main verb its subject; of one below the main noun that noun.
  private func subjectOfParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    guard let head = tokens[participle].head else {
      return sentence.last { tokens[$0].head == participle && tokens[$0].deprel == "nsubj" }
    }
    return tokens[head].head == nil && tokens[participle].deprel == "acl" ? head : nil
  }

  /// A participle that can say something: `saying`, `calling it`.
  private func isSayingParticiple(_ token: Int, _ tokens: [Token]) -> Bool {
    tokens[token].xpos == "VBG" && tokens[token].upos == .verb && cues.verb(tokens[token].lemma.lowercased()) != nil
  }

  /// The next verb above a token.
  func verbAbove(_ token: Int, _ tokens: [Token]) -> Int? {
    var here = tokens[token].head
    for _ in 0..<16 {
      guard let candidate = here else { return nil }
      if tokens[candidate].upos == .verb { return candidate }
      here = tokens[candidate].head
    }
    return nil
  }

  /// `warning` gives `warn`, if that can be said with a clause.
  private func sayingStem(of form: String) -> String? {
    let stem = String(form.dropLast(3))
    return [stem, stem + "e", String(stem.dropLast())].first { cues.verb($0)?.takes(.clause) == true }
  }

  /// `said the spokesman, Abdou Rhissa, reached by phone`, with the reaching for what is said: between a verb of saying and a
  /// participle behind a comma stands who says so.
  func returnSubjectBeforeParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBN", "VBD"].contains(tokens[participle].xpos), tokens[participle].deprel == "ccomp",
      let saying = tokens[participle].head, saying < participle - 2,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.quote) == true,
      tokens[participle - 1].form == ",", !hasSubject(saying, sentence, tokens),
      let subject = sentence.first(where: {
        $0 > saying && $0 < participle && tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      !sentence.contains(where: {
        tokens[$0].head == participle && (tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "obj")
      })
    else { return }
    hang(subject, on: saying, as: "nsubj", &tokens)
    hang(participle, on: subject, as: "acl", &tokens)
  }

  /// `Mr Marken, heard as a witness, denied any knowledge`, with the hearing for what is denied: a participle between commas behind a
  /// name only describes it, and what stands behind the verb is no subject.
  func lowerHeardParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBN", "VBD"].contains(tokens[participle].xpos), tokens[participle].deprel == "ccomp",
      let verb = tokens[participle].head, verb > participle, tokens[verb - 1].form == ",",
      ["VBD", "VBZ"].contains(tokens[verb].xpos),
      let noun = sentence.first(where: {
        $0 < participle && tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj")
      }), tokens[participle - 1].form == ",", (noun + 1).upTo(participle).allSatisfy({ tokens[$0].head == noun }),
      !sentence.contains(where: {
        tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") && $0 < verb
          || tokens[$0].head == participle && tokens[$0].deprel == "obj"
      })
    else { return }
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(participle, on: noun, as: "acl", &tokens)
    for index in sentence where index > verb && tokens[index].head == verb && tokens[index].deprel == "nsubj" {
      tokens[index].deprel = "obj"
    }
  }

  /// `63 had been killed and 14 taken prisoner`, with the 14 for one more thing that was killed: a number directly in front of a
  /// second participle is what that one was done to.
  func joinCountedParticiple(_ number: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let participle = number + 1
    guard tokens[number].xpos == "CD", tokens[number].deprel == "conj", let first = tokens[number].head, first < number,
      participle < sentence.upperBound, tokens[participle].xpos == "VBN", tokens[participle].head == first,
      tokens[participle].deprel == "conj",
      sentence.contains(where: { tokens[$0].head == first && tokens[$0].deprel == "nsubj:pass" })
    else { return }
    hang(number, on: participle, as: "nsubj:pass", &tokens)
    for index in sentence where tokens[index].head == number && tokens[index].deprel == "cc" {
      tokens[index].head = participle
    }
  }

  private func hasSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }
  }
}
