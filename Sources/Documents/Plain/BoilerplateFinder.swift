import SourceText

/// Tells the lines of a report that are credits, adverts, links and copyright.
struct BoilerplateFinder {
  let phrases: BoilerplatePhrases

  /// How many lines may lie between two lines of a footer and belong to it.
  private static let widestGap = 3

  /// For each line whether it is boilerplate. The first line never is.
  func marks(_ lines: [ReportLine]) -> [Bool] {
    var marks = lines.map { isBoilerplate($0) }
    guard !marks.isEmpty else { return [] }
    marks[0] = false
    closeFooter(lines, &marks)
    return marks
  }

  private func isBoilerplate(_ line: ReportLine) -> Bool {
    Self.isCopyright(line.words) || isCredit(line) || isLinkBar(line.words) || isAddress(line.words)
      || (phrases.matches(line.words) && !isProse(line))
  }

  /// A long line that ends as a sentence does is news, whatever it begins with.
  private func isProse(_ line: ReportLine) -> Bool {
    line.endsSentence && line.range.lengthBytes > 250
  }

  /// `© 2024 Name`, `(c) 2024 Name`, `Copyright 2024 Name`
  static func isCopyright(_ words: String) -> Bool {
    // Nearly all lines begin otherwise, which one byte tells.
    guard let first = words.utf8.first, first == 0xC2 || "cC(".utf8.contains(first) else { return false }
    let lower = words.prefix(40).lowercased()
    return words.hasPrefix("©") || lower.hasPrefix("copyright ©") || lower.hasPrefix("(c) ")
      || (lower.hasPrefix("copyright ") && lower.contains(where: \.isNumber))
  }

  /// `(Reporting by …; editing by …)`, and the same without brackets where it is no sentence.
  private func isCredit(_ line: ReportLine) -> Bool {
    let isBracketed = line.words.hasPrefix("(") || line.words.hasPrefix("[")
    guard isBracketed || !line.endsSentence else { return false }
    let lower = line.words.lowercased().dropFirst(isBracketed ? 1 : 0)
    return ["reporting by", "writing by", "editing by", "additional reporting"].contains { lower.hasPrefix($0) }
  }

  /// `Subscribe | Contact | Imprint`: several short names between bars.
  private func isLinkBar(_ words: String) -> Bool {
    // The bar, or the first byte of the dots.
    guard words.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == 0xE2 || $0 == 0xC2 }) else { return false }
    let parts = words.split(whereSeparator: { "|•·".contains($0) })
    return parts.count >= 3 && parts.allSatisfy { $0.count <= 40 } && PublicationDate.first(in: words) == nil
      && !words.lowercased().hasPrefix("by ")
  }

  private func isAddress(_ words: String) -> Bool {
    (words.hasPrefix("http://") || words.hasPrefix("https://") || words.hasPrefix("www.")) && !words.contains(" ")
  }

  /// What stands between two lines of the footer belongs to it, and so does what follows a copyright line, and any
  /// line without an end of sentence behind the first line of the footer.
  private func closeFooter(_ lines: [ReportLine], _ marks: inout [Bool]) {
    guard
      let lastProse = lines.indices.last(where: { !marks[$0] && lines[$0].endsSentence && lines[$0].words.count > 60 })
    else { return }
    if let copyright = lines.indices.dropFirst().last(where: { marks[$0] && Self.isCopyright(lines[$0].words) }),
      copyright * 2 > lines.count
    {
      for index in copyright..<lines.count { marks[index] = true }
      // Backwards over a few lines to the credits, if they are there.
      let reach = max(1, copyright - Self.widestGap)
      if let credit = (reach..<copyright).first(where: { marks[$0] }) {
        for index in credit..<copyright { marks[index] = true }
      }
    }
    var isFooter = false
    for index in lines.indices where index > 0 {
      if marks[index], index > lastProse { isFooter = true }
      if isFooter, !lines[index].endsSentence { marks[index] = true }
    }
  }
}
