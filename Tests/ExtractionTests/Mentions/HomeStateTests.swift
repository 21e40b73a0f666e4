import SourceText
import Testing

@testable import Extraction

@Suite("Whose a ministry without an owner is, and whom a pronoun or a bare name means")
struct HomeStateTests {
  private func owners(_ contents: String) throws -> [String] {
    let analysis = try ReadingForTests.read(contents)
    return analysis.relations.filter {
      $0.type == "PART_OF" && analysis.entities[$0.from.index].name.contains("Ministry")
    }.map { analysis.entities[$0.to.index].name }
  }

  @Test(
    "those who act, and the land for a ministry of home affairs, tell whose it is; flags, births and victims do not",
    arguments: [
      ("French police arrested a Brazilian-born banker in Lyon, the Justice Ministry said.", ["France"]),
      ("Spanish police boarded a Liberian-flagged tanker, the Interior Ministry said.", ["Spain"]),
      ("A Panama-flagged ferry sank off Crete, the Shipping Ministry said.", ["Greece"]),
      ("A Dutch company bought a Polish-made drone, the Defence Ministry said.", []),
    ])
  func owner(_ contents: String, _ states: [String]) throws { #expect(try owners(contents) == states) }

  private func target(_ contents: String) throws -> [String] {
    let analysis = try ReadingForTests.read(contents)
    return analysis.events.last?.roles.filter { $0.edge == .target }.map { analysis.entities[$0.entity.index].name }
      ?? []
  }

  @Test(
    "of what befell somebody mostly another tells",
    arguments: [
      ("Minister Petr Novak was arrested on Monday. Lawyer Jan Dvorak said police had beaten him.", "Petr Novak"),
      (
        "Carl Webb said his client, Rolf Beck, had been arrested. Beck said on Friday that guards had burned him.",
        "Rolf Beck"
      ),
      ("Police arrested blogger Ada Voss on Monday. Her sister, Lena Voss, said she had been beaten.", "Ada Voss"),
      ("The general said the rebels had ambushed him.", "general"),
    ])
  func patient(_ contents: String, _ person: String) throws { #expect(try target(contents) == [person]) }

  @Test("a surname that is also a town's name means the person who bears it")
  func namesake() throws {
    let analysis = try ReadingForTests.read(
      "The mayor, Carlos Medina, said the town was calm. Medina said no one slept.")
    #expect(Set(analysis.claims.map { analysis.entities[$0.speaker.index].name }) == ["Carlos Medina"])
  }

  @Test("initials that a group of another land has too are a name of their own")
  func initials() throws {
    let foreign = try ReadingForTests.read("The FLN rebels attacked a Congolese army camp.")
    #expect(!foreign.entities.contains { $0.name.contains("Algeria") })
    let own = try ReadingForTests.read("The FLN, Algeria's old ruling party, denied the attack in Algiers.")
    #expect(own.entities.contains { $0.link == "National Liberation Front of Algeria" })
  }
}
