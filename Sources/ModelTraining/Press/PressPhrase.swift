/// A word of a phrase that is being put together. Its head is a place in the phrase; nil for the word that the rest hangs on.
struct PressWord: Equatable {
  var form: String
  var upos: String
  var xpos: String
  var head: Int?
  var deprel: String
  /// Whether a space stands behind it where nothing else decides.
  var spaceAfter = true
}

/// A stretch of words that hang together under one of them.
struct PressPhrase: Equatable {
  var words: [PressWord] = []

  var root: Int { words.firstIndex { $0.head == nil } ?? 0 }

  /// The words of a sentence from `range` as a phrase under `root`, where no word but that one hangs on what is outside.
  init?(_ sentence: TreebankSentence, _ range: Range<Int>, root: Int, without left: Set<Int> = []) {
    var places: [Int: Int] = [:]
    for index in range where !left.contains(index) { places[index] = places.count }
    guard places[root] != nil else { return nil }
    for index in range where !left.contains(index) {
      var word = PressWord(
        form: sentence.forms[index], upos: sentence.upos[index], xpos: sentence.xpos[index], head: nil,
        deprel: sentence.deprels[index], spaceAfter: sentence.spaceAfter[index])
      if index != root {
        guard let head = places[sentence.heads[index] - 1] else { return nil }
        word.head = head
      }
      words.append(word)
    }
    words[words.count - 1].spaceAfter = true
  }

  init(_ words: [PressWord] = []) { self.words = words }

  /// Adds another phrase behind, under `head` of this one.
  mutating func append(_ other: PressPhrase, under head: Int?, as deprel: String?) -> Int {
    let start = words.count
    for word in other.words {
      var word = word
      if let inner = word.head {
        word.head = inner + start
      } else {
        word.head = head
        word.deprel = deprel ?? word.deprel
      }
      words.append(word)
    }
    return start + other.root
  }

  mutating func remove(at place: Int) {
    words.remove(at: place)
    for index in words.indices {
      if let head = words[index].head, head > place { words[index].head = head - 1 }
    }
  }

  mutating func capitalize() {
    guard let first = words.indices.first(where: { words[$0].upos != "PUNCT" }) else { return }
    words[first].form = words[first].form.prefix(1).uppercased() + words[first].form.dropFirst()
  }

  /// Whether no two lines from word to head cross.
  var isProjective: Bool {
    for (place, word) in words.enumerated() {
      guard let head = word.head else { continue }
      let (low, high) = (min(place, head), max(place, head))
      for between in (low + 1)..<max(high, low + 1) {
        guard let other = words[between].head, (low...high).contains(other) else { return false }
      }
    }
    return true
  }
}
