import SourceText
import Testing

@testable import Extraction

@Suite("Who answers, and who speaks behind a relative clause")
struct AnswererTests {
  @Test(
    "each says and denies what is his",
    arguments: [
      SpokenCase(
        words:
          "Norvia's rulers denied on Tuesday that prisoners had been shot and dismissed as propaganda reports of fighting in the barracks.",
        speaker: "Norvia's rulers", stance: .denies, content: "reports of fighting in the barracks"),
      SpokenCase(
        words: "Karo Lind denied that his men had burned the mill and accused officers of selling the grain.",
        speaker: "Karo Lind", stance: .alleges, content: "officers of selling the grain"),
      SpokenCase(
        words:
          "The ministry denied that soldiers had looted the clinic and rejected Ilse Dahl's claim that 20 patients had died.",
        speaker: "ministry", stance: .denies, content: "Ilse Dahl's claim that 20 patients had died"),
      SpokenCase(
        words: "A guard who escaped said the raiders wore police uniforms.", speaker: "guard", stance: .asserts,
        content: "the raiders wore police uniforms"),
      SpokenCase(
        words: "A driver who escaped said the attackers wore army uniforms.", speaker: "driver", stance: .asserts,
        content: "the attackers wore army uniforms"),
      SpokenCase(
        words: "Another worker who hid in the bush told reporters there were about fifteen of them.",
        speaker: "Another worker", stance: .asserts, content: "there were about fifteen of them"),
      SpokenCase(
        words: "A pardon is something the cabinet has ruled out.", speaker: "cabinet", stance: .denies,
        content: "A pardon"),
      SpokenCase(
        words: "Henk Vos said Norvia owed the town an apology, something the cabinet ruled out.", speaker: "cabinet",
        stance: .denies, content: "something the cabinet ruled out"),
      SpokenCase(
        words:
          "The navy rejected allegations by the union that its divers had cut the cable, adding that a storm had broken it.",
        speaker: "navy", stance: .asserts, content: "that a storm had broken it"),
      SpokenCase(
        words:
          "Court clerk Mira Doun, who read the file, questioned the ministry's figures and said ten names were missing.",
        speaker: "Mira Doun", stance: .asserts, content: "ten names were missing"),
      SpokenCase(
        words: "Senator Vera Castell, quoting the stolen letters, accused Brandt of fraud and told him to step down.",
        speaker: "Vera Castell", stance: .alleges, content: "Brandt of fraud"),
      SpokenCase(
        words: "The embassy confirmed that a climber was missing but declined to identify him.", speaker: "embassy",
        stance: .declinesToComment, content: "declined to identify him"),
      SpokenCase(
        words: "Civil Liberties Watch said guards had beaten two inmates.", speaker: "Civil Liberties Watch",
        stance: .asserts, content: "guards had beaten two inmates"),
      SpokenCase(
        words: "Villagers met the Hawks of the South, an armed group. The group said soldiers had burned the mill.",
        speaker: "Hawks of the South", stance: .asserts, content: "soldiers had burned the mill"),
      SpokenCase(
        words: "The army blamed the Hawks of the South for the fire. The group said soldiers had burned the mill.",
        speaker: "Hawks of the South", stance: .asserts, content: "soldiers had burned the mill"),
      SpokenCase(
        words: "Karo Lind denied being behind the theft.", speaker: "Karo Lind", stance: .denies,
        content: "being behind the theft"),
      SpokenCase(
        words: "Neighbouring Tavria denied involvement.", speaker: "Tavria", stance: .denies,
        content: "Neighbouring Tavria denied involvement"),
      SpokenCase(
        words: "A man who identified himself as Captain Joris Maes said the junta had closed the port.",
        speaker: "Joris Maes", stance: .asserts, content: "the junta had closed the port"),
      SpokenCase(
        words: "The agency corrected the number of clients whose data was stolen to 86,000.", speaker: "agency",
        stance: .asserts, content: "the number of clients whose data was stolen to 86,000"),
      SpokenCase(
        words: "A union that represents the guards said its members had been told to leave.", speaker: "union",
        stance: .asserts, content: "its members had been told to leave"),
      SpokenCase(
        words: "A deputy from the ruling party said Salo would have to go.", speaker: "deputy from the ruling party",
        stance: .asserts, content: "Salo would have to go"),
      SpokenCase(
        words: "Police in Korve rejected as untrue claims that officers had helped the thieves.",
        speaker: "police in Korve",
        stance: .denies, content: "claims that officers had helped the thieves"),
      SpokenCase(
        words: "Prosecutors have opened an inquiry into Nils Aho, who denies spreading false news.",
        speaker: "Nils Aho",
        stance: .denies, content: "spreading false news"),
      SpokenCase(
        words:
          "Rights group Open Door, in a report published on Monday, accused the army of burning homes in the area.",
        speaker: "Open Door", stance: .alleges, content: "the army of burning homes in the area"),
      SpokenCase(
        words: "The number of pupils was put at 30 by the police and at 42 by the teachers' union.", speaker: "police",
        stance: .asserts, content: "The number of pupils was put at 30"),
      SpokenCase(
        words: "Asked about the ransom, Musa Dangana replied: \"Not one coin.\"", speaker: "Musa Dangana",
        stance: .asserts,
        content: "Not one coin"),
      SpokenCase(
        words: "The doctor said that they had been beaten, a charge the militia denied.", speaker: "militia",
        stance: .denies, content: "a charge"),
      SpokenCase(
        words: "Terminal operator Norcal rejected claims by the Maritime Workers' Federation that it had hired guards.",
        speaker: "Norcal", stance: .denies,
        content: "claims by the Maritime Workers' Federation that it had hired guards"),
      SpokenCase(
        words: "The government has acknowledged only nine.", speaker: "government", stance: .confirms,
        content: "only nine"),
    ])
  func answers(_ given: SpokenCase) throws {
    let found = try ReadingForTests.spoken(given.words)
    let isFound = found.contains {
      $0.speaker == given.speaker && $0.stance == given.stance && $0.text == given.content
    }
    #expect(isFound, "\(found)")
  }

