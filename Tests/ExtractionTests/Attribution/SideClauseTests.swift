import Testing

@testable import Extraction

@Suite("Who speaks where clauses of time, asides, pleas and figures stand between")
struct SideClauseTests {
  typealias Case = SpokenCase

  private static let cases = [
    Case(
      words: "Shares tumbled after the chipmaker warned that sales would slow.", speaker: "chipmaker", stance: .warns,
      content: "sales would slow"),
    Case(
      words: "Shares fell 8% after the group warned that full-year profit would miss forecasts.", speaker: "group",
      stance: .warns, content: "full-year profit would miss forecasts"),
    Case(
      words: "The army said, without giving details, that two posts had been overrun.", speaker: "army",
      stance: .asserts, content: "two posts had been overrun"),
    Case(
      words: "The army said in a statement carried by the state news agency that two posts had been overrun.",
      speaker: "army", stance: .asserts, content: "two posts had been overrun"),
    Case(
      words: "A technical fault, said the notice, had caused the delay.", speaker: "the notice", stance: .asserts,
      content: "had caused the delay"),
    Case(
      words: "His office said reports that the president had fled were untrue.", speaker: "His office",
      stance: .denies, content: "reports that the president had fled were untrue"),
    Case(
      words: "Under questioning the clerk conceded that it was dark.", speaker: "clerk", stance: .confirms,
      content: "it was dark"),
    Case(
      words: "A diplomat who attended the meeting but declined to be named said that the text had been agreed.",
      speaker: "diplomat", stance: .asserts, content: "the text had been agreed"),
    Case(
      words: "Two of the victims' relatives rejected the finding.", speaker: "two of the victims' relatives",
      stance: .denies, content: "the finding"),
    Case(
      words: "Ivo Kral pleaded not guilty to three counts of fraud.", speaker: "Ivo Kral", stance: .denies,
      content: "three counts of fraud"),
    Case(
      words: "The former banker pleaded guilty to perjury.", speaker: "former banker", stance: .confirms,
      content: "perjury"),
    Case(
      words: "Police named the victim as Carla Reyes.", speaker: "police", stance: .asserts,
      content: "the victim as Carla Reyes"),
    Case(
      words: "A second newspaper carried a report that the minister had resigned.", speaker: "second newspaper",
      stance: .asserts, content: "the minister had resigned"),
    Case(
      words: "Survivors described hearing a loud crack.", speaker: "survivors", stance: .asserts,
      content: "hearing a loud crack"),
    Case(
      words: "Residents of Karsan spoke of hearing three blasts.", speaker: "residents of Karsan", stance: .asserts,
      content: "hearing three blasts"),
    Case(
      words: "Per the complaint, Ivo Kral wired the money to Panama.", speaker: "the complaint", stance: .asserts,
      content: "Ivo Kral wired the money to Panama"),
    Case(
      words: "The committee was not persuaded that the minister had acted in good faith.", speaker: "committee",
      stance: .doubts, content: "the minister had acted in good faith"),
    Case(
      words: "Marta Lindgren found the explanation hard to believe.", speaker: "Marta Lindgren", stance: .doubts,
      content: "the explanation"),
    Case(
      words: "The envoy called the report one-sided.", speaker: "envoy", stance: .asserts,
      content: "the report one-sided"),
    Case(
      words: "She was paid not six times, as Ivo Kral claimed, but nine.", speaker: "Ivo Kral", stance: .alleges,
      content: "six times"),
    Case(
      words: "The union put the figure at fewer than 900.", speaker: "union", stance: .asserts,
      content: "the figure at fewer than 900"),
    Case(
      words: "The ministry put losses at more than twice that.", speaker: "ministry", stance: .asserts,
      content: "losses at more than twice that"),
    Case(
      words: "The police put the crowd at 900, the union at nearly 4,000.", speaker: "union", stance: .asserts,
      content: "nearly 4,000"),
    Case(
      words: "The ministry gave a toll of 26.", speaker: "ministry", stance: .asserts, content: "a toll of 26"),
    Case(
      words: "The mayor gave the number of injured as 14.", speaker: "mayor", stance: .asserts,
      content: "the number of injured as 14"),
    Case(
      words: "Experts not involved in the study said the sample was small.", speaker: "experts", stance: .asserts,
      content: "the sample was small"),
    Case(
      words: "Doctors not authorised to speak said the ward was full.", speaker: "doctors", stance: .asserts,
      content: "the ward was full"),
    Case(
      words: "Witnesses said the boat sank at once, an account officials reject.", speaker: "officials",
      stance: .denies, content: "an account"),
    Case(
      words: "Witnesses said the boat sank at once, an account officials reject.", speaker: "witnesses",
      stance: .asserts, content: "the boat sank at once"),
    Case(
      words: "The firm collapsed before auditors said the money was gone.", speaker: "auditors", stance: .asserts,
      content: "the money was gone"),
    Case(
      words: "The group said in a message posted to its channel that it had taken the village.", speaker: "group",
      stance: .asserts, content: "it had taken the village"),
    Case(
      words: "The minister he criticised said the law was clear.", speaker: "minister", stance: .asserts,
      content: "the law was clear"),
    Case(
      words: "The mayor, asked by reporters whether he would resign, said that he would not.", speaker: "mayor",
      stance: .asserts, content: "he would not"),
    Case(
      words: "The accused denied the charge.", speaker: "accused", stance: .denies, content: "the charge"),
    Case(
      words: "\"It is a joke,\" grumbled driver Ivo Kral.", speaker: "Ivo Kral", stance: .asserts,
      content: "It is a joke"),
    Case(
      words: "The referee's report says the match was stopped twice.", speaker: "referee", stance: .asserts,
      content: "the match was stopped twice"),
  ]

