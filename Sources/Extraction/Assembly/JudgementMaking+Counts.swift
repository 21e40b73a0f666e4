import GraphCore

extension JudgementMaking {
  /// Counts of anything but the harm done, which figures of events hold: a list of 14 that now has 13, six men of whom
  /// another saw ten.
  mutating func addCounts(_ pairs: [ReportPair]) {
    let countings = matter.reports.indices.map { counting(in: $0) }
    for claims in countings {
      addCountsTakenUp(in: claims)
      addRivalCounts(in: claims)
    }
    for pair in pairs { addRevisedLists(pair.first, pair.second, countings) }
    var earlier: [Int: [Int]] = [:]
    var near: [Int: [Int]] = [:]
    for pair in pairs {
      let (a, b) = (pair.first, pair.second)
      near[a, default: []].append(b)
      near[b, default: []].append(a)
      guard matter.reports.isDated(a), matter.reports.isDated(b) else { continue }
      if matter.reports.day(of: a) < matter.reports.day(of: b) { earlier[b, default: []].append(a) }
      if matter.reports.day(of: b) < matter.reports.day(of: a) { earlier[a, default: []].append(b) }
    }
    for (report, claims) in countings.enumerated() {
      for claim in claims {
        addCorrected(claim, [report] + nearest((near[report] ?? []).sorted(), to: report))
      }
    }
    for (report, others) in earlier.sorted(by: { $0.key < $1.key }) {
      addGrownCounts(of: report, since: others, countings)
    }
  }

  /// `40,000 homes`, days later `52,000 homes`: what each of two reports of a story counts once, and counts no people, is
  /// the same count later.
  private mutating func addGrownCounts(of report: Int, since others: [Int], _ countings: [[Counting]]) {
    let ordered = others.sorted { (matter.reports.day(of: $1), $1) < (matter.reports.day(of: $0), $0) }.prefix(
      Self.mostClaims)
    let known = ordered.map { Self.singleCounts(in: countings[$0]) }
    for (noun, new) in Self.singleCounts(in: countings[report]).sorted(by: { $0.key < $1.key }) {
      guard let old = known.lazy.compactMap({ $0[noun] }).first, !old.count.fits(new.count),
        (1 / Self.farthestRatio...Self.farthestRatio).contains(new.count.value / old.count.value),
        new.count.value > old.count.value || mayCountOn(new.claim, old.claim),
        // Who takes back a number of his own has not counted on from another's.
        StatedCount.takenBack(in: matter.reports[report].text(ofClaim: new.claim.index)) == nil
      else { continue }
      let words = "\(noun): \(Self.written(old.count)) before, \(Self.written(new.count)) now"
      add(.revises, new.claim, old.claim, words)
    }
  }

  /// Whether one side counts on, or the report itself gives one of the numbers: of two who have nothing to do with each other the
  /// lower number is no later count.
  private func mayCountOn(_ a: ClaimPlace, _ b: ClaimPlace) -> Bool {
    kinship.areKin(matter.speaker(a), matter.speaker(b)) || [a, b].contains { matter.record($0).rule == "own-voice" }
  }

  /// `140 inmates took part, not 60`: the number that is taken back, where somebody had given it.
  private mutating func addCorrected(_ new: Counting, _ reports: [Int]) {
    guard let former = StatedCount.takenBack(in: matter.reports[new.claim.report].text(ofClaim: new.claim.index)) else {
      return
    }
    let speaker = matter.speaker(new.claim)
    let nouns = Set(new.counts.compactMap(\.noun))
    for report in reports {
      let claims = matter.reports[report].analysis.claims
      let old = claims.indices.last { index in
        let place = ClaimPlace(report, index)
        guard place != new.claim, report != new.claim.report || claims[index].sentence < new.sentence,
          claims[index].relays == nil, claims[index].cue != nil || tells(place, of: speaker), matter.key(place) != nil,
          matter.stance(place).weight == .supports
        else { return false }
        return StatedCount.gives(former, of: nouns, in: matter.reports[report].text(ofClaim: index))
      }
      guard let old = old.map({ ClaimPlace(report, $0) }) else { continue }
      let other = matter.speaker(old)
      let isOneSide =
        kinship.areKin(speaker, other) || isSameBody(speaker, other) || matter.record(old).cue == nil
      add(isOneSide ? .revises : .contradicts, new.claim, old, "takes back \(Self.written(former))")
      return
    }
  }

  /// `Ms Berg has found 23`: a report tells by itself what somebody has counted.
  private func tells(_ claim: ClaimPlace, of speaker: Int) -> Bool {
    matter.record(claim).about.contains { target in
      guard case .entity(let entity) = target else { return false }
      return matter.identities.number(of: EntityPlace(claim.report, entity.index)) == speaker
    }
  }

  private static func written(_ value: Double) -> String { Int64(exactly: value).map { "\($0)" } ?? "\(value)" }

  private static let farthestRatio = 3.0
  private static let leastGrown = 10.0

