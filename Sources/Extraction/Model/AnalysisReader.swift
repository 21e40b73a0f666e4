import GraphCore
import SourceText

/// Bytes that hold no analysis.
package struct AnalysisDamage: Error, Equatable, Sendable {
  package let message: String
}

extension ReportAnalysis {
  /// Takes apart what ``encoded()`` wrote.
  ///
  /// - Throws: ``AnalysisDamage`` for any other bytes. Believes no count that the rest cannot hold.
  package init(encoded bytes: [UInt8]) throws(AnalysisDamage) {
    var reader = AnalysisReader(bytes)
    self = try reader.analysis()
    guard reader.isAtEnd else { throw AnalysisDamage(message: "bytes are left over behind the analysis") }
  }
}

/// The way back from `AnalysisWriter`, part by part in the same order.
struct AnalysisReader {
  private let bytes: [UInt8]
  private var position = 0
  private var texts: [String] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  // MARK: Parts

  private func damaged(_ message: String) -> AnalysisDamage { AnalysisDamage(message: message) }

  private mutating func byte() throws(AnalysisDamage) -> UInt8 {
    guard position < bytes.count else { throw damaged("the analysis ends too early") }
    position += 1
    return bytes[position - 1]
  }

  private mutating func flag() throws(AnalysisDamage) -> Bool { try byte() != 0 }

