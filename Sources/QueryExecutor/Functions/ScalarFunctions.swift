import GraphCore
import QueryLanguage

/// Why a function could not give a value. It knows nothing of the query's text: the evaluator adds the place.
package struct FunctionFailure: Error {
  package let code: QueryError.Code
  package let category: QueryError.Category
  package let message: String

  package init(_ code: QueryError.Code, _ category: QueryError.Category, _ message: String) {
    self.code = code
    self.category = category
    self.message = message
  }
}

/// What functions may ask of the statement they run in.
package struct FunctionContext: Sendable {
  /// The statement's own time: every clock function of one statement gives the same instant. Seconds and
  /// nanoseconds since 1970-01-01T00:00Z.
  package var statementSecond: Int64 = 0
  package var statementNanosecond: Int32 = 0

  package init() {}
}

/// The body of a scalar function: the arguments of one row to a value. Nulls are passed in; most bodies answer
/// null with null.
package typealias ScalarBody = @Sendable ([Value], FunctionContext) throws(FunctionFailure) -> Value

/// Bodies by canonical name; the signatures of the same names stand in `QueryPlanner/Functions`.
package enum ScalarFunctions {
  package static let bodies: [String: ScalarBody] = {
    let families = [
      generalFunctions, numberFunctions, stringFunctions, listFunctions, conversionFunctions, temporalFunctions,
    ]
    return Dictionary(families.joined().map { ($0.name, $0.body) }, uniquingKeysWith: { first, _ in first })
  }()
}
