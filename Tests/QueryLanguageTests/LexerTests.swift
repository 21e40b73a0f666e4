import QueryLanguage
import SeededRandom
import SourceText
import Testing

@Suite("lexer")
struct LexerTests {
  @Test(
    "tokens are what they look like",
    arguments: [
      ("a", LexedToken.Kind.word), ("_a1", .word), ("größe", .word), ("`a``b`", .quotedName), ("``", .quotedName),
      ("'a\\'b'", .string), ("\"\"", .string), ("12", .integer), ("0x1F", .integer), ("0o17", .integer), (".5", .float),
      ("1e9", .float), ("1.5E-3", .float), ("$a", .parameter), ("$0", .parameter), ("$`a b`", .parameter),
      ("// x", .comment), ("/* x\n */", .comment), ("<>", .symbol(.notEqual)), ("..", .symbol(.dots)),
      ("0x", .invalid(.invalidNumber)), ("1a", .invalid(.invalidNumber)), ("'a", .invalid(.unterminatedString)),
      ("'a\\", .invalid(.unterminatedString)), ("`a", .invalid(.unterminatedName)),
      ("/* a", .invalid(.unterminatedComment)), ("#", .invalid(.strayCharacter)),
      ("—", .invalid(.strayUnicodeCharacter)),
    ])
  func kinds(_ text: String, _ kind: LexedToken.Kind) {
    let tokens = Lexer.tokens(of: text)
    #expect(tokens.count == 2)
    #expect(tokens.first?.kind == kind)
    #expect(tokens.first?.range == SourceRange(0, text.utf8.count))
    #expect(tokens.last == LexedToken(.end, range: SourceRange(text.utf8.count, text.utf8.count)))
  }

  @Test("a span of integers is no float")
  func spans() {
    let kinds = Lexer.tokens(of: "1..3").map(\.kind)
    #expect(kinds == [.integer, .symbol(.dots), .integer, .end])
  }

  @Test("keywords are known in any case, and nothing else is", arguments: Keyword.allCases)
  func keywords(_ keyword: Keyword) {
    for spelling in [keyword.rawValue, keyword.rawValue.lowercased(), keyword.rawValue.uppercased()] {
      #expect(Lexer.tokens(of: spelling).first?.keyword == keyword)
      #expect(Keyword(word: spelling) == keyword)
    }
    #expect(Lexer.tokens(of: keyword.rawValue + "x").first?.keyword == nil)
    #expect(Lexer.tokens(of: "`\(keyword.rawValue)`").first?.keyword == nil)
  }

  @Test("every byte but space is in one token, in order", arguments: 0..<50 as Range<UInt64>)
  func covering(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "1", "'", "`", "\\", "/*", "*/", "//", "\n", " ", "é", "—", "$", "..", "0x", "{", ")", "\u{0}", "😀",
    ]
    let text = (0..<40).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
    let bytes = Array(text.utf8)
    var end = 0
    for token in Lexer.tokens(of: text) {
      #expect(token.range.start >= end)
      #expect(bytes[end..<token.range.start].allSatisfy { $0 == 0x20 || $0 == 0x0A }, "seed \(seed)")
      end = token.range.end
    }
    #expect(end == bytes.count)
  }
}

@Suite("script")
struct ScriptTests {
  @Test("statements end at `;` outside strings, names and comments")
  func splitting() {
    let text = "RETURN ';' AS `;` // ;\n;; /* ; */ RETURN 2 ;\n RETURN 3 -- "
    let statements = Script(text).statements
    #expect(statements.map { words($0.range, of: text) } == ["RETURN ';' AS `;`", "RETURN 2", "RETURN 3 --"])
    #expect(statements.map(\.isTerminated) == [true, true, false])
  }

  @Test("one wrong statement does not hide the others, and ranges are those of the script")
  func parsingAll() throws {
    let text = "RETURN 1;\nRETRN 2;\nRETURN x AS y"
    let statements = parseAll(text)
    #expect(statements.count == 3)
    #expect(throws: Never.self) { try statements[0].result.get() }
    guard case .failure(let error) = statements[1].result, case .success(let query) = statements[2].result else {
      Issue.record("\(statements)")
      return
    }
    #expect(words(error.range, of: text) == "RETRN")
    #expect(words(query.range, of: text) == "RETURN x AS y")
  }

  @Test("an empty script has no statements", arguments: ["", " ; ;", "// nothing"])
  func empty(_ text: String) {
    #expect(Script(text).statements.isEmpty)
  }
}
