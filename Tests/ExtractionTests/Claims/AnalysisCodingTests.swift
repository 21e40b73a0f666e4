import Foundation
import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("An analysis in bytes")
struct AnalysisCodingTests {
  /// Something in every field that can hold something.
  private static let sample: ReportAnalysis = {
    let range = SourceRange(3, 300)
    var claim = ClaimRecord(
      speaker: EntityID(1), range: range, sentence: 2, stance: .disclaimsKnowledge, hedge: "reportedly", isQuoted: true,
      cue: "said", cueRange: SourceRange(7, 11), relays: ClaimID(1),
      about: [.event(EventID(0)), .entity(EntityID(1)), .claim(ClaimID(1)), .report(EntityID(0))], denies: ClaimID(1),
      said: "2024-03-23", rule: "attribution.verb")
    claim.speakerRange = SourceRange(0, 2)
    claim.parts = [SourceRange(3, 9), SourceRange(20, 300)]
    claim.answers = EntityID(0)
    claim.revises = ClaimID(1)
    claim.agrees = [ClaimID(0), ClaimID(1)]
    let plain = ClaimRecord(speaker: EntityID(0), range: range, sentence: 0, stance: .asserts, rule: "own-voice")
    let mention = Mention(range: range, tokens: 4..<6, head: 5, sentence: 1, form: .metonym)
    let event = EventRecord(
      type: "ASSAULT", subtype: "bombing", name: "Überfall",
      triggers: [.init(range: range, token: 9, sentence: 1, lemma: "attack")],
      time: TimeValue(start: "2024-03-22", end: "2024-03-23", precision: .between), actuality: .planned,
      roles: [
        .init(
          edge: .recipient, entity: EntityID(1), claims: [ClaimID(0), ClaimID(1)], isDenied: true, rules: ["a", "b"])
      ],
      places: [.init(place: EntityID(1), claims: [ClaimID(0)], rules: ["c"])],
      figures: [.init(attribute: "killed", value: -0.25, bound: .maximum, claim: ClaimID(1), range: range)],
      concerns: [.init(event: EventID(0), claims: [ClaimID(0)], rules: ["d"])],
      things: [.init(part: .object, name: "pylons", range: range, head: range, claims: [ClaimID(1)])])
    return ReportAnalysis(
      report: ReportRecord(
        sha256: String(repeating: "ab", count: 32), title: "A title", published: "2024-03-23T10:00:00Z",
        publisher: EntityID(0), authors: [EntityID(1)], origin: "a.txt",
        cites: [.init(publisher: EntityID(0), range: range)]),
      entities: [
        Entity(label: .organization, name: "The Gazette"),
        Entity(
          label: .place, name: "", aliases: ["A", "B"], kind: "city", isNamed: false, count: 3, description: "a town",
          link: "place:X", locatedIn: EntityID(0), mentions: [mention, mention]),
      ], events: [event], claims: [claim, plain],
      relations: [RelationRecord(type: "PART_OF", from: EntityID(0), to: EntityID(1), claims: [ClaimID(1)], rule: "r")])
  }()

  private func json(_ analysis: ReportAnalysis) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(analysis)
  }

  /// The other coding follows the fields by itself: one that was forgotten in the bytes shows here.
  @Test("comes back with every field")
  func roundTrip() throws {
    let back = try ReportAnalysis(encoded: Self.sample.encoded())
    // A list that is empty in the sample could be forgotten unseen.
    #expect(try !String(decoding: JSONEncoder().encode(Self.sample.events), as: UTF8.self).contains("[]"))
    #expect(try json(back) == json(Self.sample))
    #expect(try json(ReportAnalysis(encoded: back.encoded())) == json(Self.sample))
  }

  @Test("is refused where it is cut short or goes on")
  func cut() {
    let bytes = Self.sample.encoded()
    for count in bytes.indices {
      #expect(throws: AnalysisDamage.self) { try ReportAnalysis(encoded: Array(bytes[..<count])) }
    }
    #expect(throws: AnalysisDamage.self) { try ReportAnalysis(encoded: bytes + [0]) }
  }

  @Test("is refused or read as another, and no more, where bytes are changed")
  func changed() {
    let bytes = Self.sample.encoded()
    for place in bytes.indices {
      for change: UInt8 in [0x01, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= change
        if let read = try? ReportAnalysis(encoded: damaged) { _ = read.isConsistent }
      }
    }
  }

  @Test("bears the mark of lexicons and rules")
  func mark() {
    let file = LexiconFile(name: "titles.tsv", contents: "x")
    #expect(ReaderMark() == ReaderMark())
    #expect(ReaderMark() != ReaderMark(lexicons: [file]))
    #expect(ReaderMark().bytes.count == ReaderMark.length)
  }
}
