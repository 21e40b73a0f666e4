import GraphCore
import SourceText

/// Where one report speaks of what became a node of the graph.
package struct MergedMention: Sendable {
  /// Of the report's text.
  package let sha256: String
  /// The report's node.
  package let reportKey: String
  /// Ascending; UTF-8 bytes of the report's text.
  package let ranges: [SourceRange]
}

extension Assembler {
  /// All words that were taken for the actor, place or event of this key, by report in the order of assembly. Goes through
  /// all reports: as long as assembling takes up to its judgements. Throws as `assemble()` does.
  package func mentions(of key: ElementKey) throws(AssemblyError) -> [MergedMention] {
    let matter = CaseMatter(of: distinctReports)
    var ranges: [Int: Set<SourceRange>] = [:]
    for group in matter.identities.groups where group.key.element == key {
      for member in group.members {
        let entity = matter.reports[member.report].analysis.entities[member.index]
        ranges[member.report, default: []].formUnion(entity.mentions.map(\.range))
      }
    }
    for (cluster, members) in matter.events.clusters.enumerated()
    where matter.eventNodes.indices.contains(cluster) && matter.eventNodes[cluster].key.element == key {
      for member in members {
        let event = matter.reports[member.report].analysis.events[member.index]
        ranges[member.report, default: []].formUnion(event.triggers.map(\.range))
      }
    }
    try matter.reports.requireRead()
    return ranges.sorted { $0.key < $1.key }.map { number, found in
      let sha256 = matter.reports.sha256(of: number)
      return MergedMention(
        sha256: sha256, reportKey: ContentKeys.report(sha256: sha256).description, ranges: found.sorted())
    }
  }
}
