import GraphCore
import SourceText

/// A report's analysis that does not fit together (a reference leads nowhere), or no room for what memory does not hold.
package struct AssemblyError: Error, Equatable, Sendable {
  /// The report's file name or URL; nil where it is about no report.
  package let origin: String?
  package let message: String
}

/// Makes one graph of what many reports say.
///
/// A pure function of the set of reports: neither their order nor the number of steps in which they were read shows in
/// the result. Time grows with the number of claims and events, and with the square only within what many reports say
/// of one event, which is bounded.
package struct Assembler: Sendable {
  private var reports: [Added] = []
  private var spilled: SpilledReports?
  /// Of the reports that are in memory.
  private var textBytes = 0
  private let mostTextBytes: Int
  private let threads: Int

  private struct Added: Sendable {
    let head: AssembledReports.Head
    let origin: String
    var place: AssembledReports.Place
  }

  /// How much text the reports that are kept in memory have; taken apart each takes some fifteen times that.
  package static let mostTextBytesInMemory = 8 << 20

  /// - Parameters:
  ///   - threads: of no consequence for the result.
  ///   - mostTextBytes: what goes beyond is put by in a file.
  package init(threads: Int = 1, mostTextBytes: Int = Self.mostTextBytesInMemory) {
    self.threads = threads
    self.mostTextBytes = mostTextBytes
  }

  /// - Parameter text: the contents that `analysis` was made of; its ranges point into it.
  package mutating func add(_ analysis: ReportAnalysis, text: String) throws(AssemblyError) {
    try add(try Self.prepared(analysis, text: text))
  }

  /// What ``add(_:text:)`` does with one report before it takes it in: safe to do for many at once.
  package static func prepared(_ analysis: ReportAnalysis, text: String) throws(AssemblyError) -> AssembledReport {
    guard analysis.isConsistent else {
      throw AssemblyError(
        origin: analysis.report.origin, message: "the stored analysis of `\(analysis.report.origin)` is damaged")
    }
    return AssembledReport(analysis: analysis, text: text)
  }

  /// - Throws: where there is no room to put it by.
  package mutating func add(_ report: AssembledReport) throws(AssemblyError) {
    let record = report.analysis.report
    textBytes += report.lengthBytes
    if spilled == nil, textBytes > mostTextBytes {
      let file = try SpilledReports()
      spilled = file
      for index in reports.indices {
        if case .memory(let known) = reports[index].place { reports[index].place = .file(try file.add(known)) }
      }
    }
    let head = AssembledReports.Head(
      sha256: record.sha256, day: record.published.map { String($0.prefix(10)) } ?? "~", published: record.published,
      publisher: record.publisher)
    let place = try spilled.map { (file) throws(AssemblyError) in AssembledReports.Place.file(try file.add(report)) }
    reports.append(Added(head: head, origin: record.origin, place: place ?? .memory(report)))
  }

  /// - Throws: where what was put by cannot be read again.
  package func assemble() throws(AssemblyError) -> ReaderLayer {
    let reports = distinctReports
    let matter = CaseMatter(of: reports, threads: threads)
    returnFreeMemory()
    let layer = LayerBuilding(of: matter).layer
    try reports.requireRead()
    return layer
  }

  /// In the order of assembly. A text that came twice is one report.
  var distinctReports: AssembledReports {
    let byText = Dictionary(grouping: reports, by: \.head.sha256)
    let distinct = byText.values.compactMap { $0.min(by: Self.precedes) }.sorted(by: Self.precedes)
    return AssembledReports(distinct.map { ($0.head, $0.place) }, spilledTo: spilled)
  }

  /// Earlier reports first: what stands for several (the name of an event, its key) is taken from the first, so that
  /// later reports change as little as can be. Beyond the day, the hash decides: any order would do that input order
  /// has no part in.
  private static func precedes(_ a: Added, _ b: Added) -> Bool {
    (a.head.day, a.head.sha256, a.origin, a.head.published ?? "")
      < (b.head.day, b.head.sha256, b.origin, b.head.published ?? "")
  }
}

/// Writes what is known of a case into a layer.
private struct LayerBuilding {
  let matter: CaseMatter
  var layer = ReaderLayer(digest: ContentKeys.digest)
  /// Identities that something in the layer speaks of.
  private var used: Set<Int> = []

