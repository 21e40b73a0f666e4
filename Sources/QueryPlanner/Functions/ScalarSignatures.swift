/// The functions that need nothing but their arguments: numbers, strings, lists, dates.
let scalarSignatures: [FunctionSignature] =
  generalSignatures + numberSignatures + stringSignatures + listSignatures + conversionSignatures
  + temporalSignatures

private let generalSignatures: [FunctionSignature] = [
  FunctionSignature(
    "coalesce", [.init("value", .any)], isVariadic: true, returns: .any,
    summary: "The first of its arguments that is not null."),
  FunctionSignature(
    "nullIf", [.init("value", .any), .init("unwanted", .any)], returns: .any,
    summary: "Null if both arguments are equal, else the first."),
  FunctionSignature(
    "all_different", [.init("element", .element), .init("other", .element)], isVariadic: true, returns: .boolean,
    summary: "Whether no two of these nodes or edges are the same."),
  FunctionSignature(
    "same", [.init("element", .element), .init("other", .element)], isVariadic: true, returns: .boolean,
    summary: "Whether all of these nodes or edges are the same."),
  FunctionSignature(
    "valueType", [.init("value", .any)], returns: .string,
    summary: "The kind of a value in the words of ISO GQL: `INTEGER NOT NULL`."),
  FunctionSignature(
    "timestamp", [], returns: .integer,
    summary: "When the statement began, in milliseconds since 1970-01-01T00:00Z."),
]
