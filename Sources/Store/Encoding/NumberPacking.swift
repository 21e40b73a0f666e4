/// Whole numbers in blocks, each in as few bits per number as its range takes: the distance from the least (frame of
/// reference), or from the number before, whichever is narrower (Lemire and Boytsov, "Decoding billions of integers per
/// second through vectorization", 2015, §2). A block of equal numbers takes three bytes.
enum NumberPacking {
  static let blockLength = 1_024
  /// Set in a block's first byte where its numbers are steps; the rest is the width in bits, 0 to 64.
  static let stepFlag: UInt8 = 0x80
}

extension ByteWriter {
  /// The numbers without their count.
  mutating func write(packed count: Int, _ number: (Int) -> Int64) {
    var block: [Int64] = []
    block.reserveCapacity(NumberPacking.blockLength)
    for start in stride(from: 0, to: count, by: NumberPacking.blockLength) {
      block.removeAll(keepingCapacity: true)
      for place in start..<min(start + NumberPacking.blockLength, count) { block.append(number(place)) }
      write(block: block)
    }
  }

  private mutating func write(block: [Int64]) {
    let range = Self.range(block)
    var steps: [Int64] = [0]
    steps.reserveCapacity(block.count)
    for place in block.indices.dropFirst() { steps.append(block[place] &- block[place - 1]) }
    let stepRange = Self.range(steps.dropFirst())
    if block.count > 2, stepRange.width < range.width {
      steps[0] = stepRange.least
      write(NumberPacking.stepFlag | stepRange.width)
      write(signed: block[0])
      write(signed: stepRange.least)
      write(bits: steps, above: stepRange.least, width: stepRange.width)
    } else {
      write(range.width)
      write(signed: range.least)
      write(bits: block, above: range.least, width: range.width)
    }
  }

  private static func range(_ numbers: some Collection<Int64>) -> (least: Int64, width: UInt8) {
    guard let first = numbers.first else { return (0, 0) }
    var (least, greatest) = (first, first)
    for number in numbers { (least, greatest) = (min(least, number), max(greatest, number)) }
    let span = UInt64(bitPattern: greatest &- least)
    return (least, UInt8(64 - span.leadingZeroBitCount))
  }

  private mutating func write(bits numbers: [Int64], above least: Int64, width: UInt8) {
    guard width > 0 else { return }
    var open: UInt64 = 0
    var openBits: UInt64 = 0
    let width = UInt64(width)
    for number in numbers {
      let bits = UInt64(bitPattern: number &- least)
      open |= bits << openBits
      openBits += width
      guard openBits >= 64 else { continue }
      write(fixed: open)
      openBits -= 64
      // What did not fit; a shift by 64 gives 0.
      open = bits >> (width - openBits)
    }
    for shift in stride(from: UInt64(0), to: openBits, by: 8) { write(UInt8(truncatingIfNeeded: open >> shift)) }
  }
}

extension ByteReader {
  /// As many numbers as `write(packed:)` was given, each handed to `body`.
  mutating func packed(_ count: Int, _ body: (Int64) throws(DecodingFailure) -> Void) throws(DecodingFailure) {
    var block = [Int64](repeating: 0, count: min(count, NumberPacking.blockLength))
    for start in stride(from: 0, to: count, by: NumberPacking.blockLength) {
      let length = min(NumberPacking.blockLength, count - start)
      try unpack(length, into: &block)
      for place in 0..<length { try body(block[place]) }
    }
  }

  mutating func packedIntegers(_ count: Int) throws(DecodingFailure) -> [Int64] {
    var numbers: [Int64] = []
    numbers.reserveCapacity(try plausible(count))
    try packed(count) { (number) in numbers.append(number) }
    return numbers
  }

  /// - Throws: for a number above `most` too.
  mutating func packedNumbers(_ count: Int, upTo most: Int) throws(DecodingFailure) -> [UInt32] {
    var numbers: [UInt32] = []
    numbers.reserveCapacity(try plausible(count))
    try packed(count) { (number) throws(DecodingFailure) in
      guard number >= 0, number <= Int64(most) else { throw DecodingFailure("a number in a column is out of bounds") }
      numbers.append(UInt32(truncatingIfNeeded: number))
    }
    return numbers
  }

  /// A block takes two bytes at least: a count that the rest cannot hold is not believed.
  private func plausible(_ count: Int) throws(DecodingFailure) -> Int {
    guard count <= (rest / 2 + 1) * NumberPacking.blockLength else {
      throw DecodingFailure("a record announces more than it holds")
    }
    return count
  }

  private mutating func unpack(_ count: Int, into block: inout [Int64]) throws(DecodingFailure) {
    let head = try byte()
    let width = UInt64(head & ~NumberPacking.stepFlag)
    guard width <= 64 else { throw DecodingFailure("a column has an unknown encoding") }
    let first = try signed()
    guard head & NumberPacking.stepFlag != 0 else {
      try unpack(bits: count, above: first, width: width, into: &block)
      return
    }
    try unpack(bits: count, above: try signed(), width: width, into: &block)
    block[0] = first
    for place in 1..<max(1, count) { block[place] &+= block[place - 1] }
  }

  private mutating func unpack(
    bits count: Int, above least: Int64, width: UInt64, into block: inout [Int64]
  ) throws(DecodingFailure) {
    guard width > 0 else {
      for place in 0..<count { block[place] = least }
      return
    }
    let length = (count * Int(width) + 7) / 8
    let mask = width == 64 ? UInt64.max : (1 << width) - 1
    try take(length) { (bytes) in
      for place in 0..<count {
        let bit = UInt64(place) * width
        let start = Int(bit >> 3)
        let shift = bit & 7
        var word: UInt64 = 0
        if start + 8 <= bytes.count {
          word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)) >> shift
        } else {
          for (place, byte) in bytes[start...].enumerated() { word |= UInt64(byte) << UInt64(place * 8) }
          word >>= shift
        }
        // The ninth byte of a wide number.
        if shift + width > 64, start + 8 < bytes.count { word |= UInt64(bytes[start + 8]) << (64 - shift) }
        block[place] = least &+ Int64(bitPattern: word & mask)
      }
    }
  }
}
