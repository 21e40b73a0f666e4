import GraphCore
import TextAnalysis

/// Counts of a longer time, and the time of what happened then: neither is the one event that a report tells of.
extension EventFinder {
  /// `5,300 people have been killed since April`, `killed 200 over the past two years`, `some 40 die each year`: all harm
  /// of a longer time.
  func isTotal(_ mention: EventMention) -> Bool {
    guard mention.trigger.figure != nil || mention.isHarm else { return false }
    let circumstances = RelationSet(.oblique, .nominalModifier, .unmarkedOblique, .adverb)
    var near = syntax.children(mention.token, circumstances)
    // `the number of people killed since April`: the verb of the sentence may have the time.
    if let head = syntax.heads[mention.token],
      RelationSet(.adnominalClause, .openComplement, .subject, .object).has(syntax.relations[mention.token])
    {
      near += syntax.children(head, circumstances)
    }
    return near.contains { isOfLongerTime($0) }
  }

  private func isOfLongerTime(_ noun: Int) -> Bool {
    let lemma = syntax.lemmas[noun]
    if syntax.preposition(noun) == "since" {
      guard let time = times.first(where: { $0.tokens.contains(noun) }) else { return Self.beginnings.contains(lemma) }
      return isLongAgo(time.value)
    }
    guard Self.units.contains(lemma) else { return lemma == "annually" }
    let words = syntax.children(noun, RelationSet(.adjective, .determiner)).map { syntax.lemmas[$0] }
    if words.contains("each") || words.contains("every") { return true }
    if words.contains("this") { return lemma == "year" && syntax.preposition(noun).isEmpty }
    let isPast = words.contains { ["past", "last", "recent", "previous"].contains($0) }
    return isPast && (words.contains("the") || syntax.tokens[noun].xpos == "NNS")
      && ["over", "in", "during", "within"].contains(syntax.preposition(noun))
  }

  private static let units: Set = ["year", "month", "week", "decade", "century"]
  private static let beginnings: Set = ["start", "beginning", "outset", "war", "conflict", "invasion", "insurgency"]
  /// What began longer ago than this, in days, is no one deed.
  private static let longestDeed: Int64 = 14

  private func isLongAgo(_ time: TimeValue) -> Bool {
    // `since 2019`, in a report that does not say when it was written: a year is a long time.
    if syntax.document.text.metadata.published == nil { return isYearLong(time) }
    guard let start = (time.start ?? time.end).flatMap({ CalendarDate(iso8601: $0.prefix(10)) }),
      let published = syntax.document.text.metadata.published.flatMap({ CalendarDate(iso8601: $0.prefix(10)) })
    else { return false }
    return published.epochDay - start.epochDay > Self.longestDeed
  }

  private func isYearLong(_ time: TimeValue) -> Bool {
    guard let start = time.start ?? time.end else { return false }
    return start.prefix(10).count == 4 || start.dropFirst(4).hasPrefix("-01-01")
      || start.dropFirst(4).hasPrefix("-12-31")
  }

  /// `the crackdown of 2009, when dozens died`: what happened then is told in the clause behind the time.
  func timeBefore(whenClause mention: EventMention) -> TimeValue? {
    guard mention.trigger.isVerb,
      let when = syntax.children(mention.token, RelationSet(.adverb, .marker, .oblique)).first(where: {
        syntax.tokens[$0].lower == "when"
      })
    else { return nil }
    let end = when > 0 && syntax.tokens[when - 1].form == "," ? when - 1 : when
    guard let time = times.first(where: { $0.tokens.upperBound == end }) else { return nil }
    // `the worst since 2011, when`: it happened in that year, and not since.
    guard time.value.precision == .after, let word = time.tokens.last else { return time.value }
    return CalendarWords.year(syntax.tokens[word].lower).flatMap { Days.year($0) }
  }

  /// `if the strike lasts beyond Wednesday`: until when it may go on, and not when it was.
  func isOnlyLimit(_ time: TimeExpression) -> Bool {
    let before = time.tokens.lowerBound - 1
    return before >= 0 && syntax.tokens[before].lower == "beyond"
  }

  /// `the deadliest attack since 2011`: the time of another one, which this is compared with.
  func isOnlyCompared(_ time: TimeExpression) -> Bool {
    guard time.value.precision == .after || time.value.precision == .year else { return false }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[time.tokens.lowerBound]].tokens
    var index = time.tokens.lowerBound - 1
    guard sentence.contains(index), syntax.tokens[index].lower == "since" else { return false }
    for _ in 0..<6 {
      index -= 1
      guard sentence.contains(index), !syntax.isPart(index, .verb, .auxiliary, .punctuation) else { return false }
      if syntax.tokens[index].xpos == "JJS" || ["first", "worst", "deadliest"].contains(syntax.tokens[index].lower) {
        return true
      }
    }
    return false
  }
}
