import GraphCore
import SourceText

/// One happening out of what several reports say of it.
enum MergedEvent {
  /// - Parameter members: ascending, so that the earliest report comes first.
  static func node(of members: [EventPlace], in reports: AssembledReports, isKept: (ClaimPlace) -> Bool) -> EventNode? {
    guard let first = members.first else { return nil }
    let events = members.map { reports[$0.report].analysis.events[$0.index] }
    let time = time(of: events)
    return EventNode(
      key: key(of: first, in: reports), name: events[0].name, type: majority(events.map(\.type)) ?? events[0].type,
      subtype: majority(events.compactMap(\.subtype)), start: time?.start.map(TimeValue.fullDate),
      end: time?.end.map(TimeValue.fullDate), precision: (time?.precision ?? .unknown).rawValue,
      actuality: actuality(of: events).rawValue, figures: figures(of: members, in: reports, isKept: isKept),
      instruments: things(.instrument, of: members, in: reports, isKept: isKept),
      objects: things(.object, of: members, in: reports, isKept: isKept))
  }

  /// The names of its things, each once, in the order of reports and text; of names that differ in case the first.
  private static func things(
    _ part: EventRecord.Thing.Part, of members: [EventPlace], in reports: AssembledReports,
    isKept: (ClaimPlace) -> Bool
  ) -> [String] {
    var names: [String] = []
    var known: Set<String> = []
    for member in members {
      let things = reports[member.report].analysis.events[member.index].things
      for thing in things where thing.part == part {
        let isStated = thing.claims.contains { isKept(ClaimPlace(member.report, $0.index)) }
        if isStated, known.insert(thing.name.lowercased()).inserted { names.append(thing.name) }
      }
    }
    return names
  }

  /// Of the member that stands for all: a later report leaves it as it is.
  private static func key(of member: EventPlace, in reports: AssembledReports) -> EventKey {
    let report = reports[member.report]
    let trigger = report.analysis.events[member.index].triggers.map(\.range).min() ?? SourceRange(0, 0)
    return ContentKeys.event(report: "\(reports.sha256(of: member.report))\n\(member.index)", trigger: trigger)
  }

  /// What most reports say; of several, what the earliest says.
  private static func majority(_ values: [String]) -> String? {
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max()
    return values.first { counts[$0] == most }
  }

  /// The most precise time, and of several as precise the one most reports give.
  private static func time(of events: [EventRecord]) -> TimeValue? {
    let times = events.compactMap(\.time).filter { $0.start != nil || $0.end != nil }
    guard let least = times.map(\.vagueness).min() else { return nil }
    let precise = times.filter { $0.vagueness == least }
    let most = majority(precise.map { "\($0.start ?? "")/\($0.end ?? "")" })
    return precise.first { "\($0.start ?? "")/\($0.end ?? "")" == most }
  }

  /// What happened by one report happened; else as the last report leaves it.
  private static func actuality(of events: [EventRecord]) -> EventRecord.Actuality {
    if events.contains(where: { $0.actuality == .happened }) { return .happened }
    return events.last?.actuality ?? .happened
  }

  // MARK: Figures

  struct Figure {
    let record: FigureRecord
    let claim: ClaimPlace
    /// The day its report was published, ISO 8601; before all days if it is not known.
    let day: String
    /// Given by its own report as one that no longer holds.
    let isSuperseded: Bool
    let counted: CountedFigure
    /// Given so by another report that is not earlier.
    var isOutdated = false
    /// The other end, where the text gives it as one of two: `between 46,000 and 85,000`.
    var upper: Double?
    var isUpper = false

    var isCurrent: Bool { !isSuperseded && !isOutdated }
  }

  /// All figures that claims put to the event, in order of members and text.
  static func allFigures(of members: [EventPlace], in reports: AssembledReports) -> [Figure] {
    var figures = members.flatMap { member -> [Figure] in
      let report = reports[member.report]
      return report.analysis.events[member.index].figures.map { record in
        Figure(
          record: record, claim: ClaimPlace(member.report, record.claim.index),
          day: report.analysis.report.published ?? "",
          isSuperseded: report.isSuperseded(record),
          counted: report.counted(record))
      }
    }
    pairRanges(&figures)
    let superseded = figures.filter(\.isSuperseded)
    for index in figures.indices where !figures[index].isSuperseded {
      let figure = figures[index]
      figures[index].isOutdated = superseded.contains { $0.outdates(figure) }
    }
    return figures
  }

