import TextAnalysis

extension NetworkInTraining {
  /// The weights as the program takes them: see ``FixedPoint``.
  func quantized() -> NetworkWeights? {
    var halves: [SIMD8<Int16>] = []
    var floats: [Float] = []
    func add(_ matrix: Matrix, rows: Int, scale: Float = FixedPoint.weight) {
      halves += matrix.values[..<(rows * matrix.lanes)].map { FixedPoint.quantized($0, scale: scale) }
    }
    func addReal(_ matrix: Matrix, columns: Int? = nil) {
      let numbers = matrix.values.flatMap { vector in (0..<8).map { vector[$0] } }
      floats += numbers.prefix(columns ?? numbers.count)
    }
    add(table.values, rows: table.values.rows, scale: FixedPoint.embedding)
    for layer in layers {
      add(layer.weights.values, rows: layer.weights.values.rows)
      addReal(layer.bias.values)
      addReal(layer.peepholes.values)
    }
    add(tagWeights.values, rows: shape.tagRows)
    addReal(tagBias.values, columns: shape.tagRows)
    addReal(tagVectors.values)
    add(attachmentWeights.values, rows: shape.attachmentRows)
    addReal(attachmentBias.values)
    add(labelWeights.values, rows: shape.labelRows)
    addReal(labelBias.values, columns: shape.labelRows)
    add(arcRoot.values, rows: 1, scale: FixedPoint.activation)
    addReal(labelRoot.values)
    add(arcPlaces.values, rows: ArcPlace.count)
    addReal(labelPlaces.values)
    return NetworkWeights(shape: shape, halves: halves, floats: floats)
  }
}