  @Test("whose words are denied says them, and nobody of whom nothing is known")
  func issuers() throws {
    let known = try ReadingForTests.spoken(
      "The operator on Friday rejected claims by the Maritime Workers' Federation that it had hired guards from abroad."
    )
    #expect(known.map(\.speaker) == ["operator", "Maritime Workers' Federation"])
    #expect(known.map(\.stance) == [.denies, .alleges])
    let unknown = try ReadingForTests.spoken(
      "The operator rejected claims by the Qxt that it had hired guards from abroad.")
    #expect(!unknown.contains { $0.speaker == "The Harbour Gazette" })
  }

  @Test("who is spoken of in a denial does not deny what follows")
  func nobodyElse() throws {
    let found = try ReadingForTests.spoken(
      "The ministry denied that security forces had fired live rounds at strikers and dismissed Ilse Dahl's claim that 40 people had been shot dead."
    )
    #expect(!found.contains { $0.speaker.contains("forces") })
    #expect(found.filter { $0.stance == .denies }.allSatisfy { $0.speaker == "ministry" })
  }

  @Test("a name at the head of a sentence speaks, whatever its word looks like")
  func openingNames() throws {
    let found = try ReadingForTests.spoken(
      "The student denies the charges, his lawyer Ondrej Maly said. Maly denied that his client had ever belonged to the gang."
    )
    #expect(found.contains { $0.speaker == "Ondrej Maly" && $0.stance == .denies })
  }

  @Test("an office is told from another by what it is for")
  func offices() throws {
    let found = try ReadingForTests.spoken(
      "Prime Minister Otto Renn spoke on Friday. Renn's office later said he had been misquoted. \"The figures are wrong,\" said the statistics office."
    )
    let last = try #require(found.last { $0.text == "The figures are wrong" })
    #expect(last.speaker == "statistics office")
  }

  @Test("an outlet that cites others is named by one word at the head of a sentence")
  func citingOutlet() throws {
    let analysis = try ReadingForTests.read(
      "Report\n\nNewsline reported on Tuesday, citing two relatives of the hostages, that the gang had asked for money.\n"
    )
    #expect(analysis.report.cites.contains { analysis.entities[$0.publisher.index].name == "Newsline" })
  }
}
