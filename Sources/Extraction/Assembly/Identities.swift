import GraphCore

/// Who is who across reports: which entities of different reports are one actor or place, under which key and name.
///
/// One are: entities linked to the same entry of the lexicons; bearers of the same full name; a short name or acronym and
/// the one entity of the case that has it as an alias. Not merged: the unnamed, surnames alone, names that many bodies
/// bear (`Foreign Ministry`). Where there is a sign and no more, the pair is `doubtful`.
struct Identities: Sendable {
  let entities: EntityTable
  /// What an entity is a member of: `groups[number(of:)]`. By the entity's row.
  private let numbers: [UInt32]
  let groups: Groups
  /// Pairs of groups that may be one, the smaller number first. Ascending.
  private(set) var doubtful: [Doubt] = []

  struct Doubt: Hashable, Comparable, Sendable {
    let first: Int
    let second: Int
    let why: String
    static func < (a: Self, b: Self) -> Bool { (a.first, a.second, a.why) < (b.first, b.second, b.why) }
  }

  func number(of entity: EntityPlace) -> Int { Int(numbers[entities.row(of: entity)]) }
  func group(of entity: EntityPlace) -> Groups.Group { groups[number(of: entity)] }

  fileprivate init(of merging: consuming IdentityMerging, joining joined: [[EntityPlace]], threads: Int) {
    merging.join(joined)
    let sets = merging.sets()
    merging.findAmbiguousPlaces(among: sets)
    entities = merging.entities
    numbers = sets.numbers
    let merged = merging
    groups = Groups(
      parallelMap(sets.count, threads: threads) { merged.record(of: $0, in: sets) }, members: sets.members,
      of: merging.entities)
    let slotNumbers = sets.numbersOfSlots
    doubtful = Set(
      merged.doubts.compactMap { doubt -> Doubt? in
        let (a, b) = (Int(slotNumbers[doubt.first]), Int(slotNumbers[doubt.second]))
        return a == b ? nil : Doubt(first: min(a, b), second: max(a, b), why: doubt.why)
      }
    ).sorted()
  }
}

/// Actors and places of a case, in the order of their first members.
struct Groups: RandomAccessCollection, Sendable {
  fileprivate struct Record: Sendable {
    let key: WorldKey
    let name: UInt32
    let kind: UInt32?
    let label: Entity.Label
    let isNamed: Bool
  }

  private let records: [Record]
  private let members: GroupedPlaces
  private let entities: EntityTable

  fileprivate init(_ records: [Record], members: GroupedPlaces, of entities: EntityTable) {
    self.records = records
    self.members = members
    self.entities = entities
  }

  var startIndex: Int { 0 }
  var endIndex: Int { records.count }
  subscript(number: Int) -> Group { Group(records[number], members[number], entities) }

  /// What is said of it is put together when somebody asks.
  struct Group {
    private let record: Record
    /// Ascending.
    let members: ArraySlice<EntityPlace>
    private let entities: EntityTable

    fileprivate init(_ record: Record, _ members: ArraySlice<EntityPlace>, _ entities: EntityTable) {
      self.record = record
      self.members = members
      self.entities = entities
    }

    var key: WorldKey { record.key }
    var label: Entity.Label { record.label }
    var isNamed: Bool { record.isNamed }
    var name: String { entities.text(record.name) }
    var kind: String? { record.kind.map { entities.text($0) } }
    var count: Int? { members.count == 1 ? members.first.flatMap { entities[$0].count } : nil }
    var description: String? { members.lazy.compactMap { entities[$0].description }.first }
    /// Ascending, without the name.
    var aliases: [String] {
      var codes: Set<UInt32> = []
      for member in members.lazy.map({ entities[$0] }) {
        codes.insert(member.nameCode)
        codes.formUnion(member.aliasCodes)
      }
      codes.remove(record.name)
      return codes.map { entities.text($0) }.sorted()
    }
  }
}

/// Places by what they belong to, in one array.
struct GroupedPlaces: Sendable {
  private let places: [EntityPlace]
  /// Where those of each number begin, and one more entry: the end of the last.
  private let starts: [UInt32]

