import GraphCore
import QueryLanguage

/// Functions over values of any kind.
let generalFunctions: [NamedBody] = [
  ("coalesce", { (values, _) throws(FunctionFailure) in values.first { !$0.isNull } ?? .null }),
  (
    "nullIf",
    { (values, _) throws(FunctionFailure) in
      guard values.count == 2 else { return .null }
      return values[0].equals(values[1]) == true ? .null : values[0]
    }
  ),
  (
    "all_different",
    { (values, _) throws(FunctionFailure) in
      let elements = try elements(values)
      return elements.map { .boolean(Set($0).count == $0.count) } ?? .null
    }
  ),
  (
    "same",
    { (values, _) throws(FunctionFailure) in
      let elements = try elements(values)
      return elements.map { .boolean(Set($0).count == 1) } ?? .null
    }
  ),
  ("valueType", { (values, _) throws(FunctionFailure) in .string(typeText((values.first ?? .null))) }),
  (
    "timestamp",
    { (_, context) throws(FunctionFailure) in
      let (milliseconds, overflow) = context.statementSecond.multipliedReportingOverflow(by: 1000)
      if overflow { throw .overflow("timestamp()") }
      return .integer(milliseconds &+ Int64(context.statementNanosecond / 1_000_000))
    }
  ),
]

/// Nodes and edges as keys to compare; nil if one is null.
private func elements(_ values: [Value]) throws(FunctionFailure) -> [GroupingKey]? {
  var hasNull = false
  for value in values {
    switch value {
    case .node, .edge: continue
    case .null: hasNull = true
    default:
      throw FunctionFailure(
        .invalidArgumentType, .typeError, "only nodes and edges can be told apart, this is \(value.typeName)")
    }
  }
  return hasNull ? nil : values.map(GroupingKey.init)
}

/// The kind of a value as ISO GQL names it: `INTEGER NOT NULL`, `LIST<STRING NOT NULL | FLOAT NOT NULL> NOT NULL`.
private func typeText(_ value: Value) -> String {
  guard case .list(let values) = value else {
    return value.isNull ? "NULL" : typeNames[rank(value)] + " NOT NULL"
  }
  return listTypeText(values, depth: 0) + " NOT NULL"
}

/// How deep types of lists within lists are told apart; below, any list is `LIST<ANY>`.
private let deepestListType = 16

private func listTypeText(_ values: [Value], depth: Int) -> String {
  if depth >= deepestListType { return "LIST<ANY>" }
  var names = Set<String>()
  var ranks: [(rank: Int, name: String)] = []
  var hasNull = false
  for value in values {
    if value.isNull {
      hasNull = true
      continue
    }
    let name: String
    if case .list(let inner) = value {
      name = listTypeText(inner, depth: depth + 1)
    } else {
      name = typeNames[rank(value)]
    }
    if names.insert(name).inserted { ranks.append((rank(value), name)) }
  }
  if ranks.isEmpty { return hasNull ? "LIST<NULL>" : "LIST<NOTHING>" }
  let sorted = ranks.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
  return "LIST<" + sorted.map { hasNull ? $0.name : $0.name + " NOT NULL" }.joined(separator: " | ") + ">"
}

private let typeNames = [
  "BOOLEAN", "STRING", "INTEGER", "FLOAT", "DATE", "LOCAL TIME", "ZONED TIME", "LOCAL DATETIME", "ZONED DATETIME",
  "DURATION", "NODE", "RELATIONSHIP", "MAP", "LIST", "PATH", "NULL",
]

private func rank(_ value: Value) -> Int {
  switch value {
  case .boolean: 0
  case .string: 1
  case .integer: 2
  case .float: 3
  case .date: 4
  case .localTime: 5
  case .time: 6
  case .localDateTime: 7
  case .dateTime: 8
  case .duration: 9
  case .node: 10
  case .edge: 11
  case .map: 12
  case .list: 13
  case .path: 14
  case .null: 15
  }
}
