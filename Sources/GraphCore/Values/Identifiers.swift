/// Position of a node in one graph, from 0. Means nothing in another graph.
public struct NodeID: Hashable, Comparable, Sendable {
  @usableFromInline package let rawValue: UInt32
  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  /// Stands for null in a column of nodes; no graph has so many.
  package static let none = NodeID(.max)
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Position of an edge in one graph, from 0. Means nothing in another graph.
public struct EdgeID: Hashable, Comparable, Sendable {
  @usableFromInline package let rawValue: UInt32
  @inlinable
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  /// Stands for null in a column of edges.
  package static let none = EdgeID(.max)
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A label, an edge type or a property key, as its number in a graph's `Names`.
public struct LabelID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

public struct EdgeTypeID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

public struct PropertyKeyID: Hashable, Comparable, Sendable {
  package let rawValue: UInt32
  package init(_ rawValue: UInt32) { self.rawValue = rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What names a node or edge outside one graph in memory: in exports, in the case file, in `elementId`.
///
/// What the reader builds has a key made of its content (`claim-8f…`), so that the same reports give the same keys in
/// any order; what a person creates has the next number (`n17`, `e4`). Only letters, digits, `-` and `.`: an XML NMTOKEN.
///
/// The reader's keys and numbers are by far the most: they are held as 16 bytes in place.
public struct ElementKey: Hashable, Comparable, Sendable, CustomStringConvertible {
  private enum Form: Hashable, Sendable {
    /// A kind and 64 bits, written as 16 hexadecimal digits.
    case made(Kind, UInt64)
    /// A letter and a number without leading zeros.
    case serial(Serial, UInt64)
    /// Anything else.
    case text(String)

    /// Of keys that were made, one with the same digest and another kind is too rare to tell apart here.
    func hash(into hasher: inout Hasher) {
      switch self {
      case .made(_, let digest): hasher.combine(digest)
      case .serial(_, let number): hasher.combine(number)
      case .text(let text): hasher.combine(text)
      }
    }
  }

  private let form: Form

  public init(_ description: String) {
    form = Self.made(description) ?? Self.serial(description) ?? .text(description)
  }

  public var description: String {
    switch form {
    case .text(let text): text
    case .serial(let serial, let number): "\(serial.letter)\(number)"
    case .made(let kind, let digest): "\(kind.name)-\(Self.digits(of: digest))"
    }
  }

  public static func < (a: Self, b: Self) -> Bool {
    if case .made(let x, let first) = a.form, case .made(let y, let second) = b.form {
      return x == y ? first < second : x < y
    }
    return a.description < b.description
  }
}

extension ElementKey {
  /// What the keys of everything the reader makes begin with; people's keys have no hyphen. In the order of the names.
  package enum Kind: UInt8, CaseIterable, Comparable, Sendable {
    case actor, claim, edge, event, place, report

    package var name: String {
      switch self {
      case .actor: "actor"
      case .claim: "claim"
      case .edge: "edge"
      case .event: "event"
      case .place: "place"
      case .report: "report"
      }
    }

    fileprivate init?(name: some Sequence<UInt8>) {
      guard let kind = Self.allCases.first(where: { $0.name.utf8.elementsEqual(name) }) else { return nil }
      self = kind
    }

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// What the keys of elements that people create begin with.
  package enum Serial: UInt8, Sendable {
    case edge = 0x65
    case node = 0x6E

    fileprivate var letter: Character { Character(Unicode.Scalar(rawValue)) }
  }

  package init(_ serial: Serial, _ number: UInt64) { form = .serial(serial, number) }

  /// The number of what people created; nil for other keys.
  package var serial: (kind: Serial, number: UInt64)? {
    if case .serial(let kind, let number) = form { (kind, number) } else { nil }
  }

  /// The 64 bits of a key that the reader made; nil for other keys.
  package var digest: (kind: Kind, bits: UInt64)? {
    if case .made(let kind, let bits) = form { (kind, bits) } else { nil }
  }

  package init(_ kind: Kind, bits: UInt64) { form = .made(kind, bits) }

  package init(_ kind: Kind, digest: String) {
    form = Self.bits(of: digest.utf8).map { .made(kind, $0) } ?? .text("\(kind.name)-\(digest)")
  }

  /// The kind of element that the reader made under this key; nil for what people made.
  package var readerKind: Kind? {
    switch form {
    case .made(let kind, _): return kind
    case .serial: return nil
    case .text(let text):
      guard let hyphen = text.utf8.firstIndex(of: UInt8(ascii: "-")) else { return nil }
      return Kind(name: text.utf8[..<hyphen])
    }
  }

  package var isReaderMade: Bool { readerKind != nil }

  private static func made(_ text: String) -> Form? {
    let bytes = text.utf8
    guard let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), let kind = Kind(name: bytes[..<hyphen]) else {
      return nil
    }
    return self.bits(of: bytes[hyphen...].dropFirst()).map { .made(kind, $0) }
  }

  private static func serial(_ text: String) -> Form? {
    let bytes = text.utf8
    guard let first = bytes.first, let kind = Serial(rawValue: first), (2...20).contains(bytes.count) else {
      return nil
    }
    var number: UInt64 = 0
    for (place, byte) in bytes.dropFirst().enumerated() {
      // The twentieth digit could overflow; no graph counts so far.
      guard (0x30...0x39).contains(byte), place < 19, place > 0 || byte != 0x30 || bytes.count == 2 else { return nil }
      number = number * 10 + UInt64(byte - 0x30)
    }
    return .serial(kind, number)
  }

  /// Of 16 hexadecimal digits; nil for anything else.
  private static func bits(of digits: some Sequence<UInt8>) -> UInt64? {
    var digest: UInt64 = 0
    var count = 0
    for byte in digits {
      switch byte {
      case 0x30...0x39: digest = digest << 4 | UInt64(byte - 0x30)
      case 0x61...0x66: digest = digest << 4 | UInt64(byte - 0x61 + 10)
      default: return nil
      }
      count += 1
      guard count <= 16 else { return nil }
    }
    return count == 16 ? digest : nil
  }

  private static func digits(of digest: UInt64) -> String {
    String(unsafeUninitializedCapacity: 16) { buffer in
      for place in 0..<16 {
        let digit = UInt8(truncatingIfNeeded: digest >> UInt64(60 - 4 * place)) & 15
        buffer[place] = digit < 10 ? 0x30 + digit : 0x61 + digit - 10
      }
      return 16
    }
  }
}
