import GraphCore

/// Whether `part` stands anywhere in `text`, byte for byte. Takes time linear in the text.
func isContained(_ part: String, in text: String) -> Bool {
  // Preparing a pattern costs two arrays a row; up to here the plain way is bounded all the same.
  let longestPlainPattern = 16
  guard part.utf8.count <= longestPlainPattern else { return BytePattern(part).isContained(in: text) }
  let found = part.utf8.withContiguousStorageIfAvailable { wanted in
    text.utf8.withContiguousStorageIfAvailable { bytes in stands(wanted, in: bytes) }
  }
  return (found ?? nil) ?? BytePattern(part).isContained(in: text)
}

private func stands(_ wanted: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = wanted.first else { return true }
  guard wanted.count <= bytes.count else { return false }
  for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
    if bytes[start..<(start + wanted.count)].elementsEqual(wanted) { return true }
  }
  return false
}

/// A text to look for, prepared once. Searching takes time linear in the text searched, whatever the two are (Knuth,
/// Morris and Pratt 1977).
struct BytePattern {
  let bytes: [UInt8]
  /// For each prefix, the length of its longest proper prefix that is also its suffix.
  private let borders: [Int]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var borders = [Int](repeating: 0, count: bytes.count)
    var length = 0
    for position in bytes.indices.dropFirst() {
      while length > 0 && bytes[position] != bytes[length] { length = borders[length - 1] }
      if bytes[position] == bytes[length] { length += 1 }
      borders[position] = length
    }
    self.borders = borders
  }

  func isContained(in text: String) -> Bool {
    if bytes.isEmpty { return true }
    if text.utf8.count < bytes.count { return false }
    var matched = 0
    for byte in text.utf8 {
      while matched > 0 && byte != bytes[matched] { matched = borders[matched - 1] }
      if byte == bytes[matched] { matched += 1 }
      if matched == bytes.count { return true }
    }
    return false
  }

  /// Where the pattern begins in `text`, from left to right, no two overlapping. Empty for an empty pattern.
  func starts(in text: [UInt8]) -> [Int] {
    var starts: [Int] = []
    text.withUnsafeBufferPointer { text in forEachStart(in: text) { starts.append($0) } }
    return starts
  }

  @inline(__always)
  private func forEachStart(in text: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Void) {
    if bytes.isEmpty || text.count < bytes.count { return }
    var matched = 0
    for (position, byte) in text.enumerated() {
      while matched > 0 && byte != bytes[matched] { matched = borders[matched - 1] }
      if byte == bytes[matched] { matched += 1 }
      if matched == bytes.count {
        body(position + 1 - bytes.count)
        matched = 0
      }
    }
  }

  /// The text with another in place of the pattern, from left to right; nil if it does not stand there. Two passes: the first
  /// tells how long the result will be, and that it is not too long for a string.
  func replaced(in text: String, by replacement: [UInt8]) throws(FunctionFailure) -> [UInt8]? {
    var text = text
    var count = 0
    text.withUTF8 { text in forEachStart(in: text) { _ in count += 1 } }
    if count == 0 { return nil }
    let length = text.utf8.count + count * (replacement.count - bytes.count)
    guard length <= ValueLimits.longestString else { throw .stringTooLong }
    return text.withUTF8 { text in
      [UInt8](unsafeUninitializedCapacity: length) { result, filled in
        var start = 0
        func append(_ part: some Collection<UInt8>) {
          filled = result[filled...].initialize(fromContentsOf: part)
        }
        forEachStart(in: text) { place in
          append(text[start..<place])
          append(replacement)
          start = place + bytes.count
        }
        append(text[start...])
      }
    }
  }
}
