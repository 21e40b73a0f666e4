/// GQL: syntax, expressions, functions, literals.
let gqlExpressionFeatures: [Feature.Seed] = [
  .yes("GA01", "IEEE 754 floating point operations", "numbers", "isNaN#example", "sqrt#example"),
  .yes(
    "GA03", "Explicit ordering of nulls", "ORDER BY", "queries/language/order-and-pages.gql#nulls-first",
    "queries/language/order-and-pages.gql#nulls-last"),
  .partly(
    "GA04", "Universal comparison", "comparison", "comparison#different-kinds",
    remark: "values of different kinds are never equal; which is less is null"),
  .yes("GA05", "Cast specification", "CAST", "queries/language/types-and-casts.gql#cast"),
  .yes("GA06", "Value type predicate", "types", "queries/language/types-and-casts.gql#is"),
  .yes("GA07", "Ordering by discarded binding variables", "ORDER BY", "ORDER BY#by-what-is-not-shown"),
  .partly(
    "GA08", "GQL-status objects with diagnostic records", "UnexpectedSyntax", "UnexpectedSyntax#example",
    remark: "each error has its status code and place; no record of diagnostics"),
  .yes("GA09", "Comparison of paths", "comparison", "queries/language/names-of-the-standard.gql#equal-paths"),
  .yes("GB01", "Long identifiers", "names", "queries/language/names-of-the-standard.gql#a-long-name"),
  .no("GB02", "Double minus sign comments", remark: "two minus signs are two minus signs", refused: "RETURN 1 -- one"),
  .yes("GB03", "Double solidus comments", "names", "names#comments"),
  .no("GE01", "Graph reference value expressions"),
  .no("GE02", "Binding table reference value expressions"),
  .no(
    "GE03", "Let-binding of variables in expressions", remark: "LET is a clause", refused: "RETURN LET x = 1 IN x END"),
  .no("GE04", "Graph parameters"),
  .no("GE05", "Binding table parameters"),
  .no("GE06", "Path value construction", refused: "MATCH (a)-[r]->(b) RETURN PATH[a, r, b]"),
  .yes("GE07", "Boolean XOR", "AND", "AND#tables"),
  .no("GE08", "Reference parameters"),
  .no(
    "GE09", "Horizontal aggregation", remark: "group variables are lists: `reduce`",
    refused: "MATCH ((a)-[r:T]->(b)){2} RETURN sum(r.w) AS sum"),
  .yes("GF01", "Enhanced numeric functions", "abs", "queries/language/names-of-the-standard.gql#numeric-functions"),
  .yes(
    "GF02", "Trigonometric functions", "sin", "sin#example", "cos#example", "tan#example", "cot#example",
    "asin#example", "acos#example", "atan#example", "sinh#example", "cosh#example", "tanh#example", "degrees#example",
    "radians#example"),
  .partly(
    "GF03", "Logarithmic functions", "log", "ln#example", "log10#example", "exp#example", remark: "`log` takes no base"),
  .partly(
    "GF04", "Enhanced path functions", "length",
    "queries/language/names-of-the-standard.gql#functions-of-lists-and-paths",
    remark: "PATH_LENGTH; ELEMENTS is missing"),
  .yes("GF05", "Multi-character TRIM function", "btrim", "btrim#example", "ltrim#example", "rtrim#example"),
  .yes(
    "GF06", "Explicit TRIM function", "btrim", "queries/language/names-of-the-standard.gql#what-is-trimmed-is-said"),
  .no("GF07", "Byte string TRIM function"),
  .yes(
    "GF10", "Advanced aggregate functions: general set functions", "stDev",
    "queries/language/names-of-the-standard.gql#aggregates"),
  .yes(
    "GF11", "Advanced aggregate functions: binary set functions", "percentileCont",
    "queries/language/names-of-the-standard.gql#aggregates"),
  .yes(
    "GF12", "CARDINALITY function", "size", "queries/language/names-of-the-standard.gql#functions-of-lists-and-paths"),
  .yes("GF13", "SIZE function", "size", "size#example"),
  .partly(
    "GF20", "Aggregate functions in sort keys", "ORDER BY",
    "queries/language/names-of-the-standard.gql#sorted-by-an-aggregate", remark: "the aggregate must be a column too"),
  .yes("GL01", "Hexadecimal literals", "numbers", "numbers#spellings"),
  .yes("GL02", "Octal literals", "numbers", "numbers#spellings"),
  .no("GL03", "Binary literals", refused: "RETURN 0b101 AS x"),
  .no("GL04", "Exact number in common notation without suffix", remark: "`1.5` is a FLOAT"),
  .no("GL05", "Exact number in common notation or as decimal integer with suffix", refused: "RETURN 15m AS x"),
  .no("GL06", "Exact number in scientific notation with suffix", refused: "RETURN 1e2m AS x"),
  .no("GL07", "Approximate number in common notation or as decimal integer with suffix", refused: "RETURN 1.5f AS x"),
  .no("GL08", "Approximate number in scientific notation with suffix", refused: "RETURN 1e2d AS x"),
  .no("GL09", "Optional float number suffix", refused: "RETURN 1f AS x"),
  .no("GL10", "Optional double number suffix", refused: "RETURN 1d AS x"),
  .no("GL11", "Opt-out character escaping", refused: "RETURN @'a' AS x"),
  .no("GL12", "SQL datetime and interval formats", refused: "RETURN TIMESTAMP '2024-03-22 10:00' AS x"),
]
