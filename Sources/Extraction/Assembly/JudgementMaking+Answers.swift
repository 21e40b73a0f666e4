import GraphCore

extension JudgementMaking {
  /// `rejected X's claim that S`, `denied that civilians had been hit`, where the text of the report does not say what is answered:
  /// what others say of the same matter in reports of the same story.
  mutating func addAnswers(_ pairs: [ReportPair]) {
    let denials = openDenials()
    guard !denials.isEmpty else { return }
    var near: [Int: [Int]] = [:]
    for pair in Set(pairs).sorted(by: { ($0.first, $0.second) < ($1.first, $1.second) }) {
      if denials[pair.first] != nil { near[pair.first, default: []].append(pair.second) }
      if denials[pair.second] != nil { near[pair.second, default: []].append(pair.first) }
    }
    var statements: [Int: [Statement]] = [:]
    for (report, open) in denials.sorted(by: { $0.key < $1.key }) {
      let others = nearest(near[report] ?? [], to: report)
      for other in [report] + others where statements[other] == nil { statements[other] = self.statements(in: other) }
      let candidates = ([report] + others).flatMap { statements[$0] ?? [] }
      let rarity = AnswerWords.Rarity(candidates.map(\.words))
      for denial in open.prefix(Self.mostDenials) {
        guard let answered = answered(by: denial, among: candidates, rarity) else { continue }
        add(.denies, denial, answered, "denies what is said of the same matter")
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
  private static let mostDenials = 64
  private static let mostStatements = 128

  /// How many reports of its story a report is set against: those of the nearest days.
  private static let mostReports = 12

  private func nearest(_ others: [Int], to report: Int) -> [Int] {
    guard others.count > Self.mostReports else { return others }
    let day = matter.reports.day(of: report)
    let ordered = others.sorted { a, b in
      let (x, y) = (matter.reports.day(of: a), matter.reports.day(of: b))
      // Those before it first, the last of them first of all.
      return (x <= day ? 0 : 1, x <= day ? y : x, a) < (y <= day ? 0 : 1, y <= day ? x : y, b)
    }
    return Array(ordered.prefix(Self.mostReports))
  }

  /// By report: root denials by somebody who is named in it, of which it is not known yet what they deny, or only that the one
  /// whose words they name says so: `rejected X's claim that S`.
  private func openDenials() -> [Int: [ClaimPlace]] {
    var found: [Int: [ClaimPlace]] = [:]
    let answering = deniers
    for (report, assembled) in matter.reports.enumerated() {
      let publisher = assembled.analysis.report.publisher
      for (index, claim) in assembled.analysis.claims.enumerated()
      where claim.stance == .denies && claim.relays == nil
        && (claim.speaker != publisher || claim.cue != nil)
      {
        if let known = claim.denies, !isNamedWithin(claim, assembled.analysis.claims[known.index]) { continue }
        let place = ClaimPlace(report, index)
        // Whoever denies his part in an event has been linked to those who put him there.
        if let key = matter.key(place), claim.denies != nil || !answering.contains(key) {
          found[report, default: []].append(place)
        }
      }
    }
    return found
  }

  private func isNamedWithin(_ denial: ClaimRecord, _ denied: ClaimRecord) -> Bool {
    denied.rule == "attribution.nominal-cue" && denial.range.start <= denied.range.start
      && denied.range.end <= denial.range.end
  }

  /// What somebody puts forward at first hand.
  private struct Statement {
    let claim: ClaimPlace
    let speaker: Int
    let words: AnswerWords
  }

  private func statements(in report: Int) -> [Statement] {
    let assembled = matter.reports[report]
    let publisher = assembled.analysis.report.publisher
    var found: [Statement] = []
    for (index, claim) in assembled.analysis.claims.enumerated() where found.count < Self.mostStatements {
      let place = ClaimPlace(report, index)
      guard claim.relays == nil, claim.speaker != publisher, claim.rule != "own-voice",
        [.asserts, .alleges, .confirms, .announces].contains(claim.stance), matter.key(place) != nil
      else { continue }
      found.append(
        Statement(claim: place, speaker: matter.speaker(place), words: AnswerWords(assembled.text(ofClaim: index))))
    }
    return found
  }

  private func answered(
    by denial: ClaimPlace, among candidates: [Statement], _ rarity: AnswerWords.Rarity
  ) -> ClaimPlace? {
    let record = matter.record(denial)
    let speaker = matter.speaker(denial)
    let named = record.denies.map { matter.reports[denial.report].analysis.claims[$0.index].speaker } ?? record.answers
    let issuer = named.map { matter.identities.number(of: EntityPlace(denial.report, $0.index)) }
    if issuer == nil, AnswerWords.isOfPart(matter.reports[denial.report].text(ofClaim: denial.index)) {
      return charge(answeredBy: denial, among: candidates)
    }
    let isNamed = issuer.map { matter.identities.groups[$0].isNamed } ?? false
    var words = AnswerWords(matter.reports[denial.report].text(ofClaim: denial.index), cutAtClause: true)
    if let issuer { words.drop(matter.identities.groups[issuer].name) }
    var best: (score: Double, claim: ClaimPlace)?
    let within = record.denies.map { ClaimPlace(denial.report, $0.index) }
    for other in candidates
    where other.claim != denial && other.claim != within && !kinship.areKin(speaker, other.speaker) {
      let isIssuer = issuer.map { $0 == other.speaker || kinship.areKin($0, other.speaker) } ?? false
      // `the union's accusation`: who has no name in this report may have one in the next.
      guard issuer == nil || isIssuer || !isNamed, words.isNegated == other.words.isNegated,
        isIssuer || !areOneAuthority(speaker, other.speaker),
        let score = words.likeness(
          to: other.words, rarity, isSure: isIssuer, isNear: other.claim.report == denial.report)
      else { continue }
      // What was said after the denial was published is answered only where nothing before it is.
      let isLater = matter.reports.day(of: other.claim.report) > matter.reports.day(of: denial.report)
      let rank = isLater ? score - Self.lateness : score
      if let known = best, !isBetter(rank, other.claim, than: known, denial) { continue }
      best = (rank, other.claim)
    }
    return best?.claim
  }

  private static let lateness = 1.0

  /// `denied involvement`, `denied being behind the attack`: what puts a deed to the denier, or to those he answers for, by name.
  private func charge(answeredBy denial: ClaimPlace, among candidates: [Statement]) -> ClaimPlace? {
    let speaker = matter.speaker(denial)
    var words = AnswerWords(matter.reports[denial.report].text(ofClaim: denial.index), cutAtClause: true)
    words.drop(name(speaker))
    let events = clusters(of: denial)
    let found = candidates.filter { other in
      // `denied involvement` says so little that it answers nothing far away but what is told of the same event.
      let isGeneric = words.isGeneric && (!words.isEmpty || other.claim.report == denial.report)
      guard isGeneric || words.sharesAny(other.words) || !events.isDisjoint(with: clusters(of: other.claim)),
        !kinship.areKin(speaker, other.speaker), matter.stance(other.claim) == .alleges
      else { return false }
      return matter.record(other.claim).about.contains { target in
        guard case .entity(let entity) = target else { return false }
        let accused = matter.identities.number(of: EntityPlace(other.claim.report, entity.index))
        return accused == speaker || kinship.isAnswerable(speaker, for: accused) && accused != other.speaker
      }
    }
    return found.min { a, b in isBetter(0, a.claim, than: (0, b.claim), denial) }?.claim
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
    _ score: Double, _ claim: ClaimPlace, than known: (score: Double, claim: ClaimPlace), _ denial: ClaimPlace
  ) -> Bool {
    if score != known.score { return score > known.score }
    let (a, b) = (claim.report == denial.report, known.claim.report == denial.report)
    return a == b ? claim < known.claim : a
  }

  /// The police and the government of one state do not answer each other unless they say so.
  private func areOneAuthority(_ a: Int, _ b: Int) -> Bool {
    func isPublic(_ identity: Int) -> Bool {
      ["government", "military", "police", "officials", "state", "country"].contains(
        matter.identities.groups[identity].kind ?? "")
    }
    return isPublic(a) && isPublic(b) && !kinship.sides(of: [a]).isDisjoint(with: kinship.sides(of: [b]))
  }
}
