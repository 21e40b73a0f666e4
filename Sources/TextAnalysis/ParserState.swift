/// A sentence half parsed by the arc-hybrid system (Kuhlmann et al. 2011): a stack, the rest of the words, and the arcs
/// so far. Words count from 1; 0 is none; the artificial root stands behind the last word.
package struct ParserState {
  package let root: Int
  package var stack: [Int32] = []
  /// First word of the buffer.
  package var next = 1
  /// One entry per word, 0 = none yet; the root's own entry stays 0.
  package var heads: [Int32]
  package var labels: [UInt8]
  // Outermost and second outermost dependents on both sides.
  var left1: [Int32]
  var left2: [Int32]
  var right1: [Int32]
  var right2: [Int32]
  var leftCount: [UInt8]
  var rightCount: [UInt8]
  /// Sets of labels as bits.
  var leftLabels: [UInt64]
  var rightLabels: [UInt64]

  package init(wordCount: Int) {
    root = wordCount + 1
    let none = [Int32](repeating: 0, count: wordCount + 2)
    heads = none
    left1 = none
    left2 = none
    right1 = none
    right2 = none
    labels = [UInt8](repeating: 0, count: wordCount + 2)
    leftCount = labels
    rightCount = labels
    leftLabels = [UInt64](repeating: 0, count: wordCount + 2)
    rightLabels = leftLabels
    stack.reserveCapacity(32)
  }

  package var isFinished: Bool { next == root && stack.isEmpty }

  package var canShift: Bool { next < root }
  package var canReduceRight: Bool { stack.count >= 2 }
  /// The root takes the last word only, so that each sentence has one.
  package var canReduceLeft: Bool { !stack.isEmpty && (next < root || stack.count == 1) }

  package mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(Int32(next))
      next += 1
    case .left(let label):
      guard let dependent = stack.popLast() else { return }
      let head = next
      heads[Int(dependent)] = Int32(head)
      labels[Int(dependent)] = label
      left2[head] = left1[head]
      left1[head] = dependent
      leftCount[head] = min(250, leftCount[head] + 1)
      leftLabels[head] |= 1 << UInt64(label & 63)
    case .right(let label):
      guard stack.count >= 2, let dependent = stack.popLast() else { return }
      let head = Int(stack[stack.count - 1])
      heads[Int(dependent)] = Int32(head)
      labels[Int(dependent)] = label
      right2[head] = right1[head]
      right1[head] = dependent
      rightCount[head] = min(250, rightCount[head] + 1)
      rightLabels[head] |= 1 << UInt64(label & 63)
    }
  }
}

/// A step of the arc-hybrid system.
package enum Transition: Equatable, Sendable {
  /// The next word goes onto the stack.
  case shift
  /// The top of the stack becomes a dependent of the next word.
  case left(UInt8)
  /// The top of the stack becomes a dependent of the word below it.
  case right(UInt8)

  /// Classes: 0 shift, then left and right per label.
  package init(index: Int, labelCount: Int) {
    if index == 0 {
      self = .shift
    } else if index <= labelCount {
      self = .left(UInt8(index - 1))
    } else {
      self = .right(UInt8(index - 1 - labelCount))
    }
  }
}
