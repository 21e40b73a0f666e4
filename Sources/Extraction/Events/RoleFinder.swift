import TextAnalysis

/// Follows a trigger's role paths through the tree to the noun phrases that fill them.
struct RoleFinder: Sendable {
  let syntax: Syntax
  let referents: Referents
  let triggers: TriggerTable
  let things: [Int: ThingFinder.Thing]

  /// Fillers of all roles; a dependent fills one: target first, then recipient, then agent. A place that fills a role
  /// other than by acting is where it happened.
  func fill(_ mention: inout EventMention) {
    var taken: Set<Int> = []
    let trigger = mention.trigger
    for (edge, paths) in [
      (EventRecord.Role.Edge.target, trigger.targets), (.recipient, trigger.recipients), (.agent, trigger.agents),
    ] {
      var hasFilled = false
      for path in paths where !hasFilled || edge == .agent {
        if edge == .agent, hasFilled, path.steps != [.subject] { continue }
        for noun in follow(path.steps, from: mention.token, trigger.isVerb) where !taken.contains(noun) {
          let isUsed = mention.tokens.contains(noun)
          if isUsed { continue }
          if add(noun, edge, to: &mention, rule: RoleRule.name(of: edge, along: path)) {
            taken.insert(noun)
            hasFilled = true
          }
        }
      }
    }
    if !trigger.isVerb { fillFromSupport(&mention, &taken) }
    dropOwnPronouns(&mention)
    fillFromClause(&mention)
    fillFromThing(&mention, &taken)
    fillFromWeapon(&mention)
    dropDoubles(&mention)
  }

  /// Nobody is both sides of a deed: what the tree shows as acted on is not the agent, unless it is the verb's own subject.
  private func dropDoubles(_ mention: inout EventMention) {
    let targets = mention.roles.filter { $0.edge == .target }
    for target in targets {
      guard let agent = mention.roles.first(where: { $0.edge == .agent && $0.entity == target.entity }) else {
        continue
      }
      let isReflexive =
        syntax.tokens[target.token].lower.hasSuffix("self") || syntax.tokens[target.token].lower.hasSuffix("selves")
      let isSubject =
        mention.trigger.isVerb && syntax.ownSubject(mention.token) == agent.token && !syntax.isPassive(mention.token)
      let isUndergoer = mention.trigger.isVerb && syntax.undergoer(mention.token) == target.token
      let edge: EventRecord.Role.Edge = isReflexive || isSubject && !isUndergoer ? .target : .agent
      mention.roles.removeAll { $0.edge == edge && $0.entity == target.entity }
    }
  }

  /// `Prosecutors accused them`: who does it is not who it is done to, unless it is done to `themselves`.
  private func dropOwnPronouns(_ mention: inout EventMention) {
    let agents = Set(mention.roles.filter { $0.edge == .agent }.map(\.entity))
    mention.roles.removeAll { role in
      role.edge != .agent && agents.contains(role.entity) && Self.personal.contains(syntax.tokens[role.token].lower)
    }
  }

  private static let personal: Set = ["him", "her", "them", "it"]

  /// `demanded that Y withdraw`: who is to do it, is asked.
  private func fillFromClause(_ mention: inout EventMention) {
    guard mention.trigger.isVerb, mention.trigger.type == "REQUEST",
      !mention.roles.contains(where: { $0.edge == .recipient || $0.edge == .target })
    else { return }
    let clauses = syntax.children(mention.token, RelationSet(.clausalComplement, .openComplement, .adverbialClause))
    for clause in clauses {
      guard let subject = syntax.ownSubject(clause) else { continue }
      if add(subject, .recipient, to: &mention, rule: "role.recipient.clause") { return }
    }
  }

  // MARK: Who is meant by a thing

  /// `praised Haiti's efforts`, `rejected an Indian proposal`, `expelled a Swiss diplomat`: done to whom the thing belongs.
  private func fillFromThing(_ mention: inout EventMention, _ taken: inout Set<Int>) {
    guard mention.trigger.isVerb, Self.dealings.contains(mention.trigger.type),
      !mention.roles.contains(where: { $0.edge != .agent }), let thing = syntax.undergoer(mention.token),
      mention.tokens.contains(thing) || syntax.isPart(thing, .noun) && referents.entityAtHead[thing] == nil
    else { return }
    let isEvent = triggers.isEventNoun(syntax.lemmas[thing])
    let owners =
      syntax.children(thing, .possessive) + phrases(below: thing, "by") + (isEvent ? [] : phrases(below: thing, "of"))
      + phrases(below: thing, "from") + syntax.children(thing, RelationSet(.adjective, .compound))
    for owner in owners where !taken.contains(owner) {
      guard let entity = referents.entityAtHead[owner], referents.entities[entity.index].label.isActor,
        !mention.roles.contains(where: { $0.entity == entity })
      else { continue }
      if add(owner, .target, to: &mention, rule: "role.target.owner") {
        taken.insert(owner)
        return
      }
    }
  }

