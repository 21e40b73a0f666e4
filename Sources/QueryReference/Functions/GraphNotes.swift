/// On functions that look into the graph.
let graphNotes: [FunctionNote] = [
  FunctionNote(
    "id",
    related: ["elementId"],
    graph: .people,
    examples: #"""
      MATCH (p:Person) RETURN count(DISTINCT id(p)) AS numbers;
      //= numbers
      //= 3
      """#),
  FunctionNote(
    "elementId",
    related: ["id", "same"],
    graph: .people,
    examples: #"""
      MATCH (p:Person) RETURN count(DISTINCT elementId(p)) AS keys, elementId(null) AS nothing;
      //= keys | nothing
      //= 3    | null
      """#),
  FunctionNote(
    "labels",
    related: ["label expressions"],
    examples: #"""
      CREATE (n:Person:Actor) RETURN labels(n) AS labels;
      //= labels
      //= ['Person', 'Actor']
      """#),
  FunctionNote(
    "type",
    related: ["edge patterns"],
    graph: .people,
    examples: #"""
      MATCH (:Person {name: 'Ada'})-[e]->() RETURN type(e) AS type;
      //= type
      //= KNOWS
      //= LIVES_IN
      """#),
  FunctionNote(
    "keys",
    related: ["properties"],
    graph: .people,
    examples: #"""
      //# test example
      MATCH (p:Person {name: 'Ada'}) RETURN keys(p) AS keys;
      //= keys
      //= ['born', 'name']
      //# test another
      RETURN keys({b: 1, a: null}) AS keys;
      //= keys
      //= ['a', 'b']
      """#),
  FunctionNote(
    "properties",
    related: ["keys", "map projections"],
    graph: .people,
    examples: #"""
      MATCH (p:Person {name: 'Ada'}) RETURN properties(p) AS properties;
      //= properties
      //= {born: 1980, name: 'Ada'}
      """#),
  FunctionNote(
    "startNode",
    related: ["endNode", "IS SOURCE OF"],
    graph: .people,
    examples: #"""
      MATCH ()-[k:KNOWS {since: 2010}]->() RETURN startNode(k).name AS name;
      //= name
      //= Ada
      """#),
  FunctionNote(
    "endNode",
    related: ["startNode", "IS SOURCE OF"],
    graph: .people,
    examples: #"""
      MATCH ()-[k:KNOWS {since: 2010}]->() RETURN endNode(k).name AS name;
      //= name
      //= Ben
      """#),
  FunctionNote(
    "nodes",
    related: ["relationships", "path variables"],
    graph: .people,
    examples: #"""
      MATCH p = (:Person {name: 'Ada'})-[:KNOWS*2]->() RETURN [n IN nodes(p) | n.name] AS names;
      //= names
      //= ['Ada', 'Ben', 'Cleo']
      """#),
  FunctionNote(
    "relationships",
    related: ["nodes", "path variables"],
    graph: .people,
    examples: #"""
      MATCH p = (:Person {name: 'Ada'})-[:KNOWS*2]->() RETURN [e IN relationships(p) | e.since] AS since;
      //= since
      //= [2010, 2015]
      """#),
  FunctionNote(
    "exists",
    related: ["EXISTS", "PROPERTY_EXISTS", "null"],
    graph: .people,
    examples: #"""
      MATCH (p:Person) RETURN p.name AS name, exists(p.born) AS known, exists((p)-[:KNOWS]->()) AS knows;
      //= name | known | knows
      //= Ada  | true  | true
      //= Ben  | true  | true
      //= Cleo | false | false
      """#),
]
