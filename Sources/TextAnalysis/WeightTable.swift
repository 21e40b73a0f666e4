/// The weights of a linear model: for each feature, the classes it speaks for or against.
///
/// Laid out so that a lookup touches two places in memory. A feature's key selects a bucket; `starts` tells where the
/// bucket's stretch of `stream` begins. A stretch is a run of groups: a head (12 bits of the key, 4 bits count) and as
/// many entries (7 bits class, 9 bits weight, biased by 256). Features with more than 15 entries have several groups.
/// Twelve bits in buckets of about one feature let one unknown feature in four thousand be mistaken for another.
package struct WeightTable: Sendable {
  package static let classLimit = 128
  package static let weightLimit: Int32 = 255

  /// One entry per bucket and one more: indices into `stream`.
  let starts: [UInt32]
  let stream: [UInt16]
  private let mask: UInt64

  /// - Precondition: `starts` has a power of two and one entries, ascending, the last being the length of `stream`.
  ///   The model's reader checks this.
  init(starts: [UInt32], stream: [UInt16]) {
    self.starts = starts
    self.stream = stream
    mask = UInt64(max(1, starts.count - 1)) - 1
  }

  package var byteCount: Int { starts.count * 4 + stream.count * 2 }

  /// Sets the scores of all classes to the sums of the weights that the features give them.
  ///
  /// Three passes, so that the loads of one pass do not wait for each other: the bounds of the stretches, their first
  /// heads, then the sums. A parser's step asks for a hundred features in tables larger than the near caches.
  @inline(__always)
  func score(_ features: [UInt64], into board: inout ScoreBoard) {
    board.reset(featureCount: features.count)
    guard !stream.isEmpty else { return }
    // Unchecked access within bounds that `isSound` proved when the model was read; checks cost a fifth of the time.
    starts.withUnsafeBufferPointer { starts in
      stream.withUnsafeBufferPointer { stream in
        board.places.withUnsafeMutableBufferPointer { places in
          board.scores.withUnsafeMutableBufferPointer { scores in
            let last = UInt32(stream.count - 1)
            for index in features.indices {
              let bucket = Int(truncatingIfNeeded: features[index] & mask)
              places[index] = SIMD4(starts[bucket], starts[bucket + 1], 0, 0)
            }
            for index in features.indices { places[index].z = UInt32(stream[Int(min(places[index].x, last))]) }
            for index in features.indices {
              let place = places[index]
              let wanted = UInt32(truncatingIfNeeded: features[index] >> 52)
              var position = Int(place.x)
              var head = place.z
              let end = Int(place.y)
              while position < end {
                let next = position + 1 + Int(head & 15)
                if head >> 4 == wanted {
                  for entry in stream[(position + 1)..<next] { scores[Int(entry & 127)] &+= Int32(entry >> 7) &- 256 }
                }
                position = next
                if position < end { head = UInt32(stream[position]) }
              }
            }
          }
        }
      }
    }
  }

  /// Builds a table from features and their weights, the least of them left out.
  ///
  /// - Parameter rows: key, and class with weight; any order. The result depends on the set alone.
  package init(rows: [(key: UInt64, entries: [(label: Int, weight: Int32)])], bucketBits: Int) {
    let count = 1 << bucketBits
    let mask = UInt64(count - 1)
    let sorted = rows.sorted { ($0.key & mask, $0.key) < ($1.key & mask, $1.key) }
    var starts: [UInt32] = []
    starts.reserveCapacity(count + 1)
    var stream: [UInt16] = []
    var index = 0
    for bucket in 0..<UInt64(count) {
      starts.append(UInt32(stream.count))
      while index < sorted.count, sorted[index].key & mask == bucket {
        var entries = sorted[index].entries.sorted { $0.label < $1.label }[...]
        let fingerprint = UInt16(truncatingIfNeeded: sorted[index].key >> 52)
        while !entries.isEmpty {
          let group = entries.prefix(15)
          entries = entries.dropFirst(15)
          stream.append(fingerprint << 4 | UInt16(group.count))
          for entry in group {
            let weight = max(-Self.weightLimit, min(Self.weightLimit, entry.weight))
            stream.append(UInt16(weight + 256) << 7 | UInt16(entry.label))
          }
        }
        index += 1
      }
    }
    starts.append(UInt32(stream.count))
    self.init(starts: starts, stream: stream)
  }

  /// Whether every stretch is made of whole groups within the stream: what ``score(_:into:)`` relies on.
  var isSound: Bool {
    let buckets = starts.count - 1
    guard buckets >= 1, buckets & (buckets - 1) == 0, starts[0] == 0, Int(starts[buckets]) == stream.count else {
      return false
    }
    for bucket in 0..<buckets {
      var position = Int(starts[bucket])
      let end = Int(starts[bucket + 1])
      guard position <= end, end <= stream.count else { return false }
      while position < end { position += 1 + Int(stream[position] & 15) }
      guard position == end else { return false }
    }
    return true
  }
}

/// Scores of classes, and room for finding them; kept from step to step.
struct ScoreBoard {
  /// ``WeightTable/classLimit`` entries.
  fileprivate(set) var scores = [Int32](repeating: 0, count: WeightTable.classLimit)
  fileprivate var places: [SIMD4<UInt32>] = []

  fileprivate mutating func reset(featureCount: Int) {
    for label in scores.indices { scores[label] = 0 }
    while places.count < featureCount { places.append(SIMD4()) }
  }
}
