import SourceText
import Testing
import TextAnalysis

@testable import Extraction

/// A sentence, the type of event to be found in it, and its parties by name.
struct EventCase: Sendable, CustomTestStringConvertible {
  var text: String
  var type: String
  var agents: [String] = []
  var targets: [String] = []
  var actuality: EventRecord.Actuality = .happened

  var testDescription: String { text }
}

@Suite("Events are read with their type, their parties and whether they happened")
struct EventReadingTests {
  private static let reader: Result<Reader, any Error> = Result {
    Reader(lexicon: try Lexicon(), analyzer: Analyzer(model: try LanguageModel.embedded()))
  }

  private func read(_ contents: String) throws -> ReportAnalysis {
    try Self.reader.get().read(Text(origin: "report.txt", contents: contents))
  }

  private func parties(_ event: EventRecord, _ edges: EventRecord.Role.Edge..., in analysis: ReportAnalysis) -> Set<
    String
  > {
    Set(event.roles.filter { edges.contains($0.edge) }.map { analysis.entities[$0.entity.index].name })
  }

  private func check(_ expected: EventCase) throws {
    let analysis = try read(expected.text)
    let events = analysis.events.filter { $0.type == expected.type }
    let event = try #require(events.first, "\(analysis.events.map { "\($0.type) \($0.name)" })")
    #expect(event.actuality == expected.actuality)
    #expect(parties(event, .agent, in: analysis).isSuperset(of: expected.agents))
    #expect(parties(event, .target, .recipient, in: analysis).isSuperset(of: expected.targets))
  }

  @Test(
    "a verb that only carries a noun gives it its parties",
    arguments: [
      EventCase(text: "Norway held talks with Peru on Monday.", type: "CONSULT", agents: ["Norway"], targets: ["Peru"]),
      EventCase(text: "Kenya launched an investigation into the fraud.", type: "INVESTIGATE", agents: ["Kenya"]),
      EventCase(
        text: "Chile reimposed a blockade on Bolivia after the incident.", type: "COERCE", agents: ["Chile"]),
    ])
  func supportVerbs(_ expected: EventCase) throws { try check(expected) }

  @Test(
    "a row of the lexicon with a choice of words stands for each of them",
    arguments: [
      EventCase(text: "Peru suspended aid to Ghana.", type: "SANCTION", agents: ["Peru"]),
      EventCase(text: "Peru halted shipments to Ghana.", type: "SANCTION", agents: ["Peru"]),
      EventCase(text: "Ghana restored ties with Peru.", type: "SUPPORT", agents: ["Ghana"], targets: ["Peru"]),
    ])
  func choices(_ expected: EventCase) throws { try check(expected) }

  @Test("who says what another must do, demands it")
  func demandByMust() throws {
    try check(
      EventCase(
        text: "Norway said on Tuesday that Peru must open its border.", type: "REQUEST", agents: ["Norway"],
        targets: ["Peru"]))
    let inferred = try read("Norway said on Tuesday that Peru must have opened its border.")
    #expect(!inferred.events.contains { $0.type == "REQUEST" })
  }

  @Test("what is refused is no event of its own; the refusal is")
  func refusal() throws {
    let analysis = try read("Chile refused to sign the treaty with Peru.")
    #expect(analysis.events.map(\.type) == ["REJECT"])
  }

  @Test("what has not been done is no event, what somebody will not do is a refusal")
  func absence() throws {
    #expect(try read("The five suspects have not been charged.").events.isEmpty)
    let refused = try read("Chile will not negotiate with Peru.")
    let refusal = try #require(refused.events.first { $0.type == "REJECT" })
    #expect(refusal.actuality == .happened)
    #expect(parties(refusal, .recipient, in: refused) == ["Peru"])
  }

  @Test(
    "dealings among people are not read where a thing does or undergoes them",
    arguments: [
      "The networks fed the war.", "The commission approved it.", "The map shows how the river allowed trade.",
    ])
  func things(_ text: String) throws {
    #expect(!(try read(text)).events.contains { ["AID", "SUPPORT", "CONCEDE"].contains($0.type) })
  }

  @Test("peoples joined before one noun belong to it together")
  func joinedPeoples() throws {
    let analysis = try read("Norwegian and Peruvian officials met on Friday.")
    let officials = try #require(analysis.entities.firstIndex { $0.kind == "officials" })
    let states = analysis.relations.filter { $0.type == "PART_OF" && $0.from.index == officials }
      .map { analysis.entities[$0.to.index].name }
    #expect(Set(states) == ["Norway", "Peru"])
  }

  @Test(
    "what is done to somebody's thing is done to them",
    arguments: [
      EventCase(text: "Norway rejected a Peruvian proposal.", type: "REJECT", agents: ["Norway"], targets: ["Peru"]),
      EventCase(text: "Norway praised Peru's efforts.", type: "SUPPORT", agents: ["Norway"], targets: ["Peru"]),
    ])
  func things(of expected: EventCase) throws { try check(expected) }

  @Test("whose weapons act, acts")
  func weapons() throws {
    try check(EventCase(text: "Chilean warplanes bombed the rebels.", type: "ASSAULT", agents: ["Chile"]))
  }

  @Test(
    "a form that the lemmatiser has not met gets the lemma that the lexicon asks for",
    arguments: ["Rebels invaded Kenya.", "Kenya withdrew its troops.", "Kenya telephoned Peru.", "Kenya rebuked Peru."])
  func lemmas(_ text: String) throws {
    #expect(try read(text).events.count == 1)
  }

  @Test(
    "commands, questions and what was left undone did not happen",
    arguments: [
      ("Kenya is going to attack the rebels.", EventRecord.Actuality.planned),
      ("Kenya was able to attack the rebels.", .happened),
      ("Kenya forgot to attack the rebels.", .denied),
    ])
  func turns(_ text: String, _ expected: EventRecord.Actuality) throws {
    let analysis = try read(text)
    #expect(analysis.events.first { $0.type == "ASSAULT" }?.actuality == expected)
  }

  @Test("what kills is not counted among the killed")
  func killers() throws {
    let analysis = try read("Two bombs exploded in a crowd and killed nearly 100 people.")
    let killed = analysis.events.flatMap(\.figures).filter { $0.attribute == "killed" }.map(\.value)
    #expect(killed == [100])
  }

  @Test("a deed and the noun that says what it was are one event")
  func oneDeed() throws {
    let analysis = try read("The raid was a reprisal.")
    #expect(analysis.events.filter { $0.triggers.contains { $0.lemma == "raid" } }.first?.triggers.count == 2)
  }
}
