import TextAnalysis

/// Tells what a name is that no lexicon knows, from its own words and those around it.
struct NameEvidence {
  struct Verdict {
    var label: Entity.Label
    var kind: String?
    var gender: Lexicon.Gender?
    var nouns: Set<String> = []
  }

  let resolver: Resolver
  let span: NameSpan

  private var document: Document { resolver.document }
  private var lexicon: Lexicon { resolver.lexicon }
  private var sentence: Sentence { document.sentences[span.sentence] }

  /// Nil where nothing says that it is an actor or a place at all.
  func verdict() -> Verdict? {
    if span.isPerson { return person() }
    let first = document.tokens[span.tokens.lowerBound].form
    let isFirstName = lexicon.gender(ofFirstName: first) != nil && span.tokens.count > 1
    let own = resolver.finder.kernel(of: span.tokens)
    var before = span.tokens.lowerBound - 1
    if before > sentence.tokens.lowerBound, ["\"", "“", "``"].contains(document.tokens[before].form) { before -= 1 }
    let hasArticle = before >= sentence.tokens.lowerBound && document.lower(before) == "the"
    // Nobody is called Army, however much like a first name the word in front of it looks.
    let isArmed = own.map { ["military", "armed_group"].contains($0.kind) } ?? false
    if let own, !isFirstName || hasArticle || isArmed || span.tokens.count > 3, span.tokens.count > 1 {
      return body(own)
    }
    for nominal in resolver.descriptions(of: span) {
      if nominal.isPersonal { return person() }
      if let headNoun = nominal.headNoun { return body(headNoun, noun: nominal.noun) }
      if let role = nominal.role, role.number == .group {
        return Verdict(label: .group, kind: role.kind, nouns: [nominal.noun])
      }
      if nominal.role != nil { return person() }
    }
    if isByname { return person() }
    if let leading = leadingVerdict() ?? bandVerdict() { return leading }
    if isFirstName { return person() }
    if let known = deedVerdict() ?? corporateVerdict() ?? stateVerdict() { return known }
    if isPeriodical {
      return Verdict(label: .organization, kind: "publisher", nouns: ["newspaper", "paper", "magazine"])
    }
    if let place = placeNounBefore() { return place }
    if isBeforeLand { return Verdict(label: .place, kind: "region") }
    if isBeforeSite { return Verdict(label: .place, kind: "site") }
    if isBehindLocative, prepositionBefore == "at" || prepositionBefore == "from",
      resolver.speakingNames.contains(resolver.words(span.tokens))
    {
      return Verdict(label: .organization, kind: nil, nouns: ["company", "firm"])
    }
    if isBehindLocative, span.tokens.count <= 3 { return Verdict(label: .place, kind: isBehindIn ? "city" : "site") }
    if let own { return span.tokens.count > 1 ? body(own) : nil }
    let isAcronym = span.tokens.allSatisfy { WordShape.isAcronym(document.tokens[$0].form) }
    if isManyInitials { return Verdict(label: .group, kind: "people") }
    if isAcronym {
      // `PCR tests showed`: initials of things, and no body's.
      let isOfThing = span.tokens.allSatisfy { Self.initialsOfThings.contains(document.tokens[$0].form) }
      return isOfThing ? nil : Verdict(label: .organization, kind: nil)
    }
    if isFollowedByPersonalRelative { return person() }
    let words = span.tokens.filter { WordShape.isCapitalised(document.tokens[$0].form) }
    if span.tokens.count == 1, resolver.isOnlyOpening(span) && !isSpeaking || isLanguage { return nil }
    if isReporting { return Verdict(label: .organization, kind: "publisher", nouns: ["newspaper", "paper"]) }
    if isTakenUpAsBody { return Verdict(label: .organization, kind: nil, nouns: ["company", "firm"]) }
    if (2...4).contains(words.count), !hasArticle, !hasDigit { return isActing ? person() : nil }
    if hasArticle || hasDigit { return isActing ? Verdict(label: .organization, kind: nil) : nil }
    guard isSpeaking || isFollowedBySpeakingRelative else { return nil }
    return isTakenUpAsPerson ? person() : Verdict(label: .organization, kind: nil)
  }

