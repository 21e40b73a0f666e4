extension Optional {
  /// Nil where the condition does not hold.
  func filter(_ holds: (Wrapped) -> Bool) -> Wrapped? { flatMap { holds($0) ? $0 : nil } }
}

extension Array {
  /// Nil if there is nothing in it.
  var nonEmpty: Self? { isEmpty ? nil : self }
}

extension Array where Element: Hashable {
  /// Without repetitions, first occurrences in order.
  func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
