import SourceText
import TextAnalysis

/// Whose words each attribution hands on.
extension ClaimBuilder {
  /// `Askent rejected the version`: a word with a capital and nothing in front, whatever its tag.
  private func isBareName(_ noun: Int) -> Bool {
    !syntax.isPart(noun, .pronoun) && syntax.tokens[noun].form.first?.isUppercase ?? false
      && syntax.child(noun, RelationSet(.determiner, .possessive)) == nil
  }

  mutating func resolveSpeakers() {
    var cited: EntityID?
    var byCueHead: [Int: Int] = [:]
    var issued = IssuedDocuments(syntax: syntax)
    var ownDenials: Set<Int> = []
    for (index, attribution) in attributions.enumerated() {
      let words = resolved(attribution, cited: cited)
      var found: [EntityID]?
      switch words.speaker {
      case .entities(let entities):
        found = entities
        // `The Committee rejects S`, in what the committee itself puts out.
        if attribution.stance == .denies, entities == [referents.publisher] { ownDenials.insert(index) }
      case .publisher where attribution.rule == CheckedClaims.claimRule:
        found = [addClaimant(behind: attribution.cue)]
      case .publisher:
        found = issued.issuers(of: attribution.speaker)
        // A name that is no actor's denies for itself, if it denies at all, and not for the report.
        if case .noun(let noun) = attribution.speaker, attribution.stance == .denies, isBareName(noun) {
          found = nil
        }
        if found?.isEmpty ?? true, case .document(let noun) = attribution.speaker {
          found = isBySomebody(noun, attribution) ? nil : sources(noun, attribution)
        }
        // The report that tells of `reports according to which S` does not say S.
        if found?.isEmpty ?? true, attribution.rule == AttributionRule.accordingToWhich.name {
          found = [addClaimant(behind: attribution.cue)]
        }
      case .unnamed(let noun):
        found = lastSpeaker(for: noun, index).map { [$0] } ?? (canSpeak(noun, attribution) ? [addUnnamed(noun)] : nil)
      case .itself, .nobody: found = nil
      }
      found = found.map { $0.filter { $0 != referents.publisher } }
      // `New Delhi: S` is a place and a colon; only people take turns.
      if attribution.rule == SpeechTurns.rule, !(found ?? []).contains(where: isNamedPerson) { found = nil }
      issued.note(attribution, by: found ?? [])
      speakers.append(found)
      byCueHead[attribution.cueHead] = index
      var passing: [EntityID] = []
      for relayer in words.relayers {
        var entities: [EntityID] = []
        switch relayer {
        case .entities(let known): entities = known
        case .unnamed(let noun)
        where syntax.isPart(noun, .properNoun) && !WordShape.isPluralOfInitials(syntax.tokens[noun].form):
          entities = [addOutlet(noun)]
        case .publisher:
          if case .noun(let noun)? = words.relayers.count == 1 ? attribution.relayers.first : nil, isPress(noun) {
            entities = [addStation(noun)]
          }
        default: break
        }
        passing += entities.filter { canRelay($0) && $0 != referents.publisher && !(found ?? []).contains($0) }
      }
      for venue in words.venues {
        guard passing.isEmpty, case .entities(let known) = venue else { continue }
        passing += known.filter { isOutlet($0) && $0 != referents.publisher && !(found ?? []).contains($0) }
      }
      relayers.append(passing)
      for outlet in (found ?? []).filter({ isOutlet($0) }) + passing {
        if !isOutlet(outlet) { referents.entities[outlet.index].kind = "publisher" }
        cited = outlet
        if !citations.contains(where: { $0.publisher == outlet }) {
          let words = speakerWords.ranges(of: attribution).first ?? syntax.document.range(of: attribution.cue)
          citations.append(.init(publisher: outlet, range: words))
        }
      }
    }
    for (index, attribution) in attributions.enumerated() {
      guard case .sameAs(let cueHead) = attribution.speaker else { continue }
      speakers[index] = byCueHead[cueHead].flatMap { speakers[$0] }
      relayers[index] = byCueHead[cueHead].map { relayers[$0] } ?? []
    }
    resolveInnerPronouns()
    citeMentionedOutlets()
    // An attribution without a speaker of its own adds nothing to the one that it stands in, nor does one whose speaker
    // is already speaking.
    for index in attributions.indices {
      guard let outer = effectiveOuter(index), let own = speakers[index] else { continue }
      if own.isEmpty || own == speakers[outer] { speakers[index] = nil }
    }
    releaseRebutted()
    for index in attributions.indices where speakers[index]?.isEmpty == true {
      // Hearsay without a speaker, beside the main line of its sentence, only weakens what the sentence says.
      if attributions[index].speaker == .unknown, !Self.impersonal.contains(attributions[index].rule) {
        speakers[index] = nil
      }
      // `scans were posted, contradicting what it had said`: things deny nothing, and the report says what they do.
      if attributions[index].rule == "attribution.denial", attributions[index].stance == .denies,
        case .noun(let noun) = attributions[index].speaker, syntax.isPart(noun, .noun), !ownDenials.contains(index)
      {
        speakers[index] = nil
      }
      // Only those who did it take it upon themselves; whoever reports it does not.
      if attributions[index].stance == .claimsResponsibility { speakers[index] = nil }
    }
  }

