/// Every function of the language by name. One file per family adds its signatures to `all`; bodies stand in
/// `QueryExecutor/Functions` under the same names, and a test holds the two together.
public enum FunctionCatalog {
  public static let all: [FunctionSignature] =
    aggregateSignatures + graphSignatures + scalarSignatures

  private static let byName: [String: FunctionSignature] = Dictionary(
    all.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  public static func signature(named name: String) -> FunctionSignature? {
    let name = name.lowercased()
    return byName[aliases[name]?.lowercased() ?? name]
  }

  /// What ISO GQL writes without brackets, by the function that tells it.
  static let clockWords: [String: String] = [
    "current_date": "date", "current_time": "time", "current_timestamp": "datetime", "local_time": "localtime",
    "local_timestamp": "localdatetime",
  ]

  /// Names that ISO GQL has for functions that openCypher 9 knows by another.
  public static let aliases: [String: String] = [
    "element_id": "elementId", "cardinality": "size", "path_length": "length", "collect_list": "collect",
    "stddev_samp": "stDev", "stddev_pop": "stDevP", "percentile_cont": "percentileCont",
    "percentile_disc": "percentileDisc", "local_time": "localtime", "zoned_time": "time",
    "local_datetime": "localdatetime", "zoned_datetime": "datetime", "duration_between": "duration.between",
  ]
}

private let aggregateSignatures: [FunctionSignature] = [
  FunctionSignature(
    "count", [.init("value", .any)], returns: .integer, kind: .aggregate,
    summary: "How many values of the group are not null."),
  FunctionSignature(
    "collect", [.init("value", .any)], returns: .list, kind: .aggregate,
    summary: "The values of the group that are not null, as a list."),
  FunctionSignature(
    "sum", [.init("value", [.integer, .float, .duration])], returns: [.integer, .float, .duration],
    kind: .aggregate, summary: "The sum of the group's numbers or durations."),
  FunctionSignature(
    "avg", [.init("value", [.integer, .float, .duration])], returns: [.float, .duration],
    kind: .aggregate, summary: "The mean of the group's numbers or durations."),
  FunctionSignature(
    "min", [.init("value", .any)], returns: .any, kind: .aggregate,
    summary: "The least value of the group in the order of ORDER BY."),
  FunctionSignature(
    "max", [.init("value", .any)], returns: .any, kind: .aggregate,
    summary: "The greatest value of the group in the order of ORDER BY."),
  FunctionSignature(
    "stDev", [.init("value", .number)], returns: .float, kind: .aggregate,
    summary: "The sample standard deviation of the group's numbers."),
  FunctionSignature(
    "stDevP", [.init("value", .number)], returns: .float, kind: .aggregate,
    summary: "The population standard deviation of the group's numbers."),
  FunctionSignature(
    "percentileCont", [.init("value", .number), .init("percentile", .number)], returns: .float,
    kind: .aggregate, summary: "The percentile (0 to 1) of the group's numbers, interpolated."),
  FunctionSignature(
    "percentileDisc", [.init("value", .number), .init("percentile", .number)], returns: .number,
    kind: .aggregate, summary: "The percentile (0 to 1) of the group's numbers, the nearest that occurs."),
]

private let graphSignatures: [FunctionSignature] = [
  FunctionSignature(
    "id", [.init("element", .element)], returns: .integer, kind: .graph,
    summary: "The position of a node or edge in this graph in memory; means nothing elsewhere."),
  FunctionSignature(
    "elementId", [.init("element", .element)], returns: .string, kind: .graph,
    summary: "The key of a node or edge, as exports and the case file name it."),
  FunctionSignature("labels", [.init("node", .node)], returns: .list, kind: .graph, summary: "The labels of a node."),
  FunctionSignature("type", [.init("edge", .edge)], returns: .string, kind: .graph, summary: "The type of an edge."),
  FunctionSignature(
    "keys", [.init("value", [.node, .edge, .map])], returns: .list, kind: .graph,
    summary: "The property keys of a node or edge, or the keys of a map."),
  FunctionSignature(
    "properties", [.init("value", [.node, .edge, .map])], returns: .map, kind: .graph,
    summary: "The properties of a node or edge as a map."),
  FunctionSignature(
    "startNode", [.init("edge", .edge)], returns: .node, kind: .graph,
    summary: "The node an edge starts from."),
  FunctionSignature(
    "endNode", [.init("edge", .edge)], returns: .node, kind: .graph,
    summary: "The node an edge leads to."),
  FunctionSignature("nodes", [.init("path", .path)], returns: .list, kind: .graph, summary: "The nodes of a path."),
  FunctionSignature(
    "relationships", [.init("path", .path)], returns: .list, kind: .graph,
    summary: "The edges of a path."),
  FunctionSignature(
    "exists", [.init("property", .any)], returns: .boolean, kind: .graph,
    summary: "Whether a property is there, or a pattern has a match."),
  FunctionSignature(
    "claims", [.init("element", .any)], returns: .list, kind: .graph,
    summary: "The Claim nodes behind a node or edge."),
  FunctionSignature(
    "speakers", [.init("element", .any)], returns: .list, kind: .graph,
    summary: "The actors who made the claims behind a node or edge."),
  FunctionSignature(
    "roots", [.init("element", .any)], returns: .list, kind: .graph,
    summary: "The claims that relay nothing, reached from the claims behind a node or edge."),
  FunctionSignature(
    "origins", [.init("element", .any)], returns: .integer, kind: .graph,
    summary: "How many independent origins stand behind a node or edge."),
  FunctionSignature(
    "status", [.init("element", .any)], returns: .string, kind: .graph,
    summary: "`asserted`, `contested`, `denied` or `unattested`."),
  FunctionSignature(
    "evidence", [.init("element", .any)], returns: .list, kind: .graph,
    summary: "Where the claims behind a node or edge stand: maps of report, start, end and text."),
  FunctionSignature(
    "why", [.init("element", .any)], returns: .list, kind: .graph,
    summary:
      "Why an element is there: for each claim a map of claim, rule, stance, chain of speakers, report, start, end and text."
  ),
  FunctionSignature(
    "latest", [.init("figure", .any), .init("attribute", .string, isOptional: true)], returns: .any, kind: .figure,
    summary: "The figure as last put forward: latest(e.killed), or latest(e, 'killed')."),
  FunctionSignature(
    "history", [.init("figure", .any), .init("attribute", .string, isOptional: true)], returns: .list, kind: .figure,
    summary:
      "A figure as claims gave it, the earliest first: maps of value, bound, published, stance, speaker, claim and report."
  ),
  FunctionSignature(
    "conflicts", [.init("element", .any)], returns: .list, kind: .graph,
    summary:
      "Claims behind an element that cannot both be true: maps of attribute, first and second claim and their values."
  ),
]
