/// Expressions of each kind. Any of them may be null.
extension QueryMaker {
  /// Regular expressions over the letters of the texts at hand.
  private static let expressions = [
    "a", "ab", ".*", "a.*", "[ab]+", "[^a]*", "a?b?", "(a|b)*", "(ab|a)b?", "", ".", "B?a", "[A-Z].*", "a{1,2}.?",
    "(a*b)+", ".{2}", "(?:a|ab)(b|)", "b|a|", "[a-b]{2,}", "a*?b", "(true|false)", "\\\\d+", "-?[0-9]+",
  ]

  mutating func value(_ kind: Kind, _ depth: Int) -> String {
    switch kind {
    case .integer: return integer(depth)
    case .float: return float(depth)
    case .string: return string(depth)
    case .boolean: return boolean(depth)
    case .date: return date(depth)
    case .integers: return integers(depth)
    case .bag: return bag(depth)
    case .node, .edge, .nodes, .edges, .path, .anyPath: return name(kind) ?? "null"
    }
  }

  private mutating func property(_ node: String, _ edge: String) -> String? {
    if !names(.edge).isEmpty, generator.chance(25), !edge.isEmpty { return name(.edge).map { "\($0).\(edge)" } }
    return name(.node).map { "\($0).\(node)" }
  }

  mutating func integer(_ depth: Int) -> String {
    guard depth > 0, generator.chance(55) else { return integerLeaf() }
    switch generator.below(25) {
    case 23:
      let part = generator.pick(["year", "month", "day", "quarter", "dayOfWeek", "ordinalDay"])
      return "\(date(depth - 1)).\(part)"
    case 24:
      let (unit, part) = generator.pick([("inDays", "days"), ("inMonths", "months")])
      return "duration.\(unit)(\(date(depth - 1)), \(date(depth - 1))).\(part)"
    case 0, 1: return "(\(integer(depth - 1)) + \(integer(depth - 1)))"
    case 2: return "(\(integer(depth - 1)) - \(integer(depth - 1)))"
    case 3: return "(\(integer(depth - 1)) * \(generator.below(4)))"
    case 4: return "(\(integer(depth - 1)) \(generator.pick(["%", "/"])) \(2 + generator.below(2)))"
    case 5: return "-(\(integer(depth - 1)))"
    case 6: return generator.pick(["abs", "sign", "toInteger"]) + "(\(integer(depth - 1)))"
    case 7: return "size(\(value(generator.pick([.integers, .string, .bag]), depth - 1)))"
    case 8: return "coalesce(\(integer(depth - 1)), \(integer(depth - 1)))"
    case 9: return "nullIf(\(integer(depth - 1)), \(integer(depth - 1)))"
    case 10: return generator.pick(["head", "last"]) + "(\(integers(depth - 1)))"
    case 11: return "\(integers(depth - 1))[\(generator.pick(["0", "1", "-1", "2", "\(integer(0))"]))]"
    case 12: return choice(depth) { $0.integer(depth - 1) }
    case 13: return count(depth)
    case 14: return reduced(depth)
    case 15: return "{k: \(integer(depth - 1)), j: 1}.\(generator.pick(["k", "k", "j", "none"]))"
    case 16: return "toInteger(toString(\(integer(depth - 1))))"
    case 17:
      if let path = name(generator.chance(50) ? .path : .anyPath) { return "length(\(path))" }
      return integerLeaf()
    case 19:
      if let node = name(.node) {
        return generator.pick([
          "\(node)['x']", "(\(node) {.x, k: \(integer(depth - 1))}).\(generator.pick(["x", "k"]))",
        ])
      }
      return integerLeaf()
    case 21: return "size(split(\(string(depth - 1)), \(generator.pick(["'a'", "'b'"]))))"
    case 20: return "CAST(toString(\(integer(depth - 1))) AS INTEGER)"
    case 18:
      if let list = name(generator.chance(50) ? .edges : .nodes) { return "size(\(list))" }
      return integerLeaf()
    default:
      if let edge = name(.edge) {
        return "\(generator.pick(["startNode", "endNode"]))(\(edge)).\(generator.pick(["id", "x"]))"
      }
      return integerLeaf()
    }
  }

