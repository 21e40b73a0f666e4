import TextAnalysis

/// Runs all rules over a document and makes one consistent picture of what they find: one attribution for each content
/// of a cue, quotations completed, sharing and nesting settled.
struct AttributionFinder: Sendable {
  let context: AttributionContext

  /// Attributions in text order of their cues; `relayedBy` refers to positions in this list.
  func find() -> [Attribution] {
    var found: [Attribution] = []
    for sentence in context.syntax.document.sentences where sentence.part == .body {
      var inSentence: [Attribution] = []
      for token in sentence.tokens {
        for rule in AttributionRule.all {
          let found = rule.find(context, token)
          // To append nothing makes room all the same.
          if !found.isEmpty { inSentence.append(contentsOf: found) }
        }
      }
      inSentence = withoutRivals(inSentence)
      takeOutSetOff(&inSentence)
      takeInFronted(&inSentence, in: sentence.tokens)
      completeQuotations(&inSentence, in: sentence.tokens)
      shareContents(&inSentence)
      found.append(contentsOf: inSentence)
    }
    QuotationContinuer(context: context).continueQuotations(in: &found)
    let taken = Set(found.map(\.cueHead))
    found += SpeechTurns(context: context).find().filter { !taken.contains($0.cueHead) }
    found += CheckedClaims(context: context).find().filter { !taken.contains($0.cueHead) }
    found += QuotedMail(context: context).find().filter { !taken.contains($0.cueHead) }
    found.sort { ($0.cue.lowerBound, $0.cueHead, $0.rule) < ($1.cue.lowerBound, $1.cueHead, $1.rule) }
    nest(&found)
    return found
  }

  /// Of several findings for one cue the weightiest stands, then the one with most content, then the first rule's.
  private func withoutRivals(_ all: [Attribution]) -> [Attribution] {
    var best: [Int: Int] = [:]
    for (index, attribution) in all.enumerated() {
      guard let rival = best[attribution.cueHead] else {
        best[attribution.cueHead] = index
        continue
      }
      let isBetter = (attribution.weight, attribution.contentCount) > (all[rival].weight, all[rival].contentCount)
      if isBetter { best[attribution.cueHead] = index }
    }
    let kept = all.indices.filter { best[all[$0].cueHead] == $0 }.map { all[$0] }
    // `refused to confirm or deny that S`: the denying is a word of the silence, and denies nothing.
    let silences = kept.filter { $0.stance == .declinesToComment }
    return kept.filter { one in !silences.contains { $0.cueHead != one.cueHead && $0.cue.contains(one.cueHead) } }
  }

  /// `Y told Z that S, according to X`: the phrase speaks for all of it and is no part of S, wherever the tree hangs it.
  private func takeOutSetOff(_ found: inout [Attribution]) {
    for outer in found where outer.rule == "attribution.according-to" {
      let phrase = context.syntax.span(outer.cueHead)
      for index in found.indices where found[index].cueHead != outer.cueHead && outer.covers(found[index].cueHead) {
        guard found[index].contentHeads.contains(where: { !phrase.contains($0) }) else { continue }
        let left = found[index].content.subtracting(phrase).flatMap { Array($0) }
        found[index].content = context.trimmed(left)
      }
    }
    takeOutComments(&found)
    takeOutContrary(&found)
    takeOutAnswered(&found)
  }

  /// `X says S, a charge that Y rejects`, `X says S, a charge that Y said was beneath him`: how Y answers is no part of S.
  private func takeOutAnswered(_ found: inout [Attribution]) {
    let syntax = context.syntax
    for answer in found {
      guard let noun = answer.rule == "attribution.denial" ? answer.denied : syntax.setOffWords(above: answer.cueHead),
        syntax.isSetOffWords(noun)
      else { continue }
      let phrase = syntax.span(noun)
      for index in found.indices where found[index].cueHead != answer.cueHead && found[index].covers(noun) {
        guard found[index].contentHeads.contains(where: { !phrase.contains($0) }) else { continue }
        let left = found[index].content.subtracting(phrase).flatMap { Array($0) }
        found[index].content = context.trimmed(left)
      }
    }
  }

