import GraphCore
import Interchange

/// One array with an object per row; columns in their order.
struct JSONFormatter: ResultFormatter {
  func format(_ result: QueryResult) -> String {
    guard !result.columns.isEmpty else { return "" }
    var writer = JSONWriter()
    writer.beginArray()
    result.forEachRow { row in
      writer.breakLine()
      writer.write(row, of: result)
    }
    writer.endArray()
    return writer.text + "\n"
  }
}

/// One object per line and row.
struct JSONLinesFormatter: ResultFormatter {
  func format(_ result: QueryResult) -> String {
    guard !result.columns.isEmpty else { return "" }
    var writer = JSONWriter()
    result.forEachRow { row in
      writer.write(row, of: result)
      writer.endDocument()
    }
    return writer.text
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ row: [Value], of result: QueryResult) {
    beginObject()
    for (column, value) in zip(result.columns, row) {
      key(column)
      write(value, of: result.graph)
    }
    endObject()
  }
}
