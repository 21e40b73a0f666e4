import Hearsay
import Terminal

/// The answers of `:help`.
enum HelpText {
  static func text(on topic: String?, width: Int) throws(Failure) -> String {
    guard let topic else { return overview(width: width) }
    if let clause = clause(named: topic) { return text(of: clause) }
    let name = topic.hasSuffix("()") ? String(topic.dropLast(2)) : topic
    if let function = FunctionCatalog.signature(named: name) { return text(of: function) }
    if let command = ReplInstruction.all.first(where: {
      $0.usage.hasPrefix(topic) || $0.usage.dropFirst().hasPrefix(topic)
    }) {
      return "\(command.usage)\n  \(command.summary)\n"
    }
    let known = HelpTopic.clauses.map(\.name) + FunctionCatalog.all.map(\.name)
    let near = nearestName(to: topic, among: known).map { "; did you mean `\($0)`?" }
    throw Failure(.input, code: "NoSuchTopic", "there is no help on `\(topic)`\(near ?? "; `:help` lists all")")
  }

  private static func clause(named name: String) -> HelpTopic? {
    let wanted = name.uppercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return HelpTopic.clauses.first { $0.name == wanted }
      ?? HelpTopic.clauses.first { $0.name.hasPrefix(wanted + " ") }
  }

  private static func overview(width: Int) -> String {
    var text = "A statement goes on until `;`. Lines that begin with `:` are commands.\n\n"
    let usage = ReplInstruction.all.map(\.usage.displayWidth).max() ?? 0
    text += ReplInstruction.all.map { "  \(LineFitting.pad($0.usage, to: usage))  \($0.summary)\n" }.joined()
    text += "\nClauses: " + HelpTopic.clauses.map(\.name).joined(separator: ", ") + "\n"
    let graph = names { $0.kind == .graph }
    let aggregates = names { $0.kind == .aggregate }
    let others = names { $0.kind == .scalar }
    text += "Functions on the graph: \(graph)\nAggregates: \(aggregates)\nOther functions: \(others)\n"
    return LineFitting.wrap(text, to: width).joined(separator: "\n")
  }

  private static func names(where isWanted: (FunctionSignature) -> Bool) -> String {
    FunctionCatalog.all.filter(isWanted).map(\.name).sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
      .joined(separator: ", ")
  }

  private static func text(of clause: HelpTopic) -> String {
    let example = clause.example.isEmpty ? "" : "  \(clause.example)\n"
    return "\(clause.form)\n  \(clause.summary)\n\(example)"
  }

  private static func text(of function: FunctionSignature) -> String {
    var parameters = function.parameters.map { $0.isOptional ? "[\($0.name)]" : $0.name }
    if function.isVariadic { parameters.append("…") }
    return "\(function.name)(\(parameters.joined(separator: ", ")))\n  \(function.summary)\n"
  }
}
