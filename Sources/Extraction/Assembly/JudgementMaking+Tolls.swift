import GraphCore

/// The dead of one story as report after report counts them, where what is counted hangs on no event of its report.
extension JudgementMaking {
  mutating func addTolls(_ pairs: [ReportPair]) {
    let tolls = matter.reports.indices.map { statedTolls(in: $0) + attachedTolls(in: $0) }
    var near: [Int: Set<Int>] = [:]
    for pair in pairs where !tolls[pair.first].isEmpty && !tolls[pair.second].isEmpty {
      near[pair.first, default: []].insert(pair.second)
      near[pair.second, default: []].insert(pair.first)
    }
    for report in tolls.indices where !tolls[report].isEmpty {
      let reports = nearest((near[report] ?? []).sorted(), to: report) + [report]
      let all = reports.sorted().flatMap { tolls[$0] }
      for own in tolls[report] {
        for other in all where other.claim != own.claim {
          let isFirst = (own.day, own.claim) < (other.day, other.claim)
          judge(isFirst ? own : other, isFirst ? other : own, all)
        }
      }
    }
  }

  private struct Toll {
    let claim: ClaimPlace
    let value: Double
    let bound: FigureRecord.Bound
    let counted: CountedFigure
    let day: String
    let isTakenUp: Bool
    /// Whether the report itself tells it, as the whole: it goes on counting where others have counted before.
    let isOwnVoice: Bool
    /// The event that it is counted in; nil where it is read from the words of the claim alone.
    let cluster: Int?

    var span: ClosedRange<Double> {
      switch bound {
      case .exact: value...value
      case .minimum: value...Double.greatestFiniteMagnitude
      case .maximum: 0...value
      case .approximate: (value * 0.9)...(value * 1.1)
      }
    }

    func fits(_ other: Self) -> Bool { span.overlaps(other.span) }
  }

  private func statedTolls(in report: Int) -> [Toll] {
    let assembled = matter.reports[report]
    let analysis = assembled.analysis
    let attached = Set(analysis.events.flatMap(\.figures).map(\.claim.index))
    // What somebody is said to have counted before holds no longer.
    let former = Set(analysis.claims.compactMap(\.revises?.index))
    return analysis.claims.indices.prefix(Self.mostStated).compactMap { index in
      let claim = analysis.claims[index]
      let place = ClaimPlace(report, index)
      let isOwnVoice = claim.rule == "own-voice"
      guard claim.relays == nil, isOwnVoice || claim.cue != nil, claim.stance != .warns,
        !attached.contains(index), !former.contains(index),
        matter.key(place) != nil, matter.stance(place).weight == .supports,
        isOwnVoice
          ? StatedToll.mayBeTotal(assembled.text(ofClaim: index))
          : claim.isOfFigure || !assembled.counts(ofClaim: index).isEmpty,
        let toll = StatedToll(assembled.text(ofClaim: index)), !isOwnVoice || toll.isTotal && !toll.isTakenUp
      else { return nil }
      return Toll(
        claim: place, value: toll.value, bound: toll.bound, counted: toll.counted, day: matter.reports.day(of: report),
        isTakenUp: toll.isTakenUp, isOwnVoice: isOwnVoice, cluster: nil)
    }
  }

  private static let mostStated = 256

  /// The dead of what the report tells most of.
  private func attachedTolls(in report: Int) -> [Toll] {
    let analysis = matter.reports[report].analysis
    let events = analysis.events.indices.filter { index in
      analysis.events[index].figures.contains { $0.attribute == "killed" }
    }
    let main = events.max { a, b in
      let (x, y) = (analysis.events[a], analysis.events[b])
      return (x.figures.count + x.triggers.count, b) < (y.figures.count + y.triggers.count, a)
    }
    guard let main else { return [] }
    return MergedEvent.allFigures(of: [EventPlace(report, main)], in: matter.reports).compactMap { figure in
      guard figure.record.attribute == "killed", !figure.isUpper, figure.isCurrent, figure.counted.kind == .people,
        matter.key(figure.claim) != nil
      else { return nil }
      let root = matter.root(figure.claim)
      let record = matter.record(root)
      guard record.hedge == nil, record.cue != nil, matter.stance(root).weight == .supports else { return nil }
      return Toll(
        claim: figure.claim, value: figure.record.value, bound: figure.record.bound, counted: figure.counted,
        day: matter.reports.day(of: report), isTakenUp: false, isOwnVoice: false,
        cluster: matter.cluster(EventPlace(report, main)))
    }
  }

