import GraphCore
import Testing

@testable import Extraction

@Suite("What reports of one story say against each other")
struct StoryJudgementTests {
  private func layer(_ reports: [String]) throws -> ReaderLayer {
    var assembler = Assembler()
    for (index, text) in reports.enumerated() {
      let text = "Kalume\n\nThe ferry Amina sank off Kalume, captain Paulo Dias said.\n\n\(text)\n"
      try assembler.add(try ReadingForTests.read(text, published: "2024-05-0\(index + 3)"), text: text)
    }
    return try assembler.assemble()
  }

  @Test("the dead that a report counts in its own voice take the place of those counted before, and never of more")
  func ownVoice() throws {
    let counted = "The Rescue Agency said at least 31 people had died."
    let risen = try layer([counted, "The number of dead, meanwhile, rose to 48."]).judged(.revises)
    #expect(risen.contains { $0.hasPrefix("The number of dead, meanwhile, rose to 48 -> ") })
    #expect(try layer([counted, "The number of dead of another year was 12."]).judged(.revises).isEmpty)
  }

  @Test("who takes back a number that a report has told of him revises it")
  func toldOf() throws {
    let told = "An analyst, Elisabeth Berg, has found 23 duplicated panels in the papers."
    let now = "Elisabeth Berg said she has now counted 41 duplicated panels rather than 23."
    #expect(try layer([told, now]).judged(.revises).contains { $0.contains("41 duplicated panels") })
  }

  @Test(
    "a denial answers who said it in other words",
    arguments: [
      (
        "A deckhand, Joao Mbele, said the alarm had been switched off.",
        "Coastline's director, Rita Fenn, denied that any safety device had been disabled.", 1
      ),
      (
        "A deckhand, Joao Mbele, said inspector Amadou Sall had known of the tape since March.",
        "Amadou Sall denied he had known since March about a recording that compromises him.", 1
      ),
      (
        "Farmer Pavel Zeman said men in uniform had burned his barn.",
        "General Otakar Sykora denied that soldiers had set fire to a barn.", 1
      ),
      (
        "A deckhand, Joao Mbele, said two colonels had been detained in the night.",
        "The Ruvanian army has denied any arrests.", 1
      ),
      (
        "Velanian General Otakar Sykora said Moravian forces had crossed to the western bank.",
        "Moravia denied that its troops had set foot on the other side of the river.", 1
      ),
      (
        "\"I was given an injection by the doctor,\" said a deckhand, Joao Mbele.",
        "Rita Fenn denied having given Joao Mbele any infusion.", 1
      ),
      (
        "A deckhand, Joao Mbele, said the crew had been ordered to save fuel.",
        "Rita Fenn denied that lifeboats had been sold in order to save money.", 0
      ),
      // Another deed, and another number of another thing.
      (
        "A deckhand, Joao Mbele, said the alarm had been switched off.",
        "Rita Fenn denied that any ticket had been sold twice.", 0
      ),
      (
        "The mayor, Siri Moen, said two guards were held in the riot.",
        "General Otakar Sykora denied that two inmates had been beaten in the riot.", 0
      ),
    ])
  func otherWords(said: String, denied: String, count: Int) throws {
    #expect(try layer([said, denied]).judged(.denies).count == count)
  }

  @Test(
    "yes and no contradict each other where all that is denied was said",
    arguments: [
      ("Rita Fenn said a freak wave had overturned the ferry.", "There was no wave, forecaster Ann Lee said.", 1),
      ("Grace Otto accused Coastline of bribing port inspectors.", "Rita Fenn said no inspector had been bribed.", 1),
      (
        "Grace Otto said five bodies had been found at the school.",
        "Ann Lee said no bodies had been found at the depot.", 0
      ),
      ("Grace Otto said sailors had thrown stones.", "Ann Lee said she had seen no stones thrown by sailors.", 0),
      ("Grace Otto said the ransom had been paid.", "Ann Lee said no ransom would be paid.", 0),
      ("Grace Otto said rebels had killed four sailors.", "Ann Lee said no sailors were killed by rebels.", 1),
      ("Grace Otto said rebels had killed four sailors.", "Ann Lee said no sailors were killed by these rebels.", 0),
    ])
  func yesAndNo(said: String, negated: String, count: Int) throws {
    #expect(try layer([said, negated]).judged(.contradicts).count == count)
  }

  @Test("the dead of one story are counted on by one side, and against the other, where no event holds them")
  func tolls() throws {
    let ferry = try layer([
      "The coastguard puts the number of dead at 29.",
      "The fishermen's union says 41 bodies have been brought ashore.",
      "The coastguard raised its toll to 33.",
    ])
    #expect(ferry.judged(.revises).contains { $0.hasPrefix("its toll to 33") && $0.hasSuffix("at 29") })
    #expect(ferry.judged(.contradicts).contains { $0.contains("its toll to 33") && $0.contains("41 bodies") })
    let fitting = try layer([
      "The coastguard puts the number of dead at 29.", "The fishermen's union says 12 bodies have been brought ashore.",
    ])
    #expect(fitting.judged(.contradicts).isEmpty)
  }

  @Test("a number that is taken back revises where it was given, and sets itself against another's")
  func takenBack() throws {
    let marchers = try layer([
      "Police put the crowd at 3,000. Organisers said 9,000 people marched.",
      "Police now say 5,500 people marched, not 3,000.",
    ])
    #expect(marchers.judged(.revises) == ["5,500 people marched, not 3,000 -> the crowd at 3,000"])
  }
}
