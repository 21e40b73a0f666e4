import QueryLanguage

/// Where LOAD CSV reads from. The executor opens no files itself: whoever runs a statement says what it may read.
public protocol TextLoading: Sendable {
  /// The text that a query names.
  ///
  /// - Throws: `TextLoadingError` for a name that may not be read, or cannot.
  func text(named name: String) throws(TextLoadingError) -> String
}

/// Why a text is not there.
public struct TextLoadingError: Error, Equatable, Sendable {
  public let code: QueryError.Code
  public let message: String
  /// What to do.
  public let suggestion: String?

  /// A limit or the world, or else what the query names.
  public var category: QueryError.Category {
    code == .memoryLimit || code == .storageFailed ? .resourceError : .argumentError
  }

  public init(_ code: QueryError.Code, _ message: String, suggestion: String? = nil) {
    self.code = code
    self.message = message
    self.suggestion = suggestion
  }
}
