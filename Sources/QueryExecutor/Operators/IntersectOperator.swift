import GraphCore
import QueryLanguage
import QueryPlanner

/// Each input row with each node that edges lead to from several of its nodes: what their neighbours have in common.
///
/// The neighbours of one leg's node are marked, once for all rows in a row that have the same; those of another leg's are
/// looked up among the marks. Costs the neighbours looked up, and those marked once for each change of node.
final class IntersectOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let intersect: LogicalPlan.Intersect
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private let carried: CarriedColumns
  private let keptLegs: [Int]
  private let keepsNode: Bool
  /// Pairs of legs, and legs with edges of the input, that must not be the same.
  private var apartLegs: [(Int, Int)] = []
  private var apartKnown: [(leg: Int, edge: Variable)] = []
  /// By leg.
  private var marks: [NeighbourMarks]

  init(_ input: any Operator, _ intersect: LogicalPlan.Intersect, _ needs: Needs, _ context: ExecutionContext) {
    self.input = input
    self.intersect = intersect
    self.context = context
    carried = CarriedColumns(of: input.layout, needs)
    keptLegs = intersect.legs.indices.filter { needs.contains(intersect.legs[$0].edge) }
    keepsNode = needs.contains(intersect.node)
    marks = Array(repeating: NeighbourMarks(), count: intersect.legs.count)
    layout = Layout(
      carried.variables + keptLegs.map { intersect.legs[$0].edge } + (keepsNode ? [intersect.node] : []))
    let places = Dictionary(uniqueKeysWithValues: intersect.legs.enumerated().map { ($1.edge, $0) })
    for (a, b) in intersect.apart {
      switch (places[a], places[b]) {
      case (let left?, let right?): apartLegs.append((left, right))
      case (let leg?, nil): apartKnown.append((leg, b))
      case (nil, let leg?): apartKnown.append((leg, a))
      case (nil, nil): break
      }
    }
  }

  /// What was found for some rows.
  private struct Found {
    var rows: [Int] = []
    var nodes: [NodeID] = []
    /// By leg.
    var edges: [[EdgeID]]
    var count = 0
    /// How many neighbours were looked at.
    var looked = 0
  }

  func next() throws(QueryError) -> Batch? {
    while let batch = try cursor.next(from: input) {
      // Only one may hold what grows.
      var marks = exchange(&self.marks, with: [])
      let found = try find(Rows(batch, input.layout), &marks)
      self.marks = marks
      cursor.adapt(to: found.count)
      try context.check(rows: batch.rowCount + found.looked / Self.looksPerRow + found.rows.count)
      guard found.count > 0 else { continue }
      let edges = keptLegs.map { Column.edges(found.edges[$0]) }
      let nodes: [Column] = keepsNode ? [.nodes(found.nodes)] : []
      return Batch(rowCount: found.count, columns: carried.of(batch, at: found.rows) + edges + nodes)
    }
    return nil
  }

  /// So many neighbours looked at count as one row against the limit.
  private static let looksPerRow = 32

  private func find(_ rows: Rows, _ marks: inout [NeighbourMarks]) throws(QueryError) -> Found {
    let graph = context.graph
    let starts = intersect.legs.map { rows.column($0.from).nodeIDs }
    // The leg whose nodes change most is looked up among the marks of the others.
    let changes = starts.map { nodes in nodes.indices.dropFirst().count { nodes[$0] != nodes[$0 - 1] } }
    let probe = changes.indices.max { changes[$0] < changes[$1] } ?? 0
    let marked = starts.indices.filter { $0 != probe }
    let neighbours = intersect.legs.map { Neighbours($0, graph) }
    for leg in marked { try marks[leg].prepare(graph.nodeCapacity) }
    let known = KnownEdges(apartKnown, rows)
    let probed = neighbours[probe].sides
    let needsEdges = !keptLegs.isEmpty || !apartLegs.isEmpty || !apartKnown.isEmpty
    var found = Found(edges: Array(repeating: [], count: intersect.legs.count))
    if marked.count == 1, let probed {
      let pair = Pair(probe: probe, marked: marked[0], known: known, needsEdges: needsEdges)
      SidePointers.with(probed[...]) { sides in
        find(starts, neighbours[marked[0]], sides, pair, &marks[marked[0]], &found)
      }
      return found
    }
    for row in 0..<rows.count where starts.allSatisfy({ $0[row] != .none }) {
      for leg in marked where marks[leg].node != starts[leg][row] {
        found.looked += marks[leg].mark(starts[leg][row], neighbours[leg])
      }
      let near = neighbours[probe].all(of: starts[probe][row])
      found.looked += near.count
      for (neighbour, edge) in near where marked.allSatisfy({ marks[$0].first(neighbour) != 0 }) {
        add(row, neighbour, edge, probe, marked, marks, known, &found)
      }
    }
    return found
  }

  /// From how many times the length on.
  private static let muchLonger = 16

  /// Two legs, by number, and what their edges must not be.
  private struct Pair {
    let probe: Int
    let marked: Int
    let known: KnownEdges
    let needsEdges: Bool
  }

  /// The common neighbours of two legs, of which one is marked.
  ///
  /// Everything that the rows have in common is taken out of the loop, down to the references that would be counted for
  /// each of them: two threads that count the same ones slow each other down to less than one.
  private func find(
    _ starts: [[NodeID]], _ neighbours: Neighbours, _ sides: [SidePointers], _ pair: Pair,
    _ marks: inout NeighbourMarks, _ found: inout Found
  ) {
    let (nodes, probes) = (starts[pair.marked], starts[pair.probe])
    let keepsRows = !carried.variables.isEmpty
    let isApart = !apartLegs.isEmpty
    var count = 0
    var start = 0
    while start < nodes.count {
      let node = nodes[start]
      var end = start + 1
      while end < nodes.count, nodes[end] == node { end += 1 }
      defer { start = end }
      if node == .none { continue }
      // Where nothing is looked up, nothing need be marked.
      let isProbed = (start..<end).contains { row in sides.contains { !$0.slots(of: probes[row].rawValue).isEmpty } }
      guard isProbed else { continue }
      if marks.node != node { found.looked += marks.mark(node, neighbours) }
      guard let firsts = marks.firsts?.elements, !marks.entries.isEmpty else { continue }
      let isCount = !pair.needsEdges && !keepsNode && !marks.hasRepetitions
      marks.entries.withUnsafeBufferPointer { entries in
        for row in start..<end where probes[row] != .none {
          let before = count
          for side in sides {
            let slots = side.slots(of: probes[row].rawValue)
            // A short list is looked up in a long one, by halves.
            if slots.count > Self.muchLonger * entries.count, !marks.hasRepetitions {
              found.looked += entries.count
              for entry in entries {
                var slot = firstPlace(
                  in: slots, of: side.neighbours, notBelow: entry.neighbour.rawValue)
                while slot < slots.upperBound, side.neighbours[slot] == entry.neighbour.rawValue {
                  let probed = side.edge(slot)
                  slot += 1
                  if isApart && probed == entry.edge || pair.known.contains(row, pair.probe, probed, entry.edge) {
                    continue
                  }
                  count += 1
                  if keepsNode { found.nodes.append(entry.neighbour) }
                  for leg in keptLegs { found.edges[leg].append(leg == pair.probe ? probed : entry.edge) }
                }
              }
              continue
            }
            found.looked += slots.count
            if isCount {
              for slot in slots { count += firsts[Int(side.neighbours[slot])] != 0 ? 1 : 0 }
              continue
            }
            for slot in slots {
              var entry = Int(firsts[Int(side.neighbours[slot])])
              if entry == 0 { continue }
              let probed = side.edge(slot)
              while entry != 0 {
                let other = entries[entry - 1].edge
                entry = Int(entries[entry - 1].next)
                if isApart, probed == other { continue }
                if pair.known.contains(row, pair.probe, probed, other) { continue }
                count += 1
                if keepsNode { found.nodes.append(NodeID(side.neighbours[slot])) }
                for leg in keptLegs { found.edges[leg].append(leg == pair.probe ? probed : other) }
              }
            }
          }
          if keepsRows, count > before { found.rows.append(contentsOf: repeatElement(row, count: count - before)) }
        }
      }
    }
    found.count += count
  }

  /// Each combination of the edges that lead to a node that all legs lead to.
  private func add(
    _ row: Int, _ node: NodeID, _ edge: EdgeID, _ probe: Int, _ marked: [Int], _ marks: [NeighbourMarks],
    _ known: KnownEdges, _ found: inout Found
  ) {
    var entries = marked.map { marks[$0].first(node) }
    var chosen = [EdgeID](repeating: edge, count: marks.count)
    while true {
      for (place, leg) in marked.enumerated() { chosen[leg] = marks[leg].edge(entries[place]) }
      let isApart =
        apartLegs.allSatisfy { chosen[$0.0] != chosen[$0.1] } && !known.contains(row, chosen)
      if isApart {
        found.count += 1
        if !carried.variables.isEmpty { found.rows.append(row) }
        if keepsNode { found.nodes.append(node) }
        for leg in keptLegs { found.edges[leg].append(chosen[leg]) }
      }
      // The last leg runs fastest.
      var place = marked.count - 1
      while place >= 0 {
        entries[place] = marks[marked[place]].next(entries[place])
        if entries[place] != 0 { break }
        entries[place] = marks[marked[place]].first(node)
        place -= 1
      }
      if place < 0 { return }
    }
  }
}

