import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// Makes a query and a graph that show a difference smaller, as long as they show one of the same kind.
struct Shrinker {
  private let difference: Comparison.Difference
  private let isOrdered: Bool
  private static let mostAttempts = 3_000

  init(_ difference: Comparison.Difference, isOrdered: Bool) {
    self.difference = difference
    self.isOrdered = isOrdered
  }

  func smallest(on graph: NaiveGraph) -> Comparison.Difference {
    guard difference.opinion == .plainPlan || difference.opinion == .naive, var query = try? parse(difference.query)
    else { return difference }
    var (best, graph) = (difference, graph)
    var attempts = 0
    // A query that has lost its ORDER BY orders nothing; one whose difference is its order keeps it.
    let isOrdered = isOrdered && difference.engine.sorted() == difference.other.sorted()
    if isOrdered { return difference }
    func shows(_ query: Query, _ graph: NaiveGraph) -> Comparison.Difference? {
      attempts += 1
      guard attempts < Self.mostAttempts, let comparison = try? Comparison(graph, isFolded: attempts % 2 == 0) else {
        return nil
      }
      for case .differs(let found) in comparison.check(query.description, isOrdered: isOrdered)
      where found.opinion == difference.opinion && !isMistake(found) {
        return found
      }
      return nil
    }
    var isSmaller = true
    while isSmaller {
      isSmaller = false
      for candidate in graph.smaller {
        guard let found = shows(query, candidate) else { continue }
        (best, graph, isSmaller) = (found, candidate, true)
        break
      }
      for candidate in query.smaller {
        guard let found = shows(candidate, graph) else { continue }
        (best, query, isSmaller) = (found, candidate, true)
        break
      }
    }
    return best
  }

  /// A query that came to make no sense is not the smaller one that is looked for.
  private func isMistake(_ found: Comparison.Difference) -> Bool {
    func isFailure(_ lines: [String]) -> Bool {
      lines.count == 1 && (lines[0].hasPrefix("a mistake") || lines[0].contains(": "))
    }
    return isFailure(found.other) && !isFailure(difference.other)
  }
}

extension NaiveGraph {
  /// Graphs with an edge less, or without the last node where it has no edges.
  fileprivate var smaller: [NaiveGraph] {
    var found: [NaiveGraph] = []
    for edge in edges.indices {
      var graph = self
      graph.edges.remove(at: edge)
      found.append(graph)
    }
    if let last = nodes.indices.last, last > 0, !edges.contains(where: { $0.source == last || $0.target == last }) {
      var graph = self
      graph.nodes.removeLast()
      found.append(graph)
    }
    return found
  }
}

extension Query {
  fileprivate var smaller: [Query] {
    var found: [Query] = []
    if !unions.isEmpty || !following.isEmpty {
      for part in parts { for operand in part.operands { found.append(Query(first: operand, range: range)) } }
      for position in following.indices {
        var query = self
        query.following.remove(at: position)
        found.append(query)
      }
      for position in unions.indices {
        var query = self
        query.unions.remove(at: position)
        found.append(query)
      }
    }
    for smaller in first.smaller {
      var query = self
      query.first = smaller
      found.append(query)
    }
    for position in unions.indices {
      for smaller in unions[position].query.smaller {
        var query = self
        query.unions[position].query = smaller
        found.append(query)
      }
    }
    for position in following.indices {
      for smaller in following[position].first.smaller {
        var query = self
        query.following[position].first = smaller
        found.append(query)
      }
    }
    return found
  }
}

extension SingleQuery {
  fileprivate var smaller: [SingleQuery] {
    var found: [SingleQuery] = []
    for position in clauses.indices {
      if clauses.count > 1 {
        var query = self
        query.clauses.remove(at: position)
        found.append(query)
      }
      for clause in clauses[position].smaller {
        var query = self
        query.clauses[position] = clause
        found.append(query)
      }
    }
    return found
  }
}

extension Clause {
  fileprivate var smaller: [Clause] {
    switch self {
    case .match(let clause): clause.smaller.map(Clause.match)
    case .return(let clause): clause.smaller.map(Clause.return)
    case .with(let clause): clause.smaller.map(Clause.with)
    case .filter(let clause):
      clause.predicate.smaller.map { .filter(FilterClause(predicate: $0, range: clause.range)) }
    case .unwind(let clause):
      clause.list.smaller.map { .unwind(UnwindClause(list: $0, variable: clause.variable, range: clause.range)) }
    case .let(let clause):
      clause.definitions.indices.flatMap { position in
        var shorter = clause
        shorter.definitions.remove(at: position)
        let others = clause.definitions[position].value.smaller.map { value in
          var other = clause
          other.definitions[position].value = value
          return other
        }
        return (clause.definitions.count > 1 ? [shorter] : []) + others
      }.map(Clause.let)
    case .subquery(let clause):
      clause.query.smaller.map { query in
        var smaller = clause
        smaller.query = query
        return .subquery(smaller)
      }
    default: []
    }
  }
}

