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

@Suite("Trees that run clauses into each other are mended")
struct ClauseRepairTests {
  private func repaired(_ tree: String) throws -> [Token] {
    TreeRepair(cues: CueTable(try Lexicon().cues)).repaired(document(tree)).tokens
  }

  @Test("a semicolon parts clauses that both have a verb")
  func semicolon() throws {
    let tokens = try repaired(
      """
      Two two NUM 2 nsubj:pass
      drowned drown VERB 0 root VBD
      ; ; PUNCT 9 punct
      at at ADP 5 case
      Odile Odile PROPN 2 obl
      the the DET 7 det
      toll toll NOUN 5 appos
      has have AUX 9 aux VBZ
      risen rise VERB 2 advcl VBN
      """)
    #expect(tokens[4].head == 8 && tokens[4].deprel == "obl")
    #expect(tokens[6].head == 8 && tokens[6].deprel == "nsubj")
    #expect(tokens[8].head == 1 && tokens[8].deprel == "parataxis")
  }

  @Test("what has a subject of its own modifies no noun")
  func modifierWithSubject() throws {
    let tokens = try repaired(
      """
      Peru Peru PROPN 2 nsubj NNP
      halted halted ADJ 3 amod JJ
      shipments shipment NOUN 0 root NNS
      . . PUNCT 3 punct .
      """)
    #expect(tokens[1].head == nil && tokens[1].xpos == "VBD" && tokens[1].lemma == "halt")
    #expect(tokens[0].deprel == "nsubj" && tokens[2].deprel == "obj" && tokens[2].head == 1)
  }

  @Test("a sentence's only verb is no participle if nobody can be its object")
  func onlyVerb() throws {
    let tokens = try repaired(
      """
      Bombs bomb NOUN 0 root NNS
      exploded explode VERB 1 acl VBN
      outside outside ADP 4 case IN
      banks bank NOUN 2 obl NNS
      . . PUNCT 1 punct .
      """)
    #expect(tokens[1].head == nil && tokens[0].deprel == "nsubj" && tokens[0].head == 1)
    let caption = try repaired(
      """
      Men man NOUN 0 root NNS
      killed kill VERB 1 acl VBN
      in in ADP 4 case IN
      raids raid NOUN 2 obl NNS
      . . PUNCT 1 punct .
      """)
    #expect(caption[0].head == nil && caption[1].deprel == "acl")
  }

  @Test("what two say side by side is parted: the one behind the comma reports the other")
  func reporter() throws {
    let tokens = try repaired(
      """
      Ten ten NUM 3 nsubj:pass CD
      were be AUX 3 aux:pass VBD
      held hold VERB 0 root VBN
      , , PUNCT 6 punct ,
      the the DET 6 det DT
      mayor mayor NOUN 3 nsubj NN
      reported report VERB 3 conj VBD
      . . PUNCT 3 punct .
      """)
    #expect(tokens[6].head == nil && tokens[2].head == 6 && tokens[2].deprel == "ccomp")
    #expect(tokens[5].head == 6 && tokens[5].deprel == "nsubj")
  }

  @Test("whoever is said to know something is who told it")
  func teller() throws {
    let tokens = try repaired(
      """
      It it PRON 2 nsubj PRP
      failed fail VERB 0 root VBD
      , , PUNCT 5 punct ,
      a a DET 5 det DT
      man man NOUN 2 appos NN
      who who PRON 7 nsubj WP
      knows know VERB 5 acl:relcl VBZ
      the the DET 9 det DT
      file file NOUN 10 nsubj NN
      told tell VERB 7 ccomp VBD
      Odile Odile PROPN 10 iobj NNP
      . . PUNCT 2 punct .
      """)
    #expect(tokens[9].head == nil && tokens[4].head == 9 && tokens[4].deprel == "nsubj")
    #expect(tokens[8].head == 6 && tokens[8].deprel == "obj")
    #expect(tokens[1].head == 9 && tokens[1].deprel == "ccomp")
  }
}

@Suite("Words of several speakers are kept apart")
struct SpeakerRepairTests {
  private func repaired(_ tree: String) throws -> [Token] {
    TreeRepair(cues: CueTable(try Lexicon().cues)).repaired(document(tree)).tokens
  }

  @Test("what is said in passing is said by whoever says the rest")
  func participle() throws {
    let tokens = try repaired(
      """
      Odile Odile PROPN 2 nsubj NNP
      denied deny VERB 0 root VBD
      pilots pilot NOUN 4 nsubj NNS
      fled flee VERB 2 ccomp VBD
      , , PUNCT 6 punct ,
      saying say VERB 4 advcl VBG
      planes plane NOUN 8 nsubj NNS
      landed land VERB 6 ccomp VBD
      """)
    #expect(tokens[5].head == 1 && tokens[5].deprel == "advcl")
  }

  @Test("a second verb of saying goes on with the first")
  func second() throws {
    let tokens = try repaired(
      """
      Odile Odile PROPN 2 nsubj NNP
      said say VERB 0 root VBD
      pilots pilot NOUN 4 nsubj NNS
      fled flee VERB 2 ccomp VBD
      and and CCONJ 6 cc CC
      denied deny VERB 4 conj VBD
      fraud fraud NOUN 6 obj NN
      """)
    #expect(tokens[5].head == 1)
  }

  @Test("whoever is told is not the one who did it")
  func hearer() throws {
    let tokens = try repaired(
      """
      Odile Odile PROPN 2 nsubj NNP
      told tell VERB 0 root VBD
      jurors juror NOUN 6 nsubj NNS
      she she PRON 6 nsubj PRP
      had have AUX 6 aux VBD
      fled flee VERB 2 ccomp VBN
      """)
    #expect(tokens[2].head == 1 && tokens[2].deprel == "iobj")
  }

  @Test("a sentence that repairs would leave without one root stays as it was")
  func rootless() throws {
    let tree = """
      A a DET 2 det DT
      b b NOUN 4 nsubj NN
      ; ; PUNCT 4 punct :
      fell fall VERB 0 root VBD
      ; ; PUNCT 4 punct :
      c c NOUN 4 nsubj NN
      sank sink VERB 4 conj VBD
      """
    let tokens = try repaired(tree)
    #expect(tokens.count { $0.head == nil } == 1)
  }
}
