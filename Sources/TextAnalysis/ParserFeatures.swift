/// The words of a sentence as the parser's templates take them: index 0 is none, the last is the root.
package struct ParserWords {
  let word: [UInt32]
  /// Pairs of UPOS and XPOS.
  let tag: [UInt32]
  /// UPOS alone.
  let coarse: [UInt32]
  let suffix: [UInt32]
  /// The tree that the guide found: heads (0 = no guide), labels + 1, outermost dependents on both sides.
  package private(set) var guideHead: [Int32]
  package private(set) var guideLabel: [UInt32]
  private(set) var guideLeft: [Int32]
  private(set) var guideRight: [Int32]
  package private(set) var isGuided = false

  /// - Parameters:
  ///   - tags: class of each word.
  ///   - coarseTags: UPOS of each class.
  package init(_ words: Words, tags: [UInt8], coarseTags: [UInt8]) {
    word = [2] + words.lower + [4]
    tag = [1] + tags.map { UInt32($0) + 3 } + [2]
    coarse = [1] + tags.map { UInt32(coarseTags[Int($0)]) + 3 } + [2]
    suffix = [2] + words.suffixes.map { $0[2] } + [4]
    guideHead = [Int32](repeating: 0, count: word.count)
    guideLabel = [UInt32](repeating: 0, count: word.count)
    guideLeft = guideHead
    guideRight = guideHead
  }

  private init(word: [UInt32], tag: [UInt32], coarse: [UInt32], suffix: [UInt32]) {
    self.word = word
    self.tag = tag
    self.coarse = coarse
    self.suffix = suffix
    guideHead = []
    guideLabel = []
    guideLeft = []
    guideRight = []
  }

  /// The sentence from its end; without a guide.
  package var reversed: ParserWords {
    func turn(_ values: [UInt32]) -> [UInt32] {
      var values = values
      if values.count > 2 { values[1..<(values.count - 1)].reverse() }
      return values
    }
    return ParserWords(word: turn(word), tag: turn(tag), coarse: turn(coarse), suffix: turn(suffix))
  }

  /// Heads (1-based, words + 1 for the root) of a sentence for its words in reverse order, and back.
  package static func reversed<Head: BinaryInteger>(_ heads: [Head]) -> [Head] {
    let root = Head(heads.count + 1)
    return heads.reversed().map { $0 == root ? root : root - $0 }
  }

  /// Sets the tree that the parser may look at: what a parser of reversed sentences makes of this one.
  package mutating func setGuide(by guide: DependencyParser) {
    let tree = guide.parse(reversed, count: word.count - 2)
    setGuide(heads: Self.reversed(tree.heads), labels: tree.labels.reversed())
  }

  package mutating func setGuide(heads: [Int32], labels: [UInt8]) {
    isGuided = true
    for (index, head) in heads.enumerated() {
      let word = Int32(index + 1)
      guideHead[index + 1] = head
      guideLabel[index + 1] = UInt32(labels[index]) + 1
      if head > word {
        if guideLeft[Int(head)] == 0 { guideLeft[Int(head)] = word }
      } else {
        guideRight[Int(head)] = word
      }
    }
  }
}

/// Distance in words, in classes.
@inline(__always)
private func distanceClass(_ a: Int, _ b: Int) -> UInt32 {
  guard a != 0, b != 0 else { return 0 }
  let distance = abs(a - b)
  return distance < 5 ? UInt32(distance) : distance < 8 ? 5 : distance < 12 ? 6 : 7
}

