import Foundation

/// Looks at a file before SQLite does, since SQLite takes an empty file for a new database and may write to what it opens.
enum FileProbe {
  /// What the first 100 bytes say (SQLite file format, §1.3).
  struct Header {
    let applicationID: Int32
    let userVersion: Int32
    /// Whether the file was left in write-ahead mode: by a writer that is still there, or that was killed.
    let isWriteAhead: Bool
  }

  /// Throws unless `path` is a case of a version that this program reads.
  static func header(of path: String) throws(StoreError) -> Header {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw StoreError(
        .notFound, "there is no case `\(path)`", path: path, suggestion: "check the name, or build the case first")
    }
    if isFolder.boolValue { throw StoreError(.isFolder, "`\(path)` is a folder, not a case", path: path) }
    let header = try check(try firstBytes(of: path), path)
    guard header.applicationID == Schema.applicationID else {
      throw StoreError(.notACase, "`\(path)` is an SQLite file of another program, not a case", path: path)
    }
    guard header.userVersion > 0 else { throw StoreError(.notACase, "`\(path)` is not a finished case", path: path) }
    guard header.userVersion <= Schema.version else {
      throw StoreError(
        .newerVersion,
        "`\(path)` has format \(header.userVersion), and this program knows formats up to \(Schema.version)",
        path: path,
        suggestion: "open it with the version of the program that wrote it, or a later one")
    }
    return header
  }

  private static func firstBytes(of path: String) throws(StoreError) -> [UInt8] {
    do {
      let file = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? file.close() }
      return Array(try file.read(upToCount: 100) ?? Data())
    } catch {
      throw StoreError(.notPermitted, "`\(path)` cannot be read", path: path, cause: words(of: error))
    }
  }

  private static func check(_ bytes: [UInt8], _ path: String) throws(StoreError) -> Header {
    guard !bytes.isEmpty else {
      throw StoreError(
        .notSQLite, "`\(path)` is empty, not a case", path: path, suggestion: "delete it and build the case anew")
    }
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError(.notSQLite, "`\(path)` is not a case", path: path, cause: "it is no SQLite file")
    }
    func number(at offset: Int) -> Int32 {
      Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
    return Header(applicationID: number(at: 68), userVersion: number(at: 60), isWriteAhead: bytes[18] == 2)
  }

  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// The name under which a new case is written before it is published as `path`.
  ///
  /// - Throws: `alreadyExists`, `notFound` (no such folder), `notPermitted`.
  static func placeForNew(_ path: String) throws(StoreError) -> String {
    if exists(path) { throw alreadyExists(path) }
    let folder = folder(of: path)
    guard exists(folder) else {
      throw StoreError(
        .notFound, "there is no folder `\(folder)` for the case", path: path, suggestion: "make the folder first")
    }
    guard isWritable(folder) else {
      throw StoreError(
        .notPermitted, "folder `\(folder)` may not be written", path: path, suggestion: "choose a folder that is yours")
    }
    // Of its own for each: others may be made beside it, and what a killed process left is not to be taken up.
    return "\(folder)/.case-\(UUID().uuidString).part"
  }

  /// Returns when what was written to a file is on the disk.
  static func synchronize(_ path: String) throws {
    let file = try FileHandle(forUpdating: URL(filePath: path))
    defer { try? file.close() }
    try file.synchronize()
  }

  /// Gives the file at `temporary` the name `path`, unless something has that name.
  static func publish(_ temporary: String, as path: String) throws(StoreError) {
    if link(temporary, path) == 0 {
      unlink(temporary)
    } else if errno == EEXIST {
      throw alreadyExists(path)
    } else if rename(temporary, path) != 0 {
      // Some file systems have no hard links.
      throw StoreError(.failed, "`\(path)` cannot be created", path: path, cause: String(cString: strerror(errno)))
    }
    let descriptor = open(folder(of: path), O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  static func alreadyExists(_ path: String) -> StoreError {
    StoreError(
      .alreadyExists, "`\(path)` exists already", path: path, suggestion: "choose another name, or open it instead")
  }

  static func words(of error: any Error) -> String {
    let failure = error as NSError
    let underlying = failure.userInfo[NSUnderlyingErrorKey] as? NSError
    guard let code = [failure, underlying].compactMap({ $0 }).first(where: { $0.domain == NSPOSIXErrorDomain })?.code
    else {
      return failure.localizedDescription
    }
    return String(cString: strerror(Int32(code)))
  }
}
