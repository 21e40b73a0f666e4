#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The calls that writing a file takes, without Foundation, whose headers clash with libxml2's.
enum SystemCalls {
  struct Failure: Error, Equatable, Sendable {
    let number: Int32
    var text: String { String(cString: strerror(number)) }
  }

  enum FileKind { case regular, folder, other }

  /// nil if there is nothing of that name. Follows symbolic links.
  static func kind(of path: String) -> FileKind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// Where the symbolic links in `path` lead; `path` itself if nothing is there.
  static func resolved(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func openExisting(_ path: String) throws(Failure) -> Int32 {
    try retried { open(path, O_WRONLY | O_CLOEXEC) }
  }

  /// Fails if something of that name is there.
  static func create(_ path: String) throws(Failure) -> Int32 {
    try retried { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var written = 0
    while written < bytes.count {
      written += try retried {
        bytes.withUnsafeBytes { systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: $0[written...])) }
      }
    }
  }

  /// Until the bytes are on the disk. Pipes and terminals have nothing to wait for.
  static func synchronize(_ descriptor: Int32) throws(Failure) {
    do {
      _ = try retried { fsync(descriptor) }
    } catch  where failureMeansUnsupported(error) {}
  }

  private static func failureMeansUnsupported(_ failure: Failure) -> Bool {
    failure.number == EINVAL || failure.number == EROFS || failure.number == ENOTSUP
  }

  /// A rename is only certain when its folder is on the disk too.
  static func synchronizeFolder(of path: String) {
    let descriptor = open(folder(of: path), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  static func close(_ descriptor: Int32) { _ = systemClose(descriptor) }

  static func rename(_ old: String, to new: String) throws(Failure) {
    guard systemRename(old, new) == 0 else { throw Failure(number: errno) }
  }

  static func remove(_ path: String) { _ = unlink(path) }

  /// Gives `descriptor` the permissions that the file at `path` has, if there is one.
  static func copyPermissions(of path: String, to descriptor: Int32) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    _ = fchmod(descriptor, status.st_mode & 0o7777)
  }

  static var processID: Int32 { getpid() }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func fileName(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  static func isDiskFull(_ failure: Failure) -> Bool {
    failure.number == ENOSPC || failure.number == EDQUOT || failure.number == EFBIG
  }

  static func isMissing(_ failure: Failure) -> Bool { failure.number == ENOENT || failure.number == ENOTDIR }

  static func isNotPermitted(_ failure: Failure) -> Bool {
    failure.number == EACCES || failure.number == EPERM || failure.number == EROFS
  }

  static func isTaken(_ failure: Failure) -> Bool { failure.number == EEXIST }

  private static func retried<Count: SignedInteger>(_ call: () -> Count) throws(Failure) -> Count {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw Failure(number: errno) }
    }
  }
}

// Methods above bear the same names and would hide these.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
private func systemRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
