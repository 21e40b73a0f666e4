import Foundation
import SeededRandom
import TextAnalysis

/// The network of ``SentenceNetwork`` with real weights and their gradients.
///
/// Two halves of a batch are learned from at once, each by a copy of its own with gradients of its own; the sums do not
/// depend on which is done first.
final class NetworkInTraining: @unchecked Sendable {
  /// A sentence of a batch: rows of features per word (row 0 stands for an unknown word), and what is to be found.
  struct Example {
    /// One entry per word; the features' rows.
    var features: [[Int]]
    var tags: [UInt8]
    /// 1-based, 0 = root.
    var heads: [Int]
    var labels: [UInt8]
  }

  /// Shares of numbers that are left out at random (Srivastava et al. 2014).
  struct Dropout {
    var features: Float = 0.22
    var layers: Float = 0.22
    var arcs: Float = 0.22
  }

  let shape: NetworkWeights.Shape
  let table: FeatureTable
  var layers: [RecurrentLayer] = []
  let tagWeights: Parameter
  let tagBias: Parameter
  let tagVectors: Parameter
  let attachmentWeights: Parameter
  let attachmentBias: Parameter
  let labelWeights: Parameter
  let labelBias: Parameter
  let arcRoot: Parameter
  let labelRoot: Parameter
  let arcPlaces: Parameter
  let labelPlaces: Parameter
  var dropout = Dropout()
  var generator: SeededGenerator

  /// - Parameter hasFeatures: whether it has a table of features; a copy that only takes gradients does without.
  init(_ shape: NetworkWeights.Shape, seed: UInt64, hasFeatures: Bool = true) {
    self.shape = shape
    var generator = SeededGenerator(seed: seed)
    let width = shape.width
    func bound(_ fanIn: Int) -> Float { (1 / Float(fanIn)).squareRoot() }
    table = FeatureTable(
      rows: hasFeatures ? shape.features : 0, columns: width, bound: 0.17, &generator)
    layers = (0..<shape.layers).map { _ in RecurrentLayer(width: width, &generator) }
    tagWeights = Parameter(rows: (shape.tags + 7) & ~7, columns: width, bound: bound(width), &generator)
    tagBias = Parameter(rows: 1, columns: (shape.tags + 7) & ~7, &generator)
    tagVectors = Parameter(rows: shape.tags, columns: width, bound: 0.17, &generator)
    attachmentWeights = Parameter(rows: shape.attachmentRows, columns: width, bound: bound(width), &generator)
    attachmentBias = Parameter(rows: 1, columns: shape.attachmentRows, &generator)
    labelWeights = Parameter(
      rows: (shape.labels + 7) & ~7, columns: shape.labelWidth, bound: bound(shape.labelWidth), &generator)
    labelBias = Parameter(rows: 1, columns: (shape.labels + 7) & ~7, &generator)
    arcRoot = Parameter(rows: 1, columns: shape.arcWidth, &generator)
    labelRoot = Parameter(rows: 1, columns: shape.labelWidth, &generator)
    arcPlaces = Parameter(rows: ArcPlace.count, columns: shape.arcWidth, bound: 0.17, &generator)
    labelPlaces = Parameter(rows: ArcPlace.count, columns: shape.labelWidth, bound: 0.17, &generator)
    self.generator = generator
  }

  var parameters: [Parameter] {
    layers.flatMap(\.parameters) + [
      tagWeights, tagBias, tagVectors, attachmentWeights, attachmentBias, labelWeights, labelBias, arcRoot, labelRoot,
      arcPlaces,
      labelPlaces,
    ]
  }

