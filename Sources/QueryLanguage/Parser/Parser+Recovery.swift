import SourceText

extension Script {
  /// All mistakes of a statement that its text alone shows, in the order of the text: the one that `parse` throws, and
  /// those of the clauses behind it. Empty if it can be parsed.
  ///
  /// After a mistake the text is taken up again at the next word that a clause begins with, or at a WHERE; what cannot
  /// be told from a consequence of an earlier mistake is not reported.
  ///
  /// - Complexity: O(bytes · mistakes), of which at most `mostMistakes` are looked for.
  public func mistakes(in statement: Statement, limits: ParserLimits = .standard) -> [QueryError] {
    do throws(QueryError) {
      _ = try parse(statement, limits: limits)
      return []
    } catch {
      // A limit is about the statement as a whole.
      guard error.category != .resourceError else { return [error] }
      return [error] + furtherMistakes(in: statement, behind: error, limits)
    }
  }

  /// One byte into what was not expected: behind it, unless a clause begins there.
  private static func resumption(behind error: QueryError) -> Int { error.range.start + 1 }

  /// More are of no use to anyone.
  public static let mostMistakes = 10

  private func furtherMistakes(
    in statement: Statement, behind first: QueryError, _ limits: ParserLimits
  ) -> [QueryError] {
    var found: [QueryError] = []
    var reached = Self.resumption(behind: first)
    while found.count + 1 < Self.mostMistakes {
      var parser = parser(of: statement, limits)
      guard parser.takeUp(behind: reached) else { break }
      do throws(QueryError) {
        try parser.remainingClauses()
        break
      } catch {
        let next = Self.resumption(behind: error)
        guard next > reached, error.category != .resourceError else { break }
        found.append(error)
        reached = next
      }
    }
    return found
  }
}

extension Parser {
  /// Goes to the first clause that begins at this byte or behind it; false if there is none.
  fileprivate mutating func takeUp(behind offset: Int) -> Bool {
    while token.range.end <= offset, token.kind != .end { advance() }
    // A clause that stands where something else was expected is taken up itself.
    if token.range.start < offset, !beginsClause { advance() }
    return skipToClause()
  }

  private mutating func skipToClause() -> Bool {
    while token.kind != .end {
      if beginsClause { return true }
      advance()
    }
    return false
  }

  private var beginsClause: Bool {
    guard let keyword = token.keyword else { return false }
    if position > 0 {
      // Neither `STARTS WITH` nor a label or property that is called like a clause.
      if [.starts, .ends].contains(tokens[position - 1].keyword) { return false }
      switch tokens[position - 1].kind {
      case .symbol(.dot), .symbol(.colon), .symbol(.ampersand), .symbol(.bar), .symbol(.dollar): return false
      default: break
      }
    }
    return keyword == .where || (keyword.role == .clause && Keyword.clauseStarts.contains(keyword))
  }

  /// Clauses to the end of the text, with whatever stands between them passed over.
  fileprivate mutating func remainingClauses() throws(QueryError) {
    while skipToClause() {
      if take(.where) {
        _ = try predicate()
      } else if try clauseIfAny() == nil {
        advance()
        continue
      }
      if mayNotFollow { throw unexpectedAfterClause(.end) }
    }
  }

  /// Whether neither a clause nor the end of something around it stands here.
  private var mayNotFollow: Bool {
    switch token.kind {
    case .end, .symbol(.rightBrace), .symbol(.rightParenthesis), .symbol(.rightBracket), .symbol(.comma), .symbol(.bar):
      return false
    default:
      if beginsClause { return false }
      switch token.keyword {
      case .union, .except, .intersect, .otherwise, .next, .as, .without, .only, .when, .then, .else, .on: return false
      default: return true
      }
    }
  }
}
