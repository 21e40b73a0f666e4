let numberSignatures: [FunctionSignature] = [
  FunctionSignature(
    "abs", [.init("number", .number)], returns: .number, summary: "A number without its sign."),
  FunctionSignature(
    "sign", [.init("number", .number)], returns: .integer, summary: "-1, 0 or 1: the sign of a number."),
  real("ceil", "The least whole number that is not below the number, as a float."),
  real("ceiling", "The least whole number that is not below the number, as a float."),
  real("floor", "The greatest whole number that is not above the number, as a float."),
  FunctionSignature(
    "round",
    [
      .init("number", .number), .init("precision", .integer, isOptional: true),
      .init("mode", .string, isOptional: true),
    ], returns: .float,
    summary:
      "The number to `precision` decimal places; mode is UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN, HALF_EVEN."),
  FunctionSignature(
    "isNaN", [.init("number", .number)], returns: .boolean, summary: "Whether the number is not a number."),
  real("sqrt", "The square root."),
  real("exp", "e to the power of the number."),
  real("log", "The natural logarithm."),
  real("ln", "The natural logarithm."),
  real("log10", "The logarithm to base 10."),
  FunctionSignature(
    "power", [.init("base", .number), .init("exponent", .number)], returns: .float,
    summary: "The first number to the power of the second."),
  FunctionSignature(
    "mod", [.init("dividend", .number), .init("divisor", .number)], returns: .number,
    summary: "What is left of a division, with the sign of the dividend."),
  real("sin", "The sine of an angle in radians."),
  real("cos", "The cosine of an angle in radians."),
  real("tan", "The tangent of an angle in radians."),
  real("cot", "The cotangent of an angle in radians."),
  real("asin", "The angle in radians whose sine is the number."),
  real("acos", "The angle in radians whose cosine is the number."),
  real("atan", "The angle in radians whose tangent is the number."),
  FunctionSignature(
    "atan2", [.init("y", .number), .init("x", .number)], returns: .float,
    summary: "The angle in radians from the x axis to the point (x, y)."),
  real("sinh", "The hyperbolic sine."),
  real("cosh", "The hyperbolic cosine."),
  real("tanh", "The hyperbolic tangent."),
  real("haversin", "Half the versine of an angle in radians."),
  real("degrees", "Radians in degrees."),
  real("radians", "Degrees in radians."),
  FunctionSignature("pi", [], returns: .float, summary: "The ratio of a circle's circumference to its diameter."),
  FunctionSignature("e", [], returns: .float, summary: "The base of the natural logarithm."),
  FunctionSignature(
    "rand", [], returns: .float, isDeterministic: false, summary: "A random number from 0 to below 1."),
]

private func real(_ name: String, _ summary: String) -> FunctionSignature {
  FunctionSignature(name, [.init("number", .number)], returns: .float, summary: summary)
}
