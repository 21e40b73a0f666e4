import GraphCore
import SourceText

/// The edges between actors, places and events, each with the claims that state it, weighed.
struct WorldEdges: Sendable {
  let matter: CaseMatter
  let roles: RoleTable
  let rivalRoles: Set<RoleTable.Key>
  let neighbourhood: LayerNeighbourhood
  private let placesByName: [NameForm: Int]

  init(of matter: CaseMatter, _ roles: RoleTable, rivalRoles: Set<RoleTable.Key>, in layer: ReaderLayer) {
    self.matter = matter
    self.roles = roles
    self.rivalRoles = rivalRoles
    neighbourhood = LayerNeighbourhood(of: layer)
    let places = matter.identities.groups.enumerated().compactMap { number, group -> (NameForm, Int)? in
      if case .place = group.key { (NameForm(group.name), number) } else { nil }
    }
    placesByName = Dictionary(places, uniquingKeysWith: min)
  }

  /// Hands all on, some thousands in memory at a time.
  func forEach(_ body: (WorldEdge) -> Void) {
    forEachRoleEdge(body)
    forEachEventEdge(body)
    forEachRelation(body)
    for edge in doubts() { body(edge) }
  }

  private func key(of identity: Int) -> WorldKey { matter.identities.groups[identity].key }
  private func key(ofCluster cluster: Int) -> WorldKey { .event(matter.eventNodes[cluster].key) }

  private func edge(
    _ type: String, _ from: WorldKey, _ to: WorldKey, _ statements: [ClaimPlace], denials: [ClaimPlace] = [],
    isBlame: Bool = false, isUtterance: Bool = false,
    isContested: Bool = false, isOpen: Bool = false, rules: Set<String>
  ) -> WorldEdge? {
    let denialKeys = denials.compactMap(matter.key).sorted()
    let all = Set(statements.compactMap(matter.key) + denialKeys).sorted()
    guard from != to, let claims = NonEmpty(all), let rules = NonEmpty(rules.sorted()) else { return nil }
    let elements = all.map(\.element)
    let origins = neighbourhood.origins(of: elements, denials: denialKeys.map(\.element))
    var status = neighbourhood.status(
      of: elements, denials: denialKeys.map(\.element), isBlame: isBlame, isUtterance: isUtterance)
    // A doubt or a silence is no denial: what only such claims speak of stands as said, unless it is the very thing that
    // they leave open.
    if status == .unattested, !isOpen { status = .asserted }
    if status == .asserted, isContested { status = .contested }
    return WorldEdge(
      type: type, from: from, to: to, claims: claims, denials: denialKeys, status: status, origins: origins.count,
      isLineageUnknown: origins.isLineageUnknown, rules: rules)
  }

  /// What `make` makes of each, in order; weighing claims is most of the work that edges take.
  private func forEachMade<Ground: Sendable>(
    of grounds: [Ground], _ body: (WorldEdge) -> Void, _ make: @Sendable (Ground) -> WorldEdge?
  ) {
    forEachInOrder(grounds.count, threads: matter.threads, { make(grounds[$0]) }) { edge in
      if let edge { body(edge) }
    }
  }

  private func forEachRoleEdge(_ body: (WorldEdge) -> Void) {
    forEachMade(of: roles.keys, body) { key in
      guard let claims = roles.claims(of: key) else { return nil }
      let type = matter.eventNodes[key.cluster].type
      return edge(
        key.edge.rawValue, self.key(of: key.actor), self.key(ofCluster: key.cluster), claims.statements,
        denials: claims.denials, isBlame: key.edge == .agent && Blame.types.contains(type),
        isUtterance: Utterance.types.contains(type) || isPerformed(key.cluster, by: claims.statements),
        isContested: rivalRoles.contains(key), isOpen: claims.rules.contains(RoleRule.leftOpen),
        rules: claims.rules)
    }
  }

  /// Whether those who tell of the event are those who bring it about: prosecutors charge by saying so. Not of a deed
  /// that is held against its doer.
  private func isPerformed(_ cluster: Int, by claims: [ClaimPlace]) -> Bool {
    guard !Blame.types.contains(matter.eventNodes[cluster].type) else { return false }
    let agents = Set(roles.keys(ofCluster: cluster).filter { $0.edge == .agent }.map(\.actor))
    return claims.allSatisfy { agents.contains(matter.speaker(matter.root($0))) }
  }

  /// The claims that state an edge, with the names of the rules that found it.
  private struct Stated: Sendable {
    var claims: [ClaimPlace] = []
    var rules: Set<String> = []

    mutating func add(_ claims: [ClaimPlace], _ rules: [String]) {
      guard !claims.isEmpty else { return }
      self.claims += claims
      self.rules.formUnion(rules)
    }
  }