  private mutating func number() throws(AnalysisDamage) -> Int {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      bits |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return Int(Int64(bitPattern: bits >> 1) ^ -Int64(bits & 1)) }
    }
    throw damaged("a number of the analysis is too long")
  }

  /// A number that nothing is harmed by adding a few of.
  private mutating func place() throws(AnalysisDamage) -> Int {
    let number = try number()
    guard (0...Int(UInt32.max)).contains(number) else { throw damaged("a place lies outside all texts") }
    return number
  }

  private mutating func double() throws(AnalysisDamage) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) { bits |= UInt64(try byte()) << shift }
    return Double(bitPattern: bits)
  }

  private mutating func text() throws(AnalysisDamage) -> String {
    let number = try place()
    if number < texts.count { return texts[number] }
    let length = try place()
    guard number == texts.count, length <= bytes.count - position,
      let text = String(validating: bytes[position..<(position + length)], as: UTF8.self)
    else { throw damaged("a text of the analysis is not where it should be") }
    position += length
    texts.append(text)
    return text
  }

  private mutating func name<T: RawRepresentable<String>>(_ type: T.Type) throws(AnalysisDamage) -> T {
    let text = try text()
    guard let value = T(rawValue: text) else { throw damaged("`\(text)` is no \(type)") }
    return value
  }

  private mutating func optional<T>(
    _ body: (inout Self) throws(AnalysisDamage) -> T
  ) throws(AnalysisDamage) -> T? {
    try flag() ? try body(&self) : nil
  }

  private mutating func optionalText() throws(AnalysisDamage) -> String? {
    try flag() ? try text() : nil
  }

  private mutating func optionalPlace() throws(AnalysisDamage) -> Int? {
    try flag() ? try place() : nil
  }

  private mutating func optionalRange() throws(AnalysisDamage) -> SourceRange? {
    try flag() ? try range() : nil
  }

  private mutating func all<T>(_ body: (inout Self) throws(AnalysisDamage) -> T) throws(AnalysisDamage) -> [T] {
    let count = try place()
    // Each takes a byte at least.
    guard count <= bytes.count - position else { throw damaged("the analysis announces more than it holds") }
    var values: [T] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  private mutating func range() throws(AnalysisDamage) -> SourceRange {
    let start = try place()
    return SourceRange(start, start + (try place()))
  }

  private mutating func entity() throws(AnalysisDamage) -> EntityID { EntityID(try place()) }
  private mutating func claim() throws(AnalysisDamage) -> ClaimID { ClaimID(try place()) }

  private mutating func claims() throws(AnalysisDamage) -> [ClaimID] {
    try all { (reader) throws(AnalysisDamage) in try reader.claim() }
  }

  private mutating func names() throws(AnalysisDamage) -> [String] {
    try all { (reader) throws(AnalysisDamage) in try reader.text() }
  }

  // MARK: Records

  mutating func analysis() throws(AnalysisDamage) -> ReportAnalysis {
    ReportAnalysis(
      report: try reportRecord(),
      entities: try all { (reader) throws(AnalysisDamage) in try reader.entityRecord() },
      events: try all { (reader) throws(AnalysisDamage) in try reader.eventRecord() },
      claims: try all { (reader) throws(AnalysisDamage) in try reader.claimRecord() },
      relations: try all { (reader) throws(AnalysisDamage) in try reader.relationRecord() })
  }

  private mutating func reportRecord() throws(AnalysisDamage) -> ReportRecord {
    ReportRecord(
      sha256: try text(), title: try optionalText(), published: try optionalText(), publisher: try entity(),
      authors: try all { (reader) throws(AnalysisDamage) in try reader.entity() }, origin: try text(),
      cites: try all { (reader) throws(AnalysisDamage) in
        ReportRecord.Citation(publisher: try reader.entity(), range: try reader.range())
      })
  }

  private mutating func entityRecord() throws(AnalysisDamage) -> Entity {
    Entity(
      label: try name(Entity.Label.self), name: try text(),
      aliases: try all { (reader) throws(AnalysisDamage) in try reader.text() }, kind: try optionalText(),
      isNamed: try flag(), count: try optional { (reader) throws(AnalysisDamage) in try reader.number() },
      description: try optionalText(), link: try optionalText(), locatedIn: try optionalPlace().map { EntityID($0) },
      mentions: try all { (reader) throws(AnalysisDamage) in try reader.mention() })
  }

  private mutating func mention() throws(AnalysisDamage) -> Mention {
    let range = try range()
    let first = try place()
    let count = try place()
    return Mention(
      range: range, tokens: first..<(first + count), head: try place(), sentence: try place(),
      form: try name(Mention.Form.self))
  }

  private mutating func eventRecord() throws(AnalysisDamage) -> EventRecord {
    EventRecord(
      type: try text(), subtype: try optionalText(), name: try text(),
      triggers: try all { (reader) throws(AnalysisDamage) in
        EventRecord.Trigger(
          range: try reader.range(), token: try reader.place(), sentence: try reader.place(), lemma: try reader.text())
      },
      time: try optional { (reader) throws(AnalysisDamage) in
        TimeValue(
          start: try reader.optionalText(), end: try reader.optionalText(),
          precision: try reader.name(TimeValue.Precision.self))
      },
      actuality: try name(EventRecord.Actuality.self),
      roles: try all { (reader) throws(AnalysisDamage) in
        EventRecord.Role(
          edge: try reader.name(EventRecord.Role.Edge.self), entity: try reader.entity(), claims: try reader.claims(),
          isDenied: try reader.flag(), rules: try reader.names())
      },
      places: try all { (reader) throws(AnalysisDamage) in
        EventRecord.PlaceMention(
          place: try reader.entity(), claims: try reader.claims(), rules: try reader.names())
      },
      figures: try all { (reader) throws(AnalysisDamage) in
        FigureRecord(
          attribute: try reader.text(), value: try reader.double(), bound: try reader.name(FigureRecord.Bound.self),
          claim: try reader.claim(), range: try reader.range())
      },
      concerns: try all { (reader) throws(AnalysisDamage) in
        EventRecord.Link(
          event: EventID(try reader.place()), claims: try reader.claims(), rules: try reader.names())
      },
      things: try all { (reader) throws(AnalysisDamage) in
        EventRecord.Thing(
          part: try reader.name(EventRecord.Thing.Part.self), name: try reader.text(), range: try reader.range(),
          head: try reader.range(), claims: try reader.claims())
      })
  }

  private mutating func claimRecord() throws(AnalysisDamage) -> ClaimRecord {
    var claim = ClaimRecord(
      speaker: try entity(), range: try range(), sentence: try place(), stance: try name(ClaimRecord.Stance.self),
      hedge: try optionalText(), isQuoted: try flag(), cue: try optionalText(), cueRange: try optionalRange(),
      relays: try optionalPlace().map { ClaimID($0) },
      about: try all { (reader) throws(AnalysisDamage) in try reader.target() },
      denies: try optionalPlace().map { ClaimID($0) }, said: try optionalText(), rule: try text())
    claim.speakerRange = try optionalRange()
    claim.parts = try all { (reader) throws(AnalysisDamage) in try reader.range() }
    claim.answers = try optionalPlace().map { EntityID($0) }
    claim.revises = try optionalPlace().map { ClaimID($0) }
    claim.agrees = try claims()
    return claim
  }

  private mutating func target() throws(AnalysisDamage) -> ClaimRecord.Target {
    switch try place() {
    case 0: .event(EventID(try place()))
    case 1: .entity(EntityID(try place()))
    case 2: .claim(ClaimID(try place()))
    case 3: .report(EntityID(try place()))
    default: throw damaged("a claim is about nothing known")
    }
  }

  private mutating func relationRecord() throws(AnalysisDamage) -> RelationRecord {
    RelationRecord(
      type: try text(), from: try entity(), to: try entity(), claims: try claims(), rule: try text())
  }
}
