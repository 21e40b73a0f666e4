import TextAnalysis

/// What fact-checkers set out under labels: `CLAIM: a video shows S. VERDICT: False.`
///
/// The claim is somebody's whom the label does not name, and not the report's; the verdict is the report's own, and denies or
/// confirms the claim in front of it.
struct CheckedClaims: Sendable {
  let context: AttributionContext
  static let claimRule = "attribution.checked-claim"
  static let verdictRule = "attribution.verdict"

  /// In text order: a claim for the first sentence behind its label, and each verdict that a word or two give.
  func find() -> [Attribution] {
    let document = context.syntax.document
    var found: [Attribution] = []
    // Without a full stop a verdict looks like a headline.
    for sentence in document.sentences where sentence.part == .body || sentence.part == .headline {
      guard
        let colon = sentence.tokens.prefix(Self.longestLabel + 1).first(where: { context.syntax.tokens[$0].form == ":" }
        ),
        colon > sentence.tokens.lowerBound
      else { continue }
      let label = (sentence.tokens.lowerBound..<colon).map { context.syntax.tokens[$0].lower }.joined(separator: " ")
      let rest = (colon + 1)..<sentence.tokens.upperBound
      if Self.claims.contains(label), rest.contains(where: { context.syntax.isPredicate($0) }) {
        found.append(attribution(Self.claimRule, colon, rest, .asserts))
      } else if Self.verdicts.contains(label), !found.isEmpty, let stance = verdict(rest) {
        found.append(attribution(Self.verdictRule, colon, rest, stance))
      }
    }
    return found
  }

  private func attribution(
    _ rule: String, _ colon: Int, _ rest: Range<Int>, _ stance: ClaimRecord.Stance
  ) -> Attribution {
    let syntax = context.syntax
    let heads = rest.filter { token in
      !syntax.isPart(token, .punctuation) && !(syntax.heads[token].map { rest.contains($0) } ?? false)
    }
    let start = syntax.document.sentences[syntax.sentenceOfToken[colon]].tokens.lowerBound
    return Attribution(
      rule: rule, speaker: .unknown, cue: start..<colon, cueHead: colon, contentHeads: heads,
      content: context.trimmed(Array(rest)), stance: stance)
  }

  /// What `False`, `Mostly true`, `This is misleading` say of the claim; nil for anything longer or in between.
  private func verdict(_ rest: Range<Int>) -> ClaimRecord.Stance? {
    let words = rest.filter { !context.syntax.isPart($0, .punctuation) }.map { context.syntax.tokens[$0].lower }
    guard (1...Self.longestVerdict).contains(words.count) else { return nil }
    guard !words.contains(where: { ["partly", "half", "but", "partially", "some", "mixture", "and"].contains($0) })
    else {
      return nil
    }
    let isNegated = words.contains { ["not", "no", "n't"].contains($0) }
    if words.contains(where: { ContentStance.untrue.contains($0) || $0 == "unproven" }) {
      return isNegated ? nil : .denies
    }
    guard words.contains(where: { ["true", "correct", "accurate", "authentic", "genuine"].contains($0) }) else {
      return nil
    }
    return isNegated ? .denies : .confirms
  }

  private static let longestLabel = 4
  private static let longestVerdict = 4
  private static let claims: Set = [
    "claim", "the claim", "what was claimed", "what is claimed", "what they claim", "myth",
  ]
  private static let verdicts: Set = ["verdict", "our verdict", "the verdict", "rating", "our rating", "fact"]
}
