import TextAnalysis

/// Repairs around words that put somebody at a deed: whom an accusation means, who did what was done.
extension TreeRepair {
  /// `kidnapped near his home by the group`, `killed in Quito by gunmen`, with the group at the home: a place has no doer,
  /// a passive lacks one.
  func raiseAgent(_ agent: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[agent].deprel == "nmod", isMarked(agent, "by", sentence, tokens), let place = tokens[agent].head,
      place < agent, tokens[place].deprel == "obl" || tokens[place].deprel == "nmod",
      tokens[place].upos == .properNoun || Self.sites.contains(tokens[place].lemma.lowercased()),
      ["in", "at", "near", "on", "outside", "inside", "from"].contains(where: {
        isMarked(place, $0, sentence, tokens)
      })
    else { return }
    var here = tokens[place].head
    for _ in 0..<4 {
      guard let candidate = here, candidate < place else { return }
      if tokens[candidate].upos == .verb {
        guard isPassive(candidate, sentence, tokens), !hasAgent(candidate, sentence, tokens) else { return }
        hang(agent, on: candidate, as: "obl:agent", &tokens)
        return
      }
      // `the attack in Quito by gunmen`: it is the deed's own.
      guard tokens[candidate].upos == .properNoun || Self.sites.contains(tokens[candidate].lemma.lowercased()) else {
        return
      }
      here = tokens[candidate].head
    }
  }

  private static let sites: Set = [
    "home", "house", "residence", "office", "hotel", "airport", "street", "road", "town", "village", "city", "area",
    "district", "neighborhood", "neighbourhood", "farm", "ranch", "border", "car", "vehicle", "bus", "market", "region",
    "department", "province", "capital",
  ]

  /// `held hostage by members of the group`, with the members at the hostage.
  func raisePredicateAgent(_ agent: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard let predicate = tokens[agent].head, tokens[predicate].deprel == "xcomp",
      [.noun, .adjective].contains(tokens[predicate].upos),
      tokens[agent].deprel == "obl:agent" || isMarked(agent, "by", sentence, tokens),
      let verb = tokens[predicate].head, isPassive(verb, sentence, tokens), !hasAgent(verb, sentence, tokens)
    else { return }
    hang(agent, on: verb, as: "obl:agent", &tokens)
  }

  /// `hold the army responsible for E`, with a responsible army: what stands behind its noun is said of it.
  func raisePredicate(_ adjective: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[adjective].deprel == "amod", let noun = tokens[adjective].head, noun < adjective,
      ["responsible", "accountable", "liable", "guilty"].contains(tokens[adjective].lemma.lowercased()),
      tokens[noun].deprel == "obj" || tokens[noun].deprel == "nsubj:pass", let verb = tokens[noun].head,
      ["hold", "find", "consider", "deem", "declare"].contains(tokens[verb].lemma.lowercased())
    else { return }
    hang(adjective, on: verb, as: "xcomp", &tokens)
  }

  private func isPassive(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains { tokens[$0].head == verb && ["aux:pass", "nsubj:pass"].contains(tokens[$0].deprel) }
  }

  private func hasAgent(_ verb: Int, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains {
      tokens[$0].head == verb
        && (tokens[$0].deprel == "obl:agent" || tokens[$0].deprel == "obl" && isMarked($0, "by", sentence, tokens))
    }
  }

  /// `accused the army of the murder`, read as an army of the murder: what stands behind `of` is the charge.
  func raiseCharge(_ charge: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[charge].deprel == "nmod", let accused = tokens[charge].head, accused < charge,
      tokens[accused].deprel == "obj" || tokens[accused].deprel == "nsubj:pass",
      let verb = tokens[accused].head,
      ["accuse", "acquit", "convict", "absolve"].contains(tokens[verb].lemma.lowercased()), verb < charge,
      verb < accused || tokens[accused].deprel == "nsubj:pass" && accused < verb,
      sentence.contains(where: {
        tokens[$0].head == charge && tokens[$0].deprel == "case" && tokens[$0].form.lowercased() == "of"
      }),
      !sentence.contains(where: {
        tokens[$0].head == verb && $0 > accused && ["obl", "advcl", "xcomp"].contains(tokens[$0].deprel)
          && isMarked($0, "of", sentence, tokens)
      })
    else { return }
    hang(charge, on: verb, as: "obl", &tokens)
  }

  private func isMarked(_ token: Int, _ word: String, _ sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    sentence.contains {
      tokens[$0].head == token && ["case", "mark"].contains(tokens[$0].deprel) && tokens[$0].form.lowercased() == word
    }
  }

  /// `a statement claiming responsibility`, read as a kind of responsibility: a participle of saying between two nouns is
  /// what the first one says of the second.
  func releaseCue(_ participle: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[participle].xpos == "VBG", ["amod", "compound"].contains(tokens[participle].deprel),
      let object = tokens[participle].head, object > participle, participle > sentence.lowerBound,
      let cue = cues.verb(tokens[participle].lemma.lowercased()), cue.attributive == .yes
    else { return }
    let document = participle - 1
    guard tokens[document].upos == .noun, tokens[document].head == object,
      AttributionContext.documentNouns.contains(tokens[document].lemma.lowercased())
    else { return }
    put(document, inPlaceOf: object, &tokens)
    for index in sentence where index < document && tokens[index].head == object { tokens[index].head = document }
    hang(participle, on: document, as: "acl", &tokens)
    hang(object, on: participle, as: "obj", &tokens)
  }

  /// `X was accused of the attack by Y`, read as an attack by Y: whoever stands behind `by` last accuses.
  func returnAccuser(_ accuser: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[accuser].deprel == "nmod", let deed = tokens[accuser].head, deed < accuser,
      sentence.contains(where: {
        tokens[$0].head == accuser && tokens[$0].deprel == "case" && tokens[$0].form.lowercased() == "by"
      }), tokens[deed].deprel.hasPrefix("obl"), let verb = tokens[deed].head, verb < deed,
      ["accuse", "suspect", "blame"].contains(tokens[verb].lemma.lowercased()),
      sentence.contains(where: {
        tokens[$0].head == verb && ["aux:pass", "nsubj:pass"].contains(tokens[$0].deprel)
      }), !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "obl:agent" })
    else { return }
    hang(accuser, on: verb, as: "obl:agent", &tokens)
  }
}
