import SourceText
import Testing

@testable import Extraction

/// Sentences as papers write them, each with who says what.
@Suite("Speakers of single sentences")
struct SpeakerSentenceTests {
  @Test(
    "who declines to speak in other words",
    arguments: [
      ("The ministry neither confirmed nor denied the report that two sailors had died.", "ministry"),
      ("The ministry has yet to comment on the deaths of two sailors.", "ministry"),
      ("The Coral Union is to send 20 observers. It declined to say who would lead them.", "Coral Union"),
    ])
  func declining(_ sentence: String, _ speaker: String) throws {
    let found = try ReadingForTests.spoken(sentence)
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
      (
        "The attackers numbered about 20 and obeyed a man of 40, Ann Sorel said.", "Ann Sorel", "The attackers numbered"
      ),
      ("The carpenter said he was \"sorry\".", "carpenter", "he was"),
      ("A carpenter and two bakers said the wall had been cracked for years.", "two bakers", "the wall had been"),
      (
        "Transport Minister Mohamed Said acknowledged that there had been dead and wounded.", "Mohamed Said",
        "there had been dead"
      ),
      (
        "Before dawn the Fezzan Brigade, an armed group from the south, said in a statement on its website that it had burnt the mill.",
        "Fezzan Brigade", "it had burnt"
      ),
      (
        "The sprinter has been banned for four years after testing positive for a steroid, UK Anti-Doping (UKAD) announced on Friday.",
        "UK Anti-Doping", "The sprinter has been banned"
      ),
      ("In its letter the ministry alleged that two sailors had fled.", "ministry", "two sailors had fled"),
      (
        "Smugglers abducted six drivers in Hull on Sunday, police and villagers said.", "villagers",
        "Smugglers abducted six"
      ),
      (
        "Smugglers stormed a mill near Hull on Tuesday, killing two guards, residents and a military source said.",
        "military source", "Smugglers stormed"
      ),
      (
        "The mill burnt down, Mayor Ann Sorel said on Friday, dismissing reports that guards had lit the fire.",
        "Ann Sorel", "The mill burnt down"
      ),
      ("WHO regional director Ann Sorel said 63 cases had been counted.", "Ann Sorel", "63 cases"),
      ("Residents, officials and a nurse said that the hall had burned down.", "nurse", "the hall had burned"),
      ("Officials and aid workers said the road was cut.", "officials", "the road was cut"),
      ("The army said the fort had fallen and residents said ten people had died.", "residents", "ten people had died"),
      ("The firm said talks between the guild and the owner collapsed.", "firm", "talks between the guild"),
      ("Smugglers burned the mill, according to a village chief and two nurses.", "two nurses", "Smugglers burned"),
      ("Opposition MP Ann Sorel said the vote had been rigged.", "Ann Sorel", "the vote had been rigged"),
      ("The singer said he was \"sorry\" and insisted he had never met her.", "singer", "he had never met her"),
      ("The owner denied that, and said in a text message that the crew had left.", "owner", "the crew had left"),
      ("The owner denied the charge and accused the guild of spreading lies.", "owner", "the guild of spreading lies"),
      ("Nurses arriving from Hull said that nine bodies had been found.", "nurses", "nine bodies had been found"),
      ("Ann Sorel said that if the mill closed, the town would die.", "Ann Sorel", "the town would die"),
      (
        "A bridge fell in Hull, a three-hour drive from the capital, firefighters said.", "firefighters",
        "A bridge fell"
      ),
    ])
  func speaker(_ sentence: String, _ speaker: String, _ words: String) throws {
    let found = try ReadingForTests.spoken(sentence)
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

  @Test("a broadcaster passes on what its programme was told")
  func programme() throws {
    let found = try ReadingForTests.spoken(
      "A former guard told the BBC's Horizon programme that prisoners had been beaten.")
    #expect(Set(found.map(\.speaker)) == ["former guard", "BBC"], "\(found)")
  }

  @Test("behind `but` another speaks for himself")
  func behindBut() throws {
    let found = try ReadingForTests.spoken(
      "Nine miners died in Hull, according to the union, but the company said all had escaped.")
    #expect(!found.contains { $0.speaker == "union" && $0.text.contains("escaped") }, "\(found)")
    #expect(found.contains { $0.speaker == "company" && $0.text == "all had escaped" }, "\(found)")
  }

  @Test(
    "how a charge is answered is no part of it",
    arguments: [
      ("Ormania says that Velmira closed the strait, a charge that Velmira rejects.", "Velmira"),
      ("Ormania says Velmira closed the strait, an accusation dismissed by Velmira.", "Velmira"),
      ("The union says the owner closed the mill, a claim the firm rejects.", "firm"),
    ])
  func answeredCharge(_ sentence: String, _ denier: String) throws {
    let found = try ReadingForTests.spoken(sentence)
    #expect(found.contains { $0.stance == .asserts && $0.text.contains(" closed the ") }, "\(found)")
    #expect(!found.contains { $0.stance == .asserts && $0.text.contains(",") }, "\(found)")
    #expect(found.filter { $0.stance == .denies }.map(\.speaker) == [denier], "\(found)")
  }

  @Test(
    "people of other work take nothing upon themselves",
    arguments: [
      "The aid group said it had launched an operation in the north.",
      "The army said it had carried out the raid.",
      "The rebels said the army was behind the bombing.",
      "The rebels said they were not behind the bombing.",
    ])
  func noOwningUp(_ sentence: String) throws {
    let found = try ReadingForTests.spoken(sentence)
    #expect(!found.isEmpty && found.allSatisfy { $0.stance != .claimsResponsibility }, "\(found)")
  }

  @Test("of two who may have insisted, nobody is made up who did")
  func secondVerb() throws {
    let found = try ReadingForTests.spoken("Even the nurse I went to on Monday said the ward was \"closed\".")
    #expect(found.allSatisfy { $0.speaker == "nurse" }, "\(found)")
    let those = try ReadingForTests.spoken(
      "Those who accuse the priests of smuggling weapons are admitting their ignorance.")
    #expect(those.allSatisfy { $0.speaker.lowercased().hasPrefix("those") }, "\(those)")
  }

  @Test(
    "armed people who did it take it upon themselves",
    arguments: [
      "The rebels said they were behind the bombing.",
      "The Fezzan Brigade, an armed group from the south, said that it had carried out the attack.",
      "The group said it was behind the attack on the fort.",
      "Al-Shabaab said in a statement that it carried out the bombing.",
    ])
  func owningUp(_ sentence: String) throws {
    #expect(try ReadingForTests.spoken(sentence).map(\.stance) == [.claimsResponsibility])
  }

  @Test("to threaten more is no claim of responsibility, and not to have been told no denial")
  func noClaim() throws {
    let threat = try ReadingForTests.spoken(
      "The rebels claimed responsibility for the bombing and threatened to publish more videos.")
    #expect(threat.allSatisfy { $0.stance != .claimsResponsibility || !$0.text.contains("publish") }, "\(threat)")
    #expect(try ReadingForTests.spoken("The army said it had not been told of the raid.").map(\.stance) == [.asserts])
  }

  @Test("what is confirmed is confirmed, though more is refused")
  func confirmsAndRefuses() throws {
    let found = try ReadingForTests.spoken(
      "A police source confirmed the arrest to the Harbour Post but refused to say where she was.")
    #expect(found.contains { $0.stance == .confirms && $0.text.contains("the arrest") }, "\(found)")
    #expect(found.count(where: { $0.stance == .declinesToComment }) == 1, "\(found)")
  }

  @Test("who passes a denial on does not put forward what is denied")
  func passedDenial() throws {
    let found = try ReadingForTests.spoken(
      "The Harbour Times cited an unnamed envoy as denying that any deal was signed.")
    #expect(found.contains { $0.stance == .denies && $0.text == "that any deal was signed" }, "\(found)")
    #expect(found.contains { $0.speaker == "Harbour Times" && $0.text.contains("as denying that") }, "\(found)")
  }

  @Test("what is told on both sides of the verb is told by one")
  func bothSides() throws {
    let found = try ReadingForTests.spoken(
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
    let found = try ReadingForTests.spoken("Ann Sorel said the firm had sold rotten grain. \(sentence)")
    #expect(found.contains { $0.speaker == "Felix Abar" && $0.stance == .denies }, "\(found)")
  }

  @Test("a surname of two parts takes up the full name, and an owner may be a company")
  func names() throws {
    let found = try ReadingForTests.spoken(
      """
      Commander Liza Ocano-Reyes said that 97 people were safe. The ship's owner, Bayside Star Lines, declined to comment. \
      Nobody was missing, Ocano-Reyes said.
      """)
    #expect(Set(found.map(\.speaker)) == ["Liza Ocano-Reyes", "Bayside Star Lines"])
  }
}
