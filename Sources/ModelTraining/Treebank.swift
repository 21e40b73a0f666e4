import Foundation
import TextAnalysis

/// A sentence of a treebank, its words in columns.
struct TreebankSentence {
  var forms: [String] = []
  var lemmas: [String] = []
  var upos: [String] = []
  var xpos: [String] = []
  /// 1-based, 0 for the root.
  var heads: [Int] = []
  var deprels: [String] = []
  /// Whether a space follows the word in the text.
  var spaceAfter: [Bool] = []
  var beginsParagraph = false
  var beginsDocument = false

  var count: Int { forms.count }
}

enum Treebank {
  /// Reads a CoNLL-U file; empty nodes and the surface rows of contractions are left out, but for their spacing.
  static func read(_ path: String) throws -> [TreebankSentence] {
    sentences(in: try String(contentsOfFile: path, encoding: .utf8))
  }

  static func sentences(in contents: String) -> [TreebankSentence] {
    var result: [TreebankSentence] = []
    var sentence = TreebankSentence()
    var contractionEnd = 0
    var contractionSpace = true
    for line in contents.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty {
        if sentence.count > 0 { result.append(sentence) }
        sentence = TreebankSentence()
        contractionEnd = 0
        continue
      }
      if line.utf8.first == UInt8(ascii: "#") {
        if line.hasPrefix("# newpar") { sentence.beginsParagraph = true }
        if line.hasPrefix("# newdoc") { sentence.beginsDocument = true }
        continue
      }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 10 else { continue }
      let hasSpace = !columns[9].contains("SpaceAfter=No")
      if columns[0].contains("-") {
        contractionEnd = Int(columns[0].split(separator: "-")[1]) ?? 0
        contractionSpace = hasSpace
        continue
      }
      guard let index = Int(columns[0]) else { continue }
      sentence.forms.append(String(columns[1]))
      sentence.lemmas.append(String(columns[2]))
      sentence.upos.append(String(columns[3]))
      sentence.xpos.append(String(columns[4]))
      sentence.heads.append(Int(columns[6]) ?? 0)
      sentence.deprels.append(String(columns[7]))
      sentence.spaceAfter.append(index < contractionEnd ? false : index == contractionEnd ? contractionSpace : hasSpace)
    }
    if sentence.count > 0 { result.append(sentence) }
    return result
  }

  /// The running text that the sentences were cut from: paragraphs apart by an empty line.
  static func text(of sentences: [TreebankSentence]) -> String {
    var result = ""
    for sentence in sentences {
      if sentence.beginsParagraph || sentence.beginsDocument, !result.isEmpty {
        while result.last?.isWhitespace == true { result.removeLast() }
        result += "\n\n"
      }
      for index in 0..<sentence.count {
        result += sentence.forms[index]
        if sentence.spaceAfter[index] { result += " " }
      }
    }
    return result
  }
}
