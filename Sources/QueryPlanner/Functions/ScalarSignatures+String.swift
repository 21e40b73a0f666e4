let stringSignatures: [FunctionSignature] = [
  text("toUpper", "The text in upper case."),
  text("upper", "The text in upper case."),
  text("toLower", "The text in lower case."),
  text("lower", "The text in lower case."),
  trim("trim", "both ends"),
  trim("btrim", "both ends"),
  trim("ltrim", "the beginning"),
  trim("rtrim", "the end"),
  FunctionSignature(
    "substring",
    [.init("text", .string), .init("start", .integer), .init("length", .integer, isOptional: true)],
    returns: .string, summary: "The text from code point `start`, counted from 0, `length` code points long."),
  FunctionSignature(
    "left", [.init("text", .string), .init("length", .integer)], returns: .string,
    summary: "The first `length` code points of the text."),
  FunctionSignature(
    "right", [.init("text", .string), .init("length", .integer)], returns: .string,
    summary: "The last `length` code points of the text."),
  FunctionSignature(
    "replace", [.init("text", .string), .init("search", .string), .init("replacement", .string)],
    returns: .string, summary: "The text with every occurrence of `search` replaced."),
  FunctionSignature(
    "split", [.init("text", .string), .init("delimiter", [.string, .list])], returns: .list,
    summary: "The parts of the text between a delimiter, or between any of a list of them."),
  FunctionSignature(
    "char_length", [.init("text", .string)], returns: .integer, summary: "How many code points the text has."),
  FunctionSignature(
    "character_length", [.init("text", .string)], returns: .integer, summary: "How many code points the text has."),
  FunctionSignature(
    "normalize", [.init("text", .string), .init("form", .string, isOptional: true)], returns: .string,
    summary: "The text in a Unicode normal form: NFC, NFD, NFKC or NFKD."),
]

private func text(_ name: String, _ summary: String) -> FunctionSignature {
  FunctionSignature(name, [.init("text", .string)], returns: .string, summary: summary)
}

private func trim(_ name: String, _ place: String) -> FunctionSignature {
  FunctionSignature(
    name, [.init("text", .string), .init("characters", .string, isOptional: true)], returns: .string,
    summary: "The text without white space, or the given characters, at \(place).")
}
