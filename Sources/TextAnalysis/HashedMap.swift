/// A fixed map from hashed keys to small numbers, laid out in two arrays: open addressing, key 0 marks a free slot.
package struct HashedMap: Sendable {
  let keys: [UInt32]
  let values: [UInt16]

  /// - Precondition: as many values as keys, a power of two of them, at least one key 0. The model's reader checks this.
  init(keys: [UInt32], values: [UInt16]) {
    self.keys = keys
    self.values = values
  }

  package init(_ entries: [UInt32: UInt16]) {
    var count = 4
    while count * 3 < entries.count * 4 + 4 { count *= 2 }
    var keys = [UInt32](repeating: 0, count: count)
    var values = [UInt16](repeating: 0, count: count)
    for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
      var slot = Int(key) & (count - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (count - 1) }
      keys[slot] = key
      values[slot] = value
    }
    self.init(keys: keys, values: values)
  }

  @inline(__always)
  package subscript(key: UInt32) -> UInt16? {
    var slot = Int(key) & (keys.count - 1)
    while keys[slot] != 0 {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  var isSound: Bool {
    !keys.isEmpty && keys.count & (keys.count - 1) == 0 && keys.count == values.count && keys.contains(0)
  }
}
