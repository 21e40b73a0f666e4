import SeededRandom
import SourceText
import Testing
import TextAnalysis

@testable import Extraction

/// Trees as no parser should give them, from the same seeds each time.
@Suite("Odd trees")
struct OddTreeTests {
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

    private func lemma(_ word: String) -> String {
      ["said": "say", "denied": "deny", "was": "be", "claims": "claim"][word] ?? word
    }

    /// A sentence with any tree and any columns.
    func sentence(_ numbers: inout SeededGenerator) -> String {
      let count = numbers.below(10) + 3
      let root = numbers.below(count) + 1
      return (1...count).map { place in
        let word = numbers.pick(words)
        // Below the root or a word on its side that is nearer to it: always a tree.
        let head = place == root ? 0 : place < root ? place + 1 + numbers.below(root - place) : place - 1
        let relation = place == root ? "root" : numbers.pick(relations)
        let part = numbers.pick(PartOfSpeech.allCases).rawValue
        return "\(word) \(lemma(word)) \(part) \(head) \(relation) \(numbers.pick(tags))"
      }.joined(separator: "\n")
    }

    /// The document with a few of its columns changed; heads stay in their sentences, rings may form.
    func changed(_ document: Document, _ numbers: inout SeededGenerator) -> Document {
      var tokens = document.tokens
      for _ in 0...numbers.below(6) {
        let sentence = numbers.pick(document.sentences).tokens
        let place = sentence.lowerBound + numbers.below(sentence.count)
        switch numbers.below(5) {
        case 0: tokens[place].deprel = numbers.pick(relations)
        case 1: tokens[place].xpos = numbers.pick(tags)
        case 2: tokens[place].upos = numbers.pick(PartOfSpeech.allCases)
        case 3: tokens[place].head = sentence.lowerBound + numbers.below(sentence.count)
        default:
          let (word, old) = (numbers.pick(words), tokens[place])
          tokens[place] = Token(
            range: old.range, form: word, lemma: lemma(word), upos: old.upos, xpos: old.xpos, head: old.head,
            deprel: old.deprel, hasSpaceBefore: old.hasSpaceBefore)
        }
      }
      return Document(text: document.text, sentences: document.sentences, tokens: tokens)
    }
  }

  @Test("any sentence comes out as if each repair had been asked at each word", arguments: 1...4 as ClosedRange<UInt64>)
  func everywhere(seed: UInt64) throws {
    let cues = CueTable(try Lexicon().cues)
    let columns = Columns()
    var numbers = SeededGenerator(seed: seed)
    var mended = 0
    for _ in 0..<1_000 {
      let trees = columns.sentence(&numbers)
      let parsed = document(trees)
      let tokens = TreeRepair(cues: cues).repaired(parsed).tokens
      #expect(tokens == TreeRepair(cues: cues, asksEverywhere: true).repaired(parsed).tokens, "\(trees)")
      if tokens != parsed.tokens { mended += 1 }
    }
    #expect(mended > 40)
  }

  @Test(
    "press sentences whose trees were changed are repaired as if asked everywhere, and read without a trap",
    arguments: 1...4 as ClosedRange<UInt64>)
  func changedTrees(seed: UInt64) throws {
    let reader = try ReadingForTests.reader.get()
    let sentences = MainVerbTests.all + UsualPressTests.all
    let columns = Columns()
    var numbers = SeededGenerator(seed: seed)
    var claimed = 0
    for number in 0..<100 {
      let contents = (0..<4).map { _ in numbers.pick(sentences).words }.joined(separator: "\n\n")
      let parsed = columns.changed(try reader.analyze(Text(origin: "report.txt", contents: contents)), &numbers)
      let repaired = TreeRepair(cues: reader.cues).repaired(parsed)
      let everywhere = TreeRepair(cues: reader.cues, asksEverywhere: true).repaired(parsed)
      #expect(repaired.tokens == everywhere.tokens, "seed \(seed), report \(number)")
      let analysis = reader.read(repaired).analysis
      #expect(analysis.claims.allSatisfy { $0.range.start < $0.range.end && $0.range.end <= contents.utf8.count })
      claimed += analysis.claims.count
    }
    #expect(claimed > 200)
  }
}
