import SourceText
import Testing

@testable import TextAnalysis

/// Reproducible numbers for the tests below.
private struct Numbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Test("products of eight numbers at a time are those of the plain definition", arguments: [1, 3, 8])
func products(_ lanes: Int) {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = Numbers(state: seed)
  func vectors(_ count: Int) -> [SIMD8<Int16>] {
    (0..<count).map { _ in SIMD8((0..<8).map { _ in Int16.random(in: .min ... .max, using: &numbers) }) }
  }
  let weights = vectors(12 * lanes)
  let inputs = vectors(5 * lanes)
  var sums = [Int32](repeating: 0, count: 60)
  var target = sums.mutableSpan
  multiply(weights.span, rows: 12, lanes: lanes, inputs.span, into: &target)
  for vector in 0..<5 {
    for row in 0..<12 {
      var expected: Int32 = 0
      for lane in 0..<(lanes * 8) {
        let weight = weights[row * lanes + lane / 8][lane % 8]
        expected &+= Int32(weight) &* Int32(inputs[vector * lanes + lane / 8][lane % 8])
      }
      #expect(sums[vector * 12 + row] == expected, "seed \(seed)")
    }
  }
}

@Test(
  "a packed matrix gives the same products", arguments: [(4, 1, 1), (16, 3, 5), (20, 2, 8), (36, 5, 13), (48, 4, 29)])
func packedProducts(_ rows: Int, _ lanes: Int, _ count: Int) {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = Numbers(state: seed)
  func vectors(_ count: Int) -> [SIMD8<Int16>] {
    (0..<count).map { _ in SIMD8((0..<8).map { _ in Int16.random(in: .min ... .max, using: &numbers) }) }
  }
  let weights = vectors(rows * lanes)
  let inputs = vectors(count * lanes)
  // Nil on a machine that multiplies in another way.
  guard let packed = PackedMatrix(weights, rows: rows, lanes: lanes) else { return }
  var expected = [Int32](repeating: 0, count: rows * count + 1)
  var sums = expected
  var plain = expected.mutableSpan
  multiply(weights.span, rows: rows, lanes: lanes, inputs.span, into: &plain)
  var target = sums.mutableSpan
  packed.multiply(inputs.span, into: &target)
  #expect(sums == expected, "seed \(seed)")
}

@Test("numbers become whole ones to the nearest, and what is too large or no number at all is bounded")
func quantizing() {
  let values = SIMD8<Float>(0, 1, -1, 0.25 / 1024, 0.75 / 1024, 1e30, -.infinity, 31.9)
  let whole = FixedPoint.quantized(values, scale: 1024)
  #expect(whole == SIMD8(0, 1024, -1024, 0, 1, 32_767, -32_767, 32_666))
  _ = FixedPoint.quantized(SIMD8(repeating: .nan), scale: 1024)
}

/// The best score of all trees, found by trying them.
private func bestByTrying(_ scores: [Int32], count: Int) -> Int32 {
  var best = Int32.min
  var heads = [Int32](repeating: 0, count: count)
  func attempt(_ word: Int, _ sum: Int32) {
    if word > count {
      if ProjectiveDecoder.isProjectiveTree(heads), sum > best { best = sum }
      return
    }
    for head in 0...count where head != word {
      heads[word - 1] = Int32(head)
      attempt(word + 1, sum + scores[word * (count + 1) + head])
    }
  }
  attempt(1, 0)
  return best
}

@Test("the tree that is found is the best of all projective trees with one root", arguments: 1...6)
func bestTree(_ count: Int) {
  let seed = UInt64.random(in: 0...UInt64.max)
  var numbers = Numbers(state: seed)
  for _ in 0..<8 {
    let scores = (0..<((count + 1) * (count + 1))).map { _ in Int32.random(in: -1000...1000, using: &numbers) }
    let heads = ProjectiveDecoder.heads(scores, count: count)
    #expect(ProjectiveDecoder.isProjectiveTree(heads), "seed \(seed)")
    let found = heads.enumerated().reduce(Int32(0)) { $0 + scores[($1.offset + 1) * (count + 1) + Int($1.element)] }
    #expect(found == bestByTrying(scores, count: count), "seed \(seed)")
  }
}

@Test(
  "what is no projective tree with one root is recognised",
  arguments: [
    ([0], true), ([2, 0], true), ([0, 0], false), ([2, 1], false), ([0, 4, 1, 1], false), ([2, 3, 0, 3], true),
    ([3, 0, 2, 2], false), ([4, 1, 1, 0], true),
  ] as [([Int32], Bool)])
func trees(_ heads: [Int32], _ expected: Bool) {
  #expect(ProjectiveDecoder.isProjectiveTree(heads) == expected)
}

@Test("weights that are too few, too many or of no possible shape are refused")
func shapes() {
  func shape(width: Int = 16, tags: Int = 4, layers: Int = 1) -> NetworkWeights.Shape {
    NetworkWeights.Shape(
      features: 2, width: width, layers: layers, tagLayer: 1, arcWidth: 8, labelWidth: 8, tags: tags, labels: 4)
  }
  // 2 × 16 features, 48 × 16, 4 × 16, 32 × 16, 4 × 8, 8 and 20 × 8 whole numbers.
  let halves = [SIMD8<Int16>](repeating: SIMD8(), count: 197)
  let floats = [Float](repeating: 0, count: 48 + 32 + 4 + 64 + 32 + 4 + 8 + 160)
  #expect(NetworkWeights(shape: shape(), halves: halves, floats: floats) != nil)
  #expect(NetworkWeights(shape: shape(), halves: Array(halves.dropLast()), floats: floats) == nil)
  #expect(NetworkWeights(shape: shape(), halves: halves + [SIMD8()], floats: floats) == nil)
  #expect(NetworkWeights(shape: shape(), halves: halves, floats: Array(floats.dropLast())) == nil)
  #expect(NetworkWeights(shape: shape(), halves: halves, floats: floats.dropLast() + [.nan]) == nil)
  #expect(NetworkWeights(shape: shape(width: 12), halves: halves, floats: floats) == nil)
  #expect(NetworkWeights(shape: shape(tags: 0), halves: halves, floats: floats) == nil)
  #expect(NetworkWeights(shape: shape(layers: 1 << 40), halves: halves, floats: floats) == nil)
}

@Test("several threads that share a model read the same")
func threads() async throws {
  let analyzer = try sharedAnalyzer.get()
  let text = Text(origin: "", contents: "The minister said on Monday that the talks had failed. Kenya denied it.")
  let expected = try analyzer.analyze(text).conllu()
  await withTaskGroup(of: String?.self) { group in
    for _ in 0..<8 { group.addTask { (try? analyzer.analyze(text))?.conllu() } }
    for await found in group { #expect(found == expected) }
  }
}
