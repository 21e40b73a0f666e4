import Testing

@testable import Extraction

/// Sentences whose main verb, or whose second half, the parser gives to somebody else.
@Suite("Who says what, where the verb of saying looks like something else")
struct MainVerbTests {
  typealias Case = SpokenCase

  static let all = mainVerbs + secondHalves + speakers + verdicts + asides + admissions + offices + fallenApart

  private static let mainVerbs = [
    Case(
      words: "Another guard of the depot rejected the driver's account.", speaker: "Another guard of the depot",
      stance: .denies, content: "the driver's account"),
    Case(
      words: "Corporal Ivo Kral, called by the defence, denied having opened the gate.", speaker: "Ivo Kral",
      stance: .denies, content: "having opened the gate"),
    Case(
      words: "One of the sailors recalled being told to leave the hatch open.", speaker: "sailors", stance: .asserts,
      content: "being told to leave the hatch open"),
    Case(
      words:
        "• The League's commander, \"General\" Jan Brodik, boasted in a letter: \"We have more ships than the navy has.\"",
      speaker: "Jan Brodik", stance: .asserts, content: "We have more ships"),
    Case(
      words: "Mr Kral, who did not attend on medical grounds, denies having given such an order.", speaker: "Kral",
      stance: .denies, content: "having given such an order"),
    Case(
      words: "The silo was empty at the time, the committee notes.", speaker: "committee", stance: .asserts,
      content: "The silo was empty"),
    Case(
      words:
        "The man with the key to the vault in Port Amari, a former teacher called Jan Brodik, swears that it never left him.",
      speaker: "Jan Brodik", stance: .asserts, content: "it never left him"),
    Case(
      words: "Two days after Ann Sorel was wounded by a prison guard, Warden Jan Brodik now says Sorel did not run.",
      speaker: "Jan Brodik", stance: .asserts, content: "Sorel did not run"),
  ]

  private static let secondHalves = [
    Case(
      words: "The bank says the letters are genuine but were drawn up by a clerk who used the wrong form.",
      speaker: "bank", stance: .asserts, content: "were drawn up by a clerk"),
    Case(
      words: "The ministry spokesman said soldiers sent to the village had found no trace of the men.",
      speaker: "ministry spokesman", stance: .asserts, content: "soldiers sent to the village had found no trace"),
    Case(
      words: "Kral did say the bureau has the video and that, contrary to rumours online, none of it is missing.",
      speaker: "Kral", stance: .asserts, content: "none of it is missing"),
    Case(
      words: "The owner contends that the seals of the boxes had been broken and that at least 200 ballots were void.",
      speaker: "owner", stance: .asserts, content: "at least 200 ballots were void"),
    Case(
      words:
        "\"This was eaten,\" says Jan Brodik, a welder who worked on the line for nine years and who says he cut it out.",
      speaker: "Jan Brodik", stance: .asserts, content: "he cut it out"),
    Case(
      words: "The mining company rejected this: not one tonne had been sold, it assured.", speaker: "mining company",
      stance: .asserts, content: "not one tonne had been sold"),
  ]

  private static let speakers = [
    Case(
      words: "The clerk at the petrol station, who gave only his first name, Amit, said he saw the van turn.",
      speaker: "Amit", stance: .asserts, content: "he saw the van turn"),
    Case(
      words: "One of these, a 44-year-old scaffolder, says that there was no alarm.",
      speaker: "44-year-old scaffolder", stance: .asserts, content: "there was no alarm"),
    Case(
      words: "Ann Sorel's agent in the province, the lawyer Ruth Kamea, says the seals had been broken.",
      speaker: "Ruth Kamea", stance: .asserts, content: "the seals had been broken"),
    Case(
      words: "Through his lawyer the mayor let it be known that he had been misled.", speaker: "mayor",
      stance: .asserts, content: "he had been misled"),
    Case(
      words: "The engineer gave evidence that the valve had been replaced.", speaker: "engineer", stance: .asserts,
      content: "the valve had been replaced"),
  ]

