import Extraction
import GraphCore
import SourceText

/// Writes a report's analysis by hand: entities, claims and triggers are found in the text by their words.
struct ReportBuilder {
  let text: String
  private(set) var analysis: ReportAnalysis

  init(_ paper: String, on day: String?, _ text: String) {
    self.text = text
    let publisher = Entity(label: .organization, name: paper, kind: "publisher")
    analysis = ReportAnalysis(
      report: ReportRecord(
        sha256: sha256(of: text), title: nil, published: day, publisher: EntityID(0), origin: "\(paper).txt"),
      entities: [publisher])
  }

  var paper: EntityID { EntityID(0) }

  /// The range of the words; the whole text if it does not hold them.
  func range(_ words: String) -> SourceRange {
    let all = Array(text.utf8)
    let wanted = Array(words.utf8)
    guard wanted.count <= all.count else { return SourceRange(0, all.count) }
    for start in 0...(all.count - wanted.count) where Array(all[start..<(start + wanted.count)]) == wanted {
      return SourceRange(start, start + wanted.count)
    }
    return SourceRange(0, all.count)
  }

  mutating func entity(
    _ label: Entity.Label, _ name: String, kind: String? = nil, named: Bool = true, link: String? = nil,
    aliases: [String] = [], in outer: EntityID? = nil
  ) -> EntityID {
    let mention = Mention(range: range(name), tokens: 0..<1, head: 0, sentence: 0, form: .name)
    analysis.entities.append(
      Entity(
        label: label, name: name, aliases: aliases, kind: kind, isNamed: named, link: link, locatedIn: outer,
        mentions: [mention]))
    return EntityID(analysis.entities.count - 1)
  }

  mutating func claim(
    _ speaker: EntityID, _ words: String, _ stance: ClaimRecord.Stance = .asserts, relays: ClaimID? = nil,
    denies: ClaimID? = nil, about: [ClaimRecord.Target] = []
  ) -> ClaimID {
    analysis.claims.append(
      ClaimRecord(
        speaker: speaker, range: range(words), sentence: 0, stance: stance, relays: relays, about: about,
        denies: denies,
        rule: "test"))
    return ClaimID(analysis.claims.count - 1)
  }

  mutating func event(
    _ type: String, _ trigger: String, on day: String? = nil, subtype: String? = nil,
    _ actuality: EventRecord.Actuality = .happened
  ) -> EventID {
    let found = EventRecord.Trigger(range: range(trigger), token: 0, sentence: 0, lemma: trigger)
    analysis.events.append(
      EventRecord(
        type: type, subtype: subtype, name: trigger, triggers: [found],
        time: day.map { TimeValue(start: $0, precision: .day) }, actuality: actuality))
    return EventID(analysis.events.count - 1)
  }

  mutating func role(
    _ edge: EventRecord.Role.Edge, _ actor: EntityID, in event: EventID, by claims: ClaimID..., isDenied: Bool = false
  ) {
    analysis.events[event.index].roles.append(
      EventRecord.Role(edge: edge, entity: actor, claims: claims, isDenied: isDenied, rules: ["role.test"]))
  }

  mutating func place(_ event: EventID, at place: EntityID, by claims: ClaimID...) {
    analysis.events[event.index].places.append(
      EventRecord.PlaceMention(place: place, claims: claims, rules: ["place.test"]))
  }

  mutating func figure(
    _ attribute: String, _ value: Double, _ words: String, of event: EventID, by claim: ClaimID,
    _ bound: FigureRecord.Bound = .exact
  ) {
    analysis.events[event.index].figures.append(
      FigureRecord(attribute: attribute, value: value, bound: bound, claim: claim, range: range(words)))
  }

  mutating func relation(_ type: String, _ from: EntityID, _ to: EntityID, by claims: ClaimID...) {
    analysis.relations.append(RelationRecord(type: type, from: from, to: to, claims: claims, rule: "test"))
  }

  mutating func cite(_ publisher: EntityID) {
    analysis.report.cites.append(
      ReportRecord.Citation(publisher: publisher, range: analysis.entities[publisher.index].mentions[0].range))
  }
}

func assemble(
  _ reports: [ReportBuilder], mostTextBytes: Int = Assembler.mostTextBytesInMemory
) throws -> ReaderLayer {
  var assembler = Assembler(mostTextBytes: mostTextBytes)
  for report in reports { try assembler.add(report.analysis, text: report.text) }
  return try assembler.assemble()
}

func graph(of layer: ReaderLayer) throws -> PropertyGraph {
  let transaction = GraphTransaction(PropertyGraph())
  for change in layer.changes(from: PropertyGraph()) { try transaction.apply(change) }
  return transaction.commit()
}

/// Everything in the layer as text, to compare byte for byte.
func dump(_ layer: ReaderLayer) -> String {
  func list(_ properties: [(key: String, value: Value)]) -> String {
    properties.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
  let nodes = layer.nodes().map { "\($0.key) \($0.labels) \(list($0.properties))" }
  let edges = layer.edges().map { "\($0.key) \($0.type) \($0.from) \($0.to) \(list($0.properties))" }
  return (nodes + edges).joined(separator: "\n")
}

extension ReaderLayer {
  func actors(named name: String) -> [ActorNode] { actors.values.filter { $0.name == name }.sorted { $0.key < $1.key } }

  /// `DENIES: words -> words`, sorted.
  func judged(_ kind: Judgement.Kind) -> [String] {
    func text(_ key: ClaimKey) -> String { claims.place(of: key).map { claims.text(at: $0) } ?? "?" }
    return judgements.filter { $0.kind == kind }.map { "\(text($0.from)) -> \(text($0.to))" }.sorted()
  }

  func edge(_ type: String, from name: String) -> WorldEdge? {
    worldEdges.first { edge in
      guard edge.type == type, case .actor(let key) = edge.from else { return false }
      return actors[key]?.name == name
    }
  }
}
