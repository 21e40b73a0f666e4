import Testing

@testable import Extraction

/// Speakers that another clause, a relative pronoun, a document or a pronoun could be taken for.
@Suite("Speakers are not borrowed from elsewhere")
struct BorrowedSpeakerTests {
  @Test(
    "behind a semicolon somebody else speaks",
    arguments: [
      ("Mr Orle could not be found; his partner, Ada Brunn, said he had sold nothing.", "Ada Brunn", "Orle"),
      ("The mayor was away on Friday; a spokeswoman, Ida Holm, said the bridge was sound.", "Ida Holm", "mayor"),
    ])
  func semicolon(_ sentence: String, _ speaker: String, _ other: String) throws {
    let found = try ReadingForTests.spoken(sentence).filter { $0.stance != .declinesToComment }
    #expect(found.contains { $0.speaker == speaker }, "\(found)")
    #expect(!found.contains { $0.speaker == other }, "\(found)")
  }

  @Test(
    "of two subjects in a relative clause the pronoun belongs to what is said",
    arguments: [
      ("Guards held three sailors who prosecutors said had burnt the mill.", "prosecutors", "sailors"),
      ("Norway seized a ship that Oslo said carried arms.", "Norway", "ship"),
    ])
  func relative(_ sentence: String, _ speaker: String, _ other: String) throws {
    let found = try ReadingForTests.spoken(sentence)
    #expect(found.contains { $0.speaker == speaker }, "\(found)")
    #expect(!found.contains { $0.speaker.contains(other) }, "\(found)")
  }

  @Test(
    "nouns for people and documents speak for themselves",
    arguments: [
      ("The slide buried nine houses, according to volcanologists.", "volcanologists"),
      ("A ledger was burnt, according to a memo.", "memo"),
      ("An inquiry found that guards had burnt the mill.", "inquiry"),
      ("At least nine sailors have been killed since May, according to a tally by Reuters.", "Reuters"),
      ("Amnesty International published a report on Monday. The report found that guards lied.", "Amnesty"),
      (
        "Amnesty International published a report on Monday. The report, based on letters, found that guards lied.",
        "Amnesty"
      ),
    ])
  func document(_ sentence: String, _ speaker: String) throws {
    let found = try ReadingForTests.spoken(sentence)
    #expect(found.contains { $0.speaker.contains(speaker) }, "\(found)")
  }

  @Test(
    "who answers words that a comma sets off denies them",
    arguments: [
      ("Sailors say the mill was burnt by guards, a claim Norway disputes.", "Norway"),
      ("Western states say Norway cut the cable, something Norway has always denied.", "Norway"),
    ])
  func answer(_ sentence: String, _ speaker: String) throws {
    let found = try ReadingForTests.spoken(sentence)
    #expect(found.contains { $0.speaker == speaker && $0.stance == .denies }, "\(found)")
  }

  @Test("who says that he will not speak or does not know puts nothing forward")
  func silence() throws {
    let declined = try ReadingForTests.spoken(
      "The mayor said she would not comment on whether guards had burnt the mill.")
    #expect(declined.contains { $0.speaker == "mayor" && $0.stance == .declinesToComment }, "\(declined)")
    let unknown = try ReadingForTests.spoken(
      "The navy said it had opened an inquiry and that it did not know who fired the shots.")
    #expect(unknown.contains { $0.stance == .disclaimsKnowledge }, "\(unknown)")
    #expect(unknown.contains { $0.stance == .asserts }, "\(unknown)")
  }

  @Test("a state or body that speaks means itself by `it` and `its`")
  func ownPronoun() throws {
    let contents = "Report\n\nNorway attacked two ports. The navy of Norway fired. Chile said it had sunk two boats.\n"
    let analysis = try ReadingForTests.read(contents)
    let chile = analysis.entities.first { $0.name == "Chile" && $0.label != .place }
    #expect(chile?.mentions.contains { $0.form == .pronoun } ?? false)
  }
}
