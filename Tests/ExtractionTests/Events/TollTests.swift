import SourceText
import Testing

@testable import Extraction

@Suite("Tolls: what is counted, of which event, and what was counted before")
struct TollTests {
  private func figures(_ contents: String) throws -> [[String]] {
    let analysis = try ReadingForTests.read("Report\n\n\(contents)\n", published: "2024-05-06")
    return analysis.events.map { event in
      event.figures.sorted { $0.range < $1.range }.map { "\($0.attribute) \($0.bound.rawValue) \(Int($0.value))" }
    }
  }

  @Test(
    "a toll that changes gives both counts",
    arguments: [
      "The death toll from the bombing in Karsan has risen to 38, the ministry said, revising its earlier figure of 23.",
      "The death toll from the bombing in Karsan rose to 38 from 23.",
    ])
  func changed(_ contents: String) throws {
    #expect(try figures(contents) == [["killed exact 38", "killed exact 23"]])
  }

  @Test("the count before is superseded, whatever the order")
  func superseded() throws {
    for contents in ["rose to 38 from 23", "revising its earlier figure of 23", "was revised up from 23 to 38"] {
      let text = "The toll \(contents)."
      let start = try #require(text.utf8.firstRange(of: Array("23".utf8)))
      let offset = text.utf8.distance(from: text.utf8.startIndex, to: start.lowerBound)
      #expect(SupersededFigure.isSuperseded(SourceRange(offset, offset + 2), in: text), "\(contents)")
    }
  }

  @Test("a count of one's own, a number taken up, and a number before an article are of the toll spoken of")
  func ownCounts() throws {
    #expect(
      try figures(
        "The number of dead in the bombing in Karsan rose to 66. The union's own count stood at 74, and nine men were missing."
      )
      .joined().contains("killed exact 74"))
    #expect(
      try figures(
        "The toll of the bombing in Karsan rose to 87, according to the agency, which had put it at 23 a day earlier."
      )
      .joined().contains("killed exact 23"))
    #expect(
      try figures("The bombing in Karsan killed seven soldiers. On Thursday the ministry had spoken of four.")
        .joined().contains("killed exact 4"))
  }

  @Test("fewer than ten is a figure with a bound")
  func fewer() throws {
    #expect(try figures("Fewer than ten people were arrested in Karsan.") == [["arrested max 10"]])
    #expect(
      try figures("Between 20 and 30 people were hurt in the bombing.") == [["wounded min 20", "wounded max 30"]])
  }

  @Test("each number behind its verb is of one event")
  func series() throws {
    #expect(
      try figures("A bomb exploded in Karsan on Friday, killing at least 23 and wounding more than 60.")
        == [["killed min 23", "wounded min 60"]])
    #expect(
      try figures("The blast killed 12, wounded 30 and left more than 200 homeless.")
        == [["killed exact 12", "wounded exact 30", "displaced min 200"]])
  }

  @Test("a toll is never of a deed that is denied")
  func denied() throws {
    let found = try figures(
      "A bombing hit Karsan on Friday. The army denied that it had shelled the town. The death toll rose to 20.")
    #expect(found.contains(["killed exact 20"]))
    let analysis = try ReadingForTests.read(
      "A bombing hit Karsan on Friday. The army denied that it had shelled the town. The death toll rose to 20.")
    #expect(analysis.events.filter { !$0.figures.isEmpty }.map(\.subtype) == ["bombing"])
  }
}
