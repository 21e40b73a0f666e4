/// Where each of many keys stands: a table of places alone, some eight bytes a key, where a dictionary takes fifty, and
/// while it grows that once more. The keys are kept by whoever asks.
struct KeyIndex: Sendable {
  private static let free = UInt32.max
  /// A power of two of them, at most two thirds taken.
  private var slots = [UInt32](repeating: Self.free, count: 8)
  private(set) var count = 0

  init() {}

  /// - Parameter key: the key that stands at a place.
  func place(of wanted: ElementKey, _ key: (UInt32) -> ElementKey) -> UInt32? {
    let taken = slots[slot(of: wanted, key)]
    return taken == Self.free ? nil : taken
  }

  /// Takes in the key that stands at a place; not one that stands at another already.
  mutating func insert(_ place: UInt32, _ key: (UInt32) -> ElementKey) {
    if (count + 1) * 3 > slots.count * 2 { grow(key) }
    let slot = slot(of: key(place), key)
    guard slots[slot] == Self.free else { return }
    slots[slot] = place
    count += 1
  }

  private mutating func grow(_ key: (UInt32) -> ElementKey) {
    let old = slots
    slots = [UInt32](repeating: Self.free, count: old.count * 2)
    for place in old where place != Self.free { slots[slot(of: key(place), key)] = place }
  }

  /// The one that holds the key's place, or else the free one where it belongs.
  private func slot(of wanted: ElementKey, _ key: (UInt32) -> ElementKey) -> Int {
    // Seeded anew in each process, so that no file can bring keys that all fall together.
    var slot = wanted.hashValue & (slots.count - 1)
    while slots[slot] != Self.free, key(slots[slot]) != wanted { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
