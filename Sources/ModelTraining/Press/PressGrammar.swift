/// Reads the notation of ``PressGrammar/text`` and puts sentences together by it.
///
/// A line that ends with a colon names what the lines behind it are ways to say; a number in front says how often. An item is
/// `label=what>head:relation`: `what` is a word with its tag, a class of words (`%day`, `%say.VBD`), another name of the
/// grammar (`$speaker`, `^$clause` with a capital) or phrases of the treebank under a name; `head` is a label of the line, or
/// `^` for what the line hangs on. Relation `*` is the one that the phrase has of its own. What stands in brackets comes
/// half of the time.
struct PressGrammar {
  enum What {
    case word(form: String, upos: String?, xpos: String)
    case lexical(name: String, tag: String?)
    case phrase(name: String, isCapital: Bool)
  }

  struct Item {
    let label: String?
    let what: What
    let head: String?
    let deprel: String?
  }

  indirect enum Part {
    case item(Item)
    case optional([Part])
  }

  private(set) var rules: [String: [[Part]]] = [:]

  init(_ text: String) {
    var name = ""
    for line in text.split(separator: "\n") {
      var tokens = line.split(separator: " ")[...]
      guard let first = tokens.first, first != "#" else { continue }
      if tokens.count == 1, first.hasSuffix(":"), !first.contains(">") {
        name = String(first.dropLast())
        continue
      }
      var weight = 1
      if let number = Int(first) {
        weight = number
        tokens.removeFirst()
      }
      let parts = Self.parts(&tokens)
      rules[name, default: []] += Array(repeating: parts, count: weight)
    }
  }

  private static func parts(_ tokens: inout ArraySlice<Substring>) -> [Part] {
    var result: [Part] = []
    while let token = tokens.popFirst() {
      if token == "(" {
        result.append(.optional(parts(&tokens)))
      } else if token == ")" {
        break
      } else {
        result.append(.item(item(token)))
      }
    }
    return result
  }

  private static func item(_ token: Substring) -> Item {
    let arrow = token.lastIndex(of: ">") ?? token.endIndex
    var front = token[..<arrow]
    let behind = arrow < token.endIndex ? token[token.index(after: arrow)...].split(separator: ":", maxSplits: 1) : []
    precondition(!behind.isEmpty, "an item says what it hangs on: \(token)")
    var label: String?
    if let sign = front.firstIndex(of: "="), sign > front.startIndex {
      label = String(front[..<sign])
      front = front[front.index(after: sign)...]
    }
    let head = behind[0] == "^" ? nil : String(behind[0])
    let deprel = behind.count > 1 ? behind[1] == "*" ? nil : String(behind[1]) : "punct"
    return Item(label: label, what: what(front), head: head, deprel: deprel)
  }

  private static func what(_ text: Substring) -> What {
    if text.hasPrefix("$") { return .phrase(name: String(text.dropFirst()), isCapital: false) }
    if text.hasPrefix("^$") { return .phrase(name: String(text.dropFirst(2)), isCapital: true) }
    if text.hasPrefix("%") {
      let parts = text.dropFirst().split(separator: ".", maxSplits: 1)
      return .lexical(name: String(parts[0]), tag: parts.count > 1 ? String(parts[1]) : nil)
    }
    guard let slash = text.lastIndex(of: "/"), slash > text.startIndex else {
      let form = ["LRB": "(", "RRB": ")"][text] ?? String(text)
      return .word(form: form, upos: "PUNCT", xpos: marks[String(text)] ?? ":")
    }
    let tags = text[text.index(after: slash)...].split(separator: ".", maxSplits: 1)
    return .word(
      form: String(text[..<slash]), upos: tags.count > 1 ? String(tags[0]) : nil, xpos: String(tags.last ?? "NN"))
  }

  private static let marks = [
    ",": ",", ".": ".", "!": ".", "?": ".", ":": ":", ";": ":", "``": "``", "''": "''", "LRB": "-LRB-", "RRB": "-RRB-",
    "--": ":", "–": ":", "—": ":", "-": "HYPH",
  ]

  /// The coarse tag of a word by its fine tag and its relation.
  static func upos(_ xpos: String, _ deprel: String) -> String {
    switch xpos {
    case "IN": deprel == "mark" ? "SCONJ" : "ADP"
    case "VB", "VBD", "VBZ", "VBP", "VBN", "VBG":
      ["aux", "aux:pass", "cop"].contains(deprel) ? "AUX" : "VERB"
    case "MD": "AUX"
    case "DT": deprel == "det" ? "DET" : "PRON"
    case "PRP", "PRP$", "WP", "WDT", "WP$", "EX": "PRON"
    case "TO", "POS": "PART"
    case "RB", "RBR", "WRB": "ADV"
    case "CD": "NUM"
    case "NN", "NNS": "NOUN"
    case "NNP", "NNPS": "PROPN"
    case "JJ", "JJR", "JJS": "ADJ"
    case "CC": "CCONJ"
    case "RP": "ADP"
    default: "X"
    }
  }
}
