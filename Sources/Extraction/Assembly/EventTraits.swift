import GraphCore

/// What events of different reports are compared by.
struct EventTraits: Sendable {
  let place: EventPlace
  let family: String
  let type: String
  let subtype: String?
  let lemmas: Set<String>
  let actuality: EventRecord.Actuality
  /// The days it may have been, from 1970; nil if nothing is known.
  let days: ClosedRange<Int64>?
  /// The day its report was published.
  let published: Int64?
  let sites: [Site]
  /// Numbers of identities. Of actors with a name, and of those without.
  let agents, targets, recipients: Set<Int>
  let unnamed: Set<Int>
  let figures: [String: [FigureRecord]]
  /// Words of its name and of those that took part, folded and without what all such names have.
  let words: Set<String>

  /// A place with what it is known to lie in.
  struct Site: Sendable {
    let number: Int
    let name: String
    let kind: String?
    let containers: Set<String>
  }

  var isDayKnown: Bool { days.map { $0.count == 1 } ?? false }

  init(of place: EventPlace, in reports: [AssembledReport], _ identities: Identities) {
    let analysis = reports[place.report].analysis
    let event = analysis.events[place.index]
    self.place = place
    type = event.type
    family = Self.families[event.type] ?? event.type
    subtype = event.subtype.map { $0.lowercased() }
    lemmas = Set(event.triggers.map { $0.lemma.lowercased() })
    actuality = event.actuality
    days = event.time.flatMap(\.days)
    published = analysis.report.published.flatMap { CalendarDate(iso8601: $0.prefix(10))?.epochDay }
    sites = event.places.map { site in
      let place = EntityPlace(place.report, site.place.index)
      let group = identities.group(of: place)
      return Site(
        number: identities.number(of: place), name: NameForm(group.name).text, kind: group.kind,
        containers: Self.containers(of: site.place, in: analysis))
    }
    func members(_ edge: EventRecord.Role.Edge) -> Set<Int> {
      Set(
        event.roles.filter { $0.edge == edge }.map { identities.number(of: EntityPlace(place.report, $0.entity.index)) }
      )
    }
    agents = members(.agent)
    targets = members(.target)
    recipients = members(.recipient)
    unnamed = agents.union(targets).union(recipients).filter { !identities.groups[$0].isNamed }
    figures = Dictionary(grouping: event.figures, by: \.attribute)
    let names = [event.name] + event.roles.map { analysis.entities[$0.entity.index].name }
    words = Set(names.flatMap { NameForm($0).words }.map(Self.stem)).subtracting(Self.commonWords)
  }

  /// Types that are taken for each other when the same thing is told in other words.
  private static let families = [
    "FIGHT": "ASSAULT", "MASSKILL": "ASSAULT", "SEIZE": "COERCE", "SANCTION": "COERCE", "DEMAND": "REQUEST",
    "CONSULT": "COOPERATE", "AGREE": "COOPERATE", "THREATEN": "WARN", "CONCEDE": "RETREAT",
  ]

  private static let commonWords: Set<String> = [
    "a", "an", "the", "of", "on", "in", "at", "by", "to", "for", "from", "with", "against", "and", "or", "over", "near",
    "his", "her", "its", "their", "people", "person", "man", "men", "woman", "it", "they", "he", "she", "that", "which",
  ]

  /// Rough, and enough to let plural and singular meet.
  private static func stem(_ word: String) -> String {
    word.utf8.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  private static func containers(of place: EntityID, in analysis: ReportAnalysis) -> Set<String> {
    var names: Set<String> = []
    var outer = analysis.entities[place.index].locatedIn
    for _ in 0..<8 {
      guard let id = outer else { break }
      let entity = analysis.entities[id.index]
      names.insert(NameForm(entity.link ?? entity.name).text)
      outer = entity.locatedIn
    }
    return names
  }
}

/// How much speaks for two events being one.
struct EventLikeness: Sendable {
  /// Grows with each thing they share, falls with what does not fit.
  private(set) var score = 0
  /// What cannot be if they are one.
  private(set) var contradiction: String?
  /// Both known to the day, and the same day.
  private(set) var isSameDay = false
  private(set) var reasons: [String] = []

  init(_ a: EventTraits, _ b: EventTraits) {
    compareKind(a, b)
    compareTime(a, b)
    comparePlaces(a, b)
    compareParticipants(a, b)
    compareFigures(a, b)
  }

  private mutating func add(_ points: Int, _ reason: String) {
    score += points
    reasons.append(reason)
  }

