import SourceText
import Testing

@testable import Documents

private func read(_ bytes: [UInt8], limits: DocumentLimits = DocumentLimits()) -> Result<Text, DocumentError> {
  do throws(DocumentError) {
    return .success(try DocumentReader(limits: limits).report(bytes, origin: "note.txt", format: .plain))
  } catch {
    return .failure(error)
  }
}

@Suite("Encodings of report files")
struct EncodingTests {
  @Test("UTF-8 and UTF-16 with their marks give the same text")
  func byteOrderMarks() throws {
    let plain = Array("Zürich calm\n".utf8)
    let utf16 = Array("Zürich calm\n".utf16)
    let little: [UInt8] = [0xFF, 0xFE] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    for bytes in [plain, [0xEF, 0xBB, 0xBF] + plain, little, big] {
      #expect(try read(bytes).get().contents == "Zürich calm\n")
    }
  }

  @Test("UTF-32 with its mark gives the same text, and is told where it is damaged")
  func fourBytes() throws {
    let scalars = Array("Zürich calm\n".unicodeScalars).map(\.value)
    let little: [UInt8] = [0xFF, 0xFE, 0, 0] + scalars.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF), 0, 0] }
    let big: [UInt8] = [0, 0, 0xFE, 0xFF] + scalars.flatMap { [0, 0, UInt8($0 >> 8 & 0xFF), UInt8($0 & 0xFF)] }
    #expect(try read(little).get().contents == "Zürich calm\n")
    #expect(try read(big).get().contents == "Zürich calm\n")
    #expect(code(read(little + [1])) == .invalidEncoding)
    #expect(code(read(big + [0, 0xFF, 0, 0])) == .invalidEncoding)
  }

  @Test("UTF-16 without a mark is told by every other byte, in both orders")
  func unmarked() throws {
    let units = Array("Zürich is calm – “calm”, they said.\n".utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [little, big] {
      #expect(try read(bytes).get().contents == "Zürich is calm – “calm”, they said.\n")
    }
    #expect(code(read(little + [0])) == .binaryFile)
  }

  @Test("Windows-1252 is recognised by its words and marks")
  func windows1252() throws {
    let bytes = Array("The caf".utf8) + [0xE9, 0x92] + Array("s owner said ".utf8) + [0x93] + Array("voil".utf8)
    let more = bytes + [0xE0, 0x94, 0x20, 0x96] + Array(" and paid 5 ".utf8) + [0x80, 0x85]
    #expect(try read(more).get().contents == "The café’s owner said “voilà” – and paid 5 €…")
  }

  @Test(
    "what may be text in another script, damaged UTF-8 or no text at all is not taken for Windows-1252",
    arguments: [
      Array("Some words ".utf8) + [0xFF, 0xFE] + Array(" more of them, and some more.".utf8),
      Array("A line of words and then ".utf8) + [0xCC, 0xEE, 0xF1, 0xEA, 0xE2, 0xE0] + Array(" and words again.".utf8),
      Array("Zürich, and one damaged b".utf8) + [0xE9] + Array("t of it in many more words.".utf8),
      Array("An undefined byte ".utf8) + [0x81] + Array("in the middle of some more words.".utf8),
      Array("A control character ".utf8) + [0x02, 0xE9] + Array("in the middle of some words.".utf8),
    ])
  func otherBytes(_ bytes: [UInt8]) {
    #expect(code(read(bytes)) == .invalidEncoding)
  }

  @Test("a byte that is no UTF-8 is named with line and column in characters")
  func invalidByte() {
    let bytes = Array("first line\nKöl".utf8) + [0xE9, 0x20, 0x41]
    guard case .failure(let error) = read(bytes) else {
      Issue.record("expected an error")
      return
    }
    #expect(error.code == .invalidEncoding)
    #expect(error.line == 2)
    #expect(error.column == 4)
    #expect(error.message.contains("0xE9"))
  }

  @Test(
    "ill-formed sequences are found where they begin",
    arguments: [
      [0xC0, 0xAF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80], [0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func illFormed(_ sequence: [UInt8]) {
    guard case .failure(let error) = read(Array("ab".utf8) + sequence) else {
      Issue.record("expected an error")
      return
    }
    #expect(error.code == .invalidEncoding)
    #expect(error.column == 3)
  }

  @Test("a NUL byte makes a file binary, blanks alone make it empty")
  func binaryAndEmpty() {
    #expect(code(read([0x41, 0, 0x42])) == .binaryFile)
    #expect(code(read([])) == .emptyFile)
    #expect(code(read(Array(" \n\r\n\t".utf8))) == .emptyFile)
    #expect(code(read([0, 1])) == .binaryFile)
  }

  @Test("a byte order mark without text is an empty file")
  func markAlone() {
    for mark: [UInt8] in [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0x0A, 0x00]] {
      #expect(code(read(mark)) == .emptyFile)
    }
  }

  @Test("a report beyond the limit is refused")
  func tooLarge() {
    let limits = DocumentLimits(longestReportBytes: 64)
    #expect(code(read([UInt8](repeating: 0x61, count: 65), limits: limits)) == .tooLarge)
    #expect(code(read([UInt8](repeating: 0x61, count: 64), limits: limits)) == nil)
  }

  private func code(_ result: Result<Text, DocumentError>) -> DocumentError.Code? {
    if case .failure(let error) = result { return error.code }
    return nil
  }
}
