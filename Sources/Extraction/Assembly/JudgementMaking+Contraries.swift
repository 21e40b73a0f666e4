import GraphCore

/// Yes against no: what one says not to be, and another says to be, where neither answers the other.
extension JudgementMaking {
  /// By report: what somebody says not to be, or not to have been.
  func negatedClaims() -> [Int: [ClaimPlace]] {
    var found: [Int: [ClaimPlace]] = [:]
    for (report, assembled) in matter.reports.enumerated() {
      let claims = assembled.analysis.claims
      let negated = claims.indices.lazy.filter { index in
        claims[index].stance == .asserts && claims[index].relays == nil && claims[index].cue != nil
          && AnswerWords.mayBeNegated(assembled.text(ofClaim: index))
      }
      let places = negated.prefix(Self.mostDenials).map { ClaimPlace(report, $0) }
      if !places.isEmpty { found[report] = Array(places) }
    }
    return found
  }

  private static let nextSentence = 1

  mutating func addContraries(of claim: ClaimPlace, among candidates: [Statement]) {
    guard let own = candidates.first(where: { $0.claim == claim }), own.isPlain, own.words.isNegated else { return }
    let text = matter.reports[claim.report].text(ofClaim: claim.index)
    let isExistential = AnswerWords.isExistential(text)
    let isOfOwnReport = AnswerWords.pointsAtItsReport(text)
    let sentence = matter.record(claim).sentence
    for other in candidates where other.isPlain {
      let isNear =
        other.claim.report == claim.report && abs(matter.record(other.claim).sentence - sentence) <= Self.nextSentence
      guard own.words.isContrary(to: other.words, isNear: isNear, isExistential: isExistential),
        !isOfOwnReport || other.claim.report == claim.report, own.speaker != other.speaker,
        !kinship.areKin(own.speaker, other.speaker),
        !areOneAuthority(own.speaker, other.speaker)
      else { continue }
      let why = "one says that it is so, the other that it is not"
      add(.contradicts, max(claim, other.claim), min(claim, other.claim), why)
    }
  }
}
