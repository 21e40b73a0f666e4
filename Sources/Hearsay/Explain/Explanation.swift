/// Why something is in the graph: for each element that was asked about, what was read where, by which rule, and through
/// whom it came. Values only; nothing here is made for a screen, and texts stand as the reports have them.
public struct Explanation: Sendable, Equatable {
  public enum Part: Sendable, Equatable {
    case claim(ExplainedClaim)
    case edge(ExplainedEdge)
    case node(ExplainedNode)
  }

  /// In the order asked for; of a query, in the order of its rows.
  public var parts: [Part]
  /// Sentences on what was left out.
  public var notes: [String]
}

/// How much is told of what has much behind it.
public struct ExplainLimits: Sendable, Equatable {
  /// Nodes and edges of a query's rows.
  public var elements: Int
  /// Claims of an edge that are told in full.
  public var claims: Int
  /// Edges, mentions and claims in short, each, of a node.
  public var lines: Int
  /// Beyond so many reports it is not gathered what they call a node: all of them would be gone through.
  public var reports: Int

  public init(elements: Int = 20, claims: Int = 5, lines: Int = 30, reports: Int = 5_000) {
    self.elements = elements
    self.claims = claims
    self.lines = lines
    self.reports = reports
  }

  public static let standard = ExplainLimits()
}

/// A node by its id and what people call it.
public struct ExplainedName: Sendable, Equatable {
  public var id: String
  public var labels: [String]
  /// Name, title or text; the id where it has none.
  public var name: String
}

/// A rule by its name, and what it looks for; nil for a name that this version does not know.
public struct ExplainedRule: Sendable, Equatable {
  public var name: String
  public var summary: String?
}

/// A stretch of a report.
public struct ExplainedPlace: Sendable, Equatable {
  public var report: ExplainedName
  public var publisher: String
  /// ISO 8601.
  public var published: String?
  /// File name or URL.
  public var origin: String
  /// UTF-8 bytes of the text that was read, half-open.
  public var start: Int
  public var end: Int
  /// Of the start in that text, both from 1, columns in Unicode scalars; nil where the case has not the text.
  public var line: Int?
  public var column: Int?
}

/// Who says it, through whom, in which words, and why it was taken for a claim.
public struct ExplainedClaim: Sendable, Equatable {
  public var id: String
  /// The words of the claim, from its first to its last.
  public var text: String
  public var stance: String
  public var hedge: String?
  public var isQuoted: Bool
  /// ISO 8601 date of the saying, where the text gives it.
  public var said: String?
  public var figure: Figure?
  public var rule: ExplainedRule?
  /// From the outermost speaker to the one who says it first-hand; this claim is one of them.
  public var chain: [Link]
  public var about: [ExplainedName]
  public var place: ExplainedPlace?
  /// Those that hold the words of content, cue and speaker, in text order; empty where the case has not the text.
  public var sentences: [Sentence]
  /// What the claim and those it relays do to other claims, and what others do to them.
  public var judgements: [Judgement]

  public struct Figure: Sendable, Equatable {
    public var attribute: String
    /// As the query language writes it.
    public var value: String
    /// `min`, `max`, `approximate`; nil for an exact number.
    public var bound: String?
  }

  /// One step of the chain.
  public struct Link: Sendable, Equatable {
    public var claim: String
    public var speaker: ExplainedName
    public var isNamed: Bool
    public var cue: String?
    public var stance: String
  }

  /// A sentence of the report with its tree.
  public struct Sentence: Sendable, Equatable {
    /// UTF-8 bytes of the report's text, half-open.
    public var start: Int
    public var end: Int
    public var text: String
    /// Ascending, disjoint; offsets as above.
    public var marks: [Mark]
    public var tokens: [Token]
    /// Whether this is only the part around the claim: some thousand bytes of a longer one.
    public var isCut: Bool
  }

  public struct Mark: Sendable, Equatable {
    public enum Kind: String, Sendable { case speaker, cue, content }
    public var kind: Kind
    public var start: Int
    public var end: Int
  }

  /// A word with its columns of Universal Dependencies.
  public struct Token: Sendable, Equatable {
    /// From 1.
    public var id: Int
    public var form: String
    public var lemma: String
    public var upos: String
    /// Id of the head, 0 for the root.
    public var head: Int
    public var relation: String
  }

  /// An edge between this claim, or one it relays, and another.
  public struct Judgement: Sendable, Equatable {
    /// `DENIES`, `CONTRADICTS`, `REVISES`, `AGREES_WITH`, `POSSIBLY_SAME_AS`.
    public var type: String
    /// Whether the edge leaves this claim.
    public var isOutgoing: Bool
    /// This claim, or the one it relays.
    public var claim: String
    public var other: BriefClaim
    public var why: String?
  }
}

/// A claim in short.
public struct BriefClaim: Sendable, Equatable {
  public var id: String
  /// From the outermost to the root.
  public var speakers: [String]
  public var stance: String
  public var text: String
  public var place: ExplainedPlace?
}

/// What an edge rests on.
public struct ExplainedEdge: Sendable, Equatable {
  public var id: String
  public var type: String
  public var from: ExplainedName
  public var to: ExplainedName
  /// `asserted`, `contested`, `denied`, `unattested`.
  public var status: String
  public var origins: Int
  /// Whether nothing but reports' own voices stands behind it.
  public var isLineageUnknown: Bool
  public var why: String?
  /// Ascending by name.
  public var rules: [ExplainedRule]
  /// How many claims state or deny it, those that only pass others on included.
  public var claimCount: Int
  /// Ids of those that say it is not so.
  public var denials: [String]
  /// One for each chain: its innermost claim that the edge lists. As many as the limit allows.
  public var claims: [ExplainedClaim]
  /// Chains beyond the limit.
  public var omittedClaims: Int
}

/// What is known of a node, in short.
public struct ExplainedNode: Sendable, Equatable {
  public var name: ExplainedName
  /// Ascending by key; values as the query language writes them.
  public var properties: [Property]
  public var status: String
  public var origins: Int
  public var isLineageUnknown: Bool
  public var edges: [Edge]
  public var omittedEdges: Int
  /// Claims about it that no edge lists.
  public var claims: [BriefClaim]
  public var omittedClaims: Int
  /// What the reports call it: everything that was taken for this one.
  public var mentions: [Mention]
  public var omittedMentions: Int
  /// False where there are more reports than ``ExplainLimits/reports``.
  public var areMentionsGathered: Bool

  public struct Property: Sendable, Equatable {
    public var key: String
    public var value: String
  }

  public struct Edge: Sendable, Equatable {
    public var id: String
    public var type: String
    public var isOutgoing: Bool
    public var other: ExplainedName
    public var status: String
    public var origins: Int
    public var rules: [String]
    public var why: String?
    public var claims: [BriefClaim]
    public var omittedClaims: Int
  }

  public struct Mention: Sendable, Equatable {
    public var text: String
    public var place: ExplainedPlace
  }
}
