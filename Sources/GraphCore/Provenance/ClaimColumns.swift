import SourceText

/// The claims of a layer in columns: some hundred bytes each beside the words, where a record takes three hundred and as
/// many again for what it refers to. There are ten times as many of them as of reports, and more.
package struct ClaimColumns: Sendable {
  private var keys = KeyList()
  private var speakers = KeyList()
  private var reports = KeyList()
  private var relays = KeyLists()
  private var topics = KeyLists()
  private var facts: [Facts] = []
  private var texts = TextStore()
  private var shared = SharedTexts()
  /// By place; few claims have one.
  private var figures: [UInt32: ClaimNode.Figure] = [:]
  private var index = KeyIndex()

  /// What is neither a key nor a text of its own; the words as codes of `shared`.
  private struct Facts {
    let start, end, sentence: UInt32
    let hedge, cue, said, rule: UInt32
    let stance: Stance
    let isQuoted: Bool
  }

  init() {}

  package var count: Int { facts.count }

  /// Of several with one key the first counts.
  mutating func insert(_ claim: ClaimNode) {
    guard place(of: claim.key) == nil else { return }
    let place = UInt32(count)
    keys.append(claim.key.element)
    speakers.append(claim.speaker.element)
    reports.append(claim.report.element)
    relays.append(claim.relays.lazy.map(\.element))
    topics.append(claim.about.lazy.map(\.element))
    texts.append(claim.text)
    facts.append(
      Facts(
        start: UInt32(clamping: claim.range.start), end: UInt32(clamping: claim.range.end),
        sentence: UInt32(clamping: claim.sentence), hedge: shared.code(of: claim.hedge),
        cue: shared.code(of: claim.cue), said: shared.code(of: claim.said), rule: shared.code(of: claim.rule),
        stance: claim.stance, isQuoted: claim.isQuoted))
    figures[place] = claim.figure
    let keys = keys
    index.insert(place) { keys[Int($0)] }
  }

  // MARK: Parts

  /// Lets go of the words; they read as empty from then on.
  mutating func dropTexts() { texts = TextStore() }

  /// Where the claim stands in the columns. O(1).
  package func place(of key: ClaimKey) -> Int? { index.place(of: key.element) { keys[Int($0)] }.map { Int($0) } }

  func contains(_ key: ClaimKey) -> Bool { place(of: key) != nil }

  /// Ascending by key. O(claims × log claims).
  func placesByKey() -> [UInt32] { (0..<UInt32(count)).sorted { keys[Int($0)] < keys[Int($1)] } }

  package func key(at place: Int) -> ElementKey { keys[place] }
  func speaker(at place: Int) -> ElementKey { speakers[place] }
  func report(at place: Int) -> ElementKey { reports[place] }
  func stance(at place: Int) -> Stance { facts[place].stance }
  func cue(at place: Int) -> String? { shared[facts[place].cue] }
  func sentence(at place: Int) -> Int { Int(facts[place].sentence) }
  /// UTF-8 bytes of the report's text.
  func range(at place: Int) -> SourceRange { SourceRange(Int(facts[place].start), Int(facts[place].end)) }
  func relays(at place: Int) -> [ElementKey] { relays[place] }
  /// What the claim is about.
  package func topics(at place: Int) -> [ElementKey] { topics[place] }

  package func text(at place: Int) -> String { texts[place] }
  func hedge(at place: Int) -> String? { shared[facts[place].hedge] }
  func isQuoted(at place: Int) -> Bool { facts[place].isQuoted }
  /// ISO 8601 date.
  func said(at place: Int) -> String? { shared[facts[place].said] }
  func rule(at place: Int) -> String? { shared[facts[place].rule] }
  func figure(at place: Int) -> ClaimNode.Figure? { figures[UInt32(place)] }
}
