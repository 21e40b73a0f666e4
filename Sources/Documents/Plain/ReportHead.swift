import SourceText

/// What the lines above the body of a report tell: headline, outlet, authors, date.
struct ReportHead {
  private(set) var title: String?
  private(set) var headline: SourceRange?
  private(set) var publisher: String?
  private(set) var authors: [String] = []
  private(set) var published: PublicationDate?
  /// When it was changed, which stands for its publication where nothing else does.
  private var updated: PublicationDate?

  /// How many lines are looked at for the head.
  private static let mostLines = 14
  private static let longestLine = 160

  private let isKnownOutlet: @Sendable (String) -> Bool

  init(
    _ lines: [ReportLine], isBoilerplate: [Bool], knownTitle: String?, mayOpenWithTitle: Bool = true,
    isKnownOutlet: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.isKnownOutlet = isKnownOutlet
    let news = zip(lines, isBoilerplate).filter { !$1 }.map(\.0)
    guard let first = news.first else { return }
    if readMail(news, knownTitle: knownTitle) { return }
    var titleLine = first
    // An outlet's own line may stand above the headline.
    if news.count > 1, Self.isOutlet(first.words), Self.namesOutlet(first.words), !news[1].endsSentence,
      !Self.isOutlet(news[1].words), !Self.isByline(news[1].words), PublicationDate.first(in: news[1].words) == nil
    {
      publisher = first.words
      titleLine = news[1]
    }
    if Self.opensWithDateline(titleLine.words) {
      // The body begins at once, and its first line may end anywhere.
      readDateline(titleLine)
    } else if mayOpenWithTitle || knownTitle != nil {
      readTitle(titleLine, knownTitle: knownTitle)
    }
    if publisher == nil, let title = knownTitle ?? title { publisher = Self.issuer(inTitle: title) }
    var isBehindTitle = false
    for line in news.prefix(Self.mostLines) {
      if line.range == titleLine.range {
        isBehindTitle = true
        continue
      }
      guard isBehindTitle else { continue }
      readDateline(line)
      // The body has begun. A line that says when it was published may still follow it.
      if line.words.utf8.count > Self.longestLine || (line.endsSentence && !Self.isByline(line.words)) {
        continue
      }
      readHeadLine(line)
    }
    if published == nil { published = updated }
    readFooter(zip(lines, isBoilerplate).filter { $1 }.map(\.0), contents: news)
  }

  /// `From: X`, `Subject: S` at the top, as mail is printed.
  /// - Returns: false where the text does not begin so.
  private mutating func readMail(_ lines: [ReportLine], knownTitle: String?) -> Bool {
    let fields = lines.prefix(Self.mostLines).prefix { Self.mailField($0.words) != nil }
    let names = Set(fields.compactMap { Self.mailField($0.words)?.name })
    guard names.contains("from"), names.contains("subject") else { return false }
    for line in fields {
      guard let (name, value) = Self.mailField(line.words) else { continue }
      switch name {
      case "subject":
        if knownTitle == nil { title = value.nonEmpty }
        headline = line.range
      case "from":
        let sender = value.prefix { $0 != "<" && $0 != "@" }.filter { $0 != "\"" }
        if Self.isPersonLike(String(sender).trimmed) { authors = [String(sender).trimmed] }
      case "date", "sent": published = published ?? PublicationDate.first(in: value)
      default: break
      }
    }
    return true
  }

  private static func mailField(_ words: String) -> (name: String, value: String)? {
    guard let colon = words.firstIndex(of: ":") else { return nil }
    let name = words[..<colon].lowercased()
    guard ["from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to"].contains(name) else { return nil }
    return (name, String(words[words.index(after: colon)...]).trimmed)
  }

