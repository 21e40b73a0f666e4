import GraphCore
import SourceText
import Testing

@testable import Extraction

@Suite("Which numbers of a report stand against each other")
struct CountJudgementTests {
  private func layer(_ contents: String) throws -> ReaderLayer {
    let text = "Report\n\n\(contents)\n"
    var assembler = Assembler()
    try assembler.add(try ReadingForTests.read(text, published: "2024-05-07"), text: text)
    return try assembler.assemble()
  }

  private func killed(_ layer: ReaderLayer) -> [Double] {
    layer.events.values.compactMap { $0.figures["killed"] }.sorted()
  }

  @Test("passengers and pilots, and the numbers of one side, contradict nobody")
  func others() throws {
    let crash = try layer(
      "A plane crashed in Arusha on Monday. Police said eight passengers died in the crash. The airline said two pilots were killed."
    )
    #expect(crash.judged(.contradicts).isEmpty)
    let flood = try layer(
      "The interior ministry said 12 people died in the flood in Beira on Monday. Ministry spokesman Joao Costa said 14 people died."
    )
    #expect(flood.judged(.contradicts).isEmpty)
    let strike = try layer(
      "The health ministry said 31 people were killed in Monday's strike on Sanaa. The Red Crescent said 19 people were killed."
    )
    #expect(strike.judged(.contradicts).count == 1)
  }

  @Test("two who count the same things that befell contradict each other, and two who count elsewhere do not")
  func rivalCounts() throws {
    let fire = try layer("The governor said 200 houses burned. The union said 500 houses had burned down.")
    #expect(fire.judged(.contradicts).count == 1)
    let sackings = try layer("The union said 40 workers were dismissed. The airline said 12 workers were dismissed.")
    #expect(sackings.judged(.contradicts).count == 1)
    for words in [
      "The governor said 200 houses burned in Karsan. The union said 500 houses burned in Arusha.",
      "The governor said 200 houses burned. The union said 500 houses were sold.",
      "The governor said at least 200 houses burned. The union said 500 houses burned.",
      "The governor said 200 houses burned on Monday. The union said 500 houses burned on Friday.",
      "The governor said 200 houses burned. The governor said another 500 houses burned.",
      "The union said 40 workers were dismissed. The airline said 12 more workers were dismissed.",
    ] {
      #expect(try layer(words).judged(.contradicts).isEmpty, "\(words)")
    }
  }

  @Test("the number that somebody had given as another is revised by what he gives now")
  func givenAsAnother() throws {
    let ferries = try layer(
      "The port office now puts the number of missing at 29. On Tuesday it had given the figure as 17. It puts the number of barges at 40. It had earlier put the total at 31."
    )
    #expect(ferries.judged(.revises).contains { $0.contains("the figure as 17") && $0.contains("at 29") })
    #expect(ferries.judged(.revises).contains { $0.contains("the total at 31") && $0.contains("at 40") })
    let twoSides = try layer(
      "The port office now puts the number of missing at 29. The union had given the figure as 17."
    )
    #expect(twoSides.judged(.revises).isEmpty)
  }

  @Test("what is said not to be as it was first said revises that")
  func notAsFirstSaid() throws {
    let clash = try layer(
      "A clash in Pemba on Monday left many hurt. Minister Ana Reis said nine people were wounded, not four as police initially reported."
    )
    #expect(clash.judged(.revises) == ["nine people were wounded, not four -> four"])
  }

  @Test("a part that is told with the whole is not the toll")
  func included() throws {
    let blast = try layer("The blast in Homs killed seven, including three children, and wounded dozens.")
    #expect(killed(blast) == [7])
  }

  @Test("entries of a list are deeds of their own, each in its place")
  func entries() throws {
    let list = try layer(
      "- In Ibb, gunmen killed three soldiers on Monday.\n\n- In Taiz, gunmen killed four soldiers on Monday.\n\n- In Aden, a bomb killed six people on Monday."
    )
    #expect(killed(list) == [3, 4, 6])
  }
}
