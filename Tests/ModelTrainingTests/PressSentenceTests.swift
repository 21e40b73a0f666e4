import Testing

@testable import ModelTraining

@Suite("sentences in the manner of the press")
struct PressSentenceTests {
  @Test("each has one root, whose words all hang on it without crossing")
  func trees() {
    for sentence in made(1500) {
      #expect(sentence.heads.count { $0 == 0 } == 1)
      #expect(sentence.deprels.count { $0 == "root" } == 1)
      for word in 0..<sentence.count {
        var head = sentence.heads[word]
        var steps = 0
        while head > 0, steps <= sentence.count {
          #expect(head != word + 1, "\(text(sentence))")
          head = sentence.heads[head - 1]
          steps += 1
        }
        #expect(head == 0, "\(text(sentence))")
      }
      #expect(crossing(sentence) == nil, "\(text(sentence))")
    }
  }

  @Test("the same treebank and seed give the same sentences, another seed gives others")
  func same() {
    let first = PressSentences.conllu(made(200))
    #expect(PressSentences.conllu(made(200)) == first)
    #expect(PressSentences.conllu(made(200, seed: 42)) != first)
  }

  @Test("tags and relations are those of the treebanks, and marks hang on words and bear none")
  func marks() {
    for sentence in made(1500) {
      for word in 0..<sentence.count {
        #expect(Self.tags.contains(sentence.upos[word]), "\(sentence.forms[word]) in \(text(sentence))")
        #expect(!sentence.deprels[word].isEmpty && sentence.deprels[word] != "dep", "\(text(sentence))")
        guard sentence.upos[word] == "PUNCT" else { continue }
        #expect(sentence.deprels[word] == "punct", "\(text(sentence))")
        #expect(!sentence.heads.contains(word + 1), "\(text(sentence))")
      }
    }
  }

  @Test("articles, marks and spaces stand as they are written")
  func writing() {
    for sentence in made(1500) {
      let written = text(sentence)
      for wrong in [" ,", ",,", ",.", " .", "( ", " )", "  ", " 's "] {
        #expect(!written.contains(wrong), "\(written)")
      }
      #expect(!written.contains(" a official") && !written.contains(" an man"), "\(written)")
      #expect(written.first?.isLowercase != true, "\(written)")
    }
  }

  @Test("what is said stands below the verb of saying, wherever it is told")
  func content() {
    let quoted = made(3000).filter { $0.xpos.contains("``") && $0.forms.contains("said") && $0.forms.last == "." }
    #expect(quoted.count > 100)
    for sentence in quoted where sentence.xpos[0] == "``" {
      let content = sentence.heads[0] - 1
      #expect(["ccomp", "root", "nsubj", "nsubj:pass"].contains(sentence.deprels[content]), "\(text(sentence))")
    }
  }

  @Test(
    "verbs bend as they should",
    arguments: [
      ("deny", "VBZ", "denies"), ("deny", "VBD", "denied"), ("admit", "VBG", "admitting"), ("say", "VBD", "said"),
      ("accuse", "VBG", "accusing"), ("free", "VBG", "freeing"), ("dismiss", "VBZ", "dismisses"),
      ("take", "VBN", "taken"),
      ("laugh", "VBZ", "laughs"), ("push", "VBZ", "pushes"), ("destroy", "VBZ", "destroys"), ("free", "VBD", "freed"),
    ])
  func inflection(verb: String, tag: String, form: String) {
    #expect(PressLexicon.inflected(verb, tag) == form)
  }

  private func made(_ count: Int, seed: UInt64 = 41) -> [TreebankSentence] {
    PressSentences.make(count, from: Treebank.sentences(in: Self.treebank), seed: seed)
  }

  private func crossing(_ sentence: TreebankSentence) -> Int? {
    for word in 1...sentence.count where sentence.heads[word - 1] > 0 {
      let (low, high) = (min(word, sentence.heads[word - 1]), max(word, sentence.heads[word - 1]))
      for between in low...high where between != low && between != high {
        guard (low...high).contains(sentence.heads[between - 1]) else { return between }
      }
    }
    return nil
  }

  private func text(_ sentence: TreebankSentence) -> String {
    (0..<sentence.count).map { sentence.forms[$0] + (sentence.spaceAfter[$0] && $0 + 1 < sentence.count ? " " : "") }
      .joined()
  }

  /// A few sentences as a treebank has them: one for each kind of clause and phrase that is cut out.
  private static let treebank = [
    "The/DET/DT/2/det council/NOUN/NN/3/nsubj approved/VERB/VBD/0/root the/DET/DT/6/det new/ADJ/JJ/6/amod "
      + "bridge/NOUN/NN/3/obj on/ADP/IN/8/case Monday/PROPN/NNP/3/obl ././PUNCT/3/punct",
    "A/DET/DT/2/det driver/NOUN/NN/5/nsubj who/PRON/WP/4/nsubj left/VERB/VBD/2/acl:relcl told/VERB/VBD/0/root "
      + "officials/NOUN/NNS/5/iobj that/SCONJ/IN/11/mark the/DET/DT/9/det road/NOUN/NN/11/nsubj was/AUX/VBD/11/cop "
      + "muddy/ADJ/JJ/5/ccomp ././PUNCT/5/punct",
    "Officials/NOUN/NNS/2/nsubj say/VERB/VBP/0/root the/DET/DT/4/det road/NOUN/NN/6/nsubj was/AUX/VBD/6/cop "
      + "shut/ADJ/JJ/2/ccomp ././PUNCT/2/punct",
    "She/PRON/PRP/2/nsubj wants/VERB/VBZ/0/root to/PART/TO/4/mark see/VERB/VB/2/xcomp the/DET/DT/6/det "
      + "harbour/NOUN/NN/4/obj ././PUNCT/2/punct",
    "He/PRON/PRP/2/nsubj admitted/VERB/VBD/0/root selling/VERB/VBG/2/xcomp the/DET/DT/5/det boat/NOUN/NN/3/obj "
      + "././PUNCT/2/punct",
    "Letters/NOUN/NNS/7/nsubj:pass written/VERB/VBN/1/acl by/ADP/IN/5/case the/DET/DT/5/det clerk/NOUN/NN/2/obl:agent "
      + "were/AUX/VBD/7/aux:pass found/VERB/VBN/0/root ././PUNCT/7/punct",
    "The/DET/DT/2/det mill/NOUN/NN/7/nsubj which/PRON/WDT/4/nsubj burned/VERB/VBD/2/acl:relcl "
      + "down/ADP/RP/4/compound:prt was/AUX/VBD/7/cop old/ADJ/JJ/0/root ././PUNCT/7/punct",
    "They/PRON/PRP/2/nsubj left/VERB/VBD/0/root because/SCONJ/IN/6/mark the/DET/DT/5/det water/NOUN/NN/6/nsubj "
      + "rose/VERB/VBD/2/advcl ././PUNCT/2/punct",
  ].map(conllu).joined()

  private static func conllu(_ line: String) -> String {
    line.split(separator: " ").enumerated().map { index, word in
      var cells = word.split(separator: "/").map(String.init)
      if cells[2] == "PUNCT" { cells.swapAt(1, 2) }
      return "\(index + 1)\t\(cells[0])\t\(cells[0])\t\(cells[1])\t\(cells[2])\t_\t\(cells[3])\t\(cells[4])\t_\t_\n"
    }.joined() + "\n"
  }

  private static let tags: Set<String> = [
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "VERB",
  ]
}
