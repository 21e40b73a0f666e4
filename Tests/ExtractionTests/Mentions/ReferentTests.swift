import SourceText
import Testing
import TextAnalysis

@testable import Extraction

/// Reads a report with the program's own model and lexicons, as the pipeline does.
private struct Reading {
  let document: Document
  let referents: Referents

  private static let lexicon = Result { try Lexicon() }
  private static let analyzer = Result { Analyzer(model: try LanguageModel.embedded()) }

  init(_ body: String, publisher: String? = "Morning Heron") throws {
    let metadata = Text.Metadata(title: "Headline", publisher: publisher, headline: SourceRange(0, 8))
    document = try Self.analyzer.get().analyze(
      Text(origin: "heron.txt", contents: "Headline\n\n\(body)", metadata: metadata))
    referents = findReferents(in: document, lexicon: try Self.lexicon.get())
  }

  /// The entity of the `occurrence`-th stretch of these words.
  func entity(_ words: String, occurrence: Int = 1) throws -> Entity {
    let found = referents.entities.flatMap { entity in
      entity.mentions.filter { document.text.slice($0.range) == words }.map { (entity, $0.range) }
    }.sorted { $0.1 < $1.1 }
    try #require(found.count >= occurrence, "`\(words)` is no mention")
    return found[occurrence - 1].0
  }

  func relations() -> Set<String> {
    Set(
      referents.relations.map { draft in
        "\(referents.entities[draft.from.index].name) \(draft.type) \(referents.entities[draft.to.index].name)"
      })
  }
}

