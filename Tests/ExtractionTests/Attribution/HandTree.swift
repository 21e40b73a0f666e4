import SourceText
import TextAnalysis

/// Documents from trees written by hand: one token a line, `form lemma UPOS head relation` and, if need be, the treebank's own tag; heads counted from 1, a blank
/// line between sentences. Tokens stand one blank apart.
func document(_ trees: String) -> Document {
  var contents = ""
  var tokens: [Token] = []
  var sentences: [Sentence] = []
  for block in trees.split(separator: "\n\n") {
    let first = tokens.count
    for line in block.split(separator: "\n") {
      let columns = line.split(separator: " ").map(String.init)
      guard columns.count == 5 || columns.count == 6, let head = Int(columns[3]) else { continue }
      if !contents.isEmpty { contents += " " }
      let start = contents.utf8.count
      contents += columns[0]
      tokens.append(
        Token(
          range: SourceRange(start, contents.utf8.count), form: columns[0], lemma: columns[1],
          upos: PartOfSpeech(rawValue: columns[2]) ?? .other,
          xpos: columns.count == 6 ? columns[5] : columns[2] == "VERB" ? "VBD" : "",
          head: head == 0 ? nil : first + head - 1, deprel: columns[4], hasSpaceBefore: tokens.count > first))
    }
    guard tokens.count > first else { continue }
    sentences.append(
      Sentence(
        tokens: first..<tokens.count,
        range: SourceRange(tokens[first].range.start, tokens[tokens.count - 1].range.end), part: .body, paragraph: 0))
  }
  return Document(text: Text(origin: "hand", contents: contents), sentences: sentences, tokens: tokens)
}