  @Test("the speaker and what he says are found", arguments: cases)
  func speaks(_ given: Case) throws {
    let spoken = try ReadingForTests.spoken(given.words)
    #expect(
      spoken.contains {
        $0.speaker.lowercased().hasSuffix(given.speaker.lowercased()) && $0.stance == given.stance
          && $0.text.hasSuffix(given.content)
      })
  }

  @Test("men arrested after the attack say so themselves")
  func arrested() throws {
    let spoken = try ReadingForTests.spoken("A man arrested after the attack said he was innocent.")
    #expect(spoken.contains { $0.speaker.hasSuffix("man") && $0.text == "he was innocent" })
    #expect(!spoken.contains { $0.speaker.contains("attack") })
  }

  @Test("what happened before somebody spoke, and what he was asked, is not what he said")
  func notSaid() throws {
    let firm = try ReadingForTests.spoken("The firm collapsed before auditors said the money was gone.")
    #expect(!firm.contains { $0.text.contains("collapsed") })
    let mayor = try ReadingForTests.spoken("The mayor, asked by reporters whether he would resign, said he would not.")
    #expect(!mayor.contains { $0.text.contains("whether") })
    let early = try ReadingForTests.spoken("The firm collapsed, auditors said.")
    #expect(early.contains { $0.text.contains("collapsed") && $0.speaker.hasSuffix("auditors") })
  }

  @Test("nobody is made to say the opposite of what he said")
  func contrary() throws {
    for words in [
      "Contrary to what the minister said, no aid was delivered.",
      "Contrary to the minister's claim that aid had arrived, villagers said they had received nothing.",
    ] {
      let spoken = try ReadingForTests.spoken(words)
      #expect(!spoken.contains { $0.speaker.contains("minister") && $0.text.contains("no") })
    }
  }

  @Test("nobody is named to an office by saying so, and no measure speaks")
  func nothing() throws {
    for words in [
      "The board named the banker as chairman.", "The board named Ivo Kral as chairman.",
      "Output fell by three tonnes per hectare.", "The lorry carried steel to the port.",
      "The diplomat declined to be named.", "The picture shows the old bridge.",
    ] {
      #expect(try ReadingForTests.spoken(words).isEmpty, "\(words)")
    }
  }

  @Test("a pronoun that speaks is not whoever it speaks of")
  func bound() throws {
    let stranger = try ReadingForTests.spoken("She denied having met the banker, whom she described as \"a stranger\".")
    #expect(!stranger.contains { $0.speaker.contains("banker") })
    let approved = try ReadingForTests.spoken("The minister, he said, had approved the payment.")
    #expect(approved.contains { $0.text.contains("approved") && !$0.speaker.contains("minister") })
    let earlier = try ReadingForTests.spoken(
      "Ivo Kral said he was a clerk. The minister, he said, had approved the payment.")
    #expect(earlier.contains { $0.text.contains("approved") && $0.speaker == "Ivo Kral" })
  }

  @Test("the accused man is no accused, and what is not involved may be all that is told")
  func notSo() throws {
    #expect(try ReadingForTests.spoken("The accused man denied the charge.").contains { $0.speaker.hasSuffix("man") })
    #expect(try ReadingForTests.spoken("The experts were not involved in the study.").isEmpty)
  }

  @Test("`went on` before what is said is no claim of the report's own")
  func wentOn() throws {
    let analysis = try ReadingForTests.read("Report\n\nMarta Lindgren went on to say that the dam would hold.\n")
    #expect(analysis.claims.count == 1)
    let march = try ReadingForTests.read("Report\n\nThe march went on to the square in the rain.\n")
    #expect(march.claims.count == 1)
  }
}
