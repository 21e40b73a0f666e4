import Extraction
import GraphCore
import SourceText
import Testing

/// Four reports of a blast at a harbour: an agency's toll in two papers, a rival account, a denial and a later toll.
private func harbourReports() -> [ReportBuilder] {
  var first = ReportBuilder(
    "Morning Post", on: "2025-05-02",
    "The blast at the harbour of Ostia on 1 May killed 12 people, Coastal Wire reported, citing a rescuer. Rovia did it."
  )
  do {
    let agency = first.entity(.organization, "Coastal Wire", kind: "news_agency")
    let rescuer = first.entity(.person, "a rescuer", kind: "source", named: false)
    let rovia = first.entity(.state, "Rovia", kind: "state", link: "Rovia")
    let ostia = first.entity(.place, "Ostia", kind: "city")
    let blast = first.event("ASSAULT", "blast", on: "2025-05-01", subtype: "bombing")
    let words = "The blast at the harbour of Ostia on 1 May killed 12 people"
    let inner = first.claim(rescuer, words, about: [.event(blast)])
    _ = first.claim(agency, words, relays: inner, about: [.event(blast)])
    let own = first.claim(first.paper, "Rovia did it", .alleges, about: [.event(blast)])
    first.figure("killed", 12, "12", of: blast, by: inner)
    first.place(blast, at: ostia, by: inner)
    first.role(.agent, rovia, in: blast, by: own)
    first.cite(agency)
  }
  var second = ReportBuilder(
    "Evening Sun", on: "2025-05-02",
    "Twelve people died in the blast in Ostia on 1 May, Coastal Wire reported. Zefiria had carried it out, a source said."
  )
  do {
    let agency = second.entity(.organization, "Coastal Wire", kind: "news_agency")
    let source = second.entity(.person, "a source", kind: "source", named: false)
    let zefiria = second.entity(.state, "Zefiria", kind: "state", link: "Zefiria")
    let ostia = second.entity(.place, "Ostia", kind: "city")
    let blast = second.event("ASSAULT", "blast", on: "2025-05-01", subtype: "bombing")
    let toll = second.claim(agency, "Twelve people died in the blast in Ostia on 1 May", about: [.event(blast)])
    let blame = second.claim(source, "Zefiria had carried it out", about: [.event(blast)])
    second.figure("killed", 12, "Twelve", of: blast, by: toll)
    second.place(blast, at: ostia, by: toll)
    second.role(.agent, zefiria, in: blast, by: blame)
    second.cite(agency)
  }
  var third = ReportBuilder(
    "Harbour Gazette", on: "2025-05-03",
    "Rovia denied any part in the blast of 1 May in Ostia. At least 15 people were killed, police said.")
  do {
    let rovia = third.entity(.state, "Rovia", kind: "state", link: "Rovia")
    let police = third.entity(.organization, "police", kind: "police", named: false)
    let ostia = third.entity(.place, "Ostia", kind: "city")
    let blast = third.event("ASSAULT", "blast", on: "2025-05-01", subtype: "bombing")
    let denial = third.claim(
      rovia, "Rovia denied any part in the blast of 1 May in Ostia", .denies, about: [.event(blast)])
    let toll = third.claim(police, "At least 15 people were killed", about: [.event(blast)])
    third.place(blast, at: ostia, by: denial)
    third.role(.agent, rovia, in: blast, by: denial, isDenied: true)
    third.figure("killed", 15, "15", of: blast, by: toll, .minimum)
  }
  var fourth = ReportBuilder(
    "Inland Times", on: "2025-05-04",
    "A source said nobody had been charged over the blast in Ostia. Rovia stands accused.")
  do {
    let source = fourth.entity(.person, "A source", kind: "source", named: false)
    let rovia = fourth.entity(.state, "Rovia", kind: "state", link: "Rovia")
    let ostia = fourth.entity(.place, "Ostia", kind: "city")
    let blast = fourth.event("ASSAULT", "blast", on: "2025-05-01", subtype: "bombing")
    let words = fourth.claim(source, "nobody had been charged over the blast in Ostia", about: [.event(blast)])
    let own = fourth.claim(fourth.paper, "Rovia stands accused", about: [.entity(rovia), .event(blast)])
    fourth.place(blast, at: ostia, by: words, own)
  }
  return [first, second, third, fourth]
}

private func permutations<T>(_ elements: [T]) -> [[T]] {
  guard elements.count > 1 else { return [elements] }
  return elements.indices.flatMap { index -> [[T]] in
    var rest = elements
    let first = rest.remove(at: index)
    return permutations(rest).map { [first] + $0 }
  }
}

