import GraphCore
import SourceText
import Testing

@testable import Extraction

@Suite("Who says what another has said")
struct CorroborationTests {
  private func agreed(_ contents: String) throws -> [String] {
    let text = "Report\n\n\(contents)\n"
    var assembler = Assembler()
    try assembler.add(try ReadingForTests.read(text, published: "2024-05-07"), text: text)
    return try assembler.assemble().judged(.agreesWith)
  }

  @Test("the same, said of an account or of what was told")
  func same() throws {
    #expect(
      try agreed(
        "Karl Holm told investigators that the door was open. Two neighbours told the Post the same.")
        == ["Two neighbours told the Post the same -> that the door was open"])
    #expect(
      try agreed("Anna Berg said the police fired first. A second driver gave a similar account.")
        == ["A second driver gave a similar account -> the police fired first"])
    #expect(
      try agreed("Anna Berg said the police fired first. A second driver gave a short account of his day.").isEmpty)
  }

  @Test("an account that another confirms, by whose it is")
  func confirmed() throws {
    #expect(
      try agreed(
        "The captain said he had been ordered to fire. The mayor said the town was calm. Another officer confirmed the captain's account."
      ) == ["the captain's account -> he had been ordered to fire"])
    #expect(
      try agreed("Anna Berg said the police fired first. Her version was confirmed by two neighbours.")
        == ["Her version -> the police fired first"])
    #expect(
      try agreed(
        "Survivors said the ferry was overloaded. Sri Wahyuni, a lawyer, said the inquiry bore out what survivors had said."
      ).contains { $0.hasSuffix("-> the ferry was overloaded") })
  }

  @Test("an account of several sentences is taken up as a whole")
  func whole() throws {
    let account = try agreed(
      "The captain said he had been ordered to fire. He said the order came at noon. Another officer confirmed the captain's account."
    )
    #expect(account.count == 2)
  }

  @Test("who refuses to confirm an account agrees with nobody")
  func refused() throws {
    let account = "The captain said he had been ordered to fire."
    for refusal in ["could not confirm the captain's account", "did not repeat the same claim", "denied the account"] {
      #expect(try agreed("\(account) Another officer \(refusal).").isEmpty)
    }
  }
}
