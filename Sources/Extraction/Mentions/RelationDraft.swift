/// An edge between two entities that the shape of a noun phrase shows; whoever makes claims attaches them.
package struct RelationDraft: Sendable, Hashable {
  /// `SPOKESPERSON_OF`, `PART_OF`, …
  package var type: String
  package var from: EntityID
  package var to: EntityID
  /// The words it was read from: indices into `Document.tokens`.
  package var tokens: Range<Int>
  package var sentence: Int
  /// Name of the rule: `relation.title`.
  package var rule: String

  package init(type: String, from: EntityID, to: EntityID, tokens: Range<Int>, sentence: Int, rule: String) {
    self.type = type
    self.from = from
    self.to = to
    self.tokens = tokens
    self.sentence = sentence
    self.rule = rule
  }
}