  private mutating func refuse(_ reason: String) { contradiction = contradiction ?? reason }

  private mutating func compareKind(_ a: EventTraits, _ b: EventTraits) {
    if a.family != b.family { refuse("another kind") }
    let happened = [a, b].filter { $0.actuality == .happened }.count
    let foreseen = [a, b].filter { $0.actuality == .planned || $0.actuality == .possible }.count
    if happened == 1, foreseen == 1 { refuse("one happened and one was foreseen") }
    if let x = a.subtype, let y = b.subtype {
      if x == y { add(1, "same subtype") } else { score -= 1 }
    }
    if !a.lemmas.isDisjoint(with: b.lemmas) { add(1, "same word") }
    let shared = a.words.intersection(b.words).subtracting(a.lemmas).subtracting(b.lemmas)
    if !shared.isEmpty { add(min(2, shared.count), "names share words") }
  }

  private mutating func compareTime(_ a: EventTraits, _ b: EventTraits) {
    if let x = a.days, let y = b.days {
      if !x.overlaps(y) { return refuse("other days") }
      isSameDay = a.isDayKnown && b.isDayKnown
      if isSameDay { return add(3, "same day") }
      if min(x.count, y.count) <= 7, max(x.count, y.count) <= 31 { return add(1, "days that overlap") }
      return
    }
    if let x = a.published, let y = b.published, abs(x - y) <= 14 { add(1, "reported within two weeks") }
  }

  private mutating func comparePlaces(_ a: EventTraits, _ b: EventTraits) {
    var best: Nearness?
    for x in a.sites { for y in b.sites { best = max(best ?? .apart, Nearness(x, y)) } }
    switch best {
    case .same: add(2, "same place")
    case .inside: add(1, "one place in the other")
    case .apart: refuse("other places")
    case .unknown, nil: break
    }
  }

  private enum Nearness: Int, Comparable {
    case apart, unknown, inside, same

    init(_ a: EventTraits.Site, _ b: EventTraits.Site) {
      if a.number == b.number || a.name == b.name {
        self = .same
      } else if a.containers.contains(b.name) || b.containers.contains(a.name) {
        self = .inside
      } else if a.kind == b.kind, a.kind == "city" || a.kind == "country" {
        self = .apart
      } else if a.kind == "country", !b.containers.isEmpty || b.kind == "country" {
        self = .apart
      } else if b.kind == "country", !a.containers.isEmpty {
        self = .apart
      } else if !a.containers.isEmpty, !b.containers.isEmpty, a.containers.isDisjoint(with: b.containers) {
        self = .apart
      } else {
        self = .unknown
      }
    }

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  private mutating func compareParticipants(_ a: EventTraits, _ b: EventTraits) {
    compare(a.targets, b.targets, "target", a, b, isExclusive: a.family != "ASSAULT")
    compare(a.agents, b.agents, "agent", a, b, isExclusive: Self.knownByAgent.contains(a.family))
    compare(a.recipients, b.recipients, "recipient", a, b, isExclusive: true)
  }

  /// What is done openly, by whom is known; of an assault different sides name different agents.
  private static let knownByAgent: Set<String> = [
    "WARN", "ACCUSE", "REQUEST", "REJECT", "COERCE", "AID", "SUPPORT", "TRAVEL", "PROTEST", "INVESTIGATE", "RETREAT",
    "MOBILIZE", "COOPERATE", "STATE", "PUBLISH",
  ]

  private mutating func compare(
    _ x: Set<Int>, _ y: Set<Int>, _ role: String, _ a: EventTraits, _ b: EventTraits, isExclusive: Bool
  ) {
    if !x.isDisjoint(with: y) { return add(2, "same \(role)") }
    let (named, others) = (x.subtracting(a.unnamed), y.subtracting(b.unnamed))
    if isExclusive, !named.isEmpty, !others.isEmpty { refuse("another \(role)") }
  }

  private mutating func compareFigures(_ a: EventTraits, _ b: EventTraits) {
    for (attribute, ours) in a.figures {
      guard let theirs = b.figures[attribute] else { continue }
      if ours.contains(where: { x in theirs.contains { x.value == $0.value && x.value >= 2 } }) {
        add(2, "same figure of \(attribute)")
      } else if attribute == "arrested", ours.allSatisfy({ $0.bound == .exact }),
        theirs.allSatisfy({ $0.bound == .exact })
      {
        // Tolls grow with the reports; who was arrested is counted once.
        refuse("other numbers arrested")
      }
    }
  }
}
