import Foundation
import Hearsay
import Testing

/// Loads lexicons and model once for all tests here.
private let reader = Result { try ReportReader() }

private func exported(_ built: Case) throws -> [UInt8] {
  let output = ByteOutput()
  try ExportFormat.json.write(built.session.snapshot, to: output)
  return try output.finish()
}

@Suite("a case")
struct CaseTests {
  @Test("comes out the same whatever the order of its reports and the number of steps")
  func orderAndSteps() throws {
    let reader = try reader.get()
    let texts = Array(try BundledCase.texts(reader: reader).prefix(4))
    let atOnce = Case.inMemory()
    _ = try atOnce.add(texts, reader: reader)
    let inSteps = Case.inMemory()
    for text in texts.reversed() { _ = try inSteps.add([text], reader: reader) }
    #expect(try exported(atOnce) == exported(inSteps))
    #expect(atOnce.session.snapshot.nodeCount > 50)
  }

  @Test("comes out the same with several threads")
  func threads() throws {
    let reader = try reader.get()
    let texts = Array(try BundledCase.texts(reader: reader).prefix(4))
    let alone = Case.inMemory()
    _ = try alone.add(texts, reader: reader)
    let together = Case.inMemory()
    _ = try together.add(Reports(texts), reader: reader, threads: 3)
    #expect(try exported(alone) == exported(together))
  }

  @Test("asked AS OF INGEST, a case knows what it had then; without a time nothing is different")
  func ingested() throws {
    let reader = try reader.get()
    let texts = Array(try BundledCase.texts(reader: reader).prefix(4))
    let dated = Case.inMemory()
    _ = try dated.add(Array(texts[..<2]), reader: reader, ingested: "2024-05-01")
    _ = try dated.add(texts, reader: reader, ingested: "2024-05-03T10:00Z")
    func value(_ query: String) throws -> String? {
      try dated.session.run(query).rows.first?.first.map { String(describing: $0) }
    }
    #expect(try value("MATCH (r:Report {ingested: date('2024-05-01')}) RETURN count(r)") == "integer(2)")
    #expect(try value("MATCH (r:Report) WHERE r.ingested IS :: ZONED DATETIME RETURN count(r)") == "integer(2)")
    #expect(try value("MATCH (r:Report {stub: true}) RETURN count(r.ingested)") == "integer(0)")
    let all = try #require(try value("MATCH (c:Claim) RETURN count(c)"))
    #expect(try value("MATCH (c:Claim) RETURN count(c) AS OF INGEST date('2024-04-30')") == "integer(0)")
    let first = try value("MATCH (c:Claim) RETURN count(c) AS OF INGEST date('2024-05-02')")
    #expect(try first == value("MATCH (r:Report {ingested: date('2024-05-01')})-[:CONTAINS]->(c) RETURN count(c)"))
    #expect(try value("MATCH (c:Claim) AS OF INGEST date('2024-05-03') RETURN count(c)") == all)
    #expect(first != "integer(0)" && first != all)
    // The times are all that is different.
    let undated = Case.inMemory()
    _ = try undated.add(texts, reader: reader)
    _ = try dated.session.run("MATCH (r:Report) REMOVE r.ingested")
    #expect(try exported(dated) == exported(undated))
    #expect(throws: Failure.self) { try dated.add(texts, reader: reader, ingested: "yesterday") }
  }

  @Test("a copy of a report that the case has came into it with the first")
  func ingestedCopies() throws {
    let reader = try reader.get()
    let text = try #require(try BundledCase.texts(reader: reader).first)
    let copy = Text(origin: "00-" + text.origin, contents: text.contents, metadata: text.metadata)
    let built = Case.inMemory()
    _ = try built.add([text], reader: reader, ingested: "2024-05-01")
    _ = try built.add([copy], reader: reader, ingested: "2024-05-02")
    let rows = try built.session.run("MATCH (r:Report) WHERE r.sha256 IS NOT NULL RETURN r.origin, r.ingested").rows
    #expect(rows.map { $0.map { String(describing: $0) } } == [["string(\"\(copy.origin)\")", "date(2024-05-01)"]])
  }

  @Test("knows a report again by its text, and keeps the same copy whichever comes first")
  func copies() throws {
    let reader = try reader.get()
    let text = try #require(try BundledCase.texts(reader: reader).first)
    let copy = Text(origin: "zz-" + text.origin, contents: text.contents, metadata: text.metadata)
    let one = Case.inMemory()
    _ = try one.add([text], reader: reader)
    let summary = try one.add([copy], reader: reader)
    #expect(summary.added == 0 && summary.known == 1)
    let other = Case.inMemory()
    _ = try other.add([copy, text], reader: reader)
    #expect(try exported(one) == exported(other))
  }

