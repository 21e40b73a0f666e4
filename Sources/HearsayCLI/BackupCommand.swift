import ArgumentParser
import Hearsay

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy a case as it is now, also while others write to it.",
    discussion: "The copy is one file without free space, and appears whole or not at all.")

  @Argument(help: "The case file.")
  var path: String

  @Argument(help: "The copy. Nothing may be there.")
  var copy: String

  func run() throws {
    let opened = try Case.open(path, readOnly: true, lazily: true)
    try opened.backUp(to: copy)
    try opened.close()
  }
}
