import GraphCore

extension JudgementMaking {
  /// The numbers that claims put to an event: who revises, contradicts or confirms whom.
  mutating func addFigures(in cluster: Int) {
    let all = MergedEvent.allFigures(of: matter.events.clusters[cluster], in: matter.reports).filter {
      matter.key($0.claim) != nil && matter.stance(matter.root($0.claim)).weight == .supports
        && !$0.isUpper && $0.counted.kind != .part
    }
    for (attribute, figures) in Dictionary(grouping: all, by: \.record.attribute).sorted(by: { $0.key < $1.key }) {
      let figures = Array(figures.sorted { ($0.claim, $0.record.range) < ($1.claim, $1.record.range) }.suffix(48))
      addStatedRevisions(attribute, figures)
      for (position, earlier) in figures.enumerated() {
        for later in figures[(position + 1)...] where earlier.claim != later.claim {
          judge(earlier, later, attribute, figures)
        }
      }
    }
  }

  /// What a report itself says was counted before: there, and where another report gave that number.
  private mutating func addStatedRevisions(_ attribute: String, _ figures: [MergedEvent.Figure]) {
    for old in figures where old.isSuperseded {
      guard let new = successor(of: old, among: figures) else { continue }
      // What the other side had said was never its opponent's count.
      guard isOwnCount(old, new) else {
        if !old.fits(new) {
          add(.contradicts, new.claim, old.claim, "another \(attribute): \(number(new)), not \(number(old))")
        }
        continue
      }
      let why = "\(attribute): \(number(old)) before, \(number(new)) now"
      add(.revises, new.claim, old.claim, why)
      // Who gives the same number in the same report revises it as well.
      for same in figures where same.claim.report == new.claim.report && !same.isSuperseded {
        guard same.record.value == new.record.value, same.counted.kind == new.counted.kind, isOneAuthority(same, old)
        else { continue }
        add(.revises, same.claim, old.claim, why)
        for other in figures where old.outdates(other) { add(.revises, same.claim, other.claim, why) }
      }
      for other in figures where old.outdates(other) { add(.revises, new.claim, other.claim, why) }
    }
  }

  /// The figure that took the place of one that no longer holds: by the same side if it gives one, and the nearest.
  private func successor(of old: MergedEvent.Figure, among figures: [MergedEvent.Figure]) -> MergedEvent.Figure? {
    let current = figures.filter {
      $0.claim.report == old.claim.report && !$0.isSuperseded && $0.record.value != old.record.value
        && $0.counted.kind == old.counted.kind
    }
    let sameSide = current.filter { isOneAuthority($0, old) }
    func distance(_ figure: MergedEvent.Figure) -> Int { abs(figure.record.range.start - old.record.range.start) }
    // In another sentence, what came in front is what it is set against: `S says seven. It had said four. T says 11.`
    func rank(_ figure: MergedEvent.Figure) -> (Int, Int) {
      let isNear = matter.record(figure.claim).sentence == matter.record(old.claim).sentence
      return (isNear ? 0 : figure.record.range.start < old.record.range.start ? 1 : 2, distance(figure))
    }
    return (sameSide.isEmpty ? current : sameSide).min { rank($0) < rank($1) }
  }

  /// Whether both speak for one side, or the report itself gives one of them.
  private func isOwnCount(_ a: MergedEvent.Figure, _ b: MergedEvent.Figure) -> Bool {
    isOneAuthority(a, b) || isPublisher(a) || isPublisher(b) || isHome(speaker(a)) || isHome(speaker(b))
  }

  /// `the Interior Ministry`, of nobody says which: the one that all here speak of.
  private func isHome(_ identity: Int) -> Bool {
    let group = matter.identities.groups[identity]
    if !group.isNamed, group.name == "authorities" { return kinship.sides(of: [identity]).count <= 1 }
    return group.kind == "government" && NameForm(group.name).isGeneric && kinship.sides(of: [identity]).count <= 1
  }

  /// Ministries and officials of one state count for it together.
  private func isOneAuthority(_ a: MergedEvent.Figure, _ b: MergedEvent.Figure) -> Bool {
    kinship.areKin(speaker(a), speaker(b))
      || !kinship.sides(of: [speaker(a)]).isDisjoint(with: kinship.sides(of: [speaker(b)]))
  }

  private func isPublisher(_ figure: MergedEvent.Figure) -> Bool {
    speaker(figure) == matter.identities.number(of: matter.reports.publisher(of: figure.claim.report))
  }

  /// `had earlier given a higher figure`: what a report sets against the number before it, be it told of another event.
  mutating func addComparedFigures() {
    for (number, report) in matter.reports.enumerated() {
      let figures = report.analysis.events.indices.flatMap { event in
        MergedEvent.allFigures(of: [EventPlace(number, event)], in: matter.reports)
      }.filter { matter.key($0.claim) != nil && !$0.isUpper && $0.counted.kind != .part }
      guard figures.contains(where: \.counted.isSetAgainst) else { continue }
      for compared in figures where compared.counted.isSetAgainst {
        let before = figures.filter {
          $0.record.range.start < compared.record.range.start && $0.record.attribute == compared.record.attribute
            && $0.counted.kind == compared.counted.kind && $0.record.value != compared.record.value
            && !$0.counted.isSetAgainst
        }
        guard let other = before.max(by: { $0.record.range.start < $1.record.range.start }) else { continue }
        let words = "another \(compared.record.attribute): \(self.number(compared)), not \(self.number(other))"
        if !isOwnCount(compared, other) {
          add(.contradicts, compared.claim, other.claim, words)
        } else if compared.isSuperseded {
          add(.revises, other.claim, compared.claim, words)
        }
      }
    }
  }

