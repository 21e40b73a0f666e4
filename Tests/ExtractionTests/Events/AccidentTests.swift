import SourceText
import Testing

@testable import Extraction

@Suite("What befalls people is no assault")
struct AccidentTests {
  private func analysis(_ contents: String) throws -> ReportAnalysis {
    try ReadingForTests.read("Report\n\n\(contents)\n", published: "2024-06-13")
  }

  @Test("a storm with a name is a storm, and nobody")
  func storms() throws {
    for contents in [
      "Cyclone Marit battered Karsan on Tuesday, killing nine people.", "Hurricane Marit killed nine people in Karsan.",
      "Typhoon Marit, which hit Karsan on Tuesday, killed nine people.",
    ] {
      let found = try analysis(contents)
      #expect(found.events.map(\.subtype) == ["storm"], "\(contents)")
      #expect(found.events.flatMap(\.figures).map(\.value) == [9], "\(contents)")
      #expect(!found.entities.contains { $0.label == .person }, "\(contents)")
    }
  }

  @Test("houses burn down, people drown, ferries sink")
  func withoutAgent() throws {
    #expect(try analysis("A mill burned down in Karsan on Tuesday.").events.map(\.type) == ["OTHER"])
    #expect(try analysis("Four boys drowned off Malta on Tuesday.").events.map(\.type) == ["OTHER"])
    #expect(
      try analysis("A trawler caught fire and sank off Malta, killing four people.").events.allSatisfy {
        $0.type == "OTHER"
      })
    #expect(try analysis("Rebels burned down a mill in Karsan on Tuesday.").events.map(\.type) == ["ASSAULT"])
  }

  @Test("where workers have walked out, a bare strike is theirs")
  func walkouts() throws {
    let found = try analysis("Pilots went on strike on Tuesday. The last strike, in 2019, ended after two days.")
    #expect(Set(found.events.map(\.type)) == ["PROTEST"])
    #expect(
      try analysis("The army launched strikes on Karsan. The last strike ended on Tuesday.").events.contains {
        $0.type == "ASSAULT"
      })
  }

  @Test("a strike of another year is another one")
  func earlierStrike() throws {
    let found = try analysis("The pilots called the strike a success. The last strike, in 2019, ended after two days.")
    #expect(found.events.filter { $0.time?.start == "2019-01-01" }.count == 1)
    #expect(found.events.filter { $0.subtype == "strike" }.count == 2)
  }

  @Test("a group that calls itself something calls nobody")
  func naming() throws {
    let found = try analysis("A group calling itself the Sons of Dawn attacked a bank in Karsan.")
    #expect(found.events.map(\.type) == ["ASSAULT"])
  }

  @Test("remarks are seized on, and nothing is taken")
  func seizedOn() throws {
    #expect(try !analysis("The mayor seized on the remark.").events.contains { $0.subtype == "seizure" })
    #expect(try analysis("Rebels seized two trucks in Karsan.").events.contains { $0.type == "COERCE" })
  }

  @Test("who hides an epidemic has not made it")
  func hidden() throws {
    let found = try analysis("Doctors accused the ministry of concealing the outbreak.")
    #expect(
      !found.events.contains {
        $0.subtype != "accusation" && $0.roles.contains { $0.edge == .agent } && $0.type == "OTHER"
      })
    let deed = try analysis("Doctors accused the army of carrying out the massacre.")
    #expect(deed.events.contains { $0.type == "ASSAULT" && $0.roles.contains { $0.edge == .agent } })
  }

  @Test("nobody is both sides of a deed")
  func bothSides() throws {
    for contents in [
      "Gunmen attacked the guards in Karsan. The guards wounded two people, the mayor said.",
      "The rebels were attacked on Tuesday. The rebels killed four men in the attack.",
    ] {
      for event in try analysis(contents).events {
        let agents = event.roles.filter { $0.edge == .agent && !$0.isDenied }.map(\.entity)
        let targets = event.roles.filter { $0.edge == .target && !$0.isDenied }.map(\.entity)
        #expect(Set(agents).isDisjoint(with: targets), "\(contents)")
      }
    }
  }
}
