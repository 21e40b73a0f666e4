import TextAnalysis

/// Which of several senses a trigger word has, by what stands beside it; some have none that tells of an event.
extension EventFinder {
  func isDay(_ token: Int) -> Bool { times.contains { $0.tokens.contains(token) } }

  /// `hung up`, `fired up`: with its particle the verb is another one.
  func isOtherVerb(_ token: Int, _ tokens: [Int]) -> Bool {
    tokens.count == 1 && syntax.isPart(token, .verb) && Self.otherVerbs.contains(syntax.verbWithParticle(token))
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
    guard trigger.isVerb, tokens.count == 1 || Self.ambiguous.contains(trigger.words) else { return trigger }
    if let befalling = trigger.befalling, !syntax.isPassive(token), syntax.child(token, .object) == nil,
      syntax.ownSubject(token) != nil
    {
      return befalling
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

  private static let ambiguous: Set = [["pick", "up"], ["hand", "over"]]

  private static let rescued: Set = [
    "survivor", "body", "passenger", "crew", "migrant", "swimmer", "sailor", "fisherman", "refugee", "castaway",
  ]
}
