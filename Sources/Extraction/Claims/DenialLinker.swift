import TextAnalysis

/// Finds, for each denial, the claim of the same report that it denies, where the text itself says so.
struct DenialLinker {
  let syntax: Syntax
  let attributions: [Attribution]
  let events: [EventRecord]
  let relations: [RelationDraft]
  let cues: CueTable

  func link(_ claims: inout [ClaimDraft], referents: Referents) {
    let sides = SpeakerSides(syntax: syntax, referents: referents)
    let contents = ContentStance(syntax: syntax, sides: sides)
    let silence = SilentContent(syntax: syntax, cues: cues, sides: sides)
    var search: DenialSearch?
    for index in claims.indices where claims[index].record.relays == nil {
      guard let own = claims[index].attribution else { continue }
      let attribution = attributions[own]
      if attribution.stance == .asserts, let stance = silence.stance(of: claims[index]) {
        claims[index].record.stance = stance
        claims[index].record.hedge = nil
        continue
      }
      if attribution.rule == CheckedClaims.verdictRule {
        guard attribution.stance == .denies else { continue }
        claims[index].record.denies = checked(before: claims[index].tokens.first ?? 0, claims)
        continue
      }
      var denial = ContentStance.Denial()
      if attribution.stance == .denies {
        denial.words = attribution.denied
        denial.isOfPart =
          attribution.denied.map { Self.parts.contains(syntax.lemmas[$0]) }
          ?? (syntax.lemmas.indices.contains(claims[index].head)
            && ["involve", "involved", "responsible", "complicit"].contains(syntax.lemmas[claims[index].head]))
      } else if attribution.stance == .asserts || attribution.rule == "attribution.predication",
        let found = contents.denial(in: claims[index])
      {
        denial = found
        claims[index].record.stance = .denies
      } else {
        if attribution.stance == .asserts, contents.ownsUp(in: claims[index]) {
          claims[index].record.stance = .claimsResponsibility
          claims[index].record.hedge = nil
        }
        continue
      }
      // Most reports have no denial, and one that has many is not to be sorted for each.
      var found = search ?? DenialSearch(claims, syntax: syntax, events: events, relations: relations, sides: sides)
      // One owner at a time: what it finds out is kept in it without a copy.
      search = nil
      let target = denied(denial, by: index, among: claims, &found)
      search = found
      if let target, target.index != index, !claims[target.index].tokens.contains(attribution.cueHead),
        // `found nothing, contradicting Z`: what the denial goes with is not what it denies.
        claims[target.index].attribution != nil || syntax.heads[attribution.cueHead] != claims[target.index].head
      {
        claims[index].record.denies = target
      } else if target == nil, let liar = denial.liar {
        let issuer = found.resolver.actor(at: liar)
        if let issuer, issuer != claims[index].record.speaker {
          claims[index].record.answers = issuer
        } else {
          claims[index].record.stance = attribution.stance
        }
      } else if target == nil, let noun = denial.words, !syntax.isPart(noun, .pronoun, .determiner, .verb),
        isWords(noun), let issuer = issuers(of: noun, found.resolver).first, issuer != claims[index].record.speaker
      {
        claims[index].record.answers = issuer
      } else if target == nil, denial.words == nil {
        claims[index].record.denies =
          upheld(against: index, among: claims, sides)
          ?? (Self.countering.contains(syntax.lemmas[attribution.cueHead])
            ? countered(by: index, among: claims, found) : nil)
      }
    }
    let ellipses = EllipticDenial(syntax: syntax, referents: referents)
    let numbers = RivalNumbers(syntax: syntax, attributions: attributions, sides: sides, claims: claims)
    for index in claims.indices where claims[index].attribution != nil && claims[index].record.denies == nil {
      guard claims[index].record.stance == .asserts,
        let denied = ellipses.denied(by: index, among: claims) ?? numbers.contradicted(by: index, among: claims)
          ?? numbers.givenInstead(by: index, among: claims) ?? toldOtherwise(by: index, among: claims, sides)
      else { continue }
      claims[index].record.denies = denied
    }
    SetAgainst(syntax: syntax, sides: sides).link(&claims)
    for index in claims.indices where claims[index].attribution != nil {
      if let current = numbers.successor(of: index, among: claims) {
        claims[current.index].record.revises = ClaimID(index)
      }
    }
  }

