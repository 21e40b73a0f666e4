/// What stands around each stored blob: format version, length and checksum, so that a record cut short, changed or put in
/// another's place is found before anything in it is believed.
enum Envelope {
  /// Of this layout and of all payload layouts below it. A reader refuses others.
  private static let version: UInt8 = 2
  /// Version, length, checksum.
  private static let headerBytes = 1 + 8 + 8

  /// What a blob is, mixed into its checksum together with its number.
  enum Kind: UInt64 { case log = 1, catalogue, piece, state, report }

  static func sealed(_ payload: [UInt8], _ kind: Kind, number: Int64) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(version)
    writer.write(fixed: UInt64(payload.count))
    writer.write(fixed: Checksum.of(payload, seed: seed(kind, number)))
    writer.append(payload)
    return writer.bytes
  }

  /// A reader that stands at the start of the payload.
  static func opened(_ blob: [UInt8], _ kind: Kind, number: Int64) throws(DecodingFailure) -> ByteReader {
    var header = ByteReader(blob)
    let found = try header.byte()
    guard found == version else {
      throw DecodingFailure("a record has format \(found), not \(version): no released version wrote it")
    }
    let length = try header.fixed()
    let checksum = try header.fixed()
    guard length == UInt64(blob.count - headerBytes) else { throw DecodingFailure("a record has lost its end") }
    guard Checksum.of(blob[headerBytes...], seed: seed(kind, number)) == checksum else {
      throw DecodingFailure("a record does not fit its checksum")
    }
    return ByteReader(blob, from: headerBytes)
  }

  private static func seed(_ kind: Kind, _ number: Int64) -> UInt64 {
    kind.rawValue << 56 ^ UInt64(bitPattern: number)
  }
}
