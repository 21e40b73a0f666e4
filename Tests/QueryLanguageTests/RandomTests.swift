import QueryLanguage
import SeededRandom
import SourceText
import Testing

@Suite("random text")
struct RandomTests {
  private static let pieces: [String] =
    Keyword.allCases.map(\.rawValue) + [
      "(", ")", "[", "]", "{", "}", ",", ";", ":", ".", "..", "|", "||", "&", "!", "%", "+", "+=", "-", "*", "/", "^",
      "=",
      "=~", "<>", "<", "<=", ">", ">=", "-->", "<--", "--", "a", "b", "n", "`x y`", "``", "1", "2.5", "0x1F", "'s'",
      "$p",
      "$0", "(n)", "(a)-[r]->(b)", "MATCH (n)", "RETURN n", "AS OF", "WITHOUT SOURCE", "IS NULL", "x IN xs", "count(*)",
      "é",
      "—", "'", "//", "\n",
    ]

  @Test(
    "soup of tokens is parsed or refused, and what is parsed prints and parses back", arguments: 0..<40 as Range<UInt64>
  )
  func soup(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<250 {
      let count = Int.random(in: 1...20, using: &generator)
      let soup = (0..<count).compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined(separator: " ")
      try check(soup, seed)
      try check("RETURN " + soup, seed)
      try check("MATCH (n) WHERE " + soup + " RETURN n", seed)
    }
  }

  @Test("queries with pieces changed, too", arguments: 0..<40 as Range<UInt64>)
  func mutations(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed &+ 1_000_000)
    for _ in 0..<250 {
      guard let query = canonicalQueries.randomElement(using: &generator) else { continue }
      var tokens = Lexer.tokens(of: query).dropLast().map { words($0.range, of: query) }
      for _ in 0..<Int.random(in: 1...3, using: &generator) where !tokens.isEmpty {
        let place = Int.random(in: 0..<tokens.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: tokens.remove(at: place)
        case 1: tokens[place] = Self.pieces.randomElement(using: &generator) ?? "a"
        case 2: tokens.insert(Self.pieces.randomElement(using: &generator) ?? "a", at: place)
        default: tokens.swapAt(place, Int.random(in: 0..<tokens.count, using: &generator))
        }
      }
      try check(tokens.joined(separator: " "), seed)
    }
  }

  private func check(_ text: String, _ seed: UInt64) throws {
    let length = text.utf8.count
    for statement in parseAll(text) {
      switch statement.result {
      case .failure(let error):
        #expect(error.range.start >= 0 && error.range.end <= length, "seed \(seed): \(text)")
      case .success(let query):
        let again = try? parse(query.description)
        #expect(again == query, "seed \(seed): \(text) was printed as \(query)")
      }
    }
  }
}
