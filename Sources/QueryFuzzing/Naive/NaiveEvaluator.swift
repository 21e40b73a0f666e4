import GraphCore
import QueryLanguage

/// What a query means, row by row and by nested loops: straight from the definitions of openCypher 9 and ISO GQL, and
/// with nothing of the planner or the executor in it. Slow, and as plain as possible.
package final class NaiveEvaluator {
  typealias Row = [String: Value]

  enum Failure: Error {
    /// The evaluator does not know this part of the language.
    case unsupported(String)
    /// A mistake of the query, which the engine should find as well.
    case mistake(String)
    /// More walks or rows than can be enumerated in reasonable time.
    case tooMuch
  }

  struct Table {
    /// nil where the query has no RETURN.
    var columns: [String]?
    var rows: [Row]
  }

  package private(set) var graph: NaiveGraph
  let parameters: [String: Value]
  private var steps = 0
  private let mostSteps: Int

  package init(_ graph: NaiveGraph, parameters: [String: Value], mostSteps: Int = 60_000) {
    self.graph = graph
    self.parameters = parameters
    self.mostSteps = mostSteps
  }

  package enum Answer {
    case rows(columns: [String], rows: [[Value]])
    case unanswered
    case mistake(String)
  }

  package func run(_ query: Query) -> Answer {
    do {
      let table = try viewed(query.filters) { try rows(of: query, on: [[:]], outer: [:]) }
      guard let columns = table.columns else { return .rows(columns: [], rows: []) }
      return .rows(columns: columns, rows: table.rows.map { row in columns.map { row[$0] ?? .null } })
    } catch Failure.mistake(let message) {
      return .mistake(message)
    } catch {
      return .unanswered
    }
  }

  func change(_ body: (inout NaiveGraph) throws -> Void) throws { try body(&graph) }

  func count(_ work: Int = 1) throws {
    steps += work
    if steps > mostSteps { throw Failure.tooMuch }
  }

  // MARK: Queries

  /// - Parameter outer: what a subquery can use all along, whatever its clauses project.
  func rows(of query: Query, on input: [Row], outer: Row) throws -> Table {
    var table = Table(columns: nil, rows: input)
    for part in query.parts {
      let start = table.rows
      table = try rows(of: part.first, on: start, outer: outer)
      for union in part.unions {
        let other = try rows(of: union.query, on: start, outer: outer)
        table.rows = combine(table.rows, other.rows, table.columns ?? [], union)
      }
      if let columns = table.columns {
        table.rows = table.rows.map { row in
          outer.merging(row.filter { columns.contains($0.key) }) { _, new in new }
        }
      }
    }
    return table
  }

  private func combine(_ left: [Row], _ right: [Row], _ columns: [String], _ union: Query.Union) -> [Row] {
    func key(_ row: Row) -> String { columns.map { groupText(row[$0] ?? .null) }.joined(separator: "|") }
    func distinct(_ rows: [Row]) -> [Row] {
      var seen: Set<String> = []
      return rows.filter { seen.insert(key($0)).inserted }
    }
    var counts: [String: Int] = [:]
    for row in right { counts[key(row), default: 0] += 1 }
    func takes(_ row: Row) -> Bool {
      counts[key(row), default: 0] -= 1
      return counts[key(row), default: 0] >= 0
    }
    switch (union.operation, union.keepsDuplicates) {
    case (.union, true): return left + right
    case (.union, false): return distinct(left + right)
    case (.otherwise, _): return left.isEmpty ? right : left
    case (.except, false): return distinct(left).filter { counts[key($0)] == nil }
    case (.except, true): return left.filter { !takes($0) }
    case (.intersect, false): return distinct(left).filter { counts[key($0)] != nil }
    case (.intersect, true): return left.filter(takes)
    }
  }

  private func rows(of query: SingleQuery, on input: [Row], outer: Row) throws -> Table {
    var rows = input
    for clause in query.clauses {
      try count(rows.count)
      switch clause {
      case .match(let clause): rows = try rows.flatMap { try match(clause, $0) }
      case .unwind(let clause): rows = try rows.flatMap { try unwind(clause, $0) }
      case .with(let clause): rows = try project(clause, rows, outer: outer).rows
      case .return(let clause): return try project(clause, rows, outer: outer)
      case .filter(let clause): rows = try rows.filter { try truth(clause.predicate, $0) == true }
      case .let(let clause):
        rows = try rows.map { row in
          var next = row
          for definition in clause.definitions { next[definition.name.text] = try value(definition.value, row) }
          return next
        }
      case .for(let clause): rows = try rows.flatMap { try loop(clause, $0) }
      case .page(let clause):
        rows = try page(rows.map { ($0, $0) }, clause.order, clause.skip, clause.limit)
      case .finish: return Table(columns: nil, rows: [])
      case .subquery(let clause): rows = try rows.flatMap { try call(clause, $0) }
      case .nested(let nested): return try self.rows(of: nested.query, on: rows, outer: outer)
      case .conditional(let conditional): return try self.conditional(conditional, rows, outer: outer)
      case .create(let clause): rows = try rows.map { try create(clause.patterns, $0) }
      case .merge(let clause): rows = try rows.flatMap { try merge(clause, $0) }
      case .set(let clause): for row in rows { try set(clause.items, row) }
      case .remove(let clause): for row in rows { try remove(clause.items, row) }
      case .delete(let clause): try delete(clause, rows)
      case .foreach(let clause): for row in rows { try foreach(clause, row) }
      case .call(let clause): rows = try rows.flatMap { try call(clause, $0) }
      case .load: throw Failure.unsupported("files")
      }
    }
    return Table(columns: nil, rows: rows)
  }

  // MARK: Clauses

  private func unwind(_ clause: UnwindClause, _ row: Row) throws -> [Row] {
    let elements: [Value]
    switch try value(clause.list, row) {
    case .list(let values): elements = values
    case .null: elements = []
    case let single: elements = [single]
    }
    return elements.map { row.merging([clause.variable.text: $0]) { _, new in new } }
  }

  private func loop(_ clause: ForClause, _ row: Row) throws -> [Row] {
    guard case .list(let elements) = try value(clause.list, row) else { return [] }
    return elements.enumerated().map { position, element in
      var next = row
      next[clause.variable.text] = element
      if let place = clause.position {
        next[place.variable.text] = .integer(Int64(position + (place.isOffset ? 0 : 1)))
      }
      return next
    }
  }

  private func call(_ clause: CallSubqueryClause, _ row: Row) throws -> [Row] {
    let table: Table
    switch clause.imports {
    case .byWith: table = try rows(of: clause.query, on: [row], outer: [:])
    case .all: table = try rows(of: clause.query, on: [row], outer: row)
    case .names(let names):
      let imported = row.filter { entry in names.contains { $0.text == entry.key } }
      table = try rows(of: clause.query, on: [imported], outer: imported)
    }
    guard let columns = table.columns else {
      if clause.isOptional { throw Failure.unsupported("OPTIONAL CALL without RETURN") }
      return [row]
    }
    if table.rows.isEmpty, clause.isOptional {
      return [row.merging(columns.map { ($0, .null) }) { _, new in new }]
    }
    return table.rows.map { found in
      row.merging(columns.map { ($0, found[$0] ?? .null) }) { _, new in new }
    }
  }

  private func call(_ clause: CallClause, _ row: Row) throws -> [Row] {
    guard clause.procedure.text == FuzzingProcedure.name, let arguments = clause.arguments, arguments.count == 1,
      case .fields(let fields, let predicate)? = clause.yield
    else { throw Failure.unsupported("procedures") }
    let argument = try value(arguments[0], row)
    var found: [Row] = []
    for entry in FuzzingProcedure.table where text(entry[0]) == text(argument) {
      var next = row
      for field in fields {
        guard let position = FuzzingProcedure.outputs.firstIndex(of: field.field.text) else {
          throw Failure.mistake("an output")
        }
        next[(field.alias ?? field.field).text] = entry[position + 1]
      }
      if try predicate.map({ try truth($0, next) == true }) ?? true { found.append(next) }
    }
    guard found.isEmpty, clause.isOptional else { return found }
    return [row.merging(fields.map { (($0.alias ?? $0.field).text, .null) }) { old, _ in old }]
  }

  private func conditional(_ conditional: ConditionalQuery, _ rows: [Row], outer: Row) throws -> Table {
    var result = Table(columns: columns(of: conditional), rows: [])
    for row in rows {
      var chosen = conditional.otherwise
      for branch in conditional.branches where try truth(branch.predicate, row) == true {
        chosen = branch.query
        break
      }
      guard let chosen else { continue }
      result.rows += try self.rows(of: chosen, on: [row], outer: row.merging(outer) { _, new in new }).rows
    }
    return result
  }

  private func columns(of conditional: ConditionalQuery) -> [String]? {
    guard let last = conditional.queries.first?.parts.last?.first.clauses.last else { return nil }
    switch last {
    case .return(let clause): return clause.items.map(\.columnName)
    case .nested(let nested):
      guard case .return(let clause)? = nested.query.parts.last?.first.clauses.last else { return nil }
      return clause.items.map(\.columnName)
    default: return nil
    }
  }
}
