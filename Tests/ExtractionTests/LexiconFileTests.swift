import Testing
import TextAnalysis

/// A lexicon as the binary carries it, taken apart without the code that reads it for extraction.
private struct LexiconFileText {
  let columns: [String]
  let rows: [[String]]

  init(_ name: String) throws {
    let text = try #require(EmbeddedFile.text(at: "lexicons/\(name).tsv"), "the binary carries \(name).tsv")
    let lines = text.split(separator: "\n").map(String.init)
    let first = try #require(lines.first)
    columns = first.drop { $0 == "#" || $0 == " " }.split(separator: "\t").map(String.init)
    rows = lines.filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// The values of a column whose rows are as wide as the head.
  func values(_ column: String) throws -> [String] {
    let index = try #require(columns.firstIndex(of: column))
    return rows.compactMap { $0.count == columns.count ? $0[index] : nil }
  }

  func lists(_ column: String) throws -> [[String]] {
    try values(column).map { $0.split(separator: "|").map(String.init) }
  }
}

/// File, and the columns that identify a row.
private let keys: [(file: String, columns: [Int])] = [
  ("abbreviations", [0]), ("boilerplate", [0]), ("cues", [0, 1]), ("events", [0, 1]), ("figures", [0, 1]),
  ("firstnames", [0]), ("groups", [0]), ("hedges", [0, 1]), ("matters", [0]),
  ("media", [0]), ("organisations", [0]),
  ("places", [0, 3]), ("roles", [0]), ("states", [0]), ("things", [0]), ("titles", [0]),
]

private let eventTypes: Set = [
  "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST", "ACCUSE", "DISAPPROVE", "REJECT",
  "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "INVESTIGATE", "WARN", "STATE", "PUBLISH",
  "TRAVEL", "CONTROL", "OTHER",
]

/// File, column, and the words that its cells hold.
private let closedColumns: [(file: String, column: String, words: Set<String>)] = [
  ("boilerplate", "match", ["whole-line", "prefix", "contains"]),
  ("cues", "pos", ["VERB", "NOUN", "ADJ", "ADV", "PREP"]),
  (
    "cues", "stance",
    [
      "asserts", "denies", "confirms", "doubts", "warns", "alleges", "announces", "claims_responsibility",
      "declines_to_comment", "disclaims_knowledge",
    ]
  ),
  ("cues", "strength", ["weak", "neutral", "strong"]),
  ("cues", "attributive", ["yes", "maybe", "relay", "inner"]),
  ("events", "pos", ["VERB", "NOUN"]),
  ("events", "type", eventTypes),
  ("events", "actuality", ["happened", "planned", "possible", "denied"]),
  ("figures", "pos", ["PHRASE", "NOUN", "VERB", "ADJ"]),
  ("figures", "kind", ["bound", "number", "multiplier", "attribute"]),
  ("firstnames", "gender", ["m", "f", "u"]),
  ("matters", "kind", ["deed", "act", "thing", "quality", "plain"]),
  ("media", "kind", ["news_agency", "publisher"]),
  ("places", "kind", ["region", "city", "site"]),
  ("things", "kind", ["weapon", "explosive", "vehicle", "aircraft", "vessel", "building", "infrastructure", "goods"]),
  ("roles", "number", ["person", "group"]),
  ("roles", "relation", ["HEAD_OF", "SPOKESPERSON_OF", "MEMBER_OF"]),
]

@Suite("Lexicon files")
struct LexiconFileTests {
  @Test("every embedded lexicon is listed here, so that none goes unchecked")
  func allListed() {
    #expect(
      EmbeddedFile.paths(under: "lexicons/").allSatisfy { path in
        keys.contains { "lexicons/\($0.file).tsv" == path } || path == "lexicons/headnouns.tsv"
      })
  }

  @Test("rows are as wide as the first line says, sorted, unlike in their key, and clean", arguments: keys)
  func shape(_ file: (file: String, columns: [Int])) throws {
    let lexicon = try LexiconFileText(file.file)
    #expect(!lexicon.rows.isEmpty)
    var seen: Set<[String]> = []
    for row in lexicon.rows {
      try #require(row.count == lexicon.columns.count, "\(row)")
      #expect(!row[0].isEmpty)
      #expect(seen.insert(file.columns.map { row[$0] }).inserted, "\(row[0]) stands twice")
      for cell in row where !cell.isEmpty {
        let parts = cell.split(separator: "|", omittingEmptySubsequences: false)
        #expect(parts.allSatisfy { !$0.isEmpty && $0.first != " " && $0.last != " " }, "\(cell)")
      }
    }
    let unsorted = zip(lexicon.rows, lexicon.rows.dropFirst()).first { earlier, later in
      later[0].utf8.lexicographicallyPrecedes(earlier[0].utf8)
    }
    #expect(unsorted == nil, "\(unsorted?.1[0] ?? "") stands too late")
  }

