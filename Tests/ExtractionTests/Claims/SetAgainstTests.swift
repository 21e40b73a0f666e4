import GraphCore
import SourceText
import Testing

@testable import Extraction

@Suite("Sentences that set one against another")
struct SetAgainstTests {
  private func layer(_ contents: String) throws -> ReaderLayer {
    let text = "Report\n\n\(contents)\n"
    var assembler = Assembler()
    try assembler.add(try ReadingForTests.read(text, published: "2024-05-07"), text: text)
    return try assembler.assemble()
  }

  @Test("what follows such a sentence is set against what was said in front")
  func announced() throws {
    let mayor = "The mayor, Karl Holm, said the gate was locked. "
    let union = try layer(mayor + "The union tells it differently. The gate stood open all night, its secretary said.")
    #expect(union.judged(.contradicts) == ["The gate stood open all night -> the gate was locked"])
    let official = try layer(
      mayor + "A port official contradicted him on that point. The gate stood open all night, said the official.")
    #expect(official.judged(.contradicts) == ["The gate stood open all night -> the gate was locked"])
    let memory = try layer(
      mayor + "A guard does not remember it like that. \"The gate stood open all night,\" he told the Messenger.")
    #expect(memory.judged(.contradicts) == ["The gate stood open all night -> the gate was locked"])
  }

  @Test("another number is set against a number")
  func numbers() throws {
    let ransom = try layer(
      "An envoy said that Rome had paid €4 million. He said the money was flown to Gao on April 7. An intermediary gave a different figure. He put it at €2.5 million."
    )
    #expect(ransom.judged(.contradicts).contains { $0.contains("2.5 million") && $0.hasSuffix("had paid €4 million") })
  }

  @Test("who remembers well, or gives his account, is set against nobody")
  func plain() throws {
    let mayor = "The mayor, Karl Holm, said the gate was locked. "
    for next in [
      "A guard remembers it well.", "A guard gave an account of the night.", "A guard told the story again.",
    ] {
      #expect(try layer(mayor + next + " The yard was dark, he said.").judged(.contradicts).isEmpty)
    }
  }

  @Test("who has been suspended is not charged by that, and a former officer speaks for nobody")
  func sides() throws {
    let captain = try layer("Capt. Safrin was suspended last month. He denies any wrongdoing.")
    #expect(captain.judged(.denies).isEmpty)
    let firm = try layer(
      "A former Northgate vice-president told the Post that the sheets had been shown to the board. Northgate called it \"categorically untrue\"."
    )
    #expect(firm.judged(.denies).contains { $0.hasSuffix("that the sheets had been shown to the board") })
  }

  @Test("a thing that is said not to exist is that of whose words it is")
  func noSuchThing() throws {
    let memo = try layer(
      "The Courier reported on Friday that the bank had asked for three billion euros, citing an internal memo. The chief executive, Sandro Bell, said no such memo existed."
    )
    #expect(memo.judged(.contradicts).contains { $0.hasPrefix("no such memo existed -> ") })
  }

  @Test("a family name that stands in front names its bearer")
  func familyName() throws {
    let images = try layer(
      "Professor Thijssen blamed the mistake on a former postdoc, Lu Hanyi. Lu told the Post he had nothing to do with the figures."
    )
    #expect(images.actors.values.contains { $0.name == "Lu Hanyi" })
    #expect(!images.actors.values.contains { $0.name == "Lu" })
  }
}
