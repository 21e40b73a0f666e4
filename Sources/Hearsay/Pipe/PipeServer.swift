import GraphCore
import Interchange
import QueryExecutor
import QueryLanguage
import SourceText

/// Answers the JSON Lines protocol of `hearsay pipe`: one request per line, one answer per line, in order.
///
/// | request | answer |
/// |---|---|
/// | `{"op":"reset"}` | `{"ok":true}`; the graph is empty and there are no procedures. Refused on a case. |
/// | `{"op":"run","query":…,"params":{…},"values":"plain"?}` | `{"ok":true,"columns":[…],"rows":[[…]],"sideEffects":{…}}` |
/// | `{"op":"snapshot"}` | `{"ok":true,"nodes":[…],"rels":[…]}` |
/// | `{"op":"procedure","name":…,"inputs":…,"outputs":…,"columns":…,"rows":…}` | `{"ok":true}` |
///
/// What a query that runs may not mean, such as a label that the graph does not have, stands in `warnings`, each with
/// `detail`, `message` and, where it is about a place, `line` and `column`.
///
/// A failed request is answered with `"ok":false` and `phase`, `type`, `detail`, `message`, and, where a query is at fault,
/// `gqlstatus`, `line`, `column`; further mistakes of the query stand in `further`, each with these and `detail` and
/// `message`.
public final class PipeServer {
  private var session: GraphSession
  private let isCase: Bool

  /// - Parameter isCase: whether the session's graph is kept in a file, which `reset` must not empty.
  public init(_ session: GraphSession = GraphSession(), isCase: Bool = false) {
    self.session = session
    self.isCase = isCase
  }

  /// The answer to one line, without a line break.
  public func answer(_ line: String) -> [UInt8] {
    var writer = JSONWriter()
    do throws(PipeRequestError) {
      switch try PipeRequest(line: line) {
      case .reset: reset(&writer)
      case .run(let query, let parameters, let isPlain): run(query, parameters, isPlain: isPlain, &writer)
      case .snapshot: snapshot(&writer)
      case .procedure(let signature, let table):
        session.procedures[signature.name] = TableProcedure(signature: signature, table: table)
        acknowledge(&writer)
      case .unknown: unsupported(&writer)
      }
    } catch {
      failure(&writer, phase: "compile", type: "ArgumentError", detail: "InvalidRequest", message: error.message)
    }
    return writer.bytes
  }

  private func reset(_ writer: inout JSONWriter) {
    guard !isCase else { return unsupported(&writer) }
    let (importFolder, limits) = (session.importFolder, session.limits)
    session = GraphSession()
    session.importFolder = importFolder
    session.limits = limits
    acknowledge(&writer)
  }

  private func run(_ query: String, _ parameters: [String: Value], isPlain: Bool, _ writer: inout JSONWriter) {
    do {
      let result = try session.run(query, parameters: parameters)
      write(result, of: query, isPlain: isPlain, to: &writer)
    } catch let error as QueryError {
      failure(&writer, error, in: query)
    } catch {
      failure(
        &writer, phase: "runtime", type: "ResourceError", detail: "StorageFailed", message: Failure(error).sentence)
    }
  }

  private func write(_ result: QueryResult, of query: String, isPlain: Bool, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("ok")
    writer.write(true)
    writer.key("columns")
    writer.beginArray()
    for column in result.columns { writer.write(column) }
    writer.endArray()
    writer.key("rows")
    writer.beginArray()
    // As what it is passed on as: made of the graph once and not for each value.
    PipeRows(batches: result.batches, graph: result.graph, isPlain: isPlain)
      .write(to: &writer, threads: session.limits.threads)
    writer.endArray()
    write(result.effects, to: &writer)
    if !result.warnings.isEmpty { write(result.warnings, of: query, to: &writer) }
    writer.endObject()
  }

