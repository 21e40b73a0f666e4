import GraphCore
import SourceText

/// What one report says, before anything is merged with other reports: a pure function of its text, the lexicons
/// and the model. This is what `extract` prints and what the case keeps of each report, so that a case built in
/// steps comes out as one built at once.
///
/// Entities, events and claims refer to each other by position in these arrays.
public struct ReportAnalysis: Sendable, Codable {
  public var report: ReportRecord
  public var entities: [Entity]
  public var events: [EventRecord]
  /// In text order; a claim stands behind the claims it relays only where the text has them so.
  public var claims: [ClaimRecord]
  public var relations: [RelationRecord]

  public init(
    report: ReportRecord, entities: [Entity] = [], events: [EventRecord] = [], claims: [ClaimRecord] = [],
    relations: [RelationRecord] = []
  ) {
    self.report = report
    self.entities = entities
    self.events = events
    self.claims = claims
    self.relations = relations
  }
}

/// The report itself.
public struct ReportRecord: Sendable, Codable {
  /// SHA-256 of the text, 64 hexadecimal digits: what identifies a report.
  public var sha256: String
  public var title: String?
  /// ISO 8601 date or date and time.
  public var published: String?
  /// The entity that publishes it. Always there: a report whose text names none has an unnamed publisher, since its own
  /// sentences need a speaker.
  public var publisher: EntityID
  public var authors: [EntityID]
  public var origin: String
  /// Reports this one rests on ("according to a Reuters report"), each with the speaker cited.
  public var cites: [Citation]

  public struct Citation: Sendable, Codable, Hashable {
    /// The publisher or agency whose report is cited.
    public var publisher: EntityID
    /// Where the words stand.
    public var range: SourceRange

    public init(publisher: EntityID, range: SourceRange) {
      self.publisher = publisher
      self.range = range
    }
  }

  public init(
    sha256: String, title: String?, published: String?, publisher: EntityID, authors: [EntityID] = [], origin: String,
    cites: [Citation] = []
  ) {
    self.sha256 = sha256
    self.title = title
    self.published = published
    self.publisher = publisher
    self.authors = authors
    self.origin = origin
    self.cites = cites
  }
}

/// Position in `ReportAnalysis.entities`.
public struct EntityID: Hashable, Comparable, Sendable, Codable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Position in `ReportAnalysis.events`.
public struct EventID: Hashable, Comparable, Sendable, Codable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// Position in `ReportAnalysis.claims`.
public struct ClaimID: Hashable, Comparable, Sendable, Codable {
  public let index: Int
  public init(_ index: Int) { self.index = index }
  public static func < (a: Self, b: Self) -> Bool { a.index < b.index }
}

/// An actor or a place as one report knows it: all mentions that mean the same, under one name.
public struct Entity: Sendable, Codable {
  public enum Label: String, Sendable, Codable {
    case state = "State"
    case organization = "Organization"
    case person = "Person"
    case group = "Group"
    case place = "Place"
    public var isActor: Bool { self != .place }
  }

  public var label: Label
  /// Canonical: the lexicon's name where it knows the entity, else the fullest name in the report; for the unnamed a
  /// description ("third source, a senior security official").
  public var name: String
  public var aliases: [String]
  /// See `kind` in the graph's schema: `state`, `armed_group`, `news_agency`, `source`, `city`, …
  public var kind: String?
  public var isNamed: Bool
  /// How many there are, for groups ("three sources").
  public var count: Int?
  public var description: String?
  /// The canonical name of the lexicon entry it was linked to; entities of different reports with the same link are one.
  public var link: String?
  /// For a place: the place or state it lies in, as far as known.
  public var locatedIn: EntityID?
  /// In text order.
  public var mentions: [Mention]

  public init(
    label: Label, name: String, aliases: [String] = [], kind: String? = nil, isNamed: Bool = true, count: Int? = nil,
    description: String? = nil, link: String? = nil, locatedIn: EntityID? = nil, mentions: [Mention] = []
  ) {
    self.label = label
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.isNamed = isNamed
    self.count = count
    self.description = description
    self.link = link
    self.locatedIn = locatedIn
    self.mentions = mentions
  }
}

extension Entity {
  /// The lexicon's name of the entry it was linked to. The link itself tells the land from the state of one name.
  package var linkedName: String? { link.map { $0.hasPrefix("place:") ? String($0.dropFirst("place:".count)) : $0 } }
}

