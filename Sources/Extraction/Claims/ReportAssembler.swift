import SourceText
import TextAnalysis

/// Puts the parts of an analysis together: claims in text order, relations with the claims that state them.
struct ReportAssembler {
  let syntax: Syntax
  let claims: ClaimBuilder
  let events: [EventRecord]
  let relations: [RelationDraft]

  func assemble() -> ReportAnalysis {
    let text = syntax.document.text
    let order = claims.drafts.indices.sorted { key($0) < key($1) }
    var newID = [ClaimID](repeating: ClaimID(0), count: order.count)
    for (position, old) in order.enumerated() { newID[old] = ClaimID(position) }
    let records = order.map { old -> ClaimRecord in
      var record = claims.drafts[old].record
      record.relays = record.relays.map { newID[$0.index] }
      record.denies = record.denies.map { newID[$0.index] }
      record.revises = record.revises.map { newID[$0.index] }
      record.agrees = record.agrees.map { newID[$0.index] }.sorted()
      record.about = record.about.map { if case .claim(let id) = $0 { .claim(newID[id.index]) } else { $0 } }
      return record
    }
    let report = ReportRecord(
      sha256: sha256(of: text.contents), title: text.metadata.title, published: text.metadata.published,
      publisher: claims.referents.publisher, authors: claims.referents.authors, origin: text.origin,
      cites: claims.citations)
    return ReportAnalysis(
      report: report, entities: claims.referents.entities, events: events.map { renumbered($0, newID) },
      claims: records,
      relations: stated(newID))
  }

  /// Text order; at one place the inner claim before those that relay it.
  private func key(_ index: Int) -> (Int, Int, Int) {
    let record = claims.drafts[index].record
    return (record.range.start, record.range.end, index)
  }

  private func renumbered(_ event: EventRecord, _ newID: [ClaimID]) -> EventRecord {
    func renumber(_ ids: [ClaimID]) -> [ClaimID] { ids.map { newID[$0.index] }.sorted() }
    var event = event
    for index in event.roles.indices { event.roles[index].claims = renumber(event.roles[index].claims) }
    for index in event.places.indices { event.places[index].claims = renumber(event.places[index].claims) }
    for index in event.concerns.indices { event.concerns[index].claims = renumber(event.concerns[index].claims) }
    for index in event.things.indices { event.things[index].claims = renumber(event.things[index].claims) }
    for index in event.figures.indices { event.figures[index].claim = newID[event.figures[index].claim.index] }
    return event
  }

  /// Relations with the claims whose words hold them; those that no claim speaks stand in words that attribute (`Kremlin
  /// spokesman X said`), which are the report's own.
  private func stated(_ newID: [ClaimID]) -> [RelationRecord] {
    var byEdge: [RelationRecord] = []
    for draft in relations {
      let inside = draft.tokens.clamped(to: 0..<syntax.tokens.count)
      let spoken = inside.flatMap { claims.cover[$0] }.uniqued()
      let ids = (spoken.isEmpty ? inSentence(draft.sentence) : spoken).map { newID[$0.index] }
      guard !ids.isEmpty else { continue }
      if let known = byEdge.firstIndex(where: { $0.type == draft.type && $0.from == draft.from && $0.to == draft.to }) {
        byEdge[known].claims = (byEdge[known].claims + ids).uniqued().sorted()
      } else {
        byEdge.append(
          .init(type: draft.type, from: draft.from, to: draft.to, claims: ids.uniqued().sorted(), rule: draft.rule))
      }
    }
    return byEdge
  }

  private func inSentence(_ sentence: Int) -> [ClaimID] {
    claims.drafts.indices.filter { claims.drafts[$0].record.sentence == sentence }.prefix(1).map { ClaimID($0) }
  }
}
