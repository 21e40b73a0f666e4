import Testing

@testable import QueryTesting

private let run = TestRun([
  TestOutcome(file: "q/a.gql", line: 3, name: "good", tags: [], result: .passed, warnings: ["odd"]),
  TestOutcome(
    file: "q/a.gql", line: 9, name: "bad<&>", tags: [],
    result: .failed(
      {
        var difference = Difference(summary: "1 row missing, 1 row surprising; 0 as expected")
        difference.missing = ["Iran | 1"]
        difference.surprising = [.init(row: "Iran | \u{1}2", claims: ["\"it warned\" a.txt:1-5"])]
        return difference
      }()), warnings: []),
  TestOutcome(
    file: "b.gql", line: 1, name: "lost", tags: [], result: .broken("no, such: 100%\nfile", isInput: true), warnings: []
  ),
])

@Test("text: failures in full with their place, then the count")
func text() {
  #expect(
    TestReport.text.format(run) == """
      q/a.gql:3: good: warning: odd
      q/a.gql:9: bad<&>: 1 row missing, 1 row surprising; 0 as expected
        - Iran | 1
        + Iran | \u{1}2
            because "it warned" a.txt:1-5
      b.gql:1: lost: no, such: 100%
      file
      3 tests: 1 passed, 1 failed, 1 broken

      """)
}

@Test("junit: suites per file, what XML cannot hold is replaced")
func junit() {
  #expect(
    TestReport.junit.format(run) == """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites tests="3" failures="1" errors="1">
        <testsuite name="q/a.gql" tests="2" failures="1" errors="0">
          <testcase name="good" classname="q/a.gql" file="q/a.gql" line="3"/>
          <testcase name="bad&lt;&amp;&gt;" classname="q/a.gql" file="q/a.gql" line="9">
            <failure message="1 row missing, 1 row surprising; 0 as expected">q/a.gql:9&#10;- Iran | 1&#10;+ Iran | \u{FFFD}2\
      &#10;    because &quot;it warned&quot; a.txt:1-5</failure>
          </testcase>
        </testsuite>
        <testsuite name="b.gql" tests="1" failures="0" errors="1">
          <testcase name="lost" classname="b.gql" file="b.gql" line="1">
            <error message="no, such: 100%&#10;file">b.gql:1</error>
          </testcase>
        </testsuite>
      </testsuites>

      """)
}

@Test("tap: a plan, and details as YAML")
func tap() {
  let lines = TestReport.tap.format(run).split(separator: "\n")
  #expect(lines.prefix(4) == ["TAP version 14", "1..3", "ok 1 - q/a.gql: good", "not ok 2 - q/a.gql: bad<&>"])
  #expect(lines.contains("    - \"+ Iran | \\u00012\""))
  #expect(lines.contains("  message: \"no, such: 100%\\nfile\""))
}

@Test("json: one object")
func json() {
  let text = TestReport.json.format(run)
  #expect(text.hasPrefix("{\"passed\":1,\"failed\":1,\"broken\":1,\"tests\":[\n"))
  #expect(text.contains("\"missing\":[\"Iran | 1\"],\"surprising\":[\"Iran | \\u00012\"]"))
}

@Test("github: annotations with everything escaped")
func github() {
  let text = TestReport.github.format(run)
  #expect(text.contains("::warning file=q/a.gql,line=3,title=good::odd\n"))
  #expect(text.contains("::error file=b.gql,line=1,title=lost::no, such: 100%25%0Afile\n"))
}

@Test("markdown: a table of files and the failures")
func markdown() {
  let text = TestReport.markdown.format(run)
  #expect(text.contains("| q/a.gql | 1 | 1 | 0 |\n"))
  #expect(text.contains("### bad&lt;&amp;>\n"))
  #expect(text.contains("    - Iran | 1\n"))
}
