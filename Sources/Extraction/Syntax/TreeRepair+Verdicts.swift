import TextAnalysis

/// Repairs of what somebody calls something.
extension TreeRepair {
  /// `called the report a lie`, with two objects, an apposition or a modifier: what stands behind the object of a verb of
  /// naming, without a preposition or a comma, is what it is called.
  func returnVerdict(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard [.noun, .adjective, .verb].contains(tokens[word].upos), tokens[word].head != nil,
      ["obj", "appos", "nmod", "conj", "list"].contains(tokens[word].deprel) || closesClause(word, sentence, tokens),
      let verb = verbOfNaming(above: word, tokens),
      !sentence.contains(where: {
        tokens[$0].head == word && ["case", "cop", "mark"].contains(tokens[$0].deprel)
      }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "xcomp" }),
      let object = sentence.first(where: { $0 > verb && tokens[$0].head == verb && tokens[$0].deprel == "obj" }),
      startOfPhrase(object, sentence, tokens) == verb + 1
    else { return }
    if object == word {
      partVerdict(word, of: verb, sentence, &tokens)
      return
    }
    guard object < word else { return }
    let start = ownStart(of: word, sentence, tokens)
    let isSecondObject = tokens[word].head == verb && tokens[word].deprel == "obj"
    let isApposed = tokens[word].head == object && ["appos", "nmod", "conj", "list"].contains(tokens[word].deprel)
    let isClosing =
      isBelow(word, object, tokens) && isVerdict(word, sentence, tokens)
      && closesClause(word, sentence, tokens)
    guard isSecondObject || isApposed && opensNounPhrase(start, tokens) || isClosing, start > object,
      (object + 1).upTo(start).allSatisfy({
        tokens[$0].upos != .punctuation || Self.quotationMarks.contains(tokens[$0].form)
      }),
      tokens[word].upos == .noun || tokens[word].upos == .adjective || isClosing,
      // `called the operation Red Dawn` gives it a name.
      tokens[word].form.first?.isLowercase ?? false,
      !Self.spans.contains(tokens[word].lemma.lowercased())
    else { return }
    if tokens[word].upos == .verb {
      tokens[word].upos = .noun
      tokens[word].xpos = "NNS"
    }
    hang(word, on: verb, as: "xcomp", &tokens)
  }

  /// `termed the claim nonsense`, read as nonsense of a claim: words about words, with an article, are the object.
  private func partVerdict(_ word: Int, of verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let noun = word - 1
    guard noun > verb + 1, tokens[noun].head == word, tokens[noun].deprel == "compound", isWords(noun, tokens),
      ContentStance.untrue.contains(tokens[word].lemma.lowercased()), tokens[word].upos == .noun
    else { return }
    for index in sentence where index < noun && tokens[index].head == word { tokens[index].head = noun }
    hang(noun, on: verb, as: "obj", &tokens)
    tokens[word].deprel = "xcomp"
  }

  /// `described the claim that S as baseless`, with S described and `as baseless` within S: what calls untrue is said of the
  /// words.
  func returnVerdictBehindAs(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard max(sentence.lowerBound, word - 4).upTo(word).contains(where: { tokens[$0].lower == "as" }),
      isVerdict(word, sentence, tokens), let clause = tokens[word].head, clause < word,
      sentence.contains(where: {
        tokens[$0].head == word && tokens[$0].lower == "as" && ["case", "mark"].contains(tokens[$0].deprel)
      }), let noun = sentence.first(where: { $0 < clause && isWords($0, tokens) && tokens[$0].deprel == "obj" }),
      let verb = tokens[noun].head, verb < noun, AttributionRule.predicating.contains(tokens[verb].lemma.lowercased()),
      tokens[noun + 1].lower == "that", tokens[noun + 1].head == clause,
      tokens[clause].head == verb && tokens[clause].deprel == "ccomp"
        || tokens[clause].head == noun && tokens[clause].deprel.hasPrefix("acl")
    else { return }
    hang(word, on: verb, as: "obl", &tokens)
    hang(clause, on: noun, as: "acl", &tokens)
  }

  /// `called X's claim that S false`, with S called and `false` within S: what calls untrue and closes S without a place in it
  /// is said of the words.
  func returnVerdictBehindClause(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard [.noun, .adjective].contains(tokens[word].upos), isVerdict(word, sentence, tokens),
      closesClause(word, sentence, tokens), tokens[word].deprel != "amod",
      !sentence.contains(where: { tokens[$0].head == word && ["case", "cop", "mark"].contains(tokens[$0].deprel) }),
      let noun = sentence.first(where: {
        $0 < word && isWords($0, tokens) && ["obj", "xcomp"].contains(tokens[$0].deprel)
      }),
      let verb = tokens[noun].head, verb < noun, Self.namingVerbs.contains(tokens[verb].lemma.lowercased()),
      noun + 1 < word, tokens[noun + 1].lower == "that", let clause = tokens[noun + 1].head, clause > noun,
      tokens[clause].head == verb && tokens[clause].deprel == "ccomp"
        || tokens[clause].head == noun && tokens[clause].deprel.hasPrefix("acl"),
      word != clause, isBelow(word, clause, tokens) || tokens[word].head == verb
    else { return }
    tokens[noun].deprel = "obj"
    hang(word, on: verb, as: "xcomp", &tokens)
    hang(clause, on: noun, as: "acl", &tokens)
  }

  /// `called claims that S a lie`, with `claims` for what somebody does: directly behind a verb of naming stands an object.
  func makeNamedWords(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard noun > sentence.lowerBound, tokens[noun].upos == .verb, ["VBZ", "VBP"].contains(tokens[noun].xpos),
      Self.namingVerbs.contains(tokens[noun - 1].lemma.lowercased()), tokens[noun].head == noun - 1,
      ["xcomp", "ccomp", "obj"].contains(tokens[noun].deprel), cues.noun(tokens[noun].lemma.lowercased()) != nil
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NNS"
    tokens[noun].deprel = "obj"
    for index in sentence where tokens[index].head == noun && tokens[index].deprel == "ccomp" {
      tokens[index].deprel = "acl"
      break
    }
  }

  static let namingVerbs: Set<String> = [
    "call", "label", "brand", "dub", "term", "deem", "declare", "consider", "pronounce", "labell",
  ]

  private static let quotationMarks: Set<String> = ["\"", "“", "”", "``", "''", "'", "‘", "’"]
  private static let spans: Set<String> = [
    "day", "week", "month", "year", "time", "today", "yesterday", "night", "morning", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
  ]

  /// The verb of naming that a word stands below, other verbs between the two only where these belong to a noun.
  private func verbOfNaming(above word: Int, _ tokens: [Token]) -> Int? {
    var here = tokens[word].head
    for _ in 0..<8 {
      guard let token = here, token < word || tokens[token].upos != .verb else { return nil }
      if tokens[token].upos == .verb, Self.namingVerbs.contains(tokens[token].lemma.lowercased()) { return token }
      here = tokens[token].head
    }
    return nil
  }

  /// The first word of a phrase among those that stand in front of its head without a gap.
  private func ownStart(of word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    var start = word
    while start > sentence.lowerBound, tokens[start - 1].head == word, tokens[start - 1].upos != .punctuation {
      start -= 1
    }
    return start
  }

  private func opensNounPhrase(_ start: Int, _ tokens: [Token]) -> Bool {
    [.determiner, .adjective].contains(tokens[start].upos) || Self.quotationMarks.contains(tokens[start].form)
  }

  /// `fake news`, `lies`: words that call something untrue.
  private func isVerdict(_ word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    ([word] + sentence.filter { tokens[$0].head == word && tokens[$0].deprel == "amod" }).contains {
      ContentStance.untrue.contains(tokens[$0].lemma.lowercased()) || tokens[$0].lower == "lies"
    }
  }

  private func closesClause(_ word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    word + 1 >= sentence.upperBound || [.punctuation, .coordinatingConjunction].contains(tokens[word + 1].upos)
  }
}
