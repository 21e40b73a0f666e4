import GraphCore
import SourceText

/// The reports of a case with who is who and what is one event: what all later steps of assembly look things up in.
struct CaseMatter: Sendable {
  let reports: AssembledReports
  let identities: Identities
  let kinship: Kinship
  let claims: ClaimTable
  let events: EventMerging
  /// By cluster.
  let eventNodes: [EventNode]
  /// What states, places or numbers an event: its claims, in order. By cluster.
  let eventClaims: [[ClaimPlace]]
  let citations: Citations
  let threads: Int

  /// - Parameters:
  ///   - reports: in the order of assembly, each text once.
  ///   - threads: of no consequence for the result.
  init(of reports: AssembledReports, threads: Int = 1) {
    let names = NamesOfCase(of: reports, threads: threads)
    let byName = names.identities(threads: threads)
    let claimTable = ClaimTable(of: reports, byName, threads: threads)
    var found: ClaimsBehindEvents?
    let kinshipByName = concurrently(threads: threads) {
      found = ClaimsBehindEvents(of: reports, claimTable)
    } with: {
      Kinship(of: byName, threads: threads)
    }
    // Events that no claim stands behind are left out here, and so everywhere.
    let claims = found ?? ClaimsBehindEvents(of: reports, claimTable)
    let events = EventMerging(of: claims.events, in: reports, byName, kinshipByName, threads: threads)
    returnFreeMemory()
    // Who is one because of what they did is known only now.
    let agents = DeedAgents.joined(in: events, of: reports, byName)
    let identities = agents.isEmpty ? byName : names.identities(joining: agents, threads: threads)
    let kinship = agents.isEmpty ? kinshipByName : Kinship(of: identities, threads: threads)
    self.threads = threads
    self.reports = reports
    self.identities = identities
    self.kinship = kinship
    self.claims = claimTable
    self.events = events
    let clusters = events.clusters
    eventNodes = parallelMap(clusters.count, threads: threads) { cluster in
      MergedEvent.node(of: clusters[cluster], in: reports) { claimTable.isKept($0) }
    }.compactMap { $0 }
    eventClaims = parallelMap(clusters.count, threads: threads) { cluster in
      Set(clusters[cluster].flatMap { claims[$0] }).sorted()
    }
    citations = Citations(of: reports, identities, events)
  }

  /// All that the report has of a claim; what the table holds is there for less.
  func record(_ claim: ClaimPlace) -> ClaimRecord { reports[claim.report].analysis.claims[claim.index] }
  func key(_ claim: ClaimPlace) -> ClaimKey? { claims.key(claim) }
  func stance(_ claim: ClaimPlace) -> Stance { claims.stance(claim) }

  /// The number of the speaker's identity.
  func speaker(_ claim: ClaimPlace) -> Int { identities.number(of: claims.speaker(claim)) }

  /// The claim at the end of the relays.
  func root(_ claim: ClaimPlace) -> ClaimPlace { claims.root(claim) }

  func cluster(_ event: EventPlace) -> Int? { events.number(of: event) }

  /// The claims of these ids that are not left out, in order.
  func kept(_ claims: [ClaimID], of report: Int) -> [ClaimPlace] {
    Set(claims.map { ClaimPlace(report, $0.index) }).filter { self.claims.isKept($0) }.sorted()
  }
}