  private mutating func integerLeaf() -> String {
    switch generator.below(12) {
    case 0: return generator.pick(["null", "$two"])
    case 1, 2: return "\(generator.below(4))"
    case 3, 4: if let name = name(.integer) { return name }
    default: break
    }
    let (node, edge) = (generator.pick(["x", "x", "id"]), generator.pick(["w", "id"]))
    return property(node, edge) ?? name(.integer) ?? "\(generator.below(4))"
  }

  mutating func float(_ depth: Int) -> String {
    guard depth > 0, generator.chance(40) else {
      return generator.chance(20) ? "1.5" : name(.float) ?? name(.node).map { "\($0).y" } ?? "0.5"
    }
    switch generator.below(3) {
    case 0: return "(\(float(depth - 1)) + \(float(depth - 1)))"
    case 1: return "coalesce(\(float(depth - 1)), \(float(depth - 1)))"
    default: return choice(depth) { $0.float(depth - 1) }
    }
  }

  mutating func string(_ depth: Int) -> String {
    guard depth > 0, generator.chance(50) else {
      if generator.chance(20) { return generator.pick(["'a'", "'b'", "''", "'ab'", "null"]) }
      if generator.chance(20), let edge = name(.edge) { return "type(\(edge))" }
      return name(.string) ?? name(.node).map { "\($0).s" } ?? "'a'"
    }
    switch generator.below(10) {
    case 9: return "normalize(\(string(depth - 1)), \(generator.pick(["NFC", "NFD", "'NFC'"])))"
    case 0: return "(\(string(depth - 1)) + \(string(depth - 1)))"
    case 1: return "(\(string(depth - 1)) || \(string(depth - 1)))"
    case 2: return "toString(\(value(generator.pick([.integer, .boolean, .date]), depth - 1)))"
    case 3: return generator.pick(["toUpper", "toLower", "reverse"]) + "(\(string(depth - 1)))"
    case 4:
      let function = generator.pick(["left", "right", "substring"])
      return "\(function)(\(string(depth - 1)), \(generator.below(3)))"
    case 5: return "replace(\(string(depth - 1)), \(generator.pick(["'a'", "'b'"])), \(string(depth - 1)))"
    case 6: return "coalesce(\(string(depth - 1)), \(string(depth - 1)))"
    case 7: return choice(depth) { $0.string(depth - 1) }
    default: return "nullIf(\(string(depth - 1)), \(string(depth - 1)))"
    }
  }

  /// Dates of some years around 2024.
  mutating func date(_ depth: Int) -> String {
    guard depth > 0, generator.chance(50) else {
      if generator.chance(20) { return generator.chance(15) ? "date(null)" : date() }
      return name(.date) ?? name(.node).map { "\($0).d" } ?? date()
    }
    switch generator.below(8) {
    case 0, 1, 2:
      let span = generator.pick([
        "days: \(generator.below(40))", "months: \(generator.below(15))", "months: 1, days: 30",
      ])
      return "(\(date(depth - 1)) \(generator.pick(["+", "-"])) duration({\(span)}))"
    case 3: return "coalesce(\(date(depth - 1)), \(date(depth - 1)))"
    case 4: return "date.truncate('\(generator.pick(["month", "year", "week"]))', \(date(depth - 1)))"
    case 5: return "date(toString(\(date(depth - 1))))"
    case 6: return "CAST(toString(\(date(depth - 1))) AS DATE)"
    default: return choice(depth) { $0.date(depth - 1) }
    }
  }

  mutating func date() -> String {
    let (month, day) = (1 + generator.below(3), 1 + generator.below(29))
    return generator.chance(20)
      ? "date({year: 2024, month: \(month), day: \(day)})" : "date('\(NaiveCalendar.date((2024, month, day)))')"
  }

