import GraphCore

/// Which report rests on which: cited reports of the case, and stubs for those that nobody has read in.
struct Citations: Sendable {
  /// A cited report that is not in the case.
  struct Stub: Sendable {
    let key: ReportKey
    /// Number of the publisher's identity.
    let publisher: Int
  }

  private(set) var stubs: [Stub] = []
  /// By report: the cited report for each publisher cited.
  private var cited: [[Int: ReportKey]]

  /// How many days may lie between a report and the one it cites.
  private static let nearDays: Int64 = 14

  private struct Citing: Hashable {
    let report: Int
    let publisher: Int
  }

  func reports(citedBy report: Int) -> [ReportKey] { Set(cited[report].values).sorted() }
  func report(of publisher: Int, citedBy report: Int) -> ReportKey? { cited[report][publisher] }

  init(of reports: AssembledReports, _ identities: Identities, _ events: EventMerging) {
    cited = Array(repeating: [:], count: reports.count)
    let matters = Self.matters(of: reports, identities, events)
    let published = Dictionary(grouping: reports.indices) { report in
      identities.number(of: reports.publisher(of: report))
    }
    let clusters = reports.indices.map { report in
      Set(reports[report].analysis.events.indices.compactMap { events.number(of: EventPlace(report, $0)) })
    }
    var unread: [Int: [(report: Int, matter: Set<Int>)]] = [:]
    for (citing, matter) in matters.sorted(by: { ($0.key.report, $0.key.publisher) < ($1.key.report, $1.key.publisher) }
    ) {
      let candidates = (published[citing.publisher] ?? []).filter {
        Self.canCite(citing.report, $0, reports) && (matter.isEmpty || !clusters[$0].isDisjoint(with: matter))
      }
      // The reports stand in order of publication: the last is the nearest.
      if let source = candidates.last {
        cited[citing.report][citing.publisher] = ContentKeys.report(sha256: reports.sha256(of: source))
      } else {
        unread[citing.publisher, default: []].append((citing.report, matter))
      }
    }
    for (publisher, citings) in unread.sorted(by: { $0.key < $1.key }) {
      addStubs(of: publisher, for: citings, reports, identities)
    }
  }

  /// Those who cite a publisher for the same event mean the same report of it.
  private mutating func addStubs(
    of publisher: Int, for citings: [(report: Int, matter: Set<Int>)], _ reports: AssembledReports,
    _ identities: Identities
  ) {
    guard case .actor(let actor) = identities.groups[publisher].key else { return }
    var union = UnionFind(count: citings.count)
    var firstByEvent: [Int: Int] = [:]
    for (index, citing) in citings.enumerated() {
      for event in citing.matter.sorted() {
        if let first = firstByEvent[event] { union.join(first, index) } else { firstByEvent[event] = index }
      }
    }
    for (index, citing) in citings.enumerated() {
      let first = union.root(of: index)
      let key = ContentKeys.stub(publisher: actor, matter: reports.sha256(of: citings[first].report))
      if first == index { stubs.append(Stub(key: key, publisher: publisher)) }
      cited[citing.report][publisher] = key
    }
  }

  private static func canCite(_ report: Int, _ source: Int, _ reports: AssembledReports) -> Bool {
    guard report != source else { return false }
    let days = [report, source].map { reports.epochDay(of: $0) }
    // Without a date nothing speaks against it; on the same day either may have come first.
    guard let citing = days[0], let cited = days[1] else { return true }
    return cited <= citing && citing - cited <= nearDays
  }

  /// Who is cited in which report, and for which events: those that a claim is about which the cited makes or hands on.
  private static func matters(
    of reports: AssembledReports, _ identities: Identities, _ events: EventMerging
  ) -> [Citing: Set<Int>] {
    var matters: [Citing: Set<Int>] = [:]
    for (number, report) in reports.enumerated() {
      let analysis = report.analysis
      let own = identities.number(of: reports.publisher(of: number))
      func citing(_ entity: EntityID) -> Citing? {
        let publisher = identities.number(of: EntityPlace(number, entity.index))
        guard publisher != own, case .actor = identities.groups[publisher].key else { return nil }
        return Citing(report: number, publisher: publisher)
      }
      for citation in analysis.report.cites {
        if let citing = citing(citation.publisher) { matters[citing, default: []].formUnion([]) }
      }
      for claim in analysis.claims {
        for case .report(let publisher) in claim.about {
          if let citing = citing(publisher) { matters[citing, default: []].formUnion([]) }
        }
      }
      for index in analysis.claims.indices {
        guard let citing = citing(analysis.claims[index].speaker) else { continue }
        let isMedium = newsKinds.contains(identities.groups[citing.publisher].kind ?? "")
        guard isMedium || matters[citing] != nil else { continue }
        matters[citing, default: []].formUnion(clusters(behind: index, of: number, analysis, events))
      }
    }
    return matters
  }

  private static let newsKinds: Set<String> = [
    "news_agency", "publisher", "newspaper", "broadcaster", "magazine", "media", "website", "news_site", "outlet",
  ]

  /// The events that a claim and those it relays are about.
  private static func clusters(
    behind claim: Int, of report: Int, _ analysis: ReportAnalysis, _ events: EventMerging
  ) -> Set<Int> {
    var clusters: Set<Int> = []
    var next: Int? = claim
    for _ in analysis.claims.indices {
      guard let index = next else { break }
      for case .event(let event) in analysis.claims[index].about {
        if let cluster = events.number(of: EventPlace(report, event.index)) { clusters.insert(cluster) }
      }
      next = analysis.claims[index].relays?.index
    }
    return clusters
  }
}
