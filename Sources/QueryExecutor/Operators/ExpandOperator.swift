import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each edge of one of its nodes, and the node at the other end.
final class ExpandOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let expand: LogicalPlan.Expand
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private let carried: CarriedColumns
  /// Whether somebody needs the edge, and the end.
  private let (keepsEdge, keepsEnd): (Bool, Bool)

  init(_ input: any Operator, _ expand: LogicalPlan.Expand, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    self.expand = expand
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    keepsEdge = needs.contains(expand.edge)
    keepsEnd = !expand.isInto && needs.contains(expand.to)
    layout = Layout(
      carried.variables + (keepsEdge ? [expand.edge] : []) + (keepsEnd ? [expand.to] : []))
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try cursor.next(from: input) {
      let rows = Rows(batch, input.layout)
      let found = find(rows)
      cursor.adapt(to: found.passed)
      // What leads elsewhere was looked at too.
      try context.check(rows: found.passed)
      guard found.count > 0 else { continue }
      let edges: [Column] = keepsEdge ? [.edges(found.edges)] : []
      let ends: [Column] = keepsEnd ? [.nodes(found.ends)] : []
      return Batch(rowCount: found.count, columns: carried.of(batch, at: found.rows) + edges + ends)
    }
    return nil
  }

  /// What was found for some rows; of the three columns those that are kept.
  private struct Found {
    var rows: [Int] = []
    var edges: [EdgeID] = []
    var ends: [NodeID] = []
    var count = 0
    /// With those that lead elsewhere than to where they should.
    var passed = 0
  }

  private func find(_ rows: Rows) -> Found {
    let graph = context.graph
    let starts = rows.column(expand.from).nodeIDs
    let types = LabelTest.types(expand.types, in: graph)
    let targets = expand.isInto ? rows.column(expand.to).nodeIDs : nil
    if let sides = graph.sides(expand.direction, types: types) { return find(starts, targets, sides) }
    var expansion = Expansion()
    graph.expand(starts, expand.direction, types: types, into: &expansion)
    let passed = expansion.rows.count
    if let targets { expansion.keep(endingAt: targets) }
    return Found(
      rows: expansion.rows, edges: expansion.edges, ends: expansion.neighbours, count: expansion.rows.count,
      passed: passed)
  }

  private func find(_ starts: [NodeID], _ targets: [NodeID]?, _ sides: [AdjacencySide]) -> Found {
    var found = Found()
    let keepsRows = !carried.variables.isEmpty
    if targets == nil, sides.count == 1 {
      find(starts, sides[0], keepsRows, &found)
    } else {
      for (row, start) in starts.enumerated() where start != .none {
        for side in sides {
          let slots =
            if let targets { side.slots(of: start, endingAt: targets[row]) } else {
              side.adjacency.slots(of: start.rawValue)
            }
          if slots.isEmpty { continue }
          found.count += slots.count
          if keepsRows { found.rows.append(contentsOf: repeatElement(row, count: slots.count)) }
          if keepsEnd { found.ends.append(contentsOf: side.adjacency.neighbours[slots].lazy.map { NodeID($0) }) }
          if keepsEdge { for slot in slots { found.edges.append(side.edge(slot)) } }
        }
      }
    }
    found.passed = found.count
    return found
  }

  /// Along one list: nothing is counted or looked up for each row that all of them have in common.
  private func find(_ starts: [NodeID], _ side: AdjacencySide, _ keepsRows: Bool, _ found: inout Found) {
    let adjacency = side.adjacency
    let rowOfSlot = adjacency.rows
    var count = 0
    adjacency.neighbours.withUnsafeBufferPointer { neighbours in
      adjacency.offsets.withUnsafeBufferPointer { offsets in
        for (row, start) in starts.enumerated() {
          guard start != .none, start.rawValue >= adjacency.first else { continue }
          let place = Int(start.rawValue - adjacency.first)
          guard place + 1 < offsets.count else { continue }
          let slots = Int(offsets[place])..<Int(offsets[place + 1])
          if slots.isEmpty { continue }
          count += slots.count
          if keepsRows { found.rows.append(contentsOf: repeatElement(row, count: slots.count)) }
          if keepsEnd { for slot in slots { found.ends.append(NodeID(neighbours[slot])) } }
          if keepsEdge {
            if let rowOfSlot {
              for slot in slots { found.edges.append(EdgeID(side.firstEdge + rowOfSlot[slot])) }
            } else {
              for slot in slots { found.edges.append(EdgeID(side.firstEdge + UInt32(truncatingIfNeeded: slot))) }
            }
          }
        }
      }
    }
    found.count += count
  }
}

extension Expansion {
  /// Only what ends at the node that the row knows already.
  mutating func keep(endingAt nodes: [NodeID]) {
    let kept = rows.indices.filter { neighbours[$0] == nodes[rows[$0]] }
    rows = kept.map { rows[$0] }
    edges = kept.map { edges[$0] }
    neighbours = kept.map { neighbours[$0] }
  }
}

extension Column {
  /// Each row as a node; `NodeID.none` for null and for anything that is no node.
  var nodeIDs: [NodeID] {
    switch self {
    case .nodes(let nodes): nodes
    default: values.map { if case .node(let node) = $0 { node } else { .none } }
    }
  }

  var edgeIDs: [EdgeID] {
    switch self {
    case .edges(let edges): edges
    default: values.map { if case .edge(let edge) = $0 { edge } else { .none } }
    }
  }
}