  /// `an article in X`, `X, which published them in February`: a report that speaks of what an outlet has published rests on it,
  /// be no words of it handed on.
  private mutating func citeMentionedOutlets() {
    for sentence in syntax.document.sentences where sentence.part == .body {
      for token in sentence.tokens {
        guard let entity = referents.entityAtHead[token], isOutlet(entity), entity != referents.publisher,
          referents.entities[entity.index].isNamed, isPublishing(token),
          !citations.contains(where: { $0.publisher == entity })
        else { continue }
        citations.append(.init(publisher: entity, range: syntax.document.range(of: syntax.nounPhrase(token))))
      }
    }
  }

  /// Whether a name stands with a noun for what it has put out, or as who does.
  private func isPublishing(_ name: Int) -> Bool {
    let noun = syntax.relations[name] == .apposition || syntax.relations[name] == .flat ? syntax.heads[name] : nil
    for head in [name, noun].compactMap({ $0 }) {
      if let piece = syntax.heads[head], syntax.relations[head] == .nominalModifier,
        ["in", "by", "on", "of", "from"].contains(syntax.preposition(head)),
        Self.pieces.contains(syntax.lemmas[piece])
      {
        return true
      }
      let relatives = syntax.children(head, .relativeClause).filter { clause in
        syntax.subject(clause).map { ["which", "that"].contains(syntax.lemmas[$0]) } ?? false
      }
      let own = RelationSet.subjects.has(syntax.relations[head]) ? [syntax.heads[head]].compactMap { $0 } : []
      if (relatives + own).contains(where: { Self.publishing.contains(syntax.lemmas[$0]) && !syntax.isNegated($0) }) {
        return true
      }
    }
    return false
  }

  private static let pieces: Set = [
    "article", "story", "report", "column", "editorial", "piece", "interview", "investigation", "scoop", "series",
    "coverage",
  ]
  private static let publishing: Set = [
    "publish", "report", "reveal", "print", "disclose", "broadcast", "run", "carry",
  ]

  /// `Claims by X that S are false, Y said`: Y hands nothing on of what he says is false.
  private mutating func releaseRebutted() {
    for index in attributions.indices where !(speakers[index] ?? []).isEmpty {
      let words = attributions[index]
      guard [AttributionRule.nominalCue.name, AttributionRule.accordingToWhich.name].contains(words.rule),
        let outer = words.relayedBy, let predicate = syntax.heads[words.cueHead],
        RelationSet(.subject, .passiveSubject).has(syntax.relations[words.cueHead]),
        attributions[outer].contentHeads.contains(predicate), ContentStance.callsUntrue(predicate, syntax)
      else { continue }
      attributions[index].relayedBy = nil
    }
  }

  /// Who is meant by the words of an attribution. The resolver, which shares the entities, is gone when this returns: new
  /// ones can then be added without a copy of all.
  private func resolved(_ attribution: Attribution, cited: EntityID?) -> (
    speaker: SpeakerResolver.Speaker, relayers: [SpeakerResolver.Speaker], venues: [SpeakerResolver.Speaker]
  ) {
    let resolver = SpeakerResolver(syntax: syntax, quotations: quotations, referents: referents)
    return (
      resolver.resolve(attribution.speaker, cited: cited, isPersonal: isPersonal(attribution)),
      attribution.relayers.map { resolver.resolve($0, cited: cited, isPersonal: false) },
      attribution.venues.map { resolver.resolve($0, cited: cited, isPersonal: false) }
    )
  }

