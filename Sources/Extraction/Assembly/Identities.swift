import GraphCore

/// Who is who across reports: which entities of different reports are one actor or place, under which key and name.
///
/// One are: entities linked to the same entry of the lexicons; bearers of the same full name; a short name or acronym and
/// the one entity of the case that has it as an alias. Not merged: the unnamed, surnames alone, names that many bodies
/// bear (`Foreign Ministry`). Where there is a sign and no more, the pair is `doubtful`.
struct Identities: Sendable {
  /// What an entity is a member of: `groups[number(of:)]`.
  private var numbers: [[Int]] = []
  private(set) var groups: [Group] = []
  /// Pairs of groups that may be one, the smaller number first. Ascending.
  private(set) var doubtful: [Doubt] = []

  struct Group: Sendable {
    let key: WorldKey
    let label: Entity.Label
    let name: String
    let aliases: [String]
    let kind: String?
    let isNamed: Bool
    let count: Int?
    let description: String?
    /// Ascending.
    let members: [EntityPlace]
  }

  struct Doubt: Hashable, Comparable, Sendable {
    let first: Int
    let second: Int
    let why: String
    static func < (a: Self, b: Self) -> Bool { (a.first, a.second, a.why) < (b.first, b.second, b.why) }
  }

  func number(of entity: EntityPlace) -> Int { numbers[entity.report][entity.index] }
  func group(of entity: EntityPlace) -> Group { groups[number(of: entity)] }

  fileprivate init(of merging: consuming IdentityMerging, joining joined: [[EntityPlace]], threads: Int) {
    merging.join(joined)
    let sets = merging.sets()
    merging.findAmbiguousPlaces(among: sets)
    numbers = merging.reports.map { Array(repeating: 0, count: $0.analysis.entities.count) }
    for (number, set) in sets.enumerated() {
      for member in set.members { numbers[member.report][member.index] = number }
    }
    let merged = merging
    groups = parallelMap(sets.count, threads: threads) { merged.group(of: sets[$0]) }
    let slotNumbers = merged.slotNumbers(in: sets)
    doubtful = Set(
      merged.doubts.compactMap { doubt -> Doubt? in
        let (a, b) = (slotNumbers[doubt.first], slotNumbers[doubt.second])
        return a == b ? nil : Doubt(first: min(a, b), second: max(a, b), why: doubt.why)
      }
    ).sorted()
  }
}

/// The names of a case, merged once for all identities that are made of them.
struct NamesOfCase {
  private let merging: IdentityMerging

  init(of reports: [AssembledReport]) {
    var merging = IdentityMerging(of: reports)
    merging.mergeNames()
    self.merging = merging
  }

  /// - Parameter joined: entities that are one for other reasons than their names.
  func identities(joining joined: [[EntityPlace]] = [], threads: Int = 1) -> Identities {
    Identities(of: merging, joining: joined, threads: threads)
  }
}

/// The work of `Identities`: entities fall into slots by what names them, and slots are joined.
private struct IdentityMerging {
  /// What can be one thing at all.
  enum Bucket: String { case state, body, person, place }

  struct Slot {
    let bucket: Bucket
    /// Nil if it is known within its report only.
    let form: NameForm?
    let link: String?
    var members: [EntityPlace]
  }

  struct EntitySet {
    let slots: [Int]
    let members: [EntityPlace]
  }

  let reports: [AssembledReport]
  var slots: [Slot] = []
  var doubts: Set<Identities.Doubt> = []
  private var union = UnionFind()
  /// Names that places in several countries bear.
  private var ambiguousPlaces: Set<String> = []

  init(of reports: [AssembledReport]) {
    self.reports = reports
    var known: [String: Int] = [:]
    for (report, assembled) in reports.enumerated() {
      for (index, entity) in assembled.analysis.entities.enumerated() {
        let place = EntityPlace(report, index)
        // A paper named after a place publishes all the same.
        let isPublisher = index == assembled.analysis.report.publisher.index
        let bucket = isPublisher && entity.label == .place ? .body : Self.bucket(of: entity)
        let country = bucket == .place ? Self.country(of: entity, in: assembled.analysis) : nil
        guard let name = Self.name(of: entity, bucket, country: country) else {
          slots.append(Slot(bucket: bucket, form: nil, link: nil, members: [place]))
          continue
        }
        if let slot = known[name] {
          slots[slot].members.append(place)
        } else {
          known[name] = slots.count
          slots.append(
            Slot(bucket: bucket, form: NameForm(entity.linkedName ?? entity.name), link: entity.link, members: [place]))
        }
      }
    }
    union = UnionFind(count: slots.count)
  }

