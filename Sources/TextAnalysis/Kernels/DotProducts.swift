import CKernels

/// Products of a matrix of 16-bit weights with the vectors of a sentence's words, in 32 bits and wrapping: the same on
/// every machine, since whole numbers do not mind the order in which they are added.
///
/// Lanes are taken by eight, the even and the odd ones added before they are summed up: that is what one `pmaddwd` does,
/// and the compiler makes it of these lines. On one core of a 2.6 GHz EPYC, compiled for plain x86-64, that gives some
/// 37,000 million products a second, where a loop over single numbers gives 4,000. `[unchecked:]`, with the lengths
/// checked above the loops, is half of it. Where the machine has wider vectors, which Swift cannot ask for one function
/// alone, the loop in C does 43,000 (256 bits); ``PackedMatrix`` is faster where a matrix has many uses.
///
/// - Parameters:
///   - weights: rows × lanes, row-major.
///   - inputs: vectors × lanes, row-major.
///   - sums: vectors × rows, row-major.
/// - Precondition: the lengths fit, and `rows` is a multiple of four.
package func multiply(
  _ weights: Span<SIMD8<Int16>>, rows: Int, lanes: Int, _ inputs: Span<SIMD8<Int16>>,
  into sums: inout MutableSpan<Int32>
) {
  let vectors = inputs.count / max(1, lanes)
  precondition(rows % 4 == 0 && rows >= 0 && lanes > 0, "four rows are taken at a time")
  precondition(weights.count == rows * lanes && inputs.count == vectors * lanes, "whole rows and vectors")
  precondition(sums.count >= vectors * rows, "one sum for each vector and row")
  if multiplyWide(weights, rows: rows, lanes: lanes, inputs, vectors: vectors, into: &sums) { return }
  #if DEBUG
    // Without optimisation vectors cost a thousand times as much, and numbers one by one some ten times.
    multiplyPlainly(weights, rows: rows, lanes: lanes, inputs, vectors: vectors, into: &sums)
  #else
    multiplyByFour(weights, rows: rows, lanes: lanes, inputs, vectors: vectors, into: &sums)
  #endif
}

/// A matrix in the order in which vectors of 512 bits take it: with sixteen rows side by side no sums over lanes are left to do
/// at the end, which gives 110,000 million products a second for
/// 74,000.
package struct PackedMatrix: Sendable, Equatable {
  private let rows: Int
  private let lanes: Int
  private let numbers: [Int16]

  /// - Returns: nil on a machine without such vectors.
  package init?(_ weights: [SIMD8<Int16>], rows: Int, lanes: Int) {
    let side = hearsay_packed_rows()
    guard side > 0, rows > 0, lanes > 0, weights.count == rows * lanes else { return nil }
    var numbers: [Int16] = []
    numbers.reserveCapacity((rows + side - 1) / side * side * lanes * 8)
    for block in stride(from: 0, to: rows, by: side) {
      for pair in 0..<(lanes * 4) {
        for row in block..<(block + side) {
          let eight = row < rows ? weights[row * lanes + pair / 4] : SIMD8()
          numbers.append(eight[pair % 4 * 2])
          numbers.append(eight[pair % 4 * 2 + 1])
        }
      }
    }
    self.rows = rows
    self.lanes = lanes
    self.numbers = numbers
  }

  /// The same sums as ``multiply(_:rows:lanes:_:into:)``.
  ///
  /// - Precondition: `inputs` holds whole vectors, and `sums` has room for one sum for each vector and row.
  package func multiply(_ inputs: Span<SIMD8<Int16>>, into sums: inout MutableSpan<Int32>) {
    let vectors = inputs.count / lanes
    precondition(inputs.count == vectors * lanes && sums.count >= vectors * rows, "one sum for each vector and row")
    numbers.withUnsafeBufferPointer { numbers in
      inputs.withUnsafeBytes { inputs in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let numbers = numbers.baseAddress, let inputs = inputs.bindMemory(to: Int16.self).baseAddress,
            let sums = sums.baseAddress
          else { return }
          _ = hearsay_multiply_packed(numbers, rows, lanes &* 8, inputs, vectors, sums)
        }
      }
    }
  }
}