  private mutating func judge(
    _ a: MergedEvent.Figure, _ b: MergedEvent.Figure, _ attribute: String, _ all: [MergedEvent.Figure]
  ) {
    guard a.counted.mayBeSame(as: b.counted) else { return }
    if a.record.value == b.record.value, a.upper == b.upper {
      agree(a, b, attribute)
    } else if a.claim.report == b.claim.report {
      judgeWithinReport(a, b, attribute)
    } else {
      judgeAcrossReports(a, b, attribute, all)
    }
  }

  private mutating func agree(_ a: MergedEvent.Figure, _ b: MergedEvent.Figure, _ attribute: String) {
    let isSameVoice = a.claim.report == b.claim.report && speaker(a) == speaker(b)
    guard !isSameVoice else { return }
    let again = speaker(a) == speaker(b) ? ", the same speaker again" : ""
    add(.agreesWith, b.claim, a.claim, "gives the same \(attribute): \(number(b))\(again)")
  }

  private mutating func judgeWithinReport(_ a: MergedEvent.Figure, _ b: MergedEvent.Figure, _ attribute: String) {
    // Of two numbers of one side the one is the other's part, or came later.
    if !a.isSuperseded, !b.isSuperseded, speaker(a) != speaker(b), !kinship.areKin(speaker(a), speaker(b)), !a.fits(b) {
      add(.contradicts, b.claim, a.claim, "another \(attribute): \(number(b)), not \(number(a))")
    }
  }

  /// A later figure revises the last before it, be it by the same side or while the count is still under way; else,
  /// where both cannot be right, it contradicts it.
  private mutating func judgeAcrossReports(
    _ a: MergedEvent.Figure, _ b: MergedEvent.Figure, _ attribute: String, _ all: [MergedEvent.Figure]
  ) {
    guard a.isCurrent, b.isCurrent else { return }
    let isSameSide = isOneSide(speaker(a), speaker(b))
    // Who has found nobody does not count, unless he goes on to.
    let isUnderWay = a.record.value > 0 && daysBetween(a, b).map { $0 <= Self.countingDays } ?? false
    // Who has counted before goes on with his own count, and not with another's.
    let hasOwnCount =
      !isSameSide
      && all.contains { other in
        other.isCurrent && other.day < b.day && other.counted.kind == b.counted.kind && !isPublisher(other)
          && !isPublisher(b) && isOneSide(speaker(other), speaker(b))
      }
    if a.day < b.day, isSameSide || isUnderWay && !(hasOwnCount && b.record.value < a.record.value) {
      let isLast = !all.contains { other in
        other.isCurrent && other.day > a.day && other.day < b.day && other.counted.kind == a.counted.kind
          && (!isSameSide || isOneSide(speaker(other), speaker(b)))
      }
      if isLast { add(.revises, b.claim, a.claim, "later \(attribute): \(number(b)) after \(number(a))") }
    } else if speaker(a) != speaker(b), !a.fits(b) {
      add(.contradicts, b.claim, a.claim, "another \(attribute): \(number(b)), not \(number(a))")
    }
  }

  private func isOneSide(_ a: Int, _ b: Int) -> Bool { kinship.areKin(a, b) || isSameBody(a, b) }

  /// For how long after an event its count is taken to be still under way.
  private static let countingDays: Int64 = 14

  private func speaker(_ figure: MergedEvent.Figure) -> Int { matter.speaker(matter.root(figure.claim)) }

  private func daysBetween(_ a: MergedEvent.Figure, _ b: MergedEvent.Figure) -> Int64? {
    guard let x = CalendarDate(iso8601: a.day.prefix(10)), let y = CalendarDate(iso8601: b.day.prefix(10)) else {
      return nil
    }
    return abs(y.epochDay - x.epochDay)
  }

  private func number(_ figure: MergedEvent.Figure) -> String {
    func written(_ value: Double) -> String { Int64(exactly: value).map { "\($0)" } ?? "\(value)" }
    let value = written(figure.record.value)
    if let upper = figure.upper { return "\(value) to \(written(upper))" }
    return switch figure.record.bound {
    case .exact: value
    case .minimum: "at least \(value)"
    case .maximum: "at most \(value)"
    case .approximate: "about \(value)"
    }
  }
}

extension MergedEvent.Figure {
  /// Whether one number can be meant by both: 144 fits `at least 133`.
  func fits(_ other: Self) -> Bool { span.overlaps(other.span) }

  private var span: ClosedRange<Double> {
    let value = record.value
    if let upper, upper > value { return value...upper }
    return switch record.bound {
    case .exact: value...value
    case .minimum: value...Double.greatestFiniteMagnitude
    case .maximum: min(0, value)...value
    // "About 300" is said of what rounds to it.
    case .approximate: (value - abs(value) / 10)...(value + abs(value) / 10)
    }
  }
}