extension MatchClause {
  fileprivate var smaller: [MatchClause] {
    func with(_ change: (inout MatchClause) -> Void) -> MatchClause {
      var copy = self
      change(&copy)
      return copy
    }
    var found: [MatchClause] = []
    if isOptional { found.append(with { $0.isOptional = false }) }
    if predicate != nil { found.append(with { $0.predicate = nil }) }
    if mode != nil { found.append(with { $0.mode = nil }) }
    if patterns.count > 1 { found += patterns.indices.map { position in with { $0.patterns.remove(at: position) } } }
    for position in patterns.indices {
      found += patterns[position].smaller.map { pattern in with { $0.patterns[position] = pattern } }
    }
    for smaller in predicate?.smaller ?? [] { found.append(with { $0.predicate = smaller }) }
    return found
  }
}

extension PathPattern {
  fileprivate var smaller: [PathPattern] {
    func with(_ change: (inout PathPattern) -> Void) -> PathPattern {
      var copy = self
      change(&copy)
      return copy
    }
    var found: [PathPattern] = []
    if predicate != nil { found.append(with { $0.predicate = nil }) }
    if mode != nil { found.append(with { $0.mode = nil }) }
    if variable != nil { found.append(with { $0.variable = nil }) }
    if !steps.isEmpty {
      found.append(with { $0.steps.removeLast() })
      found.append(
        with {
          $0.start = $0.steps[0].node
          $0.steps.removeFirst()
        })
    }
    found += start.smaller.map { node in with { $0.start = node } }
    for position in steps.indices {
      found += steps[position].node.smaller.map { node in with { $0.steps[position].node = node } }
      switch steps[position].link {
      case .edge(let edge):
        found += edge.smaller.map { edge in with { $0.steps[position].link = .edge(edge) } }
      case .group(let group):
        found += group.pattern.smaller.filter { !$0.steps.isEmpty }.map { pattern in
          with {
            $0.steps[position].link = .group(
              PathGroup(
                pattern: pattern, quantifier: group.quantifier, isQuestioned: group.isQuestioned, range: group.range))
          }
        }
      }
    }
    return found
  }
}

extension NodePattern {
  fileprivate var smaller: [NodePattern] {
    var found: [NodePattern] = []
    if labels != nil {
      found.append(NodePattern(variable: variable, properties: properties, predicate: predicate, range: range))
    }
    if properties != nil {
      found.append(NodePattern(variable: variable, labels: labels, predicate: predicate, range: range))
    }
    if predicate != nil {
      found.append(NodePattern(variable: variable, labels: labels, properties: properties, range: range))
    }
    if variable != nil, predicate == nil {
      found.append(NodePattern(labels: labels, properties: properties, range: range))
    }
    return found
  }
}

extension EdgePattern {
  fileprivate var smaller: [EdgePattern] {
    func with(_ change: (inout EdgePattern) -> Void) -> EdgePattern {
      var copy = self
      change(&copy)
      return copy
    }
    var found: [EdgePattern] = []
    if types != nil { found.append(with { $0.types = nil }) }
    if properties != nil { found.append(with { $0.properties = nil }) }
    if predicate != nil { found.append(with { $0.predicate = nil }) }
    if variable != nil, predicate == nil { found.append(with { $0.variable = nil }) }
    if length != nil { found.append(with { $0.length = nil }) }
    if direction == .either { found.append(with { $0.direction = .outgoing }) }
    return found
  }
}

extension ProjectionClause {
  fileprivate var smaller: [ProjectionClause] {
    func with(_ change: (inout ProjectionClause) -> Void) -> ProjectionClause {
      var copy = self
      change(&copy)
      return copy
    }
    var found: [ProjectionClause] = []
    if items.count > 1 { found += items.indices.map { position in with { $0.items.remove(at: position) } } }
    if isDistinct { found.append(with { $0.isDistinct = false }) }
    if grouping != nil { found.append(with { $0.grouping = nil }) }
    if predicate != nil { found.append(with { $0.predicate = nil }) }
    if skip != nil { found.append(with { $0.skip = nil }) }
    if limit != nil { found.append(with { $0.limit = nil }) }
    if skip == nil, limit == nil, !order.isEmpty { found.append(with { $0.order = [] }) }
    for position in items.indices {
      found += items[position].expression.smaller.map { smaller in with { $0.items[position].expression = smaller } }
    }
    for smaller in predicate?.smaller ?? [] { found.append(with { $0.predicate = smaller }) }
    return found
  }
}

extension Expression {
  /// Parts of it that could stand for it, and it with a smaller part.
  fileprivate var smaller: [Expression] {
    var parts: [Expression] = []
    _ = try? mapChildren { (child) throws(QueryError) in
      parts.append(child)
      return child
    }
    var found = parts
    for position in parts.indices {
      for smaller in parts[position].smaller {
        var number = -1
        let whole = try? mapChildren { (child) throws(QueryError) in
          number += 1
          return number == position ? smaller : child
        }
        if let whole { found.append(whole) }
      }
    }
    switch kind {
    case .subquery(let kind, .query(let query)):
      found += query.smaller.map { Expression(.subquery(kind, .query($0)), range: range) }
    case .subquery(let kind, .pattern(let patterns, let predicate)):
      let match = MatchClause(isOptional: false, patterns: patterns, predicate: predicate, range: range)
      found += match.smaller.map {
        Expression(.subquery(kind, .pattern($0.patterns, predicate: $0.predicate)), range: range)
      }
    default: break
    }
    return found
  }
}
