extension Printer {
  mutating func braces(_ query: Query) {
    let outer = endsAtBar
    endsAtBar = false
    write("{ ")
    self.query(query)
    write(" }")
    endsAtBar = outer
  }

  /// Branches stand in braces, since what follows could else be taken for their end.
  mutating func conditional(_ conditional: ConditionalQuery) {
    list(conditional.branches, separator: " ") { printer, branch in
      printer.write("WHEN ")
      printer.expression(branch.predicate)
      printer.write(" THEN ")
      printer.braces(branch.query)
    }
    if let otherwise = conditional.otherwise {
      write(" ELSE ")
      braces(otherwise)
    }
  }

  mutating func subquery(_ clause: CallSubqueryClause) {
    write(clause.isOptional ? "OPTIONAL CALL " : "CALL ")
    switch clause.imports {
    case .byWith: break
    case .all: write("(*) ")
    case .names(let names):
      write("(")
      list(names) { $0.variable($1.text) }
      write(") ")
    }
    braces(clause.query)
  }

  mutating func foreach(_ clause: ForeachClause) {
    write("FOREACH (")
    variable(clause.variable.text)
    write(" IN ")
    beforeBar(clause.list)
    write(" | ")
    let outer = endsAtBar
    endsAtBar = false
    list(clause.clauses, separator: " ") { $0.clause($1) }
    endsAtBar = outer
    write(")")
  }
}
