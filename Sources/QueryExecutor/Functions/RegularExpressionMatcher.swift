import GraphCore

/// A regular expression at work on many texts.
///
/// What a set of its states comes to by a character is worked out when a text first asks for it and kept: a deterministic
/// automaton, built as far as the texts need it (Aho, Sethi, Ullman, "Compilers", 1986, 3.7). A byte then costs a look into
/// a table, whatever the pattern (75,000 texts of 80 bytes: 1,060 ms by following all ways, 15 by the table). What is kept
/// has a bound; beyond it the automaton is built anew, and a text still takes time linear in it.
///
/// Not safe to share between threads: it learns.
package final class RegularExpressionMatcher {
  /// What the sets and rows that are kept may hold together, in numbers of four or eight bytes.
  private static let mostKept = 1 << 18
  private static let rowLength = 128
  private static let unknown: Int32 = -1
  /// A state that no text leads out of.
  private static let dead: Int32 = 0
  private static let initial: Int32 = 1

  /// Steps of the program that may be next, and as much of the character before as boundaries ask for.
  private struct Place: Hashable {
    let steps: [Int]
    let previous: Unicode.Scalar?
  }

  private let program: [RegularExpression.Instruction]
  private var places: [Place] = []
  private var numbers: [Place: Int32] = [:]
  /// By state and character, for those below 128.
  private var table: [Int32] = []
  /// The same for other characters.
  private var wide: [UInt64: Int32] = [:]
  private var accepts: [Bool] = []
  private var kept = 0
  private var visited: [Int]
  private var visit = 0

  package init(_ expression: RegularExpression) {
    program = expression.program
    visited = [Int](repeating: 0, count: program.count)
    forget()
  }

  /// Whether it matches the whole of a text in UTF-8.
  package func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var position = 0
    var state = Self.initial
    while position < text.count {
      (state, position) = follow(text, from: state, at: position)
      guard position < text.count, state != Self.dead else { break }
      let (scalar, length) = text.scalar(at: position)
      state = next(of: state, by: scalar)
      position += length
    }
    return accepts[Int(state)]
  }

  package func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }

  /// As far as the table knows the way.
  private func follow(
    _ text: UnsafeBufferPointer<UInt8>, from state: Int32, at position: Int
  ) -> (state: Int32, position: Int) {
    table.withUnsafeBufferPointer { table in
      var state = state
      var position = position
      while position < text.count, text[position] < Self.rowLength, state != Self.dead {
        let next = table[Int(state) * Self.rowLength + Int(text[position])]
        if next == Self.unknown { break }
        state = next
        position += 1
      }
      return (state, position)
    }
  }

  // MARK: Building

  private func next(of state: Int32, by scalar: Unicode.Scalar) -> Int32 {
    let isNarrow = scalar.value < Self.rowLength
    if !isNarrow, let known = wide[Self.key(state, scalar)] { return known }
    let state = kept > Self.mostKept ? forgetAll(but: state) : state
    let place = places[Int(state)]
    var steps: [Int] = []
    for step in closure(of: place.steps, between: place.previous, and: scalar) {
      if case .read(let test) = program[step], test.accepts(scalar) { steps.append(step + 1) }
    }
    let next = number(of: Place(steps: steps.sorted(), previous: Boundary.kind(of: scalar)))
    if isNarrow {
      table[Int(state) * Self.rowLength + Int(scalar.value)] = next
    } else {
      wide[Self.key(state, scalar)] = next
      kept += 4
    }
    return next
  }

  private static func key(_ state: Int32, _ scalar: Unicode.Scalar) -> UInt64 {
    UInt64(state) << 32 | UInt64(scalar.value)
  }

  private func number(of place: Place) -> Int32 {
    if place.steps.isEmpty { return Self.dead }
    if let known = numbers[place] { return known }
    let number = append(place)
    numbers[place] = number
    return number
  }

  private func append(_ place: Place) -> Int32 {
    places.append(place)
    table += repeatElement(Self.unknown, count: Self.rowLength)
    accepts.append(
      closure(of: place.steps, between: place.previous, and: nil).contains {
        if case .end = program[$0] { true } else { false }
      })
    kept += place.steps.count + Self.rowLength
    return Int32(places.count - 1)
  }

  /// Back to the two states there always are. The first is not looked for among the others: nothing is before it.
  private func forget() {
    (places, numbers, table, wide, accepts, kept) = ([], [:], [], [:], [], 0)
    _ = append(Place(steps: [], previous: nil))
    _ = append(Place(steps: [0], previous: nil))
  }

  /// - Returns: the new number of the state that a text is in.
  private func forgetAll(but state: Int32) -> Int32 {
    let place = places[Int(state)]
    forget()
    return state == Self.initial ? state : number(of: place)
  }

  /// The steps that read, or end, and can be reached from some without reading.
  private func closure(
    of steps: [Int], between previous: Unicode.Scalar?, and next: Unicode.Scalar?
  ) -> [Int] {
    visit += 1
    var reached: [Int] = []
    var pending = steps
    while let step = pending.popLast() {
      guard visited[step] != visit else { continue }
      visited[step] = visit
      switch program[step] {
      case .read, .end: reached.append(step)
      case .jump(let target): pending.append(target)
      case .split(let first, let second): pending += [second, first]
      case .require(let boundary):
        if boundary.holds(between: previous, and: next) { pending.append(step + 1) }
      }
    }
    return reached
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The character that begins at a byte, with its length; the replacement character for a byte that begins none.
  fileprivate func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
    var decoder = UTF8()
    var bytes = self[position..<Swift.min(position + 4, count)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\u{FFFD}", 1) }
    return (scalar, UTF8.width(scalar))
  }
}
