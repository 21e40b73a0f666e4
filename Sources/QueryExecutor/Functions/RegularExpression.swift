import GraphCore
import QueryLanguage

/// A regular expression for `=~`, which must match the whole text.
///
/// Matching takes time linear in the text for any pattern: all ways through it are followed at once (Thompson 1968),
/// none is tried and given up. What that rules out is refused with words: back references, looking around, possessive
/// quantifiers. Code points are the characters.
package struct RegularExpression: Sendable {
  /// What a pattern may grow to, its counted repetitions written out. The bound on work per code point of text.
  static let longestProgram = 4000

  private let program: [Instruction]

  /// - Throws: `invalidArgumentValue` if the pattern is malformed or too large, or asks for what is ruled out.
  package init(_ pattern: String) throws(FunctionFailure) {
    var parser = RegularExpressionParser(pattern)
    var compiler = Compiler(pattern: pattern)
    try compiler.append(try parser.parse())
    try compiler.append(.end)
    program = compiler.program
  }

  package func matches(_ text: String) -> Bool {
    var current = StateSet(capacity: program.count)
    var next = StateSet(capacity: program.count)
    var previous: Unicode.Scalar?
    var scalars = text.unicodeScalars.makeIterator()
    var scalar = scalars.next()
    follow(0, into: &current, between: nil, and: scalar)
    while let read = scalar {
      if current.states.isEmpty { return false }
      previous = read
      scalar = scalars.next()
      next.removeAll()
      for state in current.states {
        guard case .read(let test) = program[state], test.accepts(read) else { continue }
        follow(state + 1, into: &next, between: previous, and: scalar)
      }
      swap(&current, &next)
    }
    return current.states.contains { if case .end = program[$0] { true } else { false } }
  }

  /// Adds what can be reached from `start` without reading.
  private func follow(
    _ start: Int, into set: inout StateSet, between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) {
    var pending = [start]
    while let state = pending.popLast() {
      guard set.visit(state) else { continue }
      switch program[state] {
      case .read, .end: set.states.append(state)
      case .jump(let target): pending.append(target)
      case .split(let first, let second):
        pending.append(second)
        pending.append(first)
      case .require(let boundary):
        if boundary.holds(between: previous, and: next) { pending.append(state + 1) }
      }
    }
  }
}

private enum Instruction: Sendable {
  case read(CharacterTest)
  case require(Boundary)
  case jump(Int)
  case split(Int, Int)
  case end
}

/// The states alive at one place of the text, each once.
private struct StateSet {
  var states: [Int] = []
  private var generations: [Int]
  private var generation = 1

  init(capacity: Int) { generations = [Int](repeating: 0, count: capacity) }

  /// False if the state was there already.
  mutating func visit(_ state: Int) -> Bool {
    if generations[state] == generation { return false }
    generations[state] = generation
    return true
  }

  mutating func removeAll() {
    states.removeAll(keepingCapacity: true)
    generation += 1
  }
}

private struct Compiler {
  let pattern: String
  var program: [Instruction] = []

  mutating func append(_ instruction: Instruction) throws(FunctionFailure) {
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
