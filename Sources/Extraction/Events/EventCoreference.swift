import TextAnalysis

/// Decides which mentions of a report tell of the same event.
///
/// Mentions are taken in text order; each joins the best cluster that nothing speaks against and something speaks for,
/// or begins one of its own. Precision first: two attacks taken for one are worse than one attack told twice.
struct EventCoreference: Sendable {
  let syntax: Syntax
  let referents: Referents
  let figures: [FigureExpression]

  struct Cluster: Sendable {
    var mentions: [Int]
    var type: String
    var subtypes: Set<String>
    var lemmas: Set<String>
    var actuality: EventRecord.Actuality
    var agents: Set<EntityID> = []
    var targets: Set<EntityID> = []
    /// Those said to be killed.
    var dead: Set<EntityID> = []
    var recipients: Set<EntityID> = []
    var places: Set<EntityID> = []
    var times: [TimeValue] = []
    var befallen: Set<String> = []
    /// The nouns that tell of it.
    var nouns: Set<String> = []
    /// Whether it is only suspected of somebody.
    var isOnlySuspected = true
    var figures: [(attribute: String, value: Double)] = []
    var lastToken: Int
    /// Whether all mentions are nouns that speak of something known.
    var isOnlyNamed = true
    /// The number of its nouns; verbs tell nothing of it.
    var isOnlyPlural = true
    var isOnlySingular = true
    /// All of a longer time, from when on.
    var isTotal = false
  }

  func cluster(_ mentions: [EventMention]) -> [Cluster] {
    var clusters: [Cluster] = []
    var clusterOfMention: [Int: Int] = [:]
    var main: Int?
    // Deeds first, then what is part of them: `died when gunmen stormed` names the harm before the deed.
    let order =
      mentions.indices.filter { mentions[$0].partOf == nil } + mentions.indices.filter { mentions[$0].partOf != nil }
    for index in order {
      let mention = mentions[index]
      if let deed = mention.partOf, let known = clusterOfMention[deed] {
        add(mention, index, to: &clusters[known])
        clusterOfMention[index] = known
        main = mainCluster(of: main, known, clusters)
        continue
      }
      let near = clusters.indices.suffix(Self.mostClusters)
      let far = main.map { near.contains($0) ? [] : [$0] } ?? []
      let best = (far + near).compactMap { candidate -> (Int, Int)? in
        let cluster = clusters[candidate]
        guard !conflict(mention, cluster, isMain: candidate == main) else { return nil }
        let score = affinity(mention, cluster, isMain: candidate == main)
        return score >= 3 ? (score, candidate) : nil
      }.max { ($0.0, clusters[$0.1].lastToken) < ($1.0, clusters[$1.1].lastToken) }
      if let best {
        add(mention, index, to: &clusters[best.1])
        clusterOfMention[index] = best.1
        main = mainCluster(of: main, best.1, clusters)
      } else {
        var cluster = Cluster(
          mentions: [], type: mention.trigger.type, subtypes: [], lemmas: [], actuality: mention.actuality,
          lastToken: mention.token)
        cluster.isTotal = mention.isTotal
        add(mention, index, to: &cluster)
        clusterOfMention[index] = clusters.count
        clusters.append(cluster)
        main = mainCluster(of: main, clusters.count - 1, clusters)
      }
    }
    for index in clusters.indices { clusters[index].mentions.sort() }
    return clusters.sorted { ($0.mentions.first ?? 0) < ($1.mentions.first ?? 0) }
  }

  private func add(_ mention: EventMention, _ index: Int, to cluster: inout Cluster) {
    cluster.mentions.append(index)
    if let subtype = mention.trigger.subtype { cluster.subtypes.insert(subtype) }
    cluster.lemmas.insert(mention.trigger.text)
    if !mention.trigger.isVerb { cluster.nouns.insert(syntax.lemmas[mention.token]) }
    if cluster.isOnlySuspected, !mention.isSuspected {
      cluster.isOnlySuspected = false
      cluster.actuality = mention.actuality
    }
    cluster.agents.formUnion(mention.entities(.agent))
    cluster.targets.formUnion(mention.entities(.target))
    if mention.trigger.figure == "killed" { cluster.dead.formUnion(mention.entities(.target)) }
    cluster.recipients.formUnion(mention.entities(.recipient))
    cluster.places.formUnion(mention.places.map(\.place))
    cluster.befallen.formUnion(mention.befallen)
    cluster.times.append(contentsOf: mention.times)
    cluster.figures.append(contentsOf: mention.figures.map { ($0.attribute, figures[$0.figure].value) })
    cluster.lastToken = max(cluster.lastToken, mention.token)
    if !mention.isDefinite { cluster.isOnlyNamed = false }
    if mention.trigger.isVerb || mention.isPlural {
      cluster.isOnlySingular = cluster.isOnlySingular && mention.isPlural == false && !mention.trigger.isVerb
    }
    if mention.trigger.isVerb || !mention.isPlural { cluster.isOnlyPlural = false }
  }

