import TextAnalysis

/// Words that tell of an event only where what they are said of fits: sanctions target nobody with weapons, a plant that
/// suspends operations makes no truce.
extension EventFinder {
  /// Whether a word has a sense here that tells of no event.
  func isUnfit(_ token: Int, _ trigger: Trigger, _ tokens: [Int]) -> Bool {
    guard trigger.isVerb, syntax.isPart(token, .verb) else { return isOnLeave(token) }
    switch trigger.words.first {
    case "target": return tokens.count == 1 && isAimedByThing(token)
    case "hit": return tokens.count == 1 && isBurdened(token)
    case "draft": return tokens.count == 1 && isWriting(token)
    case "rule": return tokens.count == 1 && isRuling(token)
    case "recognise", "recognize": return tokens.count == 1 && isIdentifying(token)
    case "accept": return tokens.count == 1 && isTaking(token)
    case "erupt": return tokens.count == 1 && isBreakingOut(token)
    case "halt", "stop", "end", "suspend", "cease":
      return trigger.subtype == "ceasefire" && trigger.words.contains("operation") && !isOfArms(token, tokens)
    default: return isOnLeave(token)
    }
  }

  /// `found not guilty`: the word beside the verdict turns it.
  func isAcquittal(_ mention: EventMention) -> Bool {
    guard mention.trigger.isVerb, mention.trigger.words.contains("guilty"),
      let verdict = mention.tokens.first(where: { syntax.lemmas[$0] == "guilty" }), verdict > mention.token + 1
    else { return false }
    return ["not", "n't"].contains(syntax.tokens[verdict - 1].lower)
  }

  /// `The minister fired the head of the agency`, `He was fired on Monday`: nobody shoots people without a preposition.
  func isDismissal(_ token: Int, _ trigger: Trigger, _ tokens: [Int]) -> Bool {
    guard trigger.words.first == "fire", trigger.words.count <= 2, trigger.isVerb,
      let object = syntax.undergoer(token), let person = actor(at: object),
      [.person, .group].contains(referents.entities[person.index].label), syntax.preposition(object).isEmpty
    else { return false }
    guard let preposition = tokens.first(where: { $0 != token }) else {
      return !["at", "on", "into", "against", "upon"].contains { syntax.oblique(token, $0).map { !isDay($0) } ?? false }
    }
    // `fired his chief on Monday`: the preposition is the day's. `was fired on`: it stands alone behind the verb.
    return syntax.heads[preposition].map { $0 != token && isDay($0) } ?? false
  }

  /// `The sanctions target four tankers`: what is aimed by papers and plans does no violence.
  private func isAimedByThing(_ verb: Int) -> Bool { syntax.actor(verb).map { isPeaceful($0) } ?? false }

  /// A thing that is neither an actor nor a weapon nor a deed of violence.
  private func isPeaceful(_ subject: Int) -> Bool {
    guard syntax.isPart(subject, .noun), actor(at: subject) == nil, things[subject] == nil else { return false }
    guard let (trigger, _) = triggers.trigger(at: subject, in: syntax) else { return true }
    return !["ASSAULT", "OTHER", "MOBILIZE"].contains(trigger.type)
  }

  /// `The tax will hit farmers`: money and rules hit nobody with force.
  private func isBurdened(_ verb: Int) -> Bool {
    guard let subject = syntax.actor(verb), isPeaceful(subject) else { return false }
    return Self.burdens.contains(syntax.lemmas[subject]) || triggers.isEventNoun(syntax.lemmas[subject])
  }

  private static let burdens: Set = [
    "tax", "levy", "tariff", "duty", "price", "cost", "inflation", "cut", "measure", "rule", "regulation", "shortage",
    "crisis", "recession", "downturn", "slump", "ban", "closure", "outage", "delay", "scandal", "bill", "law", "rate",
    "rise", "increase", "hike", "fee", "penalty", "sanction", "embargo", "disruption", "blackout", "lockdown",
    "pandemic", "epidemic", "austerity", "policy", "reform", "decision", "change", "loss", "demand", "unemployment",
    "poverty", "hunger", "restriction", "quota",
  ]

  /// `drafting an amendment`: people are called up, papers are written.
  private func isWriting(_ verb: Int) -> Bool {
    guard let object = syntax.undergoer(verb) else { return true }
    return syntax.isPart(object, .noun) && actor(at: object) == nil && syntax.child(object, .number) == nil
  }

