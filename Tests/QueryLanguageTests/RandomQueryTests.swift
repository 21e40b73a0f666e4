import QueryLanguage
import SeededRandom
import SourceText
import Testing

/// Builds queries of every clause over the rows and every way of putting queries together, with names that are words of
/// the grammar.
private struct QueryBuilder {
  var generator: SeededGenerator

  private let nowhere = SourceRange(0, 0)
  private let names = [
    "a", "next", "of", "order", "limit", "offset", "skip", "filter", "let", "for", "when x", "otherwise", "except",
    "first",
    "last", "nulls", "group", "call", "load", "csv", "headers", "from", "foreach", "insert", "finish", "labeled",
    "typed",
    "cast", "union", "with", "then", "ordinality", "`",
  ]

  mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  mutating func name() -> Name { Name(names[below(names.count)], range: nowhere) }

  mutating func value() -> Expression {
    let kind: Expression.Kind =
      switch below(6) {
      case 0: .integer(Int64(below(9)))
      case 1: .string("x")
      case 2: .property(Expression(.variable(name().text), range: nowhere), key: name())
      case 3: .isTyped(Expression(.variable(name().text), range: nowhere), TypeName(.any), isNegated: below(2) == 0)
      case 4: .list([Expression(.variable(name().text), range: nowhere)])
      default: .variable(name().text)
      }
    return Expression(kind, range: nowhere)
  }

  mutating func maybe() -> Expression? { below(2) == 0 ? nil : value() }

  private mutating func sortItems() -> [SortItem] {
    (0..<below(3)).map { _ in
      SortItem(expression: value(), isDescending: below(2) == 0, nulls: [nil, .first, .last][below(3)])
    }
  }

  private mutating func projection(isReturn: Bool) -> ProjectionClause {
    let items = (0...below(2)).map { _ in ProjectionItem(expression: value(), alias: name(), text: "") }
    return ProjectionClause(
      isDistinct: below(3) == 0, includesAll: below(4) == 0, items: items,
      grouping: below(3) == 0 ? (0..<below(3)).map { _ in value() } : nil, order: sortItems(), skip: maybe(),
      limit: maybe(), predicate: isReturn ? nil : maybe(), range: nowhere)
  }

  private mutating func clause(_ depth: Int) -> Clause {
    switch below(depth > 0 ? 9 : 7) {
    case 0: return .filter(FilterClause(predicate: value(), range: nowhere))
    case 1:
      let definitions = (0...below(2)).map { _ in LetClause.Definition(name: name(), value: value()) }
      return .let(LetClause(definitions: definitions, range: nowhere))
    case 2:
      let position = ForClause.Position(variable: name(), isOffset: below(2) == 0)
      return .for(
        ForClause(variable: name(), list: value(), position: below(2) == 0 ? position : nil, range: nowhere))
    case 3:
      return .page(
        PageClause(order: sortItems(), skip: maybe(), limit: value(), range: nowhere))
    case 4: return .with(projection(isReturn: false))
    case 5:
      return .load(
        LoadClause(
          hasHeaders: below(2) == 0, source: value(), variable: name(), separator: [nil, ";", "'"][below(3)],
          range: nowhere))
    case 6: return .unwind(UnwindClause(list: value(), variable: name(), range: nowhere))
    default:
      let imports: CallSubqueryClause.Imports =
        switch below(3) {
        case 0: .byWith
        case 1: .all
        default: .names((0..<below(3)).map { _ in name() })
        }
      return .subquery(
        CallSubqueryClause(isOptional: below(2) == 0, imports: imports, query: query(depth - 1), range: nowhere))
    }
  }

  private mutating func single(_ depth: Int) -> SingleQuery {
    if depth > 0, below(4) == 0 {
      return SingleQuery(clauses: [.nested(NestedQuery(query: query(depth - 1), range: nowhere))], range: nowhere)
    }
    var clauses: [Clause] = []
    for _ in 0..<below(4) {
      let next = clause(depth)
      // A page behind a WITH or another page would be a part of it.
      if case .page = next {
        switch clauses.last {
        case .with, .page: continue
        default: break
        }
      }
      clauses.append(next)
    }
    return SingleQuery(clauses: clauses + [.return(projection(isReturn: true))], range: nowhere)
  }

  private mutating func part(_ depth: Int) -> Query.Part {
    if depth > 0, below(4) == 0 {
      let branches = (0...below(2)).map { _ in
        ConditionalQuery.Branch(predicate: value(), query: query(depth - 1))
      }
      let conditional = ConditionalQuery(
        branches: branches, otherwise: below(2) == 0 ? nil : query(depth - 1), range: nowhere)
      return Query.Part(first: SingleQuery(clauses: [.conditional(conditional)], range: nowhere))
    }
    let operation: Query.SetOperation = [.union, .except, .intersect, .otherwise][below(4)]
    let keepsDuplicates = operation == .otherwise || below(2) == 0
    let unions = (0..<below(3)).map { _ in
      Query.Union(operation: operation, keepsDuplicates: keepsDuplicates, query: single(depth))
    }
    return Query.Part(first: single(depth), unions: unions)
  }

  mutating func query(_ depth: Int) -> Query {
    let first = part(depth)
    let following = (0..<max(0, below(4) - 1)).map { _ in part(depth) }
    return Query(first: first.first, unions: first.unions, following: following, range: nowhere)
  }
}

@Suite("random queries")
struct RandomQueryTests {
  @Test("a query of any shape prints to text that parses to it", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) {
    var builder = QueryBuilder(generator: SeededGenerator(seed: seed))
    for _ in 0..<60 {
      let query = builder.query(builder.below(4))
      let text = query.description
      do throws(QueryError) {
        #expect(try parse(text) == query, "seed \(seed): \(text)")
      } catch {
        Issue.record("seed \(seed): \(error.message) in \(text)")
      }
    }
  }
}
