import GraphCore
import SourceText
import TextAnalysis

/// The stretches of the body that say when, in text order, without overlaps.
///
/// Words such as `Monday` and `last month` are counted from `published`. Where that is missing they have precision
/// `unknown`, and days without a year take the year of the copyright line, if there is one.
package func findTimes(in document: Document, published: CalendarDate?) -> [TimeExpression] {
  var finder = TimeFinder(document: document, published: published)
  return finder.find()
}

/// Reads dates and relative times token by token.
struct TimeFinder {
  let document: Document
  let published: CalendarDate?
  /// The year to assume where nothing else tells it.
  private let yearHint: Int?
  private var found: [TimeExpression] = []
  /// One entry per token: in lower case without a full stop at its end. Each is asked for a dozen times.
  private let words: [String]

  init(document: Document, published: CalendarDate?) {
    self.document = document
    self.published = published
    yearHint = published.map { Days.parts(of: $0).year } ?? Self.copyrightYear(document)
    words = document.tokens.map { token in
      let lower = token.lower
      return lower.utf8.last == UInt8(ascii: ".") && lower.utf8.count > 1 ? String(lower.dropLast()) : lower
    }
  }

  /// A reading of tokens as a time.
  private struct Reading {
    var end: Int
    var value: TimeValue
    var anchor: Int?
  }

  mutating func find() -> [TimeExpression] {
    for (index, sentence) in document.sentences.enumerated() where sentence.part == .body {
      var token = sentence.tokens.lowerBound
      while token < sentence.tokens.upperBound {
        guard let reading = reading(at: token, in: sentence) else {
          token += 1
          continue
        }
        let tokens = token..<max(token + 1, reading.end)
        found.append(
          TimeExpression(
            range: document.range(of: tokens), tokens: tokens, sentence: index,
            value: bounded(reading.value, before: token, in: sentence), anchor: reading.anchor))
        token = tokens.upperBound
      }
    }
    return found
  }

  private static func copyrightYear(_ document: Document) -> Int? {
    for sentence in document.sentences where sentence.part == .boilerplate {
      let words = sentence.tokens.map { document.tokens[$0].form }
      guard
        words.contains(where: { $0 == "©" || $0.lowercased() == "copyright" || $0.lowercased() == "(c)" })
          || words.starts(with: ["(", "c", ")"])
      else { continue }
      if let year = words.lazy.compactMap(CalendarWords.year).first { return year }
    }
    return nil
  }

  // MARK: Words

  /// The word at an index in lower case without a full stop at its end; empty beyond the sentence.
  private func word(_ index: Int, _ sentence: Sentence) -> String {
    sentence.tokens.contains(index) ? words[index] : ""
  }

  /// A month's number; `may` and `march` count only with a capital, and `May` not as a sentence's first word before a verb.
  private func month(_ index: Int, _ sentence: Sentence) -> Int? {
    guard sentence.tokens.contains(index), CalendarWords.mayBeMonth(words[index]),
      WordShape.isCapitalised(document.tokens[index].form), let month = CalendarWords.months[words[index]]
    else { return nil }
    guard month == 5 || month == 3 else { return month }
    let next = word(index + 1, sentence)
    if CalendarWords.day(next) != nil || CalendarWords.year(next) != nil { return month }
    if document.tokens[index].upos == .auxiliary || document.tokens[index].upos == .verb { return nil }
    if month == 3 { return month }
    let before = word(index - 1, sentence)
    return ["in", "of", "since", "by", "until", "last", "this", "next", "early", "late", "mid", "from", "to", "during"]
      .contains(before) || CalendarWords.day(before) != nil ? month : nil
  }

  private static let lookingAhead: Set<String> = [
    "will", "would", "shall", "'ll", "plans", "planned", "scheduled", "due", "expected", "next", "foreseen", "slated",
  ]