  /// `X denied it. Y repeated that S`: who stands by his word behind a denial stands by what is denied.
  private func upheld(against index: Int, among claims: [ClaimDraft], _ sides: SpeakerSides) -> ClaimID? {
    let denial = claims[index]
    let side = sides.side(of: denial.record.speaker)
    let sentence = denial.record.sentence
    let found = claims.indices.filter { other in
      let claim = claims[other]
      guard claim.record.relays == nil, claim.record.stance == .asserts, let own = claim.attribution,
        claim.record.sentence > sentence, claim.record.sentence - sentence <= Self.farthestWords
      else { return false }
      return Self.upholding.contains(syntax.lemmas[attributions[own].cueHead])
        && !sides.isOn(side, claim.record.speaker)
    }
    return found.min { claims[$0].record.sentence < claims[$1].record.sentence }.map { ClaimID($0) }
  }

  private static let upholding: Set = ["repeat", "reiterate", "insist", "maintain", "reaffirm"]

  private static let parts: Set = [
    "involvement", "role", "part", "hand", "responsibility", "participation", "complicity", "link", "connection",
  ]

  private func denied(
    _ denial: ContentStance.Denial, by index: Int, among claims: [ClaimDraft], _ search: inout DenialSearch
  ) -> ClaimID? {
    let draft = claims[index]
    let speaker = draft.record.speaker
    let start = draft.tokens.first ?? 0
    if let liar = denial.liar { return said(byLiar: liar, before: start, claims, search) }
    if let clause = denial.words, syntax.isPart(clause, .verb), let told = said(clause, index, claims) { return told }
    if let noun = denial.words, isWords(noun) || syntax.isSetOffWords(noun) {
      if let told = apposed(noun, index, claims) { return told }
      // `Carbonell, whose report the minister dismissed`: a report of another day, and not what she says now.
      if syntax.children(noun, .possessive).contains(where: { syntax.lemmas[$0] == "whose" }) { return nil }
      let issuers =
        syntax.isPart(noun, .pronoun, .determiner)
        ? [] : issuers(of: noun, search.resolver).nonEmpty ?? outlet(citedBefore: noun, claims, search.resolver)
      let isOfDenial = syntax.lemmas[noun] == "denial"
      let side = search.sides.side(of: speaker)
      let sentence = syntax.sentenceOfToken[start]
      // A denial, or words whose speaker is named, may be denied by his own people.
      let mayBeOwn = isOfDenial || !issuers.isEmpty
      let isCharge = Self.charges.contains(syntax.lemmas[noun])
      // `suggestions that S`: what is denied speaks of the same as S.
      let topics = topics(of: noun, search)
      let isRecord = Self.records.contains(syntax.lemmas[noun])
      // `rejected the union's figure`: words with a number in them.
      let isNumber = ["figure", "toll", "number", "tally", "estimate"].contains(syntax.lemmas[noun])
      let told = contentWords(clauseTokens(of: noun))
      func target(issuers: [EntityID], byCue: Bool = false, _ search: DenialSearch) -> ClaimID? {
        let reach = byCue || issuers.isEmpty && !isOfDenial ? Self.farthestWords : Self.farthestIssued
        return search.latest(claims, before: start, from: sentence - reach) { draft in
          let isForeign =
            mayBeOwn
            ? draft.record.speaker != speaker : !isOneSide(side, search.sides.side(of: draft.record.speaker), search)
          // Who denies `it` behind another's denial denies what that one denied; who denies a charge, what accuses.
          let isDenied =
            isOfDenial
            ? draft.record.stance == .denies && (!byCue || deniesByCue(draft))
            : Self.stating.contains(draft.record.stance)
              && (!isCharge || !issuers.isEmpty || accuses(draft) || isChargeable(draft, side, search.sides))
          // `it` is what somebody said, and not what the report tells by itself; `claims that S` are of S.
          let isSaid =
            (draft.attribution != nil || accuses(draft) || imputation(to: side, in: draft, search.sides) > 0)
            && (told.isEmpty || told.intersection(contentWords(draft)).count >= min(2, told.count))
          return isForeign && isDenied && isSaid && (!isRecord || comesBy(noun, draft))
            // The number that no longer holds, cut out of `71, up from 52`, is not what the next one denies.
            && (!isNumber || draft.tokens.contains { syntax.isPart($0, .numeral) } && !isCutOut(draft))
            && (topics.isEmpty
              || draft.tokens.contains { token in
                search.sides.referents.entityAtHead[token].map { topics.contains($0) } ?? false
              })
            && (issuers.isEmpty
              ? isRoot(draft) : issuers.contains { search.speaks(draft.record.speaker, for: $0) })
            && sentence - draft.record.sentence <= reach
        }
      }
      // `his denial`, of whom the pronoun was not understood: the last one; what is called a denial sooner than what
      // amounts to one.
      let called =
        isOfDenial ? target(issuers: issuers, byCue: true, search) ?? target(issuers: [], byCue: true, search) : nil
      // `Rome described the claim as pure invention`: of what was said, sooner what is told of Rome than what came last.
      let ofOwn =
        issuers.isEmpty && !isOfDenial && !isNumber && Self.claims.contains(syntax.lemmas[noun])
        ? charged(side, before: start, sentence, claims, search) : nil
      let found =
        called ?? ofOwn ?? target(issuers: issuers, search)
        ?? (isOfDenial && !issuers.isEmpty ? target(issuers: [], search) : nil)
      if let found { return found }
      if isCharge, issuers.isEmpty,
        let charge = formalCharge(against: side, before: start, claims, search)
          ?? toldBefore(start, sentence, side, claims, search)
      {
        return charge
      }
      let later =
        issuers.isEmpty
        ? nil
        : spoken(for: issuers, side, before: start, sentence, claims, search)
          ?? toldLater(by: issuers, noun, side, after: draft, claims, search)
      // `rejected X's claim that S`: where X says S nowhere else, he does so here.
      return later
        ?? search.roots(in: sentence...sentence).first { other in
          Self.stating.contains(claims[other].record.stance) && claims[other].record.speaker != speaker
            && claims[other].attribution.map { attributions[$0].cueHead == noun } ?? false
        }.map { ClaimID($0) }
    }
    return search.rival(of: speaker, before: start, claims) ?? answered(denial, by: index, among: claims, search)
      ?? (denial.isOfPart && denial.cleared == nil
        ? toldBefore(start, syntax.sentenceOfToken[start], search.sides.side(of: speaker), claims, search) : nil)
  }