  /// `S, he told reporters: "T"`, with what he told beside S: he said both.
  private func takeInFronted(_ found: inout [Attribution], in sentence: Range<Int>) {
    let syntax = context.syntax
    for index in found.indices {
      let verb = found[index].cueHead
      guard syntax.relations[verb] == .parataxis, let front = syntax.heads[verb], front < verb,
        syntax.isPredicate(front), let first = found[index].content.first?.lowerBound, first > verb,
        (verb..<first).contains(where: { syntax.tokens[$0].form == ":" }),
        let subject = syntax.subject(verb), subject < verb,
        let comma = syntax.span(subject).first(where: { !syntax.isPart($0, .punctuation) }).map({ $0 - 1 }),
        comma > sentence.lowerBound, syntax.tokens[comma].form == ",",
        !found.contains(where: { $0.covers(front) || $0.cueHead == front || $0.cue.contains(front) })
      else { continue }
      let words = context.trimmed(syntax.subtree(front) { $0 == verb })
      found[index].content = [Range<Int>](runsOf: Set((words + found[index].content).flatMap { Array($0) }).sorted())
      found[index].contentHeads = (found[index].contentHeads + [front]).sorted()
    }
  }

  /// `X says S, which Y denies`: the report tells what Y does to S; X does not say it.
  private func takeOutComments(_ found: inout [Attribution]) {
    let syntax = context.syntax
    for comment in found {
      let clause = syntax.span(comment.cueHead)
      guard let mark = clause.first(where: { !syntax.isPart($0, .punctuation) }), syntax.lemmas[mark] == "which",
        mark > 0, syntax.tokens[mark - 1].form == ",",
        let relation = syntax.heads[mark] == comment.cueHead ? syntax.relations[mark] : nil,
        !RelationSet.subjects.has(relation)
      else { continue }
      for index in found.indices where found[index].covers(comment.cueHead) {
        guard found[index].contentHeads.contains(where: { !clause.contains($0) }) else { continue }
        let left = found[index].content.subtracting(clause).flatMap { Array($0) }
        found[index].content = context.trimmed(left)
      }
    }
  }

  /// `X said S — contrary to what Y told Z`: the report sets the one against the other; X does not say so.
  private func takeOutContrary(_ found: inout [Attribution]) {
    let syntax = context.syntax
    for index in found.indices {
      guard let last = found[index].content.last?.upperBound else { continue }
      let first = found[index].content.first?.lowerBound ?? last
      guard
        let contrary = (first..<last).first(where: { token in
          syntax.tokens[token].lower == "contrary" && token + 2 < last && syntax.tokens[token + 1].lower == "to"
            && syntax.tokens[token + 2].lower == "what" && token - 1 > first
            && Syntax.settingOff.contains(syntax.tokens[token - 1].form) && !context.quotations.contains(token)
        }), found[index].cueHead < contrary
      else { continue }
      // Up to the mark that ends it, where X's words go on.
      let end = (contrary..<last).first { Syntax.settingOff.contains(syntax.tokens[$0].form) } ?? last
      let left = found[index].content.flatMap { Array($0) }.filter { $0 < contrary || $0 > end }
      found[index].content = context.trimmed(left)
    }
  }

  /// `"A," X said, "B"`: a quoted stretch of the sentence that no attribution covers goes to the one that has quoted
  /// words beside it.
  private func completeQuotations(_ found: inout [Attribution], in sentence: Range<Int>) {
    let quoting = found.indices.filter { index in
      found[index].content.contains { run in run.contains { context.quotations.contains($0) } }
        && !context.quotations.contains(found[index].cueHead)
    }
    guard let owner = quoting.max(by: { found[$0].contentCount < found[$1].contentCount }) else { return }
    for span in context.quotations.spans {
      if span.lowerBound >= sentence.upperBound { break }
      guard span.upperBound > sentence.lowerBound else { continue }
      let inside = span.clamped(to: sentence)
      let words = inside.filter { !context.syntax.isPart($0, .punctuation) }
      guard words.count > 2,
        !words.contains(where: { token in found.contains { $0.covers(token) || $0.cue.contains(token) } }),
        let head = head(of: inside), context.syntax.isPredicate(head) || followsPause(inside)
      else { continue }
      let tokens = found[owner].content.flatMap { Array($0) } + context.trimmed(Array(inside)).flatMap { Array($0) }
      found[owner].content = [Range<Int>](runsOf: Set(tokens).sorted())
      found[owner].contentHeads = (found[owner].contentHeads + [head]).sorted()
    }
  }

