import Foundation
import Hearsay
import Testing

/// Loads lexicons and model once for all tests here.
private let reader = Result { try ReportReader() }
/// Nobody changes it.
private nonisolated(unsafe) let bundled = Result { try BundledCase.build(reader: try reader.get()) }

private func explain(_ subject: String, limits: ExplainLimits = .standard) throws -> Explanation {
  try bundled.get().explain(subject, reader: try reader.get(), limits: limits)
}

private func ids(_ query: String) throws -> [String] {
  try bundled.get().session.run(query).rows.compactMap { if case .string(let id)? = $0.first { id } else { nil } }
}

private func code(_ body: () throws -> some Any) -> String? {
  do {
    _ = try body()
    return nil
  } catch {
    return (error as? Failure)?.code ?? "\(error)"
  }
}

/// One after the other: they share a case, which is no thing to share between tasks.
@Suite("Explanations", .serialized)
struct ExplanationTests {}

extension ExplanationTests {
  @Suite("Why a claim is there")
  struct ExplainClaimTests {
    private func claim(_ query: String) throws -> ExplainedClaim {
      let explanation = try explain(try #require(try ids(query).first))
      guard case .claim(let claim)? = explanation.parts.first else {
        throw Failure(.engine, code: "NoClaim", "no claim")
      }
      return claim
    }

    @Test("the chain leads from the outermost speaker to the root, whichever of its claims is asked about")
    func chain() throws {
      let query =
        "MATCH (outer:Claim)-[:RELAYS]->(root:Claim) WHERE NOT (root)-[:RELAYS]->() AND NOT (outer)<-[:RELAYS]-()"
      let outer = try claim("\(query) RETURN elementId(outer) ORDER BY elementId(root)")
      let root = try claim("\(query) RETURN elementId(root) ORDER BY elementId(root)")
      #expect(outer.chain == root.chain)
      #expect(outer.chain.count == 2)
      #expect(outer.chain.first?.claim == outer.id)
      #expect(root.chain.last?.claim == root.id)
      #expect(root.chain.allSatisfy { !$0.speaker.name.isEmpty && $0.cue != nil })
    }

    @Test("the words of speaker, cue and content are marked in the sentence, and its tree is whole")
    func sentence() throws {
      let claim = try claim(
        "MATCH (:Actor)-[m:MADE]->(c:Claim) WHERE m.cue = 'said' AND c.rule = 'attribution.clausal-complement' RETURN elementId(c)"
      )
      let sentence = try #require(claim.sentences.first)
      func words(_ kind: ExplainedClaim.Mark.Kind) -> [String] {
        sentence.marks.filter { $0.kind == kind }.map {
          sentence.text.utf8Slice(SourceRange($0.start - sentence.start, $0.end - sentence.start))
        }
      }
      #expect(words(.cue) == ["said"])
      #expect(!words(.speaker).isEmpty)
      #expect(words(.content).joined(separator: " ").contains(claim.text.prefix(10)))
      #expect(sentence.tokens.map(\.id) == Array(1...sentence.tokens.count))
      #expect(sentence.tokens.filter { $0.head == 0 }.count >= 1)
      #expect(zip(sentence.marks, sentence.marks.dropFirst()).allSatisfy { $0.end <= $1.start })
      #expect(!sentence.isCut)
    }

    @Test("the place is that of the words: report, line and column")
    func place() throws {
      for part in try explain("MATCH (c:Claim) RETURN c", limits: ExplainLimits(elements: 40)).parts {
        guard case .claim(let claim) = part else { continue }
        let place = try #require(claim.place)
        let text = try #require(try BundledCase.texts(reader: reader.get()).first { $0.origin == place.origin })
        let lines = text.contents.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(place.line)
        let behind = lines[line - 1].dropFirst(try #require(place.column) - 1)
        let first = try #require(claim.text.split(separator: "\n").first)
        #expect(behind.hasPrefix(first), "\(claim.id)")
        #expect(!place.publisher.isEmpty)
      }
    }

    @Test("every claim and every edge of the world bears rules, each with a sentence on what it looks for")
    func rules() throws {
      for part in try explain("MATCH (c:Claim) RETURN c", limits: ExplainLimits(elements: 1_000)).parts {
        guard case .claim(let claim) = part else { continue }
        #expect(claim.rule?.summary != nil, "\(claim.rule?.name ?? "no rule") of \(claim.id)")
      }
      let rows = try bundled.get().session.run(
        "MATCH ()-[r]->() WHERE r.claims IS NOT NULL RETURN DISTINCT type(r), r.rule, coalesce(r.rules, [r.rule])"
      ).rows
      #expect(rows.count > 10)
      for row in rows { #expect(!row[1].isNull, "\(row[0].plainText)") }
      #expect(rows.allSatisfy { $0[2].plainText.contains($0[1].plainText) })
    }

    @Test("what a denial denies is told with its reason, from both sides")
    func judgements() throws {
      let denial = try claim("MATCH (c:Claim)-[:DENIES]->(d:Claim) RETURN elementId(c) ORDER BY elementId(c)")
      let judgement = try #require(denial.judgements.first { $0.type == "DENIES" && $0.isOutgoing })
      #expect(judgement.why?.isEmpty == false)
      guard case .claim(let denied)? = try explain(judgement.other.id).parts.first else { return }
      #expect(denied.judgements.contains { $0.type == "DENIES" && !$0.isOutgoing })
    }
  }
}

extension ExplanationTests {
  @Suite("Why an edge or a node is there")
  struct ExplainWorldTests {
    @Test("an edge tells its ends, status, origins, rules and claims")
    func edge() throws {
      let query = "MATCH (a:Actor)-[r:AGENT_OF]->(e:Event) WHERE status(r) = 'contested' RETURN elementId(r)"
      guard case .edge(let edge)? = try explain(try #require(try ids(query).first)).parts.first else {
        Issue.record("no edge")
        return
      }
      #expect(edge.type == "AGENT_OF" && edge.status == "contested" && edge.origins >= 0)
      #expect(edge.from.labels.contains("Actor") && edge.to.labels == ["Event"])
      #expect(!edge.rules.isEmpty && edge.rules.allSatisfy { $0.summary != nil })
      #expect(!edge.claims.isEmpty && edge.claimCount >= edge.claims.count)
    }

    @Test("an actor tells its edges and what the reports call it")
    func actor() throws {
      let id = try #require(try ids("MATCH (a:State {name: 'Russia'}) RETURN elementId(a)").first)
      guard case .node(let node)? = try explain(id).parts.first else {
        Issue.record("no node")
        return
      }
      #expect(node.name.name == "Russia")
      #expect(node.edges.contains { !$0.claims.isEmpty && $0.claims.allSatisfy { !$0.speakers.isEmpty } })
      #expect(node.mentions.contains { $0.text == "Russia" })
      #expect(Set(node.mentions.map(\.place.origin)).count > 1)
      #expect(node.mentions.allSatisfy { $0.place.line != nil })
    }

    @Test("an event merged of several reports names the words of each")
    func event() throws {
      let id = try #require(
        try ids("MATCH (e:Event) WHERE origins(e) > 1 RETURN elementId(e) ORDER BY origins(e) DESC, elementId(e)").first
      )
      guard case .node(let node)? = try explain(id).parts.first else { return }
      #expect(Set(node.mentions.map(\.place.origin)).count > 1)
    }

    @Test("long lists are bounded, and the rest is counted")
    func bounds() throws {
      let id = try #require(try ids("MATCH (a:State {name: 'Russia'}) RETURN elementId(a)").first)
      let limits = ExplainLimits(elements: 2, claims: 1, lines: 3)
      guard case .node(let node)? = try explain(id, limits: limits).parts.first else { return }
      #expect(node.edges.count == 3 && node.omittedEdges > 0)
      #expect(node.mentions.count == 3 && node.omittedMentions > 0)
      let many = try explain("MATCH (a:Actor) RETURN a", limits: limits)
      #expect(many.parts.count == 2)
      #expect(many.notes.count == 1)
    }

    @Test("a query's nodes, edges and paths are explained, each once")
    func query() throws {
      let found = try explain(
        "MATCH p = (a:State {name: 'Iran'})-[r:AGENT_OF]->(e:Event {type: 'WARN'}) RETURN r, [a], {x: e}, p LIMIT 1")
      #expect(found.parts.count == 3)
      #expect(found.notes.isEmpty)
      #expect(try explain("MATCH (a:State {name: 'Nowhere'}) RETURN a;").notes == ["the query has no rows"])
    }

    @Test("what people made carries no claim, and says so")
    func byHand() throws {
      let made = Case.inMemory()
      _ = try made.session.run("CREATE (:Actor {name: 'A\u{1B}[31m'})-[:KNOWS]->(:Claim {text: 'x'})")
      guard
        case .edge(let edge)? = try made.explain("MATCH ()-[r:KNOWS]->() RETURN r", reader: reader.get()).parts.first
      else {
        Issue.record("no edge")
        return
      }
      #expect(edge.rules.isEmpty && edge.status == "unattested")
    }
  }
}

extension ExplanationTests {
  @Suite("Asking for an explanation")
  struct ExplainSubjectTests {
    @Test("an id may be shortened as long as it is the only one")
    func prefixes() throws {
      let id = try #require(try ids("MATCH (c:Claim) RETURN elementId(c) ORDER BY elementId(c)").first)
      #expect(try explain(String(id.dropLast(4))) == explain(id))
      #expect(code { try explain("claim-") } == "AmbiguousID")
    }

