import TextAnalysis

/// Repairs of who does what: subjects that a verb cannot have, and those that it lacks.
extension TreeRepair {
  /// `customs officers seized`, `chief executive Ann Lee said`, with both for subjects: of two that stand side by side, the
  /// first belongs to the second.
  func joinDoubleSubject(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard isSubject(second, tokens), isNominal(second, tokens), let verb = tokens[second].head else { return }
    let first = sentence.last { index in
      index < second && tokens[index].head == verb && isSubject(index, tokens)
        && (isNominal(index, tokens) || tokens[index].upos == .adjective)
    }
    guard let first, (first < verb) == (second < verb) else { return }
    let isOnePhrase = (first + 1).upTo(second).allSatisfy { index in
      [.noun, .properNoun, .adjective].contains(tokens[index].upos) || tokens[index].form == "-"
    }
    guard isOnePhrase else { return }
    hang(first, on: second, as: "compound", &tokens)
    for index in sentence where index < first && tokens[index].head == first && tokens[index].deprel == "det" {
      tokens[index].head = second
    }
  }

  /// `X, who owns the firm, denied the account`, read as if the account denied X: what stands behind an active verb with
  /// an article is its object when a name or noun stands in front that is nothing else.
  func turnAround(_ object: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[object].deprel == "nsubj", tokens[object].upos == .noun, let verb = tokens[object].head, object > verb,
      tokens[verb].upos == .verb,
      tokens[verb].xpos == "VBD" || tokens[verb].xpos == "VBZ" || tokens[verb].xpos == "VBP",
      cues.verb(tokens[verb].lemma.lowercased()) != nil
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    guard !children.contains(where: { $0 < verb && isSubject($0, tokens) }),
      !children.contains(where: { tokens[$0].deprel == "obj" || tokens[$0].upos == .auxiliary }),
      let content = children.first(where: { $0 < verb && tokens[$0].deprel == "ccomp" })
    else { return }
    // Quotation marks in front make it what is said.
    guard !sentence.lowerBound.upTo(verb).contains(where: { ["\"", "“", "”", "''"].contains(tokens[$0].form) }) else {
      return
    }
    if isNominal(content, tokens), !sentence.contains(where: { tokens[$0].head == content && isClausal($0, tokens) }) {
      tokens[content].deprel = "nsubj"
      tokens[object].deprel = "obj"
    } else if let subject = headOfRelative(content, sentence, tokens) {
      hang(subject, on: verb, as: "nsubj", &tokens)
      hang(content, on: subject, as: "acl:relcl", &tokens)
      tokens[object].deprel = "obj"
    }
  }

