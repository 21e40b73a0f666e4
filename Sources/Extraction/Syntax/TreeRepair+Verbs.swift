import TextAnalysis

/// Repairs of verbs that were not taken for what they are.
extension TreeRepair {
  /// `Gunmen shot dead a priest`, `troops shot and killed him`, with the shot for a noun: behind those who did it and in front
  /// of what became of the other it is the verb.
  func makeShooting(_ shot: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[shot].lower == "shot", shot + 2 < sentence.upperBound else { return }
    let next = shot + 1
    raiseShooting(shot, sentence, &tokens)
    if tokens[shot].upos == .noun {
      let shooter = shot - 1
      guard shooter >= sentence.lowerBound, [.noun, .properNoun].contains(tokens[shooter].upos),
        tokens[shooter].head == shot, tokens[shooter].deprel == "compound",
        !sentence.contains(where: {
          tokens[$0].head == shot && ["det", "nmod:poss", "amod", "nummod", "case"].contains(tokens[$0].deprel)
        })
      else { return }
      let second = sentence.first { tokens[$0].head == shot && tokens[$0].deprel == "conj" && tokens[$0].upos == .verb }
      let isTwoVerbs = tokens[next].lower == "and" && second == next + 1
      let isDead = tokens[next].lower == "dead" && tokens[next].upos == .adjective
      guard isDead || isTwoVerbs else { return }
      tokens[shot].upos = .verb
      tokens[shot].xpos = "VBD"
      tokens[shot].lemma = "shoot"
      tokens[shooter].deprel = "nsubj"
    }
    // `shot dead two men`: that is how they were shot, and no quality of theirs.
    guard tokens[next].lower == "dead", tokens[shot].upos == .verb, let victim = tokens[next].head, victim > next,
      tokens[victim].head == shot
    else { return }
    hang(next, on: shot, as: "xcomp", &tokens)
    tokens[victim].deprel = "obj"
  }

  /// `Gunmen on a motorcycle shot dead a priest`, with the shot for what they are on: a noun has no object.
  private func raiseShooting(_ shot: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[shot].upos == .noun, tokens[shot + 1].lower == "dead", tokens[shot].deprel == "nmod",
      let shooter = tokens[shot].head, shooter < shot,
      tokens[shooter].upos == .noun || tokens[shooter].upos == .properNoun,
      tokens[shot - 1].head == shot, tokens[shot - 1].deprel == "compound",
      sentence.contains(where: { tokens[$0].head == shot && tokens[$0].deprel == "obj" })
    else { return }
    for index in sentence where index < shot - 1 && tokens[index].head == shot { tokens[index].head = shot - 1 }
    hang(shot - 1, on: shooter, as: "nmod", &tokens)
    put(shot, inPlaceOf: shooter, &tokens)
    hang(shooter, on: shot, as: "nsubj", &tokens)
    hang(shot + 1, on: shot, as: "xcomp", &tokens)
    tokens[shot].upos = .verb
    tokens[shot].xpos = "VBD"
    tokens[shot].lemma = "shoot"
    // What closes the sentence hangs on its main word.
    for index in sentence where tokens[index].head == shooter && tokens[index].upos == .punctuation && index > shot {
      tokens[index].head = shot
    }
  }