  private mutating func judge(_ a: Toll, _ b: Toll, _ all: [Toll]) {
    guard a.counted.mayBeSame(as: b.counted), a.value != b.value, !a.fits(b) || a.day < b.day else { return }
    // Counted in one event, they have been set against each other there.
    guard a.cluster == nil || a.cluster != b.cluster else { return }
    if a.isOwnVoice || b.isOwnVoice { return judgeOwnVoice(a, b, all) }
    let (first, second) = (speaker(a), speaker(b))
    let isOneSide = areOneCounter(first, second, all)
    if isOneSide {
      let isLast = !all.contains { $0.day > a.day && $0.day < b.day && areOneCounter(speaker($0), second, all) }
      guard a.claim.report != b.claim.report, a.day < b.day, isLast,
        (1 / Self.farthestGrowth...Self.farthestGrowth).contains(b.value / a.value)
      else { return }
      add(.revises, b.claim, a.claim, "later count of the dead: \(number(b)) after \(number(a))")
    } else if a.cluster == nil || b.cluster == nil, !a.fits(b), !isTakenUpAlone(a, all), !isTakenUpAlone(b, all) {
      // Where one of them has counted before, or goes on counting, the two count against each other.
      let areRivals =
        a.claim.report == b.claim.report || a.day == b.day
        || all.contains { $0.day < b.day && $0.claim != a.claim && areOneCounter(speaker($0), second, all) }
        || all.contains { $0.day >= b.day && $0.claim != b.claim && areOneCounter(speaker($0), first, all) }
      guard areRivals else { return }
      add(.contradicts, b.claim, a.claim, "another number of the dead: \(number(b)), not \(number(a))")
    }
  }

  /// `The number of dead rose to 48`, by the report itself: more than was counted last takes its place; who counts less is not
  /// known to count on.
  private mutating func judgeOwnVoice(_ a: Toll, _ b: Toll, _ all: [Toll]) {
    let isLast = !all.contains { $0.day > a.day && $0.day < b.day }
    guard a.claim.report != b.claim.report, a.day < b.day, isLast, b.value > a.value,
      matter.reports.isDated(a.claim.report), matter.reports.isDated(b.claim.report),
      b.value / a.value <= Self.farthestGrowth
    else { return }
    add(.revises, b.claim, a.claim, "later count of the dead: \(number(b)) after \(number(a))")
  }

  /// `the ministry's count`, in a story in which one ministry counts: that one.
  private func areOneCounter(_ a: Int, _ b: Int, _ all: [Toll]) -> Bool {
    if kinship.areKin(a, b) || isSameBody(a, b) { return true }
    for (short, full) in [(a, b), (b, a)] {
      let (noun, words) = (NameForm(name(short)).words, NameForm(name(full)).words)
      guard noun.count == 1, words.count > 1, words.last == noun[0], Self.bodies.contains(noun[0]) else { continue }
      let others = Set(all.map { speaker($0) }.filter { NameForm(name($0)).words.last == noun[0] }).subtracting([short])
      return others.allSatisfy { kinship.areKin($0, full) }
    }
    return false
  }

  /// `police`, `the coastguard`: in one story the same word means the same body.
  func isSameBody(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (matter.identities.groups[a], matter.identities.groups[b])
    return x.label != .person && y.label != .person && !x.isNamed && !y.isNamed
      && NameForm(x.name).words.count == 1 && NameForm(x.name).text == NameForm(y.name).text
  }

  private static let bodies: Set<String> = [
    "ministry", "union", "association", "council", "commission", "agency", "service", "hospital", "federation", "red",
  ]

  private static let farthestGrowth = 5.0

  /// `its count to 33`: of whom is known only where the same side has counted the dead.
  private func isTakenUpAlone(_ toll: Toll, _ all: [Toll]) -> Bool {
    toll.isTakenUp
      && !all.contains {
        !$0.isTakenUp && $0.claim != toll.claim && areOneCounter(speaker($0), speaker(toll), all)
      }
  }

  private func speaker(_ toll: Toll) -> Int { matter.speaker(matter.root(toll.claim)) }

  private func number(_ toll: Toll) -> String { Self.written(toll.value, toll.bound) }
}

extension ClaimRecord {
  /// Whether it is made of a figure that somebody gives.
  fileprivate var isOfFigure: Bool {
    ["attribution.given-figure", "attribution.estimate", "attribution.prepositional-content"].contains(rule)
  }
}
