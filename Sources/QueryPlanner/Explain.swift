import GraphCore

/// The plan as text, the last operator first, each on a line of its own below the one that takes its rows. Subqueries in
/// an operator's expressions stand below it, further in, under a line that says what is asked of their rows.
///
/// - Parameter remark: what stands behind an operator, found by its path: which input of which input it is, from the last
///   operator on. Operators of subplans have none.
public func explain(_ query: PlannedQuery, remark: ([Int]) -> String? = { _ in nil }) -> String {
  var lines: [(text: String, remark: String?)] = []
  func describe(_ plan: LogicalPlan, depth: Int, _ path: [Int]?) {
    lines.append((String(repeating: "  ", count: depth) + plan.summary, path.flatMap(remark)))
    for (name, subplan) in plan.expressions.flatMap(\.subplans) {
      lines.append((String(repeating: "  ", count: depth + 2) + name, nil))
      describe(subplan.plan, depth: depth + 3, nil)
    }
    for subplan in plan.subplans { describe(subplan.plan, depth: depth + 2, nil) }
    for (position, input) in plan.inputs.enumerated() {
      describe(input, depth: depth + 1, path.map { $0 + [position] })
    }
  }
  describe(query.plan, depth: 0, [])
  let width = lines.filter { $0.remark != nil }.map(\.text.count).max() ?? 0
  return lines.map { line in
    line.remark.map { line.text + String(repeating: " ", count: max(0, width - line.text.count)) + "  " + $0 }
      ?? line.text
  }.joined(separator: "\n")
}

extension LogicalPlan {
  /// The plans that run for rows of its input, as far as they are no parts of expressions.
  fileprivate var subplans: [Subplan] {
    switch self {
    case .optional(_, let subplan, _), .through(_, let subplan): [subplan]
    case .merge(_, let merge): [merge.match]
    case .apply(_, let apply): [apply.subplan]
    case .choose(_, let choose): choose.choices.map(\.subplan)
    case .foreach(_, let foreach): [foreach.body]
    default: []
    }
  }

  /// The operator and what it works on, on one line.
  var summary: String {
    switch self {
    case .unit: "Unit"
    case .argument(let variables, _): "Argument \(names(variables))"
    case .nodeScan(_, let node, let labels): "NodeScan (\(node.name)\(labels.map { ":\($0.text)" } ?? ""))"
    case .nodeSeek(_, let seek):
      "NodeSeek (\(seek.node.name)\(seek.labels.map { ":\($0.text)" } ?? "")) by \(seek.key)"
    case .degree(_, let degree):
      "Degree \(arrow(degree.from, degree.result, degree.types, Variable(id: -1, name: ""), degree.direction))"
    case .expand(_, let expand):
      "Expand\(expand.isInto ? "Into" : "") \(arrow(expand.from, expand.edge, expand.types, expand.to, expand.direction))"
    case .expandVariable(_, let expand): "ExpandVariable\(expand.isInto ? "Into" : "") \(walk(expand))"
    case .countWalks(_, let walks): "CountWalks \(walk(walks.walk))"
    case .intersect(_, let intersect):
      "Intersect \(intersect.legs.map { arrow($0.from, $0.edge, $0.types, intersect.node, $0.direction) }.joined(separator: ", "))"
    case .shortestPath(_, let search):
      "\(search.findsAll ? "AllShortestPaths" : "ShortestPath") \(arrow(search.from, search.edges, search.types, search.to, search.direction))"
    case .pathSearch(_, let search): search.summary
    case .edgeEnds(_, let ends): "EdgeEnds (\(ends.from.name))-[\(ends.edge.name)]-(\(ends.to.name))"
    case .filter(_, let predicate): "Filter \(names(predicate.freeVariables.sorted()))"
    case .project(_, let bindings): "Project \(names(bindings.map(\.variable)))"
    case .extend(_, let bindings): "Extend \(names(bindings.map(\.variable)))"
    case .aggregate(_, let aggregate): "Aggregate by \(names(aggregate.groups.map(\.variable)))"
    case .distinct(_, let variables): "Distinct \(names(variables))"
    case .sort(_, let keys): "Sort by \(keys.count) keys"
    case .slice: "Slice"
    case .top(_, let keys, _, _): "Top by \(keys.count) keys"
    case .unwind(_, let unwind): "Unwind \(names([unwind.variable] + [unwind.position?.variable].compactMap { $0 }))"
    case .load(_, let load): "LoadCSV \(load.variable.name)"
    case .optional(_, _, let added): "Optional \(names(added))"
    case .union: "Union"
    case .combine(_, _, let combination): combination.summary
    case .apply(_, let apply):
      "\(apply.kind == .optional ? "OptionalApply" : "Apply")\(apply.view.map { " in view \($0 + 1)" } ?? "") \(names(apply.added))"
    case .choose(_, let choose): "Choose of \(choose.choices.count)"
    case .through: "Through"
    case .foreach(_, let foreach): "Foreach \(foreach.variable.name)"
    case .create(_, let creation): "Create \(names(creation.variables))"
    case .merge: "Merge"
    case .set(_, let operations): "Set \(operations.count)"
    case .delete(_, _, let detaches): detaches ? "DetachDelete" : "Delete"
    case .call(_, let call): "Call \(call.name)"
    case .discard: "Discard"
    }
  }

