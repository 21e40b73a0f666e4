import GraphCore

/// The claims of all reports in columns: by whom, how they stand to it and what they hand on is asked for in any order.
final class ClaimTable: Sendable {
  private struct Row {
    let digest: UInt64
    /// Places among the entities and the claims of the report.
    let speaker, relays: UInt32
    let stance: Stance
    let isKept: Bool
  }

  private static let none = UInt32.max
  private let rows: [Row]
  /// Where those of each report begin, and one more entry: the end of the last.
  private let starts: [UInt32]

  /// One pass over all reports.
  ///
  /// - Parameter threads: of no consequence for the result.
  init(of reports: AssembledReports, _ identities: Identities, threads: Int) {
    var rows: [Row] = []
    var starts: [UInt32] = [0]
    forEachInOrder(
      reports.count, threads: threads, length: Self.reportsAtOnce, { Self.rows(of: $0, in: reports, identities) }
    ) { made in
      rows += made
      starts.append(UInt32(rows.count))
    }
    self.rows = rows
    self.starts = starts
  }

  private static let reportsAtOnce = 256

  private static func rows(of number: Int, in reports: AssembledReports, _ identities: Identities) -> [Row] {
    let report = reports[number]
    let (analysis, length) = (report.analysis, report.lengthBytes)
    return zip(ClaimKeys.keys(of: analysis), analysis.claims).map { key, claim in
      let isActor =
        if case .actor = identities.group(of: EntityPlace(number, claim.speaker.index)).key { true } else { false }
      let isInText = claim.range.start >= 0 && claim.range.start < claim.range.end && claim.range.end <= length
      return Row(
        digest: key.element.digest?.bits ?? 0, speaker: UInt32(clamping: claim.speaker.index),
        relays: claim.relays.map { UInt32(clamping: $0.index) } ?? none, stance: Stance(claim.stance),
        isKept: isActor && isInText)
    }
  }

  private func row(_ claim: ClaimPlace) -> Row { rows[Int(starts[claim.report]) + claim.index] }

  func indices(of report: Int) -> Range<Int> { 0..<Int(starts[report + 1] - starts[report]) }

  /// False for claims that are left out: without words in the text, or in the mouth of a place.
  func isKept(_ claim: ClaimPlace) -> Bool { row(claim).isKept }

  /// Nil for claims that are left out.
  func key(_ claim: ClaimPlace) -> ClaimKey? {
    let row = row(claim)
    return row.isKept ? ClaimKey(ElementKey(.claim, bits: row.digest)) : nil
  }

  func stance(_ claim: ClaimPlace) -> Stance { row(claim).stance }
  func speaker(_ claim: ClaimPlace) -> EntityPlace { EntityPlace(claim.report, Int(row(claim).speaker)) }

  /// The claim at the end of the relays.
  func root(_ claim: ClaimPlace) -> ClaimPlace {
    var place = claim
    // A ring of relays has no end; it is left after as many steps as there are claims.
    for _ in indices(of: claim.report) {
      let relayed = row(place).relays
      let inner = ClaimPlace(claim.report, Int(relayed))
      guard relayed != Self.none, isKept(inner) else { break }
      place = inner
    }
    return place
  }
}
