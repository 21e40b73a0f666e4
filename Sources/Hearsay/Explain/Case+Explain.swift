import Extraction
import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

extension Case {
  /// Why something is in the graph.
  ///
  /// - Parameters:
  ///   - subject: the id of a node or edge, whole or as much of it as no other has, or a query: then every node and edge
  ///     in its rows is explained.
  ///   - reader: reads the sentences again; the case keeps texts, and no trees.
  ///   - parameters: for a query.
  /// - Throws: `UnknownID` with the nearest one, `AmbiguousID`, `ReadOnly` for a query that changes the graph,
  ///   `NothingToExplain` for one whose rows hold neither nodes nor edges, and what is wrong with a query.
  public func explain(
    _ subject: String, reader: ReportReader, parameters: [String: Value] = [:],
    limits: ExplainLimits = .standard
  ) throws(Failure) -> Explanation {
    let subject = String(subject.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    guard !subject.isEmpty else {
      throw Failure(.input, code: "NothingToExplain", "expected an id or a query")
    }
    do {
      if ElementFinder.isID(subject) {
        let element = try ElementFinder(graph: session.snapshot).element(subject)
        return Explanation(parts: [try explainer(session.snapshot, reader, limits).part(element)], notes: [])
      }
      return try explain(query: subject, reader, parameters, limits)
    } catch {
      throw Failure(error, in: Text(origin: "query", contents: subject))
    }
  }

  private func explain(
    query text: String, _ reader: ReportReader, _ parameters: [String: Value], _ limits: ExplainLimits
  ) throws -> Explanation {
    let query = try parse(text)
    guard try !session.plan(query).isUpdating else {
      throw QueryError(
        .readOnly, .argumentError, message: "the statement changes the graph, and only what is there can be explained",
        range: query.range)
    }
    let result = try session.run(query, parameters: parameters)
    guard result.rowCount > 0 else { return Explanation(parts: [], notes: ["the query has no rows"]) }
    var elements = RowElements()
    result.forEachRow { row in for value in row { elements.add(value) } }
    guard !elements.inOrder.isEmpty else {
      throw Failure(
        .input, code: "NothingToExplain",
        "the rows hold neither nodes nor edges: return the element itself, not what it holds (`RETURN r`)")
    }
    let explainer = explainer(result.graph, reader, limits)
    let shown = elements.inOrder.prefix(limits.elements)
    let rest = elements.inOrder.count - shown.count
    return Explanation(
      parts: try shown.map(explainer.part),
      notes: rest > 0 ? ["\(rest) more nodes and edges in the rows are not explained here"] : [])
  }

  private func explainer(_ graph: PropertyGraph, _ reader: ReportReader, _ limits: ExplainLimits) -> Explainer {
    let shelf = ReportShelf(
      find: { [unowned self] in try self.storedReport($0) }, analyze: { try reader.document(of: $0) })
    return Explainer(view: GraphView(graph), shelf: shelf, limits: limits) { [unowned self] key in
      guard key.isReaderMade else { return [] }
      return try self.assembler().mentions(of: key)
    }
  }
}

/// The nodes and edges in values, each once, in the order in which they are met.
private struct RowElements {
  private(set) var inOrder: [ElementID] = []
  private var seen: Set<ElementID> = []

  mutating func add(_ value: Value) {
    switch value {
    case .node(let node): take(.node(node))
    case .edge(let edge): take(.edge(edge))
    case .path(let path):
      for edge in path.edges { take(.edge(edge)) }
      for node in path.nodes { take(.node(node)) }
    case .list(let values): for value in values { add(value) }
    case .map(let map): for (_, value) in map.entries { add(value) }
    default: break
    }
  }

  private mutating func take(_ element: ElementID) {
    if seen.insert(element).inserted { inOrder.append(element) }
  }
}
