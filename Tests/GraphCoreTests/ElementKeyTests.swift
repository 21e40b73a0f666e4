import Testing

@testable import GraphCore

@Suite("an element's key")
struct ElementKeyTests {
  @Test(
    "is the text it was made of",
    arguments: [
      "claim-0123456789abcdef", "report-ffffffffffffffff", "edge-0000000000000000", "n17", "", "claim-", "claim-12",
      "claim-0123456789ABCDEF", "claim-0123456789abcdef0", "claimant-0123456789abcdef", "place-0123456789abcde-",
    ])
  func text(_ text: String) {
    #expect(ElementKey(text).description == text)
    #expect(ElementKey(text) == ElementKey(String(text)))
  }

  @Test("sorts as its text does")
  func order() {
    let texts = [
      "event-00000000000000ff", "n2", "claim-ffffffffffffffff", "actor-0000000000000001", "claim-0000000000000000",
      "e1", "report-8000000000000000", "edge-7fffffffffffffff", "claim-x", "place-1111111111111111",
    ]
    #expect(texts.map { ElementKey($0) }.sorted().map(\.description) == texts.sorted())
  }

  @Test("tells what the reader made from what people made")
  func kinds() {
    #expect(ElementKey("claim-0123456789abcdef").readerKind == .claim)
    #expect(ElementKey(.place, digest: "x").readerKind == .place)
    #expect(ElementKey("n17").readerKind == nil)
    #expect(ElementKey("note-0123456789abcdef").readerKind == nil)
  }
}
