import Testing

@testable import Extraction

@Suite("How sentences open, where the parser is wrong about it")
struct OpeningRepairTests {
  @Test(
    "who speaks, and what is said",
    arguments: [
      ("Transport Minister Omar Said acknowledged that the bridge had fallen.", "Omar Said", "the bridge had fallen"),
      ("Through his lawyer the governor let it be known that he had been misled.", "governor", "he had been misled"),
      (
        "Kral did say the office has the tape and that, contrary to gossip, none of it is missing.", "Kral",
        "none of it is missing"
      ),
      (
        "No train had left the station, Ann Sorel told reporters: \"We do not drive in fog.\"", "Ann Sorel",
        "We do not drive in fog"
      ),
    ])
  func speakers(sentence: String, speaker: String, words: String) throws {
    let found = try ReadingForTests.spoken(sentence)
    #expect(found.contains { $0.speaker == speaker && $0.text.contains(words) }, "\(found)")
  }

  @Test("what would have come under a condition that an auxiliary opens did not happen")
  func inverted() throws {
    let shut = try ReadingForTests.read(
      "Had the army attacked the town on Monday, 20 people would have died, said Odette Ngoy.")
    #expect(!shut.events.contains { $0.actuality == .happened }, "\(shut.events)")
  }
}
