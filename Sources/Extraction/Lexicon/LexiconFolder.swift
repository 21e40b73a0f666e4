import Foundation

extension LexiconFile {
  /// The `.tsv` files of a folder, sorted by name.
  ///
  /// - Throws: `unreadableFile` for a folder or file that cannot be read or is no UTF-8, `missingFile` where the folder
  ///   holds no `.tsv` file.
  public static func files(inFolder path: String) throws(LexiconError) -> [LexiconFile] {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw LexiconError(.unreadableFile, "the folder cannot be read", file: path)
    }
    let wanted = names.filter { $0.hasSuffix(".tsv") && !$0.hasPrefix(".") }.sorted()
    guard !wanted.isEmpty else { throw LexiconError(.missingFile, "the folder holds no `.tsv` file", file: path) }
    var files: [LexiconFile] = []
    for name in wanted {
      guard let data = FileManager.default.contents(atPath: path + "/" + name) else {
        throw LexiconError(.unreadableFile, "the file cannot be read", file: path + "/" + name)
      }
      guard let contents = String(validating: data, as: UTF8.self) else {
        throw LexiconError(.unreadableFile, "the file is not UTF-8", file: path + "/" + name)
      }
      files.append(LexiconFile(name: name, contents: contents))
    }
    return files
  }
}
