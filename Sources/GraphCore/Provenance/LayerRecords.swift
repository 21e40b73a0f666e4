import SourceText

/// A report, or the trace of one that others cite (`isStub`).
package struct ReportNode: Sendable {
  package let key: ReportKey
  package var title: String?
  /// ISO 8601 date, or date and time.
  package var published: String?
  /// When it came into the case, as `published`.
  package var ingested: String?
  package var origin: String?
  package var sha256: String?
  package var isStub: Bool
  package let publisher: ActorKey
  package var publisherName: String
  package var authors: [ActorKey]
  package var cites: [ReportKey]

  package init(
    key: ReportKey, publisher: ActorKey, publisherName: String, title: String? = nil, published: String? = nil,
    origin: String? = nil, sha256: String? = nil, isStub: Bool = false, authors: [ActorKey] = [],
    cites: [ReportKey] = []
  ) {
    self.key = key
    self.publisher = publisher
    self.publisherName = publisherName
    self.title = title
    self.published = published
    self.origin = origin
    self.sha256 = sha256
    self.isStub = isStub
    self.authors = authors
    self.cites = cites
  }
}

package struct ActorNode: Sendable {
  package let key: ActorKey
  /// `State`, `Organization`, `Person` or `Group`.
  package var label: String
  package var name: String
  package var aliases: [String]
  package var kind: String?
  package var isNamed: Bool
  package var count: Int?
  package var description: String?

  package init(
    key: ActorKey, label: String, name: String, aliases: [String] = [], kind: String? = nil, isNamed: Bool = true,
    count: Int? = nil, description: String? = nil
  ) {
    self.key = key
    self.label = label
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.isNamed = isNamed
    self.count = count
    self.description = description
  }
}

package struct PlaceNode: Sendable {
  package let key: PlaceKey
  package var name: String
  package var aliases: [String]
  package var kind: String?
  package var country: String?

  package init(key: PlaceKey, name: String, aliases: [String] = [], kind: String? = nil, country: String? = nil) {
    self.key = key
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.country = country
  }
}

package struct EventNode: Sendable {
  package let key: EventKey
  package var name: String
  package var type: String
  package var subtype: String?
  /// ISO 8601 dates.
  package var start: String?
  package var end: String?
  package var precision: String?
  package var actuality: String
  /// By property name: `killed`, `killed_min`.
  package var figures: [String: Double]
  /// What it was done with, and the things it was done to, by the words of the reports.
  package var instruments: [String]
  package var objects: [String]
  /// What `origins(e)` counts, so that exports show it.
  package var origins: OriginCount?

  package init(
    key: EventKey, name: String, type: String, subtype: String? = nil, start: String? = nil, end: String? = nil,
    precision: String? = nil, actuality: String, figures: [String: Double] = [:],
    instruments: [String] = [], objects: [String] = [], origins: OriginCount? = nil
  ) {
    self.key = key
    self.name = name
    self.type = type
    self.subtype = subtype
    self.start = start
    self.end = end
    self.precision = precision
    self.actuality = actuality
    self.figures = figures
    self.instruments = instruments
    self.objects = objects
    self.origins = origins
  }
}

/// Somebody puts something forward: cannot be made without who, in which report, and where in its text.
package struct ClaimNode: Sendable {
  package let key: ClaimKey
  package let speaker: ActorKey
  package let report: ReportKey
  /// UTF-8 bytes of the report's text.
  package let range: SourceRange
  package let sentence: Int
  package var text: String
  package var stance: Stance
  package var hedge: String?
  package var isQuoted: Bool
  package var cue: String?
  /// ISO 8601 date.
  package var said: String?
  package var figure: Figure?
  package var rule: String
  package var relays: [ClaimKey]
  package var about: [Topic]

  package struct Figure: Sendable, Equatable {
    package let attribute: String
    package let value: Double
    /// `min`, `max`, `approximate`; nil for an exact number.
    package let bound: String?

    package init(attribute: String, value: Double, bound: String? = nil) {
      self.attribute = attribute
      self.value = value
      self.bound = bound
    }
  }

  package enum Topic: Hashable, Sendable {
    case world(WorldKey)
    case claim(ClaimKey)
    case report(ReportKey)

    package var element: ElementKey {
      switch self {
      case .world(let key): key.element
      case .claim(let key): key.element
      case .report(let key): key.element
      }
    }
  }

  package init(
    key: ClaimKey, speaker: ActorKey, report: ReportKey, range: SourceRange, sentence: Int, text: String,
    stance: Stance, hedge: String? = nil, isQuoted: Bool = false, cue: String? = nil, said: String? = nil,
    figure: Figure? = nil, rule: String, relays: [ClaimKey] = [], about: [Topic] = []
  ) {
    self.key = key
    self.speaker = speaker
    self.report = report
    self.range = range
    self.sentence = sentence
    self.text = text
    self.stance = stance
    self.hedge = hedge
    self.isQuoted = isQuoted
    self.cue = cue
    self.said = said
    self.figure = figure
    self.rule = rule
    self.relays = relays
    self.about = about
  }
}

/// What one claim does to another, and by what sign.
package struct Judgement: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case denies = "DENIES"
    case contradicts = "CONTRADICTS"
    case revises = "REVISES"
    case agreesWith = "AGREES_WITH"
    case possiblySameAs = "POSSIBLY_SAME_AS"
  }
  package let kind: Kind
  package let from: ClaimKey
  package let to: ClaimKey
  package let why: String

  package init(_ kind: Kind, from: ClaimKey, to: ClaimKey, why: String) {
    self.kind = kind
    self.from = from
    self.to = to
    self.why = why
  }
}

/// An edge of the world layer: cannot be made without a claim that states it, or says that it is not so.
package struct WorldEdge: Sendable {
  package let type: String
  package let from: WorldKey
  package let to: WorldKey
  /// All claims about it, those against it included.
  package let claims: NonEmpty<ClaimKey>
  /// Those of `claims` that say it is not so.
  package let denials: [ClaimKey]
  package var status: WorldStatus
  package var origins: Int
  /// Whether nothing but reports' own voices stands behind it.
  package var isLineageUnknown: Bool
  package var role: String?
  package var why: String?
  /// Names of the rules that found it, ascending.
  package var rules: NonEmpty<String>

  package init(
    type: String, from: WorldKey, to: WorldKey, claims: NonEmpty<ClaimKey>, denials: [ClaimKey] = [],
    status: WorldStatus, origins: Int, isLineageUnknown: Bool = false, role: String? = nil, why: String? = nil,
    rules: NonEmpty<String>
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.claims = claims
    self.denials = denials
    self.status = status
    self.origins = origins
    self.isLineageUnknown = isLineageUnknown
    self.role = role
    self.why = why
    self.rules = rules
  }
}
