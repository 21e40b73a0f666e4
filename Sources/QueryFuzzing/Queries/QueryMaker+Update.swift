/// Statements that change the graph, with the same outcome in whatever order the rows come.
extension QueryMaker {
  package mutating func updating() -> String {
    scope = []
    boundEdges = []
    mayFilter = false
    defer { mayFilter = true }
    var clauses: [String] = []
    for _ in 0..<generator.pick([1, 1, 2]) { clauses.append(generator.chance(70) ? match() : clause(0)) }
    for _ in 0..<generator.pick([1, 1, 2]) { clauses.append(change()) }
    if generator.chance(20) { clauses.append("WITH count(*) AS c MATCH (n:New) RETURN c, count(n) AS m") }
    return clauses.joined(separator: " ")
  }

  private mutating func change() -> String {
    let node = name(.node)
    switch generator.below(20) {
    case 0: return "CREATE (:New {k: \(integer(0))})"
    case 1: if let node { return "CREATE (\(node))-[:T {k: \(integer(0))}]->(:New:A {id: \(node).id})" }
    case 2:
      let name = fresh("m")
      return
        "MERGE (\(name):New {k: coalesce(\(integer(0)), 0)}) ON CREATE SET \(name).made = 1 ON MATCH SET \(name).met = coalesce(\(name).met, 0) + 1"
    case 3:
      if let node, let other = name(.node) {
        return "WITH * WHERE \(node) IS NOT NULL AND \(other) IS NOT NULL MERGE (\(node))-[:T]->(\(other))"
      }
    case 4: if let node { return "SET \(node).z = \(node).id * 2" }
    case 5: if let node { return "SET \(node).n = coalesce(\(node).n, 0) + 1" }
    case 6: if let node { return "SET \(node):New" }
    case 7: if let node { return "REMOVE \(node).x, \(node):A" }
    case 8: if let node { return deleting("DETACH DELETE \(node)") }
    case 9: if let edge = name(.edge) { return deleting("DELETE \(edge)") }
    case 10:
      let list = integers(1)
      return "FOREACH (\(fresh("i")) IN \(list) | CREATE (:New {k: 1}))"
    case 11:
      return "FOREACH (\(fresh("i")) IN range(0, \(generator.below(3))) | MERGE (:New {k: 1}) CREATE (:New {k: 2}))"
    case 12: if let node { return "SET \(node) = {id: \(node).id, x: \(node).x}, \(node):New" }
    case 13: return "INSERT (:New&A {k: \(integer(0))})-[:T]->(:New {k: \(string(0))})"
    case 14: if let node { return "CALL (\(node)) { CREATE (\(node))-[:T]->(:New {k: \(node).id}) }" }
    case 15:
      if let node {
        return "CALL (\(node)) { WHEN \(node).x > 1 THEN SET \(node).z = 1 ELSE CREATE (:New {k: \(node).id}) }"
      }
    case 16:
      if let node, let other = name(.node) {
        return
          "WITH * WHERE \(node) IS NOT NULL AND \(other) IS NOT NULL MERGE (\(node))-[:T {k: 1}]->(\(other)) ON CREATE SET \(node).made = 1"
      }
    case 17: if let edge = name(.edge) { return "SET \(edge).w = \(edge).id, \(edge) += {z: 1}" }
    case 18:
      if let node {
        let name = bind("m", .node)
        return "WITH * WHERE \(node) IS NOT NULL CREATE (\(node))<-[:T]-(\(name):New {id: \(node).id, x: \(node).x})"
      }
    default: if let node { return "CALL (\(node)) { SET \(node) += {z: 1, x: null} }" }
    }
    return "CREATE (:New)"
  }

  /// What is deleted is not asked for anything afterwards.
  private mutating func deleting(_ clause: String) -> String {
    scope = []
    return clause
  }
}
