import TextAnalysis

/// A place in the text that tells of an event, before it is known which mentions mean the same.
struct EventMention: Sendable {
  struct Filler: Sendable, Hashable {
    var edge: EventRecord.Role.Edge
    var entity: EntityID
    /// The head of the mention that fills the role.
    var token: Int
    /// Name of the rule that found it: `role.agent.subject`.
    var rule: String
  }

  struct PlaceFiller: Sendable, Hashable {
    var place: EntityID
    var token: Int
    /// Name of the rule that found it: `place.phrase`.
    var rule: String
  }

  struct Figure: Sendable {
    var attribute: String
    /// Position in the document's figures.
    var figure: Int
  }

  struct ThingFiller: Sendable, Hashable {
    var part: EventRecord.Thing.Part
    /// The noun that heads its phrase.
    var token: Int
  }

  /// The token the tree hangs on.
  var token: Int
  /// All words of the trigger, ascending.
  var tokens: [Int]
  var trigger: Trigger
  var roles: [Filler] = []
  var places: [PlaceFiller] = []
  var times: [TimeValue] = []
  var figures: [Figure] = []
  var things: [ThingFiller] = []
  /// Lemmas of the nouns for things that it befell: `pipeline`, of blasts that tore pipelines open.
  var befallen: Set<String> = []
  var actuality: EventRecord.Actuality = .happened
  /// Whether these words say that it was not so.
  var isNegated = false
  /// The cue of somebody's denial that these words stand in, and so are denied with it.
  var denialCue: Int?
  /// It is examined, or passed over in silence: who had a part in it is left open.
  var isLeftOpen = false
  /// A noun with `the`, `this`, a possessive: it speaks of something known.
  var isDefinite = false
  /// `a fire`, `another blast`: it speaks of something new.
  var isIndefinite = false
  /// Only suspected of somebody: it may be one that is known to have happened.
  var isSuspected = false
  /// `this attack`, `these arrests`: it speaks of the last one.
  var isDemonstrative = false
  var isPlural = false
  /// `killed since April`: all of a longer time, of which one deed is but a part.
  var isTotal = false
  /// The events that it is about, as positions in the list of mentions.
  var concerns: [Int] = []
  /// Whose mention it only details: the attack, for `killing 14`.
  var partOf: Int?

  init(token: Int, tokens: [Int], trigger: Trigger) {
    self.token = token
    self.tokens = tokens
    self.trigger = trigger
  }

  /// Planned or only possible.
  var isOpen: Bool { actuality == .planned || actuality == .possible }

  func entities(_ edge: EventRecord.Role.Edge) -> Set<EntityID> { Set(roles.filter { $0.edge == edge }.map(\.entity)) }
}
