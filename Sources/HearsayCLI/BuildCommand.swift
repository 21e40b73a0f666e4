import ArgumentParser
import Foundation
import Hearsay

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Read reports into a case.",
    discussion: """
      Reports are .txt, .md, .html and .jsonl files, folders of them, or - for standard input. A case that exists is \
      added to.
      """)

  @Argument(help: "The case file.")
  var path: String

  @Argument(help: "Files and folders with reports.")
  var inputs: [String]

  @Option(help: "When new reports come into the case (2024-03-23, 2024-03-23T10:00Z): what AS OF INGEST goes by.")
  var ingested: String?

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    guard !path.isEmpty else { throw Failure(.input, code: "MissingFile", "`<path>` is empty; name the case file") }
    try ReadingOptions.check(inputs)
    let reader = try reading.reader()
    let reports = reader.reports(at: inputs, metadata: reading.metadata, onDoubt: Console.warn)
    // Only a case that this run has made itself may be taken away again: another may have made one meanwhile.
    let isNew = !FileManager.default.fileExists(atPath: path)
    let built = isNew ? try Case.create(at: path) : try Case.open(path)
    do {
      let summary = try CaseBuilding.add(
        reports, to: built, reader: reader, ingested: ingested, threads: reading.threads)
      try built.close()
      let known = summary.known > 0 ? ", \(summary.known) known already" : ""
      let added = summary.added == 1 ? "1 report" : "\(summary.added) reports"
      Console.write("\(path): \(added) read\(known); \(summary.nodes) nodes, \(summary.edges) edges\n")
    } catch {
      try? built.close()
      // A case that could not be filled is not left behind empty.
      if isNew { for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) } }
      throw error
    }
  }
}

/// What `build` and `extract` share.
struct ReadingOptions: ParsableArguments {
  @Option(help: "A folder with further lexicon files. May be repeated.")
  var lexicon: [String] = []

  @Option(help: "The date of publication, where a report does not declare one (2024-03-23).")
  var published: String?

  @Option(help: "The publisher, where a report does not declare one.")
  var publisher: String?

  @Option(help: "How many reports are read at a time. The result does not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  var metadata: Text.Metadata { Text.Metadata(published: published, publisher: publisher) }

  func validate() throws {
    guard (1...256).contains(threads) else { throw ValidationError("`--threads` takes a number from 1 to 256") }
    if let publisher, publisher.allSatisfy(\.isWhitespace) {
      throw ValidationError("`--publisher` is empty; name one or leave it out")
    }
    guard let published else { return }
    let isDate = (try? CalendarDate(parsing: published)) != nil || (try? ZonedDateTime(parsing: published)) != nil
    guard isDate else {
      throw ValidationError("`\(published)` is no date; write `--published 2024-03-23`")
    }
  }

  /// An empty name is no file's, and most likely a variable of the shell that holds nothing.
  static func check(_ inputs: [String]) throws(Failure) {
    guard let empty = inputs.firstIndex(where: \.isEmpty) else { return }
    let place = inputs.count > 1 ? " \(empty + 1)" : ""
    throw Failure(
      .input, code: "MissingFile", "`<inputs>`\(place) is empty; name a file or folder, or `-` for standard input")
  }

  func reader() throws -> ReportReader { try ReportReader(lexiconFolders: lexicon) }
}

/// Reading reports into a case, with a line that tells how far it has come.
enum CaseBuilding {
  static func add(
    _ reports: Reports, to built: Case, reader: ReportReader, ingested: String? = nil, threads: Int = 1
  ) throws(Failure) -> Case.BuildSummary {
    let progress = Console.progress()
    defer { progress.clear() }
    return try built.add(reports, reader: reader, ingested: ingested, threads: threads) { done, text in
      progress.show("reading", done, item: text.origin)
    }
  }
}
