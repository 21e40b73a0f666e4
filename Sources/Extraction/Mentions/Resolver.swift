import SourceText
import TextAnalysis

/// Gathers the entities of one report: first all names, then what stands for them.
struct Resolver {
  let document: Document
  let lexicon: Lexicon
  let finder: NameFinder
  let nominalFinder: NominalFinder
  let standIn: StandIn
  var roster = Roster()
  private(set) var relations: [RelationDraft] = []
  private var isRelated: Set<String> = []
  private var relationsFrom: [Int: [Int]] = [:]

  /// Per body sentence.
  var names: [[NameSpan]]
  var nominals: [[Nominal]]
  /// For each token that heads a mention: the entity. Later and inner mentions win.
  var entityAtHead: [Int?]
  var entityAtToken: [Int?]
  /// One entry per token: how the mention that it heads refers.
  private var formAtHead: [Mention.Form?]
  /// Where the report is written from; found once all names are, since it depends on how often states are named.
  var homeState: Int?
  /// The states that the report names, by demonyms, capitals and places with one possible country as well.
  private(set) var statesNamed: Set<String> = []
  /// `Rai`, of `Typhoon Rai`.
  private(set) var stormNames: Set<String> = []
  /// Names that stand somewhere as who says or denies something.
  private(set) var speakingNames: Set<String> = []
  /// Words that stand with a capital within a sentence somewhere.
  private var capitalised: Set<String> = []
  /// Nominals that describe a named entity, by their head.
  var isDescribing: Set<Int> = []
  /// Descriptions whose owner is a pronoun, to be read once that is resolved: `its spokesman, …`.
  var ownedByPronoun: [(entity: Int, nominal: Nominal)] = []
  /// Unnamed entities whose owner may be a nominal further on: `officials at the ministry`.
  var pendingOwners: [(entity: Int, nominal: Nominal)] = []
  /// The people that the last `one of them` was taken from, and where.
  var lastWhole: (entity: Int, sentence: Int)?

  init(_ document: Document, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    finder = NameFinder(document: document, lexicon: lexicon)
    nominalFinder = NominalFinder(document: document, lexicon: lexicon)
    standIn = StandIn(document: document, lexicon: lexicon)
    names = []
    nominals = []
    entityAtHead = [Int?](repeating: nil, count: document.tokens.count)
    entityAtToken = [Int?](repeating: nil, count: document.tokens.count)
    formAtHead = [Mention.Form?](repeating: nil, count: document.tokens.count)
    for sentence in document.sentences where sentence.part == .body {
      for token in sentence.tokens
      where WordShape.isCapitalised(document.tokens[token].form) && !document.isOpening(token, in: sentence) {
        capitalised.insert(document.tokens[token].form)
      }
    }
    for (index, sentence) in document.sentences.enumerated() {
      let found = sentence.part == .body ? finder.names(inSentence: index) : []
      names.append(found)
      nominals.append(sentence.part == .body ? nominalFinder.nominals(inSentence: index, names: found) : [])
      for token in sentence.tokens.dropLast()
      where StormName.nouns.contains(document.lower(token)) && WordShape.isCapitalised(document.tokens[token].form)
        && document.tokens[token + 1].upos == .properNoun
      {
        stormNames.insert(document.tokens[token + 1].form)
      }
      for span in found where span.senses.isEmpty && !span.isPerson && speaks(span) {
        speakingNames.insert(words(span.tokens))
      }
      for sense in found.flatMap(\.senses) { statesNamed.formUnion(Self.states(of: sense, lexicon)) }
    }
  }

  private func speaks(_ span: NameSpan) -> Bool {
    let head = document.tokens[headToken(of: span.tokens)]
    guard head.hasRelation("nsubj"), let verb = head.head, document.tokens[verb].upos == .verb else { return false }
    return lexicon.cues(beginningWith: document.tokens[verb].lemma.lowercased()).contains {
      $0.partOfSpeech == .verb && $0.attributive == .yes && $0.frames.contains(.clause)
    }
  }

  private static func states(of sense: NameSense, _ lexicon: Lexicon) -> [String] {
    switch sense {
    case .demonym(let index), .capital(_, let index): return [lexicon.entries[index].name]
    case .entity(let index):
      let entry = lexicon.entries[index]
      switch entry.label {
      case .state: return [entry.name]
      case .place: return entry.countries.count == 1 ? entry.countries : []
      default: return []
      }
    }
  }