  /// `The judge ruled that …`, `ruled against the firm`: a verdict; who controls, rules a land or its people.
  private func isRuling(_ verb: Int) -> Bool {
    if syntax.child(verb, .clausalComplement) != nil { return true }
    return syntax.undergoer(verb) == nil
      && ["against", "on", "for", "in favour", "in favor", "in"].contains { syntax.oblique(verb, $0) != nil }
      || !syntax.isPassive(verb) && syntax.children(verb, .openComplement).contains { syntax.isPart($0, .adjective) }
  }

  /// `recognised two of them`: one who knows a face again gives nobody a standing.
  private func isIdentifying(_ verb: Int) -> Bool {
    guard let object = syntax.undergoer(verb), let known = actor(at: object) else { return false }
    let entity = referents.entities[known.index]
    guard entity.label == .person || entity.label == .group, !entity.isNamed else { return false }
    guard let knower = syntax.actor(verb).flatMap({ actor(at: $0) }) else { return true }
    return [.person, .group].contains(referents.entities[knower.index].label)
  }

  /// `accepted 1.2 million from the builder`: whoever takes money approves of nobody.
  private func isTaking(_ verb: Int) -> Bool {
    guard let object = syntax.undergoer(verb), actor(at: object) == nil else { return false }
    return syntax.isPart(object, .numeral, .symbol) || Self.moneys.contains(syntax.lemmas[object])
  }

  private static let moneys: Set = [
    "euro", "dollar", "pound", "rouble", "ruble", "yuan", "yen", "franc", "krona", "peso", "rupee", "lira", "million",
    "billion", "money", "cash", "bribe", "kickback", "gift", "payment", "donation", "fee", "sum", "envelope",
  ]

  /// `Clashes erupted`: they began, and no volcano did.
  private func isBreakingOut(_ verb: Int) -> Bool {
    guard let subject = syntax.ownSubject(verb), syntax.isPart(subject, .noun) else { return false }
    return !["volcano", "crater", "geyser", "mountain", "mount", "lava", "vent", "peak"].contains(
      syntax.lemmas[subject])
  }

  /// `suspended operations`: those of an army make a truce, those of a plant a standstill.
  private func isOfArms(_ verb: Int, _ tokens: [Int]) -> Bool {
    let armed: Set = ["military", "armed", "armed_group", "army", "state"]
    if let subject = syntax.actor(verb), let entity = actor(at: subject) {
      let known = referents.entities[entity.index]
      if known.label == .state || known.kind.map({ armed.contains($0) }) ?? false { return true }
    }
    guard let operation = tokens.first(where: { syntax.lemmas[$0] == "operation" }) else { return true }
    let words = syntax.children(operation, RelationSet(.adjective, .compound)).map { syntax.lemmas[$0] }
    return syntax.modifier(operation, "against") != nil || syntax.oblique(verb, "against") != nil
      || words.contains { ["military", "combat", "offensive", "armed", "ground", "air", "naval", "army"].contains($0) }
  }

  /// `an attack on a convoy on Wednesday, in which six soldiers were killed`: the deed named last in front of `in which`, wherever
  /// the tree hangs the clause.
  func scene(of verb: Int, _ atToken: [Int: Int]) -> Int? {
    let pronoun = syntax.children(verb, RelationSet(.oblique, .adverb)).first {
      syntax.tokens[$0].lower == "which" && ["in", "during"].contains(syntax.preposition($0))
    }
    guard let pronoun else { return nil }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[pronoun]].tokens
    let deed = (sentence.lowerBound..<pronoun).last { atToken[$0] != nil && syntax.isPart($0, .noun) }
    // `was killed in an attack in which`: the verb above tells of the same deed.
    return deed.flatMap { noun in
      sentence.contains {
        $0 != noun && atToken[$0] != nil && syntax.isPart($0, .verb) && syntax.isBelow(noun, $0) && $0 != verb
          && !["claim", "deny", "condemn"].contains(syntax.lemmas[$0])
      } ? nil : noun
    }
  }

  /// `He was on leave`: from work.
  private func isOnLeave(_ token: Int) -> Bool {
    guard syntax.tokens[token].lower == "leave", token > 0 else { return false }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[token]].tokens
    return sentence.contains(token - 1)
      && ["on", "sick", "medical", "maternity", "parental", "annual", "unpaid", "administrative", "home"].contains(
        syntax.tokens[token - 1].lower)
  }
}
