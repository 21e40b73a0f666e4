import SourceText

/// Whom a figure counts, as far as it may not be held against another: dead hostages are no dead gunmen, and children are
/// but some of the wounded.
struct CountedFigure: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// People, whoever they are.
    case people
    /// Those who fight or attack.
    case fighters
    /// Police, soldiers, helpers.
    case services
    case children
    case women
    /// `several of the dead were Belgians`, `three Germans were among the dead`: a share of another count.
    case part
  }

  let kind: Kind
  /// Which people, where the text has a word for them that others are not called by: passengers are no crew, two Germans no
  /// two Poles. Nil for people, whoever they are.
  let group: String?
  /// Whether the text gives it as another number than one given before: `had given a higher figure`.
  let isSetAgainst: Bool

  private static let before = 90
  private static let behind = 60

  init(_ figure: SourceRange, in text: String) {
    let rest = Self.words(of: text.utf8Slice(SourceRange(figure.end, figure.end + Self.behind)), fromEnd: false)
    let ahead = Self.words(
      of: text.utf8Slice(SourceRange(max(0, figure.start - Self.before), figure.start)), fromEnd: true)
    kind = Self.isIncluded(ahead) || Self.isTakenOut(rest) ? .part : Self.kind(rest)
    let next = text.utf8Slice(SourceRange(figure.end, min(figure.end + Self.behind, text.utf8.count)))
    group = Self.group(rest, isCapitalised: next.drop { $0.isWhitespace }.first?.isUppercase ?? false)
    isSetAgainst = ahead.indices.dropLast().contains { index in
      Self.comparing.contains(ahead[index]) && Self.tallies.contains(ahead[index + 1])
    }
  }

  /// Whether both may count the same people.
  func mayBeSame(as other: Self) -> Bool {
    kind == other.kind && (group == nil || other.group == nil || group == other.group)
  }

  /// `seven people, including three children`, `among them two nuns`.
  private static func isIncluded(_ ahead: [String]) -> Bool {
    var words = ahead[...]
    while let last = words.last, ["at", "least", "about", "some", "nearly", "a", "the"].contains(last) {
      words.removeLast()
    }
    guard let last = words.last else { return false }
    if last == "including" { return true }
    return words.count > 1 && ["them", "whom", "those"].contains(last)
      && ["among", "of"].contains(words[words.endIndex - 2])
  }

  /// `Five of the victims died in hospital`
  private static func isTakenOut(_ rest: [String]) -> Bool {
    // `two more died`, beside those counted before
    if rest.first == "more", rest.count < 2 || rest[1] != "than" { return true }
    guard rest.count > 1, rest[0] == "of" else { return false }
    // `five of his comrades`
    if rest.count > 2, ["his", "her", "their", "our", "my"].contains(rest[1]), companions.contains(rest[2]) {
      return true
    }
    let noun = ["the", "those", "these"].contains(rest[1]) ? rest.dropFirst(2).first ?? "" : rest[1]
    return ["victims", "dead", "wounded", "injured", "them", "whom", "killed", "missing"].contains(noun)
  }

  private static let companions: Set<String> = [
    "comrades", "colleagues", "friends", "relatives", "men", "neighbours", "neighbors", "children", "sons", "brothers",
  ]

  private static func group(_ rest: [String], isCapitalised: Bool) -> String? {
    if isCapitalised, let people = rest.first { return people }
    for word in rest.prefix(3) {
      if ends.contains(word) || word.first?.isNumber ?? false { return nil }
      if let group = groups[word] { return group }
    }
    return nil
  }

  private static let groups: [String: String] = {
    var groups: [String: String] = [:]
    for words in [
      ["passengers", "passenger"], ["crew", "pilots", "pilot", "crewmen", "sailors", "sailor", "stewards"],
      ["workers", "worker", "miners", "miner", "employees", "labourers", "laborers"],
      ["students", "student", "schoolgirls", "schoolboys"], ["tourists", "tourist", "holidaymakers", "hikers"],
      ["protesters", "protester", "demonstrators", "demonstrator"], ["journalists", "journalist", "reporters"],
      ["migrants", "migrant", "refugees", "refugee"], ["hostages", "hostage", "captives", "captive"],
      ["prisoners", "prisoner", "inmates", "inmate"], ["patients", "patient"], ["pilgrims", "pilgrim"],
      ["doctors", "doctor", "nurses", "nurse"], ["teachers", "teacher"],
      ["horses", "cattle", "cows", "sheep", "animals"],
    ] {
      for word in words { groups[word] = words[0] }
    }
    return groups
  }()

  private static func kind(_ rest: [String]) -> Kind {
    let isShare = rest.indices.prefix(7).contains { index in
      rest[index] == "among" && rest[(index + 1)...].prefix(2).contains { harmed.contains($0) }
    }
    if isShare || isOfOnePlace(rest) { return .part }
    for word in rest.prefix(5) {
      // Another number, or another clause, tells of others: `34 hostages and 15 kidnappers`, `20 died when gunmen came`.
      if ends.contains(word) || word.first?.isNumber ?? false { break }
      if let kind = kinds[word] { return kind }
    }
    return .people
  }

  /// `12 were killed in one village`, `18 of them`: some of those counted in all.
  private static func isOfOnePlace(_ rest: [String]) -> Bool {
    if rest.count > 1, rest[0] == "of", ["them", "whom", "those"].contains(rest[1]) { return true }
    guard let place = rest.prefix(6).indices.first(where: { ["in", "at", "on"].contains(rest[$0]) }),
      rest.indices.contains(place + 2)
    else { return false }
    return rest[place + 1] == "one" && singlePlaces.contains(rest[place + 2])
  }

  private static let singlePlaces: Set<String> = [
    "village", "town", "house", "home", "building", "room", "cabin", "car", "bus", "street", "district",
    "neighbourhood",
    "neighborhood", "school", "family", "incident", "attack", "place", "area", "spot", "city", "hospital", "camp",
  ]

  private static let harmed: Set<String> = ["dead", "killed", "victims", "injured", "wounded"]
  private static let ends: Set<String> = [
    "and", "or", "but", "when", "who", "that", "was", "were", "is", "are", "had", "has", "have", "died", "in", "at",
    "by",
    "after", "as", "while", "from", "to", "on", "if", "with", "near", "killed", "over", "during", "before", "for",
    "including", "among",
  ]

  private static let kinds: [String: Kind] = {
    var kinds: [String: Kind] = [:]
    for word in [
      "militants", "militant", "gunmen", "gunman", "attackers", "attacker", "assailants", "assailant", "kidnappers",
      "kidnapper", "hijackers", "terrorists", "terrorist", "rebels", "rebel", "insurgents", "insurgent", "fighters",
      "jihadists", "extremists", "bombers", "bandits", "raiders", "guerrillas", "suspects", "besiegers", "captors",
      "hostage-takers",
    ] {
      kinds[word] = .fighters
    }
    for word in [
      "soldiers", "soldier", "troops", "policemen", "policeman", "police", "officers", "officer", "guards", "guard",
      "firefighters", "firefighter", "rescuers", "servicemen", "peacekeepers", "peacekeeper", "commandos", "medics",
      "paramedics",
    ] {
      kinds[word] = .services
    }
    for word in ["children", "child", "minors", "schoolchildren", "babies", "pupils"] { kinds[word] = .children }
    for word in ["women", "woman"] { kinds[word] = .women }
    return kinds
  }()

  private static let comparing: Set<String> = [
    "higher", "lower", "different", "larger", "smaller", "bigger", "another",
  ]
  private static let tallies: Set<String> = ["figure", "toll", "number", "count", "estimate", "tally", "total"]

  /// The words of its sentence, folded, in order.
  private static func words(of text: String, fromEnd: Bool) -> [String] {
    var words: [String] = []
    let pieces = text.split(whereSeparator: \.isWhitespace)
    for piece in fromEnd ? pieces.reversed() : pieces {
      let endsSentence = piece.last.map { ".!?;".contains($0) } ?? false
      if fromEnd, endsSentence { break }
      words.append(WordFolding.key(piece))
      if !fromEnd, endsSentence { break }
    }
    return (fromEnd ? words.reversed() : words).filter { !$0.isEmpty }
  }
}
