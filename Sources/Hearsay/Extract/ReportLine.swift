import Extraction
import Interchange
import SourceText
import TextAnalysis

/// What `extract` prints beside the analysis itself.
public struct ExtractOptions: Sendable {
  /// Each sentence's tokens with the columns of Universal Dependencies.
  public var tokens: Bool
  /// The text that was read, which all offsets refer to.
  public var text: Bool
  /// All that the words attribute to somebody, also what makes no claim: questions, orders, what is denied to be said.
  public var attributions: Bool

  public init(tokens: Bool = false, text: Bool = false, attributions: Bool = false) {
    self.tokens = tokens
    self.text = text
    self.attributions = attributions
  }
}

/// A report's analysis as one JSON object on a line of its own, in a fixed order of keys; a key without a value is left out.
///
/// Offsets are UTF-8 bytes of the text that was read, half-open. For plain text this is the file in UTF-8 without byte order
/// mark; for Markdown its text without marks; for HTML the main text; for JSON Lines the field `text`.
struct ReportLine {
  private let reading: Reading
  private let analysis: ReportAnalysis
  private let ids: ReportIDs
  private let options: ExtractOptions
  private let attributions: [AttributionRecord]

  init(_ reading: Reading, attributions: [AttributionRecord], options: ExtractOptions) {
    self.reading = reading
    self.attributions = attributions
    self.options = options
    analysis = reading.analysis
    ids = ReportIDs(of: reading.analysis)
  }

  var text: String {
    var json = JSONWriter()
    json.beginObject()
    writeReport(&json)
    if options.text { json.write(reading.document.text.contents, at: "text") }
    json.writeList(reading.document.sentences, at: "sentences", writeSentence)
    json.writeList(analysis.entities.indices, at: "entities", writeEntity)
    json.writeList(analysis.events.indices, at: "events", writeEvent)
    json.writeList(analysis.claims.indices, at: "claims", writeClaim)
    if options.attributions { json.writeList(attributions, at: "attributions", writeAttribution) }
    json.writeList(analysis.relations, at: "relations", writeRelation)
    json.endObject()
    return json.text
  }

  private func id(_ entity: EntityID) -> String { ids.entities[entity.index] }
  private func id(_ event: EventID) -> String { ids.events[event.index] }
  private func id(_ claim: ClaimID) -> String { ids.claims[claim.index] }

  private func writeReport(_ json: inout JSONWriter) {
    let report = analysis.report
    json.key("report")
    json.beginObject()
    json.write(report.sha256, at: "id")
    json.write(report.origin, at: "origin")
    json.write(report.title, at: "title")
    json.write(report.published, at: "published")
    json.write(id(report.publisher), at: "publisher")
    json.writeStrings(report.authors.map(id), at: "authors")
    json.writeList(report.cites, at: "cites") { json, citation in
      json.write(id(citation.publisher), at: "publisher")
      json.write(citation.range)
    }
    json.key("bytes")
    json.write(reading.document.text.contents.utf8.count)
    json.endObject()
  }

  private func writeSentence(_ json: inout JSONWriter, _ sentence: Sentence) {
    json.write(sentence.range)
    json.write(sentence.part.rawValue, at: "part")
    json.key("paragraph")
    json.write(sentence.paragraph)
    guard options.tokens else { return }
    json.writeList(sentence.tokens, at: "tokens") { json, index in
      let token = reading.document.tokens[index]
      json.key("id")
      json.write(index - sentence.tokens.lowerBound + 1)
      json.write(token.form, at: "form")
      json.write(token.lemma, at: "lemma")
      json.write(token.upos.rawValue, at: "upos")
      json.write(token.xpos, at: "xpos")
      json.key("head")
      json.write(token.head.map { $0 - sentence.tokens.lowerBound + 1 } ?? 0)
      json.write(token.deprel, at: "deprel")
      json.write(token.range)
    }
  }

  private func writeEntity(_ json: inout JSONWriter, _ index: Int) {
    let entity = analysis.entities[index]
    json.write(ids.entities[index], at: "id")
    json.write(entity.label.rawValue, at: "label")
    json.write(entity.name, at: "name")
    json.writeStrings(entity.aliases, at: "aliases")
    json.write(entity.kind, at: "kind")
    json.write(entity.isNamed, at: "named")
    json.write(entity.count, at: "count")
    json.write(entity.description, at: "description")
    json.write(entity.linkedName, at: "link")
    json.write(entity.locatedIn.map(id), at: "located_in")
    json.writeList(entity.mentions, at: "mentions") { json, mention in
      json.write(mention.range)
      let head = reading.document.tokens.indices.contains(mention.head) ? reading.document.tokens[mention.head] : nil
      json.write(head?.range, at: "head")
      json.key("sentence")
      json.write(mention.sentence)
      json.write(mention.form.rawValue, at: "form")
      json.write(reading.document.text.slice(mention.range), at: "text")
    }
  }

