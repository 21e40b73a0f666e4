import SourceText
import Testing

@testable import Extraction

@Suite("Counts of a longer time, of a part, and of what no people are")
struct OtherSpanTests {
  private func events(_ contents: String) throws -> [EventRecord] {
    try ReadingForTests.read("Report\n\n\(contents)\n", published: "2024-06-13").events
  }

  private func killed(_ contents: String) throws -> [[Double]] {
    try events(contents).map { $0.figures.filter { $0.attribute == "killed" }.map(\.value) }.filter { !$0.isEmpty }
  }

  @Test(
    "all the dead of a longer time are not those of one attack",
    arguments: [
      "The rebellion has cost 700 lives since February.", "Some 700 people have been killed since February.",
      "About 700 people have been killed over the past three years.",
    ])
  func totals(_ total: String) throws {
    let found = try killed("A car bomb killed six soldiers in Karsan on Tuesday. \(total)")
    #expect(!found.contains { $0.contains(6) && $0.contains(700) })
    #expect(found.contains([6]))
  }

  @Test("what has been counted since the day before is the attack's own count")
  func sinceYesterday() throws {
    let found = try killed(
      "Gunmen attacked a village near Karsan on Tuesday. Six people have been killed since Tuesday, the mayor said.")
    #expect(found == [[6]])
  }

  @Test("a clause of when something happened has its own year")
  func whenClause() throws {
    let found = try events(
      "Soldiers shot four miners in Karsan on Tuesday. It was the worst since 1998, when thirty people died.")
    let old = found.first { $0.figures.contains { $0.value == 30 } }
    #expect(old?.time?.start == "1998-01-01")
    #expect(found.contains { $0.time?.start == "2024-06-11" && !$0.figures.contains { $0.value == 30 } })
  }

  @Test("the time of what an event is compared with does not date it")
  func compared() throws {
    let found = try events("It was the deadliest bombing in the country since 1998, officials said.")
    #expect(found.map { $0.time?.start } == [nil])
  }

  @Test("bodies in one part of the place are not the toll")
  func partOfPlace() throws {
    #expect(
      try killed("A fire broke out in a hotel in Karsan, killing at least 40 people. Fifteen bodies lay in a cellar.")
        == [[40]])
  }

  @Test("some of those counted are marked as a part")
  func part() throws {
    for words in ["12 of them were killed", "12 were killed in one village"] {
      #expect(CountedFigure(SourceRange(0, 2), in: words).kind == .part, "\(words)")
    }
    #expect(CountedFigure(SourceRange(0, 2), in: "12 were killed in the village").kind == .people)
  }

  @Test("kilometres and fractions count nobody")
  func units() throws {
    let found = try events("Police arrested two men in Karsan, 80 km away. Soldiers killed 0.0003 rebels.")
    #expect(found.flatMap(\.figures).map(\.value) == [2])
  }
}