  init(of matter: CaseMatter) {
    self.matter = matter
    let (roles, judging) = concurrently(threads: matter.threads) {
      addReports()
      addClaims(about: topics())
    } with: {
      let roles = RoleTable(of: matter)
      return (roles, JudgementMaking(of: matter, roles))
    }
    judging.forEachJudgement { layer.insert($0) }
    addIdentities()
    let edges = WorldEdges(of: matter, roles, rivalRoles: judging.rivalRoles, in: layer)
    edges.forEach { layer.insert($0) }
    addEvents(weighedIn: edges.neighbourhood)
  }

  /// Of events, by the claims that `claims(e)` gives. With that the events are complete.
  private mutating func addEvents(weighedIn neighbourhood: LayerNeighbourhood) {
    let nodes = matter.eventNodes
    let sources = EventSources(of: nodes, in: layer)
    forEachInOrder(
      nodes.count, threads: matter.threads,
      { index in
        var event = nodes[index]
        event.origins = neighbourhood.origins(of: sources.claims(of: index), denials: sources.denials(of: index))
        return event
      }
    ) { layer.insert($0) }
  }

  // MARK: Reports

  private func actor(_ identity: Int) -> ActorKey? {
    if case .actor(let key) = matter.identities.groups[identity].key { key } else { nil }
  }

  private mutating func addReports() {
    for (number, assembled) in matter.reports.enumerated() {
      let record = assembled.analysis.report
      let publisher = matter.identities.number(of: EntityPlace(number, record.publisher.index))
      // A paper named after a place is an actor all the same: its reading as a place has no use here.
      guard let publisherKey = actor(publisher) else { continue }
      used.insert(publisher)
      let authors = record.authors.map { matter.identities.number(of: EntityPlace(number, $0.index)) }
      used.formUnion(authors)
      layer.insert(
        ReportNode(
          key: ContentKeys.report(sha256: matter.reports.sha256(of: number)), publisher: publisherKey,
          publisherName: matter.identities.groups[publisher].name, title: record.title, published: record.published,
          origin: record.origin, sha256: matter.reports.sha256(of: number),
          authors: Set(authors.compactMap(actor)).sorted(),
          cites: matter.citations.reports(citedBy: number)))
    }
    for stub in matter.citations.stubs {
      guard let publisher = actor(stub.publisher) else { continue }
      used.insert(stub.publisher)
      layer.insert(
        ReportNode(
          key: stub.key, publisher: publisher, publisherName: matter.identities.groups[stub.publisher].name,
          isStub: true))
    }
  }

  // MARK: Claims

  /// What each claim is about: what it says so itself, the events it states something of, and whoever it names that
  /// nothing else in the case speaks of.
  private mutating func topics() -> [ClaimPlace: Set<ClaimNode.Topic>] {
    var topics: [ClaimPlace: Set<ClaimNode.Topic>] = [:]
    for (cluster, claims) in matter.eventClaims.enumerated() {
      for claim in claims { topics[claim, default: []].insert(.world(.event(matter.eventNodes[cluster].key))) }
    }
    for (number, report) in matter.reports.enumerated() {
      for (index, claim) in report.analysis.claims.enumerated() where matter.claims.isKept(ClaimPlace(number, index)) {
        let place = ClaimPlace(number, index)
        used.insert(matter.speaker(place))
        for target in claim.about {
          if let topic = topic(target, of: number) { topics[place, default: []].insert(topic) }
        }
      }
      useEnds(of: report.analysis, number)
    }
    for (identity, group) in matter.identities.groups.enumerated() where !used.contains(identity) && group.isNamed {
      for member in group.members {
        for claim in matter.innermostClaims(around: member) {
          topics[claim, default: []].insert(.world(group.key))
          used.insert(identity)
        }
      }
    }
    return topics
  }

  private mutating func topic(_ target: ClaimRecord.Target, of report: Int) -> ClaimNode.Topic? {
    switch target {
    case .event(let event):
      guard let cluster = matter.cluster(EventPlace(report, event.index)) else { return nil }
      return .world(.event(matter.eventNodes[cluster].key))
    case .entity(let entity):
      let identity = matter.identities.number(of: EntityPlace(report, entity.index))
      used.insert(identity)
      return .world(matter.identities.groups[identity].key)
    case .claim(let claim):
      return matter.key(ClaimPlace(report, claim.index)).map { .claim($0) }
    case .report(let publisher):
      let identity = matter.identities.number(of: EntityPlace(report, publisher.index))
      return matter.citations.report(of: identity, citedBy: report).map { .report($0) }
    }
  }

