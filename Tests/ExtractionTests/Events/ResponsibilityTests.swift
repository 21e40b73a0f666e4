import Testing

@testable import Extraction

@Suite("Whoever claims a deed, or is accused of it, is at the deed in the words of the one who says so")
struct ResponsibilityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let words: String
    var speaker: String?
    let stance: ClaimRecord.Stance
    var testDescription: String { words }
  }

  /// Those whom the report puts at a violent deed, with who says so.
  private func agents(_ words: String) throws -> [(
    name: String, speakers: Set<String>, stances: Set<ClaimRecord.Stance>
  )] {
    let analysis = try ReadingForTests.read("Four people were killed in a bombing in Quito on Monday. " + words)
    return analysis.events.filter { $0.type == "ASSAULT" }.flatMap(\.roles).filter { $0.edge == .agent && !$0.isDenied }
      .map { role in
        let claims = role.claims.map { analysis.claims[$0.index] }
        return (
          analysis.entities[role.entity.index].name, Set(claims.map { analysis.entities[$0.speaker.index].name }),
          Set(claims.map(\.stance))
        )
      }
  }

  @Test(
    "the deed is found by its own word, by a word for any deed, by a pronoun, by a relative clause, or is the one told",
    arguments: [
      Case(words: "The ELN claimed responsibility for the attack.", speaker: "ELN", stance: .claimsResponsibility),
      Case(words: "The ELN claimed credit for the act.", speaker: "ELN", stance: .claimsResponsibility),
      Case(words: "The ELN took responsibility for it.", speaker: "ELN", stance: .claimsResponsibility),
      Case(words: "The ELN claimed responsibility.", speaker: "ELN", stance: .claimsResponsibility),
      Case(words: "The ELN claimed the bombing.", speaker: "ELN", stance: .claimsResponsibility),
      Case(words: "The attack was claimed by the ELN.", speaker: "ELN", stance: .claimsResponsibility),
      Case(
        words: "The bombing, for which the ELN claimed responsibility, was condemned.", speaker: "ELN",
        stance: .claimsResponsibility),
      Case(words: "The ELN has been blamed for the attack.", stance: .alleges),
      Case(words: "The ELN is suspected of the attack.", stance: .alleges),
      Case(words: "The attack was attributed to the ELN.", stance: .alleges),
      Case(words: "Police suspect the ELN.", speaker: "police", stance: .alleges),
      Case(words: "The main suspect is the ELN.", stance: .alleges),
      Case(words: "The minister accused the ELN of the bombing.", speaker: "minister", stance: .alleges),
      Case(words: "The police hold the ELN responsible for the attack.", speaker: "police", stance: .alleges),
    ])
  func found(_ given: Case) throws {
    let found = try #require(try agents(given.words).first { $0.name == "ELN" })
    #expect(found.stances.contains(given.stance))
    if let speaker = given.speaker { #expect(found.speakers.contains(speaker)) }
  }

  @Test(
    "whoever speaks for a body claims for the body",
    arguments: [
      "A spokesman for the ELN claimed responsibility for the attack.",
      "A caller claiming to be a member of the ELN claimed responsibility for the attack.",
      "Leaflets signed by the ELN claimed responsibility for the attack.",
      "The ELN issued a statement claiming responsibility for the attack.",
    ])
  func body(_ words: String) throws {
    #expect(try agents(words).map(\.name) == ["ELN"])
  }

  @Test("nobody claims what only a report without a sender claims, and those killed are not the group that claims it")
  func nobody() throws {
    #expect(try agents("Leaflets claimed responsibility for the attack.").isEmpty)
    let found = try agents("The group that claimed responsibility for the attack is small.")
    #expect(!found.contains { $0.name.contains("people") })
  }

  @Test("`suspected` and `presumably` weaken who did it", arguments: ["suspected rebels", "alleged rebels"])
  func hedged(_ who: String) throws {
    let analysis = try ReadingForTests.read("Two judges were killed in Quito on Monday by \(who).")
    #expect(analysis.claims.contains { $0.hedge != nil })
  }
}