  private func isFuture(_ sentence: Sentence, near index: Int) -> Bool {
    for token in max(sentence.tokens.lowerBound, index - 12)..<index {
      if Self.lookingAhead.contains(document.lower(token)) || isToDo(token, sentence) {
        return true
      }
    }
    return isScheduled(index, sentence)
  }

  /// `is to visit`, `are set to meet`: what somebody is to do is not done.
  private func isToDo(_ index: Int, _ sentence: Sentence) -> Bool {
    guard ["is", "are", "'s"].contains(document.lower(index)) else { return false }
    let to = word(index + 1, sentence) == "set" || word(index + 1, sentence) == "also" ? index + 2 : index + 1
    return word(to, sentence) == "to" && sentence.tokens.contains(to + 1) && document.tokens[to + 1].xpos == "VB"
  }

  /// `leaves office in May`, `the truce ends on Friday`, `arrests were possible in January`: the present of what has its
  /// day set, and what is only thought of.
  private func isScheduled(_ index: Int, _ sentence: Sentence) -> Bool {
    var here = index
    for _ in 0..<3 {
      guard let head = document.tokens[here].head, sentence.tokens.contains(head) else { return false }
      here = head
      if document.tokens[here].upos == .adjective {
        return Self.expected.contains(document.lower(here))
          && sentence.tokens.contains { document.tokens[$0].head == here && document.tokens[$0].hasRelation("cop") }
      }
      guard document.tokens[here].upos == .verb else { continue }
      return ["VBZ", "VBP"].contains(document.tokens[here].xpos)
        && Self.scheduled.contains(document.tokens[here].lemma.lowercased())
    }
    return false
  }

  private static let expected: Set<String> = ["possible", "likely", "due", "expected", "conceivable"]
  /// Verbs whose present with a day tells of what is to come.
  private static let scheduled: Set<String> = [
    "leave", "end", "expire", "begin", "start", "open", "close", "meet", "arrive", "return", "retire", "resume",
    "visit",
    "fly", "travel", "host", "vote", "conclude", "finish", "depart",
  ]

  /// `will open an inquiry on Monday`: the verb that the word hangs on tells of what is to come.
  private func isAhead(_ index: Int, _ sentence: Sentence) -> Bool {
    if isScheduled(index, sentence) { return true }
    var here = index
    for _ in 0..<4 {
      guard let head = document.tokens[here].head, sentence.tokens.contains(head) else { return false }
      here = head
      guard document.tokens[here].upos == .verb else { continue }
      return sentence.tokens.contains { token in
        guard token < here else { return false }
        return document.tokens[token].head == here && ["will", "shall", "'ll"].contains(document.lower(token))
          || here - token <= 3 && isToDo(token, sentence)
      }
    }
    return false
  }

  // MARK: Readings

  private func reading(at index: Int, in sentence: Sentence) -> Reading? {
    absolute(at: index, in: sentence) ?? year(at: index, in: sentence) ?? relative(at: index, in: sentence)
      ?? weekday(at: index, in: sentence) ?? counted(at: index, in: sentence)
  }

  /// `March 22, 2024`, `22 March`, `March 3-5`, `January`, `2024-03-22`.
  private func absolute(at index: Int, in sentence: Sentence) -> Reading? {
    if WordShape.isNumber(document.tokens[index].form), let date = CalendarDate(iso8601: document.tokens[index].form) {
      return Reading(end: index + 1, value: Days.day(date))
    }
    if let month = month(index, sentence) { return monthFirst(month, at: index, in: sentence) }
    // `22 March 2024`, `the 22nd of March`
    guard let day = CalendarWords.day(word(index, sentence)) else { return nil }
    let at = word(index + 1, sentence) == "of" ? index + 2 : index + 1
    guard let month = month(at, sentence) else { return nil }
    let year = trailingYear(at + 1, sentence)
    let date = resolve(year?.year, month, day, at: index, in: sentence)
    return Reading(
      end: year?.end ?? at + 1, value: date.map(Days.day) ?? TimeValue(start: nil, precision: .unknown))
  }

