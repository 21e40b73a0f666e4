public import Hearsay

/// A script of statements whose comments say what the answers have to be.
///
/// ```
/// //! case: demo
/// //# test who-warned-russia           tags: smoke
/// MATCH (a:Actor)-[:AGENT_OF]->(e:Event {type: 'WARN'}) RETURN a.name AS warner, origins(e) AS origins;
/// //? to = 'Russia'
/// //= warner        | origins
/// //= Iran          | 1
/// ```
public struct QueryFile: Sendable {
  public let text: Text
  public let source: CaseSource
  /// The folder that LOAD CSV may read from, relative to the file's; nil for none.
  public let importFolder: String?
  /// Statements before the first test: run before each of them.
  public let setUp: [Statement]
  /// In the order of the file; names are distinct.
  public let tests: [QueryTest]

  public struct Statement: Equatable, Sendable {
    public let text: String
    /// In the file, from 1.
    public let line: Int
  }
}

/// The graph that a file's statements run on.
public enum CaseSource: Hashable, Sendable {
  case empty
  /// The bundled case.
  case demo
  /// The reports that match these patterns, relative to the file's folder.
  case build([String])
  /// A graph file, relative to the file's folder.
  case imported(String)
}

/// Statements, of which the last one's result is tested.
public struct QueryTest: Sendable {
  public let name: String
  public let tags: [String]
  /// The comment between its name and its first statement, as one line: the question in words. nil without one.
  public let remark: String?
  /// Of its `//# test`, from 1.
  public let line: Int
  public let statements: [QueryFile.Statement]
  public let parameters: [String: Value]
  /// nil where nothing is expected yet.
  public let expectation: Expectation?
  /// The lines that hold the expectation, and where they would go: for filling them in.
  let block: ExpectationBlock
}

/// What a test's last statement must come to.
public struct Expectation: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    /// Not looked at: only warnings are expected.
    case any
    case none
    case rowCount(Relation, Int)
    /// These and no others; in this order if the statement sorts them.
    case rows(columns: [String], [ExpectedRow])
    /// These among others.
    case contains(columns: [String], [ExpectedRow])
    case error(code: String, line: Int?, column: Int?)
  }

  public enum Relation: String, CaseIterable, Sendable {
    case atLeast = ">="
    case atMost = "<="
    case equal = "="
    case less = "<"
    case more = ">"

    func holds(_ count: Int, _ bound: Int) -> Bool {
      switch self {
      case .atLeast: count >= bound
      case .atMost: count <= bound
      case .equal: count == bound
      case .less: count < bound
      case .more: count > bound
      }
    }
  }

  public var outcome: Outcome
  /// Sentences that must be among the warnings; `…` stands for anything.
  public var warnings: [String]
}

/// The `//=` lines of one test.
struct ExpectationBlock: Equatable, Sendable {
  /// Line numbers from 1, ascending; empty if there are none.
  var lines: [Int]
  /// The line behind which the block goes if there is none yet.
  var anchor: Int
  /// Space before the comment.
  var indent: String
}

/// A mistake in a query file: where, and what to do.
public struct QueryFileError: Error, Equatable, Sendable {
  public let file: String
  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
  /// Lower case, no full stop.
  public let message: String

  /// `file:line:column: message`.
  public var sentence: String { "\(file):\(line):\(column): \(message)" }
}
