import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("Denials that no cue gives away, and what they answer")
struct ContentDenialTests {
  private static let reader: Result<Reader, any Error> = Result {
    Reader(lexicon: try Lexicon(), analyzer: Analyzer(model: try LanguageModel.embedded()))
  }

  private func read(_ contents: String) throws -> ReportAnalysis {
    let metadata = Text.Metadata(published: "2024-05-06", publisher: "The Harbour Gazette")
    return try Self.reader.get().read(Text(origin: "report.txt", contents: contents, metadata: metadata))
  }

  private func claim(of speaker: String, _ analysis: ReportAnalysis) -> ClaimRecord? {
    analysis.claims.last { analysis.entities[$0.speaker.index].name == speaker }
  }

  @Test("a negated deed of the speaker's own side is a denial, and answers who put it to that side")
  func ownDeed() throws {
    let analysis = try read(
      """
      Prosecutor Ilse Dahl told the Harbour Post that Orvik Mining had bribed two inspectors. Orvik Mining's owner, \
      Henk Vos, spoke to the paper as well. "We have never bribed anyone," Vos said.
      """)
    let denial = try #require(claim(of: "Henk Vos", analysis))
    #expect(denial.stance == .denies)
    let denied = try #require(denial.denies)
    #expect(analysis.entities[analysis.claims[denied.index].speaker.index].name == "Ilse Dahl")
  }

  @Test("to have nothing to do with it is a denial of a part")
  func nothingToDo() throws {
    let analysis = try read(
      """
      Police said that rebels had set the depot on fire. The rebels' spokesman, Karo Lind, said the group had nothing \
      to do with the fire.
      """)
    let denial = try #require(claim(of: "Karo Lind", analysis))
    #expect(denial.stance == .denies)
    #expect(denial.denies != nil)
  }

  @Test(
    "what is negated without being the speaker's deed only asserts",
    arguments: [
      "No one was hurt, Henk Vos said.", "Henk Vos said he did not know the men.",
      "Henk Vos said the bridge had not been closed.", "Henk Vos said he would not resign.",
    ])
  func plainNegation(_ contents: String) throws {
    let analysis = try read(contents)
    #expect(!analysis.claims.contains { $0.stance == .denies })
  }

  @Test("words that are called untrue are rebutted")
  func rebuttal() throws {
    let analysis = try read(
      """
      Police said that rebels had set the depot on fire. "The accusation is false," said Karo Lind, a spokesman for \
      the rebels.
      """)
    let denial = try #require(claim(of: "Karo Lind", analysis))
    #expect(denial.stance == .denies)
    #expect(denial.denies != nil)
  }

  @Test("whoever speaks is nobody named in what he says")
  func principleC() throws {
    let analysis = try read(
      "The mine was flooded, Tordis Aaslund said on Monday. The miners obeyed Anton Belsky, she said.")
    let speakers = analysis.claims.map { analysis.entities[$0.speaker.index].name }
    #expect(speakers == ["Tordis Aaslund", "Tordis Aaslund"])
  }

  @Test("a thing that a broken tree lets speak makes no claim of its own")
  func thingsDoNotSpeak() throws {
    let analysis = try read("The attack, Karo Lind said, could have been an operation staged to blame the rebels.")
    let speakers = Set(analysis.claims.map { analysis.entities[$0.speaker.index].name })
    #expect(speakers.isSubset(of: ["Karo Lind", "The Harbour Gazette"]))
  }

  @Test("each of many denials answers what was said just before it")
  func manyDenials() throws {
    let analysis = try read(
      String(repeating: "Police said rebels had killed two men. The army denied the report. ", count: 40))
    let denials = analysis.claims.filter { $0.stance == .denies }
    #expect(denials.count == 40)
    for denial in denials {
      let denied = try #require(denial.denies)
      #expect(denial.sentence - analysis.claims[denied.index].sentence == 1)
    }
  }

  @Test("an accusation by somebody who is named is denied however many others stand between")
  func issuedAccusation() throws {
    let analysis = try read(
      "Norvia said Orvik had burned the depot. " + String(repeating: "Police said rebels met Karo Lind. ", count: 20)
        + "Orvik denied the accusation by Norvia.")
    let denial = try #require(analysis.claims.last { $0.stance == .denies })
    let denied = try #require(denial.denies)
    #expect(analysis.claims[denied.index].sentence == 0)
  }
}
