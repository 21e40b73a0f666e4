/// How real numbers stand in the network as whole ones. Part of the model's format.
package enum FixedPoint {
  /// What 1 becomes in a vector; ±32 can be written.
  package static let activation: Float = 1024
  /// What 1 becomes in a matrix; ±8 can be written.
  package static let weight: Float = 4096
  /// What 1 becomes in the table of features; ±8 can be written.
  package static let embedding: Float = 4096
  /// The value of one unit in a sum of products of both.
  package static let product: Float = 1 / (activation * weight)

  /// Eight numbers as whole ones, to the nearest, and the largest there is in place of what is larger.
  ///
  /// Adding 1.5 × 2^23 leaves the whole number in the low bits; a conversion would trap on what no 32 bits can hold.
  @inline(__always)
  package static func quantized(_ values: SIMD8<Float>, scale: Float) -> SIMD8<Int16> {
    let scaled = values * scale
    // `clamped` is not inlined, and costs a tenth of all time.
    let notAbove = scaled.replacing(with: 32_767, where: scaled .> 32_767)
    let bounded = notAbove.replacing(with: -32_767, where: notAbove .< -32_767)
    let shifted = bounded + 12_582_912
    return SIMD8<Int16>(truncatingIfNeeded: unsafeBitCast(shifted, to: SIMD8<UInt32>.self))
  }
}

/// A sigmoid of basic operations alone, which every machine rounds alike: 0.5 at 0, near 1 from 6 on.
@inline(__always)
package func gate(_ x: SIMD8<Float>) -> SIMD8<Float> {
  let half = x * 0.5
  return 0.5 + 0.5 * half / (1 + half * half).squareRoot()
}

/// Zero in place of what is below it.
@inline(__always)
package func rectified(_ x: SIMD8<Float>) -> SIMD8<Float> { x.replacing(with: 0, where: x .< 0) }
