import Extraction
import GraphCore
import SourceText
import TextAnalysis

/// Gathers what is behind the elements of one graph.
struct Explainer {
  let view: GraphView
  let shelf: ReportShelf
  let limits: ExplainLimits
  /// What was merged into a node; asked only for actors, places and events, since all reports are gone through.
  let mentions: (ElementKey) throws -> [MergedMention]

  var graph: PropertyGraph { view.graph }

  func part(_ element: ElementID) throws -> Explanation.Part {
    switch element {
    case .edge(let edge): .edge(try explained(edge))
    case .node(let node): view.isClaim(node) ? .claim(try explained(claim: node)) : .node(try explained(node))
    }
  }

  // MARK: Claims

  func explained(claim: NodeID) throws -> ExplainedClaim {
    let properties = view.properties(of: claim)
    let chain = view.provenance.chain(through: claim)
    return ExplainedClaim(
      id: graph.key(of: claim).description, text: properties["text"]?.text ?? "",
      stance: properties["stance"]?.text ?? "asserts", hedge: properties["hedge"]?.text,
      isQuoted: properties["quoted"]?.isTrue ?? false, said: properties["said"]?.text, figure: figure(properties),
      rule: properties["rule"]?.text.map(view.rule), chain: chain.map(link),
      about: view.neighbours(of: claim, .outgoing, "ABOUT").map(view.name), place: try place(of: claim),
      sentences: try sentences(of: claim), judgements: judgements(of: chain.drop { $0 != claim }))
  }

  private func figure(_ properties: [String: Value]) -> ExplainedClaim.Figure? {
    guard let attribute = properties["attribute"]?.text, let value = properties["value"] else { return nil }
    return .init(attribute: attribute, value: value.literalText, bound: properties["bound"]?.text)
  }

  private func link(_ claim: NodeID) -> ExplainedClaim.Link {
    let made = view.edges(at: claim, .incoming, ["MADE"]).first
    let speaker =
      made.map { view.name(of: $0.other) } ?? ExplainedName(id: "", labels: [], name: "nobody")
    let isUnnamed = made.map { view.properties(of: $0.other)["named"]?.equals(.boolean(false)) == true } ?? false
    return .init(
      claim: graph.key(of: claim).description, speaker: speaker, isNamed: !isUnnamed,
      cue: made.flatMap { view.properties(of: $0.edge)["cue"]?.text },
      stance: view.properties(of: claim)["stance"]?.text ?? "asserts")
  }

  func brief(_ claim: NodeID) throws -> BriefClaim {
    let properties = view.properties(of: claim)
    return BriefClaim(
      id: graph.key(of: claim).description,
      speakers: view.provenance.chain(through: claim).map { link($0).speaker.name },
      stance: properties["stance"]?.text ?? "asserts", text: properties["text"]?.text ?? "",
      place: try place(of: claim))
  }

  private static let judging = ["DENIES", "CONTRADICTS", "REVISES", "AGREES_WITH", "POSSIBLY_SAME_AS"]

  /// Judgements stand at roots: those of the claim itself and of what it relays.
  private func judgements(of chain: some Sequence<NodeID>) -> [ExplainedClaim.Judgement] {
    chain.flatMap { claim in
      [EdgeDirection.outgoing, .incoming].flatMap { direction in
        view.edges(at: claim, direction, Self.judging).compactMap { found -> ExplainedClaim.Judgement? in
          guard view.isClaim(found.other), let other = try? brief(found.other) else { return nil }
          return .init(
            type: view.type(of: found.edge), isOutgoing: direction == .outgoing,
            claim: graph.key(of: claim).description, other: other, why: view.properties(of: found.edge)["why"]?.text)
        }.sorted { ($0.type, $0.other.id) < ($1.type, $1.other.id) }
      }
    }
  }

  // MARK: Places in reports

  private func place(of claim: NodeID) throws -> ExplainedPlace? {
    guard let contains = view.edges(at: claim, .incoming, ["CONTAINS"]).first else { return nil }
    let range = view.properties(of: contains.edge)
    return try place(
      SourceRange(range["start"]?.integer ?? 0, range["end"]?.integer ?? 0), in: contains.other)
  }

