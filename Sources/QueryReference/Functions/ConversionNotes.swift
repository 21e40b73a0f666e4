/// On functions that make a value of another kind.
let conversionNotes: [FunctionNote] = [
  FunctionNote(
    "toInteger",
    related: ["toFloat", "CAST", "toIntegerOrNull"],
    examples: #"""
      //# test example
      RETURN toInteger('12') AS text, toInteger(3.9) AS number, toInteger('a dozen') AS none;
      //= text | number | none
      //= 12   | 3      | null
      //# test of-a-list
      RETURN toInteger([1]) AS x;
      //= error InvalidArgumentValue at 1:8
      """#),
  FunctionNote(
    "toIntegerOrNull",
    related: ["toInteger"],
    examples: #"""
      RETURN toIntegerOrNull([1]) AS none;
      //= `none`
      //= null
      """#),
  FunctionNote(
    "toIntegerList",
    related: ["toInteger"],
    examples: #"""
      RETURN toIntegerList(['1', 'a', 2.5]) AS list;
      //= list
      //= [1, null, 2]
      """#),
  FunctionNote(
    "toFloat",
    related: ["toInteger", "CAST"],
    examples: #"""
      RETURN toFloat('1.5') AS text, toFloat(2) AS number;
      //= text | number
      //= 1.5  | 2.0
      """#),
  FunctionNote(
    "toFloatOrNull",
    related: ["toFloat"],
    examples: #"""
      RETURN toFloatOrNull(true) AS none;
      //= `none`
      //= null
      """#),
  FunctionNote(
    "toFloatList",
    related: ["toFloat"],
    examples: #"""
      RETURN toFloatList(['1.5', 2]) AS list;
      //= list
      //= [1.5, 2.0]
      """#),
  FunctionNote(
    "toBoolean",
    related: ["CAST", "truth values"],
    examples: #"""
      RETURN toBoolean('TRUE') AS text, toBoolean('yes') AS none;
      //= text | none
      //= true | null
      """#),
  FunctionNote(
    "toBooleanOrNull",
    related: ["toBoolean"],
    examples: #"""
      RETURN toBooleanOrNull(1.5) AS none;
      //= `none`
      //= null
      """#),
  FunctionNote(
    "toBooleanList",
    related: ["toBoolean"],
    examples: #"""
      RETURN toBooleanList(['true', 'x']) AS list;
      //= list
      //= [true, null]
      """#),
  FunctionNote(
    "toString",
    related: ["CAST", "concatenation"],
    examples: #"""
      RETURN toString(12) AS number, toString(date('2024-03-22')) AS day;
      //= number | day
      //= '12'   | '2024-03-22'
      """#),
  FunctionNote(
    "toStringOrNull",
    related: ["toString"],
    examples: #"""
      RETURN toStringOrNull([1]) AS none;
      //= `none`
      //= null
      """#),
  FunctionNote(
    "toStringList",
    related: ["toString"],
    examples: #"""
      RETURN toStringList([1, true]) AS list;
      //= list
      //= ['1', 'true']
      """#),
]
