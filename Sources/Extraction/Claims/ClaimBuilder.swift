import SourceText
import TextAnalysis

/// Makes claims of attributions and of the report's own sentences: one for each clause and each speaker, chained to those
/// who pass them on.
struct ClaimBuilder {
  let syntax: Syntax
  let lexicon: Lexicon
  let quotations: Quotations
  var attributions: [Attribution]
  private let dayBelow: [Int: TimeValue]
  var referents: Referents
  var drafts: [ClaimDraft] = []
  private(set) var cover: ClaimCover
  var citations: [ReportRecord.Citation] = []
  /// One entry per attribution: the innermost claims made of it.
  private(set) var claimsOf: [[ClaimID]]

  private let cutter: ClauseCutter
  private let hedges: Hedges
  let speakerWords: SpeakerPhrases
  /// One entry per attribution: its speakers, or nil where it is dropped; empty for the report's own voice.
  var speakers: [[EntityID]?]
  var relayers: [[EntityID]]
  private let cueHeads: Set<Int>
  /// One entry per draft: how many claims its chain has, itself included.
  private var chainLengths: [Int] = []
  private var relayersOf: [ClaimID: [ClaimID]] = [:]
  /// By attribution: those that it passes on, dropped ones skipped; ascending.
  private var innerOf: [Int: [Int]] = [:]

  init(
    syntax: Syntax, lexicon: Lexicon, quotations: Quotations, attributions: [Attribution], times: [TimeExpression],
    referents: Referents
  ) {
    self.syntax = syntax
    self.lexicon = lexicon
    self.quotations = quotations
    self.attributions = attributions
    dayBelow = Self.daysBelow(syntax, times)
    self.referents = referents
    cover = ClaimCover(tokenCount: syntax.tokens.count)
    claimsOf = [[ClaimID]](repeating: [], count: attributions.count)
    cutter = ClauseCutter(syntax: syntax)
    hedges = Hedges(syntax: syntax, lexicon: lexicon)
    speakerWords = SpeakerPhrases(syntax: syntax, quotations: quotations, attributions: attributions)
    speakers = []
    relayers = []
    cueHeads = Set(attributions.map(\.cueHead))
  }

  mutating func build() {
    resolveSpeakers()
    for index in attributions.indices where speakers[index] != nil {
      if let outer = effectiveOuter(index) { innerOf[outer, default: []].append(index) }
    }
    ownVoice()
    let depths = attributions.indices.map { depth($0) }
    let order = attributions.indices.sorted {
      (depths[$0], -attributions[$0].contentCount, $0) < (depths[$1], -attributions[$1].contentCount, $1)
    }
    // Inner ones first, since a relaying claim names the one it relays.
    for index in order.reversed() where isRoot(index) { attribute(index) }
    for index in order { paint(index) }
  }

  // MARK: Chains

  /// The attribution that passes this one on, dropped ones skipped.
  func effectiveOuter(_ index: Int) -> Int? {
    var here = attributions[index].relayedBy
    for _ in attributions.indices {
      guard let outer = here else { return nil }
      if speakers[outer] != nil { return outer }
      here = attributions[outer].relayedBy
    }
    return nil
  }

  private func depth(_ index: Int) -> Int {
    var steps = 0
    var here = index
    while let outer = attributions[here].relayedBy, steps <= attributions.count {
      here = outer
      steps += 1
    }
    return steps
  }

  /// Whether the attribution stands in no other: claims are made from here inwards.
  private func isRoot(_ index: Int) -> Bool { speakers[index] != nil && effectiveOuter(index) == nil }

  /// Makes the claims of an attribution and of all it passes on.
  /// - Returns: the outermost claims made, in text order.
  @discardableResult
  private mutating func attribute(_ index: Int) -> [ClaimID] {
    guard let own = speakers[index] else { return [] }
    let attribution = attributions[index]
    let below = (innerOf[index] ?? []).map { (attribution: $0, claims: attribute($0)) }
    let isInside = Set(attribution.content.flatMap { Array($0) })
    var clauses = cutter.cut(
      attribution.contentHeads, isAllowed: { isInside.contains($0) })
    if clauses.isEmpty, let first = attribution.contentHeads.first {
      clauses = [.init(head: first, tokens: isInside.sorted())]
    }
    addLeftovers(isInside, to: &clauses)
    var outermost: [ClaimID] = []
    for (number, clause) in clauses.enumerated() {
      let members = Set(clause.tokens)
      let passedOn = below.filter { inner in
        let other = attributions[inner.attribution]
        if other.borrows != nil { return number == 0 || claimsTouch(inner.claims, members) }
        return members.contains(other.cueHead)
      }.flatMap { inner in
        attributions[inner.attribution].borrows == nil
          ? inner.claims : inner.claims.filter { claimsTouch([$0], members) }
      }
      for speaker in own.isEmpty ? [referents.publisher] : own {
        let targets: [ClaimID?] = passedOn.isEmpty ? [nil] : passedOn.map { $0 }
        for target in targets {
          let tokens = targets.count > 1 ? target.map { drafts[$0.index].tokens } ?? clause.tokens : clause.tokens
          let id = add(clause, tokens, speaker: speaker, attribution: index, relays: target)
          claimsOf[index].append(id)
          outermost.append(contentsOf: relayed(id, by: relayers[index], attribution))
        }
      }
    }
    return outermost
  }

