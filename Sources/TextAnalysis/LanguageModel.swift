import Foundation

/// What tagger, parser, lemmatiser and truecaser learned. Immutable; share one between threads.
public struct LanguageModel: Sendable {
  /// A tagger's class: UPOS and XPOS.
  package struct Tag: Sendable, Hashable {
    package let upos: PartOfSpeech
    package let xpos: String

    package init(upos: PartOfSpeech, xpos: String) {
      self.upos = upos
      self.xpos = xpos
    }
  }

  package let tags: [Tag]
  package let labels: [String]
  package let tagger: Tagger
  /// Parses from the last word to the first; its trees are features to `parser`. A small model does without.
  package let guide: DependencyParser?
  package let parser: DependencyParser
  package let lemmatizer: Lemmatizer
  package let truecaser: Truecaser
  /// UPOS of each tag as a number.
  package let coarseTags: [UInt8]

  package init(
    tags: [Tag], labels: [String], tagger: Tagger, guide: DependencyParser?, parser: DependencyParser,
    lemmatizer: Lemmatizer,
    truecaser: Truecaser
  ) {
    self.tags = tags
    self.labels = labels
    self.tagger = tagger
    self.guide = guide
    self.parser = parser
    self.lemmatizer = lemmatizer
    self.truecaser = truecaser
    coarseTags = Self.coarse(tags)
  }

  package static func coarse(_ tags: [Tag]) -> [UInt8] {
    tags.map { tag in UInt8(PartOfSpeech.allCases.firstIndex(of: tag.upos) ?? 0) }
  }

  /// The lower case that keys are made from.
  package static func lowerCase(_ form: [UInt8]) -> [UInt8] { loweredBytes(form[...]) }

  /// Reads a model file.
  ///
  /// - Throws: ``AnalysisError`` with `unreadableModel`, `damagedModel` or `unknownModelVersion`.
  public init(contentsOf url: URL) throws(AnalysisError) {
    let data: Data
    do { data = try Data(contentsOf: url) } catch {
      throw AnalysisError(
        .unreadableModel, "cannot read the model `\(url.lastPathComponent)`: \(error.localizedDescription)")
    }
    try self.init(bytes: [UInt8](data))
  }

  /// The model that the program carries. Copies it out of the program's image: some milliseconds; keep the result.
  ///
  /// - Throws: ``AnalysisError`` with `missingModel`, or as ``init(contentsOf:)``.
  public static func embedded() throws(AnalysisError) -> LanguageModel {
    guard let bytes = EmbeddedFile.bytes(at: embeddedPath) else {
      throw AnalysisError(.missingModel, "the program was built without `\(embeddedPath)`")
    }
    return try LanguageModel(bytes: bytes)
  }

  static let embeddedPath = "model/english.model"
}
