import SourceText

/// A text taken apart: sentences, tokens, tags and dependency trees. The one thing that passes from
/// text analysis to extraction.
///
/// Tokens stand in one array for the whole document, in text order; a sentence is a range of them.
public struct Document: Sendable {
  public let text: Text
  public let sentences: [Sentence]
  public let tokens: [Token]

  public init(text: Text, sentences: [Sentence], tokens: [Token]) {
    self.text = text
    self.sentences = sentences
    self.tokens = tokens
  }
}

/// A run of tokens that ends where a sentence does. Headlines, datelines and list items are sentences of their own.
public struct Sentence: Sendable, Equatable {
  /// What part of the report it stands in. Only `body` is read for claims.
  public enum Part: String, Sendable, Codable { case headline, byline, dateline, body, boilerplate }

  /// Indices into `Document.tokens`.
  public let tokens: Range<Int>
  /// From the first token's first byte to the last token's last, in the document's text.
  public let range: SourceRange
  public let part: Part
  /// Counts from 0; the paragraph (block of lines without a blank line) that it belongs to.
  public let paragraph: Int

  public init(tokens: Range<Int>, range: SourceRange, part: Part, paragraph: Int) {
    self.tokens = tokens
    self.range = range
    self.part = part
    self.paragraph = paragraph
  }
}

/// A word or mark with its Universal Dependencies columns.
public struct Token: Sendable, Equatable {
  /// Where the form stands in the text. The two halves of a contraction (`do` `n't`) have ranges of their own.
  public let range: SourceRange
  /// The word as in the text; in a sentence that is all in capitals, as it would be written in running text.
  public internal(set) var form: String {
    didSet { lower = form.lowercased() }
  }
  /// The form in lower case: asked for more often than anything else.
  package private(set) var lower: String
  public var lemma: String
  /// Universal part of speech.
  public var upos: PartOfSpeech
  /// Penn Treebank tag.
  public var xpos: String
  /// Index into `Document.tokens` of the head, nil for the root of the sentence.
  public var head: Int?
  /// Relation to the head, subtype included: `nsubj`, `nsubj:pass`, `acl:relcl`; `root` for the root.
  public var deprel: String
  public let hasSpaceBefore: Bool

  public init(
    range: SourceRange, form: String, lemma: String, upos: PartOfSpeech, xpos: String, head: Int?, deprel: String,
    hasSpaceBefore: Bool
  ) {
    self.range = range
    self.form = form
    lower = form.lowercased()
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.head = head
    self.deprel = deprel
    self.hasSpaceBefore = hasSpaceBefore
  }
}

/// The universal parts of speech (universaldependencies.org/u/pos).
public enum PartOfSpeech: String, Sendable, CaseIterable, Codable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinatingConjunction = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinatingConjunction = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}
