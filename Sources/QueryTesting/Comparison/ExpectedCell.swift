import Hearsay

/// What a cell must be: a value of a certain type, or a pattern in which `…` stands for anything.
///
/// `144` is an integer, `144.0` a float, `Iran` a string, `'144'` a string, `2024-03-22` a date.
public enum ExpectedCell: Equatable, Sendable {
  /// `…` alone.
  case any
  /// The text that `CellText` gives for the value.
  case exact(String)
  /// The pieces between `…`.
  case pattern([String])
  /// Compared with a relative error of 1e-12, as results of sums depend on their order.
  case float(Double)

  public init(_ text: String) {
    if text == "…" {
      self = .any
    } else if text.contains("…") {
      self = .pattern(text.split(separator: "…", omittingEmptySubsequences: false).map(String.init))
    } else if CellText.needsEvaluation(text), let value = try? Literal.value(text) {
      self = Self(value)
    } else if Int64(text) == nil, text.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }), let number = Double(text) {
      self = .float(number)
    } else {
      self = .exact(text)
    }
  }

  private init(_ value: Value) {
    if case .float(let number) = value { self = .float(number) } else { self = .exact(CellText(value).full) }
  }

  /// The text that only one value has, for looking rows up; nil where several can match.
  var key: String? {
    if case .exact(let text) = self { text } else { nil }
  }

  public func matches(_ cell: CellText) -> Bool {
    switch self {
    case .any: true
    case .exact(let text): text == cell.full
    case .pattern(let parts): Self.matches(parts, cell.full) || cell.short.map { Self.matches(parts, $0) } ?? false
    case .float(let number): cell.number.map { Self.isNear($0, number) } ?? false
    }
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool {
    a == b || (a.isNaN && b.isNaN) || abs(a - b) <= 1e-12 * max(abs(a), abs(b))
  }

  /// The first piece at the start, the last at the end, the others in between in their order. As many steps as the text
  /// and the pattern are long, but for pieces that begin alike again and again.
  private static func matches(_ parts: [String], _ text: String) -> Bool {
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return false }
    var rest = Array(text.utf8)[...]
    guard rest.starts(with: first.utf8) else { return false }
    rest = rest.dropFirst(first.utf8.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let end = rest.endOfFirst(Array(part.utf8)) else { return false }
      rest = rest[end...]
    }
    return rest.count >= last.utf8.count && rest.suffix(last.utf8.count).elementsEqual(last.utf8)
  }
}

extension ArraySlice<UInt8> {
  /// Behind the first place where `piece` stands.
  fileprivate func endOfFirst(_ piece: [UInt8]) -> Int? {
    guard let head = piece.first else { return startIndex }
    var place = startIndex
    while place + piece.count <= endIndex {
      if self[place] == head, self[place..<place + piece.count].elementsEqual(piece) { return place + piece.count }
      place += 1
    }
    return nil
  }
}

/// One expected row.
public struct ExpectedRow: Equatable, Sendable {
  public let cells: [ExpectedCell]
  /// Of the file, from 1.
  public let line: Int

  func matches(_ row: [CellText]) -> Bool {
    cells.count == row.count && zip(cells, row).allSatisfy { $0.matches($1) }
  }
}
