import Testing

@testable import Extraction

@Suite("Who says what, in forms that the press uses and that trees are often wrong about")
struct UsualPressTests {
  typealias Case = SpokenCase

  static let all = speakers + figures

  private static let speakers = [
    Case(
      words: "\"We have found no sign of it,\" chief executive Marta Lindgren said.", speaker: "Marta Lindgren",
      stance: .asserts, content: "We have found no sign of it"),
    Case(
      words: "The dockworkers' union accused the company of lying.", speaker: "dockworkers' union", stance: .alleges,
      content: "the company of lying"),
    Case(
      words: "The prosecution alleges that Ivo Kral, 61, met the driver four times.", speaker: "prosecution",
      stance: .alleges, content: "Ivo Kral, 61, met the driver four times"),
    Case(
      words:
        "In a letter to the Peace Forum on Monday, the Interior Minister, Marta Lindgren, denied that soldiers had fired.",
      speaker: "Marta Lindgren", stance: .denies, content: "soldiers had fired"),
    Case(
      words: "Two engineers who worked at the pit until last year said they had warned managers about gas.",
      speaker: "two engineers", stance: .asserts, content: "they had warned managers about gas"),
    Case(
      words: "Berger Trust said it had closed the account in 2022 and had reported all transfers.",
      speaker: "Berger Trust", stance: .asserts, content: "had reported all transfers"),
    Case(
      words: "Iranian state media quoted an unnamed ministry official as saying that exports would not be affected.",
      speaker: "unnamed ministry official", stance: .asserts, content: "exports would not be affected"),
    Case(
      words: "A market trader who lost two cousins told The Karsan Post by telephone that there was no base.",
      speaker: "market trader", stance: .asserts, content: "there was no base"),
    Case(
      words:
        "A strike on a market killed 38 civilians on Sunday, three residents and a local elected official said on Monday.",
      speaker: "three residents", stance: .asserts, content: "killed 38 civilians on Sunday"),
    Case(
      words: "Deputy director of the fire service Marta Lindgren said the flames had started in the attic.",
      speaker: "Marta Lindgren", stance: .asserts, content: "the flames had started in the attic"),
    Case(
      words: "Peru on Tuesday lifted the curfew, and said 32 people were missing.", speaker: "Peru", stance: .asserts,
      content: "32 people were missing"),
    Case(
      words: "The report appeared to contradict Bell, who had said on Monday that no money changed hands.",
      speaker: "Bell",
      stance: .asserts, content: "no money changed hands"),
    Case(
      words: "Ivo Kral said officers had beaten him, a charge the interior ministry described as a fabrication.",
      speaker: "interior ministry", stance: .denies, content: "a charge"),
    Case(
      words: "Ivo Kral said officers had beaten him, a charge the interior ministry described as a fabrication.",
      speaker: "Ivo Kral", stance: .asserts, content: "officers had beaten him"),
    Case(
      words: "Marta Lindgren said that she had not read the report.", speaker: "Marta Lindgren", stance: .asserts,
      content: "she had not read the report"),
    Case(
      words: "Marta Lindgren said she had heard a blast. She did not know who was behind it.",
      speaker: "Marta Lindgren",
      stance: .disclaimsKnowledge, content: "She did not know who was behind it"),
  ]

  private func finds(_ given: Case) throws -> Bool {
    try ReadingForTests.spoken(given.words).contains {
      $0.speaker.lowercased().hasSuffix(given.speaker.lowercased()) && $0.stance == given.stance
        && $0.text.hasSuffix(given.content)
    }
  }

  @Test("titles, owners, letters, times and means stand around who speaks", arguments: speakers)
  func speaks(_ given: Case) throws { #expect(try finds(given)) }

  private static let figures = [
    Case(
      words: "The toll rose to 66, the ministry said. It had earlier said 41.", speaker: "ministry", stance: .asserts,
      content: "41"),
    Case(
      words: "The disaster agency reported 38 missing on Monday.", speaker: "disaster agency", stance: .asserts,
      content: "38 missing"),
    Case(
      words: "The health minister on Friday raised the number of dead soldiers to seven.", speaker: "health minister",
      stance: .asserts, content: "the number of dead soldiers to seven"),
    Case(
      words: "The Peace Forum has documented the deaths of 112 protesters since 2021.", speaker: "Peace Forum",
      stance: .asserts, content: "the deaths of 112 protesters since 2021"),
    Case(
      words: "The ministry says 900 were sent. Marta Lindgren doubts it. Her own estimate is 410.",
      speaker: "Marta Lindgren", stance: .asserts, content: "410"),
    Case(
      words: "The monitor Karsan Watch put the number of crossings that day at 90.", speaker: "Karsan Watch",
      stance: .asserts, content: "the number of crossings that day at 90"),
  ]

  @Test("a figure is given without a clause", arguments: figures)
  func gives(_ given: Case) throws { #expect(try finds(given)) }

  @Test("a deed that changes a number says nothing, nor does a change that somebody else tells of")
  func givesNothing() throws {
    #expect(try ReadingForTests.spoken("The raid raised the number of dead to nine.").isEmpty)
    let told = try ReadingForTests.spoken(
      "Peru has raised the toll to 230, Communications Minister Marta Lindgren said.")
    #expect(told.allSatisfy { $0.speaker == "Marta Lindgren" })
  }

  @Test("of two who accuse each other in one breath neither is made to speak")
  func mutual() throws {
    let spoken = try ReadingForTests.spoken(
      "Four soldiers were killed, officials on both sides said, each accusing the other of firing first.")
    #expect(!spoken.contains { $0.stance == .alleges })
  }

  @Test("the central bank is not the bank named before, nor a network its owner")
  func ofAnotherKind() throws {
    let spoken = try ReadingForTests.spoken(
      "Berger Bank said it had closed the account. The central bank said the law had been kept.")
    #expect(!spoken.contains { $0.speaker == "Berger Bank" && $0.text.contains("law") })
    #expect(spoken.contains { $0.text.contains("law") })
  }

  @Test("a surname that a pronoun takes up behind a quotation is a person's")
  func surname() throws {
    let spoken = try ReadingForTests.spoken("Kocak dismissed the accusation. \"We publish every name,\" he said.")
    #expect(spoken.contains { $0.speaker == "Kocak" && $0.text == "We publish every name" })
  }

  @Test("a firm that goes by its name without Ltd stays a firm, and goes on speaking")
  func withoutSuffix() throws {
    let spoken = try ReadingForTests.spoken(
      """
      The factory belongs to Delta Stitch Ltd. Delta Stitch said in a statement that the union's allegations were false. \
      It said all doors were open.
      """)
    #expect(spoken.contains { $0.speaker.hasPrefix("Delta Stitch") && $0.text == "all doors were open" })
  }

  @Test("what a fact check puts to the test it does not say itself")
  func underTest() throws {
    let contents =
      "Report\n\nCLAIM: A video shows soldiers storming a post.\n\nThe video was filmed in Mexico in 2021.\n"
    let analysis = try ReadingForTests.read(contents)
    let own = analysis.claims.filter { $0.speaker == analysis.report.publisher }
    #expect(own.count == 1)
    #expect(analysis.claims.count == 2)
  }

  @Test("a place in brackets opens a release, and publishes nothing")
  func bracketedPlace() throws {
    let claims = try ReadingForTests.read(
      "Report\n\n(Nairobi) – Soldiers killed 29 people in Karsan, the forum said.\n")
    #expect(!claims.entities.contains { $0.name == "Kenya" && !$0.mentions.isEmpty })
  }
}
