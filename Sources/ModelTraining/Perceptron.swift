import TextAnalysis

/// An averaged perceptron in training: sparse rows of weights in one growing pool, found by feature key.
///
/// Rows appear when a feature first takes part in a mistake. Averages are kept lazily (Daumé 2006): each weight knows
/// when it was last changed and the sum of what it was before.
struct Perceptron {
  private struct Entry {
    var label: UInt8
    var weight: Int32
    var since: Int32
    var total: Int64
  }

  private struct Row {
    var start: Int32
    var count: UInt8
    var capacity: UInt8
    var mistakes: UInt16
  }

  private var keys: [UInt64]
  private var slots: [Int32]
  private var rowKeys: [UInt64] = []
  private var rows: [Row] = []
  private var pool: [Entry] = []
  /// Decisions so far.
  private var clock: Int32 = 1

  init() {
    keys = [UInt64](repeating: 0, count: 1 << 16)
    slots = [Int32](repeating: -1, count: 1 << 16)
  }

  mutating func tick() { clock += 1 }

  @inline(__always)
  private func find(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key ^ (key >> 40)) & (keys.count - 1)
    while slots[slot] >= 0, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  func score(_ features: [UInt64], into scores: inout [Int32]) {
    for label in scores.indices { scores[label] = 0 }
    for feature in features {
      let row = slots[find(feature)]
      guard row >= 0 else { continue }
      let start = Int(rows[Int(row)].start)
      for position in start..<(start + Int(rows[Int(row)].count)) {
        let entry = pool[position]
        scores[Int(entry.label)] &+= entry.weight
      }
    }
  }

  mutating func update(_ features: [UInt64], right: Int, wrong: Int) {
    for feature in features {
      let row = rowIndex(feature)
      if rows[row].mistakes < .max { rows[row].mistakes += 1 }
      change(row, UInt8(right), by: 1)
      change(row, UInt8(wrong), by: -1)
    }
  }

  private mutating func rowIndex(_ key: UInt64) -> Int {
    var slot = find(key)
    if slots[slot] >= 0 { return Int(slots[slot]) }
    if rows.count * 2 >= keys.count {
      grow()
      slot = find(key)
    }
    keys[slot] = key
    slots[slot] = Int32(rows.count)
    rows.append(Row(start: Int32(pool.count), count: 0, capacity: 2, mistakes: 0))
    rowKeys.append(key)
    pool.append(Entry(label: 0, weight: 0, since: 0, total: 0))
    pool.append(Entry(label: 0, weight: 0, since: 0, total: 0))
    return rows.count - 1
  }

  private mutating func grow() {
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    slots = [Int32](repeating: -1, count: keys.count)
    for (row, key) in rowKeys.enumerated() {
      let slot = find(key)
      keys[slot] = key
      slots[slot] = Int32(row)
    }
  }

  private mutating func change(_ row: Int, _ label: UInt8, by amount: Int32) {
    let start = Int(rows[row].start)
    for position in start..<(start + Int(rows[row].count)) where pool[position].label == label {
      pool[position].total += Int64(pool[position].weight) * Int64(clock - pool[position].since)
      pool[position].since = clock
      pool[position].weight += amount
      return
    }
    if rows[row].count == rows[row].capacity {
      let capacity = min(128, Int(rows[row].capacity) * 2)
      let moved = Int32(pool.count)
      // One by one: a slice of the pool would hold on to it, and appending then copies all of it.
      for position in start..<(start + Int(rows[row].count)) { pool.append(pool[position]) }
      for _ in Int(rows[row].count)..<capacity { pool.append(Entry(label: 0, weight: 0, since: 0, total: 0)) }
      rows[row].start = moved
      rows[row].capacity = UInt8(capacity)
    }
    pool[Int(rows[row].start) + Int(rows[row].count)] = Entry(label: label, weight: amount, since: clock, total: 0)
    rows[row].count += 1
  }

  /// The averaged weights of the features that took part in at least so many mistakes, in order of their key.
  func averages(leastMistakes: Int) -> [(key: UInt64, weights: [(label: UInt8, weight: Double)])] {
    var result: [(key: UInt64, weights: [(label: UInt8, weight: Double)])] = []
    for (index, row) in rows.enumerated() where Int(row.mistakes) >= leastMistakes {
      var weights: [(label: UInt8, weight: Double)] = []
      for position in Int(row.start)..<(Int(row.start) + Int(row.count)) {
        let entry = pool[position]
        let total = entry.total + Int64(entry.weight) * Int64(clock - entry.since)
        if total != 0 { weights.append((entry.label, Double(total) / Double(clock))) }
      }
      if !weights.isEmpty { result.append((rowKeys[index], weights)) }
    }
    return result.sorted { $0.key < $1.key }
  }

  var featureCount: Int { rows.count }
}

/// The mean of perceptrons that saw the same sentences in different orders. It costs no more to use than one of them
/// and errs less, since what each learned by chance cancels out.
struct PerceptronMixture {
  private var sums: [UInt64: [UInt8: Double]] = [:]
  private var count = 0

  mutating func add(_ perceptron: Perceptron, leastMistakes: Int) {
    count += 1
    for (key, weights) in perceptron.averages(leastMistakes: leastMistakes) {
      for (label, weight) in weights { sums[key, default: [:]][label, default: 0] += weight }
    }
  }

  /// - Parameters:
  ///   - scale: how much one unit of weight becomes.
  ///   - leastWeight: what is then smaller than this is left out: half of all weights lie below 2.
  func table(scale: Double, leastWeight: Int32 = 1, bucketBits: Int) -> WeightTable {
    var rows: [(key: UInt64, entries: [(label: Int, weight: Int32)])] = []
    for (key, weights) in sums {
      let entries = weights.compactMap { label, weight -> (label: Int, weight: Int32)? in
        let rounded = Int32((weight / Double(count) * scale).rounded())
        return abs(rounded) < leastWeight ? nil : (Int(label), rounded)
      }
      if !entries.isEmpty { rows.append((key, entries)) }
    }
    return WeightTable(rows: rows, bucketBits: bucketBits)
  }
}

/// A small generator of reproducible numbers (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
