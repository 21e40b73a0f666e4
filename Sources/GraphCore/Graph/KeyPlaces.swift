/// Where in an array of keys each of them stands: a table of places alone, some eight bytes a key, where a dictionary
/// takes fifty, and while it grows that once more. The array is kept by whoever asks.
struct KeyPlaces: Sendable {
  private static let free = UInt32.max
  /// A power of two of them, at most two thirds taken.
  private var slots = [UInt32](repeating: Self.free, count: 8)
  private(set) var count = 0

  init() {}

  /// The places of all that `isTaken` holds for; of one key the first counts.
  init(of keys: [ElementKey], where isTaken: (Int) -> Bool) {
    for place in keys.indices where isTaken(place) { insert(place, in: keys) }
  }

  func place(of key: ElementKey, in keys: [ElementKey]) -> Int? {
    let taken = slots[slot(of: key, in: keys)]
    return taken == Self.free ? nil : Int(taken)
  }

  /// Takes in the key that stands at a place; not one that stands at another already.
  mutating func insert(_ place: Int, in keys: [ElementKey]) {
    if (count + 1) * 3 > slots.count * 2 { grow(keys) }
    let slot = slot(of: keys[place], in: keys)
    guard slots[slot] == Self.free else { return }
    slots[slot] = UInt32(place)
    count += 1
  }

  private mutating func grow(_ keys: [ElementKey]) {
    let old = slots
    slots = [UInt32](repeating: Self.free, count: old.count * 2)
    for place in old where place != Self.free { slots[slot(of: keys[Int(place)], in: keys)] = place }
  }

  /// The one that holds the key's place, or else the free one where it belongs.
  private func slot(of key: ElementKey, in keys: [ElementKey]) -> Int {
    // Seeded anew in each process, so that no file can bring keys that all fall together.
    var slot = key.hashValue & (slots.count - 1)
    while slots[slot] != Self.free, keys[Int(slots[slot])] != key { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }
}
