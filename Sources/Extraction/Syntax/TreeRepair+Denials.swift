import TextAnalysis

/// Repairs of denials that the parser takes for something else.
extension TreeRepair {
  /// `Lund denies wrongdoing`, `which the army denies`, `something the military disputes`, with a plural noun for the verb:
  /// `denies` is no noun, and behind `which` and a subject stands a verb.
  func makeDenies(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let subject = word - 1
    guard tokens[word].xpos == "NNS", subject >= sentence.lowerBound,
      [.noun, .properNoun, .adjective, .pronoun].contains(tokens[subject].upos),
      tokens[subject].head == word || tokens[subject].deprel.hasPrefix("nsubj"),
      let stem = denyingStem(of: word, tokens)
    else { return }
    let start = startOfSubject(subject, word, sentence, tokens)
    let before = start - 1
    // Behind `a claim that` another repair knows what to do.
    if before >= sentence.lowerBound, tokens[before].lower == "that" { return }
    let isRelative = before > sentence.lowerBound && ["which", "something"].contains(tokens[before].lower)
    let isBeforeWords = rejectsWords(word, behind: subject, sentence, tokens)
    // `The army rejects this theory`: no article goes on behind a noun that a singular one describes.
    let isBeforeArticle =
      word + 1 < sentence.upperBound && ["DT", "PRP$"].contains(tokens[word + 1].xpos)
      && !tokens[subject].xpos.hasSuffix("S")
      && ([.noun, .properNoun].contains(tokens[subject].upos)
        || tokens[subject].form.first?.isUppercase ?? false && subject > sentence.lowerBound)
      && tokens[word].deprel != "nsubj"
    guard isRelative || isBeforeWords || isBeforeArticle || tokens[word].lower == "denies" else { return }
    if isBeforeWords, let words = tokens[word].head {
      put(word, inPlaceOf: words, &tokens)
      hang(words, on: word, as: "obj", &tokens)
      for index in sentence where tokens[index].head == words {
        if index < subject {
          tokens[index].head = subject
        } else if index > words, index + 1 == sentence.upperBound, tokens[index].upos == .punctuation {
          tokens[index].head = word
        }
      }
    }
    tokens[word].upos = .verb
    tokens[word].xpos = "VBZ"
    tokens[word].lemma = stem
    for index in start.upTo(subject) where tokens[index].head == word { tokens[index].head = subject }
    if tokens[subject].upos == .adjective {
      tokens[subject].upos = .noun
      tokens[subject].xpos = "NN"
    }
    hang(subject, on: word, as: "nsubj", &tokens)
    if isRelative {
      if tokens[before].lower == "which" {
        guard let host = hostInFront(of: before, sentence, tokens) else { return }
        hang(before, on: word, as: "obj", &tokens)
        hang(word, on: host, as: "acl:relcl", &tokens)
      } else {
        hang(word, on: before, as: "acl:relcl", &tokens)
      }
      return
    }
    if tokens[word].deprel != "root", tokens[word].head != nil, tokens[word].deprel != "ccomp" {
      tokens[word].deprel = "parataxis"
    }
    let object = sentence.first { $0 > word && tokens[$0].head == word && tokens[$0].upos != .punctuation }
    guard let object, tokens[object].deprel != "ccomp" else { return }
    if ["nmod", "acl", "appos", "amod", "xcomp", "compound", "dep", "obl"].contains(tokens[object].deprel),
      !sentence.contains(where: { tokens[$0].head == object && tokens[$0].deprel == "case" })
    {
      if object == word + 1, tokens[object].xpos == "VBG", tokens[object].lower == "wrongdoing" {
        tokens[object].upos = .noun
        tokens[object].xpos = "NN"
      }
      tokens[object].deprel = tokens[object].xpos == "VBG" ? "xcomp" : "obj"
    }
  }

