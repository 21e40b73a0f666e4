import TextAnalysis

extension EventMention {
  /// Whether a toll may be of it: nobody dies in their dozens of a beating or of looting, nor of what has not come.
  fileprivate var canKillMany: Bool {
    canCauseHarm && !Self.ofFew.contains(trigger.subtype ?? "") && actuality != .possible
  }

  private static let ofFew: Set = [
    "beating", "torture", "kidnapping", "looting", "theft", "robbery",
    "hostage taking", "sexual assault",
  ]
}

/// Decides what a number counts (killed, wounded, arrested, …) and to which event mention it belongs.
struct FigureAttacher: Sendable {
  let syntax: Syntax
  let figures: [FigureExpression]
  let referents: Referents
  /// Bombs, rifles, vehicles, houses, by the noun: nobody among them is killed or wounded.
  let things: Set<Int>
  /// Mentions that are said not to be so: nobody is counted in them from afar.
  let denied: Set<Int>

  func attach(to mentions: inout [EventMention], _ atToken: [Int: Int]) {
    let order = TextOrder(mentions, without: denied)
    var last: (sentence: Int, mention: Int, attribute: String)?
    for (number, figure) in figures.enumerated() {
      guard let top = top(of: figure), !things.contains(top), !isRuledOut(figure), isOfPeople(figure, top) else {
        continue
      }
      let found = counted(top, figure, mentions, atToken, order) ?? takenUp(figure, top, last)
      if let (mention, attribute) = found {
        mentions[mention].figures.append(.init(attribute: attribute, figure: number))
        last = (syntax.sentenceOfToken[top], mention, attribute)
      }
    }
  }

  /// `It had earlier said 41`, `On Monday the ministry had spoken of four`: a number without a noun, which somebody had given
  /// before, counts what the sentence before counted.
  private func takenUp(
    _ figure: FigureExpression, _ top: Int, _ last: (sentence: Int, mention: Int, attribute: String)?
  ) -> (Int, String)? {
    guard figure.counted == nil, let last, let verb = syntax.heads[top],
      (0...2).contains(syntax.sentenceOfToken[top] - last.sentence),
      ["say", "give", "report", "speak", "put", "cite"].contains(syntax.lemmas[verb]),
      RelationSet(.object, .oblique).has(syntax.relations[top]), ["", "of", "at"].contains(syntax.preposition(top)),
      syntax.children(verb, .auxiliary).contains(where: { syntax.tokens[$0].lower == "had" })
        || syntax.children(verb, .adverb).contains(where: { Self.givenBefore.contains(syntax.tokens[$0].lower) })
    else { return nil }
    return (last.mention, last.attribute)
  }

  /// People come whole, and are not counted in kilometres or hours.
  private func isOfPeople(_ figure: FigureExpression, _ top: Int) -> Bool {
    guard figure.value >= 0, figure.value.rounded() == figure.value, !Self.units.contains(syntax.tokens[top].lower)
    else {
      return false
    }
    let next = figure.tokens.upperBound
    guard syntax.tokens.indices.contains(next), next != top else { return true }
    return !Self.units.contains(syntax.tokens[next].lower)
  }

  private static let units: Set = [
    "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles", "metre", "metres", "meter",
    "meters", "feet", "foot", "yards", "inches", "cm", "mm", "hectares", "acres", "years", "year", "months", "month",
    "weeks", "week", "days", "day", "hours", "hour", "minutes", "minute",
    "seconds", "percent", "per cent", "%", "tonnes", "tonne", "tons", "ton", "kg", "kilograms", "kilos", "pounds",
    "litres", "liters", "degrees", "knots", "mph", "kph", "dollars", "euros", "volts", "megawatts",
  ]

