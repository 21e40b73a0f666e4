import Extraction
import GraphCore
import SourceText
import Testing

@testable import Extraction

@Suite("Who is one and which numbers belong together across reports")
struct SameAcrossReportsTests {
  private func report(_ paper: String, on day: String, owner: String, _ text: String) -> ReportBuilder {
    var report = ReportBuilder(paper, on: day, text)
    let firm = report.entity(.organization, "Velm Freight", kind: "company")
    let person = report.entity(.person, owner, kind: "person")
    let claim = report.claim(person, "never carried arms to any plant", .denies, about: [.entity(firm)])
    report.relation("OWNS", person, firm, by: claim)
    return report
  }

  @Test("two spellings of one name that hold one post are one person, who denies it again")
  func spellings() throws {
    let layer = try assemble([
      report(
        "Post", on: "2025-05-02", owner: "Viktar Halavach",
        "Velm Freight never carried arms to any plant, Viktar Halavach said."),
      report(
        "Sun", on: "2025-05-04", owner: "Viktor Golovach",
        "Velm Freight never carried arms to any plant, Viktor Golovach said."),
    ])
    #expect(layer.actors.values.filter { $0.label == "Person" }.count == 1)
    #expect(layer.judged(.agreesWith).count == 1)
  }

  @Test("a surname alone is the one bearer of it who holds the same post")
  func surname() throws {
    let layer = try assemble([
      report(
        "Post", on: "2025-05-02", owner: "Viktar Halavach",
        "Velm Freight never carried arms to any plant, Viktar Halavach said."),
      report(
        "Sun", on: "2025-05-04", owner: "Halavach", "Velm Freight never carried arms to any plant, Halavach said."),
    ])
    #expect(layer.actors.values.filter { $0.label == "Person" }.map(\.name) == ["Viktar Halavach"])
  }

  @Test(
    "names sound alike by their consonants",
    arguments: [
      (["viktar", "halavach"], ["viktor", "golovach"], true), (["ivan", "petrov"], ["ivan", "pavlov"], false),
      (["aleksandr", "lukashenko"], ["alyaksandr", "lukashenka"], true), (["ann", "lee"], ["anna", "li"], false),
    ])
  func sounds(_ a: [String], _ b: [String], _ areAlike: Bool) {
    let (x, y) = (NameSound(a), NameSound(b))
    #expect((x != nil && x == y) == areAlike)
  }

  private func toll(_ text: String, _ figures: [(speaker: String, number: Double, words: String, claim: String)])
    -> ReportBuilder
  {
    var report = ReportBuilder("Post", on: "2025-05-02", text)
    let blast = report.event("ASSAULT", "siege", on: "2025-05-01", subtype: "siege")
    var speakers: [String: EntityID] = [:]
    for figure in figures {
      let speaker = speakers[figure.speaker] ?? report.entity(.person, figure.speaker, kind: "person", named: false)
      speakers[figure.speaker] = speaker
      let claim = report.claim(speaker, figure.claim, about: [.event(blast)])
      report.figure("killed", figure.number, figure.words, of: blast, by: claim)
    }
    return report
  }

  @Test("dead hostages are not held against dead gunmen")
  func kinds() throws {
    let layer = try assemble([
      toll(
        "In the siege 30 hostages died, the mayor said. The police chief said 11 gunmen died.",
        [("the mayor", 30, "30", "30 hostages died"), ("police chief", 11, "11", "11 gunmen died")])
    ])
    #expect(layer.judgements.isEmpty)
  }

  @Test("what the other side had said before is contradicted and not revised")
  func otherSide() throws {
    let layer = try assemble([
      toll(
        "In the siege 30 hostages died, the mayor said. The rebels had earlier given a higher figure: 34 hostages died.",
        [("the mayor", 30, "30", "30 hostages died"), ("The rebels", 34, "34", "34 hostages died")])
    ])
    #expect(layer.judged(.contradicts).count == 1)
    #expect(layer.judged(.revises).isEmpty)
  }

  @Test(
    "whom a number counts, by the words behind it",
    arguments: [
      ("Several Westerners were among the dead.", "Several", CountedFigure.Kind.part),
      ("Five of the victims died in hospital.", "Five", CountedFigure.Kind.part),
      ("Fourteen drivers died when gunmen came.", "Fourteen", .people),
      ("It spoke of 23 dead hostages and 32 dead militants.", "32", .fighters),
      ("No children were hurt.", "No", .children),
    ])
  func counted(_ text: String, _ number: String, _ kind: CountedFigure.Kind) {
    let report = ReportBuilder("Post", on: nil, text)
    #expect(CountedFigure(report.range(number), in: text).kind == kind)
  }

