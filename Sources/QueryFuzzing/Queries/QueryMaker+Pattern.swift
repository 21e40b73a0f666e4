/// Patterns of every form, and what asks about them.
extension QueryMaker {
  mutating func match() -> String {
    let match = unfiltered()
    if generator.chance(6), let pattern = localPattern(isPredicate: true)?.text {
      return match + " WHERE \(generator.pick(["", "NOT "]))\(pattern) \(generator.pick(["AND", "OR"])) \(boolean(1))"
    }
    return match + some(50) { " WHERE " + $0.boolean(2) }
  }

  /// A MATCH without WHERE behind its patterns.
  mutating func unfiltered() -> String {
    // A subquery in a condition has patterns of its own.
    let outer = undecided
    undecided = []
    let text = patterns() + some(4) { $0.filter() }
    scope += undecided
    undecided = outer
    return text
  }

  /// `AS OF`, `WITHOUT SOURCE`, `ONLY SOURCE`, maybe two of them.
  mutating func filter() -> String {
    guard mayFilter else { return "" }
    let source = generator.pick(NaiveGraph.sources)
    let clock = generator.pick(["", "REPORT ", "INGEST ", "EVENT "])
    let text = generator.pick([
      " WITHOUT SOURCE '\(source)'", " ONLY SOURCE '\(source)'", " WITHOUT SOURCE ['p', '\(source)']",
      " ONLY SOURCE ['q', '\(source)']", " AS OF \(clock)\(date())", " AS OF \(clock)\(date())",
    ])
    return text + (generator.chance(15) ? " WITHOUT SOURCE 'q'" : "")
  }

  private mutating func patterns() -> String {
    let known = scope
    switch generator.below(20) {
    case 0...2: return "MATCH " + searched(known)
    case 3: if names(.node).count > 1 { return "MATCH " + shortest() }
    case 4:
      let paths = (0..<1 + generator.below(2)).map { _ in path(known, isBounded: true) }
      return "MATCH REPEATABLE ELEMENTS " + paths.joined(separator: ", ")
    default: break
    }
    let paths = (0..<generator.pick([1, 1, 1, 2])).map { _ in path(known) }
    return "MATCH " + paths.joined(separator: ", ")
  }

  /// - Parameter known: the names from before this MATCH: what a condition in the pattern may use beside its own.
  private mutating func path(_ known: [Name], isBounded: Bool = false) -> String {
    let name = generator.chance(15) ? fresh("p") : nil
    var text = node(scope)
    for _ in 0..<generator.pick([0, 1, 1, 1, 2, 2]) {
      if generator.chance(12) {
        text += " " + group(known, isBounded) + " " + node(scope)
      } else if generator.chance(8) {
        text += questioned(known) + node(scope)
      } else if generator.chance(8) {
        // Brackets that are walked once, behind an edge or a node.
        text += generator.chance(60) ? edge(known, isBounded) + "(" + node(scope) : " (()"
        text += edge(known, isBounded) + node(scope) + some(60) { " WHERE " + $0.boolean(1) } + ")"
      } else {
        text += edge(known, isBounded) + node(scope)
      }
    }
    guard let name else { return text }
    scope.append(Name(text: name, kind: .path))
    return "\(name) = \(text)"
  }

  mutating func node(_ known: [Name]) -> String {
    let name: String
    if generator.chance(40), let other = self.name(.node) {
      name = other
    } else if generator.chance(25) {
      return "(\(labels(35)))"
    } else {
      name = bind("n", .node)
    }
    return "(\(name)\(labels(30))\(properties("x", 12))\(condition(name, .node, known, 12)))"
  }

  mutating func labels(_ percent: Int = 100) -> String {
    guard generator.chance(percent) else { return "" }
    return generator.pick([
      ":A", ":A", ":B", ":A:B", ":A&B", ":A|B", ":!A", ":%", " IS A", ":!(A&B)", ":!%", ":A&!B", ":$('A')",
      ":$any(['A', 'B'])",
    ])
  }

  private mutating func types() -> String {
    generator.pick(["", "", "", ":R", ":S", ":R|S", ":!R", ":%", ":R|:S", " IS S", ":R&S"])
  }

  private mutating func properties(_ key: String, _ percent: Int) -> String {
    guard generator.chance(percent) else { return "" }
    return " {\(key): \(generator.chance(80) ? "\(generator.below(3))" : integer(0))}"
  }

  /// An inline WHERE over the element itself and what is known from before.
  private mutating func condition(_ name: String, _ kind: Kind, _ known: [Name], _ percent: Int) -> String {
    guard generator.chance(percent) else { return "" }
    let outer = scope
    defer { scope = outer }
    scope = known.filter { $0.text != name } + [Name(text: name, kind: kind)]
    return " WHERE " + boolean(1)
  }

