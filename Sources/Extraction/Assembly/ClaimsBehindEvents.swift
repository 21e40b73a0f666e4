/// What states, places or numbers the events of reports: flat, since a list for each of them took ten times that.
struct ClaimsBehindEvents: Sendable {
  /// Those that a claim stands behind, ascending.
  private(set) var events: [EventPlace] = []
  /// One entry per event: where its claims end.
  private var ends: [UInt32] = []
  private var claims: [ClaimPlace] = []

  /// One pass over all reports. Claims that are left out stand behind nothing.
  init(of reports: AssembledReports, _ table: ClaimTable) {
    for (number, report) in reports.enumerated() {
      for (event, claims) in Self.pairs(of: report.analysis) {
        let kept = claims.sorted().lazy.map { ClaimPlace(number, $0) }.filter { table.isKept($0) }
        guard !kept.isEmpty else { continue }
        events.append(EventPlace(number, event))
        self.claims += kept
        ends.append(UInt32(self.claims.count))
      }
    }
  }

  /// The events of a report, in order, with the claims that speak of them.
  private static func pairs(of analysis: ReportAnalysis) -> some Sequence<(Int, Set<Int>)> {
    var claims = [Set<Int>](repeating: [], count: analysis.events.count)
    for (index, event) in analysis.events.enumerated() {
      let listed = event.roles.flatMap(\.claims) + event.places.flatMap(\.claims) + event.figures.map(\.claim)
      claims[index].formUnion((listed + event.concerns.flatMap(\.claims)).lazy.map(\.index))
    }
    for (index, claim) in analysis.claims.enumerated() {
      for case .event(let event) in claim.about { claims[event.index].insert(index) }
    }
    return claims.enumerated().lazy.map { ($0.offset, $0.element) }
  }

  /// In order. O(log of the events).
  subscript(event: EventPlace) -> ArraySlice<ClaimPlace> {
    let place = events.firstPlace { $0 >= event }
    guard place < events.count, events[place] == event else { return [] }
    return claims[Int(place == 0 ? 0 : ends[place - 1])..<Int(ends[place])]
  }
}
