import SourceText

/// Whether the reader-made part of a graph keeps its promise: no world edge without a claim, no claim without exactly one
/// speaker, one report and a range of text, no figure that its words do not hold. What people made is counted apart.
package struct ProvenanceCheck: Sendable, Equatable {
  package struct Violation: Sendable, Equatable {
    package let element: ElementKey
    /// What is wrong with it, after its key: `has no speaker`.
    package let message: String

    package init(element: ElementKey, message: String) {
      self.element = element
      self.message = message
    }
  }

  /// Nodes first, each kind ascending by key.
  package private(set) var violations: [Violation] = []
  package private(set) var claimCount = 0
  package private(set) var worldEdgeCount = 0
  /// World edges that people made or imported, and that list no claims.
  package private(set) var unattestedEdgeCount = 0

  /// The texts of reports, for what the graph says of them.
  package struct Texts {
    /// The contents of a report, by its `sha256`; nil if they are not to be had. Asked for all claims of one report in turn.
    let contents: (String) -> String?
    /// Whether words hold a number, as digits or spelled out.
    let holds: (Double, String) -> Bool

    package init(contents: @escaping (String) -> String?, holds: @escaping (Double, String) -> Bool) {
      self.contents = contents
      self.holds = holds
    }
  }

  /// O(nodes + edges).
  ///
  /// - Parameter texts: without them, ranges and words of claims are taken as they are.
  package init(of reader: any GraphReader, texts: Texts? = nil) {
    let names = reader.names
    let made = names.edgeType("MADE")
    let contains = names.edgeType("CONTAINS")
    if let label = names.label("Claim") {
      var claims: [NodeID] = []
      var cursor = 0
      while reader.scanNodes(having: [label], from: &cursor, limit: 2_048, into: &claims) {}
      var places: [Place] = []
      for claim in claims where reader.key(of: claim).isReaderMade {
        claimCount += 1
        checkSpeaker(of: claim, made, in: reader)
        if let place = place(of: claim, contains, in: reader) { places.append(place) }
      }
      if let texts { checkWords(at: places, texts, in: reader) }
      violations.sort { $0.element < $1.element }
    }
    checkEdges(of: reader)
  }

  /// Where a claim stands.
  private struct Place {
    let claim: NodeID
    let report: NodeID
    let range: SourceRange
  }

  private mutating func checkSpeaker(of claim: NodeID, _ made: EdgeTypeID?, in reader: any GraphReader) {
    let speakers = Self.edges(of: claim, made, in: reader)
    if speakers.count != 1 {
      report(claim, speakers.isEmpty ? "has no speaker" : "has \(speakers.count) speakers", reader)
    }
  }

  /// Nil, and a violation, if it stands nowhere.
  private mutating func place(of claim: NodeID, _ contains: EdgeTypeID?, in reader: any GraphReader) -> Place? {
    let places = Self.edges(of: claim, contains, in: reader)
    guard let place = places.first, places.count == 1 else {
      report(claim, places.isEmpty ? "stands in no report" : "stands in \(places.count) reports", reader)
      return nil
    }
    guard case .integer(let start)? = Self.property("start", of: place, in: reader),
      case .integer(let end)? = Self.property("end", of: place, in: reader), 0 <= start, start < end
    else {
      report(claim, "has no range of text", reader)
      return nil
    }
    return Place(
      claim: claim, report: reader.source(of: place), range: SourceRange(Int(clamping: start), Int(clamping: end)))
  }

  /// Whether each claim's words are those at its place, and hold its figure.
  private mutating func checkWords(at places: [Place], _ texts: Texts, in reader: any GraphReader) {
    var report: NodeID?
    var contents: String?
    for place in places.sorted(by: { ($0.report, $0.range) < ($1.report, $1.range) }) {
      if place.report != report {
        report = place.report
        contents = Self.text("sha256", of: place.report, in: reader).flatMap(texts.contents)
      }
      let words = Self.text("text", of: place.claim, in: reader) ?? ""
      if let contents {
        let length = contents.utf8.count
        if place.range.end > length {
          self.report(place.claim, "ends at byte \(place.range.end) of a text of \(length)", reader)
        } else if contents.utf8Slice(place.range) != words {
          self.report(place.claim, "has other words than the text at its place", reader)
        }
      }
      if let figure = Self.number("value", of: place.claim, in: reader), !texts.holds(figure, words) {
        self.report(place.claim, "gives the figure \(Self.digits(figure)), which its words do not hold", reader)
      }
    }
  }

  private mutating func checkEdges(of reader: any GraphReader) {
    var found: [Violation] = []
    for position in 0..<UInt32(clamping: reader.edgeCapacity) where reader.contains(EdgeID(position)) {
      let edge = EdgeID(position)
      guard Self.isWorldEdge(edge, in: reader) else { continue }
      worldEdgeCount += 1
      var claims: [Value] = []
      if case .list(let listed)? = Self.property("claims", of: edge, in: reader) { claims = listed }
      guard reader.key(of: edge).isReaderMade else {
        if claims.isEmpty { unattestedEdgeCount += 1 }
        continue
      }
      if claims.isEmpty { found.append(Violation(element: reader.key(of: edge), message: "has no claim")) }
      if Self.property("rule", of: edge, in: reader) == nil {
        found.append(Violation(element: reader.key(of: edge), message: "has no rule"))
      }
      for claim in claims where Self.claim(claim, in: reader) == nil {
        let name = if case .string(let text) = claim { "`\(text)`" } else { "a \(claim.typeName)" }
        found.append(Violation(element: reader.key(of: edge), message: "lists \(name), which is no claim"))
      }
    }
    violations += found.sorted { $0.element < $1.element }
  }

  private mutating func report(_ claim: NodeID, _ message: String, _ reader: any GraphReader) {
    violations.append(Violation(element: reader.key(of: claim), message: message))
  }

  private static func claim(_ key: Value, in reader: any GraphReader) -> NodeID? {
    guard case .string(let text) = key, let node = reader.node(for: ElementKey(text)),
      let label = reader.names.label("Claim"), reader.labels(of: node).contains(label)
    else { return nil }
    return node
  }

  /// Between actors, places and events; the discourse edges all have a claim or a report at an end.
  private static func isWorldEdge(_ edge: EdgeID, in reader: any GraphReader) -> Bool {
    [reader.source(of: edge), reader.target(of: edge)].allSatisfy { node in
      reader.labels(of: node).contains { ["Actor", "Place", "Event"].contains(reader.names.name(of: $0)) }
    }
  }

  private static func edges(of claim: NodeID, _ type: EdgeTypeID?, in reader: any GraphReader) -> [EdgeID] {
    guard let type else { return [] }
    var expansion = Expansion()
    reader.expand([claim], .incoming, types: [type], into: &expansion)
    return expansion.edges
  }

  private static func property(_ key: String, of edge: EdgeID, in reader: any GraphReader) -> Value? {
    reader.properties(of: edge).first { reader.names.name(of: $0.key) == key }?.value
  }

  private static func property(_ key: String, of node: NodeID, in reader: any GraphReader) -> Value? {
    reader.names.propertyKey(key).map { reader.property($0, ofNodes: [node])[0] }
  }

  private static func text(_ key: String, of node: NodeID, in reader: any GraphReader) -> String? {
    if case .string(let text)? = property(key, of: node, in: reader) { text } else { nil }
  }

  private static func digits(_ number: Double) -> String { Int64(exactly: number).map { "\($0)" } ?? "\(number)" }

  private static func number(_ key: String, of node: NodeID, in reader: any GraphReader) -> Double? {
    switch property(key, of: node, in: reader) {
    case .integer(let number)?: Double(number)
    case .float(let number)?: number
    default: nil
    }
  }
}
