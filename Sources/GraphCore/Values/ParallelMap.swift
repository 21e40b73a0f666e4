import Dispatch
import Synchronization

/// The results of `body` for each of 0…count-1, in that order, worked out on so many threads at once.
///
/// - Parameter threads: one does everything on the caller's own.
package func parallelMap<Result: Sendable>(
  _ count: Int, threads: Int, _ body: @Sendable (Int) -> Result
) -> [Result] {
  let blocks = (count + blockLength - 1) / blockLength
  guard threads > 1, blocks > 1 else { return (0..<count).map(body) }
  return [Result](unsafeUninitializedCapacity: count) { buffer, filled in
    // Every place is written once, by the thread that took its block, before `concurrentPerform` returns.
    nonisolated(unsafe) let results = buffer
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: min(threads, blocks)) { _ in
      while true {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < blocks else { return }
        for index in (block * blockLength)..<min(count, (block + 1) * blockLength) {
          results.initializeElement(at: index, to: body(index))
        }
      }
    }
    filled = count
  }
}

/// What `make` yields for each of 0…count-1, handed on in order. With several threads the next block is made while one is
/// handed on, which cannot be shared out.
///
/// - Parameter length: of a block; two of them are in memory at a time.
package func forEachInOrder<Made: Sendable, E: Error>(
  _ count: Int, threads: Int, length: Int = 4_096, _ make: @Sendable (Int) -> Made, _ body: (Made) throws(E) -> Void
) throws(E) {
  @Sendable func block(_ start: Int, threads: Int) -> [Made] {
    parallelMap(min(length, count - start), threads: threads) { make(start + $0) }
  }
  var ready: [Made] = []
  for start in stride(from: 0, to: count, by: length) {
    let made = ready.isEmpty ? block(start, threads: threads) : ready
    let next = start + length
    ready = try concurrently(
      threads: threads, { () throws(E) in for made in made { try body(made) } },
      with: { next < count ? block(next, threads: max(1, threads - 1)) : [] })
  }
}

/// Does two things at once, which share nothing that either writes.
///
/// - Parameters:
///   - threads: with one they are done one behind the other.
///   - first: runs on the caller's own thread.
/// - Returns: what `second` gives.
/// - Throws: what `first` throws, when both have ended.
package func concurrently<Result: Sendable, E: Error>(
  threads: Int, _ first: () throws(E) -> Void, with second: @Sendable () -> Result
) throws(E) -> Result {
  guard threads > 1 else {
    try first()
    return second()
  }
  var failure: E?
  let result = Mutex<Result?>(nil)
  withoutActuallyEscaping(second) { second in
    withUnsafePointer(to: second) { second in
      // The thread, which lives a little longer than its work, must not hold on to what is not its own.
      nonisolated(unsafe) let second = second
      let worker = WorkerThread {
        let made = second.pointee()
        result.withLock { $0 = made }
      }
      worker.start()
      do throws(E) { try first() } catch { failure = error }
      worker.wait()
    }
  }
  if let failure { throw failure }
  return result.withLock { $0 } ?? second()
}

/// Enough for the counter to cost nothing, few enough to leave no thread idle at the end.
private let blockLength = 32
