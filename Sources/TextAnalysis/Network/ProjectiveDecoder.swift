/// Finds the best projective tree with one root for scores of arcs.
package enum ProjectiveDecoder {
  /// Heads of the words, 1-based, 0 for the root.
  ///
  /// If the best heads of all words make such a tree, that is the answer, and most sentences end there. Else the tree
  /// is found by dynamic programming over spans (Eisner 1996), in time that grows with the third power of the words.
  ///
  /// - Parameter scores: (words + 1) × (words + 1), row: dependent, column: head, 0 = root.
  package static func heads(_ scores: [Int32], count: Int) -> [Int32] {
    precondition(scores.count == (count + 1) * (count + 1), "a score for each pair")
    let greedy = bestHeads(scores, count: count)
    return isProjectiveTree(greedy) ? greedy : bestTree(scores, count: count)
  }

  private static func bestHeads(_ scores: [Int32], count: Int) -> [Int32] {
    let size = count + 1
    return (1..<size).map { dependent in
      var best = dependent == 1 && count > 1 ? 2 : 0
      var bestScore = scores[dependent * size + best]
      for head in 0..<size where head != dependent && scores[dependent * size + head] > bestScore {
        best = head
        bestScore = scores[dependent * size + head]
      }
      return Int32(best)
    }
  }

  /// Whether heads make a tree with one root and without crossing arcs.
  package static func isProjectiveTree(_ heads: [Int32]) -> Bool {
    var roots = 0
    var dependents = [Int32](repeating: 0, count: heads.count + 1)
    for head in heads {
      if head == 0 { roots += 1 }
      dependents[Int(head)] += 1
    }
    guard roots == 1 else { return false }
    // A stack reduces the words to their root exactly if they are such a tree: a word goes once all of its own are in.
    var stack: [Int32] = []
    stack.reserveCapacity(heads.count)
    for word in 1...Int32(heads.count) {
      stack.append(word)
      while stack.count >= 2 {
        let top = stack[stack.count - 1]
        let below = stack[stack.count - 2]
        if heads[Int(below) - 1] == top, dependents[Int(below)] == 0 {
          stack[stack.count - 2] = top
          stack.removeLast()
          dependents[Int(top)] -= 1
        } else if heads[Int(top) - 1] == below, dependents[Int(top)] == 0 {
          stack.removeLast()
          dependents[Int(below)] -= 1
        } else {
          break
        }
      }
    }
    return stack.count == 1
  }

  /// Tables over spans of words, one row per word and wide enough for all others.
  private struct Spans {
    let size: Int
    /// Best score of first…last with the first (last) as head of all others; `rightward` by first, `leftward` by last.
    var rightward: [Int32]
    var leftward: [Int32]
    var splits: [SIMD4<Int16>]

    init(count: Int) {
      size = count + 1
      rightward = [Int32](repeating: 0, count: size * size)
      leftward = rightward
      splits = [SIMD4<Int16>](repeating: SIMD4(), count: size * size)
    }
  }

  private static func bestTree(_ scores: [Int32], count: Int) -> [Int32] {
    var spans = Spans(count: count)
    let size = spans.size
    // Incomplete spans: an arc joins the ends. Indexed as the complete ones they are taken with.
    var rightArc = [Int32](repeating: 0, count: size * size)
    var leftArc = rightArc
    for length in 1..<max(1, count) where count > 1 {
      for first in 1...(count - length) {
        let last = first + length
        // Between them the first heads first…split, the last split + 1…last.
        var best = Int32.min
        var split = first
        for middle in first..<last {
          let score = spans.rightward[first * size + middle] &+ spans.leftward[last * size + middle + 1]
          if score > best {
            best = score
            split = middle
          }
        }
        let right = best &+ scores[last * size + first]
        let left = best &+ scores[first * size + last]
        // By first, and by last: what the sums below run along.
        rightArc[first * size + last] = right
        leftArc[last * size + first] = left
        var rightBest = Int32.min
        var rightSplit = last
        for middle in (first + 1)...last {
          let score = rightArc[first * size + middle] &+ spans.rightward[middle * size + last]
          if score > rightBest {
            rightBest = score
            rightSplit = middle
          }
        }
        var leftBest = Int32.min
        var leftSplit = first
        for middle in first..<last {
          let score = spans.leftward[middle * size + first] &+ leftArc[last * size + middle]
          if score > leftBest {
            leftBest = score
            leftSplit = middle
          }
        }
        spans.rightward[first * size + last] = rightBest
        spans.leftward[last * size + first] = leftBest
        spans.splits[first * size + last] = SIMD4(
          Int16(truncatingIfNeeded: split), Int16(truncatingIfNeeded: rightSplit),
          Int16(truncatingIfNeeded: leftSplit), 0)
      }
    }
    var root = 1
    var rootScore = Int32.min
    for word in 1...count {
      let score =
        spans.leftward[word * size + 1] &+ spans.rightward[word * size + count] &+ scores[word * size]
      if score > rootScore {
        rootScore = score
        root = word
      }
    }
    return unfold(spans, root: root, count: count)
  }

  private enum Part { case rightward, leftward, rightArc, leftArc }

  private static func unfold(_ spans: Spans, root: Int, count: Int) -> [Int32] {
    var heads = [Int32](repeating: 0, count: count)
    var open: [(part: Part, first: Int, last: Int)] = [(.leftward, 1, root), (.rightward, root, count)]
    while let (part, first, last) = open.popLast() {
      guard first < last else { continue }
      let split = spans.splits[first * spans.size + last]
      switch part {
      case .rightward:
        open.append((.rightArc, first, Int(split[1])))
        open.append((.rightward, Int(split[1]), last))
      case .leftward:
        open.append((.leftward, first, Int(split[2])))
        open.append((.leftArc, Int(split[2]), last))
      case .rightArc, .leftArc:
        if part == .rightArc { heads[last - 1] = Int32(first) } else { heads[first - 1] = Int32(last) }
        open.append((.rightward, first, Int(split[0])))
        open.append((.leftward, Int(split[0]) + 1, last))
      }
    }
    return heads
  }
}
