import Testing

@testable import Extraction

@Suite("Events hold the things they were done with and to")
struct ThingTests {
  private func things(_ part: EventRecord.Thing.Part, in contents: String) throws -> Set<String> {
    let events = try ReadingForTests.read(contents).events
    return Set(events.flatMap(\.things).filter { $0.part == part }.map { $0.name.lowercased() })
  }

  @Test(
    "a weapon is the instrument of the deed it begins, serves or describes",
    arguments: [
      ("A car bomb exploded outside the ministry on Monday.", "car bomb"),
      ("Gunmen attacked the convoy with rifles on Monday.", "rifles"),
      ("Rebels hurled grenades at the bank.", "grenades"),
      ("The army reported a dynamite attack on the bridge.", "dynamite"),
    ])
  func instrument(_ contents: String, _ name: String) throws {
    #expect(try things(.instrument, in: contents).contains(name))
  }

  @Test(
    "a building or a vehicle that is hit is the deed's object",
    arguments: [
      ("A car bomb exploded outside a bank on Monday.", "bank"),
      ("Guerrillas dynamited two high-voltage towers.", "high-voltage towers"),
      ("Gunmen attacked a police station in the north.", "police station"),
      ("Rebels burned two buses near the border.", "buses"),
    ])
  func object(_ contents: String, _ name: String) throws {
    #expect(try things(.object, in: contents).contains(name))
  }

  @Test("weapons that are only found or sold are the instrument of nothing")
  func seizedWeapons() throws {
    #expect(try things(.instrument, in: "Police seized rifles and grenades in a warehouse on Monday.").isEmpty)
  }

  @Test("a bomb that goes off is an assault, a boiler is none")
  func bombsAndBoilers() throws {
    let bomb = try ReadingForTests.read("A bomb exploded in the market on Monday, wounding six people.")
    #expect(bomb.events.contains { $0.type == "ASSAULT" && $0.subtype == "bombing" })
    let boiler = try ReadingForTests.read("A boiler exploded in the factory on Monday.")
    #expect(!boiler.events.contains { $0.type == "ASSAULT" })
  }

  @Test("every thing names claims, and its words stand in the text")
  func grounded() throws {
    let contents = "Gunmen threw grenades at a bank in Lagos, police said. The blast damaged three cars."
    let analysis = try ReadingForTests.read(contents)
    let text = Array(contents.utf8)
    let things = analysis.events.flatMap(\.things)
    #expect(!things.isEmpty)
    for thing in things {
      #expect(!thing.claims.isEmpty)
      #expect(String(decoding: text[thing.range.start..<thing.range.end], as: UTF8.self) == thing.name)
    }
  }
}

@Suite("Texts in capitals are read like others")
struct CapitalTextTests {
  @Test("names are told from other words, and keep the spelling of the lexicon")
  func names() throws {
    let analysis = try ReadingForTests.read(
      """
      BOGOTA, 6 MAY 91 (EFE) -- GUERRILLAS OF THE NATIONAL LIBERATION ARMY [ELN] KIDNAPPED TOMAS BARRENECHEA ON 3 MAY. THE REBELS DEMANDED A RANSOM, THE POLICE SAID.
      """)
    let named = Set(analysis.entities.filter(\.isNamed).map(\.name))
    #expect(named.contains("Tomas Barrenechea"))
    #expect(!named.contains { $0.lowercased().contains("kidnapped") || $0.lowercased().contains("ransom") })
    let kidnapping = try #require(analysis.events.first { $0.subtype == "kidnapping" })
    #expect(kidnapping.time?.start == "1991-05-03")
    let target = try #require(kidnapping.roles.first { $0.edge == .target })
    #expect(analysis.entities[target.entity.index].name == "Tomas Barrenechea")
  }

  @Test("common words that are acronyms elsewhere stay words")
  func commonWords() throws {
    let analysis = try ReadingForTests.read("THE MAN WHO LET US IN DROVE A CAR. HE IS A SOLDIER, THE POLICE SAID.")
    #expect(!analysis.entities.contains { $0.isNamed && ["WHO", "CAR", "IS", "LET", "US"].contains($0.name) })
  }
}
