/// Tags words from left to right with an averaged perceptron (Collins 2002): a class is a pair of UPOS and XPOS.
package struct Tagger: Sendable {
  package let weights: WeightTable
  package let lexicon: HashedMap
  package let classCount: Int

  package init(weights: WeightTable, lexicon: HashedMap, classCount: Int) {
    self.weights = weights
    self.lexicon = lexicon
    self.classCount = classCount
  }

  /// One class per word.
  package func tags(of words: Words) -> [UInt8] {
    var context = TaggerContext(words, lexicon: lexicon)
    var features: [UInt64] = []
    features.reserveCapacity(64)
    var board = ScoreBoard()
    for index in 0..<words.count {
      context.features(at: index, into: &features)
      weights.score(features, into: &board)
      var best = 0
      for label in 1..<max(1, classCount) where board.scores[label] > board.scores[best] { best = label }
      context.tags[index] = UInt8(best)
    }
    return context.tags
  }
}

/// A sentence half tagged, and the features of its next word.
package struct TaggerContext {
  let words: Words
  /// What the training text says of each word: a number for its set of frequent classes, 0 if it is rare or new.
  let ambiguity: [UInt32]
  package var tags: [UInt8]

  package init(_ words: Words, lexicon: HashedMap) {
    self.words = words
    ambiguity = words.lower.map { lexicon[$0].map(UInt32.init) ?? 0 }
    tags = [UInt8](repeating: 0, count: words.count)
  }

  /// The keys for the word at `index`; the tags before it must be set. Part of the model's format.
  package func features(at index: Int, into features: inout [UInt64]) {
    features.removeAll(keepingCapacity: true)
    let count = words.count
    let w0 = words.lower[index]
    let wm1 = index >= 1 ? words.lower[index - 1] : 2
    let wm2 = index >= 2 ? words.lower[index - 2] : 2
    let wp1 = index + 1 < count ? words.lower[index + 1] : 4
    let wp2 = index + 2 < count ? words.lower[index + 2] : 4
    let t1 = index >= 1 ? UInt32(tags[index - 1]) + 2 : 1
    let t2 = index >= 2 ? UInt32(tags[index - 2]) + 2 : 1
    let tt = t1 | t2 << 8
    let a0 = ambiguity[index]
    let ap1 = index + 1 < count ? ambiguity[index + 1] : 0xFFFF
    let ap2 = index + 2 < count ? ambiguity[index + 2] : 0xFFFF
    let s0 = words.suffixes[index]
    let p0 = words.prefixes[index]
    let shape = words.shape[index]
    let sp1 = index + 1 < count ? words.suffixes[index + 1][2] : 2
    let sm1 = index >= 1 ? words.suffixes[index - 1][2] : 2
    let isFirst: UInt32 = index == 0 ? 1 : 0
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      features.append(FeatureHash.key(template, a, b, c))
    }
    add(1, 1)
    add(2, w0)
    add(3, words.form[index], isFirst)
    add(4, shape, isFirst)
    add(5, shape, s0[1], isFirst)
    for length in 0..<4 where p0[length] != 0 { add(6, p0[length], UInt32(length)) }
    for length in 0..<5 where s0[length] != 0 { add(7, s0[length], UInt32(length)) }
    add(8, t1)
    add(9, tt)
    add(10, t1, w0)
    add(11, tt, w0)
    add(12, wm1)
    add(13, wm2)
    add(14, wp1)
    add(15, wp2)
    add(16, wm1, w0)
    add(17, w0, wp1)
    add(18, wm1, wp1)
    add(19, sm1)
    add(20, sp1)
    add(21, t1, s0[1])
    add(22, t1, s0[2], shape)
    add(23, a0)
    add(24, ap1)
    add(25, ap2)
    add(26, a0, t1)
    add(27, a0, tt)
    add(28, a0, ap1)
    add(29, a0, ap1, t1)
    add(30, ap1, ap2, a0)
    add(31, t1, ap1)
    add(32, t1, wp1)
    add(33, w0, ap1)
    add(34, words.gaps[index], shape)
    add(35, words.gaps[index], w0)
    add(36, index + 1 < count ? words.shape[index + 1] : 2, shape)
    add(37, index >= 1 ? words.shape[index - 1] : 2, shape)
    add(38, wm2, wm1, t1)
    add(39, wp1, wp2, a0)
  }
}
