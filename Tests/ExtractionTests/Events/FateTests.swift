import Testing

@testable import Extraction

@Suite("Who did it, whom it befell, and who is cleared of it")
struct FateTests {
  private func read(_ contents: String) throws -> ReportAnalysis {
    try ReadingForTests.read("Report\n\n\(contents)\n", published: "2024-05-06")
  }

  private func roles(
    _ edge: EventRecord.Role.Edge, of event: EventRecord, in analysis: ReportAnalysis, denied: Bool = false
  )
    -> Set<String>
  {
    Set(
      event.roles.filter { $0.edge == edge && $0.isDenied == denied }
        .map { analysis.entities[$0.entity.index].name.lowercased() })
  }

  @Test(
    "without an object, the subject is the one it befell",
    arguments: [
      ("Ten migrants drowned.", "ten migrants", 10.0), ("Six workers suffocated in the hold.", "six workers", 6),
    ])
  func befallen(_ contents: String, _ who: String, _ number: Double) throws {
    let analysis = try read(contents)
    let event = try #require(analysis.events.first)
    #expect(event.type == "OTHER" && event.subtype == "death")
    #expect(roles(.target, of: event, in: analysis) == [who])
    #expect(roles(.agent, of: event, in: analysis).isEmpty)
    #expect(event.figures.map(\.value) == [number])
  }

  @Test("with an object, the subject does it")
  func doing() throws {
    let analysis = try read("The kidnappers drowned the boy.")
    let event = try #require(analysis.events.first)
    #expect(roles(.agent, of: event, in: analysis) == ["kidnappers"])
    #expect(event.subtype == "killing")
  }

  @Test("people are dismissed from posts, claims are dismissed as wrong")
  func dismissed() throws {
    let person = try read("Marin Soler was dismissed in July.")
    #expect(person.events.map(\.subtype) == ["dismissal"])
    #expect(try read("The minister dismissed the report.").events.isEmpty)
  }

  @Test("who is cleared of a deed is its denied agent, and the court is none")
  func cleared() throws {
    for contents in [
      "A jury cleared Marin Soler of money laundering.",
      "The inquiry acquitted Marin Soler of the killing of two nurses in Karsan.",
    ] {
      let analysis = try read(contents)
      // The inquiry itself is something that happens as well.
      let event = try #require(analysis.events.first { $0.type != "INVESTIGATE" })
      #expect(roles(.agent, of: event, in: analysis).isEmpty, "\(contents)")
      #expect(roles(.agent, of: event, in: analysis, denied: true) == ["marin soler"], "\(contents)")
    }
  }

  @Test("who was to blame is the agent of the deed, and accuses nobody")
  func toBlame() throws {
    let analysis = try read("Smith was to blame for the bombing.")
    #expect(analysis.events.map(\.subtype) == ["bombing"])
    #expect(roles(.agent, of: try #require(analysis.events.first), in: analysis) == ["smith"])
  }

  @Test("what somebody is suspected of is only possible, unless it is told to have happened")
  func suspected() throws {
    let open = try read("Police arrested three men suspected of planting a bomb.")
    #expect(open.events.first { $0.subtype == "bombing" }?.actuality == .possible)
    let told = try read(
      "A bomb exploded in Karsan on Friday, killing five. Police arrested three men suspected of planting the bomb.")
    let bombings = told.events.filter { $0.subtype == "bombing" }
    #expect(bombings.map(\.actuality) == [.happened])
  }

  @Test("what is expected, is no more than possible")
  func expected() throws {
    #expect(try read("Analysts expected the firm to pay fines.").events.map(\.actuality) == [.possible])
  }

  @Test("when somebody denied it, the report itself tells")
  func adjunct() throws {
    let analysis = try read("Marin Soler denied the charges after he was arrested in Karsan in 2019.")
    let arrest = try #require(analysis.events.first { $0.subtype == "arrest" })
    #expect(arrest.time?.start?.hasPrefix("2019") == true)
    let stances = arrest.roles.flatMap(\.claims).map { analysis.claims[$0.index].stance }
    #expect(!stances.isEmpty && stances.allSatisfy { $0 == .asserts })
  }

  @Test("two fires in two buildings are two events")
  func fires() throws {
    let analysis = try read(
      """
      A fire at a garment warehouse killed nine people. It was the second disaster in Karsan this week. \
      A fire at a textile factory killed four people.
      """)
    let fires = analysis.events.filter { $0.subtype == "fire" }
    #expect(Set(fires.map { $0.figures.map(\.value) }) == [[9], [4]])
  }

  @Test("an attack that is denied for another place is none that happened")
  func deniedElsewhere() throws {
    let analysis = try read("Gunmen attacked the camp on Friday. The army denied that it had attacked the village.")
    #expect(analysis.events.map(\.actuality) == [.happened, .denied])
  }

  @Test(
    "names of events hold no pronouns without a name, and no phrase cut short",
    arguments: [
      "The firm paid fines of between $2m and $5m.", "Prosecutors accused them of fraud.",
      "The rebels held the airport. The army launched an attack on it on Friday.",
    ])
  func names(_ contents: String) throws {
    for event in try read(contents).events {
      let words = event.name.split(separator: " ").map(String.init)
      #expect(!words.contains { ["it", "them", "between", "$"].contains($0) }, "\(event.name)")
    }
  }
}
