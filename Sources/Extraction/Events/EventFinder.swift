import TextAnalysis

/// Finds the mentions of events in a document, with what the tree tells of each: who, where, when, how many, and
/// whether it happened.
struct EventFinder: Sendable {
  let syntax: Syntax
  let triggers: TriggerTable
  let referents: Referents
  let times: [TimeExpression]
  let figures: [FigureExpression]
  let attributions: [Attribution]
  let things: [Int: ThingFinder.Thing]

  /// In text order.
  func find() -> [EventMention] {
    var mentions = triggered()
    guard !mentions.isEmpty else { return [] }
    let atToken = Dictionary(mentions.enumerated().map { ($1.token, $0) }, uniquingKeysWith: { first, _ in first })
    let actuality = ActualityFinder(syntax: syntax, attributions: attributions)
    for index in mentions.indices {
      let judged = actuality.judge(mentions[index])
      mentions[index].actuality = judged.actuality
      mentions[index].isNegated = judged.isNegated
      mentions[index].denialCue = judged.denialCue
      mentions[index].isLeftOpen = judged.isLeftOpen
      if isAcquittal(mentions[index]) {
        mentions[index].trigger = mentions[index].trigger.acquitting
        mentions[index].isNegated = false
        mentions[index].denialCue = nil
        if mentions[index].actuality == .denied { mentions[index].actuality = .happened }
      }
      if isRefusal(mentions[index]) {
        mentions[index].trigger.type = "REJECT"
        mentions[index].trigger.subtype = "refusal"
        mentions[index].actuality = .happened
        mentions[index].isNegated = false
      }
      mentions[index].isSuspected = actuality.isSuspected(mentions[index].token)
      mentions[index].isIndefinite = !mentions[index].trigger.isVerb && isIndefinite(mentions[index].token)
      mentions[index].isDefinite = mentions[index].tokens.contains { isDefinite($0) }
      mentions[index].isDemonstrative = syntax.children(mentions[index].token, .determiner).contains {
        ["this", "these"].contains(syntax.lemmas[$0])
      }
      addReceiver(to: &mentions[index])
      mentions[index].isPlural = syntax.tokens[mentions[index].token].xpos.hasSuffix("S")
    }
    addPlaces(to: &mentions, atToken)
    addTimes(to: &mentions, atToken)
    for index in mentions.indices {
      mentions[index].isTotal = isTotal(mentions[index])
      if let time = timeBefore(whenClause: mentions[index]) { mentions[index].times = [time] }
    }
    ThingAttacher(syntax: syntax, things: things, referents: referents, eventAbove: { event(above: $0, atToken) })
      .attach(to: &mentions, atToken)
    let isOfLabour = tellsOfWalkouts(mentions)
    for index in mentions.indices where isWalkout(mentions[index], inReportOfWalkouts: isOfLabour) {
      (mentions[index].trigger.type, mentions[index].trigger.subtype) = ("PROTEST", "strike")
    }
    for index in mentions.indices { mentions[index].befallen = befallen(mentions[index]) }
    for index in mentions.indices where isOfBomb(mentions[index]) {
      (mentions[index].trigger.type, mentions[index].trigger.subtype) = ("ASSAULT", "bombing")
    }
    linkParts(&mentions, atToken)
    linkConcerns(&mentions, atToken)
    distribute(&mentions)
    FigureAttacher(
      syntax: syntax, figures: figures, referents: referents,
      things: Set(things.values.map(\.head)), denied: denied(mentions)
    ).attach(to: &mentions, atToken)
    return mentions
  }

