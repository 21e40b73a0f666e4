/// Random numbers from a seed (SplitMix64), so that a failure can be run again.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func pick<T>(_ values: [T]) -> T { values[below(values.count)] }
}

/// A query of a small part of the language, in a form that can be evaluated by its definition.
struct RandomQuery: CustomStringConvertible {
  struct Node {
    var name: String
    var label: String?
    var x: Int?
  }

  struct Edge {
    var name: String?
    var isOutgoing: Bool?
    var types: [String]
    /// nil for a single edge.
    var length: ClosedRange<Int>?
    var w: Int?
  }

  struct Pattern {
    var start: Node
    var steps: [(edge: Edge, node: Node)]
    var nodes: [Node] { [start] + steps.map(\.node) }
  }

  enum Term {
    case property(String, String)
    case constant(Int)
    case null
  }

  indirect enum Predicate {
    case compare(Term, String, Term)
    case hasLabel(String, String)
    case isNull(Term)
    case hasEdge(String, isOutgoing: Bool, type: String)
    case and(Predicate, Predicate)
    case or(Predicate, Predicate)
    case not(Predicate)
  }

  struct Match {
    var isOptional: Bool
    var patterns: [Pattern]
    var predicate: Predicate?
  }

  enum Item {
    case property(String, String)
    case countRows
    /// `count`, `sum`, `min`, `max`, `collect` or `count(DISTINCT …)`.
    case aggregate(String, Term)
  }

  var matches: [Match] = []
  var items: [Item] = []
  var isDistinct = false
  /// One per item, true for descending; nil where rows come in any order.
  var order: [Bool]?
  var skip: Int?
  var limit: Int?

  var isAggregating: Bool {
    items.contains { item in
      if case .property = item { false } else { true }
    }
  }
}

// MARK: - As text

extension RandomQuery {
  var description: String {
    var parts = matches.map(\.text)
    let columns = items.enumerated().map { "\($1.text) AS c\($0)" }
    parts.append("RETURN \(isDistinct ? "DISTINCT " : "")\(columns.joined(separator: ", "))")
    if let order {
      let keys = order.enumerated().map { "c\($0)\($1 ? " DESC" : "")" }
      parts.append("ORDER BY \(keys.joined(separator: ", "))")
    }
    if let skip { parts.append("SKIP \(skip)") }
    if let limit { parts.append("LIMIT \(limit)") }
    return parts.joined(separator: " ")
  }
}

extension RandomQuery.Match {
  var text: String {
    let patterns = patterns.map { pattern in
      pattern.start.text + pattern.steps.map { $0.edge.text + $0.node.text }.joined()
    }
    let condition = predicate.map { " WHERE \($0.text)" } ?? ""
    return (isOptional ? "OPTIONAL MATCH " : "MATCH ") + patterns.joined(separator: ", ") + condition
  }
}

extension RandomQuery.Node {
  var text: String { "(\(name)\(label.map { ":\($0)" } ?? "")\(x.map { " {x: \($0)}" } ?? ""))" }
}

extension RandomQuery.Edge {
  var text: String {
    let types = types.isEmpty ? "" : ":" + types.joined(separator: "|")
    let length = length.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? ""
    let inner = "[\(name ?? "")\(types)\(length)\(w.map { " {w: \($0)}" } ?? "")]"
    return (isOutgoing == false ? "<-" : "-") + inner + (isOutgoing == true ? "->" : "-")
  }
}

extension RandomQuery.Term {
  var text: String {
    switch self {
    case .property(let name, let key): "\(name).\(key)"
    case .constant(let number): "\(number)"
    case .null: "null"
    }
  }
}

extension RandomQuery.Predicate {
  var text: String {
    switch self {
    case .compare(let a, let op, let b): "\(a.text) \(op) \(b.text)"
    case .hasLabel(let name, let label): "\(name):\(label)"
    case .isNull(let term): "\(term.text) IS NULL"
    case .hasEdge(let name, let isOutgoing, let type):
      "EXISTS { (\(name))\(isOutgoing ? "-[:\(type)]->" : "<-[:\(type)]-")() }"
    case .and(let a, let b): "(\(a.text) AND \(b.text))"
    case .or(let a, let b): "(\(a.text) OR \(b.text))"
    case .not(let inner): "NOT (\(inner.text))"
    }
  }
}

extension RandomQuery.Item {
  var text: String {
    switch self {
    case .property(let name, let key): "\(name).\(key)"
    case .countRows: "count(*)"
    case .aggregate("countDistinct", let term): "count(DISTINCT \(term.text))"
    case .aggregate(let function, let term): "\(function)(\(term.text))"
    }
  }
}

