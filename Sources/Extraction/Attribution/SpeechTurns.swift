import TextAnalysis

/// Paragraphs of a conversation in print: `Lindgren: We have nothing to hide. The bridge is safe.` A name and a colon in
/// front speak the whole paragraph. In a conversation somebody speaks more than once; a list of places, each with a colon
/// behind it, is none. Whether the name is a person's is seen when claims are made.
struct SpeechTurns: Sendable {
  let context: AttributionContext
  static let rule = "attribution.speech-turn"

  /// Attributions of the turns, one for each sentence. Where other words of saying stand, as in a report that quotes,
  /// they are `found` already; what they attribute is passed on.
  func find() -> [Attribution] {
    let document = context.syntax.document
    var turns: [Attribution] = []
    // Who has the turn, and the mark that stands for him once something of his was found.
    var turn: (name: Int, mark: Int?)?
    let talking = conversing()
    // Looked for once, and only where somebody answers.
    let answering = talking.contains { Self.answers.contains($0.lowercased()) } ? interviewed() : nil
    for (number, sentence) in document.sentences.enumerated() {
      let opens = number == 0 || document.sentences[number - 1].paragraph != sentence.paragraph
      if opens || sentence.part != .body { turn = nil }
      guard sentence.part == .body else { continue }
      if opens, let mark = colon(of: sentence) {
        guard !Self.questions.contains(label(before: mark, in: sentence) ?? ""),
          talking.contains(context.syntax.words(sentence.tokens.lowerBound..<mark)),
          let name = speaker(before: mark, in: sentence, answering)
        else { continue }
        turn = (name, nil)
        if let found = attribution(.noun(name), mark, (mark + 1)..<sentence.tokens.upperBound) {
          turns.append(found)
          turn?.mark = mark
        }
      } else if let (name, mark) = turn, let end = sentence.tokens.last {
        // The root may be a verb of saying, with words of another behind it; the full stop is nobody else's.
        let head = context.syntax.isPart(end, .punctuation) ? end : context.syntax.root(of: sentence.tokens) ?? end
        let speaker: SpeakerWords = mark.map { .sameAs(cueHead: $0) } ?? .noun(name)
        if let found = attribution(speaker, head, sentence.tokens) {
          turns.append(found)
          turn?.mark = mark ?? head
        }
      }
    }
    return turns
  }

  /// The names that open two paragraphs or more, or one that answers a question put under another name.
  private func conversing() -> Set<String> {
    let document = context.syntax.document
    var counts: [String: Int] = [:]
    var last: (name: String, paragraph: Int, isQuestion: Bool)?
    for (number, sentence) in document.sentences.enumerated() where sentence.part == .body {
      guard number == 0 || document.sentences[number - 1].paragraph != sentence.paragraph,
        let mark = colon(of: sentence)
      else { continue }
      let name = context.syntax.words(sentence.tokens.lowerBound..<mark)
      counts[name, default: 0] += 1
      if let last, last.isQuestion, last.name != name, sentence.paragraph - last.paragraph <= 2 {
        counts[name, default: 0] += 1
      }
      let isQuestion = sentence.tokens.last.map { context.syntax.tokens[$0].form.hasSuffix("?") } ?? false
      last = (name, sentence.paragraph, isQuestion)
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }

  private func label(before colon: Int, in sentence: Sentence) -> String? {
    colon - sentence.tokens.lowerBound == 1 ? context.syntax.tokens[sentence.tokens.lowerBound].lower : nil
  }

  /// The name in front of a colon, or behind `A:` the one who was interviewed.
  private func speaker(before colon: Int, in sentence: Sentence, _ answering: Int?) -> Int? {
    if let label = label(before: colon, in: sentence), Self.answers.contains(label) { return answering }
    return name(before: colon, in: sentence)
  }

  private static let questions: Set = ["q", "question"]
  private static let answers: Set = ["a", "answer"]
  private static let labels: Set = ["q", "a", "question", "answer"]

  /// `X spoke to the Post`, `an interview with X`: who answers, as the words in front of the first question tell.
  private func interviewed() -> Int? {
    let syntax = context.syntax
    for sentence in syntax.document.sentences where sentence.part != .boilerplate && sentence.part != .byline {
      if let mark = colon(of: sentence), let label = label(before: mark, in: sentence), Self.labels.contains(label) {
        return nil
      }
      for token in sentence.tokens {
        let person: Int? =
          switch syntax.lemmas[token] {
          case "speak", "talk", "answer", "sit": syntax.isPart(token, .verb) ? syntax.subject(token) : nil
          case "interview":
            syntax.isPart(token, .verb)
              ? syntax.undergoer(token) : syntax.modifier(token, "with", "of") ?? syntax.possessor(token)
          default: nil
          }
        if let person, let name = named(person) { return name }
      }
    }
    return nil
  }

  /// A name, or the one that stands in apposition to a noun, wherever in its phrase the tree hangs it.
  private func named(_ noun: Int) -> Int? {
    let syntax = context.syntax
    if syntax.isPart(noun, .properNoun) { return noun }
    return syntax.subtree(noun).last {
      syntax.isPart($0, .properNoun) && syntax.relations[$0] == .apposition
    }
  }

  /// Behind one to four words that may be a name, with a clause behind.
  private func colon(of sentence: Sentence) -> Int? {
    let tokens = context.syntax.tokens
    let start = sentence.tokens.lowerBound
    guard let colon = sentence.tokens.prefix(5).first(where: { tokens[$0].form == ":" }), colon > start,
      case let isLabel = colon == start + 1 && Self.labels.contains(tokens[start].lower),
      isLabel || (start..<colon).allSatisfy({ context.syntax.isPart($0, .properNoun) }),
      isLabel || isShortAnswer(behind: colon, in: sentence)
        || (colon + 1..<sentence.tokens.upperBound).contains(where: { context.syntax.isPredicate($0) })
    else { return nil }
    return colon
  }

  /// `Lindqvist: No.`
  private func isShortAnswer(behind colon: Int, in sentence: Sentence) -> Bool {
    let words = (colon + 1..<sentence.tokens.upperBound).filter { !context.syntax.isPart($0, .punctuation) }
    return (1...4).contains(words.count) && Self.shortAnswers.contains(context.syntax.tokens[words[0]].lower)
  }

  private static let shortAnswers: Set = [
    "no", "yes", "never", "not", "nothing", "none", "absolutely", "exactly", "well", "perhaps", "maybe", "nobody",
  ]

  private func name(before colon: Int, in sentence: Sentence) -> Int? {
    (sentence.tokens.lowerBound..<colon).first { token in
      context.syntax.heads[token].map { !(sentence.tokens.lowerBound..<colon).contains($0) } ?? true
    }
  }

  private func attribution(_ speaker: SpeakerWords, _ head: Int, _ tokens: Range<Int>) -> Attribution? {
    let content = context.trimmed(Array(tokens))
    let heads = tokens.filter { token in
      !context.syntax.isPart(token, .punctuation) && !(context.syntax.heads[token].map { tokens.contains($0) } ?? false)
    }
    // `No.` says something only with the question in front of it.
    guard content.reduce(0, { $0 + $1.count }) > 1, !heads.isEmpty else { return nil }
    return Attribution(
      rule: Self.rule, speaker: speaker, cue: head..<(head + 1), cueHead: head, contentHeads: heads, content: content,
      stance: .asserts)
  }
}

extension Syntax {
  /// The word that a sentence hangs on.
  fileprivate func root(of sentence: Range<Int>) -> Int? {
    sentence.first { heads[$0] == nil && !isPart($0, .punctuation) }
  }
}
