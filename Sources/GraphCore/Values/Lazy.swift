import Synchronization

/// A value that is made when it is first asked for, and then kept.
package final class Lazy<Value: Sendable>: Sendable {
  private enum State: Sendable {
    case made(Value)
    case open(@Sendable () -> Value)
  }

  private let state: Mutex<State>

  package init(_ value: Value) { state = Mutex(.made(value)) }

  /// - Parameter make: called once at most, from whichever thread asks first; must not ask for the value itself.
  package init(_ make: @escaping @Sendable () -> Value) { state = Mutex(.open(make)) }

  package var value: Value {
    state.withLock { state in
      switch state {
      case .made(let value): return value
      case .open(let make):
        let value = make()
        state = .made(value)
        return value
      }
    }
  }
}
