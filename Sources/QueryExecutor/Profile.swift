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
  }

  /// By the path of an operator: which input of which input it is, from the last operator on.
  public fileprivate(set) var measures: [[Int]: Measure] = [:]

  /// `3 rows, 0.12 ms`: for the line of an operator in a plan.
  public func remark(_ path: [Int]) -> String? {
    measures[path].map { measure in
      let (seconds, attoseconds) = measure.time.components
      let microseconds = Int(seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
      let fraction = String(microseconds % 1000 / 10)
      return
        "\(measure.rows) \(measure.rows == 1 ? "row" : "rows"), \(microseconds / 1000).\(fraction.count < 2 ? "0" : "")\(fraction) ms"
    }
  }
}

/// Collects the measures while a statement runs.
final class Profiler {
  private(set) var profile = Profile()

  func note(_ path: [Int], rows: Int?, _ time: Duration) {
    var measure = profile.measures[path] ?? Profile.Measure()
    if let rows {
      measure.rows += rows
      measure.batches += 1
    }
    measure.time += time
    profile.measures[path] = measure
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
    profiler.note(path, rows: nil, .zero)
  }

  func next() throws(QueryError) -> Batch? {
    let start = ContinuousClock.now
    let batch = try inner.next()
    profiler.note(path, rows: batch?.rowCount, ContinuousClock.now - start)
    return batch
  }
}
