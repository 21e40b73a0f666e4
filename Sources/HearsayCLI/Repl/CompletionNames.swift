import Foundation
import Hearsay
import QueryReference
import Terminal

/// The words that Tab offers: those of the language and those of the graph.
///
/// The editor asks from a `@Sendable` closure while the names change between statements, hence the lock.
final class CompletionNames: @unchecked Sendable {
  struct Graph: Sendable {
    var labels: [String] = []
    var edgeTypes: [String] = []
    var propertyKeys: [String] = []
    var parameters: [String] = []
  }

  private let lock = NSLock()
  private var graph = Graph()

  func update(from names: Names, parameters: some Sequence<String>) {
    let graph = Graph(
      labels: names.labels.sorted(), edgeTypes: names.edgeTypes.sorted(), propertyKeys: names.propertyKeys.sorted(),
      parameters: parameters.sorted())
    lock.withLock { self.graph = graph }
  }

  func completion(for before: String) -> EditorState.Completion {
    Self.completion(for: before, names: lock.withLock { graph })
  }

  static func completion(for before: String, names: Graph) -> EditorState.Completion {
    if let topic = topic(of: before) {
      let names = Reference.names.filter { fits($0, topic) }.sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
      return .init(replacedCount: topic.count, candidates: names)
    }
    let typed = String(before.reversed().prefix { $0.isLetter || $0.isNumber || $0 == "_" }.reversed())
    let lead = before.dropLast(typed.count)
    if lead == ":" {
      let words = ReplInstruction.names.map { String($0.dropFirst()) }
      return .init(replacedCount: typed.count, candidates: words.filter { $0.hasPrefix(typed) })
    }
    let words = candidates(behind: lead, typed: typed, names).filter { fits($0, typed) }
    return .init(replacedCount: typed.count, candidates: words)
  }

  /// What is typed behind `:help`; titles of pages may have spaces in them.
  private static func topic(of before: String) -> String? {
    guard before.hasPrefix(":help "), !before.contains(where: \.isNewline) else { return nil }
    return String(before.dropFirst(":help ".count).drop(while: \.isWhitespace))
  }

  private static func candidates(behind lead: Substring, typed: String, _ names: Graph) -> [String] {
    if lead.reversed().drop(while: \.isWhitespace).starts(with: "::") { return TypeName.names + ["LIST"] }
    return switch lead.last {
    case ":", "|", "&", "!": isInEdge(lead) ? names.edgeTypes : names.labels
    case ".": names.propertyKeys
    case "$": names.parameters
    case "{": names.propertyKeys
    default: typed.isEmpty ? [] : language + names.propertyKeys
    }
  }

  /// Keywords and functions in alphabetical order.
  private static let language: [String] =
    (Keyword.allCases.map(\.rawValue) + FunctionCatalog.all.map(\.name)).sorted {
      ($0.lowercased(), $0) < ($1.lowercased(), $1)
    }

  private static func fits(_ word: String, _ typed: String) -> Bool {
    word.count >= typed.count && word.prefix(typed.count).lowercased() == typed.lowercased()
  }

  /// Whether the last bracket still open is that of an edge.
  private static func isInEdge(_ text: Substring) -> Bool {
    for character in text.reversed() {
      if character == "[" { return true }
      if character == "(" || character == ")" || character == "]" { return false }
    }
    return false
  }
}
