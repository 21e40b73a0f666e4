import ArgumentParser
import Hearsay

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read reports to JSON Lines on standard output, without a case.")

  @Argument(help: "Files and folders with reports, - for standard input.")
  var inputs: [String]

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    try reportingFailures {
      let reader = try reading.reader()
      for text in try reader.texts(at: inputs, metadata: reading.metadata) { print(try reader.extract(text)) }
    }
  }
}
