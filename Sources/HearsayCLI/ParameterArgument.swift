import Hearsay
import QueryTesting

/// `name=value` of the command line, the value written in the query language.
enum ParameterArgument {
  static func parse(_ arguments: [String]) throws(Failure) -> [String: Value] {
    var parameters: [String: Value] = [:]
    for argument in arguments {
      let (name, value) = try parse(argument)
      parameters[name] = value
    }
    return parameters
  }

  static func parse(_ argument: String) throws(Failure) -> (name: String, value: Value) {
    guard let equal = argument.firstIndex(of: "="), equal > argument.startIndex else {
      throw Failure(
        .input, code: "InvalidParameter", "`\(argument)` is no parameter; write `name=value`, such as `to='Russia'`")
    }
    let name = argument[..<equal].filter { !$0.isWhitespace }
    let literal = String(argument[argument.index(after: equal)...])
    do throws(QueryError) {
      return (name, try Literal.value(literal))
    } catch {
      let hint = error.code == .undefinedVariable ? "; a text stands in quotes: `\(name)='\(literal)'`" : ""
      throw Failure(.input, code: "InvalidParameter", "parameter `\(name)`: \(error.diagnostic.message)\(hint)")
    }
  }
}