  private func monthFirst(_ month: Int, at index: Int, in sentence: Sentence) -> Reading? {
    if let day = CalendarWords.day(word(index + 1, sentence)), !isCount(index + 1, sentence) {
      if ["-", "–", "to"].contains(word(index + 2, sentence)), let last = CalendarWords.day(word(index + 3, sentence)),
        last > day,
        let first = resolve(trailingYear(index + 4, sentence)?.year, month, day, at: index, in: sentence)
      {
        let end = CalendarDate(epochDay: first.epochDay + Int64(last - day))
        return Reading(end: trailingYear(index + 4, sentence)?.end ?? index + 4, value: Days.span(first, end))
      }
      let year = trailingYear(index + 2, sentence)
      let date = resolve(year?.year, month, day, at: index, in: sentence)
      return Reading(
        end: year?.end ?? index + 2, value: date.map(Days.day) ?? TimeValue(start: nil, precision: .unknown))
    }
    if let year = trailingYear(index + 1, sentence), let value = Days.month(year.year, month) {
      return Reading(end: year.end, value: value)
    }
    guard let value = resolveMonth(month, at: index, in: sentence) else {
      return Reading(end: index + 1, value: TimeValue(start: nil, precision: .unknown))
    }
    return Reading(end: index + 1, value: value)
  }

  /// `March 14 people`: the number counts what follows and is no day.
  private func isCount(_ index: Int, _ sentence: Sentence) -> Bool {
    guard sentence.tokens.contains(index + 1) else { return false }
    return document.tokens[index + 1].upos == .noun && document.tokens[index].head == index + 1
      && !["attack", "attacks", "bombing", "election"].contains(word(index + 1, sentence))
      && document.tokens[index + 1].xpos == "NNS"
  }

  private func trailingYear(_ index: Int, _ sentence: Sentence) -> (year: Int, end: Int)? {
    if let year = CalendarWords.year(word(index, sentence)) { return (year, index + 1) }
    if ["last", "this", "next"].contains(word(index, sentence)), word(index + 1, sentence) == "year",
      let base = yearHint
    {
      return (base + (word(index, sentence) == "last" ? -1 : word(index, sentence) == "next" ? 1 : 0), index + 2)
    }
    guard word(index, sentence) == "," || word(index, sentence) == "of",
      let year = CalendarWords.year(word(index + 1, sentence))
    else { return nil }
    return (year, index + 2)
  }

  /// A day without a year is the last one before publication, unless the sentence looks ahead.
  private func resolve(_ year: Int?, _ month: Int, _ day: Int, at index: Int, in sentence: Sentence) -> CalendarDate? {
    if let year { return Days.date(year, month, day) }
    guard let base = yearHint else { return nil }
    guard let date = Days.date(base, month, day) else { return nil }
    guard let published, date > published else {
      // `is to open on 3 January`, in December.
      let isNextYear = published.map { $0 > date && isAhead(index, sentence) } ?? false
      return isNextYear ? Days.date(base + 1, month, day) : date
    }
    if isFuture(sentence, near: index) { return date }
    return Days.date(base - 1, month, day)
  }

  private func resolveMonth(_ month: Int, at index: Int, in sentence: Sentence) -> TimeValue? {
    guard let base = yearHint else { return nil }
    guard let published else { return Days.month(base, month) }
    let now = Days.parts(of: published)
    switch word(index - 1, sentence) {
    case "last": return Days.month(month < now.month ? now.year : now.year - 1, month)
    case "next": return Days.month(month > now.month ? now.year : now.year + 1, month)
    default: break
    }
    if month < now.month, isAhead(index, sentence) { return Days.month(base + 1, month) }
    if month > now.month { return Days.month(isFuture(sentence, near: index) ? base : base - 1, month) }
    return Days.month(base, month)
  }