  @Test("the two ends of a range are one number")
  func range() throws {
    var report = ReportBuilder(
      "Post", on: "2025-05-02",
      "In the siege between 46 and 85 people died, the draft says. The government says 316 died.")
    let siege = report.event("ASSAULT", "siege", on: "2025-05-01", subtype: "siege")
    let draft = report.entity(.organization, "the draft", named: false)
    let government = report.entity(.organization, "The government", named: false)
    let low = report.claim(draft, "between 46 and 85 people died", about: [.event(siege)])
    let high = report.claim(draft, "85", about: [.event(siege)])
    let other = report.claim(government, "316 died", about: [.event(siege)])
    report.figure("killed", 46, "46", of: siege, by: low, .minimum)
    report.figure("killed", 85, "85", of: siege, by: high, .maximum)
    report.figure("killed", 316, "316", of: siege, by: other)
    let layer = try assemble([report])
    #expect(layer.judged(.contradicts) == ["316 died -> between 46 and 85 people died"])
  }
}

@Suite("Counts of other things than harm done")
struct StatedCountTests {
  @Test(
    "numbers are read from a claim's words with what they count",
    arguments: [
      ("Norvia listed 14 people and six companies", [14.0, 6.0], ["people", "companie"]),
      ("there had been at least ten", [10], [""]), ("he left on May 3 in 2024", [], []),
      ("about 2 million barrels", [2_000_000], ["barrel"]), ("thirty-seven homes", [37], ["home"]),
    ])
  func reading(_ text: String, _ values: [Double], _ nouns: [String]) {
    let counts = StatedCount.all(in: text)
    #expect(counts.map(\.value) == values)
    #expect(counts.map { $0.noun ?? "" } == nouns)
  }

  private func report(_ paper: String, on day: String, _ text: String, _ claims: [(String, String)]) -> ReportBuilder {
    var report = ReportBuilder(paper, on: day, text)
    let firm = report.entity(.organization, "Velm Freight", kind: "company")
    let person = report.entity(.person, "Ilse Dahl", kind: "person")
    for (speaker, words) in claims {
      let speaker = report.entity(.person, speaker, named: false)
      _ = report.claim(speaker, words, about: [.entity(firm), .entity(person)])
    }
    return report
  }

  @Test("a list that now holds fewer revises the one of an earlier report that shares its other count")
  func list() throws {
    let layer = try assemble([
      report(
        "Post", on: "2025-05-02", "Ilse Dahl put Velm Freight on a list of 14 people and six companies, an aide said.",
        [("an aide", "a list of 14 people and six companies")]),
      report(
        "Sun", on: "2025-05-03",
        "The list with Velm Freight now names 13 people and six companies, Ilse Dahl told a clerk.",
        [("a clerk", "now names 13 people and six companies")]),
    ])
    #expect(
      layer.judged(.revises) == ["now names 13 people and six companies -> a list of 14 people and six companies"])
  }

  @Test(
    "what two reports of a story count once each is the same count later",
    arguments: [
      ("52,000 homes", 1), ("52,000 people", 0), ("400,000 homes", 0),
    ])
  func grown(_ later: String, _ revisions: Int) throws {
    let kind = later.hasSuffix("people") ? "people" : "homes"
    let layer = try assemble([
      report(
        "Post", on: "2025-05-02", "Ilse Dahl of Velm Freight cut power to 40,000 \(kind), an aide said.",
        [("an aide", "cut power to 40,000 \(kind)")]),
      report(
        "Sun", on: "2025-05-03", "The outage by Ilse Dahl of Velm Freight hit \(later), a clerk said.",
        [("a clerk", "hit \(later)")]),
    ])
    #expect(layer.judged(.revises).count == revisions)
  }

  @Test("a bare number behind another's count counts the same, and may contradict it")
  func bareNumber() throws {
    let layer = try assemble([
      report(
        "Post", on: "2025-05-02",
        "A guard saw six men climb the fence at Velm Freight. A seller said there had been at least ten. Ilse Dahl left.",
        [("A guard", "six men climb the fence"), ("A seller", "there had been at least ten")])
    ])
    #expect(layer.judged(.contradicts) == ["there had been at least ten -> six men climb the fence"])
  }

  @Test("an event that a report of the story only takes up is the one of its kind")
  func takenUp() throws {
    func report(_ paper: String, on day: String, _ text: String, closing: String, _ actuality: EventRecord.Actuality)
      -> ReportBuilder
    {
      var report = ReportBuilder(paper, on: day, text)
      let police = report.entity(.organization, "police", kind: "police", named: false)
      let place = report.entity(.place, "Ostia", kind: "city")
      let raid = report.event("ASSAULT", "raid", on: "2025-05-01", subtype: "raid")
      let closure = report.event("COERCE", closing, subtype: "closure", actuality)
      let told = report.claim(police, "raid", about: [.event(raid)])
      let closed = report.claim(police, closing, about: [.event(closure)])
      report.place(raid, at: place, by: told)
      if actuality == .planned { report.place(closure, at: place, by: closed) }
      return report
    }
    let layer = try assemble([
      report(
        "Post", on: "2025-05-02", "After the raid in Ostia police plan the closure of it.",
        closing: "the closure of it", .planned),
      report(
        "Sun", on: "2025-05-04", "Days after the raid in Ostia police dropped the closure.", closing: "the closure",
        .denied),
    ])
    #expect(layer.events.values.filter { $0.type == "COERCE" }.count == 1)
  }
}
