import Testing

@testable import Documents

@Suite("Phrases of lines that are no news")
struct BoilerplatePhrasesTests {
  private let phrases = BoilerplatePhrases(
    openings: ["Read more", "©", "(c) 20", "Follow us on", "É"], anywhere: ["all rights reserved", "•", "/AFP via"],
    wholeLines: ["Advertisement", "- 30 -", "Mehr über uns"])

  @Test(
    "are found where they count",
    arguments: [
      ("Read more", true), ("Read more: the talks", true), ("Read moreover", false), ("He read more", false),
      ("read more", false), ("© 2024 Name", true), ("(c) 2021 Name", false), ("(c) 20, Name", true),
      ("(c) 1921 Name", false),
      ("Name. all rights reserved.", true), ("one • two", true), ("Jo Doe/AFP via Getty", true), ("all rights", false),
      ("Advertisement", true), ("> Advertisement (3)", true), ("Advertisements", false), ("- 30 -", true),
      ("12. Mehr über uns!", true), ("", false), ("É", true), ("Éclair", false), ("Follow us on", true),
    ])
  func found(_ line: String, _ isFound: Bool) {
    #expect(phrases.matches(line) == isFound)
  }
}
