import Testing

@testable import Extraction

/// Sentences whose main verb, or whose second half, the parser gives to somebody else.
@Suite("Who says what, where the verb of saying looks like something else")
struct MainVerbTests {
  typealias Case = SpokenCase

  private static let mainVerbs = [
    Case(
      words: "Another guard of the depot confirmed the driver's account.", speaker: "Another guard of the depot",
      stance: .confirms, content: "the driver's account"),
    Case(
      words: "Corporal Ivo Kral, called by the defence, denied having opened the gate.", speaker: "Ivo Kral",
      stance: .denies, content: "having opened the gate"),
    Case(
      words: "One of the sailors recalled being told to leave the hatch open.", speaker: "sailors", stance: .asserts,
      content: "being told to leave the hatch open"),
    Case(
      words:
        "• The League's commander, \"General\" Jan Brodik, boasted in a letter: \"We have more ships than the navy has.\"",
      speaker: "Jan Brodik", stance: .asserts, content: "We have more ships"),
    Case(
      words: "Mr Kral, who did not attend on medical grounds, denies having given such an order.", speaker: "Kral",
      stance: .denies, content: "having given such an order"),
    Case(
      words: "The silo was empty at the time, the committee notes.", speaker: "committee", stance: .asserts,
      content: "The silo was empty"),
    Case(
      words:
        "The man with the key to the vault in Port Amari, a former teacher called Jan Brodik, swears that it never left him.",
      speaker: "Jan Brodik", stance: .asserts, content: "it never left him"),
    Case(
      words: "Two days after Ann Sorel was wounded by a prison guard, Warden Jan Brodik now says Sorel did not run.",
      speaker: "Jan Brodik", stance: .asserts, content: "Sorel did not run"),
  ]

  private static let secondHalves = [
    Case(
      words: "The bank says the letters are genuine but were drawn up by a clerk who used the wrong form.",
      speaker: "bank", stance: .asserts, content: "were drawn up by a clerk"),
    Case(
      words: "The ministry spokesman said soldiers sent to the village had found no trace of the men.",
      speaker: "ministry spokesman", stance: .asserts, content: "soldiers sent to the village had found no trace"),
    Case(
      words: "Kral did say the bureau has the video and that, contrary to rumours online, none of it is missing.",
      speaker: "Kral", stance: .asserts, content: "none of it is missing"),
    Case(
      words: "The owner contends that the seals of the boxes had been broken and that at least 200 ballots were void.",
      speaker: "owner", stance: .asserts, content: "at least 200 ballots were void"),
    Case(
      words:
        "\"This was eaten,\" says Jan Brodik, a welder who worked on the line for nine years and who says he cut it out.",
      speaker: "Jan Brodik", stance: .asserts, content: "he cut it out"),
    Case(
      words: "The mining company rejected this: not one tonne had been sold, it assured.", speaker: "mining company",
      stance: .asserts, content: "not one tonne had been sold"),
  ]

  private static let speakers = [
    Case(
      words: "The clerk at the petrol station, who gave only his first name, Amit, said he saw the van turn.",
      speaker: "Amit", stance: .asserts, content: "he saw the van turn"),
    Case(
      words: "One of these, a 44-year-old scaffolder, says that there was no alarm.",
      speaker: "44-year-old scaffolder", stance: .asserts, content: "there was no alarm"),
    Case(
      words: "Ann Sorel's agent in the province, the lawyer Ruth Kamea, says the seals had been broken.",
      speaker: "Ruth Kamea", stance: .asserts, content: "the seals had been broken"),
    Case(
      words: "Through his lawyer the mayor let it be known that he had been misled.", speaker: "mayor",
      stance: .asserts, content: "he had been misled"),
    Case(
      words: "The engineer gave evidence that the valve had been replaced.", speaker: "engineer", stance: .asserts,
      content: "the valve had been replaced"),
  ]

  @Test("the verb belongs to who stands at the head of all", arguments: mainVerbs)
  func mainVerb(_ example: Case) throws { try expect(example) }

  @Test("what goes on behind the first thing said is said as well", arguments: secondHalves)
  func secondHalf(_ example: Case) throws { try expect(example) }

  @Test("who it is, is told further on", arguments: speakers)
  func speaker(_ example: Case) throws { try expect(example) }

  private func expect(_ example: Case) throws {
    let found = try ReadingForTests.spoken(example.words)
    let isFound = found.contains {
      $0.speaker.contains(example.speaker) && $0.stance == example.stance && $0.text.contains(example.content)
    }
    #expect(isFound, "\(found)")
  }
}
