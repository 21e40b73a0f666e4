import SourceText
import Synchronization

/// Reports whose text and analysis are bytes in a file, each taken apart when it is asked for.
final class SpilledReports: Sendable {
  /// Where a report stands, and how much is in it.
  struct Place: Sendable {
    fileprivate let number: Int
    fileprivate let extent: SpillFile.Extent
    fileprivate let analysisBytes: Int
    private let entities, events, claims: UInt32

    fileprivate init(_ number: Int, _ extent: SpillFile.Extent, _ analysis: ReportAnalysis, bytes: Int) {
      self.number = number
      self.extent = extent
      analysisBytes = bytes
      entities = UInt32(clamping: analysis.entities.count)
      events = UInt32(clamping: analysis.events.count)
      claims = UInt32(clamping: analysis.claims.count)
    }

    /// Says nothing, in as many parts as the report that cannot be read: what others know of it leads somewhere.
    var unreadable: AssembledReport {
      let nowhere = SourceRange(0, 0)
      let entity = Entity(label: .group, name: "", isNamed: false)
      let event = EventRecord(
        type: "OTHER", name: "", triggers: [.init(range: nowhere, token: 0, sentence: 0, lemma: "")])
      let claim = ClaimRecord(speaker: EntityID(0), range: nowhere, sentence: 0, stance: .asserts, rule: "")
      return AssembledReport(
        analysis: ReportAnalysis(
          report: ReportRecord(sha256: "", title: nil, published: nil, publisher: EntityID(0), origin: ""),
          entities: Array(repeating: entity, count: Int(entities)),
          events: Array(repeating: event, count: Int(events)),
          claims: Array(repeating: claim, count: Int(claims))),
        text: "")
    }
  }

  private let file: SpillFile
  private let count = Atomic(0)
  private let hasFailed = Atomic(false)
  /// Those that were asked for lately, each in the cell that its number leads to.
  private let cells = (0..<cellCount).map { _ in Cell() }

  private final class Cell: Sendable {
    let held = Mutex<(number: Int, report: AssembledReport)?>(nil)
  }

  /// Some 15 MB of reports; a pass in order on two threads needs far fewer.
  private static let cellCount = 512

  init() throws(AssemblyError) { file = try SpillFile() }

  var isDamaged: Bool { hasFailed.load(ordering: .relaxed) }

  func add(_ report: AssembledReport) throws(AssemblyError) -> Place {
    var bytes = report.analysis.encoded()
    let analysisBytes = bytes.count
    bytes += report.text.utf8
    let number = count.wrappingAdd(1, ordering: .relaxed).oldValue
    return Place(number, try file.append(bytes), report.analysis, bytes: analysisBytes)
  }

  func report(at place: Place) -> AssembledReport {
    let cell = cells[place.number % Self.cellCount]
    if let held = cell.held.withLock({ $0 }), held.number == place.number { return held.report }
    guard let report = read(place) else {
      hasFailed.store(true, ordering: .relaxed)
      return place.unreadable
    }
    cell.held.withLock { $0 = (place.number, report) }
    return report
  }

  private func read(_ place: Place) -> AssembledReport? {
    guard let bytes = file.read(place.extent),
      let analysis = try? ReportAnalysis(encoded: Array(bytes[..<place.analysisBytes]))
    else { return nil }
    return AssembledReport(
      analysis: analysis, text: String(decoding: bytes[place.analysisBytes...], as: UTF8.self))
  }
}
