import GraphCore
import QueryLanguage

let listFunctions: [NamedBody] = [
  strict("size") { arguments throws(FunctionFailure) in
    switch arguments[0] {
    case .list(let values): return .integer(Int64(values.count))
    case .string(let text): return .integer(Int64(text.unicodeScalars.count))
    default: throw arguments.wrongType(0, "List or String")
    }
  },
  strict("isEmpty") { arguments throws(FunctionFailure) in
    switch arguments[0] {
    case .list(let values): return .boolean(values.isEmpty)
    case .map(let map): return .boolean(map.isEmpty)
    case .string(let text): return .boolean(text.utf8.isEmpty)
    default: throw arguments.wrongType(0, "List, Map or String")
    }
  },
  strict("head") { arguments throws(FunctionFailure) in try arguments.list(0).first ?? .null },
  strict("last") { arguments throws(FunctionFailure) in try arguments.list(0).last ?? .null },
  strict("tail") { arguments throws(FunctionFailure) in .list(Array(try arguments.list(0).dropFirst())) },
  strict("reverse") { arguments throws(FunctionFailure) in
    switch arguments[0] {
    case .list(let values): return .list(values.reversed())
    case .string(let text):
      var reversed = String.UnicodeScalarView()
      reversed.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(reversed))
    default: throw arguments.wrongType(0, "List or String")
    }
  },
  strict("range", range),
  strict("length") { arguments throws(FunctionFailure) in
    guard case .path(let path) = arguments[0] else { throw arguments.wrongType(0, "Path") }
    return .integer(Int64(path.edges.count))
  },
]

/// From `start` to `end`, both included, in steps; empty if the step leads away from the end.
private func range(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  let start = try arguments.integer(0)
  let end = try arguments.integer(1)
  let step = arguments.count > 2 ? try arguments.integer(2) : 1
  guard step != 0 else {
    throw FunctionFailure(.numberOutOfRange, .argumentError, "the step of `range` must not be 0")
  }
  guard step > 0 ? start <= end : start >= end else { return .list([]) }
  let distance = start <= end ? end.magnitudeOfDifference(from: start) : start.magnitudeOfDifference(from: end)
  let steps = distance / step.magnitude
  guard steps < UInt64(ValueLimits.longestList) else { throw .listTooLong }
  return .list((0...Int64(steps)).map { .integer(start &+ $0 &* step) })
}

extension Int64 {
  /// How far this lies above `lower`, which must not be greater.
  fileprivate func magnitudeOfDifference(from lower: Int64) -> UInt64 {
    UInt64(bitPattern: self &- lower)
  }
}
