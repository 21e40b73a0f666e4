import SourceText
import Testing

@testable import Extraction

@Suite("What a word tells of by what stands beside it")
struct EventSenseTests {
  private func events(_ contents: String) throws -> [EventRecord] {
    try ReadingForTests.read("Report\n\n\(contents)\n", published: "2024-06-13").events
  }

  @Test("those who survived are rescued, and not arrested")
  func pickedUp() throws {
    #expect(try events("Nine survivors had been picked up by a trawler.").map(\.type) == ["AID"])
    #expect(try events("Police picked up three suspects in Karsan.").map(\.subtype) == ["arrest"])
  }

  @Test("people who are handed over are let go")
  func handedOver() throws {
    #expect(try events("The drivers were handed over at the border on Monday.").map(\.type) == ["CONCEDE"])
  }

  @Test("ships go down, prices do not")
  func wentDown() throws {
    #expect(
      try events("Ten people died when the Maria Sol went down off the islands.").contains { $0.subtype == "shipwreck" }
    )
    #expect(try events("Prices went down in May.").isEmpty)
    #expect(try events("The Maria Sol went down off the islands.").contains { $0.subtype == "explosion" } == false)
  }

  @Test("what is to be done has its day ahead, and what is known is not dated by it")
  func ahead() throws {
    let inquiry = try events("Parliament will open an inquiry on Monday.")
    #expect(inquiry.map { $0.time?.start } == ["2024-06-17"])
    let attack = try events(
      "A bombing killed nine people in Karsan on Tuesday. Parliament will debate the bombing on Friday.")
    #expect(attack.filter { $0.subtype == "bombing" }.map { $0.time?.start } == ["2024-06-11"])
    #expect(attack.filter { $0.subtype == "bombing" }.map(\.actuality) == [.happened])
  }

  @Test("a number that is said not to hold counts nobody")
  func ruledOut() throws {
    let found = try events("A ferry sank off Karsan. Police said that 36 people, not 38, had died.")
    #expect(found.flatMap(\.figures).map(\.value) == [36])
  }

  @Test("bodies that are counted are deaths; further ones tell no count")
  func bodies() throws {
    let counted = try events("A bomb exploded in Karsan. Residents counted at least a dozen bodies.")
    #expect(
      counted.flatMap(\.figures).map { "\($0.attribute) \($0.bound.rawValue) \($0.value)" } == ["killed min 12.0"])
    let more = try events("A bomb exploded in Karsan. Firemen found seven more bodies.")
    #expect(more.flatMap(\.figures).isEmpty)
  }

  @Test("the Senate of a country is not that of another")
  func senate() throws {
    let analysis = try ReadingForTests.read(
      "Report\n\nThe Senate will open an inquiry, the Philippine coast guard said.\n")
    #expect(!analysis.entities.contains { $0.name.contains("United States") })
  }
}