extension ParserState {
  /// The keys of this state, after Zhang and Nivre (2011) and what arc-hybrid shows besides. Part of the model's format.
  package func features(_ words: ParserWords, into features: inout [UInt64]) {
    features.removeAll(keepingCapacity: true)
    let depth = stack.count
    let s0 = depth >= 1 ? Int(stack[depth - 1]) : 0
    let s1 = depth >= 2 ? Int(stack[depth - 2]) : 0
    let s2 = depth >= 3 ? Int(stack[depth - 3]) : 0
    let b0 = next
    let b1 = next + 1 <= root ? next + 1 : 0
    let b2 = next + 2 <= root ? next + 2 : 0
    let w = words.word
    let t = words.tag
    let (s0w, s1w, b0w) = (w[s0], w[s1], w[b0])
    let (s0t, s1t, s2t, b0t, b1t, b2t) = (t[s0], t[s1], t[s2], t[b0], t[b1], t[b2])
    let c = words.coarse
    let (s0c, s1c, b0c) = (c[s0], c[s1], c[b0])
    let s0l = Int(left1[s0])
    let s0r = Int(right1[s0])
    let s0l2 = Int(left2[s0])
    let s0r2 = Int(right2[s0])
    let s1l = Int(left1[s1])
    let s1r = Int(right1[s1])
    let s1r2 = Int(right2[s1])
    let b0l = Int(left1[b0])
    let b0l2 = Int(left2[b0])
    func label(_ word: Int) -> UInt32 { word == 0 ? 255 : UInt32(labels[word]) }
    let near = distanceClass(s0, b0)
    let far = distanceClass(s1, s0)
    let valency = UInt32(min(7, leftCount[s0])) | UInt32(min(7, rightCount[s0])) << 4
    let s1valency = UInt32(min(7, leftCount[s1])) | UInt32(min(7, rightCount[s1])) << 4
    let b0valency = UInt32(min(7, leftCount[b0]))
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      features.append(FeatureHash.key(template, a, b, c))
    }
    // Single words.
    add(101, s0w)
    add(102, s0t)
    add(103, s0w, s0t)
    add(104, s1w)
    add(105, s1t)
    add(106, s1w, s1t)
    add(107, b0w)
    add(108, b0t)
    add(109, b0w, b0t)
    add(110, w[b1], b1t)
    add(111, b1t)
    add(112, w[b2], b2t)
    add(113, s2t, w[s2])
    add(114, words.suffix[s0], s0c)
    add(115, words.suffix[b0], b0c)
    // Pairs.
    add(120, s0w, b0w, s0t << 8 | b0t)
    add(121, s0w, s0t, b0t)
    add(122, s0t, b0w, b0t)
    add(123, s0w, b0w)
    add(124, s0t, b0t)
    add(125, s0w, b0t)
    add(126, s0t, b0w)
    add(127, s1w, s0w, s1t << 8 | s0t)
    add(128, s1w, s1t, s0t)
    add(129, s1t, s0w, s0t)
    add(130, s1w, s0w)
    add(131, s1t, s0t)
    add(132, s1w, b0w)
    add(133, s1t, b0t)
    add(134, b0t, b1t)
    add(135, s0w, w[b1])
    add(136, b0w, b1t)
    add(137, s1w, b0t, s0c)
    add(138, s1t, b0w, s0c)
    // Triples of tags.
    add(140, s0t, b0t, b1t)
    add(141, b0t, b1t, b2t)
    add(142, s1t, s0t, b0t)
    add(143, s2t, s1t, s0t)
    add(144, s0w, b0c, b1t)
    add(145, s1c, s0w, b0c)
    add(146, s1w, s0c, b0c)
    add(147, s1c, s0c, b0w)
    add(148, s1t, s0t, b0t << 8 | b1t)
    add(149, s2t, s1t, s0t << 8 | b0t)
    // Dependents.
    add(160, s0t, t[s0l], b0t)
    add(161, s0t, t[s0r], b0t)
    add(162, s0t, b0t, t[b0l])
    add(163, s1t, t[s1r], s0t)
    add(164, s1t, t[s1l], s0t)
    add(165, s1t, s0t, t[s0l])
    add(166, s1t, s0t, t[s0r])
    add(167, s0w, label(s0l) << 8 | label(s0r))
    add(168, s0t, label(s0l) << 8 | label(s0r), b0t)
    add(169, s0t, label(s0l) << 8 | label(s0l2))
    add(170, s0t, label(s0r) << 8 | label(s0r2), b0t)
    add(171, s1t, label(s1r) << 8 | label(s1r2), s0t)
    add(172, s1w, label(s1r) << 8 | label(s1l))
    add(173, b0t, label(b0l) << 8 | label(b0l2), s0t)
    add(174, b0w, label(b0l))
    add(175, w[s0l], s0t, label(s0l))
    add(176, w[s0r], s0t, label(s0r))
    add(177, w[b0l], b0t, label(b0l))
    add(178, w[s1r], s1t, label(s1r))
    add(179, s1t, w[s0l], s0t)
    add(180, s0w, w[s0l], s1c)
    add(181, b0w, w[s0l], s0c)
    add(182, s1w, w[s0l], s0c)
    // Distance and valency.
    add(190, s0w, near)
    add(191, s0t, near, b0t)
    add(192, b0w, near)
    add(193, s1t, s0t, far)
    add(194, s1w, far, s0c)
    add(195, s0w, valency)
    add(196, s0t, valency, b0t)
    add(197, s1t, s1valency, s0t)
    add(198, s1w, s1valency)
    add(199, b0t, b0valency, s0t)
    if words.isGuided { addGuideFeatures(words, s0, s1, b0, into: &features) }
    // Sets of labels.
    let s0set = FeatureHash.key(
      1, UInt32(truncatingIfNeeded: leftLabels[s0]), UInt32(truncatingIfNeeded: leftLabels[s0] >> 32))
    let s0right = FeatureHash.key(
      2, UInt32(truncatingIfNeeded: rightLabels[s0]), UInt32(truncatingIfNeeded: rightLabels[s0] >> 32))
    let s1set = FeatureHash.key(
      3, UInt32(truncatingIfNeeded: rightLabels[s1]), UInt32(truncatingIfNeeded: rightLabels[s1] >> 32))
    let b0set = FeatureHash.key(
      4, UInt32(truncatingIfNeeded: leftLabels[b0]), UInt32(truncatingIfNeeded: leftLabels[b0] >> 32))
    add(200, UInt32(truncatingIfNeeded: s0set), s0t)
    add(201, UInt32(truncatingIfNeeded: s0right), s0t, b0t)
    add(202, UInt32(truncatingIfNeeded: s1set), s1t, s0t)
    add(203, UInt32(truncatingIfNeeded: b0set), b0t, s0t)
    add(204, UInt32(truncatingIfNeeded: s0set), UInt32(truncatingIfNeeded: s0right), s0t << 8 | s1t)
  }

  /// What the guide's tree says of the words in question: where it hangs them, and whether either waits for more.
  private func addGuideFeatures(_ words: ParserWords, _ s0: Int, _ s1: Int, _ b0: Int, into features: inout [UInt64]) {
    let topHead = Int(words.guideHead[s0])
    let nextHead = Int(words.guideHead[b0])
    let secondHead = Int(words.guideHead[s1])
    let top: UInt32 = topHead == b0 ? 1 : topHead == s1 ? 2 : topHead > b0 ? 3 : 4
    let next: UInt32 = nextHead == s0 ? 1 : nextHead > b0 ? 2 : nextHead == s1 ? 3 : 4
    let second: UInt32 = secondHead == b0 ? 1 : secondHead == s0 ? 2 : secondHead > b0 ? 3 : 4
    let topWaits: UInt32 = s0 > 0 && Int(words.guideRight[s0]) >= b0 ? 1 : 0
    let left = Int(words.guideLeft[b0])
    let nextReaches: UInt32 = left == 0 || left > s0 ? 0 : left == s0 ? 1 : 2
    let view = top | next << 3 | topWaits << 6 | nextReaches << 7
    let s0g = words.guideLabel[s0]
    let b0g = words.guideLabel[b0]
    let (s0t, s1t, b0t) = (words.tag[s0], words.tag[s1], words.tag[b0])
    func add(_ template: UInt32, _ a: UInt32, _ b: UInt32 = 0, _ c: UInt32 = 0) {
      features.append(FeatureHash.key(template, a, b, c))
    }
    add(230, view)
    add(231, view, s0g)
    add(232, view, s0g, b0g)
    add(233, view, s0t, b0t)
    add(234, view, s0g, s0t << 8 | b0t)
    add(235, view, s1t, s0t)
    add(236, view, words.word[s0])
    add(237, view, words.word[b0])
    add(238, view | second << 10, s0g, words.guideLabel[s1])
    add(239, s0g, s0t, words.tag[topHead])
    add(240, top, s0g, words.word[s0])
  }
}