  /// `The bank's chief executive, Jane Roe, denied`, with the executive for an adjective: what has a name in apposition and
  /// stands in front of a verb without a subject is the subject.
  func makeAppositiveSubject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["xcomp", "obl:unmarked", "advcl", "dislocated", "ccomp", "obj"].contains(tokens[noun].deprel),
      tokens[noun].upos == .noun || tokens[noun].upos == .adjective, let verb = tokens[noun].head, noun < verb,
      ["VBD", "VBZ"].contains(tokens[verb].xpos), tokens[verb - 1].form == ",",
      let name = sentence.first(where: {
        $0 > noun && $0 < verb && tokens[$0].head == noun && tokens[$0].deprel == "appos"
      }), tokens[name].upos == .properNoun,
      sentence.contains(where: {
        $0 < noun && tokens[$0].head == noun && ["det", "nmod:poss", "amod", "compound"].contains(tokens[$0].deprel)
      }),
      !sentence.contains(where: {
        tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj")
          || tokens[$0].head == noun && ["cop", "mark"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[noun].upos = .noun
    if tokens[noun].xpos.hasPrefix("J") { tokens[noun].xpos = "NN" }
    tokens[noun].deprel = "nsubj"
  }

  /// `Before dawn the brigade, an armed group, said`, with the dawn for a verb: it tells when, and what was taken for its object
  /// is who speaks.
  func makeTimeOfDay(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].upos == .verb, ["dawn", "dusk", "daybreak"].contains(tokens[word].lower),
      word > sentence.lowerBound, ["before", "after", "at", "by", "until", "since"].contains(tokens[word - 1].lower),
      let verb = tokens[word].head, verb > word
    else { return }
    tokens[word].upos = .noun
    tokens[word].xpos = "NN"
    hang(word, on: verb, as: "obl", &tokens)
    tokens[word - 1].upos = .adposition
    tokens[word - 1].xpos = "IN"
    hang(word - 1, on: word, as: "case", &tokens)
    guard let noun = sentence.first(where: { $0 > word && tokens[$0].head == word && tokens[$0].deprel == "obj" })
    else {
      return
    }
    for index in sentence where index > noun && tokens[index].head == word { tokens[index].head = noun }
    if let subject = sentence.first(where: { tokens[$0].head == verb && isSubject($0, tokens) }) {
      guard subject > noun, subject < verb, tokens[startOfPhrase(subject, sentence, tokens) - 1].form == "," else {
        hang(noun, on: verb, as: "obl", &tokens)
        return
      }
      hang(subject, on: noun, as: "appos", &tokens)
    }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  /// `The company's chief executive, Sir Alan Moore, said`, with the executive for an adjective and Moore for a second
  /// subject: what a name between commas explains is a noun.
  func lowerNameBetweenCommas(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "nsubj", tokens[name].upos == .properNoun, let verb = tokens[name].head, name < verb,
      tokens[verb - 1].form == ",",
      let noun = sentence.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "nsubj" }), noun < name,
      isNominal(noun, tokens) || tokens[noun].upos == .adjective, noun + 1 < name, tokens[noun + 1].form == ",",
      startOfPhrase(name, sentence, tokens) == noun + 2,
      sentence.contains(where: {
        $0 < noun && tokens[$0].head == noun && ["det", "nmod:poss", "amod", "compound"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[noun].upos = .noun
    if tokens[noun].xpos.hasPrefix("J") { tokens[noun].xpos = "NN" }
    hang(name, on: noun, as: "appos", &tokens)
  }

  /// `The ministry neither confirmed nor denied the report`, with `confirmed` for a clause about the ministry: both verbs are
  /// what it did, and share what stands in front of and behind them.
  func joinNeither(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].lower == "neither", let first = verb(behind: word, sentence, tokens),
      let nor = (first + 1).upTo(min(first + 4, sentence.upperBound)).first(where: { tokens[$0].lower == "nor" }),
      let second = verb(behind: nor, sentence, tokens), let noun = tokens[first].head, noun < word,
      ["acl", "acl:relcl"].contains(tokens[first].deprel),
      !sentence.contains(where: { tokens[$0].head == first && isSubject($0, tokens) })
    else { return }
    if tokens[noun].head == second {
      put(first, inPlaceOf: second, &tokens)
    } else if tokens[second].head == first, tokens[noun].head == nil {
      put(first, inPlaceOf: noun, &tokens)
      for index in sentence where index > first && tokens[index].head == noun { tokens[index].head = first }
      hang(noun, on: first, as: "nsubj", &tokens)
    } else {
      return
    }
    hang(second, on: first, as: "conj", &tokens)
    for index in sentence where tokens[index].head == second && index != nor { tokens[index].head = first }
    hang(word, on: first, as: "cc:preconj", &tokens)
    hang(nor, on: second, as: "cc", &tokens)
  }

  /// The verb that stands behind a word, at most an adverb or auxiliary between.
  private func verb(behind word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    (word + 1).upTo(min(word + 4, sentence.upperBound)).first {
      tokens[$0].upos != .adverb && tokens[$0].upos != .auxiliary
    }
    .flatMap { tokens[$0].upos == .verb ? $0 : nil }
  }

  /// `A magnitude 7.0 earthquake flattened the capital`, with the earthquake for a circumstance: the noun directly in front of
  /// a finite verb that has no subject is it, unless it tells the time.
  func makeSubject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obl:unmarked", isNominal(noun, tokens), let verb = tokens[noun].head, verb > noun,
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), !Self.timeNouns.contains(tokens[noun].lemma.lowercased()),
      CalendarWords.weekdays[tokens[noun].form.lowercased()] == nil,
      CalendarWords.months[tokens[noun].form.lowercased()] == nil,
      (noun + 1).upTo(verb).allSatisfy({ tokens[$0].upos == .adverb || isBelow($0, noun, tokens) }),
      !sentence.contains(where: {
        tokens[$0].head == verb
          && (tokens[$0].deprel.hasPrefix("nsubj") || ["csubj", "expl"].contains(tokens[$0].deprel))
      })
    else { return }
    tokens[noun].deprel = "nsubj"
    let start = startOfPhrase(noun, sentence, tokens)
    for index in sentence
    where index < start && tokens[index].head == verb && tokens[index].deprel == "obl:unmarked"
      && (index + 1).upTo(start).allSatisfy({ isBelow($0, index, tokens) })
    {
      hang(index, on: noun, as: "compound", &tokens)
    }
  }

