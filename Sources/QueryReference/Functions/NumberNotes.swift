/// On functions of numbers.
let numberNotes: [FunctionNote] = [
  FunctionNote(
    "abs",
    related: ["sign"],
    examples: #"""
      RETURN abs(-3) AS whole, abs(-1.5) AS part;
      //= whole | part
      //= 3     | 1.5
      """#),
  FunctionNote(
    "sign",
    related: ["abs"],
    examples: #"""
      RETURN sign(-3) AS below, sign(0) AS zero, sign(2.5) AS above;
      //= below | zero | above
      //= -1    | 0    | 1
      """#),
  FunctionNote(
    "ceil",
    related: ["floor", "round", "ceiling"],
    examples: #"""
      RETURN ceil(1.2) AS above, ceil(-1.2) AS below;
      //= above | below
      //= 2.0   | -1.0
      """#),
  FunctionNote(
    "ceiling",
    related: ["ceil"],
    examples: #"""
      RETURN ceiling(1.2) AS above;
      //= above
      //= 2.0
      """#),
  FunctionNote(
    "floor",
    related: ["ceil", "round"],
    examples: #"""
      RETURN floor(1.8) AS above, floor(-1.2) AS below;
      //= above | below
      //= 1.0   | -2.0
      """#),
  FunctionNote(
    "round",
    text: """
      Without a mode, what is halfway goes up.
      """,
    related: ["ceil", "floor"],
    examples: #"""
      RETURN round(1.5) AS a, round(-1.5) AS b, round(1.249, 1) AS c, round(2.5, 0, 'HALF_EVEN') AS d;
      //= a   | b    | c   | d
      //= 2.0 | -1.0 | 1.2 | 2.0
      """#),
  FunctionNote(
    "isNaN",
    related: ["numbers"],
    examples: #"""
      RETURN isNaN(0.0 / 0.0) AS a, isNaN(1) AS b;
      //= a    | b
      //= true | false
      """#),
  FunctionNote(
    "sqrt",
    related: ["power"],
    examples: #"""
      RETURN sqrt(16) AS root, sqrt(-1) AS none;
      //= root | none
      //= 4.0  | NaN
      """#),
  FunctionNote(
    "exp",
    related: ["log"],
    examples: #"""
      RETURN exp(0) AS one;
      //= one
      //= 1.0
      """#),
  FunctionNote(
    "log",
    related: ["ln", "log10", "exp"],
    examples: #"""
      RETURN log(e()) AS one;
      //= one
      //= 1.0
      """#),
  FunctionNote(
    "ln",
    related: ["log"],
    examples: #"""
      RETURN ln(1) AS zero;
      //= zero
      //= 0.0
      """#),
  FunctionNote(
    "log10",
    related: ["log"],
    examples: #"""
      RETURN log10(1000) AS three;
      //= three
      //= 3.0
      """#),
  FunctionNote(
    "power",
    related: ["sqrt", "arithmetic"],
    examples: #"""
      RETURN power(2, 10) AS power;
      //= power
      //= 1024.0
      """#),
  FunctionNote(
    "mod",
    related: ["arithmetic"],
    examples: #"""
      RETURN mod(7, 3) AS a, mod(-7, 3) AS b;
      //= a | b
      //= 1 | -1
      """#),
  FunctionNote(
    "sin",
    related: ["cos", "asin", "radians"],
    examples: #"""
      RETURN sin(pi() / 2) AS x;
      //= x
      //= 1.0
      """#),
  FunctionNote(
    "cos",
    related: ["sin", "acos"],
    examples: #"""
      RETURN cos(0) AS x;
      //= x
      //= 1.0
      """#),
  FunctionNote(
    "tan",
    related: ["cot", "atan"],
    examples: #"""
      RETURN tan(0) AS x;
      //= x
      //= 0.0
      """#),
  FunctionNote(
    "cot",
    related: ["tan"],
    examples: #"""
      RETURN round(cot(pi() / 4), 6) AS x;
      //= x
      //= 1.0
      """#),
  FunctionNote(
    "asin",
    related: ["sin"],
    examples: #"""
      RETURN asin(1) = pi() / 2 AS right;
      //= right
      //= true
      """#),
  FunctionNote(
    "acos",
    related: ["cos"],
    examples: #"""
      RETURN acos(1) AS x;
      //= x
      //= 0.0
      """#),
  FunctionNote(
    "atan",
    related: ["tan", "atan2"],
    examples: #"""
      RETURN atan(0) AS x;
      //= x
      //= 0.0
      """#),
  FunctionNote(
    "atan2",
    related: ["atan"],
    examples: #"""
      RETURN degrees(atan2(1, 1)) AS degrees;
      //= degrees
      //= 45.0
      """#),
  FunctionNote(
    "sinh",
    related: ["cosh", "tanh"],
    examples: #"""
      RETURN sinh(0) AS x;
      //= x
      //= 0.0
      """#),
  FunctionNote(
    "cosh",
    related: ["sinh", "tanh"],
    examples: #"""
      RETURN cosh(0) AS x;
      //= x
      //= 1.0
      """#),
  FunctionNote(
    "tanh",
    related: ["sinh", "cosh"],
    examples: #"""
      RETURN tanh(0) AS x;
      //= x
      //= 0.0
      """#),
  FunctionNote(
    "haversin",
    related: ["sin"],
    examples: #"""
      RETURN haversin(0) AS x;
      //= x
      //= 0.0
      """#),
  FunctionNote(
    "degrees",
    related: ["radians"],
    examples: #"""
      RETURN degrees(pi()) AS half;
      //= half
      //= 180.0
      """#),
  FunctionNote(
    "radians",
    related: ["degrees"],
    examples: #"""
      RETURN radians(180) = pi() AS half;
      //= half
      //= true
      """#),
  FunctionNote(
    "pi",
    related: ["radians", "e"],
    examples: #"""
      RETURN round(pi(), 4) AS pi;
      //= pi
      //= 3.1416
      """#),
  FunctionNote(
    "e",
    related: ["exp", "log"],
    examples: #"""
      RETURN round(e(), 4) AS e;
      //= e
      //= 2.7183
      """#),
  FunctionNote(
    "rand",
    related: ["round"],
    examples: #"""
      RETURN 0 <= rand() < 1 AS share;
      //= share
      //= true
      """#),
]
