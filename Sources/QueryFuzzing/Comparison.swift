import GraphCore
import QueryLanguage

/// One graph, in the engine and as plain lists, and what is compared on it.
package struct Comparison {
  /// As the engine numbers its elements.
  package let plain: NaiveGraph
  /// Makes the graph.
  private let statement: String
  let engine: Engine
  let parameters: [String: Value]

  /// Which second opinion there was.
  package enum Opinion: String, CaseIterable, Sendable {
    case plainPlan = "plain plan"
    case naive = "naive evaluator"
    case partition = "partition of a predicate"
    case printed = "printed query"
  }

  package enum Outcome: Sendable {
    /// Both say the same.
    case agreed(Opinion, hasRows: Bool)
    /// The engine refuses the query, or stops it at a limit, with a message.
    case refused(String, query: String)
    /// The second opinion is not to be had: too much to enumerate, or unknown to the naive evaluator.
    case unanswered(Opinion)
    case differs(Difference)
  }

  package struct Difference: Sendable {
    package let opinion: Opinion
    package let statement: String
    package let query: String
    package let engine: [String]
    package let other: [String]
  }

  package init(_ plain: NaiveGraph, isFolded: Bool) throws(QueryError) {
    let parameters: [String: Value] = [
      "two": .integer(2), "list": .list([.integer(1), .null, .integer(2)]),
    ]
    self.parameters = parameters
    statement = plain.statement
    engine = try Engine(statement, parameters: parameters, isFolded: isFolded)
    self.plain = NaiveGraph(engine.graph)
  }

  // MARK: One query against others' answers

  /// The query as it is planned against the plain plan of what is printed of it, and against the naive evaluator.
  package func check(_ text: String, isOrdered: Bool) -> [Outcome] {
    let query: Query
    let answer: Engine.Answer
    do {
      query = try parse(text)
      answer = try engine.run(query, isPlain: false)
    } catch {
      return [.refused("\(error.code.rawValue): \(error.message)", query: text)]
    }
    let mine = lines(
      answer.columns, answer.rows, isOrdered, NaiveGraph.lines(of: answer.graph), query.isUpdating)
    return printed(query, text, mine, isOrdered) + [naive(query, text, mine, isOrdered)]
  }

  /// What is printed of the query has the same tree, and, planned plainly, the same rows.
  private func printed(_ query: Query, _ text: String, _ mine: [String], _ isOrdered: Bool) -> [Outcome] {
    let printed = query.description
    do throws(QueryError) {
      let again = try parse(printed)
      guard again == query else { return [differs(.printed, text, ["another tree"], [printed])] }
      return [.agreed(.printed, hasRows: !mine.isEmpty), plainPlan(again, text, mine, isOrdered)]
    } catch {
      return [differs(.printed, text, ["\(error.code.rawValue): \(error.message)"], [printed])]
    }
  }

  private func plainPlan(_ query: Query, _ text: String, _ mine: [String], _ isOrdered: Bool) -> Outcome {
    do throws(QueryError) {
      let other = try engine.run(query, isPlain: true)
      let lines = lines(
        other.columns, other.rows, isOrdered, NaiveGraph.lines(of: other.graph), query.isUpdating)
      return mine == lines ? .agreed(.plainPlan, hasRows: !mine.isEmpty) : differs(.plainPlan, text, mine, lines)
    } catch {
      if error.category == .resourceError { return .unanswered(.plainPlan) }
      return differs(.plainPlan, text, mine, ["\(error.code.rawValue): \(error.message)"])
    }
  }

  private func naive(_ query: Query, _ text: String, _ mine: [String], _ isOrdered: Bool) -> Outcome {
    let evaluator = NaiveEvaluator(plain, parameters: parameters)
    switch evaluator.run(query) {
    case .rows(let columns, let rows):
      let lines = lines(columns, rows, isOrdered, evaluator.graph.lines, query.isUpdating)
      return mine == lines ? .agreed(.naive, hasRows: !mine.isEmpty) : differs(.naive, text, mine, lines)
    case .unanswered: return .unanswered(.naive)
    case .mistake(let message): return differs(.naive, text, mine, ["a mistake: \(message)"])
    }
  }

  /// Rows as text, sorted unless the query orders them, and behind them the graph if it was changed.
  private func lines(
    _ columns: [String], _ rows: [[Value]], _ isOrdered: Bool, _ graph: @autoclosure () -> [String], _ isUpdating: Bool
  ) -> [String] {
    let texts = rows.map { row in
      zip(columns, row).map { $0.hasPrefix("bag") ? unorderedText($1) : text($1) }.joined(separator: " | ")
    }
    return (isOrdered ? texts : texts.sorted()) + (isUpdating ? graph() : [])
  }

  // MARK: A query against its parts

  package func check(_ query: PartitionedQuery) -> Outcome {
    do throws(QueryError) {
      let whole = try rows(query.whole)
      var parts: [[Value]] = []
      for part in query.parts { parts += try rows(part) }
      let (mine, other) = (query.whole(whole), query.together(parts))
      return mine == other
        ? .agreed(.partition, hasRows: !whole.isEmpty)
        : differs(.partition, query.parts.joined(separator: ";\n"), other, mine)
    } catch {
      return .refused("\(error.code.rawValue): \(error.message)", query: query.parts[0])
    }
  }

  private func rows(_ text: String) throws(QueryError) -> [[Value]] { try engine.run(parse(text), isPlain: false).rows }

  private func differs(_ opinion: Opinion, _ text: String, _ mine: [String], _ other: [String]) -> Outcome {
    .differs(.init(opinion: opinion, statement: statement, query: text, engine: mine, other: other))
  }
}
