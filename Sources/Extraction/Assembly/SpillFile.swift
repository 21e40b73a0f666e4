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

  /// - Parameter folder: by default where the system keeps large files for a while (`TMPDIR`, else `/var/tmp`).
  /// - Throws: where no file can be made there.
  init(in folder: String? = nil) throws(AssemblyError) {
    let folder = folder ?? ProcessInfo.processInfo.environment["TMPDIR"] ?? "/var/tmp"
    var template = Array("\(folder)/hearsay-XXXXXX".utf8CString)
    descriptor = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mkstemp($0) } ?? -1
    }
    guard descriptor >= 0 else { throw Self.failure("no file can be made in `\(folder)`") }
    template.withUnsafeBufferPointer { if let path = $0.baseAddress { _ = unlink(path) } }
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
