import QueryLanguage
import SeededRandom
import SourceText
import Testing

/// Builds expressions of every kind, in shapes that no one would write.
private struct TreeBuilder {
  var generator: SeededGenerator

  typealias Tree = Expression

  private let nowhere = SourceRange(0, 0)
  private let names = [
    "a", "b", "of", "order", "match", "in", "count", "any", "x y", "`", "é", "end", "1a", "is", "where",
  ]

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  mutating func name() -> Name { Name(names[below(names.count)], range: nowhere) }
  mutating func maybe(_ depth: Int) -> Tree? { below(2) == 0 ? nil : tree(depth) }

  mutating func tree(_ depth: Int) -> Tree { Tree(depth <= 0 ? leaf() : node(depth - 1), range: nowhere) }

  private mutating func trees(_ depth: Int, _ count: Int) -> [Tree] { (0..<below(count)).map { _ in tree(depth) } }

  private mutating func leaf() -> Tree.Kind {
    switch below(8) {
    case 0: .null
    case 1: .boolean(below(2) == 0)
    case 2: .integer([0, 1, -1, Int64.max, Int64.min][below(5)])
    case 3: .float([0.5, -1.5, 1e300, -5e-324][below(4)])
    case 4: .string(["", "it's", "\\n\n", "😀\u{202E}\u{0}"][below(4)])
    case 5: .parameter(["p", "0", "a b", "`"][below(4)])
    case 6: .countAll
    default: .variable(name().text)
    }
  }