  private func write(_ warnings: [Diagnostic], of query: String, to writer: inout JSONWriter) {
    let lines = LineTable(query)
    writer.key("warnings")
    writer.beginArray()
    for warning in warnings {
      writer.beginObject()
      for (key, text) in [("detail", warning.code), ("message", warning.sentence)] {
        writer.key(key)
        writer.write(text)
      }
      if let range = warning.range { write(lines.position(of: range.start), to: &writer) }
      writer.endObject()
    }
    writer.endArray()
  }

  private func write(_ effects: GraphEffects, to writer: inout JSONWriter) {
    let counts = [
      ("+nodes", effects.nodesCreated), ("-nodes", effects.nodesDeleted), ("+relationships", effects.edgesCreated),
      ("-relationships", effects.edgesDeleted), ("+properties", effects.propertiesSet),
      ("-properties", effects.propertiesRemoved), ("+labels", effects.labelsAdded), ("-labels", effects.labelsRemoved),
    ]
    writer.key("sideEffects")
    writer.beginObject()
    for (name, count) in counts where count > 0 {
      writer.key(name)
      writer.write(Int64(count))
    }
    writer.endObject()
  }

  private func snapshot(_ writer: inout JSONWriter) {
    let graph = session.snapshot
    writer.beginObject()
    writer.key("ok")
    writer.write(true)
    writer.key("nodes")
    writer.beginArray()
    for index in 0..<graph.nodeCapacity {
      let node = NodeID(UInt32(index))
      if graph.contains(node) { writer.writeTypedNode(node, of: graph) }
    }
    writer.endArray()
    writer.key("rels")
    writer.beginArray()
    for index in 0..<graph.edgeCapacity {
      let edge = EdgeID(UInt32(index))
      if graph.contains(edge) { writer.writeTypedEdge(edge, of: graph) }
    }
    writer.endArray()
    writer.endObject()
  }

  private func acknowledge(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("ok")
    writer.write(true)
    writer.endObject()
  }

  private func unsupported(_ writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("ok")
    writer.write(false)
    writer.key("unsupported")
    writer.write(true)
    writer.endObject()
  }

  private func failure(_ writer: inout JSONWriter, _ error: QueryError, in query: String) {
    let lines = LineTable(query)
    failure(
      &writer, phase: error.phase.rawValue, type: error.category.rawValue, detail: error.code.rawValue,
      message: error.diagnostic.sentence, status: error.code.gqlStatus, place: lines.position(of: error.range.start),
      further: further(error, in: query), lines)
  }

  private func further(_ error: QueryError, in query: String) -> [QueryError] {
    let script = Script(query)
    guard error.phase == .compile, script.statements.count == 1 else { return [] }
    let mistakes = session.mistakes(in: script.statements[0], of: script)
    return mistakes.contains(error) ? mistakes.filter { $0 != error } : []
  }

  private func failure(
    _ writer: inout JSONWriter, phase: String, type: String, detail: String, message: String,
    status: String? = nil, place: LineTable.Position? = nil, further: [QueryError] = [], _ lines: LineTable? = nil
  ) {
    writer.beginObject()
    writer.key("ok")
    writer.write(false)
    for (key, text) in [("phase", phase), ("type", type), ("detail", detail), ("message", message)] {
      writer.key(key)
      writer.write(text)
    }
    if let status {
      writer.key("gqlstatus")
      writer.write(status)
    }
    if let place { write(place, to: &writer) }
    if let lines, !further.isEmpty {
      writer.key("further")
      writer.beginArray()
      for error in further {
        writer.beginObject()
        for (key, text) in [
          ("detail", error.code.rawValue), ("message", error.diagnostic.sentence), ("gqlstatus", error.code.gqlStatus),
        ] {
          writer.key(key)
          writer.write(text)
        }
        write(lines.position(of: error.range.start), to: &writer)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
  }

  private func write(_ place: LineTable.Position, to writer: inout JSONWriter) {
    writer.key("line")
    writer.write(Int64(place.line))
    writer.key("column")
    writer.write(Int64(place.column))
  }
}