  /// The last that somebody else has said of a side, as the one who does it, of this paragraph and those in front.
  private func charged(
    _ side: Set<EntityID>, before start: Int, _ sentence: Int, _ claims: [ClaimDraft], _ search: DenialSearch
  ) -> ClaimID? {
    search.latest(claims, before: start, from: sentence - Self.farthestCharge / 2) { draft in
      isRoot(draft) && draft.attribution != nil && Self.stating.contains(draft.record.stance)
        && !isOneSide(side, search.sides.side(of: draft.record.speaker), search)
        && imputation(to: side, in: draft, search.sides) == 3 && !syntax.isPassive(draft.head)
    }
  }

  private static let claims: Set = ["claim", "accusation", "allegation", "charge", "assertion", "story", "suggestion"]

  /// `Maras denies the charges`, far behind what the prosecution alleges: the last allegation that tells of him.
  private func formalCharge(
    against side: Set<EntityID>, before start: Int, _ claims: [ClaimDraft], _ search: DenialSearch
  ) -> ClaimID? {
    search.latest(claims, before: start, from: syntax.sentenceOfToken[start] - Self.farthestCharge) { draft in
      isRoot(draft) && draft.record.stance == .alleges && !search.sides.isOn(side, draft.record.speaker)
        && isChargeable(draft, side, search.sides)
    }
  }

  private static let farthestCharge = 20

  /// `"A policeman aimed and fired," said X. Police denied the accusation`: what was said right before, be it put to nobody by name.
  private func toldBefore(
    _ start: Int, _ sentence: Int, _ side: Set<EntityID>, _ claims: [ClaimDraft], _ search: DenialSearch
  ) -> ClaimID? {
    search.latest(claims, before: start, from: sentence - 1) { draft in
      isRoot(draft) && draft.attribution != nil && Self.stating.contains(draft.record.stance)
        && syntax.document.sentences[draft.record.sentence].paragraph == syntax.document.sentences[sentence].paragraph
        && !search.sides.isOn(side, draft.record.speaker)
        && !ClaimBuilder.outletKinds.contains(search.resolver.referents.entities[draft.record.speaker.index].kind ?? "")
    }
  }

  /// Whether a claim is but a figure of another.
  private func isCutOut(_ draft: ClaimDraft) -> Bool { draft.record.rule.hasSuffix("+figure") }

