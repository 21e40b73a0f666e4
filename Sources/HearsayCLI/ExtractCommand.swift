import ArgumentParser
import Hearsay

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read reports to JSON Lines on standard output, without a case.",
    discussion: """
      One object a report: `report`, `sentences`, `entities` with their mentions, `events`, `claims` with speaker, cue, \
      content and chain (from the outermost speaker to the one who says it first-hand), `relations`. Offsets are UTF-8 \
      bytes of the text that was read, half-open; `--text` prints that text. Ids follow from the text alone; a claim's is \
      the one it has in a case.
      """)

  @Argument(help: "Files and folders with reports, - for standard input.")
  var inputs: [String]

  @OptionGroup var reading: ReadingOptions

  @Flag(help: "Add the tokens with their columns of Universal Dependencies: lemma, UPOS, XPOS, head, relation.")
  var tokens = false

  @Flag(help: "Add the text that was read, which all offsets refer to.")
  var text = false

  @Flag(help: "Add all that words attribute to somebody, also where no claim is made of it, with the reason.")
  var attributions = false

  func run() throws {
    try ReadingOptions.check(inputs)
    let reader = try reading.reader()
    let options = ExtractOptions(tokens: tokens, text: self.text, attributions: attributions)
    let progress = Console.progress()
    defer { progress.clear() }
    var done = 0
    let reports = reader.reports(at: inputs, metadata: reading.metadata, onDoubt: Console.warn)
    try reader.extract(reports, options: options, threads: reading.threads) { text, line in
      done += 1
      progress.show("extracting", done, item: text.origin)
      // On a screen, the line would otherwise begin behind the progress.
      progress.clear()
      Console.writeReported(line + "\n")
    }
  }
}
