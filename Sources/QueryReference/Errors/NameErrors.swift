import QueryLanguage

/// Mistakes in names and clauses.
let nameErrors: [ErrorNote] = [
  ErrorNote(
    .undefinedVariable,
    summary: "a name that no clause before has bound",
    text: """
      The nearest name is told. What WITH, RETURN and NEXT do not name is gone.
      """,
    related: ["WITH", "names"],
    examples: #"""
      MATCH (claim:Claim) RETURN clami.text;
      //= error UndefinedVariable at 1:28
      """#),
  ErrorNote(
    .variableAlreadyBound,
    summary: "a name is to be given to something new, and stands for something already",
    related: ["CREATE", "UNWIND"],
    examples: #"""
      MATCH (a) CREATE (a:Person);
      //= error VariableAlreadyBound at 1:19
      """#),
  ErrorNote(
    .variableTypeConflict,
    summary: "a name stands for one kind of thing and is used as another",
    related: ["MATCH"],
    examples: #"""
      MATCH (a)-[a]->(b) RETURN a;
      //= error VariableTypeConflict at 1:12
      """#),
  ErrorNote(
    .relationshipUniquenessViolation,
    summary: "one name stands for two edges of one pattern, which are always different",
    related: ["MATCH", "match modes"],
    examples: #"""
      MATCH (a)-[e]->(b)-[e]->(c) RETURN a;
      //= error RelationshipUniquenessViolation at 1:21
      """#),
  ErrorNote(
    .columnNameConflict,
    summary: "two columns have one name",
    related: ["RETURN"],
    examples: #"""
      RETURN 1 AS x, 2 AS x;
      //= error ColumnNameConflict at 1:16
      """#),
  ErrorNote(
    .noExpressionAlias,
    summary: "an expression in WITH has no name",
    related: ["WITH"],
    examples: #"""
      UNWIND [1] AS x WITH x + 1 RETURN 1 AS one;
      //= error NoExpressionAlias at 1:22
      """#),
  ErrorNote(
    .noVariablesInScope,
    summary: "`*` stands for all names, and there are none",
    related: ["RETURN"],
    examples: #"""
      MATCH () RETURN *;
      //= error NoVariablesInScope at 1:10
      """#),
  ErrorNote(
    .differentColumnsInUnion,
    summary: "two queries that are put together have different columns",
    related: ["UNION", "EXCEPT", "WHEN"],
    examples: #"""
      RETURN 1 AS x UNION RETURN 2 AS y;
      //= error DifferentColumnsInUnion at 1:21
      """#),
  ErrorNote(
    .invalidClauseComposition,
    summary: "clauses stand in an order that means nothing",
    related: ["NEXT", "UNION"],
    examples: #"""
      RETURN 1 AS x UNION RETURN 2 AS x EXCEPT RETURN 1 AS x;
      //= error InvalidClauseComposition at 1:35
      """#),
  ErrorNote(
    .invalidAggregation,
    summary: "an aggregate stands where rows are not grouped",
    text: """
      Compute it in a WITH before.
      """,
    related: ["WITH", "GROUP BY"],
    examples: #"""
      MATCH (n) WHERE count(n) > 1 RETURN n;
      //= error InvalidAggregation at 1:17
      """#),
  ErrorNote(
    .nestedAggregation,
    summary: "an aggregate stands inside another",
    related: ["WITH"],
    examples: #"""
      UNWIND [1] AS n RETURN sum(count(n)) AS x;
      //= error NestedAggregation at 1:28
      """#),
  ErrorNote(
    .ambiguousAggregationExpression,
    summary: "a column mixes an aggregate with what rows are not grouped by",
    related: ["GROUP BY", "RETURN"],
    examples: #"""
      UNWIND [{a: 1, b: 2}] AS row RETURN row.a + count(*) AS x;
      //= error AmbiguousAggregationExpression at 1:37
      """#),
  ErrorNote(
    .nonConstantExpression,
    summary: "a value that depends on the row, or on chance, stands where it cannot",
    related: ["SKIP"],
    examples: #"""
      UNWIND [1] AS n RETURN n LIMIT n;
      //= error NonConstantExpression at 1:32
      """#),
  ErrorNote(
    .noSingleRelationshipType,
    summary: "an edge to be created has no type, or several",
    related: ["CREATE", "MERGE"],
    examples: #"""
      CREATE ()-[:KNOWS|LIKES]->();
      //= error NoSingleRelationshipType at 1:10
      """#),
  ErrorNote(
    .requiresDirectedRelationship,
    summary: "an edge to be created has no direction",
    related: ["CREATE"],
    examples: #"""
      CREATE ()-[:KNOWS]-();
      //= error RequiresDirectedRelationship at 1:10
      """#),
  ErrorNote(
    .creatingVarLength,
    summary: "an edge to be created has a length",
    related: ["CREATE"],
    examples: #"""
      CREATE ()-[:KNOWS*2]->();
      //= error CreatingVarLength at 1:10
      """#),
  ErrorNote(
    .invalidDelete,
    summary: "DELETE is given labels",
    text: """
      REMOVE takes labels away.
      """,
    related: ["DELETE", "REMOVE"],
    examples: #"""
      MATCH (n) DELETE n:Person;
      //= error InvalidDelete at 1:18
      """#),
  ErrorNote(
    .invalidParameterUse,
    summary: "a parameter stands where it cannot",
    related: ["parameters"],
    examples: #"""
      MATCH (n $properties) RETURN n;
      //= error InvalidParameterUse at 1:10
      """#),
  ErrorNote(
    .unsupported,
    summary: "the text is understood, and this program does not do what it asks",
    text: """
      The message says what can be written in its place.
      """,
    examples: #"""
      UNWIND [1] AS x CALL (x) { CREATE (:Copy {x: x}) } IN TRANSACTIONS;
      //= error Unsupported at 1:52
      """#),
]