  /// `36 people, not 38`, `23 soldiers, and not 17`, `five rather than six`: the number that does not hold.
  private func isRuledOut(_ figure: FigureExpression) -> Bool {
    let before = figure.tokens.lowerBound - 1
    guard before > 0, syntax.sentenceOfToken[before] == syntax.sentenceOfToken[figure.tokens.lowerBound] else {
      return false
    }
    // `not four as police initially reported`: what was said before, and what stands now, in one breath.
    let behind = figure.tokens.upperBound
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[before]].tokens
    let isGivenBefore = (behind..<min(behind + Self.farthestBefore, sentence.upperBound)).contains {
      Self.givenBefore.contains(syntax.tokens[$0].lower)
    }
    if isGivenBefore { return false }
    switch syntax.tokens[before].lower {
    case "not":
      return syntax.tokens[before - 1].form == "," || ["and", "but", "("].contains(syntax.tokens[before - 1].lower)
    case "than": return syntax.tokens[before - 1].lower == "rather"
    case "of": return syntax.tokens[before - 1].lower == "instead"
    default: return false
    }
  }

  private static let givenBefore: Set = ["earlier", "previously", "initially", "originally", "first"]
  private static let farthestBefore = 6

  private func top(of figure: FigureExpression) -> Int? {
    if let counted = figure.counted { return counted }
    let inside = figure.tokens.clamped(to: 0..<syntax.tokens.count)
    return inside.first { token in !(syntax.heads[token].map { inside.contains($0) } ?? false) }
  }

  /// The mention and attribute for the noun (or bare number) that is counted.
  private func counted(
    _ noun: Int, _ figure: FigureExpression, _ mentions: [EventMention], _ atToken: [Int: Int], _ order: TextOrder
  ) -> (Int, String)? {
    if figure.counted == nil, let found = elliptical(figure, mentions, atToken, order) { return found }
    if let found = behindVerb(figure, noun, mentions, atToken, order) { return found }
    if let own = atToken[noun], let attribute = mentions[own].trigger.figure { return (own, attribute) }
    guard let head = syntax.heads[noun] else { return nil }
    if let found = asTarget(noun, head, figure, mentions, order) { return found }
    if let found = asToll(noun, mentions, atToken, order) { return found }
    if let found = asBodies(noun, order) { return found }
    return asState(noun, head, order)
  }

  /// `29 were killed and three captured`: a bare number in front of a participle is of that participle.
  private func elliptical(
    _ figure: FigureExpression, _ mentions: [EventMention], _ atToken: [Int: Int], _ order: TextOrder
  ) -> (Int, String)? {
    let next = figure.tokens.upperBound
    guard syntax.tokens.indices.contains(next), syntax.tokens[next].xpos == "VBN" || syntax.tokens[next].xpos == "VBD",
      syntax.sentenceOfToken[next] == syntax.sentenceOfToken[figure.tokens.lowerBound]
    else { return nil }
    if let own = atToken[next], let attribute = mentions[own].trigger.figure { return (own, attribute) }
    guard let attribute = Self.byState[syntax.tokens[next].lower] else { return nil }
    return order.lastHarm(before: next + 1).map { ($0, attribute) }
  }

  /// Whether those harmed in it may be counted elsewhere in the text.
  private func isCounted(_ index: Int, _ mentions: [EventMention]) -> Bool {
    (mentions[index].canCauseHarm || mentions[index].isHarm) && !denied.contains(index)
  }

  /// `killing at least 23 and wounding more than 60`: a number right behind the verb is what it does, whatever the tree says.
  private func behindVerb(
    _ figure: FigureExpression, _ noun: Int, _ mentions: [EventMention], _ atToken: [Int: Int], _ order: TextOrder
  ) -> (Int, String)? {
    let verb = figure.tokens.lowerBound - 1
    guard verb >= 0, syntax.tokens[verb].xpos.hasPrefix("VB"),
      syntax.sentenceOfToken[verb] == syntax.sentenceOfToken[figure.tokens.lowerBound],
      figure.counted == nil || syntax.heads[noun] == verb || syntax.relations[verb] == .adjective
    else { return nil }
    if let own = atToken[verb], mentions[own].trigger.isVerb {
      guard let attribute = mentions[own].trigger.figure, !syntax.isPassive(verb),
        mentions[own].trigger.targets.first?.steps != [.subject]
      else { return nil }
      return (own, attribute)
    }
    // `killed 12, wounded 30`: joined without a word, the second verb is taken for an adjective.
    guard let attribute = Self.byState[syntax.tokens[verb].lower], verb > 0,
      syntax.isPart(verb - 1, .punctuation) || syntax.relations[verb - 1] == .coordinator,
      let harm = order.mentions(in: syntax.document.sentences[syntax.sentenceOfToken[verb]].tokens.lowerBound..<verb)
        .filter({ isCounted($0, mentions) }).max()
    else { return nil }
    return (harm, attribute)
  }

  /// The counted stand where the trigger has its target: `killing 144 people`, `the arrest of 11`, `20 were wounded`.
  private func asTarget(
    _ noun: Int, _ head: Int, _ figure: FigureExpression, _ mentions: [EventMention], _ order: TextOrder
  ) -> (Int, String)? {
    // `nine of their comrades were killed`: the number stands for those who are taken out.
    let isTakenOut = figure.tokens.contains(head) && !figure.tokens.contains(noun)
    let tops = [noun] + (syntax.relations[noun] == .conjunct || isTakenOut ? [head] : [])
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[noun]].tokens
    for index in order.mentions(in: sentence) {
      let mention = mentions[index]
      guard let attribute = mention.trigger.figure else { continue }
      if mention.trigger.isVerb {
        let undergoer =
          mention.trigger.targets.first?.steps == [.subject]
          ? syntax.subject(mention.token) : syntax.undergoer(mention.token)
        if let undergoer, tops.contains(undergoer) || isBeside(noun, undergoer, below: mention.token) {
          return (index, attribute)
        }
      } else if let target = syntax.modifier(mention.token, "of"), tops.contains(target) {
        return (index, attribute)
      }
    }
    return nil
  }

  /// `Fewer than ten people were arrested`: the comparison and the counted, two subjects of one verb.
  private func isBeside(_ noun: Int, _ undergoer: Int, below verb: Int) -> Bool {
    syntax.heads[noun] == verb && syntax.heads[undergoer] == verb
      && syntax.relations[noun] == syntax.relations[undergoer] && undergoer < noun
      && ["few", "less", "more", "little", "many"].contains(syntax.lemmas[undergoer])
      || syntax.heads[noun] == verb && ["fewer", "less", "more"].contains(syntax.tokens[undergoer].lower)
  }

  /// `the death toll rose to 144`, `raised the toll from 133`, `the number of dead was 11`.
  private func asToll(
    _ noun: Int, _ mentions: [EventMention], _ atToken: [Int: Int], _ order: TextOrder
  ) -> (Int, String)? {
    let clause = clause(above: noun)
    guard
      let toll = (described(by: clause) + [clause] + syntax.children(clause)).flatMap({ [$0] + syntax.children($0) })
        .first(where: { isToll($0) })
    else { return nil }
    let attribute = tollAttribute(toll)
    let below = syntax.subtree(toll).lazy.compactMap { atToken[$0] }.first {
      isCounted($0, mentions)
    }
    let near = order.lastHarm(before: noun)
    return (below ?? near).map { ($0, attribute) }
  }

  /// `residents counted at least a dozen bodies`: so many died; `seven more bodies` tells not how many.
  private func asBodies(_ noun: Int, _ order: TextOrder) -> (Int, String)? {
    guard ["body", "corpse"].contains(syntax.lemmas[noun]), syntax.tokens[noun].xpos == "NNS", !isFoundInPart(noun),
      !syntax.children(noun, .adjective).contains(where: {
        ["more", "other", "further", "additional", "new"].contains(syntax.tokens[$0].lower)
      })
    else { return nil }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[noun]].tokens
    return order.lastCause(before: sentence.upperBound).map { ($0, "killed") }
  }

  /// `18 bodies were found in a cabin`, `under one house`: what one part of the place held is not the toll.
  private func isFoundInPart(_ noun: Int) -> Bool {
    let holders = [noun] + (syntax.heads[noun].map { [$0] } ?? [])
    return holders.flatMap { syntax.children($0, RelationSet(.oblique, .nominalModifier)) }.contains { place in
      ["in", "inside", "under", "beneath", "at", "from", "on"].contains(syntax.preposition(place))
        && syntax.isPart(place, .noun) && syntax.tokens[place].xpos == "NN"
        && syntax.children(place, RelationSet(.determiner, .number)).contains {
          ["a", "an", "one", "another"].contains(syntax.tokens[$0].lower)
        }
    }
  }

  /// `the toll, first reported as 133`: the noun that the clause is said of.
  private func described(by clause: Int) -> [Int] {
    guard RelationSet.adnominalClauses.has(syntax.relations[clause]), let noun = syntax.heads[clause] else { return [] }
    return isToll(noun) ? [noun] : []
  }

  private func isToll(_ token: Int) -> Bool {
    let lemma = syntax.lemmas[token]
    if lemma == "toll" { return true }
    if isTally(token) { return true }
    guard lemma == "number" || lemma == "count", let of = syntax.modifier(token, "of") else { return false }
    return Self.byState[syntax.lemmas[of]] != nil
      || syntax.children(of, .adjective).contains { Self.byState[syntax.tokens[$0].lower] != nil }
      || (syntax.children(of, .adnominalClause) + syntax.children(token, .adnominalClause)).contains {
        Self.byState[syntax.tokens[$0].lower] != nil || isKnownDead($0)
      }
  }

  /// `the number of people known to have died`, `confirmed dead`, `who died`
  private func isKnownDead(_ clause: Int) -> Bool {
    let near = [clause] + syntax.children(clause, RelationSet(.openComplement, .clausalComplement, .adjective))
    return near.contains { ["die", "perish", "kill"].contains(syntax.lemmas[$0]) || syntax.lemmas[$0] == "dead" }
  }

  /// `revising its earlier figure of 23`: a count, in a sentence that speaks of the toll.
  private func isTally(_ token: Int) -> Bool { toll(meantBy: token) != nil }

  /// The toll that a word for any count stands for: the one spoken of in its sentence.
  private func toll(meantBy token: Int) -> Int? {
    if let before = tollBefore(count: token) { return before }
    guard Self.tallies.contains(syntax.lemmas[token]), syntax.isPart(token, .noun),
      syntax.child(token, RelationSet(.possessive, .adjective, .determiner)) != nil
    else { return nil }
    return syntax.document.sentences[syntax.sentenceOfToken[token]].tokens.last {
      $0 < token && syntax.lemmas[$0] == "toll"
    }
  }

  private static let tallies: Set = ["figure", "estimate", "tally", "count", "number"]

  /// `Its own count stood at 74`, `which had put it at 23`: of the counts that the report spoke of in the sentences before, the
  /// last, if that is one of people harmed.
  private func tollBefore(count token: Int) -> Int? {
    let isOwn =
      Self.tallies.contains(syntax.lemmas[token]) && syntax.isPart(token, .noun) && syntax.possessor(token) != nil
      && syntax.modifier(token, "of") == nil
    let isTakenUp =
      syntax.lemmas[token] == "it" && syntax.relations[token] == .object
      && syntax.heads[token].map { ["put", "estimate", "give", "set", "place"].contains(syntax.lemmas[$0]) } ?? false
    guard isOwn || isTakenUp else { return nil }
    let here = syntax.sentenceOfToken[token]
    let first = syntax.document.sentences[max(0, here - 4)].tokens.lowerBound
    let before = (first..<token).last { other in
      syntax.isPart(other, .noun)
        && (syntax.lemmas[other] == "toll"
          || ["number", "count"].contains(syntax.lemmas[other]) && syntax.modifier(other, "of") != nil)
    }
    return before.flatMap { syntax.lemmas[$0] == "toll" || isToll($0) ? $0 : nil }
  }

  private func tollAttribute(_ token: Int) -> String {
    if let toll = toll(meantBy: token) { return tollAttribute(toll) }
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
  private func asState(_ noun: Int, _ head: Int, _ order: TextOrder) -> (Int, String)? {
    // `two bombs exploded and killed 100`: the bombs are not the killed.
    if RelationSet.subjects.has(syntax.relations[noun]), syntax.child(head, .object) != nil { return nil }
    let near =
      [head] + syntax.children(head, RelationSet(.openComplement, .adjective))
      // `stood at 74, and nine were missing`: the others are counted for themselves.
      + syntax.children(head, .conjunct).filter { syntax.child($0, RelationSet.subjects) == nil }
      + syntax.children(noun, RelationSet(.adjective, .adnominalClause))
    let attribute = near.lazy.compactMap { token -> String? in
      guard syntax.isPart(token, .adjective, .verb, .noun) else { return nil }
      return Self.byState[syntax.tokens[token].lower]
    }.first
    guard let attribute else { return nil }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[noun]].tokens
    return order.lastCause(before: sentence.upperBound).map { ($0, attribute) }
  }

  /// The mentions in the order of the text, which those made for a second place or giver are not in. A report may have
  /// thousands of figures, so none looks at all mentions.
  private struct TextOrder {
    private let order: [Int]
    private let tokens: [Int]
    /// One entry more than mentions: the last so far. A mention made for a second place counts as later than all others:
    /// of attacks told together, what follows mostly speaks of the one named last.
    private var harms: [Int?] = [nil]
    private var causes: [Int?] = [nil]

    /// - Parameter denied: mentions of what is said not to be so: nobody is counted in them from afar.
    init(_ mentions: [EventMention], without denied: Set<Int>) {
      order = mentions.indices.sorted { (mentions[$0].token, $0) < (mentions[$1].token, $1) }
      tokens = order.map { mentions[$0].token }
      for (place, index) in order.enumerated() {
        let isCause = mentions[index].canKillMany && !denied.contains(index)
        causes.append(isCause ? max(causes[place] ?? index, index) : causes[place])
        let isHarm = isCause || mentions[index].isHarm && !denied.contains(index)
        harms.append(isHarm ? max(harms[place] ?? index, index) : harms[place])
      }
    }

    /// The last mention in front of a token that causes harm or is harm done.
    func lastHarm(before token: Int) -> Int? { harms[count(before: token)] }
    /// The last mention in front of a token that can cause harm.
    func lastCause(before token: Int) -> Int? { causes[count(before: token)] }
    /// Ascending by token.
    func mentions(in tokens: Range<Int>) -> ArraySlice<Int> {
      order[count(before: tokens.lowerBound)..<count(before: tokens.upperBound)]
    }

    private func count(before token: Int) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if tokens[middle] < token { low = middle + 1 } else { high = middle }
      }
      return low
    }
  }

  private static let byState: [String: String] = [
    "dead": "killed", "killed": "killed", "death": "killed", "fatality": "killed", "injured": "wounded",
    "wounded": "wounded",
    "hurt": "wounded", "injury": "wounded", "missing": "missing", "arrested": "arrested", "detained": "detained",
    "homeless": "displaced", "displaced": "displaced",
  ]
}
