import SourceText
import TextAnalysis

/// Makes claims of attributions and of the report's own sentences: one for each clause and each speaker, chained to those
/// who pass them on.
struct ClaimBuilder {
  let syntax: Syntax
  let lexicon: Lexicon
  let quotations: Quotations
  let attributions: [Attribution]
  private let dayBelow: [Int: TimeValue]
  private(set) var referents: Referents
  var drafts: [ClaimDraft] = []
  private(set) var cover: ClaimCover
  private(set) var citations: [ReportRecord.Citation] = []
  /// One entry per attribution: the innermost claims made of it.
  private(set) var claimsOf: [[ClaimID]]

  private let cutter: ClauseCutter
  private let hedges: Hedges
  private let speakerWords: SpeakerPhrases
  /// One entry per attribution: its speakers, or nil where it is dropped; empty for the report's own voice.
  private var speakers: [[EntityID]?]
  private var relayers: [[EntityID]]
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

  // MARK: Speakers

  private mutating func resolveSpeakers() {
    var cited: EntityID?
    var byCueHead: [Int: Int] = [:]
    var issued = IssuedDocuments(syntax: syntax)
    var ownDenials: Set<Int> = []
    for (index, attribution) in attributions.enumerated() {
      let words = resolved(attribution, cited: cited)
      var found: [EntityID]?
      switch words.speaker {
      case .entities(let entities):
        found = entities
        // `The Committee rejects S`, in what the committee itself puts out.
        if attribution.stance == .denies, entities == [referents.publisher] { ownDenials.insert(index) }
      case .publisher:
        found = issued.issuers(of: attribution.speaker)
        if found?.isEmpty ?? true, case .document(let noun) = attribution.speaker {
          found = isBySomebody(noun, attribution) ? nil : sources(noun, attribution)
        }
      case .unnamed(let noun):
        found = lastSpeaker(for: noun, index).map { [$0] } ?? (canSpeak(noun) ? [addUnnamed(noun)] : nil)
      case .itself, .nobody: found = nil
      }
      found = found.map { $0.filter { $0 != referents.publisher } }
      // `New Delhi: S` is a place and a colon; only people take turns.
      if attribution.rule == SpeechTurns.rule, !(found ?? []).contains(where: isNamedPerson) { found = nil }
      issued.note(attribution, by: found ?? [])
      speakers.append(found)
      byCueHead[attribution.cueHead] = index
      var passing: [EntityID] = []
      for relayer in words.relayers {
        var entities: [EntityID] = []
        switch relayer {
        case .entities(let known): entities = known
        case .unnamed(let noun) where syntax.isPart(noun, .properNoun): entities = [addOutlet(noun)]
        case .publisher:
          if case .noun(let noun)? = words.relayers.count == 1 ? attribution.relayers.first : nil, isPress(noun) {
            entities = [addStation(noun)]
          }
        default: break
        }
        passing += entities.filter { canRelay($0) && $0 != referents.publisher && !(found ?? []).contains($0) }
      }
      for venue in words.venues {
        guard passing.isEmpty, case .entities(let known) = venue else { continue }
        passing += known.filter { isOutlet($0) && $0 != referents.publisher && !(found ?? []).contains($0) }
      }
      relayers.append(passing)
      for outlet in (found ?? []).filter({ isOutlet($0) }) + passing {
        if !isOutlet(outlet) { referents.entities[outlet.index].kind = "publisher" }
        cited = outlet
        if !citations.contains(where: { $0.publisher == outlet }) {
          let words = speakerWords.ranges(of: attribution).first ?? syntax.document.range(of: attribution.cue)
          citations.append(.init(publisher: outlet, range: words))
        }
      }
    }
    for (index, attribution) in attributions.enumerated() {
      guard case .sameAs(let cueHead) = attribution.speaker else { continue }
      speakers[index] = byCueHead[cueHead].flatMap { speakers[$0] }
      relayers[index] = byCueHead[cueHead].map { relayers[$0] } ?? []
    }
    resolveInnerPronouns()
    // An attribution without a speaker of its own adds nothing to the one that it stands in, nor does one whose speaker
    // is already speaking.
    for index in attributions.indices {
      guard let outer = effectiveOuter(index), let own = speakers[index] else { continue }
      if own.isEmpty || own == speakers[outer] { speakers[index] = nil }
    }
    for index in attributions.indices where speakers[index]?.isEmpty == true {
      // Hearsay without a speaker, beside the main line of its sentence, only weakens what the sentence says.
      if attributions[index].speaker == .unknown, !Self.impersonal.contains(attributions[index].rule) {
        speakers[index] = nil
      }
      // `scans were posted, contradicting what it had said`: things deny nothing, and the report says what they do.
      if attributions[index].rule == "attribution.denial", attributions[index].stance == .denies,
        case .noun(let noun) = attributions[index].speaker, syntax.isPart(noun, .noun), !ownDenials.contains(index)
      {
        speakers[index] = nil
      }
      // Only those who did it take it upon themselves; whoever reports it does not.
      if attributions[index].stance == .claimsResponsibility { speakers[index] = nil }
    }
  }

