import CKernels
import Dispatch
import Foundation
import Synchronization

/// A thread that stays when its work is done, and takes up what comes next.
///
/// To start one for each step that threads share costs as much as many a step saves: 60 µs until it runs, a share of the
/// allocator's memory that it first has to find, and a processor that other work may be on already.
final class StandingThread: Sendable {
  private let work = Mutex<(@Sendable () -> Void)?>(nil)
  private let wake = Signal()

  /// Those that have nothing to do; the one that has been for the shortest time is last, and the likeliest to be awake.
  private static let idle = Mutex<[StandingThread]>([])
  /// As many as work at the same time in a statement; others end with their work.
  private static let mostIdle = 16

  static func run(_ body: @escaping @Sendable () -> Void) {
    let standing = idle.withLock { $0.popLast() }
    let thread = standing ?? StandingThread()
    thread.work.withLock { $0 = body }
    if standing == nil { thread.start() }
    thread.wake.give()
  }

  private func start() {
    let thread = Thread { [self] in
      repeat {
        wake.take()
        work.withLock { $0.take() }?()
      } while stays()
    }
    thread.stackSize = 64 << 20
    thread.start()
  }

  private func stays() -> Bool {
    Self.idle.withLock { idle in
      guard idle.count < Self.mostIdle else { return false }
      idle.append(self)
      return true
    }
  }
}

/// Given once and taken once, again and again. Who takes it looks for it for a moment before he sleeps: to be woken takes
/// longer than most waits of threads that share a step.
struct Signal: Sendable {
  private final class Flag: Sendable {
    let isUp = Atomic(false)
  }

  /// 30 to 60 µs.
  private static let mostLooks = 1 << 10
  private let flag = Flag()
  private let semaphore = DispatchSemaphore(value: 0)

  func give() {
    flag.isUp.store(true, ordering: .releasing)
    semaphore.signal()
  }

  func take() {
    var looks = 0
    while looks < Self.mostLooks, !flag.isUp.load(ordering: .relaxed) {
      hearsay_pause()
      looks += 1
    }
    semaphore.wait()
    flag.isUp.store(false, ordering: .relaxed)
  }
}
