import QueryLanguage

/// Values and how they are written.
let valueExpressions: [ReferencePage] = [
  ReferencePage(
    "null", .expression,
    keywords: [.null, .unknown],
    summary: "no value, and what follows from it",
    syntax: ["null", "expression IS [NOT] NULL", "condition IS [NOT] UNKNOWN"],
    text: """
      A property that is not there is null. A comparison with null is null, also `null = null`; so ask with IS
      NULL. AND and OR are true or false where the other side alone decides. In grouping, DISTINCT and UNION
      null is the same as null.
      """,
    related: ["AND", "coalesce", "comparison"],
    examples: #"""
      //# test comparisons
      RETURN null = null AS equal, null <> 1 AS other, null IS NULL AS absent, 1 IS NOT NULL AS present;
      //= equal | other | absent | present
      //= null  | null  | true   | true
      //# test where-the-other-side-decides
      RETURN null AND false AS a, null OR true AS b, null AND true AS c;
      //= a     | b    | c
      //= false | true | null
      """#),
  ReferencePage(
    "truth values", .expression,
    keywords: [.true, .false],
    summary: "true and false",
    syntax: ["true, false", "condition IS [NOT] TRUE | FALSE"],
    text: """
      IS TRUE and IS FALSE answer true or false also where the condition is null.
      """,
    related: ["AND", "null"],
    examples: #"""
      //# test tests
      RETURN true IS TRUE AS a, null IS TRUE AS b, null IS NOT FALSE AS c;
      //= a    | b     | c
      //= true | false | true
      //# test a-number-is-no-truth
      RETURN 1 IS TRUE AS a;
      //= error InvalidArgumentType at 1:8
      """#),
  ReferencePage(
    "numbers", .expression,
    summary: "whole numbers and numbers with a fraction",
    syntax: ["12, 0x1F, 0o17, 1.5, .5, 1e3, 1.5E-3"],
    text: """
      An INTEGER has 64 bits; what does not fit is an error. A FLOAT is a double of IEEE 754. A number does
      not begin with a needless 0.
      """,
    related: ["arithmetic", "toInteger", "toFloat"],
    examples: #"""
      //# test spellings
      RETURN 0x1F AS hexadecimal, 0o17 AS octal, .5 AS half, 1e3 AS thousand;
      //= hexadecimal | octal | half | thousand
      //= 31          | 15    | 0.5  | 1000.0
      //# test too-great
      RETURN 9223372036854775808 AS n;
      //= error IntegerOverflow at 1:8
      //# test no-number
      RETURN 012 AS n;
      //= error InvalidNumberLiteral at 1:8
      """#),
  ReferencePage(
    "texts", .expression,
    summary: "texts in quotes",
    syntax: [#"'text', "text""#, #"\\, \', \", \b, \f, \n, \r, \t, \uXXXX, \UXXXXXXXX"#],
    text: """
      Both kinds of quotes are the same. Lengths and places in texts count Unicode code points.
      """,
    related: ["concatenation", "text predicates", "size"],
    examples: #"""
      //# test quotes
      RETURN 'a "word"' AS one, "a \"word\"" AS other, 'caf\u00e9' AS name;
      //= one      | other    | name
      //= a "word" | a "word" | café
      //# test no-code-point
      RETURN '\uZZZZ' AS text;
      //= error InvalidUnicodeLiteral at 1:9
      """#),
  ReferencePage(
    "lists", .expression,
    summary: "values in an order",
    syntax: ["[value, …]", "list[place], list[from..to]"],
    text: """
      Places count from 0, negative ones from the end; what is outside is null. A slice has its first place
      and not its last.
      """,
    related: ["list comprehensions", "IN", "range", "size"],
    examples: #"""
      //# test places
      WITH ['a', 'b', 'c'] AS l RETURN l[0] AS first, l[-1] AS last, l[9] AS none, l[1..] AS rest, l[..-1] AS most;
      //= first | last | none | rest       | most
      //= a     | c    | null | ['b', 'c'] | ['a', 'b']
      //# test a-place-is-a-whole-number
      WITH ['a'] AS l RETURN l['0'] AS first;
      //= error InvalidArgumentType at 1:26
      """#),
  ReferencePage(
    "maps", .expression,
    summary: "values by key",
    syntax: ["{key: value, …}", "map.key, map[key]"],
    text: """
      A key that is not there gives null. Maps are equal if keys and values are.
      """,
    related: ["map projections", "keys", "property access"],
    examples: #"""
      //# test keys
      WITH {name: 'Perm', founded: 1723} AS town RETURN town.name AS name, town['fou' + 'nded'] AS founded, town.river AS river;
      //= name | founded | river
      //= Perm | 1723    | null
      //# test a-key-is-a-text
      WITH {a: 1} AS m RETURN m[0] AS x;
      //= error InvalidArgumentType at 1:27
      """#),
  ReferencePage(
    "dates and times", .expression,
    summary: "days, times and amounts of time",
    syntax: ["date(…), localtime(…), time(…), localdatetime(…), datetime(…), duration(…)"],
    text: """
      They are made of texts in ISO 8601 or of maps of parts. Their parts are read like properties: `year`,
      `quarter`, `month`, `week`, `weekYear`, `day`, `ordinalDay`, `dayOfWeek`, `dayOfQuarter`, `hour`,
      `minute`, `second`, `millisecond`, `microsecond`, `nanosecond`, `timezone`, `offset`, `epochSeconds`,
      `epochMillis`. A duration keeps months, days and seconds apart.

      `+` and `-` add a duration and take it away; `*` and `/` take a number.
      """,
    related: ["date", "datetime", "duration", "duration.between"],
    examples: #"""
      //# test arithmetic
      RETURN date('2024-01-31') + duration('P1M') AS month, datetime('2024-03-22T20:00+03:00') - duration('PT20H') AS before;
      //= month      | before
      //= 2024-02-29 | 2024-03-22T00:00+03:00
      //# test parts
      WITH datetime('2024-03-22T20:15:30.5+03:00') AS t RETURN t.week AS week, t.hour AS hour, t.millisecond AS millisecond, t.offset AS offset;
      //= week | hour | millisecond | offset
      //= 12   | 20   | 500         | '+03:00'
      //# test compared
      RETURN date('2024-03-22') < date('2024-03-24') AS earlier;
      //= earlier
      //= true
      """#),
  ReferencePage(
    "parameters", .expression,
    summary: "values that come with the statement",
    syntax: ["$name, $`any name`"],
    text: """
      `--param name=value` gives them on the command line, `:param name=value` in the terminal, `//? name =
      value` in a query file. They stand for values, not for labels, types or keys; see computed names for
      those.
      """,
    related: ["computed names"],
    graph: .people,
    examples: #"""
      //# test a-value
      //? who = 'Ada'
      MATCH (p:Person {name: $who}) RETURN p.born AS born;
      //= born
      //= 1980
      //# test not-given
      RETURN $who AS who;
      //= error MissingParameter at 1:8
      """#),
  ReferencePage(
    "names", .expression,
    summary: "how labels, types, keys and variables are written",
    syntax: ["name, `any name`", "// to the end of the line, /* between */"],
    text: """
      A name begins with a letter or `_` and goes on with letters, digits and `_`, of any script. Anything
      else goes into back quotes; a back quote inside is written twice. The case of letters counts. Words of
      the language may be labels, types and keys; as variables some need back quotes.

      Words of the language and names of functions are found in any case of letters.
      """,
    related: ["parameters"],
    examples: #"""
      //# test back-quotes
      CREATE (n:`two words` {`a key`: 1}) RETURN n.`a key` AS `a column`;
      //= a column
      //= 1
      //# test comments
      RETURN 1 /* the first */ + 2 AS n; // and no more
      //= n
      //= 3
      //# test a-reserved-word
      RETURN 1 AS where;
      //= error UnexpectedSyntax at 1:13
      """#),
  ReferencePage(
    "property access", .expression,
    summary: "the properties of nodes, edges, maps, and the parts of dates and times",
    syntax: ["value.key, value[key]"],
    text: """
      What is not there is null. A key that nothing in the graph has is told with the nearest one.
      """,
    related: ["maps", "dates and times", "PROPERTY_EXISTS", "SET"],
    graph: .people,
    examples: #"""
      //# test of-a-node
      MATCH (p:Person) RETURN p.name AS name, p['born'] AS born;
      //= name | born
      //= Ada  | 1980
      //= Ben  | 1975
      //= Cleo | null
      //# test of-a-date
      RETURN date('2024-03-22').month AS month, duration('P1Y2M').months AS months;
      //= month | months
      //= 3     | 14
      //# test a-key-that-nothing-has
      MATCH (p:Person {name: 'Ada'}) RETURN p.brn AS born;
      //= born
      //= null
      //= warning: unknown property `brn`; did you mean `born`?
      """#),
]
