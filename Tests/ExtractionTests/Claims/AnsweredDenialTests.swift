import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("What denials and contrary statements answer")
struct AnsweredDenialTests {
  private static let reader: Result<Reader, any Error> = Result {
    Reader(lexicon: try Lexicon(), analyzer: Analyzer(model: try LanguageModel.embedded()))
  }

  private func read(_ contents: String) throws -> ReportAnalysis {
    let metadata = Text.Metadata(published: "2024-05-06", publisher: "The Harbour Gazette")
    return try Self.reader.get().read(Text(origin: "report.txt", contents: contents, metadata: metadata))
  }

  private func claim(of speaker: String, _ analysis: ReportAnalysis) -> ClaimRecord? {
    analysis.claims.last { analysis.entities[$0.speaker.index].name == speaker && $0.relays == nil }
  }

  private func name(_ claim: ClaimID?, _ analysis: ReportAnalysis) -> String? {
    claim.map { analysis.entities[analysis.claims[$0.index].speaker.index].name }
  }

  @Test("who says that they had not says the contrary, and rebuts nobody")
  func ellipsis() throws {
    let analysis = try read(
      "Henk Vos said the gunmen had crossed the river, although Ilse Dahl had said last week that they had not.")
    let contrary = try #require(claim(of: "Ilse Dahl", analysis))
    #expect(contrary.stance == .asserts)
    #expect(name(contrary.denies, analysis) == "Henk Vos")
  }

  @Test("who repeats his word behind a denial is who is denied")
  func upheld() throws {
    let analysis = try read(
      """
      The rebels, in a letter to the Harbour Post, denied having planned any attack. Interior Minister Ilse Dahl \
      repeated that the threat had been real.
      """)
    let denial = try #require(analysis.claims.first { $0.stance == .denies })
    #expect(name(denial.denies, analysis) == "Ilse Dahl")
  }

  @Test("a denial that is called one is meant before what amounts to one")
  func calledDenial() throws {
    let analysis = try read(
      """
      The Delta Front said it had attacked the depot. The front's leader, Karo Lind, denied that his group was \
      involved. "The message was a forgery," Lind said. His denial is false, Ilse Dahl told the Harbour Post.
      """)
    let answer = try #require(claim(of: "Ilse Dahl", analysis)?.denies)
    #expect(analysis.claims[answer.index].cue == "denied")
  }

  @Test("what is called untrue speaks of the same, or nothing is denied")
  func topicOfWords() throws {
    let analysis = try read(
      """
      Ilse Dahl said the tremors were explosions. Suggestions that Norvia was behind the leaks were absurd, Karo Lind \
      said on Wednesday.
      """)
    let denial = try #require(claim(of: "Karo Lind", analysis))
    #expect(denial.stance == .denies)
    #expect(denial.denies == nil)
  }

  @Test("nothing of the speaker's was where it is said to have been: a denial")
  func presence() throws {
    let analysis = try read(
      """
      The lorry belonged to Orvik Freight, said Ilse Dahl, a spokeswoman for the ministry. Henk Vos, who owns Orvik \
      Freight, denied this. No Orvik lorry had been anywhere near the border, Vos said.
      """)
    let denial = try #require(claim(of: "Henk Vos", analysis))
    #expect(denial.stance == .denies)
  }

  @Test("to have nothing to do with the affair clears of the deed spoken of")
  func nothingToDoWithAffair() throws {
    let analysis = try read(
      """
      Gunmen attacked the depot on Monday. Karo Lind, an adviser to the president, said that Norvia had \
      nothing to do with the affair.
      """)
    let roles = analysis.events.flatMap(\.roles).filter { $0.edge == .agent && $0.isDenied }
    #expect(roles.contains { analysis.entities[$0.entity.index].name == "Norvia" })
  }

  @Test("that figure is the number given before it")
  func figureTakenUp() throws {
    let analysis = try read(
      """
      The earthquake struck on Monday. The government says 316 people were killed. Henk Vos, the prime minister, \
      announced that figure on Friday.
      """)
    let figures = analysis.events.flatMap(\.figures).filter { $0.attribute == "killed" }
    let speakers = figures.map { analysis.entities[analysis.claims[$0.claim.index].speaker.index].name }
    #expect(figures.map(\.value) == [316, 316])
    #expect(speakers.contains("Henk Vos"))
  }

  @Test("a ministry with its state in front of it is not known by the name that every state's bears")
  func officeOfState() throws {
    let analysis = try read("Spain's Interior Ministry denied the report. The ministry gave no details.")
    let office = try #require(analysis.entities.first { $0.name == "Interior Ministry of Spain" })
    #expect(office.aliases.contains("Spain's Interior Ministry"))
    #expect(!office.aliases.contains("Interior Ministry"))
  }

  @Test("no such letter: what another spoke of is said not to be")
  func noSuch() throws {
    let analysis = try read(
      """
      Henk Vos said his office had sent six letters to the courts. Ilse Dahl told the Harbour Post that no such letters \
      had been received.
      """)
    #expect(name(claim(of: "Ilse Dahl", analysis)?.denies, analysis) == "Henk Vos")
  }

  @Test("a figure that is called wrong is denied")
  func wrongFigure() throws {
    let analysis = try read(
      """
      The blast killed dozens on Monday. Henk Vos put the number of dead at more than 150. Ilse Dahl said that figure was \
      wrong.
      """)
    let denial = try #require(claim(of: "Ilse Dahl", analysis))
    #expect(denial.stance == .denies)
    #expect(name(denial.denies, analysis) == "Henk Vos")
  }

  @Test("who announces something behind a comma is not announced")
  func announced() throws {
    let analysis = try read("Sixteen dockers have been detained, military prosecutor Fadil Amade announced.")
    #expect(claim(of: "Fadil Amade", analysis)?.stance == .announces)
  }

  @Test("a report in a paper that something is so is the paper's")
  func reportInPaper() throws {
    let analysis = try read(
      "The ministry would not comment on a report in the Polish newspaper Gazeta Wislana that a list was being prepared."
    )
    #expect(claim(of: "Gazeta Wislana", analysis)?.stance == .asserts)
  }

  @Test("who clears a body by name does not answer whatever was said of his state")
  func clearedBody() throws {
    let analysis = try read(
      """
      Latvia on Monday expelled two Russian diplomats, the Foreign Ministry said. The GRU was not involved, the Russian \
      embassy said in a statement.
      """)
    let denial = try #require(analysis.claims.last { $0.stance == .denies })
    #expect(denial.denies == nil)
  }

  @Test("who disputed it in front of the colon says what stands behind it")
  func colon() throws {
    let analysis = try read(
      """
      A Latvian security source told the Post that the group did not exist.

      Ilze Berzina, the operator's spokeswoman, disputed the account of a warning: no warning had ever come, she said.
      """)
    let last = try #require(analysis.claims.last)
    #expect(analysis.entities[last.speaker.index].name == "Ilze Berzina")
  }
}