/// One side of the probed leg, read without counting references.
private struct SidePointers {
  let neighbours: UnsafeBufferPointer<UInt32>
  private let offsets: UnsafeBufferPointer<UInt32>
  /// nil where the slot is the row.
  private let rows: UnsafeBufferPointer<UInt32>?
  private let first: UInt32
  private let firstEdge: UInt32

  /// The pointers hold as long as `body` runs.
  static func with(_ sides: ArraySlice<AdjacencySide>, _ opened: [SidePointers] = [], _ body: ([SidePointers]) -> Void)
  {
    guard let side = sides.first else { return body(opened) }
    let adjacency = side.adjacency
    adjacency.neighbours.withUnsafeBufferPointer { neighbours in
      adjacency.offsets.withUnsafeBufferPointer { offsets in
        func open(_ rows: UnsafeBufferPointer<UInt32>?) {
          let pointers = SidePointers(
            neighbours: neighbours, offsets: offsets, rows: rows, first: adjacency.first, firstEdge: side.firstEdge)
          with(sides.dropFirst(), opened + [pointers], body)
        }
        if let rows = adjacency.rows { rows.withUnsafeBufferPointer { open($0) } } else { open(nil) }
      }
    }
  }

  @inline(__always)
  func slots(of node: UInt32) -> Range<Int> {
    guard node >= first, Int(node - first) + 1 < offsets.count else { return 0..<0 }
    return Int(offsets[Int(node - first)])..<Int(offsets[Int(node - first) + 1])
  }

