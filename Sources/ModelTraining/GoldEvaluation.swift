import SourceText
import TextAnalysis

/// Accuracy on the words of a treebank as they are cut there.
struct GoldEvaluation {
  private(set) var words = 0
  private(set) var upos = 0
  private(set) var xpos = 0
  private(set) var lemmas = 0
  private(set) var heads = 0
  private(set) var labelled = 0
  /// Per relation: in the treebank, found, right with head.
  private(set) var relations: [String: (gold: Int, found: Int, right: Int)] = [:]

  init(_ sentences: [TreebankSentence], model: LanguageModel) {
    let analyzer = Analyzer(model: model)
    for sentence in sentences {
      var tokens = sentence.forms.enumerated().map { index, form in
        Token(
          range: SourceRange(0, 0), form: form, lemma: form, upos: .other, xpos: "", head: nil, deprel: "",
          hasSpaceBefore: index == 0 || sentence.spaceAfter[index - 1])
      }
      analyzer.annotate(&tokens, tokens.indices)
      for (index, token) in tokens.enumerated() {
        words += 1
        if token.upos.rawValue == sentence.upos[index] { upos += 1 }
        if token.xpos == sentence.xpos[index] { xpos += 1 }
        if token.lemma == sentence.lemmas[index] { lemmas += 1 }
        relations[sentence.deprels[index], default: (0, 0, 0)].gold += 1
        relations[token.deprel, default: (0, 0, 0)].found += 1
        guard (token.head.map { $0 + 1 } ?? 0) == sentence.heads[index] else { continue }
        heads += 1
        guard token.deprel == sentence.deprels[index] else { continue }
        labelled += 1
        relations[token.deprel, default: (0, 0, 0)].right += 1
      }
    }
  }

  /// The relations that attribution and events are read from.
  static let namedRelations = ["nsubj", "obj", "obl", "ccomp", "parataxis", "appos", "nmod", "acl:relcl"]

  /// F1 of each of ``namedRelations``: head and relation right.
  var relationSummary: String {
    Self.namedRelations.map { relation in
      let counts = relations[relation] ?? (0, 0, 0)
      return "\(relation) \(percent(2 * Double(counts.right) / Double(max(1, counts.gold + counts.found))))"
    }.joined(separator: "  ")
  }

  var summary: String {
    func share(_ count: Int) -> String { percent(Double(count) / Double(max(1, words))) }
    return
      "UPOS \(share(upos))  XPOS \(share(xpos))  lemma \(share(lemmas))  UAS \(share(heads))  LAS \(share(labelled))"
  }
}