  private func names(_ variables: [Variable]) -> String { variables.map(\.name).joined(separator: ", ") }

  private func walk(_ walk: ExpandVariable) -> String {
    "\(arrow(walk.from, walk.edges, walk.types, walk.to, walk.direction)) *\(walk.minimum)..\(walk.maximum.map(String.init) ?? "")"
  }

  private func arrow(
    _ from: Variable, _ edge: Variable, _ types: LabelTest?, _ to: Variable, _ direction: EdgeDirection
  ) -> String {
    let inner = "[\(edge.name)\(types.map { ":\($0.text)" } ?? "")]"
    return switch direction {
    case .outgoing: "(\(from.name))-\(inner)->(\(to.name))"
    case .incoming: "(\(from.name))<-\(inner)-(\(to.name))"
    case .both: "(\(from.name))-\(inner)-(\(to.name))"
    }
  }
}

extension LabelTest {
  fileprivate var text: String {
    switch self {
    case .name(let name): name
    case .and(let a, let b): "\(a.text)&\(b.text)"
    case .or(let a, let b): "(\(a.text)|\(b.text))"
    case .not(let inner): "!\(inner.text)"
    case .any: "%"
    }
  }
}

extension LogicalPlan.PathSearch {
  fileprivate var summary: String {
    let segments = program.segments.map { segment in
      let hops = segment.hops.map { hop in
        let inner = "[\(hop.edge.name)\(hop.types.map { ":\($0.text)" } ?? "")]"
        return switch hop.direction {
        case .outgoing: "-\(inner)->"
        case .incoming: "<-\(inner)-"
        case .both: "-\(inner)-"
        }
      }
      return "(\(hops.joined())){\(segment.minimum),\(segment.maximum.map(String.init) ?? "")}"
    }
    let kept =
      switch selection {
      case nil: ""
      case .paths: " Shortest"
      case .groups: " ShortestGroups"
      }
    return
      "PathSearch\(isInto ? "Into" : "")\(kept) \(mode.rawValue) (\(from.name))\(segments.joined())(\(to.name))"
  }
}

extension LogicalPlan.Combination {
  fileprivate var summary: String {
    switch operation {
    case .union: "Union"
    case .except: keepsDuplicates ? "ExceptAll" : "Except"
    case .intersect: keepsDuplicates ? "IntersectAll" : "Intersect"
    case .otherwise: "Otherwise"
    }
  }
}