/// A stretch of text that refers to an entity.
public struct Mention: Sendable, Codable, Hashable {
  public enum Form: String, Sendable, Codable {
    /// "Reuters", "Dmitry Peskov"
    case name
    /// "Moscow" for the government of Russia, "the Kremlin"
    case metonym
    /// "Russian" in "Russian officials"
    case demonym
    /// "the group", "the second source"
    case nominal
    /// "they", "its"
    case pronoun
  }
  public var range: SourceRange
  /// Indices into `Document.tokens`.
  public var tokens: Range<Int>
  /// The token that governs the others.
  public var head: Int
  /// Index into `Document.sentences`.
  public var sentence: Int
  public var form: Form

  public init(range: SourceRange, tokens: Range<Int>, head: Int, sentence: Int, form: Form) {
    self.range = range
    self.tokens = tokens
    self.head = head
    self.sentence = sentence
    self.form = form
  }
}

/// Something that was done or happened, is planned, threatened or denied, as one report knows it.
public struct EventRecord: Sendable, Codable {
  public enum Actuality: String, Sendable, Codable { case happened, planned, possible, denied }

  /// PLOVER category or one of our extensions, upper case.
  public var type: String
  public var subtype: String?
  /// A short name from the words of the text ("attack on Crocus City Hall").
  public var name: String
  public var triggers: [Trigger]
  public var time: TimeValue?
  public var actuality: Actuality
  public var roles: [Role]
  public var places: [PlaceMention]
  public var figures: [FigureRecord]
  /// What it is about: a warning's attack, an arrest's bombing.
  public var concerns: [Link]
  /// What it was done with and to, where that is a thing and no actor: bombs and rifles, buildings and vehicles.
  public var things: [Thing]

  /// The words that make it an event.
  public struct Trigger: Sendable, Codable, Hashable {
    public var range: SourceRange
    public var token: Int
    public var sentence: Int
    public var lemma: String

    public init(range: SourceRange, token: Int, sentence: Int, lemma: String) {
      self.range = range
      self.token = token
      self.sentence = sentence
      self.lemma = lemma
    }
  }

  /// Who took part, and in whose words.
  public struct Role: Sendable, Codable {
    public enum Edge: String, Sendable, Codable {
      case agent = "AGENT_OF"
      case target = "TARGET_OF"
      case recipient = "RECIPIENT_OF"
      case participant = "PARTICIPANT_OF"
    }
    public var edge: Edge
    public var entity: EntityID
    /// At least one: the claims that state it.
    public var claims: [ClaimID]
    /// True where these claims say that it was not so.
    public var isDenied: Bool
    /// Names of the rules that found it, ascending: `role.agent.subject`. Several where it is told in several ways.
    public var rules: [String]

    public init(edge: Edge, entity: EntityID, claims: [ClaimID], isDenied: Bool = false, rules: [String]) {
      self.edge = edge
      self.entity = entity
      self.claims = claims
      self.isDenied = isDenied
      self.rules = rules
    }
  }

  public struct PlaceMention: Sendable, Codable {
    public var place: EntityID
    public var claims: [ClaimID]
    /// As for roles: `place.phrase`.
    public var rules: [String]

    public init(place: EntityID, claims: [ClaimID], rules: [String]) {
      self.place = place
      self.claims = claims
      self.rules = rules
    }
  }

  /// A thing that has a part in the event, by the words of the text.
  public struct Thing: Sendable, Codable {
    public enum Part: String, Sendable, Codable {
      /// What it was done with.
      case instrument
      /// What it was done to.
      case object
    }
    public var part: Part
    /// The noun with what describes it, without determiner and number: `high-voltage pylons`.
    public var name: String
    /// Where the name stands.
    public var range: SourceRange
    /// Where the noun alone stands: `pylons`.
    public var head: SourceRange
    /// At least one: the claims that state it.
    public var claims: [ClaimID]

    public init(part: Part, name: String, range: SourceRange, head: SourceRange, claims: [ClaimID]) {
      self.part = part
      self.name = name
      self.range = range
      self.head = head
      self.claims = claims
    }
  }

  public struct Link: Sendable, Codable {
    public var event: EventID
    public var claims: [ClaimID]
    /// As for roles: `topic.about`.
    public var rules: [String]

    public init(event: EventID, claims: [ClaimID], rules: [String]) {
      self.event = event
      self.claims = claims
      self.rules = rules
    }
  }

  public init(
    type: String, subtype: String? = nil, name: String, triggers: [Trigger], time: TimeValue? = nil,
    actuality: Actuality = .happened, roles: [Role] = [], places: [PlaceMention] = [], figures: [FigureRecord] = [],
    concerns: [Link] = [], things: [Thing] = []
  ) {
    self.type = type
    self.subtype = subtype
    self.name = name
    self.triggers = triggers
    self.time = time
    self.actuality = actuality
    self.roles = roles
    self.places = places
    self.figures = figures
    self.concerns = concerns
    self.things = things
  }
}