    @Test("an id that is not there is answered with the nearest")
    func nearest() throws {
      let id = try #require(try ids("MATCH (c:Claim) RETURN elementId(c) ORDER BY elementId(c)").first)
      for wrong in [id + "0", String(id.dropLast(2)) + "zz", String(id.dropLast(6)) + "z"] {
        do {
          _ = try explain(wrong)
          Issue.record("expected an error")
        } catch let failure as Failure {
          #expect(failure.code == "UnknownID" && failure.kind == .input)
          #expect(failure.sentence.contains("did you mean `\(id)`?"), "\(failure.sentence)")
        }
      }
    }

    @Test("queries that hold no element, change the graph or are wrong are refused")
    func refusals() {
      #expect(code { try explain("RETURN 1 AS n") } == "NothingToExplain")
      #expect(code { try explain("MATCH (n) SET n.x = 1 RETURN n") } == "ReadOnly")
      #expect(code { try explain("MATCH (n RETURN n") } != nil)
      #expect(code { try explain("  ") } == "NothingToExplain")
    }

    @Test("JSON holds every part with its kind, and is the same each time")
    func json() throws {
      let query = "MATCH (a:State {name: 'Iran'})-[r:AGENT_OF]->(e:Event)<-[:ABOUT]-(c:Claim) RETURN a, r, c LIMIT 1"
      let text = try explain(query).json
      let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let parts = try #require(root["parts"] as? [[String: Any]])
      #expect(parts.compactMap { $0["kind"] as? String } == ["node", "edge", "claim"])
      #expect(try explain(query).json == text)
    }
  }
}
