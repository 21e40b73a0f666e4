import SourceText
import Testing

@testable import Extraction

@Suite("Reports put by in a file")
struct SpilledReportsTests {
  private func report() -> AssembledReport {
    var builder = ReportBuilder("The Herald", on: "2025-05-01", "Rovia said that 12 people died in the blast.")
    let rovia = builder.entity(.state, "Rovia")
    let claim = builder.claim(rovia, "12 people died in the blast")
    _ = builder.event("ASSAULT", "blast")
    #expect(claim.index == 0)
    return AssembledReport(analysis: builder.analysis, text: builder.text)
  }

  @Test("come back as they were")
  func roundTrip() throws {
    let spilled = try SpilledReports()
    let first = try spilled.add(report())
    let places = try (0..<1_000).map { _ in try spilled.add(report()) }
    for place in [first] + places {
      let back = spilled.report(at: place)
      #expect(back.text == report().text)
      #expect(back.analysis.encoded() == report().analysis.encoded())
    }
    #expect(!spilled.isDamaged)
  }

  @Test("that cannot be read again are of the same shape, and what is made of them is refused")
  func unreadable() throws {
    let (one, other) = (try SpilledReports(), try SpilledReports())
    let place = try one.add(report())
    let back = other.report(at: place).analysis
    #expect(back.isConsistent)
    #expect((back.entities.count, back.events.count, back.claims.count) == (2, 1, 1))
    let head = AssembledReports.Head(sha256: "", day: "~", published: nil, publisher: EntityID(0))
    let reports = AssembledReports([(head, .file(place))], spilledTo: other)
    #expect(throws: AssemblyError.self) { try reports.requireRead() }
  }

  @Test("go nowhere where no file can be made, and the error says where")
  func noFolder() {
    let error = #expect(throws: AssemblyError.self) { try SpillFile(in: ["/nowhere/at/all"]) }
    #expect(throws: Never.self) { try SpillFile(in: ["/nowhere/at/all", "/tmp"]) }
    #expect(error?.message.contains("/nowhere/at/all") ?? false)
  }
}