  /// `the union's claim`, behind `Its own count stood at 74, Ann Lee said`: who speaks of the body in her words, and is not known
  /// to be another's, speaks for it.
  private func spoken(
    for issuers: [EntityID], _ side: Set<EntityID>, before start: Int, _ sentence: Int, _ claims: [ClaimDraft],
    _ search: DenialSearch
  ) -> ClaimID? {
    search.latest(claims, before: start, from: sentence - Self.farthestWords) { draft in
      guard isRoot(draft), draft.attribution != nil, Self.stating.contains(draft.record.stance),
        sentence - draft.record.sentence <= Self.farthestWords, !search.sides.isOn(side, draft.record.speaker),
        search.sides.side(of: draft.record.speaker).count == 1
      else { return false }
      return draft.tokens.contains { token in
        syntax.relations[token] == .possessive
          && (search.sides.referents.entityAtHead[token].map { issuers.contains($0) } ?? false)
      }
    }
  }

  /// `Belarus denied Polish claims that its guards had cut a fence. … Warsaw said that guards had cut it`: what is denied, told
  /// behind the denial by the one whose words they are, of the same things.
  private func toldLater(
    by issuers: [EntityID], _ noun: Int, _ side: Set<EntityID>, after denial: ClaimDraft, _ claims: [ClaimDraft],
    _ search: DenialSearch
  ) -> ClaimID? {
    let naming = denial.tokens.filter { token in
      search.sides.referents.entityAtToken[token].map { issuers.contains($0) } ?? false
    }
    let words = contentWords(denial).subtracting([syntax.lemmas[noun]] + naming.map { syntax.lemmas[$0] })
    guard !words.isEmpty else { return nil }
    let sentence = denial.record.sentence
    let later = search.roots(in: sentence + 1...sentence + Self.farthestLater).filter { other in
      let claim = claims[other]
      return Self.stating.contains(claim.record.stance)
        && issuers.contains { search.speaks(claim.record.speaker, for: $0) }
        && !search.sides.isOn(side, claim.record.speaker) && !words.isDisjoint(with: contentWords(claim))
    }
    return later.first.map { ClaimID($0) }
  }

  private static let farthestLater = 8

  /// `X says that S, a charge that Y denies`: what the noun that a comma sets off stands for is what was said in front of
  /// it.
  private func apposed(_ noun: Int, _ index: Int, _ claims: [ClaimDraft]) -> ClaimID? {
    guard syntax.isSetOffWords(noun) else { return nil }
    let sentence = syntax.document.sentences[syntax.sentenceOfToken[noun]].tokens
    let found = claims.indices.last { other in
      other != index && claims[other].record.relays == nil && Self.stating.contains(claims[other].record.stance)
        && claims[other].tokens.first.map { sentence.contains($0) && $0 < noun } ?? false
        && claims[other].record.speaker != claims[index].record.speaker
    }
    return found.map { ClaimID($0) }
  }

  /// `X says that S, which Y denies`: whoever says S, or the report itself.
  private func said(_ clause: Int, _ index: Int, _ claims: [ClaimDraft]) -> ClaimID? {
    claims.indices.last { other in
      other != index && claims[other].record.relays == nil && Self.stating.contains(claims[other].record.stance)
        && claims[other].tokens.contains(clause) && claims[other].record.speaker != claims[index].record.speaker
    }.map { ClaimID($0) }
  }

  /// Those with a name that the clause behind a noun for words tells something of.
  private func topics(of noun: Int, _ search: DenialSearch) -> Set<EntityID> {
    let entities = search.sides.referents.entities
    return Set(clauseTokens(of: noun).compactMap { search.sides.referents.entityAtHead[$0] }).filter {
      entities[$0.index].isNamed
    }
  }

  /// The clause behind a noun for words: `claims that S`.
  private func clauseTokens(of noun: Int) -> [Int] {
    guard let clause = syntax.child(noun, RelationSet(.adnominalClause, .clausalComplement)),
      syntax.children(clause, .marker).contains(where: { syntax.lemmas[$0] == "that" })
    else { return [] }
    return syntax.subtree(clause)
  }

  private func deniesByCue(_ draft: ClaimDraft) -> Bool {
    draft.attribution.map { attributions[$0].stance == .denies } ?? false
  }

  /// Whether a claim came by the message, video or paper that the noun means.
  private func comesBy(_ noun: Int, _ draft: ClaimDraft) -> Bool {
    draft.record.stance == .claimsResponsibility
      || syntax.document.sentences[draft.record.sentence].tokens.contains { syntax.lemmas[$0] == syntax.lemmas[noun] }
  }

