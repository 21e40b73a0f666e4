import SourceText

/// What is wrong with a query, or went wrong while it ran.
///
/// `code` is a stable name (the openCypher kit's where it has one), `category` the class of error the kit groups it
/// under. The message is free to improve.
public struct QueryError: Error, Equatable, Sendable {
  /// The class of an error, as other engines name it.
  public enum Category: String, Sendable {
    case syntaxError = "SyntaxError"
    case semanticError = "SemanticError"
    case typeError = "TypeError"
    case argumentError = "ArgumentError"
    case arithmeticError = "ArithmeticError"
    case entityNotFound = "EntityNotFound"
    case parameterMissing = "ParameterMissing"
    case procedureError = "ProcedureError"
    case constraintVerificationFailed = "ConstraintVerificationFailed"
    /// A named limit was reached, or the world (disk, case file) failed.
    case resourceError = "ResourceError"
  }

  /// `compile`: found without touching data. `runtime`: found while rows were flowing.
  public enum Phase: String, Sendable { case compile, runtime }

  public enum Code: String, CaseIterable, Sendable {
    // text
    case unexpectedSyntax = "UnexpectedSyntax"
    case invalidNumberLiteral = "InvalidNumberLiteral"
    case integerOverflow = "IntegerOverflow"
    case floatingPointOverflow = "FloatingPointOverflow"
    case invalidUnicodeLiteral = "InvalidUnicodeLiteral"
    case invalidUnicodeCharacter = "InvalidUnicodeCharacter"
    case invalidRelationshipPattern = "InvalidRelationshipPattern"
    case nestingTooDeep = "NestingTooDeep"
    case queryTooLong = "QueryTooLong"
    // names and clauses
    case undefinedVariable = "UndefinedVariable"
    case variableAlreadyBound = "VariableAlreadyBound"
    case variableTypeConflict = "VariableTypeConflict"
    case relationshipUniquenessViolation = "RelationshipUniquenessViolation"
    case columnNameConflict = "ColumnNameConflict"
    case noExpressionAlias = "NoExpressionAlias"
    case noVariablesInScope = "NoVariablesInScope"
    case differentColumnsInUnion = "DifferentColumnsInUnion"
    case invalidClauseComposition = "InvalidClauseComposition"
    case invalidAggregation = "InvalidAggregation"
    case nestedAggregation = "NestedAggregation"
    case ambiguousAggregationExpression = "AmbiguousAggregationExpression"
    case nonConstantExpression = "NonConstantExpression"
    case noSingleRelationshipType = "NoSingleRelationshipType"
    case requiresDirectedRelationship = "RequiresDirectedRelationship"
    case creatingVarLength = "CreatingVarLength"
    case invalidDelete = "InvalidDelete"
    case invalidParameterUse = "InvalidParameterUse"
    case unsupported = "Unsupported"
    // functions, procedures, parameters
    case unknownFunction = "UnknownFunction"
    case invalidNumberOfArguments = "InvalidNumberOfArguments"
    case invalidArgumentPassingMode = "InvalidArgumentPassingMode"
    case procedureNotFound = "ProcedureNotFound"
    case missingParameter = "MissingParameter"
    // values
    case invalidArgumentType = "InvalidArgumentType"
    case invalidArgumentValue = "InvalidArgumentValue"
    case negativeIntegerArgument = "NegativeIntegerArgument"
    case numberOutOfRange = "NumberOutOfRange"
    case divisionByZero = "DivisionByZero"
    case invalidPropertyType = "InvalidPropertyType"
    case mapElementAccessByNonString = "MapElementAccessByNonString"
    case listElementAccessByNonInteger = "ListElementAccessByNonInteger"
    case deletedEntityAccess = "DeletedEntityAccess"
    case deleteConnectedNode = "DeleteConnectedNode"
    case mergeReadOwnWrites = "MergeReadOwnWrites"
    case readOnly = "ReadOnly"
    // limits and the world
    case rowLimit = "RowLimit"
    case timeLimit = "TimeLimit"
    case memoryLimit = "MemoryLimit"
    case pathLimit = "PathLimit"
    case storageFailed = "StorageFailed"
    case fileNotAllowed = "FileNotAllowed"
    case fileNotFound = "FileNotFound"
    case invalidFileContent = "InvalidFileContent"
  }

  public let code: Code
  public let category: Category
  public let phase: Phase
  /// Lower case, no full stop, names in backticks.
  public let message: String
  /// UTF-8 bytes of the query text; empty at the place if nothing stands there.
  public let range: SourceRange
  public let suggestion: String?

  public init(
    _ code: Code, _ category: Category = .syntaxError, _ phase: Phase = .compile, message: String,
    range: SourceRange, suggestion: String? = nil
  ) {
    self.code = code
    self.category = category
    self.phase = phase
    self.message = message
    self.range = range
    self.suggestion = suggestion
  }

  public var diagnostic: Diagnostic {
    Diagnostic(
      .error, code: code.rawValue, status: "GQLSTATUS \(code.gqlStatus)", message: message, range: range,
      suggestion: suggestion)
  }
}
