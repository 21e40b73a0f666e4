import SourceText

/// An expression and its place. Equality ignores the place.
public struct Expression: Equatable, Sendable {
  public var kind: Kind
  public var range: SourceRange

  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  public static func == (a: Self, b: Self) -> Bool { a.kind == b.kind }

  public indirect enum Kind: Equatable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case parameter(String)
    case variable(String)
    case list([Expression])
    case map([MapEntry])
    /// `value.key`
    case property(Expression, key: Name)
    /// `value[index]`
    case index(Expression, Expression)
    /// `value[from..to]`
    case slice(Expression, from: Expression?, to: Expression?)
    /// `value:Label` and `value IS Label`
    case hasLabels(Expression, LabelExpression)
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a < b <= c`: a first operand and what follows, at least one. Each neighbouring pair is compared.
    case comparison(Expression, [Comparison])
    case isNull(Expression, isNegated: Bool)
    /// `value IS [NOT] TRUE`, `FALSE` or, as nil, `UNKNOWN`
    case isTruth(Expression, Bool?, isNegated: Bool)
    /// `value IS [NOT] :: type`
    case isTyped(Expression, TypeName, isNegated: Bool)
    /// `value IS [NOT] NFC NORMALIZED`; without a form it is NFC.
    case isNormalized(Expression, NormalForm, isNegated: Bool)
    /// `value IS [NOT] DIRECTED`
    case isDirected(Expression, isNegated: Bool)
    /// `CAST(value AS type)`
    case cast(Expression, TypeName)
    /// `PROPERTY_EXISTS(element, key)`
    case propertyExists(Expression, key: Name)
    case call(FunctionCall)
    /// `count(*)`
    case countAll
    case `case`(CaseExpression)
    /// `[variable IN list WHERE predicate | result]`
    case listComprehension(variable: Name, list: Expression, predicate: Expression?, result: Expression?)
    /// `any(variable IN list WHERE predicate)`
    case quantified(Quantifier, variable: Name, list: Expression, predicate: Expression)
    /// `reduce(accumulator = initial, variable IN list | result)`
    case reduce(accumulator: Name, initial: Expression, variable: Name, list: Expression, result: Expression)
    /// `allReduce(accumulator = initial, variable IN list | result, predicate)`
    case allReduce(
      accumulator: Name, initial: Expression, variable: Name, list: Expression, result: Expression,
      predicate: Expression)
    /// What a CASE asks about, where a WHEN begins with an operator: `CASE x WHEN > 3`.
    case caseSubject
    /// `[pattern WHERE predicate | result]`
    case patternComprehension(PathPattern, predicate: Expression?, result: Expression)
    /// A pattern standing as a predicate, or as the argument of `shortestPath` in an expression.
    case pattern(PathPattern)
    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`
    case subquery(SubqueryKind, Subquery)
    /// `variable {.key, .*, key: value, other}`
    case mapProjection(Name, [MapProjectionItem])
  }

  public struct MapEntry: Equatable, Sendable {
    public var key: Name
    public var value: Expression

    public init(key: Name, value: Expression) {
      self.key = key
      self.value = value
    }
  }

  public enum MapProjectionItem: Equatable, Sendable {
    /// `.key`
    case property(Name)
    /// `.*`
    case allProperties
    /// `key: value`
    case entry(MapEntry)
    /// `variable`
    case variable(Name)
  }

  public enum UnaryOperator: Equatable, Sendable { case not, minus, plus }

  /// Of Unicode.
  public enum NormalForm: String, CaseIterable, Equatable, Sendable {
    case nfc = "NFC"
    case nfd = "NFD"
    case nfkc = "NFKC"
    case nfkd = "NFKD"
  }

  public enum BinaryOperator: Equatable, Sendable {
    case or, xor, and
    case add, subtract, multiply, divide, modulo, power
    /// `||`
    case concatenate
    case `in`, startsWith, endsWith, contains
    /// `=~`
    case matches
  }

  public enum ComparisonOperator: Equatable, Sendable {
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  }

  public struct Comparison: Equatable, Sendable {
    public var `operator`: ComparisonOperator
    public var operand: Expression

    public init(operator: ComparisonOperator, operand: Expression) {
      self.operator = `operator`
      self.operand = operand
    }
  }

  public struct FunctionCall: Equatable, Sendable {
    /// As written, with its namespace: `date.truncate`. Functions are found without regard to case.
    public var name: Name
    public var isDistinct: Bool
    public var arguments: [Expression]

    public init(name: Name, isDistinct: Bool, arguments: [Expression]) {
      self.name = name
      self.isDistinct = isDistinct
      self.arguments = arguments
    }
  }

  public struct CaseExpression: Equatable, Sendable {
    public struct Branch: Equatable, Sendable {
      /// A condition, or, where there is a subject, values to compare it with and tests of it, at least one.
      public var when: [Expression]
      public var then: Expression

      public init(when: [Expression], then: Expression) {
        self.when = when
        self.then = then
      }
    }
    public var subject: Expression?
    public var branches: [Branch]
    public var otherwise: Expression?

    public init(subject: Expression?, branches: [Branch], otherwise: Expression?) {
      self.subject = subject
      self.branches = branches
      self.otherwise = otherwise
    }
  }

  public enum Quantifier: Equatable, Sendable { case all, any, none, single }

  public enum SubqueryKind: Equatable, Sendable { case exists, count, collect }

  public enum Subquery: Equatable, Sendable {
    /// `{ [MATCH] pattern, … [WHERE …] }`
    case pattern([PathPattern], predicate: Expression?)
    /// `{ clauses … RETURN … }`; RETURN may be missing.
    case query(Query)
  }
}