  @Test("columns of a closed set hold nothing else", arguments: closedColumns)
  func closed(_ column: (file: String, column: String, words: Set<String>)) throws {
    for words in try LexiconFileText(column.file).lists(column.column) {
      #expect(column.words.isSuperset(of: words), "\(words)")
    }
  }

  @Test("frames of cues are known, and their prepositions are in upper case")
  func frames() throws {
    let known: Set = ["clause", "quote", "object", "infinitive", "passive-infinitive", "none"]
    for frame in try LexiconFileText("cues").lists("frame").joined() {
      let isPreposition = frame.hasPrefix("prep:") && frame.dropFirst(5).allSatisfy(\.isUppercase)
      #expect(known.contains(frame) || isPreposition, "\(frame)")
    }
  }

  @Test("parents exist, and stand with a relation")
  func parents() throws {
    let names = try Set(
      ["states", "organisations", "groups"].flatMap { try LexiconFileText($0).values("name") })
    for file in ["organisations", "groups"] {
      let lexicon = try LexiconFileText(file)
      for (parent, relation) in zip(try lexicon.values("parent"), try lexicon.values("relation")) {
        #expect(parent.isEmpty || names.contains(parent), "\(parent)")
        #expect(parent.isEmpty == relation.isEmpty, "\(parent) \(relation)")
      }
    }
  }

  @Test("countries are states", arguments: ["groups", "media", "places"])
  func countries(_ file: String) throws {
    let states = Set(try LexiconFileText("states").values("name"))
    for country in try LexiconFileText(file).lists("country").joined() {
      #expect(states.contains(country), "\(country)")
    }
  }

  @Test("a seat of government is an organisation, and a capital is a place")
  func standIns() throws {
    let states = try LexiconFileText("states")
    let organisations = Set(try LexiconFileText("organisations").values("name"))
    for metonym in try states.lists("metonyms").joined() {
      let parts = metonym.split(separator: "=").map(String.init)
      try #require(parts.count == 2, "\(metonym)")
      #expect(organisations.contains(parts[1]), "\(metonym)")
    }
    let places = try LexiconFileText("places")
    let known = Set(try places.values("name")).union(try places.lists("aliases").joined())
    for capital in try states.lists("capital").joined() { #expect(known.contains(capital), "\(capital)") }
  }

  @Test("a name, alias or demonym of an actor names one actor only")
  func oneActorPerName() throws {
    var owners: [String: String] = [:]
    for file in ["states", "organisations", "groups", "media"] {
      let lexicon = try LexiconFileText(file)
      let aliases = try lexicon.lists("aliases")
      let demonyms = file == "states" ? try lexicon.lists("demonyms") : aliases.map { _ in [] }
      for (index, name) in try lexicon.values("name").enumerated() {
        for alias in [name] + aliases[index] + demonyms[index] {
          let owner = owners.updateValue(name, forKey: alias)
          #expect(owner == nil || owner == name, "\(alias): \(owner ?? "") and \(name)")
        }
      }
    }
  }

  @Test("codes of states are three letters, and no two states share one")
  func codes() throws {
    let codes = try LexiconFileText("states").values("iso3").filter { !$0.isEmpty }
    #expect(codes.allSatisfy { $0.count == 3 && $0.allSatisfy(\.isUppercase) })
    #expect(Set(codes).count == codes.count)
  }

  @Test("the bundled case is eight reports with headline, outlet, byline and a dated line")
  func bundledCase() throws {
    let paths = EmbeddedFile.paths(under: "case/")
    #expect(paths.count == 8)
    for path in paths {
      let lines = try #require(EmbeddedFile.text(at: path)).split(
        separator: "\n", omittingEmptySubsequences: false)
      try #require(lines.count > 6)
      #expect(lines[2].hasPrefix("By "))
      #expect(lines[3].hasSuffix("2024"))
      #expect(lines[4].isEmpty)
    }
  }
}
