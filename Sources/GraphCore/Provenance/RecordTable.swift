/// Records by key: side by side in the order of their coming, with a table of places beside them. A dictionary of records
/// as large as these keeps half as many again free.
package struct RecordTable<Key: Hashable & Sendable, Record: Sendable>: Sendable {
  /// One entry per key.
  package private(set) var values: [Record] = []
  private var places: [Key: UInt32] = [:]

  init() {}

  package var count: Int { values.count }
  package var keys: Dictionary<Key, UInt32>.Keys { places.keys }

  package subscript(key: Key) -> Record? { place(of: key).map { values[$0] } }

  /// Where in `values` the record stands: to look at a part of it without a copy of the whole.
  func place(of key: Key) -> Int? { places[key].map { Int($0) } }

  func contains(_ key: Key) -> Bool { places[key] != nil }

  /// In place of the one with that key, if there is one.
  mutating func insert(_ record: Record, for key: Key) {
    if let place = places[key] {
      values[Int(place)] = record
    } else {
      places[key] = UInt32(values.count)
      values.append(record)
    }
  }
}