  private static let dealings: Set = [
    "SUPPORT", "DISAPPROVE", "ACCUSE", "REJECT", "REQUEST", "SANCTION", "COERCE", "CONCEDE", "THREATEN", "AGREE",
  ]

  /// `Russian aircraft bombed the town`: whose weapons act, acts.
  private func fillFromWeapon(_ mention: inout EventMention) {
    guard !mention.roles.contains(where: { $0.edge == .agent }), mention.trigger.isVerb,
      let actor = syntax.actor(mention.token)
    else { return }
    for weapon in syntax.coordinated(actor) where Self.weapons.contains(syntax.lemmas[weapon]) {
      guard referents.entityAtHead[weapon] == nil else { continue }
      let owners =
        syntax.children(weapon, RelationSet(.adjective, .compound, .possessive)) + phrases(below: weapon, "of")
      for owner in owners {
        guard let entity = referents.entityAtHead[owner], referents.entities[entity.index].label.isActor else {
          continue
        }
        _ = add(owner, .agent, to: &mention, rule: "role.agent.armed")
      }
    }
  }

  private static let weapons: Set = [
    "aircraft", "airplane", "artillery", "boat", "bomber", "drone", "fighter", "frigate", "gun", "gunboat", "gunship",
    "helicopter", "jet", "missile", "plane", "rocket", "ship", "submarine", "tank", "vessel", "warplane", "warship",
  ]

  // MARK: Verbs that only carry the noun

  /// `X held talks with Y`, `X launched an attack on Y`: what the noun lacks stands at the verb that carries it.
  private func fillFromSupport(_ mention: inout EventMention, _ taken: inout Set<Int>) {
    let noun = mention.token
    guard let verb = syntax.heads[noun], RelationSet(.object, .passiveSubject).has(syntax.relations[noun]),
      syntax.isPart(verb, .verb), Self.support.contains(syntax.verbWithParticle(verb))
    else { return }
    let trigger = mention.trigger
    for (edge, paths) in [(EventRecord.Role.Edge.target, trigger.targets), (.recipient, trigger.recipients)]
    where !mention.roles.contains(where: { $0.edge == edge }) {
      for path in paths {
        guard path.steps.count == 1, case .phrase(let preposition)? = path.steps.first, preposition != "of" else {
          continue
        }
        for phrase in phrases(below: verb, preposition)
        where !taken.contains(phrase) && !mention.tokens.contains(phrase) {
          if add(phrase, edge, to: &mention, rule: "role.other.carrier") { taken.insert(phrase) }
        }
      }
    }
    guard !mention.roles.contains(where: { $0.edge == .agent }), let actor = syntax.actor(verb), !taken.contains(actor)
    else {
      return
    }
    _ = add(actor, .agent, to: &mention, rule: "role.agent.carrier")
  }

  /// Verbs that say of an event noun no more than that their subject does it.
  private static let support: Set = [
    "hold", "launch", "carry out", "conduct", "make", "commit", "stage", "mount", "impose", "reimpose", "re-impose",
    "issue", "give", "perpetrate", "execute", "undertake", "perform", "begin", "start", "open", "resume", "continue",
    "offer", "provide", "extend", "express", "voice", "lodge", "file", "deliver", "wage", "sign", "reach", "conclude",
    "strike", "announce", "organise", "organize", "pay", "send", "lead", "plan", "convene", "host", "step up",
    "intensify", "unleash", "declare", "enforce", "put", "lay", "order",
  ]

  // MARK: Following paths

  private func add(
    _ noun: Int, _ edge: EventRecord.Role.Edge, to mention: inout EventMention, rule: String
  ) -> Bool {
    var found = false
    for part in syntax.coordinated(noun).flatMap({ [$0] + members(of: $0) }) {
      if edge == .target, addThing(part, to: &mention) { found = true }
      guard let entity = referents.entityAtHead[part] ?? nested(part), !syntax.isNegative(nominal: part) else {
        continue
      }
      found = true
      let known = referents.entities[entity.index]
      if known.label.isActor {
        mention.roles.append(.init(edge: edge, entity: entity, token: part, rule: rule))
      } else if !mention.places.contains(where: { $0.place == entity }) {
        mention.places.append(.init(place: entity, token: part, rule: "place.in-role"))
      }
    }
    return found
  }

