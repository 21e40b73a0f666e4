import GraphCore
import SourceText
import Testing

@testable import Extraction

@Suite("What a denial answers in another report")
struct AnswersAcrossReportsTests {
  private static let strike = """
    Dockers halt work at Port Valmer

    About 2,400 dockers walked off the job at Port Valmer on Thursday, the Maritime Workers' Federation said.

    Federation president Lucia Branco said terminal operator Norcal had locked out 60 workers and hired strikebreakers from abroad.

    City police said pickets had burned two lorries at Port Valmer.
    """

  private func layer(_ reports: String...) throws -> ReaderLayer {
    var assembler = Assembler()
    for (index, text) in reports.enumerated() {
      try assembler.add(try ReadingForTests.read(text, published: "2024-10-0\(index + 3)"), text: text)
    }
    return try assembler.assemble()
  }

  private func second(_ body: String) -> String {
    "Norcal answers\n\nThe strike at Port Valmer goes on, Federation president Lucia Branco said on Friday.\n\n\(body)\n"
  }

  private func denied(_ body: String) throws -> [String] {
    try layer(Self.strike, second(body)).judged(.denies)
  }

  @Test("who rejects somebody's claim denies it where that one made it")
  func issuer() throws {
    let found = try denied(
      "Terminal operator Norcal on Friday rejected claims by the Maritime Workers' Federation that it had hired strikebreakers from abroad."
    )
    #expect(found.contains { $0.hasSuffix("-> hired strikebreakers from abroad") })
  }

  @Test("a denial answers who says the same thing in another report")
  func sameMatter() throws {
    let found = try denied("Norcal's chief executive, Henrik Tolle, denied that any workers had been locked out.")
    #expect(found.count { $0.contains("-> terminal operator Norcal had locked out 60 workers") } == 1)
  }

  @Test("a denial of something else, or of words that only tell more, answers nothing")
  func otherMatter() throws {
    #expect(
      try denied("Norcal's chief executive, Henrik Tolle, denied that the pension fund was short of money.").isEmpty)
    #expect(
      try denied(
        "Norcal's chief executive, Henrik Tolle, denied that he would resign over the port, where pickets had burned two lorries."
      ).isEmpty)
  }

  @Test("nobody denies what his own side says")
  func ownSide() throws {
    let found = try denied("Federation president Lucia Branco denied that 60 workers had been locked out.")
    #expect(!found.contains { $0.contains("locked out 60 workers") })
  }

  @Test("what is negated in one and not in the other is no denial of it")
  func negation() {
    let (a, b) = (AnswerWords("that no warning had been given to the villages"), AnswerWords("villages had no warning"))
    #expect(a.isNegated && b.isNegated)
    #expect(!AnswerWords("that civilians had been hit").isNegated)
  }

  @Test("whoever says all that is denied is answered, and not only the first to say it")
  func several() throws {
    let found = try layer(
      Self.strike,
      second(
        "Henrik Tolle, chief executive of Norcal, denied hiring strikebreakers. Dockers' lawyer Ana Reis said Norcal had recruited strikebreakers. The mayor of Valmer, Rui Pinto, said scabs had been hired by Norcal."
      )
    ).judged(.denies)
    #expect(found.count { $0.hasPrefix("hiring strikebreakers") } >= 2)
  }

  @Test("how and when something was done need not be told by whoever is answered")
  func mannerAndSetting() {
    let rarity = AnswerWords.Rarity([])
    func likeness(_ denial: String, _ other: String) -> Double? {
      AnswerWords(denial).likeness(to: AnswerWords(other), rarity, .init(isOwnDeed: false))
    }
    #expect(likeness("that the chairman was being held against his will", "the chairman had been detained") != nil)
    let beaten = "that inmates had been beaten before the riot"
    #expect(likeness(beaten, "inmates were kicked and punched") != nil)
    #expect(likeness(beaten, "inmates cheered during the riot") == nil)
  }

  @Test("what deeds stand with need not be told: bribes are accepted, taken or only paid")
  func lightWords() {
    let rarity = AnswerWords.Rarity([])
    let kickbacks = AnswerWords("the minister had taken kickbacks from a builder")
    #expect(AnswerWords("accepting bribes").likeness(to: kickbacks, rarity, .init(isOwnDeed: true)) != nil)
    #expect(AnswerWords("accepting an invitation").likeness(to: kickbacks, rarity, .init(isOwnDeed: true)) == nil)
  }

  @Test("an apostrophe in a negation does not hide it, nor a genitive a word")
  func apostrophes() {
    #expect(AnswerWords("the minister isn't going to resign").isNegated)
    #expect(AnswerWords("he doesn’t know").isNegated)
    #expect(AnswerWords("the army's tanks").sharesAny(AnswerWords("soldiers")))
  }

  @Test("the number that somebody had given before is revised by the one he gives now")
  func formerNumber() throws {
    let strike = try layer(
      "Strike\n\nThe number of arrests in Valmer rose to 19, police said on Friday. On Thursday they had spoken of seven.\n"
    )
    #expect(strike.judged(.revises) == ["The number of arrests in Valmer rose to 19 -> of seven"])
    let two = try layer("Strike\n\nPolice counted 19 arrests in Valmer on Friday. The union had spoken of seven.\n")
    #expect(two.judged(.revises).isEmpty)
  }

  @Test("two sides that count the dead otherwise contradict each other, in or out of an event")
  func rivalCounts() throws {
    let found = try layer(
      "Coup\n\nA spokesman for the junta put the number of dead at six. The League for Rights said it had counted 23 dead, among them nine children.\n"
    )
    #expect(found.judged(.contradicts).count == 1)
    let parts = try layer(
      "Coup\n\nA spokesman for the junta put the number of dead at six. A nurse said the hospital had received four dead.\n"
    )
    #expect(parts.judged(.contradicts).isEmpty)
  }
}
