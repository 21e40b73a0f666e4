import GraphCore

extension JudgementMaking {
  /// `rejected X's claim that S`, `denied that civilians had been hit`, where the text of the report does not say what is answered:
  /// what others say of the same matter in reports of the same story.
  ///
  /// - Parameter loose: reports that may tell one story, and share too little to be sure.
  mutating func addAnswers(_ pairs: [ReportPair], loose: [ReportPair]) {
    let denials = openDenials()
    let negated = negatedClaims()
    func answers(_ report: Int) -> Bool { denials[report] != nil || negated[report] != nil }
    var near: [Int: [Int]] = [:]
    for pair in Set(pairs).sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      if answers(pair.first) { near[pair.first, default: []].append(pair.second) }
      if answers(pair.second) { near[pair.second, default: []].append(pair.first) }
    }
    var far: [Int: Set<Int>] = [:]
    for pair in loose {
      if denials[pair.first] != nil { far[pair.first, default: []].insert(pair.second) }
      if denials[pair.second] != nil { far[pair.second, default: []].insert(pair.first) }
    }
    var statements: [Int: [Statement]] = [:]
    for report in matter.reports.indices where answers(report) {
      let others = nearest(near[report] ?? [], to: report)
      let distant = Set(nearest((far[report] ?? []).subtracting(near[report] ?? []).sorted(), to: report))
      for other in [report] + others + distant.sorted() where statements[other] == nil {
        statements[other] = self.statements(in: other)
      }
      let known = ([report] + others).flatMap { statements[$0] ?? [] }
      for claim in negated[report] ?? [] { addContraries(of: claim, among: known) }
      let candidates = known + distant.sorted().flatMap { statements[$0] ?? [] }
      guard let open = denials[report] else { continue }
      let rarity = AnswerWords.Rarity(candidates.map(\.words))
      for denial in open.prefix(Self.mostDenials) {
        let within = answeredWithin(denial)
        let answered =
          within.map { alsoAnswered(by: denial, within: $0, among: known, rarity) }
          ?? answered(by: denial, among: candidates, rarity, distant: distant)
        for (position, claim) in answered.enumerated() {
          if position > 0 || within != nil, isLater(claim, than: denial) {
            add(.contradicts, claim, denial, "says what had been denied")
          } else {
            add(.denies, denial, claim, "denies what is said of the same matter")
          }
        }
      }
    }
  }

  /// Reports that tell of one event, be there no two names in both. What many tell of says little.
  func tellingOneEvent() -> [ReportPair] {
    var pairs: [ReportPair] = []
    for cluster in matter.events.clusters {
      let reports = Set(cluster.map(\.report)).sorted()
      guard (2...Self.mostReports).contains(reports.count) else { continue }
      for (position, first) in reports.enumerated() {
        for second in reports[(position + 1)...] { pairs.append(ReportPair(first, second)) }
      }
    }
    return pairs
  }

  /// How many denials of a report are set against how many statements of each: more than reports have, and few enough for texts made
  /// to have many.
  static let mostDenials = 64
  private static let mostStatements = 128

  /// How many reports of its story a report is set against: those of the nearest days.
  private static let mostReports = 12

  func nearest(_ others: [Int], to report: Int) -> [Int] {
    guard others.count > Self.mostReports else { return others }
    let day = matter.reports.day(of: report)
    let ordered = others.sorted { a, b in
      let (x, y) = (matter.reports.day(of: a), matter.reports.day(of: b))
      // Those before it first, the last of them first of all.
      return (x <= day ? 0 : 1, x <= day ? y : x, a) < (y <= day ? 0 : 1, y <= day ? x : y, b)
    }
    return Array(ordered.prefix(Self.mostReports))
  }

  /// By report: root denials by somebody who is named in it.
  private func openDenials() -> [Int: [ClaimPlace]] {
    var found: [Int: [ClaimPlace]] = [:]
    let answering = deniers
    for (report, assembled) in matter.reports.enumerated() {
      let publisher = assembled.analysis.report.publisher
      for (index, claim) in assembled.analysis.claims.enumerated()
      where (claim.stance == .denies || isDenialOfKnowledge(claim)) && claim.relays == nil
        && (claim.speaker != publisher || claim.cue != nil)
      {
        let place = ClaimPlace(report, index)
        // Whoever denies his part in an event has been linked to those who put him there.
        if matter.claims.isKept(place), claim.denies != nil || !answering.contains(place) {
          found[report, default: []].append(place)
        }
      }
    }
    return found
  }

  /// `denied any knowledge of the sale`: of a part in it as well.
  private func isDenialOfKnowledge(_ claim: ClaimRecord) -> Bool {
    claim.stance == .disclaimsKnowledge && AnswerWords.isDenying(claim.cue ?? "")
  }

  /// What the text of its own report says that it answers; nil where that is only what it names itself as somebody's words:
  /// `rejected X's claim that S`.
  private func answeredWithin(_ denial: ClaimPlace) -> ClaimPlace? {
    let claims = matter.reports[denial.report].analysis.claims
    guard let known = claims[denial.index].denies, !isNamedWithin(claims[denial.index], claims[known.index]) else {
      return nil
    }
    return ClaimPlace(denial.report, known.index)
  }

  private func isNamedWithin(_ denial: ClaimRecord, _ denied: ClaimRecord) -> Bool {
    denied.rule == "attribution.nominal-cue" && denial.range.start <= denied.range.start
      && denied.range.end <= denial.range.end
  }

  /// What somebody puts forward at first hand.
  struct Statement {
    let claim: ClaimPlace
    let speaker: Int
    let words: AnswerWords
    /// Whether it is said of what is or was, and not of what may be or is known.
    let isPlain: Bool
  }

  private func statements(in report: Int) -> [Statement] {
    let assembled = matter.reports[report]
    let publisher = assembled.analysis.report.publisher
    var found: [Statement] = []
    for (index, claim) in assembled.analysis.claims.enumerated() where found.count < Self.mostStatements {
      let place = ClaimPlace(report, index)
      // A body that publishes its own words says them as others do.
      guard claim.relays == nil, claim.speaker != publisher || claim.cue != nil, claim.rule != "own-voice",
        [.asserts, .alleges, .confirms, .announces].contains(claim.stance), matter.key(place) != nil
      else { continue }
      let text = assembled.text(ofClaim: index)
      let speaker = matter.speaker(place)
      var words = AnswerWords(text)
      if AnswerWords.isOfSpeaker(text) { words.take(name(speaker)) }
      found.append(Statement(claim: place, speaker: speaker, words: words, isPlain: AnswerWords.isPlain(text)))
    }
    return found
  }

  /// What a denial is compared with others by.
  private struct Denying {
    let claim: ClaimPlace
    let speaker: Int
    /// Whose words it answers, where that is known.
    var issuer: Int?
    let words: AnswerWords
    /// Of the speaker himself, or of those who are his.
    let isOfOwnDeed: Bool
    /// `We did not fire`, which he says: the denial is in the words, and what they answer is not negated.
    let isOfContent: Bool
  }

  private func denying(_ denial: ClaimPlace) -> Denying {
    let record = matter.record(denial)
    let analysis = matter.reports[denial.report].analysis
    // `The claim that S was rejected`: the report hands it on, and somebody else has made it.
    let named = record.denies.map { analysis.claims[$0.index].speaker }.flatMap {
      $0 == analysis.report.publisher ? nil : $0
    }
    let issuer = (named ?? record.answers).map { matter.identities.number(of: EntityPlace(denial.report, $0.index)) }
    let text = AnswerWords.denied(matter.reports[denial.report].text(ofClaim: denial.index))
    let speaker = matter.speaker(denial)
    var words = AnswerWords(text, cutAtClause: true)
    words.drop(name(speaker))
    if let issuer {
      words.drop(name(issuer))
      // `contradicted X's account: no pilot had come aboard, she said`: what it is about stands beside it.
      if words.isEmpty { words = beside(denial) }
    }
    return Denying(
      claim: denial, speaker: speaker, issuer: issuer, words: words,
      isOfOwnDeed: AnswerWords.isOfOwnDeed(text) || record.stance == .disclaimsKnowledge || accuses(denial, speaker),
      isOfContent: record.rule != "attribution.denial" && !AnswerWords.isDenying(record.cue ?? ""))
  }

  /// What the same one says in the same sentence, as it would be without the negation.
  private func beside(_ denial: ClaimPlace) -> AnswerWords {
    let claims = matter.reports[denial.report].analysis.claims
    let own = claims[denial.index]
    let others = claims.indices.filter { index in
      index != denial.index && claims[index].sentence == own.sentence && claims[index].speaker == own.speaker
        && claims[index].stance == .asserts
    }
    let text = others.map { matter.reports[denial.report].text(ofClaim: $0) }.joined(separator: " ")
    return AnswerWords(text).withoutNegation
  }

  /// How much a claim has of what is denied, and whether it has all of it.
  private typealias Answer = (score: Double, claim: ClaimPlace, isWhole: Bool)

  /// The claim that a denial answers, the likeliest first, and others who have said the same.
  ///
  /// - Parameter distant: reports of which it is not sure that they tell the same story.
  private func answered(
    by denial: ClaimPlace, among candidates: [Statement], _ rarity: AnswerWords.Rarity, distant: Set<Int>
  ) -> [ClaimPlace] {
    let record = matter.record(denial)
    let within = record.denies.map { ClaimPlace(denial.report, $0.index) }
    let own = denying(denial)
    if own.issuer == nil, AnswerWords.isOfPart(matter.reports[denial.report].text(ofClaim: denial.index)) {
      return charge(answeredBy: denial, among: candidates.filter { !distant.contains($0.claim.report) }).map { [$0] }
        ?? []
    }
    var found: [Answer] = []
    var best: Answer?
    for other in candidates where other.claim != denial && other.claim != within {
      guard let score = score(of: other, for: own, rarity, isDistant: distant.contains(other.claim.report)) else {
        continue
      }
      // What was said after the denial was published is answered only where nothing before it is.
      let rank = isLater(other.claim, than: denial) ? score - Self.lateness : score
      found.append((score, other.claim, own.words.isWhole(in: other.words)))
      if let known = best, !isBetter(rank, other.claim, than: known, denial) { continue }
      best = (rank, other.claim, false)
    }
    guard let best else { return [] }
    return [best.claim] + (own.issuer == nil ? others(in: found, than: best.claim) : [])
  }

  /// Who else has said what a denial answers in its own report.
  private func alsoAnswered(
    by denial: ClaimPlace, within: ClaimPlace, among candidates: [Statement], _ rarity: AnswerWords.Rarity
  ) -> [ClaimPlace] {
    var own = denying(denial)
    own.issuer = nil
    let found: [Answer] = candidates.filter { $0.claim != denial && $0.claim != within }.compactMap { other in
      score(of: other, for: own, rarity, isDistant: false).map { ($0, other.claim, own.words.isWhole(in: other.words)) }
    }
    return others(in: found, than: nil)
  }

  /// Each who says it in as many words, or says all of it, once.
  private func others(in found: [Answer], than best: ClaimPlace?) -> [ClaimPlace] {
    var speakers = best.map { [matter.speaker($0)] } ?? []
    var others: [ClaimPlace] = []
    for answer in found.sorted(by: { ($1.score, $0.claim) < ($0.score, $1.claim) })
    where (answer.score >= Self.sameWords || answer.isWhole) && answer.claim != best {
      let speaker = matter.speaker(answer.claim)
      guard !speakers.contains(where: { kinship.areKin($0, speaker) }) else { continue }
      speakers.append(speaker)
      others.append(answer.claim)
    }
    return others
  }

  private static let sameWords = 2.5

  private func isLater(_ claim: ClaimPlace, than denial: ClaimPlace) -> Bool {
    matter.reports.day(of: claim.report) > matter.reports.day(of: denial.report)
  }

  private func score(
    of other: Statement, for denial: Denying, _ rarity: AnswerWords.Rarity, isDistant: Bool
  ) -> Double? {
    guard !kinship.areKin(denial.speaker, other.speaker) else { return nil }
    let isIssuer = denial.issuer.map { $0 == other.speaker || kinship.areKin($0, other.speaker) } ?? false
    let isNamed = denial.issuer.map { matter.identities.groups[$0].isNamed } ?? false
    // `the union's accusation`: who has no name in this report may have one in the next.
    guard denial.issuer == nil || isIssuer || !isNamed,
      (denial.words.isNegated && !denial.isOfContent) == other.words.isNegated,
      isIssuer || !areOneAuthority(denial.speaker, other.speaker)
    else { return nil }
    // What is put to somebody is answered before what is told.
    let isCharge =
      denial.isOfOwnDeed && matter.stance(other.claim) == .alleges && other.claim.report == denial.claim.report
    let score = denial.words.likeness(
      to: other.words, rarity,
      .init(
        isSure: isIssuer, isNear: other.claim.report == denial.claim.report, isOwnDeed: denial.isOfOwnDeed,
        isOfDenier: denial.isOfOwnDeed
          && (accuses(other.claim, denial.speaker) || other.words.tells(of: name(denial.speaker))),
        isOfContent: denial.isOfContent,
        isCharge: isCharge, isDistant: isDistant))
    return score.map { isCharge ? $0 + Self.charge : $0 }
  }

  private static let charge = 0.25

  private static let lateness = 1.0

  /// `denied involvement`, `denied being behind the attack`: what puts a deed to the denier, or to those he answers for, by name.
  private func charge(answeredBy denial: ClaimPlace, among candidates: [Statement]) -> ClaimPlace? {
    let speaker = matter.speaker(denial)
    var words = AnswerWords(matter.reports[denial.report].text(ofClaim: denial.index), cutAtClause: true)
    for side in kinship.sides(of: [speaker]).union([speaker]) { words.drop(name(side)) }
    let events = clusters(of: denial)
    let found = candidates.filter { other in
      // `denied involvement` says so little that it answers nothing far away but what is told of the same event.
      let isGeneric = words.isGeneric && (!words.isEmpty || other.claim.report == denial.report)
      guard isGeneric || words.sharesAny(other.words) || !events.isDisjoint(with: clusters(of: other.claim)),
        !kinship.areKin(speaker, other.speaker), matter.stance(other.claim) == .alleges
      else { return false }
      return accuses(other.claim, speaker)
    }
    return found.min { a, b in isBetter(0, a.claim, than: (0, b.claim, false), denial) }?.claim
  }

  /// Whether a claim tells of somebody, or of those he answers for.
  private func accuses(_ claim: ClaimPlace, _ somebody: Int) -> Bool {
    matter.record(claim).about.contains { target in
      guard case .entity(let entity) = target else { return false }
      let accused = matter.identities.number(of: EntityPlace(claim.report, entity.index))
      return accused == somebody
        || kinship.isAnswerable(somebody, for: accused) && accused != matter.speaker(claim)
    }
  }

  private func clusters(of claim: ClaimPlace) -> Set<Int> {
    Set(
      matter.record(claim).about.compactMap { target in
        guard case .event(let event) = target else { return nil }
        return matter.cluster(EventPlace(claim.report, event.index))
      })
  }

  /// Of equals the one of the same report, and of an earlier place.
  private func isBetter(
    _ score: Double, _ claim: ClaimPlace, than known: Answer, _ denial: ClaimPlace
  ) -> Bool {
    if score != known.score { return score > known.score }
    let (a, b) = (claim.report == denial.report, known.claim.report == denial.report)
    return a == b ? claim < known.claim : a
  }

  /// The police and the government of one state do not answer each other unless they say so.
  func areOneAuthority(_ a: Int, _ b: Int) -> Bool {
    func isPublic(_ identity: Int) -> Bool {
      ["government", "military", "police", "officials", "state", "country"].contains(
        matter.identities.groups[identity].kind ?? "")
    }
    return isPublic(a) && isPublic(b) && !kinship.sides(of: [a]).isDisjoint(with: kinship.sides(of: [b]))
  }
}
