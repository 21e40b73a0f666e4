import TextAnalysis

/// Decides what a number counts (killed, wounded, arrested, …) and to which event mention it belongs.
struct FigureAttacher: Sendable {
  let syntax: Syntax
  let figures: [FigureExpression]
  let referents: Referents
  /// Bombs and rifles, by the noun: nobody among them is killed or wounded.
  let weapons: Set<Int>

  func attach(to mentions: inout [EventMention], _ atToken: [Int: Int]) {
    for (number, figure) in figures.enumerated() {
      guard let top = top(of: figure), !weapons.contains(top) else { continue }
      if let (mention, attribute) = counted(top, figure, mentions, atToken) {
        mentions[mention].figures.append(.init(attribute: attribute, figure: number))
      }
    }
  }

  private func top(of figure: FigureExpression) -> Int? {
    if let counted = figure.counted { return counted }
    let inside = figure.tokens.clamped(to: 0..<syntax.tokens.count)
    return inside.first { token in !(syntax.heads[token].map { inside.contains($0) } ?? false) }
  }

  /// The mention and attribute for the noun (or bare number) that is counted.
  private func counted(_ noun: Int, _ figure: FigureExpression, _ mentions: [EventMention], _ atToken: [Int: Int])
    -> (Int, String)?
  {
    if figure.counted == nil, let found = elliptical(figure, mentions, atToken) { return found }
    if let own = atToken[noun], let attribute = mentions[own].trigger.figure { return (own, attribute) }
    guard let head = syntax.heads[noun] else { return nil }
    if let found = asTarget(noun, head, mentions, atToken) { return found }
    if let found = asToll(noun, head, mentions, atToken) { return found }
    return asState(noun, head, mentions, atToken)
  }

  /// `29 were killed and three captured`: a bare number in front of a participle is of that participle.
  private func elliptical(_ figure: FigureExpression, _ mentions: [EventMention], _ atToken: [Int: Int]) -> (
    Int, String
  )? {
    let next = figure.tokens.upperBound
    guard syntax.tokens.indices.contains(next), syntax.tokens[next].xpos == "VBN" || syntax.tokens[next].xpos == "VBD",
      syntax.sentenceOfToken[next] == syntax.sentenceOfToken[figure.tokens.lowerBound]
    else { return nil }
    if let own = atToken[next], let attribute = mentions[own].trigger.figure { return (own, attribute) }
    guard let attribute = Self.byState[syntax.tokens[next].lower] else { return nil }
    let harm = mentions.indices.last {
      mentions[$0].token <= next && (mentions[$0].canCauseHarm || mentions[$0].isHarm)
    }
    return harm.map { ($0, attribute) }
  }

  /// The counted stand where the trigger has its target: `killing 144 people`, `the arrest of 11`, `20 were wounded`.
  private func asTarget(_ noun: Int, _ head: Int, _ mentions: [EventMention], _ atToken: [Int: Int]) -> (Int, String)? {
    let tops = [noun] + (syntax.relations[noun] == .conjunct ? [head] : [])
    for (index, mention) in mentions.enumerated() {
      guard let attribute = mention.trigger.figure else { continue }
      guard syntax.sentenceOfToken[mention.token] == syntax.sentenceOfToken[noun] else { continue }
      if mention.trigger.isVerb {
        let undergoer =
          mention.trigger.targets.first?.steps == [.subject]
          ? syntax.subject(mention.token) : syntax.undergoer(mention.token)
        if let undergoer, tops.contains(undergoer) { return (index, attribute) }
      } else if let target = syntax.modifier(mention.token, "of"), tops.contains(target) {
        return (index, attribute)
      }
    }
    return nil
  }

  /// `the death toll rose to 144`, `raised the toll from 133`, `the number of dead was 11`.
  private func asToll(_ noun: Int, _ head: Int, _ mentions: [EventMention], _ atToken: [Int: Int]) -> (Int, String)? {
    let clause = clause(above: noun)
    guard
      let toll = (described(by: clause) + [clause] + syntax.children(clause)).flatMap({ [$0] + syntax.children($0) })
        .first(where: { isToll($0) })
    else { return nil }
    let attribute = tollAttribute(toll)
    let sentence = syntax.sentenceOfToken[noun]
    let below = syntax.subtree(toll).lazy.compactMap { atToken[$0] }.first {
      mentions[$0].canCauseHarm || mentions[$0].isHarm
    }
    let near = mentions.indices.last {
      mentions[$0].token < noun && (mentions[$0].canCauseHarm || mentions[$0].isHarm)
        && syntax.sentenceOfToken[mentions[$0].token] <= sentence
    }
    return (below ?? near).map { ($0, attribute) }
  }

  /// `the toll, first reported as 133`: the noun that the clause is said of.
  private func described(by clause: Int) -> [Int] {
    guard RelationSet.adnominalClauses.has(syntax.relations[clause]), let noun = syntax.heads[clause] else { return [] }
    return isToll(noun) ? [noun] : []
  }

  private func isToll(_ token: Int) -> Bool {
    let lemma = syntax.lemmas[token]
    if lemma == "toll" { return true }
    guard lemma == "number" || lemma == "count", let of = syntax.modifier(token, "of") else { return false }
    return Self.byState[syntax.lemmas[of]] != nil
      || (syntax.children(of, .adnominalClause) + syntax.children(token, .adnominalClause)).contains {
        Self.byState[syntax.tokens[$0].lower] != nil
      }
  }

  private func tollAttribute(_ token: Int) -> String {
    for child in syntax.subtree(token) {
      if let known = Self.byState[syntax.lemmas[child]] ?? Self.byState[syntax.tokens[child].lower] {
        return known
      }
    }
    return "killed"
  }

  private func clause(above token: Int) -> Int {
    var here = token
    for _ in 0..<8 {
      guard let head = syntax.heads[here] else { break }
      here = head
      if syntax.isPart(here, .verb) || syntax.child(here, .subject) != nil { break }
    }
    return here
  }

  /// `left 14 people dead`, `two were missing`, `20 injured`: a state that the counted are in.
  private func asState(_ noun: Int, _ head: Int, _ mentions: [EventMention], _ atToken: [Int: Int]) -> (Int, String)? {
    // `two bombs exploded and killed 100`: the bombs are not the killed.
    if RelationSet.subjects.has(syntax.relations[noun]), syntax.child(head, .object) != nil { return nil }
    let near =
      [head] + syntax.children(head, RelationSet(.openComplement, .adjective, .conjunct))
      + syntax.children(noun, RelationSet(.adjective, .adnominalClause))
    let attribute = near.lazy.compactMap { token -> String? in
      guard syntax.isPart(token, .adjective, .verb, .noun) else { return nil }
      return Self.byState[syntax.tokens[token].lower]
    }.first
    guard let attribute else { return nil }
    let sentence = syntax.sentenceOfToken[noun]
    let near2 = mentions.indices.last {
      syntax.sentenceOfToken[mentions[$0].token] <= sentence && mentions[$0].canCauseHarm && mentions[$0].token < noun
        || (syntax.sentenceOfToken[mentions[$0].token] == sentence && mentions[$0].canCauseHarm)
    }
    return near2.map { ($0, attribute) }
  }

  private static let byState: [String: String] = [
    "dead": "killed", "killed": "killed", "death": "killed", "fatality": "killed", "injured": "wounded",
    "wounded": "wounded",
    "hurt": "wounded", "injury": "wounded", "missing": "missing", "arrested": "arrested", "detained": "detained",
    "homeless": "displaced", "displaced": "displaced",
  ]
}
