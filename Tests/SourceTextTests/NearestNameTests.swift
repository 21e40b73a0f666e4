import SourceText
import Testing

@Suite("nearest name")
struct NearestNameTests {
  @Test(
    "the candidate within a third of the length is offered",
    arguments: [
      ("clami", ["claim", "actor"], "claim"), ("Actr", ["Actor", "Act"], "Act"), ("NAME", ["name"], "name"),
      ("toUper", ["toUpper", "toLower"], "toUpper"), ("strat", ["start", "state"], "start"),
    ] as [(String, [String], String)])
  func near(name: String, candidates: [String], expected: String) {
    #expect(nearestName(to: name, among: candidates) == expected)
  }

  @Test(
    "what is too far away, the same, empty or too long is not offered",
    arguments: [
      ("xyz", ["claim", "actor"]), ("claim", ["claim"]), ("", ["a"]), ("ab", ["xy"]),
      (String(repeating: "a", count: 65), [String(repeating: "a", count: 64)]),
    ] as [(String, [String])])
  func far(name: String, candidates: [String]) {
    #expect(nearestName(to: name, among: candidates) == nil)
  }

  @Test("of equally near candidates the first in alphabetical order is offered, in whatever order they come")
  func ties() {
    #expect(nearestName(to: "cat", among: ["hat", "bat", "rat"]) == "bat")
    #expect(nearestName(to: "cat", among: ["rat", "bat", "hat"]) == "bat")
  }
}
