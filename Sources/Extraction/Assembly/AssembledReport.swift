import SourceText

/// A report as assembly takes it: its analysis, and its text for what the analysis does not hold.
package final class AssembledReport: Sendable {
  let analysis: ReportAnalysis
  let text: String

  /// - Parameter text: the contents that `analysis` was made of.
  init(analysis: ReportAnalysis, text: String) {
    self.analysis = analysis
    self.text = text
  }

  var lengthBytes: Int { text.utf8.count }

  /// The words of a claim, those that attribute included where they stand within it.
  func text(ofClaim index: Int) -> String { text.utf8Slice(analysis.claims[index].range) }

  /// Whether the report gives a figure as one that no longer holds.
  func isSuperseded(_ figure: FigureRecord) -> Bool { SupersededFigure.isSuperseded(figure.range, in: text) }

  /// Whom a figure counts, by the words about it.
  func counted(_ figure: FigureRecord) -> CountedFigure { CountedFigure(figure.range, in: text) }

  /// The numbers that the words of a claim give of something.
  func counts(ofClaim index: Int) -> [StatedCount] { StatedCount.all(in: text(ofClaim: index)) }
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
          && claim.agrees.allSatisfy(isClaim)
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