  /// Words of the content that no clause holds go with the clause in front of them, or the first.
  private func addLeftovers(_ content: Set<Int>, to clauses: inout [ClauseCutter.Clause]) {
    guard !clauses.isEmpty else { return }
    let held = Set(clauses.flatMap(\.tokens))
    let rest = content.subtracting(held).filter {
      !syntax.isPart($0, .punctuation) && syntax.relations[$0] != .coordinator
    }
    for token in rest.sorted() {
      let before = clauses.lastIndex { ($0.tokens.first ?? 0) < token } ?? 0
      clauses[before].tokens.append(token)
    }
    for index in clauses.indices { clauses[index].tokens.sort() }
  }

  private func claimsTouch(_ claims: [ClaimID], _ members: Set<Int>) -> Bool {
    claims.contains { id in members.contains(drafts[id.index].head) }
  }

  /// `told Reuters`: the outlet's own claim in front of the source's.
  private mutating func relayed(_ id: ClaimID, by outlets: [EntityID], _ attribution: Attribution) -> [ClaimID] {
    guard !outlets.isEmpty else { return [id] }
    return outlets.map { outlet in
      var draft = drafts[id.index]
      draft.record.speaker = outlet
      // `cited X as denying that S`: what the outlet puts forward is the denial, and not S.
      if [.denies, .doubts].contains(attribution.stance) {
        draft.tokens = Set(draft.tokens).union(attribution.cue).sorted()
        draft.record.range = range(of: draft.tokens)
      }
      draft.record.stance = .asserts
      draft.record.hedge = nil
      draft.record.relays = id
      draft.record.rule = "attribution.told-outlet"
      let phrases = speakerWords
      let known = referents
      draft.record.speakerRange = (attribution.relayers + attribution.venues).first { !phrases.nouns(of: $0).isEmpty }
        .flatMap {
          phrases.range(of: outlet, among: $0, without: attribution.cueHead, known)
        }
      draft.attribution = nil
      append(draft)
      return ClaimID(drafts.count - 1)
    }
  }

  mutating func add(
    _ clause: ClauseCutter.Clause, _ tokens: [Int], speaker: EntityID, attribution index: Int, relays: ClaimID?
  ) -> ClaimID {
    let attribution = attributions[index]
    let runs = [Range<Int>](runsOf: tokens)
    var record = ClaimRecord(
      speaker: speaker, range: range(of: tokens), sentence: syntax.sentenceOfToken[clause.head],
      stance: attribution.stance,
      rule: attribution.rule)
    if ![.declinesToComment, .disclaimsKnowledge, .claimsResponsibility].contains(attribution.stance) {
      record.hedge = joined(attribution.hedge, hedges.hedge(of: clause))
    }
    record.isQuoted = quotations.cover(runs, in: syntax)
    record.cue = syntax.words(attribution.cue)
    record.cueRange = syntax.document.range(of: attribution.cue)
    record.relays = relays
    record.said = dayBelow[attribution.cueHead]?.start
    record.speakerRange = speakerWords.range(
      of: speaker, among: attribution.speaker, without: attribution.cueHead, referents)
    record.parts = runs.count > 1 ? mergedParts(runs) : []
    append(
      ClaimDraft(record: record, head: clause.head, tokens: tokens, attribution: index, depth: depth(index)))
    return ClaimID(drafts.count - 1)
  }

  private func joined(_ a: String?, _ b: String?) -> String? {
    guard let a else { return b }
    return b.map { "\(a), \($0)" } ?? a
  }

  func range(of tokens: [Int]) -> SourceRange {
    guard let first = tokens.first, let last = tokens.last else { return SourceRange(0, 0) }
    return SourceRange(syntax.tokens[first].range.start, syntax.tokens[last].range.end)
  }