  /// In `X, who broke with Y` read as a clause of its own: X.
  private func headOfRelative(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    let subjects = sentence.filter { tokens[$0].head == verb && $0 < verb && isSubject($0, tokens) }
    guard let pronoun = subjects.last, ["who", "which"].contains(tokens[pronoun].lower),
      let noun = subjects.first, noun < pronoun, isNominal(noun, tokens), tokens[pronoun - 1].form == ","
    else { return nil }
    return noun
  }

  /// `S, Peskov, the Kremlin's spokesman, told the agency`, with Peskov hung on a noun of S: a verb of saying without a
  /// subject takes the phrase that stands between S and it.
  func raiseSpeaker(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "appos", isNominal(noun, tokens) else { return }
    let end = lastToken(below: noun, sentence, tokens)
    var next = end + 1
    while next < sentence.upperBound, tokens[next].upos == .punctuation { next += 1 }
    guard next < sentence.upperBound, tokens[next].upos == .verb,
      ["VBD", "VBZ"].contains(tokens[next].xpos) || isPast(next, sentence, tokens),
      let cue = cues.verb(tokens[next].lemma.lowercased()), cue.takes(.clause) || cue.attributive == .yes,
      noun > sentence.lowerBound
    else { return }
    let children = sentence.filter { tokens[$0].head == next }
    guard !children.contains(where: { isSubject($0, tokens) }),
      children.contains(where: { child in
        child < noun
          && (tokens[child].deprel == "ccomp" || tokens[child].deprel == "advcl" && isBelow(noun, child, tokens))
      }),
      startOfPhrase(noun, sentence, tokens) > sentence.lowerBound,
      tokens[startOfPhrase(noun, sentence, tokens) - 1].upos == .punctuation
    else { return }
    hang(noun, on: next, as: "nsubj", &tokens)
  }