  /// Who is meant by the words of an attribution. The resolver, which shares the entities, is gone when this returns: new
  /// ones can then be added without a copy of all.
  private func resolved(_ attribution: Attribution, cited: EntityID?) -> (
    speaker: SpeakerResolver.Speaker, relayers: [SpeakerResolver.Speaker], venues: [SpeakerResolver.Speaker]
  ) {
    let resolver = SpeakerResolver(syntax: syntax, quotations: quotations, referents: referents)
    return (
      resolver.resolve(attribution.speaker, cited: cited, isPersonal: isPersonal(attribution)),
      attribution.relayers.map { resolver.resolve($0, cited: cited, isPersonal: false) },
      attribution.venues.map { resolver.resolve($0, cited: cited, isPersonal: false) }
    )
  }

  /// Whose words a document has that no issuer is named with: the one who put it out in a sentence before, or else nobody
  /// but the document itself.
  private mutating func sources(_ noun: Int, _ attribution: Attribution) -> [EntityID] {
    let resolver = SpeakerResolver(syntax: syntax, quotations: quotations, referents: referents)
    // A leaflet that claims an attack did not carry it out.
    guard !attribution.cue.contains(noun), resolver.isDocument(noun),
      !attribution.rule.hasPrefix("attribution.responsibility")
    else { return [] }
    let former = IssuedDocuments(syntax: syntax).formerMention(of: noun)
    let issuers = former.map { resolver.issuers(of: $0, cited: nil) } ?? []
    guard issuers.isEmpty, !resolver.isPeriodical(noun) else { return issuers }
    return [knownSource(noun) ?? addSource(noun)]
  }

  /// `claims by the Seamen's League that S`, of which nobody knows who that is: not the report's words.
  private func isBySomebody(_ noun: Int, _ attribution: Attribution) -> Bool {
    attribution.cue.contains(noun) && (syntax.modifier(noun, "by") ?? syntax.possessor(noun)) != nil
  }

  /// What a report hands on although nobody is named who says so: `it is believed that S`, `the attack was blamed on X`.
  private static let impersonal: Set = [
    "attribution.passive-report", "attribution.blame", "attribution.accusation", "attribution.suspicion",
    "attribution.suspect",
  ]

  /// `the raid claimed`, `an operation staged to blame`: a thing that seems to speak is a tree gone wrong, and a wrong
  /// speaker the worst of errors.
  private func canSpeak(_ noun: Int) -> Bool {
    guard syntax.isPart(noun, .noun) else { return true }
    let lemma = syntax.lemmas[noun]
    if lexicon.role(lemma) != nil || lexicon.headNoun(lemma) != nil || Self.anyone.contains(lemma) { return true }
    if SpeakerResolver.isOfPeople(lemma) { return true }
    guard !lexicon.eventWords(beginningWith: lemma).contains(where: { $0.partOfSpeech == .noun }) else { return false }
    let determiners = syntax.children(noun, .determiner)
    // `a neighbour said`, `press sectors blamed`: somebody new.
    return determiners.isEmpty && syntax.tokens[noun].xpos == "NNS" && syntax.child(noun, .possessive) == nil
      || determiners.contains { ["a", "an", "another", "one", "some"].contains(syntax.lemmas[$0]) }
  }

  private func isNamedPerson(_ entity: EntityID) -> Bool {
    referents.entities[entity.index].isNamed && referents.entities[entity.index].label == .person
  }

