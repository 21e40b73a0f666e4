/// A layer's claims, to be weighed before they are in a graph.
///
/// A class, since threads that copy it would count its many parts each time.
package final class LayerNeighbourhood: ClaimNeighbourhood, Sendable {
  private let layer: ReaderLayer
  private let outer: [ElementKey: [ElementKey]]
  private let denials: [ElementKey: [ElementKey]]

  package init(of layer: ReaderLayer) {
    var outer: [ElementKey: [ElementKey]] = [:]
    var denials: [ElementKey: [ElementKey]] = [:]
    for claim in layer.claims.values {
      for inner in claim.relays { outer[inner.element, default: []].append(claim.key.element) }
    }
    for judgement in layer.judgements where judgement.kind == .denies {
      denials[judgement.to.element, default: []].append(judgement.from.element)
    }
    self.layer = layer
    self.outer = outer
    self.denials = denials
  }

  private func claim<Part>(_ key: ElementKey, _ part: (borrowing ClaimNode) -> Part) -> Part? {
    layer.claims.place(of: ClaimKey(key)).map { part(layer.claims.values[$0]) }
  }

  package func speaker(of claim: ElementKey) -> ElementKey? { self.claim(claim) { $0.speaker.element } }
  package func report(of claim: ElementKey) -> ElementKey? { self.claim(claim) { $0.report.element } }
  package func stance(of claim: ElementKey) -> Stance { self.claim(claim) { $0.stance } ?? .asserts }
  package func relayed(by claim: ElementKey) -> [ElementKey] { self.claim(claim) { $0.relays.map(\.element) } ?? [] }
  package func relayers(of claim: ElementKey) -> [ElementKey] { outer[claim] ?? [] }
  package func deniers(of claim: ElementKey) -> [ElementKey] { denials[claim] ?? [] }
  package func citations(of report: ElementKey) -> [ElementKey] {
    layer.reports[ReportKey(report)]?.cites.map(\.element) ?? []
  }
  package func publisher(of report: ElementKey) -> ElementKey? { layer.reports[ReportKey(report)]?.publisher.element }
  package func isNamed(_ actor: ElementKey) -> Bool { layer.actors[ActorKey(actor)]?.isNamed ?? true }
}
