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

/// Enough for the counter to cost nothing, few enough to leave no thread idle at the end.
private let blockLength = 32
