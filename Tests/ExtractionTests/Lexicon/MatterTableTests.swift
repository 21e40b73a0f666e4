import Testing

@testable import Extraction

@Suite("Words for one matter")
struct MatterTableTests {
  private let table = MatterTable.embedded

  @Test("no form stands for two matters, and the program's table is whole")
  func doubtfulForms() {
    #expect(table.doubtful.isEmpty)
    #expect(table.matters.count > 500)
  }

  @Test(
    "each form of a word leads to what it tells of, regular or not",
    arguments: [
      ("arrests", "arrest"), ("detained", "arrest"), ("detention", "arrest"), ("jailing", "arrest"),
      ("stole", "steal"), ("thieves", "steal"), ("hid", "conceal"), ("concealing", "conceal"), ("bribes", "bribe"),
      ("crossed", "cross"), ("entering", "cross"), ("servicemen", "soldier"), ("armies", "soldier"),
      ("smuggled", "smuggle"), ("rigging", "rig"), ("transferred", "pay"), ("lying", "deceive"), ("fled", "flee"),
      ("batons", "beat"), ("levees", "dam"), ("matches", "match"),
    ])
  func forms(_ form: String, _ matter: String) {
    #expect(table.matter(of: form) == matter)
  }

  @Test("words of several senses stand for none", arguments: ["back", "lead", "club", "own", "level", "down", "close"])
  func leftOut(_ word: String) {
    #expect(table.matter(of: word) == nil || table.matter(of: word) == word)
  }

  @Test(
    "phrases stand for a matter in all forms of their first and last words, with others between where the table lets them",
    arguments: [
      ("no one set foot on the bank", "cross"), ("setting foot there", "cross"), ("they opened fire", "shoot"),
      ("was put to death", "kill"), ("men had set the old barn on fire", "burn"),
      ("took two men into custody", "arrest"),
      ("the director stepped down", "resign"), ("laid 60 workers off", "lay off"),
      ("thieves broke into it", "break in"),
      ("he covered it up", "conceal"), ("there was no cover-up", "conceal"),
      ("militants blew the bridge up", "explode"),
    ])
  func phrases(_ text: String, _ matter: String) {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    #expect(words.indices.contains { table.phrase(at: $0, of: words)?.matter == matter })
  }

  @Test("a phrase that stands for nothing hides what its words would stand for")
  func plainPhrases() throws {
    let words = ["released", "in", "order", "to", "talk"]
    let found = try #require(table.phrase(at: 1, of: words))
    #expect(found.matter == nil)
    #expect(found.places == [1, 2])
  }

  @Test("a mistake in the table is told with its place")
  func mistakes() {
    #expect(throws: LexiconError.self) {
      try MatterTable(LexiconFile(name: "m.tsv", contents: "arrest\tdead\tdetain\n"))
    }
  }
}