@Suite("Whom a report speaks of")
struct ReferentTests {
  @Test("a part of a country with its kind of land is a place, and acts in nothing")
  func partsOfCountries() throws {
    for (words, name) in [
      ("Floods in India's Assam state killed 30 people.", "Assam"),
      ("A blast in Peru's Ayacucho department killed two miners.", "Ayacucho"),
      ("The army left the Varana district on Monday.", "Varana"),
    ] {
      let reading = try Reading(words)
      #expect(try reading.entity(name).label == .place, "\(words)")
      #expect(!reading.referents.entities.contains { $0.kind == "officials" }, "\(words)")
    }
    #expect(
      try Reading("The Oslo police department arrested two men.").entity("The Oslo police department").label
        == .organization)
  }

  @Test("a bare name that many states give their bodies is that of the state in front")
  func bareOffices() throws {
    #expect(
      try Reading("Sweden's Security Service warned of attacks.").entity("Security Service").name
        == "Swedish Security Service")
    #expect(try Reading("Denmark's Security Service warned of attacks.").entity("Security Service").name != "MI5")
    #expect(try Reading("Britain's Security Service warned of attacks.").entity("Security Service").name == "MI5")
  }

  @Test("papers are a source where something is read in them")
  func papers() throws {
    let stolen = try Reading("Thieves took the records of 4,000 pupils.")
    #expect(!stolen.referents.entities.contains { $0.kind == "source" })
    #expect(try Reading("The records show that the bank was warned.").entity("The records").kind == "source")
  }

  @Test("who trains somebody, or heads a part of a body, does not head them")
  func heads() throws {
    #expect(
      try Reading("Lena Brandt's coach, Ivo Marin, said she was ill.").relations().contains(
        "Ivo Marin LINKED_TO Lena Brandt"))
    let part = try Reading("The head of the UN mission, Ivo Marin, condemned the attack.").relations()
    #expect(!part.contains("Ivo Marin HEAD_OF United Nations"))
    let whole = try Reading("The head of the United Nations, Ivo Marin, condemned the attack.").relations()
    #expect(whole.contains("Ivo Marin HEAD_OF United Nations"))
  }

  @Test("a capital that acts is the state, one that something happens in is the town")
  func capitals() throws {
    let reading = try Reading("Madrid rejected the offer on Friday. Thousands of people marched in Madrid on Saturday.")
    #expect(try reading.entity("Madrid").label == .state)
    #expect(try reading.entity("Madrid").name == "Spain")
    #expect(try reading.entity("Madrid", occurrence: 2).label == .place)
  }

  @Test("a country behind a preposition of place is the land, as object of a warning the state")
  func lands() throws {
    let reading = try Reading("Norway warned Sweden about a flood. The river rises in Sweden.")
    #expect(try reading.entity("Sweden").label == .state)
    #expect(try reading.entity("Sweden", occurrence: 2).label == .place)
  }

  @Test("an acronym in brackets, the surname and the definite phrase mean the one they were introduced for")
  func shortForms() throws {
    let reading = try Reading(
      """
      The Lowland Water Movement (LWM), a rebel group, claimed the blast. The LWM gave no reason. \
      Its leader, Anna Marlowe, spoke on the radio. Marlowe said the group would go on.
      """)
    let movement = try reading.entity("Lowland Water Movement")
    #expect(movement.aliases.contains("LWM"))
    #expect(try reading.entity("LWM", occurrence: 2).name == movement.name)
    #expect(try reading.entity("the group").name == movement.name)
    #expect(try reading.entity("Marlowe").name == "Anna Marlowe")
    #expect(reading.relations().contains("Anna Marlowe HEAD_OF Lowland Water Movement"))
  }

  @Test("each unnamed speaker is an entity of its own, and a counted one is taken up by its number")
  func sources() throws {
    let reading = try Reading(
      """
      Three sources familiar with the talks spoke to Reuters. One of the sources said a deal was near. \
      Another source, a senior army officer, said it was not. The second source gave no details.
      """)
    let group = try reading.entity("Three sources")
    #expect(group.count == 3)
    #expect(group.isNamed == false)
    let another = try reading.entity("Another source")
    #expect(another.description?.contains("army officer") == true)
    #expect(try reading.entity("The second source").name == another.name)
    #expect(try reading.entity("One").name != another.name)
    #expect(another.label == .person)
  }

  @Test("relations are read from titles, compounds, possessives and appositions")
  func relations() throws {
    let reading = try Reading(
      """
      Kremlin spokesman Pavel Orlov declined to comment. Finland's foreign ministry said it had no news. \
      Three Danish officials met Jonas Berg, the head of Heron Shipping, a company based in Oslo. \
      The man, a Kenyan national, was released.
      """)
    let relations = reading.relations()
    #expect(relations.contains("Pavel Orlov SPOKESPERSON_OF Kremlin"))
    #expect(relations.contains("Jonas Berg HEAD_OF Heron Shipping"))
    #expect(relations.contains("Heron Shipping BASED_IN Oslo"))
    #expect(relations.contains { $0.hasSuffix("PART_OF Finland") })
    #expect(relations.contains { $0.hasSuffix("NATIONAL_OF Kenya") })
    #expect(relations.contains { $0.contains("officials PART_OF Denmark") })
  }

  @Test("an ally is one of whom the pronoun before it means")
  func allies() throws {
    #expect(
      try Reading("Norway doubted the warning from its old ally Denmark.").relations().contains(
        "Denmark ALLY_OF Norway"))
  }

  @Test("a pronoun takes the subject it follows, and no one where two are as likely")
  func pronouns() throws {
    let reading = try Reading("Maria Lopez arrived on Monday. She told reporters that the road was open.")
    #expect(try reading.entity("She").name == "Maria Lopez")
    let unclear = try Reading("It rained for days.")
    #expect(unclear.referents.entities.allSatisfy { $0.mentions.allSatisfy { $0.form != .pronoun } })
  }

  @Test("a report without a publisher has an unnamed one")
  func publisher() throws {
    let reading = try Reading("The bridge is shut.", publisher: nil)
    #expect(reading.referents.entities[reading.referents.publisher.index].isNamed == false)
  }
}
