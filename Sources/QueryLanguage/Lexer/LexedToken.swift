import SourceText

/// A piece of query text: a word, a literal, a symbol, a comment, or something that is none of these.
public struct LexedToken: Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// A name without quotes or a keyword (`keyword` tells which).
    case word
    /// A name in back quotes, which stand in the range.
    case quotedName
    /// A string with its quotes; escapes are not yet looked at.
    case string
    /// Decimal, hexadecimal or octal; may be too large.
    case integer
    case float
    /// `$name`, `$0` or `` $`name` ``
    case parameter
    /// `// …` to the end of the line, or `/* … */`.
    case comment
    case symbol(Symbol)
    case invalid(LexicalError)
    /// Where the text ends; empty. Only the last token is one.
    case end
  }

  public enum Symbol: String, Sendable {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case semicolon = ";"
    case colon = ":"
    case dot = "."
    case dots = ".."
    case bar = "|"
    case bars = "||"
    case ampersand = "&"
    case exclamation = "!"
    /// Behind a piece of a path that may be left out.
    case question = "?"
    case percent = "%"
    /// Before a bracket; with a name it is a parameter.
    case dollar = "$"
    case plus = "+"
    case plusEqual = "+="
    case minus = "-"
    case star = "*"
    case slash = "/"
    case caret = "^"
    case equal = "="
    case matches = "=~"
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  public enum LexicalError: Sendable {
    case unterminatedString
    case unterminatedComment
    case unterminatedName
    case invalidNumber
    /// An ASCII character that the language has no use for.
    case strayCharacter
    /// A character beyond ASCII that is neither part of a name nor space, such as a typographic dash.
    case strayUnicodeCharacter
  }

  public var kind: Kind
  /// Set for a `word` that the grammar knows. It may still be used as a name there.
  public var keyword: Keyword?
  public var range: SourceRange

  public init(_ kind: Kind, keyword: Keyword? = nil, range: SourceRange) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
  }
}