  /// One step: the gradients of a batch by two copies of this network, then the change. The loss per word.
  func learn(_ batch: [Example], step: Int, rate: Float, copies: [NetworkInTraining]) -> Double {
    let words = batch.reduce(0) { $0 + $1.heads.count }
    // Halves of about as many words.
    var parts: [[Example]] = [[], []]
    var sizes = [0, 0]
    for example in batch {
      let part = sizes[0] <= sizes[1] ? 0 : 1
      parts[part].append(example)
      sizes[part] += example.heads.count
    }
    for part in parts {
      for row in part.lazy.flatMap(\.features).joined() { table.bringUpToDate(row, step: step, rate: rate) }
    }
    let shares = parts
    let scale = 1 / Float(max(1, words))
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      copies[index].take(self)
      copies[index].addGradients(shares[index], table, scale: scale)
    }
    var loss = 0.0
    for (copy, part) in zip(copies, parts) {
      loss += copy.loss
      for (own, other) in zip(parameters, copy.parameters) { own.gradients += other.gradients }
      let lanes = shape.width / 8
      for (word, rows) in part.lazy.flatMap(\.features).enumerated() {
        let slice = copy.vectorGradients.values[(word * lanes)..<((word + 1) * lanes)]
        for row in rows { table.add(row, slice) }
      }
    }
    update(step: step, rate: rate)
    return loss / Double(max(1, words))
  }

  /// Takes over another's weights.
  private func take(_ other: NetworkInTraining) {
    for (own, other) in zip(parameters, other.parameters) {
      own.values = other.values
      own.gradients = Matrix(rows: own.values.rows, columns: own.values.columns)
    }
  }

  private var loss = 0.0
  /// Gradients of the sums of the words' features.
  private var vectorGradients = Matrix(rows: 0, columns: 8)

  private func addGradients(_ batch: [Example], _ table: FeatureTable, scale: Float) {
    var sentences: [Range<Int>] = []
    var count = 0
    for example in batch {
      sentences.append(count..<(count + example.heads.count))
      count += example.heads.count
    }
    loss = 0
    vectorGradients = Matrix(rows: 0, columns: shape.width)
    guard count > 0 else { return }
    var vectors = Self.embed(batch.flatMap(\.features), table)
    var masks = [mask(rows: count, columns: shape.width, share: dropout.features)]
    multiply(&vectors, by: masks[0])
    var tagInput = Matrix(rows: 0, columns: 8)
    var tagGradients = tagInput
    var chosenTags: [Int] = []
    for index in layers.indices {
      vectors = layers[index].forward(vectors, sentences)
      masks.append(mask(rows: count, columns: shape.width, share: dropout.layers))
      multiply(&vectors, by: masks[index + 1])
      if index + 1 == shape.tagLayer {
        tagInput = vectors
        let gold = batch.flatMap { $0.tags.map(Int.init) }
        let (gradients, tagLoss) = classify(
          vectors, tagWeights, tagBias, classes: shape.tags, gold, scale: scale, best: &chosenTags)
        tagGradients = gradients
        loss += tagLoss
        for (word, tag) in chosenTags.enumerated() {
          for lane in 0..<vectors.lanes {
            vectors.values[word * vectors.lanes + lane] += tagVectors.values.values[tag * vectors.lanes + lane]
          }
        }
      }
    }
    var attachments = Matrix.product(vectors, attachmentWeights.values)
    attachments.add(row: attachmentBias.values)
    var attachmentGradients = Matrix(rows: count, columns: shape.attachmentRows)
    for (example, sentence) in zip(batch, sentences) {
      loss += learnArcs(example, sentence, attachments, &attachmentGradients, scale: scale)
    }
    loss += learnLabels(batch, sentences, attachments, &attachmentGradients, scale: scale)
    var gradient = Matrix.product(attachmentGradients, attachmentWeights.values.transposed)
    attachmentWeights.gradients += Matrix.product(attachmentGradients.transposed, vectors.transposed)
    attachmentBias.gradients += attachmentGradients.columnSums
    for index in layers.indices.reversed() {
      if index + 1 == shape.tagLayer {
        for (word, tag) in chosenTags.enumerated() {
          for lane in 0..<gradient.lanes {
            tagVectors.gradients.values[tag * gradient.lanes + lane] += gradient.values[word * gradient.lanes + lane]
          }
        }
        gradient += Matrix.product(tagGradients, tagWeights.values.transposed)
        tagWeights.gradients += Matrix.product(tagGradients.transposed, tagInput.transposed)
        tagBias.gradients += tagGradients.columnSums
      }
      multiply(&gradient, by: masks[index + 1])
      gradient = layers[index].backward(gradient, sentences)
    }
    multiply(&gradient, by: masks[0])
    vectorGradients = gradient
  }

  private func update(step: Int, rate: Float, longestGradient: Double = 5) {
    let norm = (parameters.reduce(0) { $0 + $1.squaredNorm } + table.squaredNorm).squareRoot()
    let move = Adam.Rate(step: rate, clip: norm > longestGradient ? Float(longestGradient / norm) : 1)
    for parameter in parameters { parameter.update(move) }
    table.update(move, step: step)
  }

  private static func embed(_ features: [[Int]], _ table: FeatureTable) -> Matrix {
    var result = Matrix(rows: features.count, columns: table.columns)
    for (word, rows) in features.enumerated() {
      for row in rows {
        for lane in 0..<result.lanes {
          result.values[word * result.lanes + lane] += table.values.values[row * result.lanes + lane]
        }
      }
    }
    return result
  }

  /// Zeros and, in their place elsewhere, what makes up for them. Empty if nothing is left out.
  private func mask(rows: Int, columns: Int, share: Float) -> [SIMD8<Float>] {
    guard share > 0 else { return [] }
    let bound = Int32(share * 65_536)
    let kept = 1 / (1 - share)
    return (0..<(rows * columns / 8)).map { _ in
      let bits = SIMD2(generator.next(), generator.next())
      let numbers = SIMD8<Int32>(truncatingIfNeeded: unsafeBitCast(bits, to: SIMD8<UInt16>.self))
      return SIMD8<Float>(repeating: kept).replacing(with: 0, where: numbers .< bound)
    }
  }

  private func multiply(_ matrix: inout Matrix, by mask: [SIMD8<Float>]) {
    for index in mask.indices { matrix.values[index] *= mask[index] }
  }

  /// Gradients of the scores of classes, and the loss, both per word.
  private func classify(
    _ vectors: Matrix, _ weights: Parameter, _ bias: Parameter, classes: Int, _ gold: [Int], scale: Float,
    best: inout [Int]
  ) -> (Matrix, Double) {
    var scores = Matrix.product(vectors, weights.values)
    scores.add(row: bias.values)
    var loss = 0.0
    let columns = scores.columns
    scores.values.withUnsafeMutableBytes { raw in
      let numbers = raw.bindMemory(to: Float.self)
      for row in 0..<vectors.rows {
        let scores = UnsafeMutableBufferPointer(rebasing: numbers[(row * columns)..<((row + 1) * columns)])
        var most = 0
        for index in 1..<classes where scores[index] > scores[most] { most = index }
        best.append(most)
        loss += Self.softmax(scores, classes: classes, gold: gold[row], scale: scale)
      }
    }
    return (scores, loss)
  }

  /// Turns scores into the gradients of their cross entropy with `gold`, times `scale`.
  static func softmax(_ scores: UnsafeMutableBufferPointer<Float>, classes: Int, gold: Int, scale: Float) -> Double {
    var most = -Float.infinity
    for index in 0..<classes { most = max(most, scores[index]) }
    var sum: Float = 0
    for index in 0..<classes {
      scores[index] = exponential(scores[index] - most)
      sum += scores[index]
    }
    let loss = -log(max(1e-20, scores[gold] / sum))
    for index in 0..<classes { scores[index] *= scale / sum }
    scores[gold] -= scale
    for index in classes..<scores.count { scores[index] = 0 }
    return Double(loss)
  }

  /// Arcs of one sentence: each word chooses its head.
  private func learnArcs(
    _ example: Example, _ sentence: Range<Int>, _ attachments: Matrix, _ gradients: inout Matrix, scale: Float
  ) -> Double {
    let lanes = shape.arcWidth / 8
    let count = sentence.count
    let size = count + 1
    // Root and words, below zero cut off, some left out.
    var heads = arcRoot.values.values
    heads.reserveCapacity(size * lanes)
    for row in sentence {
      for lane in 0..<lanes {
        heads.append(rectified(attachments.values[row * attachments.lanes + lane]))
      }
    }
    let kept = mask(rows: size, columns: shape.arcWidth, share: dropout.arcs)
    for index in kept.indices where index >= lanes { heads[index] *= kept[index] }
    var headGradients = [SIMD8<Float>](repeating: SIMD8(), count: size * lanes)
    var scores = [Float](repeating: 0, count: size)
    var loss = 0.0
    for dependent in 1...count {
      let from = (sentence.lowerBound + dependent - 1) * attachments.lanes + lanes
      var sums = [SIMD8<Float>](repeating: SIMD8(), count: ArcPlace.count)
      for place in 0..<ArcPlace.count {
        for lane in 0..<lanes {
          sums[place] += arcPlaces.values.values[place * lanes + lane] * attachments.values[from + lane]
        }
      }
      for head in 0..<size {
        var sum = sums[ArcPlace.index(head: head, dependent: dependent)]
        for lane in 0..<lanes { sum += heads[head * lanes + lane] * attachments.values[from + lane] }
        scores[head] = head == dependent ? -1e9 : total(sum)
      }
      scores.withUnsafeMutableBufferPointer {
        loss += Self.softmax($0, classes: size, gold: example.heads[dependent - 1], scale: scale)
      }
      for head in 0..<size where head != dependent && abs(scores[head]) > scale * 1e-5 {
        let place = ArcPlace.index(head: head, dependent: dependent) * lanes
        let gradient = scores[head]
        for lane in 0..<lanes {
          let vector = attachments.values[from + lane] * gradient
          headGradients[head * lanes + lane] += vector
          arcPlaces.gradients.values[place + lane] += vector
          gradients.values[from + lane] +=
            (heads[head * lanes + lane] + arcPlaces.values.values[place + lane]) * gradient
        }
      }
    }
    for lane in 0..<lanes { arcRoot.gradients.values[lane] += headGradients[lane] }
    for head in 1..<size {
      let row = (sentence.lowerBound + head - 1) * attachments.lanes
      for lane in 0..<lanes {
        var gradient = headGradients[head * lanes + lane]
        if !kept.isEmpty { gradient *= kept[head * lanes + lane] }
        gradients.values[row + lane] += gradient.replacing(with: 0, where: attachments.values[row + lane] .<= 0)
      }
    }
    return loss
  }

  /// Labels of the treebank's arcs.
  private func learnLabels(
    _ batch: [Example], _ sentences: [Range<Int>], _ attachments: Matrix, _ gradients: inout Matrix, scale: Float
  ) -> Double {
    let lanes = shape.labelWidth / 8
    let asHead = 2 * shape.arcWidth / 8
    let asDependent = asHead + lanes
    var hidden = Matrix(rows: attachments.rows, columns: shape.labelWidth)
    func forEachArc(_ body: (_ word: Int, _ head: Int?, _ place: Int) -> Void) {
      for (example, sentence) in zip(batch, sentences) {
        for (offset, word) in sentence.enumerated() {
          let head = example.heads[offset]
          body(
            word, head == 0 ? nil : sentence.lowerBound + head - 1,
            ArcPlace.index(head: head, dependent: offset + 1))
        }
      }
    }
    let kept = mask(rows: attachments.rows, columns: shape.labelWidth, share: dropout.arcs)
    forEachArc { word, head, place in
      for lane in 0..<lanes {
        let headVector =
          head.map { attachments.values[$0 * attachments.lanes + asHead + lane] } ?? labelRoot.values.values[lane]
        let sum =
          headVector + attachments.values[word * attachments.lanes + asDependent + lane]
          + labelPlaces.values.values[place * lanes + lane]
        hidden.values[word * lanes + lane] = sum.replacing(with: 0, where: sum .<= 0)
      }
    }
    multiply(&hidden, by: kept)
    var chosenLabels: [Int] = []
    let (scoreGradients, loss) = classify(
      hidden, labelWeights, labelBias, classes: shape.labels, batch.flatMap { $0.labels.map(Int.init) }, scale: scale,
      best: &chosenLabels)
    labelWeights.gradients += Matrix.product(scoreGradients.transposed, hidden.transposed)
    labelBias.gradients += scoreGradients.columnSums
    var hiddenGradients = Matrix.product(scoreGradients, labelWeights.values.transposed)
    multiply(&hiddenGradients, by: kept)
    forEachArc { word, head, place in
      for lane in 0..<lanes {
        let value = hidden.values[word * lanes + lane]
        let gradient = hiddenGradients.values[word * lanes + lane].replacing(with: 0, where: value .<= 0)
        if let head {
          gradients.values[head * attachments.lanes + asHead + lane] += gradient
        } else {
          labelRoot.gradients.values[lane] += gradient
        }
        gradients.values[word * attachments.lanes + asDependent + lane] += gradient
        labelPlaces.gradients.values[place * lanes + lane] += gradient
      }
    }
    return loss
  }
}