  func place(_ range: SourceRange, in report: NodeID) throws -> ExplainedPlace {
    let properties = view.properties(of: report)
    let position = try properties["sha256"]?.text.flatMap { try shelf.report($0) }?.lines.position(of: range.start)
    return ExplainedPlace(
      report: view.name(of: report), publisher: properties["publisher"]?.text ?? "",
      published: properties["published"]?.text, origin: properties["origin"]?.text ?? "", start: range.start,
      end: range.end, line: position?.line, column: position?.column)
  }

  private func sha256(ofReportOf claim: NodeID) -> String? {
    view.neighbours(of: claim, .incoming, "CONTAINS").first.flatMap { view.properties(of: $0)["sha256"]?.text }
  }

  // MARK: Sentences

  /// A quotation can run over many; more than these add nothing to why.
  private static let mostSentences = 8

  private func sentences(of claim: NodeID) throws -> [ExplainedClaim.Sentence] {
    guard let sha256 = sha256(ofReportOf: claim), let report = try shelf.report(sha256),
      let index = report.claims[graph.key(of: claim).description], let document = try shelf.document(sha256)
    else { return [] }
    let marks = Self.marks(of: report.analysis.claims[index])
    let inside = document.sentences.filter { sentence in marks.contains { $0.range.overlaps(sentence.range) } }
    return inside.prefix(Self.mostSentences).map { sentence in
      let shown = Self.part(of: sentence, marks, in: document)
      let range = document.range(of: shown)
      let own = marks.filter { $0.range.overlaps(range) }.map { mark in
        ExplainedClaim.Mark(
          kind: mark.kind, start: max(mark.range.start, range.start), end: min(mark.range.end, range.end))
      }
      let first = sentence.tokens.lowerBound
      return .init(
        start: range.start, end: range.end, text: report.text.slice(range), marks: own,
        tokens: shown.map { index in
          let token = document.tokens[index]
          return .init(
            id: index - first + 1, form: token.form, lemma: token.lemma, upos: token.upos.rawValue,
            head: token.head.map { $0 - first + 1 } ?? 0, relation: token.deprel)
        }, isCut: shown != sentence.tokens)
    }
  }

  /// No sentence that people write has so many words.
  private static let mostTokens = 300

  /// All of a sentence, or as much around its first mark.
  private static func part(of sentence: Sentence, _ marks: [Marked], in document: Document) -> Range<Int> {
    guard sentence.tokens.count > mostTokens else { return sentence.tokens }
    let first = sentence.tokens.first { index in marks.contains { $0.range.overlaps(document.tokens[index].range) } }
    let start = max(sentence.tokens.lowerBound, (first ?? sentence.tokens.lowerBound) - 20)
    return start..<min(sentence.tokens.upperBound, start + mostTokens)
  }

  private typealias Marked = (kind: ExplainedClaim.Mark.Kind, range: SourceRange)

  /// Ascending and disjoint: where they overlap, the cue wins over the speaker, and both over the content.
  private static func marks(of claim: ClaimRecord) -> [Marked] {
    var taken: [Marked] = []
    if let cue = claim.cueRange { taken.append((.cue, cue)) }
    if let speaker = claim.speakerRange {
      taken += rest(of: speaker, without: taken.map(\.range)).map { (.speaker, $0) }
    }
    for part in claim.parts.isEmpty ? [claim.range] : claim.parts {
      taken += rest(of: part, without: taken.map(\.range)).map { (.content, $0) }
    }
    return taken.filter { !$0.range.isEmpty }.sorted { $0.range < $1.range }
  }

  private static func rest(of range: SourceRange, without taken: [SourceRange]) -> [SourceRange] {
    taken.reduce([range]) { parts, hole in
      parts.flatMap { part in
        guard part.overlaps(hole) else { return [part] }
        return [SourceRange(part.start, max(part.start, hole.start)), SourceRange(min(part.end, hole.end), part.end)]
          .filter { !$0.isEmpty }
      }
    }
  }
}
