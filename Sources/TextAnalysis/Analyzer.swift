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
    /// Per word that the network sees, its place in the sentence.
    var places: [Int] = []
    for (offset, index) in sentence.enumerated() {
      if continuesName(index, tokens, sentence) { continue }
      var last = index
      while last + 2 < sentence.upperBound, continuesName(last + 1, tokens, sentence) { last += 2 }
      let spaceAfter = last + 1 >= sentence.upperBound || tokens[last + 1].hasSpaceBefore
      words.append(shown[offset], spaceBefore: tokens[index].hasSpaceBefore, spaceAfter: spaceAfter)
      places.append(offset)
    }
    let reading = model.network.read(words)
    for (word, offset) in places.enumerated() {
      let index = sentence.lowerBound + offset
      let tag = model.tags[Int(reading.tags[word])]
      tokens[index].upos = tag.upos
      tokens[index].xpos = tag.xpos
      tokens[index].lemma = model.lemmatizer.lemma(of: shown[offset], tag: reading.tags[word])
      let head = Int(reading.heads[word])
      tokens[index].head = head == 0 ? nil : sentence.lowerBound + places[head - 1]
      tokens[index].deprel = model.labels[Int(reading.labels[word])]
      let end = word + 1 < places.count ? places[word + 1] : sentence.count
      for part in offset + 1..<max(offset + 1, end) {
        attach(sentence.lowerBound + part, toName: index, &tokens)
      }
    }
  }

  /// `ISIS-K`, `Su-34`: the treebanks part words at hyphens, but have few names of that kind, and one word more or less in
  /// a subject makes another tree. The network sees the first part only.
  private func continuesName(_ index: Int, _ tokens: [Token], _ sentence: Range<Int>) -> Bool {
    func joins(_ hyphen: Int) -> Bool {
      guard hyphen > sentence.lowerBound, hyphen + 1 < sentence.upperBound, tokens[hyphen].form == "-",
        !tokens[hyphen].hasSpaceBefore, !tokens[hyphen + 1].hasSpaceBefore,
        let first = tokens[hyphen - 1].form.utf8.first, isUpper(first)
      else { return false }
      let next = tokens[hyphen + 1].form.utf8
      return next.count <= 3 && next.allSatisfy { isUpper($0) || isDigit($0) }
    }
    return joins(index) || joins(index - 1)
  }

  private func attach(_ part: Int, toName name: Int, _ tokens: inout [Token]) {
    let isMark = tokens[part].form == "-"
    tokens[part].upos = isMark ? .punctuation : tokens[name].upos == .properNoun ? .properNoun : .noun
    tokens[part].xpos = isMark ? "HYPH" : tokens[name].upos == .properNoun ? "NNP" : "NN"
    tokens[part].lemma = tokens[part].form
    tokens[part].head = name
    tokens[part].deprel = isMark ? "punct" : "flat"
  }
}
