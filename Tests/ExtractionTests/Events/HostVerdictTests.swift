import SourceText
import Testing

@testable import Extraction

/// A sentence, and what its violent event is left as by the words it hangs on.
struct HostCase: Sendable, CustomTestStringConvertible {
  var text: String
  var actuality: EventRecord.Actuality

  init(_ text: String, _ actuality: EventRecord.Actuality) {
    self.text = text
    self.actuality = actuality
  }

  var testDescription: String { text }
}

@Suite("What the words make of it that something told hangs on")
struct HostVerdictTests {
  private func deeds(_ contents: String) throws -> [EventRecord] {
    try ReadingForTests.read("Report\n\n\(contents)\n", published: "2024-06-13").events.filter {
      ["ASSAULT", "COERCE"].contains($0.type) && $0.subtype != "accusation"
    }
  }

  @Test(
    "a deed is not so, may be so or is so by the whole chain of its hosts",
    arguments: [
      HostCase("The ministry said there was no truth to claims that its gunners had shelled the school.", .denied),
      HostCase("It is a myth that our pilots bombed the village, the admiral said.", .denied),
      HostCase("No proof has surfaced that the militia kidnapped the aid workers, the envoy said.", .denied),
      HostCase("Reports that the navy had shelled the port were false, officials said.", .denied),
      HostCase("The bishop rejected allegations that his guards had killed the miner.", .denied),
      HostCase("Nothing suggests that the militia burned the mill, the agency said.", .denied),
      HostCase("The general said he did not believe that his troops had looted the museum.", .denied),
      HostCase("A fake video showing soldiers killing villagers was shared online.", .denied),
      HostCase("The notion that we attacked the embassy is preposterous, the general said.", .denied),
      HostCase("The police said they were looking into allegations that officers had beaten the student.", .possible),
      HostCase("A panel will examine claims that guards tortured prisoners at the camp.", .possible),
      HostCase("The mayor said he could not confirm that gunmen had attacked the market.", .possible),
      HostCase("The army has not commented on reports that its jets bombed the camp.", .possible),
      HostCase("Unconfirmed reports said that rebels had shelled the barracks.", .possible),
      HostCase("The envoy said he was aware of claims that guards had beaten the prisoner.", .possible),
      HostCase("There was nothing to suggest that the militia had bombed the bridge, the envoy said.", .denied),
      HostCase("Far from bombing the hospital, the army had rebuilt it, the general said.", .denied),
      HostCase("It is not true that the rebels lied when the army bombed the port.", .happened),
      HostCase("Nobody doubts that the army shelled the town, the envoy said.", .happened),
      HostCase("The claim that the army had bombed the hospital was not untrue, the envoy said.", .happened),
      HostCase("There is evidence that the police beat the student, a lawyer said.", .happened),
    ])
  func chain(_ expected: HostCase) throws {
    let found = try deeds(expected.text)
    #expect(found.map(\.actuality) == [expected.actuality], "\(found.map(\.name))")
  }

  @Test("whoever is wrongly accused of a deed has not done it")
  func wronglyAccused() throws {
    let found = try deeds("The nurse had been falsely accused of poisoning two patients, her lawyer said.")
    let agents = found.flatMap(\.roles).filter { $0.edge == .agent }
    #expect(!agents.isEmpty && agents.allSatisfy(\.isDenied))
  }

  @Test("a conviction that is quashed tells of no deed that happened")
  func quashed() throws {
    let found = try deeds(
      "The court quashed the conviction of banker Luis Gil, who had been found guilty of killing his rival.")
    #expect(!found.contains { $0.subtype == "killing" && $0.actuality == .happened })
  }

  @Test(
    "words that call a clause or a report untrue deny it",
    arguments: [
      "The ministry said there was no truth to claims that its gunners had shelled the school.",
      "It is a lie that we killed civilians, the general said.",
      "It is not true that the dam burst, officials said.",
      "Reports that the dam had burst were false, officials said.",
    ])
  func stance(_ contents: String) throws {
    let claims = try ReadingForTests.read(contents).claims
    #expect(claims.map(\.stance) == [.denies])
  }

  @Test(
    "what somebody will neither confirm nor deny is left open, and is one claim",
    arguments: [
      "Israel neither confirmed nor denied carrying out the strike on the depot.",
      "The army would neither confirm nor deny that it shelled the village.",
      "The Pentagon refused to confirm or deny that its drone killed the cleric.",
    ])
  func silence(_ contents: String) throws {
    let analysis = try ReadingForTests.read(contents)
    #expect(analysis.claims.map(\.stance) == [.declinesToComment])
    #expect(analysis.events.map(\.actuality) == [.possible])
    var assembler = Assembler()
    try assembler.add(analysis, text: contents)
    let roles = try assembler.assemble().worldEdges.filter { ["AGENT_OF", "TARGET_OF"].contains($0.type) }
    #expect(roles.allSatisfy { $0.status == .unattested })
  }

  @Test("what a silence takes for granted stands")
  func presupposed() throws {
    let contents = "The army declined to comment on the attack, in which gunmen killed four guards."
    let analysis = try ReadingForTests.read(contents)
    #expect(analysis.events.map(\.actuality) == [.happened])
    var assembler = Assembler()
    try assembler.add(analysis, text: contents)
    let agents = try assembler.assemble().worldEdges.filter { $0.type == "TARGET_OF" }
    #expect(!agents.isEmpty && agents.allSatisfy { $0.status == .asserted })
  }
}
