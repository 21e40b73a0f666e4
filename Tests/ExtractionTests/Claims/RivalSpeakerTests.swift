import SourceText
import Testing

@testable import Extraction

/// Sentences in which several speak, or one goes on: each with who says what through whom.
@Suite("Several speakers, and words that go on")
struct RivalSpeakerTests {
  private struct Said {
    var chain: [String]
    var stance: ClaimRecord.Stance
    var text: String
    var denies: Int?
  }

  private func said(_ sentences: String) throws -> [Said] {
    let contents = "Report\n\n\(sentences)\n"
    let analysis = try ReadingForTests.read(contents)
    let text = Text(origin: "report.txt", contents: contents)
    return analysis.claims.map { claim in
      var chain = [analysis.entities[claim.speaker.index].name]
      var inner = claim.relays
      while let id = inner, chain.count < 8 {
        chain.append(analysis.entities[analysis.claims[id.index].speaker.index].name)
        inner = analysis.claims[id.index].relays
      }
      return Said(chain: chain, stance: claim.stance, text: text.slice(claim.range), denies: claim.denies?.index)
    }
  }

  @Test(
    "who gives another number says that, and hands on nobody's words",
    arguments: [
      ("Nurses say 12 miners died; villagers say 20.", "villagers", "20"),
      ("The harbour master said three boats were lost, the fishermen said none.", "fishermen", "none"),
      ("Police put the crowd at 5,000, organisers claimed 40,000.", "organisers", "40,000"),
      ("The ministry said no one was hurt; doctors said at least five.", "doctors", "at least five"),
      ("Masons put the cost at 3 million, the council said 2 million.", "council", "2 million"),
      ("The club says the count was rigged, but the league insists it was fair.", "league", "it was fair"),
      ("The coast guard says 60 people were aboard, while relatives say 85.", "relatives", "85"),
    ])
  func rivals(_ sentence: String, _ rival: String, _ words: String) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == [rival] && $0.text == words }, "\(found)")
    #expect(!found.contains { $0.chain.count > 1 }, "\(found)")
  }

  @Test("whose words stand between two commas or behind them is still heard through who reports it")
  func reported() throws {
    let found = try said("The mine has closed, the ministry said in a statement, the agency Interfax reported.")
    #expect(found.contains { $0.chain == ["Interfax", "ministry"] }, "\(found)")
  }

  @Test("a verb of saying with `not` behind a bare auxiliary says the contrary")
  func bareNegation() throws {
    let found = try said("The firm said the leak was stopped, campaigners said it was not.")
    let answer = try #require(found.first { $0.chain == ["campaigners"] })
    #expect(answer.text == "it was not")
    #expect(answer.denies != nil)
  }

  @Test(
    "a participle of saying and a further clause are the speaker's",
    arguments: [
      ("The miners denied that, saying their lamps were out.", "miners", "their lamps were out"),
      ("The bank denied the report, which cited old letters, calling it false.", "bank", "it false"),
      ("The mayor dismissed the criticism, arguing the bridge was inspected last year.", "mayor", "the bridge was"),
      ("The union said its members would strike, warning that hospitals would be hit.", "union", "that hospitals"),
      ("The general told reporters that the town had fallen and that 40 men had been taken.", "general", "that 40 men"),
      (
        "Officials said the plane turned back, that the pilot was ill and that nobody was hurt.", "officials",
        "that nob"
      ),
      ("The court rejected the appeal, finding the witness had lied.", "court", "the witness had lied"),
      ("The accused said he was innocent.", "accused", "he was innocent"),
    ])
  func goingOn(_ sentence: String, _ speaker: String, _ words: String) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == [speaker] && $0.text.hasPrefix(words) }, "\(found)")
  }

  @Test(
    "who hands words on is heard, wherever the sentence names him",
    arguments: [
      ("The ministry, quoted by Interfax, said the pipe had been shut.", ["Interfax", "ministry"]),
      ("Quoted by Tass, the governor said the fire was out.", ["TASS", "governor"]),
      ("The general was quoted by state television as saying the rebels had fled.", ["state television", "general"]),
      ("According to Reuters, citing two officials, the minister will resign.", ["Reuters", "two officials"]),
      ("Speaking to CNN, the mayor said that the water was safe.", ["CNN", "mayor"]),
      ("In an interview with the BBC, the general said the war was lost.", ["BBC", "general"]),
    ])
  func handingOn(_ sentence: String, _ chain: [String]) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == chain }, "\(found)")
  }

  @Test(
    "a name that a clause between commas parts from its verb speaks, and is not what is said",
    arguments: [
      ("China, which was not named, said it opposed sanctions.", "China", "it opposed sanctions"),
      ("Peru, whose navy took part, announced it would withdraw.", "Peru", "it would withdraw"),
    ])
  func parted(_ sentence: String, _ speaker: String, _ words: String) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == [speaker] && $0.text == words }, "\(found)")
    #expect(!found.contains { $0.text == speaker }, "\(found)")
  }

  @Test(
    "what is called untrue is denied",
    arguments: [
      ("The minister called the report a lie.", "minister"),
      ("The ambassador branded the accusations an absurd invention.", "ambassador"),
      ("Mr Obi called the claims made by the rebels lies.", "Obi"),
      ("The army called the accusation a pack of lies.", "army"),
      ("The ministry called the allegations \"a blatant lie\".", "ministry"),
      ("The party termed the claim nonsense.", "party"),
    ])
  func calledUntrue(_ sentence: String, _ speaker: String) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == [speaker] && $0.stance == .denies }, "\(found)")
  }

  @Test("a name that somebody gives something is no verdict on it")
  func named() throws {
    let found = try said("The sailors called the operation Red Dawn.")
    #expect(!found.contains { $0.chain == ["sailors"] }, "\(found)")
  }

  @Test(
    "a clause that `which`, `something` or `a story` takes up is denied",
    arguments: [
      ("Villagers say soldiers burned the huts, which the government denies.", "government"),
      ("The rebels say they shot down a jet, which Moscow disputes.", "Russia"),
      ("Witnesses said soldiers opened fire, something the military disputes.", "military"),
      ("The Harbour Post reported that the minister took cash, a story he denies.", "minister"),
    ])
  func takenUp(_ sentence: String, _ speaker: String) throws {
    let found = try said(sentence)
    let denial = try #require(found.first { $0.chain == [speaker] && $0.stance == .denies }, "\(found)")
    #expect(denial.denies != nil, "\(found)")
  }

  @Test(
    "a denial with a gerund, or with a verb that looks like a noun, is one",
    arguments: [
      ("Mr Tavo denied on Sunday having said so.", "Tavo"),
      ("The firm denied having paid the officials.", "firm"),
      ("The firm denies wrongdoing.", "firm"),
      ("The senator denies that he met the banker.", "senator"),
      ("Ethiopia, which denies it blocked aid, said convoys were moving.", "Ethiopia"),
    ])
  func denials(_ sentence: String, _ speaker: String) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == [speaker] && $0.stance == .denies }, "\(found)")
  }

  @Test(
    "a second speaker, and who was told, are not lost in what is said",
    arguments: [
      ("The firm denied the ferry was overloaded and blamed strong winds.", ["firm"], "blamed strong winds"),
      (
        "The minister said he had been told by the police that the man was dead.", ["minister", "police"], "he had been"
      ),
      (
        "According to the broadcaster Omega, which cited two nurses, the camp is full.", ["Omega", "two nurses"], "the"
      ),
      ("Asked whether he had ordered the raid, the general said: \"No, I did not.\"", ["general"], "No"),
    ])
  func notLost(_ sentence: String, _ chain: [String], _ words: String) throws {
    let found = try said(sentence)
    #expect(found.contains { $0.chain == chain && $0.text.contains(words) }, "\(found)")
  }

  @Test("a report on what is called baseless denies it, and asserts nothing")
  func calledBaseless() throws {
    let found = try said("The minister described the claim that soldiers had fired as baseless.")
    #expect(found.map(\.stance) == [.denies], "\(found)")
  }

  @Test("lines that mail quotes are theirs who wrote them, through who quotes them")
  func mail() throws {
    let found = try said(
      """
      The ministry has no news.

      On Monday, Bo Chen wrote:
      > The dam has burst and 40 people have died.
      >
      > On Sunday, Karo Lind wrote:
      >> The army opened the gates on purpose.
      """)
    #expect(found.contains { $0.chain == ["Bo Chen"] && $0.text.contains("has burst") }, "\(found)")
    #expect(
      found.contains { $0.chain == ["Bo Chen", "Karo Lind"] && $0.text.hasPrefix("The army opened") }, "\(found)")
  }

  @Test("whoever is interviewed speaks behind `A:`, and who answers a question under his name")
  func interview() throws {
    let found = try said(
      """
      The rebel leader, Karo Lind, spoke to the Harbour Post on Monday.

      Q: Did your men kill the governor?
      A: The army killed him. We have never attacked officials.

      Harbour Post: Will you talk to the government?
      Karo Lind: We are ready for talks.
      """)
    #expect(found.contains { $0.chain == ["Karo Lind"] && $0.text == "The army killed him" }, "\(found)")
    #expect(found.contains { $0.chain == ["Karo Lind"] && $0.text == "We are ready for talks" }, "\(found)")
    #expect(!found.contains { $0.chain.count == 1 && $0.chain != ["Karo Lind"] && $0.text.hasPrefix("We") }, "\(found)")
  }

  @Test("who says that nobody has seen proof asserts it")
  func nobody() throws {
    let found = try said("\"Nobody in the harbour has seen proof of a plot,\" a sailor said.")
    #expect(found.first { $0.chain == ["sailor"] }?.stance == .asserts, "\(found)")
  }

  @Test("neither of two has spoken")
  func neither() throws {
    let found = try said("Neither the club nor the league has responded.")
    #expect(Set(found.filter { $0.stance == .declinesToComment }.map { $0.chain.first }) == ["club", "league"])
    #expect(found.allSatisfy { $0.text.hasPrefix("Neither") })
  }
}
