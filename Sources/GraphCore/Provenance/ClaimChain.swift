extension ProvenanceReader {
  /// From the outermost claim that passes this one on, through it, to a root. Where several pass it on, or it relays
  /// several, the one of the smallest key is followed.
  package func chain(through claim: NodeID) -> [NodeID] {
    var chain = [claim]
    var seen: Set<NodeID> = [claim]
    func next(_ claims: [NodeID]) -> NodeID? {
      claims.filter { !seen.contains($0) }.min { reader.key(of: $0) < reader.key(of: $1) }
    }
    while chain.count < Self.longestChain, let outer = next(relayers(of: chain[0])) {
      seen.insert(outer)
      chain.insert(outer, at: 0)
    }
    while chain.count < Self.longestChain, let last = chain.last, let inner = next(relayed(by: last)) {
      seen.insert(inner)
      chain.append(inner)
    }
    return chain
  }

  /// Chains of reports are short; people can make any.
  private static var longestChain: Int { 64 }
}
