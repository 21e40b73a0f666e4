import CKernels

/// Tags the words of a sentence and finds their heads and relations, all at once.
///
/// Words become sums of learned vectors of their features; layers of simple recurrent units carry what stands before
/// and behind into each (Lei et al. 2018); from the result are read the tag, the score of each word as head of each
/// other (Dozat and Manning 2017, with a product of two vectors in place of a bilinear form), and the relation. The
/// best tree of the scores is found by ``ProjectiveDecoder``.
///
/// Matrix products are of whole numbers. The rest is single additions, multiplications, divisions and square roots in
/// a fixed order, which every machine rounds alike: the same words give the same tree everywhere.
package struct SentenceNetwork: Sendable {
  package let vocabulary: HashedMap
  package let weights: NetworkWeights
  /// Index of the label `root`.
  package let rootLabel: Int
  /// The longest run of words that gets one tree. What finding it costs can grow with the third power: 100,000 brackets took
  /// 28 s in runs of 400 words, and a quarter of that in runs of 200, which no sentence of the treebanks exceeds.
  static let longestTree = 200

  package init(vocabulary: HashedMap, weights: NetworkWeights, rootLabel: Int) {
    self.vocabulary = vocabulary
    self.weights = weights
    self.rootLabel = rootLabel
  }

  /// One entry per word: class of the tag, head (1-based, 0 for the root), label.
  package struct Reading: Sendable {
    package var tags: [UInt8] = []
    package var heads: [Int32] = []
    package var labels: [UInt8] = []
  }

  /// Reads a sentence of at most ``longestTree`` words.
  package func read(_ words: Words) -> Reading {
    guard words.count > 0 else { return Reading() }
    var reading = Reading()
    var sums: [Int32] = []
    var vectors = embed(words)
    var inputs: [SIMD8<Int16>] = []
    for (index, layer) in weights.layers.enumerated() {
      quantize(vectors, into: &inputs)
      layer.input.apply(inputs, into: &sums)
      vectors = recur(layer, sums, vectors, count: words.count)
      if index + 1 == weights.shape.tagLayer {
        quantize(vectors, into: &inputs)
        reading.tags = bestTags(inputs, &sums, count: words.count)
        addTags(reading.tags, to: &vectors)
      }
    }
    quantize(vectors, into: &inputs)
    weights.attachment.apply(inputs, into: &sums)
    let attachments = Attachments(weights, sums, count: words.count)
    reading.heads = ProjectiveDecoder.heads(attachments.arcScores(weights), count: words.count)
    reading.labels = attachments.bestLabels(weights, heads: reading.heads, rootLabel: rootLabel, &sums)
    return reading
  }

  private func quantize(_ vectors: [SIMD8<Float>], into inputs: inout [SIMD8<Int16>]) {
    inputs.removeAll(keepingCapacity: true)
    inputs.reserveCapacity(vectors.count)
    for vector in vectors { inputs.append(FixedPoint.quantized(vector, scale: FixedPoint.activation)) }
  }

  /// Sums of the vectors of each word's features.
  private func embed(_ words: Words) -> [SIMD8<Float>] {
    let lanes = weights.shape.width / 8
    var vectors = [SIMD8<Float>](repeating: SIMD8(), count: words.count * lanes)
    var total = [SIMD8<Int32>](repeating: SIMD8(), count: lanes)
    var rows: [UInt16] = []
    for word in 0..<words.count {
      rows.removeAll(keepingCapacity: true)
      var isFirst = true
      WordFeatures.forEachKey(words, at: word) { key in
        let row = vocabulary[key] ?? (isFirst ? 0 : UInt16.max)
        isFirst = false
        if Int(row) < weights.shape.features { rows.append(row) }
      }
      var sums = total.mutableSpan
      sumRows(of: weights.embeddings.span, lanes: lanes, rows.span, into: &sums)
      for lane in 0..<lanes { vectors[word * lanes + lane] = SIMD8<Float>(total[lane]) * (1 / FixedPoint.embedding) }
    }
    return vectors
  }

  /// One layer: from the products of its matrix with all words' vectors to the vectors of the next.
  private func recur(
    _ layer: NetworkWeights.Layer, _ sums: [Int32], _ vectors: [SIMD8<Float>], count: Int
  ) -> [SIMD8<Float>] {
    let lanes = weights.shape.width / 8
    var result = [SIMD8<Float>](repeating: SIMD8(), count: vectors.count)
    var output = result.mutableSpan
    runUnits(
      0..<(lanes / 2), backwards: false, layer, sums.span, vectors.span, lanes: lanes, count: count, into: &output)
    runUnits(
      (lanes / 2)..<lanes, backwards: true, layer, sums.span, vectors.span, lanes: lanes, count: count, into: &output)
    return result
  }

  /// Lets the next layers see the tags that were chosen.
  private func addTags(_ tags: [UInt8], to vectors: inout [SIMD8<Float>]) {
    let lanes = weights.shape.width / 8
    for (word, tag) in tags.enumerated() {
      for lane in 0..<lanes { vectors[word * lanes + lane] += weights.tagVectors[Int(tag) * lanes + lane] }
    }
  }

  /// The class with the highest score for each word.
  private func bestTags(_ inputs: [SIMD8<Int16>], _ sums: inout [Int32], count: Int) -> [UInt8] {
    weights.tags.apply(inputs, into: &sums)
    let rows = weights.tags.rows
    return (0..<count).map { word in
      best(sums, at: word * rows, bias: weights.tags.bias, among: weights.shape.tags, except: -1)
    }
  }
}

