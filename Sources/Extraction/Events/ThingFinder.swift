import TextAnalysis

/// Finds the nouns for things that deeds are done with or to: `a car bomb`, `two high-voltage pylons`.
struct ThingFinder: Sendable {
  struct Thing: Sendable {
    /// The noun with what tells it from others of its kind: adjectives and nouns, an owner, what it is of; without
    /// determiner and number.
    var tokens: Range<Int>
    /// The words that the lexicon knows.
    var noun: Range<Int>
    var kind: ThingNoun.Kind
    var head: Int { noun.upperBound - 1 }
  }

  let syntax: Syntax
  let lexicon: Lexicon

  private static let longestPhrase = 4
  private static let longestName = 8

  /// By the token that heads them; those of the body alone.
  func find() -> [Int: Thing] {
    var things: [Int: Thing] = [:]
    for sentence in syntax.document.sentences where sentence.part == .body {
      for token in sentence.tokens where syntax.isPart(token, .noun, .properNoun, .adjective) {
        guard let thing = thing(headedBy: token, from: sentence.tokens.lowerBound) else { continue }
        // `a dynamite attack`: weapons before a noun are often taken for adjectives, and `plant` may be none.
        if syntax.isPart(token, .adjective), !thing.kind.isWeapon { continue }
        things[token] = thing
      }
    }
    return things
  }

  private func thing(headedBy head: Int, from start: Int) -> Thing? {
    let tokens = syntax.tokens
    for first in max(start, head + 1 - Self.longestPhrase)...head where !Self.isFunctionWord(tokens[first].form) {
      var words = FoldedHash()
      for token in first..<head { words.add(tokens[token].form) }
      func thing(_ last: String) -> ThingNoun? {
        var hash = words
        hash.add(last)
        return lexicon.things.first(hash) { (tokens[first..<head].map(\.form) + [last]).joined(separator: " ") }
      }
      let found = thing(syntax.lemmas[head]) ?? thing(tokens[head].form)
      if let found {
        let noun = first..<(head + 1)
        let end = found.kind.isWeapon ? head + 1 : nameEnd(head)
        return Thing(tokens: nameStart(first, from: start)..<end, noun: noun, kind: found.kind)
      }
    }
    return nil
  }

  /// `headquarters of the union`: with what it is of, up to the next mark or verb.
  private func nameEnd(_ head: Int) -> Int {
    let of = head + 1
    guard of < syntax.tokens.count, syntax.lemmas[of] == "of", let object = syntax.modifier(head, "of"), object > of
    else { return of }
    let last = syntax.nounPhrase(object).upperBound
    guard last > of, last - of <= Self.longestName else { return of }
    let isPlain = (of..<last).allSatisfy { !syntax.isPart($0, .punctuation, .verb, .auxiliary) }
    return isPlain ? last : of
  }

  /// Leftwards over adjectives, participles and nouns, and over a name that owns it: `Ferrer's house`.
  private func nameStart(_ first: Int, from start: Int) -> Int {
    var result = first
    let lowest = max(start, first - Self.longestName)
    while result > lowest {
      let before = result - 1
      let isOwner =
        syntax.lemmas[before] == "'s" && before > lowest && syntax.isPart(before - 1, .properNoun)
        && syntax.sentenceOfToken[before - 1] == syntax.sentenceOfToken[first]
      let isHyphen = syntax.tokens[before].form == "-" && !syntax.tokens[result].hasSpaceBefore
      let isDescriptive =
        syntax.isPart(before, .adjective, .noun, .properNoun)
        || syntax.isPart(before, .verb) && syntax.relations[before] == .adjective
      guard isOwner || isHyphen || isDescriptive && !Self.isFunctionWord(syntax.tokens[before].form) else { break }
      result = before
    }
    return result
  }
}

extension ThingFinder {
  /// Whatever the tagger makes of it: no part of a thing's name.
  fileprivate static func isFunctionWord(_ form: String) -> Bool {
    guard WordShape.hasLetter(form) else { return true }
    return form.utf8.count <= 7 && functionWords.contains(form.lowercased())
  }

  private static let functionWords: Set = [
    "the", "a", "an", "this", "that", "these", "those", "other", "several", "many", "some",
  ]
}