  private static let yearOpeners: Set<String> = [
    "in", "since", "by", "of", "from", "until", "till", "late", "early", "mid", "during", "before", "after", "around",
    "to", "between", "and", "through", "year", "throughout",
  ]

  /// `in 2014`, `late 2014`, `the 2010 earthquake`, `the 1990s`, `2014-2017`.
  private func year(at index: Int, in sentence: Sentence) -> Reading? {
    let form = word(index, sentence)
    if form.utf8.count == 5, form.hasSuffix("0s"), let first = CalendarWords.year(String(form.dropLast())) {
      guard let start = Days.date(first, 1, 1), let end = Days.date(first + 9, 12, 31) else { return nil }
      return Reading(end: index + 1, value: Days.span(start, end))
    }
    guard let year = CalendarWords.year(form) else { return nil }
    let before = word(index - 1, sentence)
    let token = document.tokens[index]
    let modifies =
      token.head.map { $0 > index && document.tokens[$0].upos == .noun && document.tokens[$0].xpos != "NNS" } ?? false
    let isSingle = modifies && (1900...2100).contains(year)
    guard Self.yearOpeners.contains(before) && !countsBehind(index, sentence) || isSingle else { return nil }
    if ["-", "–", "to"].contains(word(index + 1, sentence)), let last = CalendarWords.year(word(index + 2, sentence)),
      last > year,
      let start = Days.date(year, 1, 1), let end = Days.date(last, 12, 31)
    {
      return Reading(end: index + 3, value: Days.span(start, end))
    }
    return Reading(end: index + 1, value: Days.year(year))
  }

  /// `in 2014 houses`: a plural noun right behind is counted.
  private func countsBehind(_ index: Int, _ sentence: Sentence) -> Bool {
    guard sentence.tokens.contains(index + 1) else { return false }
    return document.tokens[index + 1].xpos == "NNS" && document.tokens[index].head == index + 1
  }

  /// `today`, `last night`, `last month`, `this week`, `over the summer`.
  private func relative(at index: Int, in sentence: Sentence) -> Reading? {
    let first = word(index, sentence)
    switch first {
    case "today", "tonight": return day(0, index, index + 1)
    case "yesterday": return day(-1, index, behindPartOfDay(index + 1, sentence))
    case "tomorrow": return day(1, index, behindPartOfDay(index + 1, sentence))
    case "last", "this", "next", "past", "previous", "coming", "recent": break
    case "spring", "summer", "autumn", "winter":
      guard ["over", "the", "in", "during"].contains(word(index - 1, sentence)) else { return nil }
      return season(first, at: index, shift: 0, end: index + 1, sentence)
    default: return nil
    }
    let second = word(index + 1, sentence)
    let shift = ["last", "past", "previous", "recent"].contains(first) ? -1 : first == "this" ? 0 : 1
    if CalendarWords.partsOfDay.contains(second) {
      guard first == "last" || first == "this" else { return nil }
      return day(second == "night" && first == "last" ? -1 : shift, index, index + 2)
    }
    if CalendarWords.seasons[second] != nil { return season(second, at: index, shift: shift, end: index + 2, sentence) }
    // `the past two years` is a span that ends now, and no time of its own.
    guard let unit = CalendarWords.units[second], !second.hasSuffix("s") || unit == .week else { return nil }
    guard let published else { return Reading(end: index + 2, value: TimeValue(start: nil, precision: .unknown)) }
    guard let value = shifted(published, unit, shift) else { return nil }
    return Reading(end: index + 2, value: value)
  }

  private func behindPartOfDay(_ index: Int, _ sentence: Sentence) -> Int {
    CalendarWords.partsOfDay.contains(word(index, sentence)) ? index + 1 : index
  }

  private func day(_ shift: Int, _ start: Int, _ end: Int) -> Reading? {
    guard let published else { return Reading(end: end, value: TimeValue(start: nil, precision: .unknown)) }
    return Reading(end: end, value: Days.day(CalendarDate(epochDay: published.epochDay + Int64(shift))))
  }

