import GraphCore
import QueryLanguage

/// `claims`, `speakers`, `roots`, `origins`, `status`, `evidence`, `why`, `conflicts`: who stands behind an element.
extension GraphFunctions {
  static let provenanceBodies: [String: Body] = [
    "claims": provenance { reader, claims, _ in .list(claims.map(Value.node)) },
    "speakers": provenance { reader, claims, _ in .list(reader.speakers(of: claims).map(Value.node)) },
    "roots": provenance { reader, claims, _ in .list(reader.roots(of: claims).map(Value.node)) },
    "origins": provenance { reader, _, element in .integer(Int64(reader.originCount(of: element))) },
    "status": provenance { reader, _, element in .string(reader.statusName(of: element)) },
    "evidence": provenance { reader, claims, _ in .list(reader.evidence(for: claims).map(\.value)) },
    "why": provenance { reader, claims, _ in .list(reader.evidence(for: claims).map(reader.reason)) },
    "conflicts": provenance { reader, claims, element in
      var node: NodeID?
      if case .node(let subject) = element { node = subject }
      return .list(reader.conflicts(in: claims, about: node).map(reader.described))
    },
  ]

  private static func provenance(
    _ body: @escaping @Sendable (ProvenanceReader, [NodeID], Value) -> Value
  ) -> Body {
    eachValue("Node, Edge or Path") { evaluator, value, _ in
      let reader = ProvenanceReader(evaluator.context.graph, keeping: evaluator.context.claimFilter)
      switch value {
      case .node(let node): return body(reader, reader.claims(of: node), value)
      case .edge(let edge): return body(reader, reader.claims(of: edge), value)
      case .path(let path): return body(reader, reader.claims(of: path), value)
      default: return nil
      }
    }
  }
}

extension ProvenanceReader {
  fileprivate func originCount(of element: Value) -> Int {
    switch element {
    case .node(let node): origins(of: node).count
    case .edge(let edge): origins(of: edge).count
    case .path(let path): origins(of: path).count
    default: 0
    }
  }

  fileprivate func statusName(of element: Value) -> String {
    switch element {
    case .node(let node): status(of: node).rawValue
    case .edge(let edge): status(of: edge).rawValue
    case .path(let path): status(of: path).rawValue
    default: WorldStatus.unattested.rawValue
    }
  }
}