/// False, and nothing done, where the machine has no wide vectors.
private func multiplyWide(
  _ weights: Span<SIMD8<Int16>>, rows: Int, lanes: Int, _ inputs: Span<SIMD8<Int16>>, vectors: Int,
  into sums: inout MutableSpan<Int32>
) -> Bool {
  weights.withUnsafeBytes { weights in
    inputs.withUnsafeBytes { inputs in
      sums.withUnsafeMutableBufferPointer { sums in
        guard let sums = sums.baseAddress, let weights = weights.bindMemory(to: Int16.self).baseAddress,
          let inputs = inputs.bindMemory(to: Int16.self).baseAddress
        else { return true }
        return hearsay_multiply(weights, rows, lanes &* 8, inputs, vectors, sums)
      }
    }
  }
}

@inline(__always)
private func multiplyByFour(
  _ weights: Span<SIMD8<Int16>>, rows: Int, lanes: Int, _ inputs: Span<SIMD8<Int16>>, vectors: Int,
  into sums: inout MutableSpan<Int32>
) {
  var row = 0
  while row < rows {
    let first = row &* lanes
    let second = first &+ lanes
    let third = second &+ lanes
    let fourth = third &+ lanes
    for vector in 0..<vectors {
      let start = vector &* lanes
      var a = SIMD4<Int32>()
      var b = a
      var c = a
      var d = a
      for lane in 0..<lanes {
        let input = inputs[unchecked: start &+ lane]
        a &+= pairs(weights[unchecked: first &+ lane], input)
        b &+= pairs(weights[unchecked: second &+ lane], input)
        c &+= pairs(weights[unchecked: third &+ lane], input)
        d &+= pairs(weights[unchecked: fourth &+ lane], input)
      }
      let place = vector &* rows &+ row
      sums[unchecked: place] = a.wrappedSum()
      sums[unchecked: place &+ 1] = b.wrappedSum()
      sums[unchecked: place &+ 2] = c.wrappedSum()
      sums[unchecked: place &+ 3] = d.wrappedSum()
    }
    row &+= 4
  }
}

/// Products of eight numbers, added in pairs.
@inline(__always)
private func pairs(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD4<Int32> {
  let products = SIMD8<Int32>(truncatingIfNeeded: a) &* SIMD8<Int32>(truncatingIfNeeded: b)
  return products.evenHalf &+ products.oddHalf
}

#if DEBUG
  /// The definition of ``multiply(_:rows:lanes:_:into:)``, eight numbers to a line since each line costs so much.
  private func multiplyPlainly(
    _ weights: Span<SIMD8<Int16>>, rows: Int, lanes: Int, _ inputs: Span<SIMD8<Int16>>, vectors: Int,
    into sums: inout MutableSpan<Int32>
  ) {
    weights.withUnsafeBytes { weights in
      inputs.withUnsafeBytes { inputs in
        sums.withUnsafeMutableBufferPointer { sums in
          guard let weights = weights.bindMemory(to: Int16.self).baseAddress,
            let inputs = inputs.bindMemory(to: Int16.self).baseAddress
          else { return }
          for vector in 0..<vectors {
            var w = weights
            for row in 0..<rows {
              var x = inputs + vector &* lanes &* 8
              let end = x + lanes &* 8
              var sum: Int32 = 0
              while x < end {
                sum &+= Int32(w[0]) &* Int32(x[0]) &+ Int32(w[1]) &* Int32(x[1])
                sum &+= Int32(w[2]) &* Int32(x[2]) &+ Int32(w[3]) &* Int32(x[3])
                sum &+= Int32(w[4]) &* Int32(x[4]) &+ Int32(w[5]) &* Int32(x[5])
                sum &+= Int32(w[6]) &* Int32(x[6]) &+ Int32(w[7]) &* Int32(x[7])
                w += 8
                x += 8
              }
              sums[vector &* rows &+ row] = sum
            }
          }
        }
      }
    }
  }
#endif
