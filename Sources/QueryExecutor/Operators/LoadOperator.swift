import GraphCore
import QueryLanguage
import QueryPlanner
import SourceText

/// LOAD CSV: each input row with each row of the text that it names; a list of fields, or a map of them.
final class LoadOperator: Operator {
  let layout: Layout
  private let input: any Operator
  private let load: LogicalPlan.Load
  private let context: ExecutionContext
  private var cursor = InputCursor()
  private var outer: (batch: Batch, row: Int)?
  private var reader: (fields: FieldReader, name: String, headers: [String]?)?

  init(_ input: any Operator, _ load: LogicalPlan.Load, _ context: ExecutionContext) {
    self.input = input
    self.load = load
    self.context = context
    layout = Layout(input.layout.variables + [load.variable])
  }

  func next() throws(QueryError) -> Batch? {
    while true {
      if reader != nil, let outer {
        let values = try rows()
        if !values.isEmpty {
          let repeated = outer.batch.gathered(Array(repeating: outer.row, count: values.count))
          return Batch(rowCount: values.count, columns: repeated.columns + [.values(values)])
        }
        reader = nil
        self.outer = outer.row + 1 < outer.batch.rowCount ? (outer.batch, outer.row + 1) : nil
      }
      if outer == nil {
        guard let batch = try input.next() else { return nil }
        outer = (batch, 0)
      }
      if let outer { reader = try open(Rows(outer.batch, input.layout).gathered([outer.row])) }
    }
  }

  private func open(_ row: Rows) throws(QueryError) -> (FieldReader, String, [String]?) {
    let value = try Evaluator(context).evaluate(load.source, on: row)[0]
    guard case .string(let name) = value else {
      throw QueryError(
        .invalidArgumentType, .typeError, .runtime,
        message: "LOAD CSV needs the name of a file, this is \(value.typeName)",
        range: load.source.range, suggestion: "a file is named by a String, such as `'people.csv'`")
    }
    guard let texts = context.texts else {
      throw QueryError(
        .fileNotAllowed, .argumentError, .runtime, message: "this session may not read files", range: load.source.range,
        suggestion: "name the folder with the files: `--import-folder FOLDER`")
    }
    let text: String
    do throws(TextLoadingError) {
      text = try texts.text(named: name)
    } catch {
      throw QueryError(
        error.code, error.category, .runtime, message: error.message, range: load.source.range,
        suggestion: error.suggestion)
    }
    var fields = FieldReader(text, separator: load.separator)
    let headers = load.hasHeaders ? try self.headers(&fields, name) : nil
    return (fields, name, headers)
  }

  private func headers(_ fields: inout FieldReader, _ name: String) throws(QueryError) -> [String] {
    var headers: [String] = []
    for field in try row(of: &fields, name) ?? [] {
      guard let field, !field.isEmpty else { throw mistake(name, fields.line, "a field of the first row has no name") }
      guard !headers.contains(field) else { throw mistake(name, fields.line, "two fields are called `\(field)`") }
      headers.append(field)
    }
    return headers
  }

  private func rows() throws(QueryError) -> [Value] {
    guard var current = reader else { return [] }
    defer { reader = current }
    var values: [Value] = []
    while values.count < Batch.preferredRowCount, let fields = try row(of: &current.fields, current.name) {
      let texts = fields.map { $0.map(Value.string) ?? .null }
      guard let headers = current.headers else {
        values.append(.list(texts))
        continue
      }
      guard texts.count <= headers.count else {
        throw mistake(
          current.name, current.fields.line, "the row has \(texts.count) fields, the first row names \(headers.count)")
      }
      let missing = repeatElement(Value.null, count: headers.count - texts.count)
      values.append(.map(ValueMap(Array(zip(headers, texts + missing)))))
    }
    try context.check(rows: values.count, at: load.source.range)
    try context.charge(values[...], at: load.source.range)
    return values
  }

  private func row(of fields: inout FieldReader, _ name: String) throws(QueryError) -> [String?]? {
    do throws(FieldScanner.Mistake) { return try fields.next() } catch {
      throw mistake(name, error.line, error.message)
    }
  }

  private func mistake(_ name: String, _ line: Int, _ message: String) -> QueryError {
    QueryError(
      .invalidFileContent, .argumentError, .runtime, message: "\(name):\(line): \(message)", range: load.source.range,
      suggestion: "correct the file, or name its separator with `FIELDTERMINATOR`")
  }
}
