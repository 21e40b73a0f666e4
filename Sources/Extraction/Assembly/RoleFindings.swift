import GraphCore

/// What claims say of parts in events, as it is found: one entry for each claim and part, which takes a twentieth of what a
/// table of sets does.
struct RoleFindings {
  struct Finding {
    let key: RoleTable.Key
    let claim: ClaimPlace
    let isDenied: Bool
    /// Position among the lists of rules.
    let rules: UInt32
  }

  private var all: [Finding] = []
  /// Names of the rules that found something, each list once.
  private var ruleLists: [[String]] = []
  private var ruleCodes: [[String]: UInt32] = [:]
  private let matter: CaseMatter

  /// O(claims of all events).
  init(in matter: CaseMatter) {
    self.matter = matter
    for (cluster, members) in matter.events.clusters.enumerated() {
      for member in members { addRoles(of: member, cluster) }
    }
    addClaimsOfResponsibility()
    all.sort { $0.key < $1.key }
  }

  /// Hands on what is said of each part, ascending.
  func forEachPart(_ body: (RoleTable.Key, ArraySlice<Finding>) -> Void) {
    var start = 0
    while start < all.count {
      let key = all[start].key
      let end = all[start...].firstIndex { $0.key != key } ?? all.count
      body(key, all[start..<end])
      start = end
    }
  }

  /// The names that a finding's number stands for.
  func rules(_ code: UInt32) -> [String] { ruleLists[Int(code)] }

  private mutating func addRoles(of member: EventPlace, _ cluster: Int) {
    for role in matter.reports[member.report].analysis.events[member.index].roles {
      let actor = matter.identities.number(of: EntityPlace(member.report, role.entity.index))
      guard case .actor = matter.identities.groups[actor].key else { continue }
      for claim in matter.kept(role.claims, of: member.report) {
        add(claim, to: .init(cluster: cluster, edge: role.edge, actor: actor), isDenied: role.isDenied, role.rules)
      }
    }
  }

  private mutating func add(_ claim: ClaimPlace, to key: RoleTable.Key, isDenied: Bool, _ rules: [String]) {
    // A rebuttal that states a role denies it, whether or not the reading has said so.
    let isDenied = isDenied || matter.stance(matter.root(claim)).weight == .opposes
    all.append(Finding(key: key, claim: claim, isDenied: isDenied, rules: code(of: rules)))
  }

  private mutating func code(of rules: [String]) -> UInt32 {
    if let known = ruleCodes[rules] { return known }
    let code = UInt32(ruleLists.count)
    ruleCodes[rules] = code
    ruleLists.append(rules)
    return code
  }

  /// Whoever claims responsibility for an event says that they are its agent, where the report alone has not shown which
  /// event is meant or in whose name it is claimed.
  private mutating func addClaimsOfResponsibility() {
    let placed = Set(all.lazy.filter { !$0.isDenied }.map(\.claim))
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
        add(
          claim, to: .init(cluster: cluster, edge: .agent, actor: actor), isDenied: false,
          ["role.imputed.responsibility"])
      }
    }
  }
}
