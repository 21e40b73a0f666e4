/// Words for one thing: reports and those who answer them seldom use the same. What `matters.tsv` has, by the words of a text.
struct MatterTable: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case deed, act, thing, quality
    /// Phrases that stand for no matter, in whose words others would be found: `in order`.
    case plain
  }

  private struct Phrase: Sendable {
    /// The words behind the first, each in any of its forms; nil where some others may stand.
    let rest: [Set<String>?]
    let matter: String
  }

  /// By word as it is written: the word that stands for it.
  private var words: [String: String] = [:]
  /// By first word, those of most words first.
  private var phrases: [String: [Phrase]] = [:]
  private var kinds: [String: Kind] = [:]
  /// What a form is of, where the rows leave it open: mistakes of the table.
  private(set) var doubtful: [String: Set<String>] = [:]

  /// As the binary carries it. Assembly works on analyses that several readers may have made, so there is one for all.
  static let embedded = EmbeddedLexicons.file("matters.tsv").flatMap { try? MatterTable($0) } ?? MatterTable()

  private init() {}

  init(_ file: LexiconFile) throws(LexiconError) {
    let rows = try LexiconTable([file], columns: 4, keyColumns: 1).rows
    for row in rows {
      let matter = row.text(0)
      kinds[matter] = try row.word(1, byRawValue(Kind.self))
      for word in [matter] + row.list(2) + row.list(3) where !word.contains(" ") { add(word, matter) }
    }
    let listed = words
    for row in rows {
      let matter = row.text(0)
      for lemma in [matter] + row.list(2) {
        if lemma.contains(" ") {
          addPhrase(lemma, matter)
        } else {
          for form in InflectedForms.of(lemma) where listed[form] == nil { add(form, matter) }
        }
      }
    }
    for first in phrases.keys { phrases[first]?.sort { $0.rest.count > $1.rest.count } }
  }

  private mutating func add(_ form: String, _ matter: String) {
    if let known = words[form], known != matter { doubtful[form, default: [known]].insert(matter) }
    words[form] = words[form] ?? matter
  }

  private mutating func addPhrase(_ phrase: String, _ matter: String) {
    let parts = phrase.split(separator: " ").map(String.init)
    let forms = parts.enumerated().map { index, part -> Set<String>? in
      if part == "~" { return nil }
      return index == 0 || index == parts.count - 1 ? InflectedForms.of(part) : [part]
    }
    guard let first = forms.first, let first else { return }
    for form in first { phrases[form, default: []].append(Phrase(rest: Array(forms.dropFirst()), matter: matter)) }
  }

  /// The words that stand for others.
  var matters: Set<String> { Set(kinds.keys) }

  /// Whether the word for a matter tells by itself what is spoken of: `arrest`, but not `soldier`, `bring`.
  func isDeed(_ matter: String) -> Bool { kinds[matter] == .deed }

  func isQuality(_ matter: String) -> Bool { kinds[matter] == .quality }

  /// The word that stands for a word as it is written.
  func matter(of word: String) -> String? { words[word] }

  /// The longest phrase that begins at a place: the word that stands for it, nil where it is of no matter, and the places of
  /// its words.
  func phrase(at start: Int, of words: [String]) -> (matter: String?, places: [Int])? {
    for phrase in phrases[words[start]] ?? [] {
      if let places = Self.places(of: phrase.rest[...], in: words, after: start) {
        return (kinds[phrase.matter] == .plain ? nil : phrase.matter, [start] + places)
      }
    }
    return nil
  }

  /// `set the barn on fire`.
  private static let mostBetween = 4

  private static func places(of rest: ArraySlice<Set<String>?>, in words: [String], after start: Int) -> [Int]? {
    guard let next = rest.first else { return [] }
    guard let next else {
      for between in 0...mostBetween {
        if let places = places(of: rest.dropFirst(), in: words, after: start + between) { return places }
      }
      return nil
    }
    guard start + 1 < words.count, next.contains(words[start + 1]) else { return nil }
    return places(of: rest.dropFirst(), in: words, after: start + 1).map { [start + 1] + $0 }
  }
}
