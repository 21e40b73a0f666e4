extension Printer {
  // MARK: literals

  mutating func float(_ value: Double) {
    // No literal stands for these; the quotient has the same value.
    if value.isNaN { return write("(0.0 / 0.0)") }
    if value.isInfinite { return write(value < 0 ? "(-1.0 / 0.0)" : "(1.0 / 0.0)") }
    write(value.description)
  }

  mutating func string(_ value: String) {
    write("'")
    for scalar in value.unicodeScalars { write(escaped(scalar)) }
    write("'")
  }

  private func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": return "\\\\"
    case "'": return "\\'"
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    case "\u{8}": return "\\b"
    case "\u{C}": return "\\f"
    default: break
    }
    // Controls, among them those that reverse the direction of what follows, are not to be seen and so spelled out.
    guard scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format else {
      return String(scalar)
    }
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
  }

  mutating func parameter(_ name: String) {
    let spelled = "$\(name)"
    let tokens = Lexer.tokens(of: spelled)
    let isPlain = tokens[0].kind == .parameter && tokens[0].range.lengthBytes == spelled.utf8.count
    write(isPlain && !name.hasPrefix("`") ? spelled : "$\(Printer.quoted(name))")
  }

  mutating func listLiteral(_ elements: [Expression]) {
    write("[")
    // A single `x IN xs` would be a comprehension.
    let isAmbiguous = elements.count == 1 && elements[0].beginsWithVariableIn
    if isAmbiguous { write("(") }
    list(elements) { $0.enclosed($1) }
    write(isAmbiguous ? ")]" : "]")
  }

  mutating func map(_ entries: [Expression.MapEntry]) {
    write("{")
    list(entries) { $0.mapEntry($1) }
    write("}")
  }

  private mutating func mapEntry(_ entry: Expression.MapEntry) {
    name(entry.key.text)
    write(": ")
    enclosed(entry.value)
  }

  mutating func mapProjection(_ variable: Name, _ items: [Expression.MapProjectionItem]) {
    // Before a brace these words begin a subquery.
    switch Keyword(word: variable.text) {
    case .exists, .count, .collect: write(Printer.quoted(variable.text))
    default: self.variable(variable.text)
    }
    write(" {")
    list(items) { $0.mapProjectionItem($1) }
    write("}")
  }

  private mutating func mapProjectionItem(_ item: Expression.MapProjectionItem) {
    switch item {
    case .allProperties: write(".*")
    case .property(let key): write(".\(Printer.spelledName(key.text))")
    case .entry(let entry): mapEntry(entry)
    case .variable(let name): variable(name.text)
    }
  }

  // MARK: forms with words

  mutating func `case`(_ expression: Expression.CaseExpression) {
    write("CASE")
    if let subject = expression.subject {
      write(" ")
      enclosed(subject)
    }
    for branch in expression.branches {
      write(" WHEN")
      list(branch.when, separator: ",") { printer, test in
        // A test of the subject begins with its operator and the space before it.
        if !test.asksSubject { printer.write(" ") }
        if case .unary(.not, let inner) = test.kind, case .hasLabels(_, let labels) = inner.kind, test.asksSubject {
          printer.write(" IS NOT LABELED ")
          printer.labels(labels)
        } else {
          printer.enclosed(test)
        }
      }
      write(" THEN ")
      enclosed(branch.then)
    }
    if let otherwise = expression.otherwise {
      write(" ELSE ")
      enclosed(otherwise)
    }
    write(" END")
  }

  mutating func listComprehension(
    _ variable: Name, _ list: Expression, _ predicate: Expression?, _ result: Expression?
  ) {
    write("[")
    self.variable(variable.text)
    write(" IN ")
    beforeBar(list)
    comprehensionEnd(predicate, result)
  }

  mutating func patternComprehension(_ pattern: PathPattern, _ predicate: Expression?, _ result: Expression) {
    write("[")
    path(pattern)
    comprehensionEnd(predicate, result)
  }

  private mutating func comprehensionEnd(_ predicate: Expression?, _ result: Expression?) {
    if let predicate {
      write(" WHERE ")
      beforeBar(predicate)
    }
    if let result {
      write(" | ")
      enclosed(result)
    }
    write("]")
  }

  mutating func quantified(
    _ quantifier: Expression.Quantifier, _ variable: Name, _ list: Expression, _ predicate: Expression
  ) {
    switch quantifier {
    case .all: write("all(")
    case .any: write("any(")
    case .none: write("none(")
    case .single: write("single(")
    }
    self.variable(variable.text)
    write(" IN ")
    enclosed(list)
    write(" WHERE ")
    enclosed(predicate)
    write(")")
  }

  mutating func reduce(
    _ accumulator: Name, _ initial: Expression, _ variable: Name, _ list: Expression, _ result: Expression
  ) {
    write("reduce(")
    self.variable(accumulator.text)
    write(" = ")
    enclosed(initial)
    write(", ")
    self.variable(variable.text)
    write(" IN ")
    beforeBar(list)
    write(" | ")
    enclosed(result)
    write(")")
  }

  mutating func allReduce(
    _ accumulator: Name, _ initial: Expression, _ variable: Name, _ list: Expression, _ result: Expression,
    _ predicate: Expression
  ) {
    write("allReduce(")
    self.variable(accumulator.text)
    write(" = ")
    enclosed(initial)
    write(", ")
    self.variable(variable.text)
    write(" IN ")
    beforeBar(list)
    write(" | ")
    enclosed(result)
    write(", ")
    enclosed(predicate)
    write(")")
  }

  mutating func subquery(_ kind: Expression.SubqueryKind, _ body: Expression.Subquery) {
    let outer = endsAtBar
    endsAtBar = false
    switch kind {
    case .exists: write("EXISTS { ")
    case .count: write("COUNT { ")
    case .collect: write("COLLECT { ")
    }
    switch body {
    case .query(let query): self.query(query)
    case .pattern(let patterns, let predicate): subqueryPatterns(patterns, predicate)
    }
    write(" }")
    endsAtBar = outer
  }

  private mutating func subqueryPatterns(_ patterns: [PathPattern], _ predicate: Expression?) {
    list(patterns) { $0.path($1) }
    condition(predicate)
  }
}

extension Expression {
  /// Whether it is a test of a CASE's subject, which is not written.
  var asksSubject: Bool {
    switch kind {
    case .comparison(let left, _), .binary(_, let left, _), .isNull(let left, _), .isTyped(let left, _, _),
      .isTruth(let left, _, _), .hasLabels(let left, _), .isNormalized(let left, _, _), .isDirected(let left, _):
      left.kind == .caseSubject
    case .unary(.not, let operand): operand.asksSubject
    default: false
    }
  }
}
