import ArgumentParser
import Hearsay

struct PipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipe", abstract: "Answer JSON Lines on standard input, for other programs.",
    discussion: "Without a case, the graph lives as long as the pipe.")

  @Argument(help: "The case file.")
  var path: String?

  @OptionGroup var imports: ImportOptions
  @OptionGroup var limits: LimitOptions

  @Flag(help: "Open the case for reading only.")
  var readOnly = false

  func run() throws {
    keepFreedMemory()
    let opened = try path.map { try Case.open($0, readOnly: readOnly, lazily: true) }
    opened?.finishLoadingInBackground()
    let session = opened?.session ?? GraphSession()
    session.importFolder = try imports.folder()
    session.limits = limits.limits
    session.isReadOnly = readOnly
    let server = PipeServer(session, isCase: opened != nil)
    Console.widenPipe()
    // One write per answer: the other side may be waiting for it.
    while let line = readLine() {
      var answer = server.answer(line)
      answer.append(0x0A)
      Console.write(answer)
    }
    try opened?.close()
  }
}
