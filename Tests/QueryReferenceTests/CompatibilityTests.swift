import Foundation
import Hearsay
import QueryTesting
import Testing

@testable import QueryReference

/// The names of all tests that a feature can be shown by: `queries/language/next.gql#rows-go-on`, `MATCH#example`.
private let knownTests: Set<String> = {
  var known: Set<String> = []
  for page in Reference.pages {
    guard let file = try? QueryFile(Text(origin: page.title, contents: page.queryFile)) else { continue }
    known.formUnion(file.tests.map { "\(page.title)#\($0.name)" })
  }
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let folder = "queries/language"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(folder).path)) ?? []
  for name in names where name.hasSuffix(".gql") {
    let path = "\(folder)/\(name)"
    guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8),
      let file = try? QueryFile(Text(origin: path, contents: text))
    else { continue }
    known.formUnion(file.tests.map { "\(path)#\($0.name)" })
  }
  let swift = "Tests/HearsayTests/ProcedureTests.swift"
  let source = (try? String(contentsOf: root.appendingPathComponent(swift), encoding: .utf8)) ?? ""
  for piece in source.split(separator: "@Test(").dropFirst() {
    if let sentence = piece.split(separator: "\"").dropFirst().first { known.insert("\(swift)#\(sentence)") }
  }
  return known
}()

@Suite("the compatibility table")
struct CompatibilityTests {
  /// That the tests pass is seen by `hearsay test queries` and by the tests of the pages.
  @Test("what is there, wholly or partly, is shown by tests that exist")
  func evidence() {
    #expect(knownTests.contains("queries/language/next.gql#rows-go-on"))
    for feature in Feature.all {
      #expect((feature.support == .no) == feature.evidence.isEmpty, "\(feature.label)")
      #expect(feature.evidence.filter { !knownTests.contains($0) } == [], "\(feature.label)")
      if feature.support == .partly { #expect(!feature.remark.isEmpty, "\(feature.label)") }
    }
  }

  @Test("what is not there is refused", arguments: Feature.all.compactMap(\.refused))
  func refused(_ statement: String) {
    #expect(throws: QueryError.self) { _ = try GraphSession().run(statement) }
  }

  @Test("codes are named once, and pages are there")
  func codes() {
    let codes = Feature.all.filter { $0.standard == .gql }.map(\.code)
    #expect(Set(codes).count == codes.count)
    for feature in Feature.all where feature.page != nil {
      #expect(Reference.pages.contains { $0.title == feature.page }, "\(feature.label)")
    }
    for feature in Feature.all { #expect((feature.support == .no) == (feature.page == nil), "\(feature.label)") }
  }

  @Test("every row stands in the table with five cells")
  func table() throws {
    let standards = try #require(Compatibility.markdown.split(separator: "## Extensions").first)
    let rows = standards.split(separator: "\n").filter { $0.hasPrefix("| ") }
    #expect(rows.count == Feature.all.count + Feature.Standard.allCases.count)
    for row in rows { #expect(row.replacing("\\|", with: "").count { $0 == "|" } == 6, "\(row)") }
  }
}
