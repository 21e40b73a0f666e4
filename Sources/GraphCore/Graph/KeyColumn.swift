/// The keys of the elements of one table, in as few bytes as they allow.
package struct KeyColumn: Sendable {
  package enum Storage: Sendable {
    /// `n5`, `n6`, …: one after the other.
    case serials(ElementKey.Serial, first: UInt64, count: Int)
    /// The reader's, all of one kind.
    case digests(ElementKey.Kind, [UInt64])
    case keys([ElementKey])
  }

  package let storage: Storage

  package init(storage: Storage) { self.storage = storage }

  static let empty = KeyColumn(storage: .keys([]))

  /// So many of no meaning, in no memory.
  package static func unknown(_ count: Int) -> KeyColumn {
    KeyColumn(storage: .serials(.node, first: 0, count: count))
  }

  var count: Int {
    switch storage {
    case .serials(_, _, let count): count
    case .digests(_, let digests): digests.count
    case .keys(let keys): keys.count
    }
  }

  subscript(row: Int) -> ElementKey {
    switch storage {
    case .serials(let kind, let first, _): ElementKey(kind, first + UInt64(row))
    case .digests(let kind, let digests): ElementKey(kind, bits: digests[row])
    case .keys(let keys): keys[row]
    }
  }

  /// Whether `row(of:)` always knows.
  var isCounted: Bool {
    if case .serials = storage { true } else { false }
  }

  /// nil if it has to be looked for: numbers alone are found by counting.
  func row(of key: ElementKey) -> Int?? {
    switch storage {
    case .serials(let kind, let first, let count):
      guard let serial = key.serial, serial.kind == kind, serial.number >= first, serial.number - first < count else {
        return .some(nil)
      }
      return Int(serial.number - first)
    case .digests(let kind, _): return key.digest?.kind == kind ? .none : .some(nil)
    case .keys: return .none
    }
  }

  /// The same keys in another order.
  func permuted(_ order: [UInt32]) -> KeyColumn {
    switch storage {
    case .serials: KeyColumn(storage: .keys(order.map { self[Int($0)] }))
    case .digests(let kind, let digests): KeyColumn(storage: .digests(kind, order.map { digests[Int($0)] }))
    case .keys(let keys): KeyColumn(storage: .keys(order.map { keys[Int($0)] }))
    }
  }
}

/// Keys as they come.
struct KeyColumnBuilder {
  private var storage = KeyColumn.Storage.keys([])

  var count: Int { column.count }
  var column: KeyColumn { KeyColumn(storage: storage) }

  subscript(row: Int) -> ElementKey { column[row] }

  mutating func append(_ key: ElementKey) {
    switch storage {
    case .serials(let kind, let first, let count):
      if let serial = key.serial, serial.kind == kind, serial.number > first, serial.number - first == UInt64(count) {
        storage = .serials(kind, first: first, count: count + 1)
      } else {
        mix(key)
      }
    case .digests(let kind, var digests):
      guard let digest = key.digest, digest.kind == kind else { return mix(key) }
      storage = .keys([])
      digests.append(digest.bits)
      storage = .digests(kind, digests)
    case .keys(var keys):
      if keys.isEmpty, let (kind, number) = key.serial {
        storage = .serials(kind, first: number, count: 1)
      } else if keys.isEmpty, let (kind, bits) = key.digest {
        storage = .digests(kind, [bits])
      } else {
        storage = .serials(.node, first: 0, count: 0)
        keys.append(key)
        storage = .keys(keys)
      }
    }
  }

  private mutating func mix(_ key: ElementKey) {
    let known = column
    storage = .keys((0..<known.count).map { known[$0] } + [key])
  }
}
