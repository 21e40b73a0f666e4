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

  /// Adds the weights of each feature to the scores of the classes. `scores` has ``classLimit`` entries.
  @inline(__always)
  func add(_ features: [UInt64], to scores: inout [Int32]) {
    starts.withUnsafeBufferPointer { starts in
      stream.withUnsafeBufferPointer { stream in
        scores.withUnsafeMutableBufferPointer { scores in
          for feature in features {
            let bucket = Int(truncatingIfNeeded: feature & mask)
            var position = Int(starts[bucket])
            let end = Int(starts[bucket + 1])
            let wanted = UInt16(truncatingIfNeeded: feature >> 52)
            while position < end {
              let head = stream[position]
              let count = Int(head & 15)
              if head >> 4 == wanted {
                for entry in stream[(position + 1)..<(position + 1 + count)] {
                  scores[Int(entry & 127)] &+= Int32(entry >> 7) &- 256
                }
              }
              position += 1 + count
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

  /// Whether every stretch is made of whole groups within the stream: what ``add(_:to:)`` relies on.
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
