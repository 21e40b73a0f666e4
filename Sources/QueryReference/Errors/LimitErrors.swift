import QueryLanguage

/// Limits, and what the world does.
let limitErrors: [ErrorNote] = [
  ErrorNote(
    .readOnly,
    summary: "a statement that changes the graph is run where it can only be read",
    text: """
      The case was opened with `--read-only`, or the program can only explain what is there.
      """,
    withoutExample: "it depends on how the case was opened"),
  ErrorNote(
    .rowLimit,
    summary: "a statement has handled more rows than it may",
    text: """
      Narrow the pattern, bound a variable length, or raise the limit (`--row-limit`).
      """,
    withoutExample: "it would take as long as the limit allows"),
  ErrorNote(
    .timeLimit,
    summary: "a statement has run longer than it may",
    text: """
      Narrow the pattern, or raise the limit (`--time-limit`).
      """,
    withoutExample: "it would take as long as the limit allows"),
  ErrorNote(
    .memoryLimit,
    summary: "a value, or all that a statement holds, is larger than it may be",
    text: """
      Take less at once, or raise the limit of the statement (`--memory-limit`, in megabytes). What one value may
      hold is fixed.
      """,
    related: ["range"],
    examples: #"""
      RETURN size(range(1, 1000000000000)) AS n;
      //= error MemoryLimit at 1:13
      """#),
  ErrorNote(
    .pathLimit,
    summary: "a path passes more relationships than it may",
    text: """
      A search stops as soon as a walk of it becomes longer, also where the walk would be no answer. Give
      the length an upper bound, or raise the limit (`--path-limit`, 10,000).
      """,
    related: ["variable length", "quantified relationships", "shortest paths"],
    examples: #"""
      CREATE (a:Stop)-[:NEXT]->(a) WITH a MATCH REPEATABLE ELEMENTS p = (a)-[:NEXT]->{20000}(b) RETURN length(p) AS length;
      //= error PathLimit at 1:63
      """#),
  ErrorNote(
    .storageFailed,
    summary: "the disk or the case file could not be read or written",
    text: """
      The message has the cause. The statement has changed nothing.
      """,
    withoutExample: "it needs a disk that fails"),
  ErrorNote(
    .fileNotAllowed,
    summary: "LOAD CSV names a file outside the folder that it may read from",
    related: ["LOAD CSV"],
    examples: #"""
      LOAD CSV FROM '/etc/hostname' AS row RETURN row;
      //= error FileNotAllowed at 1:15
      """#),
  ErrorNote(
    .fileNotFound,
    summary: "LOAD CSV names a file that the folder does not have",
    related: ["LOAD CSV"],
    withoutExample: "it needs a folder with files; `queries/language/load-csv.gql` has a case"),
  ErrorNote(
    .invalidFileContent,
    summary: "a file that LOAD CSV reads is no table",
    related: ["LOAD CSV"],
    withoutExample: "it needs a folder with files; `queries/language/load-csv.gql` has a case"),
]