  private func triggered() -> [EventMention] {
    var mentions: [EventMention] = []
    var taken: Set<Int> = []
    let speechHeads = Set(attributions.map(\.cueHead))
    let silent: Set<ClaimRecord.Stance> = [.declinesToComment, .disclaimsKnowledge, .denies, .claimsResponsibility]
    var silentHeads = Set(attributions.filter { silent.contains($0.stance) }.map(\.cueHead))
    // `neither confirmed nor denied`: no word of it tells of a deed.
    for attribution in attributions where attribution.stance == .declinesToComment {
      silentHeads.formUnion(attribution.cue)
    }
    for sentence in syntax.document.sentences where sentence.part == .body {
      for token in sentence.tokens {
        if let storm = namedStorm(at: token) {
          mentions.append(EventMention(token: storm.token, tokens: storm.tokens, trigger: storm.trigger))
          continue
        }
        guard let (trigger, tokens) = handling(token) ?? triggers.trigger(at: token, in: syntax), isRead(token, trigger)
        else { continue }
        if Self.speechTypes.contains(trigger.type) || trigger.subtype == "denial", speechHeads.contains(token) {
          continue
        }
        if silentHeads.contains(token) { continue }
        if trigger.type == "ACCUSE", isBareParticiple(token) { continue }
        if trigger.isVerb, let disaster = disaster(striking: token) {
          mentions.append(
            EventMention(token: token, tokens: [disaster.token, token].sorted(), trigger: disaster.trigger))
          taken.insert(disaster.token)
          continue
        }
        if isToBlame(token) || isNoVessel(token, trigger) || isOtherVerb(token, tokens) || isManner(token, trigger)
          || isSeizedOn(token, trigger) || isFigurative(token, trigger) || isUnfit(token, trigger, tokens)
        {
          continue
        }
        mentions.append(EventMention(token: token, tokens: tokens, trigger: sense(of: trigger, at: token, tokens)))
        if tokens.count > 1 { taken.formUnion(tokens.filter { $0 != token }) }
      }
    }
    tellOfStorms(&mentions)
    let roles = RoleFinder(syntax: syntax, referents: referents, triggers: triggers, things: things)
    for index in mentions.indices { roles.fill(&mentions[index]) }
    mentions.removeAll { isHollow($0) || isRefused($0) || isDoneByThing($0) }
    mentions += demands(besides: Set(mentions.map(\.token)))
    mentions.sort { $0.token < $1.token }
    // A word that is part of a longer trigger makes no event of its own: `sanctions` in `impose sanctions`.
    return mentions.filter { !taken.contains($0.token) }
  }

  /// `the Red Cross said both armies must let aid through`: who says what another must do, demands it.
  private func demands(besides known: Set<Int>) -> [EventMention] {
    attributions.compactMap { attribution in
      guard case .noun(let speaker) = attribution.speaker, syntax.isPart(attribution.cueHead, .verb),
        !known.contains(attribution.cueHead), let agent = actor(at: speaker)
      else { return nil }
      for head in attribution.contentHeads where isObliged(head) {
        guard let subject = syntax.ownSubject(head) else { continue }
        let obliged = syntax.coordinated(subject).compactMap { token in
          actor(at: token).map {
            EventMention.Filler(edge: .recipient, entity: $0, token: token, rule: "role.recipient.obliged")
          }
        }
        guard !obliged.isEmpty, !obliged.contains(where: { $0.entity == agent }) else { continue }
        var mention = EventMention(
          token: attribution.cueHead, tokens: [attribution.cueHead],
          trigger: .demand(syntax.lemmas[attribution.cueHead]))
        mention.roles = obliged + [.init(edge: .agent, entity: agent, token: speaker, rule: "role.agent.obliging")]
        return mention
      }
      return nil
    }
  }

  /// `the quake struck on Tuesday`: what strikes here is the event, and the verb tells when and where.
  private func disaster(striking verb: Int) -> (token: Int, trigger: Trigger)? {
    guard Self.strikingVerbs.contains(syntax.lemmas[verb]), let subject = syntax.ownSubject(verb),
      syntax.isPart(subject, .noun), let (trigger, _) = triggers.trigger(at: subject, in: syntax),
      trigger.type == "OTHER", let subtype = trigger.subtype, Self.strikingDisasters.contains(subtype)
    else { return nil }
    return (subject, trigger)
  }

  private static let strikingVerbs: Set = [
    "strike", "hit", "rock", "shake", "batter", "devastate", "sweep", "lash", "jolt",
  ]
  private static let strikingDisasters: Set = [
    "earthquake", "storm", "flood", "tsunami", "wildfire", "landslide", "eruption", "explosion",
  ]

  func actor(at token: Int) -> EntityID? {
    guard let entity = referents.entityAtHead[token], referents.entities[entity.index].label.isActor else { return nil }
    return entity
  }

  /// `must act`, and not `must have acted`, which only infers.
  private func isObliged(_ verb: Int) -> Bool {
    syntax.modals(verb).contains("must")
      && !syntax.children(verb, .auxiliary).contains { syntax.lemmas[$0] == "have" && syntax.tokens[$0].xpos != "MD" }
  }

