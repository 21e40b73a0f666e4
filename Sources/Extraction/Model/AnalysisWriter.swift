import GraphCore
import SourceText

extension ReportAnalysis {
  /// The analysis in bytes, as a case keeps it: a fifth of the length of JSON, and read in a fraction of the time.
  package func encoded() -> [UInt8] {
    var writer = AnalysisWriter()
    writer.write(self)
    return writer.bytes
  }
}

/// Puts an analysis into bytes. Numbers are LEB128, those that may be negative zigzag; a text that came before is written
/// as its number, since kinds, types and rules come again and again.
///
/// What is added to `ReportAnalysis` must be added here and in `AnalysisReader`; then `ReaderMark.rules` grows.
struct AnalysisWriter {
  private(set) var bytes: [UInt8] = []
  private var numbers: [String: Int] = [:]

  // MARK: Parts

  private mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  private mutating func write(_ number: Int) {
    let signed = Int64(number)
    var rest = UInt64(bitPattern: (signed << 1) ^ (signed >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func write(_ number: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> shift))
    }
  }

  /// The number of a text is one more than how many different ones came before it, if it is new.
  private mutating func write(_ text: String) {
    if let number = numbers[text] { return write(number) }
    write(numbers.count)
    numbers[text] = numbers.count
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write<T>(_ value: T?, _ body: (inout Self, T) -> Void) {
    write(value != nil)
    if let value { body(&self, value) }
  }

  private mutating func write(_ text: String?) { write(text) { $0.write($1) } }
  private mutating func write(_ number: Int?) { write(number) { $0.write($1) } }
  private mutating func write(_ range: SourceRange?) { write(range) { $0.write($1) } }

  private mutating func write<T>(all values: [T], _ body: (inout Self, T) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  /// The length rather than the end: it is the shorter number.
  private mutating func write(_ range: SourceRange) {
    write(range.start)
    write(range.lengthBytes)
  }

  private mutating func write(_ claims: [ClaimID]) { write(all: claims) { $0.write($1.index) } }

  // MARK: Records

  fileprivate mutating func write(_ analysis: ReportAnalysis) {
    write(analysis.report)
    write(all: analysis.entities) { $0.write($1) }
    write(all: analysis.events) { $0.write($1) }
    write(all: analysis.claims) { $0.write($1) }
    write(all: analysis.relations) { $0.write($1) }
  }

  private mutating func write(_ report: ReportRecord) {
    write(report.sha256)
    write(report.title)
    write(report.published)
    write(report.publisher.index)
    write(all: report.authors) { $0.write($1.index) }
    write(report.origin)
    write(all: report.cites) { writer, citation in
      writer.write(citation.publisher.index)
      writer.write(citation.range)
    }
  }

  private mutating func write(_ entity: Entity) {
    write(entity.label.rawValue)
    write(entity.name)
    write(all: entity.aliases) { $0.write($1) }
    write(entity.kind)
    write(entity.isNamed)
    write(entity.count)
    write(entity.description)
    write(entity.link)
    write(entity.locatedIn?.index)
    write(all: entity.mentions) { writer, mention in
      writer.write(mention.range)
      writer.write(mention.tokens.lowerBound)
      writer.write(mention.tokens.count)
      writer.write(mention.head)
      writer.write(mention.sentence)
      writer.write(mention.form.rawValue)
    }
  }

  private mutating func write(_ event: EventRecord) {
    write(event.type)
    write(event.subtype)
    write(event.name)
    write(all: event.triggers) { writer, trigger in
      writer.write(trigger.range)
      writer.write(trigger.token)
      writer.write(trigger.sentence)
      writer.write(trigger.lemma)
    }
    write(event.time) { writer, time in
      writer.write(time.start)
      writer.write(time.end)
      writer.write(time.precision.rawValue)
    }
    write(event.actuality.rawValue)
    write(all: event.roles) { writer, role in
      writer.write(role.edge.rawValue)
      writer.write(role.entity.index)
      writer.write(role.claims)
      writer.write(role.isDenied)
      writer.write(all: role.rules) { $0.write($1) }
    }
    write(all: event.places) { writer, place in
      writer.write(place.place.index)
      writer.write(place.claims)
      writer.write(all: place.rules) { $0.write($1) }
    }
    write(all: event.figures) { writer, figure in
      writer.write(figure.attribute)
      writer.write(figure.value)
      writer.write(figure.bound.rawValue)
      writer.write(figure.claim.index)
      writer.write(figure.range)
    }
    write(all: event.concerns) { writer, link in
      writer.write(link.event.index)
      writer.write(link.claims)
      writer.write(all: link.rules) { $0.write($1) }
    }
    write(all: event.things) { writer, thing in
      writer.write(thing.part.rawValue)
      writer.write(thing.name)
      writer.write(thing.range)
      writer.write(thing.head)
      writer.write(thing.claims)
    }
  }

  private mutating func write(_ claim: ClaimRecord) {
    write(claim.speaker.index)
    write(claim.range)
    write(claim.sentence)
    write(claim.stance.rawValue)
    write(claim.hedge)
    write(claim.isQuoted)
    write(claim.cue)
    write(claim.cueRange)
    write(claim.relays?.index)
    write(all: claim.about) { $0.write($1) }
    write(claim.denies?.index)
    write(claim.said)
    write(claim.rule)
    write(claim.speakerRange)
    write(all: claim.parts) { $0.write($1) }
    write(claim.answers?.index)
    write(claim.revises?.index)
    write(all: claim.agrees) { $0.write($1.index) }
  }

  private mutating func write(_ target: ClaimRecord.Target) {
    switch target {
    case .event(let id):
      write(0)
      write(id.index)
    case .entity(let id):
      write(1)
      write(id.index)
    case .claim(let id):
      write(2)
      write(id.index)
    case .report(let id):
      write(3)
      write(id.index)
    }
  }

  private mutating func write(_ relation: RelationRecord) {
    write(relation.type)
    write(relation.from.index)
    write(relation.to.index)
    write(relation.claims)
    write(relation.rule)
  }
}
