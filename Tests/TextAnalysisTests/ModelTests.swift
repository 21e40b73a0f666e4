import Foundation
import SourceText
import Testing

@testable import TextAnalysis

@Test("the program carries a model that writes itself back as it was")
func roundTrip() throws {
  let bytes = try #require(EmbeddedFile.bytes(at: LanguageModel.embeddedPath))
  #expect(try LanguageModel(bytes: bytes).encoded() == bytes)
  #expect(bytes.count <= 20 << 20)
}

@Test("a damaged model is refused, wherever the damage is", arguments: [0, 4, 9, 17, 1_000_000, -1])
func damaged(_ place: Int) throws {
  var bytes = try #require(EmbeddedFile.bytes(at: LanguageModel.embeddedPath))
  bytes[place < 0 ? bytes.count + place : place] ^= 0x40
  #expect(throws: AnalysisError.self) { try LanguageModel(bytes: bytes) }
}

@Test("a model that was cut short is refused", arguments: [0, 19, 64, 100_000])
func cutShort(_ length: Int) throws {
  let bytes = try #require(EmbeddedFile.bytes(at: LanguageModel.embeddedPath))
  #expect(throws: AnalysisError.self) { try LanguageModel(bytes: Array(bytes.prefix(length))) }
}

@Test("a missing model file is named")
func missing() {
  #expect { try LanguageModel(contentsOf: URL(fileURLWithPath: "/nonexistent/some.model")) } throws: {
    ($0 as? AnalysisError)?.code == .unreadableModel
  }
}

@Test("a table gives back the weights it was built from")
func weights() {
  var generator = SystemRandomNumberGenerator()
  let seed = UInt32.random(in: 0...UInt32.max, using: &generator)
  var rows: [(key: UInt64, entries: [(label: Int, weight: Int32)])] = []
  for feature in 0..<200 as Range<UInt32> {
    let count = feature % 5 == 0 ? 40 : 3
    rows.append(
      (FeatureHash.key(1, feature, seed), (0..<count).map { ($0 * 3, Int32($0) - 20) }))
  }
  let table = WeightTable(rows: rows, bucketBits: 8)
  #expect(table.isSound)
  var board = ScoreBoard()
  for row in rows {
    // Another feature of the bucket may share the key's twelve bits by chance: leave such keys out.
    let twins = rows.filter { $0.key >> 52 == row.key >> 52 && $0.key & 255 == row.key & 255 }
    guard twins.count == 1 else { continue }
    var expected = [Int32](repeating: 0, count: WeightTable.classLimit)
    for entry in row.entries { expected[entry.label] += entry.weight }
    table.score([row.key], into: &board)
    #expect(board.scores == expected, "seed \(seed)")
  }
}

@Test(
  "lemma rules make the lemma they were made from",
  arguments: [
    ("was", "be"), ("Soldiers", "soldier"), ("BOMBED", "bomb"), ("Paris", "Paris"), ("better", "good"), ("’s", "'s"),
    ("Österreicher", "österreicher"), ("x", "x"), ("KENYA", "Kenya"), ("n't", "not"), ("Ångström", "Ångström"),
  ])
func lemmaRules(_ form: String, _ lemma: String) {
  let bytes = Array(form.utf8)
  #expect(LemmaRule(form: form, lemma: lemma).apply(to: bytes[...], lower: loweredBytes(bytes[...])) == lemma)
}

@Test(
  "lower case keeps lengths and agrees with Unicode for Latin letters", arguments: ["ÀÉÎÕÜÞ×÷ß", "ĀĐĹŃŐŠŹŽ", "AZaz09"])
func lowerCase(_ text: String) {
  #expect(String(decoding: loweredBytes(Array(text.utf8)[...]), as: UTF8.self) == text.lowercased())
}