@Suite struct AssemblyTests {
  @Test("the order of reports does not show, in any of its permutations")
  func orderIndependence() throws {
    let expected = try dump(assemble(harbourReports()))
    for order in permutations(harbourReports()) { #expect(try dump(assemble(order)) == expected) }
  }

  @Test("reports that do not fit into memory give what those in memory do", arguments: [0, 150, 300])
  func spilled(_ mostTextBytes: Int) throws {
    let reports = harbourReports()
    #expect(reports.reduce(0) { $0 + $1.text.utf8.count } > mostTextBytes)
    #expect(try dump(assemble(reports, mostTextBytes: mostTextBytes)) == dump(assemble(reports)))
  }

  @Test("a graph that grew in steps is the one built at once", arguments: [[0], [3], [1, 2], [3, 1, 0]])
  func stepwise(_ before: [Int]) throws {
    let reports = harbourReports()
    let whole = try assemble(reports)
    let early = try graph(of: assemble(before.map { reports[$0] }))
    let transaction = GraphTransaction(early)
    for change in whole.changes(from: early) { try transaction.apply(change) }
    let late = transaction.commit()
    #expect(whole.changes(from: late).isEmpty)
    #expect(try late.nodeCount == graph(of: whole).nodeCount)
    #expect(try late.edgeCount == graph(of: whole).edgeCount)
  }

  @Test("a later report leaves the keys of what is there")
  func keysStay() throws {
    let reports = harbourReports()
    let early = try assemble(Array(reports[..<2]))
    let late = try assemble(reports)
    #expect(Set(early.events.keys).isSubset(of: late.events.keys))
    let claims = [early, late].map { layer in Set((0..<layer.claims.count).map { layer.claims.key(at: $0) }) }
    #expect(claims[0].isSubset(of: claims[1]))
    #expect(Set(early.actors.keys).isSubset(of: late.actors.keys))
    #expect(Set(early.reports.keys).isSubset(of: late.reports.keys))
  }

  @Test("what the layer holds keeps the promise of provenance")
  func provenance() throws {
    let check = ProvenanceCheck(of: try graph(of: assemble(harbourReports())))
    #expect(check.violations.isEmpty)
    #expect(check.claimCount == 9)
    #expect(check.worldEdgeCount > 0)
  }

  @Test("one text read twice is one report")
  func sameTextTwice() throws {
    let reports = harbourReports()
    #expect(try dump(assemble(reports + [reports[1]])) == dump(assemble(reports)))
  }

  @Test("the four reports tell of one blast, with the latest toll and its bound")
  func oneEvent() throws {
    let layer = try assemble(harbourReports())
    #expect(layer.events.count == 1)
    let blast = try #require(layer.events.values.first)
    #expect(blast.figures == ["killed": 15, "killed_min": 15])
    #expect((blast.start, blast.precision, blast.actuality) == ("2025-05-01", "day", "happened"))
  }

  @Test("unnamed speakers stay apart across reports, named ones are one")
  func unnamedStayApart() throws {
    let layer = try assemble(harbourReports())
    #expect(layer.actors(named: "Coastal Wire").count == 1)
    #expect(layer.actors(named: "Rovia").count == 1)
    #expect(layer.actors(named: "a source").count + layer.actors(named: "A source").count == 2)
  }

  @Test("two papers on one agency report cite one stub, and are one origin")
  func oneOrigin() throws {
    let layer = try assemble(Array(harbourReports()[..<2]))
    let stubs = layer.reports.values.filter(\.isStub)
    #expect(stubs.map(\.publisherName) == ["Coastal Wire"])
    let place = try #require(layer.worldEdges.first { $0.type == "LOCATED_IN" })
    #expect(place.origins == 1)
    let graph = try graph(of: layer)
    let event = try #require(layer.events.keys.first.flatMap { graph.node(for: $0.element) })
    #expect(ProvenanceReader(graph).origins(of: event) == OriginCount(count: 1, isLineageUnknown: false))
  }

  @Test("an agency's report that is in the case is what the papers cite")
  func citedReportInCase() throws {
    var wire = ReportBuilder("Coastal Wire", on: "2025-05-02", "A blast shook Ostia on 1 May.")
    let blast = wire.event("ASSAULT", "blast", on: "2025-05-01", subtype: "bombing")
    let ostia = wire.entity(.place, "Ostia", kind: "city")
    let own = wire.claim(wire.paper, "A blast shook Ostia on 1 May", about: [.event(blast)])
    wire.place(blast, at: ostia, by: own)
    let layer = try assemble(harbourReports() + [wire])
    #expect(!layer.reports.values.contains { $0.isStub })
    #expect(
      layer.reports.values.filter { !$0.cites.isEmpty }.allSatisfy { report in
        report.cites.allSatisfy { layer.reports[$0]?.origin == "Coastal Wire.txt" }
      })
  }

