/// The weights of the network that tags words and finds heads: rows of numbers, in the order of the model file.
package struct NetworkWeights: Sendable, Equatable {
  /// The sizes of all parts.
  package struct Shape: Sendable, Equatable {
    /// Rows of the table of features; row 0 stands for words that the training text does not have twice.
    package var features: Int
    /// Numbers in a word's vector, both directions together.
    package var width: Int
    package var layers: Int
    /// How many layers the tags are read after.
    package var tagLayer: Int
    package var arcWidth: Int
    package var labelWidth: Int
    package var tags: Int
    package var labels: Int

    package init(
      features: Int, width: Int, layers: Int, tagLayer: Int, arcWidth: Int, labelWidth: Int, tags: Int, labels: Int
    ) {
      self.features = features
      self.width = width
      self.layers = layers
      self.tagLayer = tagLayer
      self.arcWidth = arcWidth
      self.labelWidth = labelWidth
      self.tags = tags
      self.labels = labels
    }

    /// Rows are taken by four: see ``multiply(_:rows:lanes:_:into:)``.
    package var tagRows: Int { (tags + 3) & ~3 }
    package var labelRows: Int { (labels + 3) & ~3 }
    package var attachmentRows: Int { 2 * (arcWidth + labelWidth) }

    var isSound: Bool {
      (1...Int(UInt16.max)).contains(features) && (16...1024).contains(width) && width % 16 == 0
        && (1...8).contains(layers) && (1...layers).contains(tagLayer) && (8...512).contains(arcWidth)
        && arcWidth % 8 == 0 && (8...512).contains(labelWidth) && labelWidth % 8 == 0
        && (1...128).contains(tags) && (2...128).contains(labels)
    }
  }

  /// A matrix, rows × columns, and a number that is added for each row.
  package struct Affine: Sendable, Equatable {
    package let rows: Int
    /// Columns by eight.
    package let lanes: Int
    let weights: [SIMD8<Int16>]
    let bias: [SIMD4<Float>]
    private let packed: PackedMatrix?

    init(rows: Int, lanes: Int, weights: [SIMD8<Int16>], bias: [SIMD4<Float>]) {
      self.rows = rows
      self.lanes = lanes
      self.weights = weights
      self.bias = bias
      packed = PackedMatrix(weights, rows: rows, lanes: lanes)
    }

    /// The products of the matrix with vectors, vectors × rows.
    func apply(_ inputs: [SIMD8<Int16>], into sums: inout [Int32]) {
      let count = inputs.count / lanes * rows
      if sums.count < count { sums = [Int32](repeating: 0, count: count) }
      var target = sums.mutableSpan
      if let packed {
        packed.multiply(inputs.span, into: &target)
      } else {
        multiply(weights.span, rows: rows, lanes: lanes, inputs.span, into: &target)
      }
    }
  }

  /// A layer of simple recurrent units (Lei et al. 2018) in both directions.
  package struct Layer: Sendable, Equatable {
    /// Rows: candidates, forget gates, output gates, each for the units that read forwards, then for the others.
    let input: Affine
    /// How forget and output gates see the state before: 2 × width, by eight.
    let peepholes: [SIMD8<Float>]
  }

  package let shape: Shape
  let embeddings: [SIMD8<Int16>]
  let layers: [Layer]
  let tags: Affine
  /// What a word's tag adds to its vector, behind the layer that the tag is read after.
  let tagVectors: [SIMD8<Float>]
  /// Rows: the word as head and as dependent in arcs, then both in labels.
  let attachment: Affine
  let labels: Affine
  /// The root as a head, in arcs and in labels.
  let arcRoot: [SIMD8<Int16>]
  let labelRoot: [SIMD8<Float>]
  /// What distance and side of the head add: one row for each of ``ArcPlace/count``.
  let arcPlaces: Affine
  let labelPlaces: [SIMD8<Float>]

  /// Takes the weights as they stand in the file.
  ///
  /// - Returns: nil if there are not as many numbers as the shape asks for, or one is none.
  package init?(shape: Shape, halves: [SIMD8<Int16>], floats: [Float]) {
    guard shape.isSound, floats.allSatisfy(\.isFinite) else { return nil }
    var half = 0
    var float = 0
    var isShort = false
    func takeHalves(_ count: Int) -> [SIMD8<Int16>] {
      guard halves.count - half >= count else {
        isShort = true
        return []
      }
      defer { half += count }
      return Array(halves[half..<(half + count)])
    }
    func takeFloats(_ count: Int) -> [Float] {
      guard floats.count - float >= count else {
        isShort = true
        return []
      }
      defer { float += count }
      return Array(floats[float..<(float + count)])
    }
    func takeVectors(_ count: Int) -> [SIMD8<Float>] {
      let numbers = takeFloats(count)
      return (0..<(numbers.count / 8)).map { lane in SIMD8((0..<8).map { numbers[lane * 8 + $0] }) }
    }
    func takeAffine(_ rows: Int, _ columns: Int, hasBias: Bool = true) -> Affine {
      let weights = takeHalves(rows * columns / 8)
      let numbers = hasBias ? takeFloats(rows) : [Float](repeating: 0, count: rows)
      let bias = (0..<(numbers.count / 4)).map { place in SIMD4((0..<4).map { numbers[place * 4 + $0] }) }
      return Affine(rows: rows, lanes: columns / 8, weights: weights, bias: bias)
    }
    self.shape = shape
    let width = shape.width
    embeddings = takeHalves(shape.features * width / 8)
    layers = (0..<shape.layers).map { _ in
      Layer(input: takeAffine(3 * width, width), peepholes: takeVectors(2 * width))
    }
    tags = takeAffine(shape.tagRows, width)
    tagVectors = takeVectors(shape.tags * width)
    attachment = takeAffine(shape.attachmentRows, width)
    labels = takeAffine(shape.labelRows, shape.labelWidth)
    arcRoot = takeHalves(shape.arcWidth / 8)
    labelRoot = takeVectors(shape.labelWidth)
    arcPlaces = takeAffine(ArcPlace.count, shape.arcWidth, hasBias: false)
    labelPlaces = takeVectors(ArcPlace.count * shape.labelWidth)
    guard !isShort, half == halves.count, float == floats.count else { return nil }
  }

  /// All whole numbers, in the order of ``init(shape:halves:floats:)``.
  var halves: [SIMD8<Int16>] {
    embeddings + layers.flatMap(\.input.weights) + tags.weights + attachment.weights + labels.weights + arcRoot
      + arcPlaces.weights
  }

  /// All real numbers, in the order of ``init(shape:halves:floats:)``.
  var floats: [Float] {
    func plain(_ vectors: [SIMD8<Float>]) -> [Float] { vectors.flatMap { vector in (0..<8).map { vector[$0] } } }
    func plain(_ affine: Affine) -> [Float] { affine.bias.flatMap { vector in (0..<4).map { vector[$0] } } }
    return layers.flatMap { plain($0.input) + plain($0.peepholes) } + plain(tags) + plain(tagVectors)
      + plain(attachment) + plain(labels)
      + plain(labelRoot) + plain(labelPlaces)
  }
}

/// Where a head stands from its dependent: side and distance, in classes. Part of the model's format.
package enum ArcPlace {
  package static let count = 20

  /// - Parameters: words count from 1; head 0 is the root.
  @inline(__always)
  package static func index(head: Int, dependent: Int) -> Int {
    guard head != 0 else { return 0 }
    let distance = abs(head - dependent)
    let step = distance < 6 ? distance : distance < 9 ? 6 : distance < 14 ? 7 : distance < 25 ? 8 : 9
    return head > dependent ? step + 10 : step
  }
}