  func entity(_ place: EntityPlace) -> Entity { reports[place.report].analysis.entities[place.index] }

  static func bucket(of entity: Entity) -> Bucket {
    switch entity.label {
    case .state: .state
    case .organization, .group: .body
    case .person: .person
    case .place: .place
    }
  }

  /// What the entity shares with those of other reports that are the same; nil if it is known within its report only.
  private static func name(of entity: Entity, _ bucket: Bucket, country: String?) -> String? {
    guard entity.isNamed else { return nil }
    if let link = entity.link {
      // A lexicon name means one thing, whatever a report takes it for; only a place is never an actor.
      return bucket == .place ? "place link\n\(link)\n\(country ?? "")" : "link\n\(link)"
    }
    let form = NameForm(entity.name)
    let isFull = bucket != .person || form.words.count > 1
    guard !form.words.isEmpty, isFull, !form.isGeneric else { return nil }
    return "\(bucket.rawValue)\n\(form.text)\n\(country ?? "")"
  }

  /// The outermost that a place lies in, folded; nil if nothing is known of that.
  static func country(of entity: Entity, in analysis: ReportAnalysis) -> String? {
    var outer = entity.locatedIn
    var country: String?
    // A ring of places, which no report can mean, ends by count.
    for _ in 0..<8 {
      guard let id = outer else { break }
      country = NameForm(analysis.entities[id.index].linkedName ?? analysis.entities[id.index].name).text
      outer = analysis.entities[id.index].locatedIn
    }
    return country
  }

  // MARK: Joining

  mutating func mergeNames() {
    let byName = Dictionary(grouping: slots.indices.filter { slots[$0].form != nil }) { slots[$0].form?.text ?? "" }
    var byAlias: [String: Set<Int>] = [:]
    for slot in slots.indices where slots[slot].form != nil {
      // Most members have the same names.
      var names: Set<String> = []
      for member in slots[slot].members {
        let entity = entity(member)
        for alias in entity.aliases where names.insert(alias).inserted {
          byAlias[NameForm(alias).text, default: []].insert(slot)
        }
        if names.insert(entity.name).inserted { byAlias[NameForm(entity.name).text, default: []].insert(slot) }
      }
    }
    for (name, alike) in byName.sorted(by: { $0.key < $1.key }) where alike.count > 1 { joinAlike(alike, named: name) }
    for slot in slots.indices { joinByAlias(slot, byAlias) }
    let ties = ties()
    joinSpellings(ties)
    joinSurnames(ties)
    joinGenericBodies()
  }

  mutating func join(_ entities: [[EntityPlace]]) {
    guard !entities.isEmpty else { return }
    var slotOf: [EntityPlace: Int] = [:]
    for slot in slots.indices { for member in slots[slot].members { slotOf[member] = slot } }
    for alike in entities {
      let known = alike.compactMap { slotOf[$0] }
      for pair in zip(known, known.dropFirst()) { union.join(pair.0, pair.1) }
    }
  }

  /// Reports that share names no common one bears, by report: those of one story.
  ///
  /// - Parameters:
  ///   - names: how many they must share.
  ///   - mostReports: a name that more hold is not counted.
  private mutating func relatedReports(by names: Int, mostReports: Int = .max) -> [Int: Set<Int>] {
    var holders: [Int: Set<Int>] = [:]
    for slot in slots.indices where slots[slot].form != nil && slots[slot].bucket != .state {
      let root = union.root(of: slot)
      for member in slots[slot].members where Self.isTelling(entity(member), member, in: reports) {
        holders[root, default: []].insert(member.report)
      }
    }
    return StoryLinks.related(holders.values.filter { $0.count <= mostReports }.map { $0.sorted() }, by: names)
  }

  private static func isTelling(_ entity: Entity, _ place: EntityPlace, in reports: [AssembledReport]) -> Bool {
    place.index != reports[place.report].analysis.report.publisher.index
      && !StoryLinks.common.contains(entity.kind ?? "") && entity.mentions.contains { $0.form == .name }
  }

