import GraphCore
import QueryLanguage

/// A regular expression for `=~`, which must match the whole text.
///
/// Matching takes time linear in the text for any pattern: all ways through it are followed at once (Thompson, "Regular
/// expression search algorithm", 1968), none is tried and given up. What that rules out is refused with words: back
/// references, looking around, possessive quantifiers. Code points are the characters.
package struct RegularExpression: Sendable {
  /// What a pattern may grow to, its counted repetitions written out. The bound on work per code point of text.
  static let longestProgram = 4000

  let program: [Instruction]

  /// - Throws: `invalidArgumentValue` if the pattern is malformed or too large, or asks for what is ruled out.
  package init(_ pattern: String) throws(FunctionFailure) {
    var parser = RegularExpressionParser(pattern)
    var compiler = Compiler(pattern: pattern)
    try compiler.append(try parser.parse())
    try compiler.append(.end)
    program = compiler.program
  }

  /// Whether it matches one text. Who has many keeps a `RegularExpressionMatcher`.
  package func matches(_ text: String) -> Bool { RegularExpressionMatcher(self).matches(text) }
}

extension RegularExpression {
  enum Instruction: Sendable {
    case read(CharacterTest)
    case require(Boundary)
    case jump(Int)
    case split(Int, Int)
    case end
  }
}

private struct Compiler {
  let pattern: String
  var program: [RegularExpression.Instruction] = []

  mutating func append(_ instruction: RegularExpression.Instruction) throws(FunctionFailure) {
    guard program.count < RegularExpression.longestProgram else {
      throw FunctionFailure(
        .invalidArgumentValue, .argumentError,
        "the regular expression is too large: more than \(RegularExpression.longestProgram) steps when written out")
    }
    program.append(instruction)
  }

  mutating func append(_ node: RegularExpressionNode) throws(FunctionFailure) {
    switch node {
    case .empty: break
    case .character(let test): try append(.read(test))
    case .boundary(let boundary): try append(.require(boundary))
    case .sequence(let parts): for part in parts { try append(part) }
    case .alternatives(let choices): try append(alternatives: choices)
    case .repetition(let part, let minimum, let maximum): try append(part, minimum, maximum)
    }
  }

  private mutating func append(alternatives choices: [RegularExpressionNode]) throws(FunctionFailure) {
    var ends: [Int] = []
    for (index, choice) in choices.enumerated() {
      let isLast = index == choices.count - 1
      let split = program.count
      if !isLast { try append(.split(split + 1, split + 1)) }
      try append(choice)
      if isLast { break }
      ends.append(program.count)
      try append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    for end in ends { program[end] = .jump(program.count) }
  }

  private mutating func append(
    _ part: RegularExpressionNode, _ minimum: Int, _ maximum: Int?
  ) throws(FunctionFailure) {
    for _ in 0..<minimum {
      let before = program.count
      try append(part)
      // What adds nothing may be repeated for ever.
      if program.count == before { return }
    }
    guard let maximum else {
      let split = program.count
      try append(.split(split + 1, split + 1))
      try append(part)
      try append(.jump(split))
      program[split] = .split(split + 1, program.count)
      return
    }
    var splits: [Int] = []
    for _ in minimum..<max(minimum, maximum) {
      splits.append(program.count)
      try append(.split(0, 0))
      try append(part)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }
}
