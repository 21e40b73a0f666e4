extension Printer {
  mutating func path(_ pattern: PathPattern) {
    if let variable = pattern.variable {
      self.variable(variable.text)
      write(" = ")
    }
    selection(pattern.selection)
    if let mode = pattern.mode { write("\(mode.rawValue) ") }
    if case .shortestGroups = pattern.selection { write("GROUPS ") }
    switch pattern.search {
    case .all: break
    case .shortest: write("shortestPath(")
    case .allShortest: write("allShortestPaths(")
    }
    // Brackets around all of a path are there for its WHERE only.
    if pattern.predicate == nil { chain(pattern) } else { bracketed(pattern) }
    if pattern.search != .all { write(")") }
  }

  private mutating func selection(_ selection: PathSelection?) {
    switch selection {
    case nil: break
    case .all: write("ALL ")
    case .any(let count): counted("ANY ", count)
    case .anyShortest: write("ANY SHORTEST ")
    case .allShortest: write("ALL SHORTEST ")
    case .shortest(let count): counted("SHORTEST ", count)
    case .shortestGroups(let count): counted("SHORTEST ", count)
    }
  }

  private mutating func counted(_ words: String, _ count: Expression?) {
    write(words)
    guard let count else { return }
    expression(count)
    write(" ")
  }

  private mutating func chain(_ pattern: PathPattern) {
    node(pattern.start)
    for step in pattern.steps {
      switch step.link {
      case .edge(let edge): self.edge(edge)
      case .group(let group): self.group(group)
      }
      node(step.node)
    }
  }

  private mutating func bracketed(_ pattern: PathPattern) {
    let outer = endsAtBar
    endsAtBar = false
    write("(")
    chain(pattern)
    if let predicate = pattern.predicate {
      write(" WHERE ")
      expression(predicate)
    }
    write(")")
    endsAtBar = outer
  }

  private mutating func group(_ group: PathGroup) {
    bracketed(group.pattern)
    guard !group.isQuestioned else { return write("?") }
    let length = group.quantifier
    write("{\(length.minimum ?? 0)")
    if length.minimum != length.maximum { write(",\(length.maximum.map(String.init) ?? "")") }
    write("}")
  }

  mutating func node(_ node: NodePattern) {
    write("(")
    parts(node.variable, node.labels, nil, node.properties, node.predicate)
    write(")")
  }

  mutating func edge(_ edge: EdgePattern) {
    write(edge.direction == .incoming ? "<-" : "-")
    let isBare =
      edge.variable == nil && edge.types == nil && edge.length == nil && edge.properties == nil && edge.predicate == nil
    if !isBare {
      write("[")
      parts(edge.variable, edge.types, edge.length, edge.properties, edge.predicate)
      write("]")
    }
    write(edge.direction == .outgoing ? "->" : "-")
  }

  private mutating func parts(
    _ variable: Name?, _ labels: LabelExpression?, _ length: EdgePattern.Length?, _ properties: Expression?,
    _ predicate: Expression?
  ) {
    // Brackets of any kind end what a bar outside would.
    let outer = endsAtBar
    endsAtBar = false
    let start = text.utf8.count
    if let variable { self.variable(variable.text) }
    if let labels {
      write(":")
      self.labels(labels)
    }
    if let length { self.length(length) }
    if let properties {
      if text.utf8.count > start { write(" ") }
      expression(properties)
    }
    if let predicate {
      if text.utf8.count > start { write(" ") }
      write("WHERE ")
      expression(predicate)
    }
    endsAtBar = outer
  }

  private mutating func length(_ length: EdgePattern.Length) {
    write("*")
    if let minimum = length.minimum { write(String(minimum)) }
    guard length.minimum == nil || length.minimum != length.maximum else { return }
    if length.minimum == nil, length.maximum == nil { return }
    write("..")
    if let maximum = length.maximum { write(String(maximum)) }
  }

  // MARK: labels

  /// Without the colon in front. Names that are all asked for are joined by colons, as most people write them.
  mutating func labels(_ labels: LabelExpression) {
    if let names = chainOperands(of: labels, { $0.conjunction }), names.allSatisfy(\.isName),
      !joinsLabelsWithAmpersand
    {
      list(names, separator: ":") { $0.label($1, .and) }
    } else {
      label(labels, endsAtBar ? .and : .or)
    }
  }

  private enum LabelPrecedence: Int { case or, and, not }

  private mutating func label(_ label: LabelExpression, _ minimum: LabelPrecedence) {
    switch label {
    case .name(let name): self.name(name.text)
    case .any: write("%")
    case .computed(let expression, let needsAll): computedNames(expression, needsAll: needsAll)
    case .not(let operand): negated(operand)
    case .or: chained(label, "|", .or, minimum, { $0.disjunction })
    case .and: chained(label, "&", .and, minimum, { $0.conjunction })
    }
  }

  mutating func computedNames(_ expression: Expression, needsAll: Bool) {
    write(needsAll ? "$(" : "$any(")
    enclosed(expression)
    write(")")
  }

  private mutating func negated(_ operand: LabelExpression) {
    write("!")
    label(operand, .not)
  }

  private mutating func chained(
    _ label: LabelExpression, _ symbol: String, _ precedence: LabelPrecedence, _ minimum: LabelPrecedence,
    _ branches: (LabelExpression) -> (LabelExpression, LabelExpression)?
  ) {
    let operands = chainOperands(of: label, branches) ?? shallowOperands(of: label, branches)
    let inBrackets = precedence.rawValue < minimum.rawValue
    if inBrackets { write("(") }
    list(operands, separator: symbol) { printer, operand in
      let tighter = LabelPrecedence(rawValue: precedence.rawValue + 1) ?? .not
      printer.label(operand, tighter)
    }
    if inBrackets { write(")") }
  }
}

/// The operands of a tree whose shape is not what a chain without brackets has: those right of its left spine, or, if
/// they are too many for a chain to lean left, just its two branches. Some of them will want brackets.
func shallowOperands<Operand>(of tree: Operand, _ branches: (Operand) -> (Operand, Operand)?) -> [Operand] {
  var reversed: [Operand] = []
  var rest = tree
  while let (left, right) = branches(rest) {
    reversed.append(right)
    rest = left
  }
  reversed.append(rest)
  if OperandChain.leftCount(of: reversed.count) == reversed.count - 1 { return reversed.reversed() }
  guard let (left, right) = branches(tree) else { return [tree] }
  return [left, right]
}

extension LabelExpression {
  fileprivate var conjunction: (LabelExpression, LabelExpression)? {
    guard case .and(let left, let right) = self else { return nil }
    return (left, right)
  }

  fileprivate var disjunction: (LabelExpression, LabelExpression)? {
    guard case .or(let left, let right) = self else { return nil }
    return (left, right)
  }

  /// Whether it is one name, written or computed.
  fileprivate var isName: Bool {
    switch self {
    case .name, .computed: true
    case .and, .or, .not, .any: false
    }
  }
}