  /// Whether a single word is capitalised only where every word is.
  func isOnlyOpening(_ span: NameSpan) -> Bool {
    let sentence = document.sentences[span.sentence]
    guard document.isOpening(span.tokens.lowerBound, in: sentence) else { return false }
    return !capitalised.contains(document.tokens[span.tokens.lowerBound].form)
  }

  /// Whether a word stands with a capital within a sentence somewhere.
  func isCapitalisedElsewhere(_ form: String) -> Bool { capitalised.contains(form) }

  /// The mention that a token heads: whose, and how it refers.
  func mention(at head: Int) -> (entity: Int, form: Mention.Form)? {
    guard let entity = entityAtHead[head] else { return nil }
    return (entity, formAtHead[head] ?? .nominal)
  }

  /// The relations stated of an entity so far.
  func relations(from entity: Int) -> [RelationDraft] { relationsFrom[entity, default: []].map { relations[$0] } }

  // MARK: Mentions

  mutating func mention(_ tokens: Range<Int>, head: Int, sentence: Int, form: Mention.Form, of entity: Int) {
    let mention = Mention(
      range: document.range(of: tokens), tokens: tokens, head: head, sentence: sentence, form: form)
    roster.addMention(mention, to: entity)
    entityAtHead[head] = entity
    formAtHead[head] = form
    for token in tokens where entityAtToken[token] == nil || tokens.count <= 2 || token == head {
      entityAtToken[token] = entity
    }
  }

  /// The token that governs the others of a name: the last one, where the tree does not say.
  func headToken(of tokens: Range<Int>) -> Int {
    let outside = tokens.filter { index in document.tokens[index].head.map { !tokens.contains($0) } ?? true }
    guard outside.count == 1, let head = outside.first, !document.tokens[head].deprel.isEmpty else {
      return outside.first ?? tokens.upperBound - 1
    }
    return head
  }

  func words(_ tokens: Range<Int>) -> String {
    // Their forms, and not the text: in capitals, names are kept as they are written elsewhere.
    var words = ""
    for index in tokens.clamped(to: 0..<document.tokens.count) {
      if index > tokens.lowerBound, document.tokens[index].hasSpaceBefore { words += " " }
      words += document.tokens[index].form
    }
    return words
  }

  mutating func relate(_ from: Int, _ type: String, _ to: Int, tokens: Range<Int>, sentence: Int, rule: String) {
    guard from != to else { return }
    let draft = RelationDraft(
      type: type, from: EntityID(from), to: EntityID(to), tokens: tokens, sentence: sentence, rule: "relation." + rule)
    guard isRelated.insert("\(from) \(type) \(to)").inserted else { return }
    relationsFrom[from, default: []].append(relations.count)
    relations.append(draft)
  }

  // MARK: Known entities

  /// The entity of a lexicon entry; a state's land is another entity than the state.
  mutating func entity(ofEntry index: Int, asPlace: Bool = false) -> Int {
    let entry = lexicon.entries[index]
    let isLand = asPlace && entry.label == .state
    let key = (isLand ? "land:" : "entry:") + entry.name
    if let known = roster.index(forKey: key) { return known }
    var member = Roster.Member(
      entity: Entity(
        label: isLand ? .place : entry.label, name: entry.name, kind: isLand ? "country" : entry.kind,
        link: isLand ? "place:" + entry.name : entry.name))
    member.nouns = nouns(of: entry)
    if isLand { member.nouns = ["country"] }
    return roster.insert(member, key: key)
  }

  /// The words that may take up an entity of the lexicon again.
  private func nouns(of entry: NameEntry) -> Set<String> {
    var nouns: Set<String> = []
    if let last = entry.name.split(separator: " ").last { nouns.insert(last.lowercased()) }
    switch entry.kind {
    case "news_agency": nouns.formUnion(["agency", "news agency"])
    case "publisher", "newspaper":
      nouns.formUnion(["newspaper", "paper", "magazine", "daily", "outlet", "publication"])
    case "broadcaster": nouns.formUnion(["broadcaster", "channel", "station", "network"])
    case "armed_group", "gang", "cartel": nouns.formUnion(["group", "organization", "organisation", "movement"])
    case "company": nouns.formUnion(["company", "firm", "group", "operator"])
    case "party": nouns.insert("party")
    case "intergovernmental": nouns.formUnion(["bloc", "organization", "organisation", "alliance", "union"])
    case "software": nouns.formUnion(["platform", "app", "service"])
    case "state": nouns.formUnion(["country", "nation"])
    default: break
    }
    return nouns
  }
}