  /// With how many events an event is compared, the last before it: more than any report tells of, so that only a text made
  /// to be long is cut short.
  private static let mostClusters = 256

  /// The deed or disaster most spoken of so far, the first of several: what it was, or the cluster that has grown since.
  private func mainCluster(of main: Int?, _ grown: Int, _ clusters: [Cluster]) -> Int? {
    let cluster = clusters[grown]
    guard cluster.actuality == .happened,
      cluster.type == "ASSAULT" || !cluster.subtypes.isDisjoint(with: Self.disasters)
    else { return main }
    guard let main else { return grown }
    return (clusters[main].mentions.count, grown) < (cluster.mentions.count, main) ? grown : main
  }

  // MARK: Against

  private func conflict(_ mention: EventMention, _ cluster: Cluster, isMain: Bool) -> Bool {
    if !compatibleTypes(mention, cluster) { return true }
    if isOfOtherSpan(mention, cluster) { return true }
    if !compatibleActuality(mention, cluster), !(isMain && tellsOfPlanning(mention, cluster)) { return true }
    if !mention.times.isEmpty, !cluster.times.isEmpty,
      !mention.times.contains(where: { time in cluster.times.contains { $0.mayMean(time) } })
    {
      return true
    }
    let places = Set(mention.places.map(\.place))
    if !places.isEmpty, !cluster.places.isEmpty,
      places.allSatisfy({ place in cluster.places.allSatisfy { apart(place, $0) } })
    {
      return true
    }
    if isAnother(mention, cluster) || isEarlier(mention, cluster) { return true }
    guard !mention.isHarm || mention.trigger.type != "ASSAULT" else { return false }
    if isOtherDeed(mention, cluster) { return true }
    if cluster.type != "ASSAULT", cluster.type != "OTHER" {
      let agents = mention.entities(.agent)
      if !agents.isEmpty, !cluster.agents.isEmpty, !sharesBody(agents, cluster.agents) { return true }
      let recipients = mention.entities(.recipient)
      if !recipients.isEmpty, !cluster.recipients.isEmpty, !sharesBody(recipients, cluster.recipients) {
        return true
      }
      for figure in mention.figures {
        let same = cluster.figures.filter { $0.attribute == figure.attribute }
        if !same.isEmpty, !same.contains(where: { $0.value == figures[figure.figure].value }) { return true }
      }
      let targets = mention.entities(.target)
      if !targets.isEmpty, !cluster.targets.isEmpty, targets.isDisjoint(with: cluster.targets) { return true }
    }
    return false
  }

  /// `More than 5,300 have been killed since April`, behind one attack: all of a longer time is no one deed of it. A war or an
  /// epidemic is as long.
  private func isOfOtherSpan(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    if mention.isTotal, cluster.isTotal {
      return !mention.times.isEmpty && !cluster.times.isEmpty
        && Set(mention.times.map(\.start)) != Set(cluster.times.map(\.start))
    }
    guard mention.isTotal != cluster.isTotal else { return false }
    return !cluster.subtypes.contains { isLarge($0) || Self.lasting.contains($0) }
      && !isLarge(mention.trigger.subtype) && !Self.lasting.contains(mention.trigger.subtype ?? "")
  }

  private static let lasting: Set = ["epidemic", "outbreak", "drought", "famine", "protest", "unrest", "riot"]

  /// `a fire at a textile factory`, after one at a warehouse: told as something new that befell something else.
  private func isAnother(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    guard mention.isIndefinite || mention.trigger.isVerb && !mention.isHarm, cluster.actuality == .happened else {
      return false
    }
    let isElsewhere =
      !mention.befallen.isEmpty && !cluster.befallen.isEmpty && mention.befallen.isDisjoint(with: cluster.befallen)
    guard mention.isIndefinite else {
      return isElsewhere && mention.trigger.type == "OTHER" && cluster.lemmas.contains(mention.trigger.text)
    }
    return isElsewhere || cluster.nouns.contains(syntax.lemmas[mention.token]) && !mention.trigger.isVerb
  }

