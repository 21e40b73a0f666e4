public import SourceText

/// Reports to be read, one after the other; they need not be in memory at once.
public struct Reports {
  private let forEach: (_ body: (Text) throws -> Void) throws -> Void

  init(forEach: @escaping (_ body: (Text) throws -> Void) throws -> Void) { self.forEach = forEach }

  public init(_ texts: [Text]) { self.init { body in for text in texts { try body(text) } } }

  /// - Throws: what keeps a report from being had, and what `body` throws.
  func forEach(_ body: (Text) throws -> Void) throws { try forEach(body) }
}