  /// A participle by its tag that has an object and no auxiliary is a past tense.
  private func isPast(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[verb].xpos == "VBN" && sentence.contains { tokens[$0].head == verb && tokens[$0].deprel == "obj" }
      && !sentence.contains { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") }
  }

  /// `according to X` with `according` for a verb: it is the preposition of X.
  func lowerAccording(_ token: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[token].lower == "according", tokens[token].deprel != "case",
      token + 1 < sentence.upperBound,
      tokens[token + 1].lower == "to"
    else { return }
    let noun = sentence.first { index in
      index > token + 1 && tokens[index].head == token
        && ["obj", "obl", "nmod"].contains(tokens[index].deprel) && isNominal(index, tokens)
    }
    guard let noun else { return }
    var here = tokens[token].head
    var governor: Int?
    for _ in 0..<16 {
      guard let candidate = here, candidate != noun else { break }
      if tokens[candidate].upos == .verb || tokens[candidate].head == nil {
        governor = candidate
        break
      }
      here = tokens[candidate].head
    }
    guard let governor else { return }
    hang(noun, on: governor, as: "obl", &tokens)
    hang(token, on: noun, as: "case", &tokens)
    hang(token + 1, on: token, as: "fixed", &tokens)
  }

  /// `two people familiar with the case said`, read as if the case had said it: a noun behind a preposition is no subject;
  /// the one that the phrase belongs to is.
  func dropPrepositionalSubject(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "nsubj", let verb = tokens[noun].head, noun < verb,
      let preposition = sentence.first(where: { $0 < noun && tokens[$0].head == noun && tokens[$0].deprel == "case" }),
      tokens[preposition].upos == .adposition, preposition > sentence.lowerBound
    else { return }
    var modifier = preposition - 1
    while modifier > sentence.lowerBound, tokens[modifier].upos == .adverb { modifier -= 1 }
    let isModifier = tokens[modifier].upos == .adjective || ["VBN", "VBG"].contains(tokens[modifier].xpos)
    let subject = isModifier ? modifier - 1 : modifier
    guard subject >= sentence.lowerBound, isNominal(subject, tokens), tokens[subject].head == verb || isModifier,
      !sentence.contains(where: { tokens[$0].head == subject && tokens[$0].deprel == "case" }),
      !isBelow(verb, subject, tokens)
    else { return }
    hang(subject, on: verb, as: "nsubj", &tokens)
    if isModifier {
      tokens[modifier].head = subject
      tokens[modifier].deprel = tokens[modifier].upos == .adjective ? "amod" : "acl"
      hang(noun, on: modifier, as: "obl", &tokens)
    } else {
      hang(noun, on: subject, as: "nmod", &tokens)
    }
  }

  /// `a second official briefed on the case said`, with `second` for the subject: an adjective in front of its noun is not
  /// what speaks.
  func raiseNounOverAdjective(_ adjective: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[adjective].deprel == "nsubj", tokens[adjective].upos == .adjective, let verb = tokens[adjective].head,
      adjective + 1 < verb, isNominal(adjective + 1, tokens), sentence.contains(adjective + 1)
    else { return }
    let noun = adjective + 1
    let clause = tokens[noun].head
    guard !isBelow(verb, noun, tokens) else { return }
    hang(noun, on: verb, as: "nsubj", &tokens)
    for index in sentence where tokens[index].head == adjective && index != noun { tokens[index].head = noun }
    hang(adjective, on: noun, as: "amod", &tokens)
    if let clause, clause > noun, clause < verb, tokens[clause].upos == .verb {
      hang(clause, on: noun, as: "acl", &tokens)
    }
  }

  func isSubject(_ token: Int, _ tokens: [Token]) -> Bool {
    tokens[token].deprel == "nsubj" || tokens[token].deprel == "nsubj:pass"
  }

  func isNominal(_ token: Int, _ tokens: [Token]) -> Bool {
    tokens[token].upos == .noun || tokens[token].upos == .properNoun
  }

  private func isClausal(_ child: Int, _ tokens: [Token]) -> Bool {
    isSubject(child, tokens) || ["cop", "aux", "mark"].contains(tokens[child].deprel)
  }

  private func lastToken(below noun: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    sentence.last { index in index >= noun && tokens[index].upos != .punctuation && isBelow(index, noun, tokens) }
      ?? noun
  }

  /// `Neither the warden, who retired, nor the ministry would comment`, with the warden for the whole: the verb is what both of them
  /// did.
  func joinNeitherSubjects(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].lower == "neither", let first = tokens[word].head, first > word, isNounLike(first, tokens) else {
      return
    }
    // Two subjects of one verb.
    if let verb = tokens[first].head, isSubject(first, tokens),
      let second = sentence.first(where: {
        $0 > first && $0 < verb && tokens[$0].head == verb && isSubject($0, tokens)
      }),
      let nor = (first + 1).upTo(second).first(where: { tokens[$0].lower == "nor" })
    {
      hang(second, on: first, as: "conj", &tokens)
      hang(nor, on: second, as: "cc", &tokens)
      return
    }
    guard tokens[first].head == nil,
      let nor = (first + 1).upTo(sentence.upperBound).first(where: { tokens[$0].lower == "nor" }),
      let verb = tokens[nor].head, tokens[verb].head == first, tokens[verb].deprel == "conj",
      let second = sentence.first(where: { $0 > nor && tokens[$0].head == verb && isSubject($0, tokens) })
    else { return }
    put(verb, inPlaceOf: first, &tokens)
    hang(first, on: verb, as: tokens[second].deprel, &tokens)
    hang(second, on: first, as: "conj", &tokens)
    tokens[nor].head = second
    for index in sentence where index > verb && tokens[index].head == first && index != second {
      tokens[index].head = verb
    }
  }

