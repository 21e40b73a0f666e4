import TextAnalysis

/// Whose the interior ministry is, where a report names no owner of it.
extension Resolver {
  /// The state that a minister or a ministry without a country belongs to: the one whose officials act in the sentence, for
  /// a ministry of home affairs the one whose land it tells of, else the report's own. Whom a deed befell, a flag, a firm or
  /// a place of birth tell of no ministry. The state that acts in the sentence before may be any: `France condemned the
  /// coup. President Sow fled.`
  mutating func contextState(before token: Int, sentence: Int, isOfHomeAffairs: Bool = false) -> Int? {
    var acting: Set<Int> = []
    var lands: Set<Int> = []
    for index in document.sentences[sentence].tokens where index < token {
      guard let (entity, form) = mention(at: index) else { continue }
      let known = roster.member(entity).entity
      switch known.label {
      case .state:
        if isOfOfficials(index) || form != .demonym && isActing(index) { acting.insert(entity) }
      case .organization:
        // `The Kremlin said that President X`: the body's own state, and no other.
        if !isUndergoing(index), let link = known.link, let parent = lexicon.entry(named: link)?.parent,
          let state = roster.members.indices.first(where: { isState($0) && roster.member($0).entity.name == parent })
        {
          acting.insert(state)
        }
      case .place where isOfHomeAffairs:
        if let state = landlord(of: entity) { lands.insert(state) }
      default: break
      }
    }
    if acting.count == 1 { return acting.first }
    if acting.count > 1 { return homeState.flatMap { acting.contains($0) ? $0 : nil } }
    if lands.count == 1, let land = lands.first { return homeState == nil || homeState == land ? land : nil }
    return homeState
  }

  /// Whether a ministry of this name looks after the land at home; foreign and defence ministries speak of others' as well.
  static func isOfHomeAffairs(_ name: String) -> Bool {
    let words = Set(name.lowercased().split(separator: " ").map(String.init))
    return words.isDisjoint(with: ["foreign", "external", "defence", "defense", "trade", "war"])
  }

  /// `French police`, `Chad's army`, `the government of Peru`: the state of those who act for it. Its embassies and envoys
  /// are abroad.
  private func isOfOfficials(_ index: Int) -> Bool {
    // `a Liberian-flagged tanker`
    if index + 1 < document.tokens.count, document.tokens[index + 1].form == "-" { return false }
    guard let noun = document.tokens[index].head else { return false }
    // `Polish President Jan Kos`: the tree hangs all on the name.
    return isOfficial(noun) || index + 1 < min(noun, document.tokens.count) && isOfficial(index + 1)
  }

  private func isOfficial(_ noun: Int) -> Bool {
    guard [.noun, .properNoun].contains(document.tokens[noun].upos) else { return false }
    let lemma = document.tokens[noun].lemma.lowercased()
    if Self.abroad.contains(lemma) { return false }
    let phrase = noun > 0 ? document.lower(noun - 1) + " " + lemma : lemma
    for words in [lemma, document.lower(noun), phrase] {
      if let kind = lexicon.headNoun(words)?.kind, Self.official.contains(kind) { return true }
      if let role = lexicon.role(words), Self.serving.contains(role.kind) { return true }
    }
    return false
  }

  private static let abroad: Set<String> = [
    "embassy", "consulate", "ambassador", "envoy", "diplomat", "mission", "consul", "source",
  ]
  private static let official: Set<String> = [
    "government", "military", "police", "intelligence", "court", "legislature", "security",
  ]
  private static let serving: Set<String> = ["officials", "military", "security", "judicial"]

  private func isActing(_ index: Int) -> Bool {
    let token = document.tokens[index]
    return token.deprel == "nsubj" && (token.head.map { document.tokens[$0].upos == .verb } ?? false)
  }

  private func isUndergoing(_ index: Int) -> Bool {
    document.tokens[index].hasRelation("obj") || document.tokens[index].deprel == "nsubj:pass"
  }

  /// The state whose land a place is or lies in.
  private mutating func landlord(of place: Int) -> Int? {
    var current: Int? = place
    for _ in 0..<4 {
      guard let index = current else { return nil }
      let known = roster.member(index).entity
      if let link = known.link, link.hasPrefix("place:"),
        let entry = lexicon.entryIndex(named: String(link.dropFirst(6))), lexicon.entries[entry].label == .state
      {
        return entity(ofEntry: entry)
      }
      current = known.locatedIn?.index
    }
    return nil
  }

  /// Where the report is written from: the state of its date line, else the one it names most, if there is one.
  func findHomeState() -> Int? {
    let within = statesWithinNames()
    var states: [(count: Int, index: Int)] = []
    for state in roster.members.indices where isState(state) {
      states.append((roster.member(state).entity.mentions.count + (within[state] ?? 0), state))
    }
    states.sort { $0.count != $1.count ? $0.count > $1.count : $0.index < $1.index }
    guard let most = states.first, most.count > 1 else { return nil }
    // A report from Berlin on Kyiv's president: the date line counts only for a state that the report is about.
    if let dateline = datelineState, states.contains(where: { $0.index == dateline && $0.count >= most.count }) {
      return dateline
    }
    return datelineState == nil && (states.count < 2 || most.count > states[1].count) ? most.index : nil
  }

  /// How often a body is named by the adjective of a state's people: `the Lebanese Red Cross`. Only states known otherwise count.
  private func statesWithinNames() -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for span in names.joined() where span.tokens.count > 1 && !span.isPerson && span.senses.isEmpty {
      for case .demonym(let index) in lexicon.senses(of: document.tokens[span.tokens.lowerBound].form) {
        guard let state = roster.index(forKey: "entry:" + lexicon.entries[index].name) else { continue }
        counts[state, default: 0] += 1
      }
    }
    return counts
  }

  private var datelineState: Int? {
    for sentence in document.sentences where sentence.part == .dateline || sentence.part == .byline {
      for token in sentence.tokens {
        guard let found = lexicon.names.longest(in: document.tokens, from: token, limit: sentence.tokens.upperBound)
        else { continue }
        for sense in found.values {
          if case .capital(_, let state) = sense { return roster.index(forKey: "entry:" + lexicon.entries[state].name) }
          if case .entity(let index) = sense {
            let entry = lexicon.entries[index]
            let name =
              entry.label == .state
              ? entry.name : entry.label == .place && entry.countries.count == 1 ? entry.countries[0] : ""
            if let known = roster.index(forKey: "entry:" + name) { return known }
          }
        }
      }
    }
    return nil
  }
}
