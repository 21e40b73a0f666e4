/// On functions of any value and of lists.
let generalNotes: [FunctionNote] = [
  FunctionNote(
    "coalesce",
    related: ["nullIf", "CASE", "null"],
    examples: #"""
      RETURN coalesce(null, 'Perm', 'Omsk') AS first, coalesce(null, null) AS none;
      //= first | none
      //= Perm  | null
      """#),
  FunctionNote(
    "nullIf",
    related: ["coalesce", "CASE"],
    examples: #"""
      RETURN nullIf('', '') AS empty, nullIf('Perm', '') AS name;
      //= empty | name
      //= null  | Perm
      """#),
  FunctionNote(
    "all_different",
    text: """
      Null where one of them is null and the others are different.
      """,
    related: ["same"],
    graph: .people,
    examples: #"""
      MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN all_different(a, b, c) AS different, all_different(a, b, a) AS cycle;
      //= different | cycle
      //= true      | false
      """#),
  FunctionNote(
    "same",
    related: ["all_different", "comparison"],
    graph: .people,
    examples: #"""
      //# test example
      MATCH (a)-[:KNOWS]->(b) RETURN same(a, a) AS itself, same(a, b) AS other LIMIT 1;
      //= itself | other
      //= true   | false
      //# test elements-only
      RETURN same(1, 1) AS x;
      //= error InvalidArgumentType at 1:13
      """#),
  FunctionNote(
    "valueType",
    related: ["types"],
    examples: #"""
      RETURN valueType(1) AS a, valueType('x') AS b, valueType(null) AS c, valueType([1, 2]) AS d;
      //= a                | b               | c    | d
      //= INTEGER NOT NULL | STRING NOT NULL | NULL | LIST<INTEGER NOT NULL> NOT NULL
      """#),
  FunctionNote(
    "timestamp",
    related: ["datetime", "datetime.fromepochmillis"],
    examples: #"""
      RETURN timestamp() > 0 AS later;
      //= later
      //= true
      """#),
  FunctionNote(
    "size",
    related: ["length", "isEmpty"],
    examples: #"""
      RETURN size([1, 2, 3]) AS elements, size('café') AS characters;
      //= elements | characters
      //= 3        | 4
      """#),
  FunctionNote(
    "isEmpty",
    related: ["size"],
    examples: #"""
      RETURN isEmpty([]) AS a, isEmpty('x') AS b, isEmpty({}) AS c;
      //= a    | b     | c
      //= true | false | true
      """#),
  FunctionNote(
    "head",
    related: ["last", "tail", "lists"],
    examples: #"""
      RETURN head([1, 2, 3]) AS first, head([]) AS none;
      //= first | none
      //= 1     | null
      """#),
  FunctionNote(
    "last",
    related: ["head", "lists"],
    examples: #"""
      RETURN last([1, 2, 3]) AS last, last([]) AS none;
      //= last | none
      //= 3    | null
      """#),
  FunctionNote(
    "tail",
    related: ["head", "lists"],
    examples: #"""
      RETURN tail([1, 2, 3]) AS rest, tail([]) AS none;
      //= rest   | none
      //= [2, 3] | []
      """#),
  FunctionNote(
    "reverse",
    related: ["lists"],
    examples: #"""
      RETURN reverse([1, 2, 3]) AS list, reverse('Perm') AS text;
      //= list      | text
      //= [3, 2, 1] | mreP
      """#),
  FunctionNote(
    "range",
    related: ["UNWIND", "lists"],
    examples: #"""
      //# test example
      RETURN range(1, 4) AS up, range(9, 1, -4) AS down, range(2, 1) AS none;
      //= up           | down      | none
      //= [1, 2, 3, 4] | [9, 5, 1] | []
      //# test no-step
      RETURN range(1, 2, 0) AS x;
      //= error NumberOutOfRange at 1:8
      """#),
  FunctionNote(
    "length",
    related: ["size", "path variables"],
    graph: .people,
    examples: #"""
      MATCH p = (:Person {name: 'Ada'})-[:KNOWS*2]->() RETURN length(p) AS length;
      //= length
      //= 2
      """#),
]
