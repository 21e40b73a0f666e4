import QueryLanguage

/// Mistakes in functions, parameters and values.
let valueErrors: [ErrorNote] = [
  ErrorNote(
    .unknownFunction,
    summary: "there is no function of this name",
    text: """
      The nearest name is told.
      """,
    examples: #"""
      RETURN toUper('a') AS x;
      //= error UnknownFunction at 1:8
      """#),
  ErrorNote(
    .invalidNumberOfArguments,
    summary: "a function or procedure is given too few or too many arguments",
    examples: #"""
      RETURN size() AS x;
      //= error InvalidNumberOfArguments at 1:8
      """#),
  ErrorNote(
    .invalidArgumentPassingMode,
    summary: "a CALL among other clauses leaves out its arguments",
    text: """
      Only a CALL that is a whole statement takes them from parameters.
      """,
    related: ["CALL procedure"],
    examples: #"""
      CALL who.said.so YIELD name RETURN name;
      //= error InvalidArgumentPassingMode at 1:6
      """#),
  ErrorNote(
    .procedureNotFound,
    summary: "there is no procedure of this name",
    related: ["CALL procedure"],
    examples: #"""
      CALL who.said.so();
      //= error ProcedureNotFound at 1:6
      """#),
  ErrorNote(
    .missingParameter,
    summary: "a parameter has no value",
    related: ["parameters"],
    examples: #"""
      RETURN $who AS who;
      //= error MissingParameter at 1:8
      """#),
  ErrorNote(
    .invalidArgumentType,
    summary: "a value is of a kind that an operator, a function or a clause cannot take",
    text: """
      Where the text alone tells, the query is not run.
      """,
    related: ["types", "CAST"],
    examples: #"""
      RETURN 1 AND true AS x;
      //= error InvalidArgumentType at 1:8
      """#),
  ErrorNote(
    .invalidArgumentValue,
    summary: "a value is of the right kind, and cannot be used all the same",
    examples: #"""
      RETURN date('2024-02-30') AS day;
      //= error InvalidArgumentValue at 1:8
      """#),
  ErrorNote(
    .negativeIntegerArgument,
    summary: "a number of rows or of characters is below zero",
    related: ["SKIP", "left"],
    examples: #"""
      RETURN left('Red', -1) AS x;
      //= error NegativeIntegerArgument at 1:8
      """#),
  ErrorNote(
    .numberOutOfRange,
    summary: "a number that was computed does not fit into 64 bits, or lies outside what is allowed",
    related: ["arithmetic", "range"],
    examples: #"""
      UNWIND [9223372036854775807] AS n RETURN n + 1 AS x;
      //= error NumberOutOfRange at 1:42
      """#),
  ErrorNote(
    .divisionByZero,
    summary: "a whole number is divided by zero",
    text: """
      Numbers with a fraction give an infinity or NaN.
      """,
    related: ["arithmetic"],
    examples: #"""
      UNWIND [0] AS n RETURN 1 / n AS x;
      //= error DivisionByZero at 1:24
      """#),
  ErrorNote(
    .invalidPropertyType,
    summary: "a property is to hold what it cannot",
    text: """
      Properties hold texts, numbers, truth values, dates and times, and lists of these.
      """,
    related: ["SET", "CREATE"],
    examples: #"""
      CREATE (n {map: {a: 1}});
      //= error InvalidPropertyType at 1:11
      """#),
  ErrorNote(
    .mapElementAccessByNonString,
    summary: "a map, node or edge is asked for a key that is no text",
    related: ["maps"],
    examples: #"""
      //? key = 1
      WITH {a: 1} AS m RETURN m[$key] AS x;
      //= error MapElementAccessByNonString at 1:25
      """#),
  ErrorNote(
    .listElementAccessByNonInteger,
    summary: "a list is asked for a place that is no whole number",
    related: ["lists"],
    examples: #"""
      //? place = '0'
      WITH [1] AS l RETURN l[$place] AS x;
      //= error ListElementAccessByNonInteger at 1:22
      """#),
  ErrorNote(
    .deletedEntityAccess,
    summary: "something that the statement has deleted is read",
    text: """
      Read what is needed in a WITH before DELETE.
      """,
    related: ["DELETE"],
    examples: #"""
      CREATE (n:Person {name: 'Ada'}) DELETE n RETURN n.name AS name;
      //= error DeletedEntityAccess at 1:49
      """#),
  ErrorNote(
    .deleteConnectedNode,
    summary: "a node that still has edges is to be deleted",
    text: """
      DETACH DELETE takes its edges along.
      """,
    related: ["DELETE"],
    examples: #"""
      CREATE (n:Person)-[:KNOWS]->(:Person) DELETE n;
      //= error DeleteConnectedNode at 1:46
      """#),
  ErrorNote(
    .mergeReadOwnWrites,
    summary: "MERGE is to find a property that is null",
    related: ["MERGE"],
    examples: #"""
      MERGE (n:Person {name: null});
      //= error MergeReadOwnWrites at 1:24
      """#),
]
