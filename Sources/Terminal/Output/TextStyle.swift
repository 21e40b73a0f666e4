/// How a piece of text is set off: by the terminal's own eight colours, which its user has chosen.
public enum TextStyle: Sendable {
  case keyword, function, name, label, string, number, parameter, comment
  case error, warning, note, success
  case heading, faint

  /// The SGR parameters (ECMA-48, 8.3.117).
  private var parameters: String {
    switch self {
    case .keyword: "1;34"
    case .function: "36"
    case .name: "0"
    case .label: "35"
    case .string: "32"
    case .number: "33"
    case .parameter: "33"
    case .comment, .faint: "2"
    case .error: "1;31"
    case .warning: "1;33"
    case .note: "1;36"
    case .success: "32"
    case .heading: "1"
    }
  }

  func applied(to text: String) -> String { "\u{1B}[\(parameters)m\(text)\u{1B}[0m" }
}

/// Where output goes, and what may be done there.
public struct OutputTraits: Equatable, Sendable {
  public var isTerminal: Bool
  /// False without a terminal, and where `NO_COLOR` is set (https://no-color.org) or the terminal is `dumb`.
  public var hasColours: Bool
  /// Columns; nil without a terminal.
  public var width: Int?

  public init(isTerminal: Bool, hasColours: Bool, width: Int?) {
    self.isTerminal = isTerminal
    self.hasColours = hasColours
    self.width = width
  }

  /// Neither colours nor a width: a file or a pipe.
  public static let plain = OutputTraits(isTerminal: false, hasColours: false, width: nil)

  /// - Parameters:
  ///   - size: what the terminal says of its width, if it is one and says it.
  ///   - environment: `NO_COLOR` and `TERM` are looked at.
  public init(isTerminal: Bool, size: Int?, environment: [String: String]) {
    let refusesColours = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
    self.init(
      isTerminal: isTerminal, hasColours: isTerminal && !refusesColours,
      width: isTerminal ? (size.map { max(20, $0) } ?? 80) : nil)
  }

  public func styled(_ text: String, _ style: TextStyle) -> String {
    hasColours && !text.isEmpty ? style.applied(to: text) : text
  }
}
