import Foundation
public import QueryExecutor

/// The folder that LOAD CSV may read from. Nothing outside of it can be named, neither by `..` nor through links, since
/// every part of a name is opened in the folder before it and links are not followed.
public struct ImportFolder: TextLoading {
  /// In bytes; what is longer is refused.
  public static let longestFile = 256 << 20
  private let path: String

  /// - Throws: `Failure` if there is no such folder.
  public init(_ path: String) throws(Failure) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      throw Failure(.input, code: "NoSuchFolder", "`\(path)` is no folder that can be read from")
    }
    self.path = path
  }

  public func text(named name: String) throws(TextLoadingError) -> String {
    let parts = try parts(of: name)
    var folder = openFile(path, in: AT_FDCWD, O_RDONLY | O_DIRECTORY)
    defer { if folder >= 0 { close(folder) } }
    guard folder >= 0 else { throw failed("the folder for imports cannot be read") }
    for part in parts.dropLast() {
      let next = openFile(part, in: folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
      guard next >= 0 else { throw notFound(name, errno) }
      close(folder)
      folder = next
    }
    // A pipe would make the opening wait for whoever writes to it.
    let file = openFile(parts[parts.count - 1], in: folder, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { throw notFound(name, errno) }
    defer { close(file) }
    return try contents(of: file, name)
  }

  /// A name relative to the folder, cut at `/`; `file:///` in front is allowed.
  private func parts(of name: String) throws(TextLoadingError) -> [String] {
    var rest = name[...]
    if rest.hasPrefix("file:///") { rest = rest.dropFirst("file:///".count) }
    if rest.contains("://") {
      throw TextLoadingError(
        .fileNotAllowed, "only files of the folder for imports can be read, not `\(name)`",
        suggestion: "save it there and name the file")
    }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isInside = parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." && !$0.utf8.contains(0) }
    guard isInside else {
      throw TextLoadingError(
        .fileNotAllowed, "`\(name)` does not name a file inside the folder for imports",
        suggestion: "name it from that folder on, without `..` and without `/` in front")
    }
    return parts
  }

  private func openFile(_ name: String, in folder: CInt, _ flags: CInt) -> CInt {
    name.withCString { openat(folder, $0, flags | O_CLOEXEC) }
  }

  private func contents(of file: CInt, _ name: String) throws(TextLoadingError) -> String {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw TextLoadingError(
        .fileNotAllowed, "`\(name)` is no plain file", suggestion: "name a file with rows of fields")
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      guard count >= 0 else { throw failed("`\(name)` cannot be read") }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= Self.longestFile else {
        throw TextLoadingError(
          .memoryLimit, "`\(name)` is longer than \(Self.longestFile) bytes", suggestion: "split it into several files")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw TextLoadingError(.invalidFileContent, "`\(name)` is not UTF-8", suggestion: "convert it to UTF-8")
    }
    return text
  }

  private func notFound(_ name: String, _ error: CInt) -> TextLoadingError {
    if error == ELOOP || error == EMLINK || error == ENOTDIR {
      return TextLoadingError(
        .fileNotAllowed, "`\(name)` leads over a link or over what is no folder",
        suggestion: "put the file itself there")
    }
    return TextLoadingError(
      .fileNotFound, "there is no file `\(name)` in the folder for imports that can be read",
      suggestion: "look at its spelling and its permissions")
  }

  private func failed(_ message: String) -> TextLoadingError {
    TextLoadingError(.storageFailed, message, suggestion: "look at its permissions")
  }
}