  /// Things that hold words: what is called forged is they, and not whatever was said last.
  private static let records: Set = [
    "message", "video", "recording", "tape", "letter", "confession", "document", "photograph", "photo", "footage",
    "email", "e-mail", "screenshot", "memo",
  ]

  private static let charges: Set = ["charge", "accusation", "allegation"]

  /// Whether a claim puts a deed to somebody: by its stance, or since an event has its agent from it.
  private func accuses(_ draft: ClaimDraft) -> Bool {
    if draft.record.stance == .alleges { return true }
    guard draft.record.stance == .asserts, draft.tokens.indices.contains(0) else { return false }
    return draft.tokens.contains { Self.accusing.contains(syntax.lemmas[$0]) }
  }

  private static let accusing: Set = ["accuse", "charge", "blame", "allege", "accusation", "indict", "suspect"]

  /// How many sentences back `this` and `the claims` reach.
  static let farthestWords = 3
  /// How many sentences back the words of somebody who is named, and another's denial, are looked for.
  private static let farthestIssued = 200

  /// Whether two belong together: one to the other, or both to one body or state.
  private func isOneSide(_ side: Set<EntityID>, _ other: Set<EntityID>, _ search: DenialSearch) -> Bool {
    other.contains { search.sides.isOn(side, $0) }
  }

  // MARK: What a denial answers

  /// The claim that puts what is denied to the speaker's side: it speaks of that side, and of the same things or close by.
  private func answered(
    _ denial: ContentStance.Denial, by index: Int, among claims: [ClaimDraft], _ search: DenialSearch
  ) -> ClaimID? {
    let draft = claims[index]
    var side = search.sides.side(of: draft.record.speaker)
    if let cleared = denial.cleared, let entity = search.sides.referents.entityAtHead[cleared] {
      let known = search.sides.referents.entities[entity.index]
      // Who clears a body by its name answers what was said of that body, and not of all that is his.
      if denial.isOfPart, known.isNamed, known.label != .state, entity != draft.record.speaker { side = [] }
      side.insert(entity)
    }
    let words = contentWords(draft)
    var best: (score: Int, distance: Int, claim: Int)?
    let reach = max(0, draft.record.sentence - Self.farthestAnswer)...max(0, draft.record.sentence)
    for other in search.roots(in: reach) where other != index {
      let claim = claims[other]
      guard Self.stating.contains(claim.record.stance), !search.sides.isOn(side, claim.record.speaker) else { continue }
      let distance = draft.record.sentence - claim.record.sentence
      let points = imputation(to: side, in: claim, search.sides)
      // What the denier himself has told of another, he does not deny in the next breath; nor is the sentence that his denial
      // is put into one more voice.
      guard points > 0, !search.isTold(other, by: side, claims),
        claim.attribution != nil || distance > 0
      else { continue }
      let shared = min(3, words.intersection(contentWords(claim)).count)
      let isNear = distance <= 2
      // `X was suspended last month`: what befell him is no charge either.
      if claim.attribution == nil, shared == 0, !accuses(claim), suffers(side, in: claim, search.sides) { continue }
      // `X remains on the list`: what the report itself says is so is no charge.
      if claim.attribution == nil, shared == 0, !accuses(claim), !isPast(claim.head) || isOfSpeech(claim) { continue }
      // To speak of the same side is not enough for `denied that S`: of the same things, or the next thing said.
      guard denial.isOfPart || denial.cleared != nil || shared > 0 || isNear else { continue }
      let score = points + shared + (isNear ? 1 : 0)
      guard score >= (denial.isOfPart ? 2 : 3) else { continue }
      if let known = best, (known.score, -known.distance) >= (score, -distance) { continue }
      best = (score, distance, other)
    }
    return best.map { ClaimID($0.claim) }
  }

  /// Whether the side is only what something is done to.
  private func suffers(_ side: Set<EntityID>, in claim: ClaimDraft, _ sides: SpeakerSides) -> Bool {
    guard syntax.isPassive(claim.head), let subject = syntax.subject(claim.head),
      let entity = sides.referents.entityAtHead[subject]
    else { return false }
    return sides.isOn(side, entity)
  }

  /// What the report tells of saying, calling, apologising is no charge either.
  private func isOfSpeech(_ claim: ClaimDraft) -> Bool {
    cues.verb(syntax.lemmas[claim.head]) != nil
      || Self.speaking.contains(syntax.lemmas[claim.head])
      || attributions.contains { claim.head == $0.cueHead }
  }