  /// `X will not talk to Y`, `X would not accept refugees`: friendly dealings that somebody will have none of.
  private func isRefusal(_ mention: EventMention) -> Bool {
    mention.isNegated && mention.trigger.isVerb && Self.friendly.contains(mention.trigger.type)
      && mention.roles.contains { $0.edge == .agent } && !syntax.isPassive(mention.token)
      && !Set(syntax.modals(mention.token)).isDisjoint(with: ["will", "wo", "would", "shall"])
  }

  private static let friendly: Set = [
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT",
  ]

  /// `refused to sign`, `failed to stop`: the refusal is the event, what was refused never came to be.
  private func isRefused(_ mention: EventMention) -> Bool {
    guard mention.trigger.isVerb, syntax.relations[mention.token] == .openComplement,
      let head = syntax.heads[mention.token], !syntax.isNegated(head)
    else { return false }
    return ["refuse", "decline", "fail"].contains(syntax.lemmas[head])
  }

  /// `the sanctions freeze assets`, `the ruling allows appeals`: what people do to each other, said of a thing.
  private func isDoneByThing(_ mention: EventMention) -> Bool {
    guard mention.trigger.isVerb, !Self.done.contains(mention.trigger.type), !syntax.isPassive(mention.token),
      let subject = syntax.ownSubject(mention.token), syntax.isPart(subject, .noun)
    else { return false }
    return !syntax.coordinated(subject).contains { referents.entityAtHead[$0] != nil }
      && !mention.roles.contains { $0.edge == .agent }
  }

  /// Types of what may come about without anybody acting.
  private static let done: Set = ["ASSAULT", "OTHER", "TRAVEL", "CONTROL", "PROTEST"]

  /// `a car bomb exploded`: what blows up by itself may be an accident, a bomb is none.
  private func isOfBomb(_ mention: EventMention) -> Bool {
    mention.trigger.type == "OTHER" && mention.trigger.subtype == "explosion"
      && mention.things.contains { $0.part == .instrument && things[$0.token]?.kind == .explosive }
  }

