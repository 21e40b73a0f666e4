import GraphCore
import QueryLanguage
import QueryPlanner

/// The rows of an input that differ in what is carried on, each with the nodes that walks start from.
struct WalkGroups {
  /// Of what is carried on, a row for each group; nil where there are no rows.
  let batch: Batch?
  /// Of each group, a node as often as rows hold it.
  let starts: [[NodeID]]
  /// The first group that nobody has taken.
  var next = 0

  init(batch: Batch?, starts: [[NodeID]]) {
    self.batch = batch
    self.starts = starts
  }

  /// Takes all rows of an input. Rows without a node to start from make a group, but no start.
  init(_ input: any Operator, from: Variable, carrying carried: CarriedColumns) throws(QueryError) {
    var table = KeyTable()
    var batches: [Batch] = []
    var starts: [[NodeID]] = []
    while let batch = try input.next() {
      let nodes = Rows(batch, input.layout).column(from).nodeIDs
      if carried.variables.isEmpty {
        // One group, of as many rows as there are: it is not looked for with each of them.
        if starts.isEmpty { starts.append([]) }
        if batches.isEmpty { batches.append(Batch(rowCount: 1, columns: [])) }
        starts[0] += nodes.contains(.none) ? nodes.filter { $0 != .none } : nodes
        continue
      }
      let rows = Batch(rowCount: batch.rowCount, columns: carried.of(batch))
      let numbers = table.numbers(of: rows.columns, rowCount: batch.rowCount)
      var new: [Int] = []
      for (row, number) in numbers.enumerated() {
        if number == starts.count {
          starts.append([])
          new.append(row)
        }
        if nodes[row] != .none { starts[number].append(nodes[row]) }
      }
      if !new.isEmpty { batches.append(rows.gathered(new)) }
    }
    self.init(batch: Batch.joined(batches), starts: starts)
  }
}