  /// - Parameters:
  ///   - numbers: what each of the table's entities belongs to, below `count`.
  init(_ numbers: [UInt32], count: Int, of reports: Int, in table: EntityTable) {
    var starts = [UInt32](repeating: 0, count: count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for number in 0..<count { starts[number + 1] += starts[number] }
    var next = starts
    var places = [EntityPlace](repeating: EntityPlace(0, 0), count: numbers.count)
    for report in 0..<reports {
      for index in table.indices(of: report) {
        let place = EntityPlace(report, index)
        let number = Int(numbers[table.row(of: place)])
        places[Int(next[number])] = place
        next[number] += 1
      }
    }
    self.places = places
    self.starts = starts
  }

  /// Ascending.
  subscript(number: Int) -> ArraySlice<EntityPlace> { places[Int(starts[number])..<Int(starts[number + 1])] }
}

/// The names of a case, merged once for all identities that are made of them.
struct NamesOfCase {
  private let merging: IdentityMerging

  init(of reports: AssembledReports, threads: Int = 1) {
    var merging = IdentityMerging(of: reports, EntityTable(of: reports, threads: threads))
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
    /// Code of what it is called; nil if it is known within its report only.
    let name: UInt32?
    let isLinked: Bool
  }

  /// Joined slots, numbered in the order of their first members.
  struct Sets {
    /// By the entity's row.
    let numbers: [UInt32]
    let numbersOfSlots: [UInt32]
    let members: GroupedPlaces
    /// By set: its first slot, and the first that bears a name, if one does.
    let firstSlots, leads: [UInt32]
    var count: Int { leads.count }
  }

  let reports: AssembledReports
  let entities: EntityTable
  private var slots: [Slot] = []
  /// By the entity's row.
  private var slotOf: [UInt32] = []
  private var members: GroupedPlaces
  var doubts: Set<Identities.Doubt> = []
  private var union = UnionFind()
  /// Names that places in several countries bear.
  private var ambiguousPlaces: Set<String> = []

  init(of reports: AssembledReports, _ entities: EntityTable) {
    self.reports = reports
    self.entities = entities
    var slots: [Slot] = []
    var slotOf: [UInt32] = []
    slotOf.reserveCapacity(entities.count)
    var known: [String: UInt32] = [:]
    for report in reports.indices {
      for index in entities.indices(of: report) {
        let place = EntityPlace(report, index)
        let entity = entities[place]
        // A paper named after a place publishes all the same.
        let isPublisher = place == reports.publisher(of: report)
        let bucket = isPublisher && entity.label == .place ? .body : Self.bucket(of: entity)
        let country = bucket == .place ? Self.country(of: place, in: entities) : nil
        let name = Self.name(of: entity, bucket, country: country)
        if let slot = name.flatMap({ known[$0] }) {
          slotOf.append(slot)
          continue
        }
        let slot = UInt32(slots.count)
        slotOf.append(slot)
        if let name { known[name] = slot }
        slots.append(
          Slot(
            bucket: bucket, name: name.map { _ in entity.linkedNameCode ?? entity.nameCode },
            isLinked: entity.linkedNameCode != nil))
      }
    }
    members = GroupedPlaces(slotOf, count: slots.count, of: reports.count, in: entities)
    union = UnionFind(count: slots.count)
    self.slots = slots
    self.slotOf = slotOf
  }

  static func bucket(of entity: EntityTable.Member) -> Bucket {
    switch entity.label {
    case .state: .state
    case .organization, .group: .body
    case .person: .person
    case .place: .place
    }
  }