  /// How far the upper end of a range stands behind the lower one, in bytes: `46,000 and 85,000`, `10 to 15`.
  private static let withinRange = 8

  private static func pairRanges(_ figures: inout [Figure]) {
    for lower in figures.indices where figures[lower].record.bound == .minimum {
      let record = figures[lower].record
      let upper = figures.indices.first { other in
        figures[other].record.bound == .maximum && figures[other].claim.report == figures[lower].claim.report
          && figures[other].record.attribute == record.attribute
          && (0...withinRange).contains(figures[other].record.range.start - record.range.end)
      }
      guard let upper else { continue }
      figures[lower].upper = figures[upper].record.value
      figures[upper].isUpper = true
    }
  }

  /// For each attribute the latest that is asserted: of the reports of the last day that has one, what is exact before
  /// what is bounded, then what most claims say, then the greater.
  private static func figures(
    of members: [EventPlace], in reports: AssembledReports, isKept: (ClaimPlace) -> Bool
  ) -> [String: Double] {
    let asserted = allFigures(of: members, in: reports).filter { figure in
      isKept(figure.claim) && figure.isCurrent && figure.counted.kind != .part
        && Stance(reports[figure.claim.report].analysis.claims[figure.claim.index].stance).weight == .supports
    }
    // What somebody denies gives way to what stands.
    let denied = Set(
      Set(members.map(\.report)).flatMap { report in
        reports[report].analysis.claims.filter { $0.stance == .denies }.compactMap { claim in
          claim.denies.map { ClaimPlace(report, $0.index) }
        }
      })
    var properties: [String: Double] = [:]
    for (attribute, all) in Dictionary(grouping: asserted, by: \.record.attribute) {
      let standing = all.filter { !denied.contains($0.claim) }
      let figures = standing.isEmpty ? all : standing
      let latest = figures.map(\.day).max()
      let newest = figures.filter { $0.day == latest }
      // What a report counts less than it has said there are at least, is but some of them.
      let current = newest.filter { figure in
        !newest.contains { other in
          other.claim.report == figure.claim.report && other.record.bound == .minimum && other.upper == nil
            && other.counted.kind == figure.counted.kind && other.record.value > figure.record.value
            && other.record.range.start < figure.record.range.start
        }
      }
      func support(_ figure: Figure) -> Int { figures.filter { $0.record.value == figure.record.value }.count }
      let best = current.max { a, b in
        let (x, y) = (a.record.bound == .exact, b.record.bound == .exact)
        if x != y { return y }
        return (support(a), a.record.value) < (support(b), b.record.value)
      }
      guard let best else { continue }
      for (name, value) in Self.properties(of: best, among: current) { properties[attribute + name] = value }
    }
    return properties
  }

  private static func properties(of figure: Figure, among current: [Figure]) -> [(String, Double)] {
    let value = figure.record.value
    func other(_ bound: FigureRecord.Bound) -> Double? {
      current.first { $0.claim == figure.claim && $0.record.bound == bound && $0.record.value != value }?.record.value
    }
    switch figure.record.bound {
    case .exact, .approximate: return [("", value)]
    case .minimum:
      if let maximum = other(.maximum) { return [("_min", value), ("_max", maximum)] }
      return [("", value), ("_min", value)]
    case .maximum:
      if let minimum = other(.minimum) { return [("_min", minimum), ("_max", value)] }
      return [("", value), ("_max", value)]
    }
  }
}

extension MergedEvent.Figure {
  /// Whether this number, which its report says no longer holds, is the one that the other report gave.
  func outdates(_ other: Self) -> Bool {
    isSuperseded && claim.report != other.claim.report && record.attribute == other.record.attribute
      && record.value == other.record.value && day >= other.day
  }
}

extension Stance {
  init(_ stance: ClaimRecord.Stance) {
    self = Stance(rawValue: stance.rawValue) ?? .asserts
  }
}