  /// `Sevar, meanwhile, has summoned the envoy`, with Sevar for the one spoken to: in front of a finite verb that has no other, a
  /// name is its subject.
  func makeSubjectOfCalled(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "vocative", tokens[name].upos == .properNoun, let verb = tokens[name].head,
      name < verb,
      tokens[verb].upos == .verb,
      ["VBD", "VBZ"].contains(tokens[verb].xpos)
        || sentence.contains(where: {
          tokens[$0].head == verb && tokens[$0].deprel == "aux" && ["has", "had", "was"].contains(tokens[$0].lower)
        }),
      !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) })
    else { return }
    tokens[name].deprel = "nsubj"
  }

  /// `Examined by his counsel, John Mather KC, Mr Lamb agreed`, with one name of both: a name goes on over no comma, and the first
  /// explains who stands in front of it.
  func partNames(_ second: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["flat", "appos"].contains(tokens[second].deprel), tokens[second].upos == .properNoun,
      let first = tokens[second].head, first < second, tokens[first].upos == .properNoun,
      tokens[first].deprel.hasPrefix("nsubj"), let verb = tokens[first].head, verb == second + 1,
      let start = sentence.first(where: { $0 <= second && ($0 == second || tokens[$0].head == second) }),
      start > sentence.lowerBound, tokens[start - 1].form == "," || tokens[start].form == ",",
      case let explained = first - 2, explained > sentence.lowerBound, tokens[first - 1].form == ",",
      isNounLike(explained, tokens), let participle = tokens[explained].head, participle < explained,
      ["VBN", "VBG"].contains(tokens[participle].xpos), tokens[participle].head == verb,
      tokens[participle].deprel == "advcl"
    else { return }
    hang(second, on: verb, as: tokens[first].deprel, &tokens)
    hang(first, on: explained, as: "appos", &tokens)
  }

  /// `The Police Directorate states S`, with the police for who states it: a name right in front of the verb ends the subject.
  func joinCompoundSubject(_ name: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[name].deprel == "compound", ["NNP", "NNPS"].contains(tokens[name].xpos), let verb = tokens[name].head,
      verb == name + 1, ["VBZ", "VBD", "VBP"].contains(tokens[verb].xpos), name > sentence.lowerBound,
      case let first = name - 1,
      tokens[first].head == verb || tokens[first].head == name, isSubject(first, tokens), isNounLike(first, tokens)
    else { return }
    hang(name, on: verb, as: tokens[first].deprel, &tokens)
    for index in sentence where tokens[index].head == first && index < first { tokens[index].head = name }
    hang(first, on: name, as: "compound", &tokens)
  }

  /// `Two witnesses, both neighbours, told`, with the neighbours for others: behind `both` without `and` the same two are described.
  func apposeBoth(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "conj", let first = tokens[noun].head, first < noun, noun - 1 > first,
      ["both", "all"].contains(tokens[noun - 1].lower), tokens[noun - 2].form == ",",
      !sentence.contains(where: { tokens[$0].head == noun && tokens[$0].deprel == "cc" })
    else { return }
    tokens[noun].deprel = "appos"
  }

  /// `traded with Silk Gate, whose owner, Askar Nurlanov, denied it`, with the trade for what he denied: what has a name between
  /// commas behind `whose` is told of the one in front.
  func lowerBehindWhose(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].upos == .verb, tokens[verb].deprel == "root", tokens[verb].head == nil,
      verb - 4 > sentence.lowerBound,
      tokens[verb - 1].form == ",",
      let comma = sentence.lowerBound.upTo(verb - 1).last(where: { tokens[$0].form == "," }), verb - comma <= 6,
      (comma + 1).upTo(verb - 1).allSatisfy({ tokens[$0].upos == .properNoun }),
      case let noun = comma - 1, noun > sentence.lowerBound, isNounLike(noun, tokens),
      let whose = max(sentence.lowerBound, noun - 4).upTo(noun).last(where: { tokens[$0].lower == "whose" }),
      whose - 1 > sentence.lowerBound,
      let front = sentence.first(where: {
        $0 < whose && tokens[$0].head == verb
          && ["ccomp", "advcl", "parataxis", "dislocated"].contains(tokens[$0].deprel)
      }), tokens[front].upos == .verb,
      let antecedent = sentence.lowerBound.upTo(whose).last(where: { isNounLike($0, tokens) }), antecedent > front
    else { return }
    put(front, inPlaceOf: verb, &tokens)
    hang(verb, on: antecedent, as: "acl:relcl", &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(whose, on: noun, as: "nmod:poss", &tokens)
    for index in sentence
    where tokens[index].head == verb && index > comma && index < verb && tokens[index].upos == .properNoun {
      hang(index, on: noun, as: "appos", &tokens)
    }
  }
}