  private func season(_ name: String, at index: Int, shift: Int, end: Int, _ sentence: Sentence) -> Reading? {
    guard let month = CalendarWords.seasons[name], let published else { return nil }
    let now = Days.parts(of: published)
    var year = now.year
    if shift < 0 { year -= month <= now.month - 2 ? 0 : 1 } else if month > now.month, shift == 0 { year -= 1 }
    if shift > 0 { year += month > now.month ? 0 : 1 }
    guard let first = Days.date(year, month, 1), let last = first.adding(months: 3) else { return nil }
    return Reading(end: end, value: Days.span(first, CalendarDate(epochDay: last.epochDay - 1)))
  }

  /// The day, week, month, year so many units away from a day.
  private func shifted(_ date: CalendarDate, _ unit: CalendarWords.Unit, _ count: Int) -> TimeValue? {
    let now = Days.parts(of: date)
    switch unit {
    case .hour: return Days.day(date)
    case .day: return Days.day(CalendarDate(epochDay: date.epochDay + Int64(count)))
    case .week:
      let monday = date.epochDay - Int64(Days.weekday(date) - 1) + Int64(7 * count)
      return Days.span(CalendarDate(epochDay: monday), CalendarDate(epochDay: monday + 6))
    case .month:
      guard let first = Days.date(now.year, now.month, 1)?.adding(months: Int64(count)) else { return nil }
      let parts = Days.parts(of: first)
      return Days.month(parts.year, parts.month)
    case .year: return Days.year(now.year + count)
    case .decade:
      let start = (now.year + 10 * count) / 10 * 10
      guard let first = Days.date(start, 1, 1), let last = Days.date(start + 9, 12, 31) else { return nil }
      return Days.span(first, last)
    case .century: return nil
    }
  }

  /// `Monday`, `last Monday`, `Saturday night`. The last such day up to publication; where the sentence looks ahead, the
  /// nearest.
  private func weekday(at index: Int, in sentence: Sentence) -> Reading? {
    guard WordShape.isCapitalised(document.tokens[index].form) else { return nil }
    let word = word(index, sentence)
    guard let wanted = CalendarWords.weekdays[word],
      word.count > 3 || document.tokens[index].form.hasSuffix(".") || document.tokens[index].upos == .properNoun
    else { return nil }
    let end = behindPartOfDay(index + 1, sentence)
    guard let published else { return Reading(end: end, value: TimeValue(start: nil, precision: .unknown)) }
    let back = (Days.weekday(published) - wanted + 7) % 7
    var days = -back
    let before = self.word(index - 1, sentence)
    if before == "next" {
      days = back == 0 ? 7 : 7 - back
    } else if before == "last", back == 0 {
      days = -7
    } else if isAhead(index, sentence), back > 0 {
      days = 7 - back
    } else if isFuture(sentence, near: index), back > 3 {
      days = 7 - back
    }
    return Reading(end: end, value: Days.day(CalendarDate(epochDay: published.epochDay + Int64(days))))
  }

  /// What a time that is counted from another can begin with, beside digits.
  private static let mayCount: Set<String> = Set([
    "shortly", "soon", "immediately", "just", "right", "well", "long", "a", "an", "several", "some", "few",
  ]).union(NumberWords.units.keys).union(CalendarWords.units.keys)

