import SourceText
import Testing

@testable import Extraction

@Suite("Words for violence that tell of none, and leads that tell of much")
struct FigurativeTests {
  private func assaults(_ contents: String) throws -> [EventRecord] {
    try ReadingForTests.read(contents).events.filter { $0.type == "ASSAULT" }
  }

  @Test(
    "ideas, plans and rivals at a game are not killed or attacked",
    arguments: [
      "The veto killed the bill, senators said.", "The team was slaughtered 6-0 by its rivals.",
      "The minister attacked the budget as reckless.", "The opposition attacked the president's economic record.",
      "The scandal torpedoed the merger, the chairman said.", "The budget cuts bombed with voters, a poll showed.",
    ])
  func figures(_ contents: String) throws { #expect(try assaults(contents).isEmpty) }

  @Test(
    "people, animals and convoys are",
    arguments: [
      "The illness killed 40 villagers.", "Poachers killed an elephant in Chad.",
      "The fighters attacked the convoy as it left the town.",
    ])
  func deeds(_ contents: String) throws { #expect(try assaults(contents).count == 1) }

  @Test(
    "who shot whom is read behind a lead in few words",
    arguments: [
      "Gunmen shot dead rebel commander Ivo Bahati in the city of Goma on Friday.",
      "Gunmen on a motorcycle shot dead a priest in Goma on Friday.",
      "Troops shot and killed a smuggler near the border.",
      "Robbers stabbed to death a taxi driver in Durban.", "Assailants hacked to death a journalist in Dhaka.",
    ])
  func leads(_ contents: String) throws {
    let analysis = try ReadingForTests.read(contents)
    let deed = try #require(analysis.events.first { $0.type == "ASSAULT" })
    #expect(Set(deed.roles.map(\.edge)) == [.agent, .target])
    #expect(analysis.claims.map(\.rule) == ["own-voice"])
  }
}
