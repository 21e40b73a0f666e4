import Dispatch
import Foundation

/// A thread with a stack as deep as deep statements need.
package final class WorkerThread: @unchecked Sendable {
  // Touched by whoever starts it and waits for it.
  private let thread: Thread
  private let done = DispatchSemaphore(value: 0)

  package init(_ body: @escaping @Sendable () -> Void) {
    let done = done
    thread = Thread {
      body()
      done.signal()
    }
    thread.stackSize = 64 << 20
  }

  package func start() { thread.start() }
  package func wait() { done.wait() }
}
