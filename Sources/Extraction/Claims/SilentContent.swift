import TextAnalysis

/// What somebody says only to say nothing: `she said she would not comment`, `and that it did not know who fired`.
struct SilentContent: Sendable {
  let syntax: Syntax
  let cues: CueTable
  let sides: SpeakerSides

  /// The stance of a claim whose content is that its speaker keeps silent or does not know; nil for any other.
  func stance(of draft: ClaimDraft) -> ClaimRecord.Stance? {
    guard syntax.tokens.indices.contains(draft.head), let (cue, _) = cues.predicate(draft.head, in: syntax),
      cue.attributive == .yes, cue.lemmas.count > 1, isOfSpeaker(draft)
    else { return nil }
    switch cue.stance {
    case .declinesToComment: return cue.lemmas.contains(where: Self.speaking.contains) ? .declinesToComment : nil
    case .disclaimsKnowledge: return .disclaimsKnowledge
    default: return nil
    }
  }

  /// Whether the clause has the speaker for its subject: a pronoun that means him, or nobody else that is known.
  private func isOfSpeaker(_ draft: ClaimDraft) -> Bool {
    guard let subject = syntax.ownSubject(draft.head), syntax.isPart(subject, .pronoun),
      ["he", "she", "it", "they", "we", "i"].contains(syntax.lemmas[subject])
    else { return false }
    let speaker = draft.record.speaker
    return sides.referents.entityAtHead[subject] == nil || sides.isOwn(subject, speaker: speaker)
  }

  private static let speaking: Set = ["comment", "confirm", "deny", "discuss", "elaborate", "say"]
}