  /// Where events were, and what they are about.
  private func forEachEventEdge(_ body: (WorldEdge) -> Void) {
    var places: [[Int]: Stated] = [:]
    var topics: [[Int]: Stated] = [:]
    for (cluster, members) in matter.events.clusters.enumerated() {
      for member in members {
        let event = matter.reports[member.report].analysis.events[member.index]
        for site in event.places {
          let place = matter.identities.number(of: EntityPlace(member.report, site.place.index))
          guard case .place = key(of: place) else { continue }
          places[[cluster, place], default: Stated()].add(matter.kept(site.claims, of: member.report), site.rules)
        }
        for link in event.concerns {
          guard let topic = matter.cluster(EventPlace(member.report, link.event.index)) else { continue }
          topics[[cluster, topic], default: Stated()].add(matter.kept(link.claims, of: member.report), link.rules)
        }
      }
    }
    forEachMade(of: places.sorted { $0.key.lexicographicallyPrecedes($1.key) }, body) {
      edge("LOCATED_IN", key(ofCluster: $0.key[0]), key(of: $0.key[1]), $0.value.claims, rules: $0.value.rules)
    }
    forEachMade(of: topics.sorted { $0.key.lexicographicallyPrecedes($1.key) }, body) {
      edge("CONCERNS", key(ofCluster: $0.key[0]), key(ofCluster: $0.key[1]), $0.value.claims, rules: $0.value.rules)
    }
  }

  // MARK: Between actors and places

  private struct RelationKey: Hashable, Comparable {
    let type: String
    let from: Int
    let to: Int
    static func < (a: Self, b: Self) -> Bool { (a.type, a.from, a.to) < (b.type, b.from, b.to) }
  }

  private func forEachRelation(_ body: (WorldEdge) -> Void) {
    var found: [RelationKey: (statements: [ClaimPlace], denials: [ClaimPlace], rules: Set<String>)] = [:]
    func add(_ key: RelationKey, _ claims: [ClaimPlace], _ rule: String) {
      for claim in claims {
        if matter.stance(matter.root(claim)).weight == .opposes {
          found[key, default: ([], [], [])].denials.append(claim)
        } else {
          found[key, default: ([], [], [])].statements.append(claim)
        }
        found[key]?.rules.insert(rule)
      }
    }
    for (number, report) in matter.reports.enumerated() {
      for relation in report.analysis.relations {
        let from = matter.identities.number(of: EntityPlace(number, relation.from.index))
        let to = matter.identities.number(of: EntityPlace(number, relation.to.index))
        add(
          RelationKey(type: relation.type, from: from, to: to), matter.kept(relation.claims, of: number), relation.rule)
      }
      for (index, entity) in report.analysis.entities.enumerated() {
        guard entity.label == .place, let outer = entity.locatedIn, let outerKey = place(outer, of: number) else {
          continue
        }
        let from = matter.identities.number(of: EntityPlace(number, index))
        let key = RelationKey(type: "LOCATED_IN", from: from, to: outerKey)
        add(key, matter.innermostClaims(around: EntityPlace(number, index)), "place.within")
      }
    }
    forEachMade(of: found.sorted { $0.key < $1.key }, body) { key, claims in
      edge(
        key.type, self.key(of: key.from), self.key(of: key.to), claims.statements, denials: claims.denials,
        rules: claims.rules)
    }
  }

  /// The identity of an outer place; a state that a place lies in counts as the place of its name, if the case has one.
  private func place(_ entity: EntityID, of report: Int) -> Int? {
    let number = matter.identities.number(of: EntityPlace(report, entity.index))
    if case .place = key(of: number) { return number }
    return placesByName[NameForm(matter.identities.groups[number].name)]
  }

  // MARK: For review

  private func doubts() -> [WorldEdge] {
    let events = matter.events.doubtful.compactMap { doubt -> WorldEdge? in
      offer(
        key(ofCluster: doubt.first), key(ofCluster: doubt.second), "review.events",
        matter.eventClaims[doubt.first].prefix(4) + matter.eventClaims[doubt.second].prefix(4), doubt.why)
    }
    let actors = matter.identities.doubtful.compactMap { doubt -> WorldEdge? in
      let claims = [doubt.first, doubt.second].flatMap { identity in
        matter.identities.groups[identity].members.lazy.flatMap { member in
          matter.innermostClaims(around: member)
        }.prefix(4)
      }
      return offer(key(of: doubt.first), key(of: doubt.second), "review.actors", claims, doubt.why)
    }
    return events + actors
  }

  /// The claims are those that speak of the two; that they are one, none of them says.
  private func offer(
    _ a: WorldKey, _ b: WorldKey, _ rule: String, _ claims: some Sequence<ClaimPlace>, _ why: String
  ) -> WorldEdge? {
    guard let claims = NonEmpty(Set(claims.compactMap(matter.key)).sorted()) else { return nil }
    let (from, to) = a.element < b.element ? (a, b) : (b, a)
    return WorldEdge(
      type: "POSSIBLY_SAME_AS", from: from, to: to, claims: claims, status: .unattested, origins: 0, why: why,
      rules: NonEmpty(rule))
  }
}

extension CaseMatter {
  /// The smallest claims that hold a mention of the entity, for its first mention that is in any. In order.
  func innermostClaims(around entity: EntityPlace) -> [ClaimPlace] {
    let (report, analysis) = (entity.report, reports[entity.report].analysis)
    let claims = analysis.claims
    for mention in analysis.entities[entity.index].mentions {
      let around = claims.indices.filter {
        claims[$0].range.contains(mention.range) && self.claims.isKept(ClaimPlace(report, $0))
      }
      guard let smallest = around.map({ claims[$0].range.lengthBytes }).min() else { continue }
      return around.filter { claims[$0].range.lengthBytes == smallest }.map { ClaimPlace(report, $0) }
    }
    return []
  }
}