/// Gives things their part in the events that the tree puts them in.
struct ThingAttacher {
  let syntax: Syntax
  let things: [Int: ThingFinder.Thing]
  let referents: Referents
  /// The first event on the way up from a token, as a position in the list of mentions.
  let eventAbove: (Int) -> Int?

  func attach(to mentions: inout [EventMention], _ atToken: [Int: Int]) {
    for thing in things.values.sorted(by: { $0.head < $1.head }) {
      if thing.kind.isWeapon {
        attachWeapon(thing.head, to: &mentions, atToken)
      } else if let above = eventAbove(thing.head), mentions[above].isBlast, isSite(thing.head) {
        add(.object, thing.head, to: &mentions[above])
      }
    }
  }

  /// Weapons belong to the deed above them, to one that they begin (`a bomb killed two`) or describe (`a bomb attack`).
  private func attachWeapon(_ token: Int, to mentions: inout [EventMention], _ atToken: [Int: Int]) {
    if let own = mentions.firstIndex(where: { $0.tokens.contains(token) }) {
      if mentions[own].isViolent { add(.instrument, token, to: &mentions[own]) }
      return
    }
    if let below = deedBelow(token, atToken), mentions[below].isViolent {
      add(.instrument, token, to: &mentions[below])
    }
    let above = eventAbove(token) ?? deedOfUse(token, mentions)
    guard let above, mentions[above].isViolent,
      !mentions[above].things.contains(where: { $0.token == token && $0.part == .object })
    else { return }
    add(.instrument, token, to: &mentions[above])
  }

  /// `a bomb exploded`, where the verb is taken for a participle.
  private func deedBelow(_ token: Int, _ atToken: [Int: Int]) -> Int? {
    syntax.children(token, RelationSet.adnominalClauses).lazy.compactMap { atToken[$0] }.first
  }

  /// `threw grenades`, `placed a charge`, `armed with rifles`: words of use, and the only violent deed of the sentence.
  private func deedOfUse(_ token: Int, _ mentions: [EventMention]) -> Int? {
    var top = token
    if syntax.relations[top] == .conjunct, let head = syntax.heads[top] { top = head }
    guard let verb = syntax.heads[top], Self.using.contains(syntax.lemmas[verb]) else { return nil }
    let sentence = syntax.sentenceOfToken[token]
    let near = mentions.indices.filter {
      syntax.sentenceOfToken[mentions[$0].token] == sentence && mentions[$0].isViolent
    }
    return near.min { abs(mentions[$0].token - token) < abs(mentions[$1].token - token) }
  }

  private static let using: Set = [
    "use", "throw", "hurl", "place", "plant", "fire", "launch", "toss", "leave", "set", "arm", "carry", "drop", "lob",
    "detonate", "activate", "employ",
  ]

  /// `exploded at the hotel`, `a blast outside a bank`: where a bomb goes off it hits what stands there.
  private func isSite(_ token: Int) -> Bool {
    var top = token
    if syntax.relations[top] == .conjunct, let head = syntax.heads[top] { top = head }
    let words = syntax.preposition(top).split(separator: " ").map(String.init)
    if words == ["of"], let front = syntax.heads[top],
      ["front", "side", "entrance", "door"].contains(syntax.lemmas[front])
    {
      return true
    }
    return words.first.map { Self.sites.contains($0) } ?? false
  }

  private static let sites: Set = [
    "at", "in", "inside", "outside", "near", "under", "beneath", "on", "against", "aboard", "by", "beside", "opposite",
  ]

  private func add(_ part: EventRecord.Thing.Part, _ token: Int, to mention: inout EventMention) {
    let filler = EventMention.ThingFiller(part: part, token: token)
    if !mention.things.contains(filler) { mention.things.append(filler) }
  }
}

extension EventMention {
  /// Whether it does violence to somebody or something.
  var isViolent: Bool { trigger.type == "ASSAULT" || isHarm || trigger.subtype == "explosion" }

  /// Whether something blows up or burns, and whatever stands there with it.
  var isBlast: Bool { trigger.subtype.map { ["explosion", "bombing", "arson"].contains($0) } ?? false }
}
