/// Numbers as words and digits.
enum NumberWords {
  static let units: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  static let multipliers: [String: Double] = [
    "hundred": 100, "thousand": 1_000, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6, "m": 1e6,
    "k": 1_000,
  ]

  /// A whole number in one word or in digits (`14`, `1,200`, `fourteen`), or nil.
  static func value(of word: String) -> Int? {
    let isNumeric = word.utf8.first.map { $0 &- 0x30 < 10 } ?? false
    if !isNumeric { return word.utf8.count <= 9 ? units[word.lowercased()] : nil }
    guard let number = number(of: word), number == number.rounded(), abs(number) < 1e15 else { return nil }
    return Int(number)
  }

  /// Digits with thousands separated by commas and a decimal point; nil for anything else.
  static func number(of word: String) -> Double? {
    guard let first = word.utf8.first, first &- 0x30 < 10, word.utf8.count <= 24 else { return nil }
    var digits = ""
    var groups = 0
    for character in word {
      if character == "," {
        groups += 1
        continue
      }
      guard character.isASCII, character.isNumber || character == "." else { return nil }
      digits.append(character)
    }
    if groups > 0 {
      let parts = word.split(separator: ".")[0].split(separator: ",", omittingEmptySubsequences: false)
      guard let head = parts.first, (1...3).contains(head.count), parts.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
    }
    return Double(digits)
  }
}
