import GraphCore
import SourceText

/// The reports of a case in the order of assembly, each text once.
///
/// As long as they are few they stand in memory, taken apart. Beyond that text and analysis are bytes in a file, and a
/// report is taken apart anew when it is asked for, which takes some 30 µs: who looks at several parts of one asks once,
/// and who goes through all goes in order. What is asked for all the time of any report stands beside them.
struct AssembledReports: RandomAccessCollection, Sendable {
  /// What is known of a report without a look at it.
  struct Head: Sendable {
    let sha256: String
    /// The day of publication, ISO 8601; after all days if it is not known.
    let day: String
    /// ISO 8601 date, or date and time.
    let published: String?
    let publisher: EntityID
  }

  /// Where a report is kept.
  enum Place: Sendable {
    case memory(AssembledReport)
    case file(SpilledReports.Place)
  }

  private let heads: [Head]
  private let places: [Place]
  private let spilled: SpilledReports?

  init(_ reports: [(head: Head, place: Place)], spilledTo spilled: SpilledReports?) {
    heads = reports.map(\.head)
    places = reports.map(\.place)
    self.spilled = spilled
  }

  var startIndex: Int { 0 }
  var endIndex: Int { heads.count }

  subscript(number: Int) -> AssembledReport {
    switch places[number] {
    case .memory(let report): report
    case .file(let place): spilled?.report(at: place) ?? place.unreadable
    }
  }

  /// - Throws: where what was put by could not be read again; all that was made of the reports is wrong then.
  func requireRead() throws(AssemblyError) {
    if spilled?.isDamaged ?? false {
      throw AssemblyError(origin: nil, message: "what did not fit into memory cannot be read again")
    }
  }

  func sha256(of report: Int) -> String { heads[report].sha256 }
  func day(of report: Int) -> String { heads[report].day }
  /// Whether it is known when a report came out: of one that may be the older, nothing is revised.
  func isDated(_ report: Int) -> Bool { heads[report].published != nil }
  func publisher(of report: Int) -> EntityPlace { EntityPlace(report, heads[report].publisher.index) }

  /// Of publication, from 1970.
  func epochDay(of report: Int) -> Int64? {
    heads[report].published.flatMap { CalendarDate(iso8601: $0.prefix(10))?.epochDay }
  }
}