  /// Whether a comma or colon stands before the opening mark. Without one, words that are no clause are a name or term.
  private func followsPause(_ quoted: Range<Int>) -> Bool {
    let before = quoted.lowerBound - 2
    return before >= 0 && [",", ":"].contains(context.syntax.tokens[before].form)
  }

  /// The first token of a run whose head lies outside it and that heads a clause, else any that does.
  private func head(of run: Range<Int>) -> Int? {
    let tops = run.filter { token in
      !context.syntax.isPart(token, .punctuation) && !(context.syntax.heads[token].map { run.contains($0) } ?? false)
    }
    return tops.first { context.syntax.isPredicate($0) } ?? tops.first
  }

  /// Fills in the content of those that hang on another attribution; what hangs on nothing is dropped.
  private func shareContents(_ found: inout [Attribution]) {
    for index in found.indices {
      guard let host = found[index].borrows else { continue }
      let lender = found.indices.first { other in
        guard other != index, found[other].borrows == nil, !found[other].isOpaque else { return false }
        if found[other].cueHead == host || found[other].cue.contains(host) { return true }
        switch found[other].speaker {
        case .noun(let noun), .document(let noun): return noun == host || isNamePart(host, of: noun)
        case .sameAs, .unknown: return false
        }
      }
      guard let lender else { continue }
      found[index].content = found[lender].content
      found[index].contentHeads = found[lender].contentHeads
      found[index].relayedBy = found[lender].cueHead
    }
    found.removeAll { $0.content.isEmpty }
  }

  /// `the broadcaster Omega, which cited X`: the clause may hang on the name, and the phrase on the noun.
  private func isNamePart(_ name: Int, of noun: Int) -> Bool {
    let syntax = context.syntax
    return syntax.heads[name] == noun
      && (RelationSet.nameParts.has(syntax.relations[name]) || syntax.relations[name] == .apposition)
  }

  /// Who passes on whose words: the smallest content that holds the other's cue. A cue inside the words that attribute
  /// another one, as in `X, who said A, denied B`, is not inside its content and stays apart.
  private func nest(_ found: inout [Attribution]) {
    let byCueHead = Dictionary(found.enumerated().map { ($1.cueHead, $0) }, uniquingKeysWith: { first, _ in first })
    let near = contentsByBlock(found)
    let borrowers = found.indices.filter { found[$0].borrows != nil }
    for index in found.indices {
      if let lender = found[index].relayedBy {
        found[index].relayedBy = byCueHead[lender]
        continue
      }
      let holders = (near[found[index].cueHead / Self.blockLength] ?? []).filter { other in
        guard other != index, found[other].covers(found[index].cueHead), found[other].borrows == nil else {
          return false
        }
        return !found[index].covers(found[other].cueHead) || found[other].contentCount > found[index].contentCount
      }
      guard let holder = holders.min(by: { found[$0].contentCount < found[$1].contentCount }) else { continue }
      found[index].relayedBy = innermost(holder, of: borrowers, in: found)
    }
    cutCircles(&found)
    for index in found.indices {
      if let outer = found[index].relayedBy, found[outer].isOpaque { found[index].relayedBy = nil }
    }
  }

  /// `Y reported, citing X, that Z said`: what Z said came through X, who shares Y's content.
  private func innermost(_ holder: Int, of borrowers: [Int], in found: [Attribution]) -> Int {
    borrowers.first { found[$0].relayedBy == holder } ?? holder
  }

  private static let blockLength = 64

  /// The attributions whose content reaches into each block of 64 tokens, ascending: a report may have thousands, of which
  /// few can hold a cue.
  private func contentsByBlock(_ found: [Attribution]) -> [Int: [Int]] {
    var near: [Int: [Int]] = [:]
    for (index, attribution) in found.enumerated() {
      for range in attribution.content where !range.isEmpty {
        for block in (range.lowerBound / Self.blockLength)...((range.upperBound - 1) / Self.blockLength)
        where near[block]?.last != index {
          near[block, default: []].append(index)
        }
      }
    }
    return near
  }

  private func cutCircles(_ found: inout [Attribution]) {
    for start in found.indices {
      var here = start
      for _ in found.indices {
        guard let next = found[here].relayedBy else { break }
        if next == start {
          found[here].relayedBy = nil
          break
        }
        here = next
      }
    }
  }
}