  @inline(__always)
  func edge(_ slot: Int) -> EdgeID { EdgeID(firstEdge + (rows.map { $0[slot] } ?? UInt32(truncatingIfNeeded: slot))) }
}

/// The edges that rows have already and legs must not lead over, side by side for each row.
private struct KnownEdges {
  private let legs: [Int]
  private let edges: [EdgeID]

  init(_ known: [(leg: Int, edge: Variable)], _ rows: Rows) {
    legs = known.map(\.leg)
    let columns = known.map { rows.column($0.edge).edgeIDs }
    var edges: [EdgeID] = []
    edges.reserveCapacity(rows.count * columns.count)
    if !columns.isEmpty { for row in 0..<rows.count { for column in columns { edges.append(column[row]) } } }
    self.edges = edges
  }

  @inline(__always)
  func contains(_ row: Int, _ probe: Int, _ probed: EdgeID, _ other: EdgeID) -> Bool {
    for place in legs.indices where edges[row * legs.count + place] == (legs[place] == probe ? probed : other) {
      return true
    }
    return false
  }

  func contains(_ row: Int, _ chosen: [EdgeID]) -> Bool {
    legs.indices.contains { edges[row * legs.count + $0] == chosen[legs[$0]] }
  }
}

/// The neighbours of nodes along one leg.
private struct Neighbours {
  /// nil where only `expand` can tell.
  let sides: [AdjacencySide]?
  private let graph: any GraphReader
  private let direction: EdgeDirection
  private let types: [EdgeTypeID]?

  init(_ leg: LogicalPlan.Intersect.Leg, _ graph: any GraphReader) {
    self.graph = graph
    direction = leg.direction
    types = LabelTest.types(leg.types, in: graph)
    sides = graph.sides(direction, types: types)
  }

  func all(of node: NodeID) -> [(NodeID, EdgeID)] {
    guard let sides else {
      var expansion = Expansion()
      graph.expand([node], direction, types: types, into: &expansion)
      return Array(zip(expansion.neighbours, expansion.edges))
    }
    var found: [(NodeID, EdgeID)] = []
    for side in sides {
      for slot in side.adjacency.slots(of: node.rawValue) {
        found.append((NodeID(side.adjacency.neighbours[slot]), side.edge(slot)))
      }
    }
    return found
  }
}

/// The neighbours of one node, found by number: for each the edges that lead to it, in their order.
private struct NeighbourMarks {
  /// By node, its first entry; 0 for none.
  private(set) var firsts: ZeroedMemory<UInt32>?
  private(set) var node: NodeID = .none
  private(set) var entries: [(neighbour: NodeID, edge: EdgeID, next: UInt32)] = []
  /// Whether a neighbour has more than one entry.
  private(set) var hasRepetitions = false

  mutating func prepare(_ nodeCapacity: Int) throws(QueryError) {
    if firsts == nil { firsts = try ZeroedMemory(nodeCapacity) }
  }

  /// - Returns: how many neighbours were looked at.
  mutating func mark(_ node: NodeID, _ neighbours: Neighbours) -> Int {
    guard let firsts else { return 0 }
    for entry in entries { firsts[entry.neighbour] = 0 }
    entries.removeAll(keepingCapacity: true)
    hasRepetitions = false
    self.node = node
    if let sides = neighbours.sides {
      for side in sides {
        for slot in side.adjacency.slots(of: node.rawValue) {
          entries.append((NodeID(side.adjacency.neighbours[slot]), side.edge(slot), 0))
        }
      }
    } else {
      for (neighbour, edge) in neighbours.all(of: node) { entries.append((neighbour, edge, 0)) }
    }
    // The last first, so that the first edge of each comes to stand first.
    for place in entries.indices.reversed() {
      let known = firsts[entries[place].neighbour]
      entries[place].next = known
      if known != 0 { hasRepetitions = true }
      firsts[entries[place].neighbour] = UInt32(truncatingIfNeeded: place + 1)
    }
    return entries.count
  }

  func first(_ node: NodeID) -> UInt32 { firsts?[node] ?? 0 }
  func edge(_ entry: UInt32) -> EdgeID { entries[Int(entry) - 1].edge }
  func next(_ entry: UInt32) -> UInt32 { entries[Int(entry) - 1].next }
}
