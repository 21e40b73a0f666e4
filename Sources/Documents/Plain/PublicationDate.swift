import Foundation

/// A date as the head of a report gives it.
struct PublicationDate: Equatable {
  /// Nil where only day and month are written.
  var year: Int?
  var month: Int
  var day: Int

  /// `2024-04-01`, or nil without a year.
  var iso: String? {
    guard let year else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// Whether a date, ISO 8601, lies in the future wherever on Earth it was written.
  static func isAhead(_ published: String) -> Bool {
    let tomorrow = Date(timeIntervalSinceNow: 86_400).formatted(.iso8601.year().month().day())
    return published.prefix(10) > tomorrow
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The first date in a line: `Apr 1, 2024`, `Feb. 20`, `24 February 2025`, `2024-04-01`, `1st of May, 2024`.
  /// Dates in figures with slashes are left alone: which of the two is the month depends on the country.
  static func first(in line: String) -> PublicationDate? {
    // Each has a day in digits, and most lines have none.
    guard line.utf8.contains(where: { $0 &- 0x30 < 10 }) else { return nil }
    let words = words(of: line)
    for index in words.indices {
      if let date = isoDate(words[index]) { return date }
      if let month = month(words[index]) {
        if index + 1 < words.count, let day = day(words[index + 1]) {
          let year = index + 2 < words.count ? self.year(words[index + 2]) : nil
          if let date = valid(year, month, day) { return date }
        }
        let before = index > 0 && words[index - 1] == "of" ? index - 2 : index - 1
        if before >= 0, let day = day(words[before]) {
          let year = index + 1 < words.count ? self.year(words[index + 1]) ?? shortYear(words[index + 1]) : nil
          if let date = valid(year, month, day) { return date }
        }
      }
    }
    return nil
  }

  /// A year that stands alone behind a copyright sign.
  static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1800...2199).contains(year) else { return nil }
    return year
  }

  /// `90` in `3 JAN 90`, as agencies of the last century wrote; smaller numbers may be hours.
  private static func shortYear(_ word: String) -> Int? {
    guard word.utf8.count == 2, let year = Int(word), year >= 50 else { return nil }
    return 1900 + year
  }

  /// The day part of an ISO 8601 date or date and time, in a word of its own.
  static func isoDate(_ word: String) -> PublicationDate? {
    let bytes = Array(word.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
    else { return nil }
    return valid(year, month, day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    digits.allSatisfy { (0x30...0x39).contains($0) } ? digits.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
  }

  private static func words(of line: String) -> [String] {
    line.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" || $0 == "+") }.map(String.init)
  }

  private static let monthStems = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let monthNames: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "sept",
  ]

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count == 3 || monthNames.contains(word) else { return nil }
    return monthStems.firstIndex(of: String(word.prefix(3))).map { $0 + 1 }
  }

  private static func day(_ word: String) -> Int? {
    var digits = word[...]
    for ending in ["st", "nd", "rd", "th"] where digits.hasSuffix(ending) { digits = digits.dropLast(2) }
    guard digits.utf8.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
    return day
  }

  private static func valid(_ year: Int?, _ month: Int, _ day: Int) -> PublicationDate? {
    let leap = year.map { $0 % 4 == 0 && ($0 % 100 != 0 || $0 % 400 == 0) } ?? true
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), day >= 1, day <= lengths[month - 1] else { return nil }
    return PublicationDate(year: year, month: month, day: day)
  }
}
