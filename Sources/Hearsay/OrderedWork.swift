import Dispatch
import Foundation
import Synchronization

/// Works on what `source` hands out, on several threads, and hands each result on in the order of the inputs.
///
/// `source` and `sink` run on the caller's thread, so that neither need be safe to share; only `work` runs elsewhere. No
/// more than a window of inputs and results is held at any time, however many there are.
/// - Parameters:
///   - threads: one does everything on the caller's own.
///   - weight: how much of the window an input takes; what is heavier than the window goes through it alone.
/// - Throws: what `source` or `sink` throws; work that has begun is let finish, the rest is dropped.
func workInOrder<Input: Sendable, Output: Sendable>(
  threads: Int, weight: (Input) -> Int = { _ in 1 }, from source: ((Input) throws -> Void) throws -> Void,
  _ work: @escaping @Sendable (Input) -> Output, into sink: (Input, Output) throws -> Void
) throws {
  try withoutActuallyEscaping(sink) { sink in
    guard threads > 1 else { return try source { try sink($0, work($0)) } }
    try withoutActuallyEscaping(weight) { weight in
      let crew = Crew(threads: threads, work)
      defer { crew.dismiss() }
      try source { input in
        crew.submit(input, weight: weight(input))
        while let (input, output) = crew.next(leaving: crew.window) { try sink(input, output) }
      }
      while let (input, output) = crew.next(leaving: 0) { try sink(input, output) }
    }
  }
}

/// Threads that take inputs as they come, and the results they have made.
private final class Crew<Input: Sendable, Output: Sendable>: Sendable {
  private struct Board {
    /// Inputs that nobody has taken yet, by number.
    var waiting: [Int: Input] = [:]
    var done: [Int: (Input, Output)] = [:]
    /// Of all inputs under way, by number.
    var weights: [Int: Int] = [:]
    var weight = 0
    var nextToTake = 0
    var nextToSubmit = 0
    var nextToHandOn = 0
    var isDismissed = false
  }

  /// What all inputs under way may weigh: enough that one long report does not leave the other threads idle.
  let window: Int
  private let threads: Int
  private let work: @Sendable (Input) -> Output
  private let board = Mutex(Board())
  /// One signal for each input, and one for each thread at the end.
  private let wakeThread = DispatchSemaphore(value: 0)
  /// One signal for each result.
  private let wakeCaller = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)

  /// As large as the main thread's: what the work needs must not depend on the number of threads.
  private static var stackBytes: Int { 8 << 20 }

  init(threads: Int, _ work: @escaping @Sendable (Input) -> Output) {
    self.threads = threads
    self.work = work
    window = threads * 16
    for _ in 0..<threads {
      let thread = Thread { [self] in run() }
      thread.stackSize = Self.stackBytes
      thread.start()
    }
  }

  private func run() {
    while let (number, input) = take() {
      let output = work(input)
      board.withLock { $0.done[number] = (input, output) }
      wakeCaller.signal()
    }
    ended.signal()
  }

  private func take() -> (Int, Input)? {
    wakeThread.wait()
    return board.withLock { board in
      guard !board.isDismissed, let input = board.waiting.removeValue(forKey: board.nextToTake) else { return nil }
      board.nextToTake += 1
      return (board.nextToTake - 1, input)
    }
  }

  func submit(_ input: Input, weight: Int) {
    board.withLock { board in
      board.waiting[board.nextToSubmit] = input
      board.weights[board.nextToSubmit] = weight
      board.weight += weight
      board.nextToSubmit += 1
    }
    wakeThread.signal()
  }

  /// The next result in order. Waits for it while what is under way weighs more than `limit`, and else gives nil if it is
  /// not there yet.
  func next(leaving limit: Int) -> (Input, Output)? {
    while true {
      let (result, underWay) = board.withLock { board in
        let result = board.done.removeValue(forKey: board.nextToHandOn)
        if result != nil {
          board.weight -= board.weights.removeValue(forKey: board.nextToHandOn) ?? 0
          board.nextToHandOn += 1
        }
        return (result, board.weight)
      }
      if let result { return result }
      guard underWay > limit else { return nil }
      wakeCaller.wait()
    }
  }

  /// Returns when no thread works any more.
  func dismiss() {
    board.withLock { $0.isDismissed = true }
    for _ in 0..<threads { wakeThread.signal() }
    for _ in 0..<threads { ended.wait() }
  }
}
