import Hearsay
import Testing

@Suite("PROFILE")
struct ProfileTests {
  @Test("an operator that holds many rows is the one that the memory stands beside")
  func memory() throws {
    let session = GraphSession()
    // Memory is the process's, and other tests take and free some meanwhile: of several runs one is undisturbed.
    var profile = ""
    for _ in 0..<20 where try profile.isEmpty || !Self.isHeldBySort(profile) {
      profile =
        try session.run("PROFILE UNWIND range(1, 50000) AS i WITH i ORDER BY -i RETURN count(i) AS n").profile ?? ""
    }
    #expect(try Self.isHeldBySort(profile), "\(profile)")
  }

  /// Whether most is held by the operators that hold all rows, and more than 400 kB.
  private static func isHeldBySort(_ profile: String) throws -> Bool {
    let kilobytes = profile.split(separator: "\n").map { line in
      (name: line, held: line.split(separator: " ").dropLast().last.flatMap { Int($0) } ?? -1)
    }
    let most = try #require(kilobytes.max { $0.held < $1.held })
    return most.held > 400 && (most.name.contains("Sort") || most.name.contains("Unwind"))
  }

  @Test("tells the rows that each operator yielded, beside the rows of the statement")
  func rows() throws {
    let session = GraphSession()
    _ = try session.run("UNWIND range(1, 9) AS i CREATE (:N {x: i})")
    let result = try session.run("PROFILE MATCH (n:N) WHERE n.x > 6 RETURN n.x AS x UNION ALL RETURN 0 AS x")
    #expect(result.rowCount == 4)
    #expect(result.plan == nil)
    let lines = try #require(result.profile).split(separator: "\n").map(String.init)
    func rows(_ name: String) -> [String] {
      lines.filter { $0.contains(name) }.map { line in
        let yielded = line.split(separator: "(about").first ?? ""
        return yielded.split(separator: " ").last { Int($0) != nil }.map(String.init) ?? line
      }
    }
    #expect(rows("Union") == ["4"])
    #expect(rows("Filter") == ["3"])
    #expect(rows("NodeScan") == ["9"])
    #expect(rows("NodeScan (n:N)") == ["9"])
    #expect(lines.allSatisfy { $0.contains(" ms, ") && ($0.hasSuffix(" kB") || $0.hasSuffix(" MB")) })
    #expect(lines.contains { $0.contains("NodeScan") && $0.contains("(about 9 rows)") })
    #expect(try session.run("MATCH (n:N) RETURN n").profile == nil)
  }
}
