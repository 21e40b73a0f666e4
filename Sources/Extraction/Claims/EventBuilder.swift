import SourceText
import TextAnalysis

/// Turns clusters of mentions into events whose every statement names the claims that make it.
struct EventBuilder {
  let syntax: Syntax
  let mentions: [EventMention]
  let clusters: [EventCoreference.Cluster]
  let figures: [FigureExpression]
  let attributions: [Attribution]
  let things: [Int: ThingFinder.Thing]
  var claims: ClaimBuilder
  private(set) var events: [EventRecord] = []
  /// One entry per mention: its event; nil where it was left out.
  private(set) var eventOfMention: [EventID?]

  private let mentionAtToken: [Int: Int]
  /// The mentions that others are about.
  private let topics: Set<Int>
  /// What figures the claims hold already.
  private var heldFigures: [HeldFigure: Set<Double>] = [:]
  /// The mentions of violent events, in text order.
  private var deeds: [Int] = []
  /// The claims of attributions that relay nothing, by their words.
  private let wording: [[Int]: [ClaimID]]
  /// The day the report was published, ISO 8601.
  private var published: String? { syntax.document.text.metadata.published.map { String($0.prefix(10)) } }

  init(
    syntax: Syntax, mentions: [EventMention], clusters: [EventCoreference.Cluster], figures: [FigureExpression],
    attributions: [Attribution], claims: ClaimBuilder, things: [Int: ThingFinder.Thing] = [:]
  ) {
    self.syntax = syntax
    self.mentions = mentions
    self.clusters = clusters
    self.figures = figures
    self.attributions = attributions
    self.claims = claims
    self.things = things
    eventOfMention = [EventID?](repeating: nil, count: mentions.count)
    wording = Dictionary(
      grouping: claims.drafts.indices.map { ClaimID($0) }.filter {
        claims.drafts[$0.index].attribution != nil && claims.drafts[$0.index].record.relays == nil
      }, by: { claims.drafts[$0.index].tokens })
    topics = Set(mentions.flatMap(\.concerns))
    mentionAtToken = Dictionary(mentions.enumerated().map { ($1.token, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func build() {
    // Not added to `events` one by one: what is asked meanwhile holds on to `self`, and each addition would copy them all.
    let told = clusters.filter { isTold($0) }
    events = told.map { record(of: $0) }
    for (index, cluster) in told.enumerated() {
      for mention in cluster.mentions { eventOfMention[mention] = EventID(index) }
    }
    for cluster in clusters {
      guard let id = cluster.mentions.first.flatMap({ eventOfMention[$0] }) else { continue }
      // What stands now before what was said before, wherever in the sentence the two stand.
      for mention in cluster.mentions { linkFigures(of: mention, in: id) { !$0 } }
      for mention in cluster.mentions { linkFigures(of: mention, in: id) { $0 } }
      for mention in cluster.mentions { linkTopics(of: mention, in: id) }
    }
    deeds = mentions.indices.filter { mentions[$0].trigger.type == "ASSAULT" && eventOfMention[$0] != nil }
      .sorted { (mentions[$0].token, $0) < (mentions[$1].token, $1) }
    for index in attributions.indices { takeUpFigure(index) }
    for index in attributions.indices { impute(index) }
    imputeInClauses()
    for index in events.indices {
      Self.dropDoubles(&events[index])
      Self.merge(&events[index])
    }
  }

  // MARK: What a cluster tells

  /// Whether anything is known of the event beyond a word that could tell of one.
  private func isTold(_ cluster: EventCoreference.Cluster) -> Bool {
    let parts = cluster.mentions.map { mentions[$0] }
    if parts.allSatisfy({ claims.cover[$0.token].isEmpty }) { return false }
    if parts.allSatisfy({ isMereAbsence($0) }) { return false }
    if parts.contains(where: { !$0.roles.isEmpty || !$0.figures.isEmpty || !$0.things.isEmpty }) { return true }
    if parts.allSatisfy(\.isNegated), parts.allSatisfy({ $0.trigger.isVerb }) { return false }
    if parts.contains(where: { !$0.places.isEmpty || !$0.times.isEmpty }) { return true }
    if cluster.mentions.count > 1 || cluster.type == "ASSAULT" { return true }
    return parts.contains { !$0.trigger.isVerb && !$0.concerns.isEmpty } || isTopicOfOthers(cluster)
  }

  /// `the five have not been charged`: what has not been done is no event, unless it is said who
  /// did not do it, or that somebody denies it.
  private func isMereAbsence(_ mention: EventMention) -> Bool {
    guard mention.isNegated, mention.trigger.isVerb, !mention.isDeed, syntax.modals(mention.token).isEmpty,
      !mention.roles.contains(where: { $0.edge == .agent })
    else { return false }
    return !claims.cover[mention.token].contains { claims.drafts[$0.index].record.stance == .denies }
  }

  private func isTopicOfOthers(_ cluster: EventCoreference.Cluster) -> Bool {
    cluster.type != "CONSULT" && cluster.mentions.contains { topics.contains($0) }
  }

  private func record(of cluster: EventCoreference.Cluster) -> EventRecord {
    let parts = cluster.mentions.map { mentions[$0] }
    let lead =
      parts.first { !$0.isHarm && $0.trigger.type == cluster.type } ?? parts.first { $0.trigger.type == "ASSAULT" }
      ?? parts[0]
    let isBlast =
      cluster.subtypes.contains("explosion") && parts.contains { $0.trigger.type == "ASSAULT" && !$0.isHarm }
    let type = cluster.type == "OTHER" ? (isBlast ? "ASSAULT" : "OTHER") : lead.trigger.type
    var event = EventRecord(
      type: type, subtype: lead.trigger.subtype, name: name(of: lead),
      triggers: parts.map { part in
        .init(
          range: syntax.document.range(of: (part.tokens.first ?? part.token)..<((part.tokens.last ?? part.token) + 1)),
          token: part.token, sentence: syntax.sentenceOfToken[part.token], lemma: part.trigger.text)
      })
    event.time = bestTime(parts)
    event.actuality = actuality(parts)
    // `next week's summit`: what is to be after the report has not happened in it.
    if event.actuality == .happened, let start = event.time?.start, let published, start.prefix(10) > published {
      event.actuality = .planned
    }
    for part in parts {
      let ids = claims.cover[part.token]
      guard !ids.isEmpty else { continue }
      let roles = part.roles.filter { !isMereCount($0) }
      for ids in [ids] + (roles.isEmpty ? [] : rivals(of: ids)) {
        let isDenied = part.isNegated != (part.denialCue != nil || isDeniedByClaim(ids, part.token))
        event.roles += roles.map {
          .init(
            edge: $0.edge, entity: $0.entity, claims: ids, isDenied: isDenied,
            rules: [$0.rule] + (part.isLeftOpen ? [RoleRule.leftOpen] : []))
        }
      }
      event.places += part.places.map { .init(place: $0.place, claims: ids, rules: [$0.rule]) }
      if !part.isNegated { event.things += part.things.compactMap { thing(of: $0, claims: ids) } }
    }
    return event
  }

  /// `X insists that S, which Y denies`: other claims with the very same words, each with those that relay it.
  private func rivals(of ids: [ClaimID]) -> [[ClaimID]] {
    guard let inner = ids.first else { return [] }
    let own = claims.drafts[inner.index]
    return (wording[own.tokens] ?? []).filter { other in
      let draft = claims.drafts[other.index]
      return !ids.contains(other) && draft.attribution != own.attribution
        && (draft.record.stance == .denies) != (own.record.stance == .denies)
    }.map { [$0] + claims.relaying($0) }
  }

  /// `killed 20 people`: nobody in particular; the event's figure tells all there is.
  private func isMereCount(_ role: EventMention.Filler) -> Bool {
    guard syntax.tokens.indices.contains(role.token) else { return false }
    let entity = claims.referents.entities[role.entity.index]
    return !entity.isNamed && Self.anyone.contains(syntax.lemmas[role.token])
      && !syntax.children(role.token).contains {
        RelationSet(.nominalModifier, .adnominalClause, .relativeClause, .apposition, .adjective).has(
          syntax.relations[$0])
      }
  }

  private static let anyone: Set = ["people", "person", "other", "individual", "victim", "dead", "body"]

  private func thing(of filler: EventMention.ThingFiller, claims ids: [ClaimID]) -> EventRecord.Thing? {
    guard let thing = things[filler.token] else { return nil }
    return EventRecord.Thing(
      part: filler.part, name: syntax.words(thing.tokens), range: syntax.document.range(of: thing.tokens),
      head: syntax.document.range(of: thing.noun), claims: ids)
  }

  /// Whether the claim denies what is said at `token`: its main predicate. What it only mentions, as `the attack` in
  /// `denied a role in the attack`, it takes for granted.
  private func isDeniedByClaim(_ ids: [ClaimID], _ token: Int) -> Bool {
    guard let inner = ids.first else { return false }
    let draft = claims.drafts[inner.index]
    guard draft.record.stance == .denies else { return false }
    return draft.head == token || syntax.heads[token] == draft.head && syntax.isPart(token, .verb)
  }

  private func name(of mention: EventMention) -> String {
    if mention.trigger.isVerb { return nameOfDeed(mention) }
    // `the quake struck the coast`: the verb tells when and where, the noun what it was.
    let noun = mention.tokens.last { syntax.lemmas[$0] == mention.trigger.words[mention.trigger.head] } ?? mention.token
    let cut = RelationSet(
      .relativeClause, .adnominalClause, .apposition, .conjunct, .coordinator, .punctuation, .parataxis, .determiner,
      .copula, .subject, .auxiliary, .caseMarker, .marker, .adverbialClause, .possessive, .number,
      .unmarkedOblique)
    let tokens = syntax.subtree(noun) { child in
      // `the earthquake to 230,000`, whatever the tree says: a number is no part of what it was.
      if syntax.isPart(child, .numeral), syntax.relations[child] == .nominalModifier { return true }
      guard cut.has(syntax.relations[child]) else { return false }
      return
        !(syntax.heads[child] != noun
        && RelationSet(.determiner, .caseMarker, .possessive).has(syntax.relations[child]))
    }
    guard let first = tokens.first else { return mention.trigger.text }
    let kept = whole(tokens.filter { $0 - first < 10 }, from: noun)
    return kept.isEmpty ? mention.trigger.text : words(kept)
  }

  /// Up to a phrase that is not whole: `fines of between $`, `talks with the`.
  private func whole(_ tokens: [Int], from head: Int) -> [Int] {
    var kept = tokens
    if let cut = kept.firstIndex(where: { $0 > head && (syntax.isPart($0, .symbol) || isNobody($0)) }) {
      kept = Array(kept[..<cut])
    }
    while let last = kept.last, last > head,
      syntax.isPart(last, .adposition, .determiner, .coordinatingConjunction, .punctuation, .numeral, .adverb)
    {
      kept.removeLast()
    }
    return kept
  }

  /// A pronoun of which nobody knows whom it means.
  private func isNobody(_ token: Int) -> Bool {
    syntax.isPart(token, .pronoun) && !isPossessive(token) && meant(by: token) == nil
  }

  private func isPossessive(_ token: Int) -> Bool { syntax.tokens[token].xpos == "PRP$" }

  /// The name of the one whom a pronoun stands for, where that is more than a pronoun.
  private func meant(by token: Int) -> String? {
    guard let entity = claims.referents.entityAtHead[token].map({ claims.referents.entities[$0.index] }),
      // `their accomplices` needs no long description of whose they are.
      entity.isNamed || !isPossessive(token) && entity.mentions.contains(where: { $0.form != .pronoun })
    else { return nil }
    return entity.name
  }

  /// `attack on Crocus City Hall`, `arrest of 35 individuals`: the subtype and what it was done to.
  private func nameOfDeed(_ mention: EventMention) -> String {
    let kind = mention.trigger.subtype ?? mention.trigger.text
    let target =
      mention.roles.first { $0.edge == .target && !isNobody($0.token) }?.token ?? mention.places.first?.token
      ?? mention.roles.first { $0.edge == .recipient && !isNobody($0.token) }?.token
    guard let target else {
      // `bombing of the ocean summit`: nobody is its target, but something is.
      guard let thing = syntax.undergoer(mention.token), mention.befallen.contains(syntax.lemmas[thing]),
        !mention.tokens.contains(thing), mentionAtToken[thing] == nil
      else { return kind }
      return "\(kind) of \(words(described(thing)))"
    }
    let isPlace = !mention.roles.contains { $0.token == target }
    let phrase = isPlace ? mentioned(target) : described(target)
    return "\(kind) \(preposition(for: mention, isPlace, at: target)) \(words(whole(phrase, from: target)))"
  }

  private func preposition(for mention: EventMention, _ isPlace: Bool, at target: Int) -> String {
    let kind = claims.referents.entityAtHead[target].map { claims.referents.entities[$0.index].kind ?? "" }
    if isPlace, ["city", "country", "region", "town", "village"].contains(kind ?? "") { return "in" }
    guard mention.trigger.type == "ASSAULT", !mention.isHarm else { return isPlace ? "in" : "of" }
    return isPlace && mention.trigger.subtype == "shooting" ? "at" : "on"
  }

  /// `35 people` of `35 people in connection with last week's bombings`: up to the first preposition but `of`.
  private func described(_ noun: Int) -> [Int] {
    let phrase = syntax.nounPhrase(noun)
    let end = phrase.first { $0 > noun && syntax.isPart($0, .adposition) && syntax.lemmas[$0] != "of" }
    return Array(phrase.lowerBound..<(end ?? phrase.upperBound))
  }

  /// The words that name the place alone: `Crocus City Hall` of `Crocus City Hall near Moscow on Friday evening`.
  private func mentioned(_ token: Int) -> [Int] {
    let place = claims.referents.entityAtHead[token].map { claims.referents.entities[$0.index] }
    let tokens = place?.mentions.first { $0.head == token }?.tokens
    return tokens.map(Array.init) ?? Array(syntax.nounPhrase(token))
  }

  private func words(_ tokens: [Int]) -> String {
    var result = ""
    for (offset, token) in tokens.enumerated() {
      if offset > 0, syntax.tokens[token].hasSpaceBefore || tokens[offset - 1] != token - 1 { result += " " }
      result += form(token)
    }
    return result
  }

  /// As it would stand within a sentence, `six workers` of `Six workers suffocated`; pronouns by the name of whom they mean.
  private func form(_ token: Int) -> String {
    if syntax.isPart(token, .pronoun), let name = meant(by: token) { return isPossessive(token) ? "\(name)’s" : name }
    let form = syntax.tokens[token].form
    guard !syntax.isPart(token, .properNoun), form.dropFirst().allSatisfy({ $0.isLowercase }),
      syntax.document.sentences[syntax.sentenceOfToken[token]].tokens.lowerBound == token,
      claims.referents.entityAtHead[token].map({ !claims.referents.entities[$0.index].isNamed }) ?? true
    else { return form }
    return form.lowercased()
  }

  private func bestTime(_ parts: [EventMention]) -> TimeValue? {
    let order: [TimeValue.Precision] = [.day, .month, .between, .year, .before, .after, .unknown]
    let all = parts.filter { !$0.isNegated }.flatMap(\.times) + parts.filter(\.isNegated).flatMap(\.times)
    for precision in order { if let found = all.first(where: { $0.precision == precision }) { return found } }
    return nil
  }

  /// Asserted by anyone: happened. Else as the last words leave it.
  private func actuality(_ parts: [EventMention]) -> EventRecord.Actuality {
    let judged = parts.map { part -> EventRecord.Actuality in
      let ids = claims.cover[part.token]
      let stance = ids.first.map { claims.drafts[$0.index].record.stance }
      if part.denialCue != nil { return part.actuality == .denied ? .happened : .denied }
      switch (part.actuality, stance) {
      case (.happened, .denies?): return isDeniedByClaim(ids, part.token) ? .denied : .happened
      case (.happened, .warns?):
        return part.token == ids.first.flatMap { claims.drafts[$0.index].attribution }.map { attributions[$0].cueHead }
          ? .happened : isPast(part.token) ? .happened : .possible
      default: return part.actuality
      }
    }
    if judged.contains(.happened) { return .happened }
    let open = judged.filter { $0 != .denied }
    if open.isEmpty { return .denied }
    return judged.last == .denied ? .denied : open.last ?? .possible
  }

  private func isPast(_ token: Int) -> Bool {
    syntax.tokens[token].xpos == "VBD" || syntax.tokens[token].xpos == "VBN"
  }

  // MARK: Figures and links

  /// `from 14 to 11`, `230,000, up from 212,000`, `nine, not four as first said`, `seven, including three children`: the claim
  /// itself holds the figure that stands now, for all.
  private func isSecondary(_ figure: EventMention.Figure) -> Bool {
    let inside = figures[figure.figure].tokens.clamped(to: 0..<syntax.tokens.count)
    guard let first = inside.first, first > 0 else { return false }
    if Self.leadingToOthers.contains(syntax.tokens[first - 1].lower) { return true }
    return inside.contains { syntax.preposition($0) == "from" }
      || (max(0, first - 4)..<first).contains { Self.former.contains(syntax.lemmas[$0]) }
  }

  private static let leadingToOthers: Set = ["from", "not", "including"]

  private struct HeldFigure: Hashable {
    let claim: ClaimID
    let attribute: String
  }

  private static let former: Set = ["earlier", "previous", "previously", "initially", "originally", "former"]

  private mutating func linkFigures(of number: Int, in id: EventID, where isWanted: (_ isSecondary: Bool) -> Bool) {
    let mention = mentions[number]
    for figure in mention.figures where isWanted(isSecondary(figure)) {
      let expression = figures[figure.figure]
      guard let token = expression.tokens.first, syntax.tokens.indices.contains(token) else { continue }
      let at = claims.cover[token].isEmpty ? claims.cover[mention.token] : claims.cover[token]
      guard let claim = at.first else { continue }
      let held = heldFigures[HeldFigure(claim: claim, attribute: figure.attribute)] ?? []
      let isTaken = held.contains { $0 != expression.value }
      let owner = isTaken ? claims.split(at, tokens: Array(expression.tokens)) : claim
      heldFigures[HeldFigure(claim: owner, attribute: figure.attribute), default: []].insert(expression.value)
      events[id.index].figures.append(
        .init(
          attribute: figure.attribute, value: expression.value, bound: expression.bound, claim: owner,
          range: expression.range))
    }
  }

  private mutating func linkTopics(of number: Int, in id: EventID) {
    let mention = mentions[number]
    for other in mention.concerns {
      guard let target = eventOfMention[other], target != id else { continue }
      let ids = claims.cover[mention.token].isEmpty ? claims.cover[mentions[other].token] : claims.cover[mention.token]
      guard !ids.isEmpty else { continue }
      events[id.index].concerns.append(.init(event: target, claims: ids, rules: ["topic.about"]))
    }
  }

  /// `announced that figure`: the last number given before it is this speaker's too.
  private mutating func takeUpFigure(_ index: Int) {
    let attribution = attributions[index]
    guard attribution.rule == "attribution.estimate", let claim = claims.claimsOf[index].first,
      let noun = attribution.contentHeads.first, KnownFigure.isMeant(by: noun, syntax),
      !attribution.content.contains(where: { $0.contains { syntax.isPart($0, .numeral) } })
    else { return }
    let sentence = syntax.sentenceOfToken[noun]
    let start = syntax.tokens[noun].range.start
    let near = syntax.document.sentences[max(0, sentence - Self.nearFigure)].tokens.lowerBound
    let floor = syntax.tokens.indices.contains(near) ? syntax.tokens[near].range.start : start
    var last: (event: Int, figure: FigureRecord)?
    for (number, event) in events.enumerated() {
      for figure in event.figures where figure.range.end <= start && figure.range.start >= floor {
        if figure.range.start > last?.figure.range.start ?? -1 { last = (number, figure) }
      }
    }
    guard let (event, figure) = last else { return }
    events[event].figures.append(
      .init(attribute: figure.attribute, value: figure.value, bound: figure.bound, claim: claim, range: figure.range))
  }

  /// How many sentences back `that figure` reaches.
  private static let nearFigure = 2

  // MARK: Blame

  /// Claims of responsibility, blame and denials of one's own part put somebody at the deed.
  private mutating func impute(_ index: Int) {
    let attribution = attributions[index]
    var ids = claims.claimsOf[index].flatMap { [$0] + claims.relaying($0) }.uniqued()
    // `police said that X was suspected`: nobody else suspects, so it is what they said.
    if ids.isEmpty, attribution.speaker == .unknown, attribution.relayedBy != nil {
      ids = claims.cover[attribution.cueHead]
    }
    guard let first = ids.first else { return }
    switch attribution.stance {
    case .claimsResponsibility:
      let speaker = claims.drafts[first.index].record.speaker
      guard let meant = deed(attribution.deed, near: attribution.cueHead) else { return }
      let event = claimable(meant, by: speaker)
      let body = Claimant(syntax: syntax, referents: claims.referents).body(behind: speaker, attribution)
      addRole(.agent, body ?? speaker, to: event, ids, isDenied: false, rule: "role.imputed.responsibility")
    case .alleges:
      guard let culprit = attribution.culprit, let event = deed(attribution.deed, near: attribution.cueHead) else {
        return
      }
      for part in syntax.coordinated(culprit) {
        guard let entity = claims.referents.entityAtHead[part],
          claims.referents.entities[entity.index].label.isActor
        else { continue }
        addRole(
          .agent, entity, to: event, ids, isDenied: HostVerdict.isWronged(by: attribution.cueHead, syntax),
          rule: "role.imputed.blame")
      }
    case .denies:
      guard let denied = attribution.denied, Self.parts.contains(syntax.lemmas[denied]) else { return }
      let topic =
        syntax.modifier(denied, "in", "for", "to", "with", "of") ?? syntax.oblique(attribution.cueHead, "in", "for")
      guard let event = deed(topic, near: attribution.cueHead) else { return }
      addRole(
        .agent, claims.drafts[first.index].record.speaker, to: event, ids, isDenied: true,
        rule: "role.imputed.denial")
    default: return
    }
  }

  private static let parts: Set = [
    "involvement", "role", "part", "hand", "responsibility", "participation", "complicity", "link",
  ]

  /// The event a deed's words mean: an event mention there or below, else, for a pronoun or no words at all, the violent
  /// event spoken of last.
  private func deed(_ token: Int?, near cue: Int) -> EventID? {
    if let token {
      let found = event(at: token)
      if let found, events[found.index].type == "ASSAULT" { return found }
      // `accused them of hiding the epidemic`: what is hidden was not done by who hides it.
      if found == nil, syntax.isPart(token, .verb), !Self.doing.contains(syntax.verbWithParticle(token)) { return nil }
      // `the death of two reporters who were shot`: what was done to them.
      let below = syntax.subtree(token) { $0 == cue }.compactMap { event(at: $0) }
      if let deed = below.first(where: { events[$0.index].type == "ASSAULT" }) ?? found { return deed }
      if below.isEmpty, syntax.relations[token] == .nominalModifier,
        let whole = syntax.heads[token].flatMap({ event(at: $0) }), events[whole.index].type == "ASSAULT"
      {
        return whole
      }
      guard syntax.isPart(token, .pronoun, .determiner) || isAnaphoric(token) else { return below.first }
    }
    return deedSpokenOf(at: cue)
  }

  /// Verbs that say of a deed that somebody does it.
  private static let doing: Set = [
    "be", "carry out", "commit", "perpetrate", "launch", "conduct", "stage", "mount", "execute", "cause", "orchestrate",
    "organise", "organize", "plan", "plot", "mastermind", "prepare", "start", "set", "trigger", "provoke", "instigate",
    "order", "direct", "lead", "make", "do", "undertake", "participate", "take", "have", "engineer", "stand", "wage",
    "fabricate", "pull off", "unleash", "perform", "claim", "play",
  ]

  /// The event itself, unless forces of a state are told to have done it and nobody of theirs claims it: then `the raid`
  /// is the deed told of most that they have not done.
  private func claimable(_ event: EventID, by speaker: EntityID) -> EventID {
    func isOfficial(_ entity: EntityID) -> Bool {
      let known = claims.referents.entities[entity.index]
      return known.label == .state || Self.officialKinds.contains(known.kind ?? "")
    }
    func isDoneByOfficials(_ event: EventRecord) -> Bool {
      event.roles.contains { $0.edge == .agent && !$0.isDenied && isOfficial($0.entity) }
    }
    guard isDoneByOfficials(events[event.index]), !isOfficial(speaker) else { return event }
    let others = events.indices.filter { index in
      events[index].type == "ASSAULT" && events[index].actuality == .happened && !isDoneByOfficials(events[index])
    }
    return others.max { (events[$0].triggers.count, $1) < (events[$1].triggers.count, $0) }.map { EventID($0) } ?? event
  }

  private static let officialKinds: Set = ["military", "police", "security", "government", "intelligence"]

  /// The violent event last told before a token; where none is, the first that the report tells.
  private func deedSpokenOf(at token: Int) -> EventID? {
    var low = 0
    var high = deeds.count
    while low < high {
      let middle = (low + high) / 2
      if mentions[deeds[middle]].token < token { low = middle + 1 } else { high = middle }
    }
    return (low > 0 ? deeds[low - 1] : deeds.first).flatMap { eventOfMention[$0] }
  }

  /// `the terrorist act`, `this crime`: a noun for any deed, which takes up the one spoken of.
  private func isAnaphoric(_ token: Int) -> Bool {
    Self.deedNouns.contains(syntax.lemmas[token]) && syntax.tokens[token].xpos != "NNS"
      && syntax.children(token, .determiner).contains { ["the", "this", "that"].contains(syntax.lemmas[$0]) }
  }

  private static let deedNouns: Set = [
    "act", "action", "crime", "deed", "operation", "incident", "atrocity", "outrage", "attempt", "event", "attack",
    "case", "affair",
  ]

  private func event(at token: Int) -> EventID? { mentionAtToken[token].flatMap { eventOfMention[$0] } }

  private mutating func addRole(
    _ edge: EventRecord.Role.Edge, _ entity: EntityID, to event: EventID, _ ids: [ClaimID], isDenied: Bool, rule: String
  ) {
    events[event.index].roles.append(
      .init(edge: edge, entity: entity, claims: ids, isDenied: isDenied, rules: [rule]))
  }

  /// `X was behind E`, `is responsible for E`, `carried out E`, `E was the work of X`, `X was involved in E`, `E involved X`;
  /// where E is a word for any deed, it is the one spoken of.
  private mutating func imputeInClauses() {
    for number in mentions.indices {
      if let event = eventOfMention[number] { imputeParties(to: event, at: mentions[number].token) }
    }
    let imputation = Imputation(syntax: syntax)
    for token in syntax.tokens.indices where mentionAtToken[token] == nil {
      if let suspect = imputation.suspect(of: token), let event = deedSpokenOf(at: token) {
        impute(suspect, to: event, at: token)
      }
      guard isAnaphoric(token) || imputation.isDeed(pronoun: token) else { continue }
      if let event = deedSpokenOf(at: token) { imputeParties(to: event, at: token) }
    }
  }

  private mutating func imputeParties(to event: EventID, at token: Int) {
    for party in Imputation(syntax: syntax).parties(to: token) { impute(party, to: event, at: token) }
  }

  private mutating func impute(_ party: Imputation.Party, to event: EventID, at token: Int) {
    let (edge, noun, predicate, rule) = party
    let ids = claims.cover[predicate].isEmpty ? claims.cover[token] : claims.cover[predicate]
    guard !ids.isEmpty else { return }
    for part in syntax.coordinated(noun) {
      guard let entity = claims.referents.entityAtHead[part], claims.referents.entities[entity.index].label.isActor,
        !syntax.isNegative(nominal: part)
      else { continue }
      let isDenied =
        (syntax.isNegated(predicate) != isDeniedByClaim(ids, predicate)) != (rule == Imputation.cleared)
      addRole(edge, entity, to: event, ids, isDenied: isDenied, rule: rule)
    }
  }

  // MARK: Tidying

  /// Nobody does a deed to themselves: whoever is told as its target and, by the tree of another sentence, as its agent is
  /// the target; whom somebody says to have done it is the agent.
  private static func dropDoubles(_ event: inout EventRecord) {
    let told = event.roles.filter { !$0.isDenied }
    let agents = Set(told.filter { $0.edge == .agent }.map(\.entity))
    for entity in Set(told.filter { $0.edge == .target }.map(\.entity)) where agents.contains(entity) {
      let isImputed = told.contains { role in
        role.edge == .agent && role.entity == entity && Imputation.isAmong(role.rules)
      }
      let edge: EventRecord.Role.Edge = isImputed ? .target : .agent
      event.roles.removeAll { $0.edge == edge && $0.entity == entity && !$0.isDenied }
    }
  }

  /// The same role, place, link or thing told several times is one, with all its claims.
  private static func merge(_ event: inout EventRecord) {
    struct RoleKey: Hashable {
      let edge: EventRecord.Role.Edge
      let entity: EntityID
      let isDenied: Bool
    }
    struct ThingKey: Hashable {
      let part: EventRecord.Thing.Part
      let name: String
    }
    event.roles = merged(
      event.roles, by: { RoleKey(edge: $0.edge, entity: $0.entity, isDenied: $0.isDenied) }, claims: \.claims,
      rules: \.rules)
    event.places = merged(event.places, by: \.place, claims: \.claims, rules: \.rules)
    event.concerns = merged(event.concerns, by: \.event, claims: \.claims, rules: \.rules)
    event.things = merged(
      event.things, by: { ThingKey(part: $0.part, name: $0.name.lowercased()) }, claims: \.claims)
  }

  /// The first of each key, in the order they are told, with the claims and rules of all. All are collected before they
  /// are made unique: a report may tell the same of an event thousands of times.
  private static func merged<Part, Key: Hashable>(
    _ parts: [Part], by key: (Part) -> Key, claims: WritableKeyPath<Part, [ClaimID]>,
    rules: WritableKeyPath<Part, [String]>? = nil
  ) -> [Part] {
    var result: [Part] = []
    var places: [Key: Int] = [:]
    var added: [Int: (claims: [ClaimID], rules: Set<String>)] = [:]
    for part in parts {
      let key = key(part)
      guard let known = places[key] else {
        places[key] = result.count
        result.append(part)
        continue
      }
      added[known, default: ([], [])].claims += part[keyPath: claims]
      if let rules { added[known]?.rules.formUnion(part[keyPath: rules]) }
    }
    for (index, more) in added {
      result[index][keyPath: claims] = (result[index][keyPath: claims] + more.claims).uniqued()
      if let rules { result[index][keyPath: rules] = more.rules.union(result[index][keyPath: rules]).sorted() }
    }
    return result
  }
}
