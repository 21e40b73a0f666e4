import Hearsay
import Terminal

/// An explanation for people's eyes. What comes from reports is shown so that no terminal obeys it.
struct ExplanationText {
  let output: OutputTraits
  let width: Int

  init(_ output: OutputTraits) {
    self.output = output
    width = max(40, output.width ?? 100)
  }

  func text(of explanation: Explanation) -> String {
    var blocks = explanation.parts.map { part in
      switch part {
      case .claim(let claim): text(of: claim)
      case .edge(let edge): text(of: edge)
      case .node(let node): text(of: node)
      }
    }
    blocks += explanation.notes.map { $0 + "\n" }
    return blocks.joined(separator: "\n")
  }

  // MARK: Claims

  private func text(of claim: ExplainedClaim) -> String {
    var text = heading("claim \(shown(claim.id))") + "\n"
    text += wrapped("“\(claim.text)”", indent: 2)
    text += field(
      "stance",
      [claim.stance, claim.hedge.map { "hedged by “\($0)”" }, claim.isQuoted ? "quoted" : nil]
        .compactMap(\.self).joined(separator: ", "))
    if let figure = claim.figure {
      let bound = figure.bound.map { " (\($0))" } ?? ""
      text += field("figure", "\(figure.attribute) = \(figure.value)\(bound)")
    }
    if let said = claim.said { text += field("said", said) }
    text += chain(claim)
    if let rule = claim.rule { text += field("rule", self.text(of: rule)) }
    text += claim.place.map { field("report", self.text(of: $0)) } ?? field("report", "none: no report holds it")
    if !claim.about.isEmpty { text += field("about", claim.about.map(name).joined(separator: ", ")) }
    for sentence in claim.sentences { text += "\n" + MarkedSentence(sentence, width: width).text(output) }
    if claim.place != nil, claim.sentences.isEmpty { text += field("sentence", "the case does not hold the text") }
    if !claim.judgements.isEmpty { text += "\n" }
    for judgement in claim.judgements { text += self.text(of: judgement, in: claim) }
    return text
  }

  private func chain(_ claim: ExplainedClaim) -> String {
    let lines = claim.chain.enumerated().map { depth, link in
      let indent = String(repeating: "  ", count: min(depth, 10))
      let cue = link.cue.map { " “\(shown($0))”" } ?? ""
      let unnamed = link.isNamed ? "" : " (unnamed)"
      let isRoot = depth == claim.chain.count - 1 && claim.chain.count > 1
      let own = link.claim == claim.id ? "this claim" : shown(link.claim)
      return
        "\(indent)\(shown(link.speaker.name))\(unnamed)\(cue), \(shown(link.stance)): \(own)\(isRoot ? ", the root" : "")"
    }
    guard let first = lines.first else { return "" }
    return field("said by", first, isPlain: true)
      + lines.dropFirst().map { continued($0) }.joined()
  }

  private func text(of judgement: ExplainedClaim.Judgement, in claim: ExplainedClaim) -> String {
    let own = judgement.claim == claim.id ? "" : " (\(shown(judgement.claim)), which it relays)"
    let lead = judgement.isOutgoing ? "\(judgement.type)\(own)" : "\(judgement.type) by"
    let behind = judgement.isOutgoing ? "" : own
    var text = lines(of: judgement.other, lead: output.styled(lead, .label) + " ", behind: behind, indent: 2)
    if let why = judgement.why { text += wrapped("why: \(why)", indent: 4) }
    return text
  }

  // MARK: Edges and nodes

  private func text(of edge: ExplainedEdge) -> String {
    var text = heading("edge \(shown(edge.id))") + "\n"
    text += wrapped("\(name(edge.from)) -[:\(edge.type)]-> \(name(edge.to))", indent: 2)
    text += field("status", weight(edge.status, edge.origins, edge.isLineageUnknown))
    if let why = edge.why { text += field("why", why) }
    for rule in edge.rules { text += field("rule", self.text(of: rule)) }
    if !edge.denials.isEmpty { text += field("denied by", edge.denials.joined(separator: ", ")) }
    guard edge.claimCount > 0 else {
      return text + field("claims", "none: people made it, or another tool")
    }
    text += field("claims", edge.claimCount == 1 ? "1" : "\(edge.claimCount), with those that pass others on")
    for claim in edge.claims { text += "\n" + self.text(of: claim) }
    if edge.omittedClaims > 0 {
      text += "\n\(edge.omittedClaims) more claims behind the edge are not told here: `claims(r)` lists them\n"
    }
    return text
  }