/// Index of the largest of `count` sums with what is added to each; of equal ones the first.
///
/// Four at a time, each lane with a best of its own: a third of the time of one after the other.
@inline(__always)
func best(_ sums: [Int32], at start: Int, bias: [SIMD4<Float>], among count: Int, except: Int) -> UInt8 {
  var scores = SIMD4<Float>(repeating: -.infinity)
  var places = SIMD4<Int32>()
  var indices = SIMD4<Int32>(0, 1, 2, 3)
  let sums = sums.span
  for four in 0..<((count + 3) / 4) {
    let from = start &+ four &* 4
    let whole = SIMD4(sums[from], sums[from &+ 1], sums[from &+ 2], sums[from &+ 3])
    let score = SIMD4<Float>(whole) * FixedPoint.product + bias[four]
    let isBetter =
      (score .> scores) .& (indices .< Int32(truncatingIfNeeded: count))
      .& (indices .!= Int32(truncatingIfNeeded: except))
    scores.replace(with: score, where: isBetter)
    places.replace(with: indices, where: isBetter)
    indices &+= 4
  }
  var best = 0
  for lane in 1..<4
  where scores[lane] > scores[best] || scores[lane] == scores[best] && places[lane] < places[best] { best = lane }
  return UInt8(truncatingIfNeeded: places[best])
}

/// Runs some lanes of units over the words. Their state is one vector per lane; the lanes do not see each other.
private func runUnits(
  _ units: Range<Int>, backwards: Bool, _ layer: NetworkWeights.Layer, _ sums: Span<Int32>,
  _ inputs: Span<SIMD8<Float>>, lanes: Int, count: Int, into outputs: inout MutableSpan<SIMD8<Float>>
) {
  precondition(sums.count >= count * lanes * 24 && inputs.count == count * lanes && outputs.count == count * lanes)
  if runUnitsWide(units, backwards: backwards, layer, sums, inputs, lanes: lanes, count: count, into: &outputs) {
    return
  }
  for lane in units {
    var state = SIMD8<Float>()
    let forgetPeephole = layer.peepholes[lane]
    let outputPeephole = layer.peepholes[lanes + lane]
    let biases = (0..<3).map { part in
      SIMD8(
        lowHalf: layer.input.bias[(part * lanes + lane) * 2], highHalf: layer.input.bias[(part * lanes + lane) * 2 + 1])
    }
    let (candidateBias, forgetBias, outputBias) = (biases[0], biases[1], biases[2])
    for step in 0..<count {
      let word = backwards ? count - 1 - step : step
      let start = word &* lanes &* 24 &+ lane &* 8
      let candidate = real(sums, start) + candidateBias
      let forget = gate(real(sums, start &+ lanes &* 8) + forgetBias + forgetPeephole * state)
      let output = gate(real(sums, start &+ lanes &* 16) + outputBias + outputPeephole * state)
      let input = inputs[unchecked: word &* lanes &+ lane]
      state = candidate + forget * (state - candidate)
      outputs[unchecked: word &* lanes &+ lane] = input + output * (state - input)
    }
  }
}

/// The same numbers with vectors as wide as the machine has them; false, and nothing done, if it has none. The lanes of a
/// word come one after the other, so that one's square root is on its way while the next begins: half the time.
private func runUnitsWide(
  _ units: Range<Int>, backwards: Bool, _ layer: NetworkWeights.Layer, _ sums: Span<Int32>,
  _ inputs: Span<SIMD8<Float>>, lanes: Int, count: Int, into outputs: inout MutableSpan<SIMD8<Float>>
) -> Bool {
  precondition(layer.peepholes.count == lanes * 2 && layer.input.bias.count == lanes * 6 && units.upperBound <= lanes)
  return layer.peepholes.withUnsafeBytes { peepholes in
    layer.input.bias.withUnsafeBytes { bias in
      sums.withUnsafeBufferPointer { sums in
        inputs.withUnsafeBytes { inputs in
          outputs.withUnsafeMutableBytes { outputs in
            guard let sums = sums.baseAddress, let bias = bias.bindMemory(to: Float.self).baseAddress,
              let peepholes = peepholes.bindMemory(to: Float.self).baseAddress,
              let inputs = inputs.bindMemory(to: Float.self).baseAddress,
              let outputs = outputs.bindMemory(to: Float.self).baseAddress
            else { return true }
            return hearsay_run_units(
              units.lowerBound, units.upperBound, backwards, lanes, count, sums, bias, peepholes, inputs,
              FixedPoint.product, outputs)
          }
        }
      }
    }
  }
}

/// Eight sums of products as real numbers.
@inline(__always)
func real(_ sums: Span<Int32>, _ start: Int) -> SIMD8<Float> {
  var result = SIMD8<Float>()
  for lane in 0..<8 { result[lane] = Float(sums[unchecked: start &+ lane]) }
  return result * FixedPoint.product
}
