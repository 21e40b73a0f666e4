/// The text that bytes stand for: UTF-8 with or without its mark, UTF-32 with one, UTF-16 with one or where every other byte
/// tells of it, and Windows-1252 where the bytes can be no other text.
///
/// Nothing further is guessed: a wrong guess would put wrong words under evidence. A few passes at most.
func decodeText(_ bytes: [UInt8], path: String) throws(DocumentError) -> String {
  // Before UTF-16, whose mark the other one begins with.
  if let isBigEndian = UTF32Bytes.order(of: bytes) {
    guard let text = UTF32Bytes.text(bytes[4...], isBigEndian: isBigEndian) else {
      throw DocumentError(.invalidEncoding, "not valid UTF-32, though it begins with its byte order mark", path: path)
    }
    return text
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    guard let text = UTF16Bytes.text(bytes[2...], isBigEndian: bytes[0] == 0xFE) else {
      throw DocumentError(.invalidEncoding, "not valid UTF-16, though it begins with its byte order mark", path: path)
    }
    return text
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  if let offset = body.firstIndex(of: 0) {
    if let isBigEndian = UTF16Bytes.order(of: body), let text = UTF16Bytes.text(body, isBigEndian: isBigEndian) {
      return text
    }
    let place = place(of: offset, in: bytes)
    throw DocumentError(
      .binaryFile, "not a text: it holds a NUL byte", path: path, line: place.line, column: place.column)
  }
  if let text = String(validating: body, as: UTF8.self) { return text }
  if let text = Windows1252.text(body) { return text }
  let offset = firstInvalidByte(body) ?? body.startIndex
  let place = place(of: offset, in: bytes)
  throw DocumentError(
    .invalidEncoding,
    "byte \(hexadecimal(bytes[offset])) is not UTF-8, and the whole is no text in Windows-1252 either; "
      + "convert the file, e.g. `iconv -f WINDOWS-1251 -t UTF-8`",
    path: path, line: place.line, column: place.column)
}

/// Line and column, both from 1, of a byte: columns count Unicode scalars.
private func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
  var line = 1
  var column = 1
  for index in 0..<min(offset, bytes.count) {
    if bytes[index] == 0x0A {
      line += 1
      column = 1
    } else if bytes[index] & 0xC0 != 0x80 {
      column += 1
    }
  }
  return (line, column)
}

/// The first byte that no well-formed sequence begins with or goes on with (Unicode, table 3-7).
func firstInvalidByte(_ bytes: ArraySlice<UInt8>) -> Int? {
  var index = bytes.startIndex
  while index < bytes.endIndex {
    let first = bytes[index]
    if first < 0x80 {
      index += 1
      continue
    }
    var second: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return index
    }
    guard index + length <= bytes.endIndex, second.contains(bytes[index + 1]) else { return index }
    for step in 1..<length where bytes[index + step] & 0xC0 != 0x80 { return index }
    index += length
  }
  return nil
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0x0\(digits)" : "0x\(digits)"
}
