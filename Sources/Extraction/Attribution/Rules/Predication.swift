extension AttributionRule {
  /// `X called S illegal`, `described Y as Z`: the object and what is said of it.
  static let predication = AttributionRule("predication") { context, verb in
    guard let (cue, cueTokens) = context.predicates[verb] else { return [] }
    let syntax = context.syntax
    guard predicating.contains(syntax.lemmas[verb]), !context.isUnsaid(verb), !syntax.isPassive(verb) else { return [] }
    guard let object = syntax.child(verb, .object), let speaker = context.speaker(syntax.subject(verb)) else {
      return []
    }
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
  fileprivate func isName(_ token: Int) -> Bool {
    syntax.isPart(token, .properNoun) && syntax.tokens[token].form.first?.isUppercase ?? false
  }
}
