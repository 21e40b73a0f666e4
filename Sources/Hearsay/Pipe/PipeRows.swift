import GraphCore
import Interchange

/// The rows of a result as JSON, each a list; many of them are written by several threads, a stretch each (19,000 rows: a
/// fifth of the time of the statement that makes them).
struct PipeRows: Sendable {
  let batches: [Batch]
  let graph: any GraphReader
  let isPlain: Bool

  private static let fewestForThread = 2_048

  /// Puts the lists into a document, one behind the other.
  func write(to writer: inout JSONWriter, threads: Int) {
    write(0..<batches.reduce(0) { $0 + $1.rowCount }, to: &writer, threads: threads)
  }

  private func write(_ rows: Range<Int>, to writer: inout JSONWriter, threads: Int) {
    guard threads > 1, rows.count >= 2 * Self.fewestForThread else { return write(rows, to: &writer) }
    let middle = rows.lowerBound + rows.count / 2
    let second = concurrently(threads: threads) {
      write(rows.lowerBound..<middle, to: &writer, threads: (threads + 1) / 2)
    } with: {
      var second = JSONWriter()
      write(middle..<rows.upperBound, to: &second, threads: threads / 2)
      return second
    }
    writer.write(valuesOf: second)
  }

  private func write(_ rows: Range<Int>, to writer: inout JSONWriter) {
    var start = 0
    for batch in batches {
      let part = rows.clamped(to: start..<start + batch.rowCount)
      write(part.lowerBound - start..<part.upperBound - start, of: batch, to: &writer)
      start += batch.rowCount
    }
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
