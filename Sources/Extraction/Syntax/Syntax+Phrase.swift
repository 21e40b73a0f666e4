import TextAnalysis

/// Questions about noun phrases and prepositions.
extension Syntax {
  /// The preposition of a phrase as one string: `by`, `according to`, `in connection with`. Empty without one.
  func preposition(_ token: Int) -> String {
    var words: [String] = []
    for child in children(token) where relations[child] == .caseMarker {
      words.append(tokens[child].lower)
      words.append(contentsOf: children(child).filter { relations[$0] == .fixed }.map { tokens[$0].lower })
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

  /// Ascending tokens without punctuation at their ends, but for a bracket whose other one is inside and for the mark of
  /// a question or an exclamation. Quotation marks count as punctuation.
  func withoutOuterMarks(_ given: [Int]) -> [Int] {
    guard var first = given.firstIndex(where: { !isPart($0, .punctuation) }),
      var last = given.lastIndex(where: { !isPart($0, .punctuation) })
    else { return [] }
    var balance = 0
    for token in given[first...last] where isPart(token, .punctuation) {
      balance += Self.bracketDepth[tokens[token].form] ?? 0
    }
    while balance < 0, first > 0, let depth = Self.bracketDepth[tokens[given[first - 1]].form], depth > 0 {
      first -= 1
      balance += 1
    }
    while last + 1 < given.count, given[last + 1] == given[last] + 1 {
      let form = tokens[given[last + 1]].form
      if balance > 0, Self.bracketDepth[form] == -1 {
        balance -= 1
      } else if form != "?" && form != "!" {
        break
      }
      last += 1
    }
    return Array(given[first...last])
  }

  private static let bracketDepth = ["(": 1, "[": 1, ")": -1, "]": -1]
}