  /// Things show and suggest, but only people tell and deny.
  private func isPersonal(_ attribution: Attribution) -> Bool {
    guard syntax.tokens.indices.contains(attribution.cueHead) else { return false }
    // `according to a person familiar with the matter`
    if attribution.rule == "attribution.according-to", case .noun(let noun) = attribution.speaker {
      let lemma = syntax.lemmas[noun]
      return Self.anyone.contains(lemma) || lexicon.role(lemma) != nil
    }
    return Self.personalCues.contains(syntax.lemmas[attribution.cueHead])
  }

  private static let anyone: Set = ["person", "people", "man", "woman", "someone", "somebody", "insider", "individual"]

  private static let personalCues: Set = [
    "say", "tell", "deny", "accuse", "claim", "warn", "announce", "admit", "add", "promise", "pledge", "vow", "declare",
    "reject", "insist", "argue", "complain", "dispute", "refute", "contest", "reply", "respond", "decline", "threaten",
    "acknowledge", "concede",
    "blame",
  ]

  /// `she said` behind a sentence with one speaker, where nobody else is known to be meant.
  private func lastSpeaker(for noun: Int, _ index: Int) -> EntityID? {
    guard ["he", "she"].contains(syntax.lemmas[noun]), let previous = speakers.last(where: { !($0 ?? []).isEmpty }),
      let speaker = previous?.first, referents.entities[speaker.index].label == .person, index > 0
    else { return nil }
    let sentences = syntax.document.sentences
    let here = syntax.sentenceOfToken[noun]
    let there = syntax.sentenceOfToken[attributions[index - 1].cueHead]
    return sentences[here].paragraph == sentences[there].paragraph && here - there <= 2 ? speaker : nil
  }

  /// An outlet that no lexicon knows, named as the one who was told.
  private mutating func addOutlet(_ noun: Int) -> EntityID {
    let id = addUnnamed(noun)
    referents.entities[id.index].label = .organization
    referents.entities[id.index].kind = "publisher"
    referents.entities[id.index].isNamed = true
    return id
  }

  /// `state TV`: a station or the press without a name, of which nothing else is known.
  private mutating func addStation(_ noun: Int) -> EntityID {
    let id = addUnnamed(noun)
    referents.entities[id.index].label = .organization
    referents.entities[id.index].kind = "publisher"
    return id
  }

  /// `Russia stated that it thinks S`: the pronoun that speaks inside somebody's words is that somebody, if it can be.
  private mutating func resolveInnerPronouns() {
    for index in attributions.indices {
      guard case .noun(let noun) = attributions[index].speaker, syntax.isPart(noun, .pronoun),
        let outer = attributions[index].relayedBy, let speaker = speakers[outer]?.first, speakers[outer]?.count == 1
      else { continue }
      let known = referents.entities[speaker.index]
      let fits: Bool
      switch syntax.lemmas[noun] {
      case "he", "she": fits = known.label == .person
      case "it": fits = known.label != .person
      case "they": fits = known.label == .group || known.label == .organization
      default: fits = false
      }
      if fits, syntax.heads[attributions[index].cueHead] == attributions[outer].cueHead { speakers[index] = [speaker] }
    }
  }

  private func isOutlet(_ entity: EntityID) -> Bool {
    Self.outletKinds.contains(referents.entities[entity.index].kind ?? "")
  }

  /// Whoever is told something by name and is no known body most likely is an outlet: `told Interpost`.
  private func canRelay(_ entity: EntityID) -> Bool {
    let known = referents.entities[entity.index]
    if isOutlet(entity) || isPress(entity) { return true }
    guard known.isNamed, known.link == nil, known.label == .organization || known.label == .group else { return false }
    return known.kind == nil || known.kind == "organization" || known.kind == "group"
  }

  /// `state television`, `local media`: a station or the press without a name.
  private func isPress(_ entity: EntityID) -> Bool {
    let known = referents.entities[entity.index]
    guard known.label != .person, known.link == nil else { return false }
    // `state TV`, taken for a name
    if known.isNamed {
      return known.name.split(separator: " ").last.map {
        Self.outletKinds.contains(lexicon.headNoun($0.lowercased())?.kind ?? "")
      } ?? false
    }
    return known.mentions.contains { mention in
      mention.form == .nominal && syntax.tokens.indices.contains(mention.head) && isPress(mention.head)
    }
  }

