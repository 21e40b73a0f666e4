import Documents
import Extraction
public import SourceText
import TextAnalysis

/// Reads reports: files to texts, texts to analyses. Loads lexicons and model once; reads any number of reports with them.
public struct ReportReader: Sendable {
  private let reader: Extraction.Reader
  private let documents: DocumentReader
  /// Stands on the analyses it makes.
  let mark: ReaderMark

  /// - Parameter lexiconFolders: folders with further lexicon files, of the same names and columns as the built-in ones.
  /// - Throws: `Failure` for a lexicon file with a mistake in it, with file, line and column.
  public init(lexiconFolders: [String] = [], limits: ReadingLimits = .standard) throws(Failure) {
    do {
      var files: [LexiconFile] = []
      for folder in lexiconFolders { files += try LexiconFile.files(inFolder: folder) }
      let lexicon = try Lexicon(adding: files)
      mark = ReaderMark(lexicons: files)
      reader = Extraction.Reader(lexicon: lexicon, analyzer: Analyzer(model: try LanguageModel.embedded()))
      documents = DocumentReader(
        limits: DocumentLimits(longestReportBytes: limits.longestReportBytes),
        boilerplate: BoilerplatePhrases(
          openings: lexicon.boilerplate.openings, anywhere: lexicon.boilerplate.anywhere,
          wholeLines: lexicon.boilerplate.wholeLines),
        isKnownOutlet: { lexicon.isMedium($0) })
    } catch {
      throw Failure(error)
    }
  }

  /// The reports of files and folders, in the order given; `-` is standard input. Each is read when its turn comes.
  ///
  /// - Parameter metadata: publisher and date of those that declare none (in meta tags, front matter, fields); they win over
  ///   what a report's layout suggests.
  /// - Parameter onDoubt: told of what is read and may be wrong.
  public func reports(
    at paths: [String], metadata: Text.Metadata = Text.Metadata(), onDoubt: (@Sendable (Diagnostic) -> Void)? = nil
  ) -> Reports {
    var documents = documents
    documents.given = metadata
    if let onDoubt {
      documents.onDoubt = { error in
        onDoubt(Diagnostic(.warning, code: error.code.rawValue, message: Failure(error).sentence))
      }
    }
    return Reports { [documents] body in
      var faults: [DocumentError] = []
      // Behind the first that cannot be read nothing more is done with the others, but they are looked at.
      func handOn(_ text: Text) throws { if faults.isEmpty { try body(text) } }
      for path in paths {
        do {
          guard path != "-" else {
            try documents.read(stream: 0, handOn)
            continue
          }
          for file in try documents.files(at: path) {
            do { try documents.read(file, handOn) } catch let error as DocumentError { faults.append(error) }
          }
        } catch let error as DocumentError {
          faults.append(error)
        }
      }
      if let only = faults.first, faults.count == 1 { throw only }
      if !faults.isEmpty { throw FaultyFiles(errors: faults) }
    }
  }

  /// The same, all at once.
  public func texts(at paths: [String], metadata: Text.Metadata = Text.Metadata()) throws(Failure) -> [Text] {
    do {
      var texts: [Text] = []
      try reports(at: paths, metadata: metadata).forEach { texts.append($0) }
      return texts
    } catch {
      throw Failure(error)
    }
  }

  /// The report that bytes in memory hold.
  public func text(_ bytes: [UInt8], origin: String) throws(Failure) -> Text {
    do {
      return try documents.report(bytes, origin: origin, format: .plain)
    } catch {
      throw Failure(error)
    }
  }

  /// A report's sentences with their trees.
  func document(of text: Text) throws(Failure) -> Document {
    do {
      return try reader.analyze(text)
    } catch {
      throw Failure(error, in: text)
    }
  }

  /// What a report says.
  func analysis(of text: Text) throws(Failure) -> ReportAnalysis {
    do {
      return try reader.read(text)
    } catch {
      throw Failure(error, in: text)
    }
  }

  /// The analysis as one line of JSON: the report, its sentences, entities with their mentions, events, claims with their
  /// chains, relations, each under an id that follows from the text alone. Offsets are UTF-8 bytes of the text.
  public func extract(_ text: Text, options: ExtractOptions = ExtractOptions()) throws(Failure) -> String {
    do {
      let document = try reader.analyze(text)
      let attributions = options.attributions ? reader.attributions(in: document) : []
      return ReportLine(reader.read(document), attributions: attributions, options: options).text
    } catch {
      throw Failure(error, in: text)
    }
  }

  /// The lines of many reports, in their order, whatever the number of threads.
  ///
  /// - Parameter body: gets each report with its line, on the caller's thread.
  public func extract(
    _ reports: Reports, options: ExtractOptions = ExtractOptions(), threads: Int = 1,
    _ body: (Text, String) throws -> Void
  ) throws(Failure) {
    do {
      try workInOrder(
        threads: threads, weight: { $0.weight }, from: { try reports.forEach($0) },
        { text in Result { try extract(text, options: options) } }, into: { try body($0, $1.get()) })
    } catch {
      throw Failure(error)
    }
  }
}

/// How large a report may be.
public struct ReadingLimits: Sendable {
  public var longestReportBytes: Int

  public init(longestReportBytes: Int = 16 << 20) { self.longestReportBytes = longestReportBytes }

  public static let standard = ReadingLimits()
}

extension Text {
  /// Among the texts that are read at a time: a long one counts for many.
  var weight: Int { 1 + contents.utf8.count >> 16 }
}