  mutating func integers(_ depth: Int) -> String {
    guard depth > 0, generator.chance(60) else {
      if generator.chance(30) { return generator.pick(["[]", "[1, 2]", "[0, null, 2]", "$list", "[3, 1, 1]"]) }
      return name(.integers) ?? name(.node).map { "\($0).l" } ?? "[2, 1]"
    }
    switch generator.below(12) {
    case 0, 1: return "[\(integer(depth - 1)), \(integer(depth - 1))]"
    case 2: return "range(\(generator.below(3)), \(generator.below(4)))"
    case 3: return generator.pick(["tail", "reverse"]) + "(\(integers(depth - 1)))"
    case 4: return "(\(integers(depth - 1)) + \(integers(depth - 1)))"
    case 5: return "\(integers(depth - 1))[\(generator.pick(["1..", "..2", "..-1", "0..1"]))]"
    case 6: return "coalesce(\(integers(depth - 1)), \(integers(depth - 1)))"
    case 7: return choice(depth) { $0.integers(depth - 1) }
    case 8:
      if let list = name(.edges) { return "[e IN \(list) | e.\(generator.pick(["w", "id"]))]" }
      return comprehension(depth, integers(depth - 1))
    case 9:
      if let list = name(.nodes) ?? name(.path).map({ "nodes(\($0))" }) {
        return "[e IN \(list) | e.\(generator.pick(["x", "id"]))]"
      }
      return comprehension(depth, integers(depth - 1))
    default: return comprehension(depth, integers(depth - 1))
    }
  }

  mutating func bag(_ depth: Int) -> String {
    if let name = name(.bag), generator.chance(50) { return name }
    guard depth > 0 else { return "[1, 2]" }
    switch generator.below(4) {
    case 0: return collected(depth)
    case 1: return comprehension(depth, bag(depth - 1))
    case 2:
      if let (pattern, end) = localPattern() {
        let predicate = generator.chance(30) ? " WHERE \(end).x > \(generator.below(3))" : ""
        return "[\(pattern)\(predicate) | \(end).\(generator.pick(["x", "id"]))]"
      }
      return integers(depth - 1)
    default: return integers(depth - 1)
    }
  }

  /// `[e IN list WHERE … | …]`
  private mutating func comprehension(_ depth: Int, _ list: String) -> String {
    let outer = scope
    let element = bind("e", .integer)
    defer { scope = outer }
    let predicate = some(60) { " WHERE " + $0.boolean(depth - 1) }
    let result = generator.chance(50) || predicate.isEmpty ? " | " + integer(depth - 1) : ""
    return "[\(element) IN \(list)\(predicate)\(result)]"
  }

  private mutating func reduced(_ depth: Int) -> String {
    let list = generator.chance(70) ? integers(depth - 1) : bag(depth - 1)
    let outer = scope
    defer { scope = outer }
    let (total, element) = (fresh("t"), bind("e", .integer))
    return "reduce(\(total) = 0, \(element) IN \(list) | \(total) + coalesce(\(integer(depth - 1)), 1))"
  }

  mutating func choice(_ depth: Int, _ result: (inout Self) -> String) -> String {
    var text = "CASE"
    if generator.chance(40) {
      text += " \(integer(depth - 1))"
      for _ in 0..<1 + generator.below(2) {
        let test = generator.pick(["1", "0, 2", "> 1", "IS NULL", "IN [1, 3]", "<> 2", "\(integer(depth - 1))"])
        text += " WHEN \(test) THEN \(result(&self))"
      }
    } else {
      for _ in 0..<1 + generator.below(2) { text += " WHEN \(boolean(depth - 1)) THEN \(result(&self))" }
    }
    return text + some(60) { " ELSE " + result(&$0) } + " END"
  }

