import SourceText
import Testing

@testable import Documents

private func metadata(_ contents: String, phrases: BoilerplatePhrases = BoilerplatePhrases()) -> Text.Metadata {
  ReportText(contents, declared: Text.Metadata(), boilerplate: phrases).text(origin: "t.txt").metadata
}

private let body = "The harbour master of Lorient said on Tuesday that the bridge would stay closed until the spring."

@Suite("Heads of plain-text reports")
struct ReportHeadTests {
  @Test("where a report was written is no outlet; papers of the north are known by their endings")
  func northernOutlets() {
    #expect(
      metadata("A long night\n\nFrom the Court of Appeal in Perth\n12 May 2025\n\nThe trial began.").publisher == nil)
    #expect(
      metadata("The drip\n\nInterview by Kari Stolt\nFjordposten, 9 March 2024\n\nShe meets us at the farm.").publisher
        == "Fjordposten")
  }

  @Test("what stands above a part of a text is no outlet")
  func headings() {
    #expect(
      metadata("Guns for the hills\n\nBrussels, 3 February 2025\n\nSummary\n\n\(body)").publisher == nil)
    #expect(metadata("Wale v Authority\n\nBACKGROUND\n\n\(body)").publisher == nil)
    #expect(
      metadata("Guns for the hills\n\nA report by the Arms Monitor\n3 February 2025\n\n\(body)").publisher
        == "The Arms Monitor")
  }

  @Test("headline, outlet, byline and date line are told apart")
  func fullHead() {
    let found = metadata(
      """
      Bridge at Lorient stays shut
      The Morbihan Mail
      By Yann Le Goff and Ines Prat, Transport Correspondents
      LORIENT, Oct. 3, 2023 - \(body)
      """)
    #expect(found.title == "Bridge at Lorient stays shut")
    #expect(found.headline == SourceRange(0, 28))
    #expect(found.publisher == "The Morbihan Mail")
    #expect(found.authors == ["Yann Le Goff", "Ines Prat"])
    #expect(found.published == "2023-10-03")
  }

  @Test("a text of one paragraph that ends with a quotation is no headline")
  func oneParagraph() {
    let found = metadata(
      "The mayor of Lorient said the bridge had cracked. \"We saw it coming and nobody listened to us at all.\"")
    #expect(found.headline == nil)
  }

  @Test("a place in brackets and a dash are no outlet")
  func bracketedPlace() {
    #expect(metadata("Bridge shut\n\n(Nairobi) – \(body)\n").publisher == nil)
  }

  @Test(
    "an agency that is known may have a short name, or one in small letters, with its desk behind it",
    arguments: [
      ("GOMA, Feb 3 (AP) — \(body)", "AP"), ("BERLIN (dpa) - \(body)", "dpa"), ("Hamburg (dpa/lno) - \(body)", "dpa"),
      ("WARSAW, Poland (AP) _ \(body)", "AP"), ("MADRID, 12 May 2024 (EFE).- \(body)", "EFE"),
    ])
  func agencies(_ opening: String, _ agency: String) {
    let text = ReportText(
      "Bridge shut\n\n\(opening)\n", declared: Text.Metadata(), boilerplate: BoilerplatePhrases(),
      isKnownOutlet: { ["AP", "dpa", "EFE"].contains($0) })
    #expect(text.text(origin: "t.txt").metadata.publisher == agency)
  }

  @Test("of printed mail the subject is the title, the sender the author, and no field is an outlet")
  func mail() {
    let found = metadata(
      "From: Ann Lee <ann@example.org>\nTo: news@example.org\nDate: 3 May 2024\nSubject: The dam\n\n\(body)\n")
    #expect(found.title == "The dam")
    #expect(found.authors == ["Ann Lee"])
    #expect(found.published == "2024-05-03")
    #expect(found.publisher == nil)
  }

  @Test(
    "a communique says in its title whose it is, if that is a body",
    arguments: [
      ("Communique No. 3 of the National Committee for Restoration", "National Committee for Restoration"),
      ("Statement by Oru Hydro on the events of 9 April", "Oru Hydro"),
      ("Press release from the Lakes Rights Monitor", "Lakes Rights Monitor"),
      ("Statement by Foreign Minister Ann Lee on the talks", nil), ("Statement on the talks in Lorient", nil),
      ("Statement of intent", nil),
    ] as [(String, String?)])
  func communiques(_ title: String, _ issuer: String?) {
    let signed = "\(title)\n\nLorient, 3 May 2024\n\n\(body)\n\nFor the Committee\n"
    #expect(metadata(signed).publisher == issuer)
  }

  @Test("a time of the day is no outlet")
  func timeOfDay() {
    #expect(metadata("Storm live: latest updates\n\n14:32 GMT\n\(body)\n").publisher == nil)
  }

  @Test("what stands in the brackets of a date line and is no known name, nor looks like one, is no outlet")
  func noAgency() {
    #expect(metadata("Bridge shut\n\nPORTLAND (US) - \(body)\n").publisher == nil)
  }

  @Test("a text that begins with its date line has no headline, and the year of two digits is of the last century")
  func datelineFirst() {
    let found = metadata(
      """
         LORIENT, 3 OCT 89 (EFE) -- [TEXT] THE HARBOUR MASTER OF LORIENT SAID TODAY
      THAT THE BRIDGE WOULD STAY CLOSED UNTIL THE SPRING.
      """)
    #expect(found.headline == nil)
    #expect(found.published == "1989-10-03")
    #expect(found.publisher == "EFE")
  }

  @Test(
    "dates are read in the forms that reports use",
    arguments: [
      ("Lorient, Tuesday 3 October 2023", "2023-10-03"), ("3 October 2023, 14:20 CET", "2023-10-03"),
      ("First Published Oct 3, 2023, 5:57 PM IST", "2023-10-03"), ("Published: 2023-10-03", "2023-10-03"),
      ("Tue., Oct. 3rd, 2023", "2023-10-03"), ("Updated: 2023-10-03T08:00:00Z", "2023-10-03"),
    ])
  func dates(line: String, expected: String) {
    #expect(metadata("Bridge stays shut\nThe Morbihan Mail\n\(line)\n\n\(body)").published == expected)
  }

  @Test("an outlet and a date share a line")
  func outletWithDate() {
    let found = metadata("Bridge stays shut\nBreton Gazette, 3 October 2023\n\n\(body)")
    #expect(found.publisher == "Breton Gazette")
    #expect(found.published == "2023-10-03")
  }

  @Test("fields with their names, as databases write them")
  func fields() {
    let found = metadata("Title: Bridge stays shut\nSource: Armor Wire\nDate: 2023-10-03\nAuthor: Ines Prat\n\n\(body)")
    #expect(found.title == "Bridge stays shut")
    #expect(found.publisher == "Armor Wire")
    #expect(found.published == "2023-10-03")
    #expect(found.authors == ["Ines Prat"])
  }

  @Test("a date of change stands for that of publication only where there is no other")
  func changes() {
    #expect(
      metadata("Bridge stays shut\nUpdated Oct. 4, 2023 | Published Oct. 3, 2023\n\n\(body)").published == "2023-10-03")
    #expect(metadata("Bridge stays shut\nUpdated Oct. 4, 2023\n\n\(body)").published == "2023-10-04")
  }

  @Test("a time of the day, a weekday and the first paragraph of a report are neither outlet nor title")
  func noOutlet() {
    #expect(metadata("Bridge stays shut\n10:00\n\n\(body)").publisher == nil)
    #expect(metadata("Bridge stays shut\nSunday, 3 October 2023\n\n\(body)").publisher == nil)
    #expect(metadata("\(body) It is to be mended by a yard in Lorient.\n\nShips wait.").title == nil)
  }

  @Test("a place before a date is no outlet")
  func placeWithDate() {
    #expect(metadata("Bridge stays shut\nLorient, 3 October 2023\n\n\(body)").publisher == nil)
  }

  @Test("an outlet's line may stand above the headline")
  func outletFirst() {
    let found = metadata("Breton Gazette\nBridge at Lorient stays shut for now\n3 October 2023\n\n\(body)")
    #expect(found.publisher == "Breton Gazette")
    #expect(found.title == "Bridge at Lorient stays shut for now")
  }

  @Test("the agency of a date line publishes what nobody else does")
  func agency() {
    let found = metadata("Bridge stays shut\n\nLORIENT, France, Oct 3 (Armor Wire) - \(body)")
    #expect(found.publisher == "Armor Wire")
    #expect(found.published == nil)
  }

  @Test("a copyright line gives the year that a date line leaves out, and the owner")
  func copyright() {
    let found = metadata(
      "Bridge stays shut\n\nLORIENT, Oct 3 - \(body)\nThe quays, reporters saw, were empty.\n"
        + "© 2023 Morbihan.example. All rights reserved.")
    #expect(found.published == "2023-10-03")
    #expect(found.publisher == "Morbihan.example")
    #expect(found.boilerplate.count == 1)
  }

  @Test("a first line that is a sentence gives the title and stays in the body")
  func sentenceFirst() {
    let found = metadata("The bridge at Lorient stays shut.\n\(body)")
    #expect(found.title == "The bridge at Lorient stays shut")
    #expect(found.headline == nil)
  }

  @Test("lines of links, credits and known phrases are boilerplate; prose that begins alike is not")
  func boilerplate() {
    let contents = """
      Bridge stays shut
      \(body)
      Subscribe to the closure, a boatman joked, and you may see the opening.
      (Reporting by A. Prat; editing by C. Roux)
      Home | Weather | Tides
      More on this: Ten bridges of Brittany
      Get our app
      """
    let found = metadata(contents, phrases: BoilerplatePhrases(openings: ["More on this"]))
    let words = found.boilerplate.map { contents.utf8Slice($0) }
    #expect(
      words == [
        "(Reporting by A. Prat; editing by C. Roux)", "Home | Weather | Tides",
        "More on this: Ten bridges of Brittany", "Get our app",
      ])
  }

  @Test("outlet and date may stand behind the names")
  func outletBehindNames() {
    let found = metadata("Bridge shut\n\nBy Yann Le Goff and Ines Prat, The Morbihan Mail, 3 October 2023\n\n\(body)\n")
    #expect(found.authors == ["Yann Le Goff", "Ines Prat"])
    #expect(found.publisher == "The Morbihan Mail")
    #expect(found.published == "2023-10-03")
  }

  @Test("a byline keeps names and drops roles")
  func bylines() {
    #expect(ReportHead.authors(in: "By Ann Lee, Bo Chen and Cy Ode in Nairobi") == ["Ann Lee", "Bo Chen", "Cy Ode"])
    #expect(ReportHead.authors(in: "By Staff Reporters") == [])
  }
}
