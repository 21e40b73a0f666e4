import GraphCore
import Testing

@testable import Store

@Test(
  "the checksum is XXH64",
  arguments: [
    ("", 0, 0xEF46_DB37_51D8_E999), ("a", 0, 0xD24E_C4F1_A98C_6E5B), ("abc", 0, 0x44BC_2CF5_AD77_0999),
    ("Nobody inspects the spammish repetition", 0, 0xFBCE_A83C_8A37_8BF1),
  ] as [(String, UInt64, UInt64)])
func checksum(_ text: String, _ seed: UInt64, _ expected: UInt64) {
  #expect(Checksum.of(Array(text.utf8), seed: seed) == expected)
}

@Test(
  "numbers of every size read back", arguments: [0, 1, 127, 128, 16_383, 16_384, .max, .max - 1, 1 << 63] as [UInt64])
func numbers(_ number: UInt64) throws {
  var writer = ByteWriter()
  writer.write(varint: number)
  writer.write(signed: Int64(bitPattern: number))
  writer.write(fixed: number)
  var reader = ByteReader(writer.bytes)
  let (varint, signed, fixed) = (try reader.varint(), try reader.signed(), try reader.fixed())
  #expect(varint == number && signed == Int64(bitPattern: number) && fixed == number && reader.isAtEnd)
}

@Test("bytes of any kind decode to changes or fail, without trapping")
func anyBytes() {
  var state: UInt64 = 7
  func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
  var failures = 0
  for _ in 0..<20_000 {
    var reader = ByteReader((0..<(next() % 40)).map { _ in UInt8(next() % (next() % 2 == 0 ? 16 : 256)) })
    do { while !reader.isAtEnd { _ = try reader.change() } } catch { failures += 1 }
  }
  #expect(failures > 10_000)
}

@Test("every prefix of a record fails")
func prefixes() throws {
  var writer = ByteWriter()
  for change in sampleCommits[0].prefix(3) { try writer.write(change) }
  let sealed = Envelope.sealed(writer.bytes, .log, number: 1)
  for count in 0..<sealed.count {
    #expect(throws: DecodingFailure.self) { try Envelope.opened(Array(sealed.prefix(count)), .log, number: 1) }
  }
  #expect(throws: DecodingFailure.self) { try Envelope.opened(sealed, .log, number: 2) }
  #expect(throws: DecodingFailure.self) { try Envelope.opened(sealed, .catalogue, number: 1) }
}
