import SourceText

extension Parser {
  /// `CASE [subject] WHEN … THEN … [ELSE …] END`
  mutating func caseExpression() throws(QueryError) -> Expression {
    let start = start
    try expect(.case)
    let subject = at(.when) ? nil : try value()
    var branches: [Expression.CaseExpression.Branch] = []
    while take(.when) {
      let when = subject == nil ? [try predicate()] : try subjectTests()
      guard take(.then) else { throw unexpected("`THEN`", keywords: [.then]) }
      branches.append(Expression.CaseExpression.Branch(when: when, then: try value()))
    }
    guard !branches.isEmpty else { throw unexpected("`WHEN`", keywords: [.when]) }
    let otherwise = take(.else) ? try value() : nil
    guard take(.end) else {
      throw unexpected(otherwise == nil ? "`WHEN`, `ELSE` or `END`" : "`END`", keywords: [.when, .else, .end])
    }
    try grow()
    let expression = Expression.CaseExpression(subject: subject, branches: branches, otherwise: otherwise)
    return Expression(.case(expression), range: range(from: start))
  }

  /// `value, > value, IS NULL, …`: what the subject is compared with, or an operator whose left side it is.
  private mutating func subjectTests() throws(QueryError) -> [Expression] {
    var tests: [Expression] = []
    repeat {
      let subject = Expression(.caseSubject, range: SourceRange(start, start))
      if let test = try testIfAny(of: subject) {
        tests.append(test)
      } else {
        tests.append(try value())
      }
    } while take(.comma)
    return tests
  }

  /// `variable {.key, .*, key: value, other}`
  mutating func mapProjection() throws(QueryError) -> Expression {
    let start = start
    let variable = try variable("an expression")
    try expect(.leftBrace)
    var items: [Expression.MapProjectionItem] = []
    if !at(.rightBrace) {
      repeat { items.append(try mapProjectionItem()) } while take(.comma)
    }
    guard take(.rightBrace) else { throw unexpected("`,` or `}`") }
    try grow()
    return Expression(.mapProjection(variable, items), range: range(from: start))
  }

  private mutating func mapProjectionItem() throws(QueryError) -> Expression.MapProjectionItem {
    if take(.dot) { return take(.star) ? .allProperties : .property(try name("a key or `*`")) }
    if peek().kind == .symbol(.colon) { return .entry(try mapEntry()) }
    return .variable(try variable("`.key`, `.*`, `key: value` or a variable"))
  }
}
