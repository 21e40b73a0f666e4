import GraphCore

/// Who is said to have had which part in which event, by whom, and who says that they had not.
struct RoleTable: Sendable {
  struct Key: Hashable, Comparable, Sendable {
    let cluster: Int
    let edge: EventRecord.Role.Edge
    /// Number of the identity; always an actor.
    let actor: Int

    static func < (a: Self, b: Self) -> Bool {
      (a.cluster, a.edge.rawValue, a.actor) < (b.cluster, b.edge.rawValue, b.actor)
    }
  }

  /// Ascending, each once; no claim is in both.
  struct Claims: Sendable {
    var statements: [ClaimPlace] = []
    var denials: [ClaimPlace] = []
    /// Names of the rules that found them.
    var rules: Set<String> = []
  }

  private(set) var claims: [Key: Claims] = [:]
  /// Ascending.
  private(set) var keys: [Key] = []
  private(set) var keysByCluster: [Int: [Key]] = [:]

  init(of matter: CaseMatter) {
    for (cluster, members) in matter.events.clusters.enumerated() {
      for member in members { addRoles(of: member, cluster, matter) }
    }
    addClaimsOfResponsibility(matter)
    for key in claims.keys {
      guard let found = claims[key] else { continue }
      let denials = Set(found.denials)
      claims[key] = Claims(
        statements: Set(found.statements).subtracting(denials).sorted(), denials: denials.sorted(), rules: found.rules)
    }
    dropDoubles()
    keys = claims.keys.sorted()
    keysByCluster = Dictionary(grouping: keys, by: \.cluster)
  }

  /// Two reports may each tell their part of one who is then on both sides of a deed: what more claims say stands, and of
  /// as many that it was done to them, unless somebody says outright that they did it.
  private mutating func dropDoubles() {
    for (key, target) in claims where key.edge == .target && !target.statements.isEmpty {
      let other = Key(cluster: key.cluster, edge: .agent, actor: key.actor)
      guard let agent = claims[other], !agent.statements.isEmpty else { continue }
      let isImputed = Imputation.isAmong(agent.rules)
      let isAgent = (agent.statements.count, isImputed ? 1 : 0) > (target.statements.count, 0)
      let gone = isAgent ? key : other
      claims[gone]?.statements = []
      if claims[gone]?.denials.isEmpty ?? false { claims[gone] = nil }
    }
  }

  private mutating func addRoles(of member: EventPlace, _ cluster: Int, _ matter: CaseMatter) {
    for role in matter.reports[member.report].analysis.events[member.index].roles {
      let actor = matter.identities.number(of: EntityPlace(member.report, role.entity.index))
      guard case .actor = matter.identities.groups[actor].key else { continue }
      for claim in matter.kept(role.claims, of: member.report) {
        add(
          claim, to: Key(cluster: cluster, edge: role.edge, actor: actor), isDenied: role.isDenied, role.rules, matter)
      }
    }
  }

  private mutating func add(
    _ claim: ClaimPlace, to key: Key, isDenied: Bool, _ rules: [String], _ matter: CaseMatter
  ) {
    claims[key, default: Claims()].rules.formUnion(rules)
    // A rebuttal that states a role denies it, whether or not the reading has said so.
    if isDenied || matter.stance(matter.root(claim)).weight == .opposes {
      claims[key, default: Claims()].denials.append(claim)
    } else {
      claims[key, default: Claims()].statements.append(claim)
    }
  }

  /// Whoever claims responsibility for an event says that they are its agent, where the report alone has not shown which
  /// event is meant or in whose name it is claimed.
  private mutating func addClaimsOfResponsibility(_ matter: CaseMatter) {
    let placed = Set(claims.values.flatMap(\.statements))
    for (cluster, eventClaims) in matter.eventClaims.enumerated() {
      for claim in eventClaims where matter.stance(claim) == .claimsResponsibility && !placed.contains(claim) {
        let actor = matter.speaker(claim)
        let names = matter.reports[claim.report].analysis.claims[claim.index].about.contains { target in
          if case .event(let event) = target {
            return matter.cluster(EventPlace(claim.report, event.index)) == cluster
          }
          return false
        }
        guard names else { continue }
        let key = Key(cluster: cluster, edge: .agent, actor: actor)
        add(claim, to: key, isDenied: false, ["role.imputed.responsibility"], matter)
      }
    }
  }
}
