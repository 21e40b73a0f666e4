import SeededRandom

/// Makes queries at random that are well typed and whose answer is decided: where the language leaves something open
/// (which of two shortest paths, the order of what is collected), what comes of it is not asked for.
package struct QueryMaker {
  enum Kind: CaseIterable {
    case integer, float, string, boolean, date, integers
    /// A list of integers in an order that is not decided.
    case bag
    case node, edge, nodes, edges, path
    /// A path of which only the length is decided.
    case anyPath

    static let plain: [Kind] = [.integer, .integer, .integer, .string, .boolean, .integers, .float, .bag, .date]
  }

  struct Name {
    let text: String
    let kind: Kind
  }

  var generator: SeededGenerator
  var scope: [Name] = []
  private var serial = 0
  /// Edges from before that stand in a pattern again: each at most once.
  var boundEdges: Set<String> = []
  /// What the patterns of a MATCH name in parts that may be left out.
  var undecided: [Name] = []
  /// Whether a MATCH may have provenance filters: where nothing is changed.
  var mayFilter = true

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Values of the parameters that the queries mention.
  package static let parameters: [(name: String, literal: String)] = [("two", "2"), ("list", "[1, null, 2]")]

  mutating func fresh(_ letter: String) -> String {
    serial += 1
    return "\(letter)\(serial)"
  }

  mutating func bind(_ letter: String, _ kind: Kind) -> String {
    let name = fresh(letter)
    scope.append(Name(text: name, kind: kind))
    return name
  }

  func names(_ kind: Kind) -> [String] { scope.filter { $0.kind == kind }.map(\.text) }

  mutating func name(_ kind: Kind) -> String? {
    let names = names(kind)
    return names.isEmpty ? nil : generator.pick(names)
  }

  mutating func some(_ percent: Int, _ text: (inout Self) -> String) -> String {
    generator.chance(percent) ? text(&self) : ""
  }

  // MARK: Whole queries

  /// A query that reads. Columns that begin with `bag` hold lists in any order.
  package mutating func reading() -> (text: String, isOrdered: Bool) {
    scope = []
    boundEdges = []
    if generator.chance(8) { return (composed(), false) }
    if generator.chance(6) { return (conditional(), false) }
    let (text, isOrdered) = single(depth: 2, columns: nil)
    return (text + some(5) { $0.filter() }, isOrdered)
  }

  /// Clauses that end with RETURN.
  mutating func single(depth: Int, columns: [Name]?) -> (text: String, isOrdered: Bool) {
    var clauses: [String] = []
    for _ in 0..<generator.pick([1, 1, 2, 2, 3, 4]) { clauses.append(clause(depth)) }
    let (last, isOrdered) = returning(columns)
    return (clauses.joined(separator: " ") + " " + last, isOrdered)
  }

  /// Columns that a query is to have, so that another can be put beside it.
  mutating func someColumns() -> [Name] {
    (0..<1 + generator.below(2)).map { _ in
      let kind = generator.pick(Kind.plain)
      return Name(text: fresh(kind == .bag ? "bag" : "c"), kind: kind)
    }
  }

  private mutating func operand(_ columns: [Name], in outer: [Name] = []) -> String {
    scope = outer
    return single(depth: 1, columns: columns).text
  }

  /// Queries with UNION and its like, and maybe NEXT behind them.
  private mutating func composed() -> String {
    // Bags in any order cannot be told apart or brought together.
    let columns = someColumns().map { $0.kind == .bag ? Name(text: fresh("c"), kind: .integer) : $0 }
    let word = generator.pick([
      "UNION", "UNION ALL", "UNION DISTINCT", "EXCEPT", "EXCEPT ALL", "INTERSECT", "INTERSECT ALL", "OTHERWISE",
    ])
    var text = operand(columns) + " \(word) " + operand(columns)
    if generator.chance(30) { text += " \(word) " + operand(columns) }
    if generator.chance(40) {
      let next = someColumns()
      text += " NEXT " + operand(next, in: columns)
      if generator.chance(30) { text += " UNION ALL " + operand(next, in: columns) }
    }
    return text
  }

  private mutating func conditional() -> String {
    var prefix = ""
    var outer: [Name] = []
    if generator.chance(60) {
      outer = someColumns()
      prefix = operand(outer) + " NEXT "
    }
    let columns = someColumns()
    var text = prefix
    for _ in 0..<1 + generator.below(2) {
      scope = outer
      text += "WHEN \(boolean(1)) THEN " + operand(columns, in: outer) + " "
    }
    if generator.chance(60) { text += "ELSE " + operand(columns, in: outer) }
    return text
  }

  // MARK: Projections

  private mutating func returning(_ columns: [Name]?) -> (text: String, isOrdered: Bool) {
    let columns =
      columns
      ?? (0..<1 + generator.below(3)).map { _ in
        let kind = generator.pick(
          Kind.plain + [Kind.node, .edge, .nodes, .edges, .path].filter { !names($0).isEmpty } + [.integer])
        return Name(text: fresh(kind == .bag ? "bag" : "c"), kind: kind)
      }
    return ("RETURN " + projection(columns).text, lastIsOrdered)
  }

  private var lastIsOrdered = false

  /// Items for the columns with what belongs to them. Afterwards nothing but the columns is in scope.
  mutating func projection(_ columns: [Name], mayPage: Bool = true) -> (text: String, isOrdered: Bool) {
    var columns = columns
    var text = ""
    let aggregates = generator.chance(30)
    var items: [String] = []
    var keys: [String] = []
    for (position, column) in columns.enumerated() {
      let isAggregate = aggregates && (position == columns.count - 1 || generator.chance(40))
      if isAggregate, let item = aggregate(column.kind) {
        items.append("\(item) AS \(column.text)")
      } else {
        items.append("\(value(column.kind, 2)) AS \(column.text)")
        keys.append(column.text)
      }
    }
    // A bag may be a key of groups or of DISTINCT by accident of its order only.
    let hasBag = columns.contains { $0.kind == .bag || $0.kind == .anyPath }
    if hasBag, aggregates {
      columns = columns.map { $0.kind == .bag ? Name(text: $0.text, kind: .bag) : $0 }
      items = zip(items, columns).map { item, column in
        column.kind == .bag && keys.contains(column.text) ? "null AS \(column.text)" : item
      }
    }
    if !hasBag, !aggregates, generator.chance(25) { text += "DISTINCT " }
    text += items.joined(separator: ", ")
    if aggregates, keys.count < columns.count, generator.chance(20) {
      text += keys.isEmpty ? " GROUP BY ()" : " GROUP BY " + keys.joined(separator: ", ")
    }
    let isSortable = columns.allSatisfy { ![.bag, .anyPath, .path].contains($0.kind) }
    var isOrdered = false
    if mayPage, isSortable, generator.chance(40) {
      let order = columns.shuffled(using: &generator).map { column in
        column.text + generator.pick(["", " DESC", " ASC", "", " NULLS FIRST", " DESC NULLS LAST"])
      }
      text += " ORDER BY " + order.joined(separator: ", ")
      if generator.chance(30) { text += generator.pick([" SKIP ", " OFFSET "]) + "\(generator.below(4))" }
      if generator.chance(50) { text += " LIMIT \(generator.below(6))" }
      isOrdered = true
    }
    scope = columns
    lastIsOrdered = isOrdered
    return (text, isOrdered)
  }

  mutating func aggregate(_ kind: Kind) -> String? {
    switch kind {
    case .integer:
      switch generator.below(10) {
      case 9: return "percentileDisc(\(integer(1)), \(share()))"
      case 0, 1: return "count(*)"
      case 2: return "count(\(value(generator.pick([.integer, .string, .boolean, .integers]), 1)))"
      case 3: return "count(DISTINCT \(value(generator.pick([.integer, .string, .boolean]), 1)))"
      case 4: return "sum(\(integer(1)))"
      case 5: return "min(\(integer(1)))"
      case 6: return "max(\(integer(1)))"
      case 7: return "sum(DISTINCT \(integer(1)))"
      default: return "1 + count(*) * sum(\(integer(1)))"
      }
    case .float:
      if generator.chance(25) { return "percentileCont(\(integer(1)), \(share()))" }
      return generator.pick(["avg", "max", "min"]) + "(\(float(0)))"
    case .date: return generator.pick(["min", "max"]) + "(\(date(1)))"
    case .string: return generator.pick(["min", "max"]) + "(\(string(1)))"
    case .boolean: return generator.pick(["count(*) > \(generator.below(4))", "max(\(boolean(1)))"])
    case .integers: return generator.pick(["min", "max"]) + "(\(integers(1)))"
    case .bag: return generator.pick(["collect(", "collect(DISTINCT "]) + integer(1) + ")"
    default: return nil
    }
  }

  /// Shares whose products with small numbers have no rest.
  private mutating func share() -> String { generator.pick(["0", "0.25", "0.5", "0.75", "1"]) }
}