  /// Whose words a document has that no issuer is named with: the one who put it out in a sentence before, or else nobody
  /// but the document itself.
  private mutating func sources(_ noun: Int, _ attribution: Attribution) -> [EntityID] {
    let resolver = SpeakerResolver(syntax: syntax, quotations: quotations, referents: referents)
    // A leaflet that claims an attack did not carry it out.
    guard !attribution.cue.contains(noun), resolver.isDocument(noun),
      !attribution.rule.hasPrefix("attribution.responsibility")
    else { return [] }
    let former = IssuedDocuments(syntax: syntax).formerMention(of: noun)
    let issuers = former.map { resolver.issuers(of: $0, cited: nil) } ?? []
    guard issuers.isEmpty, !resolver.isPeriodical(noun) else { return issuers }
    return [knownSource(noun) ?? addSource(noun)]
  }

  /// `claims by the Seamen's League that S`, of which nobody knows who that is: not the report's words.
  private func isBySomebody(_ noun: Int, _ attribution: Attribution) -> Bool {
    attribution.cue.contains(noun) && (syntax.modifier(noun, "by") ?? syntax.possessor(noun)) != nil
  }

  /// What a report hands on although nobody is named who says so: `it is believed that S`, `the attack was blamed on X`.
  private static let impersonal: Set = [
    "attribution.passive-report", "attribution.blame", "attribution.accusation", "attribution.suspicion",
    "attribution.suspect", CheckedClaims.verdictRule,
  ]

  /// `the raid claimed`, `an operation staged to blame`: a thing that seems to speak is a tree gone wrong, and a wrong
  /// speaker the worst of errors.
  private func canSpeak(_ noun: Int, _ attribution: Attribution) -> Bool {
    guard syntax.isPart(noun, .noun) else { return true }
    let lemma = syntax.lemmas[noun]
    if lexicon.role(lemma) != nil || lexicon.headNoun(lemma) != nil || Self.anyone.contains(lemma) { return true }
    if SpeakerResolver.isOfPeople(lemma) || isCompoundOfBody(lemma) { return true }
    guard !lexicon.eventWords(beginningWith: lemma).contains(where: { $0.partOfSpeech == .noun }) else { return false }
    // `The first mate insisted that S`: who tells it in a clause of its own is somebody, known to a lexicon or not.
    if Self.ofClauses.contains(attribution.rule), Self.personalCues.contains(syntax.lemmas[attribution.cueHead]),
      RelationSet.subjects.has(syntax.relations[noun]), syntax.heads[noun] == attribution.cueHead, !isThing(noun)
    {
      return true
    }
    let determiners = syntax.children(noun, .determiner)
    // `a neighbour said`, `press sectors blamed`: somebody new.
    return determiners.isEmpty && syntax.tokens[noun].xpos == "NNS" && syntax.child(noun, .possessive) == nil
      || determiners.contains { ["a", "an", "another", "one", "some"].contains(syntax.lemmas[$0]) }
  }

  /// `biobank`, `subcommittee`: a word that ends in one for a body.
  private func isCompoundOfBody(_ lemma: String) -> Bool {
    guard lemma.utf8.count >= 6, lemma.utf8.allSatisfy({ $0 < 128 }) else { return false }
    return (2...lemma.count - 4).contains { lexicon.headNoun(String(lemma.dropFirst($0)))?.label == .organization }
  }

  private static let ofClauses: Set = [
    "attribution.clausal-complement", "attribution.fronted-content", "attribution.parenthetical",
    "attribution.colon-quotation",
  ]

  private func isThing(_ noun: Int) -> Bool {
    lexicon.thing(syntax.lemmas[noun]) != nil || CalendarWords.months[syntax.lemmas[noun]] != nil
      || Self.times.contains(syntax.lemmas[noun])
  }

  private static let times: Set = [
    "day", "week", "month", "year", "morning", "evening", "night", "afternoon", "time", "moment", "hour", "minute",
    "place", "thing", "way", "part", "end", "number", "fact", "case", "dead",
  ]

