import Testing

@testable import Extraction

@Suite("Deeds: who did what to whom, and what is one deed")
struct DeedTests {
  private func names(_ edge: EventRecord.Role.Edge, in contents: String) throws -> Set<String> {
    let analysis = try ReadingForTests.read(contents)
    let roles = analysis.events.flatMap(\.roles).filter { $0.edge == edge && !$0.isDenied }
    return Set(roles.map { analysis.entities[$0.entity.index].name })
  }

  @Test(
    "an attack that is attributed to somebody has them as its agent, in the words of whoever attributes it",
    arguments: [
      "The attack on the bank was attributed to the ELN.",
      "The mayor condemned attacks blamed on the ELN.",
    ])
  func attributed(_ contents: String) throws {
    #expect(try names(.agent, in: contents).contains("ELN"))
  }

  @Test("those named among a group share what is done to it")
  func members() throws {
    let targets = try names(.target, in: "Gunmen killed four teachers, including Marta Lindgren, on Monday.")
    #expect(targets.contains("Marta Lindgren"))
  }

  @Test("a kidnapping and a bombing are two deeds, however near they are told")
  func distinctDeeds() throws {
    let analysis = try ReadingForTests.read(
      "Rebels kidnapped a judge in Lagos on Monday. The same day rebels bombed a bridge in Lagos.")
    let kinds = Set(analysis.events.filter { $0.type == "ASSAULT" }.compactMap(\.subtype))
    #expect(kinds.isSuperset(of: ["kidnapping", "bombing"]))
  }

  @Test("the participle says how the deed was done, and is none of its own")
  func participle() throws {
    let analysis = try ReadingForTests.read("Rebels attacked the barracks, firing at the guards.")
    #expect(analysis.events.filter { $0.type == "ASSAULT" }.count == 1)
  }

  @Test("nobody is killed twice: a murder and a shooting dead of one person are one event")
  func killedOnce() throws {
    let analysis = try ReadingForTests.read(
      """
      Police are investigating the murder of Marta Lindgren in Lagos. Neighbours were interviewed on Tuesday.

      A witness was heard. Judges met. The court opened. Marta Lindgren was shot dead by two men.
      """)
    let deaths = analysis.events.filter { event in
      event.roles.contains { $0.edge == .target && analysis.entities[$0.entity.index].name == "Marta Lindgren" }
    }
    #expect(deaths.count == 1)
  }

  @Test("whoever handles explosives bombs", arguments: ["left two bombs in", "left a bomb in"])
  func handling(_ words: String) throws {
    let analysis = try ReadingForTests.read("Two gunmen \(words) the town hall on Monday.")
    let bombing = try #require(analysis.events.first { $0.subtype == "bombing" })
    #expect(bombing.roles.contains { $0.edge == .agent })
    #expect(bombing.things.contains { $0.part == .instrument })
  }

  @Test("a group of armed men is people, and no company")
  func groupOfPeople() throws {
    let analysis = try ReadingForTests.read("A group of armed men attacked the farm on Monday.")
    let agent = try #require(analysis.events.flatMap(\.roles).first { $0.edge == .agent })
    #expect(analysis.entities[agent.entity.index].label == .group)
  }
}
