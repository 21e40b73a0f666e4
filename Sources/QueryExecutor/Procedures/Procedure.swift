import GraphCore
import QueryLanguage
import QueryPlanner

/// What CALL runs: a name, typed inputs and outputs, and rows for given arguments.
public protocol Procedure: Sendable {
  var signature: ProcedureSignature { get }
  /// The output rows, one value per output each.
  func rows(for arguments: [Value], in graph: any GraphReader) throws(QueryError) -> [[Value]]
}

/// A procedure that is nothing but a table: it returns the output cells of every row whose input cells equal the
/// arguments. Other programs register them over `pipe`.
public struct TableProcedure: Procedure {
  public let signature: ProcedureSignature
  private let table: [[Value]]

  /// Each row has the inputs' cells, then the outputs'.
  public init(signature: ProcedureSignature, table: [[Value]]) {
    self.signature = signature
    self.table = table
  }

  public func rows(for arguments: [Value], in graph: any GraphReader) -> [[Value]] {
    let inputs = signature.inputs.count
    return table.filter { row in
      row.count >= inputs && zip(row, arguments).allSatisfy { $0.isEquivalent(to: $1) }
    }.map { Array($0.dropFirst(inputs)) }
  }
}
