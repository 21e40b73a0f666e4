import SourceText

extension Document {
  /// The document in CoNLL-U (universaldependencies.org/format): a block per sentence with `# text` and, in MISC,
  /// `SpaceAfter=No` and the byte range.
  public func conllu() -> String { sentences.map { conllu(of: $0) }.joined() }

  /// One sentence as a CoNLL-U block, its empty last line included. Tabs and breaks in a form cannot occur.
  public func conllu(of sentence: Sentence) -> String {
    let words = words(of: sentence.tokens).map { $0.isNewline || $0 == "\t" ? " " : $0 }
    var result = "# part = \(sentence.part.rawValue)\n# text = \(String(words))\n"
    for index in sentence.tokens {
      let token = tokens[index]
      let head = token.head.map { String($0 - sentence.tokens.lowerBound + 1) } ?? (token.deprel.isEmpty ? "_" : "0")
      let isJoined = index + 1 < sentence.tokens.upperBound && !tokens[index + 1].hasSpaceBefore
      let columns = [
        String(index - sentence.tokens.lowerBound + 1), token.form, token.lemma, token.upos.rawValue,
        token.xpos.isEmpty ? "_" : token.xpos, "_", head, token.deprel.isEmpty ? "_" : token.deprel, "_",
        (isJoined ? "SpaceAfter=No|" : "") + "Range=\(token.range.start):\(token.range.end)",
      ]
      result += columns.joined(separator: "\t") + "\n"
    }
    return result + "\n"
  }
}
