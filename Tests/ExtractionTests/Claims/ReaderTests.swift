import Foundation
import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("Reports are read into claims, chains and events")
struct ReaderTests {
  private static let reader: Result<Reader, any Error> = Result {
    Reader(lexicon: try Lexicon(), analyzer: Analyzer(model: try LanguageModel.embedded()))
  }

  private func read(_ contents: String) throws -> ReportAnalysis {
    let metadata = Text.Metadata(published: "2024-05-06", publisher: "The Harbour Gazette")
    return try Self.reader.get().read(Text(origin: "report.txt", contents: contents, metadata: metadata))
  }

  /// The speakers from the claim down to its root.
  private func chain(_ claim: ClaimRecord, _ analysis: ReportAnalysis) -> [String] {
    var names = [analysis.entities[claim.speaker.index].name]
    var here = claim
    while let inner = here.relays {
      here = analysis.claims[inner.index]
      names.append(analysis.entities[here.speaker.index].name)
    }
    return names
  }

  @Test("every role, place, figure and link of an event names claims of the same report")
  func grounded() throws {
    let analysis = try read(
      """
      Gunmen attacked a market in Lagos on Saturday, killing at least 12 people, police said.

      "We heard shots," Amina Bello, a trader, told Reuters. The army denied that soldiers were involved in the attack.

      The Islamic State claimed responsibility for the attack. Nigeria arrested five suspects on Sunday.
      """)
    let claims = analysis.claims.indices
    for event in analysis.events {
      for role in event.roles {
        #expect(!role.claims.isEmpty)
        #expect(role.claims.allSatisfy { claims.contains($0.index) })
      }
      #expect(event.figures.allSatisfy { claims.contains($0.claim.index) })
      #expect(event.places.allSatisfy { !$0.claims.isEmpty })
    }
    #expect(analysis.claims.contains { $0.stance == .claimsResponsibility })
    #expect(
      analysis.events.contains {
        $0.figures.contains { $0.attribute == "killed" && $0.value == 12 && $0.bound == .minimum }
      })
  }

  @Test("an outlet that was told passes on what its source said")
  func toldOutlet() throws {
    let analysis = try read("The talks failed on Friday, a senior official told Reuters.")
    let outer = try #require(analysis.claims.first { $0.relays != nil })
    #expect(chain(outer, analysis).first == "Reuters")
    #expect(chain(outer, analysis).count == 2)
    #expect(analysis.report.cites.map { analysis.entities[$0.publisher.index].name } == ["Reuters"])
  }

  @Test("the report's own sentences are its publisher's claims")
  func ownVoice() throws {
    let analysis = try read("The bridge collapsed on Monday.")
    let claim = try #require(analysis.claims.first)
    #expect(claim.speaker == analysis.report.publisher)
    #expect(claim.rule == "own-voice")
    #expect(claim.cue == nil)
  }

  @Test("a report is read the same way each time, down to the byte")
  func deterministic() throws {
    let text = Text(origin: "a", contents: "Rebels shelled the port, the mayor said. Kyiv denied it.")
    let reader = try Self.reader.get()
    let analysis = try reader.read(text)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    #expect(try encoder.encode(analysis) == encoder.encode(try reader.read(text)))
    let ids = ReportIDs(of: analysis)
    #expect(ids.claims.count == analysis.claims.count && Set(ids.claims).count == ids.claims.count)
    #expect(Set(ids.entities + ids.events).count == analysis.entities.count + analysis.events.count)
  }

  @Test(
    "odd texts are read without claims or with few",
    arguments: ["", "   ", "\"", "said said said", "\u{202E}“", "1 2 3"])
  func odd(_ contents: String) throws {
    #expect(try read(contents).claims.count <= 1)
  }

  @Test("what is told over and over is told once, by all its claims and by each once")
  func repeated() throws {
    let analysis = try read(String(repeating: "Rebels attacked a market in Lagos, police said. ", count: 60))
    for event in analysis.events {
      #expect(Set(event.roles.map { "\($0.edge) \($0.entity) \($0.isDenied)" }).count == event.roles.count)
      #expect(Set(event.places.map(\.place)).count == event.places.count)
      for claims in event.roles.map(\.claims) + event.places.map(\.claims) {
        #expect(Set(claims).count == claims.count)
      }
    }
    let told = analysis.events.flatMap(\.places).reduce(0) { $0 + $1.claims.count }
    #expect(told == 60)
  }

  @Test("the time in front of a ticker's entry says nothing")
  func ticker() throws {
    let analysis = try read("15:40 Governor Karo Lind tells CNN two people died.\n\n15:20 Police arrested two men.")
    #expect(!analysis.entities.contains { $0.name.contains("15:") })
    #expect(analysis.claims.contains { analysis.entities[$0.speaker.index].name == "Karo Lind" })
  }
}
