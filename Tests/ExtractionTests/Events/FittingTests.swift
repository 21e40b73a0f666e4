import SourceText
import Testing

@testable import Extraction

@Suite("Words that tell of an event only of what fits them")
struct FittingTests {
  private func read(_ contents: String) throws -> ReportAnalysis { try ReadingForTests.read(contents) }

  private func names(_ edge: EventRecord.Role.Edge, of event: EventRecord, in analysis: ReportAnalysis) -> Set<String> {
    Set(event.roles.filter { $0.edge == edge }.map { analysis.entities[$0.entity.index].name })
  }

  @Test(
    "who is found not guilty is not convicted, and nobody is counted among the convicted",
    arguments: [
      "Three officers were found not guilty of murder on Friday.", "The jury found the banker not guilty.",
      "A court found the two brothers not guilty of arson.", "The former minister was acquitted of corruption.",
    ])
  func acquittals(_ contents: String) throws {
    let analysis = try read(contents)
    #expect(!analysis.events.contains { $0.subtype == "conviction" && $0.actuality == .happened })
    #expect(!analysis.events.contains { event in event.figures.contains { $0.attribute == "convicted" } })
  }

  @Test("who is found guilty is")
  func convictions() throws {
    let analysis = try read("The trader was found guilty of fraud on Tuesday.")
    #expect(analysis.events.contains { $0.subtype == "conviction" && $0.actuality == .happened })
  }

  @Test(
    "papers, taxes, plants and judges attack, call up, rule and free nobody",
    arguments: [
      "The sanctions target four tankers that carry oil.", "The tax will hit farmers hard.",
      "The company said it had suspended operations at the plant.",
      "Lawmakers are drafting an amendment to the budget law.", "The judge ruled that the police had acted unlawfully.",
      "The nurse is on leave until May.", "The nurse recognised two of them as guards from the camp.",
    ])
  func unfitting(_ contents: String) throws {
    #expect(
      try !read(contents).events.contains {
        ["ASSAULT", "RETREAT", "MOBILIZE", "CONTROL", "TRAVEL", "SUPPORT"].contains($0.type)
      })
  }

  @Test(
    "missiles, armies and states do",
    arguments: [
      ("The missile hit a hospital in Kharkiv.", "ASSAULT"), ("France recognised Kosovo in 2008.", "SUPPORT"),
      ("Gunmen targeted two churches in Jos on Sunday.", "ASSAULT"),
    ])
  func fitting(_ contents: String, _ type: String) throws {
    #expect(try read(contents).events.contains { $0.type == type })
  }

  @Test("whoever fires a minister dismisses her, whoever fires on her shoots")
  func firing() throws {
    #expect(try read("The minister fired the head of the agency on Monday.").events.map(\.subtype) == ["dismissal"])
    #expect(try read("Gunmen fired on women and children on Sunday.").events.map(\.subtype) == ["shooting"])
  }

  @Test("clashes that erupt are no eruption")
  func breakingOut() throws {
    #expect(
      try !read("Clashes erupted between police and protesters in Lima.").events.contains { $0.subtype == "eruption" })
    #expect(try read("A volcano erupted in Iceland on Monday.").events.map(\.subtype) == ["eruption"])
  }

  @Test(
    "who is tied to a power acts, and not the power",
    arguments: [
      ("Hackers linked to China breached the ministry's network on Monday.", "China"),
      ("Militants affiliated with Islamic State killed six soldiers in Mozambique.", "Islamic State"),
      ("Gunmen loyal to the warlord Musa Dade attacked a police post.", "Musa Dade"),
    ])
  func ties(_ contents: String, _ power: String) throws {
    let analysis = try read(contents)
    let deed = try #require(analysis.events.first)
    let agents = names(.agent, of: deed, in: analysis)
    #expect(!agents.isEmpty && !agents.contains(power))
  }

  @Test("whom a call goes to is to act")
  func calls() throws {
    let analysis = try read("Amnesty International called on Canada to investigate the deaths.")
    let inquiry = try #require(analysis.events.first { $0.type == "INVESTIGATE" })
    #expect(names(.agent, of: inquiry, in: analysis) == ["Canada"])
  }

  @Test("nobody dies in their dozens of a beating, nor of what has not come")
  func tolls() throws {
    let beating = try read("One resident said a guard beat him. Hospital records list 79 bodies.")
    #expect(beating.events.allSatisfy { $0.figures.isEmpty })
    let imagined = try read(
      "The general warned that a new offensive would cost thousands of lives. The army said 40 soldiers have been killed."
    )
    let offensive = try #require(imagined.events.first { $0.subtype == "offensive" })
    #expect(offensive.actuality == .possible)
    #expect(!offensive.figures.contains { $0.value == 40 })
  }

  @Test("`in which` takes up the deed in front of it")
  func scene() throws {
    let analysis = try read(
      "The rebels have not claimed responsibility for a separate attack on a convoy near Makalondi on Wednesday, in which six soldiers were killed."
    )
    let attack = try #require(analysis.events.first { $0.type == "ASSAULT" })
    #expect(attack.figures.map(\.value) == [6])
  }
}
