import SourceText
import TextAnalysis

/// The numbers of the body with what they count and how they are bounded, in text order, without overlaps.
///
/// Dates, years and numbers that are part of a name are left out. `between 46 and 85` gives two: a minimum and a maximum.
package func findFigures(in document: Document, lexicon: Lexicon) -> [FigureExpression] {
  var isTime = [Bool](repeating: false, count: document.tokens.count)
  for time in findTimes(in: document, published: nil) {
    for token in time.tokens { isTime[token] = true }
  }
  let finder = FigureFinder(document: document, lexicon: lexicon, isTime: isTime)
  return document.sentences.indices.flatMap { finder.figures(inSentence: $0) }
}

struct FigureFinder {
  let document: Document
  let lexicon: Lexicon
  /// One entry per token: whether it belongs to a time.
  let isTime: [Bool]

  /// A number as it stands, without what stands before it.
  private struct Amount {
    var tokens: Range<Int>
    var value: Double
    var bound: FigureRecord.Bound?
  }

  func figures(inSentence index: Int) -> [FigureExpression] {
    let sentence = document.sentences[index]
    guard sentence.part == .body else { return [] }
    var result: [FigureExpression] = []
    var token = sentence.tokens.lowerBound
    while token < sentence.tokens.upperBound {
      guard !isTime[token], let amount = amount(at: token, in: sentence) else {
        token += 1
        continue
      }
      token = amount.tokens.upperBound
      guard isCount(amount, in: sentence) else { continue }
      if let upper = rangeEnd(behind: amount, in: sentence) {
        token = upper.tokens.upperBound
        let counted = counted(upper, in: sentence)
        var lower = amount
        // `10 to 15 million` counts millions on both sides.
        if amount.value < upper.value / 1_000, upper.tokens.count > 1, amount.tokens.count == 1 {
          lower.value *= multiplier(upper.tokens.last ?? 0)?.1 ?? 1
        }
        result.append(expression(lower, .minimum, counted, index, from: lower.tokens.lowerBound))
        result.append(expression(upper, .maximum, counted, index, from: upper.tokens.lowerBound))
        continue
      }
      let bound = bound(before: amount, in: sentence)
      let behind = bound == nil ? self.bound(behind: amount, in: sentence) : nil
      result.append(
        expression(
          amount, bound?.bound ?? behind?.bound ?? amount.bound ?? .exact, counted(amount, in: sentence), index,
          from: bound?.start ?? amount.tokens.lowerBound))
      if let behind { token = max(token, behind.end) }
    }
    return result
  }

  private func expression(
    _ amount: Amount, _ bound: FigureRecord.Bound, _ counted: Int?, _ sentence: Int, from start: Int
  ) -> FigureExpression {
    let tokens = start..<amount.tokens.upperBound
    return FigureExpression(
      range: document.range(of: tokens), tokens: tokens, sentence: sentence, value: amount.value, bound: bound,
      counted: counted)
  }

  // MARK: Numbers

  /// The number that begins at a token: digits, words, or a phrase of the lexicon.
  private func amount(at index: Int, in sentence: Sentence) -> Amount? {
    let limit = sentence.tokens.upperBound
    if let found = lexicon.figureWords.longest(in: document.tokens, from: index, limit: limit),
      let word = found.values.first(where: { $0.kind == .number }), let value = word.value,
      !found.tokens.contains(where: { isTime[$0] }),
      NumberWords.value(of: document.tokens[index].form) == nil || found.tokens.count > 1
    {
      var amount = Amount(tokens: found.tokens, value: value, bound: word.bound)
      if let (end, factor) = multiplier(found.tokens.upperBound), value < 100 {
        amount = Amount(tokens: index..<end, value: value * factor, bound: word.bound)
      }
      return amount
    }
    if ["twin", "both"].contains(document.lower(index)) {
      return Amount(tokens: index..<(index + 1), value: 2, bound: nil)
    }
    return NumberWords.units[document.lower(index)] == nil ? digits(at: index, limit) : spelled(at: index, limit)
  }

  private func digits(at index: Int, _ limit: Int) -> Amount? {
    guard let value = NumberWords.number(of: document.tokens[index].form) else { return nil }
    if let (end, factor) = multiplier(index + 1), end <= limit {
      return Amount(tokens: index..<end, value: value * factor, bound: nil)
    }
    return Amount(tokens: index..<(index + 1), value: value, bound: nil)
  }

  private func multiplier(_ index: Int) -> (Int, Double)? {
    guard index < document.tokens.count else { return nil }
    let word = document.lower(index)
    if let factor = NumberWords.multipliers[word], word.count > 1 || !document.tokens[index].hasSpaceBefore {
      return (index + 1, factor)
    }
    return word == "dozen" ? (index + 1, 12) : nil
  }

  /// `twenty-one`, `three hundred and five`, `two million`.
  private func spelled(at index: Int, _ limit: Int) -> Amount? {
    var total = 0.0
    var part = 0.0
    var at = index
    var end = index
    scan: while at < limit, at - index < 12 {
      let word = document.lower(at)
      if let unit = NumberWords.units[word] {
        // `six, seven` and `two four` are two numbers.
        if at > index, part.truncatingRemainder(dividingBy: unit < 10 ? 10 : 100) != 0 { break }
        part += Double(unit)
      } else if word == "hundred" || word == "dozen" {
        part = max(1, part) * (word == "hundred" ? 100 : 12)
      } else if let factor = NumberWords.multipliers[word], word.count > 2 {
        total += max(1, part) * factor
        part = 0
      } else if word == "-" || word == "and", at > index, at + 1 < limit,
        NumberWords.units[document.lower(at + 1)] != nil,
        word == "-" || total > 0 || part >= 100
      {
        at += 1
        continue scan
      } else {
        break
      }
      at += 1
      end = at
    }
    return end > index ? Amount(tokens: index..<end, value: total + part, bound: nil) : nil
  }

