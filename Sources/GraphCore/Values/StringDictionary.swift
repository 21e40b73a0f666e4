import Foundation
import Synchronization

/// Distinct strings with a code each, their bytes side by side. Two columns with the same dictionary compare by code.
///
/// A string costs its bytes and eight more; looking for many costs a table of places, O(strings).
public final class StringDictionary: Sendable {
  package static let nullCode = UInt32.max
  /// UTF-8, each string right behind the one before it.
  private let bytes: [UInt8]
  /// Where each string begins, and one more entry: the end of the last.
  private let offsets: [Int]
  private let search: Mutex<Search>

  /// `strings` are taken as distinct; the code of each is its position.
  package convenience init(_ strings: [String]) {
    let builder = StringDictionaryBuilder()
    for string in strings { _ = builder.code(of: string) }
    self.init(builder)
  }

  package convenience init(_ builder: StringDictionaryBuilder) {
    self.init(bytes: builder.bytes, offsets: builder.offsets)
  }

  /// - Parameters:
  ///   - bytes: the UTF-8 of all strings, which are taken as distinct.
  ///   - offsets: where each begins and the last ends; ascending, within the bytes.
  package init(bytes: [UInt8], offsets: [Int]) {
    self.bytes = bytes
    self.offsets = offsets
    search = Mutex(Search())
  }

  package var count: Int { offsets.count - 1 }

  /// The strings for kernels, as bytes.
  package struct Texts {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let offsets: UnsafeBufferPointer<Int>

    /// nil for the code of null.
    @inline(__always)
    package func text(_ code: UInt32) -> UnsafeBufferPointer<UInt8>? {
      guard code != StringDictionary.nullCode else { return nil }
      precondition(Int(code) + 1 < offsets.count, "a code of this dictionary")
      return UnsafeBufferPointer(rebasing: bytes[offsets[Int(code)]..<offsets[Int(code) + 1]])
    }
  }

