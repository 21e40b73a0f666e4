import GraphCore

/// The types that a schema can give a column.
enum CSVType: String, CaseIterable {
  case int64, double, string, boolean, date

  /// For messages.
  var example: String {
    switch self {
    case .int64: "a whole number like `42`"
    case .double: "a number like `0.5`"
    case .string: "a text"
    case .boolean: "`true` or `false`"
    case .date: "a day like `2024-03-22`"
    }
  }

  /// Puts a field into a column of this type. An empty field without quotes is null.
  ///
  /// - Returns: false where the field is of another type.
  @inline(__always)
  func append(_ field: CSVRows.Field, of rows: borrowing CSVRows, to column: inout ColumnBuilder) throws(ImportError)
    -> Bool
  {
    if field.isMissing {
      column.append(.null)
      return true
    }
    switch self {
    case .string: try rows.withText(field) { column.append(utf8: $0) }
    case .int64:
      guard let integer = CSVType.integer(rows.raw(field)) else { return false }
      column.append(integer: integer)
    case .double:
      guard let double = CSVType.double(rows.raw(field)) else { return false }
      column.append(float: double)
    case .date:
      guard let day = CSVType.day(rows.raw(field)) else { return false }
      column.append(day: day)
    case .boolean:
      switch String(decoding: rows.raw(field), as: UTF8.self).lowercased() {
      case "true": column.append(.boolean(true))
      case "false": column.append(.boolean(false))
      default: return false
      }
    }
    return true
  }

  static func integer(_ bytes: UnsafeRawBufferPointer) -> Int64? {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { position = 1 }
    guard position < bytes.count else { return nil }
    // Negative all along, since there is one negative number more.
    var number: Int64 = 0
    while position < bytes.count {
      let digit = bytes[position] &- 0x30
      guard digit < 10 else { return nil }
      let (tens, overflows) = number.multipliedReportingOverflow(by: 10)
      let (next, overflowsToo) = tens.subtractingReportingOverflow(Int64(digit))
      if overflows || overflowsToo { return nil }
      number = next
      position += 1
    }
    if isNegative { return number }
    return number == .min ? nil : -number
  }

  /// Short decimal fractions are a whole number by a power of ten, both exact, and so is their quotient rounded (Clinger
  /// 1990); others go the long way.
  static func double(_ bytes: UnsafeRawBufferPointer) -> Double? {
    var mantissa: Int64 = 0
    var (digits, decimals) = (0, 0)
    var hasPoint = false
    let isNegative = bytes.first == UInt8(ascii: "-")
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
        continue
      }
      let digit = byte &- 0x30
      guard digit < 10, digits < 15 else { return longDouble(bytes) }
      mantissa = mantissa * 10 + Int64(digit)
      digits += 1
      if hasPoint { decimals += 1 }
    }
    guard digits > 0 else { return nil }
    let value = Double(mantissa) / powers[decimals]
    return isNegative ? -value : value
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func longDouble(_ bytes: UnsafeRawBufferPointer) -> Double? {
    // `Double` takes hexadecimal and names of infinity too, which are no numbers of CSV.
    guard bytes.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else {
      return nil
    }
    return Double(String(decoding: bytes, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Days since 1970-01-01 of `YYYY-MM-DD`.
  static func day(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = number(bytes, 0..<4), let month = number(bytes, 5..<7), let day = number(bytes, 8..<10),
      let date = CalendarDate(year: Int64(year), month: Int64(month), day: Int64(day))
    else { return nil }
    return Int32(exactly: date.epochDay)
  }

  @inline(__always)
  private static func number(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    var number = 0
    for place in range {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      number = number * 10 + Int(digit)
    }
    return number
  }
}