  /// Slots of one name: the linked and the unlinked; places with a country and those without.
  private mutating func joinAlike(_ alike: [Int], named name: String) {
    for bucket in [Bucket.state, .body, .person, .place] {
      let same = alike.filter { slots[$0].bucket == bucket }
      if bucket == .place {
        joinPlaces(same)
      } else {
        for pair in zip(same, same.dropFirst()) { union.join(pair.0, pair.1) }
      }
    }
  }

  private mutating func joinPlaces(_ alike: [Int]) {
    let byCountry = Dictionary(grouping: alike) { slot in
      slots[slot].members.compactMap { Self.country(of: entity($0), in: reports[$0.report].analysis) }.first ?? ""
    }
    for (_, same) in byCountry { for pair in zip(same, same.dropFirst()) { union.join(pair.0, pair.1) } }
    // A place without a country is the only one of its name, or stays apart from several.
    let countries = byCountry.keys.filter { !$0.isEmpty }
    if let unplaced = byCountry[""]?.first, countries.count == 1, let placed = byCountry[countries[0]]?.first {
      union.join(unplaced, placed)
    }
  }

  private mutating func joinByAlias(_ slot: Int, _ byAlias: [String: Set<Int>]) {
    guard let form = slots[slot].form, slots[slot].link == nil, slots[slot].bucket != .place else { return }
    // One word is a weak name, save an acronym or what is long enough not to be a word by chance.
    guard form.words.count > 1 || slots[slot].bucket == .body && form.text.utf8.count >= 3 else { return }
    let own = union.root(of: slot)
    var bearers: [Int] = []
    for other in (byAlias[form.text] ?? []).sorted() where slots[other].bucket == slots[slot].bucket {
      if slots[other].form != form, union.root(of: other) != own { bearers.append(other) }
    }
    let roots = Set(bearers.map { union.root(of: $0) })
    if roots.count == 1, let bearer = bearers.first {
      union.join(slot, bearer)
    } else {
      for bearer in bearers.prefix(Self.mostDoubts) {
        doubts.insert(Identities.Doubt(first: slot, second: bearer, why: "shares the name \(form.text)"))
      }
    }
  }

  /// A surname alone is the person of full name who bears it in a report of the same story, if there is only one; so is the
  /// only bearer in the case who has the same post, or whose report shares at least one rare name. Else the pair is offered
  /// for review.
  private mutating func joinSurnames(_ ties: [EntityPlace: Set<String>]) {
    let full = slots.indices.filter { slots[$0].bucket == .person && slots[$0].form != nil }
    let bySurname = Dictionary(grouping: full) { slots[$0].form?.words.last ?? "" }
    let related = relatedReports(by: StoryLinks.enoughNames)
    let touching = relatedReports(by: 1, mostReports: StoryLinks.fewWithName)
    for slot in slots.indices where canBeSurname(slots[slot]) {
      guard let member = slots[slot].members.first, entity(member).isNamed else { continue }
      let form = NameForm(entity(member).name)
      guard form.words.count == 1, let bearers = bySurname[form.words[0]] else { continue }
      let near = bearers.filter { bearer in
        slots[bearer].members.contains { related[member.report]?.contains($0.report) ?? false }
      }
      let people = Dictionary(grouping: bearers) { union.root(of: $0) }
      if let bearer = near.first, Set(near.map { union.root(of: $0) }).count == 1 {
        union.join(slot, bearer)
        continue
      }
      if near.isEmpty, people.count == 1, let bearer = bearers.first {
        let own = slots[slot].members.reduce(into: Set<String>()) { $0.formUnion(ties[$1] ?? []) }
        let isOne = bearers.contains { bearer in
          slots[bearer].members.contains { other in
            !own.isDisjoint(with: ties[other] ?? []) || touching[member.report]?.contains(other.report) ?? false
          }
        }
        if isOne {
          union.join(slot, bearer)
          continue
        }
      }
      // Nobody knows that a body of one word is a person; it is not worth a question.
      guard slots[slot].bucket == .person else { continue }
      for bearer in people.keys.sorted().prefix(Self.mostDoubts) {
        doubts.insert(Identities.Doubt(first: slot, second: bearer, why: "shares the surname \(form.text)"))
      }
    }
  }

