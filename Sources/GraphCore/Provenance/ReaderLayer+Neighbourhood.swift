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
    for place in 0..<layer.claims.count {
      for inner in layer.claims.relays(at: place) { outer[inner, default: []].append(layer.claims.key(at: place)) }
    }
    for judgement in layer.judgements where judgement.kind == .denies {
      denials[judgement.to.element, default: []].append(judgement.from.element)
    }
    self.layer = layer
    self.outer = outer
    self.denials = denials
  }

  private func place(of claim: ElementKey) -> Int? { layer.claims.place(of: ClaimKey(claim)) }

  package func speaker(of claim: ElementKey) -> ElementKey? { place(of: claim).map { layer.claims.speaker(at: $0) } }
  package func report(of claim: ElementKey) -> ElementKey? { place(of: claim).map { layer.claims.report(at: $0) } }
  package func stance(of claim: ElementKey) -> Stance {
    place(of: claim).map { layer.claims.stance(at: $0) } ?? .asserts
  }
  package func relayed(by claim: ElementKey) -> [ElementKey] {
    place(of: claim).map { layer.claims.relays(at: $0) } ?? []
  }
  package func relayers(of claim: ElementKey) -> [ElementKey] { outer[claim] ?? [] }
  package func deniers(of claim: ElementKey) -> [ElementKey] { denials[claim] ?? [] }
  package func citations(of report: ElementKey) -> [ElementKey] {
    layer.reports[ReportKey(report)]?.cites.map(\.element) ?? []
  }
  package func publisher(of report: ElementKey) -> ElementKey? { layer.reports[ReportKey(report)]?.publisher.element }
  package func isNamed(_ actor: ElementKey) -> Bool { layer.actors[ActorKey(actor)]?.isNamed ?? true }
}
