import Foundation
import Testing

/// The program as built beside the tests: only that it is wired; what it does is tested at the stages.
private enum Program {
  static let path: String? = {
    let folder = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
    let candidates = [folder, folder.deletingLastPathComponent(), Bundle.main.bundleURL].map {
      $0.appendingPathComponent("hearsay").path
    }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  struct Run {
    let code: Int32
    let output: String
    let errors: String
  }

  static func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    // Files rather than pipes: nothing can fill up while the other end is not read.
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["in", "out", "err"].map { name -> URL in
      let file = folder.appendingPathComponent(name)
      try Data(name == "in" ? input.utf8.map { $0 } : []).write(to: file)
      return file
    }
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Run(code: process.terminationStatus, output: texts[1], errors: texts[2])
  }

  static func temporaryFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("hearsay-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}

@Suite(.enabled(if: Program.path != nil, "the program is not built: run `swift build --product hearsay` first"))
struct ProgramTests {
  @Test("statements on standard input are run, and their rows are all that standard output gets")
  func pipedStatements() throws {
    let run = try Program.run(
      [], input: ":format csv\nCREATE (:A {x: 1});\nMATCH (a:Actr) RETURN a;\nMATCH (a:A)\nRETURN a.x;")
    #expect(run.code == 0)
    #expect(run.output == "a\r\na.x\r\n1\r\n")
    #expect(run.errors.contains("warning[UnknownLabel]"))
    #expect(!run.output.contains("\u{1B}") && !run.errors.contains("\u{1B}"))
  }

  @Test("the version is the one that the changelog begins with")
  func version() throws {
    let run = try Program.run(["--version"])
    #expect(run.code == 0 && run.errors.isEmpty)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../CHANGELOG.md")
    let heading = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").first { $0.hasPrefix("## ") }
    let version = try #require(heading).dropFirst(3)
    #expect(version.first?.isNumber == true)
    #expect(run.output == "hearsay \(version)\n")
  }

  @Test("an error has its place and exit code 2, and the next statement is run")
  func errors() throws {
    let run = try Program.run(["repl", "--format", "tsv"], input: "RETURN 1 AS a;\nRETURN\n  b;\nRETURN 2 AS c;")
    #expect(run.code == 2)
    #expect(run.output == "a\n1\nc\n2\n")
    #expect(run.errors.contains("error[UndefinedVariable], GQLSTATUS 42002: "))
    #expect(run.errors.contains("standard input:3:3"))
  }

  @Test(
    "wrong usage is told in words with exit code 2",
    arguments: [
      (["qurey"], "did you mean `query`"), (["query"], "case-path"),
      (["query", "none.hearsay", "RETURN 1"], "none.hearsay"),
      (["none.hearsay"], "none.hearsay"), (["test", "nowhere"], "nowhere"),
      (["reference", "optional mach"], "OPTIONAL MATCH"), (["reference", "match", "--compatibility"], "exclude"),
      (["export", "none.hearsay", "-o", "x.grphml"], "graphml"),
      (["repl", "--format", "bx"], "bx"), (["explain", "none.hearsay"], "subject"),
      (["explain", "none.hearsay", "claim-1"], "none.hearsay"), (["explain", "x", "y", "--format", "xml"], "xml"),
      (["test", "--report", "junt", "."], "junit"),
    ])
  func usage(_ arguments: [String], _ part: String) throws {
    let run = try Program.run(arguments)
    #expect(run.code == 2)
    #expect(run.errors.lowercased().contains(part.lowercased()), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("all files that cannot be read are told in one run, and no case is made")
  func faultyFiles() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in [("a.txt", ""), ("b.txt", "Zurich calm\n\nAll was calm, police said.\n"), ("c.txt", "a\u{0}b")]
    {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    let path = folder.appendingPathComponent("x.hearsay").path
    let run = try Program.run(["build", path, folder.path])
    #expect(run.code == 2)
    #expect(run.errors.contains("a.txt: ") && run.errors.contains("c.txt:") && !run.errors.contains("b.txt"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test("query files are run, filled in, and not where CI is true")
  func queryFiles() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("a.gql")
    try Data("//# test a\nRETURN 1 AS n;\n".utf8).write(to: file)
    #expect(try Program.run(["test", folder.path]).code == 1)
    let refused = try Program.run(["test", "--update", folder.path], environment: ["CI": "true"])
    #expect(refused.code == 2)
    #expect(try Program.run(["test", "--update", folder.path], environment: ["CI": ""]).code == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == "//# test a\nRETURN 1 AS n;\n//= n\n//= 1\n")
    let passed = try Program.run(["test", file.path, "--report", "tap"])
    #expect(passed.code == 0)
    #expect(passed.output.contains("ok 1 - "))
    #expect(try Program.run(["test", file.path, "--at-least", "2"]).code == 4)
    try Data("//# test a\nRETURN 1;\n//= a | b\n//= 1\n".utf8).write(to: file)
    let wrong = try Program.run(["test", file.path])
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("a.gql:4:5: "))
  }

  @Test("the reference is shown by name, by `:help`, as a table and as files")
  func reference() throws {
    let page = try Program.run(["reference", "toupper"])
    #expect(page.code == 0 && page.output.contains("//= PERM"))
    #expect(try Program.run(["repl"], input: ":help toUpper\n").output == page.output)
    #expect(try Program.run(["reference", "--compatibility"]).output.contains("| G035 | Quantified paths | yes |"))
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Program.run(["reference", "--markdown", folder.path]).code == 0)
    for file in ["README.md", "compatibility.md", "clauses/optional-match.md", "functions/toupper.md"] {
      #expect(FileManager.default.fileExists(atPath: folder.appendingPathComponent(file).path), "\(file)")
    }
  }

  @Test("explain tells chain, rule, place, words and tree, and no terminal obeys what a report holds")
  func explain() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, report) = (folder.appendingPathComponent("a.hearsay").path, folder.appendingPathComponent("a.txt"))
    let text = """
      Bridge shut

      LORIENT, Oct. 3, 2023 - The mayor of Lorient told Reuters that \u{202E}gunmen\u{1B}[31m attacked the bridge on Monday.

      Brittany denied that it had attacked the bridge.

      """
    try Data(text.utf8).write(to: report)
    #expect(try Program.run(["build", file, report.path]).code == 0)
    let found = try Program.run(["explain", file, "MATCH (c:Claim)-[:RELAYS]->(root:Claim) RETURN c LIMIT 1"])
    #expect(found.code == 0)
    for part in ["said by", "Reuters", "rule", "a.txt:3:", "~~~~", "----", "nsubj", "^ speaker  ~ cue  - content"] {
      #expect(found.output.contains(part), "\(part) in:\n\(found.output)")
    }
    #expect(!found.output.unicodeScalars.contains { $0.value == 0x1B || (0x202A...0x202E).contains($0.value) })
    let json = try Program.run(["explain", file, "MATCH (c:Claim) RETURN c", "--format", "json", "--limit", "1"])
    #expect(json.code == 0 && json.output.hasPrefix("{\"parts\":[{\"kind\":\"claim\""))
    #expect(json.output.contains("more nodes and edges"))
    let unsafe = try Program.run(["explain", file, "MATCH (c:Claim) RETURN c", "--format", "json"])
    #expect(unsafe.output.contains("\\u202egunmen\\u001b[31m"))
    #expect(!unsafe.output.unicodeScalars.contains { $0.value == 0x1B || (0x202A...0x202E).contains($0.value) })
    let unknown = try Program.run(["explain", file, "claim-0000"])
    #expect(unknown.code == 2 && unknown.output.isEmpty && unknown.errors.contains("claim-0000"))
    let wrong = try Program.run(["explain", file, "MATCH (c:Claim) RETURN d"])
    #expect(wrong.code == 2 && wrong.errors.contains("query:1:24"))
    let typed = try Program.run([file], input: ":explain MATCH (c:Claim) RETURN c LIMIT 1\n:explain\n")
    #expect(typed.code == 2 && typed.output.contains("said by") && typed.errors.contains("needs an id"))
  }

  @Test("a case that is none is refused and left as it is")
  func noCase() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("notes.hearsay")
    let bytes = Data("just notes\n".utf8)
    try bytes.write(to: file)
    for arguments in [["query", file.path, "RETURN 1"], ["check", file.path], [file.path]] {
      let run = try Program.run(arguments)
      #expect(run.code == 2)
      #expect(run.errors.contains("notes.hearsay"))
    }
    #expect(try Data(contentsOf: file) == bytes)
  }

  @Test(
    "a folder of tables becomes a case that answers; what is wrong with one is told with its place and leaves no case")
  func imports() throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    func write(_ name: String, _ contents: String) throws {
      try Data(contents.utf8).write(to: folder.appendingPathComponent(name))
    }
    let schema =
      #"{"nodes": {"A": {"props": {"id": "int64", "day": "date"}}}, "edges": {"R": {"from": "A", "to": "A"}}}"#
    try write("schema.json", schema)
    try write("nodes_A.csv", "id,day\n4,2024-03-22\n5,\n")
    try write("edges_R.csv", "src,dst\n4,5\n")
    let path = folder.appendingPathComponent("a.hearsay").path
    let made = try Program.run(["import", path, folder.path])
    #expect(made.code == 0 && made.output == "\(path): 2 nodes, 1 edges\n", "\(made.errors)")
    let query = "MATCH (a:A {day: date('2024-03-22')})-[:R]->(b) RETURN a.id AS a, b.id AS b, b.day AS day"
    let asked = try Program.run(["query", path, query, "--format", "csv"])
    #expect(asked.output == "a,b,day\r\n4,5,\r\n", "\(asked.errors)")
    // What is there already is not written over.
    #expect(try Program.run(["import", path, folder.path]).code == 2)
    try write("edges_R.csv", "src,dst\n4,6\n")
    let other = folder.appendingPathComponent("b.hearsay").path
    let failed = try Program.run(["import", other, folder.path])
    #expect(failed.code == 2 && failed.errors.contains("edges_R.csv:2:3: no node has the id 6"), "\(failed.errors)")
    #expect(!FileManager.default.fileExists(atPath: other))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".part") }
    #expect(left.isEmpty)
  }

  @Test("a pipe that is to read only refuses changes, and keeps none", arguments: [true, false])
  func readOnlyPipe(hasFile: Bool) throws {
    let folder = try Program.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("a.hearsay").path
    #expect(try Program.run(["build", path, "-"], input: "Ann Sorel said the gate was open.").code == 0)
    let requests = ["CREATE (:X)", "MATCH (x:X) RETURN count(x) AS n"].map { #"{"op":"run","query":"\#($0)"}"# }
    let run = try Program.run(
      ["pipe", "--read-only"] + (hasFile ? [path] : []), input: requests.joined(separator: "\n") + "\n")
    let answers = run.output.split(separator: "\n")
    #expect(answers.count == 2, "\(run.output)")
    #expect(answers.first?.contains("ReadOnly") ?? false, "\(run.output)")
    #expect(answers.last?.contains(#"[[{"int":"0"}]]"#) ?? false, "\(run.output)")
  }

  @Test(
    "limits of time that are no time are refused, and one without end is none",
    arguments: ["nan", "-1", "inf", "1e300"])
  func timeLimits(limit: String) throws {
    let run = try Program.run(["repl", "--time-limit=\(limit)"], input: "RETURN 1;")
    #expect(run.code == (["nan", "-1"].contains(limit) ? 2 : 0), "\(run.errors)")
  }
}