  /// `the weekly Il Denaro`, `an article in Il Denaro`: what comes out by the week, and what articles stand in.
  private var isPeriodical: Bool {
    let before = span.tokens.lowerBound - 1
    guard before > sentence.tokens.lowerBound else { return false }
    if Self.periods.contains(document.lower(before)), document.lower(before - 1) != "a" { return true }
    return document.lower(before) == "in" && Self.pieces.contains(document.lower(before - 1))
  }

  private static let initialsOfThings: Set<String> = [
    "PCR", "DNA", "RNA", "CT", "MRI", "GPS", "CCTV", "HIV", "AIDS", "TV", "ID", "IT", "AI", "SMS", "PDF", "GDP", "VAT",
    "SUV", "SUVS", "ATM", "ATMS", "PIN", "SIM", "UV", "LED", "RPG", "RPGS", "IED", "IEDS", "TNT", "AK", "UAV", "UAVS",
    "CEO", "CFO", "MP", "MPS", "VIP", "VIPS", "PPE", "ICU", "ECG", "IQ", "URL", "IP", "VPN", "CV", "FAQ", "ETA", "SOS",
  ]
  private static let periods: Set<String> = [
    "weekly", "daily", "monthly", "quarterly", "fortnightly", "tabloid", "broadsheet",
  ]
  private static let pieces: Set<String> = ["article", "story", "column", "editorial", "op-ed", "piece", "interview"]

  /// `Koury said that he had been asleep`, `Delorme promised. He also …`: behind the only name of the sentence, a pronoun for
  /// a person takes it up.
  private var isTakenUpAsPerson: Bool {
    guard document.tokens[head].hasRelation("nsubj"),
      !resolver.names[span.sentence].contains(where: {
        $0.tokens != span.tokens
          && ($0.isPerson
            || $0.tokens.count > 1 && lexicon.gender(ofFirstName: document.tokens[$0.tokens.lowerBound].form) != nil)
      })
    else { return false }
    let personal: Set = ["he", "she", "his", "her", "him", "himself", "herself"]
    // `the first time she has spoken since Dagsposten revealed her test`: somebody named before.
    let isOfAnother = (sentence.tokens.lowerBound..<span.tokens.lowerBound).contains {
      personal.contains(document.lower($0))
    }
    if !isOfAnother,
      (span.tokens.upperBound..<sentence.tokens.upperBound).contains(where: { personal.contains(document.lower($0)) })
    {
      return true
    }
    guard span.sentence + 1 < document.sentences.count else { return false }
    let next = document.sentences[span.sentence + 1]
    guard next.part == .body, let first = next.tokens.first else { return false }
    return ["he", "she"].contains(document.lower(first)) || isQuotedBehind
  }

  /// `a bandit known as Yellow Jambros`, `a trader named Obi`: what one who does something is called.
  private var isByname: Bool {
    var index = span.tokens.lowerBound - 1
    if index > sentence.tokens.lowerBound, document.lower(index) == "as" { index -= 1 }
    while index > sentence.tokens.lowerBound, ["only", "simply", "just"].contains(document.lower(index)) { index -= 1 }
    guard index > sentence.tokens.lowerBound, ["known", "named", "nicknamed", "called"].contains(document.lower(index))
    else { return false }
    let noun = document.tokens[index - 1]
    return noun.upos == .noun && lexicon.role(noun.lower)?.number == .person
  }

  /// `Delta Stitch said S. It said T`: the next sentence makes the only one who speaks here a thing, and nobody.
  private var isTakenUpAsBody: Bool {
    guard document.tokens[head].deprel == "nsubj", isSpeaking else { return false }
    // `Hsin Yuan said it had cut ties`
    if let verb = document.tokens[head].head, verb + 1 < sentence.tokens.upperBound, verb > head,
      let it = (verb + 1..<min(verb + 6, sentence.tokens.upperBound)).first(where: { document.lower($0) == "it" }),
      document.tokens[it].deprel == "nsubj", let clause = document.tokens[it].head,
      document.tokens[clause].head == verb,
      document.tokens[clause].hasRelation("ccomp"), document.tokens[clause].upos == .verb
    {
      return true
    }
    guard span.sentence + 1 < document.sentences.count,
      !resolver.names[span.sentence].contains(where: { !$0.isPerson && $0.tokens != span.tokens })
    else { return false }
    let next = document.sentences[span.sentence + 1]
    guard next.part == .body, next.paragraph == sentence.paragraph, next.tokens.count > 3,
      case let it = next.tokens.lowerBound, document.lower(it) == "it", document.tokens[it].deprel == "nsubj",
      let verb = document.tokens[it].head
    else { return false }
    return ["say", "add", "deny", "tell", "announce", "claim", "insist", "decline", "reject"]
      .contains(document.tokens[verb].lemma.lowercased())
  }

