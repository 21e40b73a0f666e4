extension Int {
  /// The places from this one up to but without `end`; none where `end` stands in front of it.
  ///
  /// A repair is asked about any tree, also one in which the verb stands in front of its own opening comma; `a..<b` would end
  /// the program there.
  func upTo(_ end: Int) -> Range<Int> { self..<Swift.max(self, end) }

  /// The places from this one up to and with `last`; none where `last` stands in front of it.
  func through(_ last: Int) -> Range<Int> { last < self ? self..<self : self..<last + 1 }
}
