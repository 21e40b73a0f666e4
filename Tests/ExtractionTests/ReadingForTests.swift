import SourceText
import Testing
import TextAnalysis

@testable import Extraction

/// What tests of sentences read with: loading lexicons and model takes a while.
enum ReadingForTests {
  static let reader: Result<Reader, any Error> = Result {
    Reader(lexicon: try Lexicon(), analyzer: Analyzer(model: try LanguageModel.embedded()))
  }

  static func read(_ contents: String, published: String? = "1991-05-06") throws -> ReportAnalysis {
    let metadata = Text.Metadata(published: published, publisher: "The Harbour Gazette")
    return try reader.get().read(Text(origin: "report.txt", contents: contents, metadata: metadata))
  }

  /// What is attributed by words, in the order of the claims.
  static func spoken(_ contents: String) throws -> [(speaker: String, stance: ClaimRecord.Stance, text: String)] {
    try spokenIn("Report\n\n\(contents)\n")
  }

  /// The same, of a report with or without a head of its own.
  static func spokenIn(_ contents: String) throws -> [(speaker: String, stance: ClaimRecord.Stance, text: String)] {
    let analysis = try read(contents)
    let text = Text(origin: "report.txt", contents: contents)
    return analysis.claims.filter { $0.cue != nil }.map { claim in
      (analysis.entities[claim.speaker.index].name, claim.stance, text.slice(claim.range))
    }
  }
}

/// Words, and what is to be found in them.
struct SpokenCase: Sendable, CustomTestStringConvertible {
  let words: String
  let speaker: String
  let stance: ClaimRecord.Stance
  let content: String
  var testDescription: String { words }
}
