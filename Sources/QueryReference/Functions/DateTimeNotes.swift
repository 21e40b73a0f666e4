/// On functions of dates with a time, and of amounts of time.
let dateTimeNotes: [FunctionNote] = [
  FunctionNote(
    "localdatetime",
    related: ["localdatetime.truncate", "localdatetime.statement", "dates and times"],
    examples: #"""
      RETURN localdatetime('2024-03-22T20:15') AS time, localdatetime({year: 2024, month: 3, day: 22, hour: 20}) AS parts;
      //= time             | parts
      //= 2024-03-22T20:15 | 2024-03-22T20:00
      """#),
  FunctionNote(
    "localdatetime.truncate",
    related: ["localdatetime"],
    examples: #"""
      RETURN localdatetime.truncate('day', localdatetime('2024-03-22T20:15')) AS day;
      //= day
      //= 2024-03-22T00:00
      """#),
  FunctionNote(
    "localdatetime.transaction",
    related: ["localdatetime"],
    examples: #"""
      RETURN localdatetime.transaction() = localdatetime.transaction() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "localdatetime.statement",
    related: ["localdatetime"],
    examples: #"""
      RETURN localdatetime.statement() = localdatetime.statement() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "localdatetime.realtime",
    related: ["localdatetime"],
    examples: #"""
      RETURN localdatetime.realtime() = localdatetime.realtime() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "datetime",
    related: ["datetime.truncate", "datetime.statement", "dates and times"],
    examples: #"""
      RETURN datetime('2024-03-22T20:15+03:00') AS time, datetime({year: 2024, month: 3, day: 22, timezone: 'Z'}) AS parts;
      //= time                   | parts
      //= 2024-03-22T20:15+03:00 | 2024-03-22T00:00Z
      """#),
  FunctionNote(
    "datetime.truncate",
    related: ["datetime"],
    examples: #"""
      RETURN datetime.truncate('year', datetime('2024-03-22T20:15+03:00')) AS year;
      //= year
      //= 2024-01-01T00:00+03:00
      """#),
  FunctionNote(
    "datetime.transaction",
    related: ["datetime"],
    examples: #"""
      RETURN datetime.transaction() = datetime.transaction() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "datetime.statement",
    related: ["datetime"],
    examples: #"""
      RETURN datetime.statement() = datetime.statement() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "datetime.realtime",
    related: ["datetime"],
    examples: #"""
      RETURN datetime.realtime() = datetime.realtime() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "datetime.fromepoch",
    related: ["datetime.fromepochmillis"],
    examples: #"""
      RETURN datetime.fromepoch(1711126710, 250000000) AS time;
      //= time
      //= 2024-03-22T16:58:30.25Z
      """#),
  FunctionNote(
    "datetime.fromepochmillis",
    related: ["datetime.fromepoch", "timestamp"],
    examples: #"""
      RETURN datetime.fromepochmillis(1711126710250) AS time;
      //= time
      //= 2024-03-22T16:58:30.25Z
      """#),
  FunctionNote(
    "duration",
    related: ["duration.between", "dates and times"],
    examples: #"""
      RETURN duration('P1Y2M3DT4H') AS text, duration({days: 1, hours: 36}) AS parts;
      //= text       | parts
      //= P1Y2M3DT4H | P1DT36H
      """#),
  FunctionNote(
    "duration.between",
    related: ["duration", "dates and times"],
    examples: #"""
      RETURN duration.between(date('2024-01-31'), date('2024-03-22')) AS d;
      //= d
      //= P1M22D
      """#),
  FunctionNote(
    "duration.inMonths",
    related: ["duration", "dates and times"],
    examples: #"""
      RETURN duration.inMonths(date('2024-01-31'), date('2024-03-22')) AS d;
      //= d
      //= P1M
      """#),
  FunctionNote(
    "duration.inDays",
    related: ["duration", "dates and times"],
    examples: #"""
      RETURN duration.inDays(date('2024-01-31'), date('2024-03-22')) AS d;
      //= d
      //= P51D
      """#),
  FunctionNote(
    "duration.inSeconds",
    related: ["duration", "dates and times"],
    examples: #"""
      RETURN duration.inSeconds(localtime('20:15'), localtime('21:00')) AS d;
      //= d
      //= PT45M
      """#),
]