  mutating func boolean(_ depth: Int) -> String {
    guard depth > 0 else { return comparison(0) }
    switch generator.below(29) {
    case 26:
      let pattern = generator.pick(Self.expressions)
      return "\(string(depth - 1)) =~ '\(pattern)'"
    case 27:
      let form = generator.pick(["", "NFC ", "NFD "])
      return "\(string(depth - 1)) IS \(generator.pick(["", "NOT "]))\(form)NORMALIZED"
    case 28:
      return name(.edge).map { "\($0) IS \(generator.pick(["", "NOT "]))DIRECTED" } ?? comparison(depth)
    case 0, 1: return "(\(boolean(depth - 1)) AND \(boolean(depth - 1)))"
    case 2, 3: return "(\(boolean(depth - 1)) OR \(boolean(depth - 1)))"
    case 4: return "(\(boolean(depth - 1)) XOR \(boolean(depth - 1)))"
    case 5, 6: return "NOT (\(boolean(depth - 1)))"
    case 7: return "\(value(generator.pick(Kind.plain), depth - 1)) IS \(generator.pick(["NULL", "NOT NULL"]))"
    case 8: return "\(integer(depth - 1)) IN \(list())"
    case 9:
      let word = generator.pick(["STARTS WITH", "ENDS WITH", "CONTAINS"])
      return "\(string(depth - 1)) \(word) \(string(depth - 1))"
    case 10:
      let outer = scope
      let list = list()
      let element = bind("e", .integer)
      defer { scope = outer }
      return "\(generator.pick(["any", "all", "none", "single"]))(\(element) IN \(list) WHERE \(boolean(depth - 1)))"
    // In brackets, since a bar would end the WHERE of a comprehension.
    case 11: return name(.node).map { "(\($0)\(labels()))" } ?? comparison(depth)
    case 12: return exists(depth)
    case 13: return localPattern(isPredicate: true).map { "exists(\($0.text))" } ?? comparison(depth)
    case 14: return name(.node).map { "coalesce(\($0).t, \(generator.pick(["true", "false"])))" } ?? "true"
    case 15: return name(.node).map { "\($0).t" } ?? name(.boolean) ?? "null"
    case 16:
      return "\(boolean(depth - 1)) IS \(generator.pick(["", "NOT "]))\(generator.pick(["TRUE", "FALSE", "UNKNOWN"]))"
    case 17:
      if let a = name(.node), let b = name(.node) { return "\(a) \(generator.pick(["=", "<>"])) \(b)" }
      return comparison(depth)
    case 18: return generator.pick(["true", "false", "null"])
    case 19:
      if let node = name(.node), generator.chance(40) {
        return "PROPERTY_EXISTS(\(node), \(generator.pick(["x", "s", "l"])))"
      }
      let type = generator.pick(["INTEGER", "STRING", "BOOLEAN", "DATE", "INTEGER NOT NULL", "STRING NOT NULL"])
      return
        "\(value(generator.pick([.integer, .string, .date]), depth - 1)) IS \(generator.pick(["", "NOT "])):: \(type)"
    case 20:
      let list = integers(depth - 1)
      let outer = scope
      defer { scope = outer }
      let (total, element) = (fresh("t"), bind("e", .integer))
      return
        "allReduce(\(total) = 0, \(element) IN \(list) | \(total) + \(integer(0)), \(total) < \(generator.below(5)))"
    default: return comparison(depth)
    }
  }

  private mutating func comparison(_ depth: Int) -> String {
    let op = generator.pick(["=", "<>", "<", "<=", ">", ">="])
    switch generator.below(11) {
    case 10: return "\(date(depth)) \(op) \(date(depth))"
    case 0: return "\(string(depth)) \(op) \(string(depth))"
    case 1: return "\(integers(depth)) \(op) \(integers(depth))"
    case 2: return "\(integer(depth)) \(op) \(integer(depth)) \(generator.pick(["<", "=", ">="])) \(integer(0))"
    case 3: return "\(float(0)) \(op) \(integer(depth))"
    default: return "\(integer(depth)) \(op) \(integer(depth))"
    }
  }
}