  /// `Communique No. 3 of the National Committee for Restoration`, `Statement by Oru Hydro on the flood`: whose words these are.
  static func issuer(inTitle title: String) -> String? {
    var words = title.split(separator: " ")[...]
    guard let first = words.popFirst()?.lowercased() else { return nil }
    if ["press", "joint", "public"].contains(first), let second = words.popFirst()?.lowercased() {
      guard ["release", "statement", "communique", "communiqué"].contains(second) else { return nil }
    } else if !["communique", "communiqué", "statement", "declaration", "proclamation"].contains(first) {
      return nil
    }
    while let word = words.first,
      ["no.", "no", "number", "issued"].contains(word.lowercased()) || word.first?.isNumber == true
    {
      words.removeFirst()
    }
    guard let preposition = words.popFirst(), ["of", "by", "from"].contains(preposition.lowercased()) else {
      return nil
    }
    if words.first?.lowercased() == "the" { words.removeFirst() }
    var name: [Substring] = []
    while let word = words.first {
      let isCapital = word.first?.isUppercase ?? false
      let isJoining =
        ["of", "for", "and", "the"].contains(word) && words.dropFirst().first?.first?.isUppercase ?? false
      guard isCapital || isJoining && !name.isEmpty else { break }
      name.append(word)
      words.removeFirst()
    }
    guard name.count > 1, name.last?.last?.isLetter ?? false,
      !name.contains(where: { personal.contains($0.lowercased()) })
    else { return nil }
    return name.joined(separator: " ")
  }

  /// Words for people who speak: what they state is an office's, and no body of this name put it out.
  private static let personal: Set<String> = [
    "minister", "president", "spokesperson", "spokesman", "spokeswoman", "secretary", "governor", "ambassador", "mr",
    "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr.", "general", "colonel", "captain", "chairman", "chairwoman",
    "director", "commissioner", "mayor", "senator", "king", "queen", "prince", "pope",
  ]

  private mutating func readTitle(_ line: ReportLine, knownTitle: String?) {
    if let knownTitle {
      if line.words == knownTitle { headline = line.range }
      return
    }
    guard !line.isCut, line.words.utf8.count <= 300 else { return }
    // `Title: …`, as databases of reports write it.
    for opening in ["title:", "headline:"] where line.words.lowercased().hasPrefix(opening) {
      title = line.words.dropFirst(opening.count).trimmed.nonEmpty
      headline = line.range
      return
    }
    // More than one sentence is the beginning of the body.
    let bare = String(line.words.reversed().drop { "\"'”’)]»".contains($0) }.reversed())
    if bare.hasSuffix("."), Self.holdsSentenceEnd(line.words) { return }
    title = line.words
    // A first line that is a sentence may be the report's first sentence: it gives the title and is read as body.
    if bare.hasSuffix("."), !bare.hasSuffix("..") {
      title = bare.count == line.words.count ? String(bare.dropLast()) : line.words
    } else {
      headline = line.range
    }
  }

  /// Whether a sentence ends within: a full stop behind a small letter, and a capital behind it.
  private static func holdsSentenceEnd(_ words: String) -> Bool {
    var rest = words[...]
    while let stop = rest.firstRange(of: ". ") {
      let isEnd = stop.lowerBound > words.startIndex && words[words.index(before: stop.lowerBound)].isLowercase
      let next = words[stop.upperBound...].first { !"\"“'‘".contains($0) }
      if isEnd, words.utf8.count > 80, next?.isUppercase == true { return true }
      rest = words[stop.upperBound...]
    }
    return false
  }

  // MARK: Lines

  private mutating func readHeadLine(_ line: ReportLine) {
    for part in line.words.split(whereSeparator: { $0 == "|" || $0 == "·" || $0 == "•" }) {
      readHeadPart(part.trimmed)
    }
  }

