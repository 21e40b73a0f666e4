import Foundation
import Hearsay
import Terminal

/// The three streams and the environment: the one place where the program touches them.
enum Console {
  static let environment = ProcessInfo.processInfo.environment
  /// Of standard output. Asked anew each time: a window changes its width.
  static var output: OutputTraits { TerminalDevice.traits(of: 1, environment: environment) }
  static var errors: OutputTraits { TerminalDevice.traits(of: 2, environment: environment) }
  static var isInteractive: Bool { TerminalDevice.isTerminal(0) && TerminalDevice.isTerminal(1) }

  /// Data, to standard output.
  static func write(_ text: String) { write(Array(text.utf8), to: 1) }

  static func write(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Lets a large answer go out at once, if standard output is a pipe: through the usual 64 kB both sides wait for each other
  /// again and again.
  static func widenPipe() {
    #if os(Linux)
      // A macro that Swift does not see.
      let setPipeSize: Int32 = 1_024 + 7
      _ = fcntl(1, setPipeSize, 1 << 20)
    #endif
  }

  /// What reports say, to standard output: as it is for a file or another program, made safe to show for a screen.
  static func writeReported(_ text: String) {
    write(TerminalDevice.isTerminal(1) ? ShownText.lines(text) : text)
  }

  /// Anything that is not data, to standard error, on a line of its own.
  static func note(_ text: String) { write(Array((text + "\n").utf8), to: 2) }

  static func progress() -> ProgressLine { ProgressLine(errors) { write(Array($0.utf8), to: 2) } }

  /// An error as one sentence; its line with carets below, if the text is at hand.
  static func report(_ failure: Failure, in text: Text? = nil) {
    guard let diagnostic = failure.diagnostic, let text else {
      note(styled("error", .error) + ": \(shown(failure))")
      for part in failure.parts { note("  " + ShownText.line(part)) }
      return
    }
    report(diagnostic, in: text)
  }

  static func report(_ diagnostic: Diagnostic, in text: Text) {
    let lines = ShownText.lines(diagnostic.rendered(in: text)).split(separator: "\n", maxSplits: 1)
    let style: TextStyle = diagnostic.severity == .error ? .error : diagnostic.severity == .warning ? .warning : .note
    let word = diagnostic.severity.rawValue
    let head =
      lines.first.map { $0.hasPrefix(word) ? styled(word, style) + $0.dropFirst(word.count) : String($0) } ?? ""
    note(lines.count > 1 ? "\(head)\n\(lines[1])" : head)
  }

  static func warn(_ doubt: Diagnostic) {
    note(styled("warning", .warning) + ": \(ShownText.line(doubt.sentence))")
  }

  private static func shown(_ failure: Failure) -> String { ShownText.line(failure.sentence) }

  private static func styled(_ text: String, _ style: TextStyle) -> String { errors.styled(text, style) }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR {
        // Standard output is a full disk, say: the result is lost, and nobody must think otherwise.
        let cause = String(cString: strerror(errno))
        if descriptor == 1 { note("error: the output could not be written: \(cause)") }
        exit(3)
      }
    }
  }
}
