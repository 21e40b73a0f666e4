extension Printer {
  mutating func query(_ query: Query) {
    switch query.mode {
    case .run: break
    case .explain: write("EXPLAIN ")
    case .profile: write("PROFILE ")
    }
    list(query.parts, separator: " NEXT ") { $0.part($1) }
    filters(query.filters)
  }

  private mutating func part(_ part: Query.Part) {
    single(part.first)
    for union in part.unions {
      switch union.operation {
      case .union: write(" UNION ")
      case .except: write(" EXCEPT ")
      case .intersect: write(" INTERSECT ")
      case .otherwise: write(" OTHERWISE ")
      }
      if union.keepsDuplicates, union.operation != .otherwise { write("ALL ") }
      single(union.query)
    }
  }

  mutating func single(_ query: SingleQuery) {
    list(query.clauses, separator: " ") { $0.clause($1) }
  }

  mutating func clause(_ clause: Clause) {
    switch clause {
    case .match(let match): self.match(match)
    case .unwind(let unwind): self.unwind(unwind)
    case .with(let projection): self.projection("WITH ", projection)
    case .return(let projection): self.projection("RETURN ", projection)
    case .create(let create): self.create(create)
    case .merge(let merge): self.merge(merge)
    case .set(let set): self.setItems(set.items)
    case .remove(let remove): self.remove(remove)
    case .delete(let delete): self.delete(delete)
    case .call(let call): self.call(call)
    case .filter(let filter): self.filter(filter)
    case .let(let definitions): self.definitions(definitions)
    case .for(let loop): self.loop(loop)
    case .page(let page): self.page(page)
    case .finish: write("FINISH")
    case .subquery(let call): self.subquery(call)
    case .foreach(let foreach): self.foreach(foreach)
    case .load(let load): self.load(load)
    case .nested(let nested): braces(nested.query)
    case .conditional(let conditional): self.conditional(conditional)
    }
  }

  private mutating func filters(_ filters: [ProvenanceFilter]) {
    for filter in filters {
      write(" ")
      self.filter(filter)
    }
  }

  mutating func filter(_ filter: ProvenanceFilter) {
    switch filter.kind {
    case .asOf(.report): write("AS OF ")
    case .asOf(let clock): write("AS OF \(clock.rawValue) ")
    case .withoutSource: write("WITHOUT SOURCE ")
    case .onlySource: write("ONLY SOURCE ")
    }
    expression(filter.value)
  }

  mutating func condition(_ predicate: Expression?) {
    guard let predicate else { return }
    write(" WHERE ")
    expression(predicate)
  }

  private mutating func match(_ clause: MatchClause) {
    write(clause.isOptional ? "OPTIONAL MATCH " : "MATCH ")
    switch clause.mode {
    case .differentEdges: write("DIFFERENT RELATIONSHIPS ")
    case .repeatableElements: write("REPEATABLE ELEMENTS ")
    case nil: break
    }
    list(clause.patterns) { $0.path($1) }
    filters(clause.filters)
    condition(clause.predicate)
  }

  private mutating func unwind(_ clause: UnwindClause) {
    write("UNWIND ")
    expression(clause.list)
    alias(clause.variable)
  }

  private mutating func projection(_ keyword: String, _ clause: ProjectionClause) {
    write(keyword)
    if clause.isDistinct { write("DISTINCT ") }
    if clause.includesAll { write(clause.items.isEmpty ? "*" : "*, ") }
    list(clause.items) { $0.item($1) }
    if let grouping = clause.grouping {
      write(grouping.isEmpty ? " GROUP BY ()" : " GROUP BY ")
      list(grouping) { $0.expression($1) }
    }
    if !clause.order.isEmpty { sortItems(" ORDER BY ", clause.order) }
    part(" SKIP ", clause.skip)
    part(" LIMIT ", clause.limit)
    condition(clause.predicate)
  }

  mutating func sortItems(_ keyword: String, _ items: [SortItem]) {
    write(keyword)
    list(items) { $0.sortItem($1) }
  }

  private mutating func item(_ item: ProjectionItem) {
    expression(item.expression)
    alias(item.alias)
  }

  private mutating func sortItem(_ item: SortItem) {
    expression(item.expression)
    if item.isDescending { write(" DESC") }
    switch item.nulls {
    case nil: break
    case .first: write(" NULLS FIRST")
    case .last: write(" NULLS LAST")
    }
  }

  mutating func part(_ keyword: String, _ value: Expression?) {
    guard let value else { return }
    write(keyword)
    expression(value)
  }

  private mutating func create(_ clause: CreateClause) {
    write(clause.isInsert ? "INSERT " : "CREATE ")
    let outer = joinsLabelsWithAmpersand
    joinsLabelsWithAmpersand = clause.isInsert
    list(clause.patterns) { $0.path($1) }
    joinsLabelsWithAmpersand = outer
  }

  private mutating func merge(_ clause: MergeClause) {
    write("MERGE ")
    path(clause.pattern)
    if !clause.onCreate.isEmpty {
      write(" ON CREATE ")
      setItems(clause.onCreate)
    }
    if !clause.onMatch.isEmpty {
      write(" ON MATCH ")
      setItems(clause.onMatch)
    }
  }

  private mutating func setItems(_ items: [SetItem]) {
    write("SET ")
    list(items) { $0.setItem($1) }
  }

  private mutating func setItem(_ item: SetItem) {
    switch item {
    case .property(let target, let key, let value): setProperty(target, key, value)
    case .properties(let variable, let value, let replaces): setProperties(variable, value, replaces)
    case .labels(let variable, let labels): labelList(variable, labels)
    case .computedProperty(let target, let key, let value):
      computedProperty(target, key)
      write(" = ")
      expression(value)
    }
  }

  private mutating func computedProperty(_ target: Expression, _ key: Expression) {
    operand(target, .postfix)
    write("[")
    enclosed(key)
    write("]")
  }

  private mutating func setProperty(_ target: Expression, _ key: Name, _ value: Expression) {
    property(target, key)
    write(" = ")
    expression(value)
  }

  private mutating func setProperties(_ variable: Name, _ value: Expression, _ replaces: Bool) {
    self.variable(variable.text)
    write(replaces ? " = " : " += ")
    expression(value)
  }

  private mutating func labelList(_ variable: Name, _ labels: [LabelName]) {
    self.variable(variable.text)
    for label in labels {
      write(":")
      switch label {
      case .name(let name): self.name(name.text)
      case .computed(let expression): computedNames(expression, needsAll: true)
      }
    }
  }

  private mutating func remove(_ clause: RemoveClause) {
    write("REMOVE ")
    list(clause.items) { $0.removeItem($1) }
  }

  private mutating func removeItem(_ item: RemoveItem) {
    switch item {
    case .property(let target, let key): property(target, key)
    case .computedProperty(let target, let key): computedProperty(target, key)
    case .labels(let variable, let labels): labelList(variable, labels)
    }
  }

  private mutating func delete(_ clause: DeleteClause) {
    write(clause.detaches ? "DETACH DELETE " : "DELETE ")
    list(clause.targets) { $0.expression($1) }
  }

  private mutating func call(_ clause: CallClause) {
    write(clause.isOptional ? "OPTIONAL CALL " : "CALL ")
    write(Printer.spelledQualified(clause.procedure.text))
    if let arguments = clause.arguments {
      write("(")
      list(arguments) { $0.expression($1) }
      write(")")
    }
    switch clause.yield {
    case nil: break
    case .all: write(" YIELD *")
    case .fields(let fields, let predicate): yield(fields, predicate)
    }
  }

  private mutating func yield(_ fields: [CallClause.YieldField], _ predicate: Expression?) {
    write(" YIELD ")
    list(fields) { printer, field in
      printer.variable(field.field.text)
      printer.alias(field.alias)
    }
    condition(predicate)
  }
}
