import GraphCore
import QueryLanguage

/// What share of the nodes with some labels a test of a property lets through, from a sample of their values. Each pair of
/// labels and property is sampled once for a statement.
final class Selectivity {
  /// Values looked at: enough to tell one in twenty from one in a hundred, at a tenth of what planning costs.
  static let sampleSize = 256

  private let names: Names
  private let graph: (any GraphReader)?
  private var samples: [String: Sample] = [:]

  init(_ context: PlanningContext) {
    names = context.names
    graph = context.graph
  }

  /// Values of some nodes, nulls among them.
  struct Sample {
    let values: [Value]
    /// How many different values the whole has, from those of the sample: each value seen once stands for others that were
    /// not seen (Charikar et al., "Towards estimation error guarantees for distinct values", 2000).
    let distinct: Double

    init(_ values: [Value], of population: Double) {
      self.values = values
      var counts: [GroupingKey: Int] = [:]
      for value in values where !value.isNull { counts[GroupingKey(value), default: 0] += 1 }
      let once = Double(counts.values.count { $0 == 1 })
      let scale = values.isEmpty ? 1 : (population / Double(values.count)).squareRoot()
      // All different: most likely all are.
      let all = once == Double(values.count) ? population : Double(counts.count) - once + scale * once
      distinct = max(1, min(population, all))
    }

    /// Never quite none and never quite all: a sample does not show what is rare.
    func share(where test: (Value) -> Bool) -> Double {
      (Double(values.count { test($0) }) + 0.5) / (Double(values.count) + 1)
    }
  }

  /// nil where nothing is known of the graph, or there are no such nodes.
  func sample(_ labels: LabelTest?, _ key: String, population: Double) -> Sample? {
    guard let graph, let property = names.propertyKey(key), let wanted = (labels.map { $0.conjunction } ?? []) else {
      return nil
    }
    let name = wanted.sorted().joined(separator: "\n") + "\n\n" + key
    if let known = samples[name] { return known.values.isEmpty ? nil : known }
    let ids = wanted.compactMap { names.label($0) }
    let nodes = ids.count == wanted.count ? graph.sample(having: ids, limit: Self.sampleSize) : []
    let sample = Sample(nodes.isEmpty ? [] : graph.property(property, ofNodes: nodes).values, of: population)
    samples[name] = sample
    return sample.values.isEmpty ? nil : sample
  }

  /// The share of the nodes that pass a test, which asks for a property of the node. Without a sample a twentieth for an
  /// equality and a third for each other test: a guess in the usual proportion.
  func share(_ test: PlanExpression, of node: Variable, _ labels: LabelTest?, population: Double) -> Double {
    switch test.kind {
    case .and(let parts): return parts.reduce(1) { $0 * share($1, of: node, labels, population: population) }
    case .or(let parts): return 1 - parts.reduce(1) { $0 * (1 - share($1, of: node, labels, population: population)) }
    case .not(let inner): return max(0.01, 1 - share(inner, of: node, labels, population: population))
    case .isNull(let inner, let isNegated):
      guard let sample = sample(inner, of: node, labels, population) else { return isNegated ? 0.9 : 0.1 }
      return sample.share { $0.isNull != isNegated }
    case .compare(let comparison, let left, let right):
      for (side, other, comparison) in [(left, right, comparison), (right, left, comparison.mirrored)] {
        guard let sample = sample(side, of: node, labels, population) else { continue }
        return sample.share(comparison, other)
      }
      return test.guessedShare
    case .test(let kind, let side, let other):
      guard let sample = sample(side, of: node, labels, population) else { return test.guessedShare }
      return sample.share(kind, other)
    default: return test.guessedShare
    }
  }

  private func sample(
    _ expression: PlanExpression, of node: Variable, _ labels: LabelTest?, _ population: Double
  ) -> Sample? {
    guard case .property(let base, let key) = expression.kind, case .variable(node) = base.kind else { return nil }
    return sample(labels, key, population: population)
  }
}

extension Selectivity.Sample {
  func share(_ comparison: Expression.ComparisonOperator, _ other: PlanExpression) -> Double {
    let one = 1 / distinct
    guard case .constant(let value) = other.kind else {
      return switch comparison {
      case .equal: one
      case .notEqual: 1 - one
      default: 1 / 3
      }
    }
    switch comparison {
    case .equal:
      let hits = values.count { $0.equals(value) == true }
      // One that was not seen is no commoner than the others that were not.
      return hits > 0 ? Double(hits) / Double(values.count) : min(one, 0.5 / Double(values.count + 1))
    case .notEqual: return share { $0.equals(value) == false }
    case .less: return share { $0.compared(to: value).map { $0 < 0 } ?? false }
    case .lessOrEqual: return share { $0.compared(to: value).map { $0 <= 0 } ?? false }
    case .greater: return share { $0.compared(to: value).map { $0 > 0 } ?? false }
    case .greaterOrEqual: return share { $0.compared(to: value).map { $0 >= 0 } ?? false }
    }
  }
}

extension Selectivity.Sample {
  func share(_ test: PlanExpression.Test, _ other: PlanExpression) -> Double {
    if test == .in {
      if case .constant(.list(let wanted)) = other.kind {
        return min(1, wanted.reduce(0) { $0 + share(.equal, PlanExpression(.constant($1), range: other.range)) })
      }
      if case .list(let elements) = other.kind { return min(1, elements.reduce(0) { $0 + share(.equal, $1) }) }
      return min(1, other.guessedElements / distinct)
    }
    // What a pattern matches is not asked of each value here.
    guard test != .matches, case .constant(.string(let part)) = other.kind else { return 1 / 3 }
    return share { value in
      guard case .string(let text) = value else { return false }
      return switch test {
      case .startsWith: text.hasPrefix(part)
      case .endsWith: text.hasSuffix(part)
      case .contains: text.contains(part)
      case .in, .matches: false
      }
    }
  }
}

extension PlanExpression {
  /// Where nothing is known of what is tested.
  var guessedShare: Double {
    if case .compare(.equal, _, _) = kind { 0.05 } else { 1 / 3 }
  }

  /// How many elements a list has: those that stand there, or a few.
  var guessedElements: Double {
    switch kind {
    case .constant(.list(let values)): Double(values.count)
    case .list(let elements): Double(elements.count)
    default: 8
    }
  }
}
