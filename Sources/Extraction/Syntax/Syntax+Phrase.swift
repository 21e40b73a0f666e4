import TextAnalysis

/// Questions about noun phrases and prepositions.
extension Syntax {
  /// The preposition of a phrase as one string: `by`, `according to`, `in connection with`. Empty without one.
  func preposition(_ token: Int) -> String {
    var words: [String] = []
    for child in children(token) where relations[child] == .caseMarker {
      words.append(tokens[child].form.lowercased())
      words.append(contentsOf: children(child).filter { relations[$0] == .fixed }.map { tokens[$0].form.lowercased() })
    }
    return words.joined(separator: " ")
  }

  /// The first oblique of a predicate with one of these prepositions.
  func oblique(_ token: Int, _ prepositions: String...) -> Int? {
    children(token).first { RelationSet.obliques.has(relations[$0]) && prepositions.contains(preposition($0)) }
  }

  /// The first nominal modifier (or, as parsers have it, oblique) of a noun with one of these prepositions.
  func modifier(_ token: Int, _ prepositions: String...) -> Int? {
    children(token).first {
      RelationSet(.nominalModifier, .oblique).has(relations[$0]) && prepositions.contains(preposition($0))
    }
  }

  /// The noun phrase without what only adds to it: appositions, relative clauses, conjuncts, punctuation at its ends.
  func nounPhrase(_ token: Int) -> Range<Int> {
    let members = subtree(token) {
      RelationSet(
        .apposition, .relativeClause, .adnominalClause, .conjunct, .coordinator, .parataxis, .caseMarker, .punctuation,
        .adverbialClause, .copula, .subject, .auxiliary, .marker
      ).has(relations[$0]) && !(relations[$0] == .caseMarker && heads[$0] != token)
    }
    var low = token
    while low - 1 >= 0, members.contains(low - 1) { low -= 1 }
    var high = token
    while high + 1 < tokens.count, members.contains(high + 1) { high += 1 }
    return low..<(high + 1)
  }

  /// The possessor of a noun: `Peskov` in `Peskov's claim`.
  func possessor(_ token: Int) -> Int? { child(token, .possessive) }

  /// The words of a run of tokens, blanks as in the text but no line breaks.
  func words(_ range: Range<Int>) -> String {
    let inside = range.clamped(to: 0..<tokens.count)
    var result = ""
    for index in inside {
      if index > inside.lowerBound, tokens[index].hasSpaceBefore { result += " " }
      result += tokens[index].form
    }
    return result
  }
}