  /// - Parameter body: must not let them out.
  package func withTexts<Result>(_ body: (Texts) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      offsets.withUnsafeBufferPointer { body(Texts(bytes: bytes, offsets: $0)) }
    }
  }

  private struct Search {
    /// Where strings are found by their hash, once that pays.
    var places: StringPlaces?
    var scans = 0
  }

  /// A table of places costs as much as some forty looks at all strings; who asks once does not wait for it.
  private static let mostScans = 8

  /// nil if no row can hold that string. O(strings) for the first calls, and once to make a table; O(1) from then on.
  package func code(of string: String) -> UInt32? {
    var string = string
    return string.withUTF8 { wanted in
      search.withLock { search in
        if search.places == nil, search.scans < Self.mostScans {
          search.scans += 1
          return scan(for: wanted)
        }
        let places =
          search.places ?? StringPlaces(count: count) { code in self.withBytes(of: code) { StringPlaces.hash($0) } }
        search.places = places
        return places.code(StringPlaces.hash(wanted)) { code in self.withBytes(of: code) { $0.elementsEqual(wanted) } }
      }
    }
  }

  private func scan(for wanted: UnsafeBufferPointer<UInt8>) -> UInt32? {
    offsets.withUnsafeBufferPointer { offsets in
      bytes.withUnsafeBufferPointer { bytes in
        for code in 0..<(offsets.count - 1) where offsets[code + 1] - offsets[code] == wanted.count {
          if bytes[offsets[code]..<offsets[code + 1]].elementsEqual(wanted) { return UInt32(code) }
        }
        return nil
      }
    }
  }

  package func string(_ code: UInt32) -> String {
    withBytes(of: code) { String(decoding: $0, as: UTF8.self) }
  }

  package func value(_ code: UInt32) -> Value { code == Self.nullCode ? .null : .string(string(code)) }

  /// Whether a string of the dictionary holds another, byte for byte: see `ByteSearch`.
  package func contains(_ part: String) -> (UInt32) -> Bool {
    let search = ByteSearch(part)
    return { code in self.withBytes(of: code) { search.finds(in: $0) } }
  }

  /// Whether a string of the dictionary begins with another, byte for byte.
  package func starts(with part: String) -> (UInt32) -> Bool {
    let wanted = Array(part.utf8)
    return { code in
      self.withBytes(of: code) { bytes in
        guard let start = bytes.baseAddress, bytes.count >= wanted.count else { return wanted.isEmpty }
        return memcmp(start, wanted, wanted.count) == 0
      }
    }
  }

  /// Whether a string of the dictionary ends with another, byte for byte.
  package func ends(with part: String) -> (UInt32) -> Bool {
    let wanted = Array(part.utf8)
    return { code in
      self.withBytes(of: code) { bytes in
        guard let start = bytes.baseAddress, bytes.count >= wanted.count else { return wanted.isEmpty }
        return memcmp(start + (bytes.count - wanted.count), wanted, wanted.count) == 0
      }
    }
  }

  /// Negative if the first of two strings comes before the second, by bytes, which is the order of code points.
  package func order(_ a: UInt32, _ b: UInt32) -> Int {
    withBytes(of: a) { left in
      withBytes(of: b) { right in
        let length = min(left.count, right.count)
        guard length > 0, let first = left.baseAddress, let second = right.baseAddress else {
          return left.count - right.count
        }
        let result = Int(memcmp(first, second, length))
        return result != 0 ? result : left.count - right.count
      }
    }
  }

  /// The first eight bytes of a string as a number, zeros behind a shorter one: of two strings the one with the lesser number
  /// comes first, of those with the same either may.
  package func firstBytes(_ code: UInt32) -> UInt64 {
    withBytes(of: code) { bytes in
      var first: UInt64 = 0
      withUnsafeMutableBytes(of: &first) {
        $0.copyMemory(from: UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes.prefix(8))))
      }
      return UInt64(bigEndian: first)
    }
  }

  /// The UTF-8 of all strings, one behind the other.
  package func withAllBytes(_ body: (UnsafeBufferPointer<UInt8>) -> Void) { bytes.withUnsafeBufferPointer(body) }

  /// The UTF-8 of a string without a copy.
  @inline(__always)
  package func withBytes<Result>(of code: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = offsets[Int(code)]..<offsets[Int(code) + 1]
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

/// A dictionary while it is made: shared by all columns that are to compare by code.
package final class StringDictionaryBuilder {
  private var table = StringTable()

  var bytes: [UInt8] { table.bytes }
  var offsets: [Int] { table.offsets }

  package init() {}

  package func code(of string: String) -> UInt32 { table.code(of: string) }

  /// - Parameter utf8: valid UTF-8.
  func code(of utf8: UnsafeBufferPointer<UInt8>) -> UInt32 { table.code(of: utf8) }

  func string(_ code: UInt32) -> String { table.string(code) }
}

/// Strings that differ, numbered in the order in which they come, their bytes side by side.
package struct StringTable: Sendable {
  private(set) var bytes: [UInt8] = []
  private(set) var offsets = [0]
  private var places = StringPlaces()

  package init() {}

  package mutating func code(of string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { code(of: $0) }
  }

  /// - Parameter utf8: valid UTF-8.
  mutating func code(of utf8: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let hash = StringPlaces.hash(utf8)
    if let known = places.code(hash, where: { holds(utf8, at: $0) }) { return known }
    let code = UInt32(offsets.count - 1)
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
    places.insert(code, hash)
    return code
  }

  package func string(_ code: UInt32) -> String {
    String(decoding: bytes[offsets[Int(code)]..<offsets[Int(code) + 1]], as: UTF8.self)
  }

  private func holds(_ utf8: UnsafeBufferPointer<UInt8>, at code: UInt32) -> Bool {
    let range = offsets[Int(code)]..<offsets[Int(code) + 1]
    return bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[range]).elementsEqual(utf8) }
  }
}

/// Where strings stand by their hashes: open addressing with the hash beside the code, so that few strings are looked at
/// that are not meant.
private struct StringPlaces: Sendable {
  private static let free = UInt64.max
  /// The hash above the code. A power of two of them, at most two thirds taken.
  private var slots: [UInt64]
  private var count = 0

  init() { slots = Array(repeating: Self.free, count: 16) }

  init(count: Int, _ hash: (UInt32) -> UInt32) {
    var capacity = 16
    while capacity * 2 <= count * 3 { capacity *= 2 }
    slots = Array(repeating: Self.free, count: capacity)
    for code in 0..<UInt32(count) { insert(code, hash(code)) }
  }

  /// Seeded anew in each process, so that no file can bring strings that all fall together.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  func code(_ hash: UInt32, where isMeant: (UInt32) -> Bool) -> UInt32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != Self.free {
      let code = UInt32(truncatingIfNeeded: slots[slot])
      if slots[slot] >> 32 == UInt64(hash), isMeant(code) { return code }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  mutating func insert(_ code: UInt32, _ hash: UInt32) {
    if (count + 1) * 3 > slots.count * 2 {
      let old = slots
      slots = Array(repeating: Self.free, count: old.count * 2)
      for entry in old where entry != Self.free { put(entry) }
    }
    put(UInt64(hash) << 32 | UInt64(code))
    count += 1
  }

  private mutating func put(_ entry: UInt64) {
    var slot = Int(entry >> 32) & (slots.count - 1)
    while slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
  }
}