  private static let admissions = [
    Case(
      words: "Ann Sorel admitted to nine meetings.", speaker: "Ann Sorel", stance: .confirms, content: "nine meetings"),
    Case(
      words: "Ann Sorel admitted to having opened the gate twice.", speaker: "Ann Sorel", stance: .confirms,
      content: "having opened the gate"),
    Case(
      words: "Police charged the owner over it; he has admitted printing 40 posters.", speaker: "owner",
      stance: .confirms, content: "printing 40 posters"),
    Case(
      words: "Kral had an answer to that: the guards slept in another hut.", speaker: "Kral", stance: .asserts,
      content: "the guards slept in another hut"),
    Case(
      words: "She was told to leave the crates in the yard, the clerk said, because \"nobody counts the yard\".",
      speaker: "clerk", stance: .asserts, content: "told to leave the crates"),
    Case(
      words: "Harbour records show 57 landings.", speaker: "Harbour records", stance: .asserts, content: "57 landings"),
  ]

  @Test("what is admitted, answered or shown needs no clause", arguments: admissions)
  func admission(_ example: Case) throws { try expect(example) }

  private static let offices = [
    Case(
      words:
        "Its chief executive, Marta Lindgren, said the count of two or three given to the panel last autumn was a guess.",
      speaker: "Marta Lindgren", stance: .asserts, content: "was a guess"),
    Case(
      words: "Merryweather accepts that her union's 7,000 had been a guess.", speaker: "Merryweather",
      stance: .confirms,
      content: "had been a guess"),
    Case(
      words:
        "Brodik Mills has confirmed to the transport agencies inspectorate that 12 of its drivers were on the road.",
      speaker: "Brodik Mills", stance: .confirms, content: "12 of its drivers"),
    Case(
      words: "The company where he was employed, Brodik Mills, said it had no plans to close.", speaker: "Brodik Mills",
      stance: .asserts, content: "it had no plans"),
    Case(
      words: "The inquest was told that Witness 9 said he had left.", speaker: "Witness 9", stance: .asserts,
      content: "he had left"),
    Case(
      words: "Dr Jan Brodik, an oncologist, who said that the ward was full, left the room.", speaker: "Jan Brodik",
      stance: .asserts, content: "the ward was full"),
  ]

  private static let fallenApart = [
    Case(
      words:
        "Chief Executive Officer Marta Lindgren told traders on a hastily arranged call that losses since Friday came to about 70 million euros.",
      speaker: "Marta Lindgren", stance: .asserts, content: "losses since Friday came to about 70 million euros"),
    Case(
      words: "The Evening Heron's editor, Ann Sorel, told Coral News the paper stood by its story.",
      speaker: "Ann Sorel", stance: .asserts, content: "the paper stood by its story"),
    Case(
      words:
        "At 06:15 this morning, the Ministry of Defense reports, units of the army opened fire with mortars on the pass.",
      speaker: "Ministry of Defense", stance: .asserts, content: "units of the army opened fire"),
    Case(
      words: "The health ministry says three men have since succumbed to their burns.", speaker: "health ministry",
      stance: .asserts, content: "have since succumbed to their burns"),
    Case(
      words:
        "Brodik Mills said on Monday it had shut its kiln after a leak near the town of Port Amari spilled 200 litres of acid.",
      speaker: "Brodik Mills", stance: .asserts, content: "after a leak near the town of Port Amari spilled 200 litres"),
    Case(
      words:
        "Brodik Mills conceded on Friday that a March spill from a tank it part-owns released some 1,400 litres of acid.",
      speaker: "Brodik Mills", stance: .confirms, content: "a March spill from a tank it part-owns released some 1,400"),
    Case(
      words: "The bridge, as reported by the Coral News agency, was closed at noon.", speaker: "Coral News",
      stance: .asserts, content: "was closed at noon"),
  ]

  @Test("what is said stays whole where the parser makes two of it", arguments: fallenApart)
  func whole(_ example: Case) throws { try expect(example) }

  @Test("offices, numbers and clauses beside a name lead to it", arguments: offices)
  func office(_ example: Case) throws { try expect(example) }

  @Test("`Mrs Kral` is not Ruud Kral")
  func partner() throws {
    let found = try ReadingForTests.spoken(
      "Ruud Kral was jailed on Monday. Mrs Kral told the court that her husband was asleep. Kral said that he was ill.")
    #expect(found.contains { $0.speaker == "Mrs Kral" && $0.text.contains("her husband was asleep") })
    #expect(found.contains { $0.speaker == "Ruud Kral" && $0.text.contains("he was ill") })
    let alone = try ReadingForTests.spoken("Kadri Kask spoke on Monday. Ms Kask said that the line was cut.")
    #expect(alone.contains { $0.speaker == "Kadri Kask" && $0.text.contains("the line was cut") })
  }

