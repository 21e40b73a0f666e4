import SourceText

/// Words that attribute something to somebody, whether or not a claim was made of them.
package struct AttributionRecord: Sendable {
  /// The rule that found it: `attribution.according-to`.
  package var rule: String
  /// One for each who speaks, in text order; empty where nobody is named.
  package var speakerRanges: [SourceRange]
  /// Nil for credits, which have no word that attributes.
  package var cueRange: SourceRange?
  /// What is attributed, in parts where words that attribute stand between.
  package var content: [SourceRange]
  package var stance: ClaimRecord.Stance
  /// Why no claim is made of it; nil if one can be.
  package var withheld: Withheld?
}
