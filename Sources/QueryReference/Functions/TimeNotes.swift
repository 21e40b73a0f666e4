/// On functions of dates and times.
let timeNotes: [FunctionNote] = [
  FunctionNote(
    "date",
    related: ["date.truncate", "date.statement", "dates and times"],
    examples: #"""
      //# test example
      RETURN date('2024-03-22') AS day, date({year: 2024, week: 12, dayOfWeek: 5}) AS byWeek;
      //= day        | byWeek
      //= 2024-03-22 | 2024-03-22
      //# test no-such-day
      RETURN date('2024-02-30') AS day;
      //= error InvalidArgumentValue at 1:8
      """#),
  FunctionNote(
    "date.truncate",
    related: ["date"],
    examples: #"""
      RETURN date.truncate('month', date('2024-03-22')) AS month, date.truncate('week', date('2024-03-22'), {dayOfWeek: 2}) AS tuesday;
      //= month      | tuesday
      //= 2024-03-01 | 2024-03-19
      """#),
  FunctionNote(
    "date.transaction",
    related: ["date"],
    examples: #"""
      RETURN date.transaction() = date.transaction() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "date.statement",
    related: ["date"],
    examples: #"""
      RETURN date.statement() = date.statement() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "date.realtime",
    related: ["date"],
    examples: #"""
      RETURN date.realtime() = date.realtime() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "localtime",
    related: ["localtime.truncate", "localtime.statement", "dates and times"],
    examples: #"""
      RETURN localtime('20:15') AS time, localtime({hour: 20, minute: 15, second: 30}) AS parts;
      //= time  | parts
      //= 20:15 | 20:15:30
      """#),
  FunctionNote(
    "localtime.truncate",
    related: ["localtime"],
    examples: #"""
      RETURN localtime.truncate('hour', localtime('20:15')) AS hour;
      //= hour
      //= 20:00
      """#),
  FunctionNote(
    "localtime.transaction",
    related: ["localtime"],
    examples: #"""
      RETURN localtime.transaction() = localtime.transaction() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "localtime.statement",
    related: ["localtime"],
    examples: #"""
      RETURN localtime.statement() = localtime.statement() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "localtime.realtime",
    related: ["localtime"],
    examples: #"""
      RETURN localtime.realtime() = localtime.realtime() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "time",
    related: ["time.truncate", "time.statement", "dates and times"],
    examples: #"""
      RETURN time('20:15+03:00') AS time, time({hour: 20, timezone: '+03:00'}) AS parts;
      //= time        | parts
      //= 20:15+03:00 | 20:00+03:00
      """#),
  FunctionNote(
    "time.truncate",
    related: ["time"],
    examples: #"""
      RETURN time.truncate('minute', time('20:15:30+03:00')) AS minute;
      //= minute
      //= 20:15+03:00
      """#),
  FunctionNote(
    "time.transaction",
    related: ["time"],
    examples: #"""
      RETURN time.transaction() = time.transaction() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "time.statement",
    related: ["time"],
    examples: #"""
      RETURN time.statement() = time.statement() AS same;
      //= same
      //= true
      """#),
  FunctionNote(
    "time.realtime",
    related: ["time"],
    examples: #"""
      RETURN time.realtime() = time.realtime() AS same;
      //= same
      //= true
      """#),
]
