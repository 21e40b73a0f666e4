/// A noun that says what the name is that it ends, or stands beside.
package struct HeadNoun: Sendable, Equatable {
  package let label: Entity.Label
  /// `government`, `university`, `site`, …
  package let kind: String
  /// It means a body only within a name: `the Northern Front`, but not `the front`.
  package let isOnlyInNames: Bool

  init(_ row: LexiconTable.Row) throws(LexiconError) {
    label = try row.word(1, ["Organization": .organization, "Group": .group, "Place": .place])
    kind = row.text(2)
    isOnlyInNames = row.text(3).isEmpty ? false : try row.word(3, ["name": true])
  }
}

/// A noun for a thing that deeds are done with or to.
package struct ThingNoun: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case weapon, explosive, vehicle, aircraft, vessel, building, infrastructure, goods

    /// Whether it is what a deed is done with, and not what it is done to.
    package var isWeapon: Bool { self == .weapon || self == .explosive }
  }

  package let kind: Kind

  init(_ row: LexiconTable.Row) throws(LexiconError) { kind = try row.word(1, byRawValue(Kind.self)) }
}

/// What stands before a person's name: `Col.`, `Prime Minister`.
package struct Title: Sendable, Equatable {
  /// honorific military police office religious academic noble
  package let kind: String
  package let gender: Lexicon.Gender?

  init(_ row: LexiconTable.Row) {
    kind = row.text(1)
    gender = row.optional(2).flatMap { Lexicon.Gender(rawValue: $0) }
  }
}

/// A word that makes, bounds or names a count.
package struct FigureWord: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable { case bound, number, multiplier, attribute }

  package let kind: Kind
  /// For numbers and multipliers.
  package let value: Double?
  /// For attributes: `killed`.
  package let attribute: String?
  /// VERB NOUN ADJ for attributes, PHRASE for the others.
  package let partOfSpeech: String
  package let bound: FigureRecord.Bound?

  init(_ row: LexiconTable.Row) throws(LexiconError) {
    partOfSpeech = row.text(1)
    kind = try row.word(2, byRawValue(Kind.self))
    value = Double(row.text(3))
    attribute = kind == .attribute ? row.optional(3) : nil
    switch kind {
    case .bound: bound = try row.word(3, Self.bounds)
    case .number where !row.text(4).isEmpty: bound = try row.word(4, Self.bounds)
    default: bound = nil
    }
    if kind == .number || kind == .multiplier, value == nil {
      throw row.error(.unknownWord, "`\(row.text(3))` is no number", column: 3)
    }
  }

  private static let bounds: [String: FigureRecord.Bound] = [
    "min": .minimum, "max": .maximum, "approximate": .approximate, "exact": .exact,
  ]
}
