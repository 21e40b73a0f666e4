import ArgumentParser
import Foundation
import Hearsay
import QueryReference

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Show pages of the reference of the query language.",
    discussion: """
      A name is that of a clause, a pattern, a form, a function, an error, or any word of the language; without one, all \
      titles are listed. Every example is one of the program's tests.

        hearsay reference "optional match" substring DivisionByZero
        hearsay reference --markdown pages
        hearsay reference --compatibility
      """)

  @Argument(help: "Names of pages, each in quotes if it has a space.")
  var names: [String] = []

  @Option(help: "Write all pages and an index as Markdown into this folder.")
  var markdown: String?

  @Flag(help: "The table of what there is of openCypher 9 and ISO GQL, as Markdown.")
  var compatibility = false

  func validate() throws {
    let wanted = [!names.isEmpty, markdown != nil, compatibility].count { $0 }
    guard wanted <= 1 else { throw ValidationError("names, `--markdown` and `--compatibility` exclude each other") }
  }

  func run() throws {
    let width = Console.output.width ?? 100
    if let markdown {
      try writeMarkdown(to: markdown)
    } else if compatibility {
      Console.write(Compatibility.markdown)
    } else if names.isEmpty {
      Console.write(ReferenceText.index(width: width))
    } else {
      // All names are looked up before any page is written.
      let pages = try names.map { name throws(Failure) in try ReferenceText.pages(on: name, width: width) }
      Console.write(pages.joined(separator: "\n"))
    }
  }

  private func writeMarkdown(to folder: String) throws(Failure) {
    let files = Reference.markdownFiles
    for file in files {
      let path = "\(folder)/\(file.path)"
      do {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      } catch {
        throw Failure(.engine, code: "WriteFailed", "`\(path)` could not be written: \(error.localizedDescription)")
      }
      try TextOutput.write(file.text, to: path)
    }
    Console.note("wrote \(files.count) pages to `\(folder)`")
  }
}