  /// `Koury dismissed it. "S," he said`: the quotation that follows is closed by a pronoun for a person.
  private var isQuotedBehind: Bool {
    for index in (span.sentence + 1)..<min(span.sentence + 1 + Self.longestQuotation, document.sentences.count) {
      let next = document.sentences[index]
      guard next.part == .body, next.paragraph == sentence.paragraph || index > span.sentence + 1,
        index > span.sentence + 1
          || next.tokens.first.map({ Self.quotationMarks.contains(document.tokens[$0].form) })
            ?? false
      else { return false }
      let mark = next.tokens.dropFirst().last { Self.quotationMarks.contains(document.tokens[$0].form) }
      guard let mark else { continue }
      return mark + 1 < next.tokens.upperBound && ["he", "she"].contains(document.lower(mark + 1))
    }
    return false
  }

  private static let longestQuotation = 3
  private static let quotationMarks: Set<String> = ["\"", "“", "”", "``", "''"]

  /// What nobody but a certain kind of actor does or has: an outlet is told things, cites and reports; an armed group claims
  /// responsibility and has members, fighters and branches.
  private func deedVerdict() -> Verdict? {
    let outlet = Verdict(label: .organization, kind: "publisher", nouns: ["newspaper", "paper", "agency"])
    let token = document.tokens[head]
    guard let governor = token.head else { return nil }
    let verb = document.tokens[governor]
    let lemma = verb.lemma.lowercased()
    let children = document.children(of: governor)
    if token.hasRelation("iobj") || token.hasRelation("obj"), lemma == "tell", !isManyInitials,
      children.contains(where: {
        document.tokens[$0].hasRelation("ccomp") || document.tokens[$0].hasRelation("parataxis")
      })
    {
      return outlet
    }
    if token.hasRelation("nsubj") {
      let cites = document.children(of: head) + children
      let isCiting = cites.contains { child in
        ["citing", "quoting"].contains(document.lower(child)) && child > span.tokens.lowerBound
      }
      if isCiting { return outlet }
      let claims = lemma == "claim" && children.contains { document.tokens[$0].lemma.lowercased() == "responsibility" }
      if claims {
        return Verdict(label: .group, kind: "armed_group", nouns: ["group", "organisation", "organization"])
      }
    }
    if prepositionBefore == "of" || token.hasRelation("compound"),
      ["fighter", "militant", "gunman", "commander", "insurgent", "cell", "affiliate", "offshoot"].contains(lemma)
        || lemma == "member" && verb.upos == .noun && prepositionBefore == "of"
    {
      return Verdict(label: .group, kind: "armed_group", nouns: ["group", "organisation", "organization"])
    }
    return nil
  }

  private var isManyInitials: Bool { WordShape.isPluralOfInitials(document.tokens[head].form) }

  /// `Radio Lindau`, `Agence Tamarin`, `Banco Ribera`: in many languages the noun that says what a body is stands first.
  private func leadingVerdict() -> Verdict? {
    guard span.tokens.count > 1, let kind = Self.leadingNouns[document.lower(span.tokens.lowerBound)] else {
      return nil
    }
    return body(kind == "armed_group" ? .group : .organization, kind: kind)
  }

  /// `the Lions of the North`: a plural that has become a name is a group, whatever else it may be.
  private func bandVerdict() -> Verdict? {
    let first = span.tokens.lowerBound
    guard span.tokens.count > 2, span.senses.isEmpty, document.tokens[first + 1].form == "of",
      document.lower(first).hasSuffix("s"),
      lexicon.headNoun(document.lower(first)) == nil
    else { return nil }
    return Verdict(label: .group, kind: nil, nouns: ["group", "movement", "organisation", "organization"])
  }

