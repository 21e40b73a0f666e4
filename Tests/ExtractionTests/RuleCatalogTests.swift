import Foundation
import Testing
import TextAnalysis

@testable import Extraction

@Suite("What rules look for")
struct RuleCatalogTests {
  @Test("every rule of attribution has its sentence", arguments: AttributionRule.all.map(\.name))
  func attributions(_ rule: String) { #expect(RuleCatalog.summary(of: rule) != nil) }

  @Test("every path by which the lexicon finds a role has its sentence")
  func paths() throws {
    let triggers = try Lexicon().eventWords.flatMap(Trigger.all)
    #expect(triggers.count > 100)
    for trigger in triggers {
      for (edge, paths) in [
        (EventRecord.Role.Edge.agent, trigger.agents), (.target, trigger.targets), (.recipient, trigger.recipients),
      ] {
        for path in paths {
          let rule = RoleRule.name(of: edge, along: path)
          #expect(RuleCatalog.summary(of: rule) != nil, "\(rule) of `\(trigger.text)`")
        }
      }
    }
  }

  @Test("every name of a rule that the code spells out has its sentence")
  func spelledOut() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Sources/Extraction")
    var names: Set<String> = []
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
      let isOfRelations = file.path.contains("/Mentions/")
      for match in source.matches(of: /rule(?:s)?: (?:isOfficial \? )?\[?"([a-z.+-]+)"(?: : "([a-z.-]+)")?/) {
        for name in [match.1, match.2].compactMap(\.self) where !name.hasSuffix(".") {
          names.insert(isOfRelations ? "relation.\(name)" : String(name))
        }
      }
      for match in source.matches(of: /"((?:attribution|role|place|topic|review|relation)\.[a-z.-]*[a-z])"/) {
        names.insert(String(match.1))
      }
      // `rule + ".owner"` stands behind either way of describing someone.
      for match in source.matches(of: /rule \+ "(\.[a-z-]+)"/) {
        names.formUnion(["relation.apposition\(match.1)", "relation.nominal\(match.1)"])
      }
    }
    #expect(names.count > 40)
    #expect(names.isSuperset(of: ["own-voice", "role.imputed.behind", "relation.people-of-state", "topic.about"]))
    for name in names.sorted() { #expect(RuleCatalog.summary(of: name) != nil, "\(name)") }
  }

  @Test("a claim parted by its figures keeps the sentence of its rule, and an unknown name has none")
  func partedAndUnknown() throws {
    let whole = try #require(RuleCatalog.summary(of: "own-voice"))
    #expect(RuleCatalog.summary(of: "own-voice+figure")?.hasPrefix(whole) == true)
    #expect(RuleCatalog.summary(of: "role.agent.by")?.contains("phrase with `by`") == true)
    for name in ["", "+figure", "attribution", "attribution.guess", "role.agent", "role.imputed.magic", "relation.x"] {
      #expect(RuleCatalog.summary(of: name) == nil, "\(name)")
    }
  }
}