  private static let mostDoubts = 3

  /// `the coast guard` is the Philippine Coast Guard of another report of the same story, if no other body there has these
  /// words at the end of its name.
  private mutating func joinGenericBodies() {
    var byEnding: [String: [Int]] = [:]
    for slot in slots.indices where slots[slot].bucket == .body {
      guard let words = slots[slot].form?.words, words.count > 1 else { continue }
      for length in 1..<min(words.count, Self.longestGeneric + 1) {
        byEnding[words.suffix(length).joined(separator: " "), default: []].append(slot)
      }
    }
    guard !byEnding.isEmpty else { return }
    let related = relatedReports(by: StoryLinks.enoughNames)
    for slot in slots.indices where slots[slot].bucket == .body && slots[slot].form == nil {
      guard let member = slots[slot].members.first, entity(member).label == .organization,
        let reports = related[member.report]
      else { continue }
      let words = NameForm(entity(member).name).words
      guard (2...Self.longestGeneric).contains(words.count),
        let bearers = byEnding[words.joined(separator: " ")]?.filter({ bearer in
          slots[bearer].members.contains { reports.contains($0.report) || $0.report == member.report }
        }),
        let bearer = bearers.first, Set(bearers.map { union.root(of: $0) }).count == 1
      else { continue }
      union.join(slot, bearer)
    }
  }

  private static let longestGeneric = 3

  /// Known by one word only: a person, or what nothing but its word made a body.
  private func canBeSurname(_ slot: Slot) -> Bool {
    if slot.bucket == .person { return slot.form == nil }
    guard slot.bucket == .body, slot.link == nil, slot.form?.words.count == 1 else { return false }
    return slot.members.allSatisfy { entity($0).kind == nil && entity($0).description == nil }
  }

  // MARK: Posts and spellings

  /// By person: what it heads, owns, speaks for or belongs to, and the last words of what it is called beside its name.
  private mutating func ties() -> [EntityPlace: Set<String>] {
    var slotOf: [EntityPlace: Int] = [:]
    for slot in slots.indices { for member in slots[slot].members { slotOf[member] = slot } }
    var ties: [EntityPlace: Set<String>] = [:]
    for (number, report) in reports.enumerated() {
      for relation in report.analysis.relations where Self.posts.contains(relation.type) {
        let (person, body) = (EntityPlace(number, relation.from.index), EntityPlace(number, relation.to.index))
        guard entity(person).isNamed, let slot = slotOf[body], slots[slot].form != nil else { continue }
        ties[person, default: []].insert("body\n\(union.root(of: slot))")
      }
      for (index, entity) in report.analysis.entities.enumerated() where entity.label == .person && entity.isNamed {
        guard let description = entity.description, let post = NameForm(description).words.last,
          Self.postNouns.contains(post)
        else { continue }
        ties[EntityPlace(number, index), default: []].insert("post\n\(post)")
      }
    }
    return ties
  }

  private static let posts: Set<String> = [
    "HEAD_OF", "OWNS", "SPOKESPERSON_OF", "MEMBER_OF", "PART_OF", "LEADER_OF", "OFFICER_OF", "MINISTER_OF",
  ]
  private static let postNouns: Set<String> = [
    "minister", "president", "premier", "chancellor", "governor", "mayor", "secretary", "ambassador", "spokesman",
    "spokeswoman", "spokesperson", "prosecutor", "general", "colonel", "commander", "owner", "chairman", "director",
    "leader",
  ]

  /// Names that different hands wrote down by ear (`Halavach`, `Golovach`): one person, if both hold the same post; else
  /// offered for review.
  private mutating func joinSpellings(_ ties: [EntityPlace: Set<String>]) {
    var bySound: [String: [Int]] = [:]
    for slot in slots.indices where slots[slot].bucket == .person && slots[slot].link == nil {
      guard let words = slots[slot].form?.words, words.count > 1, let sound = NameSound(words) else { continue }
      bySound[sound.text, default: []].append(slot)
    }
    for (_, alike) in bySound.sorted(by: { $0.key < $1.key }) where alike.count > 1 {
      for (position, first) in alike.enumerated() {
        for second in alike[(position + 1)...].prefix(Self.mostDoubts) {
          guard union.root(of: first) != union.root(of: second) else { continue }
          let bodies = [first, second].map { slot in
            slots[slot].members.reduce(into: Set<String>()) { $0.formUnion(ties[$1] ?? []) }
              .filter { $0.hasPrefix("body") }
          }
          if bodies[0].isDisjoint(with: bodies[1]) {
            doubts.insert(Identities.Doubt(first: first, second: second, why: "names that sound alike"))
          } else {
            union.join(first, second)
          }
        }
      }
    }
  }

