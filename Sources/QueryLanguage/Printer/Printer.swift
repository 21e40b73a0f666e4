import SourceText

/// Writes syntax as canonical text on one line: keywords in capitals, as few brackets as the grammar allows.
///
/// What it writes of a parsed tree parses back to an equal tree. (A tree built otherwise may hold what no text
/// stands for, such as an infinite number.)
struct Printer {
  var text = ""
  /// Whether a bar would end what is being written.
  var endsAtBar = false
  /// INSERT takes no label behind a second colon.
  var joinsLabelsWithAmpersand = false

  mutating func write(_ piece: String) { text += piece }

  /// Writes each of `elements` with `separator` between them.
  mutating func list<Element>(
    _ elements: [Element], separator: String = ", ", _ writeOne: (inout Printer, Element) -> Void
  ) {
    for (index, element) in elements.enumerated() {
      if index > 0 { write(separator) }
      writeOne(&self, element)
    }
  }

  // MARK: names

  /// A variable, alias or function, quoted if it is a reserved word.
  mutating func variable(_ name: String) { write(Printer.spelledVariable(name)) }

  /// A label, type or key, quoted if it is no word.
  mutating func name(_ name: String) { write(Printer.spelledName(name)) }

  static func spelledVariable(_ name: String) -> String {
    Keyword(word: name)?.isReserved == true ? quoted(name) : spelledName(name)
  }

  static func spelledName(_ name: String) -> String { isWord(name) ? name : quoted(name) }

  static func quoted(_ name: String) -> String {
    var quoted = "`"
    for scalar in name.unicodeScalars {
      quoted.unicodeScalars.append(scalar)
      if scalar == "`" { quoted += "`" }
    }
    return quoted + "`"
  }

  private static func isWord(_ name: String) -> Bool {
    let tokens = Lexer.tokens(of: name)
    return tokens.count == 2 && tokens[0].kind == .word && tokens[0].range.lengthBytes == name.utf8.count
  }

  /// `a.b.c`, each part by itself; only the first may not be reserved.
  static func spelledQualified(_ name: String) -> String {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    return parts.enumerated().map { $0 == 0 ? spelledVariable($1) : spelledName($1) }.joined(separator: ".")
  }

  mutating func alias(_ name: Name?) {
    guard let name else { return }
    // Unquoted, `AS of` could be taken for the beginning of a filter.
    write(Keyword(word: name.text) == .of ? " AS \(Printer.quoted(name.text))" : " AS ")
    if Keyword(word: name.text) != .of { variable(name.text) }
  }
}

extension Query: CustomStringConvertible {
  public var description: String { Printer.printed { $0.query(self) } }
}

extension SingleQuery: CustomStringConvertible {
  public var description: String { Printer.printed { $0.single(self) } }
}

extension Clause: CustomStringConvertible {
  public var description: String { Printer.printed { $0.clause(self) } }
}

extension ProvenanceFilter: CustomStringConvertible {
  public var description: String { Printer.printed { $0.filter(self) } }
}

extension PathPattern: CustomStringConvertible {
  public var description: String { Printer.printed { $0.path(self) } }
}

extension NodePattern: CustomStringConvertible {
  public var description: String { Printer.printed { $0.node(self) } }
}

extension EdgePattern: CustomStringConvertible {
  public var description: String { Printer.printed { $0.edge(self) } }
}

extension LabelExpression: CustomStringConvertible {
  /// Without the colon in front.
  public var description: String { Printer.printed { $0.labels(self) } }
}

extension Expression: CustomStringConvertible {
  public var description: String { Printer.printed { $0.expression(self) } }
}

extension Name: CustomStringConvertible {
  /// As a label or key is written: in back quotes if it is no word.
  public var description: String { Printer.spelledName(text) }
}

extension Printer {
  fileprivate static func printed(_ write: (inout Printer) -> Void) -> String {
    var printer = Printer()
    write(&printer)
    return printer.text
  }
}
