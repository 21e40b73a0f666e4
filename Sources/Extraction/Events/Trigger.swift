/// A word that makes an event, as the lexicon has it: type, where its roles stand, what a number beside it counts.
struct Trigger: Sendable, Equatable {
  /// A place below the trigger where a role may stand: steps of a relation and, for phrases, a preposition.
  struct RolePath: Sendable, Equatable {
    enum Step: Sendable, Equatable {
      case subject, object, indirectObject, possessor, adjective, compound
      case phrase(String)
    }
    var steps: [Step]
  }

  /// Lemmas in the order of the text; parts of a hyphenated word count as words. Of words that the lexicon gives a choice
  /// of, those found.
  var words: [String]
  /// One entry per word: what may stand in its place. Empty where there is no choice.
  private(set) var choices: [Set<String>]
  /// Position in `words` of the one the tree hangs on.
  var head: Int
  var isVerb: Bool
  var type: String
  var subtype: String?
  var agents: [RolePath]
  var targets: [RolePath]
  var recipients: [RolePath]
  var actuality: EventRecord.Actuality
  /// `killed`, where a number on the target counts the killed.
  var figure: String?

  var text: String { words.joined(separator: " ") }

  /// The triggers of a row of the lexicon: one for each choice of the word that the tree hangs on.
  static func all(of entry: EventWord) -> [Trigger] {
    let words = entry.lemmas.map { $0.split(separator: "/").map(String.init) }
    guard words.contains(where: { $0.count > 1 }) else {
      return [Trigger(entry, entry.lemmas, choices: [])].compactMap(\.self)
    }
    let firsts = words.compactMap(\.first)
    guard firsts.count == words.count else { return [] }
    let head = entry.partOfSpeech == .verb ? 0 : headOfNoun(firsts)
    return words[head].compactMap { word in
      var chosen = firsts
      chosen[head] = word
      let choices = words.indices.map { $0 == head ? [word] : Set(words[$0]) }
      return Trigger(entry, chosen, choices: choices)
    }
  }

  /// A verb of saying whose content obliges another.
  static func demand(_ verb: String) -> Trigger {
    Trigger(words: [verb], type: "REQUEST", subtype: "demand", agents: [RolePath(steps: [.subject])])
  }

  private init(words: [String], type: String, subtype: String, agents: [RolePath]) {
    self.words = words
    self.type = type
    self.subtype = subtype
    self.agents = agents
    choices = []
    head = 0
    isVerb = true
    targets = []
    recipients = []
    actuality = .happened
    figure = nil
  }

  private init?(_ entry: EventWord, _ lemmas: [String], choices: [Set<String>]) {
    words = choices.isEmpty ? lemmas.flatMap { $0.split(separator: "-").map(String.init) } : lemmas
    self.choices = choices
    guard !words.isEmpty else { return nil }
    isVerb = entry.partOfSpeech == .verb
    head = isVerb ? 0 : Self.headOfNoun(words)
    type = entry.type
    subtype = entry.subtype
    agents = entry.agent.map(Self.path)
    targets = entry.target.map(Self.path)
    recipients = entry.recipient.map(Self.path)
    actuality = entry.actuality
    figure = entry.figure
  }

  /// `ten migrants drowned`, `the ferry sank`: the same verb without an object, of what befell its subject; nil where the
  /// verb always tells of one who acts.
  var befalling: Trigger? {
    guard isVerb, targets.first?.steps == [.object], let fate = Self.fates[words[0]] else { return nil }
    var trigger = self
    trigger.type = "OTHER"
    trigger.subtype = fate
    trigger.agents = []
    trigger.targets = [RolePath(steps: [.subject])]
    return trigger
  }

  /// The same words, of an attack on what stands behind `on`.
  var attacking: Trigger {
    var trigger = self
    trigger.type = "ASSAULT"
    trigger.subtype = "strike"
    trigger.targets = [RolePath(steps: [.object, .phrase("on")]), RolePath(steps: [.phrase("on")])]
    trigger.recipients = []
    return trigger
  }

  /// The same words, of a verdict that lets go.
  var acquitting: Trigger {
    var trigger = self
    trigger.type = "CONCEDE"
    trigger.subtype = "release"
    trigger.figure = nil
    return trigger
  }

  /// The same words, of one who has to go.
  var dismissing: Trigger {
    var trigger = self
    trigger.type = "COERCE"
    trigger.subtype = "dismissal"
    trigger.figure = nil
    trigger.targets = [RolePath(steps: [.object])]
    return trigger
  }

  /// Verbs of which the subject undergoes what else the object does, and what that is called then.
  private static let fates = [
    "drown": "death", "suffocate": "death", "asphyxiate": "death", "choke": "death", "burn": "fire",
    "sink": "shipwreck",
    "capsize": "shipwreck", "detonate": "explosion", "explode": "explosion", "collapse": "collapse",
  ]

  func mayBe(_ lemma: String, at index: Int) -> Bool {
    choices.isEmpty ? words[index] == lemma : choices[index].contains(lemma)
  }

  /// The word before the first preposition, else the last one: `exchange of information`, `car explosion`.
  private static func headOfNoun(_ words: [String]) -> Int {
    let preposition = words.indices.dropFirst().first {
      ["of", "in", "on", "to", "for", "with", "against"].contains(words[$0])
    }
    return (preposition ?? words.count) - 1
  }

  private static func path(_ path: String) -> RolePath {
    var steps: [RolePath.Step] = []
    var parts = path.split(separator: ":").map(String.init)[...]
    while let part = parts.popFirst() {
      switch part {
      case "nsubj": steps.append(.subject)
      case "obj": steps.append(.object)
      case "iobj": steps.append(.indirectObject)
      case "poss": steps.append(.possessor)
      case "amod": steps.append(.adjective)
      case "compound": steps.append(.compound)
      case "obl", "nmod": if let preposition = parts.popFirst() { steps.append(.phrase(preposition)) }
      default: break
      }
    }
    return RolePath(steps: steps)
  }
}