  private func writeEvent(_ json: inout JSONWriter, _ index: Int) {
    let event = analysis.events[index]
    json.write(ids.events[index], at: "id")
    json.write(event.type, at: "type")
    json.write(event.subtype, at: "subtype")
    json.write(event.name, at: "name")
    json.write(event.actuality.rawValue, at: "actuality")
    json.write(event.time?.start, at: "start")
    json.write(event.time?.end, at: "end")
    json.write(event.time?.precision.rawValue, at: "precision")
    json.writeList(event.triggers, at: "triggers") { json, trigger in
      json.write(trigger.range)
      json.key("sentence")
      json.write(trigger.sentence)
      json.write(trigger.lemma, at: "lemma")
    }
    json.writeList(event.roles, at: "roles") { json, role in
      json.write(role.edge.rawValue, at: "edge")
      json.write(id(role.entity), at: "entity")
      json.writeStrings(role.claims.map(id), at: "claims")
      json.write(role.isDenied, at: "denied")
      json.writeStrings(role.rules, at: "rules")
    }
    json.writeList(event.places, at: "places") { json, site in
      json.write(id(site.place), at: "place")
      json.writeStrings(site.claims.map(id), at: "claims")
      json.writeStrings(site.rules, at: "rules")
    }
    json.writeList(event.figures, at: "figures") { json, figure in
      json.write(figure.attribute, at: "attribute")
      json.key("value")
      json.write(figure.value)
      json.write(figure.bound.rawValue, at: "bound")
      json.write(id(figure.claim), at: "claim")
      json.write(figure.range)
    }
    json.writeList(event.things, at: "things") { json, thing in
      json.write(thing.part.rawValue, at: "part")
      json.write(thing.name, at: "name")
      json.write(thing.range)
      json.write(thing.head, at: "head")
      json.writeStrings(thing.claims.map(id), at: "claims")
    }
    json.writeList(event.concerns, at: "concerns") { json, link in
      json.write(id(link.event), at: "event")
      json.writeStrings(link.claims.map(id), at: "claims")
      json.writeStrings(link.rules, at: "rules")
    }
  }

  private func writeClaim(_ json: inout JSONWriter, _ index: Int) {
    let claim = analysis.claims[index]
    json.write(ids.claims[index], at: "id")
    json.write(id(claim.speaker), at: "speaker")
    json.write(claim.speakerRange, at: "speaker_range")
    if let cue = claim.cue {
      json.key("cue")
      json.beginObject()
      json.write(cue, at: "text")
      if let range = claim.cueRange { json.write(range) }
      json.endObject()
    }
    json.write(claim.range)
    json.key("content")
    json.beginArray()
    for part in claim.parts.isEmpty ? [claim.range] : claim.parts { json.writePair(part) }
    json.endArray()
    json.write(reading.document.text.slice(claim.range), at: "text")
    json.key("sentence")
    json.write(claim.sentence)
    json.write(claim.stance.rawValue, at: "stance")
    json.write(claim.hedge, at: "hedge")
    json.write(claim.isQuoted, at: "quoted")
    json.write(claim.relays.map(id), at: "relays")
    json.writeStrings(analysis.chain(from: ClaimID(index)).map(id), at: "chain")
    json.writeList(claim.about, at: "about") { json, target in
      switch target {
      case .event(let event): json.write(id(event), at: "event")
      case .entity(let entity): json.write(id(entity), at: "entity")
      case .claim(let claim): json.write(id(claim), at: "claim")
      case .report(let publisher): json.write(id(publisher), at: "report")
      }
    }
    json.write(claim.denies.map(id), at: "denies")
    if !claim.agrees.isEmpty { json.writeStrings(claim.agrees.map(id), at: "agrees") }
    json.write(claim.said, at: "said")
    json.write(claim.rule, at: "rule")
  }

  private func writeAttribution(_ json: inout JSONWriter, _ attribution: AttributionRecord) {
    json.key("speaker_ranges")
    json.beginArray()
    for range in attribution.speakerRanges { json.writePair(range) }
    json.endArray()
    if let cue = attribution.cueRange {
      json.key("cue")
      json.beginObject()
      json.write(reading.document.text.slice(cue), at: "text")
      json.write(cue)
      json.endObject()
    }
    json.key("content")
    json.beginArray()
    for part in attribution.content { json.writePair(part) }
    json.endArray()
    json.write(attribution.stance.rawValue, at: "stance")
    json.write(attribution.withheld?.rawValue, at: "withheld")
    let claims = analysis.claims.indices.filter {
      attribution.cueRange != nil && analysis.claims[$0].cueRange == attribution.cueRange
    }
    json.writeStrings(claims.map { ids.claims[$0] }, at: "claims")
    json.write(attribution.rule, at: "rule")
  }

  private func writeRelation(_ json: inout JSONWriter, _ relation: RelationRecord) {
    json.write(relation.type, at: "type")
    json.write(id(relation.from), at: "from")
    json.write(id(relation.to), at: "to")
    json.writeStrings(relation.claims.map(id), at: "claims")
    json.write(relation.rule, at: "rule")
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ text: String?, at key: String) {
    guard let text else { return }
    self.key(key)
    write(text)
  }

  fileprivate mutating func write(_ number: Int?, at key: String) {
    guard let number else { return }
    self.key(key)
    write(number)
  }

  fileprivate mutating func write(_ flag: Bool, at key: String) {
    self.key(key)
    write(flag)
  }

  fileprivate mutating func write(_ range: SourceRange?, at key: String) {
    guard let range else { return }
    self.key(key)
    writePair(range)
  }

  fileprivate mutating func writePair(_ range: SourceRange) {
    beginArray()
    write(range.start)
    write(range.end)
    endArray()
  }

  /// As the keys `start` and `end` of the open object.
  fileprivate mutating func write(_ range: SourceRange) {
    key("start")
    write(range.start)
    key("end")
    write(range.end)
  }

  fileprivate mutating func writeStrings(_ texts: [String], at key: String) {
    self.key(key)
    beginArray()
    for text in texts { write(text) }
    endArray()
  }

  fileprivate mutating func writeList<Elements: Sequence>(
    _ elements: Elements, at key: String, _ body: (inout JSONWriter, Elements.Element) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements {
      beginObject()
      body(&self, element)
      endObject()
    }
    endArray()
  }
}
