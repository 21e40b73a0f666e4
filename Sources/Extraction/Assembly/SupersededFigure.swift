import SourceText

/// Whether a text gives a figure as one that no longer holds: `up from an earlier estimate of 212,000`, `from 14 to 11`,
/// `had previously put the toll at 230,000`, `initially 133`.
enum SupersededFigure {
  /// How far before and behind the figure its sentence is looked at, in bytes.
  private static let before = 90
  private static let behind = 40

  private static let earlier: Set<String> = [
    "earlier", "previously", "previous", "initially", "initial", "originally", "original", "first", "preliminary",
    "formerly",
  ]
  /// Words that turn to what holds now.
  private static let later: Set<String> = [
    "since", "now", "later", "revised", "latest", "current", "currently", "eventually", "but", "then", "updated", "new",
  ]

  static func isSuperseded(_ figure: SourceRange, in text: String) -> Bool {
    let ahead = sentencePart(text.utf8Slice(SourceRange(max(0, figure.start - before), figure.start)), fromEnd: true)
    let rest = sentencePart(text.utf8Slice(SourceRange(figure.end, figure.end + behind)), fromEnd: false)
    return followsFrom(ahead, rest) || isCalledEarlier(ahead, rest) || hadBeenGiven(ahead)
  }

  /// `the ministry had spoken of 23 dead`: what somebody had said before the saying that the report is about.
  private static func hadBeenGiven(_ ahead: [String]) -> Bool {
    ahead.indices.contains { index in
      ahead[index] == "had" && ahead.count - index <= 12
        && ahead[(index + 1)...].prefix(2).contains { counting.contains($0) }
        && !ahead[(index + 1)...].contains { later.contains($0) }
    }
  }

  private static let counting: Set<String> = [
    "spoken", "put", "reported", "given", "counted", "estimated", "announced", "cited", "set", "listed",
  ]

  /// `from 14 to 11`, `up from 212,000`.
  private static func followsFrom(_ ahead: [String], _ rest: [String]) -> Bool {
    guard let from = ahead.lastIndex(of: "from"), ahead.count - from <= 6 else { return false }
    if from > 0, ["up", "down", "revised", "lowered", "raised", "rise", "increase"].contains(ahead[from - 1]) {
      return true
    }
    // `rose to 38 from 23`
    if ahead.count - from == 1, from > 1, ahead[from - 2] == "to" { return true }
    return ahead.count - from == 1 && rest.prefix(4).contains("to")
  }

  private static func isCalledEarlier(_ ahead: [String], _ rest: [String]) -> Bool {
    if let cue = ahead.lastIndex(where: { earlier.contains($0) }), ahead.count - cue <= 10,
      !ahead[(cue + 1)...].contains(where: { later.contains($0) || $0 == "to" || $0 == "than" }),
      // "at first", "had first spoken of"; "the first 100 victims" is an order and no former count.
      ahead[cue] != "first" || cue > 0 && ["at", "had", "was", "were"].contains(ahead[cue - 1])
    {
      return true
    }
    return rest.prefix(5).contains { ["earlier", "previously", "initially", "originally"].contains($0) }
  }

  /// The words nearest to the figure that belong to its sentence, behind it to its clause, folded, in order.
  private static func sentencePart(_ text: String, fromEnd: Bool) -> [String] {
    var words: [String] = []
    let pieces = text.split(whereSeparator: \.isWhitespace)
    for piece in fromEnd ? pieces.reversed() : pieces {
      let endsSentence = piece.last.map { ".!?;".contains($0) } ?? false
      if fromEnd, endsSentence { break }
      // What follows behind a comma is told of another figure: "230,000, up from an earlier 212,000".
      if !fromEnd, piece.first == "," { break }
      words.append(WordFolding.key(piece))
      if !fromEnd, endsSentence || piece.last == "," { break }
    }
    return (fromEnd ? words.reversed() : words).filter { !$0.isEmpty }
  }
}
