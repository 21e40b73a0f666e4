import SourceText

/// What is known of words and names before a report is read. Loaded once, read by many.
package struct Lexicon: Sendable {
  /// All named entities of the lexicons; positions are those of ``NameSense``.
  package private(set) var entries: [NameEntry] = []
  /// By canonical name.
  private var entryByName: [String: Int] = [:]
  private(set) var names = PhraseIndex<NameSense>()
  private(set) var roles = PhraseIndex<RoleNoun>()
  private(set) var figureWords = PhraseIndex<FigureWord>()
  private(set) var headNouns = PhraseIndex<HeadNoun>()
  private(set) var titles = PhraseIndex<Title>()
  private(set) var things = PhraseIndex<ThingNoun>()

  private var cuesByLemma: [String: [Cue]] = [:]
  private var eventsByLemma: [String: [EventWord]] = [:]
  private var eventLemmas = FoldedTable<Bool>()
  private var hedgesByWord: [String: [Hedge]] = [:]
  private var genders: [String: Gender] = [:]
  /// The phrases by which lines that are no news are known.
  package private(set) var boilerplate = Boilerplate()

  /// Words that weaken a claim.
  package struct Hedge: Sendable, Equatable {
    /// Lower case, in order.
    package let words: [String]
    /// As the file has it: `ADV`, `ADJ`, …
    package let partOfSpeech: String
    package let kind: String
  }

  package enum Gender: String, Sendable, CaseIterable { case female = "f", male = "m", either = "u" }

  /// Phrases as written, by where in a line they stand.
  package struct Boilerplate: Sendable, Equatable {
    package var wholeLines: [String] = []
    package var openings: [String] = []
    package var anywhere: [String] = []
  }

  /// The names of the files a lexicon consists of.
  package static let fileNames = [
    "states.tsv", "organisations.tsv", "groups.tsv", "media.tsv", "places.tsv", "roles.tsv", "cues.tsv", "hedges.tsv",
    "events.tsv", "figures.tsv", "firstnames.tsv", "titles.tsv", "boilerplate.tsv", "headnouns.tsv",
    "abbreviations.tsv", "things.tsv",
  ]

  /// The lexicons that the binary carries, with rows of other files added, or put in place of those with the same key
  /// (the first column; for cues, hedges and events the first two).
  ///
  /// - Throws: the first mistake met; a file whose name is none of ``fileNames`` is one.
  package init(adding files: [LexiconFile] = []) throws(LexiconError) {
    for file in files where !Self.fileNames.contains(file.name) {
      let hint = nearestFileName(file.name).map { "; did you mean `\($0)`?" } ?? ""
      throw LexiconError(.unknownFile, "no lexicon has this name\(hint)", file: file.name)
    }
    func table(_ name: String, _ columns: Int, keyColumns: Int = 1) throws(LexiconError) -> [LexiconTable.Row] {
      let own = EmbeddedLexicons.file(name).map { [$0] } ?? []
      // An empty first file keeps later ones additions even where the binary carries none.
      let base = own.isEmpty ? [LexiconFile(name: name, contents: "")] : own
      return try LexiconTable(base + files.filter { $0.name == name }, columns: columns, keyColumns: keyColumns).rows
    }
    let states = try table("states.tsv", 7)
    for row in states { addState(row) }
    for row in try table("organisations.tsv", 5) {
      add(entry(row, label: .organization, kind: row.optional(2) ?? "organization", countries: []))
    }
    for row in try table("groups.tsv", 6) {
      add(entry(row, label: .group, kind: row.optional(2) ?? "armed_group", countries: row.list(5)))
    }
    for row in try table("media.tsv", 5) { addMedium(row) }
    for row in try table("places.tsv", 4) { addPlace(row) }
    for row in states { addStandIns(row) }
    for row in try table("roles.tsv", 4) { roles.insert(row.text(0), try RoleNoun(row)) }
    for row in try table("cues.tsv", 7, keyColumns: 2) {
      let cue = try Cue(row)
      if let first = cue.lemmas.first { cuesByLemma[first, default: []].append(cue) }
    }
    for row in try table("events.tsv", 9, keyColumns: 2) {
      let word = try EventWord(row)
      if let first = word.lemmas.first {
        eventsByLemma[first, default: []].append(word)
        eventLemmas.update(WordFolding.key(first), default: true) { _ in }
      }
    }
    for row in try table("hedges.tsv", 3, keyColumns: 2) {
      let words = row.text(0).lowercased().split(separator: " ").map(String.init)
      let hedge = Hedge(words: words, partOfSpeech: row.text(1), kind: row.text(2))
      if let first = words.first { hedgesByWord[first, default: []].append(hedge) }
    }
    for row in try table("figures.tsv", 5, keyColumns: 2) { figureWords.insert(row.text(0), try FigureWord(row)) }
    for row in try table("firstnames.tsv", 2) {
      genders[WordFolding.key(row.text(0))] = Gender(rawValue: row.text(1).lowercased()) ?? .either
    }
    for row in try table("headnouns.tsv", 4) { headNouns.insert(row.text(0), try HeadNoun(row)) }
    for row in try table("things.tsv", 2) { things.insert(row.text(0), try ThingNoun(row)) }
    for row in try table("titles.tsv", 3) { titles.insert(row.text(0), Title(row)) }
    for row in try table("boilerplate.tsv", 2) { try addBoilerplate(row) }
    for lemma in cuesByLemma.keys { cuesByLemma[lemma]?.sort { $0.lemmas.count > $1.lemmas.count } }
    for lemma in eventsByLemma.keys { eventsByLemma[lemma]?.sort { $0.lemmas.count > $1.lemmas.count } }
  }

  // MARK: Lookup

  /// All cues, by their first lemma in alphabetical order.
  package var cues: [Cue] { cuesByLemma.sorted { $0.key < $1.key }.flatMap(\.value) }

  /// All event words, by their first lemma in alphabetical order.
  package var eventWords: [EventWord] { eventsByLemma.sorted { $0.key < $1.key }.flatMap(\.value) }

  /// The cues whose first lemma is this one, those of most words first.
  package func cues(beginningWith lemma: String) -> [Cue] { cuesByLemma[lemma.lowercased()] ?? [] }

  /// The event words whose first lemma is this one, those of most words first.
  package func eventWords(beginningWith lemma: String) -> [EventWord] { eventsByLemma[lemma.lowercased()] ?? [] }

  /// Whether some event word begins with this lemma.
  func isEventLemma(_ lemma: FoldedHash, _ text: () -> String) -> Bool {
    eventLemmas.value(lemma) { WordFolding.key(text()) } != nil && eventsByLemma[text()] != nil
  }

  /// The hedges whose first word is this one.
  package func hedges(beginningWith word: String) -> [Hedge] { hedgesByWord[word.lowercased()] ?? [] }

  /// The position of the entry with this canonical name.
  package func entryIndex(named name: String) -> Int? { entryByName[name] }

  package func entry(named name: String) -> NameEntry? { entryByName[name].map { entries[$0] } }

  /// What exactly these words can mean as a name; case is not looked at.
  package func senses(of name: String) -> [NameSense] { names.values(of: name) }

  /// Whether these words are a name of a newspaper, an agency, a station; case is not looked at.
  package func isMedium(_ name: String) -> Bool {
    senses(of: name).contains { sense in
      if case .entity(let index) = sense { ["news_agency", "publisher"].contains(entries[index].kind) } else { false }
    }
  }

  /// The role that a word or phrase names (`spokesperson`, `gunmen`), singular or plural as listed.
  package func role(_ phrase: String) -> RoleNoun? { roles.first(of: phrase) }

  package func gender(ofFirstName name: String) -> Gender? { genders[WordFolding.key(name)] }

  /// What a noun says of the name it ends or stands beside: `ministry`, `rebel group`.
  package func headNoun(_ phrase: String) -> HeadNoun? { headNouns.first(of: phrase) }

  /// What kind of thing a noun or phrase names: `car bomb`, `bridge`.
  package func thing(_ phrase: String) -> ThingNoun? { things.first(of: phrase) }

  // MARK: Entries

  private mutating func add(_ entry: NameEntry) {
    let index = entries.count
    entries.append(entry)
    entryByName[entry.name] = entryByName[entry.name] ?? index
    for name in [entry.name] + entry.aliases { names.insert(name, .entity(index)) }
  }

  private func entry(_ row: LexiconTable.Row, label: Entity.Label, kind: String, countries: [String]) -> NameEntry {
    NameEntry(
      name: row.text(0), aliases: row.list(1), label: label, kind: kind, parent: row.optional(3),
      relation: row.optional(4), countries: countries)
  }

  private mutating func addState(_ row: LexiconTable.Row) {
    add(NameEntry(name: row.text(0), aliases: row.list(1), label: .state, kind: "state"))
    guard let index = entryByName[row.text(0)] else { return }
    for demonym in row.list(2) { names.insert(demonym, .demonym(index)) }
  }

  private mutating func addBoilerplate(_ row: LexiconTable.Row) throws(LexiconError) {
    let phrase = row.text(0)
    for match in row.list(1) {
      switch match {
      case "whole-line": boilerplate.wholeLines.append(phrase)
      case "prefix": boilerplate.openings.append(phrase)
      case "contains": boilerplate.anywhere.append(phrase)
      default:
        throw row.error(.unknownWord, "`\(match)` is none of whole-line, prefix, contains", column: 1)
      }
    }
  }

  private mutating func addMedium(_ row: LexiconTable.Row) {
    let countries = row.list(3)
    let aliases = row.list(1) + (row.optional(4).map { [$0] } ?? [])
    add(
      NameEntry(
        name: row.text(0), aliases: aliases, label: .organization, kind: row.optional(2) ?? "publisher",
        parent: countries.first, relation: countries.isEmpty ? nil : "BASED_IN", countries: countries,
        domain: row.optional(4)))
  }

  private mutating func addPlace(_ row: LexiconTable.Row) {
    add(
      NameEntry(
        name: row.text(0), aliases: row.list(1), label: .place, kind: row.optional(2) ?? "site",
        countries: row.list(3)))
  }

  /// Capitals and seats of government, which need the organisations and places to be known.
  private mutating func addStandIns(_ row: LexiconTable.Row) {
    guard let state = entryByName[row.text(0)] else { return }
    for capital in row.list(4) {
      var place: Int?
      for case .entity(let index) in names.values(of: capital) where place == nil {
        if entries[index].label == .place, entries[index].countries.contains(row.text(0)) { place = index }
      }
      names.insert(capital, .capital(place: place, state: state))
    }
    for metonym in row.list(5) {
      let parts = metonym.split(separator: "=", maxSplits: 1).map(String.init)
      let canonical = parts.count == 2 ? parts[1] : parts[0]
      if let index = entryByName[canonical] {
        names.insert(parts[0], .entity(index))
      } else {
        add(
          NameEntry(
            name: canonical, aliases: parts[0] == canonical ? [] : [parts[0]], label: .organization,
            kind: "government", parent: row.text(0), relation: "PART_OF"))
      }
    }
  }
}

private func nearestFileName(_ name: String) -> String? { nearestName(to: name, among: Lexicon.fileNames) }
