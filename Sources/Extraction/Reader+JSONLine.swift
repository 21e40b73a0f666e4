import Foundation
import SourceText
import TextAnalysis

extension Reading {
  /// The report as one line of JSON: sentences, entities with their mentions, events, claims with chain, cue and content,
  /// relations. Keys in alphabetical order; offsets are UTF-8 bytes of the report's text, half-open.
  package func jsonLine() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(ReportLine(self)), as: UTF8.self)
  }
}

/// What `extract` prints of a report. Positions refer to the arrays of the same line.
private struct ReportLine: Encodable {
  struct Span: Encodable {
    let start: Int
    let end: Int
    init(_ range: SourceRange) { (start, end) = (range.start, range.end) }
  }

  struct SentenceLine: Encodable {
    let start: Int
    let end: Int
    let part: String
  }

  struct ClaimLine: Encodable {
    let speaker: Int
    let chain: [String]
    let stance: String
    let hedge: String?
    let quoted: Bool
    let text: String
    let content: [Span]
    let cue: String?
    let cueRange: Span?
    let speakerRange: Span?
    let sentence: Int
    let relays: Int?
    let denies: Int?
    let about: [[String: Int]]
    let said: String?
    let rule: String
  }

  let report: ReportRecord
  let sentences: [SentenceLine]
  let entities: [Entity]
  let events: [EventRecord]
  let claims: [ClaimLine]
  let relations: [RelationRecord]

  init(_ reading: Reading) {
    let analysis = reading.analysis
    report = analysis.report
    sentences = reading.document.sentences.map {
      SentenceLine(start: $0.range.start, end: $0.range.end, part: $0.part.rawValue)
    }
    entities = analysis.entities
    events = analysis.events
    relations = analysis.relations
    claims = analysis.claims.map { claim in
      ClaimLine(
        speaker: claim.speaker.index, chain: Self.chain(of: claim, in: analysis), stance: claim.stance.rawValue,
        hedge: claim.hedge, quoted: claim.isQuoted, text: reading.document.text.slice(claim.range),
        content: (claim.parts.isEmpty ? [claim.range] : claim.parts).map(Span.init), cue: claim.cue,
        cueRange: claim.cueRange.map(Span.init), speakerRange: claim.speakerRange.map(Span.init),
        sentence: claim.sentence,
        relays: claim.relays?.index, denies: claim.denies?.index, about: claim.about.map(Self.target), said: claim.said,
        rule: claim.rule)
    }
  }

  /// The speakers' names from this claim down to the one who says it first-hand.
  private static func chain(of claim: ClaimRecord, in analysis: ReportAnalysis) -> [String] {
    var names: [String] = []
    var here: ClaimRecord? = claim
    while let current = here, names.count <= analysis.claims.count {
      names.append(analysis.entities[current.speaker.index].name)
      here = current.relays.map { analysis.claims[$0.index] }
    }
    return names
  }

  private static func target(_ target: ClaimRecord.Target) -> [String: Int] {
    switch target {
    case .event(let id): ["event": id.index]
    case .entity(let id): ["entity": id.index]
    case .claim(let id): ["claim": id.index]
    case .report(let publisher): ["report": publisher.index]
    }
  }
}