/// When something was, as far as the text tells.
public struct TimeValue: Sendable, Codable, Hashable {
  /// See `precision` in the graph's schema.
  public enum Precision: String, Sendable, Codable { case day, month, year, before, after, between, unknown }
  /// ISO 8601 dates: the first and the last day it may have been; equal or nil end for a day.
  public var start: String?
  public var end: String?
  public var precision: Precision

  public init(start: String?, end: String? = nil, precision: Precision) {
    self.start = start
    self.end = end
    self.precision = precision
  }
}

/// A number that a claim puts to an event: 144 killed, at least.
public struct FigureRecord: Sendable, Codable {
  public enum Bound: String, Sendable, Codable {
    case exact
    /// "at least", "more than"
    case minimum = "min"
    /// "nearly", "up to"
    case maximum = "max"
    /// "about"
    case approximate
  }
  /// `killed`, `wounded`, `arrested`, `missing`, …
  public var attribute: String
  public var value: Double
  public var bound: Bound
  public var claim: ClaimID
  /// Where the number stands.
  public var range: SourceRange

  public init(attribute: String, value: Double, bound: Bound, claim: ClaimID, range: SourceRange) {
    self.attribute = attribute
    self.value = value
    self.bound = bound
    self.claim = claim
    self.range = range
  }
}

/// Somebody puts something forward. Cannot be made without a speaker and a place in the text.
public struct ClaimRecord: Sendable, Codable {
  public enum Stance: String, Sendable, Codable {
    case asserts, denies, confirms, doubts, warns, alleges, announces
    case claimsResponsibility = "claims_responsibility"
    case declinesToComment = "declines_to_comment"
    case disclaimsKnowledge = "disclaims_knowledge"
  }

  /// What a claim is about.
  public enum Target: Sendable, Codable, Hashable {
    case event(EventID)
    case entity(EntityID)
    case claim(ClaimID)
    /// A cited report, by its publisher.
    case report(EntityID)
  }

  public var speaker: EntityID
  /// The content: what is put forward, without the words that attribute it.
  public var range: SourceRange
  /// Index into `Document.sentences`.
  public var sentence: Int
  public var stance: Stance
  /// Words that weaken it ("reportedly").
  public var hedge: String?
  public var isQuoted: Bool
  /// The words that attribute ("said", "according to"); nil for the report's own voice.
  public var cue: String?
  public var cueRange: SourceRange?
  /// The claim this one passes on: "Reuters reports that a source said …" is Reuters' claim relaying the source's.
  public var relays: ClaimID?
  public var about: [Target]
  /// The claim of this report that this one denies, where the text itself says so ("rejected the accusation").
  public var denies: ClaimID?
  /// The claims of this report whose words this one takes up, where the text itself says so ("confirmed X's account"); ascending.
  public var agrees: [ClaimID] = []
  /// Whose words this one answers, where the text names them ("rejected X's accusation").
  public var answers: EntityID?
  /// The claim of this report with a number that the same side gave before, where the text itself says so ("it had said 18").
  public var revises: ClaimID?
  /// ISO 8601 date of the saying, where the text gives it.
  public var said: String?
  /// Name of the rule that made it: `attribution.according-to`.
  public var rule: String
  /// Where the words for the speaker stand; nil for the report's own voice.
  public var speakerRange: SourceRange?
  /// The parts of `range` that are the content, where words that attribute stand between them (`"A," he said, "B"`); else
  /// empty.
  public var parts: [SourceRange] = []

  public init(
    speaker: EntityID, range: SourceRange, sentence: Int, stance: Stance, hedge: String? = nil, isQuoted: Bool = false,
    cue: String? = nil, cueRange: SourceRange? = nil, relays: ClaimID? = nil, about: [Target] = [],
    denies: ClaimID? = nil, said: String? = nil, rule: String
  ) {
    self.speaker = speaker
    self.range = range
    self.sentence = sentence
    self.stance = stance
    self.hedge = hedge
    self.isQuoted = isQuoted
    self.cue = cue
    self.cueRange = cueRange
    self.relays = relays
    self.about = about
    self.denies = denies
    self.said = said
    self.rule = rule
  }
}

/// An edge between two entities that claims state: branch, spokesperson, ally.
public struct RelationRecord: Sendable, Codable {
  /// Upper case, one verb phrase: `PART_OF`, `SPOKESPERSON_OF`.
  public var type: String
  public var from: EntityID
  public var to: EntityID
  /// At least one.
  public var claims: [ClaimID]
  public var rule: String

  public init(type: String, from: EntityID, to: EntityID, claims: [ClaimID], rule: String) {
    self.type = type
    self.from = from
    self.to = to
    self.claims = claims
    self.rule = rule
  }
}