  private mutating func readHeadPart(_ part: String) {
    if Self.isByline(part) { return readByline(part) }
    let lower = part.lowercased()
    if let date = PublicationDate.first(in: part) {
      let isUpdate = lower.contains("updated") && !lower.contains("published")
      if isUpdate { updated = updated ?? date } else if published?.year == nil { published = date }
      // `Baltic Ledger, 18 November 2022`
      if publisher == nil, let comma = part.firstIndex(of: ",") {
        let before = String(part[..<comma]).trimmed
        if Self.isOutlet(before), Self.namesOutlet(before), PublicationDate.first(in: before) == nil {
          publisher = before
        }
      }
      return
    }
    for opening in ["author:", "authors:", "byline:"] where lower.hasPrefix(opening) {
      let names = part.dropFirst(opening.count).trimmed
      if authors.isEmpty { authors = Self.authors(in: Self.isByline(names) ? names : "By \(names)") }
      return
    }
    // `A report by Conflict Trace`: a body's own paper.
    for opening in ["a report by ", "report by ", "an investigation by ", "a briefing by ", "a study by "]
    where lower.hasPrefix(opening) {
      let issuer = part.dropFirst(opening.count).trimmed
      // Two or three words may as well be a person's.
      let isBody = issuer.hasPrefix("the ") || Self.namesOutlet(issuer)
      if publisher == nil, isBody, Self.isOutlet(issuer.hasPrefix("the ") ? "T" + issuer.dropFirst() : issuer) {
        publisher = issuer.hasPrefix("the ") ? "T" + issuer.dropFirst() : issuer
      } else if authors.isEmpty, !isBody, Self.isPersonLike(issuer) {
        authors = [issuer]
      }
      return
    }
    for opening in ["source:", "publisher:", "from:"] where lower.hasPrefix(opening) {
      publisher = publisher ?? String(part.dropFirst(opening.count)).trimmed
      return
    }
    // `From the High Court in Glasgow` tells where it was written.
    if publisher == nil, Self.isOutlet(part), !lower.hasPrefix("from ") { publisher = part }
  }

  /// `By Ann Lee`, `By Ann Lee, The Coastal Monitor, 5 May 2021`.
  private mutating func readByline(_ line: String) {
    let parts = line.split(separator: ",").map { String($0).trimmed }
    let outlet = parts.indices.dropFirst().first { isOutletBehindNames(parts[$0]) }
    if authors.isEmpty {
      authors = Self.authors(in: outlet.map { parts[..<$0].joined(separator: ", ") } ?? line)
    }
    if publisher == nil, let outlet { publisher = parts[outlet] }
    if published?.year == nil, let date = PublicationDate.first(in: parts.dropFirst().joined(separator: ", ")) {
      published = date
    }
  }

  private func isOutletBehindNames(_ part: String) -> Bool {
    guard Self.isOutlet(part), PublicationDate.first(in: part) == nil else { return false }
    let last = part.split(separator: " ").last?.lowercased() ?? ""
    return isKnownOutlet(part) || Self.outletNouns.contains(last)
  }

  /// `CITY, March 23 (Agency) -`, `CITY (Feb. 21, 2025) -`: the date, and the agency if nothing better is known.
  private mutating func readDateline(_ line: ReportLine) {
    let head = String(line.words.prefix(120))
    guard let dash = Self.dash(in: head) else { return }
    let dateline = head[..<dash]
    guard Self.opensWithCapitals(dateline) || dateline.contains("(") else { return }
    if published?.year == nil, let date = PublicationDate.first(in: String(dateline)) {
      published = published.map { PublicationDate(year: date.year, month: $0.month, day: $0.day) } ?? date
    }
    guard publisher == nil, let open = dateline.lastIndex(of: "("), let close = dateline.lastIndex(of: ")"),
      open > dateline.startIndex, open < close,
      dateline[close...].dropFirst().allSatisfy({ $0 == " " || $0 == "." })
    else { return }
    publisher = agency(in: String(dateline[dateline.index(after: open)..<close]).trimmed)
  }

  /// `AP`, `dpa/lno`: a known name, with the desk behind a slash left out, or one that looks like a name.
  private func agency(in brackets: String) -> String? {
    let name = brackets.split(separator: "/").first.map { String($0).trimmed } ?? brackets
    for known in [brackets, name] where isKnownOutlet(known) { return known }
    return PublicationDate.first(in: brackets) == nil && Self.isOutlet(brackets) ? brackets : nil
  }

  /// The name and the year behind a copyright sign fill what the head leaves open.
  private mutating func readFooter(_ footer: [ReportLine], contents: [ReportLine]) {
    for line in footer where BoilerplateFinder.isCopyright(line.words) {
      guard let notice = CopyrightNotice(line.words) else { continue }
      if let date = published, date.year == nil { published?.year = notice.year }
      if publisher == nil, let owner = notice.owner { publisher = Self.spoken(owner, in: contents + footer) }
    }
  }

  /// `Name.com` is called `Name` where the report itself does so.
  private static func spoken(_ owner: String, in lines: [ReportLine]) -> String {
    guard let dot = owner.lastIndex(of: "."), !owner.contains(" "), owner.distance(from: dot, to: owner.endIndex) <= 5
    else { return owner }
    let stem = String(owner[..<dot])
    let isUsed = lines.contains { line in
      line.words.split { !$0.isLetter && !$0.isNumber && $0 != "." }.contains { $0 == stem }
    }
    return isUsed ? stem : owner
  }

