import SourceText

/// Reads a text into a ``Document``: sentences, tokens, tags, lemmas and dependency trees.
///
/// Keeps no state between texts: the same text gives the same document, on any thread and in any order.
public struct Analyzer: Sendable {
  /// The longest text that is analysed. A report is some thousand bytes; what is longer is no report.
  public static let longestTextBytes = 64 << 20

  private let model: LanguageModel
  /// What it knows of names when it restores the case of texts in capitals.
  package var names: (any NameSpelling)?

  public init(model: LanguageModel) { self.model = model }

  /// Analyses a text in time linear in its length; some 10 µs and 200 bytes per token.
  ///
  /// - Throws: ``AnalysisError`` with `textTooLong`.
  public func analyze(_ text: Text) throws(AnalysisError) -> Document {
    let length = text.contents.utf8.count
    guard length <= Self.longestTextBytes else {
      throw AnalysisError(
        .textTooLong, "the text has \(length) bytes, and no more than \(Self.longestTextBytes) are analysed")
    }
    let document = Segmenter().segment(text)
    var tokens = document.tokens
    // In a text in capitals, also the sentences too short to tell.
    let isInCapitals = Truecaser.isInCapitals(tokens.lazy.prefix(Self.longestSample).map { Array($0.form.utf8)[...] })
    for sentence in document.sentences {
      if isInCapitals || Truecaser.isInCapitals(sentence.tokens.map { Array(tokens[$0].form.utf8)[...] }) {
        model.truecaser.restore(&tokens, sentence.tokens, names: names)
      }
      annotate(&tokens, sentence.tokens)
    }
    return Document(text: text, sentences: document.sentences, tokens: tokens)
  }

  /// The number of words that tell whether a text is in capitals.
  private static let longestSample = 1000

  /// Sets tags, lemmas and the tree of one sentence, whatever these were before.
  ///
  /// A sentence longer than ``SentenceNetwork/longestTree`` is read in pieces, the later ones hung on the first.
  package func annotate(_ tokens: inout [Token], _ sentence: Range<Int>) {
    var root: Int?
    for start in stride(from: sentence.lowerBound, to: sentence.upperBound, by: SentenceNetwork.longestTree) {
      let piece = start..<min(start + SentenceNetwork.longestTree, sentence.upperBound)
      annotatePiece(&tokens, piece)
      let top = piece.first { tokens[$0].head == nil } ?? start
      if let root {
        tokens[top].head = root
        tokens[top].deprel = "parataxis"
      } else {
        root = top
      }
    }
  }

  private func annotatePiece(_ tokens: inout [Token], _ sentence: Range<Int>) {
    let forms = sentence.map { Array(tokens[$0].form.utf8)[...] }
    let shown = Truecaser.isInCapitals(forms) ? model.truecaser.restore(forms).map { $0[...] } : forms
    var words = Words()
    for (offset, index) in sentence.enumerated() {
      let spaceAfter = index + 1 >= sentence.upperBound || tokens[index + 1].hasSpaceBefore
      words.append(shown[offset], spaceBefore: tokens[index].hasSpaceBefore, spaceAfter: spaceAfter)
    }
    let reading = model.network.read(words)
    for (offset, index) in sentence.enumerated() {
      let tag = model.tags[Int(reading.tags[offset])]
      tokens[index].upos = tag.upos
      tokens[index].xpos = tag.xpos
      tokens[index].lemma = model.lemmatizer.lemma(of: shown[offset], tag: reading.tags[offset])
      let head = Int(reading.heads[offset])
      tokens[index].head = head == 0 ? nil : sentence.lowerBound + head - 1
      tokens[index].deprel = model.labels[Int(reading.labels[offset])]
    }
  }
}
