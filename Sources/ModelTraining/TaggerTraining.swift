import TextAnalysis

enum TaggerTraining {
  /// For each word seen often enough, a number for the set of tags it has in at least one case in twelve.
  static func lexicon(_ sentences: [TrainingSentence], leastCount: Int = 3) -> HashedMap {
    var counts: [UInt32: [UInt8: Int]] = [:]
    for sentence in sentences {
      for index in 0..<sentence.count {
        counts[sentence.words.lower[index], default: [:]][sentence.tags[index], default: 0] += 1
      }
    }
    var sets: [UInt32: [UInt8]] = [:]
    for (word, tags) in counts {
      let total = tags.values.reduce(0, +)
      guard total >= leastCount else { continue }
      sets[word] = tags.filter { $0.value * 12 >= total }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    }
    let numbers = Dictionary(
      uniqueKeysWithValues: Set(sets.values).sorted { $0.lexicographicallyPrecedes($1) }.enumerated().map {
        ($1, UInt16($0 + 1))
      })
    return HashedMap(sets.compactMapValues { numbers[$0] })
  }

  static func train(
    _ sentences: [TrainingSentence], lexicon: HashedMap, classCount: Int, epochs: Int, seed: UInt64,
    report: (Int, Double) -> Void = { _, _ in }
  ) -> Perceptron {
    var perceptron = Perceptron()
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    var features: [UInt64] = []
    var scores = [Int32](repeating: 0, count: WeightTable.classLimit)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      var right = 0
      var total = 0
      for sentence in order {
        let sentence = sentences[sentence]
        // One sentence in ten is seen as if it had been written in capitals.
        let words = generator.next() % 10 == 0 ? sentence.restored : sentence.words
        var context = TaggerContext(words, lexicon: lexicon)
        for index in 0..<sentence.count {
          context.features(at: index, into: &features)
          perceptron.score(features, into: &scores)
          var best = 0
          for label in 1..<classCount where scores[label] > scores[best] { best = label }
          let gold = Int(sentence.tags[index])
          perceptron.tick()
          if best != gold { perceptron.update(features, right: gold, wrong: best) } else { right += 1 }
          total += 1
          context.tags[index] = UInt8(best)
        }
      }
      report(epoch, Double(right) / Double(max(1, total)))
    }
    return perceptron
  }
}
