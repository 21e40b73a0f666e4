import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

extension FilteredGraph {
  /// A graph under `AS OF`, `WITHOUT SOURCE` and `ONLY SOURCE`, with the test that its claims pass.
  static func view(
    of graph: any GraphReader, _ filters: [PlannedProvenanceFilter], _ context: ExecutionContext
  ) throws(QueryError) -> (graph: FilteredGraph, filter: ClaimFilter) {
    var claims = ClaimFilter.all
    var hidden: Set<NodeID> = []
    for filter in filters {
      let value = try Evaluator(context).evaluate(filter.value, on: Rows(.unit, Layout([])))[0]
      switch filter.kind {
      case .asOf(let clock):
        let day = try day(value, filter)
        switch clock {
        case .report: claims = claims.and(.asOf(day, by: "published", in: graph))
        case .ingest: claims = claims.and(.asOf(day, by: "ingested", in: graph))
        case .event: hidden.formUnion(EventClock(graph).events(notBegunBy: day))
        }
      case .withoutSource:
        for name in try sourceNames(value, filter) { claims = claims.and(.withoutSource(name, in: graph)) }
      case .onlySource:
        let dropping = try sourceNames(value, filter).map { ClaimFilter.withoutSource($0, in: graph) }
        claims = claims.and(ClaimFilter { claim in dropping.contains { !$0.keeps(claim) } })
      }
    }
    return (FilteredGraph(graph, keeping: claims, hiding: hidden), claims)
  }

  private static func day(_ value: Value, _ filter: PlannedProvenanceFilter) throws(QueryError) -> CalendarDate {
    switch value {
    case .date(let date): return date
    case .localDateTime(let value): return value.date
    case .dateTime(let value): return value.local.date
    default:
      throw QueryError(
        .invalidArgumentType, .typeError, .runtime,
        message: "AS OF takes a Date or DateTime, this is \(value.typeName)",
        range: filter.value.range, suggestion: "write `AS OF date('2024-03-24')`")
    }
  }
}

/// Events by when they began.
private struct EventClock {
  private let graph: any GraphReader

  init(_ graph: any GraphReader) { self.graph = graph }

  var undatedCount: Int {
    guard let label = graph.names.label("Event") else { return 0 }
    var events: [NodeID] = []
    var cursor = 0
    while graph.scanNodes(having: [label], from: &cursor, limit: Batch.preferredRowCount, into: &events) {}
    guard let key = graph.names.propertyKey("start") else { return events.count }
    return graph.property(key, ofNodes: events).values.count(where: \.isNull)
  }

  /// Also those of which nobody says when they began: they are not known to have happened by then.
  func events(notBegunBy day: CalendarDate) -> [NodeID] {
    guard let label = graph.names.label("Event") else { return [] }
    var events: [NodeID] = []
    var cursor = 0
    while graph.scanNodes(having: [label], from: &cursor, limit: Batch.preferredRowCount, into: &events) {}
    guard let key = graph.names.propertyKey("start") else { return events }
    let starts = graph.property(key, ofNodes: events)
    return events.indices.filter { row in
      switch starts[row] {
      case .date(let date): date > day
      case .localDateTime(let value): value.date > day
      case .dateTime(let value): value.local.date > day
      default: true
      }
    }.map { events[$0] }
  }
}

/// Events without a beginning are behind no date, which is easily overlooked.
func undatedEvents(
  _ filters: [PlannedProvenanceFilter], _ graph: any GraphReader
) -> [Diagnostic] {
  guard
    let filter = filters.first(where: { if case .asOf(.event) = $0.kind { true } else { false } })
  else { return [] }
  let count = EventClock(graph).undatedCount
  guard count > 0 else { return [] }
  return [
    Diagnostic(
      .warning, code: "UndatedEvents",
      message: "\(count) \(count == 1 ? "event" : "events") of which nobody says when they began are left out",
      range: filter.value.range, suggestion: "`e.start IS NULL` finds them without the filter")
  ]
}

extension ProvenanceFilter.Kind {
  fileprivate var isClock: Bool {
    if case .asOf = self { true } else { false }
  }
}

/// A name that no actor bears filters nothing out, which is seldom meant.
func unknownSources(
  _ filters: [PlannedProvenanceFilter], _ graph: any GraphReader, _ context: ExecutionContext
) throws(QueryError) -> [Diagnostic] {
  var known: Set<String> = []
  var actors: [NodeID] = []
  var cursor = 0
  guard let label = graph.names.label("Actor") else { return [] }
  while graph.scanNodes(having: [label], from: &cursor, limit: Batch.preferredRowCount, into: &actors) {}
  for name in ["name", "aliases"] {
    guard let key = graph.names.propertyKey(name) else { continue }
    for value in graph.property(key, ofNodes: actors).values {
      guard case .list(let names) = value else {
        if case .string(let text) = value { known.insert(text) }
        continue
      }
      for case .string(let text) in names { known.insert(text) }
    }
  }
  var warnings: [Diagnostic] = []
  for filter in filters where !filter.kind.isClock {
    let value = try Evaluator(context).evaluate(filter.value, on: Rows(.unit, Layout([])))[0]
    for name in try sourceNames(value, filter) where !known.contains(name) {
      warnings.append(
        Diagnostic(
          .warning, code: "UnknownSource", message: "no actor is called `\(name)`", range: filter.value.range,
          suggestion: nearestName(to: name, among: known).map { "did you mean `\($0)`?" }))
    }
  }
  return warnings
}

private func sourceNames(_ value: Value, _ filter: PlannedProvenanceFilter) throws(QueryError) -> [String] {
  if case .string(let name) = value { return [name] }
  if case .list(let values) = value {
    let names = values.compactMap { if case .string(let name) = $0 { name } else { nil } }
    if names.count == values.count { return names }
  }
  throw QueryError(
    .invalidArgumentType, .typeError, .runtime, message: "a source is named by String, this is \(value.typeName)",
    range: filter.value.range)
}
