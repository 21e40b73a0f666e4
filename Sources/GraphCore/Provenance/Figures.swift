/// A figure as one claim gives it.
package struct FigureStatement: Sendable {
  package enum Bound: String, Sendable {
    case exact, min, max
  }

  package let claim: NodeID
  package let report: NodeID?
  package let attribute: String
  package let value: Value
  package let bound: Bound
  package let stance: Stance
  /// When the report was published, as text that sorts by time; empty if it has no date.
  package let published: String
  /// Whether a later claim that counts takes its place (REVISES).
  package let isRevised: Bool

  /// Whether both can be true of one thing: 144 fits "at least 133". Values that are no numbers must be equal.
  package func fits(_ other: FigureStatement) -> Bool {
    guard let own = value.number, let others = other.value.number else { return value.equals(other.value) == true }
    let (low, high) = bound.range(of: own)
    let (otherLow, otherHigh) = other.bound.range(of: others)
    return low <= otherHigh && otherLow <= high
  }
}

extension FigureStatement.Bound {
  fileprivate func range(of value: Double) -> (low: Double, high: Double) {
    switch self {
    case .exact: (value, value)
    case .min: (value, .infinity)
    case .max: (-.infinity, value)
    }
  }
}

/// Two claims about one thing that cannot both be true.
package struct ClaimConflict: Sendable, Equatable {
  package let first: NodeID
  package let second: NodeID
  /// Of a figure; nil where they contradict each other in another way.
  package let attribute: String?
}

extension ProvenanceReader {
  /// What claims about `node` give figures for, the earliest first: by the date of their reports, those without a date
  /// at the front; claims of one date by their ids, a revised one before what takes its place.
  ///
  /// - Parameter attribute: nil for all, by attribute.
  package func figures(of node: NodeID, _ attribute: String? = nil) -> [FigureStatement] {
    let names = reader.names
    guard let attributeKey = names.propertyKey("attribute"), let valueKey = names.propertyKey("value"),
      let about = names.edgeType("ABOUT")
    else { return [] }
    var expansion = Expansion()
    reader.expand([node], .incoming, types: [about], into: &expansion)
    var statements: [FigureStatement] = []
    for claim in Set(expansion.neighbours).filter(filter.keeps).sorted() {
      guard case .string(let name) = reader.property(attributeKey, ofNodes: [claim])[0],
        attribute.map({ $0 == name }) ?? true
      else { continue }
      let value = reader.property(valueKey, ofNodes: [claim])[0]
      guard !value.isNull else { continue }
      let report = report(of: claim)
      statements.append(
        FigureStatement(
          claim: claim, report: report, attribute: name, value: value, bound: bound(of: claim),
          stance: stance(of: claim),
          published: report.map(published) ?? "", isRevised: isRevised(claim)))
    }
    return statements.sorted {
      ($0.attribute, $0.published, $0.isRevised ? 0 : 1, $0.claim) < (
        $1.attribute, $1.published, $1.isRevised ? 0 : 1, $1.claim
      )
    }
  }

  /// The last figure that is put forward and not denied; nil if none is.
  package func latestFigure(of node: NodeID, _ attribute: String) -> FigureStatement? {
    figures(of: node, attribute).last { $0.stance.weight == .supports && !$0.isRevised }
  }

  /// Pairs of claims behind a node or edge that cannot both be true: figures that do not fit, both put forward and
  /// neither revised, and claims that are marked as contradicting one another.
  ///
  /// - Complexity: quadratic in the claims about one attribute.
  package func conflicts(in claims: [NodeID], about node: NodeID?) -> [ClaimConflict] {
    var conflicts: [ClaimConflict] = []
    let figures = node.map { self.figures(of: $0) } ?? []
    let current = figures.filter { $0.stance.weight == .supports && !$0.isRevised }
    for (position, statement) in current.enumerated() {
      for other in current[(position + 1)...] where other.attribute == statement.attribute && !statement.fits(other) {
        conflicts.append(ClaimConflict(first: statement.claim, second: other.claim, attribute: statement.attribute))
      }
    }
    guard let contradicts = reader.names.edgeType("CONTRADICTS") else { return conflicts }
    let behind = Set(claims)
    var seen = Set(conflicts.map { [$0.first, $0.second].sorted() })
    for claim in claims {
      var expansion = Expansion()
      reader.expand([claim], .both, types: [contradicts], into: &expansion)
      for other in expansion.neighbours.sorted() where behind.contains(other) {
        guard seen.insert([claim, other].sorted()).inserted else { continue }
        conflicts.append(ClaimConflict(first: min(claim, other), second: max(claim, other), attribute: nil))
      }
    }
    return conflicts
  }

  private func bound(of claim: NodeID) -> FigureStatement.Bound {
    guard let key = reader.names.propertyKey("bound"),
      case .string(let text) = reader.property(key, ofNodes: [claim])[0]
    else { return .exact }
    return FigureStatement.Bound(rawValue: text) ?? .exact
  }

  private func published(_ report: NodeID) -> String {
    guard let key = reader.names.propertyKey("published") else { return "" }
    let value = reader.property(key, ofNodes: [report])[0]
    return value.isNull ? "" : value.plainText
  }

  private func isRevised(_ claim: NodeID) -> Bool {
    guard let revises = reader.names.edgeType("REVISES") else { return false }
    var expansion = Expansion()
    reader.expand([claim], .incoming, types: [revises], into: &expansion)
    return expansion.neighbours.contains(where: filter.keeps)
  }
}

extension Value {
  fileprivate var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .float(let value): value
    default: nil
    }
  }
}