  /// `The last strike, in 2016`: one before the one that the report tells of.
  private func isEarlier(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    guard !mention.trigger.isVerb, !mention.isPlural, !mention.times.isEmpty, cluster.times.isEmpty else {
      return false
    }
    return syntax.children(mention.token, .adjective).contains {
      ["last", "previous", "earlier", "similar"].contains(syntax.lemmas[$0])
    }
  }

  /// Whether two groups of actors share one, or one of them belongs to one of the other: a state and its officials.
  private func sharesBody(_ a: Set<EntityID>, _ b: Set<EntityID>) -> Bool {
    if !a.isDisjoint(with: b) { return true }
    return referents.relations.contains { relation in
      relation.type == "PART_OF"
        && (a.contains(relation.from) && b.contains(relation.to)
          || b.contains(relation.from) && a.contains(relation.to))
    }
  }

  private func compatibleTypes(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    let isGeneric = Self.generic.contains(mention.trigger.text)
    if isGeneric, mention.isDefinite { return ["ASSAULT", "OTHER", "PROTEST"].contains(cluster.type) }
    if mention.isHarm {
      return cluster.type == "ASSAULT"
        || cluster.type == "OTHER"
          && (cluster.subtypes.contains("death") || !cluster.subtypes.isDisjoint(with: Self.disasters))
    }
    if mention.trigger.type == "OTHER", cluster.type == "ASSAULT" {
      return mention.trigger.subtype == "explosion"
        || mention.isDefinite && Self.consequences.contains(mention.trigger.subtype ?? "")
    }
    if mention.trigger.type == "ASSAULT", cluster.type == "OTHER" {
      return cluster.subtypes.contains("explosion") || mention.isDefinite && isViolent(mention, cluster)
    }
    if mention.trigger.type == "OTHER", cluster.type == "OTHER", mention.isDefinite || isViolent(mention, cluster) {
      let isAftermath = mention.trigger.subtype.map { $0 == "earthquake" || Self.consequences.contains($0) } ?? false
      if isAftermath, cluster.subtypes.contains("explosion") { return true }
      if mention.trigger.subtype == "explosion", !cluster.subtypes.isDisjoint(with: Self.consequences) { return true }
    }
    if mention.trigger.isVerb, let head = mention.trigger.words.first,
      cluster.lemmas.contains(where: { $0 == head || $0.hasPrefix("\(head) ") })
    {
      return true
    }
    guard mention.trigger.type == cluster.type else { return false }
    if cluster.type == "ASSAULT" {
      return isLarge(mention.trigger.subtype) == cluster.subtypes.contains { isLarge($0) }
    }
    guard let subtype = mention.trigger.subtype, !cluster.subtypes.isEmpty else { return true }
    return cluster.subtypes.contains(subtype) || cluster.lemmas.contains(mention.trigger.text)
  }

  /// A kidnapping is no bombing, though either may be called an attack, and kill.
  private func isOtherDeed(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    guard let deed = mention.trigger.subtype.flatMap({ Self.deeds[$0] }) else { return false }
    let others = cluster.subtypes.compactMap { Self.deeds[$0] }
    return !others.isEmpty && !others.contains(deed)
  }

  static func areOtherDeeds(_ a: Trigger, _ b: Trigger) -> Bool {
    guard let one = a.subtype.flatMap({ deeds[$0] }), let other = b.subtype.flatMap({ deeds[$0] }) else { return false }
    return one != other
  }

  private static let deeds: [String: String] = [
    "kidnapping": "kidnapping", "hostage taking": "kidnapping", "bombing": "bombing", "suicide bombing": "bombing",
    "explosion": "bombing", "arson": "arson", "robbery": "robbery",
  ]

  /// Wars and operations hold attacks and are none.
  private func isLarge(_ subtype: String?) -> Bool {
    ["operation", "war", "offensive", "fighting", "conflict", "clash", "siege"].contains(subtype ?? "")
  }

  private func compatibleActuality(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    if mention.isHarm, mention.actuality == .denied { return cluster.actuality == .happened }
    if mention.actuality == .denied || cluster.actuality == .denied {
      return mention.actuality == cluster.actuality || isSameDeed(mention, cluster)
    }
    if mention.isSuspected || cluster.isOnlySuspected { return true }
    return mention.actuality.isOpen == cluster.actuality.isOpen
  }

