/// Clauses that read.
extension QueryMaker {
  mutating func clause(_ depth: Int) -> String {
    switch generator.below(scope.isEmpty ? 11 : 21) {
    case 0...6: return match()
    case 7: return generator.chance(25) ? procedure() : match()
    case 8:
      let list = list()
      return "UNWIND \(list) AS \(bind("i", .integer))"
    case 9: return loop()
    case 10: return "LET \(definitions(1))"
    case 11, 12: return "OPTIONAL " + match()
    case 13: return generator.pick(["FILTER ", "FILTER WHERE "]) + boolean(2)
    case 14: return "LET \(definitions(2))"
    case 15, 16: return with()
    case 17: return page()
    case 18, 19: return depth > 0 ? call(depth) : match()
    default: return "WITH * WHERE \(boolean(2))"
    }
  }

  /// CALL of a procedure.
  private mutating func procedure() -> String {
    let argument = generator.chance(50) ? "\(generator.below(4))" : integer(1)
    let optional = generator.chance(25) ? "OPTIONAL " : ""
    let number = bind("i", .integer)
    var fields = "number AS \(number)"
    if generator.chance(60) { fields += ", word AS \(bind("v", .string))" }
    let predicate = generator.chance(25) ? " WHERE \(number) > \(generator.below(2))" : ""
    return "\(optional)CALL fuzz.rows(\(argument)) YIELD \(fields)\(predicate)"
  }

  mutating func list() -> String { generator.chance(70) ? integers(1) : bag(1) }

  private mutating func loop() -> String {
    // The place of an element in a list without order is not decided.
    guard generator.chance(40) else {
      let list = list()
      return "FOR \(bind("i", .integer)) IN \(list)"
    }
    let list = integers(1)
    let position = generator.pick(["ORDINALITY", "OFFSET"])
    return "FOR \(bind("i", .integer)) IN \(list) WITH \(position) \(bind("i", .integer))"
  }

  /// None of the names can be used by another of the same LET.
  private mutating func definitions(_ count: Int) -> String {
    let values = (0..<count).map { _ in
      let kind = generator.pick(Kind.plain)
      return (kind, value(kind, 2))
    }
    return values.map { kind, text in "\(bind("v", kind)) = \(text)" }.joined(separator: ", ")
  }

  private mutating func with() -> String {
    let kept = scope.shuffled(using: &generator).prefix(1 + generator.below(3))
    if generator.chance(35) {
      let columns = someColumns()
      let text = projection(columns).text
      return "WITH " + text + some(30) { " WHERE " + $0.boolean(1) }
    }
    scope = Array(kept)
    let names = kept.map(\.text).joined(separator: ", ")
    let isDistinct = kept.allSatisfy { ![.bag, .anyPath].contains($0.kind) } && generator.chance(25)
    let extra = generator.chance(50) && !isDistinct ? ", \(integer(2)) AS " : nil
    let text = "WITH " + (isDistinct ? "DISTINCT " : "") + names + (extra.map { $0 + bind("v", .integer) } ?? "")
    return text + some(30) { " WHERE " + $0.boolean(1) }
  }

  /// ORDER BY over all that is there, so that it decides which rows are cut off.
  private mutating func page() -> String {
    guard scope.count <= 5, scope.allSatisfy({ ![.bag, .anyPath, .path, .nodes, .edges].contains($0.kind) }) else {
      return "FILTER \(boolean(1))"
    }
    let keys = scope.shuffled(using: &generator).map { name in
      let key = [.node, .edge].contains(name.kind) ? "\(name.text).id" : name.text
      return key + generator.pick(["", " DESC"])
    }
    return "ORDER BY \(keys.joined(separator: ", ")) LIMIT \(1 + generator.below(6))"
  }

  /// CALL of a subquery that reads.
  private mutating func call(_ depth: Int) -> String {
    let outer = scope
    let columns = someColumns()
    let imported = outer.shuffled(using: &generator).prefix(1 + generator.below(2))
    let names = imported.map(\.text).joined(separator: ", ")
    let style = generator.below(5)
    scope = style == 0 ? outer : Array(imported)
    var inner = single(depth: depth - 1, columns: columns).text
    let isOld = style == 1 && !inner.hasPrefix("ORDER BY")
    if generator.chance(20), !columns.contains(where: { $0.kind == .bag }) {
      scope = style == 0 ? outer : Array(imported)
      let other = "FILTER true " + single(depth: 0, columns: columns).text
      inner +=
        generator.pick([" UNION ", " UNION ALL ", " EXCEPT ", " OTHERWISE "]) + (isOld ? "WITH \(names) " : "") + other
    }
    if generator.chance(12) {
      // One more part, which works on the table of the first.
      let start = isOld ? [] : style == 0 ? outer : Array(imported)
      let renamed = columns.map { Name(text: fresh($0.kind == .bag ? "bag" : "c"), kind: $0.kind) }
      scope = start + columns
      inner += " NEXT " + single(depth: 0, columns: renamed).text
      scope = outer + renamed
    } else {
      scope = outer + columns
    }
    let optional = generator.chance(25) ? "OPTIONAL " : ""
    switch style {
    case 0: return "\(optional)CALL (*) { \(inner) }"
    // A WITH that imports takes nothing but names.
    case 1 where isOld: return "CALL { WITH \(names) \(inner) }"
    default: return "\(optional)CALL (\(names)) { \(inner) }"
    }
  }
}
