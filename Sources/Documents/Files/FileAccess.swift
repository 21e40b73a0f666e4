import Foundation

/// The file system as far as reports need it.
enum FileAccess {
  enum Kind { case file, folder, pipe, device }

  /// What a path names, behind links; nil where nothing is there.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFIFO, S_IFSOCK: return isHandedOver(path) ? .file : .pipe
    default: return isHandedOver(path) ? .file : .device
    }
  }

  /// `<(zcat reports.gz)` of a shell: a pipe that somebody writes to already.
  private static func isHandedOver(_ path: String) -> Bool {
    ["/dev/fd/", "/proc/self/fd/", "/dev/stdin"].contains { path.hasPrefix($0) }
  }

  /// The files below a folder with one of the endings, as paths relative to it, sorted by their bytes. Hidden files
  /// and folders behind links are left out.
  static func files(
    below folder: String, limits: DocumentLimits, where isWanted: (String) -> Bool
  ) throws(DocumentError) -> [String] {
    var found: [String] = []
    var open: [(path: String, depth: Int)] = [("", 0)]
    while let (inner, depth) = open.popLast() {
      let full = inner.isEmpty ? folder : folder + "/" + inner
      let names: [String]
      do {
        names = try FileManager.default.contentsOfDirectory(atPath: full)
      } catch {
        throw DocumentError(.unreadableFile, "the folder cannot be read", path: full)
      }
      for name in names where !name.hasPrefix(".") {
        let relative = inner.isEmpty ? name : inner + "/" + name
        switch entryKind(folder + "/" + relative) {
        case .folder? where depth < limits.deepestFolder: open.append((relative, depth + 1))
        case .file? where isWanted(name): found.append(relative)
        default: break
        }
      }
      guard found.count <= limits.mostFiles else {
        throw DocumentError(.tooLarge, "the folder holds more than \(limits.mostFiles) reports", path: folder)
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Links to files count as files; links to folders are not followed, since they may lead in a circle.
  private static func entryKind(_ path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFREG: return .file
    case S_IFLNK: return kind(of: path) == .file ? .file : nil
    default: return nil
    }
  }

  /// Opens a file for reading and closes it behind `body`.
  static func withFile<Result>(_ path: String, _ body: (Int32) throws -> Result) throws -> Result {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      throw DocumentError(errno == ENOENT ? .missingFile : .unreadableFile, reason.lowercasedFirst, path: path)
    }
    defer { close(descriptor) }
    return try body(descriptor)
  }

  /// All that can be read, up to a limit; what is longer is refused with no more than the limit in memory.
  /// - Parameter head: what was read already.
  static func readAll(_ descriptor: Int32, after head: [UInt8], limit: Int, path: String) throws -> [UInt8] {
    var result = head
    var size = stat()
    if fstat(descriptor, &size) == 0, size.st_mode & S_IFMT == S_IFREG {
      guard size.st_size <= limit else { throw tooLarge(limit, path: path) }
      result.reserveCapacity(Int(size.st_size))
    }
    guard head.count <= limit else { throw tooLarge(limit, path: path) }
    try readChunks(descriptor, path: path) { chunk in
      guard result.count + chunk.count <= limit else { throw tooLarge(limit, path: path) }
      result.append(contentsOf: chunk)
    }
    return result
  }

  private static let chunkBytes = 1 << 18

  static func readChunks(_ descriptor: Int32, path: String, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: chunkBytes)
    while case let count = try readSome(descriptor, into: &buffer, path: path), count > 0 {
      try body(buffer[0..<count])
    }
  }

  /// The first bytes of a stream: as many as it takes to see one that is no white space, if there is any.
  static func readHead(_ descriptor: Int32, path: String) throws(DocumentError) -> [UInt8] {
    var head: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunkBytes)
    while head.count < chunkBytes {
      let count = try readSome(descriptor, into: &buffer, path: path)
      head += buffer[0..<count]
      if count == 0 || buffer[0..<count].contains(where: { $0 > 0x20 }) { break }
    }
    return head
  }

  /// How many bytes were read; 0 at the end.
  private static func readSome(
    _ descriptor: Int32, into buffer: inout [UInt8], path: String
  ) throws(DocumentError) -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw DocumentError(.unreadableFile, String(cString: strerror(errno)).lowercasedFirst, path: path)
      }
    }
  }

  static func tooLarge(_ limit: Int, path: String) -> DocumentError {
    let shown = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
    return DocumentError(.tooLarge, "longer than the \(shown) that one report may have", path: path)
  }
}

extension String {
  var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
