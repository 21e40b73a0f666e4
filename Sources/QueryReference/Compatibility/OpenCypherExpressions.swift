/// Expressions and functions of openCypher 9.
let openCypherExpressions: [Feature.Seed] = [
  .yes("literals", "numbers", "numbers", "numbers#spellings"),
  .yes("literals", "texts", "texts", "texts#quotes"),
  .yes("literals", "lists", "lists", "lists#places"),
  .yes("literals", "maps", "maps", "maps#keys"),
  .yes("literals", "truth values", "truth values", "truth values#tests"),
  .yes("literals", "null", "null", "null#comparisons"),
  .yes("literals", "names in back quotes, comments", "names", "names#back-quotes", "names#comments"),
  .yes("literals", "parameters", "parameters", "parameters#a-value"),
  .yes("operators", "AND, OR, XOR, NOT", "AND", "AND#tables"),
  .yes("operators", "three-valued logic", "null", "null#where-the-other-side-decides"),
  .yes("operators", "comparison and its chains", "comparison", "comparison#chain", "comparison#different-kinds"),
  .yes("operators", "arithmetic", "arithmetic", "arithmetic#operators", "arithmetic#too-great"),
  .yes("operators", "concatenation with +", "concatenation", "concatenation#texts-and-lists"),
  .yes("operators", "STARTS WITH, ENDS WITH, CONTAINS", "text predicates", "text predicates#three"),
  .partly(
    "operators", "regular expressions", "=~", "=~#whole-text",
    remark:
      "in time linear in the text, and so without back references, look-around, possessive quantifiers and intersections of classes"
  ),
  .yes("operators", "IN", "IN", "IN#found-or-not"),
  .yes("operators", "IS NULL, IS NOT NULL", "null", "null#comparisons"),
  .yes("operators", "label tests", "label expressions", "label expressions#as-a-test"),
  .yes("operators", "places and slices of lists", "lists", "lists#places"),
  .yes("operators", "property access", "property access", "property access#of-a-node"),
  .yes("forms", "CASE", "CASE", "CASE#conditions", "CASE#values-and-tests"),
  .yes("forms", "list comprehensions", "list comprehensions", "list comprehensions#squares-of-odd-numbers"),
  .yes("forms", "pattern comprehensions", "pattern comprehensions", "pattern comprehensions#for-each-row"),
  .yes("forms", "map projections", "map projections", "map projections#some-and-more"),
  .yes("forms", "any, all, none, single", "any", "any#four", "any#of-nothing"),
  .yes("forms", "reduce", "reduce", "reduce#a-sum"),
  .yes("forms", "existential subqueries", "EXISTS", "EXISTS#a-pattern", "EXISTS#a-query"),
  .yes(
    "functions", "of nodes, edges and paths", "labels", "labels#example", "type#example", "keys#example",
    "properties#example", "startNode#example", "endNode#example", "nodes#example", "relationships#example",
    "length#example", "id#example"),
  .yes(
    "functions", "aggregates", "count", "count#example", "collect#example", "sum#example", "avg#example", "min#example",
    "max#example", "stDev#example", "stDevP#example", "percentileCont#example", "percentileDisc#example"),
  .yes(
    "functions", "of lists", "head", "head#example", "last#example", "tail#example", "range#example", "reverse#example",
    "size#example"),
  .yes(
    "functions", "of numbers", "abs", "abs#example", "ceil#example", "floor#example", "round#example", "sign#example",
    "rand#example", "sqrt#example", "exp#example", "log#example", "log10#example", "e#example", "pi#example",
    "sin#example", "cos#example", "tan#example", "cot#example", "asin#example", "acos#example", "atan#example",
    "atan2#example", "degrees#example", "radians#example", "haversin#example"),
  .yes(
    "functions", "of texts", "toUpper", "toUpper#example", "toLower#example", "trim#example", "ltrim#example",
    "rtrim#example", "left#example", "right#example", "replace#example", "split#example", "substring#example",
    "reverse#example"),
  .yes(
    "functions", "that convert", "toInteger", "toInteger#example", "toFloat#example", "toBoolean#example",
    "toString#example"),
  .yes(
    "functions", "coalesce, exists, timestamp", "coalesce", "coalesce#example", "exists#example", "timestamp#example"),
  .yes(
    "temporal", "date, localtime, time, localdatetime, datetime", "date", "date#example", "localtime#example",
    "time#example", "localdatetime#example", "datetime#example"),
  .yes(
    "temporal", "truncate", "date.truncate", "date.truncate#example", "localtime.truncate#example",
    "time.truncate#example", "localdatetime.truncate#example", "datetime.truncate#example"),
  .yes(
    "temporal", "clocks", "date.statement", "date.statement#example", "datetime.transaction#example",
    "time.realtime#example"),
  .yes(
    "temporal", "durations", "duration", "duration#example", "duration.between#example", "duration.inMonths#example",
    "duration.inDays#example", "duration.inSeconds#example"),
  .yes(
    "temporal", "arithmetic and parts", "dates and times", "dates and times#arithmetic", "dates and times#parts",
    "dates and times#compared"),
]
