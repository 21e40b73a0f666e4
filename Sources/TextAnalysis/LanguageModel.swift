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
  package let network: SentenceNetwork
  package let lemmatizer: Lemmatizer
  package let truecaser: Truecaser

  package init(
    tags: [Tag], labels: [String], network: SentenceNetwork, lemmatizer: Lemmatizer, truecaser: Truecaser
  ) {
    self.tags = tags
    self.labels = labels
    self.network = network
    self.lemmatizer = lemmatizer
    self.truecaser = truecaser
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
