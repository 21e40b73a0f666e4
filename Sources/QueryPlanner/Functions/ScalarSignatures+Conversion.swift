let conversionSignatures: [FunctionSignature] =
  convert("toInteger", from: .any, to: .integer, "an integer")
  + convert("toFloat", from: .any, to: .float, "a float")
  + convert("toBoolean", from: .any, to: .boolean, "a boolean")
  + convert(
    "toString", from: .any, to: .string, "text")

private func convert(
  _ name: String, from source: ValueTypes, to result: ValueTypes, _ noun: String
) -> [FunctionSignature] {
  [
    FunctionSignature(
      name, [.init("value", source)], returns: result,
      summary: "The value as \(noun); null if its text is none."),
    FunctionSignature(
      name + "OrNull", [.init("value", .any)], returns: result,
      summary: "The value as \(noun); null if it cannot be."),
    FunctionSignature(
      name + "List", [.init("list", .list)], returns: .list,
      summary: "A list with each element as \(noun), or null where it cannot be."),
  ]
}
