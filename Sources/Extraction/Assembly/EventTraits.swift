import GraphCore

/// What events of different reports are compared by.
///
/// A class since it has so many parts: a copy, which every comparison made of both, took more time than the comparison.
final class EventTraits: Sendable {
  let place: EventPlace
  let family: String
  /// What the family says of all comparisons, asked for once.
  let isUtterance: Bool
  /// What is done openly: by whom is known.
  let isKnownByAgent: Bool
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
  /// Those that took part, by role, with all they belong to: an embassy warns for its state.
  let agentSides, targetSides, recipientSides: Set<Int>
  let figures: [String: [FigureRecord]]
  /// Words of its name and of those that took part, folded and without what all such names have.
  let words: Set<String>
  /// Those of them that any deed of its kind has: `theft`, and the robbers who commit it.
  let kindWords: Set<String>

  /// A place with what it is known to lie in.
  struct Site: Sendable {
    let number: Int
    let name: String
    let kind: String?
    let containers: Set<String>
  }

  /// How much its report tells of it.
  let weight: Int
  /// Wars and offensives hold deeds and are none.
  var isLarge: Bool { ["operation", "war", "offensive", "fighting", "conflict"].contains(subtype ?? "") }

  /// Whether a story may be about it: a deed of violence, or a disaster.
  var isMainDeed: Bool {
    family == "ASSAULT" && !isLarge || type == "OTHER" && Self.disasters.contains(subtype ?? "")
  }

  private static let disasters: Set<String> = [
    "earthquake", "flood", "storm", "accident", "crash", "stampede", "wildfire", "landslide", "tsunami", "eruption",
    "outbreak", "disaster", "shipwreck", "sinking", "derailment", "avalanche",
  ]

  /// Whether no more is told of it than that it is spoken of.
  var isBare: Bool {
    agents.isEmpty && targets.isEmpty && recipients.isEmpty && sites.isEmpty && figures.isEmpty && days == nil
  }

  var isDayKnown: Bool { days.map { $0.count == 1 } ?? false }

  init(of place: EventPlace, in reports: AssembledReports, _ identities: Identities, _ kinship: Kinship) {
    let analysis = reports[place.report].analysis
    let event = analysis.events[place.index]
    self.place = place
    type = event.type
    weight = event.triggers.count + event.figures.count
    let subtype = event.subtype.map { $0.lowercased() }
    family = Self.family(of: event.type, subtype)
    isUtterance = Utterance.types.contains(family)
    isKnownByAgent = Self.knownByAgent.contains(family)
    self.subtype = subtype
    lemmas = Set(event.triggers.map { $0.lemma.lowercased() })
    actuality = event.actuality
    // Of what was called off, the day that is told is the day it was called off.
    days = event.actuality == .denied ? nil : event.time.flatMap(\.days)
    published = reports.epochDay(of: place.report)
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
    agentSides = kinship.sides(of: agents)
    targetSides = kinship.sides(of: targets)
    recipientSides = kinship.sides(of: recipients)
    figures = Dictionary(grouping: event.figures, by: \.attribute)
    // Those with a name are compared as who they are; their names in the event's name say no more.
    let participants = event.roles.map { analysis.entities[$0.entity.index] }
    let names = [event.name] + participants.filter { !$0.isNamed }.map(\.name)
    let known = participants.filter(\.isNamed).flatMap { NameForm($0.name).words }
    words = Set(names.flatMap { NameForm($0).words }.map(Self.stem)).subtracting(Self.commonWords)
      .subtracting(known.map(Self.stem))
    let doers = event.roles.filter { $0.edge == .agent }.map { analysis.entities[$0.entity.index] }
    let kinds = [event.subtype].compactMap(\.self) + doers.filter { !$0.isNamed }.map(\.name)
    kindWords = Set(kinds.flatMap { NameForm($0).words }.map(Self.stem))
  }

  private static let knownByAgent: Set<String> = [
    "WARN", "ACCUSE", "REQUEST", "REJECT", "COERCE", "AID", "SUPPORT", "TRAVEL", "PROTEST", "INVESTIGATE", "RETREAT",
    "MOBILIZE", "COOPERATE", "STATE", "PUBLISH",
  ]

  private static func family(of type: String, _ subtype: String?) -> String {
    if type == "OTHER", let subtype, harm.contains(subtype) { return "ASSAULT" }
    return families[type] ?? type
  }

  /// What one report tells as harm that came about, another tells as harm that was done.
  private static let harm: Set<String> = ["explosion", "fire", "spill", "death", "damage", "collapse", "destruction"]

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
      names.insert(NameForm(entity.linkedName ?? entity.name).text)
      outer = entity.locatedIn
    }
    return names
  }
}
