import TextAnalysis

/// A repair of a tree, and what the token is that it begins at: its relation, its tag, its part of speech, its word in
/// small letters; an empty list stands for any.
///
/// Where a repair begins is asked for by the repair itself as well, so what stands here only saves the asking.
struct Repair: Sendable {
  let relations: [String]
  let tags: [String]
  let parts: [PartOfSpeech]
  let words: [String]
  /// The repair, the token, its sentence, all tokens.
  let mend: @Sendable (TreeRepair, Int, Range<Int>, inout [Token]) -> Void

  init(
    relations: [String] = [], tags: [String] = [], parts: [PartOfSpeech] = [], words: [String] = [],
    _ mend: @escaping @Sendable (TreeRepair, Int, Range<Int>, inout [Token]) -> Void
  ) {
    self.relations = relations
    self.tags = tags
    self.parts = parts
    self.words = words
    self.mend = mend
  }
}

/// Which repairs may begin at a token: a look at each of its columns in place of one at each repair, of which there are a
/// hundred and more (half the time that the repairs took).
struct RepairBeginnings: Sendable {
  /// Numbers of repairs, in ascending order.
  struct Numbers: Sendable, Equatable {
    fileprivate var bits = SIMD8<UInt64>()

    static let lanes = 8
    static let most = lanes * 64

    mutating func popFirst() -> Int? {
      for lane in 0..<Self.lanes where bits[lane] != 0 {
        let number = lane &* 64 &+ bits[lane].trailingZeroBitCount
        bits[lane] &= bits[lane] &- 1
        return number
      }
      return nil
    }

    /// Those behind a number.
    func after(_ number: Int) -> Numbers {
      var result = self
      for lane in 0..<Self.lanes {
        let place = number - lane * 64
        // A shift by 64 and more leaves nothing, by less than 0 shifts back: all or none of a lane.
        result.bits[lane] &= place < 0 ? ~0 : ~0 << UInt64(place + 1)
      }
      return result
    }
  }

  private var byRelation: [String: Numbers] = [:]
  private var byTag: [String: Numbers] = [:]
  private var byPart: [Numbers]
  private var byWord: [String: Numbers] = [:]
  /// For relations, tags and words that no repair names.
  private var atAnyRelation = Numbers()
  private var atAnyTag = Numbers()
  private var atAnyWord = Numbers()

  init(_ repairs: [Repair]) {
    precondition(repairs.count <= Numbers.most)
    byPart = Array(repeating: Numbers(), count: PartOfSpeech.allCases.count)
    Self.index(repairs.map(\.relations), &byRelation, &atAnyRelation)
    Self.index(repairs.map(\.tags), &byTag, &atAnyTag)
    Self.index(repairs.map(\.words), &byWord, &atAnyWord)
    for (number, repair) in repairs.enumerated() {
      for (place, part) in PartOfSpeech.allCases.enumerated() where repair.parts.isEmpty || repair.parts.contains(part)
      {
        byPart[place].bits[number / 64] |= 1 << UInt64(number % 64)
      }
    }
  }

  private static func index(_ values: [[String]], _ table: inout [String: Numbers], _ any: inout Numbers) {
    for (number, values) in values.enumerated() where values.isEmpty {
      any.bits[number / 64] |= 1 << UInt64(number % 64)
    }
    for (number, values) in values.enumerated() {
      for value in values { table[value, default: any].bits[number / 64] |= 1 << UInt64(number % 64) }
    }
  }

  func repairs(at token: Token) -> Numbers {
    var result = byPart[token.upos.place]
    result.bits &= (byRelation[token.deprel] ?? atAnyRelation).bits
    result.bits &= (byTag[token.xpos] ?? atAnyTag).bits
    guard result != Numbers() else { return result }
    result.bits &= (byWord[token.lower] ?? atAnyWord).bits
    return result
  }
}

extension PartOfSpeech {
  /// Its number among all; a switch, since a look through the list of all costs more than a repair.
  fileprivate var place: Int {
    switch self {
    case .adjective: 0
    case .adposition: 1
    case .adverb: 2
    case .auxiliary: 3
    case .coordinatingConjunction: 4
    case .determiner: 5
    case .interjection: 6
    case .noun: 7
    case .numeral: 8
    case .particle: 9
    case .pronoun: 10
    case .properNoun: 11
    case .punctuation: 12
    case .subordinatingConjunction: 13
    case .symbol: 14
    case .verb: 15
    case .other: 16
    }
  }
}
