import SourceText
import TextAnalysis

/// Who and what a report speaks of: the entities with their mentions, and a way from a token to its entity.
package struct Referents: Sendable {
  package var entities: [Entity]
  /// One entry per token of the document: the entity of the innermost mention that the token is the head of, else of
  /// the innermost mention that covers it.
  package var entityAtToken: [EntityID?]
  /// One entry per token: the entity of the innermost mention that has the token as its head.
  package var entityAtHead: [EntityID?]
  /// The speaker of the report's own sentences.
  package var publisher: EntityID
  package var authors: [EntityID]
  /// What noun phrases tell of how entities stand to each other; see ``findRelations(in:referents:lexicon:)``.
  package var relations: [RelationDraft] = []

  package init(
    entities: [Entity], entityAtToken: [EntityID?], entityAtHead: [EntityID?], publisher: EntityID, authors: [EntityID]
  ) {
    self.entities = entities
    self.entityAtToken = entityAtToken
    self.entityAtHead = entityAtHead
    self.publisher = publisher
    self.authors = authors
  }
}

/// A stretch of text that says when.
package struct TimeExpression: Sendable {
  package var range: SourceRange
  package var tokens: Range<Int>
  package var sentence: Int
  package var value: TimeValue
  /// For `days before the attack`: the token of the event it is counted from.
  package var anchor: Int?

  package init(range: SourceRange, tokens: Range<Int>, sentence: Int, value: TimeValue, anchor: Int? = nil) {
    self.range = range
    self.tokens = tokens
    self.sentence = sentence
    self.value = value
    self.anchor = anchor
  }
}

/// A number with what it counts: `at least 144 people`.
package struct FigureExpression: Sendable {
  package var range: SourceRange
  package var tokens: Range<Int>
  package var sentence: Int
  package var value: Double
  package var bound: FigureRecord.Bound
  /// The token that is counted (`people`), if any.
  package var counted: Int?

  package init(
    range: SourceRange, tokens: Range<Int>, sentence: Int, value: Double, bound: FigureRecord.Bound, counted: Int?
  ) {
    self.range = range
    self.tokens = tokens
    self.sentence = sentence
    self.value = value
    self.bound = bound
    self.counted = counted
  }
}