// MARK: - At random

extension RandomQuery {
  init(_ generator: inout SeededGenerator) {
    var maker = Maker(generator: generator)
    self = maker.query()
    generator = maker.generator
  }

  private struct Maker {
    var generator: SeededGenerator
    var nodeNames: [String] = []
    var edgeNames: [String] = []
    var serial = 0

    mutating func query() -> RandomQuery {
      var query = RandomQuery()
      query.matches.append(match(isOptional: false))
      if generator.chance(20) { query.matches.append(match(isOptional: false)) }
      if generator.chance(40) { query.matches.append(match(isOptional: true)) }
      let isAggregating = generator.chance(45)
      for _ in 0..<1 + generator.below(2) {
        query.items.append(.property(generator.pick(nodeNames), generator.pick(["id", "x"])))
      }
      if isAggregating {
        if generator.chance(40) { query.items = [] }
        for _ in 0..<1 + generator.below(2) { query.items.append(aggregate()) }
      } else {
        query.isDistinct = generator.chance(40)
      }
      let collects = query.items.contains { item in
        if case .aggregate("collect", _) = item { true } else { false }
      }
      if !collects, generator.chance(50) {
        query.order = query.items.map { _ in generator.chance(50) }
        if generator.chance(50) { query.limit = generator.below(5) }
        if generator.chance(30) { query.skip = generator.below(4) }
      }
      return query
    }

    private mutating func aggregate() -> Item {
      if generator.chance(30) { return .countRows }
      return .aggregate(
        generator.pick(["count", "sum", "min", "max", "collect", "countDistinct"]),
        .property(generator.pick(nodeNames), generator.pick(["id", "x"])))
    }

    private mutating func match(isOptional: Bool) -> Match {
      var patterns = [pattern()]
      if generator.chance(25) { patterns.append(pattern()) }
      return Match(isOptional: isOptional, patterns: patterns, predicate: generator.chance(50) ? predicate(2) : nil)
    }

    private mutating func pattern() -> Pattern {
      var pattern = Pattern(start: node(), steps: [])
      for _ in 0..<generator.pick([0, 1, 1, 2, 2]) {
        let edge = edge()
        pattern.steps.append((edge, node()))
      }
      return pattern
    }

    private mutating func node() -> Node {
      var name = generator.pick(["a", "b", "c", "d"])
      if nodeNames.count >= 4 { name = generator.pick(nodeNames) }
      if !nodeNames.contains(name) { nodeNames.append(name) }
      return Node(
        name: name, label: generator.chance(25) ? generator.pick(["A", "B"]) : nil,
        x: generator.chance(15) ? generator.below(3) : nil)
    }

    private mutating func edge() -> Edge {
      serial += 1
      var edge = Edge(
        name: generator.chance(50) ? "r\(serial)" : nil, isOutgoing: generator.pick([true, true, false, nil]),
        types: generator.pick([[], [], ["R"], ["S"], ["R", "S"]]), length: nil,
        w: generator.chance(15) ? generator.below(2) : nil)
      if generator.chance(25) {
        let least = generator.below(3)
        edge.length = least...least + generator.below(3)
      } else if let name = edge.name {
        edgeNames.append(name)
      }
      return edge
    }

    private mutating func term() -> Term {
      if generator.chance(5) { return .null }
      if generator.chance(35) { return .constant(generator.below(3)) }
      if !edgeNames.isEmpty, generator.chance(20) { return .property(generator.pick(edgeNames), "w") }
      return .property(generator.pick(nodeNames), generator.pick(["x", "x", "id"]))
    }

    private mutating func predicate(_ depth: Int) -> Predicate {
      switch generator.below(depth > 0 ? 8 : 5) {
      case 0, 1, 2: return .compare(term(), generator.pick(["=", "<>", "<", "<=", ">", ">="]), term())
      case 3:
        return generator.chance(50)
          ? .hasLabel(generator.pick(nodeNames), generator.pick(["A", "B"])) : .isNull(term())
      case 4:
        return .hasEdge(generator.pick(nodeNames), isOutgoing: generator.chance(50), type: generator.pick(["R", "S"]))
      case 5: return .and(predicate(depth - 1), predicate(depth - 1))
      case 6: return .or(predicate(depth - 1), predicate(depth - 1))
      default: return .not(predicate(depth - 1))
      }
    }
  }
}
