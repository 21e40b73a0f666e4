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
