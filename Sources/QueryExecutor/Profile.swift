import GraphCore
import QueryLanguage
import QueryPlanner

/// What the operators of a statement did: PROFILE.
public struct Profile: Sendable {
  public struct Measure: Sendable {
    /// Rows it yielded.
    public var rows = 0
    public var batches = 0
    /// With the operators below it.
    public var time = Duration.zero
    /// Bytes that were taken and not given back while it worked, with the operators below it: now, and at most.
    fileprivate var growth = 0
    fileprivate var peak = 0
  }

  /// By the path of an operator: which input of which input it is, from the last operator on.
  public fileprivate(set) var measures: [[Int]: Measure] = [:]

  /// Bytes that the operator held at most of its own: its tables and what it sorts, and the rows on their way.
  public func heldBytes(_ path: [Int]) -> Int {
    let below = measures.filter { $0.key.count == path.count + 1 && $0.key.starts(with: path) }
    return max(0, (measures[path]?.peak ?? 0) - below.values.reduce(0) { $0 + $1.peak })
  }

  /// `3 rows, 0.12 ms, 4 kB`: for the line of an operator in a plan.
  ///
  /// - Parameter expected: how many rows were estimated, in words.
  public func remark(_ path: [Int], expected: String? = nil) -> String? {
    measures[path].map { measure in
      let (seconds, attoseconds) = measure.time.components
      let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
      let fraction = String(microseconds % 1000 / 10)
      let rows = "\(measure.rows) \(measure.rows == 1 ? "row" : "rows")" + (expected.map { " (\($0))" } ?? "")
      let time = "\(microseconds / 1000).\(fraction.count < 2 ? "0" : "")\(fraction) ms"
      return "\(rows), \(time), \(Self.written(bytes: heldBytes(path)))"
    }
  }

  private static func written(bytes: Int) -> String {
    bytes < 10_000_000 ? "\((bytes + 999) / 1_000) kB" : "\((bytes + 500_000) / 1_000_000) MB"
  }
}

/// Collects the measures while a statement runs.
final class Profiler {
  private(set) var profile = Profile()

  /// What the measuring itself took so far.
  private var overhead = Duration.zero

  /// Watches an operator make a batch.
  func watch(_ path: [Int], _ body: () throws(QueryError) -> Batch?) throws(QueryError) -> Batch? {
    let (before, known) = (bytes(), overhead)
    let start = ContinuousClock.now
    let batch = try body()
    let time = ContinuousClock.now - start - (overhead - known)
    var measure = profile.measures[path] ?? Profile.Measure()
    if let batch {
      measure.rows += batch.rowCount
      measure.batches += 1
    }
    measure.time += time
    measure.growth += bytes() - before
    measure.peak = max(measure.peak, measure.growth)
    profile.measures[path] = measure
    return batch
  }

  /// An operator that is never asked for a batch yields none.
  func begin(_ path: [Int]) { profile.measures[path] = Profile.Measure() }

  private func bytes() -> Int {
    let start = ContinuousClock.now
    defer { overhead += ContinuousClock.now - start }
    return allocatedBytes()
  }
}

/// An operator that is watched.
final class ProfiledOperator: Operator {
  let layout: Layout
  private let inner: any Operator
  private let path: [Int]
  private let profiler: Profiler

  init(_ inner: any Operator, _ path: [Int], _ profiler: Profiler) {
    self.inner = inner
    self.path = path
    self.profiler = profiler
    layout = inner.layout
    profiler.begin(path)
  }

  func next() throws(QueryError) -> Batch? {
    try profiler.watch(path) { () throws(QueryError) in try inner.next() }
  }
}
