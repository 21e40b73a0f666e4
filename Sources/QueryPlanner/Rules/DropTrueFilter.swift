import GraphCore

/// A filter that lets everything pass is none: generated queries are full of `WHERE true`.
struct DropTrueFilter: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .filter(let input, let predicate) = plan, case .constant(.boolean(true)) = predicate.kind else {
      return nil
    }
    return input
  }
}
