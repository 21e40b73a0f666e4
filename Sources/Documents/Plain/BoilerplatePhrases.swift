/// The words by which lines that are no news are known: `read more`, `all rights reserved`.
public struct BoilerplatePhrases: Sendable, Equatable {
  /// A line that begins with one, as a whole word, is boilerplate. Capitals count: they part `Read more` from prose.
  public let openings: [String]
  /// A line that holds one anywhere is boilerplate.
  public let anywhere: [String]
  /// A line that consists of one, marks and counts aside, is boilerplate.
  public let wholeLines: [String]

  private let openingIndex: PhraseBytes
  private let anywhereIndex: PhraseBytes
  private let wholeLineSet: Set<String>
  private let longestWholeLine: Int

  public init(openings: [String] = [], anywhere: [String] = [], wholeLines: [String] = []) {
    self.openings = openings
    self.anywhere = anywhere
    self.wholeLines = wholeLines
    openingIndex = PhraseBytes(openings)
    anywhereIndex = PhraseBytes(anywhere)
    wholeLineSet = Set(wholeLines)
    longestWholeLine = wholeLines.map(\.utf8.count).max() ?? 0
  }

  public static func == (a: Self, b: Self) -> Bool {
    a.openings == b.openings && a.anywhere == b.anywhere && a.wholeLines == b.wholeLines
  }

  func matches(_ line: String) -> Bool {
    let bytes = Array(line.utf8)
    return anywhereIndex.occur(in: bytes) || openingIndex.open(bytes) || isWholeLine(line)
  }

  private func isWholeLine(_ line: String) -> Bool {
    guard !wholeLineSet.isEmpty else { return false }
    if wholeLineSet.contains(line) { return true }
    let bare = line.drop { !$0.isLetter }
    guard let end = bare.lastIndex(where: \.isLetter) else { return false }
    let kernel = bare[...end]
    return kernel.utf8.count <= longestWholeLine && wholeLineSet.contains(String(kernel))
  }
}

/// Phrases by their first two bytes: of the hundreds of phrases, hardly one is compared at a place of a line.
private struct PhraseBytes: Sendable {
  /// The phrases that begin with a pair of bytes; a phrase of one byte stands under each pair that it begins.
  private var byStart: [UInt16: [[UInt8]]] = [:]
  /// Whether any phrase begins with the byte.
  private var isStart = [Bool](repeating: false, count: 256)

  init(_ phrases: [String]) {
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      guard let first = bytes.first else { continue }
      isStart[Int(first)] = true
      byStart[Self.key(first, bytes.count > 1 ? bytes[1] : nil), default: []].append(bytes)
    }
  }

  private static func key(_ first: UInt8, _ second: UInt8?) -> UInt16 { UInt16(first) << 8 | UInt16(second ?? 0) }

  /// Whether one of the phrases stands anywhere in the line.
  func occur(in line: [UInt8]) -> Bool {
    line.indices.contains { isStart[Int(line[$0])] && !matches(at: $0, in: line).isEmpty }
  }

  /// Whether the line begins with one of the phrases and no word goes on behind it.
  func open(_ line: [UInt8]) -> Bool {
    guard let first = line.first, isStart[Int(first)] else { return false }
    return matches(at: 0, in: line).contains { phrase in
      guard let last = String(decoding: phrase, as: UTF8.self).last, last.isLetter || last.isNumber,
        let next = String(decoding: line[phrase.count...].prefix(Self.longestLetter), as: UTF8.self).first
      else { return true }
      return !next.isLetter && !next.isNumber
    }
  }

  /// Bytes enough to tell whether they begin with a letter.
  private static let longestLetter = 8

  private func matches(at start: Int, in line: [UInt8]) -> [[UInt8]] {
    func find(_ key: UInt16) -> [[UInt8]] {
      (byStart[key] ?? []).filter { line[start...].starts(with: $0) }
    }
    let single = find(Self.key(line[start], nil))
    guard start + 1 < line.count, line[start + 1] != 0 else { return single }
    return single + find(Self.key(line[start], line[start + 1]))
  }
}
