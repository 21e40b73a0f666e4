import QueryLanguage

/// Operators and tests.
let operatorExpressions: [ReferencePage] = [
  ReferencePage(
    "AND", .expression,
    keywords: [.and, .or, .xor, .not],
    summary: "joining conditions",
    syntax: ["a AND b, a OR b, a XOR b, NOT a"],
    text: """
      What binds closer: NOT, AND, XOR, OR. Null is neither true nor false: the answer is null where it
      depends on it.
      """,
    related: ["null", "WHERE"],
    examples: #"""
      //# test tables
      UNWIND [true, false, null] AS a RETURN a, a AND true AS both, a OR false AS either, a XOR true AS one, NOT a AS opposite;
      //= a     | both  | either | one   | opposite
      //= true  | true  | true   | false | false
      //= false | false | false  | true  | true
      //= null  | null  | null   | null  | null
      //# test of-truth-values
      RETURN 1 AND true AS x;
      //= error InvalidArgumentType at 1:8
      """#),
  ReferencePage(
    "comparison", .expression,
    summary: "equal, less and greater",
    syntax: ["a = b, a <> b, a < b, a <= b, a > b, a >= b", "a < b <= c"],
    text: """
      A chain holds if each of its parts does. Values of different kinds are never equal, and which is less is
      null. 1 and 1.0 are equal. Lists are compared element by element. Nodes and edges are equal if they are
      the same.
      """,
    related: ["null", "ORDER BY"],
    examples: #"""
      //# test chain
      UNWIND [1, 5, 9] AS n RETURN n, 1 < n <= 5 AS between;
      //= n | between
      //= 1 | false
      //= 5 | true
      //= 9 | false
      //# test different-kinds
      RETURN 1 = 1.0 AS numbers, 1 = '1' AS kinds, 1 < 'a' AS less;
      //= numbers | kinds | less
      //= true    | false | null
      //# test not-equal
      RETURN 1 != 2 AS other;
      //= error UnexpectedSyntax at 1:10
      """#),
  ReferencePage(
    "arithmetic", .expression,
    summary: "computing with numbers",
    syntax: ["a + b, a - b, a * b, a / b, a % b, a ^ b, -a"],
    text: """
      Of two whole numbers `/` is whole, cut towards zero. `^` gives a FLOAT. What binds closest comes first:
      `- +` of one number, `^`, `* / %`, `+ -`. A whole number too great for 64 bits is an error, never a
      wrong answer.
      """,
    related: ["numbers", "concatenation", "dates and times"],
    examples: #"""
      //# test operators
      RETURN 7 / 2 AS whole, 7.0 / 2 AS part, 7 % 3 AS rest, 2 ^ 3 AS power, -2 ^ 2 AS negative;
      //= whole | part | rest | power | negative
      //= 3     | 3.5  | 1    | 8.0   | 4.0
      //# test too-great
      UNWIND [9223372036854775807] AS n RETURN n + 1 AS more;
      //= error NumberOutOfRange at 1:42
      //# test by-zero
      UNWIND [0] AS n RETURN 1 / n AS x;
      //= error DivisionByZero at 1:24
      """#),
  ReferencePage(
    "concatenation", .expression,
    summary: "putting texts or lists together",
    syntax: ["a || b, a + b"],
    text: """
      `||` takes two texts or two lists. `+` takes a list and a value as well, and a text and a number.
      """,
    related: ["texts", "lists"],
    examples: #"""
      //# test texts-and-lists
      RETURN 'who ' || 'says' AS text, [1] || [2, 3] AS list, [1] + 2 AS longer, 'no ' + 1 AS numbered;
      //= text     | list      | longer | numbered
      //= who says | [1, 2, 3] | [1, 2] | no 1
      //# test not-a-text-and-a-number
      RETURN 'a' || 1 AS x;
      //= error InvalidArgumentType at 1:15
      """#),
  ReferencePage(
    "text predicates", .expression,
    keywords: [.starts, .ends, .contains],
    summary: "what a text begins with, ends with or contains",
    syntax: ["text STARTS WITH text, text ENDS WITH text, text CONTAINS text"],
    text: """
      The case of letters counts. Null, or anything that is no text, on either side gives null.
      """,
    related: ["=~", "toLower"],
    examples: #"""
      //# test three
      RETURN 'Red Column' STARTS WITH 'Red' AS begins, 'Red Column' ENDS WITH 'umn' AS stops, 'Red Column' CONTAINS 'col' AS holds;
      //= begins | stops | holds
      //= true   | true  | false
      //# test null
      RETURN 'a' CONTAINS null AS x, 1 STARTS WITH '1' AS y;
      //= x    | y
      //= null | null
      """#),
  ReferencePage(
    "=~", .expression,
    summary: "whether a regular expression fits the whole text",
    syntax: ["text =~ expression"],
    text: #"""
      Characters, classes, groups, alternatives, `? * + {m,n}`, `^ $ \b`, `(?i)` for any case of letters. It
      takes time in proportion to the text, whatever the expression; back references are not there.
      """#,
    related: ["text predicates", "replace"],
    examples: #"""
      //# test whole-text
      RETURN 'Moscow' =~ 'M.*w' AS whole, 'Moscow' =~ 'osc' AS part, 'MOSCOW' =~ '(?i)moscow' AS anyCase;
      //= whole | part  | anyCase
      //= true  | false | true
      //# test no-expression
      RETURN 'a' =~ '(' AS x;
      //= error InvalidArgumentValue at 1:8
      """#),
  ReferencePage(
    "IN", .expression,
    keywords: [.in],
    summary: "whether a list holds a value",
    syntax: ["value IN list"],
    text: """
      Null where the value is not found and either it or an element is null.
      """,
    related: ["lists", "any"],
    examples: #"""
      //# test found-or-not
      RETURN 2 IN [1, 2] AS found, 3 IN [1, 2] AS missing, 3 IN [1, null] AS open;
      //= found | missing | open
      //= true  | false   | null
      //# test needs-a-list
      RETURN 1 IN 1 AS x;
      //= error InvalidArgumentType at 1:13
      """#),
  ReferencePage(
    "types", .expression,
    keywords: [.typed, .is],
    summary: "asking what type a value has",
    syntax: [
      "value IS [NOT] :: type, value IS [NOT] TYPED type, value :: type",
      "BOOLEAN, STRING, INTEGER, FLOAT, DATE, LOCAL TIME, ZONED TIME, LOCAL DATETIME, ZONED DATETIME, DURATION",
      "NODE, RELATIONSHIP, PATH, MAP, LIST<type>, PROPERTY VALUE, ANY, NULL, NOTHING",
      "type NOT NULL, type | type, ANY<type | type>",
    ],
    text: """
      Null is of every type that is not NOT NULL. BOOL, INT, VARCHAR, FLOAT64, TIMESTAMP WITH TIME ZONE and
      others are further names of these.
      """,
    related: ["CAST", "valueType"],
    examples: #"""
      //# test tests
      RETURN 1 IS :: INTEGER AS a, 1 IS NOT :: STRING AS b, [1, 2] IS :: LIST<INTEGER> AS c, null IS :: DATE NOT NULL AS d;
      //= a    | b    | c    | d
      //= true | true | true | false
      //# test one-of-two
      UNWIND [1, 1.5, '1'] AS x RETURN x, x IS :: INTEGER | FLOAT AS number;
      //= x   | number
      //= 1   | true
      //= 1.5 | true
      //= '1' | false
      //# test no-such-type
      RETURN 1 IS :: INTEGR AS x;
      //= error UnexpectedSyntax at 1:16
      """#),
  ReferencePage(
    "CAST", .expression,
    keywords: [.cast],
    summary: "a value as a value of another type",
    syntax: ["CAST(value AS type)"],
    text: """
      What cannot be made is an error, where `toInteger` and its like give null.
      """,
    related: ["types", "toInteger", "toString"],
    examples: #"""
      //# test made
      RETURN CAST('12' AS INTEGER) AS a, CAST(12 AS STRING) AS b, CAST('2024-03-22' AS DATE) AS c;
      //= a  | b    | c
      //= 12 | '12' | 2024-03-22
      //# test cannot-be-made
      RETURN CAST('a dozen' AS INTEGER) AS x;
      //= error InvalidArgumentValue at 1:8
      """#),
  ReferencePage(
    "IS SOURCE OF", .expression,
    keywords: [.is, .source, .of, .destination],
    summary: "whether a node is an end of an edge",
    syntax: ["node IS [NOT] SOURCE OF edge, node IS [NOT] DESTINATION OF edge"],
    related: ["startNode", "endNode"],
    graph: .people,
    examples: #"""
      //# test which-end
      MATCH (p:Person)-[k:KNOWS {since: 2010}]-() RETURN p.name AS name, p IS SOURCE OF k AS source, p IS DESTINATION OF k AS destination;
      //= name | source | destination
      //= Ada  | true   | false
      //= Ben  | false  | true
      //# test of-an-edge
      RETURN 1 IS SOURCE OF 2 AS x;
      //= error InvalidArgumentType at 1:23
      """#),
  ReferencePage(
    "IS DIRECTED", .expression,
    keywords: [.is, .directed],
    summary: "whether an edge has a direction, as every edge has here",
    syntax: ["edge IS [NOT] DIRECTED"],
    text: """
      It stands for queries that were written for graphs with other edges. A type of this name is asked for
      with a colon or in back quotes.
      """,
    related: ["label expressions", "edge patterns"],
    graph: .people,
    examples: #"""
      //# test every-edge
      MATCH (:Person {name: 'Ada'})-[e:KNOWS]-() RETURN e IS DIRECTED AS yes, e IS NOT DIRECTED AS no, null IS DIRECTED AS unknown;
      //= yes  | no    | unknown
      //= true | false | null
      //# test of-a-node
      MATCH (p:Person) RETURN p IS DIRECTED AS x;
      //= error InvalidArgumentType at 1:25
      """#),
  ReferencePage(
    "IS NORMALIZED", .expression,
    keywords: [.is, .normalized, .nfc, .nfd, .nfkc, .nfkd],
    summary: "whether a text is in a Unicode normal form",
    syntax: ["text IS [NOT] [NFC | NFD | NFKC | NFKD] NORMALIZED"],
    text: """
      Without a form it is NFC. Texts are compared letter by letter, so that two ways to write one accent are
      two texts; `normalize` makes one of them. A label of this name is asked for with a colon or in back
      quotes.
      """,
    related: ["normalize", "comparison"],
    examples: #"""
      //# test forms
      RETURN 'café' IS NORMALIZED AS nfc, 'café' IS NFD NORMALIZED AS nfd, 'cafe\u0301' IS NOT NORMALIZED AS apart, 'ﬁ' IS NFKC NORMALIZED AS nfkc;
      //= nfc  | nfd   | apart | nfkc
      //= true | false | true  | false
      //# test null
      RETURN null IS NORMALIZED AS x, null IS NOT NFKD NORMALIZED AS y;
      //= x    | y
      //= null | null
      //# test a-number
      RETURN 5 IS NORMALIZED AS x;
      //= error InvalidArgumentType at 1:8
      """#),
  ReferencePage(
    "PROPERTY_EXISTS", .expression,
    summary: "whether a node, edge or map has a property",
    syntax: ["PROPERTY_EXISTS(element, key)"],
    text: """
      The key is a name, not a text.
      """,
    related: ["null", "exists"],
    graph: .people,
    examples: #"""
      //# test there-or-not
      MATCH (p:Person) RETURN p.name AS name, PROPERTY_EXISTS(p, born) AS known;
      //= name | known
      //= Ada  | true
      //= Ben  | true
      //= Cleo | false
      //# test no-quotes
      MATCH (p:Person) RETURN PROPERTY_EXISTS(p, 'born') AS known;
      //= error UnexpectedSyntax at 1:44
      """#),
]
