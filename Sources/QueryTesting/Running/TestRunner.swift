import Foundation
public import Hearsay

/// Runs tests, each on a fresh copy of its case: none sees what another wrote.
public struct TestRunner: Sendable {
  /// Gives the graph that files of a source run on; `folder` is where the file lies. Called once per source.
  public typealias CaseLoader = @Sendable (_ source: CaseSource, _ folder: String) throws -> PropertyGraph

  private let jobs: Int
  private let load: CaseLoader

  /// - Parameter jobs: how many tests run at a time; what comes out is the same.
  public init(jobs: Int = 1, load: @escaping CaseLoader) {
    self.jobs = max(1, jobs)
    self.load = load
  }

  /// What a test's last statement came to, also for filling in.
  struct Finding: Sendable {
    let outcome: TestOutcome
    /// What the file should say instead; nil where the outcome is right or cannot be had.
    let correction: [String]?
  }

  /// Outcomes stand in the order of the files and their tests.
  public func run(_ files: [QueryFile], where isWanted: (QueryTest) -> Bool = { _ in true }) -> TestRun {
    TestRun(findings(files, where: isWanted).flatMap { $0.map(\.outcome) })
  }

  /// Runs the tests and gives each file's text with its wrong or missing `//=` lines put right; nil for a file that is.
  ///
  /// Only `//=` lines change. A test whose case or set-up is broken stays as it is.
  public func update(
    _ files: [QueryFile], where isWanted: (QueryTest) -> Bool = { _ in true }
  ) -> (run: TestRun, texts: [String?]) {
    let findings = findings(files, where: isWanted)
    let texts = zip(files, findings).map { file, findings -> String? in
      let tests = file.tests.filter(isWanted)
      let corrections = zip(tests, findings).compactMap { test, finding in
        finding.correction.map { (block: test.block, lines: $0) }
      }
      return corrections.isEmpty ? nil : file.text.contents.replacingBlocks(corrections)
    }
    return (TestRun(findings.flatMap { $0.map(\.outcome) }), texts)
  }

  private func findings(_ files: [QueryFile], where isWanted: (QueryTest) -> Bool) -> [[Finding]] {
    var cases: [CaseKey: CaseGraph] = [:]
    var work: [(file: Int, test: QueryTest, graph: CaseGraph)] = []
    for (index, file) in files.enumerated() {
      let tests = file.tests.filter(isWanted)
      guard !tests.isEmpty else { continue }
      let key = CaseKey(file)
      let graph = cases[key] ?? CaseGraph(catching: { try load(file.source, key.folder) })
      cases[key] = graph
      for test in tests { work.append((index, test, graph)) }
    }
    let steps = work
    let found = parallel(steps.count) { index in
      let step = steps[index]
      return TestExecution(file: files[step.file], test: step.test).finding(on: step.graph)
    }
    var findings = [[Finding]](repeating: [], count: files.count)
    for (step, finding) in zip(steps, found) { findings[step.file].append(finding) }
    return findings
  }

  /// The results in the order of the indices, whichever thread makes them.
  private func parallel(_ count: Int, _ make: @escaping @Sendable (Int) -> Finding) -> [Finding] {
    guard jobs > 1, count > 1 else { return (0..<count).map(make) }
    let shared = SharedWork(count)
    let done = DispatchSemaphore(value: 0)
    let threadCount = min(jobs, count)
    for _ in 0..<threadCount {
      let thread = Thread {
        while let index = shared.next() { shared.put(make(index), at: index) }
        done.signal()
      }
      // Parser and planner descend as deep as a statement is nested; a thread's usual stack can be too small.
      thread.stackSize = 64 << 20
      thread.start()
    }
    for _ in 0..<threadCount { done.wait() }
    return shared.results
  }
}

/// A graph, or why there is none.
struct CaseGraph: Sendable {
  let graph: Result<PropertyGraph, Failure>

  init(catching load: () throws -> PropertyGraph) {
    do { graph = .success(try load()) } catch { graph = .failure(Failure(error)) }
  }
}

/// Files share a graph if they name the same source; what is named by file depends on the folder.
private struct CaseKey: Hashable {
  let source: CaseSource
  let folder: String

  init(_ file: QueryFile) {
    source = file.source
    switch file.source {
    case .empty, .demo: folder = ""
    case .build, .imported: folder = (file.text.origin as NSString).deletingLastPathComponent
    }
  }
}

/// Hands out indices and takes results, from any thread.
private final class SharedWork: @unchecked Sendable {
  // Every access to the two variables is under the lock.
  private let lock = NSLock()
  private var nextIndex = 0
  private var found: [TestRunner.Finding?]

  init(_ count: Int) { found = Array(repeating: nil, count: count) }

  func next() -> Int? {
    lock.withLock {
      guard nextIndex < found.count else { return nil }
      nextIndex += 1
      return nextIndex - 1
    }
  }

  func put(_ finding: TestRunner.Finding, at index: Int) { lock.withLock { found[index] = finding } }

  var results: [TestRunner.Finding] { lock.withLock { found.compactMap { $0 } } }
}
