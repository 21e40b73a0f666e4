import Hearsay
public import SourceText

extension QueryFile {
  /// Files above this are no query files.
  public static let longestFile = 16 << 20

  /// O(length of the text).
  ///
  /// - Throws: `QueryFileError` for the first mistake.
  public init(_ text: Text) throws(QueryFileError) {
    guard text.contents.utf8.count <= Self.longestFile else {
      throw QueryFileError(
        file: text.origin, line: 1, column: 1,
        message: "the file has \(text.contents.utf8.count) bytes, a query file at most \(Self.longestFile)")
    }
    var parser = QueryFileParser(text)
    self = try parser.file()
  }
}

private struct QueryFileParser {
  let text: Text
  let lines: [FileLine]
  var next = 0
  var source: CaseSource?
  var importFolder: String?
  var names: Set<String> = []

  init(_ text: Text) {
    self.text = text
    lines = FileLine.lines(of: text)
  }

  mutating func file() throws(QueryFileError) -> QueryFile {
    let first = lines.firstIndex { $0.kind == .test } ?? lines.count
    while next < first {
      let line = lines[next]
      switch line.kind {
      case .header: try header(line)
      case .parameter: throw error(line, "a parameter belongs to a test; begin one with `//# test name`")
      case .expectation: throw error(line, "an expectation belongs to a test; begin one with `//# test name`")
      case .test, .remark, .query: break
      }
      next += 1
    }
    let setUp = statements(lines[..<first])
    var tests: [QueryTest] = []
    while next < lines.count { tests.append(try test()) }
    return QueryFile(text: text, source: source ?? .empty, importFolder: importFolder, setUp: setUp, tests: tests)
  }

  private mutating func header(_ line: FileLine) throws(QueryFileError) {
    let (key, value) = line.content.cut(at: ":")
    if value == nil, key == "empty" || key == "demo" {
      guard source == nil else { throw error(line, "the case is named a second time") }
      source = key == "empty" ? .empty : .demo
      return
    }
    guard let value else { throw error(line, "expected `//! case: demo`, `build: …`, `empty` or `import: …`") }
    switch key {
    case "case":
      guard source == nil else { throw error(line, "the case is named a second time") }
      source = try caseSource(value, line)
    case "build", "import":
      guard source == nil else { throw error(line, "the case is named a second time") }
      source = try caseSource(line.content, line)
    case "import-folder":
      guard importFolder == nil, !value.isEmpty else {
        throw error(line, "`import-folder` names one folder, such as `import-folder: data`")
      }
      importFolder = value
    default:
      let near = nearestName(to: key, among: ["case", "build", "import", "import-folder"])
      throw error(
        line, "unknown header `\(key)`" + (near.map { "; did you mean `\($0)`?" } ?? "; only `case` is known"))
    }
  }

