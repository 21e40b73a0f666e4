import GraphCore
import QueryLanguage
import SourceText

/// `latest` and `history`: what claims say of a figure.
extension GraphFunctions {
  static let figureBodies: [String: @Sendable (ProvenanceReader, NodeID, String) -> Value] = [
    "latest": { reader, event, attribute in reader.latestFigure(of: event, attribute)?.value ?? .null },
    "history": { reader, event, attribute in .list(reader.figures(of: event, attribute).map(reader.described)) },
  ]

  /// Row by row, over a column of events and one of attributes.
  static func figures(
    _ evaluator: Evaluator, _ events: Column, _ attributes: Column, _ range: SourceRange,
    _ body: (ProvenanceReader, NodeID, String) -> Value
  ) throws(QueryError) -> Column {
    let reader = ProvenanceReader(evaluator.context.graph, keeping: evaluator.context.claimFilter)
    return try evaluator.chunked(events.count, range) { (row) throws(FunctionFailure) in
      switch (events[row], attributes[row]) {
      case (.node(let event), .string(let attribute)): return body(reader, event, attribute)
      case (.null, _), (_, .null): return .null
      case (let event, let attribute):
        throw FunctionFailure(
          .invalidArgumentValue, .typeError,
          "Node and String are needed here, these are \(event.typeName) and \(attribute.typeName)")
      }
    }
  }
}

extension ProvenanceReader {
  /// `{value, bound, published, stance, speaker, claim, report}`.
  fileprivate func described(_ figure: FigureStatement) -> Value {
    .map(
      ValueMap([
        ("value", figure.value), ("bound", figure.bound == .exact ? .null : .string(figure.bound.rawValue)),
        ("published", figure.report.flatMap { named("published", of: $0) } ?? .null),
        ("stance", .string(figure.stance.rawValue)), ("revised", .boolean(figure.isRevised)),
        ("speaker", speaker(of: figure.claim).map(Value.node) ?? .null), ("claim", .node(figure.claim)),
        ("report", figure.report.map(Value.node) ?? .null),
      ]))
  }

  /// `{attribute, first, second, values}`.
  func described(_ conflict: ClaimConflict) -> Value {
    let values = [conflict.first, conflict.second].map { named("value", of: $0) ?? .null }
    return .map(
      ValueMap([
        ("attribute", conflict.attribute.map(Value.string) ?? .null), ("first", .node(conflict.first)),
        ("second", .node(conflict.second)), ("values", conflict.attribute == nil ? .null : .list(values)),
      ]))
  }

  /// `{claim, rule, stance, chain, report, start, end, text}`; the chain holds the speakers' names, the outermost first.
  func reason(_ evidence: Evidence) -> Value {
    let names = chain(through: evidence.claim).map { claim in
      speaker(of: claim).flatMap { named("name", of: $0) } ?? .null
    }
    return .map(
      ValueMap([
        ("claim", .node(evidence.claim)), ("rule", evidence.rule.map(Value.string) ?? .null),
        ("stance", .string(stance(of: evidence.claim).rawValue)), ("chain", .list(names)),
        ("report", .string(evidence.origin)), ("start", .integer(Int64(evidence.start))),
        ("end", .integer(Int64(evidence.end))), ("text", .string(evidence.text)),
      ]))
  }

  private func named(_ property: String, of node: NodeID) -> Value? {
    guard let key = reader.names.propertyKey(property) else { return nil }
    let value = reader.property(key, ofNodes: [node])[0]
    return value.isNull ? nil : value
  }
}
