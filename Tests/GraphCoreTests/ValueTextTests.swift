import GraphCore
import SeededRandom
import Testing

@Suite("values as text")
struct ValueTextTests {
  @Test(
    "floats show the shortest digits that read back",
    arguments: [
      (1.0, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"), (123_456.789, "123456.789"), (9_999_999, "9999999.0"), (1e7, "1.0E7"),
      (1.5e10, "1.5E10"), (0.001, "0.001"), (0.00012, "1.2E-4"), (5e-324, "5.0E-324"),
      (1.7976931348623157e308, "1.7976931348623157E308"), (.infinity, "Infinity"),
      (0.30000000000000004, "0.30000000000000004"),
    ] as [(Double, String)])
  func floats(value: Double, text: String) {
    #expect(floatText(value) == text)
    #expect(value.isInfinite || Double(text) == value)
  }

  @Test("float text reads back as the same float", arguments: [31 as UInt64])
  func floatRoundTrip(seed: UInt64) {
    var numbers = SeededGenerator(seed: seed)
    for _ in 0..<5000 {
      let value = Double(bitPattern: numbers.next())
      guard value.isFinite else { continue }
      #expect(Double(floatText(value)) == value, "\(value), seed \(seed)")
      #expect(ShortestDecimal(value)?.value == value, "\(value), seed \(seed)")
    }
  }

  @Test(
    "literals quote and escape what needs it",
    arguments: [
      (.string("it's"), #"'it\'s'"#), (.string("a\\b\n\u{1}"), #"'a\\b\n\u0001'"#), (.null, "null"),
      (.boolean(true), "true"),
      (.integer(.min), "-9223372036854775808"), (.float(.nan), "(0.0 / 0.0)"),
      (.list([.integer(1), .string("x"), .null]), "[1, 'x', null]"),
      (.map(ValueMap([("b", .integer(1)), ("a key", .list([])), ("q`", .null)])), "{`a key`: [], b: 1, `q```: null}"),
      (.date(CalendarDate(epochDay: 0)), "'1970-01-01'"),
    ] as [(Value, String)])
  func literals(value: Value, text: String) {
    #expect(value.literalText == text)
  }

  @Test("plain text leaves out the quotes of what stands alone, not of what stands in a list")
  func plain() {
    #expect(Value.string("it's").plainText == "it's")
    #expect(Value.list([.string("a")]).plainText == "['a']")
    #expect(Value.date(CalendarDate(epochDay: 0)).plainText == "1970-01-01")
  }
}
