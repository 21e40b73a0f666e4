/// On aggregates.
let aggregateNotes: [FunctionNote] = [
  FunctionNote(
    "count",
    text: """
      `count(*)` counts rows.
      """,
    related: ["DISTINCT", "COUNT", "GROUP BY"],
    graph: .people,
    examples: #"""
      //# test example
      MATCH (p:Person) RETURN count(*) AS people, count(p.born) AS known;
      //= people | known
      //= 3      | 2
      //# test another
      UNWIND [1, 1, 2] AS n RETURN count(DISTINCT n) AS numbers;
      //= numbers
      //= 2
      """#),
  FunctionNote(
    "collect",
    related: ["COLLECT", "UNWIND"],
    examples: #"""
      UNWIND [3, null, 1] AS n RETURN collect(n) AS numbers;
      //= numbers
      //= [3, 1]
      """#),
  FunctionNote(
    "sum",
    text: """
      Of no rows it is 0.
      """,
    related: ["avg", "reduce"],
    examples: #"""
      //# test example
      UNWIND [1, 2, null] AS n RETURN sum(n) AS sum;
      //= sum
      //= 3
      //# test another
      UNWIND [duration('P1D'), duration('PT6H')] AS d RETURN sum(d) AS sum;
      //= sum
      //= P1DT6H
      """#),
  FunctionNote(
    "avg",
    text: """
      Of no rows it is null.
      """,
    related: ["sum"],
    examples: #"""
      UNWIND [1, 2, null] AS n RETURN avg(n) AS mean;
      //= mean
      //= 1.5
      """#),
  FunctionNote(
    "min",
    related: ["max", "ORDER BY"],
    examples: #"""
      UNWIND [3, 1, null] AS n RETURN min(n) AS least;
      //= least
      //= 1
      """#),
  FunctionNote(
    "max",
    related: ["min", "ORDER BY"],
    examples: #"""
      UNWIND ['Omsk', 'Perm'] AS t RETURN max(t) AS last;
      //= last
      //= Perm
      """#),
  FunctionNote(
    "stDev",
    related: ["stDevP", "avg"],
    examples: #"""
      UNWIND [2, 4, 4, 6] AS n RETURN round(stDev(n), 3) AS deviation;
      //= deviation
      //= 1.633
      """#),
  FunctionNote(
    "stDevP",
    related: ["stDev", "avg"],
    examples: #"""
      UNWIND [2, 4, 4, 6] AS n RETURN round(stDevP(n), 3) AS deviation;
      //= deviation
      //= 1.414
      """#),
  FunctionNote(
    "percentileCont",
    related: ["percentileDisc"],
    examples: #"""
      //# test example
      UNWIND [10, 20, 30, 40] AS n RETURN percentileCont(n, 0.5) AS median;
      //= median
      //= 25.0
      //# test no-share
      UNWIND [10] AS n RETURN percentileCont(n, 2) AS x;
      //= error NumberOutOfRange at 1:25
      """#),
  FunctionNote(
    "percentileDisc",
    related: ["percentileCont"],
    examples: #"""
      UNWIND [10, 20, 30, 40] AS n RETURN percentileDisc(n, 0.5) AS median;
      //= median
      //= 20
      """#),
]
