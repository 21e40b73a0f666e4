import TextAnalysis

/// What tells readers apart that do not say the same of a text: rules, form of the analysis, lexicons, model.
package struct ReaderMark: Equatable, Sendable {
  /// How many bytes the mark takes.
  package static let length = 8
  /// Grows with each change of the rules or of `AnalysisWriter` that gives some text another analysis.
  private static let rules = 28

  package let bytes: [UInt8]

  /// Version and check sum of the model stand within.
  private static let modelHeadBytes = 20

  /// - Parameter lexicons: those given beside the built-in ones.
  package init(lexicons: [LexiconFile] = []) {
    var content = ["reader \(Self.rules)"]
    for name in Lexicon.fileNames { content.append(EmbeddedLexicons.file(name)?.contents ?? "") }
    for file in lexicons { content += [file.name, file.contents] }
    content.append("\(EmbeddedFile.head(of: "model/english.model", count: Self.modelHeadBytes))")
    bytes = Array(sha256(of: content.joined(separator: "\n")).utf8.prefix(Self.length))
  }
}