  /// What the entity shares with those of other reports that are the same; nil if it is known within its report only.
  private static func name(of entity: EntityTable.Member, _ bucket: Bucket, country: String?) -> String? {
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
  private static func country(of place: EntityPlace, in entities: EntityTable) -> String? {
    entities.outermost(around: place).map { NameForm($0.linkedName ?? $0.name).text }
  }

  /// The name of a slot; nil if it is known within its report only. Made anew each time: of all slots at once the words
  /// take more memory than all else that is known of them.
  private func form(_ slot: Int) -> NameForm? { slots[slot].name.map { NameForm(entities.text($0)) } }

  // MARK: Joining

  mutating func mergeNames() {
    let byName = Dictionary(grouping: slots.indices.filter { slots[$0].name != nil }) { form($0)?.text ?? "" }
    var byAlias: [String: Set<Int>] = [:]
    for slot in slots.indices where slots[slot].name != nil {
      // Most members have the same names.
      var names: Set<UInt32> = []
      for place in members[slot] {
        let member = entities[place]
        for name in member.aliasCodes + [member.nameCode] where names.insert(name).inserted {
          byAlias[NameForm(entities.text(name)).text, default: []].insert(slot)
        }
      }
    }
    for (name, alike) in byName.sorted(by: { $0.key < $1.key }) where alike.count > 1 { joinAlike(alike, named: name) }
    for slot in slots.indices { joinByAlias(slot, byAlias) }
    let ties = ties()
    joinSpellings(ties)
    joinSurnames(ties)
    joinGenericBodies()
  }

  private func slot(of entity: EntityPlace) -> Int { Int(slotOf[entities.row(of: entity)]) }

  mutating func join(_ joined: [[EntityPlace]]) {
    for alike in joined {
      let known = alike.map { slot(of: $0) }
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
    for slot in slots.indices where slots[slot].name != nil && slots[slot].bucket != .state {
      let root = union.root(of: slot)
      for member in members[slot] where isTelling(member) {
        holders[root, default: []].insert(member.report)
      }
    }
    return StoryLinks.related(holders.values.filter { $0.count <= mostReports }.map { $0.sorted() }, by: names)
  }

  private func isTelling(_ place: EntityPlace) -> Bool {
    let entity = entities[place]
    return entity.isNamedInText && place != reports.publisher(of: place.report)
      && !StoryLinks.common.contains(entity.kind ?? "")
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
    let entities = entities
    let byCountry = Dictionary(grouping: alike) { slot in
      members[slot].lazy.compactMap { Self.country(of: $0, in: entities) }.first ?? ""
    }
    for (_, same) in byCountry { for pair in zip(same, same.dropFirst()) { union.join(pair.0, pair.1) } }
    // A place without a country is the only one of its name, or stays apart from several.
    let countries = byCountry.keys.filter { !$0.isEmpty }
    if let unplaced = byCountry[""]?.first, countries.count == 1, let placed = byCountry[countries[0]]?.first {
      union.join(unplaced, placed)
    }
  }

  private mutating func joinByAlias(_ slot: Int, _ byAlias: [String: Set<Int>]) {
    guard !slots[slot].isLinked, slots[slot].bucket != .place, let form = form(slot) else { return }
    // One word is a weak name, save an acronym or what is long enough not to be a word by chance.
    guard form.words.count > 1 || slots[slot].bucket == .body && form.text.utf8.count >= 3 else { return }
    let own = union.root(of: slot)
    var bearers: [Int] = []
    for other in (byAlias[form.text] ?? []).sorted() where slots[other].bucket == slots[slot].bucket {
      if self.form(other) != form, union.root(of: other) != own { bearers.append(other) }
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
    let full = slots.indices.filter { slots[$0].bucket == .person && slots[$0].name != nil }
    let bySurname = Dictionary(grouping: full) { form($0)?.words.last ?? "" }
    let related = relatedReports(by: StoryLinks.enoughNames)
    let touching = relatedReports(by: 1, mostReports: StoryLinks.fewWithName)
    for slot in slots.indices where canBeSurname(slot) {
      guard let member = members[slot].first, entities[member].isNamed else { continue }
      let form = NameForm(entities[member].name)
      guard form.words.count == 1, let bearers = bySurname[form.words[0]] else { continue }
      let near = bearers.filter { bearer in
        members[bearer].contains { related[member.report]?.contains($0.report) ?? false }
      }
      let people = Dictionary(grouping: bearers) { union.root(of: $0) }
      if let bearer = near.first, Set(near.map { union.root(of: $0) }).count == 1 {
        union.join(slot, bearer)
        continue
      }
      if near.isEmpty, people.count == 1, let bearer = bearers.first {
        let own = members[slot].reduce(into: Set<String>()) { $0.formUnion(ties[$1] ?? []) }
        let isOne = bearers.contains { bearer in
          members[bearer].contains { other in
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
      guard let words = form(slot)?.words, words.count > 1 else { continue }
      for length in 1..<min(words.count, Self.longestGeneric + 1) {
        byEnding[words.suffix(length).joined(separator: " "), default: []].append(slot)
      }
    }
    guard !byEnding.isEmpty else { return }
    let related = relatedReports(by: StoryLinks.enoughNames)
    for slot in slots.indices where slots[slot].bucket == .body && slots[slot].name == nil {
      guard let member = members[slot].first, entities[member].label == .organization,
        let reports = related[member.report]
      else { continue }
      let words = NameForm(entities[member].name).words
      guard (2...Self.longestGeneric).contains(words.count),
        let bearers = byEnding[words.joined(separator: " ")]?.filter({ bearer in
          members[bearer].contains { reports.contains($0.report) || $0.report == member.report }
        }),
        let bearer = bearers.first, Set(bearers.map { union.root(of: $0) }).count == 1
      else { continue }
      union.join(slot, bearer)
    }
  }

  private static let longestGeneric = 3

  /// Known by one word only: a person, or what nothing but its word made a body.
  private func canBeSurname(_ number: Int) -> Bool {
    let slot = slots[number]
    if slot.bucket == .person { return slot.name == nil }
    guard slot.bucket == .body, !slot.isLinked, form(number)?.words.count == 1 else { return false }
    return members[number].allSatisfy { entities[$0].kindCode == nil && entities[$0].descriptionCode == nil }
  }

  // MARK: Posts and spellings

  /// By person: what it heads, owns, speaks for or belongs to, and the last words of what it is called beside its name.
  private mutating func ties() -> [EntityPlace: Set<String>] {
    var ties: [EntityPlace: Set<String>] = [:]
    for relation in entities.relations where Self.posts.contains(relation.type(in: entities)) {
      let slot = slot(of: relation.to)
      guard entities[relation.from].isNamed, slots[slot].name != nil else { continue }
      ties[relation.from, default: []].insert("body\n\(union.root(of: slot))")
    }
    for number in reports.indices {
      for index in entities.indices(of: number) {
        let person = EntityPlace(number, index)
        let entity = entities[person]
        guard entity.label == .person, entity.isNamed, let description = entity.description,
          let post = NameForm(description).words.last, Self.postNouns.contains(post)
        else { continue }
        ties[person, default: []].insert("post\n\(post)")
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
    for slot in slots.indices where slots[slot].bucket == .person && !slots[slot].isLinked {
      guard let words = form(slot)?.words, words.count > 1, let sound = NameSound(words) else { continue }
      bySound[sound.text, default: []].append(slot)
    }
    for (_, alike) in bySound.sorted(by: { $0.key < $1.key }) where alike.count > 1 {
      for (position, first) in alike.enumerated() {
        for second in alike[(position + 1)...].prefix(Self.mostDoubts) {
          guard union.root(of: first) != union.root(of: second) else { continue }
          let bodies = [first, second].map { slot in
            members[slot].reduce(into: Set<String>()) { $0.formUnion(ties[$1] ?? []) }
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

  mutating func sets() -> Sets {
    let none = UInt32.max
    var numberOfRoot = [UInt32](repeating: none, count: slots.count)
    var count: UInt32 = 0
    var numbers: [UInt32] = []
    numbers.reserveCapacity(slotOf.count)
    // Entities come in order, so that a set is met first at its first member.
    for slot in slotOf {
      let root = union.root(of: Int(slot))
      if numberOfRoot[root] == none {
        numberOfRoot[root] = count
        count += 1
      }
      numbers.append(numberOfRoot[root])
    }
    let numbersOfSlots = slots.indices.map { numberOfRoot[union.root(of: $0)] }
    var firsts = [UInt32](repeating: none, count: Int(count))
    var leads = firsts
    for (slot, number) in numbersOfSlots.enumerated() {
      let set = Int(number)
      if firsts[set] == none { firsts[set] = UInt32(slot) }
      if leads[set] == none, slots[slot].name != nil { leads[set] = UInt32(slot) }
    }
    return Sets(
      numbers: numbers, numbersOfSlots: numbersOfSlots,
      members: GroupedPlaces(numbers, count: Int(count), of: reports.count, in: entities), firstSlots: firsts,
      leads: zip(leads, firsts).map { $0 == none ? $1 : $0 })
  }

  mutating func findAmbiguousPlaces(among sets: Sets) {
    let names = sets.firstSlots.map { Int($0) }.filter { slots[$0].bucket == .place }.compactMap { form($0)?.text }
    ambiguousPlaces = Set(Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys)
  }

  func record(of set: Int, in sets: Sets) -> Groups.Record {
    let places = sets.members[set]
    let members = places.map { entities[$0] }
    let label = mostFrequent(members.map(\.label.rawValue)).flatMap(Entity.Label.init(rawValue:)) ?? .group
    let name = mostFrequentText(members.compactMap(\.linkedNameCode)) ?? fullest(Set(members.map(\.nameCode)))
    return Groups.Record(
      key: key(of: places, lead: Int(sets.leads[set]), name: name), name: name,
      kind: mostFrequentText(members.compactMap(\.kindCode)), label: label, isNamed: members.contains(where: \.isNamed))
  }

  private func key(of members: ArraySlice<EntityPlace>, lead: Int, name: UInt32) -> WorldKey {
    let bucket = slots[lead].bucket
    guard slots[lead].name != nil else { return localKey(of: members[members.startIndex], bucket) }
    guard bucket == .place, let form = form(lead)?.text else {
      return .actor(ContentKeys.actor(named: NameForm(entities.text(name)).text, label: bucket.rawValue))
    }
    guard ambiguousPlaces.contains(form) else { return .place(ContentKeys.place(named: form, container: nil)) }
    let countries = members.compactMap { Self.country(of: $0, in: entities) }
    return .place(ContentKeys.place(named: form, container: countries.min()))
  }

  private func localKey(of member: EntityPlace, _ bucket: Bucket) -> WorldKey {
    let entity = entities[member]
    let mention = entity.mention.map { "\($0.start)-\($0.end)" } ?? "nowhere"
    let place = "\(mention)\n\(bucket.rawValue)\n\(entity.name)\n\(member.index)"
    let sha256 = reports.sha256(of: member.report)
    return bucket == .place
      ? .place(ContentKeys.place(in: sha256, at: place)) : .actor(ContentKeys.actor(in: sha256, at: place))
  }

  /// The text that occurs most; of several the smallest.
  private func mostFrequentText(_ codes: [UInt32]) -> UInt32? {
    guard let first = codes.first, codes.contains(where: { $0 != first }) else { return codes.first }
    var counts: [UInt32: Int] = [:]
    for code in codes { counts[code, default: 0] += 1 }
    let most = counts.values.max()
    return counts.filter { $0.value == most }.keys.min { entities.text($0) < entities.text($1) }
  }

  /// The name of most words, then of most letters, then the first by alphabet.
  private func fullest(_ codes: Set<UInt32>) -> UInt32 {
    guard codes.count > 1 else { return codes.first ?? 0 }
    let names = codes.map { code in
      let text = entities.text(code)
      return (code: code, words: NameForm(text).words.count, text: text)
    }
    return names.min { a, b in
      if a.words != b.words { return a.words > b.words }
      return a.text.utf8.count != b.text.utf8.count ? a.text.utf8.count > b.text.utf8.count : a.text < b.text
    }?.code ?? 0
  }
}

/// The value that occurs most; of several the smallest.
func mostFrequent<T: Hashable & Comparable>(_ values: [T]) -> T? {
  var counts: [T: Int] = [:]
  for value in values { counts[value, default: 0] += 1 }
  return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
}
