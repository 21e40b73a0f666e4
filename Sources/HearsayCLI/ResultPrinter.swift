import Hearsay
import Terminal

/// Writes what a statement came to: rows and plans to standard output; warnings, measures and counts of changes to standard error.
struct ResultPrinter {
  var format: ResultFormat
  let output: OutputTraits

  /// - Parameter text: what the statement stands in, for drawing warnings.
  func print(_ result: QueryResult, of text: Text) {
    for warning in result.warnings { Console.report(warning, in: text) }
    if let plan = result.plan {
      Console.write(ShownText.lines(plan.hasSuffix("\n") ? plan : plan + "\n"))
      return
    }
    if let formatter = format.formatter {
      Console.writeReported(formatter.format(result))
    } else {
      Console.write(Self.box(result, output))
    }
    if let profile = result.profile { Console.note(ShownText.lines(profile)) }
    guard output.isTerminal else { return }
    if !result.columns.isEmpty, format == .box { Console.write(output.styled(Self.count(result), .faint) + "\n") }
    let changes = Self.changes(result.effects)
    if !changes.isEmpty { Console.note(changes) }
  }

  static func box(_ result: QueryResult, _ output: OutputTraits) -> String {
    let text = ValueText(result.graph, .short)
    let columns = result.columns.indices.map { Table.Column(result.columns[$0], isNumeric: result.isNumeric($0)) }
    var rows: [[String]] = []
    result.forEachRow { row in rows.append(row.map { text.plain($0) }) }
    return Table(columns: columns, rows: rows).rendered(width: output.width) { output.styled($0, .heading) }
  }

  private static func count(_ result: QueryResult) -> String {
    result.rowCount == 1 ? "1 row" : "\(result.rowCount) rows"
  }

  /// `2 nodes created, 1 property set`; empty if nothing changed.
  static func changes(_ effects: GraphEffects) -> String {
    [
      (effects.nodesCreated, "node", "nodes", "created"), (effects.nodesDeleted, "node", "nodes", "deleted"),
      (effects.edgesCreated, "edge", "edges", "created"), (effects.edgesDeleted, "edge", "edges", "deleted"),
      (effects.propertiesSet, "property", "properties", "set"),
      (effects.propertiesRemoved, "property", "properties", "removed"),
      (effects.labelsAdded, "label", "labels", "added"), (effects.labelsRemoved, "label", "labels", "removed"),
    ]
    .filter { $0.0 > 0 }
    .map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2) \($0.3)" }
    .joined(separator: ", ")
  }
}
