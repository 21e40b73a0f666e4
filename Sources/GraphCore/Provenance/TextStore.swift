/// Texts side by side in blocks of bytes: one costs its bytes and twelve more, and what grows never has to be copied whole.
struct TextStore: Sendable {
  private struct Place {
    let block: UInt32
    let start: UInt32
    let count: UInt32
  }

  private static let blockBytes = 1 << 20
  /// UTF-8. No text stands in two blocks: one that is longer has a block of its own.
  private var blocks: [[UInt8]] = []
  /// One entry per text.
  private var places: [Place] = []

  mutating func append(_ text: String) {
    let length = text.utf8.count
    if blocks.last.map({ $0.count + length > Self.blockBytes }) ?? true {
      var block: [UInt8] = []
      block.reserveCapacity(max(length, Self.blockBytes))
      blocks.append(block)
    }
    let block = blocks.count - 1
    places.append(Place(block: UInt32(block), start: UInt32(blocks[block].count), count: UInt32(length)))
    blocks[block].append(contentsOf: text.utf8)
  }

  /// Empty where there is none. O(bytes of the text).
  subscript(row: Int) -> String {
    guard places.indices.contains(row) else { return "" }
    let place = places[row]
    let start = Int(place.start)
    return String(decoding: blocks[Int(place.block)][start..<start + Int(place.count)], as: UTF8.self)
  }
}
