import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

extension Evaluator {
  /// Runs a subplan for all rows at once; `outerRows` says which row each of its rows belongs to.
  func run(_ subplan: Subplan, on rows: Rows) throws(QueryError) -> (rows: Rows, outerRows: [Int]) {
    let source = ArgumentSource(rows.restricted(to: subplan.imported))
    let root = makeOperator(subplan.plan, context, source)
    let result = Rows(try root.all(), root.layout)
    let numbers = result.column(subplan.row)
    let outerRows = (0..<result.count).map { row -> Int in
      if case .integer(let number) = numbers[row] { Int(number) } else { 0 }
    }
    return (result, outerRows)
  }

  /// Runs a subplan for what it does to the graph.
  func runDry(_ subplan: Subplan, on rows: Rows) throws(QueryError) {
    let root = makeOperator(subplan.plan, context, ArgumentSource(rows.restricted(to: subplan.imported)))
    while try root.next() != nil {}
  }

  /// How many rows the subplan has for each row. Only the numbers of the rows are held.
  ///
  /// - Parameter exactly: false where it is enough to know whether there is any.
  func counts(_ subplan: Subplan, on rows: Rows, exactly: Bool = true) throws(QueryError) -> [Int] {
    if let degrees = try degrees(subplan, on: rows) { return degrees }
    let source = ArgumentSource(rows.restricted(to: subplan.imported))
    let root = makeOperator(
      subplan.plan, context, source, needs: Needs(variables: [subplan.row], isSet: !exactly))
    var counts = [Int](repeating: 0, count: rows.count)
    while let batch = try root.next() {
      let numbers = Rows(batch, root.layout).column(subplan.row)
      if case .integers(let numbers) = numbers {
        for number in numbers { counts[Int(number)] += 1 }
        continue
      }
      for row in 0..<batch.rowCount {
        if case .integer(let number) = numbers[row] { counts[Int(number)] += 1 }
      }
    }
    return counts
  }

  func collect(_ subplan: Subplan, _ result: Variable, on rows: Rows, _ range: SourceRange) throws(QueryError) -> Column
  {
    let (inner, outerRows) = try run(subplan, on: rows)
    let values = inner.column(result)
    var lists = [[Value]](repeating: [], count: rows.count)
    for (position, row) in outerRows.enumerated() { lists[row].append(values[position]) }
    let column = Column.values(lists.map(Value.list))
    try context.requireShallow(column, at: range)
    return column
  }
}
