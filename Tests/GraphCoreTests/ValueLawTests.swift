import SeededRandom
import Testing

@testable import GraphCore

@Suite("values")
struct ValueLawTests {
  /// Random values that are often equal or nearly so.
  private static func values(seed: UInt64, count: Int) -> [Value] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in value(depth: 2, &generator) }
  }

  private static func value(depth: Int, _ generator: inout SeededGenerator) -> Value {
    let small = Int64(generator.below(3)) - 1
    switch generator.below(depth > 0 ? 18 : 15) {
    case 0: return .null
    case 1: return .boolean(small > 0)
    case 2: return .integer(small)
    case 3: return .integer(generator.pick([.max, .min, 1 << 53, (1 << 53) + 1, .max - 1]))
    case 4: return .float(Double(small))
    case 5: return .float(generator.pick([.nan, -.nan, .infinity, -.infinity, -0.0, 0.5, 0x1p53, 0x1p63, -0x1p63]))
    case 6: return .string(generator.pick(["", "a", "b", "caf\u{E9}", "cafe\u{301}", "\u{1F600}", "\u{FFFF}"]))
    case 7: return .date(CalendarDate(epochDay: small))
    case 8: return .localTime(LocalTime(nanosecondOfDay: small + 1))
    case 9:
      return .time(ZonedTime(local: LocalTime(nanosecondOfDay: 7_200_000_000_000), offsetSeconds: Int32(small) * 3_600))
    case 10:
      let date = CalendarDate(epochDay: small)
      return .localDateTime(LocalDateTime(date: date, time: LocalTime(nanosecondOfDay: 1)))
    case 11:
      let local = LocalDateTime(
        date: CalendarDate(epochDay: 0), time: LocalTime(nanosecondOfDay: (small + 2) * 3_600_000_000_000))
      return .dateTime(
        ZonedDateTime(local: local, offsetSeconds: Int32(small) * 3_600, zone: generator.pick([nil, "Europe/Paris"])))
    case 12:
      return .duration(
        CalendarDuration(
          months: small, days: small * 30, seconds: generator.pick([0, 86_400, .max, .max - 1]), nanoseconds: 0))
    case 13: return .node(NodeID(UInt32(small + 1)))
    case 14:
      return generator.below(2) == 0
        ? .edge(EdgeID(UInt32(small + 1)))
        : .path(
          Path(nodes: [NodeID(0), NodeID(UInt32(small + 1))], edges: [EdgeID(0)]))
    case 15, 16: return .list((0..<generator.below(3)).map { _ in value(depth: depth - 1, &generator) })
    default:
      let entries = (0..<generator.below(3)).map { _ in
        (generator.pick(["k", "l"]), value(depth: depth - 1, &generator))
      }
      return .map(ValueMap(entries))
    }
  }

  @Test("the order is total, and level only for equivalent values", arguments: UInt64(1)...8)
  func totalOrder(seed: UInt64) {
    let values = Self.values(seed: seed, count: 90)
    for a in values {
      #expect(a.ordered(against: a) == 0, "seed \(seed): \(a)")
      for b in values {
        let order = a.ordered(against: b)
        #expect(order == -b.ordered(against: a), "seed \(seed): \(a) and \(b)")
        #expect((order == 0) == a.isEquivalent(to: b), "seed \(seed): \(a) and \(b)")
      }
    }
  }

  @Test("the order is transitive", arguments: UInt64(11)...16)
  func transitive(seed: UInt64) {
    let values = Self.values(seed: seed, count: 40)
    for a in values {
      for b in values where a.ordered(against: b) <= 0 {
        for c in values where b.ordered(against: c) <= 0 {
          #expect(a.ordered(against: c) <= 0, "seed \(seed): \(a), \(b), \(c)")
        }
      }
    }
  }

  @Test("equality is symmetric, implies equivalence, and agrees with the comparison", arguments: UInt64(21)...28)
  func equality(seed: UInt64) {
    let values = Self.values(seed: seed, count: 90)
    for a in values {
      for b in values {
        #expect(a.equals(b) == b.equals(a), "seed \(seed): \(a) and \(b)")
        if a.equals(b) == true { #expect(a.isEquivalent(to: b), "seed \(seed): \(a) and \(b)") }
        guard let order = a.compared(to: b) else { continue }
        #expect(order == b.compared(to: a).map { -$0 }, "seed \(seed): \(a) and \(b)")
        #expect((order == 0) == (a.equals(b) == true), "seed \(seed): \(a) and \(b)")
        #expect(order == a.ordered(against: b), "seed \(seed): \(a) and \(b)")
      }
    }
  }

  @Test("equivalent values hash alike as grouping keys", arguments: UInt64(31)...38)
  func hashes(seed: UInt64) {
    let values = Self.values(seed: seed, count: 120)
    for a in values {
      for b in values where a.isEquivalent(to: b) {
        #expect(GroupingKey(a).hashValue == GroupingKey(b).hashValue, "seed \(seed): \(a) and \(b)")
      }
    }
  }

  @Test(
    "null and NaN in equality",
    arguments: [
      (.null, .null, nil), (.integer(1), .null, nil), (.float(.nan), .float(.nan), false),
      (.integer(1), .float(1), true),
      (.list([.null]), .list([.integer(1)]), nil),
      (.list([.null, .integer(1)]), .list([.integer(2), .integer(2)]), false),
      (.list([.null]), .list([]), false), (.string("1"), .integer(1), false), (.integer(.max), .float(0x1p63), false),
      (.map(ValueMap([("a", .null)])), .map(ValueMap([("a", .integer(1))])), nil),
      (.map(ValueMap([("a", .null)])), .map(ValueMap([("b", .null)])), false),
      (.string("caf\u{E9}"), .string("cafe\u{301}"), false),
    ] as [(Value, Value, Bool?)])
  func unknowns(a: Value, b: Value, expected: Bool?) {
    #expect(a.equals(b) == expected)
  }

  @Test("kinds of value are ordered as openCypher orders them")
  func kinds() {
    let values: [Value] = [
      .map(ValueMap()), .node(NodeID(0)), .edge(EdgeID(0)), .list([]), .path(Path(nodes: [NodeID(0)], edges: [])),
      .string(""), .boolean(false), .float(-.infinity), .integer(0), .float(0.5), .float(.nan), .null,
    ]
    #expect(values.indices.sorted { values[$0].ordered(against: values[$1]) < 0 } == Array(values.indices))
  }

  @Test("a map holds its keys in order, the last of equal ones, and forgets what is set to nil")
  func maps() {
    var map = ValueMap([("b", .integer(1)), ("a", .integer(2)), ("b", .integer(3))])
    #expect(map.keys == ["a", "b"])
    #expect(map["b"]?.equals(.integer(3)) == true)
    #expect(map["c"] == nil)
    map["a"] = nil
    #expect(map.keys == ["b"])
  }

  @Test("values are counted over lists and maps, wherever they stand, and how deep they stand")
  func extent() {
    func count(_ value: Value) -> Int? { if case .values(let count) = value.extent { count } else { nil } }
    #expect(count(.list([.integer(1), .map(ValueMap([("a", .list([]))]))])) == 3)
    #expect(count(.integer(1)) == 0)
    var deep = Value.list([])
    for _ in 1..<ValueLimits.deepestNesting { deep = .list([deep]) }
    #expect(count(deep) == ValueLimits.deepestNesting - 1)
    guard case .tooDeep = Value.list([deep]).extent else { Issue.record("not too deep"); return }
    // Held once for each level, and met more often than anybody could count.
    var wide = Value.integer(1)
    for _ in 0..<100 { wide = .list([wide, wide]) }
    guard case .tooLarge = wide.extent else { Issue.record("not too large"); return }
  }
}