  private static let leadingNouns: [String: String] = [
    "radio": "broadcaster", "télé": "broadcaster", "tele": "broadcaster", "canal": "broadcaster", "tv": "broadcaster",
    "rádio": "broadcaster", "agence": "news_agency", "agencia": "news_agency", "agência": "news_agency",
    "agenzia": "news_agency", "diario": "publisher", "diário": "publisher", "jornal": "publisher",
    "journal": "publisher", "revista": "publisher", "banco": "company", "banque": "company", "banca": "company",
    "grupo": "company", "groupe": "company", "gruppo": "company", "compagnie": "company", "société": "company",
    "sociedad": "company", "empresa": "company", "partido": "party", "parti": "party", "partito": "party",
    "mouvement": "armed_group", "movimiento": "armed_group", "frente": "armed_group", "université": "university",
    "universidad": "university", "universidade": "university", "università": "university", "institut": "university",
    "instituto": "university", "fondation": "ngo", "fundación": "ngo", "fundação": "ngo", "observatoire": "ngo",
    "observatorio": "ngo", "médecins": "ngo", "syndicat": "ngo", "sindicato": "ngo", "ministère": "government",
    "ministerio": "government", "ministério": "government", "hôpital": "hospital",
  ]

  /// What only a firm or another body has, and no one else: a chairman, a chief executive, a headquarters.
  private func corporateVerdict() -> Verdict? {
    let words = span.tokens.filter { WordShape.isCapitalised(document.tokens[$0].form) }
    guard (1...4).contains(words.count) else { return nil }
    let next = span.tokens.upperBound
    let isPossessive = next < sentence.tokens.upperBound && ["'s", "’s", "'", "’"].contains(document.tokens[next].form)
    guard isPossessive || prepositionBefore == "of" else { return nil }
    let governor: Int?
    if isPossessive {
      // The noun that is had: the last of those that follow without a break.
      var last = next + 1
      while last + 1 < sentence.tokens.upperBound, last - next < 5, document.tokens[last + 1].upos == .noun {
        last += 1
      }
      governor = last < sentence.tokens.upperBound ? last : nil
    } else {
      governor = document.tokens[head].head
    }
    guard let governor, [.noun, .adjective, .properNoun].contains(document.tokens[governor].upos),
      Self.corporate.contains(document.tokens[governor].lemma.lowercased())
    else { return nil }
    if document.tokens[governor].lemma.lowercased() == "executive",
      governor == sentence.tokens.lowerBound || document.lower(governor - 1) != "chief"
    {
      return nil
    }
    return Verdict(label: .organization, kind: "company", nouns: ["company", "firm"])
  }

  /// What only a state has or does: `Sevar's foreign minister`, `the ambassador of Sevar`, `Sevar has recalled its envoy`.
  private func stateVerdict() -> Verdict? {
    guard span.tokens.count <= 2, !hasDigit else { return nil }
    let state = Verdict(label: .state, kind: "state", nouns: ["country", "state", "nation"])
    let next = span.tokens.upperBound
    if next + 1 < sentence.tokens.upperBound, ["'s", "’s"].contains(document.tokens[next].form) {
      let first = document.lower(next + 1)
      let second = next + 2 < sentence.tokens.upperBound ? first + " " + document.lower(next + 2) : first
      return Self.stately.contains(first) || Self.stately.contains(second) ? state : nil
    }
    // `the Tarhan embassy`, `the Tarhan army`
    if span.tokens.count == 1, next < sentence.tokens.upperBound, document.tokens[head].hasRelation("compound") {
      let first = document.lower(next)
      let second = next + 1 < sentence.tokens.upperBound ? first + " " + document.lower(next + 1) : first
      let isWhole = next + 1 >= sentence.tokens.upperBound || document.tokens[next + 1].upos != .noun
      if Self.statelyForces.contains(first) && isWhole || Self.statelyForces.contains(second) { return state }
    }
    guard document.tokens[head].hasRelation("nsubj"), let verb = document.tokens[head].head,
      ["summon", "recall", "expel", "withdraw"].contains(document.tokens[verb].lemma.lowercased())
    else { return nil }
    let objects = document.children(of: verb).filter { document.tokens[$0].hasRelation("obj") && $0 > verb }
    // `Sevar recalled its envoy`: what a person recalls is not its own.
    return objects.contains { object in
      Self.envoys.contains(document.tokens[object].lemma.lowercased())
        && document.children(of: object).contains { document.lower($0) == "its" }
    } ? state : nil
  }

