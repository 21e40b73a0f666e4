import GraphCore
import SourceText

/// The keys of claims: each follows from its own report alone, so that `extract` and a case name a claim alike.
enum ClaimKeys {
  /// One per claim, no two alike.
  static func keys(of analysis: ReportAnalysis) -> [ClaimKey] {
    var ordinals: [String: Int] = [:]
    return analysis.claims.indices.map { index in
      let claim = analysis.claims[index]
      let speakers = chain(from: index, in: analysis)
      let content = "\(claim.range)\n\(speakers)\n\(claim.rule)"
      let ordinal = ordinals[content, default: 0]
      ordinals[content] = ordinal + 1
      return ContentKeys.claim(
        report: analysis.report.sha256, range: claim.range, speakers: speakers, rule: claim.rule, ordinal: ordinal)
    }
  }

  private static func chain(from claim: Int, in analysis: ReportAnalysis) -> [String] {
    analysis.chain(from: ClaimID(claim)).map { speaker in
      let entity = analysis.entities[speaker.index]
      return "\(entity.label.rawValue) \(entity.name)"
    }
  }
}

extension ReportAnalysis {
  /// The speakers from a claim down its relays to the one who says it first-hand.
  package func chain(from claim: ClaimID) -> [EntityID] {
    var speakers: [EntityID] = []
    var next: ClaimID? = claim
    // A ring of relays has no end; it is left after as many steps as there are claims.
    while let here = next, speakers.count <= claims.count {
      speakers.append(claims[here.index].speaker)
      next = claims[here.index].relays
    }
    return speakers
  }
}

/// The names that `extract` gives to what one report holds. They follow from the report's text alone: the same text has
/// the same ids anywhere and at any time. A claim's id is the one it has in a case; entities and events are merged with
/// those of other reports there, and have ids of the case's own.
package struct ReportIDs: Sendable {
  /// One entry per entity, event and claim of the analysis.
  package let entities: [String]
  package let events: [String]
  package let claims: [String]

  package init(of analysis: ReportAnalysis) {
    let sha256 = analysis.report.sha256
    entities = analysis.entities.enumerated().map { index, entity in
      let mention = entity.mentions.map(\.range).min().map { "\($0.start)-\($0.end)" } ?? "nowhere"
      return "x"
        + ContentKeys.digest("entity\n\(sha256)\n\(mention)\n\(entity.label.rawValue)\n\(entity.name)\n\(index)")
    }
    events = analysis.events.enumerated().map { index, event in
      let trigger = event.triggers.map(\.range).min().map { "\($0.start)-\($0.end)" } ?? "nowhere"
      return "v" + ContentKeys.digest("event of\n\(sha256)\n\(trigger)\n\(event.type)\n\(index)")
    }
    claims = ClaimKeys.keys(of: analysis).map(\.element.description)
  }
}
