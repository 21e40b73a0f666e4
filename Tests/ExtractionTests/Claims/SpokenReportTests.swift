import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("Who speaks in whole reports")
struct SpokenReportTests {
  private static let reader: Result<Reader, any Error> = Result {
    Reader(lexicon: try Lexicon(), analyzer: Analyzer(model: try LanguageModel.embedded()))
  }

  private func speakers(_ contents: String) throws -> [(cue: String, words: String, content: String)] {
    let text = Text(origin: "report.txt", contents: contents, metadata: Text.Metadata(publisher: "The Harbour Gazette"))
    return try Self.reader.get().read(text).claims.compactMap { claim in
      guard let cue = claim.cue, claim.rule != "attribution.told-outlet" else { return nil }
      return (cue, claim.speakerRange.map { text.slice($0) } ?? "", text.slice(claim.range))
    }
  }

  @Test("who is told is not who speaks")
  func toldByApposition() throws {
    let found = try speakers("The ferry was safe, Ostrova, the ministry's spokeswoman, told the daily Kurier.")
    #expect(found.contains { $0.words.contains("Ostrova") || $0.words.contains("spokeswoman") })
    #expect(!found.contains { $0.words.contains("Kurier") })
  }

  @Test("what follows in quotation marks goes on with the one who was heard in front of it")
  func quotedAfterIndirect() throws {
    let found = try speakers("The pilot said the storm had come early. \"We saw no lights on the pier.\"")
    #expect(found.contains { $0.words == "The pilot" && $0.content.contains("We saw no lights") })
  }

  @Test("a quotation goes on in a paragraph that closes it")
  func quotedAcrossParagraphs() throws {
    let found = try speakers("The pilot said, \"We saw no lights.\n\nWe turned back at once.\"")
    #expect(found.contains { $0.words == "The pilot" && $0.content.contains("We turned back") })
  }

  @Test("what stands in front of the saying is no part of the quotation")
  func adjunct() throws {
    let found = try speakers("In the morning, she said, \"The storm had sunk two ferries.\"")
    #expect(found.contains { $0.words == "she" && $0.content.hasPrefix("The storm") })
  }

  @Test("a turn is the whole paragraph, be it begun with one word, and what others told is told in it")
  func turns() throws {
    let found = try ReadingForTests.spokenIn(
      "Captain Mila Ostrova meets us at the pier.\n\nDid you sink the ferry?\n\nOstrova: No. I have never been aboard.\n\nWho did?\n\nOstrova: I asked the crew. Captain Weil told me it was the storm."
    )
    #expect(found.contains { $0.speaker.contains("Ostrova") && $0.text == "I have never been aboard" })
    #expect(found.contains { $0.speaker.contains("Ostrova") && $0.text == "Captain Weil told me it was the storm" })
    #expect(found.contains { $0.speaker.contains("Weil") && $0.text == "it was the storm" })
  }

  @Test("single marks quote as double ones do")
  func singleMarks() throws {
    let found = try speakers("‘The storm sank two ferries,’ the pilot said.")
    #expect(found.contains { $0.words == "the pilot" && $0.content.hasPrefix("The storm sank") })
  }
}
