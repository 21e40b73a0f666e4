import TextAnalysis

/// Which of several senses a trigger word has, by what stands beside it; some have none that tells of an event.
extension EventFinder {
  func isDay(_ token: Int) -> Bool { times.contains { $0.tokens.contains(token) } }

  /// `hung up`, `fired up`: with its particle the verb is another one.
  func isOtherVerb(_ token: Int, _ tokens: [Int]) -> Bool {
    guard syntax.isPart(token, .verb) else { return false }
    return isNaming(token) || tokens.count == 1 && Self.otherVerbs.contains(syntax.verbWithParticle(token))
  }

  /// `a group calling itself the Sons of Dawn`: that is its name, and nobody is called.
  private func isNaming(_ verb: Int) -> Bool {
    guard syntax.lemmas[verb] == "call", let object = syntax.child(verb, RelationSet(.object, .indirectObject)) else {
      return false
    }
    return ["itself", "themselves", "himself", "herself"].contains(syntax.tokens[object].lower)
  }

  private static let otherVerbs: Set<String> = [
    "hang up", "hang on", "hang out", "hang around", "hang back", "fire up", "strike up", "shoot up", "charge up",
  ]

  /// `He had been treated well`: how somebody was dealt with, and no treatment.
  func isManner(_ token: Int, _ trigger: Trigger) -> Bool {
    guard trigger.words == ["treat"] else { return false }
    return syntax.children(token, .adverb).contains { Self.manners.contains(syntax.lemmas[$0]) }
      || ["like", "as", "with"].contains { syntax.oblique(token, $0) != nil }
  }

  /// `seized on the remarks`: words are taken up, and nothing is taken.
  func isSeizedOn(_ token: Int, _ trigger: Trigger) -> Bool {
    guard trigger.words == ["seize"], !syntax.isPassive(token), syntax.tokens.indices.contains(token + 2) else {
      return false
    }
    return ["on", "upon"].contains(syntax.tokens[token + 1].lower) && !isDay(token + 2)
  }

  /// `Typhoon Rai hit the coast`: a storm by its name, at the word that the tree hangs on.
  func namedStorm(at token: Int) -> (trigger: Trigger, token: Int, tokens: [Int])? {
    guard StormName.nouns.contains(syntax.tokens[token].lower), opensName(token), let trigger = triggers.storm
    else { return nil }
    var here = token
    for _ in 0..<3 {
      guard let head = syntax.heads[here], head > here, head - token <= 2, syntax.isPart(head, .properNoun),
        RelationSet(.compound, .flat, .unmarkedModifier, .description).has(syntax.relations[here])
      else { break }
      here = head
    }
    return (trigger, here, here == token ? [token] : [token, here])
  }

  /// A name, or a noun with a capital in front of one.
  private func opensName(_ token: Int) -> Bool {
    syntax.isPart(token, .properNoun)
      || syntax.tokens[token].form.first?.isUppercase ?? false && syntax.tokens.indices.contains(token + 1)
        && syntax.heads[token] == token + 1 && syntax.isPart(token + 1, .properNoun)
  }

  /// Where a storm acts, the verb tells no more of an attack: it says when and where the storm came.
  func tellOfStorms(_ mentions: inout [EventMention]) {
    guard let storm = triggers.storm else { return }
    let storms = Set(mentions.filter { $0.trigger.subtype == storm.subtype && !$0.trigger.isVerb }.map(\.token))
    guard !storms.isEmpty else { return }
    for index in mentions.indices {
      let mention = mentions[index]
      guard syntax.isPart(mention.token, .verb), mention.trigger.type == "ASSAULT", !mention.isHarm,
        let actor = syntax.actor(mention.token), storms.contains(actor)
      else { continue }
      mentions[index].trigger = storm
    }
  }

  /// Whether it is a verb that a storm is the subject of.
  func isOfStorm(_ mention: EventMention) -> Bool {
    mention.trigger.subtype == triggers.storm?.subtype && syntax.isPart(mention.token, .verb)
  }

  private static let manners: Set<String> = [
    "well", "badly", "fairly", "unfairly", "differently", "harshly", "humanely", "kindly", "poorly", "equally",
    "respectfully", "cruelly", "inhumanely", "correctly", "properly", "better", "worse",
  ]

  /// `X was to blame for E`: nobody is said to accuse, X is said to have done it.
  func isToBlame(_ token: Int) -> Bool { Imputation(syntax: syntax).isToBlame(token) }

