import Foundation

/// What was entered before, oldest first, kept in a file that only its owner may read.
///
/// One entry per line, line breaks in it written `\n` and backslashes doubled.
public struct History: Sendable {
  public private(set) var entries: [String]
  public let limit: Int
  /// An entry longer than this is not kept: it was pasted, not thought of.
  static let longestEntry = 64 << 10

  public init(_ entries: [String] = [], limit: Int = 1000) {
    self.limit = max(1, limit)
    self.entries = entries.suffix(self.limit)
  }

  /// Blank entries and repetitions of the last one are left out.
  public mutating func add(_ entry: String) {
    guard !entry.allSatisfy(\.isWhitespace), entry != entries.last, entry.utf8.count <= Self.longestEntry else {
      return
    }
    entries.append(entry)
    if entries.count > limit { entries.removeFirst(entries.count - limit) }
  }

  public init(fileContents: String, limit: Int = 1000) {
    self.init(fileContents.split(separator: "\n").map { Self.decoded($0) }, limit: limit)
  }

  public var fileContents: String { entries.map { Self.encoded($0) + "\n" }.joined() }

  private static func encoded(_ entry: String) -> String {
    var line = ""
    for scalar in entry.unicodeScalars {
      switch scalar {
      case "\\": line += "\\\\"
      case "\n": line += "\\n"
      case "\r": line += "\\r"
      default: line.unicodeScalars.append(scalar)
      }
    }
    return line
  }

  private static func decoded(_ line: Substring) -> String {
    var entry = ""
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if isEscaped {
        entry.unicodeScalars.append(scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else {
        entry.unicodeScalars.append(scalar)
      }
    }
    return entry
  }
}

extension History {
  /// What the file at `path` holds; nothing if there is none or it cannot be read.
  public init(path: String, limit: Int = 1000) {
    let data = FileManager.default.contents(atPath: path) ?? Data()
    self.init(fileContents: String(decoding: data, as: UTF8.self), limit: limit)
  }

  /// Puts the entries into the file in one step, readable by its owner only. False if that failed: no reason to stop.
  @discardableResult
  public func save(to path: String) -> Bool {
    let temporary = path + ".part"
    try? FileManager.default.removeItem(atPath: temporary)
    let made = FileManager.default.createFile(
      atPath: temporary, contents: Data(fileContents.utf8), attributes: [.posixPermissions: 0o600])
    guard made, rename(temporary, path) == 0 else {
      try? FileManager.default.removeItem(atPath: temporary)
      return false
    }
    return true
  }
}