  /// Numbers in names, ordinals, ages and clock times count nothing; nor does `one` as a pronoun.
  private func isCount(_ amount: Amount, in sentence: Sentence) -> Bool {
    let first = amount.tokens.lowerBound
    let token = document.tokens[first]
    let next = amount.tokens.upperBound
    let before = first > sentence.tokens.lowerBound ? document.tokens[first - 1] : nil
    if token.lower == "one", amount.tokens.count == 1 {
      return token.hasRelation("nummod") && (token.head ?? 0) > first
    }
    if let before, before.upos == .properNoun, WordShape.isNumber(token.form) {
      guard let head = token.head, head > first, document.tokens[head].upos == .noun else { return false }
    }
    if let before, ["-", ":", "/", "#", "No.", "no."].contains(before.form),
      !token.hasSpaceBefore || before.form.hasPrefix("N")
    {
      return false
    }
    guard sentence.tokens.contains(next) else { return true }
    let following = document.lower(next)
    if following == "-", sentence.tokens.contains(next + 1) {
      // `a two-year conflict`, `33-year-old`; but `10-15 people` is a range.
      return NumberWords.number(of: document.tokens[next + 1].form) != nil
    }
    return !["am", "pm", "a.m.", "p.m.", "o'clock", "gmt"].contains(following)
  }

  /// `between 46 and 85`, `46 to 85`, `46-85`: the second number.
  private func rangeEnd(behind amount: Amount, in sentence: Sentence) -> Amount? {
    let link = amount.tokens.upperBound
    guard sentence.tokens.contains(link + 1) else { return nil }
    let word = document.lower(link)
    let isBetween =
      amount.tokens.lowerBound > sentence.tokens.lowerBound && document.lower(amount.tokens.lowerBound - 1) == "between"
    guard word == "-" || word == "–" || word == "to" || word == "and" && isBetween else { return nil }
    // `cut the number from 14 to 11` is no range.
    if word == "to", amount.tokens.lowerBound > sentence.tokens.lowerBound,
      document.lower(amount.tokens.lowerBound - 1) == "from"
    {
      return nil
    }
    guard let upper = self.amount(at: link + 1, in: sentence), upper.value > amount.value else { return nil }
    return upper
  }

  // MARK: Bounds

  /// The longest phrase of the lexicon that ends right before the number.
  private func bound(before amount: Amount, in sentence: Sentence) -> (bound: FigureRecord.Bound, start: Int)? {
    let end = amount.tokens.lowerBound
    for start in max(sentence.tokens.lowerBound, end - 5)..<max(sentence.tokens.lowerBound, end) {
      guard let found = lexicon.figureWords.longest(in: document.tokens, from: start, limit: end),
        found.tokens.upperBound == end,
        let bound = found.values.first(where: { $0.kind == .bound })?.bound
      else { continue }
      return (bound, start)
    }
    return nil
  }

  /// `or more`, `or so`.
  private func bound(behind amount: Amount, in sentence: Sentence) -> (bound: FigureRecord.Bound, end: Int)? {
    let start = amount.tokens.upperBound
    guard sentence.tokens.contains(start), document.lower(start) == "or",
      let found = lexicon.figureWords.longest(in: document.tokens, from: start, limit: sentence.tokens.upperBound),
      let bound = found.values.first(where: { $0.kind == .bound })?.bound
    else { return nil }
    return (bound, found.tokens.upperBound)
  }

  // MARK: Counted

  /// The noun that the number counts: its head in the tree, what `of` joins to it, or the next noun.
  private func counted(_ amount: Amount, in sentence: Sentence) -> Int? {
    for token in amount.tokens.reversed() {
      guard let head = document.tokens[token].head, !amount.tokens.contains(head), sentence.tokens.contains(head) else {
        continue
      }
      let relation = document.tokens[token].baseRelation
      if relation == "nummod" || relation == "det" || relation == "amod",
        document.tokens[head].upos == .noun || document.tokens[head].upos == .properNoun
          || document.tokens[head].upos == .symbol
      {
        return head
      }
    }
    var next = amount.tokens.upperBound
    let isOf =
      sentence.tokens.contains(next) && document.tokens[next].form == "of"
      || document.tokens[amount.tokens.upperBound - 1].form == "of"
    if isOf, sentence.tokens.contains(next), document.tokens[next].form == "of" { next += 1 }
    while sentence.tokens.contains(next), next - amount.tokens.upperBound < 8 {
      let token = document.tokens[next]
      switch token.upos {
      case .noun, .properNoun:
        if sentence.tokens.contains(next + 1), document.tokens[next + 1].upos == .noun { break }
        return token.upos == .noun ? next : nil
      // `put it at 23 a day earlier`: what an article begins is not counted.
      case .determiner where !isOf && ["a", "an"].contains(token.lower): return nil
      case .adjective, .determiner, .pronoun, .numeral, .adverb: break
      case .verb: if !token.hasRelation("amod") { return nil }
      default: return nil
      }
      next += 1
    }
    return nil
  }
}
