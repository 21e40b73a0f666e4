/// What each rule looks for, in a sentence: for people who ask why a claim or an edge is there. Every name that stands on
/// a claim or an edge has its sentence here.
package enum RuleCatalog {
  /// Nil for a name that no rule of ours bears: what people create has none, and other versions may have others.
  package static func summary(of rule: String) -> String? {
    if let summary = summaries[rule] ?? RoleRule.summary(of: rule) ?? relationSummary(of: rule) { return summary }
    // A claim that was parted in several, one for each figure, possibly more than once.
    guard rule.hasSuffix(figureMark) else { return nil }
    var base = rule
    while base.hasSuffix(figureMark) { base = String(base.dropLast(figureMark.count)) }
    return summary(of: base).map { "\($0); one claim for each of several figures in it" }
  }

  private static let figureMark = "+figure"

  private static let summaries = attributions.merging(imputations) { first, _ in first }.merging(others) {
    first, _ in first
  }

  private static let attributions = [
    "own-voice": "a main clause with subject and finite verb that nobody else is made to say: the report's own words",
    "attribution.clausal-complement": "a clause that is the complement of a verb of saying: `X said that …`",
    "attribution.fronted-content": "a clause in front of the verb of saying whose complement it is: `…, X said`",
    "attribution.colon-quotation":
      "a quotation behind a verb of saying and a colon, or beside the verb: `X said: \"…\"`",
    "attribution.colon-account":
      "what is given behind a colon: `X gave another account: …`, `had an answer: …`, `corrected its figures: …`",
    "attribution.parenthetical": "words of saying set into what is said, or behind it: `…, X said`",
    "attribution.rival-words":
      "a number or a noun that somebody gives instead of what another says in the same sentence: `A says 12 died; B says 20`",
    "attribution.infinitive":
      "an infinitive or participle whose doer is the speaker: `X vowed to …`, `denied having …`",
    "attribution.plea": "a plea in court: `X pleaded not guilty to …` denies the charge, `pleaded guilty` owns to it",
    "attribution.predication": "an object and what is said of it: `X called it …`, `described Y as …`",
    "attribution.nominal-content":
      "an event named by a noun that is announced, confirmed or pledged: `X announced the …`",
    "attribution.estimate": "a figure that is given: `X put the toll at …`, `estimated the damage at …`",
    "attribution.given-figure":
      "a figure without a clause: `X had said 41`, `has acknowledged only six`, `raised the toll to seven`, `documented 112 deaths`, `X's estimate is …`",
    "attribution.prepositional-content":
      "what is said behind a preposition: `X spoke of …`, `warned against …`, `admitted to …`",
    "attribution.in-words-of": "a phrase such as `in the words of X`, `in X's view`, `by X's account`",
    "attribution.dash-credit": "a name behind a quotation and a dash: `\"…\" — X`",
    "attribution.speech-turn": "a paragraph behind a name and a colon, as conversations are printed: `X: …`",
    "attribution.checked-claim":
      "what a fact-check sets out to judge: the first sentence behind `Claim:`; said by somebody whom the label does not name",
    "attribution.verdict": "a fact-check's own judgement: a word or two behind `Verdict:` or `Rating:`",
    "attribution.quoted-mail": "lines behind `>` in mail that answers mail: `On Monday, X wrote:`",
    "attribution.nominal-cue": "a noun of saying with its content: `the claim that …`, `X's assertion that …`",
    "attribution.according-to-which":
      "words with what they say behind `according to which`: `reports by X according to which …`",
    "attribution.adjective-cue": "an adjective of saying with its content: `X is certain that …`, `adamant that …`",
    "attribution.as-said":
      "a clause with `as` around what is said: `as X put it, …`, `…, as X said`, `as reported by X`",
    "attribution.credit": "to whom a picture or recording is credited: `…. Image: X`; no claim is made of it",
    "attribution.according-to": "a phrase such as `according to X`: what it is attached to is X's",
    "attribution.citing": "a source that a report cites: `…, citing X`; the words are X's and passed on",
    "attribution.quoted-as-saying": "someone quoted by another: `Y quoted X as saying …`; Y passes on what X said",
    "attribution.passive-report":
      "a saying without its speaker as subject: `it was reported by X that …`, `X is said to …`",
    "attribution.suspicion": "a suspicion alone: `police suspect X`; that X did the deed spoken of is alleged",
    "attribution.suspect": "who a suspect is: `the main suspects are X`; that X did the deed spoken of is alleged",
    "attribution.accusation": "an accusation: `X accused Y of …`; that Y did so is alleged",
    "attribution.blame": "blame: `X blamed Y for …`, `attributed … to Y`; that Y did so is alleged",
    "attribution.responsibility": "a claim of responsibility: `X claimed responsibility for …`",
    "attribution.responsibility-claimed-by": "a claim of responsibility in the passive: `the … was claimed by X`",
    "attribution.denial":
      "a denial or rebuttal: `X denied …`, `rejected the claim`, `cast doubt on …`, `something X ruled out`",
    "attribution.corroboration":
      "what another has said, taken up: `X said the same`, `confirmed Y's account`, `her version was borne out by Z`",
    "attribution.decline": "a refusal to speak: `X declined to comment`, `did not respond to a request`",
    "attribution.ignorance":
      "knowledge disclaimed by the speaker: `X said he did not know …`, `had no information on …`",
    "attribution.continued-quotation": "a sentence wholly in quotation marks beside a quotation whose speaker is known",
    "attribution.told-outlet":
      "an outlet that was told, by name: `X told the agency`; the outlet passes on what X said",
  ]

  private static let imputations = [
    "role.recipient.receiver": "the one addressed: the subject of `receive` or `get` whose object tells of the event",
    "role.agent.carrier":
      "the one who acts: the subject of a verb that only carries the event's noun: `X held talks`, `X mounted a raid`",
    "role.other.carrier":
      "the other party: a phrase at a verb that only carries the event's noun: `held talks with Y`",
    "role.agent.armed": "the one who acts: whose aircraft, ships or guns do: `X's warplanes bombed …`",
    "role.agent.obliging": "the one who demands: who says what another must do: `X said Y must …`",
    "role.recipient.obliged": "the one addressed: who must do what somebody says: `X said Y must …`",
    "role.recipient.clause": "the one addressed: the subject of what is demanded: `X demanded that Y …`",
    "role.target.owner": "the one it is done to: whose thing is praised, rejected, seized: `X rejected Y's offer`",
    "role.left-open":
      "a part that words leave open: `would neither confirm nor deny that …`, `is examining reports that …`",
    "role.imputed.responsibility": "the one who acts: whoever claims responsibility for the event",
    "role.imputed.blame": "the one who acts, by an accusation: whom the speaker blames for the event",
    "role.imputed.pointing": "the one who acts: whom evidence, a trail or suspicion is said to point at",
    "role.imputed.attributed": "the one who acts: whom the event is `attributed to` or `blamed on`",
    "role.imputed.denial": "the one who acts, denied: whoever denies a part, role or hand of their own in the event",
    "role.imputed.behind": "the one who acts: the subject of `was behind` the event",
    "role.imputed.work": "the one who acts: whose `work` or `doing` the event is said to be",
    "role.imputed.hallmark": "the one who acts: whose `hallmarks` the event bears",
    "role.imputed.doing": "the one who acts: the subject of `carry out`, `launch`, `commit` with the event as object",
    "role.imputed.cleared": "the one who acts, denied: whom a court or inquiry is said to have cleared of the event",
    "role.imputed.responsible": "the one who acts: the subject of `responsible for` the event",
    "role.imputed.involving": "one who took part: the object of `involve` whose subject is the event",
    "role.imputed.involved": "one who took part: who was `involved in`, `participated in`, `joined in` the event",
    "role.imputed.part": "one who took part: who `took part`, `played a role`, `had a hand` in the event",
  ]

  private static let others = [
    "place.phrase": "a place in a phrase below the word that tells of the event, with a preposition of place or none",
    "place.in-role": "a place that stands where the event's word has one who takes part: `the bombing of the hall`",
    "place.within": "a place that the lexicon or the text puts inside another: `a suburb of …`, `…, in the state of …`",
    "topic.about": "an event in the phrase or clause that another event's word has as its topic: `a warning about …`",
    "review.events": "two events alike in kind, day, place or those who take part, and not enough to be merged",
    "review.actors": "two actors alike in name or description, and not enough to be merged",
    "relation.lexicon": "what the lexicon of names knows of someone the report names, and of whom they belong to",
    "relation.title": "a title in front of a name, with the body or state it belongs to: `… Foreign Minister N`",
    "relation.title-at-home": "an office in front of a name without a state: that of the state spoken of last",
    "relation.state-in-name": "a body whose name or possessor says which state it is of",
    "relation.name-of-body": "a name, `of` or `from`, and the name of a body: `N of the institute`",
    "relation.who-leads": "a relative clause behind a name: `N, who leads the party`",
    "relation.name-of-place": "a body's name, `of`, and a place: `the works of Perm`",
    "relation.based-in": "a body and the place it is based in: `Perm-based N`, `N, based in Perm`",
    "relation.institution": "a body known by its noun and its owner: `the country's interior ministry`",
    "relation.national": "people known by the noun of their nationality: `two Tajiks`",
    "relation.one-of": "some taken out of others: `one of the officials`, `two of them`",
    "relation.another-of": "another of those some of whom were spoken of before",
    "relation.officials-of-state":
      "officials, soldiers or sources with a state's name or adjective: `Canadian officials`",
    "relation.people-of-state": "people with a state's name or adjective: `Canadian tourists`",
    "relation.people-of-body": "people with a body's name: `an officer of the guard`",
    "relation.people-of-place": "people with a place's name: `residents of Perm`",
  ]

  /// Nouns that describe someone, beside a name or for themselves, and whose they are.
  private static func relationSummary(of rule: String) -> String? {
    for (form, position) in [
      ("relation.apposition", "set beside a name"), ("relation.nominal", "that stands for someone"),
    ] {
      guard rule.hasPrefix(form), let found = owned[String(rule.dropFirst(form.count))] else { continue }
      return "\(found), in a description \(position)"
    }
    return nil
  }

  private static let owned = [
    "": "a role with the body or state it is held in", ".institution": "a body with its owner or place",
    ".national": "a national or citizen with the state", ".owner": "an owner with what is owned",
    ".aide": "an aide or adviser with whom they serve", ".lawyer": "a lawyer with whom they speak for",
    ".relative": "a relative with whom they are related to", ".ally": "an ally or partner with whom they side",
  ]
}
