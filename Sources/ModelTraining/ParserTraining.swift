import TextAnalysis

enum ParserTraining {
  /// A sentence with the tags it will have when it is parsed.
  struct Example {
    var words: ParserWords
    let heads: [Int]
    let labels: [UInt8]

    /// The sentence read from its end.
    var reversed: Example {
      Example(words: words.reversed, heads: ParserWords.reversed(heads), labels: labels.reversed())
    }
  }

  /// Trains with a dynamic oracle; from the second pass on, nine steps in ten follow the parser's own choice.
  static func train(
    _ examples: [Example], labelCount: Int, rootLabel: Int, epochs: Int, seed: UInt64,
    report: (Int, Double) -> Void
  ) -> Perceptron {
    var perceptron = Perceptron()
    var generator = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: WeightTable.classLimit)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var right = 0
      var total = 0
      for index in order {
        let example = examples[index]
        var state = ParserState(wordCount: example.heads.count)
        while !state.isFinished {
          if state.stack.isEmpty {
            state.apply(.shift)
            continue
          }
          state.features(example.words, into: &features)
          perceptron.score(features, into: &scores)
          let best = DependencyParser.best(state, scores, labelCount: labelCount, rootLabel: rootLabel)
          let costs = Oracle.costs(state, heads: example.heads)
          let gold = Oracle.best(
            state, scores, costs: costs, example: example, labelCount: labelCount, rootLabel: rootLabel)
          perceptron.tick()
          total += 1
          let isRight = Oracle.isRight(best, state, costs: costs, example: example, labelCount: labelCount)
          if isRight { right += 1 }
          if !isRight { perceptron.update(features, right: gold, wrong: best) }
          let explores = epoch > 0 && generator.next() % 10 != 0
          state.apply(Transition(index: explores ? best : gold, labelCount: labelCount))
        }
      }
      report(epoch, Double(right) / Double(max(1, total)))
    }
    return perceptron
  }
}

/// What each transition costs in arcs of the treebank that can no longer be built (Goldberg and Nivre 2013, section 3).
enum Oracle {
  struct Costs {
    var shift = Int.max
    var left = Int.max
    var right = Int.max
    var least: Int { min(shift, left, right) }
  }

  static func costs(_ state: ParserState, heads: [Int]) -> Costs {
    var result = Costs()
    let next = state.next
    let top = Int(state.stack.last ?? 0)
    func head(_ word: Int) -> Int { word <= heads.count ? heads[word - 1] : 0 }
    // Words of the buffer whose head is the top: lost as soon as it leaves the stack.
    var dependents = 0
    if top > 0 { for word in next..<state.root where head(word) == top { dependents += 1 } }
    if state.canShift {
      var cost = 0
      for item in state.stack where head(Int(item)) == next { cost += 1 }
      for item in state.stack.dropLast() where head(next) == Int(item) { cost += 1 }
      result.shift = cost
    }
    if state.canReduceLeft {
      let second = state.stack.count >= 2 ? Int(state.stack[state.stack.count - 2]) : 0
      result.left = dependents + (head(top) > next || (second > 0 && head(top) == second) ? 1 : 0)
    }
    if state.canReduceRight {
      result.right = dependents + (head(top) >= next ? 1 : 0)
    }
    return result
  }

  /// Whether a class costs nothing more than it must: its arc, if it is in the treebank, has the right label.
  static func isRight(
    _ label: Int, _ state: ParserState, costs: Costs, example: ParserTraining.Example, labelCount: Int
  ) -> Bool {
    let top = Int(state.stack.last ?? 0)
    switch Transition(index: label, labelCount: labelCount) {
    case .shift: return costs.shift == costs.least
    case .left(let relation):
      guard costs.left == costs.least else { return false }
      return example.heads[top - 1] != state.next || example.labels[top - 1] == relation
    case .right(let relation):
      guard costs.right == costs.least else { return false }
      return example.heads[top - 1] != Int(state.stack[state.stack.count - 2]) || example.labels[top - 1] == relation
    }
  }

  /// The class with the highest score among the right ones.
  static func best(
    _ state: ParserState, _ scores: [Int32], costs: Costs, example: ParserTraining.Example, labelCount: Int,
    rootLabel: Int
  ) -> Int {
    let top = Int(state.stack.last ?? 0)
    var best = -1
    func consider(_ label: Int) {
      if best < 0 || scores[label] > scores[best] { best = label }
    }
    if costs.shift == costs.least { consider(0) }
    if costs.left == costs.least {
      if state.next == state.root {
        consider(1 + rootLabel)
      } else if example.heads[top - 1] == state.next {
        consider(1 + Int(example.labels[top - 1]))
      } else {
        for label in 0..<labelCount where label != rootLabel { consider(1 + label) }
      }
    }
    if costs.right == costs.least {
      if example.heads[top - 1] == Int(state.stack[state.stack.count - 2]) {
        consider(1 + labelCount + Int(example.labels[top - 1]))
      } else {
        for label in 0..<labelCount where label != rootLabel { consider(1 + labelCount + label) }
      }
    }
    return max(0, best)
  }
}
