import SourceText
import TextAnalysis

extension Reader {
  /// All that the words of a report attribute to somebody, in text order, then its credits. This is what claims are made
  /// of, and also what is only asked, ordered, denied to be said, or known.
  package func attributions(in document: Document) -> [AttributionRecord] {
    let syntax = Syntax(document)
    let quotations = Quotations(document)
    let context = AttributionContext(
      syntax: syntax, cues: cues, quotations: quotations, scope: .mentioned,
      isEventNoun: { [triggers] in triggers.isEventNoun($0) })
    let found = AttributionFinder(context: context).find()
    let phrases = SpeakerPhrases(syntax: syntax, quotations: quotations, attributions: found)
    let spoken = found.map { attribution in
      AttributionRecord(
        rule: attribution.rule,
        speakerRanges: phrases.ranges(of: attribution), cueRange: syntax.document.range(of: attribution.cue),
        content: attribution.content.map { syntax.document.range(of: $0) }, stance: attribution.stance,
        withheld: context.withheld(attribution))
    }
    return spoken + CreditFinder(document: document).find()
  }
}
