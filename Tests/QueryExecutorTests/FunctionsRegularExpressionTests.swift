import Foundation
import GraphCore
import QueryExecutor
import QueryLanguage
import SeededRandom
import Testing

@Suite("regular expressions")
struct FunctionsRegularExpressionTests {
  @Test(
    "a pattern must match the whole text",
    arguments: [
      ("abc", "abc", true), ("ab", "abc", false), (".*b.*", "abc", true), ("", "", true), ("", "a", false),
      ("a|bc", "bc", true),
      ("(ab)+", "abab", true), ("(ab)+", "aba", false), ("a{2,3}", "aa", true), ("a{2,3}", "aaaa", false),
      ("a{2,}", "aaaaa", true),
      ("a{0}b", "b", true), ("[a-c]+", "abcb", true), ("[^a-c]+", "xyz", true), ("[^a-c]+", "xaz", false),
      ("[]a]+", "]a", true),
      ("[a-]+", "a-", true), (#"\d{4}-\d\d"#, "2024-03", true), (#"\w+\s\w+"#, "two words", true),
      (#"\D+"#, "12", false),
      ("(?i)crocus", "CROCUS", true), ("(?i)été", "ÉTÉ", true), ("(?i)[a-z]+", "ABC", true), ("a(?i)b|C", "c", true),
      ("(?i:a)b", "AB", false), ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("^abc$", "abc", true),
      ("a$b", "ab", false),
      (#".*\bcity\b.*"#, "the city hall", true), (#".*\bcity\b.*"#, "velocity", false), (#"\Qa.b\E"#, "a.b", true),
      (#"\Qa.b\E"#, "axb", false), (#"\u0041\x42\x{1F642}"#, "AB🙂", true), (#"\p{L}+"#, "Москва", true),
      (#"\P{L}+"#, "12", true),
      (#"\p{Lu}\p{Ll}*"#, "Париж", true), (#"a\.b"#, "a.b", true), ("(?<year>[0-9]+)x", "2024x", true),
      ("(a*)*", "aaab", false),
      ("(|a)*b", "aab", true), ("(?m)a\n^b$", "a\nb", true), (".", "🇺🇦", false), ("..", "🇺🇦", true),
      ("a*?b", "aab", true),
      ("(?-i)a", "A", false), ("[[:x]", "a", nil),
    ] as [(String, String, Bool?)])
  func matching(pattern: String, text: String, expected: Bool?) {
    #expect((try? RegularExpression(pattern).matches(text)) == expected, "\(pattern) on \(text)")
  }

  @Test(
    "what is malformed or cannot be matched in linear time is refused",
    arguments: [
      "(", ")", "a)", "[a", "[b-a]", "*a", "a**", "a{2", "a{3,2}", "a{x}", "a{1001}", #"(a)\1"#, "a(?=b)", "a(?<!b)",
      "a*+", "(?>a)",
      #"\"#, #"\y"#, #"\p{Klingon}"#, #"\x{110000}"#, "(?q)a", #"\x4"#, "[a&&b]", "(?<a", #"[\d-"#,
    ])
  func refused(pattern: String) {
    #expect(
      failure { () throws(FunctionFailure) in try ScalarPredicates.matches(.string("a"), .string(pattern)) }
        == .invalidArgumentValue)
  }

  @Test("a pattern that grows too large or too deep is refused")
  func tooLarge() {
    for pattern in [
      "((a{1000}){1000}){1000}", String(repeating: "(", count: 100_000), String(repeating: "a", count: 100_000),
      String(repeating: "a?", count: 100_000), String(repeating: "a*?", count: 100_000),
    ] {
      #expect(
        failure { () throws(FunctionFailure) in try ScalarPredicates.matches(.string("a"), .string(pattern)) }
          == .invalidArgumentValue)
    }
  }

  @Test("patterns that drive backtracking engines to exponential time come to an end")
  func hostile() throws {
    let text = String(repeating: "a", count: 20_000) + "!"
    for pattern in ["(a+)+", "(a|a)*", "(a|aa)+", "(.*)*x", "(a?){30}a{30}"] {
      #expect(try !RegularExpression(pattern).matches(text))
    }
  }

  @Test("what a matcher has learned, and has had to forget, makes no difference to later texts")
  func manyTexts() throws {
    // The states are as many as there are ways the last fourteen letters can fall.
    let matcher = RegularExpressionMatcher(try RegularExpression("[aбé]*a[abбé]{13}"))
    var numbers = SeededGenerator(seed: 53)
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 10...60, using: &numbers)).map { _ in
        "aaaбé".randomElement(using: &numbers) ?? "a"
      }
      let expected = text.count > 13 && text[text.count - 14] == "a"
      #expect(matcher.matches(String(text)) == expected, "\(String(text))")
    }
  }

  @Test("bytes that are no UTF-8 are characters like others")
  func brokenBytes() throws {
    let matcher = RegularExpressionMatcher(try RegularExpression("a.b"))
    for middle: [UInt8] in [[0xFF], [0xE2], [0xC3], [0x80]] {
      let bytes = Array("a".utf8) + middle + Array("b".utf8)
      #expect(bytes.withUnsafeBufferPointer { matcher.matches($0) }, "\(middle)")
    }
  }

  @Test("random patterns match what Foundation's engine matches", arguments: [51 as UInt64, 52])
  func secondOpinion(seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    func pattern(_ depth: Int) -> String {
      switch Int.random(in: 0..<(depth > 0 ? 8 : 3), using: &numbers) {
      case 0: return ["a", "b", "c", "🙂", #"\b"#, #"\B"#, "^", "$"].randomElement(using: &numbers) ?? "a"
      case 1: return ["[ab]", "[^a]", "."].randomElement(using: &numbers) ?? "."
      case 2: return "a"
      case 3:
        return "(?:" + pattern(depth - 1) + ")" + (["*", "+", "?", "{1,2}"].randomElement(using: &numbers) ?? "*")
      case 4: return "(?:" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
      default: return pattern(depth - 1) + pattern(depth - 1)
      }
    }
    for _ in 0..<300 {
      let text = String(
        (0..<Int.random(in: 0...6, using: &numbers)).map { _ in "abc 🙂".randomElement(using: &numbers) ?? "a" })
      let source = pattern(4)
      let foundation = try NSRegularExpression(pattern: "\\A(?:" + source + ")\\z")
      let expected = foundation.firstMatch(in: text, range: NSRange(location: 0, length: text.utf16.count)) != nil
      #expect(try RegularExpression(source).matches(text) == expected, "\(source) on \(text), seed \(seed)")
    }
  }
}
