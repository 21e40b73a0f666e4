import Testing
import TextAnalysis

@testable import Extraction

@Suite("Trees around words of saying are mended")
struct TreeRepairTests {
  private func repaired(_ tree: String) throws -> [Token] {
    TreeRepair(cues: CueTable(try Lexicon().cues)).repaired(document(tree)).tokens
  }

  @Test("whoever stands behind `according to` is no subject")
  func authority() throws {
    let tokens = try repaired(
      """
      According accord VERB 3 case
      to to ADP 1 fixed
      Odile Odile PROPN 7 nsubj
      , , PUNCT 6 punct
      the the DET 6 det
      ferry ferry NOUN 3 appos
      sank sink VERB 0 root
      """)
    #expect(tokens[2].deprel == "obl")
    #expect(tokens[5].head == 6 && tokens[5].deprel == "nsubj")
  }

  @Test("two subjects side by side are one")
  func subjects() throws {
    let tokens = try repaired(
      """
      The the DET 2 det
      harbour harbour NOUN 4 nsubj
      board board NOUN 4 nsubj
      alleged allege VERB 0 root
      fraud fraud NOUN 4 obj
      """)
    #expect(tokens[1].head == 2)
    #expect(tokens[2].head == 3 && tokens[2].deprel == "nsubj")
  }

  @Test("a finite clause without conjunction in front of a verb of saying is what is said")
  func fronted() throws {
    let tokens = try repaired(
      """
      Ferries ferry NOUN 2 nsubj
      sank sink VERB 5 advcl
      , , PUNCT 2 punct
      pilots pilot NOUN 5 nsubj
      said say VERB 0 root
      """)
    #expect(tokens[1].deprel == "ccomp")
  }
}

@Suite("Trees around words of accusing are mended")
struct AccusationRepairTests {
  private func repaired(_ tree: String) throws -> [Token] {
    TreeRepair(cues: CueTable(try Lexicon().cues)).repaired(document(tree)).tokens
  }

  @Test("whoever stands behind `by` at the charge accuses")
  func accuser() throws {
    let tokens = try repaired(
      """
      Pilots pilot NOUN 3 nsubj:pass
      were be AUX 3 aux:pass
      accused accuse VERB 0 root
      of of ADP 5 case
      theft theft NOUN 3 obl
      by by ADP 7 case
      ministers minister NOUN 5 nmod
      """)
    #expect(tokens[6].head == 2 && tokens[6].deprel == "obl:agent")
  }

  @Test("what stands behind `of` at the accused is the charge")
  func charge() throws {
    let tokens = try repaired(
      """
      Rebels rebel NOUN 2 nsubj
      accused accuse VERB 0 root
      pilots pilot NOUN 2 obj
      of of ADP 5 case
      murder murder NOUN 3 nmod
      """)
    #expect(tokens[4].head == 1 && tokens[4].deprel == "obl")
  }

  @Test("a place has no doer, a passive lacks one")
  func agent() throws {
    let tokens = try repaired(
      """
      Pilots pilot NOUN 3 nsubj:pass
      were be AUX 3 aux:pass
      kidnapped kidnap VERB 0 root
      in in ADP 5 case
      Quito Quito PROPN 3 obl
      by by ADP 7 case
      rebels rebel NOUN 5 nmod
      """)
    #expect(tokens[6].head == 2 && tokens[6].deprel == "obl:agent")
  }
}