/// All triggers, found by the word that the tree hangs on.
struct TriggerTable: Sendable {
  /// Longest first.
  private let verbs: [String: [Trigger]]
  private let nouns: [String: [Trigger]]

  /// What `place a bomb` is, for other words that say the same.
  let bombing: Trigger?
  /// What a storm is, for those that are named.
  let storm: Trigger?

  init(_ entries: [EventWord]) {
    let triggers = entries.flatMap(Trigger.all)
    bombing = triggers.first { $0.text == "place bomb" && $0.isVerb }
    storm = triggers.first { $0.text == "storm" && !$0.isVerb }
    var verbs: [String: [Trigger]] = [:]
    var nouns: [String: [Trigger]] = [:]
    for trigger in triggers {
      let key = trigger.words[trigger.head]
      if trigger.isVerb { verbs[key, default: []].append(trigger) } else { nouns[key, default: []].append(trigger) }
    }
    func sorted(_ table: [String: [Trigger]]) -> [String: [Trigger]] {
      table.mapValues {
        // A row of its own comes before one that gives a choice.
        $0.sorted {
          ($1.words.count, $0.choices.count, $0.text) < ($0.words.count, $1.choices.count, $1.text)
        }
      }
    }
    self.verbs = sorted(verbs)
    self.nouns = sorted(nouns)
  }

  /// Whether a noun lemma alone tells of an event.
  func isEventNoun(_ lemma: String) -> Bool { nouns[lemma]?.contains { $0.words.count == 1 } ?? false }

  /// The trigger that a token makes with the words around it: the one with most words. `tokens` are those used, ascending.
  func trigger(at token: Int, in syntax: Syntax) -> (trigger: Trigger, tokens: [Int])? {
    let candidates: [Trigger]?
    switch syntax.tokens[token].upos {
    case .verb: candidates = verbs(syntax.lemmas[token])
    case .noun, .properNoun: candidates = nouns[syntax.lemmas[token]]
    default: candidates = nil
    }
    guard let candidates else { return nil }
    var near: [Int]?
    for var trigger in candidates {
      if trigger.words.count == 1 { return (trigger, [token]) }
      let neighbours = near ?? Self.neighbours(of: token, in: syntax)
      near = neighbours
      var used = [token]
      let isWhole = trigger.words.indices.allSatisfy { index in
        if index == trigger.head { return true }
        // `gas attack` is no `attack on the gas works`: words of a noun keep their side of it.
        let isFitting = { (word: Int) in trigger.isVerb || (word < token) == (index < trigger.head) }
        guard
          let found = neighbours.first(where: {
            trigger.mayBe(syntax.lemmas[$0], at: index) && !used.contains($0) && isFitting($0)
              && isParticle($0, of: token, in: syntax)
          })
        else { return false }
        used.append(found)
        trigger.words[index] = syntax.lemmas[found]
        return true
      }
      if isWhole, trigger.isVerb ? isHeaded(used, by: token, in: syntax) : true { return (trigger, used.sorted()) }
    }
    return nil
  }

  /// `went off` is no part of `went down off the coast`: a word that goes with the verb alone stands beside it, or hangs on it.
  private func isParticle(_ word: Int, of verb: Int, in syntax: Syntax) -> Bool {
    guard syntax.relations[word] == .caseMarker, syntax.isPart(verb, .verb),
      Self.particles.contains(syntax.lemmas[word])
    else { return true }
    return word == verb + 1
  }

  private static let particles: Set = ["off", "up", "down", "out", "away", "over"]

  /// `sell gas` is not in `sell the gas works`: a noun in front of another is the object only together with it.
  private func isHeaded(_ used: [Int], by verb: Int, in syntax: Syntax) -> Bool {
    used.allSatisfy { word in
      guard syntax.relations[word] == .compound, let head = syntax.heads[word], head != verb else { return true }
      return used.contains(head)
    }
  }

  /// Of verbs that the lemmatiser does not know it may keep or lose an `e`: `explod`, `bombe`.
  private func verbs(_ lemma: String) -> [Trigger]? {
    verbs[lemma] ?? verbs[lemma + "e"] ?? (lemma.hasSuffix("e") ? verbs[String(lemma.dropLast())] : nil)
  }

  /// What a trigger of several words may be made of: particles, objects, modifiers and phrases with their prepositions.
  private static func neighbours(of token: Int, in syntax: Syntax) -> [Int] {
    let near: RelationSet = [
      RelationSet(
        .particle, .object, .passiveSubject, .oblique, .nominalModifier, .compound, .adjective, .openComplement),
      RelationSet(.adverb, .indirectObject, .unmarkedModifier, .flat, .adverbialClause),
    ]
    var result: [Int] = []
    for child in syntax.children(token) where near.has(syntax.relations[child]) {
      result.append(child)
      // `failed to reach agreement`
      if syntax.relations[child] == .openComplement { result.append(contentsOf: syntax.children(child, .object)) }
      for grandchild in syntax.children(child) {
        if RelationSet(.caseMarker, .compound, .nominalModifier, .adjective, .oblique, .marker).has(
          syntax.relations[grandchild])
        {
          result.append(grandchild)
          result.append(contentsOf: syntax.children(grandchild, .caseMarker))
        }
      }
    }
    if RelationSet.adnominalClauses.has(syntax.relations[token]), let noun = syntax.heads[token] { result.append(noun) }
    return result
  }
}
