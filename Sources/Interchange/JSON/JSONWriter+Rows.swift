public import GraphCore

/// Rows of columns, a list of plain values each. Numbers and strings of typed columns are put into a stretch of memory that is
/// known to hold them, without a look at the room for each byte, and no string is made: half the time of a token after the
/// other.
extension JSONWriter {
  /// - Parameters:
  ///   - columns: each has all of the rows.
  ///   - other: writes one value of a column, given by its place, that holds other kinds of values.
  public mutating func writeRows(
    _ rows: Range<Int>, of columns: [Column], other: (_ column: Int, _ row: Int, inout JSONWriter) -> Void
  ) {
    if rows.isEmpty { return }
    separate()
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: JSONStretch.capacity) { memory in
      CellSource.with(columns[...], []) { cells in
        var stretch = JSONStretch(memory)
        for row in rows {
          stretch.makeRoom(columns.count * JSONStretch.mostOfNumber + 2, for: &self)
          if row > rows.lowerBound { stretch.put(UInt8(ascii: ",")) }
          stretch.put(UInt8(ascii: "["))
          for place in cells.indices {
            if place > 0 { stretch.put(UInt8(ascii: ",")) }
            switch cells[place] {
            case .integers(let numbers): stretch.put(numbers[row])
            case .floats(let numbers): stretch.put(numbers[row])
            case .strings(let codes, let texts): put(texts.text(codes[row]), &stretch)
            case .others:
              stretch.empty(into: &self)
              startValue()
              other(place, row, &self)
            }
            stretch.makeRoom((columns.count - place) * JSONStretch.mostOfNumber + 2, for: &self)
          }
          stretch.put(UInt8(ascii: "]"))
        }
        stretch.empty(into: &self)
      }
    }
    endValue()
  }

  private mutating func put(_ text: UnsafeBufferPointer<UInt8>?, _ stretch: inout JSONStretch) {
    guard let text else { return stretch.put(null: ()) }
    if stretch.put(text) { return }
    stretch.empty(into: &self)
    startValue()
    write(String(decoding: text, as: UTF8.self))
  }
}

/// Where JSON is put before it goes to a writer.
private struct JSONStretch {
  static let capacity = 1 << 14
  /// With a comma: no whole number or float is longer.
  static let mostOfNumber = 32
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private var count = 0

  init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  mutating func empty(into writer: inout JSONWriter) {
    writer.append(UnsafeBufferPointer(rebasing: memory[..<count]))
    count = 0
  }

  /// Rows of more columns than fit are put together anew for each: there is always room for some.
  mutating func makeRoom(_ wanted: Int, for writer: inout JSONWriter) {
    if count + min(wanted, memory.count) > memory.count { empty(into: &writer) }
  }

  @inline(__always)
  mutating func put(_ byte: UInt8) {
    memory[count] = byte
    count += 1
  }

  @inline(__always)
  mutating func put(_ number: Int64) {
    guard number >= 0, number < 1_000_000_000 else { return put(copyOf: String(number)) }
    var (rest, scale) = (UInt32(truncatingIfNeeded: number), 1 as UInt32)
    while scale <= rest / 10 { scale *= 10 }
    while scale > 0 {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / scale))
      rest %= scale
      scale /= 10
    }
  }

  mutating func put(_ number: Double) { put(copyOf: number.isFinite ? number.description : "null") }

  mutating func put(null: Void) { put(copyOf: "null") }

  private mutating func put(copyOf text: String) {
    var text = text
    text.withUTF8 { copy($0) }
  }

  private mutating func copy(_ text: UnsafeBufferPointer<UInt8>) {
    _ = UnsafeMutableBufferPointer(rebasing: memory[count...]).update(fromContentsOf: text)
    count += text.count
  }

  /// False where something has to be escaped, or there is no room.
  mutating func put(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count + text.count + 2 + Self.mostOfNumber <= memory.count,
      !text.contains(where: { JSONWriter.needsEscape($0) })
    else { return false }
    put(UInt8(ascii: "\""))
    copy(text)
    put(UInt8(ascii: "\""))
    return true
  }
}

/// A column as kernels read it: nothing counts references to it for each row.
private enum CellSource {
  case integers(UnsafeBufferPointer<Int64>)
  case floats(UnsafeBufferPointer<Double>)
  case strings(UnsafeBufferPointer<UInt32>, StringDictionary.Texts)
  case others

  private static let mostOpen = 64

  /// - Parameter body: must not let them out.
  static func with(_ columns: ArraySlice<Column>, _ known: [CellSource], _ body: ([CellSource]) -> Void) {
    // One level of calls each: what comes behind the first is written value by value.
    if known.count == mostOpen { return body(known + Array(repeating: .others, count: columns.count)) }
    switch columns.first {
    case nil: body(known)
    case .integers(let numbers):
      numbers.withUnsafeBufferPointer { with(columns.dropFirst(), known + [.integers($0)], body) }
    case .floats(let numbers):
      numbers.withUnsafeBufferPointer { with(columns.dropFirst(), known + [.floats($0)], body) }
    case .strings(let codes, let dictionary):
      codes.withUnsafeBufferPointer { codes in
        dictionary.withTexts { with(columns.dropFirst(), known + [.strings(codes, $0)], body) }
      }
    default: with(columns.dropFirst(), known + [.others], body)
    }
  }
}
