import SourceText
import TextAnalysis

/// A document's trees made ready for many questions: relations as numbers, children at hand, heads checked.
///
/// Trees come from a parser and may be odd; every walk here ends, whatever they hold, since a head that would close a
/// circle is cut when the value is made.
struct Syntax: Sendable {
  let document: Document
  let relations: [Relation]
  /// One entry per token, lower case.
  let lemmas: [String]
  /// One entry per token: the sentence it stands in.
  let sentenceOfToken: [Int]
  /// One entry per token, nil for a root.
  let heads: [Int?]
  private let childStarts: [Int]
  private let childTokens: [Int]

  var tokens: [Token] { document.tokens }

  /// Linear in the number of tokens, but for lowercasing.
  init(_ document: Document) {
    self.document = document
    let tokens = document.tokens
    let count = tokens.count
    var sentenceOfToken = [Int](repeating: 0, count: count)
    var heads = [Int?](repeating: nil, count: count)
    for (index, sentence) in document.sentences.enumerated() {
      for token in sentence.tokens.clamped(to: 0..<count) {
        sentenceOfToken[token] = index
        if let head = tokens[token].head, sentence.tokens.contains(head), head != token { heads[token] = head }
      }
    }
    Self.cutCircles(&heads)
    var starts = [Int](repeating: 0, count: count + 1)
    for head in heads { if let head { starts[head + 1] += 1 } }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var fill = starts
    var children = [Int](repeating: 0, count: starts[count])
    for (token, head) in heads.enumerated() {
      guard let head else { continue }
      children[fill[head]] = token
      fill[head] += 1
    }
    self.heads = heads
    self.sentenceOfToken = sentenceOfToken
    childStarts = starts
    childTokens = children
    relations = tokens.map { Relation(deprel: $0.deprel) }
    lemmas = tokens.map { $0.lemma.isEmpty ? $0.lower : $0.lemma.lowercased() }
  }

  /// Follows each token upwards once; a token met twice on the way closes a circle and becomes a root.
  private static func cutCircles(_ heads: inout [Int?]) {
    var state = [UInt8](repeating: 0, count: heads.count)
    for start in heads.indices where state[start] == 0 {
      var path: [Int] = []
      var here: Int? = start
      while let token = here, state[token] == 0 {
        state[token] = 1
        path.append(token)
        here = heads[token]
      }
      if let token = here, state[token] == 1, let last = path.last { heads[last] = nil }
      for token in path { state[token] = 2 }
    }
  }

  /// In text order.
  func children(_ token: Int) -> ArraySlice<Int> { childTokens[childStarts[token]..<childStarts[token + 1]] }

  func children(_ token: Int, _ wanted: RelationSet) -> [Int] {
    children(token).filter { wanted.has(relations[$0]) }
  }

  func children(_ token: Int, _ relation: Relation) -> [Int] {
    children(token).filter { relations[$0] == relation }
  }

  func child(_ token: Int, _ wanted: RelationSet) -> Int? { children(token).first { wanted.has(relations[$0]) } }
  func child(_ token: Int, _ relation: Relation) -> Int? { children(token).first { relations[$0] == relation } }

  func isPart(_ token: Int, _ parts: PartOfSpeech...) -> Bool { parts.contains(tokens[token].upos) }

  /// Whether `ancestor` is `token` or stands above it.
  func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
    var here: Int? = token
    while let current = here {
      if current == ancestor { return true }
      here = heads[current]
    }
    return false
  }

  /// The token and all below it, but nothing below a child that `isCut` holds for; in text order.
  func subtree(_ token: Int, without isCut: (Int) -> Bool = { _ in false }) -> [Int] {
    var open = [token]
    var found: [Int] = []
    while let here = open.popLast() {
      found.append(here)
      for child in children(here) where !isCut(child) { open.append(child) }
    }
    return found.sorted()
  }

  /// From the first to the last token of the subtree, what lies between included.
  func span(_ token: Int) -> Range<Int> {
    var low = token
    var high = token
    var open = [token]
    while let here = open.popLast() {
      low = min(low, here)
      high = max(high, here)
      open.append(contentsOf: children(here))
    }
    return low..<(high + 1)
  }
}
