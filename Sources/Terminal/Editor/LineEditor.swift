/// Reads texts of several lines from a terminal, with history, completion and colours.
public final class LineEditor {
  public enum Answer: Equatable, Sendable {
    case text(String)
    case cancelled
    case ended
  }

  public var state: EditorState
  private let input: Int32
  private let output: Int32
  private let traits: () -> OutputTraits
  private let highlight: (String) -> [(range: Range<Int>, style: TextStyle)]
  private var parser = KeyParser()
  private var waiting: [Key] = []
  /// Of what is drawn: how far above the cursor's row the first one is.
  private var rowsAbove = 0
  private static let longestHighlight = 20_000

  /// - Parameters:
  ///   - traits: asked before each drawing, since a window changes its width.
  ///   - highlight: ranges of the text in UTF-8 bytes, ascending and disjoint.
  public init(
    _ state: EditorState, input: Int32 = 0, output: Int32 = 1, traits: @escaping () -> OutputTraits,
    highlight: @escaping (String) -> [(range: Range<Int>, style: TextStyle)] = { _ in [] }
  ) {
    self.state = state
    self.input = input
    self.output = output
    self.traits = traits
    self.highlight = highlight
  }

  /// Reads one text. The terminal is in its own mode only while this runs.
  public func read(prompt: String, continuation: String) -> Answer {
    guard let raw = RawMode.entered(input) else { return .ended }
    TerminalBytes.write("\u{1B}[?2004h", to: output)
    defer { TerminalBytes.write("\u{1B}[?2004l", to: output) }
    rowsAbove = 0
    draw(prompt, continuation)
    let answer = loop(prompt, continuation)
    _ = consume raw
    return answer
  }

  private func loop(_ prompt: String, _ continuation: String) -> Answer {
    while true {
      guard let key = nextKey() else { return .ended }
      switch state.handle(key) {
      case .redraw: if waiting.isEmpty { draw(prompt, continuation) }
      case .submit(let text):
        finish(prompt, continuation, showing: text)
        return .text(text)
      case .cancelled:
        TerminalBytes.write("^C\r\n", to: output)
        return .cancelled
      case .ended:
        TerminalBytes.write("\r\n", to: output)
        return .ended
      case .choices(let words): show(words, prompt, continuation)
      case .clearScreen:
        TerminalBytes.write("\u{1B}[H\u{1B}[2J", to: output)
        rowsAbove = 0
        draw(prompt, continuation)
      }
    }
  }

  private func nextKey() -> Key? {
    while waiting.isEmpty {
      if parser.isWaiting, !TerminalBytes.isReady(input, milliseconds: 50) {
        waiting = parser.flush()
        continue
      }
      let bytes = TerminalBytes.read(input)
      guard !bytes.isEmpty else { return nil }
      waiting = parser.keys(from: bytes)
    }
    return waiting.removeFirst()
  }

  private func draw(_ prompt: String, _ continuation: String) {
    let text = state.text
    let styles = text.utf8.count > Self.longestHighlight ? [] : highlight(text)
    let view = EditorView(state, prompt: prompt, continuation: continuation, traits: traits(), styles: styles)
    TerminalBytes.write(Self.frame(view, rowsAbove: rowsAbove), to: output)
    rowsAbove = view.cursorRow
  }

  /// What draws `view` over what was drawn before, whose first row is `rowsAbove` the cursor.
  static func frame(_ view: EditorView, rowsAbove: Int) -> String {
    var text = "\r"
    if rowsAbove > 0 { text += "\u{1B}[\(rowsAbove)A" }
    text += "\u{1B}[J" + view.rows.joined(separator: "\r\n")
    let below = view.rows.count - 1 - view.cursorRow
    if below > 0 { text += "\u{1B}[\(below)A" }
    return text + "\r" + (view.cursorColumn > 0 ? "\u{1B}[\(view.cursorColumn)C" : "")
  }

  /// Leaves the text on the screen, without a cursor in it.
  private func finish(_ prompt: String, _ continuation: String, showing text: String) {
    var shown = EditorState(isComplete: { _ in true })
    shown.setText(text)
    let view = EditorView(shown, prompt: prompt, continuation: continuation, traits: traits(), styles: highlight(text))
    TerminalBytes.write(Self.frame(view, rowsAbove: rowsAbove) + "\r\n", to: output)
  }

  private func show(_ words: [String], _ prompt: String, _ continuation: String) {
    let traits = traits()
    let list = Self.list(words, width: traits.width ?? 80)
    let above = rowsAbove > 0 ? "\u{1B}[\(rowsAbove)A" : ""
    TerminalBytes.write("\r\(above)\u{1B}[J" + list.replacing("\n", with: "\r\n"), to: output)
    rowsAbove = 0
    draw(prompt, continuation)
  }

  /// Words in columns, read downwards; at most some forty lines' worth are shown.
  static func list(_ words: [String], width: Int) -> String {
    let most = 120
    let shown = words.prefix(most).map { LineFitting.cut(ShownText.line($0), to: width - 1) }
    let wide = (shown.map(\.displayWidth).max() ?? 0) + 2
    let columnCount = max(1, width / wide)
    let rowCount = (shown.count + columnCount - 1) / columnCount
    var text = ""
    for row in 0..<rowCount {
      let cells = stride(from: row, to: shown.count, by: rowCount).map { LineFitting.pad(shown[$0], to: wide) }
      text += cells.joined().trimmingSpaces() + "\n"
    }
    if words.count > most { text += "… and \(words.count - most) more\n" }
    return text
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
