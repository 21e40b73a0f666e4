import Foundation
import QueryLanguage
import Testing

/// The queries of the openCypher kit, where it lies beside the package.
enum Kit {
  struct Scenario: Sendable {
    let name: String
    let queries: [String]
    /// The detail of the error that compiling the last query has to give.
    let compileError: String?
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/tck/features")

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path()) }

  static func scenarios() throws -> [Scenario] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
    return try paths.filter { $0.hasSuffix(".feature") }.flatMap { path in
      scenarios(of: try String(contentsOf: folder.appending(path: path), encoding: .utf8), file: path)
    }
  }

  /// Reads as much of Gherkin as the kit uses: scenarios, texts in three quotes, outlines with their examples.
  private static func scenarios(of text: String, file: String) -> [Scenario] {
    var scenarios: [Scenario] = []
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let uncommented = lines.filter { !$0.drop { $0 == " " }.hasPrefix("#") }.joined(separator: "\n")
    for block in uncommented.components(separatedBy: "\n  Scenario").dropFirst() {
      let name = file + block.prefix { $0 != "\n" }
      let halves = block.components(separatedBy: "Examples:")
      let queries = halves[0].components(separatedBy: "\"\"\"").enumerated().filter { $0.offset % 2 == 1 }.map(
        \.element)
      let error = halves[0].components(separatedBy: "at compile time: ").dropFirst().first
      let detail = error.map { String($0.prefix { !$0.isWhitespace }) }
      for values in examples(halves.dropFirst().first ?? "") {
        let filled = queries.map { query in
          values.reduce(query) { $0.replacingOccurrences(of: "<\($1.0)>", with: $1.1) }
        }
        scenarios.append(Scenario(name: name, queries: filled, compileError: detail))
      }
    }
    return scenarios
  }

  /// One entry per row: names with values. One empty entry where there is no table.
  private static func examples(_ table: String) -> [[(String, String)]] {
    let rows = table.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("|") }
    guard let header = rows.first.map(cells) else { return [[]] }
    return rows.dropFirst().map { Array(zip(header, cells($0))) }
  }

  private static func cells(_ row: String) -> [String] {
    row.replacingOccurrences(of: "\\|", with: "\u{1}").split(separator: "|", omittingEmptySubsequences: false)
      .dropFirst().dropLast().map {
        $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{1}", with: "|")
      }
  }
}

@Suite("queries of the openCypher kit", .enabled(if: Kit.isPresent, "the kit does not lie beside the package"))
struct KitTests {
  @Test("every query that is not wrong parses, and prints to the same tree")
  func roundTrip() throws {
    var count = 0
    for scenario in try Kit.scenarios() {
      for query in scenario.compileError == nil ? scenario.queries[...] : scenario.queries.dropLast() {
        count += 1
        do throws(QueryError) {
          let tree = try parse(query)
          #expect(try parse(tree.description) == tree, "\(scenario.name): \(query) was printed as \(tree)")
        } catch {
          Issue.record("\(scenario.name): \(error.message) in \(query)")
        }
      }
    }
    #expect(count > 1_000)
  }

  @Test("what is wrong in its text alone is refused with the kit's detail")
  func errors() throws {
    let ours: Set = [
      "UnexpectedSyntax", "InvalidNumberLiteral", "IntegerOverflow", "FloatingPointOverflow", "InvalidUnicodeLiteral",
      "InvalidUnicodeCharacter", "InvalidRelationshipPattern", "InvalidClauseComposition", "InvalidArgumentPassingMode",
    ]
    var count = 0
    for scenario in try Kit.scenarios() {
      guard let detail = scenario.compileError, let query = scenario.queries.last else { continue }
      do throws(QueryError) {
        _ = try parse(query)
        #expect(!ours.contains(detail), "\(scenario.name): accepted \(query)")
      } catch {
        count += 1
        #expect(error.code.rawValue == detail, "\(scenario.name): \(query)")
      }
    }
    #expect(count > 20)
  }
}