  /// Runs parted by punctuation alone are one part.
  private func mergedParts(_ runs: [Range<Int>]) -> [SourceRange] {
    var merged: [Range<Int>] = []
    for run in runs {
      if let last = merged.last, (last.upperBound..<run.lowerBound).allSatisfy({ syntax.isPart($0, .punctuation) }) {
        merged[merged.count - 1] = last.lowerBound..<run.upperBound
      } else {
        merged.append(run)
      }
    }
    return merged.count > 1 ? merged.map { syntax.document.range(of: $0) } : []
  }

  /// By token: the day that stands below it.
  private static func daysBelow(_ syntax: Syntax, _ times: [TimeExpression]) -> [Int: TimeValue] {
    var days: [Int: TimeValue] = [:]
    for time in times where time.value.precision == .day {
      let inside = time.tokens.clamped(to: 0..<syntax.tokens.count)
      let top = inside.first { token in !(syntax.heads[token].map { inside.contains($0) } ?? false) }
      if let head = top.flatMap({ syntax.heads[$0] }), days[head] == nil { days[head] = time.value }
    }
    return days
  }

  private mutating func paint(_ index: Int) {
    for id in claimsOf[index] {
      let chain = [id] + relaying(id)
      cover.paint(drafts[id.index].tokens, chain)
    }
    let all = claimsOf[index].flatMap { [$0] + relaying($0) }.uniqued()
    if speakers[index] != nil, !all.isEmpty { cover.paintIfEmpty(attributions[index].cueHead, all) }
  }

  mutating func append(_ draft: ClaimDraft) {
    var draft = draft
    let id = ClaimID(drafts.count)
    var length = 1
    if let inner = draft.record.relays {
      if chainLengths[inner.index] < Self.longestChain {
        length += chainLengths[inner.index]
        relayersOf[inner, default: []].append(id)
      } else {
        draft.record.relays = nil
      }
    }
    chainLengths.append(length)
    drafts.append(draft)
  }

  /// Nobody hands on what so many have handed on; text made to look so would cost the square of its length.
  private static let longestChain = 16

  /// The claims that relay this one, innermost first.
  func relaying(_ id: ClaimID) -> [ClaimID] {
    var result: [ClaimID] = []
    var open = [id]
    while let here = open.popLast() {
      let outer = relayersOf[here] ?? []
      result += outer
      open += outer
    }
    return result
  }

  // MARK: The report's own voice

  /// One claim for each main clause that no one else speaks.
  private mutating func ownVoice() {
    var attributed = [Bool](repeating: false, count: syntax.tokens.count)
    for (index, attribution) in attributions.enumerated() where speakers[index] != nil {
      for run in attribution.content { for token in run { attributed[token] = true } }
    }
    let active = Set(attributions.indices.filter { speakers[$0] != nil }.map { attributions[$0].cueHead })
    for head in active where RelationSet(.adverbialClause, .parataxis).has(syntax.relations[head]) {
      for token in syntax.subtree(head) { attributed[token] = true }
    }
    for (number, sentence) in syntax.document.sentences.enumerated()
    where sentence.part == .body {
      let roots = sentence.tokens.filter { syntax.heads[$0] == nil && !syntax.isPart($0, .punctuation) }
      let clauses = cutter.cut(roots, isAllowed: { !attributed[$0] })
      for clause in clauses where saysOnly(clause.head, active) {
        tellAdjuncts(of: clause.head, attributed)
      }
      for clause in clauses
      where !saysOnly(clause.head, active) && !attributed[clause.head] && isStatement(clause, sentence) {
        let runs = [Range<Int>](runsOf: clause.tokens)
        var record = ClaimRecord(
          speaker: referents.publisher, range: range(of: clause.tokens), sentence: number, stance: .asserts,
          rule: "own-voice")
        record.hedge = hedges.hedge(of: clause)
        record.parts = runs.count > 1 ? mergedParts(runs) : []
        record.isQuoted = quotations.cover(runs, in: syntax)
        append(ClaimDraft(record: record, head: clause.head, tokens: clause.tokens, attribution: nil, depth: 0))
        cover.paint(clause.tokens, [ClaimID(drafts.count - 1)])
      }
    }
  }

