import Foundation
import Hearsay

/// Files that must be text: queries and query files.
enum FileText {
  /// Longer files are no queries.
  static let longest = 64 << 20

  /// `-` is standard input. An empty file is refused.
  static func read(_ path: String) throws(Failure) -> Text {
    let text = path == "-" ? try readInput() : try decoded(try contents(path), origin: path)
    if text.contents.isEmpty { throw Failure(.input, code: "EmptyFile", "\(text.origin): the file is empty") }
    return text
  }

  /// All of standard input; may be empty.
  static func readInput() throws(Failure) -> Text {
    try decoded(FileHandle.standardInput.readDataToEndOfFile(), origin: "standard input")
  }

  private static func decoded(_ data: Data, origin: String) throws(Failure) -> Text {
    guard let text = String(validating: data, as: UTF8.self) else {
      let good = String(decoding: data.prefix(validLength(data)), as: UTF8.self)
      let place = LineTable(good).position(of: good.utf8.count)
      throw Failure(
        .input, code: "NotText", "\(origin):\(place.line):\(place.column): found bytes that are no UTF-8 text")
    }
    return Text(origin: origin, contents: text)
  }

  private static func contents(_ path: String) throws(Failure) -> Data {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.input, code: "NoSuchFile", "there is no file `\(path)`")
    }
    if isFolder.boolValue { throw Failure(.input, code: "NotAFile", "`\(path)` is a folder, expected a file") }
    let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    guard size <= longest else {
      throw Failure(.input, code: "TooLarge", "`\(path)` has \(size) bytes, more than the \(longest) that are read")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.input, code: "Unreadable", "`\(path)` cannot be read: \(String(cString: strerror(errno)))")
    }
    return data
  }

  /// How many bytes at the start are valid UTF-8.
  private static func validLength(_ data: Data) -> Int {
    var decoder = UTF8()
    var bytes = data.makeIterator()
    var length = 0
    while case .scalarValue(let scalar) = decoder.decode(&bytes) { length += UTF8.width(scalar) }
    return length
  }
}
