import TextAnalysis

/// Parses words of saying apart from what they say.
///
/// In `"S," X told Y` and `S, X said` the parser, which reads a sentence as one tree, takes the saying for part of the
/// said more often than not. Here the two are found by their marks and tags, parsed each for itself, and joined as
/// Universal Dependencies has it: the said is the complement of the saying.
struct SpeechFramer: Sendable {
  let analyzer: Analyzer
  let cues: CueTable

  /// The document with new trees for the sentences that hold such words; all else as it was.
  func reframe(_ document: Document) -> Document {
    let quotations = Quotations(document)
    var tokens = document.tokens
    var hasChanged = false
    for sentence in document.sentences where sentence.part == .body && sentence.tokens.count <= Self.longestSentence {
      guard let frame = frame(in: Array(sentence.tokens), tokens, quotations) else { continue }
      apply(frame, to: &tokens, quotations, depth: 0)
      hasChanged = true
    }
    return hasChanged ? Document(text: document.text, sentences: document.sentences, tokens: tokens) : document
  }

  /// Longer sentences are left as the parser has them.
  private static let longestSentence = 200
  private static let deepestNesting = 4

  /// A sentence taken apart: the words of saying, and what they say.
  private struct Frame {
    var saying: [Int]
    var verb: Int
    var said: [Int]
    /// A second stretch, behind the saying.
    var more: [Int] = []
    /// Whether `more` is joined to the saying, and not part of what is said.
    var isJoined = false
  }

  private func apply(_ frame: Frame, to tokens: inout [Token], _ quotations: Quotations, depth: Int) {
    parse(frame.saying, &tokens)
    if depth < Self.deepestNesting, let inner = self.frame(in: frame.said, tokens, quotations) {
      apply(inner, to: &tokens, quotations, depth: depth + 1)
    } else {
      parse(frame.said, &tokens)
      raisePast(in: frame.said, &tokens)
      makeActive(in: frame.said, &tokens)
    }
    guard root(of: frame.saying, tokens) != nil, let saidRoot = root(of: frame.said, tokens) else { return }
    let verb = frame.verb
    giveSubject(to: verb, among: frame.saying, &tokens)
    tokens[saidRoot].head = verb
    tokens[saidRoot].deprel = "ccomp"
    if !frame.more.isEmpty {
      parse(frame.more, &tokens)
      if let moreRoot = root(of: frame.more, tokens) {
        tokens[moreRoot].head = frame.isJoined ? verb : saidRoot
        tokens[moreRoot].deprel = "conj"
      }
    }
  }