  /// What a word of several senses tells of, by who or what stands beside it.
  func sense(of trigger: Trigger, at token: Int, _ tokens: [Int]) -> Trigger {
    // `launched a strike on the town`: whoever stops working does so against somebody, and not on a place.
    if trigger.words == ["launch", "strike"], let noun = tokens.last,
      syntax.modifier(noun, "on") ?? syntax.oblique(token, "on").flatMap({ isDay($0) ? nil : $0 }) != nil
    {
      return trigger.attacking
    }
    if isDismissal(token, trigger, tokens) { return trigger.dismissing }
    guard trigger.isVerb, tokens.count == 1 || Self.ambiguous.contains(trigger.words) else { return trigger }
    if let befalling = trigger.befalling, !isPassiveWithAuxiliary(token), hasNoObject(token),
      syntax.subject(token) != nil || syntax.tokens[token].xpos == "VBD"
    {
      return befalling
    }
    // `a bus hit a truck`: an accident.
    if Self.colliding.contains(trigger.words), let subject = syntax.actor(token), let object = syntax.undergoer(token),
      let vehicle = things[subject]?.kind, vehicle == .vehicle || vehicle == .vessel, actor(at: subject) == nil,
      let hit = things[object]?.kind, hit == .vehicle || hit == .vessel
    {
      var accident = trigger
      (accident.type, accident.subtype) = ("OTHER", "accident")
      return accident
    }
    // `97 survivors had been picked up`: nobody arrests those.
    if trigger.words == ["pick", "up"], let object = syntax.undergoer(token),
      Self.rescued.contains(syntax.lemmas[object])
    {
      var rescue = trigger
      (rescue.type, rescue.subtype, rescue.figure) = ("AID", "rescue", nil)
      return rescue
    }
    // `The soldiers were handed over`: people are let go, and nothing is supplied.
    if trigger.words == ["hand", "over"], let object = syntax.undergoer(token), let person = actor(at: object),
      [.person, .group].contains(referents.entities[person.index].label)
    {
      var release = trigger
      (release.type, release.subtype) = ("CONCEDE", "handover")
      return release
    }
    // `the minister was dismissed in July`: words are dismissed as wrong, people from their posts.
    if trigger.words == ["dismiss"], let object = syntax.undergoer(token), actor(at: object) != nil,
      syntax.oblique(token, "as") == nil
    {
      var dismissal = trigger
      (dismissal.type, dismissal.subtype) = ("COERCE", "dismissal")
      return dismissal
    }
    return trigger
  }

  /// `Four boys drowned`, read as a passive: that takes an auxiliary.
  private func isPassiveWithAuxiliary(_ verb: Int) -> Bool {
    syntax.isPassive(verb) && syntax.child(verb, RelationSet(.auxiliary, .passiveAuxiliary)) != nil
  }

  /// `drowned off Lampedusa`: the tree may take a place behind a small word for what the verb acts on.
  private func hasNoObject(_ verb: Int) -> Bool {
    guard let object = syntax.child(verb, .object) ?? bareNoun(behind: verb) else { return true }
    guard object > verb + 1, let place = referents.entityAtHead[object] else { return false }
    return referents.entities[place.index].label == .place && syntax.child(verb, .particle) == object - 1
  }

  /// `burned down a mill`, with the mill for where: a noun with an article and no preposition is what the verb acts on.
  private func bareNoun(behind verb: Int) -> Int? {
    syntax.children(verb, .oblique).first {
      $0 > verb && syntax.child($0, .caseMarker) == nil && syntax.child($0, .determiner) != nil && !isDay($0)
    }
  }

  /// `died when the Reina Paz went down`: vessels and what bears a name; prices and people go down as well.
  func isNoVessel(_ token: Int, _ trigger: Trigger) -> Bool {
    guard trigger.words == ["go", "down"] else { return false }
    guard let subject = syntax.ownSubject(token) else { return true }
    return !Self.vessels.contains(syntax.lemmas[subject])
      && !(syntax.isPart(subject, .properNoun)
        && syntax.children(subject, .determiner).contains { syntax.lemmas[$0] == "the" })
  }

  private static let vessels: Set = [
    "ship", "boat", "ferry", "vessel", "trawler", "tanker", "yacht", "freighter", "submarine", "dinghy", "plane",
    "aircraft", "airliner", "jet", "helicopter", "airplane", "barge",
  ]

  private static let colliding: Set = [["hit"], ["strike"]]

  private static let ambiguous: Set = [["pick", "up"], ["hand", "over"], ["burn", "down"]]

  private static let rescued: Set = [
    "survivor", "body", "passenger", "crew", "migrant", "swimmer", "sailor", "fisherman", "refugee", "castaway",
  ]
}
