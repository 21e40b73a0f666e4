/// A word that tells of an event, and where its roles stand in the tree.
package struct EventWord: Sendable, Equatable {
  package enum PartOfSpeech: String, Sendable, CaseIterable {
    case verb = "VERB"
    case noun = "NOUN"
  }

  /// In order; determiners and modifiers between them are left out.
  package let lemmas: [String]
  package let partOfSpeech: PartOfSpeech
  package let type: String
  package let subtype: String?
  /// Relations below the trigger in order of preference, active voice: `nsubj`, `obl:with`, `obj:nmod:of`.
  package let agent: [String]
  package let target: [String]
  package let recipient: [String]
  package let actuality: EventRecord.Actuality
  /// The attribute that a number on the target (verb: object) counts: `killed`.
  package let figure: String?

  init(_ row: LexiconTable.Row) throws(LexiconError) {
    lemmas = row.text(0).split(separator: " ").map { $0.lowercased() }
    partOfSpeech = try row.word(1, Self.partsOfSpeech)
    guard let type = row.optional(2) else { throw row.error(.emptyKey, "the type is missing", column: 2) }
    self.type = type
    subtype = row.optional(3)
    agent = row.list(4)
    target = row.list(5)
    recipient = row.list(6)
    actuality = row.text(7).isEmpty ? .happened : try row.word(7, Self.actualities)
    figure = row.optional(8)
  }

  private static let partsOfSpeech = byRawValue(PartOfSpeech.self)
  private static let actualities: [String: EventRecord.Actuality] = [
    "happened": .happened, "planned": .planned, "possible": .possible, "denied": .denied,
  ]
}
