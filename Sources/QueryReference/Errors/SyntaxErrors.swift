import QueryLanguage

/// Mistakes in the text of a query.
let syntaxErrors: [ErrorNote] = [
  ErrorNote(
    .unexpectedSyntax,
    summary: "something stands where the grammar has no place for it",
    text: """
      The message says what was found and what was expected. The mark is at the first place that does not fit;
      the mistake may be a little before it.
      """,
    related: ["MATCH"],
    examples: #"""
      MATCH (n) RETRUN n;
      //= error UnexpectedSyntax at 1:11
      """#),
  ErrorNote(
    .invalidNumberLiteral,
    summary: "what begins with a digit is no number",
    related: ["numbers"],
    examples: #"""
      RETURN 12abc AS n;
      //= error InvalidNumberLiteral at 1:8
      """#),
  ErrorNote(
    .integerOverflow,
    summary: "a whole number in the text does not fit into 64 bits",
    text: """
      Write it with a fraction or an exponent if a FLOAT will do.
      """,
    related: ["numbers"],
    examples: #"""
      RETURN 9223372036854775808 AS n;
      //= error IntegerOverflow at 1:8
      """#),
  ErrorNote(
    .floatingPointOverflow,
    summary: "a number in the text is greater than any FLOAT",
    related: ["numbers"],
    examples: #"""
      RETURN 1e999 AS n;
      //= error FloatingPointOverflow at 1:8
      """#),
  ErrorNote(
    .invalidUnicodeLiteral,
    summary: #"`\u` in a text is not followed by the digits of a code point"#,
    related: ["texts"],
    examples: #"""
      RETURN '\uZZZZ' AS text;
      //= error InvalidUnicodeLiteral at 1:9
      """#),
  ErrorNote(
    .invalidUnicodeCharacter,
    summary: "a character outside texts and names that means nothing to the language",
    text: """
      Word processors put such dashes and quotes in place of plain ones; the message names the plain one.
      """,
    related: ["names"],
    examples: #"""
      RETURN 2 — 1 AS one;
      //= error InvalidUnicodeCharacter at 1:10
      """#),
  ErrorNote(
    .invalidRelationshipPattern,
    summary: "an edge pattern, or a part that is walked several times, contradicts itself",
    text: """
      Bounds in the wrong order, a group without an edge in it, walks without an end.
      """,
    related: ["edge patterns", "quantified groups"],
    examples: #"""
      MATCH (a)-[:KNOWS]->{3,1}(b) RETURN a;
      //= error InvalidRelationshipPattern at 1:21
      """#),
  ErrorNote(
    .nestingTooDeep,
    summary: "brackets, lists or queries stand more than 200 deep in each other",
    text: """
      Split the query with WITH, or pass the value as a parameter.
      """,
    withoutExample: "it would fill the page"),
  ErrorNote(
    .queryTooLong,
    summary: "the text of a statement, or the plan made of it, is longer than allowed",
    text: """
      Pass large values as parameters.
      """,
    withoutExample: "it would take a megabyte"),
]
