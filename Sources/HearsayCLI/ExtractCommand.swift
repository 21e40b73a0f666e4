import ArgumentParser
import Hearsay

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read reports to JSON Lines on standard output, without a case.")

  @Argument(help: "Files and folders with reports, - for standard input.")
  var inputs: [String]

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let reader = try reading.reader()
    let progress = Console.progress()
    defer { progress.clear() }
    let texts = try reader.texts(at: inputs, metadata: reading.metadata)
    for (index, text) in texts.enumerated() {
      progress.show("extracting", index + 1, of: texts.count, item: text.origin)
      let line = try reader.extract(text)
      // On a screen, the line would otherwise begin behind the progress.
      progress.clear()
      Console.write(line + "\n")
    }
  }
}
