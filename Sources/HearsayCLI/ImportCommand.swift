import ArgumentParser
import Hearsay

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Make a case of a graph that another program wrote.",
    discussion: """
      The folder holds nodes_<Label>.csv and edges_<TYPE>.csv, and schema.json, which names their columns and types:

        {"nodes": {"Actor": {"props": {"id": "int64", "name": "string"}}},
         "edges": {"KNOWS": {"from": "Actor", "to": "Actor", "props": {"since": "date"}}}}

      Nodes have an id that is unique within their label; edges name theirs in the columns src and dst. Types are \
      int64, double, string, boolean and date.
      """)

  @Argument(help: "The case file, which must not exist yet.")
  var path: String

  @Argument(help: "The folder.")
  var folder: String

  func run() throws {
    guard !path.isEmpty else { throw Failure(.input, code: "MissingFile", "`<path>` is empty; name the case file") }
    let (nodes, edges) = try Case.importTables(in: folder, as: path)
    Console.write("\(path): \(nodes) nodes, \(edges) edges\n")
  }
}