  private func text(of node: ExplainedNode) -> String {
    var text = heading(shown("\(node.name.labels.joined(separator: ":").lowercased()) \(node.name.id)")) + "\n"
    text += wrapped(name(node.name), indent: 2)
    text += field("holds", node.properties.map { "\($0.key): \($0.value)" }.joined(separator: ", "))
    text += field("status", weight(node.status, node.origins, node.isLineageUnknown))
    if !node.edges.isEmpty { text += "\n" + heading("edges") + "\n" }
    for edge in node.edges { text += self.text(of: edge) }
    text += omitted(node.omittedEdges, "edges")
    if !node.claims.isEmpty { text += "\n" + heading("claims that no edge lists") + "\n" }
    for claim in node.claims { text += lines(of: claim, indent: 2) }
    text += omitted(node.omittedClaims, "claims")
    if !node.mentions.isEmpty { text += "\n" + heading("called") + "\n" }
    for mention in node.mentions {
      text += "  " + LineFitting.cut("\(shown(mention.text))  \(position(mention.place))", to: width - 2) + "\n"
    }
    if !node.areMentionsGathered {
      text += "\n  What the reports call it is not gathered: there are too many of them.\n"
    }
    return text + omitted(node.omittedMentions, "mentions")
  }

  private func text(of edge: ExplainedNode.Edge) -> String {
    let type = output.styled(shown(edge.type), .label)
    let way = edge.isOutgoing ? "-[:\(type)]-> \(name(edge.other))" : "<-[:\(type)]- \(name(edge.other))"
    let rules = edge.rules.isEmpty ? "" : ", \(edge.rules.map(shown).joined(separator: ", "))"
    var text = "  \(way)\n    \(shown(edge.id)), \(edge.status), \(count(edge.origins, "origin"))\(rules)\n"
    if let why = edge.why { text += wrapped("why: \(why)", indent: 4) }
    for claim in edge.claims { text += lines(of: claim, indent: 4) }
    if edge.omittedClaims > 0 { text += "    and \(count(edge.omittedClaims, "claim")) more\n" }
    return text
  }

  private func omitted(_ number: Int, _ things: String) -> String {
    number > 0 ? "  \(number) more \(things) are not told here\n" : ""
  }

  // MARK: Pieces

  private func shown(_ text: String) -> String { ShownText.line(text) }
  private func heading(_ text: String) -> String { output.styled(text, .heading) }

  private func name(_ name: ExplainedName) -> String {
    let labels = name.labels.isEmpty ? "" : ":" + name.labels.joined(separator: ":") + " "
    return shown("(\(labels)\(LineFitting.cut(name.name, to: 60)))")
  }

  private func text(of rule: ExplainedRule) -> String {
    rule.summary.map { "\(rule.name): \($0)" } ?? "\(rule.name), which this version does not know"
  }

  private func weight(_ status: String, _ origins: Int, _ isLineageUnknown: Bool) -> String {
    "\(status), \(count(origins, "origin"))\(isLineageUnknown ? ", lineage unknown" : "")"
  }

  private func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

  /// `crocus.txt:7:1`
  private func position(_ place: ExplainedPlace) -> String {
    let behind = [place.line, place.column].compactMap(\.self).map { ":\($0)" }.joined()
    return shown(place.origin) + (behind.isEmpty ? " bytes \(place.start)–\(place.end)" : behind)
  }

  private func text(of place: ExplainedPlace) -> String {
    let title = place.report.name == place.report.id ? nil : "“\(place.report.name)”"
    let named = [place.publisher, place.published ?? "undated", title].compactMap(\.self).filter { !$0.isEmpty }
    return ([position(place)] + named).joined(separator: ", ")
  }

  /// `claim-0239de2b4c56cd40, crocus.txt:7:1: Reuters < three people, asserts` and below it the words, each on one line.
  private func lines(of claim: BriefClaim, lead: String = "", behind: String = "", indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    let speakers = claim.speakers.isEmpty ? "nobody" : claim.speakers.joined(separator: " < ")
    let place = claim.place.map { ", \(position($0))" } ?? ""
    return "\(space)\(lead)\(shown(claim.id))\(behind)\(place): \(shown("\(speakers), \(claim.stance)"))\n"
      + "\(space)  \(LineFitting.cut("“\(shown(claim.text))”", to: width - indent - 2))\n"
  }

  private static let fieldWidth = 11

  /// A name and what stands behind it, wrapped below itself.
  private func field(_ title: String, _ text: String, isPlain: Bool = false) -> String {
    let label = output.styled(LineFitting.pad("  \(title) ", to: Self.fieldWidth), .faint)
    let lines = LineFitting.wrap(isPlain ? text : shown(text), to: width - Self.fieldWidth)
    return label + lines.joined(separator: "\n" + Self.indent) + "\n"
  }

  private func continued(_ line: String) -> String { Self.indent + line + "\n" }

  private static let indent = String(repeating: " ", count: fieldWidth)

  private func wrapped(_ text: String, indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    return LineFitting.wrap(shown(text), to: width - indent).map { "\(space)\($0)\n" }.joined()
  }
}
