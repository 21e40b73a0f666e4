extension AttributionRule {
  /// `X called S illegal`, `described Y as Z`: the object and what is said of it.
  static let predication = AttributionRule("predication") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb] else { return [] }
    let syntax = context.syntax
    guard predicating.contains(syntax.lemmas[verb]) || context.identifies(verb), !context.isUnsaid(verb) else {
      return []
    }
    // `was described as grotesque by X`
    let isPassive = syntax.isPassive(verb)
    let agent = isPassive ? syntax.child(verb, .agent) ?? context.agentBehindVerdict(verb) : syntax.subject(verb)
    guard let object = syntax.child(verb, isPassive ? .passiveSubject : .object), let speaker = context.speaker(agent)
    else { return [] }
    let said = syntax.children(verb).first { child in
      child > verb
        && (syntax.relations[child] == .openComplement || syntax.preposition(child) == "as"
          || syntax.children(child, .marker).contains { syntax.lemmas[$0] == "as" })
    }
    // `called the operation Red Dawn`, `a group calling itself X`: a name is given, and nothing said.
    guard let said, !context.isName(said) || syntax.preposition(said) == "as",
      !reflexive.contains(syntax.lemmas[object]), !reflexive.contains(syntax.tokens[object].lower)
    else { return [] }
    let resolved = syntax.antecedent(ofRelative: object, in: verb)
    let tokens = Set(syntax.subtree(said)).union(resolved == nil ? syntax.subtree(object) : [])
    return [
      Attribution(
        rule: "attribution.predication", speaker: speaker, cue: context.cueRange(verb, cueTokens), cueHead: verb,
        contentHeads: [said], content: context.trimmed(tokens.sorted()), stance: cue.stance, hedge: nil)
    ]
  }

  private static let reflexive: Set = ["itself", "himself", "herself", "themselves"]

  static let predicating: Set = [
    "call", "describe", "brand", "label", "denounce", "dismiss", "condemn", "characterise", "characterize", "portray",
    "deride", "consider", "term", "dub", "regard", "view", "depict", "hail",
    "identify",
  ]
}

extension AttributionContext {
  /// `described as grotesque by X`: the tree hangs X on the verdict.
  fileprivate func agentBehindVerdict(_ verb: Int) -> Int? {
    syntax.oblique(verb, "by")
      ?? syntax.children(verb, RelationSet(.oblique, .openComplement)).lazy
      .compactMap { syntax.child($0, .agent) ?? syntax.modifier($0, "by") }.first
  }

  /// `named the victim as Ann Lee`: who somebody is, and not what he is made (`named the banker as chairman`).
  fileprivate func identifies(_ verb: Int) -> Bool {
    guard syntax.lemmas[verb] == "name", let object = syntax.undergoer(verb), syntax.isPart(object, .noun, .adjective),
      let name = syntax.oblique(verb, "as") ?? syntax.modifier(object, "as")
    else { return false }
    return isName(name) && Self.unidentified.contains(syntax.lemmas[object])
  }

  private static let unidentified: Set = [
    "victim", "man", "woman", "suspect", "gunman", "attacker", "assailant", "driver", "pilot", "boy", "girl", "child",
    "teenager", "dead", "deceased", "soldier", "officer", "hostage", "pair", "couple", "passenger", "shooter", "bomber",
    "killer", "worker", "student", "pedestrian", "cyclist", "motorist", "climber", "diver", "survivor", "informant",
  ]

  fileprivate func isName(_ token: Int) -> Bool {
    syntax.isPart(token, .properNoun) && syntax.tokens[token].form.first?.isUppercase ?? false
  }
}