  private func isNamedPerson(_ entity: EntityID) -> Bool {
    referents.entities[entity.index].isNamed && referents.entities[entity.index].label == .person
  }

  /// Things show and suggest, but only people tell and deny.
  private func isPersonal(_ attribution: Attribution) -> Bool {
    guard syntax.tokens.indices.contains(attribution.cueHead) else { return false }
    // `according to a person familiar with the matter`
    if attribution.rule == "attribution.according-to", case .noun(let noun) = attribution.speaker {
      let lemma = syntax.lemmas[noun]
      return Self.anyone.contains(lemma) || lexicon.role(lemma) != nil
    }
    if case .noun(let noun) = attribution.speaker, isCompoundOfBody(syntax.lemmas[noun]) { return true }
    return attribution.rule == "attribution.corroboration"
      || Self.personalCues.contains(syntax.lemmas[attribution.cueHead])
  }

  private static let anyone: Set = ["person", "people", "man", "woman", "someone", "somebody", "insider", "individual"]

  private static let personalCues: Set = [
    "plead", "say", "tell", "deny", "accuse", "claim", "warn", "announce", "admit", "add", "promise", "pledge", "vow",
    "declare",
    "reject", "insist", "argue", "complain", "dispute", "refute", "contest", "reply", "respond", "decline", "threaten",
    "acknowledge", "concede", "blame", "state", "maintain", "stress", "emphasise", "emphasize", "assert", "contend",
    "testify", "recall", "allege", "dismiss", "swear", "remember", "boast", "assure", "submit", "describe",
  ]

  /// `she said` behind a sentence with one speaker, where nobody else is known to be meant.
  private func lastSpeaker(for noun: Int, _ index: Int) -> EntityID? {
    guard ["he", "she"].contains(syntax.lemmas[noun]), let previous = speakers.last(where: { !($0 ?? []).isEmpty }),
      let speaker = previous?.first, referents.entities[speaker.index].label == .person, index > 0
    else { return nil }
    let sentences = syntax.document.sentences
    let here = syntax.sentenceOfToken[noun]
    let there = syntax.sentenceOfToken[attributions[index - 1].cueHead]
    return sentences[here].paragraph == sentences[there].paragraph && here - there <= 2 ? speaker : nil
  }

  /// An outlet that no lexicon knows, named as the one who was told.
  private mutating func addOutlet(_ noun: Int) -> EntityID {
    let id = addUnnamed(noun)
    referents.entities[id.index].label = .organization
    referents.entities[id.index].kind = "publisher"
    referents.entities[id.index].isNamed = true
    return id
  }

  /// `state TV`: a station or the press without a name, of which nothing else is known.
  private mutating func addStation(_ noun: Int) -> EntityID {
    let id = addUnnamed(noun)
    referents.entities[id.index].label = .organization
    referents.entities[id.index].kind = "publisher"
    return id
  }

  /// `Russia stated that it thinks S`: the pronoun that speaks inside somebody's words is that somebody, if it can be.
  private mutating func resolveInnerPronouns() {
    for index in attributions.indices {
      guard case .noun(let noun) = attributions[index].speaker, syntax.isPart(noun, .pronoun),
        let outer = attributions[index].relayedBy, let speaker = speakers[outer]?.first, speakers[outer]?.count == 1
      else { continue }
      let known = referents.entities[speaker.index]
      let fits: Bool
      switch syntax.lemmas[noun] {
      case "he", "she": fits = known.label == .person
      case "it": fits = known.label != .person
      case "they": fits = known.label == .group || known.label == .organization
      default: fits = false
      }
      if fits, syntax.heads[attributions[index].cueHead] == attributions[outer].cueHead { speakers[index] = [speaker] }
    }
  }

  private func isOutlet(_ entity: EntityID) -> Bool {
    Self.outletKinds.contains(referents.entities[entity.index].kind ?? "")
  }

  /// Whoever is told something by name and is no known body most likely is an outlet: `told Interpost`.
  private func canRelay(_ entity: EntityID) -> Bool {
    let known = referents.entities[entity.index]
    if isOutlet(entity) || isPress(entity) { return true }
    guard known.isNamed, known.link == nil, known.label == .organization || known.label == .group,
      !WordShape.isPluralOfInitials(known.name)
    else { return false }
    return known.kind == nil || known.kind == "organization" || known.kind == "group"
  }

