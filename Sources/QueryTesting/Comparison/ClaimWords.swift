import Hearsay

/// The words behind a row that nobody expected: what to read first.
struct ClaimWords {
  private static let mostPerRow = 5
  private static let longest = 160
  private let provenance: ProvenanceReader

  init(_ graph: PropertyGraph) { provenance = ProvenanceReader(graph) }

  /// `"the words" reports/a.txt:120-180`, by report and place; a few of them.
  func behind(_ elements: [Value]) -> [String] {
    let claims = elements.flatMap { element -> [NodeID] in
      switch element {
      case .node(let node): provenance.claims(of: node)
      case .edge(let edge): provenance.claims(of: edge)
      case .path(let path): provenance.claims(of: path)
      default: []
      }
    }
    let evidence = provenance.evidence(for: Set(claims).sorted())
    let lines = evidence.prefix(Self.mostPerRow).map { "\"\(Self.cut($0.text))\" \($0.origin):\($0.start)-\($0.end)" }
    return lines
      + (evidence.count > lines.count ? ["… and \(counted(evidence.count - lines.count, "claim")) more"] : [])
  }

  private static func cut(_ text: String) -> String {
    let line = text.prefix(longest + 1).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > longest ? line.prefix(longest) + "…" : line
  }
}
