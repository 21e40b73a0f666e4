import Testing

@testable import Extraction

@Suite("Whom a claim of the same report is set against")
struct AnsweredSpeakerTests {
  private func denied(_ contents: String) throws -> String? {
    let contents = "Report\n\n\(contents)\n"
    let analysis = try ReadingForTests.read(contents)
    let bytes = Array(contents.utf8)
    guard let target = analysis.claims.last(where: { $0.denies != nil })?.denies else { return nil }
    let range = analysis.claims[target.index].range
    return String(decoding: bytes[range.start..<range.end], as: UTF8.self)
  }

  @Test(
    "what somebody calls a lie, a shameful charge, or nothing of the kind, is what was said before",
    arguments: [
      ("A customs official said he had seen crates on the ship. Mr Haan said the official was lying.", "crates"),
      ("Ann Berg said the mayor had met the builders. The mayor said Ms Berg was a liar.", "builders"),
      (
        "Russell Kerr accused the minister of misleading Parliament, a charge that Mr Carrick said was \"beneath him\".",
        "misleading"
      ),
      ("\"A policeman aimed and fired,\" said Leo Marin. Police denied the accusation.", "aimed"),
      (
        "One aide said Ms Lund had offered to step down; the premier's office says no such offer was made.", "step down"
      ),
      (
        "A clerk says she was told to burn ballots. The governor, Jan Hels, says nothing of the kind took place.",
        "burn"
      ),
      (
        "The union said its pickets had been peaceful. Police disagree: a spokesman said pickets had thrown stones.",
        "peaceful"
      ),
      ("Organisers put the number of marchers at 80,000. Police estimated it at 15,000.", "80,000"),
      (
        "A prosecutor said there had been 22,000 people on the square. Organisers stuck to their figure of 80,000.",
        "22,000"
      ),
      ("A stand collapsed on Sunday, injuring 120 fans, the fire service said. Hospitals put the number at 87.", "120"),
      (
        "The service said 71 people had died. A volunteer group, Oru Search, disputed the figure, saying it had a list of 118 names.",
        "71"
      ),
    ])
  func answered(_ contents: String, _ words: String) throws {
    #expect(try denied(contents)?.contains(words) == true)
  }

  @Test(
    "what only lies somewhere, or is told of somebody by the denier himself, is answered by nobody",
    arguments: [
      "Ann Berg said a man had been hurt. Police said the man was lying in the road.",
      "Alan Pike says he was offered money by a man who said he came from Northgate. He denied having taken a penny.",
    ])
  func unanswered(_ contents: String) throws { #expect(try denied(contents) == nil) }

  @Test("who is named in what a pronoun's verb says, or holds another office, does not speak")
  func speakers() throws {
    func speaker(_ contents: String) throws -> String? {
      let analysis = try ReadingForTests.read("Report\n\n\(contents)\n")
      return analysis.claims.last { $0.cue != nil }.map { analysis.entities[$0.speaker.index].name }
    }
    #expect(
      try speaker("Hans Rud was at the camp, Signe Lindqvist said. He denied having given Lindqvist any drip.")
        == "Hans Rud")
    #expect(
      try speaker(
        "Energy Minister Klara Benda dismissed the reports. The interior minister admitted that batons had been used.")
        != "Klara Benda")
  }
}
