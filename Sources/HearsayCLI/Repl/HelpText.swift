import Hearsay
import QueryReference
import Terminal

/// The answers of `:help`: pages of the reference, and the commands of the terminal.
enum HelpText {
  static func text(on topic: String?, width: Int) throws(Failure) -> String {
    guard let topic else { return overview(width: width) }
    let name = topic.hasPrefix(":") ? topic : ":" + topic
    let command = ReplInstruction.all.first { $0.usage.hasPrefix(name) }
    if let command, topic.hasPrefix(":") || Reference.pages(on: topic).isEmpty {
      return "\(command.usage)\n  \(command.summary)\n"
    }
    return try ReferenceText.pages(on: topic, width: width)
  }

  private static func overview(width: Int) -> String {
    var text = "A statement goes on until `;`. Lines that begin with `:` are commands.\n\n"
    let usage = ReplInstruction.all.map(\.usage.displayWidth).max() ?? 0
    text += ReplInstruction.all.map { "  \(LineFitting.pad($0.usage, to: usage))  \($0.summary)\n" }.joined()
    return LineFitting.wrap(text, to: width).joined(separator: "\n") + "\n" + ReferenceText.index(width: width)
  }
}
