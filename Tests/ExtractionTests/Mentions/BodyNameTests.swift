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
    ])
  func bodies(_ contents: String, _ name: String) throws {
    #expect(try entities(contents)[name] == .organization)
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
