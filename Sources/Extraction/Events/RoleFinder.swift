import TextAnalysis

/// Follows a trigger's role paths through the tree to the noun phrases that fill them.
struct RoleFinder: Sendable {
  let syntax: Syntax
  let referents: Referents
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
          if add(noun, edge, to: &mention, along: path) {
            taken.insert(noun)
            hasFilled = true
          }
        }
      }
    }
  }

  private func add(
    _ noun: Int, _ edge: EventRecord.Role.Edge, to mention: inout EventMention, along path: Trigger.RolePath
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
        mention.roles.append(.init(edge: edge, entity: entity, token: part, rule: RoleRule.name(of: edge, along: path)))
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

  /// `members of the group`, `a number of officials`: where the head is no entity itself, what it is a part of.
  private func nested(_ noun: Int) -> EntityID? {
    guard let inner = syntax.modifier(noun, "of"), Self.partitives.contains(syntax.lemmas[noun]) else { return nil }
    return referents.entityAtHead[inner]
  }

  private static let partitives: Set = [
    "number", "group", "dozen", "hundred", "thousand", "score", "some", "many", "most", "part", "lot", "majority",
    "half",
    "people", "team", "series", "pair", "couple",
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
    return syntax.children(token, wanted).filter {
      let found = syntax.preposition($0)
      return found == preposition || (preposition == "by" && syntax.relations[$0] == .agent)
    }
  }
}