  /// `two years ago`, `a day earlier`, `days before the attack`, `shortly after the vote`.
  private func counted(at index: Int, in sentence: Sentence) -> Reading? {
    let first = word(index, sentence)
    // Most words end here.
    guard Self.mayCount.contains(first) || WordShape.isNumber(first) else { return nil }
    if ["shortly", "soon", "immediately", "just", "right", "well", "long"].contains(first) {
      return anchored(at: index + 1, from: index, in: sentence)
    }
    var at = index
    var count: Int?
    if let number = NumberWords.value(of: first) {
      count = number
      at += 1
    } else if first == "a" || first == "an" {
      count = 1
      at += 1
    } else if ["several", "some", "few"].contains(first) {
      at += 1
    }
    guard let unit = CalendarWords.units[word(at, sentence)], count.map({ abs($0) < 10_000 }) ?? true else {
      return nil
    }
    let behind = word(at + 1, sentence)
    if behind == "ago" {
      guard let published, let count else {
        return Reading(end: at + 2, value: TimeValue(start: nil, precision: .unknown))
      }
      return shifted(published, unit, -count).map { Reading(end: at + 2, value: $0) }
    }
    if ["before", "after", "following"].contains(behind), let anchored = anchored(at: at + 1, from: index, in: sentence)
    {
      return anchored
    }
    guard ["earlier", "later", "before", "previously"].contains(behind) else { return nil }
    let base = found.last.flatMap { last -> CalendarDate? in
      guard last.value.precision == .day, document.sentences[last.sentence].paragraph == sentence.paragraph else {
        return nil
      }
      return last.value.start.flatMap { CalendarDate(iso8601: $0) }
    }
    // `signed in 2021 and cancelled two years later`: from the year or month told in front, in the same unit.
    if behind == "later" || behind == "earlier", let count, let last = found.last, base == nil,
      sentence.tokens.contains(last.tokens.lowerBound),
      let value = shifted(last.value, unit, behind == "later" ? count : -count)
    {
      return Reading(end: at + 2, value: value)
    }
    guard let from = base ?? published, let count else {
      return Reading(end: at + 2, value: TimeValue(start: nil, precision: .unknown))
    }
    return shifted(from, unit, behind == "later" ? count : -count).map { Reading(end: at + 2, value: $0) }
  }

  /// The year or month so many years or months away from another.
  private func shifted(_ value: TimeValue, _ unit: CalendarWords.Unit, _ count: Int) -> TimeValue? {
    guard value.precision == .year && unit == .year || value.precision == .month && (unit == .year || unit == .month),
      let start = value.start.flatMap({ CalendarDate(iso8601: $0) })
    else { return nil }
    let parts = Days.parts(of: start)
    if value.precision == .year { return Days.year(parts.year + count) }
    if unit == .year { return Days.month(parts.year + count, parts.month) }
    return shifted(start, unit, count)
  }

  /// `before the attack`: the noun that is counted from, and the side.
  private func anchored(at index: Int, from start: Int, in sentence: Sentence) -> Reading? {
    let side = word(index, sentence)
    guard ["before", "after", "following"].contains(side) else { return nil }
    var at = index + 1
    while at < min(sentence.tokens.upperBound, index + 8) {
      let token = document.tokens[at]
      if token.upos == .noun {
        while at + 1 < sentence.tokens.upperBound, document.tokens[at + 1].upos == .noun { at += 1 }
        return Reading(
          end: index + 1, value: TimeValue(start: nil, precision: side == "before" ? .before : .after), anchor: at)
      }
      guard [.determiner, .adjective, .properNoun, .pronoun, .particle, .numeral].contains(token.upos) else {
        return nil
      }
      at += 1
    }
    return nil
  }

  /// `since January`, `by Sunday`, `before 2017`: an end is open.
  private func bounded(_ value: TimeValue, before index: Int, in sentence: Sentence) -> TimeValue {
    var at = index - 1
    if ["early", "late", "mid", "the", "-", "last", "this"].contains(word(at, sentence)) { at -= 1 }
    guard value.start != nil, value.precision != .before, value.precision != .after else { return value }
    switch word(at, sentence) {
    case "since": return TimeValue(start: value.start, end: nil, precision: .after)
    case "until", "till": return TimeValue(start: nil, end: value.end ?? value.start, precision: .before)
    case "before": return TimeValue(start: nil, end: value.start, precision: .before)
    case "after": return TimeValue(start: value.end ?? value.start, end: nil, precision: .after)
    default: return value
    }
  }
}
