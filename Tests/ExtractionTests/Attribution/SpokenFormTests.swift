import Testing

@testable import Extraction

@Suite("What is said without a clause, and who is not to be taken for its speaker")
struct SpokenFormTests {
  typealias Case = SpokenCase

  private func claims(_ words: String) throws -> [(speaker: String, stance: ClaimRecord.Stance, text: String)] {
    let contents = "The bridge over the river collapsed on Monday. " + words
    let analysis = try ReadingForTests.read(contents)
    let bytes = Array(contents.utf8)
    return analysis.claims.map { claim in
      let text = String(decoding: bytes[claim.range.start..<claim.range.end], as: UTF8.self)
      return (analysis.entities[claim.speaker.index].name, claim.stance, text)
    }
  }

  @Test(
    "figures that are put, events that are spoken of, warnings, credits and other words for saying",
    arguments: [
      Case(
        words: "The hospital put the toll at 11.", speaker: "hospital", stance: .asserts, content: "the toll at 11"),
      Case(words: "The mayor spoke of a massacre.", speaker: "mayor", stance: .asserts, content: "of a massacre"),
      Case(
        words: "The prosecutor warned against hasty conclusions.", speaker: "prosecutor", stance: .warns,
        content: "against hasty conclusions"),
      Case(
        words: "In the words of one diplomat, the deal is dead.", speaker: "one diplomat", stance: .asserts,
        content: "the deal is dead"),
      Case(
        words: "Fishermen reported seeing a drone over the harbour.", speaker: "fishermen", stance: .asserts,
        content: "seeing a drone over the harbour"),
      Case(
        words: "\"We have nothing to hide.\" — Marta Lindgren", speaker: "Marta Lindgren", stance: .asserts,
        content: "We have nothing to hide"),
      Case(
        words: "The minister declined to name the country.", speaker: "minister", stance: .declinesToComment,
        content: "The minister declined to name the country"),
      Case(
        words: "The minister refused to give details.", speaker: "minister", stance: .declinesToComment,
        content: "The minister refused to give details"),
    ])
  func said(_ given: Case) throws {
    let found = try claims(given.words)
    #expect(found.contains { $0.speaker == given.speaker && $0.stance == given.stance && $0.text == given.content })
  }

  @Test("a name and a colon speak their paragraph, a place and a colon do not")
  func turns() throws {
    let words = """


      Marta Lindgren met the press.

      Lindgren: We have nothing to hide. The bridge is safe.

      Oslo: The port is shut.

      Lindgren: The port is open.

      Oslo: The port is shut again.
      """
    let found = try claims(words)
    #expect(found.contains { $0.speaker == "Marta Lindgren" && $0.text == "The bridge is safe" })
    #expect(!found.contains { $0.speaker == "Oslo" })
  }

  @Test("what a statement adds is said by whoever has issued it")
  func documents() throws {
    let found = try claims(
      "The rebels said in a statement that the army had fled. The statement added that the town was theirs.")
    #expect(found.contains { $0.speaker == "rebels" && $0.text.contains("the town was theirs") })
  }

  @Test("what it is too early to say, and whom nobody names, is said by nobody")
  func openContents() throws {
    let early = try ReadingForTests.spoken(
      "The miners' guild wrote twice. Engineers said it was too early to say why the shaft fell in.")
    #expect(early.map(\.speaker) == ["engineers"])
    let unnamed = try ReadingForTests.spoken(
      "Mayor Ida Holt answered three letters. She did not say who she believed was behind the theft.")
    #expect(!unnamed.contains { $0.stance == .asserts })
  }
}
