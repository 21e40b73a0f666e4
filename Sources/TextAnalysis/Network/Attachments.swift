/// What each word of a sentence is as a head and as a dependent.
struct Attachments {
  private let count: Int
  /// Root and words × lanes, filled up with zeros to a multiple of four rows.
  private let heads: [SIMD8<Int16>]
  /// Words × lanes.
  private let dependents: [SIMD8<Int16>]
  /// Root and words × lanes.
  private let labelHeads: [SIMD8<Float>]
  /// Words × lanes.
  private let labelDependents: [SIMD8<Float>]

  /// - Parameter sums: products of the attachment matrix with the words' vectors.
  init(_ weights: NetworkWeights, _ sums: [Int32], count: Int) {
    self.count = count
    let arcLanes = weights.shape.arcWidth / 8
    let labelLanes = weights.shape.labelWidth / 8
    let rows = weights.attachment.rows
    let rowCount = (count + 4) & ~3
    var heads = weights.arcRoot
    heads.reserveCapacity(rowCount * arcLanes)
    var dependents: [SIMD8<Int16>] = []
    dependents.reserveCapacity(count * arcLanes)
    var labelHeads = weights.labelRoot
    labelHeads.reserveCapacity((count + 1) * labelLanes)
    var labelDependents: [SIMD8<Float>] = []
    labelDependents.reserveCapacity(count * labelLanes)
    let span = sums.span
    precondition(span.count >= count * rows, "one sum for each word and row")
    let bias = weights.attachment.bias
    for word in 0..<count {
      func vector(_ lane: Int) -> SIMD8<Float> {
        real(span, word * rows + lane * 8) + SIMD8(lowHalf: bias[lane * 2], highHalf: bias[lane * 2 + 1])
      }
      for lane in 0..<arcLanes {
        heads.append(FixedPoint.quantized(rectified(vector(lane)), scale: FixedPoint.activation))
      }
      for lane in arcLanes..<(2 * arcLanes) {
        dependents.append(FixedPoint.quantized(vector(lane), scale: FixedPoint.activation))
      }
      for lane in (2 * arcLanes)..<(2 * arcLanes + labelLanes) { labelHeads.append(vector(lane)) }
      for lane in (2 * arcLanes + labelLanes)..<(2 * arcLanes + 2 * labelLanes) { labelDependents.append(vector(lane)) }
    }
    while heads.count < rowCount * arcLanes { heads.append(SIMD8()) }
    self.heads = heads
    self.dependents = dependents
    self.labelHeads = labelHeads
    self.labelDependents = labelDependents
  }

  /// Scores of arcs: (words + 1) × (words + 1), row: dependent, column: head, 0 = root. 1,024 units are one.
  func arcScores(_ weights: NetworkWeights) -> [Int32] {
    let lanes = weights.shape.arcWidth / 8
    let rows = heads.count / lanes
    var products = [Int32](repeating: 0, count: count * rows)
    var target = products.mutableSpan
    multiply(heads.span, rows: rows, lanes: lanes, dependents.span, into: &target)
    var places: [Int32] = []
    weights.arcPlaces.apply(dependents, into: &places)
    let size = count + 1
    var scores = [Int32](repeating: 0, count: size * size)
    for dependent in 1...count {
      let from = (dependent - 1) * rows
      let place = (dependent - 1) * ArcPlace.count
      for head in 0...count {
        // Products of two vectors are in units of 2^-20, those with the places' matrix of 2^-22.
        scores[dependent * size + head] =
          products[from + head] >> 10 &+ places[place + ArcPlace.index(head: head, dependent: dependent)] >> 12
      }
    }
    return scores
  }

  /// The best relation of each word to its head; `root` for the root's dependent and for no other.
  func bestLabels(_ weights: NetworkWeights, heads: [Int32], rootLabel: Int, _ sums: inout [Int32]) -> [UInt8] {
    let lanes = weights.shape.labelWidth / 8
    var hidden: [SIMD8<Int16>] = []
    hidden.reserveCapacity(count * lanes)
    for word in 0..<count {
      let head = Int(heads[word])
      let place = ArcPlace.index(head: head, dependent: word + 1)
      for lane in 0..<lanes {
        let sum =
          labelHeads[head * lanes + lane] + labelDependents[word * lanes + lane]
          + weights.labelPlaces[place * lanes + lane]
        hidden.append(FixedPoint.quantized(rectified(sum), scale: FixedPoint.activation))
      }
    }
    weights.labels.apply(hidden, into: &sums)
    return (0..<count).map { word in
      heads[word] == 0
        ? UInt8(rootLabel)
        : best(
          sums, at: word * weights.labels.rows, bias: weights.labels.bias, among: weights.shape.labels,
          except: rootLabel)
    }
  }
}
