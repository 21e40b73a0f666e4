import GraphCore
import QueryExecutor
import QueryPlanner

/// A procedure that random queries call: a table of a few rows.
enum FuzzingProcedure {
  static let name = "fuzz.rows"
  static let outputs = ["number", "word"]
  /// The argument, then the outputs.
  static let table: [[Value]] = [
    [.integer(0), .integer(2), .string("a")], [.integer(1), .integer(0), .string("b")],
    [.integer(1), .null, .string("ab")], [.integer(2), .integer(1), .null], [.integer(2), .integer(1), .string("a")],
  ]

  static let signature = ProcedureSignature(
    name: name, inputs: [.init("key", .integer)],
    outputs: [.init(outputs[0], .integer), .init(outputs[1], .string)])

  static let procedure = TableProcedure(signature: signature, table: table)
}
