import Testing

@testable import Extraction

@Suite("Denials of words whose speaker is named")
struct NamedWordsDenialTests {
  private func denied(_ contents: String, by speaker: String) throws -> (speaker: String, text: String)? {
    let contents = "Report\n\n\(contents)\n"
    let analysis = try ReadingForTests.read(contents)
    let bytes = Array(contents.utf8)
    let denial = analysis.claims.last {
      analysis.entities[$0.speaker.index].name == speaker && $0.denies != nil
    }
    guard let target = denial?.denies else { return nil }
    let claim = analysis.claims[target.index]
    return (
      analysis.entities[claim.speaker.index].name,
      String(decoding: bytes[claim.range.start..<claim.range.end], as: UTF8.self)
    )
  }

  @Test("a claim of an owner that is called false is denied")
  func calledFalse() throws {
    let found = try denied(
      "The miners' union said 74 men were dead. Berger Coal called the union's claim false.", by: "Berger Coal")
    #expect(found?.text.contains("74 men") == true)
  }

  @Test("claims that are denied before they are told are those told behind")
  func toldLater() throws {
    let found = try denied(
      """
      Belarus on Friday denied Polish claims that its guards had cut a fence. "We know nothing," a diplomat said.

      Poland said on Thursday that Belarusian guards had used bolt cutters on the fence.
      """, by: "Belarus")
    #expect(found?.speaker == "Poland")
    #expect(found?.text.contains("bolt cutters") == true)
  }

  @Test("who denies the charges denies what the prosecution alleges, however far before")
  func formalCharge() throws {
    let found = try denied(
      """
      The prosecution alleges that Ivo Kral met the driver four times. The trial opened on Monday. The hall was full. \
      The judge read for an hour. It rained.

      Kral denies the charges.
      """, by: "Ivo Kral")
    #expect(found?.text.contains("met the driver") == true)
  }

  @Test("a number set against another in one breath contradicts it, unless both may hold")
  func rivalNumbers() throws {
    let found = try denied(
      "Organisers estimated the crowd at 20,000; the police spoke of 6,000.", by: "police")
    #expect(found?.text.contains("20,000") == true)
    #expect(
      try denied("The toll stands at 144, the ministry said; the police had spoken of 133.", by: "police") == nil)
    #expect(try denied("Organisers put the crowd at more than 5,000; the police spoke of 6,000.", by: "police") == nil)
  }

  @Test("what the report tells of the speaker's own words is not what he denies")
  func ownWords() throws {
    let found = try denied(
      "Marta Lindgren apologised for the mistake. She denied that more than 150 people had died.", by: "Marta Lindgren")
    #expect(found == nil)
  }
}
