import Foundation
import Synchronization

/// Bytes put by outside memory, in a file without a name: the system takes it back whatever becomes of the process.
final class SpillFile: Sendable {
  /// Where something stands.
  struct Extent: Sendable {
    let offset: Int
    let count: Int
  }

  private let descriptor: Int32
  private let end = Mutex(0)

  /// - Parameter folders: the first in which a file can be made has it. By default those where the system keeps large
  ///   files for a while: `TMPDIR`, else `/var/tmp`, and `/tmp` where there is no such folder.
  /// - Throws: where none can be made.
  init(in folders: [String] = standardFolders) throws(AssemblyError) {
    var made: Int32 = -1
    for folder in folders where made < 0 {
      var template = Array("\(folder)/hearsay-XXXXXX".utf8CString)
      template.withUnsafeMutableBufferPointer { buffer in
        guard let path = buffer.baseAddress else { return }
        made = mkstemp(path)
        if made >= 0 { unlink(path) }
      }
    }
    descriptor = made
    guard made >= 0 else { throw Self.failure("no file can be made in `\(folders.joined(separator: "`, `"))`") }
  }

  static var standardFolders: [String] {
    ProcessInfo.processInfo.environment["TMPDIR"].map { [$0] } ?? ["/var/tmp", "/tmp"]
  }

  deinit { close(descriptor) }

  /// Safe to call from several threads.
  func append(_ bytes: [UInt8]) throws(AssemblyError) -> Extent {
    let offset = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    var done = 0
    while done < bytes.count {
      let written = bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, offset + done)
      }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw Self.failure("what does not fit into memory cannot be put by") }
      done += written
    }
    return Extent(offset: offset, count: bytes.count)
  }

  /// nil where the file cannot be read. Safe to call from several threads.
  func read(_ extent: Extent) -> [UInt8]? {
    var isComplete = true
    let bytes = [UInt8](unsafeUninitializedCapacity: extent.count) { buffer, filled in
      while filled < extent.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + filled }, extent.count - filled, extent.offset + filled)
        if got < 0 && errno == EINTR { continue }
        guard got > 0 else {
          isComplete = false
          return
        }
        filled += got
      }
    }
    return isComplete ? bytes : nil
  }

  private static func failure(_ message: String) -> AssemblyError {
    AssemblyError(
      origin: nil,
      message: "\(message): \(String(cString: strerror(errno))); `TMPDIR` can name another folder")
  }
}