  /// `hacked to death a reporter`, with the reporter for a circumstance: a noun with an article and no preposition is whom the
  /// verb befalls.
  func makeVictim(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[noun].deprel == "obl", tokens[noun].upos == .noun, let verb = tokens[noun].head, verb + 3 < noun,
      tokens[verb].upos == .verb, tokens[verb + 1].lower == "to", tokens[verb + 2].lower == "death",
      sentence.contains(where: { tokens[$0].head == noun && ["det", "nummod"].contains(tokens[$0].deprel) }),
      !sentence.contains(where: {
        tokens[$0].head == noun && tokens[$0].deprel == "case"
          || tokens[$0].head == verb && ["obj", "aux:pass", "nsubj:pass"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[noun].deprel = "obj"
  }

  /// `has since risen to 144`, read as having something: without a determiner, what `have` and an adverb of time stand
  /// before is its participle.
  func restorePerfect(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["obj", "xcomp", "ccomp"].contains(tokens[participle].deprel), let have = tokens[participle].head,
      have < participle, tokens[have].lemma == "have", tokens[have].upos == .verb,
      participle - have >= 2 || tokens[participle].xpos == "VBN",
      tokens[participle].upos == .noun || tokens[participle].xpos == "VBN",
      tokens[participle].form.hasSuffix("n") || tokens[participle].form.hasSuffix("ed"),
      (have + 1).upTo(participle).allSatisfy({ Self.betweenPerfect.contains(tokens[$0].lower) }),
      !sentence.contains(where: {
        tokens[$0].head == participle && ["det", "nmod:poss", "amod"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[participle].upos = .verb
    tokens[participle].xpos = "VBN"
    if tokens[participle].lemma == tokens[participle].form {
      tokens[participle].lemma = infinitive(tokens[participle].form)
    }
    makeAuxiliary(have, of: participle, sentence, &tokens)
    for index in sentence where index > participle && tokens[index].head == participle && tokens[index].deprel == "nmod"
    {
      tokens[index].deprel = "obl"
    }
  }

  /// The participle takes the place of `have`, all that hangs on it, and the adverbs between the two.
  func makeAuxiliary(_ have: Int, of participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    put(participle, inPlaceOf: have, &tokens)
    for index in sentence where tokens[index].head == have { tokens[index].head = participle }
    for index in (have + 1).upTo(participle) { hang(index, on: participle, as: "advmod", &tokens) }
    hang(have, on: participle, as: "aux", &tokens)
    tokens[have].upos = .auxiliary
  }

  private static let betweenPerfect: Set<String> = [
    "since", "already", "now", "also", "yet", "still", "never", "not", "again",
  ]

  /// `The ferry sank off the coast`, with `sank` for a noun: a sentence without any other verb has its own in the word that
  /// is nearly always the past of one.
  func restorePast(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].head == nil, tokens[verb].xpos.hasPrefix("NN"), let lemma = Self.pasts[tokens[verb].lower],
      verb > sentence.lowerBound, verb + 1 < sentence.upperBound,
      tokens[verb - 1].upos == .noun || tokens[verb - 1].upos == .properNoun,
      tokens[verb - 1].head == verb, ["compound", "nsubj"].contains(tokens[verb - 1].deprel),
      !sentence.contains(where: { ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) })
    else { return }
    let hasObject = sentence.contains { tokens[$0].head == verb && tokens[$0].deprel == "obj" }
    guard hasObject || !Self.pastsAndNouns.contains(tokens[verb].lower) && tokens[verb + 1].upos == .adposition else {
      return
    }
    tokens[verb].upos = .verb
    tokens[verb].xpos = "VBD"
    tokens[verb].lemma = lemma
    tokens[verb - 1].deprel = "nsubj"
    for index in sentence where index != verb - 1 && tokens[index].head == verb {
      if index < verb, ["det", "amod", "nummod", "compound", "nmod:poss"].contains(tokens[index].deprel) {
        tokens[index].head = verb - 1
      } else if index > verb, tokens[index].deprel == "nmod" {
        tokens[index].deprel = "obl"
      }
    }
  }

  /// `A trawler caught fire and sank off Malta`, with `sank` for a second noun: what is nearly always a past tense, behind `and`
  /// and without an article, goes on with the verb in front.
  func restoreSecondPast(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].xpos == "NN", tokens[verb].deprel == "conj", let lemma = Self.pasts[tokens[verb].lower],
      !Self.pastsAndNouns.contains(tokens[verb].lower), let noun = tokens[verb].head, noun < verb,
      let first = tokens[noun].head, first < noun, tokens[first].xpos == "VBD",
      verb - 1 > noun, ["and", "but"].contains(tokens[verb - 1].lower),
      !sentence.contains(where: { tokens[$0].head == verb && $0 < verb && tokens[$0].deprel != "cc" })
    else { return }
    tokens[verb].upos = .verb
    tokens[verb].xpos = "VBD"
    tokens[verb].lemma = lemma
    tokens[verb].head = first
    for index in sentence where index > verb && tokens[index].head == verb && tokens[index].deprel == "nmod" {
      tokens[index].deprel = "obl"
    }
  }

  static let pasts = [
    "sank": "sink", "tore": "tear", "shot": "shoot", "hit": "hit", "struck": "strike", "fled": "flee", "swept": "sweep",
    "fell": "fall", "rose": "rise", "broke": "break", "burst": "burst", "stole": "steal", "threw": "throw",
    "drew": "draw",
    "shook": "shake", "blew": "blow", "flew": "fly", "drove": "drive", "ran": "run", "fought": "fight", "led": "lead",
    "froze": "freeze", "slew": "slay", "burnt": "burn", "strode": "stride", "wrecked": "wreck", "raided": "raid",
  ]
  /// Those that are nouns as often.
  private static let pastsAndNouns: Set<String> = ["shot", "hit", "rose", "burst"]

  /// Rough: `risen` gives `rise`, `fallen` gives `fall`.
  private func infinitive(_ participle: String) -> String {
    let stem = String(participle.lowercased().dropLast(participle.hasSuffix("en") ? 2 : 1))
    return ["ris", "driv", "giv", "tak", "shak", "writ", "hid", "chos", "froz"].contains(stem) ? stem + "e" : stem
  }

  /// `The toll, first reported as 133, has since risen`: a participle between commas behind a noun only describes it, when a
  /// finite verb without a subject comes next.
  func lowerCommaParticiple(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBN", "VBD"].contains(tokens[participle].xpos),
      let noun = sentence.first(where: {
        tokens[$0].head == participle && tokens[$0].deprel.hasPrefix("nsubj") && $0 < participle
      }), noun + 1 < participle, tokens[noun + 1].form == ",",
      (noun + 2).upTo(participle).allSatisfy({ tokens[$0].upos == .adverb })
    else { return }
    let main = sentence.first { index in
      index > participle && tokens[index].head == participle && tokens[index].upos == .verb
        && ["ccomp", "parataxis", "conj", "xcomp"].contains(tokens[index].deprel)
    }
    guard let main, !sentence.contains(where: { tokens[$0].head == main && tokens[$0].deprel.hasPrefix("nsubj") })
    else {
      return
    }
    let start = sentence.first { $0 <= main && $0 > participle && ($0 == main || tokens[$0].head == main) } ?? main
    guard tokens[start - 1].form == "," || tokens[start].form == "," else { return }
    put(main, inPlaceOf: participle, &tokens)
    hang(noun, on: main, as: "nsubj", &tokens)
    hang(participle, on: noun, as: "acl", &tokens)
  }

  /// `thinks Ukraine was involved`, with Ukraine for the object: directly in front of a finite clause that lacks one it is
  /// the subject.
  func returnSubject(_ object: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[object].deprel == "obj", let verb = tokens[object].head, verb < object,
      let cue = cues.verb(tokens[verb].lemma.lowercased()), cue.takes(.clause)
    else { return }
    let clause = sentence.first { index in
      index > object && tokens[index].head == verb && tokens[index].deprel == "ccomp"
    }
    guard let clause else { return }
    let children = sentence.filter { tokens[$0].head == clause }
    // `said 51 of them had fled`
    let end = endOfPart(object, before: clause, sentence, tokens)
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") || tokens[$0].deprel == "mark" }),
      let first = children.first, first == end + 1, ["cop", "aux", "aux:pass"].contains(tokens[first].deprel),
      tokens[first].xpos != "VB"
    else { return }
    hang(object, on: clause, as: "nsubj", &tokens)
  }

  /// `51 of them`: a number with what it is taken from.
  private func endOfPart(_ number: Int, before clause: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int {
    guard tokens[number].upos == .numeral, number + 2 < clause, tokens[number + 1].lower == "of",
      tokens[number + 2].head == number, tokens[number + 2].upos == .pronoun
    else { return number }
    return number + 2
  }

  /// `a source from Tajikistan confirmed talks`, with `confirmed` describing the talks: between a noun that would have to
  /// belong to the same phrase and the object there is no room for that.
  func raiseEnclosedVerb(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBN"].contains(tokens[verb].xpos), tokens[verb].deprel == "amod", let object = tokens[verb].head,
      object > verb, verb > sentence.lowerBound, tokens[verb - 1].upos == .properNoun, tokens[verb - 1].head == object,
      tokens[verb - 1].deprel == "compound", cues.verb(tokens[verb].lemma.lowercased()) != nil,
      let preposition = sentence.first(where: { tokens[$0].head == object && tokens[$0].deprel == "case" && $0 < verb }
      ),
      let subject = tokens[object].head, subject < preposition,
      tokens[subject].upos == .noun || tokens[subject].upos == .properNoun
    else { return }
    var governor = tokens[subject].head
    for _ in 0..<8 {
      guard let here = governor, tokens[here].upos != .verb else { break }
      governor = tokens[here].head
    }
    tokens[verb].head = governor
    tokens[verb].deprel = governor == nil ? "root" : "conj"
    tokens[verb].xpos = "VBD"
    tokens[preposition].head = verb - 1
    hang(verb - 1, on: subject, as: "nmod", &tokens)
    hang(subject, on: verb, as: "nsubj", &tokens)
    hang(object, on: verb, as: "obj", &tokens)
    for index in sentence where index < subject && tokens[index].head == subject && tokens[index].deprel == "cc" {
      tokens[index].head = verb
    }
  }
}

/// Sentences whose verb was taken for a participle.
extension TreeRepair {
  private func hasFinite(_ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains {
      ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) && !["acl", "amod"].contains(tokens[$0].deprel)
    }
  }

  /// `Ms Voss accused former curator Emil Stark of theft`, with the curator hung on Voss: who is accused stands right behind the
  /// verb, and a participle would have `of` or `by` there.
  private func blamedBehind(_ verb: Int, of noun: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Int? {
    guard ["accuse", "blame"].contains(tokens[verb].lemma.lowercased()), tokens[noun].upos == .properNoun,
      verb + 1 < sentence.upperBound,
      [.noun, .properNoun, .adjective, .determiner].contains(tokens[verb + 1].upos)
    else { return nil }
    return sentence.first { index in
      index > verb && (tokens[index].head == noun || tokens[index].head == verb) && isNounLike(index, tokens)
        && ["nmod", "appos", "dep", "obl", "obj", "obl:unmarked"].contains(tokens[index].deprel)
        && !sentence.contains { tokens[$0].head == index && tokens[$0].deprel == "case" }
    }
  }

  /// `Some 900 people marched on Friday, organisers said`, `Police say 900 people marched`, with people who are marched: of two
  /// subjects the first is of the participle behind it, and nobody says people.
  func makeContentFinite(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "acl", tokens[verb].xpos == "VBN", let noun = tokens[verb].head, noun == verb - 1,
      tokens[noun].upos == .noun, let saying = tokens[noun].head, tokens[saying].lemma.lowercased() == "say",
      ["VBD", "VBZ", "VBP"].contains(tokens[saying].xpos),
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel == "obl:agent" || tokens[$0].deprel.hasPrefix("aux"))
      })
    else { return }
    let others = sentence.filter { tokens[$0].head == saying && tokens[$0].deprel == "nsubj" && $0 != noun }
    let isFronted =
      noun < saying && tokens[noun].deprel == "nsubj"
      && others.contains { other in other > verb && verb.upTo(other).contains { tokens[$0].form == "," } }
    let isBehind =
      noun > saying && tokens[noun].deprel == "obj" && others.contains { $0 < saying }
      && (saying + 1).upTo(noun).allSatisfy { tokens[$0].head == noun || tokens[tokens[$0].head ?? $0].head == noun }
    guard isFronted || isBehind else { return }
    tokens[verb].xpos = "VBD"
    hang(verb, on: saying, as: "ccomp", &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    if isFronted {
      for index in sentence where index > verb && index < saying && tokens[index].head == noun {
        tokens[index].head = tokens[index].upos == .punctuation ? saying : verb
      }
    }
  }

  /// `A bomb exploded outside a bank`, read as an exploded bomb: what is no participle, or could be none of this noun, is the
  /// sentence's verb; so is one with an object, where the sentence has no other.
  func makeFinite(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "acl", ["VBN", "VBD"].contains(tokens[verb].xpos), let noun = tokens[verb].head,
      noun < verb, tokens[noun].head == nil, tokens[noun].upos == .noun || tokens[noun].upos == .properNoun,
      !sentence.contains(where: {
        tokens[$0].head == noun
          && (["cop", "nsubj", "nsubj:pass"].contains(tokens[$0].deprel) || tokens[$0].deprel.hasPrefix("aux"))
      })
    else { return }
    let children = sentence.filter { tokens[$0].head == verb }
    guard
      !children.contains(where: {
        ["aux:pass", "obl:agent", "mark", "nsubj", "nsubj:pass"].contains(tokens[$0].deprel)
      })
    else { return }
    let hasObject =
      children.contains { tokens[$0].deprel == "obj" && $0 > verb }
      && !sentence.contains {
        ["VBD", "VBZ", "VBP", "MD"].contains(tokens[$0].xpos) && !["acl", "amod"].contains(tokens[$0].deprel)
      }
    let blamed = hasFinite(sentence, tokens) ? nil : blamedBehind(verb, of: noun, sentence, tokens)
    guard
      tokens[verb].xpos == "VBD" || Self.intransitive.contains(tokens[verb].lemma.lowercased()) || hasObject
        || blamed != nil
    else { return }
    if let blamed {
      tokens[blamed].deprel = "obj"
      for index in sentence where index > blamed && tokens[index].deprel == "acl" && tokens[index].head == noun {
        tokens[index].deprel = "advcl"
      }
    }
    tokens[verb].xpos = "VBD"
    hang(verb, on: nil, as: "root", &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    hang(noun, on: verb, as: "nsubj", &tokens)
  }

  /// Verbs whose participle says nothing of a noun in front: what has exploded is not `a bomb exploded`.
  private static let intransitive: Set<String> = [
    "explode", "erupt", "collapse", "occur", "happen", "die", "arrive", "flee", "crash", "burn", "begin", "start",
    "rise", "fall", "escape", "go", "come", "emerge", "vanish", "disappear", "surrender", "arise", "travel", "gather",
    "sink", "strike",
  ]
}

/// Plural nouns with the form of a verb.
extension TreeRepair {
  /// `issued a tsunami watch`, with `watch` for what was to be done: a bare infinitive stands behind verbs of letting and
  /// perceiving alone; behind others it is the noun that the object belongs to.
  func makeNounOfInfinitive(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VB", "VBP"].contains(tokens[noun].xpos), tokens[noun].deprel == "xcomp", let verb = tokens[noun].head,
      verb < noun - 1, tokens[noun - 1].head == verb, tokens[noun - 1].deprel == "obj",
      tokens[noun - 1].upos == .noun, !Self.permissive.contains(tokens[verb].lemma.lowercased()),
      sentence.contains(where: { tokens[$0].head == noun - 1 && tokens[$0].deprel == "det" }),
      !sentence.contains(where: { tokens[$0].head == noun && ["mark", "obj", "aux"].contains(tokens[$0].deprel) })
    else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NN"
    tokens[noun].deprel = "obj"
    for index in sentence where tokens[index].head == noun && tokens[index].deprel == "obl" {
      tokens[index].deprel = "nmod"
    }
    for index in sentence where tokens[index].head == noun - 1 { tokens[index].head = noun }
    hang(noun - 1, on: noun, as: "compound", &tokens)
  }

  private static let permissive: Set<String> = [
    "make", "let", "see", "hear", "help", "watch", "have", "feel", "bid", "observe", "notice", "bade",
  ]

  /// `Underwater blasts tore open the pipeline`, with `blasts` for the verb: a past tense directly behind is finite, and so no
  /// complement; what stands in front of it is its subject.
  func makePluralNoun(_ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let verb = noun + 1
    guard tokens[noun].xpos == "VBZ", tokens[noun].upos == .verb, sentence.contains(verb), tokens[verb].xpos == "VBD",
      tokens[verb].head == noun, ["xcomp", "ccomp", "obj", "parataxis", "advcl"].contains(tokens[verb].deprel),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    let subject = sentence.first { tokens[$0].head == noun && tokens[$0].deprel.hasPrefix("nsubj") }
    guard subject == nil || subject == noun - 1 else { return }
    tokens[noun].upos = .noun
    tokens[noun].xpos = "NNS"
    put(verb, inPlaceOf: noun, &tokens)
    for index in sentence where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    hang(noun, on: verb, as: "nsubj", &tokens)
    if let subject { tokens[subject].deprel = tokens[subject].upos == .adjective ? "amod" : "compound" }
  }

  /// `acknowledged having struck the town but denied hitting it`, with the denial for one more thing that was acknowledged: a
  /// finite verb goes with the finite one, and not with what that one owns to.
  func raiseBehindGerund(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let isAnswer =
      tokens[verb].xpos == "VBN" && cues.verb(tokens[verb].lemma.lowercased()) != nil
      && sentence.contains { tokens[$0].head == verb && $0 < verb && tokens[$0].lower == "but" }
    guard tokens[verb].deprel == "conj", tokens[verb].upos == .verb,
      ["VBD", "VBZ"].contains(tokens[verb].xpos) || isAnswer,
      let gerund = tokens[verb].head,
      gerund < verb, tokens[gerund].deprel == "xcomp", let main = tokens[gerund].head, main < gerund,
      ["VBD", "VBZ"].contains(tokens[main].xpos),
      tokens[gerund].xpos == "VBG"
        || sentence.contains(where: { tokens[$0].head == gerund && tokens[$0].lower == "having" }),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") })
    else { return }
    tokens[verb].head = main
    if isAnswer { tokens[verb].xpos = "VBD" }
  }

  /// `pointed out that Moscow calls for S and does not consider T`, with the considering for what he did: of two that `and` joins,
  /// the present behind a present in what was said belongs to what was said.
  func lowerIntoContent(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "conj", let saying = tokens[verb].head, saying < verb, tokens[saying].xpos == "VBD",
      let content = sentence.last(where: {
        $0 > saying && $0 < verb && tokens[$0].head == saying && tokens[$0].deprel == "ccomp"
      }),
      isPresent(content, sentence, tokens), isPresent(verb, sentence, tokens),
      cues.verb(tokens[verb].lemma.lowercased()) == nil || isNegatedOrder(verb, sentence, tokens),
      agrees(verb, with: content, sentence, tokens),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") })
    else { return }
    tokens[verb].head = content
  }

  /// `does not consider it possible`: no word of saying, for all that is said of it elsewhere.
  private func isNegatedOrder(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains { tokens[$0].head == verb && $0 < verb && ["does", "do"].contains(tokens[$0].lower) }
  }

  /// `is in custody and are appealing`: of one verb in the singular and one in the plural, each has a subject of its own.
  private func agrees(_ verb: Int, with other: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    func isPlural(_ token: Int) -> Bool {
      let finite = sentence.first {
        tokens[$0].head == token && $0 < token && ["aux", "aux:pass", "cop"].contains(tokens[$0].deprel)
      }
      return finite.map { ["are", "do", "have"].contains(tokens[$0].lower) } ?? (tokens[token].xpos == "VBP")
    }
    return isPlural(verb) == isPlural(other)
  }

  private func isPresent(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    if ["VBZ", "VBP"].contains(tokens[verb].xpos) { return true }
    return sentence.contains {
      tokens[$0].head == verb && $0 < verb && ["aux", "aux:pass", "cop"].contains(tokens[$0].deprel)
        && ["does", "do", "is", "are", "has", "have"].contains(tokens[$0].lower)
    }
  }

  /// `that S and later that T`, with `later` for something joined to S: in front of `that` it tells when T was said.
  func lowerAdverbBehindAnd(_ adverb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    let that = adverb + 1
    guard tokens[adverb].deprel == "conj", tokens[adverb].upos == .adverb || tokens[adverb].xpos.hasPrefix("RB"),
      that < sentence.upperBound, tokens[that].lower == "that", let clause = tokens[that].head, clause > that,
      tokens[clause].deprel == "conj", tokens[clause].head == tokens[adverb].head
    else { return }
    for index in sentence where tokens[index].head == adverb { tokens[index].head = clause }
    hang(adverb, on: clause, as: "advmod", &tokens)
  }

  /// `were unaccounted for and that the fire was out`, with `for` in front of what comes next: a preposition that `and that` follows
  /// belongs to the word before.
  func returnStrandedPreposition(_ word: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["IN", "RP"].contains(tokens[word].xpos), let head = tokens[word].head, head > word + 2,
      word > sentence.lowerBound, word + 2 < sentence.upperBound, tokens[word + 1].lower == "and",
      tokens[word + 2].lower == "that", [.verb, .adjective].contains(tokens[word - 1].upos)
    else { return }
    hang(word, on: word - 1, as: "obl", &tokens)
  }

  /// `nine had not come home, it said, and the fire was out`, with the fire for one more thing that it did: behind the aside goes on
  /// what stands in front of it.
  func continueBehindAside(_ verb: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[verb].deprel == "conj", let aside = tokens[verb].head, aside < verb,
      tokens[aside].deprel == "parataxis",
      let host = tokens[aside].head, host < aside, aside + 2 < verb, tokens[aside + 1].form == ",",
      tokens[aside + 2].upos == .coordinatingConjunction,
      cues.verb(tokens[aside].lemma.lowercased())?.takes(.clause) == true,
      // Between two pronouns' words goes on what one of them said; a name that does something may do so by itself.
      sentence.contains(where: { tokens[$0].head == aside && $0 < aside && tokens[$0].upos == .pronoun }),
      tokens[verb].upos != .verb || cues.verb(tokens[verb].lemma.lowercased()) == nil,
      sentence.contains(where: { tokens[$0].head == verb && $0 > aside && tokens[$0].deprel.hasPrefix("nsubj") })
        || isPlural(verb, behind: aside, sentence, tokens),
      !sentence.contains(where: { tokens[$0].head == aside && tokens[$0].deprel == "ccomp" })
    else { return }
    tokens[verb].head = host
  }

  /// `The ditches are old, it says, and were dug by others`: one who says is not many who were dug.
  private func isPlural(_ verb: Int, behind aside: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    let isOne = sentence.contains {
      tokens[$0].head == aside && $0 < aside && ["it", "he", "she"].contains(tokens[$0].lower)
    }
    return isOne
      && sentence.contains {
        tokens[$0].head == verb && $0 < verb && ["were", "are", "have"].contains(tokens[$0].lower)
      }
  }

  /// `A doctor heard by this office confirmed S`, with the hearing for what the doctor did: a participle with its doer behind `by`
  /// describes, and the verb behind is the main one.
  func lowerHeardBy(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["VBD", "VBN"].contains(tokens[participle].xpos), tokens[participle].deprel == "root",
      tokens[participle].head == nil, participle > sentence.lowerBound, participle + 1 < sentence.upperBound,
      tokens[participle + 1].lower == "by", tokens[participle - 1].head == participle,
      tokens[participle - 1].deprel.hasPrefix("nsubj"),
      let verb = sentence.first(where: {
        $0 > participle + 2 && tokens[$0].head == participle && ["VBD", "VBZ"].contains(tokens[$0].xpos)
          && ["advcl", "ccomp", "conj", "parataxis"].contains(tokens[$0].deprel)
      }), !participle.upTo(verb).contains(where: { tokens[$0].upos == .punctuation }),
      !sentence.contains(where: {
        tokens[$0].head == verb && (tokens[$0].deprel.hasPrefix("nsubj") || ["cc", "mark"].contains(tokens[$0].deprel))
      })
    else { return }
    let noun = participle - 1
    put(verb, inPlaceOf: participle, &tokens)
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(participle, on: noun, as: "acl", &tokens)
    tokens[participle].xpos = "VBN"
    for index in sentence where index > verb && tokens[index].head == participle { tokens[index].head = verb }
  }
}
