import GraphCore

/// Reports that tell one story, as the names in them show.
struct StoryLinks: Sendable {
  /// Ascending.
  private(set) var pairs: [ReportPair] = []

  /// Names that more reports hold say nothing of a story.
  private static let mostWithName = 32
  /// How many days apart reports of one story may be published; what has no date is taken to be near.
  private static let farthestDays: Int64 = 400
  /// How many out-of-the-way names two reports must share.
  private static let enoughNames = 2

  /// Linear in the number of names for bounded numbers of reports that hold one.
  init(of reports: [AssembledReport], _ identities: Identities) {
    let days = reports.map { report in
      report.analysis.report.published.flatMap { CalendarDate(iso8601: $0.prefix(10))?.epochDay }
    }
    var shared: [ReportPair: Int] = [:]
    for group in identities.groups where Self.tells(group) {
      let holders = Set(group.members.filter { Self.isNamed($0, in: reports) }.map(\.report)).sorted()
      guard holders.count > 1, holders.count <= Self.mostWithName else { continue }
      for (position, first) in holders.enumerated() {
        for second in holders[(position + 1)...] {
          if let a = days[first], let b = days[second], abs(a - b) > Self.farthestDays { continue }
          shared[ReportPair(first, second), default: 0] += 1
        }
      }
    }
    pairs = shared.filter { $0.value >= Self.enoughNames }.keys.sorted {
      ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  /// States, papers and agencies are in all reports.
  private static func tells(_ group: Identities.Group) -> Bool {
    guard group.isNamed, group.label != .state else { return false }
    return !["country", "publisher", "news_agency", "newspaper", "broadcaster", "magazine", "website", "government"]
      .contains(group.kind ?? "")
  }

  private static func isNamed(_ place: EntityPlace, in reports: [AssembledReport]) -> Bool {
    let analysis = reports[place.report].analysis
    guard place.index != analysis.report.publisher.index else { return false }
    return analysis.entities[place.index].mentions.contains { $0.form == .name }
  }
}
