import TextAnalysis

/// Repairs of who speaks and what is said where a clause of time, an aside or words of another stand between the two.
extension TreeRepair {
  /// `Shares tumbled after the chipmaker warned that S`, with the shares for who warned: a noun that stands between such a word and
  /// a verb of saying without a subject of its own is who says it, and the verb in front is done by the subject in front.
  func makeSpeakerBehindAfter(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obl", isNounLike(noun, tokens), let deed = tokens[noun].head, deed < noun,
      ["VBD", "VBN"].contains(tokens[deed].xpos),
      let mark = (deed + 1).upTo(noun).first(where: { tokens[$0].head == noun && tokens[$0].deprel == "case" }),
      Self.timeWords.contains(tokens[mark].lower),
      let saying = (noun + 1).upTo(sentence.upperBound).first(where: { !isBelow($0, noun, tokens) }),
      tokens[saying].upos == .verb, ["VBD", "VBZ", "VBP"].contains(tokens[saying].xpos),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      !saying.upTo(sentence.upperBound).contains(where: {
        tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      sentence.contains(where: { $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" })
    else { return }
    if tokens[saying].head != deed || tokens[saying].deprel != "advcl" {
      guard returnDeed(deed, from: saying, sentence, &tokens) else { return }
    } else if sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj") }) {
      return
    }
    hang(noun, on: saying, as: "nsubj", &tokens)
    hang(mark, on: saying, as: "mark", &tokens)
  }

  /// What was read as `shares that were tumbled … warned`: the deed is the main verb, and the saying hangs on it. Whether so, which
  /// it is only for verbs that are done to nobody: `men arrested after the attack said` is right as it stands.
  private func returnDeed(_ deed: Int, from saying: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) -> Bool {
    guard tokens[deed].deprel == "acl", let subject = tokens[deed].head, subject < deed,
      Self.doneToNobody.contains(tokens[deed].lemma.lowercased()), tokens[subject].head == saying,
      tokens[subject].deprel.hasPrefix("nsubj"),
      !sentence.contains(where: { tokens[$0].head == deed && tokens[$0].deprel.hasPrefix("aux") })
    else { return false }
    put(deed, inPlaceOf: saying, &tokens)
    tokens[deed].xpos = "VBD"
    hang(subject, on: deed, as: "nsubj", &tokens)
    hang(saying, on: deed, as: "advcl", &tokens)
    return true
  }

  private static let timeWords: Set<String> = ["after", "before", "as", "since", "until", "when", "while", "because"]

  /// Verbs whose participle tells nothing that was done to something.
  private static let doneToNobody: Set<String> = [
    "fall", "rise", "tumble", "slump", "drop", "plunge", "soar", "climb", "slide", "jump", "surge", "slip", "sink",
    "rally", "dip", "rebound", "plummet", "dive", "leap", "gain", "recover", "weaken", "strengthen", "erupt", "resign",
    "flee", "come", "go", "begin", "start", "die", "collapse", "end", "close", "open", "retreat", "fade", "tick",
  ]

  /// `The army said, without giving details, that S`; `said in a statement carried by X that S`: a clause that `that` marks and that
  /// has a subject of its own is no object of a verb that takes none, but of the verb of saying above it.
  func returnContentBehindSide(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["ccomp", "advcl", "acl", "acl:relcl"].contains(tokens[clause].deprel), let side = tokens[clause].head,
      side < clause, tokens[side].upos == .verb, ["acl", "advcl", "acl:relcl"].contains(tokens[side].deprel),
      ["VBG", "VBN"].contains(tokens[side].xpos),
      // `a message posted to its channel`: what was posted takes no clause, whatever posting does.
      cues.verb(tokens[side].lemma.lowercased())?.takes(.clause) != true
        || tokens[side].xpos == "VBN" && tokens[side].deprel == "acl",
      let mark = sentence.first(where: {
        $0 > side && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel == "mark"
      }), tokens[mark].lower == "that", !["so", "such"].contains(tokens[mark - 1].lower),
      sentence.contains(where: {
        $0 > mark && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }), let saying = sayingAbove(side, tokens),
      !sentence.contains(where: {
        tokens[$0].head == saying && ["ccomp", "xcomp"].contains(tokens[$0].deprel)
      })
    else { return }
    hang(clause, on: saying, as: "ccomp", &tokens)
  }

  /// The verb of saying that a clause beside it hangs on, by itself or through a phrase (`in a statement carried by X`).
  private func sayingAbove(_ side: Int, _ tokens: [Token]) -> Int? {
    var here = tokens[side].head
    for _ in 0..<3 {
      guard let token = here else { return nil }
      if tokens[token].upos == .verb {
        let isSaying = cues.verb(tokens[token].lemma.lowercased())?.takes(.clause) == true
        return isSaying && token < side ? token : nil
      }
      // What `that` opens may be in the words that a verb has for its object.
      guard isNounLike(token, tokens), tokens[token].deprel != "obj" || !isWords(token, tokens) else { return nil }
      here = tokens[token].head
    }
    return nil
  }

  /// `A technical fault, said the notice, had caused the delay`, with the fault for who says it: between commas the verb of saying has
  /// its subject behind it, and what stands in front is the subject of what is said.
  func turnSetInSaying(_ saying: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBZ"].contains(tokens[saying].xpos), saying - 1 > sentence.lowerBound,
      saying + 1 < sentence.upperBound, tokens[saying - 1].form == ",",
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let front = sentence.first(where: {
        $0 < saying && tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj")
      }),
      let clause = sentence.first(where: {
        $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      let speaker = saying.upTo(clause).first(where: {
        tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }), isNounLike(speaker, tokens),
      (saying + 1).upTo(speaker).allSatisfy({ isBelow($0, speaker, tokens) }),
      let comma = (speaker + 1).upTo(clause).first(where: { tokens[$0].form == "," }),
      (speaker + 1).upTo(comma).allSatisfy({ isBelow($0, speaker, tokens) }),
      (comma + 1).upTo(clause).contains(where: {
        tokens[$0].head == clause && (tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "cop")
      }),
      (comma + 1).upTo(clause).allSatisfy({ tokens[$0].upos != .noun && tokens[$0].upos != .pronoun })
    else { return }
    let relation = tokens[speaker].deprel
    hang(speaker, on: saying, as: "nsubj", &tokens)
    hang(front, on: clause, as: relation, &tokens)
  }

  /// `Contrary to what the minister said, no aid was delivered`, with the aid for what the minister said: the clause behind the comma is
  /// the main one.
  func lowerContrary(_ contrary: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard contrary == sentence.lowerBound, tokens[contrary].head == nil, contrary + 1 < sentence.upperBound,
      tokens[contrary + 1].lower == "to",
      let main = sentence.first(where: { verb in
        guard ["ccomp", "parataxis", "advcl", "acl:relcl"].contains(tokens[verb].deprel), let head = tokens[verb].head,
          let comma = head.upTo(verb).last(where: { tokens[$0].form == "," })
        else { return false }
        return sentence.contains {
          $0 > comma && tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
        }
          && !sentence.contains {
            tokens[$0].head == verb && ["mark", "cc"].contains(tokens[$0].deprel)
          } && (comma + 1).upTo(verb).allSatisfy { isBelow($0, verb, tokens) }
      })
    else { return }
    hang(main, on: nil, as: "root", &tokens)
    hang(contrary, on: main, as: "advmod", &tokens)
  }

  /// `His office said reports that the president had fled were untrue`, with the reports for what was said: what is said is that they
  /// were untrue, and the clause tells what is in them.
  func makeWordsSubject(_ words: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[words].deprel == "obj", words + 1 < sentence.upperBound, isWords(words, tokens),
      let saying = tokens[words].head, saying < words,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true, tokens[words + 1].lower == "that",
      tokens[words + 1].deprel == "mark", let told = tokens[words + 1].head, told > words,
      ["advcl", "csubj", "acl", "ccomp", "nsubj"].contains(tokens[told].deprel), let verdict = tokens[told].head,
      verdict > told, tokens[verdict].deprel == "ccomp", tokens[verdict].head == saying,
      told.upTo(verdict).contains(where: {
        tokens[$0].head == verdict && (tokens[$0].deprel == "cop" || tokens[$0].deprel.hasPrefix("aux"))
      }),
      !sentence.contains(where: { tokens[$0].head == verdict && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    hang(words, on: verdict, as: "nsubj", &tokens)
    hang(told, on: words, as: "acl", &tokens)
  }

  /// `Under questioning the witness conceded that S`, with the witness for who is questioned: where the verb behind has no subject,
  /// that is its own.
  func makeQuestionedSubject(_ questioning: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[questioning].deprel == "advcl", let verb = tokens[questioning].head, verb > questioning,
      let object = questioning.upTo(verb).first(where: {
        tokens[$0].head == questioning && tokens[$0].deprel == "obj"
      }), questioning > sentence.lowerBound, ["under", "in", "on", "during"].contains(tokens[questioning - 1].lower),
      tokens[questioning - 1].head == questioning, ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true,
      (questioning + 1).upTo(verb).allSatisfy({ isBelow($0, object, tokens) || tokens[$0].deprel == "advmod" }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    hang(object, on: verb, as: "nsubj", &tokens)
    tokens[questioning].deprel = "obl"
    tokens[questioning - 1].deprel = "case"
  }

  /// `A diplomat who attended but declined to be named said that S`, with the declining for the main verb: what says something behind a
  /// clause that `who` opens is the main verb, and `but` joins what is in front of it to that clause.
  func raiseSayingBehindWho(_ saying: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBN"].contains(tokens[saying].xpos), ["xcomp", "ccomp", "advcl"].contains(tokens[saying].deprel),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let second = tokens[saying].head, second < saying, tokens[second].deprel == "root",
      let noun = sentence.first(where: {
        $0 < second && tokens[$0].head == second && tokens[$0].deprel == "nsubj"
      }),
      let first = noun.upTo(second).first(where: {
        tokens[$0].head == noun && tokens[$0].deprel == "acl:relcl"
      }),
      noun.upTo(first).contains(where: { tokens[$0].lower == "who" }),
      first.upTo(second).contains(where: { tokens[$0].head == second && tokens[$0].deprel == "cc" }),
      !sentence.contains(where: {
        tokens[$0].head == saying && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel.hasPrefix("aux"))
      }),
      sentence.contains(where: { $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" })
    else { return }
    put(saying, inPlaceOf: second, &tokens)
    tokens[saying].xpos = "VBD"
    hang(second, on: first, as: "conj", &tokens)
    hang(noun, on: saying, as: "nsubj", &tokens)
  }

  /// `Experts not involved in the study said S`, with the experts for those who are not involved and no more: a participle behind `not`
  /// without an auxiliary describes its noun, and the verb of saying behind it is the main one.
  func lowerNegatedParticiple(_ not: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard not > sentence.lowerBound, let participle = tokens[not].head, participle > not,
      tokens[participle].xpos == "VBN",
      let noun = sentence.first(where: {
        $0 < not && tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj")
      }), isNounLike(noun, tokens), (noun + 1).upTo(not).allSatisfy({ isBelow($0, noun, tokens) }),
      !sentence.contains(where: {
        tokens[$0].head == participle && (tokens[$0].deprel.hasPrefix("aux") || tokens[$0].deprel == "cop")
      }),
      let saying = participle.upTo(sentence.upperBound).first(where: {
        (tokens[$0].head == participle || tokens[participle].head == $0) && tokens[$0].upos == .verb
          && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos)
      }), saying > participle, cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      !sentence.contains(where: { tokens[$0].head == saying && tokens[$0].deprel.hasPrefix("nsubj") }),
      sentence.contains(where: { $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" })
    else { return }
    if tokens[saying].head == participle { put(saying, inPlaceOf: participle, &tokens) }
    hang(participle, on: noun, as: "acl", &tokens)
    hang(noun, on: saying, as: "nsubj", &tokens)
  }

  /// `S, a claim prosecutors dispute`, with prosecutors of claims for those who say S: behind a comma and an article the noun for words
  /// stands for S, and the clause behind it says who answers it.
  func makeAnswerer(_ answerer: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let words = answerer - 1
    guard tokens[answerer].deprel == "nsubj", tokens[answerer].xpos == "NNS" || tokens[answerer].upos == .properNoun,
      words - 2 > sentence.lowerBound, Syntax.answered.contains(tokens[words].lemma.lowercased()),
      ["a", "an"].contains(tokens[words - 1].lower), tokens[words - 2].form == ",",
      let verb = tokens[answerer].head, verb > answerer, ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      tokens[words].head == answerer || tokens[words].head == verb,
      !sentence.contains(where: {
        $0 > verb && tokens[$0].head == verb && ["obj", "ccomp"].contains(tokens[$0].deprel)
      }),
      let front = front(of: verb, before: words - 2, sentence, tokens)
    else { return }
    let said = sentence.last {
      $0 < words - 2 && tokens[$0].head == front && tokens[$0].deprel == "ccomp" && $0 > front
    }
    if tokens[front].head == verb { put(front, inPlaceOf: verb, &tokens) }
    hang(words, on: said ?? front, as: "parataxis", &tokens)
    hang(words - 1, on: words, as: "det", &tokens)
    hang(words - 2, on: words, as: "punct", &tokens)
    hang(verb, on: words, as: "acl:relcl", &tokens)
  }

  /// The main verb of what stands in front of a comma, above or below the verb behind it.
  private func front(of verb: Int, before comma: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    if let head = tokens[verb].head { return head < comma ? head : nil }
    return sentence.last {
      $0 < comma && tokens[$0].head == verb && ["ccomp", "parataxis", "advcl"].contains(tokens[$0].deprel)
    }
  }

  /// `The accused denied the charge`, with an accused denial: between an article and a finite verb without a subject stands who did it.
  func makeAccusedSubject(_ accused: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let verb = accused + 1
    guard accused > sentence.lowerBound, verb < sentence.upperBound, tokens[accused - 1].lower == "the",
      tokens[accused].head == verb, ["amod", "advmod"].contains(tokens[accused].deprel),
      tokens[verb].upos == .verb || tokens[verb].lower.hasSuffix("ed"),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    tokens[verb].upos = .verb
    tokens[verb].xpos = tokens[verb].xpos == "VBZ" ? "VBZ" : "VBD"
    tokens[accused].upos = .noun
    tokens[accused].xpos = "NN"
    hang(accused, on: verb, as: "nsubj", &tokens)
    hang(accused - 1, on: accused, as: "det", &tokens)
  }

  /// `"It is a joke," grumbled driver Ivo Kral`, with a driver who was grumbled: behind words in quotation marks a verb of saying has
  /// its subject behind it.
  func raiseVerbBehindQuotation(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "amod", ["VBD", "VBN"].contains(tokens[verb].xpos), verb - 2 > sentence.lowerBound,
      ["\"", "”"].contains(tokens[verb - 1].form), [",", "!", "?"].contains(tokens[verb - 2].form),
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.quote),
      let speaker = tokens[verb].head, speaker > verb, isNounLike(speaker, tokens),
      (verb + 1).upTo(speaker).allSatisfy({ isBelow($0, speaker, tokens) })
    else { return }
    let above = tokens[speaker].head
    if let said = above {
      guard said < verb, tokens[speaker].deprel.hasPrefix("nsubj") else { return }
      put(verb, inPlaceOf: said, &tokens)
      hang(said, on: verb, as: "ccomp", &tokens)
    } else {
      put(verb, inPlaceOf: speaker, &tokens)
      for token in sentence where token < verb && tokens[token].head == speaker { tokens[token].head = verb }
    }
    tokens[verb].xpos = "VBD"
    hang(speaker, on: verb, as: "nsubj", &tokens)
  }

  /// `The firm collapsed before auditors said S`, with the collapse for what they said: a subject behind a word of time opens a clause
  /// that tells when, and what stands in front is the main one.
  func raiseBeforeTimeClause(_ speaker: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[speaker].deprel == "nsubj", let saying = tokens[speaker].head, saying > speaker,
      let mark = sentence.lowerBound.upTo(speaker).first(where: {
        tokens[$0].head == speaker && tokens[$0].deprel == "case"
      }), Self.timeWords.contains(tokens[mark].lower),
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let deed = sentence.first(where: {
        $0 < mark && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }), tokens[deed].xpos == "VBD", !deed.upTo(mark).contains(where: { tokens[$0].upos == .punctuation }),
      sentence.contains(where: { $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" })
    else { return }
    put(deed, inPlaceOf: saying, &tokens)
    hang(saying, on: deed, as: "advcl", &tokens)
    hang(mark, on: saying, as: "mark", &tokens)
  }

  /// `The minister he criticised said S`, `The mayor, asked whether he would resign, said S`, with the criticism and the asking for what is
  /// said: what stands between a subject and its verb of saying describes the subject.
  func lowerBeforeSaying(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "ccomp", let saying = tokens[verb].head, verb < saying,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let noun = sentence.first(where: {
        $0 < verb && tokens[$0].head == saying && tokens[$0].deprel == "nsubj"
      }), isNounLike(noun, tokens),
      sentence.contains(where: { $0 > saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" })
    else { return }
    let subject = sentence.first { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }
    if let subject {
      guard subject == verb - 1, subject == noun + 1,
        ["he", "she", "they", "it", "i", "we"].contains(tokens[subject].lower),
        !noun.upTo(saying).contains(where: { tokens[$0].upos == .punctuation })
      else { return }
      hang(verb, on: noun, as: "acl:relcl", &tokens)
    } else {
      guard tokens[verb].lemma.lowercased() == "ask", verb == noun + 2, tokens[verb - 1].form == ",",
        tokens[saying - 1].form == ","
      else { return }
      tokens[verb].xpos = "VBN"
      hang(verb, on: noun, as: "acl", &tokens)
    }
  }
}