  private static let stately: Set<String> = [
    "foreign ministry", "armed forces", "embassy", "navy", "airspace", "territorial waters", "charge d'affaires",
    "head of state", "consulate", "military government", "junta", "air force",
  ]
  private static let statelyForces: Set<String> = [
    "embassy", "army", "navy", "air force", "foreign ministry", "armed forces", "ambassador",
  ]
  private static let envoys: Set<String> = [
    "ambassador", "diplomat", "envoy", "consul", "charge", "attaché", "attache",
  ]

  private static let corporate: Set<String> = [
    "chairman", "chairwoman", "chairperson", "headquarters", "executive", "ceo", "subsidiary", "shareholder", "share",
    "shares", "shareholders", "board", "boss", "employee", "employees", "co-founder", "takeover", "bankruptcy",
    "insolvency", "managing", "director-general",
  ]

  private func person() -> Verdict {
    var verdict = Verdict(label: .person, kind: "person")
    let first = document.tokens[span.tokens.lowerBound].form
    verdict.gender = span.tokens.count > 1 ? lexicon.gender(ofFirstName: first) : nil
    if let title = span.title {
      for index in title {
        if let known = lexicon.titles.longest(in: document.tokens, from: index, limit: title.upperBound)?.values.first {
          verdict.gender = known.gender ?? verdict.gender
        }
      }
      let last = title.upperBound - 1
      verdict.nouns.insert(Self.spelledOut[document.lower(last)] ?? document.lower(last))
    }
    return verdict
  }

  /// Ranks as they are taken up: `Gen. Sidorov` … `the general`.
  private static let spelledOut: [String: String] = [
    "gen.": "general", "gen": "general", "col.": "colonel", "col": "colonel", "maj.": "major", "capt.": "captain",
    "lt.": "lieutenant", "prof.": "professor", "dr.": "doctor", "dr": "doctor", "sen.": "senator", "gov.": "governor",
    "adm.": "admiral", "sgt.": "sergeant", "rep.": "representative", "amb.": "ambassador",
  ]

  private func body(_ noun: HeadNoun, noun word: String? = nil) -> Verdict {
    body(noun.label, kind: noun.kind, noun: word)
  }

  private func body(_ label: Entity.Label, kind: String, noun word: String? = nil) -> Verdict {
    let last = document.lower(span.tokens.upperBound - 1)
    var nouns: Set<String> = [last]
    if let of = span.tokens.first(where: { document.tokens[$0].form == "of" }), of > span.tokens.lowerBound {
      nouns.insert(document.lower(of - 1))
    }
    if let word { nouns.insert(word) }
    switch kind {
    case "company": nouns.formUnion(["company", "firm"])
    case "publisher": nouns.formUnion(["newspaper", "paper", "magazine"])
    case "news_agency": nouns.insert("agency")
    case "armed_group", "gang": nouns.insert("group")
    case "ngo": nouns.formUnion(["organisation", "organization", "group"])
    case "broadcaster": nouns.formUnion(["broadcaster", "station", "channel"])
    default: break
    }
    return Verdict(label: label, kind: kind, nouns: nouns)
  }

  // MARK: Words around

  private func placeNounBefore() -> Verdict? {
    // `the town of Leogane`, `the city of X`.
    let of = span.tokens.lowerBound - 1
    guard of - 1 >= sentence.tokens.lowerBound, document.tokens[of].form == "of",
      let noun = lexicon.headNoun(document.lower(of - 1)), noun.label == .place
    else { return nil }
    return Verdict(label: .place, kind: noun.kind)
  }

  /// `the Ras Halfaya oil terminal`: the place by which a site is known.
  private var isBeforeSite: Bool {
    guard document.tokens[head].hasRelation("compound"), let site = document.tokens[head].head,
      site >= span.tokens.upperBound, site - span.tokens.upperBound <= 2, document.tokens[site].upos == .noun,
      let noun = lexicon.headNoun(document.lower(site))
    else { return false }
    return noun.label == .place && noun.kind == "site"
  }

  /// `Kebbi state`: the part of a country that the name is of. In front of `department` stand bodies as well.
  private var isBeforeLand: Bool {
    let next = span.tokens.upperBound
    guard next < sentence.tokens.upperBound, Land.nouns.contains(document.tokens[next].form),
      document.tokens[next].upos == .noun
    else { return false }
    return document.tokens[next].form != "department" || isBehindLocative
      || prepositionBefore == nil
        && span.tokens.lowerBound > sentence.tokens.lowerBound
        && ["'s", "’s", "the"].contains(document.lower(span.tokens.lowerBound - 1))
  }