  private static let verdicts = [
    Case(
      words: "Ann Sorel called the firm's claim of at least 20 dead sailors \"a fantasy for the evening news\".",
      speaker: "Ann Sorel", stance: .denies, content: "a fantasy"),
    Case(
      words: "The club described the decision to move the match as \"a disgrace\".", speaker: "club", stance: .asserts,
      content: "the decision to move the match"),
    Case(
      words: "Peru's claim that the raid was staged he dismissed as \"a mockery of the dead\".",
      speaker: "he", stance: .denies, content: "the raid was staged"),
    Case(
      words: "The statements spread by the Coral Union, according to which guards crossed the river, do not correspond "
        + "to reality, Ivo Kral stressed.",
      speaker: "Ivo Kral", stance: .denies, content: "do not correspond to reality"),
    Case(
      words: "The statements spread by the Coral Union, according to which guards crossed the river, do not correspond "
        + "to reality, Ivo Kral stressed.",
      speaker: "Coral Union", stance: .asserts, content: "guards crossed the river"),
    Case(
      words: "The claims by the Coral Union that the plant was attacked are false, the operator said.",
      speaker: "operator", stance: .denies, content: "are false"),
    Case(
      words: "The Interior Ministry rejects the fabrications of the opposition about the vote.",
      speaker: "Interior Ministry", stance: .denies, content: "the fabrications of the opposition"),
    Case(
      words: "Peru denied a report on Coral television that drones made there had been used in the raid.",
      speaker: "Peru", stance: .denies, content: "a report on Coral television"),
  ]

  private static let asides = [
    Case(
      words: "Not at all, said Ann Sorel: the man was asleep.", speaker: "Ann Sorel", stance: .asserts,
      content: "the man was asleep"),
    Case(
      words: "The mill warned the town \"within an hour of the fire,\" Ann Sorel said.", speaker: "Ann Sorel",
      stance: .asserts, content: "The mill warned the town"),
    Case(
      words: "Ann Sorel would not say when the mill will open.", speaker: "Ann Sorel", stance: .declinesToComment,
      content: "when the mill will open"),
    Case(
      words: "Me Sorel says that her clients had six years to serve.", speaker: "Sorel", stance: .asserts,
      content: "her clients had six years"),
    Case(
      words: "His foreman, on the other hand, remembers hearing a siren at noon.", speaker: "foreman",
      stance: .asserts, content: "hearing a siren"),
  ]

  @Test("what something is called is said of the whole object", arguments: verdicts)
  func verdict(_ example: Case) throws { try expect(example) }

  @Test("what asides and marks part belongs together", arguments: asides)
  func aside(_ example: Case) throws { try expect(example) }

  @Test("what somebody is accused of knowing, he does not say, nor does one witness say what the other does")
  func notSaid() throws {
    let charged = try ReadingForTests.spoken(
      "The union accused Brodik Mills of having known that the tank was rusting.")
    #expect(charged.contains { $0.speaker.contains("union") } && !charged.contains { $0.speaker.contains("Brodik") })
    let others = try ReadingForTests.spoken("One sailor says that the bus was full; the other described an empty road.")
    #expect(others.contains { $0.text.contains("the bus was full") } && !others.contains { $0.text.contains("road") })
  }

  @Test("the verb belongs to who stands at the head of all", arguments: mainVerbs)
  func mainVerb(_ example: Case) throws { try expect(example) }

  @Test("what goes on behind the first thing said is said as well", arguments: secondHalves)
  func secondHalf(_ example: Case) throws { try expect(example) }

  @Test("who it is, is told further on", arguments: speakers)
  func speaker(_ example: Case) throws { try expect(example) }

  private func expect(_ example: Case) throws {
    let found = try ReadingForTests.spoken(example.words)
    let isFound = found.contains {
      $0.speaker.contains(example.speaker) && $0.stance == example.stance && $0.text.contains(example.content)
    }
    #expect(isFound, "\(found)")
  }
}
