/// Something of one report, by the report's place in the order of assembly and its own place in the report's analysis.
/// `Kind` keeps entities, events and claims apart.
struct Located<Kind>: Hashable, Comparable, Sendable {
  // There are millions of them, and neither reports of a case nor what one report holds fill 32 bits.
  private let reportNumber: UInt32
  private let place: UInt32
  var report: Int { Int(reportNumber) }
  var index: Int { Int(place) }

  init(_ report: Int, _ index: Int) {
    reportNumber = UInt32(clamping: report)
    place = UInt32(clamping: index)
  }

  static func < (a: Self, b: Self) -> Bool { (a.report, a.index) < (b.report, b.index) }
}

typealias EntityPlace = Located<Entity>
typealias EventPlace = Located<EventRecord>
typealias ClaimPlace = Located<ClaimRecord>
