extension QueryError.Code {
  /// The status code that ISO GQL has for it. Classes that begin with 5 are ours: limits and the world.
  public var gqlStatus: String {
    switch self {
    // 42: syntax error or access rule violation
    case .unexpectedSyntax, .invalidNumberLiteral, .invalidUnicodeLiteral, .invalidUnicodeCharacter,
      .invalidRelationshipPattern, .relationshipUniquenessViolation, .columnNameConflict, .noExpressionAlias,
      .noVariablesInScope, .differentColumnsInUnion, .invalidClauseComposition, .invalidAggregation,
      .nestedAggregation, .ambiguousAggregationExpression, .nonConstantExpression, .requiresDirectedRelationship,
      .creatingVarLength, .invalidDelete, .invalidParameterUse, .variableAlreadyBound, .variableTypeConflict,
      .invalidNumberOfArguments, .invalidArgumentPassingMode, .unsupported:
      "42001"
    case .undefinedVariable, .unknownFunction, .procedureNotFound, .missingParameter: "42002"
    case .noSingleRelationshipType: "42006"
    // 22: data exception
    case .integerOverflow, .floatingPointOverflow, .numberOutOfRange: "22003"
    case .divisionByZero: "22012"
    case .invalidArgumentType, .invalidPropertyType, .mapElementAccessByNonString, .listElementAccessByNonInteger:
      "22G03"
    case .invalidArgumentValue, .mergeReadOwnWrites, .invalidFileContent: "22000"
    case .negativeIntegerArgument: "22G02"
    // 25: invalid transaction state
    case .readOnly: "25G03"
    // G1: graph integrity
    case .deleteConnectedNode: "G1001"
    case .deletedEntityAccess: "G1000"
    // limits and the world
    case .nestingTooDeep, .queryTooLong: "54000"
    case .rowLimit: "53R00"
    case .timeLimit: "53T00"
    case .memoryLimit: "53M00"
    case .pathLimit: "53P00"
    case .storageFailed: "58000"
    case .fileNotAllowed: "58F01"
    case .fileNotFound: "58F02"
    }
  }
}
