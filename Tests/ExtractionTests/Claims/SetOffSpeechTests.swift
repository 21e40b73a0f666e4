import SourceText
import Testing

@testable import Extraction

@Suite("Asides, answers set off by marks, and clauses that hang on the wrong word")
struct SetOffSpeechTests {
  @Test(
    "each says and denies what is his",
    arguments: [
      SpokenCase(
        words:
          "Lena Holt insisted that the ledger was forged. The head of the guild, Piet Varga, rejected that as \"the last lie of a cornered clerk\".",
        speaker: "Piet Varga", stance: .denies, content: "that as \"the last lie of a cornered clerk"),
      SpokenCase(
        words:
          "The council said the levee had held. The mayor's lawyer, Ada Roth, disputed this: the wall, she said, had cracked at noon.",
        speaker: "Ada Roth", stance: .denies, content: "this"),
      SpokenCase(
        words:
          "The council said the levee had held. The mayor's lawyer, Ada Roth, disputed this: the wall, she said, had cracked at noon.",
        speaker: "Ada Roth", stance: .asserts, content: "the wall, she said, had cracked at noon"),
      SpokenCase(
        words:
          "Asked whether he had ever met the broker, banker Jonas Weil replied: \"Never. I do not gamble.\"",
        speaker: "Jonas Weil", stance: .asserts, content: "I do not gamble"),
      SpokenCase(
        words:
          "Holt's spokeswoman rejects rumours that the chancellor knew of the ledger in May.",
        speaker: "Holt's spokeswoman", stance: .denies, content: "rumours that the chancellor knew of the ledger in May"
      ),
      SpokenCase(
        words:
          "The clinic says 40 sailors fell ill, a number that the harbour office disputes: it insists that the water had been clean for months.",
        speaker: "harbour office", stance: .denies, content: "a number"),
      SpokenCase(
        words:
          "The clinic says 40 sailors fell ill, a number that the harbour office disputes: it insists that the water had been clean for months.",
        speaker: "harbour office", stance: .asserts, content: "that the water had been clean for months"),
      SpokenCase(
        words:
          "\"The army burned our mill,\" reads one inscription near the quarry.",
        speaker: "one inscription near the quarry", stance: .asserts, content: "The army burned our mill"),
      SpokenCase(
        words:
          "Varga claimed that a short circuit had started the fire — an explanation rejected as absurd by the union, which says the power was off.",
        speaker: "union", stance: .denies, content: "an explanation"),
      SpokenCase(
        words:
          "Varga claimed that a short circuit had started the fire — an explanation rejected as absurd by the union, which says the power was off.",
        speaker: "Varga", stance: .alleges, content: "that a short circuit had started the fire"),
      SpokenCase(
        words:
          "\"We hold the bridge,\" said the commander, Idris Kone, contacted by radio.",
        speaker: "Idris Kone", stance: .asserts, content: "We hold the bridge"),
      SpokenCase(
        words:
          "A second envoy, from a state that arms the junta, called the ministry's version \"not plausible\".",
        speaker: "second envoy", stance: .denies, content: "the ministry's version \"not plausible"),
      SpokenCase(
        words:
          "The minister, Ada Roth, said reports that the grain had been stolen were \"fabricated to shame the army\".",
        speaker: "Ada Roth", stance: .denies,
        content: "reports that the grain had been stolen were \"fabricated to shame the army"),
      SpokenCase(
        words:
          "Neither the captain, who left in May, nor the owners would comment on the report.",
        speaker: "owners", stance: .declinesToComment,
        content: "Neither the captain, who left in May, nor the owners would comment on the report"),
      SpokenCase(
        words:
          "The miners' union denies there was any drinking. It blames neglect.",
        speaker: "miners' union", stance: .alleges, content: "It blames neglect"),
      SpokenCase(
        words:
          "Through his lawyer Goran Weil is held. Through his lawyer he has said that he slept all night.",
        speaker: "Goran Weil", stance: .asserts, content: "that he slept all night"),
      SpokenCase(
        words:
          "He was accused by the opposition Amber League of having hidden the accounts.",
        speaker: "Amber League", stance: .alleges,
        content: "He was accused by the opposition Amber League of having hidden the accounts"),
      SpokenCase(
        words:
          "The Amber League, which runs the port, is accused by the ministry of hiding smugglers.",
        speaker: "ministry", stance: .alleges,
        content: "The Amber League, which runs the port, is accused by the ministry of hiding smugglers"),
      SpokenCase(
        words:
          "The guild acknowledged having cut wages but denied firing the weavers.",
        speaker: "guild", stance: .denies, content: "firing the weavers"),
      SpokenCase(
        words:
          "An audit found at the time that the bank had lost two ledgers.",
        speaker: "An audit", stance: .asserts, content: "that the bank had lost two ledgers"),
      SpokenCase(
        words:
          "The permit has also been withdrawn, Holt's agent confirmed on Monday.",
        speaker: "Holt's agent", stance: .confirms, content: "The permit has also been withdrawn"),
      SpokenCase(
        words:
          "Mr Karl Weil, called as a witness, denied any part in the sale.",
        speaker: "Karl Weil", stance: .denies, content: "any part in the sale"),
      SpokenCase(
        words:
          "Roth, 41, denies theft and fraud.",
        speaker: "Roth", stance: .denies, content: "theft and fraud"),
      SpokenCase(
        words:
          "The rail board now accepts that 14 coaches burned, not nine.",
        speaker: "rail board", stance: .confirms, content: "that 14 coaches burned, not nine"),
      SpokenCase(
        words:
          "The claim that three nuns had been robbed before the fair was dismissed by the town's governor, Ilse Brandt.",
        speaker: "Ilse Brandt", stance: .denies, content: "The claim that three nuns had been robbed before the fair"),
      SpokenCase(
        words:
          "Senator Ada Roth accused the mayor of cheating voters, a charge that Mr Weil said was \"beneath him\".",
        speaker: "Ada Roth", stance: .alleges, content: "the mayor of cheating voters"),
      SpokenCase(
        words:
          "Asked by the judge, Vera Lang, whether Weil had held a knife, the guard replied: \"He had a spade.\"",
        speaker: "guard", stance: .asserts, content: "He had a spade"),
      SpokenCase(
        words:
          "Questioned by Weil's counsel, Jan Prior, Mr Roth agreed that he had sold the boat.",
        speaker: "Roth", stance: .confirms, content: "that he had sold the boat"),
      SpokenCase(
        words:
          "Former clerk Ada Roth testified that she had kept the ledger and that the banker had told her: \"Nobody may see this.\"",
        speaker: "banker", stance: .asserts, content: "Nobody may see this"),
      SpokenCase(
        words:
          "The harbour office, for its part, put the number stranded at \"no more than 30\".",
        speaker: "harbour office", stance: .asserts, content: "the number stranded at \"no more than 30"),
      SpokenCase(
        words:
          "The envoy of the league, Ada Roth, called the raid \"shameful\"; it had, she said, cost nine lives.",
        speaker: "Ada Roth", stance: .asserts, content: "it had, she said, cost nine lives"),
      SpokenCase(
        words:
          "Asked about the map, a guild spokesman, Jan Krol, said the roads had been drawn in good faith.",
        speaker: "Jan Krol", stance: .asserts, content: "the roads had been drawn in good faith"),
      SpokenCase(
        words:
          "The navy first said that it had hit a barge and later that it had fired at nothing.",
        speaker: "navy", stance: .asserts, content: "that it had hit a barge"),
      SpokenCase(
        words:
          "The Amber League on Monday denied that its men had burned the mill.",
        speaker: "Amber League", stance: .denies, content: "that its men had burned the mill"),
      SpokenCase(
        words:
          "The tribunal held that the charge had not been proven.",
        speaker: "tribunal", stance: .asserts, content: "that the charge had not been proven"),
      SpokenCase(
        words:
          "The mayor again denied that the town had been lost, though pictures showed rebels at the gate.",
        speaker: "mayor", stance: .denies, content: "that the town had been lost"),
      SpokenCase(
        words:
          "The spokesman claimed that 63 guards had been killed and 14 taken prisoner.",
        speaker: "spokesman", stance: .alleges, content: "14 taken prisoner"),
      SpokenCase(
        words:
          "The tower, Ada Roth said, had been built and painted together by convicts.",
        speaker: "Ada Roth", stance: .asserts,
        content: "The tower, Ada Roth said, had been built and painted together by convicts"),
      SpokenCase(
        words:
          "The captain said 51 of them had reached the shore.",
        speaker: "captain", stance: .asserts, content: "51 of them had reached the shore"),
      SpokenCase(
        words:
          "The envoy pointed out that Norvia wants peace and does not see any reason for war.",
        speaker: "envoy", stance: .asserts, content: "does not see any reason for war"),
      SpokenCase(
        words:
          "The navy rejects this version. Its chief rejects the view that the barge sank.",
        speaker: "navy", stance: .denies, content: "this version"),
      SpokenCase(
        words:
          "Sudal said that three of its divers were unaccounted for and that the pier had been closed by noon.",
        speaker: "Sudal", stance: .asserts, content: "that three of its divers were unaccounted for"),
      SpokenCase(
        words:
          "Sudal said that three of its divers were unaccounted for and that the pier had been closed by noon.",
        speaker: "Sudal", stance: .asserts, content: "that the pier had been closed by noon"),
      SpokenCase(
        words:
          "The dockers' union disagreed: seven men had not come back, it said, and the pier was still burning.",
        speaker: "dockers' union", stance: .asserts, content: "the pier was still burning"),
      SpokenCase(
        words:
          "Deputies jeered at him; one of them, Vera Lind, cried that the cabinet had sold the ferry.",
        speaker: "Vera Lind", stance: .asserts, content: "that the cabinet had sold the ferry"),
      SpokenCase(
        words:
          "But a former clerk, Ada Roth, contradicted him on Monday: \"I gave him the key myself,\" she said.",
        speaker: "Ada Roth", stance: .asserts, content: "I gave him the key myself"),
      SpokenCase(
        words:
          "Clinic sources spoke of 14 injured, two of them in a bad way.",
        speaker: "Clinic sources", stance: .asserts, content: "of 14 injured"),
      SpokenCase(
        words:
          "The ADT for its part insists that nine barges are missing.",
        speaker: "ADT", stance: .asserts, content: "that nine barges are missing"),
      SpokenCase(
        words:
          "Ferry captain Piet Varga, whose boat ran aground on Sunday, insisted he had seen no lights.",
        speaker: "Piet Varga", stance: .asserts, content: "he had seen no lights"),
      SpokenCase(
        words:
          "The claim was described as \"absurd\" by the guild.",
        speaker: "guild", stance: .denies, content: "The claim was described as \"absurd"),
      SpokenCase(
        words:
          "The league said Weil had not appealed, contrary to what he told a radio host in May.",
        speaker: "league", stance: .asserts, content: "Weil had not appealed"),
      SpokenCase(
        words:
          "Karl Weil told the tribunal before the ruling that he had been framed.",
        speaker: "Karl Weil", stance: .asserts, content: "that he had been framed"),
      SpokenCase(
        words:
          "\"The seal was broken,\" Weil said, a claim that a locksmith called by the court had dismissed as absurd.",
        speaker: "locksmith", stance: .denies, content: "a claim"),
      SpokenCase(
        words:
          "Roth said that the clerk had been bribed by the bank — something the bank's spokesman, Jan Krol, firmly denied.",
        speaker: "Jan Krol", stance: .denies, content: "something the bank's spokesman, Jan Krol, firmly denied"),
      SpokenCase(
        words:
          "The Harbour Directorate states that the boy fell and that no net was used.",
        speaker: "Harbour Directorate", stance: .asserts, content: "that no net was used"),
      SpokenCase(
        words:
          "Two sailors, both brothers, told our inspectors that they had heard a horn.",
        speaker: "two sailors", stance: .asserts, content: "that they had heard a horn"),
      SpokenCase(
        words:
          "The FT identified the buyer as Grey Gate Shipping, whose owner, Ilan Weil, denied fraud in an interview.",
        speaker: "Ilan Weil", stance: .denies, content: "fraud"),
      SpokenCase(
        words:
          "Moon Yard Optics said it had never sold lenses. It cut ties with the firm.",
        speaker: "Moon Yard Optics", stance: .denies, content: "it had never sold lenses"),
      SpokenCase(
        words: "The bridge, whose cost doubled, will open in May, the mayor said.", speaker: "mayor", stance: .asserts,
        content: "The bridge, whose cost doubled, will open in May"),
      SpokenCase(
        words: "The company said it is profitable and has denied the charge.", speaker: "company", stance: .denies,
        content: "the charge"),
      SpokenCase(
        words: "Acting director Omar Tal said the plant would close. The director said 40 jobs would go.",
        speaker: "Omar Tal", stance: .asserts, content: "40 jobs would go"),
      SpokenCase(
        words:
          "The council has sold the harbour to a foreign firm — something the governor's spokeswoman, , flatly denied.",
        speaker: "governor's spokeswoman", stance: .denies,
        content: "something the governor's spokeswoman, , flatly denied"),
    ])
  func says(_ example: SpokenCase) throws {
    let claims = try ReadingForTests.spoken(example.words)
    #expect(
      claims.contains { $0.speaker == example.speaker && $0.stance == example.stance && $0.text == example.content },
      "\(claims)")
  }

  @Test(
    "nobody is made to say what he does not",
    arguments: [
      // Who is yet to testify has said nothing.
      SpokenCase(
        words: "The inquest resumes in May, when a locksmith is due to testify that the gate had been forced.",
        speaker: "locksmith", stance: .asserts, content: "that the gate had been forced"),
      // The aside belongs to the last clause.
      SpokenCase(
        words: "Karl Weil, 51, said that he had been beaten by four men, one of whom, he testified, was Jan Roth.",
        speaker: "he", stance: .asserts,
        content: "Karl Weil, 51, said that he had been beaten by four men, one of whom, he testified, was Jan Roth"),
      // Neither of two alternatives is said by itself.
      SpokenCase(
        words: "\"Either he leaves or we leave,\" said Ada Roth.", speaker: "Ada Roth", stance: .asserts,
        content: "we leave"),
      // Who is dismissed in another's words is not the one who speaks.
      SpokenCase(
        words: "Ada Roth, whose book in May was rejected by the minister as \"fiction\", said the mill had closed.",
        speaker: "Ada Roth", stance: .denies, content: "whose book"),
      // What is asked for is not said to be so.
      SpokenCase(
        words: "Two clerks asked that their names be kept secret. They said the ledger was gone.",
        speaker: "two clerks",
        stance: .asserts, content: "that their names be kept secret"),
      SpokenCase(
        words:
          "Police identified the seller as Harbour Gate Trading, whose owner, Askar Weil, denied wrongdoing in a telephone interview with the paper.",
        speaker: "Askar Weil", stance: .denies,
        content: "Police identified the seller as Harbour Gate Trading, whose owner"),
      // The search is nobody's words.
      SpokenCase(
        words: "Prosecutors searched the offices of Norda, whose chairman, Piet Varga, denied wrongdoing.",
        speaker: "Piet Varga", stance: .denies, content: "Prosecutors searched the offices of Norda"),
      // Whose president it is charges nobody.
      SpokenCase(
        words: "The general was accused by the president of the republic.", speaker: "president", stance: .alleges,
        content: "The general was accused by the president of the republic"),
      // The wife is spoken of.
      SpokenCase(
        words: "The mayor denied the charge; his wife, prosecutors said, had taken the money.", speaker: "wife",
        stance: .asserts, content: "his wife, prosecutors said, had taken the money"),
      SpokenCase(
        words: "The attack was the worst in years, police said, and the minister called for calm.", speaker: "police",
        stance: .asserts, content: "the minister called for calm"),
      SpokenCase(
        words: "Police said the suspect is in custody and are appealing for witnesses.", speaker: "police",
        stance: .asserts, content: "are appealing for witnesses"),
      SpokenCase(
        words: "PCR tests showed that the water was unsafe.", speaker: "PCR", stance: .asserts,
        content: "that the water was unsafe"),
      SpokenCase(
        words: "The claim that two had been beaten before they were dismissed by the firm shocked the town.",
        speaker: "firm", stance: .denies, content: "The claim that two had been beaten before they"),
    ])
  func saysNot(_ example: SpokenCase) throws {
    let claims = try ReadingForTests.spoken(example.words)
    #expect(
      !claims.contains { $0.speaker == example.speaker && $0.stance == example.stance && $0.text == example.content },
      "\(claims)")
  }
}
