import SourceText
import Testing

@testable import Extraction

/// Sentences as papers write them, each with who says what.
@Suite("Speakers of single sentences")
struct SpeakerSentenceTests {
  private func spoken(_ contents: String) throws -> [(speaker: String, stance: ClaimRecord.Stance, text: String)] {
    let contents = "Report\n\n\(contents)\n"
    let analysis = try ReadingForTests.read(contents)
    let text = Text(origin: "report.txt", contents: contents)
    return analysis.claims.filter { $0.cue != nil }.map { claim in
      (analysis.entities[claim.speaker.index].name, claim.stance, text.slice(claim.range))
    }
  }

  @Test(
    "who declines to speak in other words",
    arguments: [
      ("The ministry neither confirmed nor denied the report that two sailors had died.", "ministry"),
      ("The ministry has yet to comment on the deaths of two sailors.", "ministry"),
      ("The Coral Union is to send 20 observers. It declined to say who would lead them.", "Coral Union"),
    ])
  func declining(_ sentence: String, _ speaker: String) throws {
    let found = try spoken(sentence)
    #expect(found.contains { $0.speaker == speaker && $0.stance == .declinesToComment }, "\(found)")
  }

  @Test(
    "whose words they are, where the parser is wrong about it",
    arguments: [
      ("The firm's chief executive, Sir Alan Moore, said the mill would close.", "Alan Moore", "the mill would close"),
      ("The ferries will sail on May 3, Mr Dalrey promised at a news conference on Friday.", "Dalrey", "The ferries"),
      (
        "Ormane accused Col. Bastien Roure, a former commander of the fleet, of leading the plot.", "Ormane",
        "leading the plot"
      ),
      ("There were 300 of them or more, by Ann Sorel's count.", "Ann Sorel", "There were 300"),
      ("The bridge was closed in May, say two engineers.", "two engineers", "The bridge was closed"),
      ("The mill had burnt for days, Ann Sorel, its head, said.", "Ann Sorel", "The mill had burnt"),
      ("Police corrected their figures: nine people were hurt.", "police", "nine people were hurt"),
      ("Police identified the man as Peter Marsh, a baker from Hull.", "police", "Peter Marsh"),
      ("Robbers on mopeds seized nine drivers near Hull on Friday, porters and sailors said.", "sailors", "Robbers"),
      (
        "But two sailors, speaking on condition of anonymity, told the Harbour Post that guards had cut the ropes.",
        "two sailors", "guards had cut the ropes"
      ),
      (
        "The swimmer had missed three tests, the Swimming League (SL) announced on Monday.", "Swimming League",
        "The swimmer"
      ),
      ("Six men were held on Monday in Hull, 30 km away, sailors said.", "sailors", "Six men were held"),
      ("Secretary of State Ann Sorel said the talks would go on.", "Ann Sorel", "the talks would go on"),
      ("Chief prosecutor Jan Brodik said the trial would begin in June.", "Jan Brodik", "the trial would begin"),
      ("In its letter the ministry alleged that two sailors had fled.", "ministry", "two sailors had fled"),
    ])
  func speaker(_ sentence: String, _ speaker: String, _ words: String) throws {
    let found = try spoken(sentence)
    #expect(found.contains { $0.speaker == speaker && $0.text.contains(words) }, "\(found)")
  }

  @Test("behind a semicolon another speaks for himself")
  func semicolon() throws {
    let contents =
      "Report\n\nAccording to the Red Crescent, four people died in Hull; the army said nobody had been hurt.\n"
    let analysis = try ReadingForTests.read(contents)
    let text = Text(origin: "report.txt", contents: contents)
    let army = analysis.claims.filter { text.slice($0.range).contains("nobody had been hurt") }
    #expect(army.map { analysis.entities[$0.speaker.index].name } == ["army"])
  }

  @Test("who passes a denial on does not put forward what is denied")
  func passedDenial() throws {
    let found = try spoken("The Harbour Times cited an unnamed envoy as denying that any deal was signed.")
    #expect(found.contains { $0.stance == .denies && $0.text == "that any deal was signed" }, "\(found)")
    #expect(found.contains { $0.speaker == "Harbour Times" && $0.text.contains("as denying that") }, "\(found)")
  }

  @Test("what is told on both sides of the verb is told by one")
  func bothSides() throws {
    let found = try spoken(
      "No boat had left the harbour on Sunday, Ann Sorel told reporters: \"We do not sail in fog.\"")
    #expect(found.filter { $0.speaker != "Ann Sorel" }.isEmpty, "\(found)")
    #expect(found.contains { $0.text.contains("No boat had left") })
    #expect(found.contains { $0.text.contains("We do not sail") })
  }

  @Test(
    "what is called untrue is denied",
    arguments: [
      "A spokesman for the firm, Felix Abar, called the allegation grotesque.",
      "Felix Abar described the report as a fake.",
    ])
  func untrue(_ sentence: String) throws {
    let found = try spoken("Ann Sorel said the firm had sold rotten grain. \(sentence)")
    #expect(found.contains { $0.speaker == "Felix Abar" && $0.stance == .denies }, "\(found)")
  }

  @Test("a surname of two parts takes up the full name, and an owner may be a company")
  func names() throws {
    let found = try spoken(
      """
      Commander Liza Ocano-Reyes said that 97 people were safe. The ship's owner, Bayside Star Lines, declined to comment. \
      Nobody was missing, Ocano-Reyes said.
      """)
    #expect(Set(found.map(\.speaker)) == ["Liza Ocano-Reyes", "Bayside Star Lines"])
  }
}
