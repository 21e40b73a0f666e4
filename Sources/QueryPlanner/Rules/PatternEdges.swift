import GraphCore

/// An edge of a pattern as a plan has matched it.
struct PatternEdge {
  /// Of the operator that matched it.
  let from: Variable
  let to: Variable
  let direction: EdgeDirection
  let types: LabelTest?

  /// The ends in the direction of the edge; nil where the pattern has none.
  var ends: (source: Variable, target: Variable)? {
    switch direction {
    case .outgoing: (from, to)
    case .incoming: (to, from)
    case .both: nil
    }
  }
}

extension LogicalPlan {
  /// The variables that hold one edge each, and no list, as far as the operators down to the first that is no match tell.
  var patternEdges: [Variable: PatternEdge] {
    var found: [Variable: PatternEdge] = [:]
    var plan = self
    while true {
      switch plan {
      case .expand(let input, let expand):
        found[expand.edge] = PatternEdge(
          from: expand.from, to: expand.to, direction: expand.direction, types: expand.types)
        plan = input
      case .intersect(let input, let intersect):
        for leg in intersect.legs {
          found[leg.edge] = PatternEdge(
            from: leg.from, to: intersect.node, direction: leg.direction, types: leg.types)
        }
        plan = input
      case .filter(let input, _), .nodeScan(let input, _, _), .nodeSeek(let input, _), .expandVariable(let input, _):
        plan = input
      default: return found
      }
    }
  }
}
