/// Which GraphML is written.
public enum GraphMLProfile: String, CaseIterable, Sendable {
  /// The published schema and nothing else.
  case strict
  /// With `label` on edges, which Gephi and APOC read as the edge's type, and `labels` on nodes, which APOC reads.
  case edgeLabel = "edge-label"
}
