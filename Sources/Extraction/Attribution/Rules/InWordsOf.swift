import TextAnalysis

extension AttributionRule {
  /// `in the words of X, S`, `in X's view, S`, `by X's account, S`.
  static let inWordsOf = AttributionRule("in-words-of") { context, noun in
    let syntax = context.syntax
    guard syntax.isPart(noun, .noun), let prepositions = telling[syntax.lemmas[noun]],
      RelationSet(.oblique, .nominalModifier, .conjunct).has(syntax.relations[noun]),
      prepositions.contains(syntax.preposition(noun)),
      let teller = syntax.possessor(noun) ?? syntax.modifier(noun, "of"),
      !syntax.isPart(teller, .pronoun) || prepositions.contains("by"),
      let speaker = context.speaker(teller),
      let host = context.hostClause(of: noun), context.syntax.isPredicate(host)
    else { return [] }
    let phrase = syntax.span(noun)
    let runs = context.trimmed(syntax.subtree(host) { $0 == noun }.filter { !phrase.contains($0) })
    guard !runs.isEmpty, let mark = syntax.child(noun, .caseMarker) else { return [] }
    return [
      Attribution(
        rule: "attribution.in-words-of", speaker: speaker, cue: min(mark, noun)..<(noun + 1), cueHead: noun,
        contentHeads: [host], content: runs, stance: .asserts)
    ]
  }

  private static let telling: [String: [String]] = [
    "word": ["in"], "words": ["in"], "view": ["in"], "opinion": ["in"], "account": ["by"], "estimate": ["by"],
    "reckoning": ["by"], "telling": ["by", "in"], "estimation": ["in"],
    "count": ["by"], "tally": ["by"], "calculation": ["by"], "admission": ["by"],
  ]

  /// `"S." — X, mayor of Y`: a name behind a closing quotation and a dash, with nothing but a description behind it.
  static let dashCredit = AttributionRule("dash-credit") { context, name in
    let syntax = context.syntax
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[name]].tokens
    guard syntax.isPart(name, .properNoun), name - 2 >= sentence.lowerBound,
      ["-", "–", "—", "--", "―"].contains(syntax.tokens[name - 1].form),
      (max(sentence.lowerBound, name - 3)..<(name - 1)).contains(where: {
        ["\"", "”", "''", "’", "»"].contains(syntax.tokens[$0].form)
      }),
      let quoted = context.quotations.spans.first(where: { $0.upperBound <= name - 1 && name - 1 - $0.upperBound <= 2 }
      ),
      quoted.lowerBound >= sentence.lowerBound, quoted.lowerBound - sentence.lowerBound <= 1, quoted.count > 2,
      !(name..<sentence.upperBound).contains(where: { syntax.isPart($0, .verb, .auxiliary) })
    else { return [] }
    let head = context.top(of: name..<sentence.upperBound, from: name)
    guard let speaker = context.speaker(head), let top = context.contentTop(of: quoted) else { return [] }
    return [
      Attribution(
        rule: "attribution.dash-credit", speaker: speaker, cue: (name - 1)..<name, cueHead: name - 1,
        contentHeads: [top], content: context.trimmed(Array(quoted)), stance: .asserts)
    ]
  }
}

extension AttributionContext {
  /// The head of the name that begins at a token.
  fileprivate func top(of range: Range<Int>, from name: Int) -> Int {
    var here = name
    while let head = syntax.heads[here], range.contains(head), syntax.isPart(head, .properNoun) { here = head }
    return here
  }

  /// The token of a stretch whose head lies outside it, a predicate before others.
  fileprivate func contentTop(of range: Range<Int>) -> Int? {
    let tops = range.filter { token in
      !syntax.isPart(token, .punctuation) && !(syntax.heads[token].map { range.contains($0) } ?? false)
    }
    return tops.first { syntax.isPredicate($0) } ?? tops.first
  }
}
