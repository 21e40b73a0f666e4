/// People without a name whom several reports put at one deed: `gunmen` in the one, `the militants` in the other.
///
/// Wording alone never makes people of different reports one; that they did one and the same thing does, where each report
/// has only one such group for it.
enum DeedAgents {
  static func joined(
    in events: EventMerging, of reports: AssembledReports, _ identities: Identities
  ) -> [[EntityPlace]] {
    events.clusters.compactMap { members -> [EntityPlace]? in
      guard Set(members.map(\.report)).count > 1 else { return nil }
      var agents: [Int: Set<EntityPlace>] = [:]
      for member in members {
        let analysis = reports[member.report].analysis
        for role in analysis.events[member.index].roles where role.edge == .agent && !role.isDenied {
          let entity = analysis.entities[role.entity.index]
          guard !entity.isNamed, entity.label == .group, entity.kind == "armed_group" else { continue }
          agents[member.report, default: []].insert(EntityPlace(member.report, role.entity.index))
        }
      }
      let alike = agents.sorted { $0.key < $1.key }.compactMap { $0.value.count == 1 ? $0.value.first : nil }
      return alike.count > 1 ? alike : nil
    }
  }
}
