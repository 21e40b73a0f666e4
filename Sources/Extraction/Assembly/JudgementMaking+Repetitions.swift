import GraphCore

extension JudgementMaking {
  /// Who says the same in one report and the next agrees with himself, be it told of another event in each.
  mutating func addRepetitions() {
    var bySpeaker: [Int: [ClaimPlace]] = [:]
    for (report, assembled) in matter.reports.enumerated() {
      let publisher = assembled.analysis.report.publisher
      for (index, claim) in assembled.analysis.claims.enumerated()
      where claim.relays == nil && claim.speaker != publisher {
        let place = ClaimPlace(report, index)
        guard matter.key(place) != nil, matter.stance(place) == .denies else { continue }
        bySpeaker[matter.speaker(place), default: []].append(place)
      }
    }
    for (_, claims) in bySpeaker.sorted(by: { $0.key < $1.key }) {
      let claims = claims.prefix(Self.mostClaims)
      guard Set(claims.map(\.report)).count > 1 else { continue }
      let words = claims.map { ContentWords.of(matter.reports[$0.report].text(ofClaim: $0.index)) }
      for later in claims.indices.dropFirst() {
        let earlier = claims.indices.prefix(later).first { other in
          claims[other].report != claims[later].report && ContentWords.areAlike(words[other], words[later])
        }
        if let earlier { add(.agreesWith, claims[later], claims[earlier], "the same speaker denies it again") }
      }
    }
  }
}

/// The words of a claim that tell what it says, by which two tellings of one thing are known.
enum ContentWords {
  /// Folded and cut to their stems, without what every sentence has.
  static func of(_ text: String) -> Set<String> {
    Set(
      text.split { !$0.isLetter && $0 != "-" }.map { WordFolding.key($0) }
        .filter { $0.count > 2 && !common.contains($0) }.map(stem))
  }

  /// Whether they share most words of the shorter, and enough.
  static func areAlike(_ a: Set<String>, _ b: Set<String>) -> Bool {
    let shared = a.intersection(b).count
    return shared >= enough && shared * 2 >= min(a.count, b.count)
  }

  private static let enough = 3

  static func stem(_ word: String) -> String {
    for ending in ["ing", "ied", "ies", "ed", "es", "s"] where word.count - ending.count >= 4 && word.hasSuffix(ending)
    {
      return String(word.dropLast(ending.count))
    }
    return word
  }

  private static let common: Set<String> = [
    "the", "and", "that", "this", "with", "for", "from", "had", "has", "have", "was", "were", "are", "been", "not",
    "never", "his", "her", "its", "their", "our", "they", "she", "who", "which", "any", "anything", "much", "but",
    "out",
    "into", "did", "does", "would", "will", "said", "says",
  ]
}
