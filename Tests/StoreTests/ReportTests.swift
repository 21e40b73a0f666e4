import Foundation
import SourceText
import Testing

@testable import Store

@Test("reports come back as they were, in the order of their digests")
func reportRoundTrip() throws {
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    try file.append([], reports: sampleReports.reversed())
    let entries = try file.allReports()
    #expect(entries == sampleReports)
    let summaries = try file.reports()
    #expect(summaries.map(\.origin) == sampleReports.map(\.text.origin))
    #expect(summaries.map(\.lengthBytes) == sampleReports.map(\.text.contents.utf8.count))
    let one = try file.report(sampleReports[1].sha256)
    #expect(one == sampleReports[1])
    let none = try file.report("c")
    #expect(none == nil)
  }
}

@Test("a report given again replaces the one there, also in the search index")
func replacedReport() throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    try file.append([], reports: sampleReports)
    let changed = ReportEntry(
      sha256: sampleReports[0].sha256, text: Text(origin: "new.txt", contents: "Quite another text."),
      analysis: Data([9]))
    try file.append([], reports: [changed])
    let entries = try file.allReports()
    #expect(entries == [changed, sampleReports[1]])
    let (old, new) = (try file.search("Tehran"), try file.search("another").map(\.origin))
    #expect(old.isEmpty)
    #expect(new == ["new.txt"])
    let findings = try file.check(deep: true)
    #expect(findings.isEmpty)
  }
}

@Test(
  "a search finds words, phrases and endings, and no operator hides in what people type",
  arguments: [
    ("tehran", 1), ("TEHRAN moscow", 1), ("tehran cafe", 0), ("cafe", 1), ("\"declined to comment\"", 1),
    ("\"comment to declined\"", 0), ("krem*", 2), ("krem", 0), ("", 0), ("   ", 0), ("\"", 0), ("*", 0),
    ("NOT tehran", 0),
    ("tehran OR nothing", 0), ("contents:tehran", 0), ("(tehran", 1), ("tehran)", 1), ("^tehran", 1), ("teh-ran", 0),
    ("a\0b", 0),
    ("\"unclosed declined", 0), ("\"declined to", 1), ("{}[]+-", 0), ("within", 1),
  ])
func search(_ text: String, _ count: Int) throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    try file.append([], reports: sampleReports)
    let matches = try file.search(text)
    #expect(matches.count == count)
  }
}

@Test("a match shows the words around it")
func excerpt() throws {
  try withFolder { folder in
    let file = try CaseFile.create(at: "\(folder)/a")
    try file.append([], reports: sampleReports)
    let excerpts = try file.search("declined").map(\.excerpt)
    #expect(excerpts == ["Tehran warned Moscow.\nThe Kremlin declined to comment."])
  }
}
