import SourceText
import TextAnalysis

/// Finds where the words for a speaker stand.
struct SpeakerPhrases: Sendable {
  let syntax: Syntax
  let quotations: Quotations
  /// Who speaks by the head of the cue: a quotation that goes on has its speaker from there.
  private let speakers: [Int: SpeakerWords]
  /// Nouns that are cues themselves: `the claim that S`.
  private let nominalCues: Set<Int>

  init(syntax: Syntax, quotations: Quotations, attributions: [Attribution]) {
    self.syntax = syntax
    self.quotations = quotations
    speakers = Dictionary(
      attributions.filter { $0.rule != Self.continued }.map { ($0.cueHead, $0.speaker) },
      uniquingKeysWith: { first, _ in first })
    nominalCues = Set(attributions.filter { $0.cue.contains($0.cueHead) }.map(\.cueHead))
  }

  /// All the nouns that speak: `Britain and Canada said`.
  func nouns(of speaker: SpeakerWords) -> [Int] {
    switch speaker {
    case .noun(let noun): syntax.coordinated(noun)
    case .document(let noun): nominalCues.contains(noun) ? [issuer(ofCue: noun)].compactMap { $0 } : [noun]
    case .sameAs(let cueHead): original(cueHead).map { nouns(of: $0) } ?? []
    case .unknown: []
    }
  }

  private func original(_ cueHead: Int) -> SpeakerWords? {
    if case .sameAs? = speakers[cueHead] { return nil }
    return speakers[cueHead]
  }

  static let continued = "attribution.continued-quotation"

  /// The words of all who speak, in text order; empty where nobody is named.
  func ranges(of attribution: Attribution) -> [SourceRange] {
    nouns(of: attribution.speaker).map { phrase($0, without: attribution.cueHead) }
  }

  private func phrase(_ noun: Int, without cueHead: Int) -> SourceRange {
    syntax.document.range(of: syntax.speakerPhrase(noun, without: cueHead))
  }

  /// The words of one among several speakers.
  func range(
    of entity: EntityID, among speaker: SpeakerWords, without cueHead: Int, _ referents: Referents
  ) -> SourceRange? {
    let nouns = nouns(of: speaker)
    let resolver = SpeakerResolver(syntax: syntax, quotations: quotations, referents: referents)
    let noun = nouns.first { resolver.entity(at: $0) == entity } ?? nouns.first
    return noun.map { phrase($0, without: cueHead) }
  }

  /// `X's claim that S`, `a claim by X that S`: where the cue itself is a noun, the one it belongs to speaks.
  private func issuer(ofCue noun: Int) -> Int? {
    syntax.possessor(noun) ?? syntax.modifier(noun, "by", "from")
  }
}

extension Syntax {
  /// The noun phrase as it stands, with its title, its modifiers and a participle behind it, but without what a comma
  /// or bracket sets off, without relative clauses, without others who speak as well and without the cue.
  func speakerPhrase(_ noun: Int, without cueHead: Int) -> Range<Int> {
    let members = Set(
      subtree(noun) { child in
        if child == cueHead || Self.outsideSpeaker.has(relations[child]) { return true }
        if child > noun, child > 0, tokens[child - 1].form == "(" { return true }
        switch relations[child] {
        case .caseMarker, .punctuation, .adverb: return heads[child] == noun
        case .apposition, .adnominalClause: return isSetOff(child)
        default: return false
        }
      })
    var low = noun
    while low > 0 {
      if members.contains(low - 1) {
        low -= 1
      } else if low > 1, isInnerMark(low - 1), members.contains(low - 2) {
        low -= 2
      } else {
        break
      }
    }
    var high = noun
    while high + 1 < tokens.count {
      if members.contains(high + 1) {
        high += 1
      } else if high + 2 < tokens.count, isInnerMark(high + 1), members.contains(high + 2) {
        high += 2
      } else {
        break
      }
    }
    return low..<(high + 1)
  }

  private static let outsideSpeaker = RelationSet(
    .relativeClause, .conjunct, .coordinator, .parataxis, .adverbialClause, .copula, .subject, .auxiliary, .marker,
    .clausalComplement, .discourse, .vocative)

  /// Hyphens and quotation marks within a name.
  private func isInnerMark(_ token: Int) -> Bool {
    isPart(token, .punctuation) && ![",", ";", ":", "—", "–", "(", ")", "."].contains(tokens[token].form)
  }

  private func isSetOff(_ token: Int) -> Bool {
    let start = span(token).lowerBound
    return isPart(start, .punctuation) || (start > 0 && isPart(start - 1, .punctuation) && !isInnerMark(start - 1))
  }
}
