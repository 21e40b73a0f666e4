import GraphCore
import QueryPlanner

/// The plans of statements that have been run, by their text: programs ask the same with other parameters, which no plan
/// depends on.
///
/// A plan for reading rests on what the graph is like, one for changing it on the names in it alone.
struct PlanCache {
  private struct Entry {
    let plan: PlannedQuery
    let nameCount: Int
  }

  private var entries: [String: Entry] = [:]
  private static let mostEntries = 256
  private static let longestText = 16_384

  func plan(of text: String, _ names: Names) -> PlannedQuery? {
    guard let entry = entries[text], entry.nameCount == Self.count(names) else { return nil }
    return entry.plan
  }

  mutating func keep(_ plan: PlannedQuery, of text: String, _ names: Names) {
    guard text.utf8.count <= Self.longestText else { return }
    if entries.count >= Self.mostEntries { entries = [:] }
    entries[text] = Entry(plan: plan, nameCount: Self.count(names))
  }

  /// To be called whenever the graph has changed.
  mutating func forgetReading() {
    guard entries.values.contains(where: { !$0.plan.isUpdating }) else { return }
    entries = entries.filter(\.value.plan.isUpdating)
  }

  /// Names are only ever added.
  private static func count(_ names: Names) -> Int {
    names.labels.count + names.edgeTypes.count + names.propertyKeys.count
  }
}
