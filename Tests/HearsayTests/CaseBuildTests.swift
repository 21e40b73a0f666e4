import Foundation
import GraphCore
import Store
import Testing

@testable import Hearsay

@Suite("building a case")
struct CaseBuildTests {
  @Test("reads a text again that another reader has read")
  func otherReader() throws {
    let reader = try ReportReader()
    let text = try #require(try BundledCase.texts(reader: reader).first)
    let fresh = ReportsInMemory()
    let session = GraphSession()
    let summary = try CaseBuild(session, fresh, reader, threads: 1).add(Reports([text])) { _, _ in }
    let read = try #require(fresh.reports.values.first)
    let stale = ReportEntry(sha256: read.sha256, text: read.text, analysis: Data("{}".utf8))
    let contents = ReportsInMemory([read.sha256: stale])
    let again = GraphSession()
    let second = try CaseBuild(again, contents, reader, threads: 2).add(Reports([])) { _, _ in }
    #expect(second.added == 0 && second.nodes == summary.nodes && second.edges == summary.edges)
    #expect(contents.reports[read.sha256] == read)
  }
}
