import Foundation
import Hearsay

/// Small files the program writes: whole or not at all.
enum TextOutput {
  static func write(_ text: String, to path: String) throws(Failure) {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      let cause = (error as NSError).localizedFailureReason ?? (error as NSError).localizedDescription
      throw Failure(.engine, code: "WriteFailed", "`\(path)` could not be written: \(cause)")
    }
  }
}