  private mutating func node(_ depth: Int) -> Tree.Kind {
    switch below(27) {
    case 25: return .isNormalized(tree(depth), Tree.NormalForm.allCases[below(4)], isNegated: below(2) == 0)
    case 26: return .isDirected(tree(depth), isNegated: below(2) == 0)
    case 20: return .isTyped(tree(depth), type(2), isNegated: below(2) == 0)
    case 21: return .cast(tree(depth), type(2))
    case 24: return .isTruth(tree(depth), [true, false, nil][below(3)], isNegated: below(2) == 0)
    case 22: return .propertyExists(tree(depth), key: name())
    case 23:
      return .allReduce(
        accumulator: name(), initial: tree(depth), variable: name(), list: tree(depth), result: tree(depth),
        predicate: tree(depth))
    case 0: return .list(trees(depth, 3))
    case 1: return .map((0..<below(3)).map { _ in Tree.MapEntry(key: name(), value: tree(depth)) })
    case 2: return .property(tree(depth), key: name())
    case 3: return .index(tree(depth), tree(depth))
    case 4: return .slice(tree(depth), from: maybe(depth), to: maybe(depth))
    case 5: return .hasLabels(tree(depth), labels(3))
    case 6: return .unary(.not, tree(depth))
    case 7: return sign(depth)
    case 8, 9: return .binary([.or, .or, .xor, .and][below(4)], tree(depth), tree(depth))
    case 10, 11:
      let operators: [Tree.BinaryOperator] = [
        .add, .subtract, .multiply, .divide, .modulo, .power, .concatenate, .in, .in, .startsWith, .endsWith, .contains,
        .matches,
      ]
      return .binary(operators[below(operators.count)], tree(depth), tree(depth))
    case 12:
      let operators: [Tree.ComparisonOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
      let others = (0...below(2)).map { _ in
        Tree.Comparison(operator: operators[below(operators.count)], operand: tree(depth))
      }
      return .comparison(tree(depth), others)
    case 13: return .isNull(tree(depth), isNegated: below(2) == 0)
    case 14:
      let functions = ["f", "any", "all", "reduce", "shortestPath", "date.truncate", "match", "count", "exists", "a b"]
      let function = Name(functions[below(functions.count)], range: nowhere)
      return .call(Tree.FunctionCall(name: function, isDistinct: below(4) == 0, arguments: [tree(depth)]))
    case 15: return .case(branches(depth))
    case 16:
      return .listComprehension(variable: name(), list: tree(depth), predicate: maybe(depth), result: maybe(depth))
    case 17:
      return .quantified(
        [.all, .any, .none, .single][below(4)], variable: name(), list: tree(depth), predicate: tree(depth))
    case 18:
      return .reduce(
        accumulator: name(), initial: tree(depth), variable: name(), list: tree(depth), result: tree(depth))
    default: return pattern(depth)
    }
  }

  /// A minus on a number that has none is a tree of its own; one on a negative number is, too.
  private mutating func sign(_ depth: Int) -> Tree.Kind { .unary(below(2) == 0 ? .minus : .plus, tree(depth)) }

  private mutating func branches(_ depth: Int) -> Tree.CaseExpression {
    let subject = maybe(depth)
    let branches = (0...below(2)).map { _ in
      let tests = (0...(subject == nil ? 0 : below(3))).map { _ in
        subject != nil && below(2) == 0 ? subjectTest(depth) : tree(depth)
      }
      return Tree.CaseExpression.Branch(when: tests, then: tree(depth))
    }
    return Tree.CaseExpression(subject: subject, branches: branches, otherwise: maybe(depth))
  }

  private mutating func subjectTest(_ depth: Int) -> Tree {
    let subject = Tree(.caseSubject, range: nowhere)
    let kind: Tree.Kind
    switch below(8) {
    case 6: kind = .isNormalized(subject, Tree.NormalForm.allCases[below(4)], isNegated: below(2) == 0)
    case 7: kind = .isDirected(subject, isNegated: below(2) == 0)
    case 0: kind = .isNull(subject, isNegated: below(2) == 0)
    case 1: kind = .isTyped(subject, type(2), isNegated: below(2) == 0)
    case 2: kind = .hasLabels(subject, labels(2))
    case 3: kind = .unary(.not, Tree(.hasLabels(subject, labels(2)), range: nowhere))
    case 4: kind = .comparison(subject, [Tree.Comparison(operator: .less, operand: tree(depth))])
    default: kind = .binary([.in, .startsWith, .matches][below(3)], subject, tree(depth))
    }
    return Tree(kind, range: nowhere)
  }

  private mutating func type(_ depth: Int) -> TypeName {
    var type =
      switch depth <= 0 ? 0 : below(6) {
      case 1: TypeName(.list(self.type(depth - 1)))
      case 2: union(of: self.type(depth - 1), self.type(depth - 1))
      case 3: TypeName(.zonedDateTime)
      case 4: TypeName(.any)
      default: TypeName(.integer)
      }
    if case .union = type.kind { return type }
    type.isNullable = below(3) > 0
    return type
  }

  /// Its members agree on whether null is among their values.
  private func union(of first: TypeName, _ second: TypeName) -> TypeName {
    var members = [first, second]
    let isUnion = members.contains { if case .union = $0.kind { true } else { false } }
    for place in members.indices { members[place].isNullable = isUnion || first.isNullable }
    return TypeName(.union(members))
  }

  private mutating func pattern(_ depth: Int) -> Tree.Kind {
    let node = NodePattern(variable: name(), labels: labels(2), predicate: maybe(depth), range: nowhere)
    let edge = EdgePattern(
      variable: below(2) == 0 ? nil : name(), types: below(2) == 0 ? nil : labels(2),
      direction: [.outgoing, .incoming, .either][below(3)],
      length: below(3) > 0 ? nil : EdgePattern.Length(minimum: [nil, 0, 2][below(3)], maximum: [nil, 2, 5][below(3)]),
      properties: below(2) == 0 ? nil : Tree(.map([Tree.MapEntry(key: name(), value: tree(depth))]), range: nowhere),
      predicate: maybe(depth), range: nowhere)
    let path = PathPattern(
      start: NodePattern(range: nowhere), steps: [PathPattern.Step(.edge(edge), node: node)], range: nowhere)
    switch below(4) {
    case 0: return .patternComprehension(path, predicate: maybe(depth), result: tree(depth))
    case 1:
      let kind: Tree.SubqueryKind = below(2) == 0 ? .exists : .count
      return .subquery(kind, .pattern([searched(path, edge, depth)], predicate: maybe(depth)))
    case 2:
      let argument = Tree(.pattern(path), range: nowhere)
      let exists = Name("exists", range: nowhere)
      return .call(Tree.FunctionCall(name: exists, isDistinct: false, arguments: [argument]))
    default: return .mapProjection(name(), [.allProperties, .property(name()), .variable(name())])
    }
  }

  /// The path with what stands before or around a pattern that is matched, and maybe with a group.
  private mutating func searched(_ path: PathPattern, _ edge: EdgePattern, _ depth: Int) -> PathPattern {
    var path = path
    let selections: [PathSelection?] = [
      nil, .all, .any(nil), .any(Tree(.integer(2), range: nowhere)), .anyShortest, .allShortest,
      .shortest(Tree(.parameter("k"), range: nowhere)), .shortestGroups(nil),
      .shortestGroups(Tree(.integer(3), range: nowhere)),
    ]
    path.selection = selections[below(selections.count)]
    path.mode = below(2) == 0 ? nil : PathMode.allCases[below(PathMode.allCases.count)]
    path.predicate = maybe(depth)
    if below(2) == 0 {
      var single = edge
      single.length = nil
      let inner = PathPattern(
        start: NodePattern(variable: name(), range: nowhere),
        steps: [PathPattern.Step(.edge(single), node: NodePattern(predicate: maybe(depth), range: nowhere))],
        predicate: maybe(depth), range: nowhere)
      let isQuestioned = below(4) == 0
      let quantifier =
        isQuestioned
        ? EdgePattern.Length(minimum: 0, maximum: 1)
        : EdgePattern.Length(minimum: below(3), maximum: [nil, 2, 5][below(3)])
      let group = PathGroup(pattern: inner, quantifier: quantifier, isQuestioned: isQuestioned, range: nowhere)
      path.steps.insert(PathPattern.Step(.group(group), node: NodePattern(range: nowhere)), at: below(2))
    }
    return path
  }

  private mutating func labels(_ depth: Int) -> LabelExpression {
    switch depth <= 0 ? 0 : below(7) {
    case 1: .any
    case 6: .computed(tree(depth - 1), needsAll: below(2) == 0)
    case 2: .not(labels(depth - 1))
    case 3, 4: .and(labels(depth - 1), labels(depth - 1))
    case 5: .or(labels(depth - 1), labels(depth - 1))
    default: .name(name())
    }
  }
}

@Suite("random trees")
struct RandomTreeTests {
  @Test("a tree of any shape prints to text that parses to it", arguments: 0..<60 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var builder = TreeBuilder(generator: SeededGenerator(seed: seed))
    for _ in 0..<100 {
      let depth = 1 + builder.below(5)
      let tree = builder.tree(depth)
      let item = ProjectionItem(expression: tree, alias: nil, text: "")
      let clause = ProjectionClause(items: [item], range: SourceRange(0, 0))
      let single = SingleQuery(clauses: [.return(clause)], range: SourceRange(0, 0))
      let query = Query(first: single, range: SourceRange(0, 0))
      let text = query.description
      do throws(QueryError) {
        #expect(try parse(text) == query, "seed \(seed): \(text)")
      } catch {
        Issue.record("seed \(seed): \(error.message) in \(text)")
      }
    }
  }

  @Test("chains of any shape keep it", arguments: 0..<30 as Range<UInt64>)
  func chains(seed: UInt64) {
    var builder = TreeBuilder(generator: SeededGenerator(seed: seed))
    for _ in 0..<20 {
      var parts = (0..<Int(2 + builder.below(30))).map { Expression(.variable("v\($0)"), range: SourceRange(0, 0)) }
      while parts.count > 1 {
        let place = builder.below(parts.count - 1)
        let whole = Expression(.binary(.or, parts[place], parts[place + 1]), range: SourceRange(0, 0))
        parts.replaceSubrange(place...place + 1, with: [whole])
      }
      let text = "RETURN \(parts[0])"
      guard case .return(let clause)? = try? parse(text).first.clauses[0] else {
        Issue.record("seed \(seed): \(text)")
        continue
      }
      #expect(clause.items[0].expression == parts[0], "seed \(seed): \(text)")
    }
  }
}
