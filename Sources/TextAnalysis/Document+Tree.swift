import SourceText

extension Document {
  /// Index of the sentence that a token belongs to, or nil for an index outside the document. O(log sentences).
  public func sentenceIndex(ofToken token: Int) -> Int? {
    guard tokens.indices.contains(token) else { return nil }
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = low + (high - low) / 2
      if sentences[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count ? low : nil
  }

  /// The sentence that a token belongs to.
  public func sentence(ofToken token: Int) -> Sentence? { sentenceIndex(ofToken: token).map { sentences[$0] } }

  /// Index of the token that holds the byte at `offset` of the text, or of the next one behind it; nil behind the last.
  public func tokenIndex(atOffset offset: Int) -> Int? {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = low + (high - low) / 2
      if tokens[middle].range.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < tokens.count ? low : nil
  }

  /// The tokens whose head is `token`, in text order. O(length of the sentence); for many tokens of a sentence
  /// take ``children(in:)``.
  public func children(of token: Int) -> [Int] {
    guard let sentence = sentence(ofToken: token) else { return [] }
    return sentence.tokens.filter { tokens[$0].head == token }
  }

  /// The children whose relation is one of `relations`, or a subtype of one given without subtype.
  public func children(of token: Int, _ relations: String...) -> [Int] {
    children(of: token).filter { child in relations.contains { tokens[child].hasRelation($0) } }
  }

  /// The children of each token of a sentence: one list per token, in text order, counted from the sentence's first.
  public func children(in sentence: Sentence) -> [[Int]] {
    var result = [[Int]](repeating: [], count: sentence.tokens.count)
    for token in sentence.tokens {
      if let head = tokens[token].head, sentence.tokens.contains(head) {
        result[head - sentence.tokens.lowerBound].append(token)
      }
    }
    return result
  }

  /// The root of a sentence's tree: the first token without a head.
  public func root(of sentence: Sentence) -> Int? { sentence.tokens.first { tokens[$0].head == nil } }

  /// Whether `ancestor` is `token` or stands above it in the tree.
  public func isAncestor(_ ancestor: Int, of token: Int) -> Bool {
    var current: Int? = token
    var steps = 0
    while let here = current, tokens.indices.contains(here), steps <= tokens.count {
      if here == ancestor { return true }
      current = tokens[here].head
      steps += 1
    }
    return false
  }

  /// The token and all below it, in text order. They need not be contiguous. O(length of the sentence).
  public func subtree(of token: Int) -> [Int] {
    guard let sentence = sentence(ofToken: token) else { return [] }
    let first = sentence.tokens.lowerBound
    let lists = children(in: sentence)
    var isInside = [Bool](repeating: false, count: lists.count)
    var open = [token - first]
    while let here = open.popLast() {
      guard !isInside[here] else { continue }
      isInside[here] = true
      open.append(contentsOf: lists[here].map { $0 - first })
    }
    return sentence.tokens.filter { isInside[$0 - first] }
  }

  /// From the first to the last token of the subtree: indices into `tokens`, what lies between included.
  public func subtreeSpan(of token: Int) -> Range<Int> {
    let members = subtree(of: token)
    guard let first = members.first, let last = members.last else { return token..<token }
    return first..<(last + 1)
  }

  /// Where a run of tokens stands in the text, from the first byte of its first to the last of its last.
  public func range(of tokenRange: Range<Int>) -> SourceRange {
    let inside = tokenRange.clamped(to: 0..<tokens.count)
    guard let first = inside.first, let last = inside.last else { return SourceRange(0, 0) }
    return SourceRange(tokens[first].range.start, tokens[last].range.end)
  }

  /// The words of a run of tokens as the text has them, line breaks included.
  public func words(of tokenRange: Range<Int>) -> String { text.slice(range(of: tokenRange)) }
}

extension Token {
  /// Whether the token stands in this relation, or in a subtype of it if none is named: `nsubj` holds for `nsubj:pass`.
  public func hasRelation(_ relation: String) -> Bool {
    guard deprel.utf8.count > relation.utf8.count else { return deprel == relation }
    return deprel.utf8.starts(with: relation.utf8)
      && deprel.utf8[deprel.utf8.index(deprel.utf8.startIndex, offsetBy: relation.utf8.count)] == UInt8(ascii: ":")
  }

  /// The relation without its subtype: `nsubj` for `nsubj:pass`.
  public var baseRelation: Substring { deprel.prefix { $0 != ":" } }
}
