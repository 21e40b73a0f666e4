import Hearsay
import Testing

@testable import QueryTesting

private let runner = TestRunner { _, _ in PropertyGraph() }

private func outcomes(_ text: String) throws -> [TestOutcome] { runner.run([try file(text)]).outcomes }

private func message(_ text: String) throws -> String? { try outcomes("//# test a\n" + text).first?.message }

@Test(
  "what is as expected passes",
  arguments: [
    "RETURN 1 AS n;\n//= n\n//= 1", "UNWIND [2, 1] AS n RETURN n;\n//= n\n//= 1\n//= 2",
    "UNWIND [2, 1] AS n RETURN n ORDER BY n;\n//= n\n//= 1\n//= 2", "MATCH (n) RETURN n;\n//= none",
    "UNWIND [2, 1] AS n RETURN n;\n//= rows >= 2", "UNWIND [2, 1] AS n RETURN n;\n//= contains\n//= n\n//= 1",
    "RETURN x;\n//= error UndefinedVariable at 1:8", "RETURN\n  x;\n//= error UndefinedVariable at 2:3",
    "RETURN x;\n//= error …",
    "CREATE (:A {x: 1});\nMATCH (a:A) RETURN a.x;\n//= a.x\n//= 1", "RETURN $x AS x;\n//? x = 'a|b'\n//= x\n//= a\\|b",
    "CREATE (:Known);\nMATCH (a:Nope) RETURN a;\n//= none\n//= warning: unknown label `Nope`…",
    "CREATE (:A);\n//= none", "RETURN 1 AS a UNION RETURN 2 AS a;\n//= a\n//= 2\n//= 1",
  ])
func passing(_ text: String) throws {
  #expect(try message(text) == nil)
}

@Test(
  "what is not as expected fails with a sentence",
  arguments: [
    ("RETURN 1 AS n;\n//= n\n//= 2", "1 row missing, 1 row surprising; 0 as expected"),
    ("UNWIND [2, 1] AS n RETURN n ORDER BY n;\n//= n\n//= 2\n//= 1", "the rows are as expected, their order is not"),
    ("RETURN 1 AS n;\n//= none", "expected no rows, got 1 row"),
    ("RETURN 1 AS n;\n//= m\n//= 1", "expected columns `m`, got `n`"),
    ("RETURN 1 AS n;\n//= rows >= 2", "expected rows >= 2, got 1"), ("RETURN 1 AS n;", "nothing is expected"),
    ("RETURN 1 AS n;\n//= error …", "expected error `…`, got 1 row"),
    ("RETURN x;\n//= error UndefinedVariable at 1:9", "got `UndefinedVariable at 1:8`"),
    ("RETURN x;\n//= none", "failed with UndefinedVariable at 1:8"), ("RETURN 1;\n//= warning: …", "got no warning"),
    ("RETURN x;\nRETURN 1;\n//= none", "the statement in line 2, before the tested one, failed"),
    ("UNWIND [2, 1] AS n RETURN n;\n//= contains\n//= n\n//= 3", "1 row missing; 0 as expected"),
    ("RETURN 1 AS n;\n//= n\n//= 1\n//= 1", "1 row missing; 1 as expected"),
  ])
func failing(_ text: String, _ part: String) throws {
  let found = try message(text)
  #expect(found?.contains(part) == true, "\(found ?? "passed")")
}

@Test("tests do not see what others wrote")
func isolation() throws {
  let text = "CREATE (:S);\n//# test a\nCREATE (:A);\nMATCH (n) RETURN count(*) AS n;\n//= n\n//= 2\n"
  #expect(try outcomes(text + "//# test b\nMATCH (n) RETURN count(*) AS n;\n//= n\n//= 1").allSatisfy(\.isPassed))
}

@Test("any number of jobs tells the same")
func jobs() throws {
  let tests = (0..<40).map { "//# test t\($0)\nUNWIND range(1, \($0)) AS n RETURN n;\n//= rows >= 20\n" }.joined()
  let files = [try file(tests), try file("//# test last\nRETURN 1;\n//= none")]
  let reports = [1, 3, 8].map { jobs in
    TestReport.text.format(TestRunner(jobs: jobs) { _, _ in PropertyGraph() }.run(files))
  }
  #expect(reports[0] == reports[1] && reports[1] == reports[2])
  #expect(reports[0].hasSuffix("41 tests: 20 passed, 21 failed\n"))
}

@Test("a case that cannot be had breaks its tests, and the exit code says whose fault it is")
func broken() throws {
  let files = [try file("//! case: demo\n//# test a\nRETURN 1;\n//= none")]
  for (kind, code) in [(Failure.Kind.input, Int32(2)), (.engine, 3)] {
    let run = TestRunner { _, _ in throw Failure(kind, code: "X", "no such reports") }.run(files)
    #expect(run.exitCode(atLeast: 1) == code)
    #expect(TestReport.text.format(run).contains("a: no such reports"))
  }
}

@Test("exit codes tell how a run went")
func exitCodes() throws {
  let good = runner.run([try file("//# test a\nRETURN 1;\n//= rows = 1")])
  #expect(good.exitCode(atLeast: 1) == 0)
  #expect(good.exitCode(atLeast: 2) == 4)
  #expect(TestRun([]).exitCode(atLeast: 0) == 4)
  #expect(runner.run([try file("//# test a\nRETURN 1;\n//= none")]).exitCode(atLeast: 1) == 1)
}

@Test("a surprising row shows the claims behind it")
func claims() throws {
  let setUp = """
    CREATE (r:Report {origin: 'a.txt'})-[:CONTAINS {start: 3, end: 9}]->(c:Claim {text: 'Iran warned'}),
      (c)-[:ABOUT]->(:Event {name: 'warning'});
    """
  let outcome = try #require(try outcomes("\(setUp)\n//# test a\nMATCH (e:Event) RETURN e;\n//= none").first)
  #expect(outcome.rowLines == ["+ (:Event {name: 'warning'})", "    because \"Iran warned\" a.txt:3-9"])
}

@Test("where a row holds only properties, the claims are those of the nodes it was made of")
func claimsOfProperties() throws {
  let setUp = """
    CREATE (r:Report {origin: 'a.txt'})-[:CONTAINS {start: 3, end: 9}]->(c:Claim {text: 'Iran warned'}),
      (c)-[:ABOUT]->(:Event {name: 'warning'}), (:Event {name: 'attack'});
    """
  let query = "MATCH (e:Event) RETURN e.name AS e, count(*) AS n ORDER BY e;"
  let outcome = try #require(try outcomes("\(setUp)\n//# test a\n\(query)\n//= none").first)
  #expect(outcome.rowLines == ["+ attack | 1", "+ warning | 1", "    because \"Iran warned\" a.txt:3-9"])
}
