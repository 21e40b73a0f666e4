extension Printer {
  mutating func filter(_ clause: FilterClause) {
    write("FILTER ")
    expression(clause.predicate)
  }

  mutating func definitions(_ clause: LetClause) {
    write("LET ")
    list(clause.definitions) { printer, definition in
      printer.variable(definition.name.text)
      printer.write(" = ")
      printer.expression(definition.value)
    }
  }

  mutating func loop(_ clause: ForClause) {
    write("FOR ")
    variable(clause.variable.text)
    write(" IN ")
    expression(clause.list)
    guard let position = clause.position else { return }
    write(position.isOffset ? " WITH OFFSET " : " WITH ORDINALITY ")
    // A word of the grammar would be taken for what it means there.
    let name = position.variable.text
    write(Keyword(word: name) == nil ? Printer.spelledName(name) : Printer.quoted(name))
  }

  mutating func page(_ clause: PageClause) {
    var isFirst = true
    if !clause.order.isEmpty {
      sortItems("ORDER BY ", clause.order)
      isFirst = false
    }
    if let skip = clause.skip {
      part(isFirst ? "SKIP " : " SKIP ", skip)
      isFirst = false
    }
    part(isFirst ? "LIMIT " : " LIMIT ", clause.limit)
  }

  mutating func load(_ clause: LoadClause) {
    write(clause.hasHeaders ? "LOAD CSV WITH HEADERS FROM " : "LOAD CSV FROM ")
    expression(clause.source)
    alias(clause.variable)
    guard let separator = clause.separator else { return }
    write(" FIELDTERMINATOR ")
    string(separator)
  }
}