  /// `state television`, `local media`: a station or the press without a name.
  private func isPress(_ entity: EntityID) -> Bool {
    let known = referents.entities[entity.index]
    guard known.label != .person, known.link == nil else { return false }
    // `state TV`, taken for a name
    if known.isNamed {
      return known.name.split(separator: " ").last.map {
        Self.outletKinds.contains(lexicon.headNoun($0.lowercased())?.kind ?? "")
      } ?? false
    }
    return known.mentions.contains { mention in
      mention.form == .nominal && syntax.tokens.indices.contains(mention.head) && isPress(mention.head)
    }
  }

  private func isPress(_ noun: Int) -> Bool {
    guard syntax.isPart(noun, .noun, .properNoun) else { return false }
    let lemma = syntax.lemmas[noun]
    if ["media", "press"].contains(lemma) { return true }
    if lemma == "agency" { return syntax.children(noun, .compound).contains { syntax.lemmas[$0] == "news" } }
    return Self.outletKinds.contains(lexicon.headNoun(lemma)?.kind ?? "")
  }

  static let outletKinds: Set = [
    "news_agency", "publisher", "newspaper", "broadcaster", "magazine", "website", "media", "outlet",
  ]

  /// A speaker that nobody found to be an entity: described by the words themselves.
  private mutating func addUnnamed(_ noun: Int) -> EntityID {
    if let known = referents.entityAtHead[noun] { return known }
    let phrase = syntax.nounPhrase(noun)
    let isMany =
      ["they", "some", "many", "others", "several", "most", "few", "both", "all", "those"].contains(syntax.lemmas[noun])
      || syntax.tokens[noun].xpos.hasSuffix("S")
    let mention = Mention(
      range: syntax.document.range(of: phrase), tokens: phrase, head: noun, sentence: syntax.sentenceOfToken[noun],
      form: syntax.isPart(noun, .pronoun) ? .pronoun : .nominal)
    let id = EntityID(referents.entities.count)
    referents.entities.append(
      Entity(
        label: isMany ? .group : .person, name: syntax.words(phrase), kind: isMany ? "people" : "person",
        isNamed: false,
        mentions: [mention]))
    referents.entityAtHead[noun] = id
    for token in phrase where referents.entityAtToken[token] == nil { referents.entityAtToken[token] = id }
    return id
  }

  /// Whoever said what a fact-check sets out to judge: the label does not name them, and it is not the fact-checker.
  private mutating func addClaimant(behind label: Range<Int>) -> EntityID {
    let id = EntityID(referents.entities.count)
    referents.entities.append(
      Entity(
        label: .group, name: "whoever made the claim", kind: "source", isNamed: false,
        mentions: [
          Mention(
            range: syntax.document.range(of: label), tokens: label, head: label.upperBound - 1,
            sentence: syntax.sentenceOfToken[label.lowerBound], form: .nominal)
        ]))
    return id
  }

  /// `An indictment says S. The indictment adds T`: the document that spoke before.
  private mutating func knownSource(_ noun: Int) -> EntityID? {
    guard referents.entityAtHead[noun] == nil,
      let first = IssuedDocuments(syntax: syntax).formerMention(of: noun),
      let former = referents.entityAtHead[first], referents.entities[former.index].kind == "source"
    else { return nil }
    let phrase = syntax.nounPhrase(noun)
    referents.entities[former.index].mentions.append(
      Mention(
        range: syntax.document.range(of: phrase), tokens: phrase, head: noun, sentence: syntax.sentenceOfToken[noun],
        form: .nominal))
    referents.entityAtHead[noun] = former
    for token in phrase where referents.entityAtToken[token] == nil { referents.entityAtToken[token] = former }
    return former
  }

  /// A document that nobody is known to have put out.
  private mutating func addSource(_ noun: Int) -> EntityID {
    let id = addUnnamed(noun)
    guard !referents.entities[id.index].isNamed, referents.entities[id.index].mentions.count == 1,
      referents.entities[id.index].kind != "source"
    else { return id }
    referents.entities[id.index].label = .group
    referents.entities[id.index].kind = "source"
    return id
  }
}
