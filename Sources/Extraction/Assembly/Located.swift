/// Something of one report, by the report's place in the order of assembly and its own place in the report's analysis.
/// `Kind` keeps entities, events and claims apart.
struct Located<Kind>: Hashable, Comparable, Sendable {
  let report: Int
  let index: Int

  init(_ report: Int, _ index: Int) {
    self.report = report
    self.index = index
  }

  static func < (a: Self, b: Self) -> Bool { (a.report, a.index) < (b.report, b.index) }
}

typealias EntityPlace = Located<Entity>
typealias EventPlace = Located<EventRecord>
typealias ClaimPlace = Located<ClaimRecord>

/// A report as assembly takes it: its analysis, and of its text what is needed beyond that. The text itself is not kept, so
/// that a case may be larger than memory is for texts.
package struct AssembledReport: Sendable {
  let analysis: ReportAnalysis
  let lengthBytes: Int
  /// By claim.
  private let claimTexts: [String]
  /// By event and figure.
  private let supersededFigures: [[Bool]]
  private let countedFigures: [[CountedFigure]]
  /// By claim that has any.
  private let statedCounts: [Int: [StatedCount]]

  /// - Parameter text: the contents that `analysis` was made of.
  init(analysis: ReportAnalysis, text: String) {
    self.analysis = analysis
    lengthBytes = text.utf8.count
    claimTexts = analysis.claims.map { text.utf8Slice($0.range) }
    supersededFigures = analysis.events.map { event in
      event.figures.map { SupersededFigure.isSuperseded($0.range, in: text) }
    }
    var counts: [Int: [StatedCount]] = [:]
    for (index, words) in claimTexts.enumerated() {
      let found = StatedCount.all(in: words)
      if !found.isEmpty { counts[index] = found }
    }
    statedCounts = counts
    countedFigures = analysis.events.map { event in event.figures.map { CountedFigure($0.range, in: text) } }
  }

  /// The words of a claim, those that attribute included where they stand within it.
  func text(ofClaim index: Int) -> String { claimTexts[index] }

  /// Whether the report gives a figure as one that no longer holds.
  func isSuperseded(figure: Int, ofEvent event: Int) -> Bool { supersededFigures[event][figure] }

  /// Whom a figure counts, by the words about it.
  func counted(figure: Int, ofEvent event: Int) -> CountedFigure { countedFigures[event][figure] }

  /// The numbers that the words of a claim give of something.
  func counts(ofClaim index: Int) -> [StatedCount] { statedCounts[index] ?? [] }

  var sha256: String { analysis.report.sha256 }
  /// The day of publication, ISO 8601; after all days if it is not known.
  var day: String { analysis.report.published.map { String($0.prefix(10)) } ?? "~" }

  /// Earlier reports first: what stands for several (the name of an event, its key) is taken from the first, so that
  /// later reports change as little as can be. Beyond the day, the hash decides: any order would do that input order
  /// has no part in.
  static func precedes(_ a: Self, _ b: Self) -> Bool {
    (a.day, a.sha256, a.analysis.report.origin, a.analysis.report.published ?? "")
      < (b.day, b.sha256, b.analysis.report.origin, b.analysis.report.published ?? "")
  }
}

extension ReportAnalysis {
  /// Whether every reference leads somewhere and every range has an order: what comes from a file may be damaged.
  var isConsistent: Bool {
    let isEntity = { (id: EntityID) in entities.indices.contains(id.index) }
    let isEvent = { (id: EventID) in events.indices.contains(id.index) }
    let isClaim = { (id: ClaimID) in claims.indices.contains(id.index) }
    return isEntity(report.publisher) && report.authors.allSatisfy(isEntity)
      && report.cites.allSatisfy { isEntity($0.publisher) }
      && entities.allSatisfy { $0.locatedIn.map(isEntity) ?? true }
      && events.allSatisfy { event in
        !event.triggers.isEmpty && event.roles.allSatisfy { isEntity($0.entity) && $0.claims.allSatisfy(isClaim) }
          && event.places.allSatisfy { isEntity($0.place) && $0.claims.allSatisfy(isClaim) }
          && event.figures.allSatisfy { isClaim($0.claim) && $0.value.isFinite }
          && event.things.allSatisfy { $0.claims.allSatisfy(isClaim) }
          && event.concerns.allSatisfy { isEvent($0.event) && $0.claims.allSatisfy(isClaim) }
      }
      && claims.allSatisfy { claim in
        isEntity(claim.speaker) && (claim.relays.map(isClaim) ?? true) && (claim.denies.map(isClaim) ?? true)
          && (claim.answers.map(isEntity) ?? true) && (claim.revises.map(isClaim) ?? true)
          && claim.about.allSatisfy { target in
            switch target {
            case .event(let id): isEvent(id)
            case .entity(let id), .report(let id): isEntity(id)
            case .claim(let id): isClaim(id)
            }
          }
      }
      && relations.allSatisfy { isEntity($0.from) && isEntity($0.to) && $0.claims.allSatisfy(isClaim) }
  }
}
