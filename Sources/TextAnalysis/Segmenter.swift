import SourceText

/// Cuts a text into sentences and tokens, without tags or trees. Needs no model.
public struct Segmenter: Sendable {
  public init() {}

  /// The document with its sentences and tokens; tags and trees are empty (`upos` is `.other`, `lemma` the form).
  ///
  /// Linear in the length of the text. Tokens are in text order and do not overlap.
  public func segment(_ text: Text) -> Document {
    var contents = text.contents
    contents.makeContiguousUTF8()
    let bytes = Array(contents.utf8)
    var tokenizer = Tokenizer(bytes)
    var sentences: [Sentence] = []
    var tokens: [Token] = []
    for block in ReportLayout.blocks(of: bytes, metadata: text.metadata) {
      let raw = tokenizer.tokenize(block.range)
      let isOne = block.part == .dateline || block.part == .byline
      let runs =
        isOne && raw.count <= SentenceSplitter.longestSentence
        ? [0..<raw.count] : SentenceSplitter(bytes: bytes, tokens: raw).sentences()
      for run in runs where !run.isEmpty {
        let first = tokens.count
        for token in raw[run] {
          let form = String(decoding: bytes[token.start..<token.end], as: UTF8.self)
          tokens.append(
            Token(
              range: SourceRange(token.start, token.end), form: form, lemma: form, upos: .other, xpos: "", head: nil,
              deprel: "", hasSpaceBefore: token.hasSpaceBefore))
        }
        sentences.append(
          Sentence(
            tokens: first..<tokens.count,
            range: SourceRange(tokens[first].range.start, tokens[tokens.count - 1].range.end), part: block.part,
            paragraph: block.paragraph))
      }
    }
    return Document(text: text, sentences: sentences, tokens: tokens)
  }
}
