import GraphCore
import Interchange

/// The rows of a result as JSON, each a list; many of them are written by several threads, a stretch each (19,000 rows: a
/// fifth of the time of the statement that makes them).
struct PipeRows: Sendable {
  let batches: [Batch]
  let graph: any GraphReader
  let isPlain: Bool

  private static let fewestForThread = 2_048

  /// The lists, one behind the other.
  func written(threads: Int) -> JSONWriter {
    written(0..<batches.reduce(0) { $0 + $1.rowCount }, threads: threads)
  }

  private func written(_ rows: Range<Int>, threads: Int) -> JSONWriter {
    guard threads > 1, rows.count >= 2 * Self.fewestForThread else { return written(rows) }
    let middle = rows.lowerBound + rows.count / 2
    var first = JSONWriter()
    let second = concurrently(threads: threads) {
      first = written(rows.lowerBound..<middle, threads: (threads + 1) / 2)
    } with: {
      written(middle..<rows.upperBound, threads: threads / 2)
    }
    first.write(valuesOf: second)
    return first
  }

  private func written(_ rows: Range<Int>) -> JSONWriter {
    var writer = JSONWriter()
    var start = 0
    for batch in batches {
      let part = rows.clamped(to: start..<start + batch.rowCount)
      write(part.lowerBound - start..<part.upperBound - start, of: batch, to: &writer)
      start += batch.rowCount
    }
    return writer
  }

  private func write(_ rows: Range<Int>, of batch: Batch, to writer: inout JSONWriter) {
    // Of typed values strings alone look as plain ones do.
    let columns =
      isPlain
      ? batch.columns
      : batch.columns.map { if case .strings = $0 { $0 } else { .constant(.null, count: batch.rowCount) } }
    writer.writeRows(rows, of: columns) { column, row, writer in
      let value = batch.columns[column][row]
      isPlain ? writer.write(value, of: graph) : writer.writeTyped(value, of: graph)
    }
  }
}
