/// On functions of texts.
let textNotes: [FunctionNote] = [
  FunctionNote(
    "toUpper",
    related: ["toLower", "upper"],
    examples: #"""
      RETURN toUpper('Perm') AS text;
      //= text
      //= PERM
      """#),
  FunctionNote(
    "upper",
    related: ["toUpper"],
    examples: #"""
      RETURN upper('Perm') AS text;
      //= text
      //= PERM
      """#),
  FunctionNote(
    "toLower",
    related: ["toUpper", "lower"],
    examples: #"""
      RETURN toLower('PERM') AS text;
      //= text
      //= perm
      """#),
  FunctionNote(
    "lower",
    related: ["toLower"],
    examples: #"""
      RETURN lower('PERM') AS text;
      //= text
      //= perm
      """#),
  FunctionNote(
    "trim",
    related: ["ltrim", "rtrim", "btrim"],
    examples: #"""
      RETURN trim('  Perm ') AS text, trim('--Perm-', '-') AS plain;
      //= text | plain
      //= Perm | Perm
      """#),
  FunctionNote(
    "btrim",
    related: ["trim"],
    examples: #"""
      RETURN btrim('xxPermx', 'x') AS text;
      //= text
      //= Perm
      """#),
  FunctionNote(
    "ltrim",
    related: ["trim", "rtrim"],
    examples: #"""
      RETURN ltrim('xxPerm', 'x') AS text;
      //= text
      //= Perm
      """#),
  FunctionNote(
    "rtrim",
    related: ["trim", "ltrim"],
    examples: #"""
      RETURN rtrim('Permxx', 'x') AS text;
      //= text
      //= Perm
      """#),
  FunctionNote(
    "substring",
    related: ["left", "right"],
    examples: #"""
      RETURN substring('Red Column', 4) AS rest, substring('Red Column', 0, 3) AS word;
      //= rest   | word
      //= Column | Red
      """#),
  FunctionNote(
    "left",
    related: ["right", "substring"],
    examples: #"""
      //# test example
      RETURN left('Red Column', 3) AS text;
      //= text
      //= Red
      //# test below-zero
      RETURN left('Red', -1) AS text;
      //= error NegativeIntegerArgument at 1:8
      """#),
  FunctionNote(
    "right",
    related: ["left", "substring"],
    examples: #"""
      RETURN right('Red Column', 6) AS text;
      //= text
      //= Column
      """#),
  FunctionNote(
    "replace",
    related: ["=~", "split"],
    examples: #"""
      RETURN replace('Red Column', 'Red', 'Blue') AS text;
      //= text
      //= Blue Column
      """#),
  FunctionNote(
    "split",
    related: ["replace", "substring"],
    examples: #"""
      RETURN split('a,b;c', [',', ';']) AS parts, split('who says so', ' ') AS words;
      //= parts           | words
      //= ['a', 'b', 'c'] | ['who', 'says', 'so']
      """#),
  FunctionNote(
    "char_length",
    related: ["size", "character_length"],
    examples: #"""
      RETURN char_length('café') AS length;
      //= length
      //= 4
      """#),
  FunctionNote(
    "character_length",
    related: ["char_length"],
    examples: #"""
      RETURN character_length('café') AS length;
      //= length
      //= 4
      """#),
  FunctionNote(
    "normalize",
    text: """
      Without a form it is NFC. The form may also be written as a text: `normalize(name, 'NFD')`.
      """,
    related: ["comparison", "IS NORMALIZED"],
    examples: #"""
      //# test composed
      RETURN normalize('cafe\u0301') = 'café' AS same, 'cafe\u0301' = 'café' AS equal;
      //= same | equal
      //= true | false
      //# test decomposed
      RETURN size(normalize('café', NFD)) AS length, normalize('ﬁ', NFKC) AS letters;
      //= length | letters
      //= 5      | fi
      //# test another-form
      RETURN normalize('café', 'NFX') AS text;
      //= error InvalidArgumentValue at 1:8
      """#),
]
