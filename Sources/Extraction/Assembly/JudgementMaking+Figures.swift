import GraphCore

extension JudgementMaking {
  /// The numbers that claims put to an event: who revises, contradicts or confirms whom.
  mutating func addFigures(in cluster: Int) {
    let all = MergedEvent.allFigures(of: matter.events.clusters[cluster], in: matter.reports).filter {
      matter.key($0.claim) != nil && matter.stance(matter.root($0.claim)).weight == .supports
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
      let why = "\(attribute): \(number(old)) before, \(number(new)) now"
      add(.revises, new.claim, old.claim, why)
      for other in figures where old.outdates(other) { add(.revises, new.claim, other.claim, why) }
    }
  }

  /// The figure that took the place of one that no longer holds: by the same side if it gives one, and the nearest.
  private func successor(of old: MergedEvent.Figure, among figures: [MergedEvent.Figure]) -> MergedEvent.Figure? {
    let current = figures.filter {
      $0.claim.report == old.claim.report && !$0.isSuperseded && $0.record.value != old.record.value
    }
    let sameSide = current.filter { kinship.areKin(speaker($0), speaker(old)) }
    func distance(_ figure: MergedEvent.Figure) -> Int { abs(figure.record.range.start - old.record.range.start) }
    return (sameSide.isEmpty ? current : sameSide).min { distance($0) < distance($1) }
  }

  private mutating func judge(
    _ a: MergedEvent.Figure, _ b: MergedEvent.Figure, _ attribute: String, _ all: [MergedEvent.Figure]
  ) {
    if a.record.value == b.record.value {
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
    if !a.isSuperseded, !b.isSuperseded, speaker(a) != speaker(b), !a.fits(b) {
      add(.contradicts, b.claim, a.claim, "another \(attribute): \(number(b)), not \(number(a))")
    }
  }

  /// A later figure revises the last before it, be it by the same side or while the count is still under way; else,
  /// where both cannot be right, it contradicts it.
  private mutating func judgeAcrossReports(
    _ a: MergedEvent.Figure, _ b: MergedEvent.Figure, _ attribute: String, _ all: [MergedEvent.Figure]
  ) {
    guard a.isCurrent, b.isCurrent else { return }
    let isSameSide = kinship.areKin(speaker(a), speaker(b))
    if a.day < b.day, isSameSide || daysBetween(a, b).map({ $0 <= Self.countingDays }) ?? false {
      let isLast = !all.contains { other in
        other.isCurrent && other.day > a.day && other.day < b.day
          && (!isSameSide || kinship.areKin(speaker(other), speaker(b)))
      }
      if isLast { add(.revises, b.claim, a.claim, "later \(attribute): \(number(b)) after \(number(a))") }
    } else if speaker(a) != speaker(b), !a.fits(b) {
      add(.contradicts, b.claim, a.claim, "another \(attribute): \(number(b)), not \(number(a))")
    }
  }

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
    let value = Int64(exactly: figure.record.value).map { "\($0)" } ?? "\(figure.record.value)"
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
    return switch record.bound {
    case .exact: value...value
    case .minimum: value...Double.greatestFiniteMagnitude
    case .maximum: min(0, value)...value
    // "About 300" is said of what rounds to it.
    case .approximate: (value - abs(value) / 10)...(value + abs(value) / 10)
    }
  }
}
