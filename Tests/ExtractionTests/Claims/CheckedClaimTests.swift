import SourceText
import Testing

@testable import Extraction

@Suite("What fact-checks judge, and who counters whom")
struct CheckedClaimTests {
  private func denials(_ contents: String) throws -> [(speaker: String, text: String, denied: String, by: String)] {
    let analysis = try ReadingForTests.read(contents)
    let text = Text(origin: "report.txt", contents: contents)
    return analysis.claims.compactMap { claim in
      guard let denied = claim.denies.map({ analysis.claims[$0.index] }) else { return nil }
      return (
        analysis.entities[claim.speaker.index].name, text.slice(claim.range), text.slice(denied.range),
        analysis.entities[denied.speaker.index].name
      )
    }
  }

  @Test(
    "a verdict denies the claim in front of it, which is nobody's who is named",
    arguments: [
      "Fact check\n\nCLAIM: A clip shows guards burning a barn in Orvan.\n\nVERDICT: False. It was filmed in 2016.\n",
      "Fact check\n\nClaim: Guards burned 20 barns in Orvan.\nRating: Mostly false\n\nThe guards deny it.\n",
      "Fact check\n\nThe claim: Guards burned a barn.\n\nOur verdict: This is misleading.\n",
    ])
  func verdicts(_ contents: String) throws {
    let found = try denials(contents)
    #expect(
      found.contains {
        $0.speaker == "The Harbour Gazette" && $0.by == "whoever made the claim" && $0.denied.contains("barn")
      },
      "\(found)")
  }

  @Test("a claim that holds is denied by nobody, and a label alone judges nothing")
  func others() throws {
    let confirmed = "Fact check\n\nClaim: Guards burned a barn in Orvan.\n\nVerdict: True.\n"
    #expect(try denials(confirmed).isEmpty)
    #expect(
      try ReadingForTests.read(confirmed).claims.contains {
        $0.stance == .confirms && $0.rule == CheckedClaims.verdictRule
      })
    for verdict in ["Partly false", "Half true", "True, but misleading"] {
      let halfway = "Fact check\n\nClaim: Guards burned a barn in Orvan.\n\nVerdict: \(verdict).\n"
      #expect(try ReadingForTests.read(halfway).claims.allSatisfy { $0.rule != CheckedClaims.verdictRule })
    }
    #expect(
      try ReadingForTests.read("Trial\n\nVerdict: Guilty. The court sat for an hour.\n").claims.allSatisfy {
        $0.rule != CheckedClaims.verdictRule
      })
  }

  @Test(
    "who counters answers the last that another said of the same; who remembers otherwise sets his words against it")
  func counters() throws {
    let countered = try denials(
      "Report\n\nThe navy said its boats had sunk a barge. \"There was no barge there,\" countered Ada Roth, the harbour master.\n"
    )
    #expect(countered.contains { $0.speaker == "Ada Roth" && $0.by == "navy" && $0.denied.contains("barge") })
    let absent = try denials(
      "Report\n\nThe Harbour Post said Varga had signed a contract. \"There has been no contract,\" the chairman, Ada Roth, said.\n"
    )
    #expect(absent.contains { $0.speaker == "Ada Roth" && $0.denied.contains("contract") })
    let elsewhere = try denials(
      "Report\n\nAda Roth said 40 jobs would go. There are no jobs in the north, the union said.\n")
    #expect(elsewhere.isEmpty)
    let reported = try denials(
      "Report\n\nThe Financial Times said 40 crates had reached Orlan. A clerk said a search had begun in May. Moscow dismissed the report as hysteria.\n"
    )
    #expect(reported.contains { $0.text.contains("the report") && $0.by == "Financial Times" }, "\(reported)")
    let otherwise = try denials(
      "Report\n\nThe clerk, Jan Weil, says he left the bank at noon. The guard, Piet Varga, tells it differently: the clerk stayed until three.\n"
    )
    #expect(otherwise.contains { $0.speaker == "Piet Varga" && $0.by == "Jan Weil" })
  }
}
