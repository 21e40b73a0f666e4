import GraphCore

/// Reports that tell one story, as the names in them show.
struct StoryLinks: Sendable {
  /// Ascending.
  private(set) var pairs: [ReportPair] = []
  /// Reports of the same days that share but one name, which few hold. Ascending.
  private(set) var loose: [ReportPair] = []

  /// Names that more reports hold say nothing of a story.
  private static let mostWithName = 32
  /// How many days apart reports of one story may be published; what has no date is taken to be near.
  private static let farthestDays: Int64 = 400
  /// Reports further apart than this must share names that only few reports hold.
  private static let nearDays: Int64 = 60
  static let fewWithName = 8
  private static let sameDays: Int64 = 14
  /// How many out-of-the-way names two reports must share.
  static let enoughNames = 2

  /// Linear in the number of names for bounded numbers of reports that hold one.
  init(of reports: AssembledReports, _ identities: Identities) {
    let days = reports.indices.map { reports.epochDay(of: $0) }
    let holders = identities.groups.filter(Self.tells).map { group in
      Set(
        group.members.filter { $0 != reports.publisher(of: $0.report) && identities.entities[$0].isNamedInText }
          .map(\.report)
      ).sorted()
    }
    func distance(_ pair: ReportPair) -> Int64 {
      guard let a = days[pair.first], let b = days[pair.second] else { return 0 }
      return abs(a - b)
    }
    let near = Self.counts(holders).filter { distance($0.key) <= Self.nearDays }
    let few = Self.counts(holders.filter { $0.count <= Self.fewWithName })
    loose = few.filter { $0.value < Self.enoughNames && distance($0.key) <= Self.sameDays }.keys.sorted {
      ($0.first, $0.second) < ($1.first, $1.second)
    }
    let far = Self.counts(holders.filter { $0.count <= Self.fewWithName }).filter {
      (Self.nearDays + 1...Self.farthestDays).contains(distance($0.key))
    }
    let shared = near.merging(far) { $1 }
    pairs = shared.filter { $0.value >= Self.enoughNames }.keys.sorted {
      ($0.first, $0.second) < ($1.first, $1.second)
    }
  }

  /// States, papers and agencies are in all reports.
  private static func tells(_ group: Groups.Group) -> Bool {
    group.isNamed && group.label != .state && !common.contains(group.kind ?? "")
  }

  static let common: Set<String> = [
    "country", "publisher", "news_agency", "newspaper", "broadcaster", "magazine", "website", "government", "software",
    "intergovernmental",
  ]

  /// By report: those that share enough names with it.
  ///
  /// - Parameters:
  ///   - holders: for each name, the reports that hold it, ascending.
  ///   - names: how many they must share.
  static func related(_ holders: [[Int]], by names: Int) -> [Int: Set<Int>] {
    var related: [Int: Set<Int>] = [:]
    for (pair, count) in counts(holders) where count >= names {
      related[pair.first, default: []].insert(pair.second)
      related[pair.second, default: []].insert(pair.first)
    }
    return related
  }

  private static func counts(_ holders: [[Int]]) -> [ReportPair: UInt32] {
    var shared: [ReportPair: UInt32] = [:]
    for reports in holders where reports.count > 1 && reports.count <= mostWithName {
      for (position, first) in reports.enumerated() {
        for second in reports[(position + 1)...] { shared[ReportPair(first, second), default: 0] += 1 }
      }
    }
    return shared
  }
}