  /// Whether what one denies is what the other tells: it is spoken of as known, or the same people or things are in it.
  private func isSameDeed(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    if mention.isDefinite { return true }
    let isSameKind =
      cluster.lemmas.contains(mention.trigger.text)
      || mention.trigger.subtype.map { cluster.subtypes.contains($0) } ?? false
    guard isSameKind else { return false }
    let targets = mention.entities(.target)
    if !targets.isEmpty, !cluster.targets.isEmpty { return !targets.isDisjoint(with: cluster.targets) }
    if !mention.befallen.isEmpty, !cluster.befallen.isEmpty {
      return !mention.befallen.isDisjoint(with: cluster.befallen)
    }
    return true
  }

  /// `X helped to prepare the attack`, of the attack that the report is about: it was prepared, and it happened.
  private func tellsOfPlanning(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    mention.actuality == .planned && mention.isDefinite && !mention.trigger.isVerb && !mention.isPlural
      && mention.times.isEmpty && mention.places.isEmpty && cluster.actuality == .happened
      && mention.trigger.type == "ASSAULT" && cluster.type == "ASSAULT"
  }

  private func related(_ a: EntityID, _ b: EntityID) -> Bool { a == b || lies(a, in: b) || lies(b, in: a) }

  /// Whether two places cannot be one: both known in the world, and neither in the other. A site of which nothing is
  /// known may lie anywhere.
  private func apart(_ a: EntityID, _ b: EntityID) -> Bool {
    guard !related(a, b) else { return false }
    if !isAdrift(a), !isAdrift(b) { return true }
    // Two halls in two towns are not one.
    guard let one = town(of: a), let other = town(of: b) else { return false }
    return !related(one, other) && !isAdrift(one) && !isAdrift(other)
  }

  /// Where a site lies, or the place itself.
  private func town(of place: EntityID) -> EntityID? {
    let known = referents.entities[place.index]
    return known.kind == "site" ? known.locatedIn : place
  }

  private func isAdrift(_ place: EntityID) -> Bool {
    let known = referents.entities[place.index]
    return known.kind == "site" || (known.locatedIn == nil && known.link == nil)
  }

  private func lies(_ place: EntityID, in outer: EntityID) -> Bool {
    var here: EntityID? = place
    for _ in 0..<8 {
      guard let current = here else { return false }
      if current == outer { return true }
      here = referents.entities[current.index].locatedIn
    }
    return false
  }

  // MARK: For

  private func affinity(_ mention: EventMention, _ cluster: Cluster, isMain: Bool) -> Int {
    var score = 0
    let isSameLemma = cluster.lemmas.contains(mention.trigger.text)
    let isSameSubtype = mention.trigger.subtype.map { cluster.subtypes.contains($0) } ?? false
    if mention.isDefinite { score += reference(mention, cluster, isMain: isMain) }
    if mention.isHarm, cluster.type == "ASSAULT" || !cluster.subtypes.isDisjoint(with: Self.disasters) {
      score += isNear(mention, cluster) ? 4 : isMain ? 3 : 1
    }
    if mention.isOpen, cluster.actuality != .happened { score += 2 }
    if tellsAnew(mention, cluster) { score += 3 }
    if isSameLemma { score += 1 }
    if isSameSubtype { score += 1 }
    let places = Set(mention.places.map(\.place))
    if places.contains(where: { place in cluster.places.contains { related(place, $0) } }) { score += 2 }
    if mention.times.contains(where: { time in cluster.times.contains { $0.isSameDay(as: time) } }) {
      score += 2
    } else if mention.times.contains(where: { time in cluster.times.contains { $0.isBroader(than: time) } }) {
      score += 1
    }
    if !mention.entities(.agent).isDisjoint(with: cluster.agents) {
      score += 1
      // What those who attacked did next is part of the attack.
      if mention.trigger.type == "ASSAULT", cluster.type == "ASSAULT", isNear(mention, cluster) { score += 2 }
    }
    if !mention.entities(.target).isDisjoint(with: cluster.targets) { score += 2 }
    if sharesBody(mention.entities(.recipient), cluster.recipients) { score += 2 }
    if !mention.befallen.isDisjoint(with: cluster.befallen) { score += 2 }
    if isMain, tellsInPassing(mention), isViolent(mention, cluster) { score += 3 }
    // `the murder of X`, `X was shot dead`: nobody is killed twice.
    if mention.trigger.figure == "killed", !mention.entities(.target).isDisjoint(with: cluster.dead) { score += 2 }
    return score
  }

