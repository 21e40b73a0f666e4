import SourceText
import Testing

@testable import Extraction

@Suite("Names of bodies by their last word, and in two fields")
struct BodyNameTests {
  private func entities(_ contents: String) throws -> [String: Entity.Label] {
    let analysis = try ReadingForTests.read(contents)
    return Dictionary(analysis.entities.map { ($0.name, $0.label) }, uniquingKeysWith: { first, _ in first })
  }

  @Test(
    "companies are known by their last word",
    arguments: [
      ("Kelvane Resources said it would pay.", "Kelvane Resources"),
      ("Northlake Health said it treated 40 people.", "Northlake Health"),
      ("Continental Press, quoting a police officer, reported that the mine had been closed.", "Continental Press"),
      ("The Pensions and Insurance Authority fined the bank.", "Pensions and Insurance Authority"),
      ("The rebel Assembly of Valley Brothers (AVB) took the fort, it said.", "Assembly of Valley Brothers"),
      ("The National Row and Canoe Federation (FNRC) denied the report.", "National Row and Canoe Federation"),
    ])
  func bodies(_ contents: String, _ name: String) throws {
    #expect(try entities(contents)[name] == .organization)
  }

  @Test("what only states have makes a state of a name, and a first word is no short name of a ministry")
  func states() throws {
    let found = try entities(
      "The Orvan Red Cross counted 12 dead. The Orvan army said it had shot at nobody. On Monday Sildar recalled its ambassador."
    )
    #expect(found["Orvan"] == .state)
    #expect(found["Sildar"] == .state)
    #expect(!found.keys.contains("Orvan Red Cross army"))
  }

  @Test(
    "an office with its field is a title, initials in the plural are people, and a head that is shaken heads nothing")
  func titles() throws {
    let found = try entities(
      "Cabinet Secretary for Transport Iven Carrow told MSPs the bridge was safe. Carrow shook his head when asked about it."
    )
    #expect(found["Iven Carrow"] == .person)
    #expect(found["MSPs"] != .organization)
    #expect(!found.keys.contains { $0.lowercased().hasSuffix("head") })
  }

  @Test("a deputy is not the one whose deputy he is, and a woman's pronoun means the woman")
  func ranks() throws {
    let claims = try ReadingForTests.spoken(
      "Deputy warden Goran Lukic was charged. The warden said the gates were open. Then Lena Krall, the governor, was asked. Lukic said he knew nothing. \"The locks were new,\" she said."
    )
    #expect(claims.contains { $0.speaker == "warden" && $0.text == "the gates were open" })
    #expect(claims.contains { $0.speaker == "Lena Krall" && $0.text == "The locks were new" })
  }

  @Test("the president whom a source speaks of is not the source")
  func source() throws {
    let found = try entities(
      "A European diplomat said the deal could collapse. According to the diplomat, Karthia's president had been told by his generals to wait."
    )
    #expect(found["European diplomat"] == .person)
    #expect(found.keys.contains { $0.lowercased().contains("president") })
  }
}