  private func isPress(_ noun: Int) -> Bool {
    guard syntax.isPart(noun, .noun, .properNoun) else { return false }
    let lemma = syntax.lemmas[noun]
    if ["media", "press"].contains(lemma) { return true }
    if lemma == "agency" { return syntax.children(noun, .compound).contains { syntax.lemmas[$0] == "news" } }
    return Self.outletKinds.contains(lexicon.headNoun(lemma)?.kind ?? "")
  }

  static let outletKinds: Set = [
    "news_agency", "publisher", "newspaper", "broadcaster", "magazine", "website", "media", "outlet",
  ]

  /// A speaker that nobody found to be an entity: described by the words themselves.
  private mutating func addUnnamed(_ noun: Int) -> EntityID {
    if let known = referents.entityAtHead[noun] { return known }
    let phrase = syntax.nounPhrase(noun)
    let isMany =
      ["they", "some", "many", "others", "several", "most", "few", "both", "all", "those"].contains(syntax.lemmas[noun])
      || syntax.tokens[noun].xpos.hasSuffix("S")
    let mention = Mention(
      range: syntax.document.range(of: phrase), tokens: phrase, head: noun, sentence: syntax.sentenceOfToken[noun],
      form: syntax.isPart(noun, .pronoun) ? .pronoun : .nominal)
    let id = EntityID(referents.entities.count)
    referents.entities.append(
      Entity(
        label: isMany ? .group : .person, name: syntax.words(phrase), kind: isMany ? "people" : "person",
        isNamed: false,
        mentions: [mention]))
    referents.entityAtHead[noun] = id
    for token in phrase where referents.entityAtToken[token] == nil { referents.entityAtToken[token] = id }
    return id
  }

  /// `An indictment says S. The indictment adds T`: the document that spoke before.
  private mutating func knownSource(_ noun: Int) -> EntityID? {
    guard referents.entityAtHead[noun] == nil,
      let first = IssuedDocuments(syntax: syntax).formerMention(of: noun),
      let former = referents.entityAtHead[first], referents.entities[former.index].kind == "source"
    else { return nil }
    let phrase = syntax.nounPhrase(noun)
    referents.entities[former.index].mentions.append(
      Mention(
        range: syntax.document.range(of: phrase), tokens: phrase, head: noun, sentence: syntax.sentenceOfToken[noun],
        form: .nominal))
    referents.entityAtHead[noun] = former
    for token in phrase where referents.entityAtToken[token] == nil { referents.entityAtToken[token] = former }
    return former
  }

  /// A document that nobody is known to have put out.
  private mutating func addSource(_ noun: Int) -> EntityID {
    let id = addUnnamed(noun)
    guard !referents.entities[id.index].isNamed, referents.entities[id.index].mentions.count == 1,
      referents.entities[id.index].kind != "source"
    else { return id }
    referents.entities[id.index].label = .group
    referents.entities[id.index].kind = "source"
    return id
  }

  // MARK: Chains

  /// The attribution that passes this one on, dropped ones skipped.
  private func effectiveOuter(_ index: Int) -> Int? {
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

  private mutating func add(
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

  private func range(of tokens: [Int]) -> SourceRange {
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

  private mutating func append(_ draft: ClaimDraft) {
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
    where sentence.part == .body && !isUnderTest(sentence) {
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

  /// `CLAIM: A video shows S`, at the head of a fact check: what is put to the test, and what the report does not say.
  private func isUnderTest(_ sentence: Sentence) -> Bool {
    let words = sentence.tokens.prefix(3).map { syntax.tokens[$0].lower }
    return words.starts(with: ["claim", ":"]) || words.starts(with: ["the", "claim", ":"])
      || words.starts(with: ["what", "was", "claimed"])
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
    guard Self.phases.contains(syntax.lemmas[head]), let inner = syntax.child(head, .openComplement) else {
      return false
    }
    return cues.contains(inner)
  }

  private static let phases: Set = ["continue", "go", "begin", "start", "keep", "seem", "appear", "use"]

  /// A clause with a finite verb or a subject; no question, no order, no fragment.
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
