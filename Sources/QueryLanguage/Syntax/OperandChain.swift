/// How an associative operator over many operands becomes a tree: to the left for a few, halved for many, so that the
/// height grows with the logarithm and a generated query of a thousand alternatives needs no deep recursion.
///
/// Parser and printer share the shape; it is the same for the same number of operands.
enum OperandChain {
  /// How many of `count` operands go into the left branch.
  static func leftCount(of count: Int) -> Int { count <= 8 ? count - 1 : (count + 1) / 2 }

  /// The height that the operator adds above `count` operands.
  static func height(of count: Int) -> Int {
    count <= 1 ? 0 : count <= 8 ? count - 1 : 1 + height(of: leftCount(of: count))
  }
}

/// The tree over `operands`; nil if there are none.
func chain<Operand>(_ operands: ArraySlice<Operand>, _ combine: (Operand, Operand) -> Operand) -> Operand? {
  guard operands.count > 1 else { return operands.first }
  let middle = operands.startIndex + OperandChain.leftCount(of: operands.count)
  guard let left = chain(operands[..<middle], combine), let right = chain(operands[middle...], combine) else {
    return nil
  }
  return combine(left, right)
}

/// The operands of a tree that has the shape `chain` gives it; nil if its shape is another.
///
/// - Parameter branches: the two sides of a node of the operator, nil for anything else.
func chainOperands<Operand>(of tree: Operand, _ branches: (Operand) -> (Operand, Operand)?) -> [Operand]? {
  guard let (left, right) = branches(tree) else { return [tree] }
  guard let first = chainOperands(of: left, branches), let second = chainOperands(of: right, branches) else {
    return nil
  }
  guard first.count == OperandChain.leftCount(of: first.count + second.count) else { return nil }
  return first + second
}
