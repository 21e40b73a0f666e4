/// The claims of a report that relay nothing, by sentence: a report may hold thousands, and what stands near is asked for often.
struct ClaimsBySentence: Sendable {
  private let roots: [Int: [Int]]

  /// - Parameter claims: their sentences and relays do not change while this is used.
  init(_ claims: [ClaimDraft]) {
    roots = Dictionary(
      grouping: claims.indices.filter { claims[$0].record.relays == nil }, by: { claims[$0].record.sentence })
  }

  /// Ascending within each sentence.
  func roots(in sentences: ClosedRange<Int>) -> [Int] { sentences.flatMap { roots[$0] ?? [] } }
}
