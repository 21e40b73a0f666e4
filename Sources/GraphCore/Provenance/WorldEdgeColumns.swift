/// The world edges of a layer in columns: some hundred bytes each, where a record takes four times that.
package struct WorldEdgeColumns: RandomAccessCollection, Sendable {
  private var sources = KeyList()
  private var targets = KeyList()
  private var claims = KeyLists()
  private var denials = KeyLists()
  private var facts: [Facts] = []
  private var shared = SharedTexts()
  /// Those that edges have, each list once.
  private var rules: [NonEmpty<String>] = []
  private var ruleCodes: [[String]: UInt32] = [:]

  /// What is neither a key nor a list of keys; the words as codes of `shared`.
  private struct Facts {
    let type, role, why: UInt32
    /// Position among the lists of rules.
    let rules: UInt32
    let origins: UInt32
    let status: WorldStatus
    let isLineageUnknown: Bool
  }

  init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { facts.count }

  /// Puts the record together. O(its claims).
  package subscript(place: Int) -> WorldEdge {
    let facts = facts[place]
    let all = claims[place].map { ClaimKey($0) }
    guard let claims = NonEmpty(all) else { preconditionFailure("an edge has a claim that states it") }
    return WorldEdge(
      type: shared[facts.type] ?? "", from: WorldKey(sources[place]), to: WorldKey(targets[place]), claims: claims,
      denials: denials[place].map { ClaimKey($0) }, status: facts.status, origins: Int(facts.origins),
      isLineageUnknown: facts.isLineageUnknown, role: shared[facts.role], why: shared[facts.why],
      rules: rules[Int(facts.rules)])
  }

  mutating func append(_ edge: WorldEdge) {
    sources.append(edge.from.element)
    targets.append(edge.to.element)
    claims.append(edge.claims.all.lazy.map(\.element))
    denials.append(edge.denials.lazy.map(\.element))
    facts.append(
      Facts(
        type: shared.code(of: edge.type), role: shared.code(of: edge.role), why: shared.code(of: edge.why),
        rules: code(of: edge.rules), origins: UInt32(clamping: edge.origins), status: edge.status,
        isLineageUnknown: edge.isLineageUnknown))
  }

  private mutating func code(of list: NonEmpty<String>) -> UInt32 {
    if let known = ruleCodes[list.all] { return known }
    let code = UInt32(rules.count)
    ruleCodes[list.all] = code
    rules.append(list)
    return code
  }
}

/// What claims do to each other, in columns: some thirty bytes each.
package struct JudgementColumns: RandomAccessCollection, Sendable {
  private var sources = KeyList()
  private var targets = KeyList()
  private var kinds: [Judgement.Kind] = []
  /// Codes of `shared`.
  private var reasons: [UInt32] = []
  private var shared = SharedTexts()

  init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { kinds.count }

  package subscript(place: Int) -> Judgement {
    Judgement(
      kinds[place], from: ClaimKey(sources[place]), to: ClaimKey(targets[place]), why: shared[reasons[place]] ?? "")
  }

  mutating func append(_ judgement: Judgement) {
    sources.append(judgement.from.element)
    targets.append(judgement.to.element)
    kinds.append(judgement.kind)
    reasons.append(shared.code(of: judgement.why))
  }
}
