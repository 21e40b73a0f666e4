import GraphCore
import SourceText
import TextAnalysis

/// Reads a report: what is said in it, by whom and through whom, and what happened according to them.
///
/// Keeps nothing between reports: the same text gives the same analysis, on any thread and in any order.
public struct Reader: Sendable {
  private let lexicon: Lexicon
  private var analyzer: Analyzer
  let cues: CueTable
  let triggers: TriggerTable
  private let lemmas: KnownLemmas

  package init(lexicon: Lexicon, analyzer: Analyzer) {
    self.lexicon = lexicon
    self.analyzer = analyzer
    self.analyzer.names = LexiconSpelling(lexicon: lexicon)
    cues = CueTable(lexicon.cues)
    triggers = TriggerTable(lexicon.eventWords)
    lemmas = KnownLemmas(lexicon)
  }

  /// Takes a text apart and states what it claims.
  ///
  /// Time is linear in the text but for the number of claims in one sentence.
  /// - Throws: what the text analysis refuses: a text beyond all reports in length.
  public func read(_ text: Text) throws(AnalysisError) -> ReportAnalysis {
    read(try analyze(text)).analysis
  }

  /// The document with the trees that ``read(_:)`` works on.
  package func analyze(_ text: Text) throws(AnalysisError) -> Document {
    let document = lemmas.correct(try analyzer.analyze(text))
    // Clauses that are parsed anew get the lemmatiser's lemmas again.
    let framed = lemmas.correct(SpeechFramer(analyzer: analyzer, cues: cues).reframe(document))
    return TreeRepair(cues: cues).repaired(NameRepair(lexicon: lexicon).repaired(framed))
  }

  package func read(_ document: Document) -> Reading {
    let syntax = Syntax(document)
    let quotations = Quotations(document)
    let referents = findReferents(in: document, lexicon: lexicon)
    let times = findTimes(
      in: document, published: document.text.metadata.published.flatMap { CalendarDate(iso8601: String($0.prefix(10))) }
    )
    let figures = findFigures(in: document, lexicon: lexicon)
    let context = AttributionContext(
      syntax: syntax, cues: cues, quotations: quotations, isEventNoun: { [triggers] in triggers.isEventNoun($0) })
    let attributions = AttributionFinder(context: context).find()
    let things = ThingFinder(syntax: syntax, lexicon: lexicon).find()
    let mentions = EventFinder(
      syntax: syntax, triggers: triggers, referents: referents, times: times, figures: figures,
      attributions: attributions, things: things
    ).find()
    let clusters = EventCoreference(syntax: syntax, referents: referents, figures: figures).cluster(mentions)

    var claims = ClaimBuilder(
      syntax: syntax, lexicon: lexicon, quotations: quotations, attributions: attributions, times: times,
      referents: referents)
    claims.build()
    var events = EventBuilder(
      syntax: syntax, mentions: mentions, clusters: clusters, figures: figures, attributions: attributions,
      claims: claims, things: things)
    events.build()
    claims = events.claims
    let relations = findRelations(in: document, referents: claims.referents, lexicon: lexicon)
    DenialLinker(syntax: syntax, attributions: attributions, events: events.events, relations: relations, cues: cues)
      .link(&claims.drafts, referents: claims.referents)
    CorroborationLinker(context: context, attributions: attributions, referents: claims.referents).link(&claims.drafts)
    ClaimTopics(
      syntax: syntax, attributions: attributions, mentions: mentions, eventOfMention: events.eventOfMention
    ).fill(&claims.drafts, referents: claims.referents, events: events.events)
    let analysis = ReportAssembler(syntax: syntax, claims: claims, events: events.events, relations: relations)
      .assemble()
    return Reading(document: document, analysis: analysis)
  }
}

/// A report's analysis with the document it was made from.
package struct Reading: Sendable {
  package let document: Document
  package let analysis: ReportAnalysis
}