  /// How well a noun with `the` or `this` points at a cluster: one just spoken of, else the one most spoken of; and
  /// `the attack` does not mean `attacks`.
  private func reference(_ mention: EventMention, _ cluster: Cluster, isMain: Bool) -> Int {
    let points = isNear(mention, cluster) ? (mention.isDemonstrative ? 8 : 5) : 3 + min(2, cluster.mentions.count - 1)
    let differs = cluster.isOnlyPlural && !mention.isPlural || cluster.isOnlySingular && mention.isPlural
    guard differs else { return points }
    // The report speaks of one deed, told in the plural once: `the attack` means that all the same.
    let isBare = mention.times.isEmpty && mention.places.isEmpty
    return isMain && isBare && mention.actuality == .happened && !mention.isPlural ? 3 : points - 3
  }

  private func isNear(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    let distance = syntax.sentenceOfToken[mention.token] - syntax.sentenceOfToken[cluster.lastToken]
    return (0...2).contains(distance)
  }

  /// `before the massacre in Moscow`, and then the story itself: `gunmen attacked the hall`. What was so far only named
  /// as known is told by the first full account of such a deed.
  private func tellsAnew(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    cluster.type == "ASSAULT" && mention.trigger.type == "ASSAULT" && cluster.isOnlyNamed && !mention.isHarm
      && mention.actuality == .happened && cluster.actuality == .happened
      && mention.roles.contains { $0.edge == .agent }
      && syntax.sentenceOfToken[mention.token] - syntax.sentenceOfToken[cluster.lastToken] <= 3
  }

  /// Without a day or place of its own, what blew something up is what the report is about.
  private func tellsInPassing(_ mention: EventMention) -> Bool {
    mention.times.isEmpty && mention.places.isEmpty && mention.actuality == .happened
  }

  /// Whether both are told as something that was blown up, damaged or wrecked, and not of different things.
  private func isViolent(_ mention: EventMention, _ cluster: Cluster) -> Bool {
    guard let subtype = mention.trigger.subtype, Self.wrecking.contains(subtype),
      !cluster.subtypes.isDisjoint(with: Self.wrecking)
    else { return false }
    return mention.befallen.isEmpty || cluster.befallen.isEmpty
      || !mention.befallen.isDisjoint(with: cluster.befallen)
  }

  private static let wrecking: Set = ["sabotage", "bombing", "explosion", "spill", "damage", "destruction"]

  /// Nouns for what happened, whatever it was.
  private static let generic: Set = [
    "incident", "tragedy", "disaster", "catastrophe", "event", "violence", "outrage", "atrocity",
  ]
  /// What a deed leaves behind: `the leaks`, of pipelines that were blown up.
  private static let consequences: Set = ["spill", "fire", "damage", "destruction", "collapse", "outage"]
  private static let disasters: Set = [
    "earthquake", "explosion", "fire", "flood", "storm", "collapse", "accident", "crash", "stampede", "wildfire",
    "landslide",
    "tsunami", "eruption", "outbreak", "spill", "disaster", "incident",
    "shipwreck", "sinking", "derailment", "avalanche",
  ]
}

extension TimeValue {
  /// Whether both may tell of the same time: their spans overlap, or one of them is open.
  func mayMean(_ other: TimeValue) -> Bool {
    guard [.day, .month, .year, .between].contains(precision),
      [.day, .month, .year, .between].contains(other.precision),
      let start, let otherStart = other.start
    else { return true }
    let last = end ?? start
    let otherLast = other.end ?? otherStart
    // Shorter dates stand for their whole span: `2024-01` holds `2024-01-03`.
    return !isBefore(last, otherStart) && !isBefore(otherLast, start)
  }

  private func isBefore(_ a: String, _ b: String) -> Bool {
    let length = min(a.count, b.count)
    return a.prefix(length) < b.prefix(length)
  }

  /// Whether one names a day and the other the month or year that holds it.
  func isBroader(than other: TimeValue) -> Bool {
    let isDayInSpan = precision == .day && [.month, .year].contains(other.precision)
    let isSpanOfDay = other.precision == .day && [.month, .year].contains(precision)
    return (isDayInSpan || isSpanOfDay) && mayMean(other)
  }

  func isSameDay(as other: TimeValue) -> Bool {
    precision == .day && other.precision == .day && start != nil && start == other.start
  }
}

extension EventRecord.Actuality {
  /// Whether it may yet happen.
  fileprivate var isOpen: Bool { self == .planned || self == .possible }
}
