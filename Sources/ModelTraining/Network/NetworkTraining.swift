import SeededRandom
import TextAnalysis

/// Trains the network: every step a batch of sentences in an order that the seed decides.
struct NetworkTraining {
  var width = 160
  var layers = 2
  var tagLayer = 1
  var arcWidth = 80
  var labelWidth = 64
  var epochs = 14
  var batchWords = 600
  var rate: Float = 2e-3
  var warmUpSteps = 200
  /// A word seen n times is hidden in `hiding` of `hiding` + n cases, so that unknown words are learned from known ones.
  var hiding: Float = 0.25
  var dropout = NetworkInTraining.Dropout()
  var seed: UInt64 = 6
  /// How many made sentences each pass takes, others than the pass before.
  var pressShare = 0
  var report: (Int, Double) -> Void = { _, _ in }
  /// Called after each pass with the network as it is.
  var watch: (Int, NetworkInTraining) -> Void = { _, _ in }

  /// Rows of features: for each feature seen twice, the most frequent first; row 0 is for unknown words.
  struct Vocabulary {
    private(set) var rows: [UInt32: Int] = [:]
    private(set) var counts: [Int] = [0]

    /// - Parameter press: made sentences; a feature that only they have is kept where it comes often.
    init(_ sentences: [TrainingSentence], press: [TrainingSentence]) {
      var found = Self.count(sentences)
      for (key, count) in Self.count(press) where found[key] == nil && count >= 6 { found[key] = count / 3 }
      let kept = found.filter { $0.value >= 2 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      for (key, count) in kept.prefix(Int(UInt16.max) - 2) {
        rows[key] = counts.count
        counts.append(count)
      }
    }

    private static func count(_ sentences: [TrainingSentence]) -> [UInt32: Int] {
      var found: [UInt32: Int] = [:]
      for sentence in sentences {
        for index in 0..<sentence.count {
          WordFeatures.forEachKey(sentence.words, at: index) { found[$0, default: 0] += 1 }
        }
      }
      return found
    }

    var map: HashedMap { HashedMap(rows.mapValues { UInt16($0) }) }

    /// The rows of a word's features; the first two are those of the word as such.
    func features(_ words: Words, at index: Int) -> [Int] {
      var result: [Int] = []
      WordFeatures.forEachKey(words, at: index) { result.append(rows[$0] ?? (result.isEmpty ? 0 : -1)) }
      return result
    }
  }

  private struct Sentence {
    /// Per word; -1 stands for a feature without a row.
    let features: [[Int]]
    let restored: [[Int]]
    let source: TrainingSentence
  }

  /// - Returns: the network for the features of ``Vocabulary``.
  func train(
    _ sentences: [TrainingSentence], press: [TrainingSentence] = [], tags: Int, labels: Int
  ) -> NetworkInTraining {
    let vocabulary = Vocabulary(sentences, press: press)
    let known = (sentences + press).map { sentence in
      Sentence(
        features: (0..<sentence.count).map { vocabulary.features(sentence.words, at: $0) },
        restored: (0..<sentence.count).map { vocabulary.features(sentence.restored, at: $0) }, source: sentence)
    }
    let network = NetworkInTraining(
      NetworkWeights.Shape(
        features: vocabulary.counts.count, width: width, layers: layers, tagLayer: tagLayer, arcWidth: arcWidth,
        labelWidth: labelWidth, tags: tags, labels: labels), seed: seed)
    let copies = (1...2).map { copy in
      let copy = NetworkInTraining(network.shape, seed: seed &+ 100 &* UInt64(copy), hasFeatures: false)
      copy.dropout = dropout
      return copy
    }
    var generator = SeededGenerator(seed: seed &+ 1)
    let rounds = (0..<epochs).map { made(in: $0, from: sentences.count, until: known.count) }
    let words = sentences.reduce(0) { $0 + $1.count } * epochs
    let madeWords = rounds.joined().reduce(0) { $0 + known[$1].source.count }
    let steps = Float((words + madeWords) / batchWords)
    var step = 0
    var treebank = Array(sentences.indices)
    for epoch in 0..<epochs {
      treebank.shuffle(using: &generator)
      var order = treebank
      if !rounds[epoch].isEmpty {
        order += rounds[epoch]
        order.shuffle(using: &generator)
      }
      var loss = 0.0
      var batches = 0
      var batch: [NetworkInTraining.Example] = []
      var count = 0
      for index in order {
        batch.append(example(known[index], vocabulary, &generator))
        count += known[index].source.count
        guard count >= batchWords || index == order.last else { continue }
        step += 1
        let now = rate * min(1, Float(step) / Float(warmUpSteps)) * max(0.02, 1 - Float(step) / steps)
        loss += network.learn(batch, step: step, rate: now, copies: copies)
        batches += 1
        batch.removeAll(keepingCapacity: true)
        count = 0
      }
      report(epoch, loss / Double(max(1, batches)))
      watch(epoch, network)
    }
    network.table.finish(step: step + 1, rate: rate * 0.02)
    return network
  }

  /// The made sentences of a pass, which stand behind those of the treebank.
  private func made(in epoch: Int, from start: Int, until end: Int) -> Range<Int> {
    guard pressShare > 0, end > start else { return 0..<0 }
    let from = start + epoch * pressShare % (end - start)
    return from..<min(from + pressShare, end)
  }

  /// A sentence with some words hidden; one in ten is seen as if it had been written in capitals.
  private func example(
    _ sentence: Sentence, _ vocabulary: Vocabulary, _ generator: inout SeededGenerator
  ) -> NetworkInTraining.Example {
    let features = generator.next() % 10 == 0 ? sentence.restored : sentence.features
    let shown = features.map { rows -> [Int] in
      var rows = rows
      for place in 0..<min(2, rows.count) where rows[place] > 0 {
        let count = Float(vocabulary.counts[rows[place]])
        if generator.unit() < hiding / (hiding + count) { rows[place] = place == 0 ? 0 : -1 }
      }
      return rows.filter { $0 >= 0 }
    }
    let source = sentence.source
    return NetworkInTraining.Example(
      features: shown, tags: source.tags, heads: source.heads, labels: source.labels)
  }
}
