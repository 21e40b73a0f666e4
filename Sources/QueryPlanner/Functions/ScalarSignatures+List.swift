let listSignatures: [FunctionSignature] = [
  FunctionSignature(
    "size", [.init("value", [.list, .string])], returns: .integer,
    summary: "How many elements a list has, or code points a text."),
  FunctionSignature(
    "isEmpty", [.init("value", [.list, .map, .string])], returns: .boolean,
    summary: "Whether a list, map or text has nothing in it."),
  FunctionSignature("head", [.init("list", .list)], returns: .any, summary: "The first element of a list."),
  FunctionSignature("last", [.init("list", .list)], returns: .any, summary: "The last element of a list."),
  FunctionSignature("tail", [.init("list", .list)], returns: .list, summary: "A list without its first element."),
  FunctionSignature(
    "reverse", [.init("value", [.list, .string])], returns: [.list, .string],
    summary: "A list or text from its end to its beginning."),
  FunctionSignature(
    "range", [.init("start", .integer), .init("end", .integer), .init("step", .integer, isOptional: true)],
    returns: .list, summary: "The integers from `start` to `end`, both included, in steps."),
  FunctionSignature("length", [.init("path", .path)], returns: .integer, summary: "How many edges a path has."),
]