  private mutating func edge(_ known: [Name], _ isBounded: Bool) -> String {
    let direction = generator.below(4)
    func arrow(_ inner: String, _ quantifier: String = "") -> String {
      let inner = inner.isEmpty ? "" : "[\(inner)]"
      switch direction {
      case 0, 1: return "-\(inner)->\(quantifier)"
      case 2: return "<-\(inner)-\(quantifier)"
      default: return "-\(inner)-\(quantifier)"
      }
    }
    if generator.chance(25) { return manyEdges(known, isBounded, arrow) }
    if generator.chance(5), let name = known.filter({ $0.kind == .edge }).randomElement(using: &generator),
      !boundEdges.contains(name.text)
    {
      boundEdges.insert(name.text)
      return arrow(name.text)
    }
    guard generator.chance(60) else { return arrow(types() + properties("w", 10)) }
    let name = bind("r", .edge)
    return arrow(name + types() + properties("w", 10) + condition(name, .edge, scope, 12))
  }

  private mutating func manyEdges(
    _ known: [Name], _ isBounded: Bool, _ arrow: (String, String) -> String
  ) -> String {
    if !isBounded, generator.chance(4), let list = known.filter({ $0.kind == .edges }).randomElement(using: &generator),
      boundEdges.insert(list.text).inserted
    {
      return arrow("\(list.text)*\(generator.pick(["", "1..2", "0.."]))", "")
    }
    let name = generator.chance(50) ? fresh("r") : nil
    let least = generator.below(3)
    let most = least + generator.below(3)
    let outer = scope
    scope = known
    defer { scope = outer + (name.map { [Name(text: $0, kind: .edges)] } ?? []) }
    if generator.chance(50) {
      let length =
        isBounded
        ? "*\(least)..\(most)" : generator.pick(["*", "*\(least)..", "*..\(most)", "*\(least)..\(most)", "*\(most)"])
      return arrow((name ?? "") + types() + length + properties("w", 15), "")
    }
    let quantifier = quantifier(isBounded)
    let test = name.map { condition($0, .edge, known, 25) } ?? ""
    return arrow((name ?? "") + types() + properties("w", 10) + test, quantifier)
  }

  /// `-[r]->?`, `(…)?`: what it names, no other pattern of the MATCH can use.
  private mutating func questioned(_ known: [Name]) -> String {
    let outer = scope
    defer { scope = outer }
    scope = known
    let edge = fresh("r")
    let inner = "[\(edge)\(types())\(properties("w", 10))\(condition(edge, .edge, known, 25))]"
    let arrow = generator.pick(["-\(inner)->", "<-\(inner)-", "-\(inner)-"])
    undecided.append(Name(text: edge, kind: .edge))
    guard generator.chance(50) else { return arrow + "?" }
    let (start, end) = (fresh("n"), fresh("n"))
    undecided += [Name(text: start, kind: .node), Name(text: end, kind: .node)]
    var text = "((\(start)\(labels(20)))\(arrow)(\(end)\(properties("x", 10)))"
    if generator.chance(30) { text += generator.pick(["-->", "-[:R]-"]) + "(\(labels(20)))" }
    scope = known + undecided.suffix(3)
    return " " + text + some(35) { " WHERE " + $0.boolean(1) } + ")? "
  }

  private mutating func quantifier(_ isBounded: Bool) -> String {
    let least = generator.below(3)
    let most = least + generator.below(3)
    let bounded = ["{\(least),\(max(1, most))}", "{\(max(1, most))}", "{,\(max(1, most))}"]
    return generator.pick(isBounded ? bounded : bounded + ["+", "*", "{\(least),}"])
  }

  /// `((a)-[r]->(b) WHERE …){1,2}`: its names are lists outside.
  private mutating func group(_ known: [Name], _ isBounded: Bool) -> String {
    let outer = scope
    scope = known
    let start = bind("n", .node)
    var text = "((\(start)\(labels(20))\(condition(start, .node, known, 10)))"
    var lists = [Name(text: start, kind: .nodes)]
    for _ in 0..<generator.pick([1, 1, 2]) {
      let (edge, node) = (bind("r", .edge), bind("n", .node))
      let inner = "[\(edge)\(types())\(properties("w", 10))]"
      text += generator.pick(["-\(inner)->", "-\(inner)->", "<-\(inner)-", "-\(inner)-"])
      text += "(\(node)\(labels(15))\(properties("x", 8)))"
      lists += [Name(text: edge, kind: .edges), Name(text: node, kind: .nodes)]
    }
    text += some(35) { " WHERE " + $0.boolean(1) } + ")"
    scope = outer + lists
    return text + quantifier(isBounded)
  }