  private func caseSource(_ content: String, _ line: FileLine) throws(QueryFileError) -> CaseSource {
    let (kind, value) = content.cut(at: ":")
    switch (kind, value) {
    case ("demo", nil): return .demo
    case ("empty", nil): return .empty
    case ("build", let patterns?) where !patterns.isEmpty:
      return .build(patterns.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init))
    case ("import", let file?) where !file.isEmpty: return .imported(file)
    case ("build", _): throw error(line, "`build` needs the reports' names, such as `build: reports/*.txt`")
    case ("import", _): throw error(line, "`import` needs a file, such as `import: graph.graphml`")
    default:
      let near = nearestName(to: kind, among: ["demo", "empty", "build", "import"])
      throw error(
        line,
        "unknown case `\(content)`; "
          + (near.map { "did you mean `\($0)`?" } ?? "expected `demo`, `empty`, `build: …` or `import: …`"))
    }
  }

  private mutating func test() throws(QueryFileError) -> QueryTest {
    let head = lines[next]
    let (name, tags) = try nameAndTags(head)
    next += 1
    let start = next
    var parameters: [String: Value] = [:]
    var expected: [FileLine] = []
    var lastQueryLine = head
    while next < lines.count, lines[next].kind != .test {
      let line = lines[next]
      switch line.kind {
      case .header: throw error(line, "a header stands before the first test")
      case .parameter:
        let (name, value) = try parameter(line)
        guard parameters.updateValue(value, forKey: name) == nil else {
          throw error(line, "parameter `\(name)` is given a second time")
        }
        if expected.isEmpty { lastQueryLine = line }
      case .expectation: expected.append(line)
      case .query:
        if !expected.isEmpty {
          throw error(line, "a statement after the expectations; begin a new test with `//# test name`")
        }
        lastQueryLine = line
      case .test, .remark: break
      }
      next += 1
    }
    let statements = statements(lines[start..<next])
    guard !statements.isEmpty else { throw error(head, "test `\(name)` has no statement") }
    let block = ExpectationBlock(
      lines: expected.map(\.number), anchor: lastQueryLine.number, indent: expected.first?.indent ?? head.indent)
    return QueryTest(
      name: name, tags: tags, remark: remark(lines[start..<next]), line: head.number, statements: statements,
      parameters: parameters,
      expectation: expected.isEmpty ? nil : try ExpectationParser(file: text).expectation(expected[...]), block: block)
  }

  private func remark(_ lines: ArraySlice<FileLine>) -> String? {
    let words = lines.prefix { $0.kind != .query && $0.kind != .expectation }.filter { $0.kind == .remark }
      .map { $0.content.drop { $0 == "/" }.trimmed }.filter { !$0.isEmpty }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private mutating func nameAndTags(_ line: FileLine) throws(QueryFileError) -> (String, [String]) {
    let words = line.content.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," }).map(String.init)
    guard words.first == "test", words.count > 1, words[1] != "tags:" else {
      throw error(line, "expected `//# test name`, a name without spaces")
    }
    guard words.count == 2 || words[2] == "tags:" else {
      throw error(line, "found `\(words[2])` behind the name, expected `tags: …` or nothing")
    }
    guard names.insert(words[1]).inserted else {
      throw error(line, "a second test is called `\(words[1])`; names in a file are distinct")
    }
    return (words[1], Array(words.dropFirst(3)))
  }

  private func parameter(_ line: FileLine) throws(QueryFileError) -> (String, Value) {
    let (name, literal) = line.content.cut(at: "=")
    guard let literal, !literal.isEmpty, name.isParameterName else {
      throw error(line, "expected `//? name = value`")
    }
    do throws(QueryError) {
      return (name, try Literal.value(literal))
    } catch {
      let offset = line.content.utf8.count - literal.utf8.count + min(error.range.start, literal.utf8.count)
      throw self.error(line, "parameter `\(name)`: \(error.diagnostic.sentence)", at: offset)
    }
  }

  private func statements(_ lines: ArraySlice<FileLine>) -> [QueryFile.Statement] {
    guard let first = lines.first, let last = lines.last else { return [] }
    let part = text.slice(SourceRange(first.range.start, last.range.end))
    let table = LineTable(part)
    return Script(part).statements.map { statement in
      QueryFile.Statement(
        text: part.utf8Slice(statement.range),
        line: first.number + table.position(of: statement.range.start).line - 1)
    }
  }

  /// - Parameter offset: in bytes of the line's content.
  private func error(_ line: FileLine, _ message: String, at offset: Int = 0) -> QueryFileError {
    QueryFileError(text, line, message, at: offset)
  }
}

extension QueryFileError {
  init(_ text: Text, _ line: FileLine, _ message: String, at offset: Int = 0) {
    let place = text.slice(SourceRange(line.range.start, line.contentOffset + offset)).unicodeScalars.count
    self.init(file: text.origin, line: line.number, column: place + 1, message: message)
  }
}

extension String {
  /// What stands before and behind the first `mark`, without space at the ends; nil if there is none.
  func cut(at mark: Character) -> (String, String?) {
    guard let place = firstIndex(of: mark) else { return (trimmed, nil) }
    return (self[..<place].trimmed, self[index(after: place)...].trimmed)
  }

  fileprivate var isParameterName: Bool {
    !isEmpty && unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isIDContinue }
  }
}

extension StringProtocol {
  /// Without spaces and tabs at the ends.
  var trimmed: String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return ""
    }
    return String(self[first...last])
  }
}
