import SourceText
import TextAnalysis

/// Finds to whom pictures, recordings and figures are credited: `The harbour at noon. Image: Odile Marchand.`
///
/// Nobody says anything there, so no claim is made of it; it tells where a caption comes from.
struct CreditFinder: Sendable {
  let document: Document

  func find() -> [AttributionRecord] {
    var found: [AttributionRecord] = []
    var start = 0
    for (number, sentence) in document.sentences.enumerated() {
      if number > 0, document.sentences[number - 1].paragraph != sentence.paragraph {
        start = sentence.tokens.lowerBound
      }
      let isLast =
        number + 1 == document.sentences.count || document.sentences[number + 1].paragraph != sentence.paragraph
      if isLast, let credit = credit(in: start..<sentence.tokens.upperBound) { found.append(credit) }
    }
    return found
  }

  private static let labels: Set = [
    "image", "images", "photo", "photos", "photograph", "picture", "video", "audio", "credit", "source", "illustration",
    "graphic",
  ]
  private static let longestName = 12

  private func credit(in paragraph: Range<Int>) -> AttributionRecord? {
    let tokens = document.tokens
    guard
      let label = paragraph.suffix(Self.longestName + 4).last(where: { index in
        Self.labels.contains(tokens[index].lower) && index + 2 < paragraph.upperBound
          && [":", ";"].contains(tokens[index + 1].form)
      })
    else { return nil }
    let isMark: (Int) -> Bool = { tokens[$0].upos == .punctuation }
    let name = (label + 2..<paragraph.upperBound).drop(while: isMark).prefix { ![")", ","].contains(tokens[$0].form) }
    guard let first = name.first, let last = name.last(where: { !isMark($0) }), last >= first,
      tokens[first].form.first?.isUppercase ?? false
    else { return nil }
    let caption = paragraph.prefix { $0 < label }
    guard let from = caption.first(where: { !isMark($0) }), let to = caption.last(where: { !isMark($0) }) else {
      return nil
    }
    return AttributionRecord(
      rule: "attribution.credit", speakerRanges: [document.range(of: first..<last + 1)], cueRange: nil,
      content: [document.range(of: from..<to + 1)], stance: .asserts, withheld: .credit)
  }
}