  @Test("keeps what people made when a report is added")
  func people() throws {
    let reader = try reader.get()
    let texts = Array(try BundledCase.texts(reader: reader).prefix(2))
    let built = Case.inMemory()
    _ = try built.add([texts[0]], reader: reader)
    _ = try built.session.run("MATCH (a:Actor {name: 'Iran'}) CREATE (:Note {text: 'look again'})-[:ON]->(a)")
    _ = try built.add([texts[1]], reader: reader)
    let result = try built.session.run("MATCH (n:Note)-[r:ON]->(a:Actor) RETURN a.name, status(r)")
    #expect(result.rows.count == 1)
    #expect(result.rows.first?.last?.equals(.string("unattested")) == true)
  }

  @Test("has a claim behind every edge of the world, and a speaker, a report and a range behind every claim")
  func provenance() throws {
    let reader = try reader.get()
    let built = Case.inMemory()
    _ = try built.add(Array(try BundledCase.texts(reader: reader).prefix(4)), reader: reader)
    let report = try built.check()
    #expect(report.problems.isEmpty)
    #expect(report.claims > 0 && report.worldEdges > 0 && report.unattestedEdges == 0)
  }

  @Test("on disk is there again when it is opened")
  func onDisk() throws {
    let reader = try reader.get()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString).hearsay").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let made = try Case.create(at: path)
    _ = try made.add(Array(try BundledCase.texts(reader: reader).prefix(1)), reader: reader)
    let before = try exported(made)
    try made.close()
    let opened = try Case.open(path, readOnly: true)
    #expect(try exported(opened) == before)
    try opened.close()
  }

  @Test("is searched for words in reports and in claims, the best first")
  func search() throws {
    let reader = try reader.get()
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("case-\(UUID().uuidString).hearsay").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let made = try Case.create(at: path)
    defer { try? made.close() }
    _ = try made.add(BundledCase.texts(reader: reader), reader: reader)
    func count(_ query: String) throws -> Int { try made.session.run(query).rowCount }
    let reports = try count("MATCH (r:Report) WHERE r.text IS NOT NULL OR r.origin IS NOT NULL RETURN r")
    let found = try count("CALL search.reports('crocus attack*') YIELD report RETURN DISTINCT report")
    #expect(found > 0 && found <= reports)
    #expect(try count("CALL search.reports('crocus xyzzy') YIELD report RETURN report") == 0)
    // What has a meaning in expressions of the index has none here.
    #expect(try count("CALL search.reports('xyzzy OR crocus*') YIELD report RETURN report") == 0)
    #expect(try count("CALL search.reports('\" \" (') YIELD report RETURN report") == 0)
    // Words in any order and any case, and each claim that has them.
    let words = try count("CALL search.claims('KILLED people') YIELD claim, excerpt RETURN claim")
    let tests = try count(
      "MATCH (c:Claim) WHERE toLower(c.text) CONTAINS 'killed' AND toLower(c.text) CONTAINS 'people' RETURN c")
    #expect(words == tests && words > 0)
    #expect(throws: QueryError.self) { try made.session.run("CALL search.claims(1) YIELD claim RETURN claim") }
  }

  @Test("that is none is refused and left as it is")
  func noCase() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("none-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("no case".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: Failure.self) { try Case.open(path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data("no case".utf8))
  }
}

@Suite("a case as of a day, or without a source")
struct FilteredCaseTests {
  private func bundled() throws -> GraphSession { try BundledCase.build(reader: reader.get()).session }

  @Test("is empty before its first report, and whole after its last")
  func asOf() throws {
    let session = try bundled()
    let all = try session.run("MATCH (n) RETURN count(*)").rows
    let early = try session.run("MATCH (n) RETURN count(*) AS OF date('1990-01-01')").rows
    #expect(early[0][0].equals(.integer(0)) == true)
    let late = try session.run("MATCH (n) RETURN count(*) AS OF date('2030-01-01')").rows
    #expect(late[0][0].equals(all[0][0]) == true)
  }

  @Test("shows the figures that were known then")
  func figures() throws {
    let query = "MATCH (e:Event) WHERE e.killed = 144 RETURN count(*)"
    let session = try bundled()
    #expect(try session.run(query).rows[0][0].equals(.integer(0)) == false)
    #expect(try session.run(query + " AS OF date('2024-03-24')").rows[0][0].equals(.integer(0)) == true)
  }

  @Test("warns of a source that nobody is called, and changes nothing through a filter")
  func unknownSource() throws {
    let session = try bundled()
    let result = try session.run("MATCH (c:Claim) RETURN count(*) WITHOUT SOURCE 'Ruters'")
    #expect(result.warnings.contains { $0.code == "UnknownSource" && $0.suggestion == "did you mean `Reuters`?" })
    #expect(throws: QueryError.self) { try session.run("MATCH (c:Claim) SET c.x = 1 WITHOUT SOURCE 'Reuters'") }
  }
}
