/// A word by which something is put into somebody's mouth.
package struct Cue: Sendable, Equatable {
  package enum PartOfSpeech: String, Sendable, CaseIterable {
    case verb = "VERB"
    case noun = "NOUN"
    case adjective = "ADJ"
    case adverb = "ADV"
    case preposition = "PREP"
  }

  /// How what is said hangs below the cue.
  package enum Frame: Sendable, Hashable {
    case clause, quote, object, infinitive, passiveInfinitive, none
    /// Lower case: `of`, `about`.
    case preposition(String)
  }

  package enum Strength: String, Sendable, CaseIterable { case weak, neutral, strong }

  package enum Attributive: String, Sendable, CaseIterable {
    /// It mainly attributes.
    case yes
    /// Only with a clause or a quotation.
    case maybe
    /// The one who is quoted is another speaker: `quote`, `cite`.
    case relay
    /// It tells of knowledge, perception or a sign, and not of anything put forward: `know`, `notice`, `mean`.
    case inner
  }

  /// In order; particles included. `not` stands for any negation, `be` for any copula.
  package let lemmas: [String]
  package let partOfSpeech: PartOfSpeech
  package let stance: ClaimRecord.Stance
  package let frames: Set<Frame>
  /// The preposition of the one who is told, lower case, or `object`.
  package let addressee: String?
  package let strength: Strength
  package let attributive: Attributive

  init(_ row: LexiconTable.Row) throws(LexiconError) {
    lemmas = row.text(0).split(separator: " ").map { $0.lowercased() }
    partOfSpeech = try row.word(1, Self.partsOfSpeech)
    stance = try row.word(2, Self.stances)
    var frames: Set<Frame> = []
    for frame in row.list(3) {
      if frame.hasPrefix("prep:") {
        frames.insert(.preposition(frame.dropFirst(5).lowercased()))
      } else if let known = Self.frameNames[frame] {
        frames.insert(known)
      } else {
        throw row.error(
          .unknownWord, "`\(frame)` is none of \(Self.frameNames.keys.sorted().joined(separator: ", ")), prep:…",
          column: 3)
      }
    }
    self.frames = frames
    addressee = row.optional(4)?.lowercased()
    strength = row.text(5).isEmpty ? .neutral : try row.word(5, Self.strengths)
    attributive = row.text(6).isEmpty ? .yes : try row.word(6, Self.attributives)
  }

  private static let partsOfSpeech = byRawValue(PartOfSpeech.self)
  private static let strengths = byRawValue(Strength.self)
  private static let attributives = byRawValue(Attributive.self)
  private static let frameNames: [String: Frame] = [
    "clause": .clause, "quote": .quote, "object": .object, "infinitive": .infinitive,
    "passive-infinitive": .passiveInfinitive, "none": .none,
  ]
  private static let stances: [String: ClaimRecord.Stance] = {
    let all: [ClaimRecord.Stance] = [
      .asserts, .denies, .confirms, .doubts, .warns, .alleges, .announces, .claimsResponsibility, .declinesToComment,
      .disclaimsKnowledge,
    ]
    return Dictionary(uniqueKeysWithValues: all.map { ($0.rawValue, $0) })
  }()
}

/// The cases of an enumeration by their names.
func byRawValue<Value: RawRepresentable<String> & CaseIterable>(_: Value.Type) -> [String: Value] {
  Dictionary(uniqueKeysWithValues: Value.allCases.map { ($0.rawValue, $0) })
}
