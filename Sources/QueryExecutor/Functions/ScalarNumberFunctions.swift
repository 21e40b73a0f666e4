import Foundation
import GraphCore
import QueryLanguage

let numberFunctions: [NamedBody] = [
  strict("abs", absolute),
  strict("sign", sign),
  real("ceil") { $0.rounded(.up) },
  real("ceiling") { $0.rounded(.up) },
  real("floor") { $0.rounded(.down) },
  strict("round", round),
  strict("isNaN") { arguments throws(FunctionFailure) in .boolean(try arguments.number(0).isNaN) },
  real("sqrt") { $0.squareRoot() },
  real("exp") { exp($0) },
  real("log") { log($0) },
  real("ln") { log($0) },
  real("log10") { log10($0) },
  strict("power") { arguments throws(FunctionFailure) in
    .float(pow(try arguments.number(0), try arguments.number(1)))
  },
  strict("mod") { arguments throws(FunctionFailure) in try Arithmetic.modulo(arguments[0], arguments[1]) },
  real("sin") { sin($0) },
  real("cos") { cos($0) },
  real("tan") { tan($0) },
  real("cot") { 1 / tan($0) },
  real("asin") { asin($0) },
  real("acos") { acos($0) },
  real("atan") { atan($0) },
  strict("atan2") { arguments throws(FunctionFailure) in
    .float(atan2(try arguments.number(0), try arguments.number(1)))
  },
  real("sinh") { sinh($0) },
  real("cosh") { cosh($0) },
  real("tanh") { tanh($0) },
  real("haversin") { (1 - cos($0)) / 2 },
  real("degrees") { $0 * 180 / .pi },
  real("radians") { $0 * .pi / 180 },
  strict("pi") { _ throws(FunctionFailure) in .float(.pi) },
  strict("e") { _ throws(FunctionFailure) in .float(exp(1)) },
  strict("rand") { _ throws(FunctionFailure) in .float(Double.random(in: 0..<1)) },
]

private func absolute(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  guard case .integer(let value) = arguments[0] else { return .float(try arguments.number(0).magnitude) }
  guard value != .min else { throw .overflow("abs(\(value))") }
  return .integer(abs(value))
}

private func sign(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  if case .integer(let value) = arguments[0] { return .integer(value.signum()) }
  let value = try arguments.number(0)
  return value.isNaN ? .null : .integer(value > 0 ? 1 : (value < 0 ? -1 : 0))
}

/// Without precision, or with precision 0 and no mode, ties go up; with precision they go away from zero (`HALF_UP`).
private func round(_ arguments: Arguments) throws(FunctionFailure) -> Value {
  let value = try arguments.number(0)
  if arguments.count == 1 { return .float(roundTiesUp(value)) }
  let precision = try arguments.count(1)
  guard arguments.count > 2 else {
    return .float(precision == 0 ? roundTiesUp(value) : rounded(value, precision, .halfUp))
  }
  let name = try arguments.string(2)
  guard let mode = RoundingMode(rawValue: name.uppercased()) else {
    let known = RoundingMode.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    throw arguments.invalidValue("unknown rounding mode `\(name)`; known are \(known)")
  }
  return .float(rounded(value, precision, mode))
}

private func roundTiesUp(_ value: Double) -> Double {
  let floor = value.rounded(.down)
  return value - floor >= 0.5 ? floor + 1 : floor
}

private enum RoundingMode: String, CaseIterable {
  case up = "UP"
  case down = "DOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  case halfUp = "HALF_UP"
  case halfDown = "HALF_DOWN"
  case halfEven = "HALF_EVEN"

  func increments(isNegative: Bool, lastKept: UInt8, dropped: ArraySlice<UInt8>) -> Bool {
    guard let first = dropped.first else { return false }
    let isAboveHalf = first > 5 || (first == 5 && dropped.count > 1)
    let isHalf = first == 5 && dropped.count == 1
    return switch self {
    case .up: true
    case .down: false
    case .ceiling: !isNegative
    case .floor: isNegative
    case .halfUp: isAboveHalf || isHalf
    case .halfDown: isAboveHalf
    case .halfEven: isAboveHalf || (isHalf && !lastKept.isMultiple(of: 2))
    }
  }
}

/// Rounds the decimal digits that the float shows, so that 1.005 to two places is 1.01 as a reader expects.
private func rounded(_ value: Double, _ precision: Int, _ mode: RoundingMode) -> Double {
  guard var decimal = ShortestDecimal(value) else { return value }
  // A float has no digit beyond the 400th place.
  let kept = decimal.pointPosition + min(precision, 400)
  if kept >= decimal.digits.count { return value }
  // Zeros in front make room for a digit that comes up from nothing.
  let missing = max(0, -kept)
  let padded = [UInt8](repeating: 0, count: missing + 1) + decimal.digits
  decimal.pointPosition += missing + 1
  let cut = kept + missing + 1
  var digits = Array(padded[..<cut])
  let increments = mode.increments(
    isNegative: decimal.isNegative, lastKept: digits.last ?? 0, dropped: padded[cut...])
  if increments {
    var position = digits.count - 1
    while position >= 0 && digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 { digits[position] += 1 }
  }
  decimal.digits = digits.allSatisfy { $0 == 0 } ? [] : digits
  return decimal.value
}