  /// `six priests, including their rector`, `two engineers, X and Y`: those named among a group.
  private func members(of noun: Int) -> [Int] {
    guard syntax.tokens[noun].xpos == "NNS" else { return [] }
    let named = syntax.children(noun).filter { child in
      switch syntax.relations[child] {
      case .apposition: true
      case .nominalModifier, .oblique: syntax.preposition(child) == "including"
      default: false
      }
    }
    return named.flatMap { syntax.coordinated($0) }
  }

  /// What is hit: a thing that is no actor. A building that has a name is a place too.
  private func addThing(_ noun: Int, to mention: inout EventMention) -> Bool {
    guard mention.isViolent, let thing = things[noun], !thing.kind.isWeapon, !syntax.isNegative(nominal: noun) else {
      return false
    }
    if let entity = referents.entityAtHead[noun], referents.entities[entity.index].label == .person { return false }
    mention.things.append(.init(part: .object, token: noun))
    return true
  }

  /// `members of the group`, `a number of officials`, `army patrols`: where the head is no entity itself, what it is a
  /// part of.
  private func nested(_ noun: Int) -> EntityID? {
    if Self.detachments.contains(syntax.lemmas[noun]) {
      let owners = syntax.children(noun, RelationSet(.compound, .possessive)) + phrases(below: noun, "of")
      return owners.lazy.compactMap { referents.entityAtHead[$0] }.first {
        [.organization, .group].contains(referents.entities[$0.index].label)
      }
    }
    guard let inner = syntax.modifier(noun, "of"), Self.partitives.contains(syntax.lemmas[noun]) else { return nil }
    return referents.entityAtHead[inner]
  }

  private static let partitives: Set = [
    "number", "group", "dozen", "hundred", "thousand", "score", "some", "many", "most", "part", "lot", "majority",
    "half",
    "people", "team", "series", "pair", "couple",
  ]

  /// Bodies of armed men, which act for those they belong to.
  private static let detachments: Set = [
    "unit", "column", "cell", "patrol", "squad", "commando", "force", "wing", "detachment", "contingent", "element",
    "platoon", "company", "battalion", "brigade", "command",
  ]

  private func follow(_ steps: [Trigger.RolePath.Step], from token: Int, _ isVerb: Bool) -> [Int] {
    guard let step = steps.first else { return [token] }
    let next: [Int]
    switch step {
    case .subject: next = (isVerb ? syntax.actor(token) : syntax.ownSubject(token)).map { [$0] } ?? []
    case .object: next = syntax.undergoer(token).map { [$0] } ?? []
    case .indirectObject: next = syntax.children(token, .indirectObject)
    case .possessor: next = syntax.children(token, .possessive)
    case .adjective: next = syntax.children(token, .adjective)
    case .compound: next = syntax.children(token, RelationSet(.compound, .unmarkedModifier, .description))
    case .phrase(let preposition): next = phrases(below: token, preposition)
    }
    guard steps.count > 1 else { return next }
    return next.flatMap { follow(Array(steps.dropFirst()), from: $0, isVerb) }
  }

  private func phrases(below token: Int, _ preposition: String) -> [Int] {
    let wanted: RelationSet = [RelationSet.obliques, RelationSet.modifiers]
    let found = syntax.children(token, wanted).filter {
      let found = syntax.preposition($0)
      return found == preposition || (preposition == "by" && syntax.relations[$0] == .agent)
    }
    // `sent food to X`: the phrase may hang on the object as well as on the verb.
    guard found.isEmpty, Self.giving.contains(preposition), syntax.isPart(token, .verb),
      let object = syntax.child(token, RelationSet(.object, .passiveSubject))
    else { return found }
    let below = syntax.coordinated(object).flatMap { syntax.children($0, wanted) }
    let direct = below.filter { syntax.preposition($0) == preposition }
    if !direct.isEmpty { return direct }
    return below.filter { referents.entityAtHead[$0] == nil }.flatMap { syntax.children($0, wanted) }
      .filter { syntax.preposition($0) == preposition }
  }

  /// Prepositions of whom something is given to, taken from or done with.
  private static let giving: Set = ["to", "with", "on", "against", "from"]

}
