import GraphCore

/// Numbers combinations of values in order of first occurrence: the heart of DISTINCT and of grouping.
struct KeyTable {
  private var numbers: [[GroupingKey]: Int] = [:]
  private var numbersOfOne: [GroupingKey: Int] = [:]
  private var numbersOfNodes: [NodeID: Int] = [:]
  /// How many different combinations there were.
  private(set) var count = 0

  /// The number of each row. Keys of one column, the most frequent, need no array each, and nodes no value.
  mutating func numbers(of columns: [Column], rowCount: Int) -> [Int] {
    if columns.count == 1 {
      if case .nodes(let nodes) = columns[0], numbersOfOne.isEmpty || !numbersOfNodes.isEmpty {
        return nodes.map { number(of: $0) }
      }
      settleNodes()
      let column = columns[0]
      return (0..<rowCount).map { number(of: GroupingKey(column[$0])) }
    }
    return (0..<rowCount).map { row in
      let key = columns.map { GroupingKey($0[row]) }
      if let known = numbers[key] { return known }
      numbers[key] = count
      count += 1
      return count - 1
    }
  }

  private mutating func number(of key: GroupingKey) -> Int {
    if let known = numbersOfOne[key] { return known }
    numbersOfOne[key] = count
    count += 1
    return count - 1
  }

  private mutating func number(of node: NodeID) -> Int {
    if let known = numbersOfNodes[node] { return known }
    numbersOfNodes[node] = count
    count += 1
    return count - 1
  }

  /// A column that began as nodes may go on with other values.
  private mutating func settleNodes() {
    guard !numbersOfNodes.isEmpty else { return }
    for (node, number) in numbersOfNodes { numbersOfOne[GroupingKey(node == .none ? .null : .node(node))] = number }
    numbersOfNodes = [:]
  }
}