  /// What stands beside a verb of saying and is no complement of it speaks; the parser often has it otherwise.
  private func giveSubject(to verb: Int, among saying: [Int], _ tokens: inout [Token]) {
    // `S, the prosecutor announced`: without an auxiliary nobody is announced.
    let auxiliaries = saying.filter { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") }
    if auxiliaries.isEmpty {
      for index in saying where tokens[index].head == verb && tokens[index].deprel == "nsubj:pass" {
        tokens[index].deprel = "nsubj"
      }
      if tokens[verb].xpos == "VBN" { tokens[verb].xpos = "VBD" }
    }
    if tokens[verb].head != nil, let top = root(of: saying, tokens), top < verb, isNominal(tokens[top]) {
      tokens[verb].head = nil
      tokens[verb].deprel = "root"
      let own = saying.first { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") && $0 < verb }
      tokens[top].head = own ?? verb
      tokens[top].deprel = own == nil ? "nsubj" : "nmod:desc"
    }
    let children = saying.filter { tokens[$0].head == verb }
    guard !children.contains(where: { tokens[$0].deprel.hasPrefix("nsubj") }) else { return }
    let candidates = children.filter { index in
      isNominal(tokens[index])
        && !saying.contains {
          tokens[$0].head == index && tokens[$0].deprel == "case" && tokens[$0].upos == .adposition
        }
        && [
          "ccomp", "dislocated", "obj", "iobj", "xcomp", "parataxis", "obl", "obl:unmarked", "vocative", "advcl",
          "nmod", "appos", "dep",
        ]
        .contains(tokens[index].deprel)
    }
    let subject = candidates.last { $0 < verb } ?? (saying.first == verb ? candidates.first : nil)
    if let subject { tokens[subject].deprel = "nsubj" }
  }

  private func root(of indices: [Int], _ tokens: [Token]) -> Int? { indices.first { tokens[$0].head == nil } }

  /// Parses the tokens at `indices` as a sentence of their own.
  private func parse(_ indices: [Int], _ tokens: inout [Token]) {
    guard !indices.isEmpty else { return }
    var part = indices.map { tokens[$0] }
    analyzer.annotate(&part, 0..<part.count)
    for (offset, index) in indices.enumerated() {
      var token = part[offset]
      token.head = token.head.flatMap { indices.indices.contains($0) ? indices[$0] : nil }
      tokens[index] = token
    }
  }

  // MARK: Finding the words of saying

  private func frame(in indices: [Int], _ tokens: [Token], _ quotations: Quotations) -> Frame? {
    if let quoted = quotedFrame(indices, tokens, quotations) { return quoted }
    return tailFrame(indices, tokens, quotations) ?? middleFrame(indices, tokens, quotations)
      ?? leadingFrame(indices, tokens, quotations)
  }

  /// `"A," X said` and `"A," X said, "B"`.
  private func quotedFrame(_ indices: [Int], _ tokens: [Token], _ quotations: Quotations) -> Frame? {
    guard let start = indices.firstIndex(where: { tokens[$0].upos != .punctuation }),
      quotations.contains(indices[start])
    else { return nil }
    guard let close = indices[start...].firstIndex(where: { !quotations.contains($0) }) else { return nil }
    let isClosed =
      close > start && Self.closing.contains(tokens[indices[close - 1]].form)
      || close + 1 < indices.count && tokens[indices[close + 1]].form == ","
    guard isClosed, isMark(tokens[indices[close]]) else { return nil }
    let after = indices[(close + 1)...]
    let second = after.firstIndex { quotations.contains($0) }
    let sayingEnd = second ?? indices.count
    var saying = Array(indices[(close + 1)..<sayingEnd])
    let more = second.map { Array(indices[$0...]) } ?? []
    if let first = saying.first, tokens[first].form == "," { saying.removeFirst() }
    guard let verb = speechVerb(in: saying, tokens), saying.count <= 60 else { return nil }
    if !more.isEmpty {
      // A second quotation goes with the first only behind a comma or a stop; else it stands within the saying.
      guard let last = saying.last(where: { !isMark(tokens[$0]) }),
        [",", ";", "—", "–", "-", ":"].contains(tokens[last].form)
      else {
        return Frame(saying: saying + more, verb: verb, said: Array(indices[..<(close + 1)]))
      }
    }
    return Frame(saying: saying, verb: verb, said: Array(indices[..<(close + 1)]), more: more)
  }

  private static let closing: Set = [",", "?", "!", "—", "–", "...", "…", "."]
  private func isMark(_ token: Token) -> Bool {
    ["\"", "”", "''", "“", "``", "‘"].contains(token.form)
      || (["’", "'"].contains(token.form) && token.upos == .punctuation)
  }

  private func speechVerb(in saying: [Int], _ tokens: [Token]) -> Int? {
    let verbs = saying.filter { tokens[$0].upos == .verb && isSpeech($0, tokens) }
    // `was quoted as saying`, `went on to say`: the last one takes the words.
    if let last = verbs.last, let first = verbs.first, first != last, tokens[last].lemma == "say" { return last }
    return verbs.first
  }

  private func isSpeech(_ index: Int, _ tokens: [Token]) -> Bool {
    guard let cue = cues.verb(tokens[index].lemma.lowercased()) else { return false }
    return cue.takes(.quote) || (cue.takes(.clause) && cue.attributive == .yes)
  }

  /// `S, X said on Monday.` and `S, said X.`
  private func tailFrame(_ indices: [Int], _ tokens: [Token], _ quotations: Quotations) -> Frame? {
    let commas = indices.indices.filter { tokens[indices[$0]].form == "," && !quotations.contains(indices[$0]) }
    for comma in commas.reversed() {
      let start = comma + 1
      let end = participleTail(indices, from: start, commas, tokens)
      guard start < end, let verb = tailVerb(Array(indices[..<end]), from: start, tokens, quotations) else { continue }
      let from = withApposition(indices, comma: comma, commas, tokens)
      // `searched Norda, whose chairman, Piet Varga, denied it`: the clause tells of Norda, and says nothing of the search.
      if isOfAnother(indices, before: comma, commas, tokens) { return nil }
      let said = Array(indices[..<from])
      guard !isParted(said, tokens) else { return nil }
      guard isWholeClause(said, tokens) || isVerdict(said, before: verb, tokens) || isClauseAlone(said, tokens) else {
        return nil
      }
      return Frame(
        saying: Array(indices[(from + 1)..<end]), verb: verb, said: said, more: Array(indices[end...]))
    }
    return nil
  }

  /// Whether `whose`, a noun and a name between commas stand in front of the verb.
  private func isOfAnother(_ indices: [Int], before comma: Int, _ commas: [Int], _ tokens: [Token]) -> Bool {
    guard let earlier = commas.last(where: { $0 < comma }), let opening = commas.last(where: { $0 < earlier }),
      opening + 1 < indices.count, tokens[indices[opening + 1]].lower == "whose"
    else { return false }
    let isName = indices[(earlier + 1)..<comma].allSatisfy { tokens[$0].upos == .properNoun }
    return isName
      && !indices[(opening + 1)..<earlier].contains { [.verb, .auxiliary].contains(tokens[$0].upos) }
  }

  /// `S, X told Y, meant to Z`: where a participle behind a comma takes S up again; else the end.
  private func participleTail(_ indices: [Int], from start: Int, _ commas: [Int], _ tokens: [Token]) -> Int {
    let comma = commas.first { comma in
      guard comma > start + 1, comma + 1 < indices.count else { return false }
      let next = tokens[indices[comma + 1]]
      return next.upos == .verb && ["VBN", "VBD"].contains(next.xpos) && comma + 2 < indices.count
        && ["to", "by", "at", "in", "for", "on"].contains(tokens[indices[comma + 2]].lower)
    }
    return comma ?? indices.count
  }

  /// The verb of saying of a stretch that has a speaker and nothing that is said.
  private func tailVerb(_ indices: [Int], from start: Int, _ tokens: [Token], _ quotations: Quotations) -> Int? {
    let finite = indices[start...].indices.first(where: { position in
      let token = tokens[indices[position]]
      return (token.upos == .verb && !isParticiple(token) || isFinite(token))
        && !isEnclosed(position, in: indices, from: start, tokens)
    })
    let inverted = invertedVerb(indices, from: start, tokens)
    guard let offset = inverted ?? finite ?? closingVerb(indices, from: start, tokens) else { return nil }
    var at = offset
    // `has reported`, `had said`
    if tokens[indices[at]].upos == .auxiliary, ["have"].contains(tokens[indices[at]].lemma), at + 1 < indices.count {
      at += 1
    }
    let verb = indices[at]
    guard tokens[verb].upos == .verb, isSpeech(verb, tokens) || Self.thinking.contains(tokens[verb].lemma),
      !quotations.contains(verb)
    else { return nil }
    let before = indices[start..<offset]
    if before.isEmpty {
      // `X, the spokesman, told Y` is no inversion: who is told stands where the speaker would.
      guard at + 1 < indices.count, startsNominal(tokens[indices[at + 1]]),
        cues.verb(tokens[verb].lemma.lowercased())?.addressee != "object",
        !Self.days.contains(tokens[indices[at + 1]].form),
        !hasClause(indices[(at + 1)...], tokens, quotations, strict: true)
      else { return nil }
      return verb
    }
    guard let first = before.first, startsNominal(tokens[first]), before.contains(where: { isNominal(tokens[$0]) }),
      !before.contains(where: {
        [.subordinatingConjunction, .coordinatingConjunction].contains(tokens[$0].upos)
          && tokens[$0].lower != "and"
      })
    else { return nil }
    guard !answersWords(Array(before), tokens),
      !hasClause(indices[(at + 1)...], tokens, quotations, strict: false)
    else { return nil }
    return verb
  }

  /// `a local elected official said`: between an adjective or article and a noun stands no verb, whatever its tag.
  private func isEnclosed(_ position: Int, in indices: [Int], from start: Int, _ tokens: [Token]) -> Bool {
    guard position > start, position + 2 < indices.count, tokens[indices[position]].lower.hasSuffix("ed"),
      [.adjective, .determiner].contains(tokens[indices[position - 1]].upos)
    else { return false }
    return tokens[indices[position + 1]].upos == .noun && tokens[indices[position + 2]].upos == .verb
      && isSpeech(indices[position + 2], tokens)
  }

  /// `S, a charge he denies`: a noun for words right in front of one more phrase is what that one answers.
  private func answersWords(_ before: [Int], _ tokens: [Token]) -> Bool {
    guard before.count >= 3, tokens[before[0]].upos == .determiner else { return false }
    return (1..<(before.count - 1)).contains { position in
      let (noun, next) = (tokens[before[position]], tokens[before[position + 1]])
      return Syntax.answered.contains(noun.lemma.lowercased())
        && ([.determiner, .pronoun].contains(next.upos) || next.upos == .properNoun && noun.upos == .noun)
    }
  }

  /// `S, the prosecutor announced.`: the last word, which looks like a participle.
  private func closingVerb(_ indices: [Int], from start: Int, _ tokens: [Token]) -> Int? {
    if let verb = datedVerb(indices, from: start, tokens) { return verb }
    guard let last = indices[start...].lastIndex(where: { tokens[$0].upos != .punctuation }), last > start,
      tokens[indices[last]].xpos == "VBN", isSpeech(indices[last], tokens),
      tokens[indices[last - 1]].upos == .properNoun || tokens[indices[last - 1]].upos == .noun
    else { return nil }
    return last
  }

  /// `S, UK Anti-Doping (UKAD) announced on Friday.`, `S, X's lawyer confirmed on Friday`: behind a name or an owner's noun and
  /// nothing else, with a day behind it.
  private func datedVerb(_ indices: [Int], from start: Int, _ tokens: [Token]) -> Int? {
    guard let at = indices[start...].firstIndex(where: { tokens[$0].upos == .verb }), at > start,
      tokens[indices[at]].xpos == "VBN", isSpeech(indices[at], tokens),
      indices[start..<at].allSatisfy({
        let token = tokens[$0]
        return token.upos == .properNoun || ["(", ")", "the"].contains(token.lower)
          || token.upos == .noun || ["'s", "’s"].contains(token.lower)
      }), startsNominal(tokens[indices[start]]),
      at + 2 < indices.count, tokens[indices[at + 1]].lower == "on", Self.days.contains(tokens[indices[at + 2]].form)
    else { return nil }
    return at
  }

  /// `S, retorted X` and `S, say two diplomats`, with a participle or infinitive for the verb: the name or the people
  /// behind it can only be who speaks.
  private func invertedVerb(_ indices: [Int], from start: Int, _ tokens: [Token]) -> Int? {
    guard start + 1 < indices.count, start > 0 else { return nil }
    let (verb, next) = (tokens[indices[start]], tokens[indices[start + 1]])
    guard verb.upos == .verb, ["VBN", "VB"].contains(verb.xpos), startsNominal(next), next.upos != .adjective,
      let cue = cues.verb(verb.lemma.lowercased()), cue.takes(.quote), cue.attributive == .yes,
      cue.addressee != "object"
    else { return nil }
    // `with the words, say, of a priest`: an infinitive without `to` has people behind it.
    return verb.xpos == "VBN" || next.upos != .pronoun ? start : nil
  }

  /// `Smugglers abducted six boys`, with the past tense lost between the words of saying and what is said: parsed by itself
  /// it is a clause with a subject.
  private func isClauseAlone(_ said: [Int], _ tokens: [Token]) -> Bool {
    guard said.count >= 3, !hasFinite(said[...], tokens), let first = said.first(where: { !isMark(tokens[$0]) }),
      startsNominal(tokens[first]) || tokens[first].upos == .adposition
    else { return false }
    var alone = tokens
    parse(said, &alone)
    raisePast(in: said, &alone)
    makeActive(in: said, &alone)
    guard let verb = root(of: said, alone), alone[verb].upos == .verb, isFinite(alone[verb]) else { return false }
    return said.contains { alone[$0].head == verb && alone[$0].deprel.hasPrefix("nsubj") && $0 < verb }
  }

  /// `A strike killed at least 38 civilians`, read as a strike that was killed: without an auxiliary, and with an object behind it,
  /// this is the past tense.
  private func makeActive(in said: [Int], _ tokens: inout [Token]) {
    guard !hasFinite(said[...], tokens), let verb = root(of: said, tokens), tokens[verb].upos == .verb,
      ["VBN", "VBD"].contains(tokens[verb].xpos),
      let subject = said.first(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") && $0 < verb }),
      !said.contains(where: { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("aux") }),
      let object = opensObject(behind: verb, said, tokens)
        ?? said.first(where: { tokens[$0].head == verb && tokens[$0].deprel == "obj" })
    else { return }
    tokens[verb].xpos = "VBD"
    tokens[subject].deprel = "nsubj"
    if tokens[object].head == verb, isNominal(tokens[object]) { tokens[object].deprel = "obj" }
  }

  /// `Smugglers abducted six boys`, read as smugglers whom somebody abducted: a participle has no object of its own, so with
  /// no finite verb beside it this is the past tense, and the noun its subject.
  private func raisePast(in said: [Int], _ tokens: inout [Token]) {
    guard !hasFinite(said[...], tokens), let noun = root(of: said, tokens),
      [.noun, .properNoun].contains(tokens[noun].upos),
      !said.contains(where: { tokens[$0].head == noun && ["cop", "nsubj", "nsubj:outer"].contains(tokens[$0].deprel) }),
      let verb = said.first(where: {
        tokens[$0].upos == .verb && ["VBN", "VBD"].contains(tokens[$0].xpos) && $0 > noun
      }),
      tokens[verb].deprel.hasPrefix("acl")
    else { return }
    let children = said.filter { tokens[$0].head == verb }
    let object = opensObject(behind: verb, said, tokens)
    guard
      object != nil
        || tokens[verb].head == noun && children.contains(where: { tokens[$0].deprel == "obj" && $0 > verb }),
      !children.contains(where: {
        ["aux", "aux:pass", "obl:agent", "mark", "nsubj", "nsubj:pass"].contains(tokens[$0].deprel)
      })
    else { return }
    tokens[verb].xpos = "VBD"
    tokens[verb].head = nil
    tokens[verb].deprel = "root"
    for index in said where index > verb && tokens[index].head == noun { tokens[index].head = verb }
    tokens[noun].head = verb
    tokens[noun].deprel = "nsubj"
    if let object, tokens[object].head == verb, isNominal(tokens[object]) { tokens[object].deprel = "obj" }
  }

  /// The noun that opens with an article or a number right behind a verb: behind a participle a preposition would stand.
  private func opensObject(behind verb: Int, _ said: [Int], _ tokens: [Token]) -> Int? {
    guard let position = said.firstIndex(of: verb), position + 2 < said.count else { return nil }
    let rest = Array(said[(position + 1)...].prefix(5))
    let words = rest.map { tokens[$0].lower }
    let skipped =
      ["at least", "at most", "more than", "less than", "up to"].contains(words.prefix(2).joined(separator: " "))
      ? 2 : ["about", "nearly", "some", "around", "almost", "over"].contains(words[0]) ? 1 : 0
    guard skipped < rest.count else { return nil }
    let opening = tokens[rest[skipped]]
    guard opening.xpos == "CD" || skipped == 0 && (opening.xpos == "DT" || opening.xpos == "PRP$"),
      !Self.naming.contains(tokens[verb].lemma.lowercased()),
      let noun = said[(position + 1)...].first(where: { [.noun, .properNoun].contains(tokens[$0].upos) })
        ?? rest[skipped...].first,
      !rest.contains(where: { Self.spans.contains(tokens[$0].lemma.lowercased()) })
    else { return nil }
    var top = noun
    for _ in 0..<8 {
      guard let head = tokens[top].head, head != verb, head > verb else { break }
      top = head
    }
    return top
  }

  /// Verbs whose participle has an object or a name behind it: `a man called X`, `the firm given the contract`.
  private static let naming: Set = [
    "call", "name", "give", "award", "pay", "offer", "send", "dub", "grant", "deny", "ask", "teach", "make", "elect",
    "appoint", "title", "code-name", "nickname", "date", "age", "base", "see", "hand", "show", "tell",
  ]
  private static let spans: Set = [
    "day", "week", "month", "year", "hour", "minute", "night", "time", "decade", "moment", "morning", "evening",
  ]

  /// `Not so, said X`, `Untrue, the minister insisted`: a word or two that judge what was said before.
  private func isVerdict(_ said: [Int], before verb: Int, _ tokens: [Token]) -> Bool {
    let words = said.filter { tokens[$0].upos != .punctuation }.map { tokens[$0].lower }
    return cues.verb(tokens[verb].lemma.lowercased())?.takes(.quote) == true
      && Self.verdicts.contains(words.joined(separator: " "))
  }

  private static let verdicts: Set = [
    "not so", "not true", "untrue", "wrong", "nonsense", "false", "no", "yes", "true", "rubbish", "lies", "all lies",
    "a lie", "not at all", "far from it",
  ]

  private static let thinking: Set = ["fear", "believe", "think", "say", "suggest", "show", "estimate", "quote"]

  /// Whether something is said behind the verb: a finite verb before the next comma, or any that no relative pronoun or
  /// participle brings in behind one.
  private func hasClause(_ rest: ArraySlice<Int>, _ tokens: [Token], _ quotations: Quotations, strict: Bool) -> Bool {
    var isBehindComma = false
    var isRelative = false
    for index in rest {
      let token = tokens[index]
      if quotations.contains(index) { return true }
      if token.form == "," {
        isBehindComma = true
        isRelative = false
        continue
      }
      if token.form == ":" { return true }
      if ["who", "which", "whom", "whose", "where", "when"].contains(token.lower)
        || isBehindComma && opensParticiple(token)
      {
        isRelative = true
      }
      if token.lower == "that" && !isBehindComma && token.upos == .subordinatingConjunction { return true }
      if isBehindComma, token.upos == .coordinatingConjunction, !isRelative, !strict { return true }
      if isFinite(token), !isRelative { return true }
    }
    return false
  }

  /// `…, rejecting reports that S`: what the speaker did beside saying it, also where the tag is a noun's.
  private func opensParticiple(_ token: Token) -> Bool {
    if ["citing", "quoting", "adding"].contains(token.lower) { return true }
    guard token.lower.hasSuffix("ing"), token.upos == .verb || token.upos == .noun else { return false }
    let stem = String(token.lower.dropLast(3))
    return [stem, stem + "e", String(stem.dropLast())].contains { cues.verb($0) != nil }
  }

  /// Where the speaker is named in two steps, `Peskov, the Kremlin's spokesman, said`, the comma before the first.
  private func withApposition(_ indices: [Int], comma: Int, _ commas: [Int], _ tokens: [Token]) -> Int {
    guard let position = commas.firstIndex(of: comma), position > 0 else { return comma }
    let earlier = commas[position - 1]
    let segment = indices[(earlier + 1)..<comma]
    guard let first = segment.first, startsNominal(tokens[first]), tokens[first].upos != .pronoun, segment.count <= 12,
      !segment.contains(where: {
        tokens[$0].upos == .verb || isFinite(tokens[$0]) || tokens[$0].upos == .coordinatingConjunction
      })
    else { return comma }
    let isLonePlace = segment.count == 1 && earlier > 0 && tokens[indices[earlier - 1]].upos == .properNoun
    let next = tokens[indices[comma + 1]]
    let describes =
      next.upos == .determiner || next.upos == .noun
      || (comma + 2 < indices.count && tokens[indices[comma + 2]].form.hasSuffix("s"))
    // `Ann Lee, its director`: a name in front of what somebody has.
    let isOwned = next.xpos == "PRP$" && segment.contains { tokens[$0].upos == .properNoun }
    // `a three-hour drive from the capital, firefighters said`: the many are not what one is.
    let isOfMany = next.xpos == "NNS" && ["a", "an"].contains(tokens[first].lower)
    guard !isLonePlace, !isOfMany, describes && next.upos != .pronoun || isOwned,
      hasFinite(indices[..<earlier], tokens),
      segment.contains(where: { isNominal(tokens[$0]) }),
      tokens[indices[earlier - 1]].upos != .numeral
    else { return comma }
    // The second step must describe the first: `the army officer` behind `a second source`, no verb right behind a bare name.
    return earlier
  }

  /// `A, X said, B`: a speaker and a verb between two commas, and nothing else.
  private func middleFrame(_ indices: [Int], _ tokens: [Token], _ quotations: Quotations) -> Frame? {
    let commas = indices.indices.filter { tokens[indices[$0]].form == "," && !quotations.contains(indices[$0]) }
    for (open, close) in zip(commas, commas.dropFirst()) {
      let segment = indices[(open + 1)..<close]
      guard segment.count >= 2, segment.count <= 12, let first = segment.first, startsNominal(tokens[first]) else {
        continue
      }
      guard let verbAt = segment.firstIndex(where: { isFinite(tokens[$0]) }), tokens[indices[verbAt]].upos == .verb
      else { continue }
      let verb = indices[verbAt]
      guard isSpeech(verb, tokens),
        segment[(verbAt + 1)...].allSatisfy({ tokens[$0].upos != .verb && tokens[$0].upos != .subordinatingConjunction }
        ), verbAt > open + 1
      else { continue }
      let after = indices[(close + 1)...]
      guard let next = after.first, ![.coordinatingConjunction, .subordinatingConjunction].contains(tokens[next].upos),
        !["who", "which", "adding", "citing", "quoting", "saying"].contains(tokens[next].lower)
      else { continue }
      // `In the video, she said, "S"`: what stands in front of a quotation goes with the saying.
      if let quoted = after.first(where: { !isMark(tokens[$0]) }), quotations.contains(quoted),
        !indices[..<open].contains(where: { quotations.contains($0) })
      {
        continue
      }
      let said = Array(indices[..<open]) + Array(after)
      guard hasFinite(said[...], tokens) else { continue }
      return Frame(saying: Array(segment), verb: verb, said: said)
    }
    return nil
  }

  /// `X, who is Y, told Z on Monday that S`, where the tree has lost the complement or the subject.
  private func leadingFrame(_ indices: [Int], _ tokens: [Token], _ quotations: Quotations) -> Frame? {
    guard let first = indices.first(where: { !isMark(tokens[$0]) }), startsNominal(tokens[first]) else { return nil }
    guard let at = mainVerb(indices, tokens), isSpeech(indices[at], tokens), !quotations.contains(indices[at]) else {
      return nil
    }
    let verb = indices[at]
    let hasSubject = indices[..<at].contains { tokens[$0].head == verb && tokens[$0].deprel.hasPrefix("nsubj") }
    let hasComplement = indices[(at + 1)...].contains { tokens[$0].head == verb && tokens[$0].deprel == "ccomp" }
    let hasObject =
      tokens[verb].lemma == "say"
      && indices[(at + 1)...].contains { tokens[$0].head == verb && tokens[$0].deprel == "obj" }
    guard let start = complementStart(indices, behind: at, tokens) else { return nil }
    let isLost =
      tokens[indices[start]].lower == "that" && !opensComplement(indices[start], of: verb, tokens)
    guard !hasSubject || !hasComplement || hasObject || isLost else { return nil }
    let end = secondSpeech(indices, behind: start, tokens, quotations) ?? indices.count
    guard hasFinite(indices[start..<end], tokens) else { return nil }
    return Frame(
      saying: Array(indices[..<start]), verb: verb, said: Array(indices[start..<end]), more: Array(indices[end...]),
      isJoined: true)
  }

  /// Whether a `that` marks the complement of this verb and of no other.
  private func opensComplement(_ that: Int, of verb: Int, _ tokens: [Token]) -> Bool {
    guard let clause = tokens[that].head else { return false }
    return tokens[clause].head == verb && tokens[clause].deprel == "ccomp"
  }

  /// The first finite verb outside relative clauses and insertions.
  private func mainVerb(_ indices: [Int], _ tokens: [Token]) -> Int? {
    var isInserted = false
    var isRestrictive = false
    for (position, index) in indices.enumerated() {
      let token = tokens[index]
      if token.form == "," { isInserted = false }
      if ["who", "which", "whose", "whom", "where"].contains(token.lower) {
        isInserted = position > 0 && tokens[indices[position - 1]].form == ","
        isRestrictive = !isInserted
        continue
      }
      if token.upos == .subordinatingConjunction || token.form == ":" { return nil }
      let isMistaken = isUnmarkedPast(indices, position, tokens)
      guard isFinite(token) || isMistaken, !isInserted else { continue }
      if isMistaken, !isRestrictive { return position }
      // A relative clause without commas takes the first finite verb behind its pronoun.
      if isRestrictive {
        isRestrictive =
          token.upos == .auxiliary && position + 1 < indices.count && tokens[indices[position + 1]].upos == .verb
          && isFinite(tokens[indices[position + 1]])
        continue
      }
      guard token.upos == .auxiliary, token.lemma == "have", position + 1 < indices.count else {
        return token.upos == .verb ? position : nil
      }
      return tokens[indices[position + 1]].upos == .verb ? position + 1 : nil
    }
    return nil
  }

  /// `the prosecutor confirmed on Monday that S` with the past tense tagged as a participle: no auxiliary in front, and a
  /// complement behind.
  private func isUnmarkedPast(_ indices: [Int], _ position: Int, _ tokens: [Token]) -> Bool {
    let token = tokens[indices[position]]
    guard token.xpos == "VBN", token.upos == .verb, isSpeech(indices[position], tokens), position > 0,
      tokens[indices[position - 1]].upos != .auxiliary, tokens[indices[position - 1]].upos != .adverb,
      isNominal(tokens[indices[position - 1]]) || tokens[indices[position - 1]].form == ",",
      let start = complementStart(indices, behind: position, tokens)
    else { return false }
    return tokens[indices[start]].lower == "that"
  }

  /// Where what is said begins: at `that` a few words on, else right behind a verb that takes no object.
  private func complementStart(_ indices: [Int], behind at: Int, _ tokens: [Token]) -> Int? {
    for position in (at + 1)..<min(at + 10, indices.count) {
      let token = tokens[indices[position]]
      if token.lower == "that", token.xpos != "DT", position + 1 < indices.count,
        token.deprel != "det" || !isNominal(tokens[indices[position + 1]])
      {
        return position
      }
      if token.upos == .verb || token.upos == .auxiliary || token.form == ":" { break }
    }
    guard at + 1 < indices.count, tokens[indices[at]].lemma == "say" else { return nil }
    let next = tokens[indices[at + 1]]
    return startsNominal(next) && !Self.days.contains(next.form) ? at + 1 : nil
  }

  private static let days: Set = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "today", "yesterday", "this", "last",
  ]

  /// `…, but Y said …`: where another's words of saying begin.
  private func secondSpeech(_ indices: [Int], behind start: Int, _ tokens: [Token], _ quotations: Quotations) -> Int? {
    for position in indices.indices where position > start && position + 2 < indices.count {
      guard tokens[indices[position]].form == ",", !quotations.contains(indices[position]) else { continue }
      let next = tokens[indices[position + 1]]
      guard next.upos == .coordinatingConjunction || next.form == "while" else { continue }
      let rest = indices[(position + 2)...]
      guard let finite = rest.first(where: { isFinite(tokens[$0]) }), tokens[finite].upos == .verb,
        isSpeech(finite, tokens)
      else { continue }
      return position
    }
    return nil
  }

  // MARK: Tags

  private func isFinite(_ token: Token) -> Bool {
    (token.upos == .verb || token.upos == .auxiliary) && ["VBD", "VBZ", "VBP", "MD"].contains(token.xpos)
  }

  private func isParticiple(_ token: Token) -> Bool { ["VBG", "VBN", "VB"].contains(token.xpos) }

  private func hasFinite(_ indices: ArraySlice<Int>, _ tokens: [Token]) -> Bool {
    indices.contains { isFinite(tokens[$0]) }
  }

  private func isNominal(_ token: Token) -> Bool {
    [.noun, .properNoun, .pronoun, .numeral].contains(token.upos)
  }

  private func startsNominal(_ token: Token) -> Bool {
    guard [.determiner, .properNoun, .noun, .adjective, .numeral, .pronoun].contains(token.upos) else { return false }
    return !["who", "which", "that", "whom", "whose", "what"].contains(token.lower)
  }

  /// `China, which was not named`: a noun and a clause that belongs to it are no main clause.
  private func isParted(_ said: [Int], _ tokens: [Token]) -> Bool {
    guard let comma = said.firstIndex(where: { tokens[$0].form == "," }), comma + 1 < said.count,
      ["which", "who", "whose", "whom", "where"].contains(tokens[said[comma + 1]].lower),
      !hasFinite(said[..<comma], tokens), said[..<comma].contains(where: { isNominal(tokens[$0]) })
    else { return false }
    return !said[(comma + 2)...].contains { tokens[$0].form == "," }
  }

  /// A main clause before the words of saying: with a finite verb, and no mere `when asked`.
  private func isWholeClause(_ said: [Int], _ tokens: [Token]) -> Bool {
    guard hasFinite(said[...], tokens), let first = said.first(where: { tokens[$0].upos != .punctuation }) else {
      return false
    }
    let isSubordinate = tokens[first].upos == .subordinatingConjunction || tokens[first].xpos == "WRB"
    let isOneStretch = !said.contains { tokens[$0].form == "," }
    return !(isSubordinate && isOneStretch)
  }
}
