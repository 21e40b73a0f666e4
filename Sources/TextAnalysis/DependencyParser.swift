/// Builds a projective dependency tree with one root for each sentence: greedy arc-hybrid transitions, scored by an
/// averaged perceptron that was trained with a dynamic oracle (Goldberg and Nivre 2013).
package struct DependencyParser: Sendable {
  package let weights: WeightTable
  package let labelCount: Int
  /// Index of the label `root`.
  package let rootLabel: Int

  package init(weights: WeightTable, labelCount: Int, rootLabel: Int) {
    self.weights = weights
    self.labelCount = labelCount
    self.rootLabel = rootLabel
  }

  /// Heads (1-based, words + 1 for the root) and labels, one entry per word. Two transitions per word.
  package func parse(_ words: ParserWords, count: Int) -> (heads: [Int32], labels: [UInt8]) {
    var state = ParserState(wordCount: count)
    var features: [UInt64] = []
    features.reserveCapacity(128)
    var board = ScoreBoard()
    while !state.isFinished {
      // A step that only one transition can take needs no scores.
      if state.stack.isEmpty {
        state.apply(.shift)
        continue
      }
      state.features(words, into: &features)
      weights.score(features, into: &board)
      let best = Self.best(state, board.scores, labelCount: labelCount, rootLabel: rootLabel)
      state.apply(Transition(index: best, labelCount: labelCount))
    }
    return (Array(state.heads[1...].prefix(count)), Array(state.labels[1...].prefix(count)))
  }

  /// The best class that the state allows. The label `root` goes to the root's dependent and to no other.
  package static func best(_ state: ParserState, _ scores: [Int32], labelCount: Int, rootLabel: Int) -> Int {
    var best = -1
    var bestScore = Int32.min
    if state.canShift {
      best = 0
      bestScore = scores[0]
    }
    if state.canReduceLeft {
      if state.next == state.root { return 1 + rootLabel }
      for label in 0..<labelCount where label != rootLabel && scores[1 + label] > bestScore {
        best = 1 + label
        bestScore = scores[best]
      }
    }
    if state.canReduceRight {
      for label in 0..<labelCount where label != rootLabel && scores[1 + labelCount + label] > bestScore {
        best = 1 + labelCount + label
        bestScore = scores[best]
      }
    }
    return max(0, best)
  }
}
