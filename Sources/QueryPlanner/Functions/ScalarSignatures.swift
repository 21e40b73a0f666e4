/// The functions that need nothing but their arguments: numbers, strings, lists, dates.
let scalarSignatures: [FunctionSignature] = [
  FunctionSignature("coalesce", [.init("value", .any)], isVariadic: true, returns: .any,
    summary: "The first of its arguments that is not null.")
]