  /// Whoever stands at an end of an edge that claims state.
  private mutating func useEnds(of analysis: ReportAnalysis, _ report: Int) {
    func use(_ entity: EntityID) { used.insert(matter.identities.number(of: EntityPlace(report, entity.index))) }
    for event in analysis.events {
      for role in event.roles where !matter.kept(role.claims, of: report).isEmpty { use(role.entity) }
      for site in event.places where !matter.kept(site.claims, of: report).isEmpty { use(site.place) }
    }
    for relation in analysis.relations where !matter.kept(relation.claims, of: report).isEmpty {
      use(relation.from)
      use(relation.to)
    }
  }

  private mutating func addClaims(about topics: [ClaimPlace: Set<ClaimNode.Topic>]) {
    for (number, report) in matter.reports.enumerated() {
      let figures = figures(of: report.analysis)
      let reportKey = ContentKeys.report(sha256: matter.reports.sha256(of: number))
      for (index, claim) in report.analysis.claims.enumerated() {
        let place = ClaimPlace(number, index)
        guard let key = matter.key(place), let speaker = actor(matter.speaker(place)) else { continue }
        let inner = claim.relays.flatMap { matter.key(ClaimPlace(number, $0.index)) }
        layer.insert(
          ClaimNode(
            key: key, speaker: speaker, report: reportKey, range: claim.range, sentence: claim.sentence,
            text: report.text(ofClaim: index), stance: Stance(claim.stance), hedge: claim.hedge,
            isQuoted: claim.isQuoted, cue: claim.cue, said: claim.said, figure: figures[index], rule: claim.rule,
            relays: inner.map { $0 == key ? [] : [$0] } ?? [],
            about: (topics[place] ?? []).filter { $0 != .claim(key) }.sorted { $0.element < $1.element }))
      }
    }
  }

  /// The first figure whose words stand in the claim; one that the words do not hold is no evidence.
  private func figures(of analysis: ReportAnalysis) -> [Int: ClaimNode.Figure] {
    var figures: [Int: ClaimNode.Figure] = [:]
    for record in analysis.events.flatMap(\.figures).sorted(by: { $0.range < $1.range }) {
      let claim = record.claim.index
      guard figures[claim] == nil, analysis.claims[claim].range.contains(record.range) else { continue }
      figures[claim] = ClaimNode.Figure(
        attribute: record.attribute, value: record.value, bound: record.bound == .exact ? nil : record.bound.rawValue)
    }
    return figures
  }

  // MARK: Actors and places

  private mutating func addIdentities() {
    useContainers()
    for identity in used.sorted() {
      let group = matter.identities.groups[identity]
      switch group.key {
      case .actor(let key):
        layer.insert(
          ActorNode(
            key: key, label: group.label == .place ? Entity.Label.group.rawValue : group.label.rawValue,
            name: group.name, aliases: group.aliases, kind: group.kind, isNamed: group.isNamed, count: group.count,
            description: group.description))
      case .place(let key):
        layer.insert(
          PlaceNode(
            key: key, name: group.name, aliases: group.aliases, kind: group.kind, country: country(of: group)))
      case .event: break
      }
    }
  }

  /// What a place lies in is a place of the case too, as long as a claim names the inner one.
  private mutating func useContainers() {
    var queue = used.sorted()
    while let identity = queue.popLast() {
      for member in matter.identities.groups[identity].members {
        let entity = matter.identities.entities[member]
        guard entity.label == .place, let outer = entity.locatedIn, !matter.innermostClaims(around: member).isEmpty
        else { continue }
        let number = matter.identities.number(of: EntityPlace(member.report, outer))
        guard case .place = matter.identities.groups[number].key, used.insert(number).inserted else { continue }
        queue.append(number)
      }
    }
  }

  /// The name of the outermost that the place lies in.
  private func country(of group: Groups.Group) -> String? {
    group.members.lazy.compactMap { matter.identities.entities.outermost(around: $0) }.first.map {
      $0.linkedName ?? $0.name
    }
  }
}
