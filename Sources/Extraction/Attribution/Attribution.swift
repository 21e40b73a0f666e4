import TextAnalysis

/// A stretch of text put into somebody's mouth, as one rule found it in one sentence. Speakers are still words here.
struct Attribution: Sendable {
  /// The rule's name, as it will stand on the claims.
  var rule: String
  var speaker: SpeakerWords
  /// The words that attribute: `said`, `according to`.
  var cue: Range<Int>
  /// The token of the cue that the tree hangs on.
  var cueHead: Int
  /// What is attributed: the heads of the clauses or phrases, in text order.
  var contentHeads: [Int]
  /// Its tokens: ascending, disjoint, without the attributing words.
  var content: [Range<Int>]
  var stance: ClaimRecord.Stance
  var hedge: String?
  /// Who passed it on: the agency in `told Reuters`, `was quoted by Reuters as saying`; outermost first.
  var relayers: [SpeakerWords] = []
  /// To whom it was said, who passed it on if an outlet: `speaking to X`, `in an interview with X`.
  var venues: [SpeakerWords] = []
  /// Whether what is attributed inside the content stays unheard: a denial of Y's claim passes nothing on.
  var isOpaque = false
  /// For blame and claims of responsibility: whom they point at, where that is not the speaker, and for what.
  var culprit: Int?
  var deed: Int?
  /// For denials: the noun or pronoun for what is denied.
  var denied: Int?
  /// For corroboration: the words for what another has said: `the same`, `Y's account`.
  var seconded: Int?
  /// The token of the attribution whose content this one shares: `citing X` hangs on the verb or noun of another.
  var borrows: Int?
  /// Position, in the finished list, of the attribution that passes this one on.
  var relayedBy: Int?
  /// Of two findings for the same words the one with the greater weight stands.
  var weight = 0

  init(
    rule: String, speaker: SpeakerWords, cue: Range<Int>, cueHead: Int, contentHeads: [Int], content: [Range<Int>],
    stance: ClaimRecord.Stance, hedge: String? = nil
  ) {
    self.rule = rule
    self.speaker = speaker
    self.cue = cue
    self.cueHead = cueHead
    self.contentHeads = contentHeads
    self.content = content
    self.stance = stance
    self.hedge = hedge
  }

  func covers(_ token: Int) -> Bool { content.contains { $0.contains(token) } }

  var contentCount: Int { content.reduce(0) { $0 + $1.count } }
}

/// Who speaks, before it is known who that is.
enum SpeakerWords: Sendable, Hashable {
  /// The head of a noun phrase, or a pronoun.
  case noun(Int)
  /// A document that says something (`the report`, `a Reuters report`): its issuer speaks.
  case document(Int)
  /// The same as in the attribution whose cue has this head: for quotations that go on.
  case sameAs(cueHead: Int)
  /// Nobody is named: `reportedly`, `it is said`.
  case unknown
}

extension [Range<Int>] {
  /// Joins ascending token numbers into runs.
  init(runsOf tokens: [Int]) {
    self = []
    for token in tokens {
      if let last, last.upperBound == token {
        self[count - 1] = last.lowerBound..<(token + 1)
      } else {
        append(token..<(token + 1))
      }
    }
  }

  /// What is left without the tokens of `other`.
  func subtracting(_ other: Range<Int>) -> [Range<Int>] {
    flatMap { run -> [Range<Int>] in
      guard run.overlaps(other) else { return [run] }
      var parts: [Range<Int>] = []
      if run.lowerBound < other.lowerBound { parts.append(run.lowerBound..<other.lowerBound) }
      if other.upperBound < run.upperBound { parts.append(other.upperBound..<run.upperBound) }
      return parts
    }
  }
}
