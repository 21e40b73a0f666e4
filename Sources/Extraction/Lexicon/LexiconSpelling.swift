import TextAnalysis

/// The case that the lexicons give to words of a text in capitals: `FMLN`, `Ministry of the Interior`, `guerrillas`.
struct LexiconSpelling: NameSpelling {
  let lexicon: Lexicon

  func spellings(_ tokens: [Token], _ sentence: Range<Int>) -> [(token: Int, form: String, isPhrase: Bool)] {
    var result: [(token: Int, form: String, isPhrase: Bool)] = []
    var token = sentence.lowerBound
    while token < sentence.upperBound {
      if let found = lexicon.names.longestSpelling(in: tokens, from: token, limit: sentence.upperBound) {
        let words = found.tokens.filter { WordShape.hasLetter(tokens[$0].form) }
        result += spread(found.letters, over: found.tokens, tokens, isPhrase: words.count > 1)
        token = found.tokens.upperBound
      } else {
        if isMonth(token, tokens, sentence) {
          result.append((token, tokens[token].form.capitalized, true))
        }
        token += 1
      }
    }
    return result
  }

  /// `16 MAY`, `MARCH 3`: words that are more often something else.
  private func isMonth(_ token: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Bool {
    guard CalendarWords.mayBeMonth(tokens[token].form), CalendarWords.months[tokens[token].lower] != nil
    else { return false }
    return [token - 1, token + 1].contains { index in
      sentence.contains(index) && CalendarWords.day(tokens[index].lower) != nil
    }
  }

  /// Gives each token its share of a name's letters.
  private func spread(
    _ letters: String, over range: Range<Int>, _ tokens: [Token], isPhrase: Bool
  ) -> [(token: Int, form: String, isPhrase: Bool)] {
    var rest = letters[...]
    return range.map { index in
      let form = String(
        tokens[index].form.map { character in
          guard FoldedHash(String(character)).length > 0, let spelled = rest.popFirst() else { return character }
          return spelled.isUppercase ? character : Character(character.lowercased())
        })
      return (index, form, isPhrase)
    }
  }

  /// Words that the lexicons list as nouns or verbs are common ones: `commandos`, `machinegunned`.
  func commonWord(_ form: String) -> String? {
    let lower = form.lowercased()
    guard lower.utf8.count > 3 else { return nil }
    if isCommon(lower[...]) { return lower }
    for ending in Self.endings where lower.utf8.ends(with: ending.utf8) {
      if isCommon(lower.dropLast(ending.utf8.count)) { return lower }
    }
    return nil
  }

  private func isCommon(_ stem: Substring) -> Bool {
    var hash = FoldedHash(stem)
    if lexicon.roles.first(hash, { String(stem) }) != nil || lexicon.headNouns.first(hash, { String(stem) }) != nil
      || lexicon.isEventLemma(hash, { String(stem) })
    {
      return true
    }
    hash.add("e")
    return lexicon.isEventLemma(hash) { stem + "e" }
  }

  private static let endings = ["s", "ed", "d", "ing", "ned", "es"]
}

extension String.UTF8View {
  /// Whether the last bytes are these.
  func ends(with ending: String.UTF8View) -> Bool { reversed().starts(with: ending.reversed()) }
}
