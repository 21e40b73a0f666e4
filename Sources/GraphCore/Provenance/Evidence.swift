/// The words behind a claim: where they stand, and by what rule they were taken for one.
package struct Evidence: Sendable, Equatable {
  package let claim: NodeID
  package let report: NodeID
  /// The file name or URL of the report.
  package let origin: String
  /// UTF-8 bytes of the report's text, half-open.
  package let start: Int
  package let end: Int
  package let text: String
  package let rule: String?

  /// `{report, start, end, text, rule}`.
  package var value: Value {
    .map(
      ValueMap([
        ("report", .string(origin)), ("start", .integer(Int64(start))), ("end", .integer(Int64(end))),
        ("text", .string(text)), ("rule", rule.map(Value.string) ?? .null),
      ]))
  }
}

extension ProvenanceReader {
  /// One for each claim that stands in a report, by report, then place.
  package func evidence(for claims: [NodeID]) -> [Evidence] {
    guard let contains = reader.names.edgeType("CONTAINS") else { return [] }
    var expansion = Expansion()
    reader.expand(claims, .incoming, types: [contains], into: &expansion)
    return zip(expansion.rows, zip(expansion.edges, expansion.neighbours)).map { row, found in
      evidence(claim: claims[row], contains: found.0, report: found.1)
    }.sorted { ($0.origin, $0.start, $0.end, $0.claim) < ($1.origin, $1.start, $1.end, $1.claim) }
  }

  private func evidence(claim: NodeID, contains edge: EdgeID, report: NodeID) -> Evidence {
    let place = named(reader.properties(of: edge))
    let words = named(reader.properties(of: claim))
    let source = named(reader.properties(of: report))
    return Evidence(
      claim: claim, report: report, origin: text(source["origin"]) ?? reader.key(of: report).description,
      start: integer(place["start"]), end: integer(place["end"]), text: text(words["text"]) ?? "",
      rule: text(words["rule"]))
  }

  private func named(_ properties: [(key: PropertyKeyID, value: Value)]) -> [String: Value] {
    Dictionary(properties.map { (reader.names.name(of: $0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  private func text(_ value: Value?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }

  private func integer(_ value: Value?) -> Int {
    if case .integer(let number)? = value { Int(number) } else { 0 }
  }
}
