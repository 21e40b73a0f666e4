import SeededRandom

/// A matrix that is learned, with what Adam keeps of its gradients (Kingma and Ba 2015).
final class Parameter {
  var values: Matrix
  var gradients: Matrix
  private var first: Matrix
  private var second: Matrix

  init(rows: Int, columns: Int, bound: Float = 0, _ generator: inout SeededGenerator) {
    values = Matrix(rows: rows, columns: columns)
    if bound > 0 { values.fill(bound: bound, &generator) }
    gradients = Matrix(rows: rows, columns: columns)
    first = gradients
    second = gradients
  }

  var squaredNorm: Double { gradients.values.reduce(0) { $0 + Double(total($1 * $1)) } }

  func update(_ rate: Adam.Rate) {
    for index in values.values.indices {
      let gradient = gradients.values[index] * rate.clip
      let mean = Adam.firstDecay * first.values[index] + (1 - Adam.firstDecay) * gradient
      let square = Adam.secondDecay * second.values[index] + (1 - Adam.secondDecay) * gradient * gradient
      first.values[index] = mean
      second.values[index] = square
      values.values[index] -= rate.step * mean / (square.squareRoot() + Adam.floor)
      gradients.values[index] = SIMD8()
    }
  }
}

enum Adam {
  static let firstDecay: Float = 0.9
  static let secondDecay: Float = 0.95
  static let floor: Float = 1e-8

  /// How far a step goes.
  struct Rate {
    let step: Float
    /// What gradients are multiplied by.
    let clip: Float
  }
}

/// The vectors of features. A batch touches few of them, and only these are brought up to date: how far the mean of its
/// gradients would have carried a row since it was last touched is the sum of a geometric row.
final class FeatureTable {
  let columns: Int
  private(set) var values: Matrix
  private var gradients: Matrix
  private var first: Matrix
  private var second: Matrix
  private var lastStep: [Int32]
  private var isTouched: [Bool]
  private var touched: [Int] = []

  init(rows: Int, columns: Int, bound: Float, _ generator: inout SeededGenerator) {
    self.columns = columns
    values = Matrix(rows: rows, columns: columns)
    values.fill(bound: bound, &generator)
    gradients = Matrix(rows: rows, columns: columns)
    first = gradients
    second = gradients
    lastStep = [Int32](repeating: 0, count: rows)
    isTouched = [Bool](repeating: false, count: rows)
  }

  /// Makes a row fit to be read at a step.
  func bringUpToDate(_ row: Int, step: Int, rate: Float) {
    let gap = step - 1 - Int(lastStep[row])
    guard gap > 0, lastStep[row] > 0 else { return }
    lastStep[row] = Int32(step - 1)
    let ratio = Adam.firstDecay / Adam.secondDecay.squareRoot()
    var power: Float = 1
    var sum: Float = 0
    var decayed: Float = 1
    var decayedSquare: Float = 1
    for _ in 0..<min(gap, 120) {
      power *= ratio
      sum += power
      decayed *= Adam.firstDecay
      decayedSquare *= Adam.secondDecay
    }
    for index in (row * values.lanes)..<((row + 1) * values.lanes) {
      values.values[index] -= rate * sum * first.values[index] / (second.values[index].squareRoot() + Adam.floor)
      first.values[index] *= decayed
      second.values[index] *= decayedSquare
    }
  }

  @inline(__always)
  func add(_ row: Int, _ gradient: ArraySlice<SIMD8<Float>>) {
    if !isTouched[row] {
      isTouched[row] = true
      touched.append(row)
    }
    var place = row * gradients.lanes
    for vector in gradient {
      gradients.values[place] += vector
      place += 1
    }
  }

  var squaredNorm: Double {
    var sum = 0.0
    for row in touched {
      for index in (row * values.lanes)..<((row + 1) * values.lanes) {
        sum += Double(total(gradients.values[index] * gradients.values[index]))
      }
    }
    return sum
  }

  func update(_ rate: Adam.Rate, step: Int) {
    for row in touched {
      for index in (row * values.lanes)..<((row + 1) * values.lanes) {
        let gradient = gradients.values[index] * rate.clip
        let mean = Adam.firstDecay * first.values[index] + (1 - Adam.firstDecay) * gradient
        let square = Adam.secondDecay * second.values[index] + (1 - Adam.secondDecay) * gradient * gradient
        first.values[index] = mean
        second.values[index] = square
        values.values[index] -= rate.step * mean / (square.squareRoot() + Adam.floor)
        gradients.values[index] = SIMD8()
      }
      lastStep[row] = Int32(step)
      isTouched[row] = false
    }
    touched.removeAll(keepingCapacity: true)
  }

  /// Brings all rows up to date.
  func finish(step: Int, rate: Float) {
    for row in 0..<values.rows { bringUpToDate(row, step: step, rate: rate) }
  }
}
