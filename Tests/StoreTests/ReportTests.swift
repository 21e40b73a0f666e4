import Foundation
import GraphCore
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

@Test("what fills a case in one transaction is there whole, or not at all")
func filling() throws {
  struct Stop: Error {}
  try withFolder { folder in
    let path = "\(folder)/a"
    let file = try CaseFile.create(at: path)
    let before = FileManager.default.contents(atPath: path)
    #expect(throws: Stop.self) {
      try file.fill { filling in
        try filling.insert(sampleReports[0])
        throw Stop()
      }
    }
    #expect(FileManager.default.contents(atPath: path) == before)
    #expect(throws: Stop.self) {
      try file.fill { filling in
        try filling.insert(sampleReports[0])
        try filling.forEachReport { _ in }
        throw Stop()
      }
    }
    #expect(try file.reports().isEmpty)
    try file.fill { try $0.keep(PropertyGraph(), changes: []) }
    #expect(try file.load().nodeCount == 0)
    var loader = GraphLoader()
    try loader.addNode(ElementKey("n1"), labels: ["L"], properties: [(key: "p", value: .integer(7))])
    let graph = loader.finish()
    let seen = try file.fill { filling in
      for report in sampleReports { try filling.insert(report) }
      try filling.keep(graph, changes: nil)
      var seen: [ReportEntry] = []
      try filling.forEachReport { seen.append($0) }
      #expect(try filling.summary(ofReport: sampleReports[0].sha256) == sampleReports[0].summary)
      #expect(try filling.text(ofReport: sampleReports[1].sha256) == sampleReports[1].text)
      let mark = Array(sampleReports[0].analysis.prefix(2))
      let others = sampleReports.filter { !$0.analysis.starts(with: mark) }.map(\.sha256)
      #expect(try filling.reports(without: mark) == others)
      return seen
    }
    #expect(seen == sampleReports)
    #expect(try contents(file.load()) == contents(graph))
    try file.close()
    let again = try CaseFile.open(path)
    #expect(try contents(again.load()) == contents(graph))
    #expect(try again.allReports() == sampleReports)
    #expect(try again.check(deep: true).isEmpty)
    try again.close()
  }
}
