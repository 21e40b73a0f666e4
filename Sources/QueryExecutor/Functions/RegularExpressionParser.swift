import GraphCore
import QueryLanguage

/// Reads the syntax that regular expressions of most tools share.
struct RegularExpressionParser {
  private static let deepestGroup = 100
  private static let mostRepetitions = 1000

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0
  private var flags = Flags()

  private struct Flags {
    /// `i`
    var ignoresCase = false
    /// `s`: `.` reads line breaks too.
    var dotReadsAll = false
    /// `m`: `^` and `$` stand at every line.
    var isMultiline = false
  }

  init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

  mutating func parse() throws(FunctionFailure) -> RegularExpressionNode {
    let node = try alternatives()
    guard position == scalars.count else { throw failure("`)` without `(`") }
    return node
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func accept(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func accept(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  private func failure(_ message: String) -> FunctionFailure {
    FunctionFailure(
      .invalidArgumentValue, .argumentError, "invalid regular expression: \(message), at character \(position + 1)")
  }

  // MARK: Structure

  private mutating func alternatives() throws(FunctionFailure) -> RegularExpressionNode {
    var choices = [try sequence()]
    while accept("|") { choices.append(try sequence()) }
    return choices.count == 1 ? choices[0] : .alternatives(choices)
  }

  private mutating func sequence() throws(FunctionFailure) -> RegularExpressionNode {
    var parts: [RegularExpressionNode] = []
    while let next, next != "|", next != ")" { parts.append(try quantified()) }
    return parts.isEmpty ? .empty : .sequence(parts)
  }

  private mutating func quantified() throws(FunctionFailure) -> RegularExpressionNode {
    let node = try single()
    guard let (minimum, maximum) = try quantifier() else { return node }
    // Whether as much or as little as possible is taken makes no difference to whether the whole matches.
    if !accept("?"), next == "+" { throw failure("possessive quantifiers are not supported") }
    if let next, ["*", "+", "?", "{"].contains(next) { throw failure("nothing to repeat before `\(next)`") }
    return .repetition(node, minimum: minimum, maximum: maximum)
  }

  private mutating func quantifier() throws(FunctionFailure) -> (minimum: Int, maximum: Int?)? {
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    guard accept("{") else { return nil }
    guard let minimum = number() else { throw failure("a number is expected after `{`") }
    var maximum: Int? = minimum
    if accept(",") { maximum = number() }
    guard accept("}") else { throw failure("`}` is expected") }
    guard minimum <= Self.mostRepetitions, maximum ?? 0 <= Self.mostRepetitions else {
      throw failure("at most \(Self.mostRepetitions) repetitions can be counted")
    }
    if let maximum, maximum < minimum {
      throw failure("the bounds of `{\(minimum),\(maximum)}` are in the wrong order")
    }
    return (minimum, maximum)
  }

  private mutating func number() -> Int? {
    let digits = scalars[position...].prefix { "0"..."9" ~= $0 }
    position += digits.count
    // Nine of them are more than can be counted already.
    if digits.drop(while: { $0 == "0" }).count > 9 { return .max }
    return digits.isEmpty ? nil : digits.reduce(0) { min(1_000_000_000, $0 * 10 + Int($1.value - 48)) }
  }

  // MARK: Single steps

  private mutating func single() throws(FunctionFailure) -> RegularExpressionNode {
    guard let scalar = next else { return .empty }
    position += 1
    switch scalar {
    case "(": return try group()
    case "[": return .character(try characterClass())
    case ".": return .character(flags.dotReadsAll ? .any : .withinLine)
    case "^": return .boundary(flags.isMultiline ? .lineStart : .start)
    case "$": return .boundary(flags.isMultiline ? .lineEnd : .end)
    case "\\": return try escape()
    case "*", "+", "?", "{":
      position -= 1
      throw failure("nothing to repeat before `\(scalar)`")
    default: return literal(scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> RegularExpressionNode {
    .character(CharacterTest(members: [.range(scalar...scalar)], ignoresCase: flags.ignoresCase))
  }

  /// After `(`. Flags set inside hold to the group's end; `(?i)` alone holds to the end of the group around it.
  private mutating func group() throws(FunctionFailure) -> RegularExpressionNode {
    let outer = flags
    if accept("?") {
      if accept("<") {
        if next == "=" || next == "!" { throw failure("looking behind is not supported") }
        while let next, CharacterClass.word.contains(next) { position += 1 }
        guard accept(">") else { throw failure("`>` is expected after a group's name") }
      } else if next == "=" || next == "!" {
        throw failure("looking ahead is not supported")
      } else if next == ">" {
        throw failure("atomic groups are not supported")
      } else {
        try readFlags()
        if accept(")") { return .empty }
        guard accept(":") else { throw failure("unknown kind of group") }
      }
    }
    depth += 1
    guard depth <= Self.deepestGroup else { throw failure("groups are nested too deeply") }
    let node = try alternatives()
    depth -= 1
    flags = outer
    guard accept(")") else { throw failure("`)` is expected") }
    return node
  }

  private mutating func readFlags() throws(FunctionFailure) {
    var isOn = true
    while let flag = next, flag != ")", flag != ":" {
      position += 1
      switch flag {
      case "i": flags.ignoresCase = isOn
      case "s": flags.dotReadsAll = isOn
      case "m": flags.isMultiline = isOn
      // Cases are Unicode's anyway.
      case "u", "U": break
      case "-": isOn = false
      default: throw failure("unknown flag `\(flag)`")
      }
    }
  }

  // MARK: Escapes and classes

  private mutating func escape() throws(FunctionFailure) -> RegularExpressionNode {
    switch next {
    case "b": return boundary(.word)
    case "B": return boundary(.notWord)
    case "A": return boundary(.start)
    case "z", "Z": return boundary(.end)
    case "Q":
      position += 1
      var parts: [RegularExpressionNode] = []
      while let next, !accept("\\E") {
        parts.append(literal(next))
        position += 1
      }
      return .sequence(parts)
    case let digit? where "1"..."9" ~= digit: throw failure("back references are not supported")
    case "k": throw failure("back references are not supported")
    default:
      return .character(CharacterTest(members: [try member()], ignoresCase: flags.ignoresCase))
    }
  }

  private mutating func boundary(_ boundary: Boundary) -> RegularExpressionNode {
    position += 1
    return .boundary(boundary)
  }

  /// What stands after a backslash, inside or outside brackets.
  private mutating func member() throws(FunctionFailure) -> CharacterTest.Member {
    guard let scalar = next else { throw failure("nothing after `\\`") }
    position += 1
    switch scalar {
    case "d", "D": return .class(.digit, isNegated: scalar == "D")
    case "w", "W": return .class(.word, isNegated: scalar == "W")
    case "s", "S": return .class(.space, isNegated: scalar == "S")
    case "p", "P": return .class(try property(), isNegated: scalar == "P")
    case "t": return .range("\t"..."\t")
    case "n": return .range("\n"..."\n")
    case "r": return .range("\r"..."\r")
    case "f": return .range("\u{C}"..."\u{C}")
    case "x": return try accept("{") ? code(until: "}") : code(length: 2)
    case "u": return try code(length: 4)
    case "a"..."z", "A"..."Z", "0"..."9":
      position -= 1
      throw failure("unknown escape `\\\(scalar)`")
    default: return .range(scalar...scalar)
    }
  }

  private mutating func property() throws(FunctionFailure) -> CharacterClass {
    var name = ""
    if accept("{") {
      while let next, next != "}" {
        name.unicodeScalars.append(next)
        position += 1
      }
      guard accept("}") else { throw failure("`}` is expected") }
    } else if let next {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard name.first?.isUppercase == true, let found = CharacterClass(rawValue: name) else {
      let known = CharacterClass.allCases.map(\.rawValue).filter { $0.first?.isUppercase == true }
      throw failure("unknown property `\(name)`; known are \(known.joined(separator: ", "))")
    }
    return found
  }

  private mutating func code(length: Int) throws(FunctionFailure) -> CharacterTest.Member {
    let digits = scalars[position...].prefix(length)
    position += digits.count
    return try code(digits, isComplete: digits.count == length)
  }

  private mutating func code(until end: Unicode.Scalar) throws(FunctionFailure) -> CharacterTest.Member {
    let digits = scalars[position...].prefix { $0 != end }
    position += digits.count
    return try code(digits, isComplete: accept(end) && digits.count <= 6)
  }

  private func code(
    _ digits: ArraySlice<Unicode.Scalar>, isComplete: Bool
  ) throws(FunctionFailure) -> CharacterTest.Member {
    let text = String(String.UnicodeScalarView(digits))
    guard isComplete, text.first != "+", let number = UInt32(text, radix: 16), let scalar = Unicode.Scalar(number)
    else {
      throw failure("`\(text)` is no code point")
    }
    return .range(scalar...scalar)
  }

  /// After `[`.
  private mutating func characterClass() throws(FunctionFailure) -> CharacterTest {
    var test = CharacterTest(members: [], ignoresCase: flags.ignoresCase)
    test.isNegated = accept("^")
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      if scalar == "[" { throw failure("a class within a class is not supported; write `\\[` for the character") }
      if scalar == "&", position + 1 < scalars.count, scalars[position + 1] == "&" {
        throw failure("intersections of classes are not supported")
      }
      let first = try classMember()
      guard case .range(let low) = first, next == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        test.members.append(first)
        continue
      }
      position += 1
      guard case .range(let high) = try classMember() else { throw failure("a range ends with a character") }
      guard low.lowerBound <= high.lowerBound else { throw failure("the ends of a range are in the wrong order") }
      test.members.append(.range(low.lowerBound...high.lowerBound))
    }
    guard accept("]") else { throw failure("`]` is expected") }
    return test
  }

  private mutating func classMember() throws(FunctionFailure) -> CharacterTest.Member {
    if accept("\\") { return try member() }
    guard let scalar = next else { throw failure("`]` is expected") }
    position += 1
    return .range(scalar...scalar)
  }
}

extension CharacterTest {
  fileprivate static let any = CharacterTest(members: [], isNegated: true)

  /// All but what ends a line.
  fileprivate static let withinLine = CharacterTest(
    members: [.range("\n"..."\n"), .range("\r"..."\r"), .range("\u{85}"..."\u{85}"), .range("\u{2028}"..."\u{2029}")],
    isNegated: true)
}