  @Test("the later toll revises the earlier, equal tolls agree")
  func revision() throws {
    let layer = try assemble(harbourReports())
    let twelve = "Twelve people died in the blast in Ostia on 1 May"
    let killed = "The blast at the harbour of Ostia on 1 May killed 12 people"
    let later = "At least 15 people were killed"
    #expect(layer.judged(.revises) == ["\(later) -> \(killed)", "\(later) -> \(twelve)"])
    #expect(layer.judged(.agreesWith).contains { $0.contains(killed) && $0.contains(twelve) })
  }

  @Test("a denied part is contested, rivals contradict each other, and who denies is linked to who blames")
  func blame() throws {
    let layer = try assemble(harbourReports())
    #expect(layer.edge("AGENT_OF", from: "Rovia")?.status == .contested)
    #expect(layer.edge("AGENT_OF", from: "Rovia")?.denials.count == 1)
    #expect(layer.edge("AGENT_OF", from: "Zefiria")?.status == .contested)
    #expect(layer.judged(.denies) == ["Rovia denied any part in the blast of 1 May in Ostia -> Rovia did it"])
    #expect(layer.judged(.contradicts).count == 1)
  }

  @Test("the origins that an event shows are those that the query function counts")
  func shownOrigins() throws {
    let layer = try assemble(harbourReports())
    let graph = try graph(of: layer)
    for event in layer.events.values {
      let node = try #require(graph.node(for: event.key.element))
      #expect(ProvenanceReader(graph).origins(of: node) == event.origins)
    }
  }

  @Test("an accusation is made by making it; what only stands alleged is contested")
  func accusationsStand() throws {
    var report = ReportBuilder("Post", on: "2025-06-01", "Rovia accused Zefiria of the raid.")
    let rovia = report.entity(.state, "Rovia", link: "Rovia")
    let zefiria = report.entity(.state, "Zefiria", link: "Zefiria")
    let (accusation, raid) = (report.event("ACCUSE", "accused"), report.event("ASSAULT", "raid"))
    let words = report.claim(rovia, "Rovia accused Zefiria of the raid", .alleges)
    report.role(.agent, rovia, in: accusation, by: words)
    report.role(.agent, zefiria, in: raid, by: words)
    let layer = try assemble([report])
    #expect(layer.edge("AGENT_OF", from: "Rovia")?.status == .asserted)
    #expect(layer.edge("AGENT_OF", from: "Zefiria")?.status == .contested)
  }

  @Test("two acts of one state are not one for being told in the same week")
  func sameAgentIsNotEnough() throws {
    let reports = [("Post", "Rovia seized a ship."), ("Sun", "Rovia seized a farm.")].map { paper, text in
      var report = ReportBuilder(paper, on: "2025-06-01", text)
      let rovia = report.entity(.state, "Rovia", link: "Rovia")
      let seizure = report.event("COERCE", "seized", subtype: "seizure")
      report.role(.agent, rovia, in: seizure, by: report.claim(report.paper, text))
      return report
    }
    #expect(try assemble(reports).events.count == 2)
  }

  @Test(
    "a toll that its own report calls former revises nothing and is revised",
    arguments: [
      ("The toll rose to 30, up from an earlier estimate of 20.", "30", "20"),
      ("Police cut the number of dead from 20 to 30.", "30", "20"),
      ("The authorities had first spoken of 20 dead; now it is 30.", "30", "20"),
    ])
  func formerTolls(_ text: String, _ current: String, _ former: String) throws {
    var report = ReportBuilder("Post", on: "2025-06-01", text)
    let blast = report.event("ASSAULT", "toll", on: "2025-05-30")
    let (new, old) = (report.claim(report.paper, current), report.claim(report.paper, former))
    report.figure("killed", 30, current, of: blast, by: new)
    report.figure("killed", 20, former, of: blast, by: old)
    let layer = try assemble([report])
    #expect(layer.judged(.revises) == ["30 -> 20"])
    #expect(layer.events.values.first?.figures["killed"] == 30)
  }

  @Test("damaged analyses are refused")
  func damaged() {
    var report = harbourReports()[0]
    report.role(.agent, EntityID(99), in: EventID(0), by: ClaimID(0))
    #expect(throws: AssemblyError.self) { try assemble([report]) }
  }
}
