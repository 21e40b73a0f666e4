import QueryLanguage
import Testing

@Suite("printer and parser")
struct RoundTripTests {
  @Test("canonical text is printed as it was written", arguments: canonicalQueries)
  func canonical(_ text: String) throws {
    let query = try parse(text)
    #expect(query.description == text)
    #expect(try parse(query.description) == query)
  }

  @Test("other spellings are printed canonically", arguments: spellings)
  func spelling(_ text: String, _ canonical: String) throws {
    #expect(try parse(text).description == canonical)
    #expect(try parse(text) == parse(canonical))
  }

  @Test("what differs in meaning differs in the tree")
  func differences() throws {
    for (first, second) in [
      ("RETURN a - b - c", "RETURN a - (b - c)"), ("RETURN a OR b AND c", "RETURN (a OR b) AND c"),
      ("RETURN -2 ^ 2", "RETURN -(2 ^ 2)"), ("RETURN NOT a = b", "RETURN (NOT a) = b"),
      ("MATCH ()-->() RETURN 1", "MATCH ()<--() RETURN 1"), ("MATCH ()-[*]-() RETURN 1", "MATCH ()-[*1..]-() RETURN 1"),
      ("MATCH (:A|B) RETURN 1", "MATCH (:A:B) RETURN 1"), ("RETURN [x IN xs]", "RETURN [(x IN xs)]"),
    ] {
      #expect(try parse(first) != parse(second), "\(first) and \(second)")
    }
  }

  @Test("a column without alias is called what was written")
  func columnNames() throws {
    let text = "RETURN  n.name ,( 1+2 )*3, count( * ) /* rows */, x AS y, 'é'+\"ü\" ORDER BY n.name"
    guard case .return(let projection) = try parse(text).first.clauses[0] else {
      Issue.record("no RETURN")
      return
    }
    #expect(projection.items.map(\.columnName) == ["n.name", "( 1+2 )*3", "count( * )", "y", "'é'+\"ü\""])
  }

  @Test("ranges cover what was written, brackets included where they belong to an operand")
  func ranges() throws {
    let text = "MATCH (größe:A)-[r:R]->(b) WHERE (größe.x + 1) * 2 = 3 RETURN r"
    guard case .match(let match) = try parse(text).first.clauses[0] else {
      Issue.record("no MATCH")
      return
    }
    #expect(words(match.range, of: text) == "MATCH (größe:A)-[r:R]->(b) WHERE (größe.x + 1) * 2 = 3")
    let edge = try #require(match.patterns[0].steps[0].link.edge)
    #expect(words(edge.range, of: text) == "-[r:R]->")
    #expect(words(match.patterns[0].start.range, of: text) == "(größe:A)")
    guard case .comparison(let left, _)? = match.predicate?.kind else {
      Issue.record("no comparison")
      return
    }
    #expect(words(left.range, of: text) == "(größe.x + 1) * 2")
  }
}
