import GraphCore

extension GraphReader {
  /// What a picture of the graph writes on the node: its name, title or text, cut to a readable length; without those,
  /// its labels and key.
  func caption(of node: NodeID) -> String {
    for name in ["name", "title", "text"] {
      guard let key = names.propertyKey(name), case .string(let text) = property(key, ofNodes: [node])[0] else {
        continue
      }
      let caption = shortened(text)
      if !caption.isEmpty { return caption }
    }
    let labels = labelNames(of: node)
    return labels.isEmpty ? key(of: node).description : "\(labels.joined(separator: ":")) \(key(of: node))"
  }
}

/// Longer captions hide the nodes beside them.
private let captionLength = 60

/// One line of at most `captionLength` characters, cut behind a word where there is one, with `…` for the rest.
func shortened(_ text: String) -> String {
  // Cut before splitting: a text may be megabytes long.
  let words = text.prefix(4 * captionLength).split(whereSeparator: \.isWhitespace)
  let isWhole = text.dropFirst(4 * captionLength).isEmpty
  let line = words.joined(separator: " ")
  if isWhole && line.count <= captionLength { return line }
  let head = line.prefix(captionLength - 1)
  let atWord = head.lastIndex(of: " ").map { head[..<$0] } ?? head
  return (atWord.count >= captionLength / 2 ? atWord : head) + "…"
}
