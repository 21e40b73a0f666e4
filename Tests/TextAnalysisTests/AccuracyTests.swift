import Foundation
import SourceText
import Testing
import TextAnalysis

/// The treebanks beside the repository, if they are there.
private let developmentFile: String? = {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  return ["../shared", "../../shared"].map {
    root.appendingPathComponent($0 + "/treebanks/UD_English-EWT/en_ewt-ud-dev.conllu").standardizedFileURL.path
  }.first { FileManager.default.fileExists(atPath: $0) }
}()

@Test(
  "accuracy on EWT dev does not fall below its floor",
  .enabled(if: developmentFile != nil, "the treebanks are not beside the repository"))
func floor() throws {
  let contents = try String(contentsOfFile: try #require(developmentFile), encoding: .utf8)
  let analyzer = try sharedAnalyzer.get()
  var (words, tags, heads, labelled) = (0, 0, 0, 0)
  for block in contents.components(separatedBy: "\n\n").prefix(150) {
    let rows = block.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
      .filter { $0.count == 10 && Int($0[0]) != nil }
    guard !rows.isEmpty else { continue }
    var tokens = rows.enumerated().map { index, row in
      Token(
        range: SourceRange(0, 0), form: String(row[1]), lemma: "", upos: .other, xpos: "", head: nil, deprel: "",
        hasSpaceBefore: index == 0 || !rows[index - 1][9].contains("SpaceAfter=No"))
    }
    analyzer.annotate(&tokens, tokens.indices)
    for (token, row) in zip(tokens, rows) {
      words += 1
      if token.upos.rawValue == row[3] { tags += 1 }
      guard String((token.head ?? -1) + 1) == row[6] else { continue }
      heads += 1
      if token.deprel == row[7] { labelled += 1 }
    }
  }
  #expect(words > 1_500)
  #expect(Double(tags) / Double(words) >= 0.94)
  #expect(Double(heads) / Double(words) >= 0.85)
  #expect(Double(labelled) / Double(words) >= 0.81)
}
