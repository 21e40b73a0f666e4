import Synchronization
import Testing

@testable import GraphCore

@Suite("threads that stay")
struct WorkerThreadTests {
  @Test("all work is done once, also what other work starts")
  func doesAll() {
    let done = Mutex([Int](repeating: 0, count: 600))
    for round in 0..<100 {
      let workers = (0..<3).map { place in
        WorkerThread {
          let inner = WorkerThread { done.withLock { $0[round * 6 + place * 2] += 1 } }
          inner.start()
          done.withLock { $0[round * 6 + place * 2 + 1] += 1 }
          inner.wait()
        }
      }
      for worker in workers { worker.start() }
      for worker in workers { worker.wait() }
    }
    #expect(done.withLock { $0.allSatisfy { $0 == 1 } })
  }

  @Test("who has waited for work finds nothing held any more that it held")
  func letsGo() {
    final class Held: Sendable {}
    for _ in 0..<200 {
      var held: Held? = Held()
      weak var seen = held
      let worker = WorkerThread { [held] in #expect(held != nil) }
      worker.start()
      worker.wait()
      held = nil
      #expect(seen == nil)
      withExtendedLifetime(worker) {}
    }
  }
}