  /// `Rennie, 28, denies theft and assault`, `The captain, Igor Petrenko, denies receiving a call`, with the denials for what Rennie
  /// is: behind an age or a name between commas stands the verb.
  func makeDeniesBehindAge(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[word].lower == "denies", tokens[word].xpos == "NNS", word - 3 >= sentence.lowerBound,
      tokens[word - 1].form == ",", let name = sentence.first(where: { tokens[$0].head == nil }), name < word - 2,
      isNounLike(name, tokens),
      tokens[word - 2].upos == .numeral && tokens[word - 3].form == ","
        || tokens[name + 1].form == "," && tokens[word].head == name
          && (name + 2).upTo(word - 1).allSatisfy({ tokens[$0].upos == .properNoun })
    else { return }
    tokens[word].upos = .verb
    tokens[word].xpos = "VBZ"
    tokens[word].lemma = "deny"
    put(word, inPlaceOf: name, &tokens)
    hang(name, on: word, as: "nsubj", &tokens)
    for index in sentence where index > word && tokens[index].head == name { tokens[index].head = word }
    guard
      let object = sentence.first(where: {
        $0 > word && tokens[$0].head == word && tokens[$0].upos != .punctuation
      }), tokens[object].deprel != "ccomp"
    else { return }
    let isDeed = tokens[object].xpos == "VBG" && !sentence.contains { tokens[$0].head == object && $0 < object }
    tokens[object].deprel = isDeed ? "xcomp" : "obj"
  }

  /// `Valk's spokesman rejects speculation that S`, with speculation of rejects: behind a noun in the singular, in front of a noun
  /// for words that a clause follows, no plural stands.
  private func rejectsWords(_ word: Int, behind subject: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    guard tokens[word].deprel == "compound", let words = tokens[word].head, words > word, isWords(words, tokens),
      [.noun, .properNoun].contains(tokens[subject].upos), !tokens[subject].xpos.hasSuffix("S")
    else { return false }
    return sentence.contains {
      $0 > words && tokens[$0].head == words && ["acl", "acl:relcl", "ccomp", "nmod"].contains(tokens[$0].deprel)
    }
  }

