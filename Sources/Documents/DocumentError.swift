import SourceText

/// Why a file, folder or stream gave no reports.
public struct DocumentError: Error, Equatable, Sendable {
  public enum Code: String, Sendable {
    case missingFile = "MissingFile"
    case unreadableFile = "UnreadableFile"
    /// No byte, or nothing but white space.
    case emptyFile = "EmptyFile"
    /// NUL bytes, and no byte order mark that explains them.
    case binaryFile = "BinaryFile"
    case invalidEncoding = "InvalidEncoding"
    /// Longer than ``DocumentLimits`` allows.
    case tooLarge = "TooLarge"
    case folderWithoutReports = "FolderWithoutReports"
    case unknownFormat = "UnknownFormat"
    /// A line of a `.jsonl` file that is no JSON object with a `text`.
    case invalidRecord = "InvalidRecord"
    case invalidMarkup = "InvalidMarkup"
    /// A date of publication that is none, or has not come yet; the report is read all the same.
    case doubtfulDate = "DoubtfulDate"
  }

  public let code: Code
  /// Lower case, no full stop, names in backticks. Free to improve.
  public let message: String
  /// The file or folder as the caller named it; `-` for standard input.
  public let path: String
  /// From 1, where the trouble has a place.
  public let line: Int?
  /// From 1, in Unicode scalars.
  public let column: Int?

  package init(_ code: Code, _ message: String, path: String, line: Int? = nil, column: Int? = nil) {
    self.code = code
    self.message = message
    self.path = path
    self.line = line
    self.column = column
  }

  /// The error in one sentence, its place included.
  public var diagnostic: Diagnostic {
    let place = line.map { line in ":\(line)" + (column.map { ":\($0)" } ?? "") } ?? ""
    return Diagnostic(.error, code: code.rawValue, message: "`\(path)`\(place): \(message)")
  }
}

/// How much of the world is read. Anything beyond is refused before it is held in memory.
public struct DocumentLimits: Sendable, Equatable {
  /// The longest text of one report, and the longest file of a format that holds one report.
  public var longestReportBytes: Int
  /// The longest `.jsonl` file; it is read line by line, each line bounded by twice `longestReportBytes`.
  public var longestFileBytes: Int
  /// The most files that are taken from one folder.
  public var mostFiles: Int
  /// How many folders deep a folder is searched.
  public var deepestFolder: Int

  public init(
    longestReportBytes: Int = 8 << 20, longestFileBytes: Int = 4 << 30, mostFiles: Int = 1_000_000,
    deepestFolder: Int = 64
  ) {
    self.longestReportBytes = longestReportBytes
    self.longestFileBytes = longestFileBytes
    self.mostFiles = mostFiles
    self.deepestFolder = deepestFolder
  }
}