  private static let locative: Set<String> = [
    "in", "near", "at", "outside", "inside", "across", "around", "off", "through", "into", "toward", "towards", "from",
    "to", "via",
  ]

  private var prepositionBefore: String? {
    var index = span.tokens.lowerBound - 1
    var steps = 0
    while index >= sentence.tokens.lowerBound, steps < 3 {
      let token = document.tokens[index]
      if token.upos == .adposition || Self.locative.contains(document.lower(index)) && token.upos != .particle {
        return document.lower(index)
      }
      guard token.upos == .determiner || token.upos == .adjective else { return nil }
      index -= 1
      steps += 1
    }
    return nil
  }

  private var isBehindLocative: Bool {
    guard let word = prepositionBefore, Self.locative.contains(word) else { return false }
    let next = span.tokens.upperBound
    if next < sentence.tokens.upperBound, ["'s", "’s"].contains(document.tokens[next].form) { return false }
    if word != "to" && word != "from" { return true }
    return StandIn(document: document, lexicon: lexicon).isPlace(span.tokens, in: sentence)
  }

  private var isBehindIn: Bool { ["in", "near", "to", "from", "outside"].contains(prepositionBefore ?? "") }

  private var isFollowedByPersonalRelative: Bool {
    var next = span.tokens.upperBound
    if next < sentence.tokens.upperBound, document.tokens[next].form == "," { next += 1 }
    guard next < sentence.tokens.upperBound else { return false }
    if ["who", "whose", "whom"].contains(document.lower(next)) { return true }
    // An age between commas.
    return document.tokens[next - 1].form == "," && NumberWords.value(of: document.tokens[next].form) != nil
      && next + 1 < sentence.tokens.upperBound && [",", "-"].contains(document.tokens[next + 1].form)
  }

  /// `Vostania, which has denied it, recalled its envoy`
  private var isFollowedBySpeakingRelative: Bool {
    let comma = span.tokens.upperBound
    guard comma + 2 < sentence.tokens.upperBound, document.tokens[comma].form == ",",
      document.lower(comma + 1) == "which",
      let verb = (comma + 2..<min(comma + 6, sentence.tokens.upperBound)).first(where: {
        document.tokens[$0].upos == .verb
      })
    else { return false }
    return document.tokens[comma + 1].head == verb && document.tokens[comma + 1].hasRelation("nsubj")
      && lexicon.cues(beginningWith: document.tokens[verb].lemma).contains { $0.attributive == .yes }
  }

  private var hasDigit: Bool { span.tokens.contains { WordShape.isNumber(document.tokens[$0].form) } }

  private var head: Int { resolver.headToken(of: span.tokens) }

  private var isActing: Bool {
    ["nsubj", "obj", "iobj", "obl", "nmod", "appos", "conj", "compound", "flat", "root", "parataxis"].contains {
      document.tokens[head].hasRelation($0)
    }
  }

  /// `reported by X`, `X reported`: what outlets do and people seldom.
  private var isReporting: Bool {
    guard let verb = document.tokens[head].head,
      document.tokens[head].hasRelation("nsubj") || document.tokens[head].hasRelation("obl")
    else { return false }
    let lemma = document.tokens[verb].lemma.lowercased()
    if document.tokens[head].hasRelation("nsubj") { return ["report", "publish", "broadcast"].contains(lemma) }
    return prepositionBefore == "by"
      && ["quote", "cite", "report", "publish", "broadcast", "see", "obtain"].contains(lemma)
  }

  /// `spoke Swahili`
  private var isLanguage: Bool {
    guard let verb = document.tokens[head].head else { return false }
    return ["speak", "learn", "translate"].contains(document.tokens[verb].lemma.lowercased())
      && !document.tokens[head].hasRelation("nsubj")
  }

  private var isSpeaking: Bool {
    guard
      document.tokens[head].hasRelation("nsubj") || document.tokens[head].hasRelation("obl")
        || document.tokens[head].hasRelation("obj") || document.tokens[head].hasRelation("iobj"),
      let verb = document.tokens[head].head
    else { return false }
    return !lexicon.cues(beginningWith: document.tokens[verb].lemma).isEmpty
  }
}