  // MARK: Results

  /// In the order of their first members.
  mutating func sets() -> [EntitySet] {
    var bySet: [Int: [Int]] = [:]
    for slot in slots.indices { bySet[union.root(of: slot), default: []].append(slot) }
    return bySet.values.map { set in EntitySet(slots: set, members: set.flatMap { slots[$0].members }.sorted()) }
      .sorted { $0.members.lexicographicallyPrecedes($1.members) }
  }

  mutating func findAmbiguousPlaces(among sets: [EntitySet]) {
    let names = sets.map { slots[$0.slots[0]] }.filter { $0.bucket == .place }.compactMap { $0.form?.text }
    ambiguousPlaces = Set(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  func slotNumbers(in sets: [EntitySet]) -> [Int] {
    var numbers = Array(repeating: 0, count: slots.count)
    for (number, set) in sets.enumerated() { for slot in set.slots { numbers[slot] = number } }
    return numbers
  }

  func group(of set: EntitySet) -> Identities.Group {
    let entities = set.members.map { entity($0) }
    let label = mostFrequent(entities.map(\.label.rawValue)).flatMap(Entity.Label.init(rawValue:)) ?? .group
    let links = entities.compactMap(\.linkedName)
    let name = mostFrequent(links) ?? fullest(entities.map(\.name))
    let aliases = Set(entities.flatMap { [$0.name] + $0.aliases }).subtracting([name]).sorted()
    return Identities.Group(
      key: key(of: set, name: name, entities: entities), label: label, name: name, aliases: aliases,
      kind: mostFrequent(entities.compactMap(\.kind)), isNamed: entities.contains(where: \.isNamed),
      count: entities.count == 1 ? entities.first?.count : nil, description: entities.compactMap(\.description).first,
      members: set.members)
  }

  private func key(of set: EntitySet, name: String, entities: [Entity]) -> WorldKey {
    let lead = set.slots.first { slots[$0].form != nil } ?? set.slots[0]
    let bucket = slots[lead].bucket
    guard slots[lead].form != nil else { return localKey(of: set.members[0], bucket) }
    guard bucket == .place else { return .actor(ContentKeys.actor(named: NameForm(name).text, label: bucket.rawValue)) }
    let form = slots[lead].form?.text ?? ""
    guard ambiguousPlaces.contains(form) else { return .place(ContentKeys.place(named: form, container: nil)) }
    let countries = set.members.compactMap { Self.country(of: entity($0), in: reports[$0.report].analysis) }
    return .place(ContentKeys.place(named: form, container: countries.min()))
  }

  private func localKey(of member: EntityPlace, _ bucket: Bucket) -> WorldKey {
    let entity = entity(member)
    let mention = entity.mentions.map(\.range).min().map { "\($0.start)-\($0.end)" } ?? "nowhere"
    let place = "\(mention)\n\(bucket.rawValue)\n\(entity.name)\n\(member.index)"
    let sha256 = reports[member.report].sha256
    return bucket == .place
      ? .place(ContentKeys.place(in: sha256, at: place)) : .actor(ContentKeys.actor(in: sha256, at: place))
  }
}

/// The value that occurs most; of several the smallest.
func mostFrequent<T: Hashable & Comparable>(_ values: [T]) -> T? {
  var counts: [T: Int] = [:]
  for value in values { counts[value, default: 0] += 1 }
  return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
}

/// The name of most words, then of most letters, then the first by alphabet.
private func fullest(_ names: [String]) -> String {
  names.min { a, b in
    let (x, y) = (NameForm(a).words.count, NameForm(b).words.count)
    return x != y ? x > y : a.utf8.count != b.utf8.count ? a.utf8.count > b.utf8.count : a < b
  } ?? ""
}
