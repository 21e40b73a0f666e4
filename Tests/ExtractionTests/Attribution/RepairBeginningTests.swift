import SourceText
import Testing
import TextAnalysis

@testable import Extraction

@Suite("A repair begins where it says that it does")
struct RepairBeginningTests {
  /// What repairs ask for, and some that none asks for.
  private struct Columns {
    var relations: [String] = ["det", "case", "root", "nsubj", "mark", "aux", "punct", "advmod"]
    var tags: [String] = ["NN", "VB", "IN", "JJ", "DT", ",", "MD"]
    var words: [String] = ["that", "said", "denied", ",", "it", "army", "was", "not", "by", "false", "claims", "as"]

    init() {
      for repair in TreeRepair.inOrder {
        relations += repair.relations
        tags += repair.tags
        words += repair.words
      }
    }

    /// A sentence with any tree and any columns.
    func sentence(using numbers: inout some RandomNumberGenerator) -> String {
      let count = Int.random(in: 3...12, using: &numbers)
      let root = Int.random(in: 1...count, using: &numbers)
      return (1...count).map { place in
        let word = words.randomElement(using: &numbers) ?? "that"
        let part = PartOfSpeech.allCases.randomElement(using: &numbers) ?? .other
        // Below the root or a word on its side that is nearer to it: always a tree.
        let head = place == root ? 0 : place < root ? Int.random(in: place + 1...root, using: &numbers) : place - 1
        let relation = place == root ? "root" : relations.randomElement(using: &numbers) ?? "dep"
        let lemma = ["said": "say", "denied": "deny", "was": "be", "claims": "claim"][word] ?? word
        return "\(word) \(lemma) \(part.rawValue) \(head) \(relation) \(tags.randomElement(using: &numbers) ?? "NN")"
      }.joined(separator: "\n")
    }
  }

  @Test("any sentence comes out as if each repair had been asked at each word")
  func everywhere() throws {
    let cues = CueTable(try Lexicon().cues)
    let columns = Columns()
    var numbers = SystemRandomNumberGenerator()
    var mended = 0
    for _ in 0..<5_000 {
      let trees = columns.sentence(using: &numbers)
      let parsed = document(trees)
      let tokens = TreeRepair(cues: cues).repaired(parsed).tokens
      #expect(tokens == TreeRepair(cues: cues, asksEverywhere: true).repaired(parsed).tokens, "\(trees)")
      if tokens != parsed.tokens { mended += 1 }
    }
    #expect(mended > 200)
  }
}
