import TextAnalysis

/// The nouns for parts of a country that stand behind their names: `Kebbi state`, `Chocó department`.
enum Land {
  static let nouns: Set<String> = [
    "state", "province", "department", "district", "region", "county", "governorate", "prefecture", "canton",
    "municipality", "oblast", "voivodeship",
  ]

  /// Whether a part of a country may have this name: it is known as a place or not at all.
  static func mayBear(_ name: NameSpan, _ lexicon: Lexicon) -> Bool {
    name.senses.isEmpty
      || name.senses.contains { sense in
        switch sense {
        case .entity(let index): lexicon.entries[index].label == .place
        case .capital: true
        case .demonym: false
        }
      }
  }
}
