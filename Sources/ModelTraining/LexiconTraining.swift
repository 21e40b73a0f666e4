import TextAnalysis

enum LexiconTraining {
  private struct Ending {
    let length: Int
    let shorter: UInt32
    var rules: [LemmaRule: Int] = [:]
    var words: Set<[UInt8]> = []
  }

  private struct Pair: Hashable {
    let form: String
    let lemma: String
  }

  /// Edit scripts by word and tag, and by ending and tag where the shorter ending would say something else.
  static func lemmatizer(_ sentences: [TreebankSentence], _ inventory: Inventory) -> Lemmatizer {
    var byWord: [UInt32: [Pair: Int]] = [:]
    var byEnding: [UInt32: Ending] = [:]
    for sentence in sentences {
      for index in 0..<sentence.count where sentence.lemmas[index] != "_" && sentence.forms[index].utf8.count <= 64 {
        let form = Array(sentence.forms[index].utf8)
        let tag = inventory.tagClass(sentence, index)
        let pair = Pair(form: sentence.forms[index], lemma: sentence.lemmas[index])
        let rule = LemmaRule(form: pair.form, lemma: pair.lemma)
        let lower = Self.lower(form)
        byWord[Lemmatizer.wordKey(lower[...], tag: tag), default: [:]][pair, default: 0] += 1
        for length in 0...min(Lemmatizer.longestEnding, max(0, lower.count - 1)) {
          let key = Lemmatizer.endingKey(lower[...], length: length, tag: tag)
          let shorter = length == 0 ? 0 : Lemmatizer.endingKey(lower[...], length: length - 1, tag: tag)
          byEnding[key, default: Ending(length: length, shorter: shorter)].rules[rule, default: 0] += 1
          byEnding[key]?.words.insert(lower)
        }
      }
    }
    func most(_ rules: [LemmaRule: Int]) -> LemmaRule? { rules.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    var chosen: [UInt32: LemmaRule] = [:]
    for (key, entry) in byEnding {
      guard let rule = most(entry.rules) else { continue }
      let shorter = entry.length == 0 ? nil : byEnding[entry.shorter].flatMap { most($0.rules) }
      // One word proves nothing of its ending: "Sept." would make a September of each "Capt.".
      if entry.length == 0 || (rule != shorter && entry.words.count >= 2) { chosen[key] = rule }
    }
    for (key, pairs) in byWord { chosen[key] = most(Self.agreement(pairs)) }
    let rules = Set(chosen.values).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, UInt16(truncatingIfNeeded: $0)) })
    return Lemmatizer(scripts: HashedMap(chosen.compactMapValues { numbers[$0] }), rules: rules)
  }

  /// How many of a word's occurrences each of its rules is right for. One rule may serve several spellings: that which
  /// makes "I" of "i" makes it of "I" as well.
  private static func agreement(_ pairs: [Pair: Int]) -> [LemmaRule: Int] {
    var result: [LemmaRule: Int] = [:]
    for rule in Set(pairs.keys.map { LemmaRule(form: $0.form, lemma: $0.lemma) }) {
      for (pair, count) in pairs {
        let form = Array(pair.form.utf8)
        if rule.apply(to: form[...], lower: Self.lower(form)) == pair.lemma { result[rule, default: 0] += count }
      }
    }
    return result
  }

  /// How words are written when no sentence begins with them.
  static func truecaser(_ sentences: [TreebankSentence]) -> Truecaser {
    var byWord: [UInt32: [UInt16: Int]] = [:]
    var byEnding: [UInt32: [UInt16: Int]] = [:]
    for sentence in sentences {
      let forms = sentence.forms.map { Array($0.utf8) }
      if Truecaser.isInCapitals(forms.map { $0[...] }) { continue }
      for form in forms.dropFirst() where form.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) && form.count <= 64 {
        let upper = form.count { $0 &- 0x41 < 26 }
        let habit: Truecaser.Habit = upper == 0 ? .lower : upper > 1 && upper * 2 > form.count ? .upper : .capitalised
        let lower = Self.lower(form)
        byWord[Truecaser.wordKey(lower[...]), default: [:]][habit.rawValue, default: 0] += 1
        if lower.count > 4 { byEnding[Truecaser.endingKey(lower[...]), default: [:]][habit.rawValue, default: 0] += 1 }
      }
    }
    func most(_ habits: [UInt16: Int]) -> UInt16 { habits.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0 }
    var habits: [UInt32: UInt16] = [:]
    for (key, counts) in byEnding where counts.values.reduce(0, +) >= 5 { habits[key] = most(counts) }
    for (key, counts) in byWord { habits[key] = most(counts) }
    return Truecaser(habits: HashedMap(habits))
  }

  private static func lower(_ form: [UInt8]) -> [UInt8] { LanguageModel.lowerCase(form) }
}
