import Foundation
import Hearsay
import QueryTesting

/// Query files by their paths.
enum QueryFiles {
  /// - Throws: the first mistake, with its place. Files come in the order given, those of a folder sorted by name.
  static func read(_ paths: [String]) throws(Failure) -> [QueryFile] {
    var files: [QueryFile] = []
    var seen: Set<String> = []
    for path in paths {
      for file in try expanded(path) where seen.insert(file).inserted {
        files.append(try parse(FileText.read(file)))
      }
    }
    return files
  }

  static func parse(_ text: Text) throws(Failure) -> QueryFile {
    do throws(QueryFileError) {
      return try QueryFile(text)
    } catch {
      throw Failure(.input, code: "InvalidQueryFile", error.sentence)
    }
  }

  private static func expanded(_ path: String) throws(Failure) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Failure(.input, code: "NoSuchFile", "there is no query file or folder `\(path)`")
    }
    guard isFolder.boolValue else { return [path] }
    let root = path.hasSuffix("/") ? path : path + "/"
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".gql") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    guard !files.isEmpty else {
      throw Failure(.input, code: "NoQueryFiles", "the folder `\(path)` holds no query files (`.gql`)")
    }
    return files.map { root + $0 }
  }
}
