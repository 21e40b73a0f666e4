/// The shortest decimal digits that read back as the same float: `0.digits × 10^exponent`.
package struct ShortestDecimal {
  package var isNegative: Bool
  /// Values 0 to 9, without leading or trailing zeros; empty for zero.
  package var digits: [UInt8]
  /// How many digits stand before the decimal point; may be negative or beyond the digits.
  package var pointPosition: Int

  /// nil for NaN and the infinities.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    isNegative = value.sign == .minus
    digits = []
    var point: Int?
    var exponent = 0
    let text = Array(value.magnitude.description.utf8)
    for (position, byte) in text.enumerated() {
      if byte == UInt8(ascii: ".") {
        point = digits.count
      } else if byte == UInt8(ascii: "e") {
        exponent = Int(String(decoding: text[(position + 1)...], as: UTF8.self)) ?? 0
        break
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    pointPosition = (point ?? digits.count) + exponent
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    pointPosition -= leadingZeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { pointPosition = 0 }
  }

  /// The nearest float to what the digits say.
  package var value: Double {
    if digits.isEmpty { return isNegative ? -0.0 : 0 }
    let text = "0.\(digitText(digits[...]))e\(pointPosition)"
    let magnitude = Double(text) ?? .infinity
    return isNegative ? -magnitude : magnitude
  }
}

private func digitText(_ digits: ArraySlice<UInt8>) -> String {
  String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
}

/// A float as other engines of the language show it: `1.0`, `0.001`, `1.0E7`, `1.5E-4`, `NaN`, `Infinity`. Reads back
/// as the same float.
package func floatText(_ value: Double) -> String {
  guard let decimal = ShortestDecimal(value) else {
    return value.isNaN ? "NaN" : (value < 0 ? "-Infinity" : "Infinity")
  }
  let sign = decimal.isNegative ? "-" : ""
  let digits = decimal.digits
  let point = decimal.pointPosition
  if digits.isEmpty { return sign + "0.0" }
  if point > 7 || point < -2 {
    let fraction = digits.count > 1 ? digitText(digits[1...]) : "0"
    return "\(sign)\(digits[0]).\(fraction)E\(point - 1)"
  }
  if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digitText(digits[...]) }
  if digits.count <= point {
    return sign + digitText(digits[...]) + String(repeating: "0", count: point - digits.count) + ".0"
  }
  return sign + digitText(digits[..<point]) + "." + digitText(digits[point...])
}
