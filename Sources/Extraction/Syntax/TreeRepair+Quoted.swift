import TextAnalysis

/// Repairs of what is said of an object, in quotation marks or with the object in front, and of what asides part.
extension TreeRepair {
  /// `called X's claim of 20 dead "a fantasy"`, `described the decision to move it as "a disgrace"`, with the words in quotation marks
  /// hung on a word of the object: they say what the object is called.
  func returnQuotedVerdict(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard [.noun, .adjective].contains(tokens[word].upos), let head = tokens[word].head, head < word,
      case let start = startOfQuotedPhrase(word, sentence, tokens), head < start, start - 2 > sentence.lowerBound,
      Self.opening.contains(tokens[start - 1].form),
      let close = word.upTo(sentence.upperBound).first(where: { Self.closing.contains(tokens[$0].form) }),
      close + 1 >= sentence.upperBound || [.punctuation, .coordinatingConjunction].contains(tokens[close + 1].upos),
      !start.upTo(close).contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) }),
      case let isAs = tokens[start - 2].lower == "as",
      let verb = sentence.lowerBound.upTo(start - 2).last(where: {
        isFiniteOrSharing($0, tokens)
          && (isAs ? Self.describing : Self.calling).contains(tokens[$0].lemma.lowercased())
      }),
      let object = sentence.first(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "obj" }),
      object < start, !isAs || tokens[word].head != verb,
      !sentence.contains(where: {
        $0 != word && tokens[$0].head == verb && tokens[$0].deprel == "xcomp" && !isBelow(word, $0, tokens)
      }),
      // A finite verb between the two has the words for itself, but for one that describes a noun and is closed by a comma.
      !(verb + 1).upTo(start).contains(where: {
        ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) && !isClosedRelative($0, before: start, tokens)
      })
    else { return }
    // `called the claim of 20 dead sailors "a fantasy"`, with the sailors for what the claim is called.
    for index in (object + 1).upTo(start) where tokens[index].head == verb && tokens[index].deprel == "xcomp" {
      hang(index, on: object, as: "nmod", &tokens)
    }
    hang(word, on: verb, as: isAs ? "obl" : "xcomp", &tokens)
    for index in sentence where tokens[index].head == verb && index < verb && tokens[index].deprel == "expl" {
      tokens[index].deprel = "nsubj"
    }
  }

  private static let opening: Set = ["\"", "“", "``", "‘"]
  private static let closing: Set = ["\"", "”", "''", "’"]
  private static let calling: Set = ["call", "label", "brand", "dub", "term", "deem", "pronounce"]
  private static let describing: Set = [
    "describe", "dismiss", "denounce", "condemn", "deride", "characterise", "characterize",
  ]

  private func startOfQuotedPhrase(_ word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    var start = word
    while start > sentence.lowerBound, tokens[start - 1].upos != .punctuation || tokens[start - 1].form == "-" {
      start -= 1
    }
    return start
  }

  private func isFiniteOrSharing(_ verb: Int, _ tokens: [Token]) -> Bool {
    tokens[verb].upos == .verb && ["VBD", "VBZ", "VBP", "VBG", "VBN", "VB"].contains(tokens[verb].xpos)
  }

  private func isClosedRelative(_ verb: Int, before start: Int, _ tokens: [Token]) -> Bool {
    tokens[start - 2].form == ","
      && (tokens[verb].deprel.hasPrefix("acl")
        || tokens[verb].head.map { tokens[$0].deprel.hasPrefix("acl") && $0 > verb } ?? false)
  }

  /// `X's claim that S he dismissed as "a mockery"`, with the dismissing for a part of S: a name or pronoun and a verb of answering
  /// behind words without a verb tell what somebody does to the words.
  func frontAnswered(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].head == nil, isWords(noun, tokens),
      !sentence.contains(where: {
        tokens[$0].head == noun
          && (["cop", "nsubj", "case"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("aux"))
      }),
      let verb = sentence.first(where: { index in
        index > noun + 2 && ["VBD", "VBZ", "VBP"].contains(tokens[index].xpos) && isBelow(index, noun, tokens)
          && (cues.verb(tokens[index].lemma.lowercased())?.stance == .denies
            || AttributionRule.predicating.contains(tokens[index].lemma.lowercased()))
          && tokens[index - 1].upos == .pronoun && tokens[index - 1].head == index
          && ["he", "she", "they", "it", "we"].contains(tokens[index - 1].lower)
          && ["ccomp", "acl:relcl", "acl", "parataxis", "conj", "advcl"].contains(tokens[index].deprel)
      }),
      !sentence.contains(where: { tokens[$0].head == verb && ["obj", "ccomp", "mark"].contains(tokens[$0].deprel) })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where index > verb {
      if let head = tokens[index].head, head < verb - 1 { tokens[index].head = verb }
    }
    hang(noun, on: verb, as: "obj", &tokens)
  }

  /// `Reports that S are incorrect, the ministry said`, with what is incorrect for a clause of the reports: a predicate with `are` and
  /// without a subject is said of the words in front.
  func raiseVerdictOnWords(_ verdict: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["acl:relcl", "acl"].contains(tokens[verdict].deprel),
      tokens[verdict].upos == .adjective || tokens[verdict].upos == .noun,
      let noun = tokens[verdict].head, noun < verdict, isWords(noun, tokens),
      ["ccomp", "root"].contains(tokens[noun].deprel),
      let copula = sentence.first(where: { tokens[$0].head == verdict && tokens[$0].deprel == "cop" }),
      copula > noun + 1, ["are", "is", "were", "was"].contains(tokens[copula].lower),
      let clause = sentence.first(where: {
        $0 > noun && $0 < copula && tokens[$0].head == noun && tokens[$0].deprel.hasPrefix("acl")
      }),
      !sentence.contains(where: {
        tokens[$0].head == verdict && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "mark")
          || tokens[$0].head == noun && ["cop", "nsubj"].contains(tokens[$0].deprel)
      })
    else { return }
    put(verdict, inPlaceOf: noun, &tokens)
    for index in sentence where index > clause && index != verdict && tokens[index].head == noun && index > copula {
      tokens[index].head = verdict
    }
    hang(noun, on: verdict, as: "nsubj", &tokens)
  }

  /// `Not at all, said X: S`, with a saying that is denied: set off by a comma, the words are an answer.
  func lowerNotAtAll(_ not: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard not == sentence.lowerBound || tokens[not - 1].upos == .punctuation, not + 2 < sentence.upperBound,
      let verb = tokens[not].head, cues.verb(tokens[verb].lemma.lowercased())?.takes(.quote) == true
    else { return }
    let last =
      tokens[not + 1].lower == "at" && tokens[not + 2].lower == "all"
      ? not + 2 : ["so", "true", "quite"].contains(tokens[not + 1].lower) ? not + 1 : not
    guard last > not, last + 1 < verb, tokens[last + 1].upos == .punctuation, tokens[last].head != not else { return }
    tokens[not].head = last
  }

  /// `It told them "within an hour," it said.`, with the saying for what it told: behind a comma and a quotation mark, what closes a
  /// sentence says all that stands in front.
  func raiseClosingSaying(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "ccomp", ["VBD", "VBZ"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true, let told = tokens[verb].head, told < verb,
      !sentence.contains(where: { $0 != verb && tokens[$0].head == told && tokens[$0].deprel == "ccomp" }),
      tokens[told].head == nil, ["VBD", "VBZ", "VBP"].contains(tokens[told].xpos) || tokens[told].upos != .verb,
      (verb + 1).upTo(sentence.upperBound).allSatisfy({ tokens[$0].upos == .punctuation }),
      let subject = sentence.first(where: {
        $0 > told && $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj"
      }), case let start = startOfPhrase(subject, sentence, tokens), start - 2 > told,
      tokens[start - 1].form == "," || Self.closing.contains(tokens[start - 1].form) && tokens[start - 2].form == ",",
      !sentence.contains(where: {
        tokens[$0].head == verb && ["ccomp", "obj", "mark", "cc"].contains(tokens[$0].deprel)
      })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    hang(told, on: verb, as: "ccomp", &tokens)
  }

  /// `It shows, the group said in a report, two boats`, with the boats said: what an aside parts from its verb is the verb's object.
  func returnPartedObject(_ object: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[object].deprel == "obj", let saying = tokens[object].head, saying < object,
      cues.verb(tokens[saying].lemma.lowercased())?.takes(.clause) == true,
      let front = sentence.first(where: { $0 < saying && tokens[$0].head == saying && tokens[$0].deprel == "ccomp" }),
      tokens[front].upos == .verb, tokens[front + 1].form == ",",
      case let start = startOfPhrase(object, sentence, tokens), start - 1 > saying, tokens[start - 1].form == ",",
      !sentence.contains(where: { tokens[$0].head == front && ["obj", "xcomp", "ccomp"].contains(tokens[$0].deprel) })
    else { return }
    tokens[object].head = front
  }

  /// `X, whom we reached through his lawyer, threatened to sue`, with X for whom the sentence reaches: behind the comma that closes
  /// the clause stands what X did.
  func raiseBehindWhom(_ whom: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[whom].lower == "whom", whom - 2 >= sentence.lowerBound, tokens[whom - 1].form == ",",
      let reached = tokens[whom].head, reached > whom, tokens[reached].head == nil,
      let name = sentence.last(where: {
        $0 < whom && tokens[$0].head == reached && ["obj", "nsubj", "obl", "dislocated"].contains(tokens[$0].deprel)
      }), isNounLike(name, tokens),
      let verb = sentence.first(where: {
        $0 > reached && tokens[$0].head == reached
          && ["conj", "parataxis", "ccomp", "advcl"].contains(tokens[$0].deprel)
          && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos) && tokens[$0 - 1].form == ","
      }),
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "cc")
      })
    else { return }
    hang(verb, on: nil, as: "root", &tokens)
    hang(name, on: verb, as: "nsubj", &tokens)
    hang(reached, on: name, as: "acl:relcl", &tokens)
    for index in sentence where index > verb && tokens[index].head == reached { tokens[index].head = verb }
  }

  /// `Me Coulibaly says S`, with two subjects, of which one is the writer: in front of a name it is what advocates are called.
  func makeAdvocate(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let name = word + 1
    guard tokens[word].form == "Me", tokens[word].upos == .pronoun, name < sentence.upperBound,
      tokens[name].upos == .properNoun, tokens[name].head == tokens[word].head || tokens[word].head == name
    else { return }
    tokens[word].upos = .properNoun
    tokens[word].xpos = "NNP"
    tokens[word].lemma = "Me"
    hang(word, on: name, as: "nmod:desc", &tokens)
  }

  /// `would not say when it will`, with a time for what is not said: directly behind a verb of saying, `when`, `why` and their like
  /// open what is said.
  func makeAskedContent(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "advcl", let saying = tokens[clause].head, saying + 1 < clause,
      ["say", "specify", "explain", "disclose"].contains(tokens[saying].lemma), tokens[saying].xpos == "VB",
      ["WRB", "WP", "WDT"].contains(tokens[saying + 1].xpos), tokens[saying + 1].head == clause,
      !sentence.contains(where: { tokens[$0].head == saying && ["obj", "ccomp"].contains(tokens[$0].deprel) })
    else { return }
    tokens[clause].deprel = "ccomp"
  }

  /// `the other described an empty road`, with a participle that has a subject: without an auxiliary it is the past tense.
  func makePastOfSubject(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "VBN", tokens[verb].upos == .verb, tokens[verb].deprel == "parataxis",
      sentence.contains(where: { $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }),
      sentence.contains(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "obj" }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") })
    else { return }
    tokens[verb].xpos = "VBD"
  }

  /// `a claim of at least 20 dead`, with the dead for a quality of the claim: a number in front makes people of them.
  func makeCountedPeople(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].deprel == "acl" || tokens[word].deprel == "amod", tokens[word].upos == .adjective,
      ["dead", "wounded", "injured", "missing", "hurt"].contains(tokens[word].lower), let noun = tokens[word].head,
      noun < word, [.noun, .properNoun].contains(tokens[noun].upos),
      let of = sentence.first(where: {
        $0 > noun && $0 < word && tokens[$0].lower == "of" && tokens[$0].deprel == "case"
      }),
      of == noun + 1,
      (of + 1).upTo(word).contains(where: { tokens[$0].xpos == "CD" })
    else { return }
    for index in (of + 1).upTo(word) where tokens[index].xpos == "CD" {
      if let head = tokens[index].head, head < word, !of.upTo(word).contains(head) {
        hang(index, on: word, as: "nummod", &tokens)
      }
    }
    hang(of, on: word, as: "case", &tokens)
    tokens[word].upos = .noun
    tokens[word].xpos = "NNS"
    tokens[word].deprel = "nmod"
  }

  /// `One witness says that S; the other described an empty road`, with the describing for a part of S: of two witnesses the second
  /// speaks for himself.
  func raiseOther(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["parataxis", "conj"].contains(tokens[verb].deprel), ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos),
      let content = tokens[verb].head, content < verb, tokens[content].deprel == "ccomp",
      let saying = tokens[content].head, saying < content,
      let mark = content.upTo(verb).last(where: { tokens[$0].form == ";" }),
      let subject = sentence.first(where: { $0 > mark && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }),
      subject < verb, ["other", "others", "another", "second", "third"].contains(tokens[subject].lower),
      let first = sentence.first(where: { tokens[$0].head == saying && tokens[$0].deprel == "nsubj" }),
      ([first] + sentence.filter { tokens[$0].head == first && $0 < first }).contains(where: {
        ["one", "first", "some"].contains(tokens[$0].lower)
      })
    else { return }
    hang(verb, on: saying, as: "parataxis", &tokens)
  }
}