  /// A pattern with a mode or with a selection. What lies between its ends has new names.
  private mutating func searched(_ known: [Name]) -> String {
    let mode = generator.pick(["", "", "TRAIL ", "ACYCLIC ", "SIMPLE ", "WALK "])
    let selection = generator.pick([
      "", "ANY ", "ANY 2 ", "ANY SHORTEST ", "ALL SHORTEST ", "SHORTEST 1 ", "SHORTEST 2 ", "SHORTEST 3 ",
      "SHORTEST 2 GROUPS ", "SHORTEST GROUP ", "ALL ",
    ])
    let isDecided = ["", "ALL "].contains(selection) || selection.hasPrefix("ALL") || selection.contains("GROUP")
    let start = node(known)
    let outer = scope
    // Nodes inside must be new: what is known would change what is selected from.
    scope = known.filter { $0.kind != .node && $0.kind != .edge }
    var middle = ""
    for _ in 0..<generator.pick([0, 0, 1]) { middle += link(known) + "(\(bind("n", .node))\(labels(25)))" }
    middle += link(known)
    let new = scope.filter { name in !known.contains { $0.text == name.text } }
    scope = outer
    let end = node(known)
    if isDecided { scope += new }
    var text = start + middle + end
    if generator.chance(15), isDecided || !new.isEmpty {
      let rest = scope
      scope = new
      if !new.isEmpty { text = "(\(text) WHERE \(boolean(1)))" }
      scope = rest
    }
    let isKept = generator.chance(25) && !(selection + mode).isEmpty
    guard !selection.hasPrefix("ANY ") || selection == "ANY SHORTEST " else {
      return isKept ? "\(text) KEEP \(selection)\(mode)" : selection + mode + text
    }
    let name = bind("p", isDecided ? .path : .anyPath)
    // A mode stands in front of GROUPS and behind everything else.
    let words = selection.split(separator: " ").map(String.init)
    let isGrouped = words.last?.hasPrefix("GROUP") ?? false
    let prefix = isGrouped ? words.dropLast() + [mode, words.last ?? ""] : words + [mode]
    let written = prefix.filter { !$0.isEmpty }.joined(separator: " ")
    return isKept ? "\(name) = \(text) KEEP \(written)" : "\(name) = \(written) \(text)"
  }

  private mutating func link(_ known: [Name]) -> String {
    if generator.chance(10) { return generator.pick(["-[:R]->?", "-->?", "<-[:S]-?", " (()-->()-->())? "]) }
    return generator.chance(25) ? " " + group([], false) + " " : edge([], false)
  }

  /// `shortestPath` between two nodes that are known.
  private mutating func shortest() -> String {
    guard let from = name(.node), let to = name(.node) else { return node([]) }
    let word = generator.pick(["shortestPath", "allShortestPaths"])
    let length = generator.pick(["*", "*..3", "*1..2", "*0..", "*0..2", ""])
    let inner = "[\(generator.pick(["", ":R", ":S", ":R|S"]))\(length)\(properties("w", 12))]"
    let arrow = generator.pick(["-\(inner)->", "<-\(inner)-", "-\(inner)-"])
    return "\(bind("p", word == "shortestPath" ? .anyPath : .path)) = \(word)((\(from))\(arrow)(\(to)))"
  }

  // MARK: Patterns in expressions

  /// A path from a node that is known, and the name of its other end.
  mutating func localPattern(isPredicate: Bool = false) -> (text: String, end: String)? {
    guard let start = name(.node) else { return nil }
    let end = isPredicate ? (generator.chance(30) ? name(.node) ?? "" : "") : fresh("n")
    let length = generator.chance(15) ? generator.pick(["*1..2", "*0..1", "*2"]) : ""
    let inner = "[\(generator.pick(["", ":R", ":S", ":R|S"]))\(length)]"
    var link = generator.pick(["-\(inner)->", "<-\(inner)-", "-\(inner)-"])
    if generator.chance(12) {
      let (from, to) = (fresh("n"), fresh("n"))
      let test = generator.pick(["", " WHERE \(from).x <= \(to).x", " WHERE \(to):A"])
      let quantifier = generator.pick(["{1,2}", "?", "{0,1}", "+"])
      link = " ((\(from))\(generator.pick(["-->", "-[:R]-", "<--"]))(\(to))\(test))\(quantifier) "
    } else if generator.chance(6) {
      link = generator.pick(["-[:R]->?", "<--?"])
    }
    return ("(\(start)\(labels(10)))\(link)(\(end)\(labels(25)))", end)
  }

  mutating func exists(_ depth: Int) -> String { "EXISTS { \(subquery(depth, needsReturn: false)) }" }

  mutating func count(_ depth: Int) -> String { "COUNT { \(subquery(depth, needsReturn: false)) }" }

  mutating func collected(_ depth: Int) -> String {
    let outer = scope
    defer { scope = outer }
    if generator.chance(50), let (pattern, end) = localPattern() {
      return "COLLECT { MATCH \(pattern) RETURN \(end).\(generator.pick(["x", "id"])) }"
    }
    let column = Name(text: fresh("c"), kind: .integer)
    return "COLLECT { \(single(depth: 0, columns: [column]).text) }"
  }

  private mutating func subquery(_ depth: Int, needsReturn: Bool) -> String {
    let outer = scope
    defer { scope = outer }
    switch generator.below(4) {
    case 0, 1:
      guard let (pattern, end) = localPattern() else { return match() }
      scope.append(Name(text: end, kind: .node))
      return generator.pick(["", "MATCH "]) + pattern + some(40) { " WHERE " + $0.boolean(0) }
    case 2: return match()
    default: return single(depth: 0, columns: [Name(text: fresh("c"), kind: .integer)]).text
    }
  }
}