  // MARK: Shapes

  static func isByline(_ words: String) -> Bool { words.prefix(3).lowercased() == "by " && words.utf8.count <= 140 }

  /// `By Ann Lee and Bo Chen, Political Editors` → the two names.
  static func authors(in byline: String) -> [String] {
    var words = byline.dropFirst(3)
    if let place = words.range(of: " in ", limit: 140) { words = words[..<place] }
    var result: [String] = []
    for part in words.split(separator: ",") {
      for name in String(part).components(separatedByWord: "and") {
        let name = name.trimmed
        guard isPersonLike(name) else { return result }
        result.append(name)
      }
    }
    return result
  }

  private static func isPersonLike(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (1...5).contains(words.count), name.first?.isUppercase == true else { return false }
    let roles: Set<Substring> = [
      "Correspondent", "Editor", "Editors", "Reporter", "Reporters", "Staff", "Writer", "Writers", "Bureau", "Chief",
      "Desk", "Agencies", "Team", "Newsroom", "Correspondents", "Analyst", "Columnist",
    ]
    return !words.contains { roles.contains($0) } && !name.contains(where: \.isNumber)
  }

  /// A short line of names only: two to six words, the first and last capitalised, no end of a sentence.
  static func isOutlet(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    if isHeading(words) { return false }
    // `For the Committee`: who signs for a body.
    guard (1...6).contains(parts.count), parts.first != "For", words.utf8.count <= 60, let last = words.last,
      !".!?:;,".contains(last)
    else {
      return false
    }
    // A time of the day, the day before a date.
    if !words.contains(where: \.isLetter) || weekdays.contains(words.lowercased()) { return false }
    // `14:32 GMT`, `Subject: The dam`: a time or a field and its value.
    if words.contains(":") { return false }
    let small: Set<Substring> = ["of", "the", "and", "de", "du", "la", "le", "for", "on", "in", "&", "e", "der", "di"]
    guard parts.first?.first?.isUppercase == true || parts.first?.first?.isNumber == true else { return false }
    return parts.allSatisfy { $0.first?.isUppercase == true || $0.first?.isNumber == true || small.contains($0) }
      && (parts.count > 1 || words.utf8.count > 2)
  }

  /// `Summary`, `BACKGROUND`, `Key Findings`: what stands above a part of a text is no name.
  private static func isHeading(_ words: String) -> Bool {
    let parts = words.lowercased().split { !$0.isLetter }
    return !parts.isEmpty && parts.allSatisfy { headings.contains(String($0)) || joining.contains(String($0)) }
      && parts.contains { headings.contains(String($0)) }
  }

  private static let joining: Set<String> = ["and", "of", "the", "key", "main", "our", "executive", "case", "full"]
  private static let headings: Set<String> = [
    "summary", "background", "findings", "finding", "introduction", "overview", "evidence", "conclusion", "conclusions",
    "reaction", "reactions", "analysis", "timeline", "chronology", "contents", "abstract", "decision", "judgment",
    "judgement", "ruling", "verdict", "facts", "points", "takeaways", "highlights", "methodology", "method", "methods",
    "recommendations", "appendix", "annex", "notes", "update", "updates", "developments", "context", "details",
    "transcript", "minutes", "statement", "breaking", "exclusive", "charges", "testimony", "procedure", "sentence",
    "questions", "answers", "sources", "results", "discussion", "preface", "foreword", "preamble", "scope",
  ]

