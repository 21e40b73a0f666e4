import TextAnalysis

/// Cuts what somebody says into the clauses that stand for themselves.
struct ClauseCutter: Sendable {
  let syntax: Syntax

  /// One clause: its head and its tokens, ascending and not necessarily adjacent.
  struct Clause: Sendable {
    var head: Int
    var tokens: [Int]
  }

  /// The clauses below these heads, as far as `isAllowed` holds for their tokens; in text order.
  func cut(_ heads: [Int], isAllowed: (Int) -> Bool) -> [Clause] {
    var clauses: [Clause] = []
    var open = heads
    var seen: Set<Int> = []
    while let head = open.popLast() {
      guard seen.insert(head).inserted else { continue }
      let parts = syntax.children(head).filter { standsAlone($0, beside: head) && isAllowed($0) }
      open.append(contentsOf: parts)
      let below = syntax.subtree(head) { parts.contains($0) || (heads.contains($0) && $0 != head) }
      let tokens = trimmed(below.filter(isAllowed))
      if !tokens.isEmpty { clauses.append(Clause(head: head, tokens: tokens)) }
    }
    return clauses.sorted { ($0.tokens.first ?? 0, $0.head) < ($1.tokens.first ?? 0, $1.head) }
  }

  /// A clause joined to another: with a subject of its own, or a verb that brings its own object or phrase.
  private func standsAlone(_ token: Int, beside head: Int) -> Bool {
    guard syntax.isPredicate(token) else { return false }
    switch syntax.relations[token] {
    case .parataxis: return syntax.ownSubject(token) != nil
    case .conjunct:
      guard syntax.isPredicate(head), !isAlternative(token), !sharesAuxiliary(token, head) else { return false }
      if syntax.ownSubject(token) != nil { return true }
      if sharesObject(token, head) { return false }
      let own = RelationSet(.object, .oblique, .clausalComplement, .openComplement, .agent)
      return syntax.isPart(token, .verb) && syntax.child(token, own) != nil
    default: return false
    }
  }

  /// `either he goes or we go`: neither is said by itself.
  private func isAlternative(_ token: Int) -> Bool {
    syntax.children(token, .coordinator).contains { syntax.lemmas[$0] == "or" }
  }

  /// `had been cut and glued together by amateurs`: two participles side by side behind one auxiliary are one thing that befell.
  private func sharesAuxiliary(_ token: Int, _ head: Int) -> Bool {
    token == head + 2 && syntax.tokens[token].xpos == "VBN" && syntax.child(head, .passiveAuxiliary) != nil
      && syntax.child(token, RelationSet(.passiveAuxiliary, .auxiliary)) == nil && syntax.ownSubject(token) == nil
  }

  /// `shot and killed a smuggler`, `neither confirmed nor denied it`: two verbs side by side with one object.
  private func sharesObject(_ token: Int, _ head: Int) -> Bool {
    guard token == head + 2, syntax.relations[head + 1] == .coordinator,
      syntax.child(head, RelationSet(.object, .clausalComplement, .openComplement)) == nil
    else { return false }
    return syntax.lemmas[head + 1] == "nor" || Self.transitive.contains(syntax.lemmas[head])
  }

  /// Verbs of doing something to somebody, which hardly stand without one.
  private static let transitive: Set = [
    "shoot", "stab", "beat", "kidnap", "abduct", "arrest", "capture", "attack", "detain", "torture", "confirm", "admit",
    "ambush", "seize", "rob", "strangle", "wound", "injure", "kill", "confirm", "deny", "condemn", "search", "raid",
  ]

  /// Without conjunctions and marks at the ends.
  private func trimmed(_ tokens: [Int]) -> [Int] {
    let isOuter: (Int) -> Bool = { syntax.isPart($0, .punctuation) || syntax.relations[$0] == .coordinator }
    guard let first = tokens.firstIndex(where: { syntax.relations[$0] != .coordinator && !isOuter($0) }),
      let last = tokens.lastIndex(where: { !isOuter($0) })
    else { return [] }
    let low =
      tokens[..<first].lastIndex { syntax.relations[$0] == .coordinator && syntax.lemmas[$0] != "neither" }
      .map { $0 + 1 } ?? 0
    let high = tokens[(last + 1)...].firstIndex { syntax.relations[$0] == .coordinator } ?? tokens.count
    return syntax.withoutOuterMarks(Array(tokens[low..<high]))
  }
}
