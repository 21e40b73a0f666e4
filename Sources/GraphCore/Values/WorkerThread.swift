import Synchronization

/// Work on a thread with a stack as deep as deep statements need.
package final class WorkerThread: Sendable {
  private let body: Mutex<(@Sendable () -> Void)?>
  private let end = Signal()

  package init(_ body: @escaping @Sendable () -> Void) { self.body = Mutex(body) }

  /// To be called once.
  package func start() {
    StandingThread.run { [self] in
      // What it holds on to it lets go of first: who waits for it may want to have a graph for itself.
      body.withLock { $0.take() }?()
      end.give()
    }
  }

  package func wait() { end.take() }
}
