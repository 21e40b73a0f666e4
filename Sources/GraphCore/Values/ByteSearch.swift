import Foundation

/// Looks for a text in others, byte for byte. O(bytes of the other × bytes of the text) at worst; in texts, the time to find
/// the text's rarest byte.
package struct ByteSearch: Sendable {
  private let wanted: [UInt8]
  /// Where in it the rarest byte is.
  private let rarest: Int

  package init(_ text: String) {
    wanted = Array(text.utf8)
    rarest = wanted.indices.min { [wanted] in Self.commonness(wanted[$0]) < Self.commonness(wanted[$1]) } ?? 0
  }

  package func finds(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress, !wanted.isEmpty else { return wanted.isEmpty }
    // One byte at the speed of the library, the rest where it is found.
    var position = rarest
    let end = bytes.count - (wanted.count - 1 - rarest)
    while position < end {
      guard let found = memchr(start + position, Int32(wanted[rarest]), end - position) else { return false }
      if memcmp(found - rarest, wanted, wanted.count) == 0 { return true }
      position = start.distance(to: found.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return false
  }

  package func finds(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { finds(in: $0) }
  }

  /// The place of a byte among those that texts consist of, the rarest first.
  private static func commonness(_ byte: UInt8) -> Int {
    (Array("zqjxkvbpygfwmucldrhsnioate ".utf8).firstIndex(of: byte) ?? -1) + 1
  }
}
