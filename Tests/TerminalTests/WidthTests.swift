import Terminal
import Testing

@Test(
  "display width counts columns, not characters",
  arguments: [
    ("", 0), ("Iran", 4), ("モスクワ", 8), ("e\u{301}", 1), ("한국", 4), ("👍", 2), ("👨‍👩‍👧", 2), ("☀", 1), ("☀\u{FE0F}", 2),
    ("…", 1), ("Ж", 1), ("\u{200D}", 0),
  ])
func width(_ text: String, _ columns: Int) {
  #expect(text.displayWidth == columns)
}

@Test("what a terminal would obey is shown as a picture")
func shownText() {
  #expect(ShownText.line("a\u{1B}[31mb") == "a␛[31mb")
  #expect(ShownText.line("a\nb\tc") == "a␊b␉c")
  #expect(ShownText.line("\u{9B}2J\u{202E}x\u{2066}\u{FEFF}") == "�2J�x��")
  #expect(ShownText.lines("a\r\nb\rc\td") == "a\nb\nc  d")
  #expect(ShownText.line("Грозный") == "Грозный")
}

@Test("marks without end on one character are cut off")
func manyMarks() {
  let hostile = "a" + String(repeating: "\u{301}", count: 500) + "b"
  #expect(ShownText.line(hostile).unicodeScalars.count < 20)
  #expect(ShownText.line(hostile).hasSuffix("b"))
}

@Test(
  "cutting never goes beyond the width",
  arguments: [
    ("Tajikistan", 20, "Tajikistan"), ("Tajikistan", 10, "Tajikistan"), ("Tajikistan", 5, "Taji…"),
    ("Tajikistan", 1, "…"),
    ("Tajikistan", 0, ""), ("モスクワ", 5, "モス…"), ("モスクワ", 4, "モ…"),
  ])
func cutting(_ text: String, _ width: Int, _ expected: String) {
  #expect(LineFitting.cut(text, to: width) == expected)
}

@Test("lines are broken at spaces, long words where they must be")
func wrapping() {
  #expect(LineFitting.wrap("warned of an attack", to: 9) == ["warned of", "an attack"])
  #expect(LineFitting.wrap("warned of an attack", to: 10) == ["warned of", "an attack"])
  #expect(LineFitting.wrap("abcdefgh", to: 3) == ["abc", "def", "gh"])
  #expect(LineFitting.wrap("a\n\nb", to: 5) == ["a", "", "b"])
  #expect(LineFitting.wrap("", to: 5) == [""])
  #expect(LineFitting.wrap("モスクワ", to: 3) == ["モ", "ス", "ク", "ワ"])
}

@Test("wrapped lines hold every word and fit", arguments: 2...40)
func wrappingKeepsWords(_ width: Int) {
  let text = "Iran had tipped off Russia about モスクワ in the days leading up to it, three sources said"
  let lines = LineFitting.wrap(text, to: width)
  #expect(lines.allSatisfy { $0.displayWidth <= width })
  #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
}
