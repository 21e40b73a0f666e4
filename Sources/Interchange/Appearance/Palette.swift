import GraphCore

struct Color: Equatable, Sendable {
  let red: UInt8
  let green: UInt8
  let blue: UInt8

  init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
  }

  var hexadecimal: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// A colour per kind of node. Calm tones of one lightness, told apart by hue; what is said (reports, claims) is pale, what
/// it is about is strong.
///
/// | label | colour | | label | colour |
/// |---|---|---|---|---|
/// | `State` | `#4E79A7` blue | | `Event` | `#E1575A` red |
/// | `Organization` | `#76B7B2` teal | | `Place` | `#59A14F` green |
/// | `Group` | `#B07AA1` violet | | `Claim` | `#EDC948` yellow |
/// | `Person` | `#F28E2B` orange | | `Report` | `#9C8F87` grey |
/// | `Actor` | `#86A8CC` light blue | | no label | `#BAB0AC` light grey |
///
/// Other labels take the remaining tones in the order of their names, and start over when those are used up.
struct Palette: Sendable {
  /// The more specific label before the more general one: the first that a node has decides.
  private static let known: [(label: String, color: Color)] = [
    ("State", Color(0x4E79A7)), ("Organization", Color(0x76B7B2)), ("Group", Color(0xB07AA1)),
    ("Person", Color(0xF28E2B)), ("Actor", Color(0x86A8CC)), ("Event", Color(0xE1575A)), ("Place", Color(0x59A14F)),
    ("Claim", Color(0xEDC948)), ("Report", Color(0x9C8F87)),
  ]
  private static let others = [
    0x6B8E9E as UInt32, 0xC98B5E, 0x8FB36A, 0xA58CC2, 0xD48AA6, 0x5FA8A0, 0xB9A44C, 0x7D8FD1, 0xC2706B, 0x6FA377,
    0x9A7B5B,
    0x8C9BA5,
  ].map { Color($0) }
  private static let unlabelled = Color(0xBAB0AC)

  /// Indexed by label set.
  private let colors: [Color]

  /// `nodes` are all nodes of the graph: sets of labels that no node has any more must not claim a colour.
  init(for graph: any GraphReader, _ nodes: [NodeID]) {
    let used = Set(nodes.map { graph.labelSet(of: $0) })
    let rank = Dictionary(uniqueKeysWithValues: Self.known.enumerated().map { ($1.label, $0) })
    let sets = (0..<graph.labelSetCount).map { used.contains($0) ? graph.labels(inSet: $0) : [] }
    let leading = sets.map { Self.leadingLabel(of: $0, in: graph, rank) }
    let strangers = Set(leading.compactMap { $0 }).filter { rank[$0] == nil }.sortedByBytes()
    let places = Dictionary(uniqueKeysWithValues: strangers.enumerated().map { ($1, $0) })
    colors = leading.map { label in
      guard let label else { return Self.unlabelled }
      if let known = rank[label] { return Self.known[known].color }
      return Self.others[(places[label] ?? 0) % Self.others.count]
    }
  }

  func color(of node: NodeID, in graph: any GraphReader) -> Color {
    let set = graph.labelSet(of: node)
    return colors.indices.contains(set) ? colors[set] : Self.unlabelled
  }

  /// The first known label, or else the rarest one, which says most; of equally rare ones the first by name.
  private static func leadingLabel(of labels: [LabelID], in graph: any GraphReader, _ rank: [String: Int]) -> String? {
    let names = labels.map { graph.names.name(of: $0) }
    if let known = names.compactMap({ rank[$0] }).min() { return Self.known[known].label }
    return labels.map { (count: graph.statistics.count(of: $0), name: graph.names.name(of: $0)) }
      .filter { $0.count > 0 }
      .min { $0.count != $1.count ? $0.count < $1.count : $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }?.name
  }
}
