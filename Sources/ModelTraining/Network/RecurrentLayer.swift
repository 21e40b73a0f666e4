import SeededRandom
import TextAnalysis

/// A layer of simple recurrent units in both directions, in training: see ``NetworkWeights/Layer``.
///
/// The state is c = z + f · (c' − z), what goes out is x + r · (c − x); the gates f and r see the input and the state c'
/// before it.
struct RecurrentLayer {
  let weights: Parameter
  let bias: Parameter
  /// Rows: forget gates, output gates.
  let peepholes: Parameter
  private var input = Matrix(rows: 0, columns: 8)
  private var sums = Matrix(rows: 0, columns: 8)
  private var forget = Matrix(rows: 0, columns: 8)
  private var output = Matrix(rows: 0, columns: 8)
  private var states = Matrix(rows: 0, columns: 8)

  var parameters: [Parameter] { [weights, bias, peepholes] }

  init(width: Int, _ generator: inout SeededGenerator) {
    weights = Parameter(
      rows: 3 * width, columns: width, bound: (3 / Float(width)).squareRoot() * 0.8, &generator)
    bias = Parameter(rows: 1, columns: 3 * width, &generator)
    // Output gates begin half closed, so that what comes in passes through.
    for column in (2 * width)..<(3 * width) { bias.values[0, column] = -1 }
    peepholes = Parameter(rows: 2, columns: width, &generator)
  }

  /// - Parameter sentences: ranges of rows of `input`.
  mutating func forward(_ input: Matrix, _ sentences: [Range<Int>]) -> Matrix {
    self.input = input
    sums = Matrix.product(input, weights.values)
    sums.add(row: bias.values)
    forget = Matrix(rows: input.rows, columns: input.columns)
    output = forget
    states = forget
    var result = forget
    let lanes = input.lanes
    for sentence in sentences {
      for lane in 0..<lanes {
        let backwards = lane >= lanes / 2
        var state = SIMD8<Float>()
        let forgetPeephole = peepholes.values.values[lane]
        let outputPeephole = peepholes.values.values[lanes + lane]
        for step in 0..<sentence.count {
          let row = backwards ? sentence.upperBound - 1 - step : sentence.lowerBound + step
          let place = row * lanes + lane
          let candidate = sums.values[row * lanes * 3 + lane]
          let f = gate(sums.values[row * lanes * 3 + lanes + lane] + forgetPeephole * state)
          let r = gate(sums.values[row * lanes * 3 + 2 * lanes + lane] + outputPeephole * state)
          state = candidate + f * (state - candidate)
          let x = input.values[place]
          forget.values[place] = f
          output.values[place] = r
          states.values[place] = state
          result.values[place] = x + r * (state - x)
        }
      }
    }
    return result
  }

  /// Takes the gradient of what went out, adds those of the parameters, and gives that of what came in.
  mutating func backward(_ gradient: Matrix, _ sentences: [Range<Int>]) -> Matrix {
    let lanes = input.lanes
    var sumGradients = Matrix(rows: input.rows, columns: 3 * input.columns)
    var inputGradients = Matrix(rows: input.rows, columns: input.columns)
    for sentence in sentences {
      for lane in 0..<lanes {
        let backwards = lane >= lanes / 2
        let forgetPeephole = peepholes.values.values[lane]
        let outputPeephole = peepholes.values.values[lanes + lane]
        var carried = SIMD8<Float>()
        for step in (0..<sentence.count).reversed() {
          let row = backwards ? sentence.upperBound - 1 - step : sentence.lowerBound + step
          let place = row * lanes + lane
          let before = step == 0 ? SIMD8<Float>() : states.values[place + (backwards ? lanes : -lanes)]
          let f = forget.values[place]
          let r = output.values[place]
          let state = states.values[place]
          let x = input.values[place]
          let candidate = sums.values[row * lanes * 3 + lane]
          let out = gradient.values[place]
          let outputSum = out * (state - x) * Self.slope(r)
          inputGradients.values[place] = out * (1 - r)
          let stateGradient = carried + out * r
          let forgetSum = stateGradient * (before - candidate) * Self.slope(f)
          sumGradients.values[row * lanes * 3 + lane] = stateGradient * (1 - f)
          sumGradients.values[row * lanes * 3 + lanes + lane] = forgetSum
          sumGradients.values[row * lanes * 3 + 2 * lanes + lane] = outputSum
          peepholes.gradients.values[lane] += forgetSum * before
          peepholes.gradients.values[lanes + lane] += outputSum * before
          carried = stateGradient * f + forgetSum * forgetPeephole + outputSum * outputPeephole
        }
      }
    }
    inputGradients += Matrix.product(sumGradients, weights.values.transposed)
    weights.gradients += Matrix.product(sumGradients.transposed, input.transposed)
    bias.gradients += sumGradients.columnSums
    return inputGradients
  }

  /// The slope of ``gate(_:)`` where its value is `gate`.
  @inline(__always)
  private static func slope(_ gate: SIMD8<Float>) -> SIMD8<Float> {
    let sine = 2 * gate - 1
    let square = rectified(1 - sine * sine)
    return 0.25 * square * square.squareRoot()
  }
}