  /// `denied wrongdoing when he was arrested in 2019`: when somebody said it, the report itself tells.
  private mutating func tellAdjuncts(of cue: Int, _ attributed: [Bool]) {
    for child in syntax.children(cue, .adverbialClause)
    where child > cue && !attributed[child] && !cueHeads.contains(child) && syntax.ownSubject(child) != nil {
      let opening = syntax.children(child, RelationSet(.marker, .adverb)).filter {
        $0 < child && Self.temporal.contains(syntax.lemmas[$0])
      }
      guard !opening.isEmpty, syntax.isPredicate(child) else { continue }
      let tokens = syntax.withoutOuterMarks(syntax.subtree(child).filter { !attributed[$0] && !opening.contains($0) })
      guard tokens.count >= 2 else { continue }
      let runs = [Range<Int>](runsOf: tokens)
      var record = ClaimRecord(
        speaker: referents.publisher, range: range(of: tokens), sentence: syntax.sentenceOfToken[child],
        stance: .asserts, rule: "own-voice")
      record.hedge = hedges.hedge(of: .init(head: child, tokens: tokens))
      record.parts = runs.count > 1 ? mergedParts(runs) : []
      append(ClaimDraft(record: record, head: child, tokens: tokens, attribution: nil, depth: 0))
      cover.paint(tokens, [ClaimID(drafts.count - 1)])
    }
  }

  private static let temporal: Set = ["when", "after", "before", "while", "until", "since"]

  /// Whether a clause does nothing but hand over to somebody's words: `said S`, `continue to insist that S`.
  private func saysOnly(_ head: Int, _ cues: Set<Int>) -> Bool {
    if cues.contains(head) { return true }
    // `A ransom is something the state has ruled out`
    if syntax.lemmas[head] == "something" {
      return syntax.child(head, .relativeClause).map { cues.contains($0) } ?? false
    }
    guard Self.phases.contains(syntax.lemmas[head]) else { return false }
    if let inner = syntax.child(head, .openComplement) { return cues.contains(inner) }
    // `went on to say`, with the saying for what it was done for
    return syntax.lemmas[head] == "go"
      && syntax.children(head, .adverbialClause).contains { inner in
        inner > head && cues.contains(inner) && syntax.children(inner, .marker).contains { syntax.lemmas[$0] == "to" }
      }
  }

  private static let phases: Set = ["continue", "go", "begin", "start", "keep", "seem", "appear", "use"]

  /// The nouns of those who speak.
  private var activeSpeakers: Set<Int> {
    Set(
      attributions.indices.compactMap { index -> Int? in
        guard speakers[index] != nil, case .noun(let noun) = attributions[index].speaker else { return nil }
        return noun
      })
  }

  private var claimless: Set<Int> {
    Set(attributions.indices.filter { speakers[$0] == nil }.map { attributions[$0].cueHead })
  }

  /// A clause with a finite verb or a subject; no question, no order, no fragment.
  private func isStatement(_ clause: ClauseCutter.Clause, _ sentence: Sentence) -> Bool {
    if let last = sentence.tokens.last, syntax.tokens[last].form == "?" { return false }
    let words = clause.tokens.filter { !syntax.isPart($0, .punctuation) }
    let head = clause.head
    if let first = words.first, ["who", "which", "whose"].contains(syntax.lemmas[first]) { return false }
    if !syntax.isPart(head, .verb), syntax.child(head, .copula) == nil,
      words.contains(where: { activeSpeakers.contains($0) })
    {
      return false
    }
    if syntax.tokens[head].xpos == "VB", syntax.subject(head) == nil, syntax.modals(head).isEmpty { return false }
    // `killed 50 people, injured 300`: what is joined shares its subject, and may be short.
    if syntax.subject(head) != nil, syntax.isPredicate(head) {
      return words.count >= (syntax.relations[head] == .conjunct && syntax.child(head, .object) != nil ? 2 : 3)
    }
    if words.contains(where: { cueHeads.contains($0) && !claimless.contains($0) }) { return false }
    let isFinite = words.contains { ["VBD", "VBZ", "VBP", "MD"].contains(syntax.tokens[$0].xpos) }
    let hasNumber =
      words.contains { syntax.isPart($0, .numeral) } && words.first.map { syntax.isPart($0, .determiner) } ?? false
    guard let last = sentence.tokens.last, [".", "”", "\""].contains(syntax.tokens[last].form) else { return false }
    return words.count >= 4 && (isFinite || hasNumber)
  }
}

extension ClaimBuilder {
  /// A claim of its own, with the chain in front of it, for part of what a claim says: the second figure of a clause.
  /// - Parameter chain: innermost first.
  mutating func split(_ chain: [ClaimID], tokens: [Int]) -> ClaimID {
    var inner: ClaimID?
    var first = chain[0]
    for id in chain {
      var draft = drafts[id.index]
      draft.tokens = tokens
      draft.record.range = syntax.document.range(of: (tokens.first ?? 0)..<((tokens.last ?? 0) + 1))
      draft.record.parts = []
      draft.record.relays = inner
      draft.record.rule += "+figure"
      append(draft)
      let new = ClaimID(drafts.count - 1)
      if inner == nil { first = new }
      inner = new
    }
    return first
  }
}