  private static let speaking: Set = [
    "put", "show", "confront", "ask", "apologise", "apologize", "call", "describe", "dismiss", "speak", "talk", "meet",
    "visit", "appear", "resign",
  ]

  private func isPast(_ head: Int) -> Bool {
    ["VBD", "VBN"].contains(syntax.tokens[head].xpos)
      || syntax.children(head, RelationSet(.auxiliary, .passiveAuxiliary, .copula)).contains {
        ["VBD", "VBN"].contains(syntax.tokens[$0].xpos) || syntax.tokens[$0].lower == "has"
      }
  }

  /// How many sentences back a denial answers.
  private static let farthestAnswer = 40
  static let stating: Set<ClaimRecord.Stance> = [.asserts, .alleges, .confirms, .announces]

  /// 0 if the claim does not speak of the side, more if it tells what the side did.
  private func imputation(to side: Set<EntityID>, in claim: ClaimDraft, _ sides: SpeakerSides) -> Int {
    if let subject = syntax.subject(claim.head), let entity = sides.referents.entityAtHead[subject],
      sides.isOn(side, entity)
    {
      return 3
    }
    let names = sideNouns(side, sides.referents)
    let isNamed = claim.tokens.contains { token in
      sides.referents.entityAtHead[token].map { sides.isOn(side, $0) } ?? false
        // `army uniforms`, of the army
        || syntax.relations[token] == .compound && names.contains(syntax.lemmas[token])
    }
    return isNamed ? 2 : 0
  }

  /// The words by which a side without a name is called: `the army`.
  private func sideNouns(_ side: Set<EntityID>, _ referents: Referents) -> Set<String> {
    Set(
      side.flatMap { referents.entities[$0.index].mentions }.filter { $0.form == .nominal }
        .map(\.head).filter { syntax.lemmas.indices.contains($0) && syntax.isPart($0, .noun) }
        .map { syntax.lemmas[$0] }
    ).intersection(Self.uniformed)
  }

  private static let uniformed: Set = ["army", "police", "navy", "military", "guard", "coastguard", "marine"]

  /// Whether a claim tells of the side what a charge can be, and not only of somebody who is its own: `his brother`.
  private func isChargeable(_ claim: ClaimDraft, _ side: Set<EntityID>, _ sides: SpeakerSides) -> Bool {
    claim.tokens.contains { token in
      syntax.relations[token] != .possessive
        && (sides.referents.entityAtHead[token].map { sides.isOn(side, $0) } ?? false)
    }
  }

  func contentWords(_ claim: ClaimDraft) -> Set<String> { contentWords(claim.tokens) }

  func contentWords(_ tokens: [Int]) -> Set<String> {
    Set(
      tokens.filter {
        (syntax.isPart($0, .noun, .verb)
          // A common noun behind a name is often tagged as part of it.
          || syntax.isPart($0, .properNoun) && syntax.tokens[$0].form.first?.isLowercase ?? false)
          && syntax.lemmas[$0].count > 2
          && !["man", "people", "person", "woman", "have", "say", "tell", "take", "make", "get"].contains(
            syntax.lemmas[$0])
      }.map { syntax.lemmas[$0] })
  }

  /// `the claims made by the United States`, `Kyiv's accusation`.
  private func issuers(of noun: Int, _ resolver: SpeakerResolver) -> [EntityID] {
    for clause in syntax.children(noun, RelationSet.adnominalClauses) {
      if let agent = syntax.child(clause, .agent) ?? syntax.oblique(clause, "by"),
        let entity = resolver.actor(at: agent)
      {
        return [entity]
      }
    }
    return resolver.issuers(of: noun, cited: nil)
  }

  private func isWords(_ noun: Int) -> Bool {
    ["this", "that", "it", "these", "denial"].contains(syntax.lemmas[noun])
      || Syntax.answered.contains(syntax.lemmas[noun])
      || Self.records.contains(syntax.lemmas[noun])
      || AttributionContext.documentNouns.contains(syntax.lemmas[noun])
      || [
        "accusation", "assertion", "charge", "suggestion", "denial", "version", "statement", "reports", "toll",
        "number",
        "count", "tally",
      ].contains(syntax.lemmas[noun])
  }

  func isRoot(_ draft: ClaimDraft) -> Bool { draft.record.relays == nil }
}
