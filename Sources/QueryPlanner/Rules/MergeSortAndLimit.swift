/// ORDER BY with LIMIT keeps the best rows in a heap instead of sorting them all.
struct MergeSortAndLimit: RewriteRule {
  func apply(to plan: LogicalPlan) -> LogicalPlan? {
    guard case .slice(.sort(let input, let keys), let skip, let limit?, nil) = plan else { return nil }
    return .top(input, keys, skip: skip, limit: limit)
  }
}
