import TextAnalysis

/// Repairs around words that tie people to a power: who is linked to a state acts, and not the state.
extension TreeRepair {
  private static let links: Set<String> = [
    "linked", "affiliated", "allied", "tied", "aligned", "connected", "associated", "loyal", "sympathetic", "close",
  ]

  /// The words that ``raiseVerbBehindLink(_:_:_:)`` begins at.
  static let linkWords = links.sorted() + ["involved"]

  /// `Hackers linked to China breached the network`, with the linking for what the sentence tells and China for who did it: a
  /// noun in front of two verbs without a conjunction is the subject of the second.
  func raiseVerbBehindLink(_ link: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard link > sentence.lowerBound, link + 2 < sentence.upperBound,
      Self.links.contains(tokens[link].lower) && ["to", "with"].contains(tokens[link + 1].lower)
        || tokens[link].lower == "involved" && tokens[link + 1].lower == "in"
    else { return }
    let before = tokens[link - 1].upos == .adverb ? link - 2 : link - 1
    guard before >= sentence.lowerBound, isNominal(before, tokens) else { return }
    if tokens[before].head == link, isSubject(before, tokens) {
      raiseBehindParticiple(link, before, sentence, &tokens)
    } else if tokens[link].head == before, tokens[before].deprel == "nmod:desc" {
      raiseBehindAdjective(link, before, sentence, &tokens)
    }
  }

  private func raiseBehindParticiple(
    _ link: Int, _ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]
  ) {
    guard !sentence.contains(where: { tokens[$0].head == link && tokens[$0].deprel.hasPrefix("aux") }),
      let verb = sentence.first(where: {
        $0 > link + 2 && tokens[$0].head == link && ["VBD", "VBZ", "VBP"].contains(tokens[$0].xpos)
          && ["advcl", "ccomp", "parataxis", "xcomp", "acl:relcl"].contains(tokens[$0].deprel)
      }),
      !link.upTo(verb).contains(where: { tokens[$0].form == "," || tokens[$0].upos == .coordinatingConjunction })
    else { return }
    let power = sentence.first {
      $0 > link + 1 && $0 < verb && tokens[$0].head == verb && isSubject($0, tokens)
    }
    // Without a subject of its own the second verb has that of the first.
    if power == nil, sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel == "mark" }) { return }
    put(verb, inPlaceOf: link, &tokens)
    for index in sentence where tokens[index].head == link && (index < link || index > verb) {
      tokens[index].head = verb
    }
    hang(noun, on: verb, as: "nsubj", &tokens)
    hang(link, on: noun, as: "acl", &tokens)
    tokens[link].xpos = "VBN"
    guard let power else { return }
    hang(power, on: link, as: "obl", &tokens)
    hang(link + 1, on: power, as: "case", &tokens)
    tokens[link + 1].upos = .adposition
  }

  /// `According to the diplomat, the president had been told`, with the president for what the diplomat is: right in front of
  /// a verb that lacks a subject stands its subject.
  func raiseSubjectBehindAccording(_ subject: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[subject].deprel == "appos", let source = tokens[subject].head, source < subject,
      tokens[source].deprel == "obl", let verb = tokens[source].head, verb > subject, tokens[verb].upos == .verb,
      tokens[sentence.lowerBound].lower == "according", tokens[sentence.lowerBound].head == source,
      source.upTo(subject).contains(where: { tokens[$0].form == "," }),
      tokens[subject + 1].head == verb || subject + 1 == verb,
      subject + 1 == verb || tokens[subject + 1].upos == .auxiliary || tokens[subject + 1].upos == .adverb,
      !sentence.contains(where: { tokens[$0].head == verb && isSubject($0, tokens) })
    else { return }
    let isPassive = sentence.contains { tokens[$0].head == verb && tokens[$0].deprel == "aux:pass" }
    hang(subject, on: verb, as: isPassive ? "nsubj:pass" : "nsubj", &tokens)
  }

  /// `Gunmen loyal to the warlord Musa Dade attacked`, with the gunmen for what he is.
  private func raiseBehindAdjective(
    _ link: Int, _ noun: Int, _ sentence: Range<Int>, _ tokens: inout [Token]
  ) {
    guard let name = tokens[noun].head, name > link + 1, isSubject(name, tokens), let verb = tokens[name].head,
      verb > name, !link.upTo(verb).contains(where: { tokens[$0].form == "," })
    else { return }
    put(noun, inPlaceOf: name, &tokens)
    hang(name, on: link, as: "obl", &tokens)
    for index in (link + 1).upTo(name) where tokens[index].head == noun {
      hang(index, on: name, as: "nmod:desc", &tokens)
    }
    hang(link + 1, on: name, as: "case", &tokens)
  }

  /// `These terrorists fired on women`, read as a passive: whom shots are fired on stands behind the preposition, and a
  /// passive lacks its auxiliary.
  func makeFiring(_ subject: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard tokens[subject].deprel == "nsubj:pass", let verb = tokens[subject].head, subject + 1 == verb,
      verb + 2 < sentence.upperBound, tokens[verb].lower == "fired",
      ["on", "at", "into"].contains(tokens[verb + 1].lower),
      tokens[verb].deprel != "acl", !Self.charges.contains(tokens[subject].lemma.lowercased()),
      !sentence.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") })
    else { return }
    tokens[subject].deprel = "nsubj"
    tokens[verb].xpos = "VBD"
  }

  /// What is fired.
  private static let charges: Set<String> = [
    "shot", "rocket", "missile", "bullet", "round", "shell", "gas", "grenade", "projectile", "mortar", "drone", "flare",
    "canister", "gun", "weapon", "arrow",
  ]

  /// `called on Canada to investigate`: whom the call goes to is to do it, and the infinitive is what is called for.
  func makeAskedInfinitive(_ infinitive: Int, _ sentence: Range<Int>, _ tokens: inout [Token]) {
    guard ["advcl", "acl"].contains(tokens[infinitive].deprel), let head = tokens[infinitive].head, head < infinitive,
      sentence.contains(where: {
        $0 < infinitive && tokens[$0].head == infinitive && tokens[$0].deprel == "mark" && tokens[$0].lower == "to"
      })
    else { return }
    let verb = tokens[infinitive].deprel == "advcl" ? head : tokens[head].head ?? head
    guard verb + 1 < infinitive, let prepositions = Syntax.asking[tokens[verb].lemma.lowercased()],
      prepositions.contains(tokens[verb + 1].lower),
      sentence.contains(where: {
        $0 > verb && $0 < infinitive && tokens[$0].head == verb && ["obl", "obj", "nmod"].contains(tokens[$0].deprel)
      })
    else { return }
    hang(infinitive, on: verb, as: "xcomp", &tokens)
  }
}
