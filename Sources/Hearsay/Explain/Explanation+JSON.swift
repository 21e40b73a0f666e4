import Interchange

extension Explanation {
  /// One JSON object: `{"parts": [...], "notes": [...]}`, keys in a fixed order; one without a value is left out. Each part
  /// tells its kind (`claim`, `edge`, `node`).
  public var json: String {
    var json = JSONWriter()
    json.beginObject()
    json.writeEach(parts, at: "parts") { json, part in
      switch part {
      case .claim(let claim): json.write(claim)
      case .edge(let edge): json.write(edge)
      case .node(let node): json.write(node)
      }
    }
    json.writeTexts(notes, at: "notes")
    json.endObject()
    return json.text
  }
}

extension JSONWriter {
  // MARK: Claims

  fileprivate mutating func write(_ claim: ExplainedClaim) {
    write("claim", at: "kind")
    write(claim.id, at: "id")
    write(claim.text, at: "text")
    write(claim.stance, at: "stance")
    write(claim.hedge, at: "hedge")
    write(claim.isQuoted, at: "quoted")
    write(claim.said, at: "said")
    if let figure = claim.figure {
      writeObject(at: "figure") { json in
        json.write(figure.attribute, at: "attribute")
        json.write(figure.value, at: "value")
        json.write(figure.bound, at: "bound")
      }
    }
    if let rule = claim.rule { writeObject(at: "rule") { $0.write(rule) } }
    writeEach(claim.chain, at: "chain") { json, link in
      json.write(link.claim, at: "claim")
      json.writeObject(at: "speaker") { $0.write(link.speaker) }
      json.write(link.isNamed, at: "named")
      json.write(link.cue, at: "cue")
      json.write(link.stance, at: "stance")
    }
    writeEach(claim.about, at: "about") { $0.write($1) }
    if let place = claim.place { writeObject(at: "place") { $0.write(place) } }
    writeEach(claim.sentences, at: "sentences") { $0.write($1) }
    writeEach(claim.judgements, at: "judgements") { json, judgement in
      json.write(judgement.type, at: "type")
      json.write(judgement.isOutgoing, at: "outgoing")
      json.write(judgement.claim, at: "claim")
      json.writeObject(at: "other") { $0.write(judgement.other) }
      json.write(judgement.why, at: "why")
    }
  }

  private mutating func write(_ sentence: ExplainedClaim.Sentence) {
    write(sentence.start, at: "start")
    write(sentence.end, at: "end")
    write(sentence.text, at: "text")
    write(sentence.isCut, at: "cut")
    writeEach(sentence.marks, at: "marks") { json, mark in
      json.write(mark.kind.rawValue, at: "kind")
      json.write(mark.start, at: "start")
      json.write(mark.end, at: "end")
    }
    writeEach(sentence.tokens, at: "tokens") { json, token in
      json.write(token.id, at: "id")
      json.write(token.form, at: "form")
      json.write(token.lemma, at: "lemma")
      json.write(token.upos, at: "upos")
      json.write(token.head, at: "head")
      json.write(token.relation, at: "deprel")
    }
  }

  private mutating func write(_ claim: BriefClaim) {
    write(claim.id, at: "id")
    writeTexts(claim.speakers, at: "speakers")
    write(claim.stance, at: "stance")
    write(claim.text, at: "text")
    if let place = claim.place { writeObject(at: "place") { $0.write(place) } }
  }

  // MARK: Edges and nodes

  fileprivate mutating func write(_ edge: ExplainedEdge) {
    write("edge", at: "kind")
    write(edge.id, at: "id")
    write(edge.type, at: "type")
    writeObject(at: "from") { $0.write(edge.from) }
    writeObject(at: "to") { $0.write(edge.to) }
    write(edge.status, at: "status")
    write(edge.origins, at: "origins")
    if edge.isLineageUnknown { write("unknown", at: "lineage") }
    write(edge.why, at: "why")
    writeEach(edge.rules, at: "rules") { $0.write($1) }
    write(edge.claimCount, at: "claim_count")
    writeTexts(edge.denials, at: "denials")
    writeEach(edge.claims, at: "claims") { $0.write($1) }
    write(edge.omittedClaims, at: "omitted_claims")
  }

  fileprivate mutating func write(_ node: ExplainedNode) {
    write("node", at: "kind")
    write(node.name)
    writeObject(at: "properties") { json in
      for property in node.properties { json.write(property.value, at: property.key) }
    }
    write(node.status, at: "status")
    write(node.origins, at: "origins")
    if node.isLineageUnknown { write("unknown", at: "lineage") }
    writeEach(node.edges, at: "edges") { json, edge in
      json.write(edge.id, at: "id")
      json.write(edge.type, at: "type")
      json.write(edge.isOutgoing, at: "outgoing")
      json.writeObject(at: "other") { $0.write(edge.other) }
      json.write(edge.status, at: "status")
      json.write(edge.origins, at: "origins")
      json.writeTexts(edge.rules, at: "rules")
      json.write(edge.why, at: "why")
      json.writeEach(edge.claims, at: "claims") { $0.write($1) }
      json.write(edge.omittedClaims, at: "omitted_claims")
    }
    write(node.omittedEdges, at: "omitted_edges")
    writeEach(node.claims, at: "claims") { $0.write($1) }
    write(node.omittedClaims, at: "omitted_claims")
    writeEach(node.mentions, at: "mentions") { json, mention in
      json.write(mention.text, at: "text")
      json.writeObject(at: "place") { $0.write(mention.place) }
    }
    write(node.omittedMentions, at: "omitted_mentions")
    write(node.areMentionsGathered, at: "mentions_gathered")
  }

  // MARK: Pieces

  private mutating func write(_ name: ExplainedName) {
    write(name.id, at: "id")
    writeTexts(name.labels, at: "labels")
    write(name.name, at: "name")
  }

  private mutating func write(_ rule: ExplainedRule) {
    write(rule.name, at: "name")
    write(rule.summary, at: "summary")
  }

  private mutating func write(_ place: ExplainedPlace) {
    writeObject(at: "report") { $0.write(place.report) }
    write(place.publisher, at: "publisher")
    write(place.published, at: "published")
    write(place.origin, at: "origin")
    write(place.start, at: "start")
    write(place.end, at: "end")
    write(place.line, at: "line")
    write(place.column, at: "column")
  }

  private mutating func write(_ text: String?, at key: String) {
    guard let text else { return }
    self.key(key)
    write(text)
  }

  private mutating func write(_ number: Int?, at key: String) {
    guard let number else { return }
    self.key(key)
    write(number)
  }

  private mutating func write(_ flag: Bool, at key: String) {
    self.key(key)
    write(flag)
  }

  private mutating func writeObject(at key: String, _ body: (inout JSONWriter) -> Void) {
    self.key(key)
    beginObject()
    body(&self)
    endObject()
  }

  fileprivate mutating func writeTexts(_ texts: [String], at key: String) {
    self.key(key)
    beginArray()
    for text in texts { write(text) }
    endArray()
  }

  fileprivate mutating func writeEach<Element>(
    _ elements: [Element], at key: String, _ body: (inout JSONWriter, Element) -> Void
  ) {
    self.key(key)
    beginArray()
    for element in elements {
      beginObject()
      body(&self, element)
      endObject()
    }
    endArray()
  }
}
