/// The words that mean something to the grammar, in any case of letters: one table for lexer, parser, completion and
/// highlighting.
///
/// Most are names as well: labels, types and property keys may be any word, variables any but the reserved ones.
public enum Keyword: String, CaseIterable, Sendable {
  // clauses
  case match = "MATCH"
  case optional = "OPTIONAL"
  case unwind = "UNWIND"
  case with = "WITH"
  case `return` = "RETURN"
  case create = "CREATE"
  case merge = "MERGE"
  case set = "SET"
  case remove = "REMOVE"
  case delete = "DELETE"
  case detach = "DETACH"
  case nodetach = "NODETACH"
  case call = "CALL"
  case union = "UNION"
  case except = "EXCEPT"
  case intersect = "INTERSECT"
  case otherwise = "OTHERWISE"
  case next = "NEXT"
  case filter = "FILTER"
  case `let` = "LET"
  case `for` = "FOR"
  case insert = "INSERT"
  case finish = "FINISH"
  case foreach = "FOREACH"
  case load = "LOAD"
  case explain = "EXPLAIN"
  case profile = "PROFILE"
  // parts of clauses
  case `where` = "WHERE"
  case `as` = "AS"
  case on = "ON"
  case group = "GROUP"
  case order = "ORDER"
  case by = "BY"
  case ascending = "ASCENDING"
  case asc = "ASC"
  case descending = "DESCENDING"
  case desc = "DESC"
  case skip = "SKIP"
  case offset = "OFFSET"
  case limit = "LIMIT"
  case nulls = "NULLS"
  case first = "FIRST"
  case last = "LAST"
  case ordinality = "ORDINALITY"
  case csv = "CSV"
  case headers = "HEADERS"
  case from = "FROM"
  case fieldTerminator = "FIELDTERMINATOR"
  case distinct = "DISTINCT"
  case all = "ALL"
  case yield = "YIELD"
  // provenance
  case of = "OF"
  case without = "WITHOUT"
  case only = "ONLY"
  case source = "SOURCE"
  // path patterns
  case shortest = "SHORTEST"
  case walk = "WALK"
  case trail = "TRAIL"
  case acyclic = "ACYCLIC"
  case simple = "SIMPLE"
  case path = "PATH"
  case paths = "PATHS"
  case groups = "GROUPS"
  case repeatable = "REPEATABLE"
  case different = "DIFFERENT"
  case element = "ELEMENT"
  case elements = "ELEMENTS"
  case relationship = "RELATIONSHIP"
  case relationships = "RELATIONSHIPS"
  case edge = "EDGE"
  case edges = "EDGES"
  case bindings = "BINDINGS"
  case keep = "KEEP"
  // operators
  case or = "OR"
  case xor = "XOR"
  case and = "AND"
  case not = "NOT"
  case `in` = "IN"
  case `is` = "IS"
  case starts = "STARTS"
  case ends = "ENDS"
  case contains = "CONTAINS"
  case labeled = "LABELED"
  case typed = "TYPED"
  case unknown = "UNKNOWN"
  case destination = "DESTINATION"
  case directed = "DIRECTED"
  case normalized = "NORMALIZED"
  case nfc = "NFC"
  case nfd = "NFD"
  case nfkc = "NFKC"
  case nfkd = "NFKD"
  // values and forms of expressions
  case null = "NULL"
  case `true` = "TRUE"
  case `false` = "FALSE"
  case `case` = "CASE"
  case when = "WHEN"
  case then = "THEN"
  case `else` = "ELSE"
  case end = "END"
  case exists = "EXISTS"
  case count = "COUNT"
  case collect = "COLLECT"
  case any = "ANY"
  case none = "NONE"
  case single = "SINGLE"
  case reduce = "REDUCE"
  case allReduce = "allReduce"
  case cast = "CAST"
  case shortestPath = "shortestPath"
  case allShortestPaths = "allShortestPaths"

  /// What a word is for, as highlighting and completion group them.
  public enum Role: Sendable { case clause, part, `operator`, value, form }

  public var role: Role {
    switch self {
    case .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach, .nodetach, .call,
      .union,
      .explain, .profile, .except, .intersect, .otherwise, .next, .filter, .let, .for, .insert, .finish, .foreach,
      .load:
      .clause
    case .where, .as, .on, .group, .order, .by, .ascending, .asc, .descending, .desc, .skip, .offset, .limit, .distinct,
      .yield, .of,
      .without, .only, .source, .nulls, .first, .last, .ordinality, .csv, .headers, .from, .fieldTerminator, .shortest,
      .walk, .trail, .acyclic, .simple, .path, .paths, .groups, .repeatable, .different, .element, .elements,
      .relationship, .relationships, .edge, .edges, .bindings, .keep:
      .part
    case .or, .xor, .and, .not, .in, .is, .starts, .ends, .contains, .labeled, .typed, .unknown, .destination,
      .directed, .normalized, .nfc, .nfd, .nfkc, .nfkd:
      .operator
    case .null, .true, .false: .value
    case .case, .when, .then, .else, .end, .exists, .count, .collect, .all, .any, .none, .single, .reduce, .allReduce,
      .cast,
      .shortestPath, .allShortestPaths:
      .form
    }
  }

  /// Whether the word, unless in back quotes, cannot name a variable, function or alias: an expression could otherwise
  /// not be told from what follows it.
  public var isReserved: Bool {
    switch self {
    case .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach, .union, .where,
      .as, .distinct, .or, .xor, .and, .not, .in, .is, .starts, .ends, .contains, .null, .true, .false, .case, .when,
      .then, .else:
      true
    default: false
    }
  }

  /// The words that a clause can begin with.
  static let clauseStarts: [Keyword] = [
    .match, .optional, .unwind, .with, .return, .create, .merge, .set, .remove, .delete, .detach, .call, .filter, .let,
    .for, .insert, .foreach, .load, .finish, .order, .skip, .offset, .limit,
  ]

  /// The keyword that `word` is, whatever its case; nil if it is none.
  public init?(word: String) {
    self.init(bytes: Array(word.utf8)[...])
  }

  init?(bytes: ArraySlice<UInt8>) {
    guard let packed = PackedWord(bytes), let found = Self.table[packed] else { return nil }
    self = found
  }

  private static let table: [PackedWord: Keyword] = {
    var table: [PackedWord: Keyword] = [:]
    for keyword in allCases {
      if let packed = PackedWord(Array(keyword.rawValue.utf8)) { table[packed] = keyword }
    }
    return table
  }()
}

/// Up to 16 ASCII letters in lower case, so that a word is looked up without making a String of it.
private struct PackedWord: Hashable {
  let high: UInt64
  let low: UInt64

  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for byte in bytes {
      let letter = byte | 0x20
      guard letter >= 0x61, letter <= 0x7A else { return nil }
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(letter)
    }
    self.high = high
    self.low = low
  }
}
