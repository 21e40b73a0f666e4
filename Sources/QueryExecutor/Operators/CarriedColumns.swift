import GraphCore
import QueryPlanner

/// The columns of its input that an operator carries on into its own rows: those that somebody above needs.
struct CarriedColumns {
  let variables: [Variable]
  private let slots: [Int]

  init(of layout: Layout, _ needs: Needs) {
    slots = layout.variables.indices.filter { needs.contains(layout.variables[$0]) }
    variables = slots.map { layout.variables[$0] }
  }

  func of(_ batch: Batch) -> [Column] { slots.map { batch.columns[$0] } }

  /// At these rows; a row may occur many times.
  func of(_ batch: Batch, at rows: [Int]) -> [Column] { slots.map { batch.columns[$0].gathered(rows) } }
}
