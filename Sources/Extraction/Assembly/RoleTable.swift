import GraphCore

/// Who is said to have had which part in which event, by whom, and who says that they had not. In columns: some thirty bytes
/// for each part and eight for each claim, of which a large case has a million.
struct RoleTable: Sendable {
  struct Key: Hashable, Comparable, Sendable {
    private let clusterNumber, actorNumber: UInt32
    let edge: EventRecord.Role.Edge
    var cluster: Int { Int(clusterNumber) }
    /// Number of the identity; always an actor.
    var actor: Int { Int(actorNumber) }

    init(cluster: Int, edge: EventRecord.Role.Edge, actor: Int) {
      clusterNumber = UInt32(clamping: cluster)
      actorNumber = UInt32(clamping: actor)
      self.edge = edge
    }

    static func < (a: Self, b: Self) -> Bool {
      if a.clusterNumber != b.clusterNumber { return a.clusterNumber < b.clusterNumber }
      if a.edge != b.edge { return a.edge.rawValue < b.edge.rawValue }
      return a.actorNumber < b.actorNumber
    }
  }

  /// Ascending, each once; no claim is in both.
  struct Claims: Sendable {
    var statements: [ClaimPlace]
    let denials: [ClaimPlace]
    /// Names of the rules that found them.
    let rules: Set<String>
  }

  /// Ascending.
  private(set) var keys: [Key] = []
  /// One entry per key: where its claims end.
  private var ends: [(statements: UInt32, denials: UInt32)] = []
  private var statements: [ClaimPlace] = []
  private var denials: [ClaimPlace] = []
  /// One entry per key: position among the sets of rules.
  private var rules: [UInt32] = []
  /// Each set once.
  private var ruleSets: [Set<String>] = []
  private var ruleCodes: [Set<String>: UInt32] = [:]

  /// O(findings × log findings).
  init(of matter: CaseMatter) {
    let findings = RoleFindings(in: matter)
    var all = RoleTable()
    findings.forEachPart { key, part in
      let denials = Set(part.lazy.filter(\.isDenied).map(\.claim))
      let statements = Set(part.lazy.filter { !$0.isDenied }.map(\.claim)).subtracting(denials)
      let rules = Set(Set(part.lazy.map(\.rules)).flatMap { findings.rules($0) })
      all.append(key, Claims(statements: statements.sorted(), denials: denials.sorted(), rules: rules))
    }
    self = all.withoutDoubles()
  }

  private init() {}

  /// - Parameter key: behind all others.
  private mutating func append(_ key: Key, _ claims: Claims) {
    keys.append(key)
    statements += claims.statements
    denials += claims.denials
    ends.append((UInt32(statements.count), UInt32(denials.count)))
    let code = ruleCodes[claims.rules] ?? UInt32(ruleSets.count)
    if code == UInt32(ruleSets.count) {
      ruleSets.append(claims.rules)
      ruleCodes[claims.rules] = code
    }
    rules.append(code)
  }

  /// nil if nobody speaks of that part. O(log keys + claims).
  func claims(of key: Key) -> Claims? {
    let place = keys.firstPlace { $0 >= key }
    return place < keys.count && keys[place] == key ? claims(at: place) : nil
  }

  private func claims(at place: Int) -> Claims {
    let start = place == 0 ? (statements: 0, denials: 0) : ends[place - 1]
    return Claims(
      statements: Array(statements[Int(start.statements)..<Int(ends[place].statements)]),
      denials: Array(denials[Int(start.denials)..<Int(ends[place].denials)]), rules: ruleSets[Int(rules[place])])
  }

  /// Ascending. O(log keys).
  func keys(ofCluster cluster: Int) -> ArraySlice<Key> {
    keys[keys.firstPlace { $0.cluster >= cluster }..<keys.firstPlace { $0.cluster > cluster }]
  }

  /// Two reports may each tell their part of one who is then on both sides of a deed: what more claims say stands, and of
  /// as many that it was done to them, unless somebody says outright that they did it.
  private func withoutDoubles() -> RoleTable {
    var gone: Set<Key> = []
    for (place, key) in keys.enumerated() where key.edge == .target {
      let other = Key(cluster: key.cluster, edge: .agent, actor: key.actor)
      guard let agent = claims(of: other), !agent.statements.isEmpty else { continue }
      let target = claims(at: place)
      guard !target.statements.isEmpty else { continue }
      let isImputed = Imputation.isAmong(agent.rules)
      let isAgent = (agent.statements.count, isImputed ? 1 : 0) > (target.statements.count, 0)
      gone.insert(isAgent ? key : other)
    }
    guard !gone.isEmpty else { return self }
    var rest = RoleTable()
    for (place, key) in keys.enumerated() {
      var claims = claims(at: place)
      if gone.contains(key) {
        claims.statements = []
        if claims.denials.isEmpty { continue }
      }
      rest.append(key, claims)
    }
    return rest
  }
}