  private static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri",
    "sat", "sun",
  ]

  /// Whether a word of the name is one that newspapers, agencies and stations have in theirs.
  static func namesOutlet(_ words: String) -> Bool {
    let parts = words.lowercased().split { !$0.isLetter }
    return parts.contains { outletNouns.contains(String($0)) } || words.contains(".")
      || parts.count == 1
        && parts.contains { part in outletEndings.contains { part.count > $0.count + 2 && part.hasSuffix($0) } }
  }

  /// How papers end in the languages of the north and the middle of Europe: `Dagsposten`, `Abendzeitung`.
  private static let outletEndings = [
    "posten", "bladet", "avisen", "tidning", "tidningen", "tidende", "zeitung", "blatt", "kurier", "presse", "dagblad",
    "courant",
  ]

  private static let outletNouns: Set<String> = [
    "times", "post", "herald", "news", "daily", "tribune", "gazette", "guardian", "journal", "press", "wire", "agency",
    "observer", "mail", "telegraph", "courier", "star", "mirror", "standard", "chronicle", "record", "review",
    "monitor",
    "express", "inquirer", "examiner", "ledger", "bulletin", "echo", "independent", "sun", "weekly", "today",
    "dispatch",
    "sentinel", "register", "radio", "television", "tv", "broadcasting", "network", "magazine", "reporter", "argus",
    "advertiser", "globe", "voice", "media", "newspaper", "evening", "morning", "sunday", "report", "reports",
  ]

  /// `SAN SALVADOR, 3 JAN 90 -- `: a place in capitals and a date before a dash.
  private static func opensWithDateline(_ words: String) -> Bool {
    let head = String(words.prefix(120))
    guard let dash = dash(in: head), opensWithCapitals(head[..<dash]) else { return false }
    return PublicationDate.first(in: String(head[..<dash])) != nil
  }

  private static func dash(in head: String) -> String.Index? {
    // The hyphen, or the first byte of the longer ones.
    guard head.utf8.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") || $0 == 0xE2 }) else {
      return nil
    }
    var previous: Character = " "
    for index in head.indices {
      let character = head[index]
      let next = head.index(after: index)
      if character == "_" && previous == " " && next < head.endIndex && head[next] == " " { return index }
      let isFree = previous == " " || previous == ")" || previous == "." && head[..<index].hasSuffix(").")
      if character == "—" || (isFree && (character == "-" || character == "–")) {
        if next == head.endIndex || head[next] == " " || character == "—" || head[next] == "-" { return index }
      }
      previous = character
    }
    return nil
  }

  private static func opensWithCapitals(_ words: Substring) -> Bool {
    let first = words.prefix { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "." }
    let letters = first.filter(\.isLetter)
    return letters.count >= 2 && letters.allSatisfy(\.isUppercase)
  }
}

/// `© 2024 Name. All rights reserved.`
struct CopyrightNotice {
  let year: Int?
  let owner: String?

  init?(_ line: String) {
    var rest = line.drop { !$0.isNumber && !$0.isLetter }
    for word in ["c)", "copyright"] where rest.lowercased().hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { !$0.isNumber && !$0.isLetter }
    }
    let digits = rest.prefix(while: \.isNumber)
    year = PublicationDate.year(String(digits))
    if year != nil { rest = rest.dropFirst(digits.count) }
    rest = rest.drop { !$0.isLetter }
    if rest.lowercased().hasPrefix("by ") { rest = rest.dropFirst(3) }
    var name = ""
    for word in rest.split(separator: " ").prefix(6) {
      if "|-–—".contains(word.first ?? " ") { break }
      let isEnd = word.hasSuffix(".") || word.hasSuffix(",") || word.hasSuffix(";")
      name += (name.isEmpty ? "" : " ") + (isEnd ? word.dropLast() : word)
      if isEnd { break }
    }
    owner = name.isEmpty || name.lowercased().hasPrefix("all rights") ? nil : name
    if year == nil, owner == nil { return nil }
  }
}

extension StringProtocol {
  var trimmed: String {
    if let first = utf8.first, let last = unicodeScalars.last, (0x21..<0x7F).contains(first),
      (0x21..<0x7F).contains(last.value)
    {
      return String(self)
    }
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }

  /// The index at which `needle` begins within the first `limit` characters.
  fileprivate func range(of needle: String, limit: Int) -> Index? {
    var index = startIndex
    var steps = 0
    while index < endIndex, steps < limit {
      if self[index...].hasPrefix(needle) { return index }
      index = self.index(after: index)
      steps += 1
    }
    return nil
  }

  fileprivate func components(separatedByWord word: String) -> [String] {
    var parts: [[Substring]] = [[]]
    for piece in String(self).split(separator: " ") {
      if piece == word { parts.append([]) } else { parts[parts.count - 1].append(piece) }
    }
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
  }
}