  /// `rejected Lund's accusation that S`, `denied a report in the daily that S`, with S for what was rejected: a clause with `that`
  /// right behind a phrase for words tells which words.
  func lowerDeniedThat(_ clause: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[clause].deprel == "ccomp", let verb = tokens[clause].head, verb < clause,
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies,
      let noun = sentence.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "obj" && $0 > verb }),
      noun < clause, isWords(noun, tokens) || Syntax.answered.contains(tokens[noun].lemma.lowercased()),
      let mark = sentence.first(where: {
        $0 > noun && tokens[$0].head == clause && tokens[$0].lower == "that"
          && (tokens[$0].deprel == "mark" || isBeforeSubject($0, of: clause, sentence, tokens))
      }), isBelow(mark - 1, noun, tokens)
    else { return }
    hang(clause, on: noun, as: "acl", &tokens)
    hang(mark, on: clause, as: "mark", &tokens)
    tokens[mark].upos = .subordinatingConjunction
    tokens[mark].xpos = "IN"
  }

  /// `that drones had been used`, with `that` for one more subject.
  private func isBeforeSubject(_ that: Int, of clause: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    tokens[that].deprel.hasPrefix("nsubj")
      && sentence.contains {
        $0 > that && $0 < clause && tokens[$0].head == clause && tokens[$0].deprel.hasPrefix("nsubj")
      }
  }

  /// `17 died, a figure that the ministry disputes: it maintains T`, with the figure for one more thing of the dying: what a mark
  /// sets off, with an article in front and one who denies it behind, stands for the clause. What follows a colon is told beside it.
  func releaseAnswered(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].upos == .noun, let head = tokens[noun].head, head < noun,
      Syntax.answered.contains(tokens[noun].lemma.lowercased()),
      let answer = sentence.first(where: {
        $0 > noun && tokens[$0].head == noun && ["acl", "acl:relcl"].contains(tokens[$0].deprel)
          && cues.verb(tokens[$0].lemma.lowercased())?.stance == .denies
      }),
      let mark = sentence.lowerBound.upTo(noun).last(where: { Syntax.settingOff.contains(tokens[$0].form) }),
      mark > head, tokens[mark + 1].lower == "a" || tokens[mark + 1].lower == "an",
      (mark + 1).upTo(noun).allSatisfy({ [.determiner, .adjective].contains(tokens[$0].upos) }),
      let told = clauseInFront(of: mark, besides: answer, sentence, tokens)
    else { return }
    hang(noun, on: told, as: "parataxis", &tokens)
    // `dismissed as absurd by the rebels`: who does so.
    if let verdict = sentence.first(where: { tokens[$0].head == answer && tokens[$0].upos == .adjective }),
      let agent = sentence.first(where: { tokens[$0].head == verdict && tokens[$0].deprel == "obl:agent" })
    {
      tokens[agent].head = answer
    }
    for index in sentence
    where index > answer && tokens[index].head == answer && tokens[index].deprel == "parataxis"
      && answer.upTo(index).contains(where: { [":", ";"].contains(tokens[$0].form) })
    {
      guard
        let top = sentence.lowerBound.upTo(mark).first(where: { isBelow(told, $0, tokens) && tokens[$0].head == nil })
      else { break }
      tokens[index].head = top
    }
  }

  /// `denied on Sunday having said so`, with the saying for a circumstance: without a comma in front, what somebody denies or
  /// admits having done is what he denies or admits.
  func raiseGerund(_ gerund: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[gerund].deprel == "advcl", let verb = tokens[gerund].head, verb < gerund,
      Self.owning.contains(tokens[verb].lemma.lowercased()),
      tokens[gerund].xpos == "VBG" || hasHaving(gerund, sentence, tokens) != nil,
      !sentence.contains(where: { tokens[$0].head == gerund && ["mark", "nsubj"].contains(tokens[$0].deprel) }),
      !sentence.contains(where: {
        tokens[$0].head == verb && ["obj", "ccomp", "xcomp"].contains(tokens[$0].deprel)
      }),
      !verb.upTo(gerund).contains(where: { tokens[$0].upos == .punctuation })
    else { return }
    tokens[gerund].deprel = "xcomp"
  }

  /// `The firm denied having paid them`, with the payment for the main verb: `having` opens no main clause.
  func raiseDenied(_ gerund: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard let having = hasHaving(gerund, sentence, tokens), having - 1 > sentence.lowerBound,
      case let verb = having - 1, Self.owning.contains(tokens[verb].lemma.lowercased()),
      ["acl", "amod", "acl:relcl"].contains(tokens[verb].deprel), let subject = tokens[verb].head, subject < verb,
      tokens[subject].head == gerund, tokens[subject].deprel.hasPrefix("nsubj")
    else { return }
    put(verb, inPlaceOf: gerund, &tokens)
    tokens[verb].xpos = "VBD"
    tokens[verb].upos = .verb
    hang(gerund, on: verb, as: "xcomp", &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    for index in sentence where tokens[index].head == gerund && (index < verb || tokens[index].form == ".") {
      tokens[index].head = verb
    }
  }

  /// `which denies it blocked aid`, with blocked aid for what is denied: a pronoun in front of a past tense is its subject.
  func raiseDeniedClause(_ past: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let pronoun = past - 1
    guard ["VBN", "VBD"].contains(tokens[past].xpos), tokens[past].deprel == "amod", let object = tokens[past].head,
      object > past, pronoun > sentence.lowerBound, ["it", "they", "he", "she"].contains(tokens[pronoun].lower),
      let verb = tokens[pronoun].head, verb == pronoun - 1, tokens[object].head == verb,
      cues.verb(tokens[verb].lemma.lowercased())?.takes(.clause) == true
    else { return }
    tokens[past].upos = .verb
    tokens[past].xpos = "VBD"
    hang(past, on: verb, as: "ccomp", &tokens)
    hang(pronoun, on: past, as: "nsubj", &tokens)
    hang(object, on: past, as: "obj", &tokens)
  }

  /// `S, a story he denies`, with the story for what he is called: nothing describes a pronoun from in front, so the noun takes
  /// up S, and the verb tells what he does to it.
  func lowerAnswer(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBZ", "VBD", "VBP"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies,
      let subject = sentence.first(where: {
        $0 < verb && tokens[$0].head == verb && tokens[$0].deprel == "nsubj" && tokens[$0].upos == .pronoun
      }), subject > sentence.lowerBound, case let noun = subject - 1, tokens[noun].head == subject,
      ["nmod:desc", "compound", "appos", "flat"].contains(tokens[noun].deprel),
      isWords(noun, tokens) || Syntax.answered.contains(tokens[noun].lemma.lowercased()),
      let told = sentence.first(where: {
        $0 < noun && tokens[$0].head == verb && ["ccomp", "parataxis", "advcl"].contains(tokens[$0].deprel)
      })
    else { return }
    var start = noun
    while start > sentence.lowerBound, [.determiner, .adjective].contains(tokens[start - 1].upos) { start -= 1 }
    guard start > sentence.lowerBound, tokens[start - 1].form == "," else { return }
    put(told, inPlaceOf: verb, &tokens)
    for index in sentence
    where tokens[index].head == verb && (index < start || index > verb && tokens[index].upos == .punctuation) {
      tokens[index].head = told
    }
    for index in start.upTo(noun) { tokens[index].head = noun }
    hang(noun, on: told, as: "parataxis", &tokens)
    hang(verb, on: noun, as: "acl:relcl", &tokens)
  }

  /// `S, a claim Verado disputes`, `S, something Moscow has denied`: a noun for words behind a comma, who answers and a finite
  /// verb of denying up to the end are a noun and the clause that belongs to it.
  func lowerNamedAnswer(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let isNounForm = tokens[verb].xpos == "NNS" && verb > sentence.lowerBound && tokens[verb - 1].upos == .properNoun
    let stem = isNounForm ? denyingStem(of: verb, tokens) : nil
    guard tokens[verb].upos == .verb || stem != nil,
      cues.verb(stem ?? tokens[verb].lemma.lowercased())?.stance == .denies,
      verb + 1 >= sentence.upperBound || tokens[verb + 1].upos == .punctuation,
      let comma = sentence.lowerBound.upTo(verb).last(where: { tokens[$0].form == "," }), comma > sentence.lowerBound,
      let noun = (comma + 1).upTo(verb).first(where: { [.noun, .pronoun].contains(tokens[$0].upos) }),
      Syntax.answered.contains(tokens[noun].lemma.lowercased()), tokens[noun].xpos != "NNS",
      noun == comma + 1 && tokens[noun].upos == .pronoun
        || (comma + 1).upTo(noun).contains(where: { ["a", "an"].contains(tokens[$0].lower) }),
      (comma + 1).upTo(noun).allSatisfy({ [.determiner, .adjective].contains(tokens[$0].upos) }),
      tokens[verb].head != noun || tokens[verb].deprel != "acl:relcl"
    else { return }
    // Who answers: a name, a pronoun or a noun with an article, and auxiliaries and adverbs behind it.
    let subject = (noun + 1).upTo(verb).last { isNounLike($0, tokens) }
    guard let subject,
      (noun + 1).through(subject).allSatisfy({
        [.properNoun, .noun, .determiner, .pronoun, .adjective].contains(tokens[$0].upos)
      }),
      [.properNoun, .determiner, .pronoun].contains(tokens[noun + 1].upos),
      (subject + 1).upTo(verb).allSatisfy({ [.auxiliary, .adverb].contains(tokens[$0].upos) }),
      stem != nil || ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos)
        || (subject + 1).upTo(verb).contains(where: { tokens[$0].upos == .auxiliary }),
      let told = clauseInFront(of: comma, besides: verb, sentence, tokens)
    else { return }
    if isBelow(told, verb, tokens) {
      guard tokens[told].head == verb else { return }
      put(told, inPlaceOf: verb, &tokens)
    }
    for index in sentence where tokens[index].head == verb && (index <= comma || index > verb) {
      tokens[index].head = told
    }
    if let stem {
      tokens[verb].upos = .verb
      tokens[verb].xpos = "VBZ"
      tokens[verb].lemma = stem
    }
    let who = (noun + 1).through(subject)
    let top = who.last { isNounLike($0, tokens) && !(tokens[$0].head.map(who.contains) ?? false) }
    hang(noun, on: told, as: "parataxis", &tokens)
    hang(verb, on: noun, as: "acl:relcl", &tokens)
    for index in comma.upTo(noun) { tokens[index].head = noun }
    for index in who where index != top && !(tokens[index].head.map(who.contains) ?? false) {
      tokens[index].head = top ?? subject
    }
    hang(top ?? subject, on: verb, as: "nsubj", &tokens)
    for index in (subject + 1).upTo(verb) { tokens[index].head = verb }
  }

  /// The highest verb in front of a comma, or the verb of saying's complement in front of it.
  private func clauseInFront(
    of comma: Int, besides verb: Int, _ sentence: Range<Int>, _ tokens: [Token]
  ) -> Int? {
    let front = sentence.lowerBound.upTo(comma)
    let verbs = front.filter { index in
      tokens[index].upos != .punctuation && tokens[index].deprel != "nsubj"
        && (tokens[index].head.map { !front.contains($0) } ?? true)
    }
    guard let top = verbs.first(where: { tokens[$0].upos == .verb }) ?? verbs.first else { return nil }
    return front.last { tokens[$0].head == top && tokens[$0].deprel == "ccomp" && $0 > top } ?? top
  }

  /// `B said it was not`, with `not` for what B said: directly behind a finite `be`, `have` or `do` it negates that.
  func returnNegation(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let verb = word - 1
    guard ["not", "n't", "n’t"].contains(tokens[word].lower), verb > sentence.lowerBound,
      ["be", "have", "do"].contains(tokens[verb].lemma.lowercased()),
      ["VBD", "VBZ", "VBP"].contains(tokens[verb].xpos), let head = tokens[word].head, head < verb,
      tokens[verb].head == head, tokens[verb].deprel == "ccomp",
      !sentence.contains(where: { tokens[$0].head == word })
    else { return }
    hang(word, on: verb, as: "advmod", &tokens)
  }

  /// What people deny, admit or recall having done.
  private static let owning: Set<String> = [
    "deny", "admit", "acknowledge", "recall", "concede", "confess", "remember",
  ]

  private func hasHaving(_ token: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    max(sentence.lowerBound, token - 4).upTo(token).first { tokens[$0].head == token && tokens[$0].lower == "having" }
  }

  private func denyingStem(of word: Int, _ tokens: [Token]) -> String? {
    let lower = tokens[word].lower
    let stem = lower.hasSuffix("ies") ? lower.dropLast(3) + "y" : lower.dropLast(1)
    return cues.verb(String(stem))?.stance == .denies ? String(stem) : nil
  }

  /// Where the noun phrase begins that ends at the subject.
  private func startOfSubject(_ subject: Int, _ word: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    var start = subject
    while start > sentence.lowerBound, case let head = tokens[start - 1].head, head == subject || head == word,
      [.determiner, .adjective, .noun, .properNoun].contains(tokens[start - 1].upos)
    {
      start -= 1
    }
    return start
  }

  /// `shelled the market, killing 12, which Y denies`: the highest verb in front that somebody is made to say.
  private func hostInFront(of pronoun: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    let content = sentence.last { $0 < pronoun && tokens[$0].deprel == "ccomp" && tokens[$0].upos == .verb }
    return content ?? sentence.last { $0 < pronoun && tokens[$0].upos == .verb && tokens[$0].deprel == "root" }
  }

  /// `he said, a claim that the expert had dismissed as implausible`, with the dismissal for what he said: right behind a noun for
  /// words that a comma sets off, `that` belongs to the noun.
  func returnToSetOffWords(_ answer: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[answer].deprel == "ccomp", let saying = tokens[answer].head, saying < answer,
      cues.verb(tokens[answer].lemma.lowercased())?.stance == .denies,
      let that = sentence.first(where: { tokens[$0].head == answer && tokens[$0].lower == "that" && $0 < answer }),
      that - 3 > saying, Syntax.answered.contains(tokens[that - 1].lemma.lowercased()), tokens[that - 1].head == saying,
      ["a", "an"].contains(tokens[that - 2].lower), Syntax.settingOff.contains(tokens[that - 3].form),
      !sentence.contains(where: { tokens[$0].head == answer && tokens[$0].deprel == "obj" })
    else { return }
    hang(answer, on: that - 1, as: "acl:relcl", &tokens)
    tokens[that].deprel = "obj"
  }

  /// `S — something the governor's spokeswoman, Inna Kuzmina, flatly denied`, with the denial for what the spokeswoman is: behind a
  /// mark, `something` or a noun for words, who answers with a name between commas, and a denial at the end.
  func lowerAnswerWithName(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBN", "VBZ"].contains(tokens[verb].xpos),
      cues.verb(tokens[verb].lemma.lowercased())?.stance == .denies,
      verb + 1 >= sentence.upperBound || tokens[verb + 1].upos == .punctuation,
      let last = sentence.lowerBound.upTo(verb).last(where: { ![.adverb, .auxiliary].contains(tokens[$0].upos) }),
      tokens[last].form == ",",
      let first = sentence.lowerBound.upTo(last).last(where: { tokens[$0].form == "," }),
      (2...5).contains(last - first),
      (first + 1).upTo(last).allSatisfy({ tokens[$0].upos == .properNoun }), first - 1 > sentence.lowerBound,
      case let subject = first - 1, isNounLike(subject, tokens),
      let noun = sentence.lowerBound.upTo(subject).last(where: {
        Syntax.answered.contains(tokens[$0].lemma.lowercased())
      }
      ),
      (noun + 1).upTo(subject).allSatisfy({ tokens[$0].upos != .punctuation && tokens[$0].upos != .verb }),
      let mark = sentence.lowerBound.upTo(noun).last(where: { Syntax.settingOff.contains(tokens[$0].form) }),
      mark > sentence.lowerBound,
      (mark + 1).upTo(noun).allSatisfy({ [.determiner, .adjective].contains(tokens[$0].upos) }),
      let told = clauseInFront(of: mark, besides: verb, sentence, tokens)
    else { return }
    if isBelow(told, verb, tokens) {
      guard
        let front = sentence.first(where: {
          $0 < mark && tokens[$0].head == verb && ["ccomp", "parataxis", "advcl"].contains(tokens[$0].deprel)
        }), isBelow(told, front, tokens)
      else { return }
      put(front, inPlaceOf: verb, &tokens)
    }
    hang(noun, on: told, as: "parataxis", &tokens)
    for index in (mark + 1).upTo(noun) { tokens[index].head = noun }
    hang(verb, on: noun, as: "acl:relcl", &tokens)
    for index in (noun + 1).upTo(subject)
    where !(tokens[index].head.map { (noun + 1).through(subject).contains($0) } ?? false) {
      tokens[index].head = subject
    }
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(first + 1, on: subject, as: "appos", &tokens)
    for index in (first + 2).upTo(last) { hang(index, on: first + 1, as: "flat", &tokens) }
    for index in (last + 1).upTo(verb) { tokens[index].head = verb }
  }
}
