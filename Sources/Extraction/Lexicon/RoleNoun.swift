/// A noun for someone in a role: `spokesperson`, `gunmen`, `sources`.
package struct RoleNoun: Sendable, Equatable {
  package enum Number: String, Sendable, CaseIterable { case person, group }

  package let number: Number
  /// What `noun of X` or `X noun` says of the person and X: `HEAD_OF`.
  package let relation: String?
  /// `officials`, `source`, `people`, …
  package let kind: String

  package init(number: Number, relation: String? = nil, kind: String) {
    self.number = number
    self.relation = relation
    self.kind = kind
  }

  init(_ row: LexiconTable.Row) throws(LexiconError) {
    number = try row.word(1, byRawValue(Number.self))
    relation = row.optional(2)
    kind = row.optional(3) ?? (number == .person ? "person" : "people")
  }
}
