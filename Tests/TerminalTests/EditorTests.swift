import Foundation
import Testing

@testable import Terminal

private func editor(_ history: [String] = []) -> EditorState {
  EditorState(
    history: History(history), isComplete: { $0.hasSuffix(";") },
    complete: { before in
      let word = String(before.reversed().prefix { $0.isLetter }.reversed())
      return .init(
        replacedCount: word.count, candidates: ["MATCH", "MATERIAL", "RETURN"].filter { $0.hasPrefix(word) })
    })
}

/// Types the text and presses the keys: `<left>` and so on by name.
private func typed(_ text: String, _ keys: [Key], in state: EditorState = editor()) -> EditorState {
  var state = state
  for character in text { _ = state.handle(.character(character)) }
  for key in keys { _ = state.handle(key) }
  return state
}

@Test(
  "keys edit and move",
  arguments: [
    ("abc", [.left, .backspace], "a|c"), ("abc", [.home, .delete], "|bc"), ("ab cd", [.wordLeft, .killToEnd], "ab |"),
    ("ab cd", [.killWordLeft, .home, .yank], "cd|ab "), ("ab cd", [.home, .killWordRight], "| cd"),
    ("ab", [.transpose], "ba|"), ("abc", [.left, .killToStart, .end, .yank], "cab|"),
    ("ab\ncd", [.up], "ab|\ncd"), ("a\nbcd", [.up, .down], "a\nb|cd"), ("abcd\ne", [.up, .end, .killToEnd], "abcd|e"),
    ("ab", [.home, .left, .backspace, .right, .right, .right, .delete], "ab|"),
    ("e", [.character("\u{301}"), .backspace], "|"),
    ("", [.paste("a\r\nb\u{1B}[31mc\td")], "a\nb[31mc  d|"), ("ab", [.interrupt], "|"),
    ("ab", [.home, .endOfInput], "|b"),
  ] as [(String, [Key], String)])
func editing(_ text: String, _ keys: [Key], _ expected: String) {
  let state = typed(text, keys)
  #expect(String(state.characters[..<state.cursor]) + "|" + String(state.characters[state.cursor...]) == expected)
}

@Test("Enter ends a statement at `;` and begins a line before it")
func enter() {
  var state = typed("MATCH (n)", [.enter])
  #expect(state.text == "MATCH (n)\n")
  state = typed("RETURN n;", [], in: state)
  #expect(state.handle(.enter) == .submit("MATCH (n)\nRETURN n;"))
  #expect(state.text == "")
  #expect(state.history.entries == ["MATCH (n)\nRETURN n;"])
  #expect(state.handle(.endOfInput) == .ended)
}

@Test("up and down walk the history and come back to what was typed")
func historyKeys() {
  var state = typed("dra", [.up], in: editor(["one;", "two;"]))
  #expect(state.text == "two;")
  state = typed("", [.up, .up], in: state)
  #expect(state.text == "one;")
  state = typed("", [.down, .down, .down], in: state)
  #expect(state.text == "dra")
}

@Test("a search goes backwards through the history")
func search() {
  var state = typed("", [.searchHistory], in: editor(["MATCH a;", "RETURN 1;", "MATCH b;"]))
  state = typed("MAT", [], in: state)
  #expect(state.text == "MATCH b;")
  state = typed("", [.searchHistory], in: state)
  #expect(state.text == "MATCH a;")
  #expect(state.handle(.enter) == .submit("MATCH a;"))
}

@Test("Tab completes what is common, then offers the choices")
func completion() {
  var state = typed("M", [.tab])
  #expect(state.text == "MAT")
  #expect(state.handle(.tab) == .choices(["MATCH", "MATERIAL"]))
  state = typed("RE", [.tab])
  #expect(state.text == "RETURN")
  #expect(typed("xy", [.tab]).text == "xy")
}

@Test("the view breaks lines at the width and finds the cursor")
func view() {
  let traits = OutputTraits(isTerminal: true, hasColours: false, width: 12)
  let state = typed("MATCH (a)\nワワワワワ", [])
  let view = EditorView(state, prompt: "hs> ", continuation: " -> ", traits: traits)
  #expect(view.rows == ["hs> MATCH (a", ")", " -> ワワワワ", "ワ"])
  #expect((view.cursorRow, view.cursorColumn) == (3, 2))
}

@Test("a cursor behind a full line stands on the next")
func cursorAtEdge() {
  let traits = OutputTraits(isTerminal: true, hasColours: false, width: 12)
  let view = EditorView(typed("12345678", []), prompt: "hs> ", continuation: " -> ", traits: traits)
  #expect(view.rows == ["hs> 12345678", ""])
  #expect((view.cursorRow, view.cursorColumn) == (1, 0))
}

@Test("colours stand around their words, and only if wanted")
func colours() {
  let coloured = OutputTraits(isTerminal: true, size: 80, environment: ["TERM": "xterm"])
  let state = typed("RETURN 1", [])
  let styles: [(range: Range<Int>, style: TextStyle)] = [(0..<6, .keyword)]
  let rows = EditorView(state, prompt: "", continuation: "", traits: coloured, styles: styles).rows
  #expect(rows == ["\u{1B}[1;34mRETURN\u{1B}[0m 1"])
  for environment in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
    let plain = OutputTraits(isTerminal: true, size: 80, environment: environment)
    #expect(EditorView(state, prompt: "", continuation: "", traits: plain, styles: styles).rows == ["RETURN 1"])
  }
  #expect(OutputTraits(isTerminal: false, size: 80, environment: [:]) == .plain)
}

@Test("a history file gives back its entries, bounded")
func historyFile() {
  var history = History(limit: 3)
  for entry in ["dropped", "a\nb\\n", "", "c", "c", "d\r"] { history.add(entry) }
  #expect(history.entries == ["a\nb\\n", "c", "d\r"])
  #expect(History(fileContents: history.fileContents).entries == history.entries)
}

@Test("a history file is its owner's alone")
func historyPermissions() throws {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)").path
  defer { try? FileManager.default.removeItem(atPath: path) }
  #expect(History(["one;"]).save(to: path))
  let attributes = try FileManager.default.attributesOfItem(atPath: path)
  #expect(attributes[.posixPermissions] as? Int == 0o600)
  #expect(History(path: path).entries == ["one;"])
  #expect(!History(["one;"]).save(to: "/nowhere/at/all"))
}

@Test("progress is drawn rarely, cut to the width, and not at all without a terminal")
func progress() {
  var written: [String] = []
  var time = ContinuousClock.now
  let line = ProgressLine(OutputTraits(isTerminal: true, hasColours: false, width: 21), now: { time }) {
    written.append($0)
  }
  line.show("reading", 1, of: 12, item: "reports/\u{1B}a.txt")
  line.show("reading", 2, of: 12, item: "b")
  time += .milliseconds(150)
  line.show("reading", 3, of: 12)
  line.clear()
  line.clear()
  #expect(written == ["\r\u{1B}[Kreading 1 of 12  re…", "\r\u{1B}[Kreading 3 of 12", "\r\u{1B}[K"])
  let silent = ProgressLine(.plain) { _ in Issue.record("nothing may be written") }
  silent.show("reading", 1)
  silent.clear()
}
