import SourceText
import Testing
import TextAnalysis

struct SentenceCase: Sendable, CustomTestStringConvertible {
  let text: String
  /// First and last token of each sentence.
  let ends: [String]
  var testDescription: String { text }

  init(_ text: String, _ ends: String...) {
    self.text = text
    self.ends = ends
  }
}

private func document(_ contents: String) -> Document {
  Segmenter().segment(Text(origin: "", contents: contents))
}

@Test(
  "sentences end where they end",
  arguments: [
    SentenceCase("The army left. It had lost.", "The .", "It ."),
    SentenceCase("Mr. Odhiambo met Gen. Silva in St. Louis on Jan. 5. He left.", "Mr. .", "He ."),
    SentenceCase("The U.S. Embassy closed. The U.S. said so.", "The .", "The ."),
    SentenceCase("He works for the U.N. The body declined.", "He U.N.", "The ."),
    SentenceCase("J. R. Abara resigned.", "J. ."),
    SentenceCase("“We are ready.” She left.", "“ ”", "She ."),
    SentenceCase("\"Is it over?\" he asked. \"No.\"", "\" .", "\" \""),
    SentenceCase("It rose by 3.5 percent... Then it fell.", "It ...", "Then ."),
    SentenceCase("They came (all of them did.) and went.", "They ."),
    SentenceCase("No one knew.But the police did.", "No .", "But ."),
    SentenceCase("The blast hit IS-K. Kabul denied it.", "The .", "Kabul ."),
    SentenceCase("At 5 p.m. on Monday it rained.", "At ."),
    SentenceCase("They crossed at 1:52 a.m. Colonel Munk denied it.", "They a.m.", "Colonel ."),
    SentenceCase("They met at 6 p.m. Moscow time and at 9 p.m. Friday.", "They ."),
    SentenceCase("They left at 6 p.m. GMT or 7 p.m. EST on Monday.", "They ."),
    SentenceCase("He fled.[12] They stayed. [3] It ended.", "He ]", "They ]", "It ."),
    SentenceCase("Born c. 1818, he died.", "Born ."),
    SentenceCase("What now? Nobody knows!", "What ?", "Nobody !"),
  ])
func splits(_ sample: SentenceCase) {
  let document = document(sample.text)
  let ends = document.sentences.map { sentence in
    [document.tokens[sentence.tokens.lowerBound].form, document.tokens[sentence.tokens.upperBound - 1].form]
      .joined(separator: " ")
  }
  #expect(ends == sample.ends)
}

@Test("a report falls into headline, byline, date line and body")
func parts() {
  let document = document(
    """
    Rebels free two pilots after talks
    By Ana Duarte
    Coastal Herald

    LUNDA, March 3 (Inland Press) - Rebels freed two pilots on Monday. A priest met them.

    What comes next
    The army said it would wait.
    """)
  let parts = document.sentences.map { "\($0.part.rawValue): \(document.words(of: $0.tokens))" }
  #expect(
    parts == [
      "headline: Rebels free two pilots after talks", "byline: By Ana Duarte", "byline: Coastal Herald",
      "dateline: LUNDA, March 3 (Inland Press) -", "body: Rebels freed two pilots on Monday.",
      "body: A priest met them.", "headline: What comes next", "body: The army said it would wait.",
    ])
}

@Test(
  "date lines are told from sentences with dashes",
  arguments: [
    ("PORT CLARE, Jan. 4 (Agency) -- Troops left.", true), ("NIAMEY — Troops left.", true),
    ("OSLO, Norway, Oct 7 - Troops left.", true), ("Geneva, May 3 (Agency) - Troops left.", true),
    ("   SAN PEDRO, 4 FEB 90 (RADIO LIBRE) -- [TEXT] TROOPS LEFT THE CITY TODAY.", true),
    ("Hamburg (dpa/lno) - Troops left.", true), ("WARSAW, Poland (AP) _ Troops left.", true),
    ("MADRID, 12 May 2024 (EFE).- Troops left.", true), ("Ann Lee (left) - the mayor - said no.", false),
    ("The plan - a bold one - failed.", false), ("NATO - the alliance of the West - said no.", false),
    ("He came; she left - alone.", false),
  ])
func datelines(_ contents: String, _ expected: Bool) {
  #expect((document(contents).sentences.first?.part == .dateline) == expected)
}

@Test("lines wrapped at a width are one paragraph; lines that are paragraphs are not joined")
func wrapping() {
  let wrapped = document(
    """
    The guerrillas attacked the power station at dawn and withdrew to the
    hills when the army sent helicopters.  Nobody was hurt in the fighting,
    according to the governor, who visited the village in the afternoon and
    spoke with the people there.

    The army has said nothing.
    """)
  #expect(wrapped.sentences.count == 3)
  #expect(Set(wrapped.sentences.map(\.paragraph)).count == 2)
  #expect(document("Troops have left the town\nThe mayor is back in his office.").sentences.count == 2)
}

@Test("boilerplate and headline ranges of the metadata are kept apart from the body")
func metadata() {
  let contents = "Read our app. Floods hit Beira. Two died. Copyright Herald."
  let metadata = Text.Metadata(
    boilerplate: [SourceRange(0, 13), SourceRange(42, 59)], headline: SourceRange(14, 31))
  let document = Segmenter().segment(Text(origin: "", contents: contents, metadata: metadata))
  #expect(document.sentences.map(\.part) == [.boilerplate, .headline, .body, .boilerplate])
}

@Test(
  "the time that opens an entry of a ticker is no part of its sentence",
  arguments: [
    ("15:40 Governor Lind tells reporters it is over.", "Governor"), ("16.30 - police said it is over.", "police"),
    ("16:30: Police said so.", "Police"), ("9.15am Police said so.", "Police"),
    ("10:05 p.m. GMT | police said so.", "police"), ("[15:40] police said so.", "police"),
    ("15:20 GMT Orvik denied it.", "Orvik"), ("7:05 “It is over,” he said.", "“"),
    ("15:40 was when it began.", "15:40"), ("16.30 million people left.", "16.30"), ("1.50 Euros it cost.", "1.50"),
    ("25:40 Governor Lind left.", "25:40"), ("15:40-16:10 Police searched.", "15:40"), ("15:40", "15:40"),
  ])
func tickerTime(_ contents: String, _ first: String) throws {
  let document = document(contents + "\n\nThe lock at Rhinau stays shut.")
  #expect(try #require(document.tokens.first).form.hasPrefix(first))
}

@Test("the first line of a text is body where an empty headline says that there is none")
func noHeadline() {
  let contents = "The lock is safe\n\nThe office at Rhinau said so."
  let metadata = Text.Metadata(headline: SourceRange(0, 0))
  let document = Segmenter().segment(Text(origin: "", contents: contents, metadata: metadata))
  #expect(document.sentences.map(\.part) == [.body, .body])
}
