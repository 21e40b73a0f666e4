import GraphCore

/// The claims behind each event, and those that deny it: what `claims(e)` gives, those about it and those of its edges.
struct EventSources: Sendable {
  /// An event and a claim of it as two halves of a number, by the event: a set for each event took ten times that.
  private let stated: [UInt64]
  private let denied: [UInt64]
  private let claims: ClaimColumns

  /// O(claims and edges × their logarithm).
  ///
  /// - Parameter events: in the order of their numbers.
  init(of events: [EventNode], in layer: ReaderLayer) {
    let numbers = Dictionary(zip(events.map(\.key), UInt64(0)...)) { first, _ in first }
    let claims = layer.claims
    var stated: [UInt64] = []
    var denied: [UInt64] = []
    for place in 0..<claims.count {
      for topic in claims.topics(at: place) where topic.readerKind == .event {
        if let number = numbers[EventKey(topic)] { stated.append(number << 32 | UInt64(place)) }
      }
    }
    for edge in layer.worldEdges where edge.type != "POSSIBLY_SAME_AS" {
      for case .event(let event) in [edge.from, edge.to] {
        guard let number = numbers[event] else { continue }
        func pairs(_ keys: [ClaimKey]) -> [UInt64] {
          keys.compactMap { claims.place(of: $0) }.map { number << 32 | UInt64($0) }
        }
        stated += pairs(edge.claims.all)
        denied += pairs(edge.denials)
      }
    }
    stated.sort()
    denied.sort()
    self.stated = stated
    self.denied = denied
    self.claims = claims
  }

  /// Ascending, each once. O(log of all + those of the event).
  func claims(of event: Int) -> [ElementKey] { keys(of: event, in: stated) }
  func denials(of event: Int) -> [ElementKey] { keys(of: event, in: denied) }

  private func keys(of event: Int, in pairs: [UInt64]) -> [ElementKey] {
    let start = pairs.firstPlace { $0 >> 32 >= UInt64(event) }
    let own = pairs[start...].prefix { $0 >> 32 == UInt64(event) }
    return Set(own).map { claims.key(at: Int(UInt32(truncatingIfNeeded: $0))) }.sorted()
  }
}