  /// `Airport workers called off a strike`: where workers and unions are spoken of, a strike is not one of bombs.
  private func isWalkout(_ mention: EventMention, inReportOfWalkouts: Bool) -> Bool {
    guard mention.trigger.type == "ASSAULT", !mention.trigger.isVerb, mention.trigger.words == ["strike"] else {
      return false
    }
    // `The strike ended after a day`: bombs last no day.
    if syntax.modifier(mention.token, "on") == nil, let verb = syntax.heads[mention.token],
      RelationSet(.subject, .passiveSubject, .object).has(syntax.relations[mention.token]),
      inReportOfWalkouts || Self.lasting.contains(syntax.verbWithParticle(verb))
    {
      return true
    }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[mention.token]].tokens
    return sentence.contains { Self.labour.contains(syntax.lemmas[$0]) }
  }

  private static let lasting: Set = ["last", "call off", "suspend"]

  /// Whether workers stop working in it, and nothing is struck from the air.
  private func tellsOfWalkouts(_ mentions: [EventMention]) -> Bool {
    mentions.contains {
      $0.trigger.type == "PROTEST" && $0.trigger.words.contains { ["strike", "walkout"].contains($0) }
    }
      && !mentions.contains { $0.trigger.type == "ASSAULT" && Self.fromAfar.contains($0.trigger.subtype ?? "") }
  }

  private static let fromAfar: Set = ["airstrike", "drone strike", "missile strike", "shelling", "bombing"]

  private static let labour: Set = [
    "worker", "union", "employee", "staff", "labour", "labor", "wage", "pay", "walkout", "teacher", "nurse", "miner",
    "docker", "picket", "colleague", "employer", "doctor", "stoppage",
  ]

  /// What is blown up, what blasts tear open, what is damaged by an explosion, where an attack is on.
  private func befallen(_ mention: EventMention) -> Set<String> {
    guard mention.trigger.type == "ASSAULT" || mention.trigger.type == "OTHER" else { return [] }
    let token = mention.token
    var nouns: [Int] = []
    if mention.trigger.isVerb {
      nouns += [syntax.undergoer(token)].compactMap(\.self)
    } else {
      nouns += ["on", "at", "of", "against", "to"].compactMap { syntax.modifier(token, $0) }
      nouns += syntax.children(token, .compound)
      if let verb = syntax.heads[token], syntax.isPart(verb, .verb) {
        let relation = syntax.relations[token]
        // `a fire at a warehouse killed nine`: between noun and verb the phrase is the noun's, wherever the tree hangs it.
        nouns += syntax.children(verb, .oblique).filter {
          token < $0 && $0 < verb && ["on", "at", "against"].contains(syntax.preposition($0))
        }
        if relation == .subject || syntax.isPassive(verb) && syntax.preposition(token) == "by" {
          nouns += [syntax.undergoer(verb)].compactMap(\.self)
        }
      }
    }
    let things = nouns.flatMap { syntax.coordinated($0) }.filter { noun in
      syntax.isPart(noun, .noun)
        && !(referents.entityAtHead[noun].map { referents.entities[$0.index].label.isActor } ?? false)
    }
    return Set(things.map { syntax.lemmas[$0] })
  }

  /// `hurled two devices`, `set off 5 kilos of dynamite`: whoever handles what explodes, bombs.
  private func handling(_ token: Int) -> (trigger: Trigger, tokens: [Int])? {
    guard syntax.isPart(token, .verb), let bombing = triggers.bombing,
      Self.handlings.contains(syntax.verbWithParticle(token)), let object = syntax.undergoer(token)
    else { return nil }
    let inner = syntax.modifier(object, "of")
    guard let charge = [object, inner].compactMap({ $0 }).first(where: { things[$0]?.kind == .explosive }) else {
      return nil
    }
    return (bombing, [token, charge].sorted())
  }

  private static let handlings: Set = [
    "place", "plant", "put", "throw", "hurl", "toss", "lob", "set", "set off", "detonate", "activate", "leave", "drop",
  ]

  /// `treated the leaks as deliberate`, `feeds the war`, `offered no evidence`: verbs of dealing with people, used of things.
  private func isHollow(_ mention: EventMention) -> Bool {
    guard mention.trigger.isVerb, mention.trigger.words.count == 1,
      Self.social.contains(mention.trigger.type) || Self.promising.contains(mention.trigger.subtype ?? "")
    else { return false }
    // `helped to prepare the attack`: a part in what is prepared, and nobody who is helped.
    if mention.trigger.type == "AID", syntax.child(mention.token, .openComplement) != nil,
      !mention.roles.contains(where: { $0.edge != .agent })
    {
      return true
    }
    guard let object = syntax.undergoer(mention.token) else { return false }
    // `blasts tore open the pipelines`: nobody is there who would criticise.
    if Self.expressive.contains(mention.trigger.subtype ?? "") {
      return !mention.roles.contains { $0.edge == .agent } && !syntax.isPassive(mention.token)
    }
    // `offered to help`, `offered it to them`; `offered no evidence` is none.
    if Self.promising.contains(mention.trigger.subtype ?? "") {
      return syntax.child(mention.token, .openComplement) == nil && mention.roles.allSatisfy { $0.edge == .agent }
        && !triggers.isEventNoun(syntax.lemmas[object])
    }
    // Whom it was given to is there: `handed over medicine to the Red Crescent`.
    if mention.trigger.type == "AID", !mention.trigger.recipients.isEmpty,
      mention.roles.contains(where: { $0.edge == .recipient }) || !mention.places.isEmpty
    {
      return false
    }
    // Who is meant by `it` may be known, and still it is a plan that is approved, a warning that is ignored.
    if syntax.isPart(object, .pronoun), Self.things.contains(syntax.lemmas[object]) { return true }
    let isActor = syntax.coordinated(object).contains { token in
      guard let entity = referents.entityAtHead[token] else { return false }
      return referents.entities[entity.index].label.isActor
    }
    if isActor || Self.plain.contains(mention.trigger.text) { return false }
    // `defended the right of the troops`: somebody is there whom it is done to.
    if mention.trigger.type != "AID", mention.roles.contains(where: { $0.edge != .agent }) { return false }
    return triggers.trigger(at: object, in: syntax) == nil || mention.trigger.type == "AID"
  }

  private static let things: Set = ["it", "this", "that"]
  /// Praise is praise, whatever is praised.
  private static let expressive: Set = ["praise", "criticism", "call"]
  private static let promising: Set = ["offer", "pledge"]
  /// Verbs of one sense, whatever their object is.
  private static let plain: Set = ["rebuff", "refuse", "reject", "snub", "spurn", "veto"]
  private static let social: Set = [
    "AID", "CONSULT", "SUPPORT", "REJECT", "CONTROL", "COOPERATE", "ACCUSE", "RETREAT", "DISAPPROVE",
  ]

  /// `companies accused of smuggling`: the accusing is no event, the smuggling is.
  private func isBareParticiple(_ token: Int) -> Bool {
    RelationSet.adnominalClauses.has(syntax.relations[token]) && syntax.isPassive(token) && syntax.actor(token) == nil
  }

  /// Saying by itself is a claim and no event.
  private static let speechTypes: Set = ["STATE", "PUBLISH"]

  /// Nouns inside names (`the Arms Control Association`) and words that only describe (`damaged pipelines`) are left out.
  private func isRead(_ token: Int, _ trigger: Trigger) -> Bool {
    if syntax.isPart(token, .properNoun), trigger.words.count == 1 { return false }
    if trigger.isVerb, RelationSet(.adjective, .compound, .caseMarker, .marker).has(syntax.relations[token]) {
      return false
    }
    if !trigger.isVerb, RelationSet(.compound, .flat).has(syntax.relations[token]) { return false }
    if let entity = referents.entityAtHead[token], referents.entities[entity.index].isNamed { return false }
    // `the anniversary of his death` is another day's matter.
    if let head = syntax.heads[token], Self.remembering.contains(syntax.lemmas[head]),
      RelationSet(.nominalModifier, .possessive).has(syntax.relations[token])
    {
      return false
    }
    return true
  }

  private static let remembering: Set = [
    "anniversary", "commemoration", "memorial", "memory", "remembrance", "centenary",
  ]

  private func isDefinite(_ token: Int) -> Bool {
    guard syntax.isPart(token, .noun) else { return false }
    return syntax.children(token).contains { child in
      switch syntax.relations[child] {
      case .determiner: ["the", "this", "that", "these", "those", "both"].contains(syntax.lemmas[child])
      // `the tremors were explosions`: what is known is said to have been this.
      case .subject: syntax.child(token, .copula) != nil && syntax.isPart(child, .noun) && isDefinite(child)
      case .possessive: true
      default: false
      }
    }
  }

  /// The mentions that are said not to be so, by their own words or by whoever denies them.
  private func denied(_ mentions: [EventMention]) -> Set<Int> {
    let contents = Set(attributions.lazy.filter { $0.stance == .denies }.flatMap(\.contentHeads))
    let unharmed = Set(mentions.lazy.filter { $0.isNegated && $0.isHarm }.compactMap(\.partOf))
    return Set(
      mentions.indices.filter { index in
        let mention = mentions[index]
        return mention.isNegated || mention.actuality == .denied || unharmed.contains(index)
          || contents.contains(mention.token)
          || mention.trigger.isVerb && syntax.heads[mention.token].map { contents.contains($0) } ?? false
      })
  }

  /// `a fire`, `another blast`: something new is told of, unless it only says what something known was.
  private func isIndefinite(_ token: Int) -> Bool {
    syntax.children(token, .determiner).contains { ["a", "an", "another"].contains(syntax.lemmas[$0]) }
      && syntax.child(token, .copula) == nil
      && !RelationSet(.apposition, .openComplement, .conjunct).has(syntax.relations[token])
      && syntax.preposition(token) != "as"
  }

  /// `X received a warning from Y`: X is the one it was addressed to.
  private func addReceiver(to mention: inout EventMention) {
    guard !mention.trigger.isVerb, let verb = syntax.heads[mention.token], syntax.relations[mention.token] == .object,
      ["receive", "get"].contains(syntax.lemmas[verb]), !mention.roles.contains(where: { $0.edge == .recipient }),
      let subject = syntax.subject(verb), let entity = referents.entityAtHead[subject],
      referents.entities[entity.index].label.isActor
    else { return }
    mention.roles.append(.init(edge: .recipient, entity: entity, token: subject, rule: "role.recipient.receiver"))
  }

  /// `warnings from Iran and the United States`, `the attacks in Kerman and Moscow`: several events in one plural, one
  /// for each giver or place.
  private func distribute(_ mentions: inout [EventMention]) {
    for index in mentions.indices where mentions[index].isPlural && !mentions[index].trigger.isVerb {
      let mention = mentions[index]
      let agents = mention.roles.filter { $0.edge == .agent }
      let places = mention.places.sorted { $0.token < $1.token }
      if mention.trigger.type == "WARN", agents.count > 1 {
        let others = mention.roles.filter { $0.edge != .agent }
        mentions[index].roles = others + [agents[0]]
        for agent in agents.dropFirst() {
          var copy = mention
          copy.roles = others + [agent]
          mentions.append(copy)
        }
      } else if places.count > 1, ["ASSAULT", "OTHER"].contains(mention.trigger.type),
        areJoined(places.map(\.token), below: mention.token)
      {
        mentions[index].places = [places[0]]
        for place in places.dropFirst() {
          var copy = mention
          copy.places = [place]
          mentions.append(copy)
        }
      }
    }
  }

  private func areJoined(_ tokens: [Int], below noun: Int) -> Bool {
    tokens.dropFirst().allSatisfy {
      syntax.relations[$0] == .conjunct && syntax.heads[$0].map { tokens.contains($0) } ?? false
        // `in Kerman and near Moscow`, each with its preposition.
        || syntax.heads[$0] == noun && syntax.child($0, .coordinator) != nil
    }
  }

  // MARK: Where and when

  /// A place in a phrase belongs to the first event above it, unless a clause that tells of no event lies between.
  private func addPlaces(to mentions: inout [EventMention], _ atToken: [Int: Int]) {
    for (index, entity) in referents.entities.enumerated() where entity.label == .place {
      for mention in entity.mentions {
        guard syntax.tokens.indices.contains(mention.head), let above = event(above: mention.head, atToken) else {
          continue
        }
        let filler = EventMention.PlaceFiller(place: EntityID(index), token: mention.head, rule: "place.phrase")
        guard isLocative(mention.head), !mentions[above].places.contains(where: { $0.place == filler.place }) else {
          continue
        }
        mentions[above].places.append(filler)
      }
    }
  }

  private func isLocative(_ token: Int) -> Bool {
    let preposition = syntax.preposition(token).split(separator: " ").first.map(String.init) ?? ""
    if preposition.isEmpty, syntax.relations[token] == .conjunct, let head = syntax.heads[token] {
      return isLocative(head)
    }
    if preposition.isEmpty {
      // `drowned off Malta`, where the tree takes the small word to the verb.
      if syntax.relations[token] == .object, let verb = syntax.heads[token], syntax.child(verb, .particle) == token - 1
      {
        return Self.locative.contains(syntax.lemmas[token - 1])
      }
      return RelationSet(.compound, .unmarkedModifier, .possessive, .conjunct, .apposition, .adjective).has(
        syntax.relations[token])
    }
    return Self.locative.contains(preposition)
  }

  private static let locative: Set = [
    "in", "at", "on", "near", "outside", "inside", "within", "across", "around", "off", "along", "throughout", "over",
    "above", "beneath", "under", "between", "through", "of", "into", "to",
  ]

  private func addTimes(to mentions: inout [EventMention], _ atToken: [Int: Int]) {
    for time in times {
      let inside = time.tokens.clamped(to: 0..<syntax.tokens.count)
      let top = inside.first { token in
        !(syntax.heads[token].map { inside.contains($0) } ?? false) && !syntax.isPart(token, .punctuation)
      }
      guard let top, let above = event(above: top, atToken, isTime: true), !isOnlyTopic(mentions[above]),
        !isOnlyCompared(time), !isOnlyLimit(time)
      else { continue }
      mentions[above].times.append(time.value)
    }
  }

  /// `will debate the attack on Wednesday`: what is known already is not dated by what is to be done about it.
  private func isOnlyTopic(_ mention: EventMention) -> Bool {
    guard !mention.trigger.isVerb, mention.isDefinite, let verb = syntax.heads[mention.token],
      syntax.isPart(verb, .verb), RelationSet(.object, .oblique).has(syntax.relations[mention.token])
    else { return false }
    return syntax.children(verb, .auxiliary).contains { ["will", "shall", "'ll"].contains(syntax.tokens[$0].lower) }
  }

  /// The first event on the way up. A verb that tells of no event ends the search, except one that only carries an
  /// event as its subject or object (`the attack took place in`, `gunmen carried out an attack in`).
  private func event(above token: Int, _ atToken: [Int: Int], isTime: Bool = false) -> Int? {
    var here = syntax.heads[token]
    var steps = 0
    while let current = here, steps < 40 {
      if let found = atToken[current] { return found }
      if syntax.isPart(current, .verb) || syntax.child(current, .copula) != nil {
        let arguments = syntax.children(current, RelationSet(.object, .subject, .passiveSubject))
        if let carried = arguments.reversed().first(where: { atToken[$0] != nil }) { return atToken[carried] }
        let deeds = arguments.flatMap { syntax.children($0, .nominalModifier) } + syntax.children(current, .oblique)
        // `On Thursday, X claimed the attack` dates the claiming.
        if !isTime, Self.claiming.contains(syntax.lemmas[current]),
          let deed = deeds.first(where: { atToken[$0] != nil })
        {
          return atToken[deed]
        }
        guard syntax.relations[current] == .openComplement || Self.carrying.contains(syntax.lemmas[current]) else {
          return nil
        }
      }
      here = syntax.heads[current]
      steps += 1
    }
    return nil
  }

  private static let claiming: Set = ["claim", "assert", "take", "accept", "admit"]
  private static let carrying: Set = ["leave", "include", "involve", "follow", "use"]

  // MARK: One mention within another

  /// `attacked the hall, killing 144`, `the bombings, which killed 100`, `died when gunmen stormed`: harm that comes with
  /// a deed is part of it.
  private func linkParts(_ mentions: inout [EventMention], _ atToken: [Int: Int]) {
    for index in mentions.indices where mentions[index].isHarm {
      let token = mentions[index].token
      var candidates = scene(of: token, atToken).map { [$0] } ?? []
      if let head = syntax.heads[token],
        RelationSet(.adverbialClause, .relativeClause, .adnominalClause, .conjunct, .openComplement, .parataxis)
          .has(syntax.relations[token])
      {
        candidates.append(head)
      }
      candidates += syntax.children(token, RelationSet(.adverbialClause, .subject, .oblique, .agent))
      if !mentions[index].isNegated { candidates += syntax.children(token, .conjunct) }
      if let subject = syntax.subject(token) { candidates.append(subject) }
      let deed = candidates.lazy.compactMap { atToken[$0] }.first { $0 != index && mentions[$0].canCauseHarm }
      // `No one was killed in a second attack`: the attack was, the killing was not.
      let isWithin = deed.map { mentions[index].isNegated && syntax.heads[mentions[$0].token] == token } ?? false
      if let deed, mentions[deed].isNegated == mentions[index].isNegated || isWithin { mentions[index].partOf = deed }
    }
    // `a plot to attack the summit`: the plot is for the attack, and both are one thing that was to be.
    for index in mentions.indices where mentions[index].partOf == nil && mentions[index].trigger.isVerb {
      guard mentions[index].trigger.type == "ASSAULT", let head = syntax.heads[mentions[index].token],
        RelationSet.adnominalClauses.has(syntax.relations[mentions[index].token]), let plot = atToken[head],
        plot != index, !mentions[plot].trigger.isVerb, mentions[plot].trigger.type == "ASSAULT",
        mentions[plot].trigger.actuality != .happened
      else { continue }
      mentions[index].partOf = plot
      mentions[index].actuality = mentions[plot].actuality
    }
    // `stormed the plant and took the workers hostage`: one deed told in two verbs.
    for index in mentions.indices where mentions[index].partOf == nil {
      let mention = mentions[index]
      guard mention.trigger.isVerb, mention.trigger.type == "ASSAULT", let head = syntax.heads[mention.token],
        syntax.relations[mention.token] == .conjunct, syntax.ownSubject(mention.token) == nil,
        let first = atToken[head], first != index, mentions[first].trigger.isVerb,
        mentions[first].trigger.type == "ASSAULT", mentions[first].isNegated == mention.isNegated,
        mentions[first].actuality == mention.actuality, !mentions[first].isHarm,
        !EventCoreference.areOtherDeeds(mention.trigger, mentions[first].trigger),
        mention.times.isEmpty || mentions[first].times.isEmpty,
        Set(mention.places.map(\.place)).isSubset(of: mentions[first].places.map(\.place))
      else { continue }
      mentions[index].partOf = first
    }
    // `the raid was a reprisal`: two words for one deed.
    for index in mentions.indices where !mentions[index].trigger.isVerb && mentions[index].partOf == nil {
      let token = mentions[index].token
      guard syntax.child(token, .copula) != nil, mentions[index].isDeed, !mentions[index].isNegated,
        let subject = syntax.ownSubject(token), let deed = atToken[subject], deed != index, mentions[deed].isDeed
      else { continue }
      mentions[index].partOf = deed
    }
    for index in mentions.indices where mentions[index].partOf == nil {
      mentions[index].partOf = deed(toldWith: index, mentions, atToken)
    }
    // `Typhoon Rai, which hit the coast in December`.
    for index in mentions.indices where isOfStorm(mentions[index]) && mentions[index].partOf == nil {
      guard let storm = syntax.actor(mentions[index].token).flatMap({ atToken[$0] }), storm != index else { continue }
      mentions[index].partOf = storm
    }
    // `the quake struck`: a verb whose subject is itself an event only says that it happened.
    for index in mentions.indices where mentions[index].trigger.isVerb && mentions[index].partOf == nil {
      guard let subject = syntax.ownSubject(mentions[index].token), let event = atToken[subject], event != index,
        !mentions[event].trigger.isVerb,
        mentions[event].trigger.type == "OTHER" || mentions[index].trigger.subtype == "explosion"
          || mentions[event].isDeed && Self.strikingVerbs.contains(syntax.lemmas[mentions[index].token]),
        !syntax.isPassive(mentions[index].token)
      else { continue }
      mentions[index].partOf = event
    }
  }

  /// `attacked the post, throwing grenades`: a participle of violence says how the deed was done.
  private func deed(toldWith index: Int, _ mentions: [EventMention], _ atToken: [Int: Int]) -> Int? {
    let mention = mentions[index]
    guard mention.trigger.isVerb, mention.trigger.type == "ASSAULT", !mention.isNegated,
      syntax.tokens[mention.token].xpos == "VBG", syntax.ownSubject(mention.token) == nil,
      syntax.children(mention.token, RelationSet(.marker, .caseMarker)).isEmpty
    else { return nil }
    var here = mention.token
    while syntax.relations[here] == .conjunct, let head = syntax.heads[here], syntax.isPart(head, .verb) { here = head }
    guard syntax.relations[here] == .adverbialClause, let head = syntax.heads[here], let deed = atToken[head],
      deed != index, mentions[deed].partOf == nil, mentions[deed].trigger.type == "ASSAULT",
      !EventCoreference.areOtherDeeds(mention.trigger, mentions[deed].trigger)
    else { return nil }
    return deed
  }

  /// `a warning about an attack`, `arrested in connection with the bombings`, `warned that X would attack`.
  private func linkConcerns(_ mentions: inout [EventMention], _ atToken: [Int: Int]) {
    for index in mentions.indices {
      let token = mentions[index].token
      guard mentions[index].partOf == nil, let outer = concerned(by: token, atToken), outer != index,
        mentions[outer].isAboutOthers, mentions[index].partOf != outer
      else { continue }
      mentions[outer].concerns.append(index)
    }
  }

  /// The event whose topic the token is, if it stands in a phrase or clause that gives a topic.
  private func concerned(by token: Int, _ atToken: [Int: Int]) -> Int? {
    var here = token
    var isTopic = false
    for _ in 0..<6 {
      guard let head = syntax.heads[here] else { return nil }
      let relation = syntax.relations[here]
      let preposition = syntax.preposition(here).split(separator: " ").first.map(String.init) ?? ""
      let isThat = syntax.children(here, .marker).contains { syntax.lemmas[$0] == "that" }
      isTopic =
        isTopic || relation == .clausalComplement || Self.topical.contains(preposition)
        || (relation == .adnominalClause && isThat) || RelationSet(.object, .openComplement).has(relation)
      if let found = atToken[head] { return isTopic ? found : nil }
      let carried = syntax.children(head, RelationSet(.object, .passiveSubject)).first {
        $0 != here && atToken[$0] != nil
      }
      if let carried, Self.topical.contains(preposition) { return atToken[carried] }
      let passes = RelationSet(
        .object, .oblique, .nominalModifier, .adnominalClause, .conjunct, .clausalComplement, .adverbialClause)
      guard passes.has(relation) else { return nil }
      here = head
    }
    return nil
  }

  private static let topical: Set = [
    "about", "of", "over", "for", "in", "on", "concerning", "regarding", "related", "connected", "linked", "into",
    "after", "to", "against",
  ]
}

extension EventMention {
  private static let harm: Set = ["killing", "death", "injury", "damage", "destruction", "wounding"]

  /// Killing, dying, wounding: what a deed or a disaster does.
  var isHarm: Bool { trigger.subtype.map { Self.harm.contains($0) } ?? false }

  var canCauseHarm: Bool {
    !isHarm && (trigger.type == "ASSAULT" || trigger.type == "OTHER" || trigger.type == "PROTEST")
  }

  /// Violence and disasters.
  var isDeed: Bool { trigger.type == "ASSAULT" || trigger.type == "OTHER" }

  /// Warnings, arrests, accusations, talks: events that are about other events.
  var isAboutOthers: Bool {
    [
      "WARN", "THREATEN", "ACCUSE", "INVESTIGATE", "COERCE", "DISAPPROVE", "CONSULT", "COOPERATE", "SANCTION",
      "REQUEST", "AGREE", "PROTEST", "SUPPORT",
    ]
    .contains(trigger.type)
  }
}
