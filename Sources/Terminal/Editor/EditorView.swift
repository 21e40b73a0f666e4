/// The lines that an editor shows, broken to the width of the terminal, and where the cursor stands in them.
public struct EditorView: Equatable, Sendable {
  /// Without line breaks; may hold colours.
  public let rows: [String]
  public let cursorRow: Int
  /// From 0.
  public let cursorColumn: Int

  /// - Parameters:
  ///   - prompt: before the first line; `continuation` before the others, of the same width.
  ///   - styles: ranges of the text in UTF-8 bytes, ascending and disjoint, and how to show them.
  public init(
    _ state: EditorState, prompt: String, continuation: String, traits: OutputTraits,
    styles: [(range: Range<Int>, style: TextStyle)] = []
  ) {
    let width = max(10, traits.width ?? 80)
    var drawing = Drawing(width: width, traits: traits)
    let prompt = state.search.map { "(search) `\(ShownText.line($0))`: " } ?? prompt
    drawing.begin(prompt)
    var offset = 0
    var next = styles[...]
    for (index, character) in state.characters.enumerated() {
      if index == state.cursor { drawing.markCursor() }
      if character == "\n" {
        drawing.breakLine()
        drawing.begin(continuation)
      } else {
        while let first = next.first, first.range.upperBound <= offset { next = next.dropFirst() }
        let style = next.first.flatMap { $0.range.contains(offset) ? $0.style : nil }
        drawing.add(character, style)
      }
      offset += character.utf8.count
    }
    if state.cursor >= state.characters.count { drawing.markCursor() }
    drawing.breakLine()
    rows = drawing.rows
    cursorRow = drawing.cursorRow
    cursorColumn = drawing.cursorColumn
  }

  private struct Drawing {
    let width: Int
    let traits: OutputTraits
    var rows: [String] = []
    var cursorRow = 0
    var cursorColumn = 0
    private var row = ""
    private var column = 0
    /// Neighbours in one style are written together.
    private var run = ""
    private var runStyle: TextStyle?

    init(width: Int, traits: OutputTraits) {
      self.width = width
      self.traits = traits
    }

    mutating func begin(_ prompt: String) {
      row = traits.styled(prompt, .faint)
      column = prompt.displayWidth
    }

    mutating func add(_ character: Character, _ style: TextStyle?) {
      let shown = ShownText.line(String(character))
      let wide = shown.displayWidth
      if column + wide > width { breakLine() }
      if style != runStyle { endRun() }
      runStyle = style
      run += shown
      column += wide
    }

    mutating func markCursor() {
      // Behind the last column the terminal is already on the next line.
      if column >= width { breakLine() }
      cursorRow = rows.count
      cursorColumn = column
    }

    mutating func breakLine() {
      endRun()
      rows.append(row)
      row = ""
      column = 0
    }

    private mutating func endRun() {
      row += runStyle.map { traits.styled(run, $0) } ?? run
      run = ""
      runStyle = nil
    }
  }
}
