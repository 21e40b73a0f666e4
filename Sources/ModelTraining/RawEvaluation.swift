import SourceText
import TextAnalysis

/// Agreement of two segmentations of one text, as the CoNLL 2018 evaluation counts it: by characters without white space.
struct RawEvaluation {
  fileprivate(set) var tokens = Agreement()
  fileprivate(set) var sentences = Agreement()
  fileprivate(set) var upos = Agreement()
  fileprivate(set) var unlabelled = Agreement()
  fileprivate(set) var labelled = Agreement()

  struct Agreement {
    var gold = 0
    var found = 0
    var right = 0
    var f1: Double { gold + found == 0 ? 0 : 200 * Double(right) / Double(gold + found) }
  }

  private struct Span: Hashable {
    let start: Int
    let end: Int
  }

  private struct Word {
    let span: Span
    let upos: String
    let head: Span?
    let deprel: String
  }

  /// - Parameter document: the analysis of the text that `gold` was joined to.
  init(gold: [TreebankSentence], document: Document) {
    var goldWords: [Span: Word] = [:]
    var goldSentences: Set<Span> = []
    var offset = 0
    for sentence in gold {
      let first = offset
      var spans: [Span] = []
      for form in sentence.forms {
        let length = Self.visibleLength(form)
        spans.append(Span(start: offset, end: offset + length))
        offset += length
      }
      goldSentences.insert(Span(start: first, end: offset))
      for (index, span) in spans.enumerated() {
        let head = sentence.heads[index]
        goldWords[span] = Word(
          span: span, upos: sentence.upos[index], head: head == 0 ? nil : spans[head - 1],
          deprel: sentence.deprels[index])
      }
      tokens.gold += spans.count
    }
    sentences.gold = goldSentences.count
    offset = 0
    var spans: [Span] = []
    for token in document.tokens {
      let length = Self.visibleLength(token.form)
      spans.append(Span(start: offset, end: offset + length))
      offset += length
    }
    tokens.found = spans.count
    sentences.found = document.sentences.count
    for sentence in document.sentences {
      let span = Span(start: spans[sentence.tokens.lowerBound].start, end: spans[sentence.tokens.upperBound - 1].end)
      if goldSentences.contains(span) { sentences.right += 1 }
    }
    for (token, span) in zip(document.tokens, spans) {
      guard let word = goldWords[span] else { continue }
      tokens.right += 1
      if word.upos == token.upos.rawValue { upos.right += 1 }
      guard word.head == token.head.map({ spans[$0] }) else { continue }
      unlabelled.right += 1
      if word.deprel == token.deprel { labelled.right += 1 }
    }
    for path in [\RawEvaluation.upos, \.unlabelled, \.labelled] {
      self[keyPath: path].gold = tokens.gold
      self[keyPath: path].found = tokens.found
    }
  }

  var summary: String {
    func figure(_ agreement: Agreement) -> String { percent(agreement.f1 / 100) }
    return "sentences \(figure(sentences))  tokens \(figure(tokens))  UPOS \(figure(upos))  "
      + "UAS \(figure(unlabelled))  LAS \(figure(labelled))"
  }

  fileprivate static func visibleLength(_ form: String) -> Int {
    form.unicodeScalars.count { !$0.properties.isWhitespace }
  }
}
