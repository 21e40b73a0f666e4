import Terminal
import Testing

private func keys(_ text: String) -> [Key] {
  var parser = KeyParser()
  return parser.keys(from: Array(text.utf8))
}

@Test(
  "bytes of a terminal are keys",
  arguments: [
    ("a", [.character("a")]), ("Ж", [.character("Ж")]), ("\r", [.enter]), ("\t", [.tab]), ("\u{7F}", [.backspace]),
    ("\u{1B}[A", [.up]), ("\u{1B}OB", [.down]), ("\u{1B}[1;5C", [.wordRight]), ("\u{1B}b", [.wordLeft]),
    ("\u{1B}[3~", [.delete]), ("\u{1B}[H", [.home]), ("\u{1B}[4~", [.end]), ("\u{1}", [.home]), ("\u{3}", [.interrupt]),
    ("\u{4}", [.endOfInput]), ("\u{B}", [.killToEnd]), ("\u{1B}[99z", [.unknown]), ("\u{1B}d", [.killWordRight]),
    ("x\u{1B}[200~a;\nb\u{1B}[D\u{1B}[201~y", [.character("x"), .paste("a;\nb\u{1B}[D"), .character("y")]),
  ] as [(String, [Key])])
func decoding(_ text: String, _ expected: [Key]) {
  #expect(keys(text) == expected)
}

@Test("keys come out the same, however the bytes are cut")
func pieces() {
  let text = "aЖ\u{1B}[1;5D\u{1B}[200~p\u{1B}[201\u{1B}[201~👍\u{1B}[Z"
  var parser = KeyParser()
  let single = Array(text.utf8).flatMap { parser.keys(from: [$0]) }
  #expect(single == keys(text))
}

@Test("a lone escape is a key once nothing follows")
func loneEscape() {
  var parser = KeyParser()
  #expect(parser.keys(from: [0x1B]) == [])
  #expect(parser.isWaiting)
  #expect(parser.flush() == [.escape])
  #expect(!parser.isWaiting)
}

@Test("bytes that are no text do not stop the parser")
func garbage() {
  var parser = KeyParser()
  _ = parser.keys(from: (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) | 0x80 })
  _ = parser.flush()
  #expect(parser.keys(from: Array("ok".utf8)).suffix(2) == [.character("o"), .character("k")])
}