  /// By noun: what the report counts in one claim only, once.
  private static func singleCounts(in claims: [Counting]) -> [String: (claim: ClaimPlace, count: StatedCount)] {
    var found: [String: [(claim: ClaimPlace, count: StatedCount)]] = [:]
    for counting in claims {
      for count in counting.counts {
        guard let noun = count.noun, count.value >= leastGrown, !anyone.contains(noun) else { continue }
        found[noun, default: []].append((counting.claim, count))
      }
    }
    return found.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// Of people there are many kinds, of distances and ages many things.
  private static let anyone: Set<String> = [
    "people", "person", "men", "women", "man", "woman", "children", "child", "other", "dead", "victim", "civilian",
    "resident", "km", "kilometre", "kilometer", "mile", "metre", "meter", "feet", "foot", "time", "old", "member",
    "official", "and", "not", "killed", "wounded", "injured", "nation", "country", "countrie", "state", "year-old",
  ]

  /// `he had seen six men`; `there had been at least ten`, says another: a bare number counts what was counted last.
  private mutating func addCountsTakenUp(in claims: [Counting]) {
    for (position, later) in claims.enumerated() {
      guard let bare = later.counts.first(where: { $0.noun == nil }) else { continue }
      let near = claims[..<position].last { other in
        other.counts.contains { $0.noun != nil } && later.sentence - other.sentence <= Self.nearSentences
      }
      guard let near, let count = near.counts.last(where: { $0.noun != nil }), !count.fits(bare),
        !kinship.areKin(matter.speaker(near.claim), matter.speaker(later.claim))
      else { continue }
      add(
        .contradicts, later.claim, near.claim,
        "another number of \(count.noun ?? ""): \(Self.written(bare)), not \(Self.written(count))")
    }
  }

  private static let nearSentences = 2

  /// `200 houses burned`; `500 houses burned`, says another behind it: two who count one thing, in words that tell of nothing else.
  private mutating func addRivalCounts(in claims: [Counting]) {
    for (position, later) in claims.enumerated() {
      guard let count = sole(later) else { continue }
      let rival = claims[..<position].last { other in
        later.sentence - other.sentence <= 1 && sole(other).map { $0.noun == count.noun && !$0.fits(count) } ?? false
      }
      guard let rival, let other = sole(rival), let noun = count.noun,
        !kinship.areKin(matter.speaker(rival.claim), matter.speaker(later.claim)),
        matter.speaker(rival.claim) != matter.speaker(later.claim),
        RivalCountWords(text(of: later.claim)).tellOfOne(with: RivalCountWords(text(of: rival.claim)))
      else { continue }
      add(
        .contradicts, later.claim, rival.claim,
        "another number of \(noun): \(Self.written(count)), not \(Self.written(other))")
    }
  }

  private func text(of claim: ClaimPlace) -> String { matter.reports[claim.report].text(ofClaim: claim.index) }

  /// The one thing that somebody who is named with a word of saying counts.
  private func sole(_ counting: Counting) -> StatedCount? {
    guard counting.counts.count == 1, let count = counting.counts.first, let noun = count.noun,
      !Self.anyone.contains(noun), matter.record(counting.claim).cue != nil
    else { return nil }
    return count
  }

  /// `the list now names 13 people and six companies`: of a list that a report of the story gave with other numbers.
  private mutating func addRevisedLists(_ a: Int, _ b: Int, _ countings: [[Counting]]) {
    guard matter.reports.isDated(a), matter.reports.isDated(b) else { return }
    let (earlier, later) = matter.reports.day(of: a) <= matter.reports.day(of: b) ? (a, b) : (b, a)
    let known = countings[earlier]
    for new in countings[later] where new.isUpdate {
      for old in known {
        let changed = new.counts.first { count in
          count.noun != nil && old.counts.contains { $0.noun == count.noun && !$0.fits(count) }
        }
        let isSameList = new.counts.contains { count in
          count.noun != nil && old.counts.contains { $0.noun == count.noun && $0.value == count.value }
        }
        guard let changed, isSameList,
          let before = old.counts.first(where: { $0.noun == changed.noun && !$0.fits(changed) })
        else { continue }
        let noun = changed.noun ?? ""
        add(.revises, new.claim, old.claim, "\(noun): \(Self.written(before)) before, \(Self.written(changed)) now")
      }
    }
  }

  private struct Counting {
    let claim: ClaimPlace
    let sentence: Int
    let counts: [StatedCount]
    let isUpdate: Bool
  }

  /// Claims that assert counts and hand on nothing, in order of the text.
  private func counting(in report: Int) -> [Counting] {
    let assembled = matter.reports[report]
    return assembled.analysis.claims.indices.compactMap { index in
      let claim = assembled.analysis.claims[index]
      let place = ClaimPlace(report, index)
      guard claim.relays == nil, matter.key(place) != nil, matter.stance(place).weight == .supports else { return nil }
      let counts = assembled.counts(ofClaim: index)
      if counts.isEmpty { return nil }
      let isUpdate = WordPieces.split(
        assembled.text(ofClaim: index), atASCII: { ($0 | 0x20) &- 0x61 >= 26 }, at: { !$0.isLetter }
      ).contains { Self.updating.contains($0.lowercased()) }
      return Counting(claim: place, sentence: claim.sentence, counts: counts, isUpdate: isUpdate)
    }.sorted { ($0.sentence, $0.claim) < ($1.sentence, $1.claim) }
  }

  private static let updating: Set<String> = [
    "now", "still", "remain", "remains", "revised", "corrected", "only", "instead",
  ]

  private static func written(_ count: StatedCount) -> String { written(count.value, count.bound) }

  static func written(_ value: Double, _ bound: FigureRecord.Bound) -> String {
    switch bound {
    case .exact: written(value)
    case .minimum: "at least \(written(value))"
    case .maximum: "at most \(written(value))"
    case .approximate: "about \(written(value))"
    }
  }
}
