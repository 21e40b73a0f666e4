import SourceText
import Testing

@Suite("line table")
struct LineTableTests {
  @Test(
    "offsets are told as line and column, in scalars",
    arguments: [
      ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 2, 2, 1), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 2, 1), ("é!", 2, 1, 2),
      ("a\n\nb", 2, 2, 1), ("", 0, 1, 1), ("abc", 99, 1, 4), ("abc", -5, 1, 1), ("a\n", 2, 2, 1), ("👩‍👩‍👧x", 18, 1, 6),
    ])
  func positions(text: String, offset: Int, line: Int, column: Int) {
    #expect(LineTable(text).position(of: offset) == .init(line: line, column: column))
  }

  @Test("a line's range is without its break")
  func ranges() {
    let table = LineTable("ab\r\ncd\ref\n")
    #expect(table.lineCount == 4)
    #expect((1...4).map { table.range(ofLine: $0) } == [.init(0, 2), .init(4, 6), .init(7, 9), .init(10, 10)])
    #expect(table.range(ofLine: 0) == nil)
    #expect(table.range(ofLine: 5) == nil)
  }

  @Test("a slice takes in the characters it touches and never leaves the text")
  func slices() {
    let text = Text(origin: "", contents: "aéb")
    #expect(text.slice(SourceRange(2, 3)) == "é")
    #expect(text.slice(SourceRange(0, 2)) == "aé")
    #expect(text.slice(SourceRange(-7, 99)) == "aéb")
    #expect(text.slice(SourceRange(9, 12)) == "")
    #expect(text.slice(SourceRange(3, 1)) == "")
  }

  @Test("ranges join, overlap and contain half-open")
  func rangeArithmetic() {
    let range = SourceRange(2, 5)
    #expect(range.union(SourceRange(7, 9)) == SourceRange(2, 9))
    #expect(!range.overlaps(SourceRange(5, 6)))
    #expect(range.overlaps(SourceRange(4, 6)))
    #expect(range.contains(SourceRange(2, 5)))
    #expect(!range.contains(SourceRange(2, 6)))
    #expect(SourceRange(5, 2).isEmpty)
  }
}
