import GraphCore
import QueryLanguage
import Synchronization

/// Does tasks that share nothing that any of them writes, each worker on a thread of its own and the first on the caller's;
/// whoever is done takes the next.
///
/// - Parameter workers: what each thread has for itself; one does everything on the caller's thread.
/// - Returns: what came of each task, in their order.
/// - Throws: what the first of the tasks that failed threw, once no thread works any more.
func shareOut<Worker, Made: Sendable>(
  _ count: Int, among workers: [Worker], _ task: @escaping @Sendable (Worker, Int) throws(QueryError) -> Made
) throws(QueryError) -> [Made] {
  let desk = TaskDesk<Made>(count: count)
  // Each is one thread's alone until all have ended.
  nonisolated(unsafe) let workers = workers
  let threads = workers.indices.dropFirst().map { place in
    WorkerThread { desk.work { (number) throws(QueryError) in try task(workers[place], number) } }
  }
  for thread in threads { thread.start() }
  if let first = workers.first { desk.work { (number) throws(QueryError) in try task(first, number) } }
  for thread in threads { thread.wait() }
  return try desk.results()
}

/// Where threads take the numbers of tasks and leave what they made.
private final class TaskDesk<Made: Sendable>: Sendable {
  private let count: Int
  private let next = Atomic(0)
  private let made: Mutex<[(number: Int, Result<Made, QueryError>)]> = Mutex([])

  init(count: Int) { self.count = count }

  func work(_ task: (Int) throws(QueryError) -> Made) {
    while true {
      let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let result: Result<Made, QueryError>
      do throws(QueryError) {
        result = .success(try task(number))
      } catch {
        result = .failure(error)
        next.store(count, ordering: .relaxed)
      }
      made.withLock { $0.append((number, result)) }
    }
  }

  func results() throws(QueryError) -> [Made] {
    var results: [Made] = []
    for (_, result) in made.withLock({ $0 }).sorted(by: { $0.number < $1.number }) { results.append(try result.get()) }
    return results
  }
}
