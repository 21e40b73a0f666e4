/// GQL: patterns, and predicates on their elements.
let gqlPatternFeatures: [Feature.Seed] = [
  .yes(
    "G002", "Different-edges match mode", "match modes", "queries/language/path-selection.gql#different-relationships",
    "queries/language/path-selection.gql#different-edges-over-two-patterns"),
  .yes(
    "G003", "Explicit REPEATABLE ELEMENTS keyword", "match modes", "queries/language/path-selection.gql#walk",
    "queries/language/path-selection.gql#repeatable-elements-over-two-patterns"),
  .yes("G004", "Path variables", "path variables", "path variables#its-nodes"),
  .yes(
    "G005", "Path search prefix in a path pattern", "shortest paths", "queries/language/path-selection.gql#any-shortest"
  ),
  .yes(
    "G006", "Graph pattern KEEP clause: path mode prefix", "KEEP", "queries/language/path-brackets.gql#keep-a-mode"),
  .yes(
    "G007", "Graph pattern KEEP clause: path search prefix", "KEEP",
    "queries/language/path-brackets.gql#keep-the-shortest"),
  .yes("G010", "Explicit WALK keyword", "path modes", "queries/language/names-of-the-standard.gql#walk-by-its-name"),
  .yes("G011", "Advanced path modes: TRAIL", "path modes", "queries/language/path-selection.gql#trail"),
  .yes("G012", "Advanced path modes: SIMPLE", "path modes", "queries/language/path-selection.gql#simple"),
  .yes("G013", "Advanced path modes: ACYCLIC", "path modes", "queries/language/path-selection.gql#acyclic"),
  .yes(
    "G014", "Explicit PATH/PATHS keywords", "shortest paths",
    "queries/language/path-selection.gql#shortest-with-the-word-paths",
    "queries/language/path-selection.gql#acyclic-of-single-relationships"),
  .yes("G015", "All path search: explicit ALL keyword", "shortest paths", "queries/language/path-selection.gql#all"),
  .yes(
    "G016", "Any path search", "shortest paths", "queries/language/path-selection.gql#any",
    "queries/language/path-selection.gql#any-two"),
  .yes("G017", "All shortest path search", "shortest paths", "queries/language/path-selection.gql#all-shortest"),
  .yes("G018", "Any shortest path search", "shortest paths", "queries/language/path-selection.gql#any-shortest"),
  .yes("G019", "Counted shortest path search", "shortest paths", "queries/language/path-selection.gql#shortest-paths"),
  .yes(
    "G020", "Counted shortest group search", "shortest paths", "queries/language/path-selection.gql#shortest-groups"),
  .no("G030", "Path multiset alternation", refused: "MATCH p = (a)-[:T]->(b) |+| (a)-[:U]->(b) RETURN p"),
  .no(
    "G031", "Path multiset alternation: variable length path operands",
    refused: "MATCH p = (a)-[:T]->+(b) |+| (a)-[:U]->(b) RETURN p"),
  .no("G032", "Path pattern union", refused: "MATCH p = (a)-[:T]->(b) | (a)-[:U]->(b) RETURN p"),
  .no(
    "G033", "Path pattern union: variable length path operands",
    refused: "MATCH p = (a)-[:T]->+(b) | (a)-[:U]->(b) RETURN p"),
  .yes(
    "G035", "Quantified paths", "quantified groups", "queries/language/path-patterns.gql#group-variables",
    "queries/language/path-patterns.gql#two-relationships-a-time", remark: "groups do not stand in each other"),
  .yes(
    "G036", "Quantified edges", "quantified relationships", "queries/language/quantified-relationships.gql#bounds",
    "queries/language/quantified-relationships.gql#at-least-once"),
  .yes(
    "G037", "Questioned paths", "questioned paths", "queries/language/path-brackets.gql#a-relationship-or-none",
    "queries/language/path-brackets.gql#a-piece-or-none"),
  .yes(
    "G038", "Parenthesized path pattern expression", "quantified groups",
    "queries/language/path-patterns.gql#brackets-around-all-of-it",
    "queries/language/path-brackets.gql#brackets-in-a-longer-pattern"),
  .no("G039", "Simplified path pattern expression: full defaulting", refused: "MATCH (a)-/:T/->(b) RETURN a"),
  .yes(
    "G041", "Non-local element pattern predicates", "node patterns",
    "queries/language/names-of-the-standard.gql#a-condition-on-another-element"),
  .partly(
    "G043", "Complete full edge patterns", "edge patterns", "edge patterns#types", "edge patterns#either-direction",
    remark: "all edges have a direction: no forms with `~`"),
  .yes(
    "G044", "Basic abbreviated edge patterns", "edge patterns", "queries/language/path-patterns.gql#short-arrows",
    "queries/language/path-patterns.gql#short-arrow-backwards"),
  .partly(
    "G045", "Complete abbreviated edge patterns", "edge patterns",
    "queries/language/names-of-the-standard.gql#either-way-by-a-short-arrow", remark: "no forms with `~`"),
  .partly(
    "G046", "Relaxed topological consistency: adjacent vertex patterns", "quantified groups",
    "queries/language/path-patterns.gql#group-variables", remark: "beside brackets, and not with two names"),
  .no("G047", "Relaxed topological consistency: concise edge patterns", refused: "MATCH -[a]->-[b]-> RETURN a"),
  .no("G048", "Parenthesized path pattern: subpath variable declaration", refused: "MATCH (q = (a)-->(b)){2} RETURN a"),
  .partly(
    "G049", "Parenthesized path pattern: path mode prefix", "path modes",
    "queries/language/names-of-the-standard.gql#a-mode-in-brackets",
    remark: "not in brackets around a part of a path"),
  .yes(
    "G050", "Parenthesized path pattern: WHERE clause", "quantified groups",
    "queries/language/path-patterns.gql#where-inside",
    "queries/language/path-selection.gql#a-condition-in-brackets-decides-before"),
  .partly(
    "G051", "Parenthesized path pattern: non-local predicates", "quantified groups",
    "queries/language/path-patterns.gql#a-value-from-before-in-the-condition",
    "queries/language/path-brackets.gql#a-condition-on-the-whole-pattern",
    remark: "in brackets that are walked several times names of earlier clauses, not of the same pattern"),
  .yes(
    "G060", "Bounded graph pattern quantifiers", "quantified relationships",
    "queries/language/quantified-relationships.gql#bounds", "queries/language/quantified-relationships.gql#exactly"),
  .yes(
    "G061", "Unbounded graph pattern quantifiers", "quantified relationships",
    "queries/language/quantified-relationships.gql#any-number-of-times",
    "queries/language/quantified-relationships.gql#without-an-upper-bound"),
  .yes(
    "G074", "Label expression: wildcard label", "label expressions", "queries/language/labels.gql#any-label",
    "queries/language/labels.gql#no-label"),
  .no("G080", "Simplified path pattern expression: basic defaulting", refused: "MATCH (a)-/:T/-(b) RETURN a"),
  .no("G081", "Simplified path pattern expression: full overrides", refused: "MATCH (a)-/:T/-(b) RETURN a"),
  .no("G082", "Simplified path pattern expression: basic overrides", refused: "MATCH (a)-/:T/-(b) RETURN a"),
  .yes("G100", "ELEMENT_ID function", "elementId", "queries/language/expressions.gql#element-id"),
  .yes("G110", "IS DIRECTED predicate", "IS DIRECTED", "queries/language/expressions.gql#is-directed"),
  .yes(
    "G111", "IS LABELED predicate", "label expressions", "queries/language/labels.gql#is-labeled",
    "queries/language/labels.gql#is-not-labeled"),
  .yes(
    "G112", "IS SOURCE and IS DESTINATION predicate", "IS SOURCE OF", "queries/language/expressions.gql#ends-of-edges"),
  .yes("G113", "ALL_DIFFERENT predicate", "all_different", "queries/language/expressions.gql#all-different-and-same"),
  .yes("G114", "SAME predicate", "same", "queries/language/expressions.gql#all-different-and-same"),
  .yes("G115", "PROPERTY_EXISTS predicate", "PROPERTY_EXISTS", "queries/language/expressions.gql#property-exists"),
]
